/* groups.c - where a group's centre is and its region, in the geometry asked
 * for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/groups.h"

#include <math.h>

#include "base/error.h"
#include "chart/marker.h"
#include "chart/moves.h"

enum { FIFTH = 5 }; /* this part of the people may not have a share of 0 */

_Static_assert((int)GROUPS_OUTLINE >= (int)MARKER_OUTLINE, "room for both");

size_t
lewis_chart_zeros(const struct lewis_chart *chart, size_t *people)
{
    size_t zeros = 0, touched = 0;

    for (size_t i = 0; i < chart->count; i++) {
        double share[LEWIS_STYLES];
        size_t own;

        lewis_triangle_shares(chart->point[i], share);
        own = lewis_composition_zeros(LEWIS_STYLES, share);
        zeros += own;
        touched += own > 0;
    }
    if (people != NULL)
        *people = touched;
    return zeros;
}

/* A single person is no group: log-ratios have nothing to say. */
static bool
is_log_ratios(const struct lewis_chart *chart,
              const struct lewis_chart_options *options)
{
    return options->geometry == LEWIS_AITCHISON && chart->count > 1;
}

bool
groups_check(const struct lewis_chart *chart,
             const struct lewis_chart_options *options,
             struct lewis_error *error)
{
    size_t people;

    if (options->geometry == LEWIS_AITCHISON &&
        !(options->zeros > 0 && options->zeros < 0.1))
        return error_set(error, LEWIS_EINVALID,
                         "a share of 0 taken as %.4g: it must lie between 0 "
                         "and 0.1",
                         options->zeros);
    if (is_log_ratios(chart, options) && chart->moves != NULL)
        return error_set(error, LEWIS_EINVALID,
                         "moves are drawn in the plane, not in log-ratios");
    if (!is_log_ratios(chart, options) || options->force)
        return true;
    lewis_chart_zeros(chart, &people);
    if (people * FIFTH < chart->count)
        return true;
    return error_set(error, LEWIS_EINVALID,
                     "%zu of %zu people have a share of 0, which has no "
                     "log-ratio: what is put in its place would decide where "
                     "the centres lie; draw them in the plane, or force it",
                     people, chart->count);
}

struct groups
groups_of(const struct lewis_chart *chart,
          const struct lewis_chart_options *options)
{
    struct groups groups = {.chart = chart,
                            .level = options->level,
                            .zeros = options->zeros,
                            .log_ratios = is_log_ratios(chart, options)};

    for (size_t i = 0; groups.log_ratios && i < chart->count; i++) {
        double share[LEWIS_STYLES];

        lewis_triangle_shares(chart->point[i], share);
        lewis_ratio_cloud_add(&groups.ratio[GROUPS_ALL], share, groups.zeros);
        lewis_ratio_cloud_add(&groups.ratio[chart->team_of[i]], share,
                              groups.zeros);
    }
    return groups;
}

static const struct lewis_cloud *
plane_cloud(const struct groups *groups, size_t team)
{
    return team == GROUPS_ALL ? &groups->chart->cloud
                              : &groups->chart->team[team].cloud;
}

struct lewis_point
groups_center(const struct groups *groups, size_t team)
{
    double share[LEWIS_STYLES];

    if (!groups->log_ratios)
        return lewis_cloud_center(plane_cloud(groups, team));
    lewis_ratio_cloud_center(&groups->ratio[team], share);
    return lewis_triangle_point(share);
}

/* In the plane, or of the coordinates of log-ratios. */
static bool
region(const struct groups *groups, size_t team, struct lewis_ellipse *ellipse)
{
    return lewis_cloud_center_region(groups->log_ratios
                                         ? &groups->ratio[team].ilr
                                         : plane_cloud(groups, team),
                                     groups->level, ellipse);
}

size_t
groups_outline(const struct groups *groups, size_t team,
               struct lewis_point outline[GROUPS_OUTLINE])
{
    struct lewis_ellipse ellipse;

    if (groups->chart->moves != NULL)
        return moves_outline(groups->chart, team, groups->level, outline);
    if (!region(groups, team, &ellipse))
        return 0;
    if (!groups->log_ratios)
        return marker_outline(&ellipse, outline);
    lewis_ratio_curve(&ellipse, outline, GROUPS_OUTLINE);
    return GROUPS_OUTLINE;
}

/* The lowest and the highest share of a region stand on its edge. */
static void
edge_range(const struct lewis_ellipse *ellipse, struct chart_range *range)
{
    struct lewis_point edge[GROUPS_OUTLINE];

    *range = (struct chart_range){{1, 1, 1}, {0, 0, 0}};
    lewis_ratio_curve(ellipse, edge, GROUPS_OUTLINE);
    for (int i = 0; i < GROUPS_OUTLINE; i++) {
        double share[LEWIS_STYLES];

        lewis_triangle_shares(edge[i], share);
        for (int k = 0; k < LEWIS_STYLES; k++) {
            range->low[k] = fmin(range->low[k], fmax(share[k], 0));
            range->high[k] = fmax(range->high[k], share[k]);
        }
    }
}

bool
groups_range(const struct groups *groups, size_t team,
             struct chart_range *range)
{
    struct lewis_ellipse ellipse;

    if (!region(groups, team, &ellipse))
        return false;
    if (groups->log_ratios)
        edge_range(&ellipse, range);
    else
        lewis_ellipse_shares(&ellipse, range->low, range->high);
    return true;
}

void
groups_add_zeros(struct text *text, const struct groups *groups)
{
    size_t zeros = groups->ratio[GROUPS_ALL].replaced;

    if (zeros == 0)
        text_add(text, "No share was 0");
    else
        text_print(text, "%zu %s taken as %.4g\xC2\xA0%%", zeros,
                   zeros == 1 ? "share of 0 was" : "shares of 0 were",
                   100 * groups->zeros);
}

void
groups_add_geometry(struct text *text, const struct groups *groups)
{
    if (!groups->log_ratios)
        return;
    text_add(text, " Centres and regions are those of log-ratios (Aitchison "
                   "geometry): they go by how many times larger one share is "
                   "than another, and leave out each person's own error. ");
    groups_add_zeros(text, groups);
    text_add(text, ".");
}
