/* chart.c - a chart's figures, gathered one person at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/chart.h>

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "chart/groups.h"
#include "chart/highlight.h"
#include "chart/moves.h"
#include "chart/typeset.h"

struct lewis_chart_options
lewis_chart_defaults(void)
{
    return (struct lewis_chart_options){
        .width_pt = 841.89,
        .height_pt = 595.28,
        .level = 0.90,
        .zeros = CHART_ZERO,
        .regions = LEWIS_REGIONS_AUTO,
    };
}

struct lewis_chart *
lewis_chart_new(struct lewis_error *error)
{
    struct lewis_chart *chart = calloc(1, sizeof *chart);

    if (chart == NULL)
        error_memory(error);
    return chart;
}

void
lewis_chart_free(struct lewis_chart *chart)
{
    if (chart == NULL)
        return;
    arena_release(&chart->arena);
    free(chart->point);
    free(chart->team_of);
    moves_free(chart->moves);
    free(chart);
}

size_t
lewis_chart_count(const struct lewis_chart *chart)
{
    return chart->count;
}

static bool
grow(struct lewis_chart *chart)
{
    size_t room = chart->room == 0 ? 64 : chart->room * 2;
    struct lewis_point *point;
    unsigned char *team_of;

    if (chart->kept < chart->room)
        return true;
    point = realloc(chart->point, room * sizeof *point);
    if (point == NULL)
        return false;
    chart->point = point;
    team_of = realloc(chart->team_of, room);
    if (team_of == NULL)
        return false;
    chart->team_of = team_of;
    chart->room = room;
    return true;
}

static size_t
find_team(const struct lewis_chart *chart, const char *name)
{
    for (size_t i = 0; i < chart->teams; i++)
        if (strcmp(chart->team[i].name, name) == 0)
            return i;
    return chart->teams;
}

/* Adds a team; when there are too many, the last one holds all others. Returns
 * its index, or CHART_TEAMS when out of memory. */
static size_t
add_team(struct lewis_chart *chart, const char *name)
{
    const char *copy;

    if (chart->teams == CHART_TEAMS)
        return CHART_TEAMS - 1;
    if (chart->teams == CHART_TEAMS - 1)
        name = "other teams";
    copy = arena_copy(&chart->arena, name, strlen(name));
    if (copy == NULL)
        return CHART_TEAMS;
    chart->team[chart->teams].name = copy;
    return chart->teams++;
}

/* The index of the team of that name, added when new; CHART_TEAMS when out of
 * memory. */
static size_t
team_index(struct lewis_chart *chart, const char *name, size_t size)
{
    struct arena scratch = {0};
    const char *clean = typeset_clean(&scratch, name, size);
    size_t index = CHART_TEAMS;

    if (clean != NULL) {
        index = find_team(chart, clean);
        if (index == chart->teams)
            index = add_team(chart, clean);
    }
    arena_release(&scratch);
    return index;
}

/* Before the person is counted. */
static void
add_range(struct lewis_chart *chart, const struct lewis_score *score)
{
    for (int i = 0; i < LEWIS_STYLES; i++) {
        double half = 50 * (score->high[i] - score->low[i]);

        if (chart->count < CHART_LABELLED) {
            chart->range[chart->count].low[i] = score->low[i];
            chart->range[chart->count].high[i] = score->high[i];
        }
        if (half >= 0 && half <= CHART_HALF - 1)
            chart->half[lround(half)]++;
    }
}

static void
add_to_cloud(struct lewis_cloud *cloud, const struct lewis_score *score)
{
    lewis_cloud_add(cloud, score->point);
    lewis_cloud_add_error(cloud, score->region.covariance);
}

/* True when the person can be drawn: a point of the triangle. */
static bool
has_place(const struct lewis_score *score)
{
    double share[LEWIS_STYLES], hair = 1e-9;

    if (score->status != LEWIS_SCORED || !isfinite(score->point.x) ||
        !isfinite(score->point.y))
        return false;
    lewis_triangle_shares(score->point, share);
    return share[0] >= -hair && share[1] >= -hair && share[2] >= -hair;
}

/* What is kept of the first ones only. */
static bool
keep(struct lewis_chart *chart, const char *name, size_t name_size, size_t team,
     const struct lewis_score *score)
{
    if (chart->count < CHART_LABELLED)
        chart->region[chart->count] = score->region;
    if (chart->count < CHART_NAMED) {
        chart->name[chart->count] =
            typeset_clean(&chart->arena, name, name_size);
        if (chart->name[chart->count] == NULL)
            return false;
    }
    if (chart->kept == CHART_KEPT)
        return true;
    if (!grow(chart))
        return false;
    chart->team_of[chart->kept] = (unsigned char)team;
    chart->point[chart->kept++] = score->point;
    return true;
}

/* Before the person is counted. */
static void
add_figures(struct lewis_chart *chart, size_t team,
            const struct lewis_score *score)
{
    double share[LEWIS_STYLES];

    lewis_triangle_shares(score->point, share);
    for (int i = 0; i < LEWIS_STYLES; i++)
        chart->least[i] =
            chart->count == 0 ? share[i] : fmin(chart->least[i], share[i]);
    add_range(chart, score);
    add_to_cloud(&chart->cloud, score);
    add_to_cloud(&chart->team[team].cloud, score);
    groups_add(chart->team[team].ratio, share);
    density_add(&chart->density, score->point);
}

bool
lewis_chart_add(struct lewis_chart *chart, const char *name, size_t name_size,
                const char *team, size_t team_size,
                const struct lewis_score *score, struct lewis_error *error)
{
    size_t index;

    if (!has_place(score)) {
        chart->unscored++;
        return highlight_add(chart, name, name_size, CHART_TEAMS, score) ||
               error_memory(error);
    }
    index = team_index(chart, team, team_size);
    if (index == CHART_TEAMS)
        return error_memory(error);
    if (!keep(chart, name, name_size, index, score) ||
        !highlight_add(chart, name, name_size, index, score))
        return error_memory(error);
    add_figures(chart, index, score);
    chart->last_team = index;
    chart->count++;
    return true;
}
