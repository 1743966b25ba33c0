/* new.c - lewis workshop new: a workshop's file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/shelf.h>

#include "cli/say.h"
#include "cli/workshop/verb.h"

/* Teams as they were typed: "Harbour,Orchard:8". The text is ours. */
struct teams {
    char *text;
    struct lewis_workshop_team team[LEWIS_WORKSHOP_TEAMS];
    size_t count;
};

/* A whole number from an option; false: said why. */
static bool
whole(const char *name, double number, double most, size_t *value)
{
    if (number < 1 || number > most || number != (double)(long)number)
        return say_usage(&cmd_workshop, "--%s is a whole number from 1 to %g",
                         name, most),
               false;
    *value = (size_t)number;
    return true;
}

/* Behind the last colon: how many codes, when there are digits only. */
static size_t
cut_count(char *name)
{
    char *colon = strrchr(name, ':');
    size_t size = colon == NULL ? 0 : strlen(colon + 1), count;

    if (size == 0 || size > 6 || strspn(colon + 1, "0123456789") != size)
        return 0;
    count = strtoul(colon + 1, NULL, 10);
    *colon = '\0';
    return count == 0 ? SIZE_MAX : count; /* too few, not: not given */
}

static bool
add_team(struct teams *teams, char *name, size_t codes)
{
    size_t own = cut_count(name);

    if (teams->count == LEWIS_WORKSHOP_TEAMS)
        return say_usage(&cmd_workshop, "a workshop has up to %d teams",
                         LEWIS_WORKSHOP_TEAMS),
               false;
    if (own == 0 && codes == 0)
        return say_usage(&cmd_workshop,
                         "how many codes for \"%s\"? --codes N, or \"%s:8\"",
                         name, name),
               false;
    teams->team[teams->count++] = (struct lewis_workshop_team){
        name, own == SIZE_MAX ? 0 : own > 0 ? own : codes};
    return true;
}

static bool
read_teams(struct teams *teams, const struct workshop_options *options)
{
    size_t codes = 0;
    char *rest, *comma;

    if (options->teams == NULL)
        return say_usage(&cmd_workshop,
                         "which teams? --teams A,B (one name: one team)"),
               false;
    if (options->codes != 0 &&
        !whole("codes", options->codes, LEWIS_WORKSHOP_TEAM_CODES, &codes))
        return false;
    teams->text = strdup(options->teams);
    if (teams->text == NULL)
        return say("out of memory"), false;
    for (rest = teams->text; rest != NULL; rest = comma) {
        comma = strchr(rest, ',');
        if (comma != NULL)
            *comma++ = '\0';
        rest += strspn(rest, " ");
        if (!add_team(teams, rest, codes))
            return false;
    }
    return true;
}

static void
say_made(const char *path, const struct teams *teams)
{
    size_t codes = 0;

    for (size_t t = 0; t < teams->count; t++)
        codes += teams->team[t].codes;
    say(lewis_translated_count("made %s: %zu team, %zu codes; print them with "
                               "\"lewis workshop codes\", then open it",
                               "made %s: %zu teams, %zu codes; print them with "
                               "\"lewis workshop codes\", then open it",
                               teams->count),
        path, teams->count, codes);
}

static int
make(const struct workshop_options *options, const char *path,
     const struct teams *teams, const char *bank_path)
{
    struct lewis_workshop_options request = {
        .title = options->title, .bank_path = bank_path,
        .team = teams->team, .teams = teams->count, .names = options->names};
    struct lewis_workshop *workshop;
    struct lewis_error error;

    if (options->minimum != 0 &&
        !whole("minimum", options->minimum, 1000, &request.minimum))
        return EXIT_TROUBLE;
    workshop = lewis_workshop_create(path, &request, &error);
    if (workshop == NULL)
        return say_error(&error);
    say_made(path, teams);
    lewis_workshop_free(workshop);
    return EXIT_DONE;
}

int
workshop_new(const struct workshop_options *options, const char *path)
{
    struct teams teams = {0};
    struct lewis_error error;
    struct lewis_shelf *shelf = NULL;
    const char *bank = NULL;
    int status = EXIT_TROUBLE;

    if (read_teams(&teams, options)) {
        shelf = lewis_shelf_open(&error);
        if (shelf != NULL)
            bank = lewis_shelf_find(
                shelf, options->bank != NULL ? options->bank : "lmr-30",
                &error);
        status = bank != NULL ? make(options, path, &teams, bank)
                              : say_error(&error);
    }
    lewis_shelf_free(shelf);
    free(teams.text);
    return status;
}
