/* run.c - what lewis workshop does. The verbs are in files of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <lewis/spelling.h>

#include "cli/choice.h"
#include "cli/full.h"
#include "cli/option.h"
#include "cli/say.h"
#include "cli/workshop/verb.h"

static const struct {
    const char *verb;
    workshop_verb *run;
} verbs[] = {
    {"new", workshop_new},       {"open", workshop_open},
    {"status", workshop_status}, {"codes", workshop_codes},
    {"reveal", workshop_reveal}, {"close", workshop_close},
    {"export", workshop_export}, {"report", workshop_report},
    {"purge", workshop_purge},
};
enum { VERBS = sizeof verbs / sizeof verbs[0] };

const char *
workshop_people(size_t n, char out[WORKSHOP_PEOPLE])
{
    snprintf(out, WORKSHOP_PEOPLE,
             lewis_translated_count("%zu person", "%zu people", n), n);
    return out;
}

long
workshop_team(const struct lewis_workshop *workshop, const char *name)
{
    const char *known[LEWIS_WORKSHOP_TEAMS], *near;
    size_t teams = lewis_workshop_team_count(workshop);

    for (size_t t = 0; t < teams; t++) {
        known[t] = lewis_workshop_team_name(workshop, t);
        if (strcmp(known[t], name) == 0)
            return (long)t;
    }
    near = lewis_spelling_nearest(name, known, teams);
    if (near != NULL)
        say("there is no team \"%s\"; did you mean \"%s\"?", name, near);
    else
        say("there is no team \"%s\"; the first is \"%s\"", name, known[0]);
    return -1;
}

static int
report_verb(const char *verb)
{
    const char *known[VERBS];
    const struct choice choice = {
        N_("there is no \"%s\"; did you mean \"%s\"?"),
        N_("there is no \"%s\"; there are new, open, status, codes, "
           "reveal, close, export, report and purge"),
        known, VERBS};

    for (size_t i = 0; i < VERBS; i++)
        known[i] = verbs[i].verb;
    return choice_refuse(&cmd_workshop, &choice, verb);
}

static int
run_verb(const struct workshop_options *options, char **words, int count)
{
    size_t v = 0;

    if (count < 1)
        return say_usage(&cmd_workshop,
                         "new, open, status, codes, reveal, close, export, "
                         "report or purge?");
    while (v < VERBS && strcmp(verbs[v].verb, words[0]) != 0)
        v++;
    if (v == VERBS)
        return report_verb(words[0]);
    if (count != 2)
        return say_usage(&cmd_workshop, "%s takes the workshop's file",
                         words[0]);
    return verbs[v].run(options, words[1]);
}

int
workshop_run(int argc, char **argv)
{
    struct workshop_options options = {0};
    const struct option_row rows[] = {
        {"bank", 'b', OPTION_TEXT, &options.bank},
        {"teams", '\0', OPTION_TEXT, &options.teams},
        {"codes", '\0', OPTION_NUMBER, &options.codes},
        {"title", '\0', OPTION_TEXT, &options.title},
        {"minimum", '\0', OPTION_NUMBER, &options.minimum},
        {"names", '\0', OPTION_FLAG, &options.names},
        {"add", '\0', OPTION_NUMBER, &options.add},
        {"team", 't', OPTION_TEXT, &options.team},
        {"address", '\0', OPTION_TEXT, &options.address},
        {"watch", '\0', OPTION_FLAG, &options.watch},
        {"off", '\0', OPTION_FLAG, &options.off},
        {"edition", '\0', OPTION_TEXT, &options.edition},
        {"partner", '\0', OPTION_TEXT, &options.partner},
        {"lang", '\0', OPTION_TEXT, &options.lang},
        {"yes", 'y', OPTION_FLAG, &options.yes},
        REPORT_LOOKS_OPTIONS(options.looks),
        {0},
    };
    int first, status = option_read(&cmd_workshop, argc, argv, rows, &first);

    return status >= 0 ? status
                       : run_verb(&options, argv + first, argc - first);
}
