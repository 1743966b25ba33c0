/* meaning.c - what a result may mean, what to look at, how it was computed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/person.h"
#include "report/words.h"

/* The bank's own words, and the advice, for one of the styles that may come
 * first. */
static void
say_style(const struct result *result, enum lewis_style style,
          struct lewis_page *page)
{
    const struct lewis_person *person = result->person;
    const struct lewis_text *reading =
        lewis_bank_reading(person->bank, LEWIS_NO_SECTION, style, LEWIS_HIGH);

    if (reading == NULL && person->advice == NULL)
        return;
    lewis_page_pad(page, WORDS_INDENT);
    lewis_page_add(page, (enum lewis_ink)style,
                   words_style_title(person->lang, style));
    lewis_page_end(page);
    if (reading != NULL)
        words_say(page, LEWIS_INK_PLAIN, lewis_text_in(reading, person->lang));
    if (person->advice != NULL) {
        const struct lewis_portrait *portrait =
            lewis_advice_style(person->advice, style);
        words_labelled(page, LEWIS_INK_QUIET, phrase(person->lang, SAY_STRENGTH),
                       lewis_text_in(portrait->strength, person->lang));
        words_labelled(page, LEWIS_INK_QUIET, phrase(person->lang, SAY_CARE),
                       lewis_text_in(portrait->care, person->lang));
    }
}

/* No style comes first: what each of them gives, to look for oneself. */
static void
say_all_styles(const struct result *result, struct lewis_page *page)
{
    const struct lewis_person *person = result->person;

    words_say(page, LEWIS_INK_PLAIN, phrase(person->lang, SAY_ALL_STYLES));
    for (int s = 0; s < LEWIS_STYLES; s++)
        words_labelled(page, (enum lewis_ink)s,
                       words_style_title(person->lang, (enum lewis_style)s),
                       lewis_text_in(lewis_advice_style(person->advice,
                                                        (enum lewis_style)s)
                                         ->strength,
                                     person->lang));
}

static bool
has_reading(const struct result *result)
{
    for (int s = 0; s < LEWIS_STYLES; s++)
        if ((result->score.styles >> s & 1) &&
            lewis_bank_reading(result->person->bank, LEWIS_NO_SECTION,
                               (enum lewis_style)s, LEWIS_HIGH) != NULL)
            return true;
    return false;
}

void
person_meaning(const struct result *result, struct lewis_page *page)
{
    const struct lewis_person *person = result->person;
    int count = words_style_count(result->score.styles);
    bool first = true;

    if (person->advice == NULL &&
        (count == LEWIS_STYLES || !has_reading(result)))
        return;
    words_heading(page, phrase(person->lang, SAY_MEANING));
    if (count == LEWIS_STYLES)
        say_all_styles(result, page);
    for (int s = 0; s < LEWIS_STYLES && count < LEWIS_STYLES; s++) {
        if (!(result->score.styles >> s & 1))
            continue;
        if (!first)
            lewis_page_end(page);
        say_style(result, (enum lewis_style)s, page);
        first = false;
    }
    if (person->advice != NULL) {
        lewis_page_end(page);
        words_say(
            page, LEWIS_INK_PLAIN,
            lewis_text_in(lewis_advice_warning(person->advice), person->lang));
    }
}

void
person_add_flag(struct text *line, const struct result *result, unsigned flag)
{
    const struct lewis_quality *quality = &result->quality;
    const struct lewis_score *score = &result->score;
    const char *lang = result->person->lang;

    switch (flag) {
    case LEWIS_FLAG_RUN:
        text_print(line, phrase(lang, SAY_FLAG_RUN), quality->run);
        break;
    case LEWIS_FLAG_SPREAD:
        text_add(line, phrase(lang, SAY_FLAG_SPREAD));
        break;
    case LEWIS_FLAG_MODE:
        text_print(line, phrase(lang, SAY_FLAG_MODE), 100 * quality->mode);
        break;
    case LEWIS_FLAG_MISSING:
        text_print(line, phrase(lang, SAY_FLAG_MISSING), score->missing,
                   score->answered + score->missing);
        break;
    case LEWIS_FLAG_CHECK:
        text_print(line, phrase(lang, SAY_FLAG_CHECK), quality->failed);
        break;
    default:
        text_add(line, phrase(lang, SAY_FLAG_HALVES));
    }
}

void
person_flags(const struct result *result, struct lewis_page *page)
{
    const struct lewis_quality *quality = &result->quality;

    if (quality->flags == 0)
        return;
    words_heading(page, phrase(result->person->lang, SAY_FLAGS));
    for (int i = 0; i < LEWIS_FLAGS; i++) {
        struct text line = {0};
        if (quality->flags >> i & 1)
            person_add_flag(&line, result, 1u << i);
        if (line.size > 0 || line.failed)
            words_item(page, text_string(&line));
        text_release(&line);
    }
    words_say(page, LEWIS_INK_PLAIN,
              phrase(result->person->lang,
                     quality->caution ? SAY_CAUTION : SAY_NO_CAUTION));
}

void
person_method(const struct result *result, struct lewis_page *page)
{
    const struct lewis_person *person = result->person;
    struct text range = {0};

    words_heading(page, phrase(person->lang, SAY_METHOD));
    words_item(page,
               phrase(person->lang,
                      lewis_bank_kind(person->bank) == LEWIS_BANK_RATING
                          ? SAY_METHOD_RATING
                          : SAY_METHOD_CHOICE));
    text_print(&range, phrase(person->lang,
                      person->drawer.draw == NULL ? SAY_METHOD_NO_REGION
                      : person->drawer.chart      ? SAY_METHOD_REGION
                                                  : SAY_METHOD_RANGE),
               100 * person->options.level);
    words_item(page, text_string(&range));
    text_release(&range);
    words_item(page, phrase(person->lang, SAY_METHOD_LIMIT));
}
