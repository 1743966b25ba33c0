/* page_result.c - a person's own result: the report of src/report on a page, or
 * as PDF. The painter draws it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <time.h>

#include <lewis/report.h>

#include "base/output.h"
#include "render/document.h"
#include "report/words.h"
#include "serve/html.h"
#include "serve/page.h"
#include "serve/site.h"

static const double narrow_width_pt = 225, narrow_height_pt = 206;

static void
today(char out[16])
{
    time_t now = time(NULL);
    struct tm utc;

    if (gmtime_r(&now, &utc) == NULL ||
        strftime(out, 16, "%Y-%m-%d", &utc) == 0)
        out[0] = '\0';
}

/* The person's report, or NULL with *error set. */
static struct lewis_document *
document_of(struct exchange *exchange,
            const struct lewis_workshop_sheet *sheet,
            struct lewis_error *error)
{
    const struct site *site = exchange->site;
    char date[16];
    const struct lewis_person person = {
        .id = "",
        .bank = lewis_workshop_bank(exchange->workshop),
        .options = lewis_score_defaults(),
        .answer = sheet->answer,
        .atlas = site->options->atlas,
        .advice = site->options->advice,
        .lang = exchange->lang,
    };
    const struct lewis_document_options options = {
        .theme = LEWIS_THEME_SCREEN,
        .lang = exchange->lang,
        .date = date,
        .measure = lewis_ruler_measure(site->ruler),
    };

    today(date);
    return lewis_report_person_document(&person, &options, NULL, error);
}

/* The triangle alone, for screens too small for names of countries in it. */
static struct lewis_scene *
narrow_scene(struct exchange *exchange, const struct lewis_score *score,
             struct lewis_error *error)
{
    struct lewis_chart_options look = lewis_chart_defaults();
    struct lewis_measure measure = lewis_ruler_measure(exchange->site->ruler);
    struct lewis_chart *chart = lewis_chart_new(error);
    struct lewis_scene *scene = NULL;

    look.width_pt = narrow_width_pt;
    look.height_pt = narrow_height_pt;
    look.bare = true;
    look.labels = LEWIS_LABELS_NONE;
    look.lang = exchange->lang;
    for (int s = 0; s < LEWIS_STYLES; s++)
        look.corner[s] =
            words_style_title(exchange->lang, (enum lewis_style)s);
    if (chart != NULL && lewis_chart_add(chart, "", 0, "", 0, score, error))
        scene = lewis_chart_scene(chart, &look, &measure, error);
    lewis_chart_free(chart);
    return scene;
}

/* Beside the document, whose own figure the style sheet shows where there is
 * room for it. A sheet without a score has neither. */
static bool
add_narrow(struct exchange *exchange, const struct lewis_workshop_sheet *sheet,
           struct lewis_error *error)
{
    struct lewis_score_options options = lewis_score_defaults();
    struct lewis_key *key = lewis_key_new(
        lewis_workshop_bank(exchange->workshop), &options, error);
    struct lewis_scene *scene = NULL;
    struct lewis_score score = {0};

    if (key != NULL)
        lewis_score_answers(key, sheet->answer, &score);
    if (key != NULL && score.status == LEWIS_SCORED)
        scene = narrow_scene(exchange, &score, error);
    if (scene != NULL) {
        html_add(exchange, "<figure id=\"narrow\">\n");
        svg_add(scene, &exchange->body);
        html_element(exchange, "<figcaption>", exchange->words->result_key);
        html_add(exchange, "</figure>\n");
    }
    lewis_scene_free(scene);
    lewis_key_free(key);
    return scene != NULL || (key != NULL && score.status != LEWIS_SCORED);
}

static void
add_change_form(struct exchange *exchange)
{
    const struct words *words = exchange->words;
    struct lewis_workshop_status status;

    if (exchange->person.released) {
        html_element(exchange, "<p class=\"quiet\">", words->released);
        return;
    }
    if (!lewis_workshop_status(exchange->workshop, &status, NULL) ||
        status.state != LEWIS_WORKSHOP_OPEN)
        return;
    html_element(exchange, "<p>", words->take_back_how);
    html_button_form(exchange, "/take-back", "take-back", "change",
                     words->take_back, false);
}

static void
add_result(struct exchange *exchange, struct lewis_document *document,
           const struct lewis_workshop_sheet *sheet)
{
    const struct words *words = exchange->words;
    struct lewis_error error;

    html_begin(exchange, words->result_title);
    html_element(exchange, "<p class=\"done\">", words->handed_in);
    html_add(exchange, "<p><a class=\"button main\" id=\"pdf\" "
                       "href=\"/result.pdf\">");
    html_text(exchange, words->pdf);
    html_add(exchange, "</a></p>\n<div id=\"result\">\n");
    if (!add_narrow(exchange, sheet, &error)) {
        page_trouble(exchange, &error);
        return;
    }
    document_html_body(document, &exchange->body);
    html_add(exchange, "</div>\n");
    add_change_form(exchange);
    html_element(exchange, "<p class=\"quiet\">", words->result_private);
    html_leave(exchange);
    html_end(exchange);
}

static void
add_pdf(struct exchange *exchange, struct lewis_document *document,
        const struct lewis_workshop_sheet *sheet)
{
    struct lewis_error error;
    struct lewis_output *output;

    (void)sheet;
    text_clear(&exchange->body);
    output = output_into(&exchange->body, &error);
    if (output == NULL ||
        !lewis_render_document(document, LEWIS_DOCUMENT_PDF,
                               exchange->site->ruler, output, &error) ||
        !lewis_output_commit(output, &error)) {
        text_clear(&exchange->body);
        page_trouble(exchange, &error);
    } else {
        exchange->type = "application/pdf";
        exchange->file = "lewis.pdf";
    }
    lewis_output_free(output);
}

/* Draws it with 'add'. */
static void
paint(struct exchange *exchange,
      void (*add)(struct exchange *exchange, struct lewis_document *document,
                  const struct lewis_workshop_sheet *sheet))
{
    struct lewis_error error;
    struct lewis_document *document = NULL;
    struct lewis_workshop_sheet *sheet = lewis_workshop_sheet(
        exchange->workshop, exchange->person.number, &error);

    if (sheet != NULL)
        document = document_of(exchange, sheet, &error);
    if (document == NULL)
        page_trouble(exchange, &error);
    else
        add(exchange, document, sheet);
    lewis_document_free(document);
    lewis_workshop_sheet_free(sheet);
}

static void
paint_page(struct exchange *exchange)
{
    paint(exchange, add_result);
}

static void
paint_pdf(struct exchange *exchange)
{
    paint(exchange, add_pdf);
}

void
page_result(struct exchange *exchange)
{
    if (exchange->person.handed_in)
        exchange_paint(exchange, paint_page);
    else
        page_go_on(exchange);
}

void
page_result_pdf(struct exchange *exchange)
{
    if (exchange->person.handed_in)
        exchange_paint(exchange, paint_pdf);
    else
        page_go_on(exchange);
}
