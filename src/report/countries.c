/* countries.c - where a country stands, and what differs between two.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <lewis/report.h>

#include "report/meetings.h"
#include "report/words.h"

static const char *
name_of(const struct lewis_countries *in, const struct lewis_country *country)
{
    return lewis_text_in(country->name, in->lang);
}

static void
add_place(struct text *line, const char *lang,
          const struct lewis_country *country)
{
    const char *from = words_style(lang, country->from);
    const char *toward = words_style(lang, country->toward);

    if (country->step == 0)
        text_print(line, phrase(lang, SAY_IN_CORNER), from);
    else if (2 * country->step == country->steps)
        text_print(line, phrase(lang, SAY_MIDWAY), from, toward, country->step,
                   country->steps);
    else
        text_print(line, phrase(lang, SAY_BETWEEN), from, toward,
                   country->step, country->steps, from);
}

static void
add_measured(struct text *line, const char *lang,
             const struct lewis_country *country)
{
    text_print(line, phrase(lang, SAY_MEASURED), country->n);
    for (int s = 0; s < LEWIS_STYLES; s++) {
        text_add(line, words_joint(lang, (size_t)s, LEWIS_STYLES));
        text_print(line, phrase(lang, SAY_SHARE_OF), 100 * country->share[s],
                   words_style(lang, (enum lewis_style)s));
    }
    text_add(line, ".");
}

static void
say_confidence(const struct lewis_countries *in,
               const struct lewis_country *country, struct lewis_page *page)
{
    const struct lewis_text *text =
        lewis_atlas_confidence(in->atlas, country->confidence);
    struct text line = {0};

    if (country->confidence == '\0')
        return;
    text_print(&line, "%c%s%s", country->confidence, text == NULL ? "" : ", ",
               text == NULL ? "" : lewis_text_in(text, in->lang));
    text_add(&line, phrase(in->lang, SAY_CONFIDENCE_KEY));
    words_labelled(page, LEWIS_INK_QUIET, phrase(in->lang, SAY_CONFIDENCE),
                   text_string(&line));
    text_release(&line);
}

static void
say_sources(const struct lewis_countries *in,
            const struct lewis_country *country, struct lewis_page *page)
{
    const char *id = country->sources == NULL ? "" : country->sources;

    while (*id != '\0') {
        size_t size = strcspn(id, " ");
        char word[64];
        const char *source;
        snprintf(word, sizeof word, "%.*s", (int)size, id);
        source = lewis_atlas_source(in->atlas, word);
        lewis_page_pad(page, WORDS_INDENT);
        lewis_page_add(page, LEWIS_INK_QUIET, word);
        lewis_page_pad(page, WORDS_INDENT + 3);
        lewis_page_wrap(page, WORDS_INDENT + 3, LEWIS_INK_QUIET,
                        source == NULL ? "" : source);
        id += size + (id[size] == ' ');
    }
}

/* Name, place, confidence, sources; without the caveat. */
static void
say_country(const struct lewis_countries *in,
            const struct lewis_country *country, struct lewis_page *page)
{
    struct text line = {0};

    text_print(&line, "%s (%s)", name_of(in, country), country->iso);
    lewis_page_wrap(page, 0, LEWIS_INK_STRONG, text_string(&line));
    text_release(&line);
    if (country->measured)
        add_measured(&line, in->lang, country);
    else
        add_place(&line, in->lang, country);
    words_finish(page, &line);
    if (country->region != NULL)
        words_print(page, LEWIS_INK_PLAIN,
                    phrase(in->lang, SAY_FIGURE_SAYS),
                    lewis_text_in(country->region, in->lang));
    say_confidence(in, country, page);
    if (country->note != NULL)
        words_say(page, LEWIS_INK_PLAIN,
                  lewis_text_in(country->note, in->lang));
    say_sources(in, country, page);
}

static void
say_limits(const struct lewis_countries *in, struct lewis_page *page)
{
    lewis_page_end(page);
    words_caveat(page, in->lang);
}

void
lewis_report_country(const struct lewis_countries *countries,
                     const struct lewis_country *country,
                     struct lewis_page *page)
{
    say_country(countries, country, page);
    say_limits(countries, page);
}

/* By how much b's share differs, in words: steps between ordinal points, else
 * percent. */
static void
add_amount(struct text *line, const char *lang, double change,
           const struct lewis_country *a, const struct lewis_country *b)
{
    long steps = lround(fabs(change) * a->steps);

    if (a->measured || b->measured || a->steps != b->steps)
        text_print(line, phrase(lang, SAY_PERCENT), 100 * fabs(change));
    else
        text_print(line, phrase(lang, steps == 1 ? SAY_ONE_STEP : SAY_STEPS),
                   steps, a->steps);
}

/* The styles that b is nearer to (sign 1) or further from (-1). */
static size_t
add_changes(struct text *line, const char *lang, int sign,
            const struct lewis_country *a, const struct lewis_country *b)
{
    const double least = 0.005;
    size_t count = 0, k = 0;

    for (int s = 0; s < LEWIS_STYLES; s++)
        count += sign * (b->share[s] - a->share[s]) > least;
    for (int s = 0; s < LEWIS_STYLES; s++) {
        double change = b->share[s] - a->share[s];
        if (sign * change <= least)
            continue;
        text_print(line, "%s%s (", words_joint(lang, k++, count),
                   words_style(lang, (enum lewis_style)s));
        add_amount(line, lang, change, a, b);
        text_add(line, ")");
    }
    return count;
}

/* Is there a side of the triangle that both stand on? */
static bool
on_one_side(const struct lewis_country *a, const struct lewis_country *b)
{
    for (int s = 0; s < LEWIS_STYLES; s++)
        if (a->share[s] < 1e-9 && b->share[s] < 1e-9)
            return true;
    return false;
}

static void
say_how_sure(const struct lewis_countries *in, const struct lewis_country *a,
             const struct lewis_country *b, struct lewis_page *page)
{
    if (a->measured || b->measured)
        return;
    words_say(page, LEWIS_INK_PLAIN,
              phrase(in->lang,
                     on_one_side(a, b) ? SAY_ONE_SIDE : SAY_TWO_SIDES));
}

static void
say_difference(const struct lewis_countries *in, const struct lewis_country *a,
               const struct lewis_country *b, struct lewis_page *page)
{
    struct text nearer = {0}, further = {0}, line = {0};

    words_heading(page, phrase(in->lang, SAY_DIFFERENCE));
    if (a->place == b->place) {
        words_say(page, LEWIS_INK_PLAIN, phrase(in->lang, SAY_ONE_PLACE));
        return;
    }
    add_changes(&nearer, in->lang, 1, a, b);
    add_changes(&further, in->lang, -1, a, b);
    text_print(&line, phrase(in->lang, SAY_STANDS_NEARER), name_of(in, b),
               text_string(&nearer), text_string(&further), name_of(in, a));
    text_release_into(&nearer, &line);
    text_release_into(&further, &line);
    words_finish(page, &line);
    say_how_sure(in, a, b, page);
}

void
lewis_report_countries(const struct lewis_countries *countries,
                       const struct lewis_country *a,
                       const struct lewis_country *b, struct lewis_page *page)
{
    say_country(countries, a, page);
    lewis_page_end(page);
    say_country(countries, b, page);
    say_difference(countries, a, b, page);
    if (countries->advice != NULL)
        meetings_say(countries, a, b, page);
    say_limits(countries, page);
}
