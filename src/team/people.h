/* people.h - the people of a team, as they were added and in an order of their
 * own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_PEOPLE_H
#define TEAM_PEOPLE_H

#include <lewis/figures.h>

#include "base/arena.h"

struct person {
    const char *id;
    const char **label; /* one for each column; "" is none */
    struct lewis_score score;
    struct lewis_place then;
    bool has_then;
};

struct lewis_team {
    struct arena arena; /* people and texts */
    const char **column;
    size_t columns;
    struct person **person; /* with a profile */
    size_t count, room;
    size_t people; /* without one, too */
    struct lewis_absentee *absent; /* people - count of them */
    size_t absent_room;
    size_t gone, beside;
};

/* People in an order that does not depend on that of adding: sums and seeded
 * draws come out the same. */
struct crowd {
    size_t n;
    struct lewis_point *point;
    const struct person **person;
    size_t *member;         /* the index of each in the order of adding */
    struct arena *arena;    /* for what is computed */
};

/* False on ENOMEM. */
bool crowd_init(struct crowd *crowd, const struct lewis_team *team,
                struct arena *arena);

/* The cloud of those whose part[i] is 'which'; of all with part NULL. */
struct lewis_cloud crowd_cloud(const struct crowd *crowd, const size_t part[],
                               size_t which);

#endif
