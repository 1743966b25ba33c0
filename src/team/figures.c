/* figures.c - everything that is computed of a team, put together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/figures.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "team/center.h"
#include "team/faultline.h"
#include "team/fit.h"
#include "team/gap.h"
#include "team/grouping.h"
#include "team/move.h"
#include "team/outliers.h"
#include "team/people.h"
#include "team/privacy.h"
#include "team/spread.h"

/* The figures and what they are kept in. */
struct whole {
    struct lewis_team_figures figures; /* first: what the caller has */
    struct arena arena;
    struct crowd crowd;
    struct lewis_cloud cloud;
};

struct lewis_team_options
lewis_team_defaults(void)
{
    return (struct lewis_team_options){.level = 0.90, .min_group = 5};
}

static bool
check_options(const struct lewis_team_options *options,
              struct lewis_error *error)
{
    if (!(options->level > 0 && options->level < 1))
        return error_set(error, LEWIS_EINVALID,
                         "the level must be between 0 and 1, such as 0.90");
    if (options->min_group < LEWIS_GROUP_LEAST)
        return error_set(error, LEWIS_EINVALID,
                         "figures of fewer than %d people are not given",
                         LEWIS_GROUP_LEAST);
    return true;
}

static bool
may_be_shown(const struct lewis_team *team,
             const struct lewis_team_options *options)
{
    bool beside = options->anonymous && team->beside > 0 &&
                  team->beside < options->min_group;

    return team->count >= options->min_group && !beside;
}

static char *
copy_text(struct arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_copy(arena, text, strlen(text));
}

static void
copy_member(struct whole *whole, struct lewis_member *member,
            const struct person *person, size_t columns)
{
    const char **label =
        arena_array(&whole->arena, columns + 1, sizeof *label);

    member->id = copy_text(&whole->arena, person->id);
    member->score = person->score;
    member->distance = lewis_triangle_distance(
        person->score.point, lewis_cloud_center(&whole->cloud));
    member->has_then = person->has_then;
    member->then = person->then.point;
    for (size_t c = 0; c < columns && label != NULL; c++)
        label[c] = copy_text(&whole->arena, person->label[c]);
    member->label = label;
}

/* People by name, and who of them is in the middle. */
static void
add_members(struct whole *whole, const struct lewis_team *team)
{
    struct lewis_team_figures *figures = &whole->figures;
    size_t medoid = spread_medoid(&whole->crowd);

    figures->member = arena_array(&whole->arena, team->count + 1,
                                  sizeof *figures->member);
    if (figures->member == NULL)
        return;
    figures->members = team->count;
    for (size_t i = 0; i < team->count; i++)
        copy_member(whole, &figures->member[i], team->person[i],
                    team->columns);
    figures->medoid = medoid == whole->crowd.n ? figures->members
                                               : whole->crowd.member[medoid];
}

static int
by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Each id that stands more than once; one that is empty names nobody. */
static void
add_repeated(struct whole *whole)
{
    struct lewis_team_figures *figures = &whole->figures;
    size_t n = figures->members + figures->absents;
    const char **id = arena_array(&whole->arena, n + 1, sizeof *id);

    if (arena_failed(&whole->arena))
        return;
    for (size_t i = 0; i < n; i++)
        id[i] = i < figures->members
                    ? figures->member[i].id
                    : figures->absent[i - figures->members].id;
    qsort(id, n, sizeof *id, by_bytes);
    figures->repeated = id;
    for (size_t i = 1; i < n; i++) {
        size_t k = figures->repeats;

        if (*id[i] != '\0' && strcmp(id[i], id[i - 1]) == 0 &&
            (k == 0 || strcmp(id[k - 1], id[i]) != 0))
            id[figures->repeats++] = id[i];
    }
}

static void
add_absent(struct whole *whole, const struct lewis_team *team)
{
    struct lewis_team_figures *figures = &whole->figures;
    size_t n = team->people - team->count;

    figures->absent =
        arena_array(&whole->arena, n + 1, sizeof *figures->absent);
    if (figures->absent == NULL)
        return;
    figures->absents = n;
    for (size_t i = 0; i < n; i++)
        figures->absent[i] = (struct lewis_absentee){
            copy_text(&whole->arena, team->absent[i].id), team->absent[i].why};
}

/* Those above the cutoff, farthest first. */
static void
list_outliers(struct lewis_outliers *outliers,
              struct lewis_member member[], size_t members)
{
    for (size_t i = 0; i < members; i++) {
        size_t at = outliers->count;
        if (!(member[i].robust > outliers->cutoff))
            continue;
        member[i].outlier = true;
        for (; at > 0 &&
               member[outliers->member[at - 1]].robust < member[i].robust;
             at--)
            outliers->member[at] = outliers->member[at - 1];
        outliers->member[at] = i;
        outliers->count++;
    }
}

static void
add_outliers(struct whole *whole)
{
    struct lewis_team_figures *figures = &whole->figures;
    struct lewis_outliers *outliers = &figures->outliers;
    size_t n = whole->crowd.n;
    double *distance = arena_array(&whole->arena, n + 1, sizeof *distance);

    outliers->robust = n >= OUTLIERS_ROBUST;
    outliers->member =
        arena_array(&whole->arena, n + 1, sizeof *outliers->member);
    outliers->presence = LEWIS_TOO_FEW;
    for (size_t i = 0; i < figures->members; i++)
        figures->member[i].robust = NAN;
    if (arena_failed(&whole->arena) ||
        !outliers_distances(whole->crowd.point, n, distance,
                            &outliers->cutoff, &whole->arena))
        return;
    outliers->presence = LEWIS_PRESENT;
    for (size_t i = 0; i < n; i++)
        figures->member[whole->crowd.member[i]].robust = distance[i];
    list_outliers(outliers, figures->member, figures->members);
}

/* Counts by style that could point at somebody. */
static void
hide_counts(struct lewis_team_figures *figures)
{
    center_counts_hide(&figures->styles, figures->min_group);
    for (size_t c = 0; c < figures->groupings; c++)
        for (size_t g = 0; g < figures->grouping[c].count; g++)
            center_counts_hide_all(&figures->grouping[c].group[g].styles);
}

/* Groups, and the faultline last: what privacy allows, goes to the columns in
 * their order. */
static void
add_groups(struct whole *whole, const struct lewis_team *team)
{
    struct lewis_team_figures *figures = &whole->figures;
    struct privacy privacy;

    figures->grouping = arena_array(&whole->arena, team->columns + 1,
                                    sizeof *figures->grouping);
    if (figures->grouping == NULL ||
        !privacy_init(&privacy, whole->crowd.n, figures->min_group,
                      &whole->arena))
        return;
    figures->groupings = team->columns;
    for (size_t c = 0; c < team->columns; c++)
        figures->grouping[c] = grouping_of(&whole->crowd, c, team->column[c],
                                           figures->level, figures->anonymous,
                                           &privacy);
    figures->faultline =
        faultline_of(&whole->crowd, &figures->spread, figures->level,
                     figures->anonymous, &privacy);
}

static void
compute(struct whole *whole, const struct lewis_team *team,
        const struct lewis_team_options *options)
{
    struct lewis_team_figures *figures = &whole->figures;

    whole->cloud = crowd_cloud(&whole->crowd, NULL, 0);
    figures->center = center_of(&whole->cloud, figures->level);
    figures->styles = center_counts(&whole->crowd, NULL, 0);
    figures->spread =
        spread_of(&whole->crowd, &whole->cloud, figures->level);
    if (!figures->anonymous) {
        add_members(whole, team);
        add_absent(whole, team);
        add_repeated(whole);
    }
    if (!figures->anonymous && figures->members > 0)
        add_outliers(whole);
    else
        figures->outliers.presence = LEWIS_WITHHELD;
    add_groups(whole, team);
    if (figures->anonymous)
        hide_counts(figures);
    figures->move = move_of(&whole->crowd, team->gone, figures->level,
                            figures->min_group, figures->anonymous);
    figures->gap = gap_of(&whole->crowd, &whole->cloud, options);
    figures->nears = gap_nearest(&whole->cloud, figures->level,
                                 options->atlas, figures->near);
    figures->fit =
        fit_of(&whole->crowd, options->tasks, figures->anonymous);
}

struct lewis_team_figures *
lewis_team_figures_new(const struct lewis_team *team,
                       const struct lewis_team_options *options,
                       struct lewis_error *error)
{
    struct whole *whole;
    struct lewis_team_figures *figures;

    if (!check_options(options, error))
        return NULL;
    whole = calloc(1, sizeof *whole);
    if (whole == NULL || !crowd_init(&whole->crowd, team, &whole->arena))
        goto failed;
    figures = &whole->figures;
    figures->name = copy_text(&whole->arena, options->name);
    figures->level = options->level;
    figures->min_group = options->min_group;
    figures->anonymous = options->anonymous;
    figures->people = team->people;
    figures->n = team->count;
    figures->beside = team->beside;
    figures->presence = may_be_shown(team, options) ? LEWIS_PRESENT
                                                    : LEWIS_WITHHELD;
    if (figures->presence == LEWIS_PRESENT)
        compute(whole, team, options);
    if (!arena_failed(&whole->arena))
        return figures;
failed:
    error_memory(error);
    lewis_team_figures_free(whole == NULL ? NULL : &whole->figures);
    return NULL;
}

void
lewis_team_figures_free(struct lewis_team_figures *figures)
{
    struct whole *whole = (struct whole *)figures;

    if (whole == NULL)
        return;
    arena_release(&whole->arena);
    free(whole);
}
