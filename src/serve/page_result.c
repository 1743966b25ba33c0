/* page_result.c - a person's own result: the report of src/report on a page, or
 * as PDF. The painter draws it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <time.h>

#include <lewis/report.h>

#include "base/output.h"
#include "render/document.h"
#include "serve/html.h"
#include "serve/page.h"
#include "serve/site.h"

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
add_result(struct exchange *exchange, struct lewis_document *document)
{
    const struct words *words = exchange->words;

    html_begin(exchange, words->result_title);
    html_element(exchange, "<p class=\"done\">", words->handed_in);
    html_add(exchange, "<p><a class=\"button main\" id=\"pdf\" "
                       "href=\"/result.pdf\">");
    html_text(exchange, words->pdf);
    html_add(exchange, "</a></p>\n<div id=\"result\">\n");
    document_html_body(document, &exchange->body);
    html_add(exchange, "</div>\n");
    add_change_form(exchange);
    html_element(exchange, "<p class=\"quiet\">", words->result_private);
    html_button_form(exchange, "/leave", "leave-form", "leave", words->leave,
                     false);
    html_end(exchange);
}

static void
add_pdf(struct exchange *exchange, struct lewis_document *document)
{
    struct lewis_error error;
    struct lewis_output *output;

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
      void (*add)(struct exchange *exchange, struct lewis_document *document))
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
        add(exchange, document);
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
