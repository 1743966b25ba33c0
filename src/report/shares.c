/* shares.c - the three shares as bars, each with its range; the same in words
 * for the topics.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "report/person.h"
#include "report/words.h"

enum {
    NAME = 15,    /* columns of a style's name, and its gap */
    NUMBERS = 16, /* of "  100 %  (0-100)" */
    SHORTEST_BAR = 20,
    LONGEST_BAR = 44,
    GLYPHS = 4
};

/* Surely there, perhaps there, the best guess, not there. */
static const char *const glyphs[2][GLYPHS] = {
    {"█", "▒", "┃", "·"},
    {"#", "-", "|", "."},
};
enum { SURE, PERHAPS, GUESS, NONE };

static long
percent(double share)
{
    return lround(100 * share);
}

/* Which glyph stands in a cell of the bar. */
static int
glyph_at(size_t cell, size_t cells, const struct lewis_score *score, int style)
{
    double width = (double)cells;
    size_t guess = (size_t)fmin(width - 1, floor(score->share[style] * width));
    double middle = ((double)cell + 0.5) / width;

    if (cell == guess)
        return GUESS;
    if (middle < score->low[style])
        return SURE;
    return middle < score->high[style] ? PERHAPS : NONE;
}

static void
add_bar(const struct result *result, int style, size_t cells,
        struct lewis_page *page)
{
    const char *const *glyph = glyphs[result->person->ascii ? 1 : 0];

    for (size_t cell = 0; cell < cells; cell++) {
        int kind = glyph_at(cell, cells, &result->score, style);
        enum lewis_ink ink = (enum lewis_ink)style;
        if (kind == GUESS)
            ink = LEWIS_INK_STRONG;
        if (kind == NONE)
            ink = LEWIS_INK_QUIET;
        lewis_page_add(page, ink, glyph[kind]);
    }
}

static void
add_numbers(const struct lewis_score *score, int style, struct lewis_page *page)
{
    char numbers[80];

    snprintf(numbers, sizeof numbers, " %3ld %% (%ld-%ld)",
             percent(score->share[style]), percent(score->low[style]),
             percent(score->high[style]));
    lewis_page_add(page, LEWIS_INK_PLAIN, numbers);
    lewis_page_end(page);
}

/* Name, bar and numbers on a line; the bar below them where that would leave
 * it short. */
static void
add_share(const struct result *result, int style, struct lewis_page *page)
{
    size_t width = lewis_page_width(page) - WORDS_INDENT;
    size_t cells = width - NAME - NUMBERS;
    bool below = cells < SHORTEST_BAR;

    if (below)
        cells = width - WORDS_INDENT;
    if (cells > LONGEST_BAR)
        cells = LONGEST_BAR;
    lewis_page_pad(page, WORDS_INDENT);
    lewis_page_add(page, (enum lewis_ink)style,
                   words_style_title(result->person->lang,
                                     (enum lewis_style)style));
    lewis_page_pad(page, WORDS_INDENT + NAME);
    if (below) {
        add_numbers(&result->score, style, page);
        lewis_page_pad(page, WORDS_INDENT);
    }
    add_bar(result, style, cells, page);
    if (below)
        lewis_page_end(page);
    else
        add_numbers(&result->score, style, page);
}

/* The same for ears. */
static void
say_shares(const struct result *result, struct lewis_page *page)
{
    const struct lewis_score *score = &result->score;
    const char *lang = result->person->lang;

    for (int s = 0; s < LEWIS_STYLES; s++)
        words_print(page, LEWIS_INK_PLAIN, phrase(lang, SAY_SHARE_SPOKEN),
                    words_style_title(lang, (enum lewis_style)s),
                    percent(score->share[s]), percent(score->low[s]),
                    percent(score->high[s]));
    words_say(page, LEWIS_INK_QUIET, phrase(lang, SAY_SHARES_SPOKEN));
}

void
person_shares(const struct result *result, struct lewis_page *page)
{
    const char *const *glyph = glyphs[result->person->ascii ? 1 : 0];
    const char *lang = result->person->lang;
    struct text key = {0};

    words_heading(page, phrase(lang, SAY_SHARES));
    if (result->person->spoken) {
        say_shares(result, page);
        return;
    }
    for (int s = 0; s < LEWIS_STYLES; s++)
        add_share(result, s, page);
    text_print(&key, phrase(lang, SAY_SHARES_KEY), glyph[GUESS], glyph[SURE],
               glyph[PERHAPS]);
    words_say(page, LEWIS_INK_QUIET, text_string(&key));
    text_release(&key);
}

/* What a topic's answers put first. */
void
person_add_topic(struct text *text, const char *lang,
                 const struct lewis_score *score)
{
    if (score->status != LEWIS_SCORED)
        text_add(text, phrase(lang, SAY_NOT_ENOUGH));
    else if (words_style_count(score->styles) == LEWIS_STYLES)
        text_add(text, phrase(lang, SAY_OPEN));
    else
        words_add_styles(text, lang, score->styles, score->share);
    if (score->status == LEWIS_SCORED && score->few)
        text_add(text, phrase(lang, SAY_FEW_ITEMS));
}

static bool
puts_first(const struct lewis_score *topic)
{
    return topic->status == LEWIS_SCORED &&
           words_style_count(topic->styles) < LEWIS_STYLES;
}

static size_t
widest_name(const struct result *result, size_t most)
{
    size_t widest = 0;

    for (size_t s = 0; s < result->topic_count; s++) {
        const char *name =
            lewis_text_in(lewis_bank_section(result->person->bank, s)->name,
                          result->person->lang);
        size_t width = utf8_columns(name, strlen(name));
        if (width > widest)
            widest = width;
    }
    return widest < most ? widest : most;
}

/* Name and finding on a line; the finding on its own where the name is wide. */
static void
add_topic(const struct result *result, size_t topic, size_t column,
          struct lewis_page *page)
{
    const char *name =
        lewis_text_in(lewis_bank_section(result->person->bank, topic)->name,
                      result->person->lang);
    struct text found = {0};

    if (result->person->spoken)
        text_print(&found, "%s: ", name);
    person_add_topic(&found, result->person->lang, &result->topic[topic]);
    if (result->person->spoken) {
        words_say(page, LEWIS_INK_PLAIN, text_string(&found));
        text_release(&found);
        return;
    }
    lewis_page_pad(page, WORDS_INDENT);
    if (utf8_columns(name, strlen(name)) + WORDS_INDENT + 2 > column) {
        lewis_page_wrap(page, WORDS_INDENT, LEWIS_INK_PLAIN, name);
    } else {
        lewis_page_add(page, LEWIS_INK_PLAIN, name);
    }
    lewis_page_pad(page, column);
    lewis_page_wrap(page, column,
                    puts_first(&result->topic[topic]) ? LEWIS_INK_STRONG
                                                      : LEWIS_INK_PLAIN,
                    text_string(&found));
    text_release(&found);
}

static size_t
count_firsts(const struct result *result)
{
    size_t count = 0;

    for (size_t s = 0; s < result->topic_count; s++)
        count += puts_first(&result->topic[s]);
    return count;
}

void
person_topics(const struct result *result, struct lewis_page *page)
{
    size_t most = lewis_page_width(page) / 2 - 4, column;
    size_t firsts = count_firsts(result);
    const char *lang = result->person->lang;

    if (result->topic_count == 0)
        return;
    words_heading(page, phrase(lang, SAY_TOPICS));
    if (firsts == 0) {
        words_say(page, LEWIS_INK_PLAIN, phrase(lang, SAY_TOPICS_OPEN));
        return;
    }
    column = WORDS_INDENT + widest_name(result, most) + 2;
    for (size_t s = 0; s < result->topic_count; s++)
        add_topic(result, s, column, page);
    if (firsts < result->topic_count)
        words_say(page, LEWIS_INK_QUIET, phrase(lang, SAY_OPEN_KEY));
}
