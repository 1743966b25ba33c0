/* moves.c - where people were before, and how the centre moved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/moves.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"
#include "chart/highlight.h"
#include "chart/marker.h"
#include "chart/wording.h"

void
moves_free(struct moves *moves)
{
    if (moves == NULL)
        return;
    free(moves->then);
    free(moves);
}

static bool
make_room(struct lewis_chart *chart)
{
    struct lewis_point *then;

    if (chart->moves == NULL)
        chart->moves = calloc(1, sizeof *chart->moves);
    if (chart->moves == NULL)
        return false;
    if (chart->moves->room >= chart->room)
        return true;
    then = realloc(chart->moves->then, chart->room * sizeof *then);
    if (then == NULL)
        return false;
    for (size_t i = chart->moves->room; i < chart->room; i++)
        then[i] = (struct lewis_point){NAN, NAN};
    chart->moves->then = then;
    chart->moves->room = chart->room;
    return true;
}

/* Errors of two measurements add up. */
static void
add_to_cloud(struct moves_cloud *cloud, const struct lewis_place *then,
             const struct lewis_score *now)
{
    struct lewis_point move = {now->point.x - then->point.x,
                               now->point.y - then->point.y};
    double covariance[3];

    for (int i = 0; i < 3; i++)
        covariance[i] = then->covariance[i] + now->region.covariance[i];
    lewis_cloud_add(&cloud->then, then->point);
    lewis_cloud_add(&cloud->move, move);
    lewis_cloud_add_error(&cloud->move, covariance);
}

bool
lewis_chart_add_move(struct lewis_chart *chart, const char *name,
                     size_t name_size, const char *team, size_t team_size,
                     const struct lewis_place *then,
                     const struct lewis_score *now, struct lewis_error *error)
{
    size_t index = chart->count;

    if (!lewis_chart_add(chart, name, name_size, team, team_size, now, error))
        return false;
    if (chart->count == index)
        return true; /* no profile now */
    if (!make_room(chart))
        return error_memory(error);
    highlight_moved(chart, then->point);
    if (index < chart->kept)
        chart->moves->then[index] = then->point;
    add_to_cloud(&chart->moves->cloud[GROUPS_ALL], then, now);
    add_to_cloud(&chart->moves->cloud[chart->last_team], then, now);
    return true;
}

bool
moves_known(const struct lewis_chart *chart, size_t i)
{
    return chart->moves != NULL && i < chart->moves->room &&
           !isnan(chart->moves->then[i].x);
}

bool
moves_none(const struct lewis_chart *chart, size_t team)
{
    const struct lewis_cloud *move = &chart->moves->cloud[team].move;
    const double hair = 1e-12;

    return fabs(move->mean_x) < hair && fabs(move->mean_y) < hair &&
           move->xx < hair && move->yy < hair;
}

struct lewis_point
moves_center(const struct lewis_chart *chart, size_t team)
{
    return lewis_cloud_center(&chart->moves->cloud[team].then);
}

/* The region of the mean move, in plane steps from no move. */
static bool
mean_region(const struct lewis_chart *chart, size_t team, double level,
            struct lewis_ellipse *ellipse)
{
    return lewis_cloud_center_region(&chart->moves->cloud[team].move, level,
                                     ellipse);
}

size_t
moves_outline(const struct lewis_chart *chart, size_t team, double level,
              struct lewis_point outline[GROUPS_OUTLINE])
{
    struct lewis_point from = moves_center(chart, team);
    struct lewis_ellipse ellipse;

    if (moves_none(chart, team) || !mean_region(chart, team, level, &ellipse))
        return 0;
    ellipse.center.x += from.x;
    ellipse.center.y += from.y;
    return marker_outline(&ellipse, outline);
}

/* --- in words --- */

/* Moves in the plane as changes of shares, in whole points that sum to 0 but
 * for rounding. */
static void
add_changes(struct text *text, struct lewis_point move, const char *lang)
{
    const double none[LEWIS_STYLES] = {1, 0, 0};
    struct lewis_point from = lewis_triangle_point(none);
    double share[LEWIS_STYLES];

    lewis_triangle_shares(
        (struct lewis_point){from.x + move.x, from.y + move.y}, share);
    share[0] -= 1;
    for (int i = 0; i < LEWIS_STYLES; i++) {
        long points = lround(100 * share[i]);

        text_print(text, "%s%s %s%ld", i == 0 ? "" : ", ",
                   wording_style(lang, (enum lewis_style)i),
                   points > 0   ? "+"
                   : points < 0 ? "\xE2\x88\x92"
                                : "",
                   labs(points));
    }
    text_add(text, wording(lang, TELL_POINTS));
}

/* Is no move at all in the region? */
static bool
holds_none(const struct lewis_ellipse *ellipse)
{
    double c = cos(ellipse->angle), s = sin(ellipse->angle);
    double u = -(c * ellipse->center.x + s * ellipse->center.y);
    double v = -(c * ellipse->center.y - s * ellipse->center.x);

    return hypot(u / ellipse->major, v / ellipse->minor) <= 1;
}

/* One person's own errors, as an ellipse: that of four people who all made that
 * very move and whose mean is as unsure as this person. */
static bool
person_region(const struct lewis_chart *chart, double level,
              struct lewis_ellipse *ellipse)
{
    const struct lewis_cloud *move = &chart->moves->cloud[GROUPS_ALL].move;
    struct lewis_cloud same = {.n = 4,
                               .mean_x = move->mean_x,
                               .mean_y = move->mean_y,
                               .error_xx = 16 * move->error_xx,
                               .error_xy = 16 * move->error_xy,
                               .error_yy = 16 * move->error_yy};

    return lewis_cloud_center_region(&same, level, ellipse);
}

void
moves_add_words(struct text *text, const struct lewis_chart *chart,
                const struct lewis_chart_options *options)
{
    const char *lang = options->lang;
    double level = options->level;
    const struct lewis_cloud *move;
    struct lewis_ellipse ellipse;
    bool known;

    if (chart->moves == NULL || chart->count == 0)
        return;
    if (moves_none(chart, GROUPS_ALL)) {
        text_print(text, " %s", wording(lang, TELL_SAME_ANSWERS));
        return;
    }
    move = &chart->moves->cloud[GROUPS_ALL].move;
    known = move->n == 1 ? person_region(chart, level, &ellipse)
                         : mean_region(chart, GROUPS_ALL, level, &ellipse);
    text_print(text, " %s",
               wording(lang, move->n == 1 ? TELL_MOVED_ONE : TELL_MOVED_ALL));
    add_changes(text, lewis_cloud_center(move), lang);
    if (!known)
        text_add(text, wording(lang, TELL_MOVED_FEW));
    else
        text_print(text,
                   wording(lang, holds_none(&ellipse) ? TELL_MOVED_NOT
                                                      : TELL_MOVED),
                   100 * level);
}
