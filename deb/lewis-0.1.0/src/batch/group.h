/* group.h - what a summary holds about the profiles of a group of people: all
 * of them, a team, the teams that are too many.
 *
 * Whole numbers only. What is printed, read back and joined stands in tables,
 * so that no field can be forgotten by one of the three.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_GROUP_H
#define BATCH_GROUP_H

#include <stddef.h>
#include <stdint.h>

#include <lewis/quality.h>
#include <lewis/score.h>

#include "batch/wide.h"

enum {
    GROUP_ONE = 40, /* numbers are counted in units of 2^-40 */
    GROUP_STATUSES = 6,
    GROUP_DUPLICATE = LEWIS_EXCLUDED + 1,
    GROUP_EMPTY
};

struct group {
    uint64_t status[GROUP_STATUSES]; /* enum lewis_status, and the two above */
    uint64_t reason[LEWIS_NO_CHOICES + 1];
    uint64_t styles[1 << LEWIS_STYLES]; /* by the bits of score->styles */
    uint64_t flag[LEWIS_FLAGS], caution;
    /* over the scored rows, in units: */
    wide share[LEWIS_STYLES];
    wide x, y;
    wide error[3]; /* the persons' own: score->region.covariance */
    /* in units of 2^-80: */
    wide square[LEWIS_STYLES]; /* of the shares */
    wide xx, xy, yy;
    size_t bins;   /* of each share's histogram */
    uint64_t *bin; /* LEWIS_STYLES * bins; whoever made the group frees it */
};

/* A row ready to be added to several groups. */
struct group_row {
    enum lewis_status status;
    enum lewis_reason reason;
    unsigned styles, flags;
    bool caution;
    int64_t share[LEWIS_STYLES], x, y, error[3];
};

/* The counts and the sums by name, within the object 'part'; ended by a NULL
 * name. 'at' is where they stand in a struct group. */
struct group_count {
    const char *part, *name;
    size_t at;
};
struct group_sum {
    const char *name;
    size_t at;
    int bits; /* of one row's, at most */
};
extern const struct group_count group_counts[];
extern const struct group_sum group_sums[];

/* 'quality' may be NULL for a row that was refused. */
void group_row_of(struct group_row *row, const struct lewis_score *score,
                  const struct lewis_quality *quality);
void group_add(struct group *group, const struct group_row *row);

/* Adds 'from', which has as many bins, to 'into'. */
void group_join(struct group *into, const struct group *from);

/* All its rows. */
uint64_t group_rows(const struct group *group);

#endif
