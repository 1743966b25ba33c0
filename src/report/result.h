/* result.h - everything that a personal report says, computed once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_RESULT_H
#define REPORT_RESULT_H

#include <lewis/nearness.h>
#include <lewis/quality.h>
#include <lewis/report.h>

struct result {
    const struct lewis_person *person;
    struct lewis_score score;
    struct lewis_quality quality; /* scored only */
    struct lewis_nearness *near;  /* nearest first; NULL without an atlas */
    size_t near_count;
    struct lewis_score *topic; /* one a section; NULL when there is but one */
    size_t topic_count;
};

/* False with *error set; release it all the same. */
bool result_init(struct result *result, const struct lewis_person *person,
                 struct lewis_error *error);
void result_release(struct result *result);

/* The places to draw: the own country, the nearest five, then the corners and the middles of
 * the sides as far as there are places. */
void result_sketch(const struct result *result, struct lewis_sketch *sketch);

#endif
