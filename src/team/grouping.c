/* grouping.c - people by a column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/grouping.h"

#include <stdlib.h>
#include <string.h>

#include "team/center.h"
#include "team/rearrange.h"
#include "team/spread.h"

/* A column read into parts. */
struct parts {
    const char **label; /* in their order */
    size_t count;
    size_t *part;  /* of each person, or PRIVACY_NONE */
    size_t *order; /* in which they are listed */
    bool *shown;
};

static int
by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
parts_init(struct parts *parts, const struct crowd *crowd, size_t column)
{
    size_t count = 0;

    *parts = (struct parts){.count = 0};
    parts->label = arena_array(crowd->arena, crowd->n + 1,
                               sizeof *parts->label);
    parts->part = arena_array(crowd->arena, crowd->n + 1, sizeof *parts->part);
    parts->order =
        arena_array(crowd->arena, crowd->n + 1, sizeof *parts->order);
    parts->shown =
        arena_array(crowd->arena, crowd->n + 1, sizeof *parts->shown);
    if (arena_failed(crowd->arena))
        return false;
    for (size_t i = 0; i < crowd->n; i++)
        if (*crowd->person[i]->label[column] != '\0')
            parts->label[count++] = crowd->person[i]->label[column];
    qsort(parts->label, count, sizeof *parts->label, by_bytes);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(parts->label[i], parts->label[i - 1]) != 0)
            parts->label[parts->count++] = parts->label[i];
    return true;
}

static void
place_people(struct parts *parts, const struct crowd *crowd, size_t column)
{
    for (size_t i = 0; i < crowd->n; i++) {
        const char *label = crowd->person[i]->label[column];
        const char **found =
            bsearch(&label, parts->label, parts->count, sizeof *parts->label,
                    by_bytes);

        parts->part[i] = *label == '\0' || found == NULL
                             ? PRIVACY_NONE
                             : (size_t)(found - parts->label);
    }
}

/* As they first appear among the people; where nobody may be pointed at, by
 * their labels. */
static void
order_parts(struct parts *parts, const struct crowd *crowd, bool anonymous)
{
    size_t *part_of = arena_array(crowd->arena, crowd->n + 1, sizeof *part_of);
    bool *listed =
        arena_array(crowd->arena, crowd->n + 1, sizeof *listed);
    size_t count = 0;

    for (size_t g = 0; g < parts->count; g++)
        parts->order[g] = g;
    if (anonymous || part_of == NULL || listed == NULL)
        return;
    for (size_t i = 0; i < crowd->n; i++)
        part_of[crowd->member[i]] = parts->part[i];
    for (size_t i = 0; i < crowd->n; i++) {
        size_t g = part_of[i];

        if (g == PRIVACY_NONE || listed[g])
            continue;
        listed[g] = true;
        parts->order[count++] = g;
    }
}

static char *
copy_text(struct arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

static void
add_hidden(struct lewis_grouping *grouping, const struct crowd *crowd,
           const char *label, size_t size)
{
    if (grouping->hidden != NULL)
        grouping->hidden[grouping->hidden_groups] = (struct lewis_hidden_group){
            copy_text(crowd->arena, label), size};
    grouping->hidden_groups++;
    grouping->hidden_people += size;
}

static void
count_hidden(struct lewis_grouping *grouping, const struct crowd *crowd,
             const struct parts *parts, size_t least)
{
    for (size_t g = 0; g < parts->count; g++) {
        size_t size = 0;
        for (size_t i = 0; i < crowd->n; i++)
            size += parts->part[i] == g;
        grouping->small_groups += size < least;
        if (!parts->shown[g])
            add_hidden(grouping, crowd, parts->label[g], size);
    }
    for (size_t i = 0; i < crowd->n; i++)
        grouping->unlabelled += parts->part[i] == PRIVACY_NONE;
}

/* The largest least at which all of the first column are shown; 0: none. */
static size_t
least_for_all(const struct crowd *crowd, const struct parts *parts,
              size_t least)
{
    bool *shown = arena_array(crowd->arena, parts->count + 1, sizeof *shown);
    struct privacy privacy;

    while (shown != NULL && least-- > LEWIS_GROUP_LEAST) {
        size_t count = 0;

        if (!privacy_init(&privacy, crowd->n, least, crowd->arena))
            return 0;
        privacy_show(&privacy, parts->part, parts->count, shown);
        for (size_t g = 0; g < parts->count; g++)
            count += shown[g];
        if (count == parts->count)
            return least;
    }
    return 0;
}

static void
add_group(struct lewis_grouping *grouping, const struct crowd *crowd,
          const struct parts *parts, size_t g, double level)
{
    struct lewis_group *group = &grouping->group[grouping->count++];
    struct lewis_cloud cloud = crowd_cloud(crowd, parts->part, g);

    group->label = copy_text(crowd->arena, parts->label[g]);
    group->center = center_of(&cloud, level);
    group->standard_distance = spread_distance(&cloud);
    group->styles = center_counts(crowd, parts->part, g);
}

/* The tests see the people of groups that are shown, and nobody else: else
 * they would tell of the others. */
static void
test_groups(struct lewis_grouping *grouping, const struct crowd *crowd,
            const struct parts *parts)
{
    struct lewis_point *point =
        arena_array(crowd->arena, crowd->n + 1, sizeof *point);
    size_t *part = arena_array(crowd->arena, crowd->n + 1, sizeof *part);
    struct arranged arranged = {point, part, 0, 0};

    if (point == NULL || part == NULL)
        return;
    for (size_t g = 0; g < parts->count; g++) {
        if (!parts->shown[g])
            continue;
        for (size_t i = 0; i < crowd->n; i++)
            if (parts->part[i] == g) {
                point[arranged.n] = crowd->point[i];
                part[arranged.n++] = arranged.groups;
            }
        arranged.groups++;
    }
    grouping->tested = true;
    grouping->places =
        rearrange_places(&arranged, &grouping->r2, crowd->arena);
    grouping->spreads = rearrange_spreads(&arranged, crowd->arena);
}

struct lewis_grouping
grouping_of(const struct crowd *crowd, size_t column, const char *name,
            double level, bool anonymous, struct privacy *privacy)
{
    struct lewis_grouping grouping = {
        .column = copy_text(crowd->arena, name), .presence = LEWIS_PRESENT};
    struct parts parts;

    if (!parts_init(&parts, crowd, column))
        return grouping;
    place_people(&parts, crowd, column);
    order_parts(&parts, crowd, anonymous);
    privacy_show(privacy, parts.part, parts.count, parts.shown);
    if (!anonymous)
        grouping.hidden = arena_array(crowd->arena, parts.count + 1,
                                      sizeof *grouping.hidden);
    count_hidden(&grouping, crowd, &parts, privacy->least);
    if (!anonymous && column == 0 && grouping.hidden_groups > 0)
        grouping.least_for_all = least_for_all(crowd, &parts, privacy->least);
    grouping.group = arena_array(crowd->arena, parts.count + 1,
                                 sizeof *grouping.group);
    for (size_t g = 0; g < parts.count && grouping.group != NULL; g++)
        if (parts.shown[parts.order[g]])
            add_group(&grouping, crowd, &parts, parts.order[g], level);
    if (grouping.count == 0)
        grouping.presence = LEWIS_WITHHELD;
    if (grouping.count > 1)
        test_groups(&grouping, crowd, &parts);
    return grouping;
}
