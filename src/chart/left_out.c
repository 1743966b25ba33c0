/* left_out.c - rows that are not drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/left_out.h"

#include <string.h>

#include "base/error.h"
#include "chart/highlight.h"
#include "chart/wording.h"

enum { LONGEST = 40 /* bytes of a name */ };

/* The name, cut at a whole character; NULL once the arena has failed. */
static const char *
short_name(struct arena *arena, const char *name, size_t size)
{
    const char *clean = typeset_clean(arena, name, size);
    struct text text = {0};

    if (clean == NULL || strlen(clean) <= LONGEST)
        return clean;
    text_add_bytes(&text, clean, utf8_cut(clean, LONGEST));
    text_add(&text, "\xE2\x80\xA6");
    return typeset_keep(arena, &text);
}

bool
lewis_chart_leave_out(struct lewis_chart *chart, enum lewis_left_out why,
                      const char *name, size_t size, struct lewis_error *error)
{
    struct lewis_left *left = &chart->left[why];
    const char *kept;

    if (!highlight_add(chart, name, size, CHART_TEAMS, NULL))
        return error_memory(error);
    left->count++;
    if (left->names == LEWIS_LEFT_NAMED)
        return true;
    kept = short_name(&chart->arena, name, size);
    if (kept == NULL)
        return error_memory(error);
    if (*kept != '\0')
        left->name[left->names++] = kept;
    return true;
}

const struct lewis_left *
lewis_chart_left(const struct lewis_chart *chart, enum lewis_left_out why)
{
    return &chart->left[why];
}

void
lewis_chart_repeated(struct lewis_chart *chart, size_t rows)
{
    chart->repeated = rows;
}

/* "3 (Ann, Bob, Eve)". */
static const char *
list_of(const struct panel_facts *facts, const struct lewis_left *left)
{
    struct text text = {0};

    people_add_number(&text, left->count);
    for (size_t i = 0; facts->names != PANEL_NONE && i < left->names; i++)
        text_print(&text, "%s\xE2\x81\xA8%s\xE2\x81\xA9",
                   i == 0 ? " (" : ", ", left->name[i]);
    if (facts->names != PANEL_NONE && left->names > 0)
        text_add(&text, left->count > left->names ? ", \xE2\x80\xA6)" : ")");
    return typeset_keep(facts->arena, &text);
}

void
left_out_add_words(struct text *text, const struct panel_facts *facts)
{
    static const enum wording sentence[LEWIS_LEFT_OUTS] = {
        [LEWIS_LEFT_NO_ID] = TELL_NO_ID,
        [LEWIS_LEFT_ONLY_EARLIER] = TELL_ONLY_EARLIER,
        [LEWIS_LEFT_ONLY_LATER] = TELL_ONLY_LATER,
        [LEWIS_LEFT_WITHOUT_EARLIER] = TELL_WITHOUT_EARLIER,
        [LEWIS_LEFT_REPEATED] = TELL_REPEATED,
    };
    const struct lewis_chart *chart = facts->chart;
    const char *lang = facts->options->lang;

    for (int i = LEWIS_LEFT_NO_PROFILE + 1; i < LEWIS_LEFT_OUTS; i++) {
        const char *list = list_of(facts, &chart->left[i]);

        if (chart->left[i].count == 0 || list == NULL)
            continue;
        text_add(text, " ");
        text_print(text, wording(lang, sentence[i]), list);
    }
    if (chart->repeated == 0)
        return;
    text_add(text, " ");
    text_print(text,
               wording(lang, chart->repeated == 1 ? TELL_ONE_TWICE
                                                  : TELL_SOME_TWICE),
               chart->repeated);
}
