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
    lewis_page_add(page, (enum lewis_ink)style, words_style_title(style));
    lewis_page_end(page);
    if (reading != NULL)
        words_say(page, LEWIS_INK_PLAIN, lewis_text_in(reading, person->lang));
    if (person->advice != NULL) {
        const struct lewis_portrait *portrait =
            lewis_advice_style(person->advice, style);
        words_labelled(page, LEWIS_INK_QUIET, "A strength",
                       lewis_text_in(portrait->strength, person->lang));
        words_labelled(page, LEWIS_INK_QUIET, "To keep in mind",
                       lewis_text_in(portrait->care, person->lang));
    }
}

/* No style comes first: what each of them gives, to look for oneself. */
static void
say_all_styles(const struct result *result, struct lewis_page *page)
{
    const struct lewis_person *person = result->person;

    words_say(page, LEWIS_INK_PLAIN,
              "No style stands out, so look for yourself which of these you "
              "know:");
    for (int s = 0; s < LEWIS_STYLES; s++)
        words_labelled(page, (enum lewis_ink)s,
                       words_style_title((enum lewis_style)s),
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
    words_heading(page, "What it may mean");
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

static void
add_flag(struct text *line, const struct result *result, unsigned flag)
{
    const struct lewis_quality *quality = &result->quality;
    const struct lewis_score *score = &result->score;

    switch (flag) {
    case LEWIS_FLAG_RUN:
        text_print(line, "The same answer was given %zu times in a row.",
                   quality->run);
        break;
    case LEWIS_FLAG_SPREAD:
        text_add(line, "All answers lie close together on the scale.");
        break;
    case LEWIS_FLAG_MODE:
        text_print(line, "%.0f %% of the answers are one and the same.",
                   100 * quality->mode);
        break;
    case LEWIS_FLAG_MISSING:
        text_print(line, "%zu of %zu items have no answer.", score->missing,
                   score->answered + score->missing);
        break;
    case LEWIS_FLAG_CHECK:
        text_print(line,
                   "%zu of the items that only ask for a certain answer got "
                   "another one.",
                   quality->failed);
        break;
    default:
        text_add(line, "One half of the items points elsewhere than the "
                       "other, further than chance would explain.");
    }
}

void
person_flags(const struct result *result, struct lewis_page *page)
{
    const struct lewis_quality *quality = &result->quality;

    if (quality->flags == 0)
        return;
    words_heading(page, "Worth a look");
    for (int i = 0; i < LEWIS_FLAGS; i++) {
        struct text line = {0};
        if (quality->flags >> i & 1)
            add_flag(&line, result, 1u << i);
        if (line.size > 0)
            words_item(page, text_string(&line));
        text_release(&line);
    }
    words_say(page, LEWIS_INK_PLAIN,
              quality->caution
                  ? "Together this is a reason for care: the result may say "
                    "less than it seems to. Filling it in again at a quiet "
                    "moment may help."
                  : "On its own this means little; it can be just how you "
                    "see it.");
}

void
person_method(const struct result *result, struct lewis_page *page)
{
    const struct lewis_person *person = result->person;
    struct text range = {0};

    words_heading(page, "How it was computed");
    if (lewis_bank_kind(person->bank) == LEWIS_BANK_RATING)
        words_item(page, "Each style's score is the mean of its items, as a "
                         "part of the scale; a share is its part of the "
                         "three.");
    else
        words_item(page, "The shares are those under which your choices are "
                         "most likely (Luce / Plackett-Luce).");
    text_print(&range,
               "The ranges and the dotted region hold what your answers do "
               "not contradict, at %.4g %% confidence.",
               100 * person->options.level);
    words_item(page, text_string(&range));
    text_release(&range);
    words_item(page, "A result says what you answered, not what you can do. "
                     "Formulas and checks: doc/method.md. Independent work, "
                     "not affiliated with Richard Lewis Communications.");
}
