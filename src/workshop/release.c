/* release.c - who may be part of what is shown.
 *
 * A cell is made of people who are released at the same time under the same
 * name, a team's or none. Every cell has 'minimum' people or more, and all that
 * is ever shown is made of whole cells: so no sum or difference of what is shown
 * is about fewer. tests/unit/workshop_release_test.c tries that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "workshop/release.h"

/* Of a team. */
struct tally {
    size_t begun;   /* who agreed to take part */
    size_t waiting; /* handed in, not released */
    size_t busy;    /* begun, not handed in */
    bool named;     /* while deciding: a cell of its own */
};

static void
read_tallies(struct lewis_workshop *workshop, struct tally tally[])
{
    struct query query = query_begin(
        &workshop->database,
        "SELECT team, sum(consented <> ''), sum(handed_in AND cell IS NULL), "
        "sum(consented <> '' AND NOT handed_in) FROM respondent "
        "GROUP BY team");

    while (query_row(&query)) {
        size_t team = (size_t)query_get(&query, 0);
        if (team >= workshop->teams)
            continue;
        tally[team] = (struct tally){(size_t)query_get(&query, 1),
                                     (size_t)query_get(&query, 2),
                                     (size_t)query_get(&query, 3), false};
    }
    query_end(&query);
}

static void
release_team(struct lewis_workshop *workshop, size_t team, int64_t cell,
             bool named)
{
    struct query query =
        query_begin(&workshop->database,
                    "UPDATE respondent SET cell = ?, named = ? "
                    "WHERE team = ? AND handed_in AND cell IS NULL");

    query_number(&query, cell);
    query_number(&query, named);
    query_number(&query, (int64_t)team);
    query_do(&query);
}

/* The teams that are marked each by itself, the others together when asked
 * for. */
static void
release_cells(struct lewis_workshop *workshop, const struct tally tally[],
              const bool released[])
{
    int64_t cell = database_number(
        &workshop->database, "SELECT coalesce(max(cell), 0) FROM respondent");
    int64_t pool = ++cell;

    for (size_t t = 0; t < workshop->teams; t++)
        if (released[t] && tally[t].waiting > 0)
            release_team(workshop, t, tally[t].named ? ++cell : pool,
                         tally[t].named);
}

/* Enough have handed in, and those who have not will not be too few. */
static bool
is_ripe(const struct lewis_workshop *workshop, size_t waiting, size_t busy)
{
    return waiting >= workshop->minimum &&
           (busy == 0 || busy >= workshop->minimum);
}

void
release_some(struct lewis_workshop *workshop)
{
    struct tally tally[LEWIS_WORKSHOP_TEAMS] = {0};
    bool ripe[LEWIS_WORKSHOP_TEAMS] = {false}, pool_ripe;
    size_t waiting = 0, busy = 0;

    read_tallies(workshop, tally);
    for (size_t t = 0; t < workshop->teams; t++) {
        tally[t].named = tally[t].begun >= workshop->minimum;
        if (tally[t].named)
            continue;
        waiting += tally[t].waiting;
        busy += tally[t].busy;
    }
    pool_ripe = is_ripe(workshop, waiting, busy);
    for (size_t t = 0; t < workshop->teams; t++)
        ripe[t] = tally[t].named ? is_ripe(workshop, tally[t].waiting,
                                           tally[t].busy)
                                 : pool_ripe;
    release_cells(workshop, tally, ripe);
}

/* The smallest team that is to have a cell of its own; of equal ones the last.
 * None: the number of teams. */
static size_t
smallest(const struct tally tally[], size_t teams)
{
    size_t found = teams;

    for (size_t t = 0; t < teams; t++)
        if (tally[t].named &&
            (found == teams || tally[t].waiting <= tally[found].waiting))
            found = t;
    return found;
}

/* People of teams without a cell of their own. */
static size_t
count_pool(const struct tally tally[], size_t teams)
{
    size_t pool = 0;

    for (size_t t = 0; t < teams; t++)
        pool += tally[t].named ? 0 : tally[t].waiting;
    return pool;
}

/* Which teams get a cell of their own at closing. Returns how many people are
 * left to be together, in one cell if they are enough. */
static size_t
decide_rest(const struct lewis_workshop *workshop, struct tally tally[])
{
    size_t pool, join, teams = workshop->teams;

    for (size_t t = 0; t < teams; t++)
        tally[t].named = tally[t].waiting >= workshop->minimum;
    for (;;) {
        pool = count_pool(tally, teams);
        join = smallest(tally, teams);
        if (pool == 0 || pool >= workshop->minimum || join == teams)
            return pool;
        tally[join].named = false;
    }
}

void
release_rest(struct lewis_workshop *workshop)
{
    struct tally tally[LEWIS_WORKSHOP_TEAMS] = {0};
    bool released[LEWIS_WORKSHOP_TEAMS] = {false};
    size_t pool;

    read_tallies(workshop, tally);
    pool = decide_rest(workshop, tally);
    for (size_t t = 0; t < workshop->teams; t++)
        released[t] = tally[t].named || pool >= workshop->minimum;
    release_cells(workshop, tally, released);
}

/* Those who are in a cell already. */
static void
read_released(struct lewis_workshop *workshop,
              struct lewis_workshop_fate fate[])
{
    struct query query =
        query_begin(&workshop->database,
                    "SELECT team, sum(named), sum(NOT named) FROM respondent "
                    "WHERE cell IS NOT NULL GROUP BY team");

    while (query_row(&query)) {
        size_t team = (size_t)query_get(&query, 0);
        if (team >= workshop->teams)
            continue;
        fate[team].named = (size_t)query_get(&query, 1);
        fate[team].pooled = (size_t)query_get(&query, 2);
    }
    query_end(&query);
}

/* Those who are in none: what release_rest() would do with them; once it has
 * done that, nothing changes any more. */
static void
add_rest(struct lewis_workshop *workshop, bool closed,
         struct lewis_workshop_fate fate[])
{
    struct tally tally[LEWIS_WORKSHOP_TEAMS] = {0};
    size_t pool = 0;

    read_tallies(workshop, tally);
    if (!closed)
        pool = decide_rest(workshop, tally);
    for (size_t t = 0; t < workshop->teams; t++) {
        fate[t].unfinished += tally[t].busy;
        if (tally[t].named)
            fate[t].named += tally[t].waiting;
        else if (pool >= workshop->minimum)
            fate[t].pooled += tally[t].waiting;
        else
            fate[t].withheld += tally[t].waiting;
    }
}

bool
lewis_workshop_fates(struct lewis_workshop *workshop,
                     struct lewis_workshop_fate fate[],
                     struct lewis_error *error)
{
    struct database *database = &workshop->database;
    enum lewis_workshop_state state;

    for (size_t t = 0; t < workshop->teams; t++)
        fate[t] = (struct lewis_workshop_fate){0};
    database_begin_reading(database);
    state = workshop_standing(database).state;
    if (state != LEWIS_WORKSHOP_PURGED) {
        read_released(workshop, fate);
        add_rest(workshop, state == LEWIS_WORKSHOP_CLOSED, fate);
    }
    return database_commit(database, error);
}
