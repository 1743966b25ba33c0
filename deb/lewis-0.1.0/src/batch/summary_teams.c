/* summary_teams.c - a bounded number of teams, the same for any order of rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "batch/summary.h"

enum { N = LEWIS_STYLES };

static void
free_team(struct summary_team *team)
{
    free(team->group.bin);
    free(team);
}

void
summary_free_teams(struct lewis_summary *summary)
{
    for (size_t t = 0; t < summary->team_count; t++)
        free_team(summary->team[t]);
    summary->team_count = 0;
    summary->last = NULL;
}

static int
compare_name(const struct summary_team *team, const char *name, size_t size)
{
    size_t least = team->size < size ? team->size : size;
    int order = memcmp(team->name, name, least);

    return order != 0 ? order : (team->size > size) - (team->size < size);
}

/* Where the name stands among the teams, or would. */
static size_t
place_of(const struct lewis_summary *summary, const char *name, size_t size)
{
    size_t low = 0, high = summary->team_count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (compare_name(summary->team[middle], name, size) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct summary_team *
make_team(const char *name, size_t size)
{
    struct summary_team *team = calloc(1, sizeof *team + size + 1);

    if (team == NULL)
        return NULL;
    team->group.bins = SUMMARY_TEAM_BINS;
    team->group.bin = calloc(N * SUMMARY_TEAM_BINS, sizeof *team->group.bin);
    team->size = size;
    memcpy(team->name, name, size);
    if (team->group.bin != NULL)
        return team;
    free(team);
    return NULL;
}

static bool
can_be_named(const char *name, size_t size)
{
    return size <= LEWIS_SUMMARY_NAME && memchr(name, '\0', size) == NULL &&
           utf8_valid(name, size);
}

/* The last team goes to the others. No order of rows can bring it back: the
 * names before it do not become fewer. */
static void
drop_last(struct lewis_summary *summary)
{
    struct summary_team *team = summary->team[--summary->team_count];

    group_join(&summary->other, &team->group);
    if (summary->last == team)
        summary->last = NULL;
    free_team(team);
}

static struct summary_team *
insert_team(struct lewis_summary *summary, size_t at, const char *name,
            size_t size)
{
    struct summary_team *team = make_team(name, size);

    if (team == NULL)
        return NULL;
    if (summary->team_count == LEWIS_SUMMARY_TEAMS)
        drop_last(summary);
    memmove(&summary->team[at + 1], &summary->team[at],
            (summary->team_count - at) * sizeof *summary->team);
    summary->team[at] = team;
    summary->team_count++;
    return team;
}

struct summary_team *
summary_team(struct lewis_summary *summary, const char *name, size_t size,
             bool *other)
{
    struct summary_team *team = summary->last;
    size_t at;

    *other = false;
    if (team != NULL && compare_name(team, name, size) == 0)
        return team;
    at = place_of(summary, name, size);
    if (at < summary->team_count &&
        compare_name(summary->team[at], name, size) == 0) {
        team = summary->team[at];
    } else {
        *other = at == LEWIS_SUMMARY_TEAMS || !can_be_named(name, size);
        team = *other ? NULL : insert_team(summary, at, name, size);
    }
    if (team != NULL)
        summary->last = team;
    return team;
}

struct summary_team **
summary_copy_teams(const struct lewis_summary *from)
{
    struct summary_team **copies = calloc(from->team_count + 1, sizeof *copies);

    for (size_t t = 0; t < from->team_count && copies != NULL; t++) {
        copies[t] = make_team(from->team[t]->name, from->team[t]->size);
        if (copies[t] == NULL) {
            while (t-- > 0)
                free_team(copies[t]);
            free(copies);
            return NULL;
        }
        group_join(&copies[t]->group, &from->team[t]->group);
    }
    return copies;
}

void
summary_settle_team(struct lewis_summary *into, struct summary_team *team)
{
    size_t at = place_of(into, team->name, team->size);

    if (at < into->team_count &&
        compare_name(into->team[at], team->name, team->size) == 0) {
        group_join(&into->team[at]->group, &team->group);
    } else if (at == LEWIS_SUMMARY_TEAMS) {
        group_join(&into->other, &team->group);
    } else {
        if (into->team_count == LEWIS_SUMMARY_TEAMS)
            drop_last(into);
        memmove(&into->team[at + 1], &into->team[at],
                (into->team_count - at) * sizeof *into->team);
        into->team[at] = team;
        into->team_count++;
        return;
    }
    free_team(team);
}
