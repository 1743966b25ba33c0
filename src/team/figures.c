/* figures.c - everything that is computed of a team, put together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/figures.h>

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "team/center.h"
#include "team/people.h"
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

static void
compute(struct whole *whole, const struct lewis_team *team)
{
    struct lewis_team_figures *figures = &whole->figures;

    whole->cloud = crowd_cloud(&whole->crowd, NULL, 0);
    figures->center = center_of(&whole->cloud, figures->level);
    figures->styles = center_counts(&whole->crowd, NULL, 0);
    figures->spread =
        spread_of(&whole->crowd, &whole->cloud, figures->level);
    if (!figures->anonymous)
        add_members(whole, team);
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
    figures->presence =
        team->count < options->min_group ? LEWIS_WITHHELD : LEWIS_PRESENT;
    if (figures->presence == LEWIS_PRESENT)
        compute(whole, team);
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
