/* triangle_chart.c - figures in, scene out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/chart.h>

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "chart/arrows.h"
#include "chart/backdrop.h"
#include "chart/country_labels.h"
#include "chart/hexagons.h"
#include "chart/highlight.h"
#include "chart/key.h"
#include "chart/members.h"
#include "chart/overlay.h"
#include "chart/panel.h"
#include "chart/regions.h"
#include "chart/theme.h"
#include "chart/wording.h"
#include "chart/zoom.h"

enum { PAGE_LEAST = 200, PAGE_MOST = 14400, SIDE_STEPS = 80, SIDE_LOOSE = 46, PASSES = 8 };

/* Everything that is laid out, in one place. */
struct layout {
    struct panel_facts facts;
    struct frame frame;
    struct country_labels countries;
    struct head head;
    struct legend legend;
    struct foot foot;
    bool foot_set; /* for the names that have no room now */
    struct view view;
    struct inset inset;
    struct key key;
    struct overlay overlay;
    bool some_names_missing;
    double label_pt; /* width at which country names are broken */
};

/* --- the largest triangle that leaves room for everything --- */

/* True when the block does not touch the triangle. */
static bool
clear_of_triangle(const struct frame *frame, struct box block)
{
    struct box air = box_grown(block, theme.gap * frame->scale);

    for (int i = 0; i < LEWIS_STYLES; i++)
        if (box_crossed(air, frame->corner[i],
                        frame->corner[(i + 1) % LEWIS_STYLES]))
            return false;
    return true;
}

static bool
blocks_fit(struct layout *layout)
{
    struct box block[] = {layout->head.box, layout->legend.box,
                          layout->inset.box, layout->key.box,
                          layout->foot.box};

    return clear_of_triangle(&layout->frame, block[0]) &&
           clear_of_triangle(&layout->frame, block[1]) &&
           clear_of_triangle(&layout->frame, block[2]) &&
           clear_of_triangle(&layout->frame, block[3]) &&
           !box_overlap(layout->key.box, layout->foot.box) &&
           !box_overlap(layout->key.box, layout->head.box) &&
           !box_overlap(layout->key.box, layout->inset.box) &&
           country_labels_settle(&layout->countries, &layout->frame, block, 5);
}

/* Only what had no room changes from one try to the next. */
static void
set_foot(struct layout *layout)
{
    struct country_labels *countries = &layout->countries;
    const char *left_out = NULL;

    if (layout->foot_set && !countries->changed)
        return;
    countries->changed = false;
    layout->foot_set = true;
    if (countries->shown)
        left_out = country_labels_left_out(
            countries, layout->frame.lang, layout->facts.arena);
    if (layout->facts.options->bare) {
        layout->foot = (struct foot){.box = layout->frame.area};
        layout->foot.box.y0 = layout->foot.box.y1;
        return;
    }
    layout->foot = foot_of(&layout->facts, &layout->frame, left_out,
                           !countries->shown, layout->some_names_missing);
}

/* Lays everything out around a triangle of that side; true when it fits. */
static bool
try_side(struct layout *layout, double side)
{
    struct panel_facts *facts = &layout->facts;
    struct frame *frame = &layout->frame;
    struct typeset names = {facts->arena, facts->measure,
                            theme.country_size * frame->text, false, false};
    struct typeset titles = {facts->arena, facts->measure,
                             theme.corner_size * frame->text, true, false};
    double base;

    frame->side = side;
    country_labels_wrap(&layout->countries, frame, &names, &titles,
                        layout->label_pt * frame->text);
    set_foot(layout);
    base = key_settle(&layout->key, frame, layout->foot.box.y0) -
           theme.gap * frame->scale -
           country_labels_depth(&layout->countries, frame);
    frame_set_triangle(frame, side, base);
    return blocks_fit(layout);
}

/* The largest side that fits, laid out; 0 when none above 'least' does. */
static double
largest_side(struct layout *layout, double least)
{
    double width = layout->frame.area.x1 - layout->frame.area.x0;
    double height = layout->frame.area.y1 - layout->frame.area.y0;
    double most = fmin(width, height * 2 / sqrt(3));
    int i = layout->countries.loose ? SIDE_LOOSE : SIDE_STEPS;

    for (; i > SIDE_STEPS / 8 && most * i / SIDE_STEPS > least; i--)
        if (try_side(layout, most * i / SIDE_STEPS))
            return most * i / SIDE_STEPS;
    return 0;
}

/* Moves the triangle up to the middle of the room that is left. */
static void
lift(struct layout *layout)
{
    double side = layout->frame.side, base = layout->frame.corner[0].y;
    double step = layout->frame.area.y1 / 100, up = 0;

    do {
        up += step;
        frame_set_triangle(&layout->frame, side, base - up);
    } while (up < base && blocks_fit(layout));
    frame_set_triangle(&layout->frame, side, base - (up - step) / 2);
    blocks_fit(layout);
}

/* That of a block that is not there: top left, without a size. */
static struct box
no_box(const struct frame *frame)
{
    return (struct box){frame->area.x0, frame->area.y0, frame->area.x0,
                        frame->area.y0};
}

static void
set_page(struct layout *layout, double step)
{
    const struct lewis_chart_options *options = layout->facts.options;

    layout->frame = frame_of_page(options, step);
    layout->frame.view = layout->view;
    layout->foot_set = false;
    layout->head = (struct head){.box = no_box(&layout->frame)};
    layout->key = (struct key){.box = no_box(&layout->frame)};
    if (!layout->facts.options->bare)
        layout->head = head_of(&layout->facts, &layout->frame);
    layout->legend =
        legend_of(&layout->facts, &layout->frame, layout->head.box);
    layout->inset = inset_of(&layout->facts, &layout->frame, &layout->head,
                             &layout->legend);
    if (!layout->facts.options->bare)
        layout->key =
            key_of(&layout->facts, &layout->frame, layout->head.box,
                   &layout->legend.box);
}

/* How country names are set: the width at which they are broken (index in
 * theme.label_width) and where the corners' titles stand; a small handicap for
 * those that are less easy to read. */
struct setting {
    int width;
    bool low;
    double worth;
};

static const struct setting setting[] = {
    {0, false, 1},   {1, false, 0.97}, {2, false, 0.92},
    {0, true, 0.94}, {1, true, 0.91},  {2, true, 0.86},
};

static void
set_names(struct layout *layout, const struct setting *how)
{
    layout->countries.low = how->low;
    layout->label_pt = theme.label_width[how->width];
}

/* Sets the names that way; the triangle's side, and what that is worth: less
 * for names that have no room. 0 when it cannot be worth more than 'least'. */
static double
try_setting(struct layout *layout, const struct setting *how, double least,
            double *side)
{
    set_names(layout, how);
    *side = largest_side(layout, least / how->worth * (1 - 1e-9));
    return *side * how->worth *
           pow(0.98, (double)country_labels_missing(&layout->countries));
}

/* The best setting for the page's text size, laid out; what it is worth. */
static double
best_setting(struct layout *layout)
{
    size_t count = sizeof setting / sizeof setting[0], best = 0;
    double most = 0, largest = 0;

    for (size_t i = 0; i < count; i++) {
        double side, worth = try_setting(layout, &setting[i], most, &side);

        if (worth > most) {
            most = worth;
            best = i;
            largest = side;
        }
    }
    if (most > 0) {
        set_names(layout, &setting[best]);
        try_side(layout, largest);
    }
    return most;
}

/* Text sizes, see frame_of_page(), with country names or without; taken when
 * the triangle becomes that large a part of the page's shorter side. */
struct size {
    double step;
    bool countries, loose;
    double enough;
};

static const struct size size[] = {
    {0, true, false, 0.58},  {0.5, true, false, 0.54}, {1, true, false, 0.40},
    {0, true, true, 0.40},   {0, false, false, 0.40},  {0.5, false, false, 0.3},
    {1, false, false, 0},
};

/* Names that are loose are listed where they have no room: on a page in
 * proportion to A4 that is smaller than this the list would fill it. */
static const double loose_least = 0.67;

/* With a key the triangle may be smaller, but there is none where country names
 * have no room, or its letters would be smaller than can be read. */
static const double with_key = 0.75;

static bool
arrange(struct layout *layout)
{
    double shorter =
        fmin(layout->facts.options->width_pt, layout->facts.options->height_pt);
    bool coded = layout->facts.names == PANEL_CODES &&
                 !layout->facts.options->bare;

    for (size_t i = 0; i < sizeof size / sizeof size[0]; i++) {
        double enough = size[i].enough * shorter * (coded ? with_key : 1);

        set_page(layout, size[i].step);
        if (coded && (!size[i].countries || !key_readable(&layout->frame)))
            break;
        if (size[i].loose && layout->frame.scale < loose_least)
            continue;
        layout->countries.shown = size[i].countries;
        layout->countries.loose = size[i].loose;
        if (best_setting(layout) > enough) {
            lift(layout);
            return true;
        }
    }
    return false;
}

/* On a page too small for it, where people had codes. */
static bool
arrange_without_key(struct layout *layout)
{
    if (layout->facts.names != PANEL_CODES)
        return false;
    layout->facts.names = PANEL_NAMES;
    return arrange(layout);
}

/* --- the people in it --- */

/* What their names must not cover. */
static struct members_around
around(const struct layout *layout)
{
    const struct country_labels *countries = &layout->countries;
    struct members_around result = {.count = 0};
    double air = 2 * layout->frame.scale;
    double r = (theme.country_radius + 1) * layout->frame.scale;
    struct box *box =
        arena_array(layout->facts.arena,
                    2 * countries->count + 8 + layout->overlay.count +
                        CHART_LABELLED,
                    sizeof *box);

    result.box = box;
    if (box == NULL)
        return result;
    for (size_t i = 0; i < countries->count; i++) {
        struct scene_point at =
            frame_point(&layout->frame, countries->label[i].point);

        if (countries->shown && countries->label[i].free &&
            !countries->label[i].listed)
            continue;
        box[result.count++] =
            (struct box){at.x - r, at.y - r, at.x + r, at.y + r};
        if (countries->shown && !countries->label[i].listed)
            box[result.count++] = box_grown(countries->label[i].box, air);
    }
    if (!layout->facts.dots)
        arrows_add_boxes(&layout->facts, &layout->frame, box, &result.count);
    for (size_t i = 0; i < layout->overlay.count; i++)
        if (layout->overlay.word[i].shown)
            box[result.count++] = box_grown(layout->overlay.word[i].box, air);
    for (int i = 0; i < LEWIS_STYLES; i++)
        box[result.count++] = box_grown(countries->title[i].box, air);
    box[result.count++] = box_grown(layout->head.box, air);
    box[result.count++] = box_grown(layout->legend.box, air);
    box[result.count++] = box_grown(layout->inset.box, air);
    box[result.count++] = box_grown(layout->key.box, air);
    box[result.count++] = box_grown(layout->foot.box, air);
    return result;
}

/* Arranges the page and the names in it; when some name had no room the foot
 * says so, which moves everything a little; a country once listed stays so. */
static bool
arrange_all(struct layout *layout, struct members *members)
{
    for (int i = 0; i < PASSES; i++) {
        struct members_around obstacles;

        if ((!arrange(layout) && !arrange_without_key(layout)) ||
            !overlay_place(&layout->overlay, &layout->facts, &layout->frame))
            return false;
        obstacles = around(layout);
        if (!members_place(members, &layout->countries, &layout->facts,
                           &layout->frame, &obstacles))
            return false;
        if ((members->all_placed || layout->some_names_missing) &&
            members->all_countries &&
            (*layout->overlay.left_out == '\0' ||
             layout->facts.words_left_out != NULL))
            break;
        layout->some_names_missing = !members->all_placed;
        layout->facts.words_left_out = layout->overlay.left_out;
        layout->facts.listed =
            country_labels_listed(&layout->countries, layout->facts.arena);
    }
    return true;
}

/* --- the scene --- */

static void
add_stars(struct text *text, const struct panel_facts *facts)
{
    for (size_t i = 0; i < highlight_count(facts->chart); i++) {
        const char *words =
            people_star_hover(highlight_at(facts->chart, i),
                              facts->names != PANEL_NONE,
                              facts->options->lang, facts->arena);

        text_add(text, " ");
        text_print(text, wording(facts->options->lang, TELL_STANDING_OUT),
                   words == NULL ? "" : words);
    }
}

static const char *
describe(const struct layout *layout)
{
    const struct lewis_chart *chart = layout->facts.chart;
    const struct lewis_chart_options *options = layout->facts.options;
    const char *lang = options->lang;
    struct text text = {0};
    const char *people = foot_people(&layout->facts);
    struct chart_range range;
    bool known = groups_range(layout->facts.groups, GROUPS_ALL, &range);

    text_print(&text, "%s ", wording(lang, TELL_TRIANGLE_ALT));
    text_add(&text, people == NULL ? "" : people);
    if (chart->count > 0) {
        text_add(&text, wording(lang, chart->count == 1 ? TELL_PROFILE_IS
                                                        : TELL_CENTER_IS));
        people_add_shares(&text, lang,
                          groups_center(layout->facts.groups, GROUPS_ALL),
                          chart->count == 1 ? &chart->range[0]
                          : known           ? &range
                                            : NULL);
        text_add(&text, ".");
        people_add_sureness(&text, chart, options);
        add_stars(&text, &layout->facts);
        groups_add_geometry(&text, layout->facts.groups);
    }
    if (panel_any_country(&layout->facts))
        text_print(&text, " %s", wording(lang, TELL_ORDINAL));
    return typeset_keep(layout->facts.arena, &text);
}

static void
draw_nobody(const struct frame *frame, struct lewis_scene *scene)
{
    struct scene_point middle = frame_share(frame, 1.0 / 3, 1.0 / 3, 1.0 / 3);

    scene_group(scene, "nobody", NULL);
    scene_text(scene, middle, wording(frame->lang, TELL_NOBODY), theme.corner_size * frame->text,
               false, SCENE_MIDDLE, frame->colour->ink, 0, 0);
    scene_end(scene);
}

static void
draw(const struct layout *layout, const struct members *members,
     struct lewis_scene *scene)
{
    const struct panel_facts *facts = &layout->facts;
    const struct frame *frame = &layout->frame;

    backdrop_draw(frame, scene);
    regions_draw(facts, frame, scene);
    overlay_draw(&layout->overlay, frame, scene);
    country_labels_draw(&layout->countries, frame, scene);
    if (facts->chart->count == 0)
        draw_nobody(frame, scene);
    else
        members_draw(members, facts, frame, scene);
    if (!facts->options->bare)
        head_draw(&layout->head, facts, frame, scene);
    if (layout->legend.count > 0)
        legend_draw(&layout->legend, facts, frame, scene);
    if (facts->options->bare)
        return;
    key_draw(&layout->key, facts, frame, scene);
    inset_draw(&layout->inset, facts, frame, scene);
    foot_draw(&layout->foot, frame, scene);
}

static struct lewis_scene *
new_scene(const struct layout *layout)
{
    const struct lewis_chart_options *options = layout->facts.options;
    const char *description = describe(layout);
    const char *title = panel_clean(&layout->facts, options->title);

    if (title == NULL || description == NULL)
        return NULL;
    if (*title == '\0')
        title = wording(options->lang, TELL_TRIANGLE);
    return scene_new(options->width_pt, options->height_pt, title, description,
                     wording_language(options->lang));
}

static bool
page_ok(double side_pt)
{
    return side_pt >= PAGE_LEAST && side_pt <= PAGE_MOST;
}

static enum panel_names
names_of(const struct lewis_chart *chart,
         const struct lewis_chart_options *options)
{
    bool many = chart->count > CHART_UNCODED;

    if (options->labels == LEWIS_LABELS_NONE)
        return PANEL_NONE;
    if (chart->count == 0 || chart->count > CHART_LABELLED)
        return PANEL_NAMES;
    return options->labels == LEWIS_LABELS_CODES ||
                   (options->labels == LEWIS_LABELS_AUTO && many)
               ? PANEL_CODES
               : PANEL_NAMES;
}

bool
panel_check_page(const struct lewis_chart_options *options,
                 struct lewis_error *error)
{
    if (!page_ok(options->width_pt) || !page_ok(options->height_pt))
        return error_set(
            error, LEWIS_EINVALID,
            "a page of %.4g x %.4g points: each side must be %d to %d",
            options->width_pt, options->height_pt, PAGE_LEAST, PAGE_MOST);
    if (!(options->level > 0 && options->level < 1))
        return error_set(error, LEWIS_EINVALID,
                         "a level of %.4g: it must lie between 0 and 1",
                         options->level);
    return true;
}

/* NULL without *error set when out of memory. */
static struct lewis_scene *
build(const struct groups *groups, const struct lewis_chart_options *options,
      const struct lewis_measure *measure, const struct view *view,
      size_t outside, struct arena *arena, bool *roomy)
{
    const struct lewis_chart *chart = groups->chart;
    struct layout layout = {
        .facts = {.chart = chart,
                  .options = options,
                  .measure = measure,
                  .arena = arena,
                  .names = names_of(chart, options),
                  .groups = groups},
        .view = *view,
    };
    struct lewis_point center = groups_center(groups, GROUPS_ALL);
    struct members members;
    struct lewis_scene *scene;

    panel_settle(&layout.facts);
    layout.facts.out_of_sight = outside;
    if (outside > 0)
        layout.facts.scale = hexagons_scale(chart, view);
    members_expect(&layout.facts);
    layout.countries = country_labels_gather(
        arena, options, chart->count > 0 ? &center : NULL);
    layout.facts.outside = zoom_countries(view, &layout.countries, arena);
    layout.facts.countries = layout.countries.count > 0;
    *roomy = arrange_all(&layout, &members);
    if (!*roomy || arena_failed(arena))
        return NULL;
    scene = new_scene(&layout);
    if (scene == NULL)
        return NULL;
    draw(&layout, &members, scene);
    if (scene_ok(scene) && !arena_failed(arena))
        return scene;
    lewis_scene_free(scene);
    return NULL;
}

struct lewis_scene *
lewis_chart_scene(const struct lewis_chart *chart,
                  const struct lewis_chart_options *options,
                  const struct lewis_measure *measure,
                  struct lewis_error *error)
{
    struct arena arena = {0};
    struct lewis_scene *scene;
    struct groups groups;
    struct view view;
    size_t outside;
    bool roomy = true;

    if (!panel_check_page(options, error))
        return NULL;
    if (!groups_check(chart, options, error))
        return NULL;
    groups = groups_of(chart, options);
    if (!zoom_settle(&groups, options, &view, &outside, error))
        return NULL;
    scene = build(&groups, options, measure, &view, outside, &arena, &roomy);
    if (scene == NULL && (roomy || arena_failed(&arena)))
        error_memory(error);
    else if (scene == NULL)
        error_set(error, LEWIS_EINVALID,
                  "a page of %.4g x %.4g points has no room for the chart",
                  options->width_pt, options->height_pt);
    arena_release(&arena);
    return scene;
}

bool
lewis_chart_view(const struct lewis_chart *chart,
                 const struct lewis_chart_options *options,
                 struct lewis_view *view, struct lewis_error *error)
{
    struct groups groups;
    struct view shown;

    if (!groups_check(chart, options, error))
        return false;
    groups = groups_of(chart, options);
    if (!zoom_settle(&groups, options, &shown, &view->outside, error))
        return false;
    view->size = shown.size;
    view->hexagons = panel_hexagons(chart, options);
    return true;
}
