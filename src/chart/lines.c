/* lines.c - the lines in the picture that words rather do not lie on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/lines.h"

#include <math.h>

#include "chart/arrows.h"
#include "chart/highlight.h"
#include "chart/tracks.h"

enum { CURVE = GROUPS_OUTLINE /* points of a curve, at most */ };

static const double near_enough = 0.5; /* points that a curve may be off */

/* How far the points between a and b are from the straight line, at most. */
static double
sag(const struct scene_point point[], size_t a, size_t b)
{
    double x = point[b].x - point[a].x, y = point[b].y - point[a].y;
    double length = hypot(x, y), most = 0;

    for (size_t i = a + 1; i < b; i++) {
        double dx = point[i].x - point[a].x, dy = point[i].y - point[a].y;

        most = fmax(most, length > 0 ? fabs(x * dy - y * dx) / length
                                     : hypot(dx, dy));
    }
    return most;
}

size_t
lines_thin(struct scene_point point[], size_t count, double seen)
{
    size_t kept = 1, last = 0;

    for (size_t i = 1; i < count; i++) {
        if (i + 1 < count && sag(point, last, i + 1) < seen)
            continue;
        last = i;
        point[kept++] = point[i];
    }
    return kept;
}

static void
add_line(struct lines *lines, struct scene_point a, struct scene_point b)
{
    lines->line[lines->count++] = (struct label_line){a, b, lines->curves};
}

static void
add_curve(struct lines *lines, const struct lewis_point point[], size_t count,
          const struct frame *frame)
{
    struct scene_point at[CURVE];

    for (size_t i = 0; i < count; i++)
        at[i] = frame_point(frame, point[i]);
    count = count == 0 ? 0 : lines_thin(at, count, near_enough * frame->scale);
    for (size_t i = 0; i < count; i++)
        add_line(lines, at[i], at[(i + 1) % count]);
    lines->curves++;
}

static void
add_region(struct lines *lines, const struct lewis_region *region,
           const struct frame *frame)
{
    struct lewis_point point[CURVE];

    lewis_region_curve(region, point, CURVE);
    add_curve(lines, point, CURVE, frame);
}

static void
add_groups(struct lines *lines, const struct panel_facts *facts,
           const struct frame *frame)
{
    struct lewis_point point[GROUPS_OUTLINE];

    for (size_t i = 0; i < facts->chart->teams; i++) {
        if (facts->regions & LEWIS_REGIONS_CENTERS)
            add_curve(lines, point, groups_outline(facts->groups, i, point),
                      frame);
        if (facts->regions & LEWIS_REGIONS_SPREAD)
            add_curve(lines, point, groups_spread(facts->groups, i, point),
                      frame);
    }
}

static void
add_arrows(struct lines *lines, const struct panel_facts *facts,
           const struct frame *frame, struct scene_point *end)
{
    size_t count = arrows_ends(facts, frame, end);

    for (size_t i = 0; i < count; i++) {
        add_line(lines, end[2 * i], end[2 * i + 1]);
        lines->curves++;
    }
}

static void
add_tracks(struct lines *lines, const struct panel_facts *facts,
           const struct frame *frame)
{
    struct tracks tracks = tracks_of(facts, frame);

    for (size_t i = 0; i < tracks.count; i++) {
        add_line(lines, tracks.track[i].from, tracks.track[i].to);
        lines->curves++;
    }
}

struct lines
lines_of(const struct panel_facts *facts, const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    size_t stars = facts->star_regions ? highlight_count(chart) : 0;
    size_t arrows = arrows_most(facts);
    size_t room = (2 * chart->teams + 1 + stars) * CURVE + arrows +
                  TRACKS_MOST;
    struct scene_point *end =
        arena_array(facts->arena, 2 * arrows + 1, sizeof *end);
    struct lines lines = {
        .line = arena_array(facts->arena, room, sizeof *lines.line)};

    if (lines.line == NULL || end == NULL)
        return lines;
    if (chart->count == 1)
        add_region(&lines, &chart->region[0], frame);
    else
        add_groups(&lines, facts, frame);
    for (size_t i = 0; i < stars; i++)
        add_region(&lines, &highlight_at(chart, i)->region, frame);
    add_arrows(&lines, facts, frame, end);
    add_tracks(&lines, facts, frame);
    return lines;
}

/* True when the line is beyond one of the box's sides: most are. */
static bool
is_beside(struct box box, const struct label_line *line)
{
    return (line->a.x < box.x0 && line->b.x < box.x0) ||
           (line->a.x > box.x1 && line->b.x > box.x1) ||
           (line->a.y < box.y0 && line->b.y < box.y0) ||
           (line->a.y > box.y1 && line->b.y > box.y1);
}

size_t
lines_across(const struct lines *lines, struct box box)
{
    size_t across = 0, last = lines->curves;

    for (size_t i = 0; i < lines->count; i++) {
        const struct label_line *line = &lines->line[i];

        if (line->curve == last || is_beside(box, line) ||
            !box_crossed(box, line->a, line->b))
            continue;
        across++;
        last = line->curve;
    }
    return across;
}
