/* shown.c - the people who may be shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "workshop/shown.h"

#include "workshop/sheet.h"

bool
shown_whole(const struct lewis_workshop *workshop, struct standing standing)
{
    return workshop->names && standing.state == LEWIS_WORKSHOP_CLOSED;
}

static bool
visit_row(struct lewis_workshop *workshop, const struct query *query,
          shown_visitor *visit, void *payload, struct lewis_error *error)
{
    struct shown shown = {
        .number = (size_t)query_get(query, 0),
        .team = query_get(query, 2) != 0 ? (long)query_get(query, 1)
                                         : LEWIS_NO_TEAM,
        .id = query_get_text(query, 3),
        .code = query_get_text(query, 4),
        .name = query_get_text(query, 5),
        .language = query_get_text(query, 6),
    };
    struct lewis_workshop_sheet *sheet =
        sheet_read(workshop, shown.number, error);
    bool visited;

    shown.sheet = sheet;
    visited = sheet != NULL && visit(payload, &shown, error);
    lewis_workshop_sheet_free(sheet);
    return visited;
}

bool
shown_each(struct lewis_workshop *workshop, bool whole, shown_visitor *visit,
           void *payload, struct lewis_error *error)
{
    struct query query = query_begin(
        &workshop->database,
        whole ? "SELECT respondent, team, 1, code, code, name, language "
                "FROM respondent WHERE handed_in ORDER BY team, code"
              : "SELECT respondent, team, named, alias, '', '', '' "
                "FROM respondent WHERE cell IS NOT NULL ORDER BY alias");
    bool visited = true;

    while (visited && query_row(&query))
        visited = visit_row(workshop, &query, visit, payload, error);
    query_end(&query);
    return visited;
}

size_t
shown_count(struct lewis_workshop *workshop, bool whole)
{
    return (size_t)database_number(
        &workshop->database,
        whole ? "SELECT count(*) FROM respondent WHERE handed_in"
              : "SELECT count(*) FROM respondent WHERE cell IS NOT NULL");
}

size_t
shown_withheld(struct lewis_workshop *workshop)
{
    struct database *database = &workshop->database;

    if (workshop_standing(database).state != LEWIS_WORKSHOP_CLOSED)
        return 0;
    return (size_t)database_number(
        database, "SELECT count(*) FROM respondent "
                  "WHERE handed_in AND cell IS NULL");
}

static bool
report_none(struct lewis_workshop *workshop, bool whole,
            struct lewis_error *error)
{
    size_t handed_in = (size_t)database_number(
        &workshop->database, "SELECT count(*) FROM respondent "
                             "WHERE handed_in");

    if (handed_in == 0 || whole)
        return workshop_refuse(workshop, error, "nobody has handed in");
    if (handed_in == 1)
        return workshop_refuse(workshop, error,
                               "1 person has handed in; nothing is told about "
                               "fewer than %zu people together",
                               workshop->minimum);
    return workshop_refuse(workshop, error,
                           "%zu people have handed in; nothing is told about "
                           "fewer than %zu people together",
                           handed_in, workshop->minimum);
}

bool
shown_check(struct lewis_workshop *workshop, bool whole,
            struct lewis_error *error)
{
    struct standing standing = workshop_standing(&workshop->database);

    if (standing.state == LEWIS_WORKSHOP_PURGED)
        return workshop_refuse(workshop, error,
                               "this workshop was purged: its answers are "
                               "gone");
    if (!standing.revealed)
        return workshop_refuse(workshop, error,
                               "nothing is shown before this workshop is "
                               "closed, or revealed while it is open");
    return shown_count(workshop, whole) > 0 ||
           report_none(workshop, whole, error);
}
