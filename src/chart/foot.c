/* foot.c - how many people, how to read the picture, and what it is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/panel.h"

#include "base/text.h"
#include "chart/left_out.h"
#include "chart/moves.h"
#include "chart/theme.h"
#include "chart/wording.h"
#include "chart/zoom.h"

static void
add_people(const struct panel_facts *facts, struct text *text)
{
    const struct lewis_chart *chart = facts->chart;
    const char *lang = facts->options->lang;

    if (chart->count == 0)
        text_add(text, wording(lang, TELL_NOBODY));
    else if (chart->count == 1)
        text_add(text, wording(lang, TELL_ONE_PERSON));
    else {
        people_add_number(text, chart->count);
        text_add(text, wording(lang, TELL_PEOPLE));
    }
    text_add(text, ".");
    if (chart->unscored == 0)
        return;
    text_add(text, " ");
    text_print(text, wording(lang, TELL_NOT_DRAWN), chart->unscored,
               chart->unscored + chart->count);
}

const char *
foot_people(const struct panel_facts *facts)
{
    struct text text = {0};

    add_people(facts, &text);
    return typeset_keep(facts->arena, &text);
}

/* A sentence with a list, or nothing without one. */
static void
add_list(struct text *text, const struct panel_facts *facts,
         enum wording sentence, const char *list)
{
    if (list == NULL || *list == '\0')
        return;
    text_add(text, " ");
    text_print(text, wording(facts->options->lang, sentence), list);
}

/* What had no room. */
static void
add_missing(struct text *text, const struct panel_facts *facts,
            const char *left_out, bool no_country_names,
            bool some_names_missing)
{
    const char *lang = facts->options->lang;

    if (facts->chart->count > CHART_LABELLED && !facts->hexagons) {
        text_add(text, " ");
        text_print(text, wording(lang, TELL_NO_NAMES), CHART_LABELLED);
    }
    if (some_names_missing)
        text_print(text, " %s", wording(lang, TELL_NAMES_MISSING));
    add_list(text, facts, TELL_WORDS_MISSING, facts->words_left_out);
    if (no_country_names)
        text_print(text, " %s", wording(lang, TELL_COUNTRIES_OFF));
    add_list(text, facts, TELL_COUNTRIES_CUT, left_out);
    add_list(text, facts, TELL_COUNTRIES_LISTED, facts->listed);
}

/* What lies outside of the part that is shown; when that is all, and more than
 * a line of names, without them. */
static void
add_outside(struct text *text, const struct panel_facts *facts,
            const struct typeset *set, double width)
{
    if (!facts->countries && panel_any_country(facts) &&
        typeset_width(set, facts->outside) > width)
        text_print(text, " %s", wording(facts->options->lang,
                                        TELL_COUNTRIES_ALL_OUTSIDE));
    else
        add_list(text, facts, TELL_COUNTRIES_OUTSIDE, facts->outside);
}

/* NULL once the arena has failed. */
static const char *
number_of(const struct panel_facts *facts, size_t number)
{
    struct text text = {0};

    people_add_number(&text, number);
    return typeset_keep(facts->arena, &text);
}

static void
add_out_of_sight(struct text *text, const struct panel_facts *facts)
{
    const char *out = number_of(facts, facts->out_of_sight);
    const char *all = number_of(facts, facts->chart->count);

    if (facts->out_of_sight == 0 || out == NULL || all == NULL)
        return;
    text_add(text, " ");
    text_print(text, wording(facts->options->lang, TELL_OUT_OF_SIGHT), out,
               all);
}

/* How small triangles are read; NULL once the arena has failed. */
static const char *
reading(const struct panel_facts *facts)
{
    struct text text = {0};

    text_print(&text, wording(facts->options->lang, TELL_READING),
               100 * facts->options->level);
    return typeset_keep(facts->arena, &text);
}

/* Of countries nothing is said where there are none. */
static const char *
caution(const struct panel_facts *facts)
{
    return panel_any_country(facts)
               ? wording(facts->options->lang, TELL_CAUTION)
               : NULL;
}

bool
panel_any_country(const struct panel_facts *facts)
{
    return facts->countries ||
           (facts->outside != NULL && *facts->outside != '\0');
}

struct foot
foot_of(const struct panel_facts *facts, const struct frame *frame,
        const char *left_out, bool no_country_names, bool some_names_missing)
{
    double size = theme.foot_size * frame->text;
    double width = frame->area.x1 - frame->area.x0;
    struct typeset set = {facts->arena, facts->measure, size, false, false};
    struct text text = {0};
    const char *first, *second;
    struct foot foot;

    add_people(facts, &text);
    if (!facts->small) /* they each have their own */
        people_add_sureness(&text, facts->chart, facts->options);
    groups_add_geometry(&text, facts->groups);
    moves_add_words(&text, facts->chart, facts->options);
    left_out_add_words(&text, facts);
    if (facts->options->note != NULL && *facts->options->note != '\0')
        text_print(&text, " %s", panel_clean(facts, facts->options->note));
    add_missing(&text, facts, left_out, no_country_names, some_names_missing);
    text_add(&text, " ");
    zoom_add_words(&text, &frame->view, facts->options->lang);
    add_out_of_sight(&text, facts);
    add_outside(&text, facts, &set, width);
    first = typeset_keep(facts->arena, &text);
    foot.text[0] =
        typeset_no_widow(&set, first == NULL ? "" : first, width, 8);
    second = facts->small ? reading(facts) : caution(facts);
    foot.text[1] =
        typeset_no_widow(&set, second == NULL ? "" : second, width, 6);
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
