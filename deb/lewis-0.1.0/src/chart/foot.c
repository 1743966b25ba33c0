/* foot.c - how many people, how to read the picture, and what it is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/panel.h"

#include "base/text.h"
#include "chart/moves.h"
#include "chart/theme.h"
#include "chart/zoom.h"

static const char caution[] =
    "Country positions are illustrative and ordinal: only their order along "
    "the edges is known. People of one country differ widely.";

static void
add_people(const struct lewis_chart *chart, struct text *text)
{
    if (chart->count == 0)
        text_add(text, "No one scored.");
    else if (chart->count == 1)
        text_add(text, "1 person.");
    else {
        people_add_number(text, chart->count);
        text_add(text, " people.");
    }
    if (chart->unscored > 0)
        text_print(text, " %zu of %zu without a profile: not drawn.",
                   chart->unscored, chart->unscored + chart->count);
}

const char *
foot_people(const struct lewis_chart *chart, struct arena *arena)
{
    struct text text = {0};

    add_people(chart, &text);
    return typeset_keep(arena, &text);
}

struct foot
foot_of(const struct panel_facts *facts, const struct frame *frame,
        const char *left_out, bool no_country_names, bool some_names_missing)
{
    double size = theme.foot_size * frame->text;
    double width = frame->area.x1 - frame->area.x0;
    struct typeset set = {facts->arena, facts->measure, size, false};
    struct text text = {0};
    const char *first;
    struct foot foot;

    add_people(facts->chart, &text);
    people_add_sureness(&text, facts->chart, facts->options->level);
    groups_add_geometry(&text, facts->groups);
    moves_add_words(&text, facts->chart, facts->options->level);
    if (facts->options->note != NULL && *facts->options->note != '\0')
        text_print(&text, " %s", panel_clean(facts, facts->options->note));
    if (facts->chart->count > CHART_LABELLED && !facts->hexagons)
        text_print(&text, " More than %d people: no names.", CHART_LABELLED);
    if (some_names_missing)
        text_add(&text, " Some names had no room beside their marker.");
    if (facts->words_left_out != NULL && *facts->words_left_out != '\0')
        text_print(&text, " Not shown here: %s.", facts->words_left_out);
    if (no_country_names)
        text_add(&text, " Country names are left out: the page is small.");
    if (left_out != NULL && *left_out != '\0')
        text_print(&text, " Countries that had no room (+): %s.", left_out);
    if (facts->listed != NULL && *facts->listed != '\0')
        text_print(&text, " Countries not labelled: %s.", facts->listed);
    text_add(&text, " ");
    zoom_add_words(&text, &frame->view);
    if (facts->outside != NULL && *facts->outside != '\0')
        text_print(&text, " Countries outside of it: %s.", facts->outside);
    first = typeset_keep(facts->arena, &text);
    foot.text[0] = typeset_wrap(&set, first == NULL ? "" : first, width, 8);
    foot.text[1] = typeset_wrap(
        &set, facts->reading == NULL ? caution : facts->reading, width, 6);
    foot.box = frame->area;
    foot.box.y0 =
        foot.box.y1 - (double)(foot.text[0].count + foot.text[1].count) * size *
                          theme.line_height;
    return foot;
}

void
foot_draw(const struct foot *foot, const struct frame *frame,
          struct lewis_scene *scene)
{
    double size = theme.foot_size * frame->text;
    double y = foot->box.y0 + size;

    scene_group(scene, "foot", NULL);
    for (int i = 0; i < 2; i++) {
        scene_group(scene, "paragraph", NULL);
        for (size_t k = 0; k < foot->text[i].count; k++) {
            scene_text(scene, (struct scene_point){foot->box.x0, y},
                       foot->text[i].line[k], size, false, SCENE_START,
                       frame->colour->quiet, 0, 0);
            y += size * theme.line_height;
        }
        scene_end(scene);
    }
    scene_end(scene);
}
