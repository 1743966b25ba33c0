/* person_document.c - the personal report: two pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "report/document.h"
#include "report/person.h"

enum { NEAR = 5, TIPS = 2, PAGES = 2 };

static const double figure_height = 392, letter_height = 356;

/* What a person's report is made from. */
struct making {
    const struct result *result;
    const struct lewis_person *person;
    struct lewis_document *document;
    const char *lang;
};

static const char *
in(const struct making *making, const struct lewis_text *text)
{
    return lewis_text_in(text, making->lang);
}

/* "Twelve situations, version 1, 11 of 12 items answered, 2026-11-21". */
static void
add_origin(const struct making *making)
{
    const struct lewis_score *score = &making->result->score;
    const struct lewis_document_options *options = &making->document->options;
    struct text line = {0};

    text_print(&line, phrase(making->lang, SAY_BANK_VERSION),
               in(making, lewis_bank_title(making->person->bank)),
               lewis_bank_version(making->person->bank));
    if (score->status == LEWIS_SCORED) {
        text_add(&line, ", ");
        text_print(&line, phrase(making->lang, SAY_ITEMS_ANSWERED),
                   score->answered, score->answered + score->missing);
    }
    if (options->date != NULL)
        text_print(&line, ", %s", options->date);
    document_text(making->document, TONE_QUIET, text_string(&line));
    text_release(&line);
}

static void
add_first(const struct making *making)
{
    const struct lewis_score *score = &making->result->score;
    struct text line = {0};

    person_say_first(&line, score, making->lang);
    document_text(making->document, TONE_LEAD, text_string(&line));
    text_release(&line);
    if (words_style_count(score->styles) == LEWIS_STYLES)
        document_text(making->document, TONE_PLAIN,
                      phrase(making->lang, SAY_PERHAPS_ALL));
    if (score->rough || score->few)
        document_text(making->document, TONE_PLAIN,
                      phrase(making->lang, SAY_ROUGH));
}

/* The picture for those who do not see it. */
static void
add_alt(const struct making *making, struct text *alt)
{
    const struct lewis_score *score = &making->result->score;

    text_add(alt, phrase(making->lang, SAY_TRIANGLE_ALT));
    for (int s = 0; s < LEWIS_STYLES; s++) {
        text_add(alt, words_joint(making->lang, (size_t)s, LEWIS_STYLES));
        text_print(alt, phrase(making->lang, SAY_NAME_RANGE),
                   words_style(making->lang, (enum lewis_style)s),
                   100 * score->share[s], 100 * score->low[s],
                   100 * score->high[s]);
    }
    text_add(alt, ".");
}

static bool
add_figure(const struct making *making, struct lewis_error *error)
{
    const struct lewis_person *person = making->person;
    const struct lewis_document_options *options = &making->document->options;
    struct lewis_chart *chart = lewis_chart_new(error);
    struct lewis_chart_options look = lewis_chart_defaults();
    struct lewis_scene *scene = NULL;
    struct text alt = {0};

    add_alt(making, &alt);
    look.atlas = person->atlas;
    look.level = person->options.level;
    look.labels = LEWIS_LABELS_NONE;
    if (chart != NULL && lewis_chart_add(chart, "", 0, "", 0,
                                         &making->result->score, error))
        scene = figure_scene(
            chart, options, &look,
            options->paper == LEWIS_PAPER_A4 ? figure_height : letter_height,
            phrase(making->lang, SAY_TRIANGLE), text_string(&alt), error);
    if (scene != NULL)
        document_figure(making->document, scene,
                        phrase(making->lang, SAY_PERSON_KEY));
    text_release(&alt);
    lewis_chart_free(chart);
    return scene != NULL;
}

static void
add_shares(const struct making *making)
{
    const struct lewis_score *score = &making->result->score;

    document_heading(making->document, phrase(making->lang, SAY_SHARES));
    for (int s = 0; s < LEWIS_STYLES; s++)
        document_bar(making->document, (enum lewis_style)s,
                     words_style_title(making->lang, (enum lewis_style)s),
                     score->share[s], score->low[s], score->high[s]);
    document_text(making->document, TONE_QUIET,
                  phrase(making->lang, SAY_BARS_KEY));
}

static void
add_flags(const struct making *making)
{
    const struct lewis_quality *quality = &making->result->quality;

    if (quality->flags == 0)
        return;
    document_heading(making->document, phrase(making->lang, SAY_FLAGS));
    for (int i = 0; i < LEWIS_FLAGS; i++) {
        struct text line = {0};

        if (quality->flags >> i & 1) {
            person_add_flag(&line, making->result, 1u << i);
            document_item(making->document, NULL, text_string(&line));
        }
        text_release(&line);
    }
    document_text(making->document, TONE_PLAIN,
                  phrase(making->lang,
                         quality->caution ? SAY_CAUTION : SAY_NO_CAUTION));
}

static void
add_near(const struct making *making)
{
    const struct result *result = making->result;
    const char *const head[] = {phrase(making->lang, SAY_NEAR_ROW),
                                phrase(making->lang, SAY_APART)};

    if (result->near_count == 0)
        return;
    document_heading(making->document, phrase(making->lang, SAY_NEAREST));
    document_table(making->document, 2, head);
    for (size_t i = 0; i < result->near_count && i < NEAR; i++) {
        struct text names = {0};
        const char *cell[2] = {
            NULL, phrase(making->lang,
                         result->near[i].open ? SAY_NO : SAY_YES)};

        person_add_names(&names, result, result->near[i].place);
        cell[0] = text_string(&names);
        document_row(making->document, cell);
        text_release(&names);
    }
    document_text(making->document, TONE_QUIET,
                  phrase(making->lang, SAY_CAVEAT));
}

static void
add_topic(const struct making *making, size_t topic)
{
    const struct lewis_score *score = &making->result->topic[topic];
    const struct lewis_section *section =
        lewis_bank_section(making->person->bank, topic);
    struct text first = {0}, share[LEWIS_STYLES] = {{0}};
    const char *cell[2 + LEWIS_STYLES];

    person_add_topic(&first, making->lang, score);
    cell[0] = in(making, section->name);
    cell[1] = text_string(&first);
    for (int s = 0; s < LEWIS_STYLES; s++) {
        if (score->status == LEWIS_SCORED)
            document_add_share(&share[s], score->share[s], score->low[s],
                               score->high[s]);
        cell[2 + s] = text_string(&share[s]);
    }
    document_row(making->document, cell);
    text_release(&first);
    for (int s = 0; s < LEWIS_STYLES; s++)
        text_release(&share[s]);
}

static void
add_topics(const struct making *making)
{
    const char *const head[] = {
        phrase(making->lang, SAY_TOPIC), phrase(making->lang, SAY_COMES_FIRST),
        words_style_title(making->lang, LEWIS_LINEAR),
        words_style_title(making->lang, LEWIS_MULTI),
        words_style_title(making->lang, LEWIS_REACTIVE)};

    if (making->result->topic_count == 0)
        return;
    document_heading(making->document, phrase(making->lang, SAY_TOPICS));
    document_table(making->document, 2 + LEWIS_STYLES, head);
    for (size_t i = 0; i < making->result->topic_count; i++)
        add_topic(making, i);
    document_text(making->document, TONE_QUIET,
                  phrase(making->lang, SAY_OPEN_KEY));
}

/* What is said of a style that may come first. */
static void
add_portrait(const struct making *making, enum lewis_style style, bool name)
{
    const struct lewis_text *reading = lewis_bank_reading(
        making->person->bank, LEWIS_NO_SECTION, style, LEWIS_HIGH);
    const struct lewis_portrait *portrait;

    if (name)
        document_subheading(making->document,
                            words_style_title(making->lang, style));
    if (reading != NULL)
        document_text(making->document, TONE_PLAIN, in(making, reading));
    if (making->person->advice == NULL)
        return;
    portrait = lewis_advice_style(making->person->advice, style);
    document_item(making->document, phrase(making->lang, SAY_STRENGTH),
                  in(making, portrait->strength));
    document_item(making->document, phrase(making->lang, SAY_CARE),
                  in(making, portrait->care));
}

static void
add_all_styles(const struct making *making)
{
    document_text(making->document, TONE_PLAIN,
                  phrase(making->lang, SAY_ALL_STYLES));
    for (int s = 0; s < LEWIS_STYLES; s++)
        document_item(making->document,
                      words_style_title(making->lang, (enum lewis_style)s),
                      in(making, lewis_advice_style(making->person->advice,
                                                    (enum lewis_style)s)
                                     ->strength));
}

static void
add_meaning(const struct making *making)
{
    unsigned styles = making->result->score.styles;
    int count = words_style_count(styles);

    if (making->person->advice == NULL)
        return;
    document_heading(making->document, phrase(making->lang, SAY_MEANING));
    if (count == LEWIS_STYLES) {
        add_all_styles(making);
        return;
    }
    for (int s = 0; s < LEWIS_STYLES; s++)
        if (styles >> s & 1)
            add_portrait(making, (enum lewis_style)s, true);
}

/* The style with the largest share. */
static enum lewis_style
largest(const struct lewis_score *score)
{
    enum lewis_style style = LEWIS_LINEAR;

    for (int s = 1; s < LEWIS_STYLES; s++)
        if (score->share[s] > score->share[style])
            style = (enum lewis_style)s;
    return style;
}

static void
add_meeting(const struct making *making, enum lewis_style from,
            enum lewis_style with)
{
    const struct lewis_meeting *meeting =
        lewis_advice_meeting(making->person->advice, from, with);
    struct text line = {0};

    text_print(&line, phrase(making->lang, SAY_WITH),
               words_style(making->lang, with));
    document_subheading(making->document, text_string(&line));
    text_release(&line);
    for (size_t i = 0; i < meeting->tip_count && i < TIPS; i++)
        document_item(making->document, NULL, in(making, meeting->tip[i]));
}

/* Where no style comes first: what people of each value. */
static void
add_values(const struct making *making)
{
    document_text(making->document, TONE_PLAIN,
                  phrase(making->lang, SAY_TRY_ALL));
    for (int s = 0; s < LEWIS_STYLES; s++)
        document_item(making->document,
                      words_style_title(making->lang, (enum lewis_style)s),
                      in(making, lewis_advice_style(making->person->advice,
                                                    (enum lewis_style)s)
                                     ->values));
}

static void
add_tries(const struct making *making)
{
    const struct lewis_score *score = &making->result->score;
    enum lewis_style from = largest(score);
    struct text line = {0};

    if (making->person->advice == NULL)
        return;
    document_heading(making->document, phrase(making->lang, SAY_TRY));
    if (words_style_count(score->styles) == LEWIS_STYLES) {
        add_values(making);
    } else {
        text_print(&line, phrase(making->lang, SAY_TRY_KEY),
                   words_style(making->lang, from));
        document_text(making->document, TONE_PLAIN, text_string(&line));
        for (int s = 0; s < LEWIS_STYLES; s++)
            add_meeting(making, from, (enum lewis_style)s);
    }
    text_release(&line);
    document_text(making->document, TONE_NOTICE,
                  in(making, lewis_advice_warning(making->person->advice)));
}

static void
add_method(const struct making *making)
{
    const struct lewis_person *person = making->person;
    struct text line = {0};

    document_heading(making->document, phrase(making->lang, SAY_METHOD));
    document_text(making->document, TONE_QUIET,
                  phrase(making->lang, lewis_bank_kind(person->bank) ==
                                               LEWIS_BANK_RATING
                                           ? SAY_METHOD_RATING
                                           : SAY_METHOD_CHOICE));
    text_print(&line, phrase(making->lang, SAY_METHOD_REGION),
               100 * person->options.level);
    document_text(making->document, TONE_QUIET, text_string(&line));
    document_text(making->document, TONE_QUIET,
                  phrase(making->lang, SAY_METHOD_LIMIT));
    text_release(&line);
}

static bool
write_scored(const struct making *making, struct lewis_error *error)
{
    add_first(making);
    if (!add_figure(making, error))
        return false;
    add_shares(making);
    add_near(making);
    document_page(making->document, phrase(making->lang, SAY_NEAR_PAGE));
    add_flags(making);
    add_topics(making);
    add_meaning(making);
    add_tries(making);
    add_method(making);
    return true;
}

static bool
write_picture(const struct making *making, struct lewis_error *error)
{
    add_first(making);
    if (!add_figure(making, error))
        return false;
    add_shares(making);
    if (making->person->atlas != NULL)
        document_text(making->document, TONE_QUIET,
                      phrase(making->lang, SAY_CAVEAT));
    document_text(making->document, TONE_QUIET,
                  phrase(making->lang, SAY_METHOD_LIMIT));
    return true;
}

/* The sentences of the page of lines, which are the same. */
static bool
write_unscored(const struct making *making, struct lewis_error *error)
{
    struct lewis_page *page = lewis_page_new(LEWIS_PAGE_WIDEST, error);
    char line[512];
    const char *at;

    if (page == NULL)
        return false;
    person_unscored(making->result, page);
    for (at = lewis_page_text(page); *at != '\0'; at += *at != '\0') {
        size_t size = strcspn(at, "\n");

        snprintf(line, sizeof line, "%.*s", (int)size, at);
        if (size > 0)
            document_text(making->document,
                          *at == ' ' ? TONE_PLAIN : TONE_LEAD, line);
        at += size;
    }
    lewis_page_free(page);
    return true;
}

static const char *
title_of(const struct lewis_person *person, char name[], size_t size)
{
    snprintf(name, size, "%.*s", (int)person->id_size,
             person->id == NULL ? "" : person->id);
    return name[strspn(name, " ")] == '\0'
               ? phrase(person->lang, SAY_YOUR_RESULT)
               : name;
}

typedef bool body_writer(const struct making *making, struct lewis_error *error);

/* A document of so many pages, with that body if there is a result. */
static struct lewis_document *
make(const struct lewis_person *person,
     const struct lewis_document_options *options, size_t pages,
     body_writer *body, bool *scored, struct lewis_error *error)
{
    struct result result;
    struct making making = {.result = &result,
                            .person = person,
                            .lang = person->lang};
    char name[400];
    bool ok = result_init(&result, person, error);

    if (ok) {
        making.document =
            document_new(options, title_of(person, name, sizeof name),
                         phrase(person->lang, SAY_SUBJECT_PERSON));
        ok = making.document != NULL;
        if (!ok)
            error_memory(error);
    }
    if (scored != NULL)
        *scored = ok && result.score.status == LEWIS_SCORED;
    if (ok) {
        making.document->pages_wanted = pages;
        add_origin(&making);
        ok = result.score.status == LEWIS_SCORED
                 ? body(&making, error)
                 : write_unscored(&making, error);
    }
    result_release(&result);
    if (ok && document_ok(making.document))
        return making.document;
    if (ok)
        error_memory(error);
    lewis_document_free(making.document);
    return NULL;
}

struct lewis_document *
lewis_report_person_document(const struct lewis_person *person,
                             const struct lewis_document_options *options,
                             bool *scored, struct lewis_error *error)
{
    return make(person, options, PAGES, write_scored, scored, error);
}

struct lewis_document *
lewis_report_person_picture(const struct lewis_person *person,
                            const struct lewis_document_options *options,
                            bool *scored, struct lewis_error *error)
{
    return make(person, options, 1, write_picture, scored, error);
}
