/* person.c - the personal result, from top to bottom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/person.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "report/words.h"

enum { LONGEST_NAME = 40, MOST_MISSING = 12 };

/* The person's name or code, cut to what a heading holds. */
static void
add_name(struct lewis_page *page, const char *bytes, size_t size)
{
    size_t end = 0, step;

    while (end < size) {
        step = utf8_length(bytes + end, size - end);
        step = step == 0 ? 1 : step;
        if (utf8_columns(bytes, end + step) > LONGEST_NAME)
            break;
        end += step;
    }
    lewis_page_add_bytes(page, LEWIS_INK_STRONG, bytes, end);
    lewis_page_add(page, LEWIS_INK_STRONG, end < size ? "..." : "");
}

void
person_head(const struct lewis_person *person, const char *items,
            struct lewis_page *page)
{
    struct text line = {0};

    if (person->id_size == 0)
        lewis_page_add(page, LEWIS_INK_STRONG,
                       phrase(person->lang, SAY_YOUR_RESULT));
    else
        add_name(page, person->id, person->id_size);
    lewis_page_end(page);
    text_print(&line, phrase(person->lang, SAY_BANK_VERSION),
               lewis_text_in(lewis_bank_title(person->bank), person->lang),
               lewis_bank_version(person->bank));
    text_add(&line, items);
    lewis_page_wrap(page, 0, LEWIS_INK_QUIET, text_string(&line));
    text_release(&line);
}

/* The scored items without an answer, the first of them by name. */
static void
say_missing(const struct result *result, struct lewis_page *page)
{
    const struct lewis_person *person = result->person;
    struct text list = {0};
    size_t n = 0;

    text_add(&list, phrase(person->lang, SAY_WITHOUT_ANSWER));
    for (size_t i = 0; i < lewis_bank_item_count(person->bank); i++) {
        const struct lewis_item *item = lewis_bank_item(person->bank, i);
        if (item->form == LEWIS_CHECK || person->answer[i].count > 0)
            continue;
        if (n < MOST_MISSING)
            text_print(&list, "%s%s", n == 0 ? "" : ", ", item->id);
        n++;
    }
    if (n > MOST_MISSING)
        text_print(&list, phrase(person->lang, SAY_AND_MORE), n - MOST_MISSING);
    text_add(&list, ".");
    if (n > 0)
        words_finish(page, &list);
    text_release(&list);
}

static void
say_incomplete(const struct result *result, struct lewis_page *page)
{
    const struct lewis_person *person = result->person;
    const struct lewis_score *score = &result->score;
    double part = person->options.min_answered >= 0
                      ? person->options.min_answered
                      : lewis_bank_min_answered(person->bank);

    if (score->reason == LEWIS_ALL_ZERO) {
        words_say(page, LEWIS_INK_PLAIN, phrase(person->lang, SAY_ALL_ZERO));
        return;
    }
    words_print(page, LEWIS_INK_PLAIN,
                phrase(person->lang,
                       lewis_bank_kind(person->bank) == LEWIS_BANK_RATING
                           ? SAY_TOO_FEW_OF_A_STYLE
                           : SAY_TOO_FEW),
                score->answered, score->answered + score->missing, 100 * part);
    say_missing(result, page);
    words_say(page, LEWIS_INK_PLAIN, phrase(person->lang, SAY_ANSWER_MORE));
}

static void
say_refused(const struct lewis_error *why, const char *lang,
            struct lewis_page *page)
{
    char line[LEWIS_ERROR_TEXT + 2 * LEWIS_ERROR_NAME + 64];

    words_say(page, LEWIS_INK_PLAIN, phrase(lang, SAY_REFUSED));
    words_say(page, LEWIS_INK_PLAIN, lewis_error_print(why, line, sizeof line));
    words_say(page, LEWIS_INK_PLAIN, phrase(lang, SAY_CORRECT_CELL));
}

void
person_unscored(const struct result *result, struct lewis_page *page)
{
    words_heading(page, phrase(result->person->lang, SAY_NO_RESULT));
    if (result->person->refused != NULL)
        say_refused(result->person->refused, result->person->lang, page);
    else
        say_incomplete(result, page);
}

void
person_say_first(struct text *line, const struct lewis_score *score,
                 const char *lang)
{
    int count = words_style_count(score->styles);
    struct text styles = {0};

    words_add_styles(&styles, lang, score->styles, score->share);
    if (count == LEWIS_STYLES)
        text_add(line, phrase(lang, SAY_NO_STYLE_FIRST));
    else
        text_print(line,
                   phrase(lang,
                          count == 2 ? SAY_TWO_STYLES_FIRST : SAY_STYLES_FIRST),
                   text_string(&styles));
    text_release_into(&styles, line);
}

void
person_sentence(const struct lewis_score *score, const char *lang,
                struct lewis_page *page)
{
    struct text line = {0};
    int count = words_style_count(score->styles);

    lewis_page_end(page);
    person_say_first(&line, score, lang);
    lewis_page_wrap(page, 0, LEWIS_INK_STRONG, text_string(&line));
    text_release(&line);
    if (count == LEWIS_STYLES)
        lewis_page_wrap(page, 0, LEWIS_INK_PLAIN,
                        phrase(lang, SAY_PERHAPS_ALL));
    if (score->rough || score->few)
        lewis_page_wrap(page, 0, LEWIS_INK_PLAIN, phrase(lang, SAY_ROUGH));
}

/* "NL Netherlands, DE Germany", in the order of the codes. */
static void
add_codes(const struct lewis_sketch *sketch, const char *lang,
          struct text *codes)
{
    const char *last = "";

    for (size_t n = 0; n < sketch->place_count; n++) {
        size_t next = sketch->place_count;

        for (size_t i = 0; i < sketch->place_count; i++)
            if (strcmp(sketch->code[i], last) > 0 &&
                (next == sketch->place_count ||
                 strcmp(sketch->code[i], sketch->code[next]) < 0))
                next = i;
        if (next == sketch->place_count)
            return;
        last = sketch->code[next];
        text_print(codes, "%s%s %s", n == 0 ? "" : ", ", last,
                   lewis_text_in(lewis_atlas_find(sketch->atlas, last)->name,
                                 lang));
    }
}

static void
say_key(const struct result *result, const struct lewis_sketch *sketch,
        struct lewis_page *page)
{
    const char *lang = result->person->lang;
    struct text key = {0}, codes = {0};

    lewis_page_end(page);
    if (result->person->drawer.chart) {
        text_add(&key, phrase(lang, SAY_PERSON_KEY));
    } else if (sketch->place_count == 0) {
        text_add(&key, phrase(lang, SAY_FIGURE_KEY));
    } else {
        add_codes(sketch, lang, &codes);
        text_print(&key, phrase(lang, SAY_FIGURE_KEY_COUNTRIES),
                   text_string(&codes));
    }
    text_release_into(&codes, &key);
    lewis_page_wrap(page, 0, LEWIS_INK_QUIET, text_string(&key));
    text_release(&key);
}

static bool
draw(const struct result *result, struct lewis_page *page,
     struct lewis_error *error)
{
    const struct lewis_drawer *drawer = &result->person->drawer;
    struct lewis_sketch sketch;

    if (drawer->draw == NULL)
        return true;
    result_sketch(result, &sketch);
    lewis_page_end(page);
    if (!drawer->draw(drawer->payload, &sketch, page, error))
        return false;
    say_key(result, &sketch, page);
    return true;
}

static bool
write_scored(const struct result *result, struct lewis_page *page,
             struct lewis_error *error)
{
    const char *lang = result->person->lang;
    struct text items = {0};

    text_add(&items, ", ");
    text_print(&items, phrase(lang, SAY_ITEMS_ANSWERED),
               result->score.answered,
               result->score.answered + result->score.missing);
    person_head(result->person, text_string(&items), page);
    text_release(&items);
    person_sentence(&result->score, lang, page);
    if (!draw(result, page, error))
        return false;
    person_shares(result, page);
    person_topics(result, page);
    person_near(result, page);
    person_meaning(result, page);
    person_flags(result, page);
    person_method(result, page);
    return true;
}

bool
lewis_report_person(const struct lewis_person *person, struct lewis_page *page,
                    bool *scored, struct lewis_error *error)
{
    struct result result;
    bool ok = result_init(&result, person, error);

    if (scored != NULL)
        *scored = ok && result.score.status == LEWIS_SCORED;
    if (ok && result.score.status == LEWIS_SCORED) {
        ok = write_scored(&result, page, error);
    } else if (ok) {
        person_head(person, "", page);
        person_unscored(&result, page);
    }
    result_release(&result);
    if (ok && !lewis_page_ok(page))
        ok = error_memory(error);
    return ok;
}
