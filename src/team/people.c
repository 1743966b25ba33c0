/* people.c - the people of a team.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/people.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"

static void
copy_columns(struct lewis_team *team, const char *const column[],
             size_t columns)
{
    team->columns = columns;
    team->column = arena_array(&team->arena, columns + 1,
                               sizeof *team->column);
    for (size_t c = 0; c < columns && team->column != NULL; c++)
        team->column[c] =
            arena_copy(&team->arena, column[c], strlen(column[c]));
}

struct lewis_team *
lewis_team_new(const char *const column[], size_t columns,
               struct lewis_error *error)
{
    struct lewis_team *team = calloc(1, sizeof *team);

    assert(columns <= LEWIS_TEAM_COLUMNS);
    if (team != NULL)
        copy_columns(team, column, columns);
    if (team == NULL || arena_failed(&team->arena)) {
        lewis_team_free(team);
        error_memory(error);
        return NULL;
    }
    return team;
}

void
lewis_team_free(struct lewis_team *team)
{
    if (team == NULL)
        return;
    arena_release(&team->arena);
    free(team->person);
    free(team->absent);
    free(team);
}

static const char *
copy_label(struct lewis_team *team, struct lewis_label label)
{
    text_trim(&label.text, &label.size);
    return arena_copy(&team->arena, label.text, label.size);
}

static bool
grow(struct lewis_team *team)
{
    size_t room = team->room == 0 ? 64 : 2 * team->room;
    struct person **person;

    if (team->count < team->room)
        return true;
    person = realloc(team->person, room * sizeof(struct person *));
    if (person == NULL)
        return false;
    team->person = person;
    team->room = room;
    return true;
}

static bool
add_absent(struct lewis_team *team, struct lewis_label id,
           enum lewis_status why, struct lewis_error *error)
{
    size_t at = team->people - team->count;

    if (at == team->absent_room) {
        size_t room = at == 0 ? 16 : 2 * at;
        struct lewis_absentee *absent =
            realloc(team->absent, room * sizeof *absent);
        if (absent == NULL)
            return error_memory(error);
        team->absent = absent;
        team->absent_room = room;
    }
    team->absent[at] = (struct lewis_absentee){copy_label(team, id), why};
    if (arena_failed(&team->arena))
        return error_memory(error);
    team->people++;
    return true;
}

bool
lewis_team_add(struct lewis_team *team, struct lewis_label id,
               const struct lewis_score *score,
               const struct lewis_label label[],
               const struct lewis_place *then, struct lewis_error *error)
{
    struct person *person;

    if (score->status != LEWIS_SCORED)
        return add_absent(team, id, score->status, error);
    person = arena_alloc(&team->arena, sizeof *person);
    if (person == NULL || !grow(team))
        return error_memory(error);
    person->id = copy_label(team, id);
    person->score = *score;
    person->has_then = then != NULL;
    if (then != NULL)
        person->then = *then;
    person->label =
        arena_array(&team->arena, team->columns + 1, sizeof *person->label);
    for (size_t c = 0; c < team->columns && person->label != NULL; c++)
        person->label[c] = copy_label(team, label[c]);
    if (arena_failed(&team->arena))
        return error_memory(error);
    team->person[team->count++] = person;
    team->people++;
    return true;
}

void
lewis_team_gone(struct lewis_team *team, size_t count)
{
    team->gone = count;
}

void
lewis_team_beside(struct lewis_team *team, size_t count)
{
    team->beside = count;
}

/* --- in an order of their own --- */

/* A person and its index. */
struct entry {
    const struct person *person;
    size_t member, columns;
};

static int
compare(double a, double b)
{
    return (a > b) - (a < b);
}

/* By place, then by what else there is to tell people apart. */
static int
by_place(const void *a, const void *b)
{
    const struct entry *one = a, *two = b;
    const struct person *p = one->person, *q = two->person;
    int order = compare(p->score.point.x, q->score.point.x);

    if (order == 0)
        order = compare(p->score.point.y, q->score.point.y);
    for (int i = 0; i < 3 && order == 0; i++)
        order = compare(p->score.region.covariance[i],
                        q->score.region.covariance[i]);
    for (size_t c = 0; c < one->columns && order == 0; c++)
        order = strcmp(p->label[c], q->label[c]);
    if (order == 0)
        order = strcmp(p->id, q->id);
    return order != 0 ? order
                      : (one->member > two->member) -
                            (one->member < two->member);
}

bool
crowd_init(struct crowd *crowd, const struct lewis_team *team,
           struct arena *arena)
{
    size_t n = team->count;
    struct entry *entry = arena_array(arena, n + 1, sizeof *entry);

    crowd->n = n;
    crowd->arena = arena;
    crowd->point = arena_array(arena, n + 1, sizeof *crowd->point);
    crowd->person = arena_array(arena, n + 1, sizeof *crowd->person);
    crowd->member = arena_array(arena, n + 1, sizeof *crowd->member);
    if (arena_failed(arena))
        return false;
    for (size_t i = 0; i < n; i++)
        entry[i] = (struct entry){team->person[i], i, team->columns};
    qsort(entry, n, sizeof *entry, by_place);
    for (size_t i = 0; i < n; i++) {
        crowd->person[i] = entry[i].person;
        crowd->point[i] = entry[i].person->score.point;
        crowd->member[i] = entry[i].member;
    }
    return true;
}

struct lewis_cloud
crowd_cloud(const struct crowd *crowd, const size_t part[], size_t which)
{
    struct lewis_cloud cloud = {0};

    for (size_t i = 0; i < crowd->n; i++) {
        if (part != NULL && part[i] != which)
            continue;
        lewis_cloud_add(&cloud, crowd->point[i]);
        lewis_cloud_add_error(&cloud,
                              crowd->person[i]->score.region.covariance);
    }
    return cloud;
}
