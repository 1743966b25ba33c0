/* rearrange.c - do groups differ? A test by rearranging who is in which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/rearrange.h"

#include <math.h>
#include <string.h>

#include "team/chance.h"

enum { SEED = 20010432, MOST_STEPS = 2000 };

/* A test under way. */
struct running {
    struct lewis_point *point; /* centred */
    size_t *part;              /* as rearranged */
    double *size, *sum_x, *sum_y;
    size_t n, groups;
    double total;
};

static bool
running_init(struct running *run, const struct arranged *arranged,
             struct arena *arena)
{
    size_t n = arranged->n, groups = arranged->groups;
    struct lewis_cloud cloud = {0};

    run->n = n;
    run->groups = groups;
    run->point = arena_array(arena, n + 1, sizeof *run->point);
    run->part = arena_array(arena, n + 1, sizeof *run->part);
    run->size = arena_array(arena, groups + 1, sizeof *run->size);
    run->sum_x = arena_array(arena, groups + 1, sizeof *run->sum_x);
    run->sum_y = arena_array(arena, groups + 1, sizeof *run->sum_y);
    if (arena_failed(arena))
        return false;
    for (size_t i = 0; i < n; i++)
        lewis_cloud_add(&cloud, arranged->point[i]);
    for (size_t i = 0; i < n; i++) {
        run->point[i].x = arranged->point[i].x - cloud.mean_x;
        run->point[i].y = arranged->point[i].y - cloud.mean_y;
        run->part[i] = arranged->part[i];
        run->size[arranged->part[i]]++;
    }
    run->total = cloud.xx + cloud.yy;
    return true;
}

/* The sum of squares between the groups. */
static double
between(struct running *run)
{
    double sum = 0;

    memset(run->sum_x, 0, run->groups * sizeof *run->sum_x);
    memset(run->sum_y, 0, run->groups * sizeof *run->sum_y);
    for (size_t i = 0; i < run->n; i++) {
        run->sum_x[run->part[i]] += run->point[i].x;
        run->sum_y[run->part[i]] += run->point[i].y;
    }
    for (size_t g = 0; g < run->groups; g++)
        sum += (run->sum_x[g] * run->sum_x[g] + run->sum_y[g] * run->sum_y[g]) /
               run->size[g];
    return sum;
}

/* n! / (n1! n2! ...), as a double. */
static double
arrangements(const struct running *run)
{
    double logs = lgamma((double)run->n + 1);

    for (size_t g = 0; g < run->groups; g++)
        logs -= lgamma(run->size[g] + 1);
    return floor(exp(logs) + 0.5);
}

/* Arrangements that are the same but for the names of groups of one size. */
static double
same_but_names(const struct running *run)
{
    double count = 1;

    for (size_t g = 0; g < run->groups; g++) {
        double before = 0;
        for (size_t h = 0; h < g; h++)
            before += run->size[h] == run->size[g];
        count *= before + 1;
    }
    return count;
}

static void
swap(size_t part[], size_t a, size_t b)
{
    size_t kept = part[a];

    part[a] = part[b];
    part[b] = kept;
}

/* The next arrangement in the order of the dictionary (Narayana); false after
 * the last. */
static bool
next_arrangement(size_t part[], size_t n)
{
    size_t i = n, j = n;

    while (i > 1 && part[i - 2] >= part[i - 1])
        i--;
    if (i < 2)
        return false;
    while (part[j - 1] <= part[i - 2])
        j--;
    swap(part, i - 2, j - 1);
    for (size_t a = i - 1, b = n - 1; a < b; a++, b--)
        swap(part, a, b);
    return true;
}

static void
first_arrangement(struct running *run)
{
    size_t i = 0;

    for (size_t g = 0; g < run->groups; g++)
        for (size_t k = 0; k < (size_t)run->size[g]; k++)
            run->part[i++] = g;
}

static void
count_all(struct running *run, double least, struct lewis_test *test)
{
    size_t as_large = 0;

    first_arrangement(run);
    do {
        test->permutations++;
        as_large += between(run) >= least;
    } while (next_arrangement(run->part, run->n));
    test->p = (double)as_large / (double)test->permutations;
    test->exact = true;
}

static void
count_some(struct running *run, double least, struct lewis_test *test)
{
    struct chance chance = {SEED};
    size_t as_large = 0;

    first_arrangement(run);
    for (size_t k = 0; k < REARRANGE_DRAWS; k++) {
        for (size_t i = run->n - 1; i > 0; i--)
            swap(run->part, i, chance_below(&chance, i + 1));
        as_large += between(run) >= least;
    }
    test->permutations = REARRANGE_DRAWS;
    test->p = (double)(1 + as_large) / (1 + REARRANGE_DRAWS);
}

struct lewis_test
rearrange_places(const struct arranged *arranged, double *r2,
                 struct arena *arena)
{
    struct lewis_test test = {.statistic = NAN,
                              .p = NAN,
                              .p_least = NAN,
                              .n = arranged->n,
                              .groups = arranged->groups};
    struct running run;
    double seen, all, groups = (double)arranged->groups;

    *r2 = NAN;
    if (arranged->groups < 2 || arranged->n <= arranged->groups ||
        !running_init(&run, arranged, arena) || !(run.total > 1e-20))
        return test;
    seen = between(&run);
    all = arrangements(&run);
    *r2 = fmin(seen / run.total, 1);
    test.statistic = (seen / (groups - 1)) /
                     (fmax(run.total - seen, 0) / ((double)run.n - groups));
    test.p_least = same_but_names(&run) / all;
    if (all <= REARRANGE_EXACT)
        count_all(&run, seen - 1e-10 * run.total, &test);
    else
        count_some(&run, seen - 1e-10 * run.total, &test);
    if (!test.exact)
        test.p_least = fmax(test.p_least, 1.0 / (1 + REARRANGE_DRAWS));
    return test;
}

/* Where the points of a part pull from 'at', summed as unit vectors; *weight
 * the sum of 1 / distance, *here how many are on the spot. */
static struct lewis_point
pull(const struct arranged *arranged, size_t which, struct lewis_point at,
     double *weight, double *here)
{
    struct lewis_point sum = {0, 0};

    *weight = *here = 0;
    for (size_t i = 0; i < arranged->n; i++) {
        double d = lewis_triangle_distance(arranged->point[i], at);
        if (arranged->part[i] != which)
            continue;
        if (d < 1e-12) {
            *here += 1;
            continue;
        }
        sum.x += (arranged->point[i].x - at.x) / d;
        sum.y += (arranged->point[i].y - at.y) / d;
        *weight += 1 / d;
    }
    return sum;
}

/* Weiszfeld's steps (1937), held back where they meet a point (Vardi & Zhang
 * 2000, PNAS 97:1423). */
struct lewis_point
rearrange_median(const struct arranged *arranged, size_t which)
{
    struct lewis_cloud cloud = {0};
    struct lewis_point at;

    for (size_t i = 0; i < arranged->n; i++)
        if (arranged->part[i] == which)
            lewis_cloud_add(&cloud, arranged->point[i]);
    at = lewis_cloud_center(&cloud);
    for (int step = 0; step < MOST_STEPS; step++) {
        double weight, here;
        struct lewis_point sum = pull(arranged, which, at, &weight, &here);
        double strength = hypot(sum.x, sum.y), go;
        if (strength <= here || !(weight > 0))
            break;
        go = (1 - here / strength) / weight;
        at.x += go * sum.x;
        at.y += go * sum.y;
        if (go * strength < 1e-13)
            break;
    }
    return at;
}

struct lewis_test
rearrange_spreads(const struct arranged *arranged, struct arena *arena)
{
    struct lewis_point *distance =
        arena_array(arena, arranged->n + 1, sizeof *distance);
    struct arranged line = *arranged;
    double r2;

    for (size_t g = 0; g < arranged->groups && distance != NULL; g++) {
        struct lewis_point median = rearrange_median(arranged, g);
        for (size_t i = 0; i < arranged->n; i++)
            if (arranged->part[i] == g)
                distance[i] = (struct lewis_point){
                    lewis_triangle_distance(arranged->point[i], median), 0};
    }
    line.point = distance;
    if (distance == NULL)
        line.groups = 0;
    return rearrange_places(&line, &r2, arena);
}
