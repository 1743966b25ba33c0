/* people.c - the people who were released, each a profile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/error.h"
#include "workshop/shown.h"

/* People on their way into the array, which has room for so many. */
struct gathering {
    const struct lewis_workshop *workshop;
    struct lewis_workshop_people *people;
    size_t room;
};

static bool
add_person(void *payload, const struct shown *shown,
           struct lewis_error *error)
{
    struct gathering *gathering = payload;
    struct lewis_workshop_people *people = gathering->people;

    (void)error;
    if (people->count == gathering->room)
        return true;
    people->person[people->count].team = shown->team;
    lewis_score_answers(gathering->workshop->key, shown->sheet->answer,
                        &people->person[people->count].score);
    people->count++;
    return true;
}

static bool
read_people(struct lewis_workshop *workshop,
            struct lewis_workshop_people *people, struct lewis_error *error)
{
    struct standing standing = workshop_standing(&workshop->database);
    struct gathering gathering = {workshop, people, 0};

    if (standing.state == LEWIS_WORKSHOP_PURGED)
        return shown_check(workshop, false, error);
    people->presence =
        standing.revealed ? LEWIS_WITHHELD : LEWIS_NOT_ASKED;
    if (!standing.revealed)
        return true;
    people->withheld = shown_withheld(workshop);
    gathering.room = shown_count(workshop, false);
    people->person = calloc(gathering.room + 1, sizeof *people->person);
    if (people->person == NULL)
        return error_memory(error);
    if (gathering.room > 0)
        people->presence = LEWIS_PRESENT;
    return shown_each(workshop, false, add_person, &gathering, error);
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
