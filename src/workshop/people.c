/* people.c - the people who were released, each a profile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/error.h"
#include "workshop/sheet.h"
#include "workshop/workshop.h"

static bool
add_person(struct lewis_workshop *workshop,
           struct lewis_workshop_people *people, const struct query *query,
           struct lewis_error *error)
{
    struct lewis_workshop_person *person = &people->person[people->count];
    struct lewis_workshop_sheet *sheet =
        sheet_read(workshop, (size_t)query_get(query, 0), error);

    if (sheet == NULL)
        return false;
    person->team = query_get(query, 2) != 0 ? (long)query_get(query, 1)
                                            : LEWIS_NO_TEAM;
    lewis_score_answers(workshop->key, sheet->answer, &person->score);
    lewis_workshop_sheet_free(sheet);
    people->count++;
    return true;
}

static bool
read_released(struct lewis_workshop *workshop,
              struct lewis_workshop_people *people, struct lewis_error *error)
{
    struct database *database = &workshop->database;
    size_t room = (size_t)database_number(
        database, "SELECT count(*) FROM respondent WHERE cell IS NOT NULL");
    struct query query = query_begin(
        database, "SELECT respondent, team, named FROM respondent "
                  "WHERE cell IS NOT NULL ORDER BY alias");
    bool read = true;

    people->person = calloc(room + 1, sizeof *people->person);
    if (people->person == NULL)
        read = error_memory(error);
    while (read && people->count < room && query_row(&query))
        read = add_person(workshop, people, &query, error);
    query_end(&query);
    people->presence = people->count > 0 ? LEWIS_PRESENT : LEWIS_WITHHELD;
    return read;
}

static bool
read_people(struct lewis_workshop *workshop,
            struct lewis_workshop_people *people, struct lewis_error *error)
{
    struct database *database = &workshop->database;
    struct standing standing = workshop_standing(database);

    if (standing.state == LEWIS_WORKSHOP_PURGED)
        return workshop_refuse(workshop, error,
                               "this workshop was purged: its answers are "
                               "gone");
    if (standing.state == LEWIS_WORKSHOP_CLOSED)
        people->withheld = (size_t)database_number(
            database, "SELECT count(*) FROM respondent "
                      "WHERE handed_in AND cell IS NULL");
    if (!standing.revealed) {
        people->presence = LEWIS_NOT_ASKED;
        return true;
    }
    return read_released(workshop, people, error);
}

struct lewis_workshop_people *
lewis_workshop_people(struct lewis_workshop *workshop,
                      struct lewis_error *error)
{
    struct lewis_workshop_people *people = calloc(1, sizeof *people);
    struct database *database = &workshop->database;
    bool read;

    if (people == NULL) {
        error_memory(error);
        return NULL;
    }
    database_begin_reading(database);
    read = read_people(workshop, people, error);
    if (database_commit(database, read ? error : NULL) && read)
        return people;
    lewis_workshop_people_free(people);
    return NULL;
}

void
lewis_workshop_people_free(struct lewis_workshop_people *people)
{
    if (people == NULL)
        return;
    free(people->person);
    free(people);
}
