/* group.c - profiles added up in whole numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "batch/group.h"

enum {
    N = LEWIS_STYLES,
    ERROR_BITS = 20 /* an error of 2^20 sides is none that could be used */
};

const struct group_count group_counts[] = {
#define AT(field) offsetof(struct group, field)
    {"status", "ok", AT(status[LEWIS_SCORED])},
    {"status", "incomplete", AT(status[LEWIS_INCOMPLETE])},
    {"status", "refused", AT(status[LEWIS_REFUSED])},
    {"status", "excluded", AT(status[LEWIS_EXCLUDED])},
    {"status", "duplicate", AT(status[GROUP_DUPLICATE])},
    {"status", "empty", AT(status[GROUP_EMPTY])},
    {"reasons", "too_few_answers", AT(reason[LEWIS_TOO_FEW_ANSWERS])},
    {"reasons", "all_zero", AT(reason[LEWIS_ALL_ZERO])},
    {"reasons", "no_choices", AT(reason[LEWIS_NO_CHOICES])},
    {"styles", "linear", AT(styles[1])},
    {"styles", "multi", AT(styles[2])},
    {"styles", "reactive", AT(styles[4])},
    {"styles", "linear-multi", AT(styles[3])},
    {"styles", "linear-reactive", AT(styles[5])},
    {"styles", "multi-reactive", AT(styles[6])},
    {"styles", "balanced", AT(styles[7])},
    {"flags", "run", AT(flag[0])},
    {"flags", "spread", AT(flag[1])},
    {"flags", "mode", AT(flag[2])},
    {"flags", "missing", AT(flag[3])},
    {"flags", "check", AT(flag[4])},
    {"flags", "contradiction", AT(flag[5])},
    {"flags", "caution", AT(caution)},
    {NULL, NULL, 0},
};

const struct group_sum group_sums[] = {
    {"linear", AT(share[0]), GROUP_ONE},
    {"multi", AT(share[1]), GROUP_ONE},
    {"reactive", AT(share[2]), GROUP_ONE},
    {"linear_linear", AT(square[0]), 2 * GROUP_ONE},
    {"multi_multi", AT(square[1]), 2 * GROUP_ONE},
    {"reactive_reactive", AT(square[2]), 2 * GROUP_ONE},
    {"x", AT(x), GROUP_ONE},
    {"y", AT(y), GROUP_ONE},
    {"x_x", AT(xx), 2 * GROUP_ONE},
    {"x_y", AT(xy), 2 * GROUP_ONE},
    {"y_y", AT(yy), 2 * GROUP_ONE},
    {"error_linear_linear", AT(error[0]), GROUP_ONE + ERROR_BITS},
    {"error_linear_multi", AT(error[1]), GROUP_ONE + ERROR_BITS},
    {"error_multi_multi", AT(error[2]), GROUP_ONE + ERROR_BITS},
    {NULL, 0, 0},
#undef AT
};

/* In units, to the nearest: where a double has no more than whole numbers it
 * rounds by itself. */
static int64_t
units(double x)
{
    static const double wholes = 0x1.8p52;
    double n = x * (double)(INT64_C(1) << GROUP_ONE);
    double rounded = n + wholes;

    return fabs(n) < 0x1p51 ? (int64_t)(rounded - wholes)
                            : (int64_t)llrint(n);
}

static bool
all_usable(const double error[3])
{
    for (int e = 0; e < 3; e++)
        if (!(fabs(error[e]) < 1 << ERROR_BITS))
            return false;
    return true;
}

void
group_row_of(struct group_row *row, const struct lewis_score *score,
             const struct lewis_quality *quality)
{
    bool usable;

    *row = (struct group_row){.status = score->status, .reason = score->reason};
    if (quality != NULL && score->status != LEWIS_REFUSED) {
        row->flags = quality->flags;
        row->caution = quality->caution;
    }
    if (score->status != LEWIS_SCORED)
        return;
    row->styles = score->styles;
    row->x = units(score->point.x);
    row->y = units(score->point.y);
    usable = all_usable(score->region.covariance);
    for (int i = 0; i < N; i++) {
        row->share[i] = units(score->share[i]);
        row->error[i] = usable ? units(score->region.covariance[i]) : 0;
    }
}

/* A share that is on the edge of a step belongs to the one above, whichever way
 * it was rounded: hence the one unit more. */
static size_t
bin_of(const struct group *group, int64_t share)
{
    size_t bin = (((size_t)share + 1) * group->bins) >> GROUP_ONE;

    return bin < group->bins ? bin : group->bins - 1;
}

static void
add_profile(struct group *group, const struct group_row *row)
{
    group->styles[row->styles]++;
    for (int i = 0; i < N; i++) {
        group->share[i] += row->share[i];
        group->square[i] += (wide)row->share[i] * row->share[i];
        group->error[i] += row->error[i];
        group->bin[(size_t)i * group->bins + bin_of(group, row->share[i])]++;
    }
    group->x += row->x;
    group->y += row->y;
    group->xx += (wide)row->x * row->x;
    group->xy += (wide)row->x * row->y;
    group->yy += (wide)row->y * row->y;
}

void
group_add(struct group *group, const struct group_row *row)
{
    group->status[row->status]++;
    if (row->status == LEWIS_INCOMPLETE)
        group->reason[row->reason]++;
    for (int f = 0; f < LEWIS_FLAGS; f++)
        group->flag[f] += row->flags >> f & 1;
    group->caution += row->caution;
    if (row->status == LEWIS_SCORED)
        add_profile(group, row);
}

void
group_join(struct group *into, const struct group *from)
{
    for (const struct group_count *c = group_counts; c->name != NULL; c++)
        *(uint64_t *)((char *)into + c->at) +=
            *(const uint64_t *)((const char *)from + c->at);
    for (const struct group_sum *s = group_sums; s->name != NULL; s++)
        *(wide *)((char *)into + s->at) +=
            *(const wide *)((const char *)from + s->at);
    for (size_t b = 0; b < N * into->bins; b++)
        into->bin[b] += from->bin[b];
}

uint64_t
group_rows(const struct group *group)
{
    uint64_t rows = 0;

    for (int s = 0; s < GROUP_STATUSES; s++)
        rows += group->status[s];
    return rows;
}
