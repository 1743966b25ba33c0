/* head.c - title, subtitle and the three shares as bars.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/panel.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "chart/highlight.h"
#include "chart/theme.h"
#include "chart/wording.h"

enum {
    TITLE_LEAST = 60, /* percent of its size to which a title shrinks */
    SPREAD_LEAST = 8  /* people whose spread is drawn unasked */
};

/* The regions that the options ask for. */
static unsigned
settled_regions(const struct lewis_chart *chart, unsigned asked)
{
    if ((asked & LEWIS_REGIONS_AUTO) == 0)
        return asked;
    if (chart->count == 1)
        return LEWIS_REGIONS_PERSONS;
    if (chart->teams == 1 && chart->count >= SPREAD_LEAST)
        return LEWIS_REGIONS_CENTERS | LEWIS_REGIONS_SPREAD;
    return LEWIS_REGIONS_CENTERS;
}

bool
panel_hexagons(const struct lewis_chart *chart,
               const struct lewis_chart_options *options)
{
    enum lewis_density density = options->density;

    if (chart->count == 0)
        return false;
    return chart->count > CHART_KEPT || density == LEWIS_DENSITY_HEXAGONS ||
           (density == LEWIS_DENSITY_AUTO && chart->count > CHART_NAMED);
}

void
panel_settle(struct panel_facts *facts)
{
    const struct lewis_chart *chart = facts->chart;
    struct density_counts counts = {.count = 0};

    facts->hexagons = panel_hexagons(chart, facts->options);
    facts->dots = facts->hexagons ||
                  facts->options->density == LEWIS_DENSITY_DOTS ||
                  chart->count > CHART_LABELLED;
    if (facts->dots && facts->names == PANEL_CODES)
        facts->names = PANEL_NAMES;
    facts->grid = density_grid(chart->count);
    density_count_all(&counts, &chart->density, facts->grid);
    facts->scale = density_scale_of(&counts);
    facts->regions = settled_regions(chart, facts->options->regions);
    facts->star_regions =
        chart->count > 1 && highlight_count(chart) > 0 &&
        (facts->options->regions &
         (LEWIS_REGIONS_AUTO | LEWIS_REGIONS_PERSONS)) != 0;
    if (chart->count > CHART_LABELLED)
        facts->regions &= ~(unsigned)LEWIS_REGIONS_PERSONS;
}

bool
panel_one_group(const struct lewis_chart *chart)
{
    return chart->count > 0 && chart->teams == 1;
}

int32_t
panel_team_colour(const struct frame *frame, const struct lewis_chart *chart,
                  size_t team)
{
    return chart->teams <= 1 ? frame->colour->single
                             : frame->colour->team[team % PALETTE_TEAMS];
}

bool
panel_needs_shapes(const struct frame *frame, const struct lewis_chart *chart)
{
    return chart->teams > PALETTE_TEAMS ||
           (chart->teams > 1 && frame->colour->plain);
}

const char *
panel_clean(const struct panel_facts *facts, const char *text)
{
    return text == NULL ? "" : typeset_clean(facts->arena, text, strlen(text));
}

static struct paragraph
set_text(const struct panel_facts *facts, const char *text, double size_pt,
         double max_pt)
{
    struct typeset set = {facts->arena, facts->measure, size_pt, false, false};
    const char *clean = panel_clean(facts, text);

    return typeset_wrap(&set, clean == NULL ? "" : clean, max_pt, 3);
}

/* The title in at most that many lines, as large as it can be; false when even
 * the smallest size is too large. */
static bool
try_lines(struct head *head, const struct panel_facts *facts, const char *title,
          double size_pt, double max_pt, size_t lines, bool hyphens)
{
    for (int percent = 100; percent >= TITLE_LEAST; percent -= 5) {
        double size = size_pt * percent / 100;
        struct typeset set = {facts->arena, facts->measure, size, true,
                              hyphens};

        head->title = typeset_wrap(&set, title, max_pt, lines);
        head->title_size = size;
        if (head->title.whole && head->title.width_pt <= max_pt)
            return true;
    }
    return false;
}

/* A word that alone is too wide stands out of its line. */
static void
cut_lines(struct head *head, const struct panel_facts *facts, double max_pt)
{
    struct typeset set = {facts->arena, facts->measure, head->title_size, true,
                          true};
    struct paragraph *title = &head->title;

    title->width_pt = 0;
    for (size_t i = 0; i < title->count; i++) {
        const char *line = typeset_cut(&set, title->line[i], max_pt);

        title->line[i] = line == NULL ? "" : line;
        title->line_pt[i] = typeset_width(&set, title->line[i]);
        title->width_pt = fmax(title->width_pt, title->line_pt[i]);
    }
}

/* A long title shrinks, then takes two lines, then three, broken at hyphens
 * too, then is cut. */
static void
set_title(struct head *head, const struct panel_facts *facts, double size_pt,
          double max_pt)
{
    const char *title = panel_clean(facts, facts->options->title);

    head->title_size = size_pt;
    if (title == NULL || *title == '\0')
        return;
    if (!try_lines(head, facts, title, size_pt, max_pt, 1, false) &&
        !try_lines(head, facts, title, size_pt, max_pt, 2, false) &&
        !try_lines(head, facts, title, size_pt, max_pt, 2, true) &&
        !try_lines(head, facts, title, size_pt, max_pt, 3, true))
        cut_lines(head, facts, max_pt);
}

static double
bar_row(const struct frame *frame)
{
    return theme.legend_size * frame->text * 1.5;
}

/* Of the styles' names before the bars. */
static double
names_width(const struct typeset *set, const char *lang)
{
    double width = 0;

    for (int i = 0; i < LEWIS_STYLES; i++)
        width = fmax(width, typeset_width(set, wording_corner(
                                                   lang, (enum lewis_style)i)));
    return width;
}

static double
bars_width(const struct panel_facts *facts, const struct frame *frame)
{
    struct typeset set = {facts->arena, facts->measure,
                          theme.legend_size * frame->text, false, false};

    return names_width(&set, facts->options->lang) +
           typeset_width(&set, "100 % (100\xE2\x80\x93"
                               "100 %)") +
           (theme.bar_length + 14) * frame->text;
}

/* Stretches the box over a paragraph; returns its height. */
static double
add_height(struct head *head, const struct paragraph *paragraph, double size_pt)
{
    double height = (double)paragraph->count * size_pt * theme.line_height;

    head->box.y1 += height;
    head->box.x1 = fmax(head->box.x1, head->box.x0 + paragraph->width_pt);
    return height;
}

struct head
head_of(const struct panel_facts *facts, const struct frame *frame)
{
    const struct lewis_chart_options *options = facts->options;
    double title = theme.title_size * frame->text;
    double subtitle = theme.subtitle_size * frame->text;
    double width = frame->area.x1 - frame->area.x0;
    struct head head = {.box = {frame->area.x0, frame->area.y0, frame->area.x0,
                                frame->area.y0}};

    if (frame->width > 1.2 * frame->height)
        width = fmin(width, theme.head_width * frame->scale);
    set_title(&head, facts, title, width);
    head.subtitle = set_text(facts, options->subtitle, subtitle, width);
    head.title_pt = add_height(&head, &head.title, head.title_size);
    head.subtitle_pt = add_height(&head, &head.subtitle, subtitle);
    if (panel_one_group(facts->chart)) {
        double gap = head.box.y1 > head.box.y0 ? theme.gap * frame->text : 0;

        head.bars_pt = LEWIS_STYLES * bar_row(frame);
        head.box.y1 += gap + head.bars_pt;
        head.box.x1 = fmax(head.box.x1, head.box.x0 + bars_width(facts, frame));
    }
    return head;
}

static void
draw_lines(const struct paragraph *paragraph, const char *role,
           struct scene_point at, double size_pt, bool bold, int32_t colour,
           struct lewis_scene *scene)
{
    if (paragraph->count == 0)
        return;
    scene_group(scene, role, NULL);
    for (size_t i = 0; i < paragraph->count; i++) {
        scene_text(scene, (struct scene_point){at.x, at.y + 0.95 * size_pt},
                   paragraph->line[i], size_pt, bold, SCENE_START, colour, 0,
                   0);
        at.y += size_pt * theme.line_height;
    }
    scene_end(scene);
}

/* A share with its range when that is known (low NaN: it is not). */
struct share {
    double share, low, high;
};

/* Of the only person, or of the centre of the only group. */
static void
set_shares(const struct panel_facts *facts, struct share share[LEWIS_STYLES])
{
    const struct lewis_chart *chart = facts->chart;
    struct chart_range range = {{NAN, NAN, NAN}, {NAN, NAN, NAN}};
    double mean[LEWIS_STYLES];

    lewis_triangle_shares(groups_center(facts->groups, GROUPS_ALL), mean);
    if (chart->count == 1)
        range = chart->range[0];
    else
        groups_range(facts->groups, GROUPS_ALL, &range);
    for (int i = 0; i < LEWIS_STYLES; i++)
        share[i] = (struct share){mean[i], range.low[i], range.high[i]};
}

static const char *
share_words(const struct share *share, struct arena *arena)
{
    struct text text = {0};

    text_print(&text, "%.0f %%", 100 * fmax(share->share, 0));
    if (!isnan(share->low))
        text_print(&text, " (%.0f\xE2\x80\x93%.0f %%)", 100 * share->low,
                   100 * share->high);
    return typeset_keep(arena, &text);
}

static void
box_polygon(struct box box, struct scene_style style, struct lewis_scene *scene)
{
    struct scene_point corner[4] = {
        {box.x0, box.y0}, {box.x1, box.y0}, {box.x1, box.y1}, {box.x0, box.y1}};

    scene_polygon(scene, corner, 4, style);
}

static void
draw_whisker(double low, double high, double y, double tick,
             struct scene_style style, struct lewis_scene *scene)
{
    struct scene_point line[3][2] = {
        {{low, y}, {high, y}},
        {{low, y - tick}, {low, y + tick}},
        {{high, y - tick}, {high, y + tick}},
    };

    for (int i = 0; i < 3; i++)
        scene_line(scene, line[i], 2, style);
}

/* The bar, its range as a line with ends. */
static void
draw_bar(const struct share *share, int style, struct box box,
         const struct palette *colour, struct lewis_scene *scene)
{
    double length = box.x1 - box.x0, y = (box.y0 + box.y1) / 2;
    double tick = (box.y1 - box.y0) / 3;
    struct box filled = box;
    struct scene_style rim =
        scene_stroke(colour->corner_text[style], (box.y1 - box.y0) / 12);

    filled.x1 = box.x0 + length * fmin(fmax(share->share, 0), 1);
    rim.fill = colour->corner[style];
    rim.fill_alpha = 0.6; /* so that the range shows on it */
    box_polygon(box, scene_fill(colour->track, 1), scene);
    box_polygon(filled, rim, scene);
    if (isnan(share->low))
        return;
    draw_whisker(box.x0 + length * share->low, box.x0 + length * share->high, y,
                 tick, scene_stroke(colour->ink, tick / 2), scene);
}

static void
draw_bars(const struct panel_facts *facts, const struct frame *frame,
          struct scene_point at, struct lewis_scene *scene)
{
    double size = theme.legend_size * frame->text;
    double height = theme.bar_height * frame->text;
    struct typeset set = {facts->arena, facts->measure, size, false, false};
    const char *lang = facts->options->lang;
    double x = at.x + names_width(&set, lang) + 6 * frame->text;
    double end = x + theme.bar_length * frame->text;
    struct share shares[LEWIS_STYLES];

    set_shares(facts, shares);
    for (int i = 0; i < LEWIS_STYLES; i++) {
        const char *words = share_words(&shares[i], facts->arena);
        double base = at.y + (i + 0.7) * bar_row(frame);
        double middle = base - 0.36 * size;

        if (words == NULL)
            return;
        scene_group(scene, "share", words);
        scene_text(scene, (struct scene_point){at.x, base},
                   wording_corner(lang, (enum lewis_style)i), size, false,
                   SCENE_START, frame->colour->corner_text[i], 0, 0);
        draw_bar(&shares[i], i,
                 (struct box){x, middle - height / 2, end, middle + height / 2},
                 frame->colour, scene);
        scene_text(scene, (struct scene_point){end + 6 * frame->text, base},
                   words, size, false, SCENE_START, frame->colour->ink, 0, 0);
        scene_end(scene);
    }
}

void
head_draw(const struct head *head, const struct panel_facts *facts,
          const struct frame *frame, struct lewis_scene *scene)
{
    struct scene_point at = {head->box.x0, head->box.y0};

    scene_group(scene, "head", NULL);
    draw_lines(&head->title, "title", at, head->title_size, true,
               frame->colour->ink, scene);
    at.y += head->title_pt;
    draw_lines(&head->subtitle, "subtitle", at,
               theme.subtitle_size * frame->text, false, frame->colour->quiet,
               scene);
    at.y = head->box.y1 - head->bars_pt;
    if (head->bars_pt > 0)
        draw_bars(facts, frame, at, scene);
    scene_end(scene);
}
