/* move.c - the same people before and now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/move.h"

#include <math.h>

#include "team/form.h"

/* A change of place as one of shares. */
static void
change_shares(double x, double y, double share[LEWIS_STYLES])
{
    double zero[LEWIS_STYLES];

    lewis_triangle_shares((struct lewis_point){0, 0}, zero);
    lewis_triangle_shares((struct lewis_point){x, y}, share);
    for (int s = 0; s < LEWIS_STYLES; s++)
        share[s] -= zero[s];
}

/* How far each moved, whichever way: the mean. */
static double
mean_distance(const struct crowd *crowd, size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < crowd->n; i++)
        if (crowd->person[i]->has_then)
            sum += lewis_triangle_distance(crowd->point[i],
                                           crowd->person[i]->then.point);
    return sum / (double)n;
}

static void
test_move(struct lewis_move *move, const struct lewis_cloud *cloud)
{
    double n = (double)cloud->n;
    double squared = form_squared(form_covariance(cloud), cloud->mean_x,
                                  cloud->mean_y);

    move->t2 = n * squared;
    move->f = move->t2 * (n - 2) / (2 * (n - 1));
    move->p = isfinite(move->f) ? form_f_tail(move->f, n - 2) : NAN;
}

/* Both as ranges of a change: from -1 to 1, and no cut at 0. */
static void
add_ranges(struct lewis_move *move)
{
    struct lewis_ellipse at = move->region;
    double third[LEWIS_STYLES] = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    double c = cos(at.angle), s = sin(at.angle);

    at.center = lewis_triangle_point(third);
    for (int i = 0; i < LEWIS_STYLES; i++) {
        double unit[LEWIS_STYLES], u, v, half;

        /* how much share i changes along each axis */
        change_shares(c, s, unit);
        u = unit[i] * at.major;
        change_shares(-s, c, unit);
        v = unit[i] * at.minor;
        half = hypot(u, v);
        move->low[i] = move->share[i] - half;
        move->high[i] = move->share[i] + half;
    }
}

/* With the move and the centre then, the others now follow; so in an anonymous
 * team they must be enough, or nobody. */
static bool
may_be_shown(const struct lewis_move *move, size_t least, bool anonymous)
{
    if (move->n < least)
        return false;
    return !anonymous ||
           ((move->only_now == 0 || move->only_now >= least) &&
            (move->only_before == 0 || move->only_before >= least));
}

struct lewis_move
move_of(const struct crowd *crowd, size_t gone, double level, size_t least,
        bool anonymous)
{
    struct lewis_move move = {.presence = LEWIS_PRESENT, .only_before = gone};
    struct lewis_cloud cloud = {0};

    for (size_t i = 0; i < crowd->n; i++) {
        const struct person *person = crowd->person[i];
        if (!person->has_then) {
            move.only_now++;
            continue;
        }
        lewis_cloud_add(&cloud, (struct lewis_point){
                                    crowd->point[i].x - person->then.point.x,
                                    crowd->point[i].y - person->then.point.y});
        lewis_cloud_add_error(&cloud, person->score.region.covariance);
        lewis_cloud_add_error(&cloud, person->then.covariance);
    }
    move.n = cloud.n;
    if (move.n == 0)
        move.presence = LEWIS_NOT_ASKED;
    else if (!may_be_shown(&move, least, anonymous))
        move.presence = LEWIS_WITHHELD;
    else if (!lewis_cloud_center_region(&cloud, level, &move.region))
        move.presence = LEWIS_TOO_FEW;
    if (move.presence != LEWIS_PRESENT)
        return move;
    change_shares(cloud.mean_x, cloud.mean_y, move.share);
    move.distance = hypot(cloud.mean_x, cloud.mean_y);
    move.each = mean_distance(crowd, cloud.n);
    test_move(&move, &cloud);
    add_ranges(&move);
    return move;
}
