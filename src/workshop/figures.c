/* figures.c - the figures of those who may be shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/error.h"
#include "workshop/shown.h"

/* What people are grouped by: their team, and, where all is told, what they
 * replied. */
struct columns {
    const char *name[LEWIS_TEAM_COLUMNS];
    size_t ask[LEWIS_TEAM_COLUMNS]; /* from the second on */
    size_t count;
};

/* People on their way into the team. */
struct gathering {
    const struct lewis_workshop *workshop;
    struct columns columns;
    struct lewis_team *team;
};

static struct columns
columns_of(const struct lewis_workshop *workshop, bool whole)
{
    struct columns columns = {.name = {"team"}, .count = 1};

    for (size_t a = 0; whole && a < lewis_bank_ask_count(workshop->bank); a++) {
        const struct lewis_ask *ask = lewis_bank_ask(workshop->bank, a);
        bool groups = ask->type == LEWIS_ASK_COUNTRY ||
                      ask->type == LEWIS_ASK_CHOICE;
        if (!groups || !lewis_workshop_asks(workshop, a) ||
            columns.count == LEWIS_TEAM_COLUMNS)
            continue;
        columns.ask[columns.count] = a;
        columns.name[columns.count++] = ask->id;
    }
    return columns;
}

static struct lewis_label
label_of(const char *text)
{
    return (struct lewis_label){text, strlen(text)};
}

/* By name, else by code; without either, of nobody. */
static struct lewis_label
id_of(const struct shown *shown)
{
    return label_of(*shown->name != '\0' ? shown->name : shown->code);
}

static bool
add_person(void *payload, const struct shown *shown,
           struct lewis_error *error)
{
    struct gathering *gathering = payload;
    const struct lewis_workshop *workshop = gathering->workshop;
    struct lewis_label label[LEWIS_TEAM_COLUMNS];
    struct lewis_score score;

    label[0] = label_of(shown->team == LEWIS_NO_TEAM
                            ? ""
                            : workshop->team[shown->team]);
    for (size_t c = 1; c < gathering->columns.count; c++)
        label[c] =
            label_of(shown->sheet->ask[gathering->columns.ask[c]].text);
    lewis_score_answers(workshop->key, shown->sheet->answer, &score);
    return lewis_team_add(gathering->team, id_of(shown), &score, label, NULL,
                          error);
}

/* In a transaction. */
static struct lewis_team *
gather(struct lewis_workshop *workshop, bool whole, struct lewis_error *error)
{
    struct gathering gathering = {workshop, columns_of(workshop, whole), NULL};

    if (!shown_check(workshop, whole, error))
        return NULL;
    gathering.team = lewis_team_new(gathering.columns.name,
                                    gathering.columns.count, error);
    if (gathering.team == NULL ||
        shown_each(workshop, whole, add_person, &gathering, error))
        return gathering.team;
    lewis_team_free(gathering.team);
    return NULL;
}

struct lewis_team_figures *
lewis_workshop_figures(struct lewis_workshop *workshop,
                       const struct lewis_team_options *options,
                       struct lewis_error *error)
{
    struct lewis_team_options strict = *options;
    struct lewis_team_figures *figures = NULL;
    struct database *database = &workshop->database;
    struct lewis_team *team;
    bool whole;

    database_begin_reading(database);
    whole = shown_whole(workshop, workshop_standing(database));
    team = gather(workshop, whole, error);
    strict.anonymous |= !whole;
    if (!whole && strict.min_group < workshop->minimum)
        strict.min_group = workshop->minimum;
    if (database_commit(database, team != NULL ? error : NULL) &&
        team != NULL)
        figures = lewis_team_figures_new(team, &strict, error);
    lewis_team_free(team);
    return figures;
}
