/* groups.c - where a group's centre is and its region, in the geometry asked
 * for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/groups.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "chart/marker.h"
#include "chart/moves.h"
#include "chart/wording.h"

/* Half of an ellipse's length that is one, of a side. */
static const double least_spread = 1e-6;

enum { FIFTH = 5 }; /* this part of the people may not have a share of 0 */

_Static_assert((int)GROUPS_OUTLINE >= (int)MARKER_OUTLINE, "room for both");

/* Which of a profile's shares are 0, as bits. */
static unsigned
zero_bits(const double share[LEWIS_STYLES])
{
    unsigned bits = 0;

    for (int i = 0; i < LEWIS_STYLES; i++)
        bits |= lewis_composition_zeros(1, &share[i]) > 0 ? 1u << i : 0;
    return bits;
}

static size_t
bit_count(unsigned bits)
{
    return (bits & 1) + (bits >> 1 & 1) + (bits >> 2 & 1);
}

/* What is put in the place of a 0 is known only when the chart is drawn. It
 * moves all profiles that have the same zeros by the same way in coordinates of
 * log-ratios: so they are added apart, with a replacement of the default. */
void
groups_add(struct lewis_cloud ratio[CHART_ZEROS],
           const double share[LEWIS_STYLES])
{
    double filled[LEWIS_STYLES], z[LEWIS_STYLES - 1];

    memcpy(filled, share, sizeof filled);
    lewis_composition_fill(LEWIS_STYLES, filled, CHART_ZERO);
    lewis_composition_ilr(LEWIS_STYLES, filled, z);
    lewis_cloud_add(&ratio[zero_bits(share)], (struct lewis_point){z[0], z[1]});
}

/* The coordinates of a profile with these zeros, replaced by 'delta'. */
static void
filled_ilr(unsigned bits, double delta, double z[LEWIS_STYLES - 1])
{
    double share[LEWIS_STYLES];
    double rest = 1.0 / (double)(LEWIS_STYLES - bit_count(bits));

    for (int i = 0; i < LEWIS_STYLES; i++)
        share[i] = bits >> i & 1 ? 0 : rest;
    lewis_composition_fill(LEWIS_STYLES, share, delta);
    lewis_composition_ilr(LEWIS_STYLES, share, z);
}

static struct lewis_cloud
moved(const struct lewis_cloud *cloud, unsigned bits, double delta)
{
    double from[LEWIS_STYLES - 1], to[LEWIS_STYLES - 1];
    struct lewis_cloud result = *cloud;

    filled_ilr(bits, CHART_ZERO, from);
    filled_ilr(bits, delta, to);
    result.mean_x += to[0] - from[0];
    result.mean_y += to[1] - from[1];
    return result;
}

/* Joins two clouds (Chan, Golub & LeVeque 1983, American Statistician 37:242).
 */
static void
join(struct lewis_cloud *cloud, const struct lewis_cloud *other)
{
    double n = (double)cloud->n, m = (double)other->n, part = m / (n + m);
    double dx = other->mean_x - cloud->mean_x;
    double dy = other->mean_y - cloud->mean_y;

    if (other->n == 0)
        return;
    cloud->xx += other->xx + dx * dx * n * part;
    cloud->xy += other->xy + dx * dy * n * part;
    cloud->yy += other->yy + dy * dy * n * part;
    cloud->mean_x += dx * part;
    cloud->mean_y += dy * part;
    cloud->n += other->n;
}

static void
join_ratios(struct lewis_ratio_cloud *sum,
            const struct lewis_cloud ratio[CHART_ZEROS], double delta)
{
    for (unsigned bits = 0; bits < CHART_ZEROS; bits++) {
        struct lewis_cloud own = moved(&ratio[bits], bits, delta);

        join(&sum->ilr, &own);
        sum->replaced += own.n * bit_count(bits);
    }
}

size_t
lewis_chart_zeros(const struct lewis_chart *chart, size_t *people)
{
    size_t zeros = 0, touched = 0;

    for (size_t i = 0; i < chart->teams; i++)
        for (unsigned bits = 1; bits < CHART_ZEROS; bits++) {
            touched += chart->team[i].ratio[bits].n;
            zeros += chart->team[i].ratio[bits].n * bit_count(bits);
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
                            .lang = options->lang,
                            .log_ratios = is_log_ratios(chart, options)};

    for (size_t i = 0; groups.log_ratios && i < chart->teams; i++) {
        const struct lewis_cloud *ratio = chart->team[i].ratio;

        join_ratios(&groups.ratio[i], ratio, groups.zeros);
        join_ratios(&groups.ratio[GROUPS_ALL], ratio, groups.zeros);
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
static const struct lewis_cloud *
cloud_of(const struct groups *groups, size_t team)
{
    return groups->log_ratios ? &groups->ratio[team].ilr
                              : plane_cloud(groups, team);
}

static bool
region(const struct groups *groups, size_t team, struct lewis_ellipse *ellipse)
{
    return lewis_cloud_center_region(cloud_of(groups, team), groups->level,
                                     ellipse);
}

static size_t
outline_of(const struct groups *groups, const struct lewis_ellipse *ellipse,
           struct lewis_point outline[GROUPS_OUTLINE])
{
    if (!groups->log_ratios)
        return marker_outline(ellipse, outline);
    lewis_ratio_curve(ellipse, outline, GROUPS_OUTLINE);
    return GROUPS_OUTLINE;
}

size_t
groups_outline(const struct groups *groups, size_t team,
               struct lewis_point outline[GROUPS_OUTLINE])
{
    struct lewis_ellipse ellipse;

    if (groups->chart->moves != NULL)
        return moves_outline(groups->chart, team, groups->level, outline);
    return region(groups, team, &ellipse)
               ? outline_of(groups, &ellipse, outline)
               : 0;
}

/* Of people who all stand in one place there is none to be seen. */
size_t
groups_spread(const struct groups *groups, size_t team,
              struct lewis_point outline[GROUPS_OUTLINE])
{
    struct lewis_ellipse ellipse;

    return lewis_cloud_spread(cloud_of(groups, team), groups->level,
                              &ellipse) &&
                   ellipse.major > least_spread
               ? outline_of(groups, &ellipse, outline)
               : 0;
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
        text_add(text, wording(groups->lang, TELL_NO_ZERO));
    else
        text_print(text,
                   wording(groups->lang,
                           zeros == 1 ? TELL_ONE_ZERO : TELL_ZEROS),
                   zeros, 100 * groups->zeros);
}

void
groups_add_geometry(struct text *text, const struct groups *groups)
{
    if (!groups->log_ratios)
        return;
    text_print(text, " %s ", wording(groups->lang, TELL_LOG_RATIOS));
    groups_add_zeros(text, groups);
    text_add(text, ".");
}
