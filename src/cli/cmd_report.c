/* cmd_report.c - lewis report: answers in, a report to hand out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/agenda.h>
#include <lewis/figures.h>
#include <lewis/output.h>
#include <lewis/render.h>
#include <lewis/report.h>
#include <lewis/spelling.h>
#include <lewis/text.h>

#include "absent.h"
#include "cli/person/row.h"
#include "cli/team/request.h"
#include "cmd.h"
#include "content.h"
#include "each.h"
#include "recognised.h"
#include "report_looks.h"
#include "say.h"
#include "scoring.h"

/* What the command's own options say, and what is needed to write. */
struct report {
    const char *id, *edition_name, *title;
    struct report_looks looks;
    bool me, all;
    enum lewis_edition edition;
    struct team_request team;
    struct each each;
    struct lewis_ruler *ruler;
    struct lewis_advice *advice;
    struct scoring *scoring;
    struct places places;
};

static int
settle_looks(struct report *report)
{
    int status = report_looks_settle(&cmd_report, &report->looks);

    if (status < 0)
        status = report_looks_edition(&cmd_report, report->edition_name,
                                      &report->edition);
    report->looks.options.lang = report->team.lang;
    report->each.ending = report_looks_ending(report->looks.kind);
    return status;
}

static bool
is_of_team(const struct report *report)
{
    return report->team.team != NULL || report->all;
}

static bool
asks_of_team(const struct report *report)
{
    const struct team_request *team = &report->team;

    return report->edition_name != NULL || team->by != NULL ||
           team->partner != NULL || team->before_path != NULL ||
           team->tasks_name != NULL || team->anonymous ||
           report->title != NULL;
}

static int
settle_whom(const struct report *report)
{
    int whom = report->me + (report->id != NULL) + is_of_team(report) +
               (report->each.folder != NULL);

    if (whom > 1)
        return say_usage(&cmd_report, "one of --me, --person, --team, --all "
                                      "and --each");
    if (report->each.folder != NULL && report->looks.path != NULL)
        return say_usage(&cmd_report, "-o or --each, not both");
    if (report->each.folder == NULL && report->looks.path == NULL)
        return say_usage(&cmd_report, "name the file with -o, or a folder "
                                      "with --each");
    if (whom == 0)
        return say_usage(&cmd_report,
                         "whose report? --person ID, --me, --team TEAM, --all "
                         "for everybody as one team, or --each FOLDER for a "
                         "report of everybody");
    if (!is_of_team(report) && asks_of_team(report))
        return say_usage(&cmd_report, "--edition, --title, --by, --partner, "
                                      "--before, --tasks and --anonymous go "
                                      "with --team or --all");
    return -1;
}

/* Everybody together is told by team, too, unless --by says otherwise. */
static int
settle_team(struct report *report)
{
    if (report->all && report->team.by == NULL)
        report->team.by = "team";
    return team_request_settle(&cmd_report, &report->team);
}

/* The report of one person's answers. */
static bool
write_person(const struct report *report, struct lewis_person *person,
             const char *path, bool *scored, struct lewis_error *error)
{
    const struct scoring *scoring = report->scoring;
    struct lewis_document *document;
    bool done;

    person->bank = scoring->bank;
    person->options = (struct lewis_score_options){
        .prior = scoring->prior,
        .level = scoring->level,
        .min_answered = scoring->min_answered};
    person->atlas = scoring->atlas;
    person->advice = report->advice;
    person->lang = report->team.lang;
    document =
        lewis_report_person_document(person, &report->looks.options, scored,
                                     error);
    done = document != NULL &&
           report_looks_write(&report->looks, document, report->ruler, path,
                              report->each.folder != NULL, error);
    lewis_document_free(document);
    return done;
}

static int
report_one(struct report *report, char **paths, int count)
{
    struct person_row row;
    struct lewis_error error;
    bool scored;
    int status = EXIT_TROUBLE;

    if (person_row_find(&row, report->scoring, paths, count, report->id)) {
        struct lewis_person person = {.id = row.id,
                                      .id_size = row.id_size,
                                      .answer = row.answer,
                                      .refused =
                                          row.refused ? &row.why : NULL};

        content_bank_language(report->scoring->bank, report->team.lang);
        if (!write_person(report, &person, report->looks.path, &scored, &error))
            say_error(&error);
        else
            status = scored ? EXIT_DONE : EXIT_DATA;
    }
    person_row_release(&row);
    return status;
}

static void
add_each(const struct lewis_sheet *sheet, const struct lewis_score *score,
         void *payload)
{
    struct report *report = payload;
    struct lewis_person person = {
        .id = sheet->id, .id_size = sheet->id_size, .answer = sheet->answer};
    struct lewis_error error;
    char *path;
    bool scored;

    if (score->status != LEWIS_SCORED)
        return;
    path = each_path(&report->each, sheet);
    if (path == NULL)
        return;
    if (write_person(report, &person, path, &scored, &error))
        each_done(&report->each);
    else
        each_fail(&report->each, &error);
    free(path);
}

static int
report_each(struct report *report, char **paths, int count)
{
    struct lewis_batch_options options = {.scored = add_each,
                                          .payload = report};
    int status, made;

    report->each.made =
        (struct each_made){NN_("%s: %zu report", "%s: %zu reports")};
    if (!each_open(&report->each))
        return EXIT_TROUBLE;
    status = scoring_run(report->scoring, paths, count, &options);
    made = each_close(&report->each);
    return status == EXIT_TROUBLE || made == EXIT_DONE ? status : made;
}

/* --- a team --- */

static bool
write_figures(const struct report *report,
              const struct lewis_team_figures *figures,
              struct lewis_error *error)
{
    struct lewis_team_report team = {.figures = figures,
                                     .atlas = report->scoring->atlas,
                                     .advice = report->advice,
                                     .edition = report->edition,
                                     .title = report->title,
                                     .least_option = "--min-group"};
    struct lewis_agenda *agenda = NULL;
    struct lewis_document *document;
    bool done;

    if (report->edition == LEWIS_EDITION_TRAINER)
        team.agenda = agenda = report_looks_agenda(report->scoring->shelf);
    document =
        lewis_report_team_document(&team, &report->looks.options, error);
    done = document != NULL &&
           report_looks_write(&report->looks, document, report->ruler,
                              report->looks.path, false, error);
    lewis_document_free(document);
    lewis_agenda_free(agenda);
    return done;
}

static int
report_team(struct report *report, char **paths, int count)
{
    struct lewis_team_figures *figures;
    struct lewis_error error;
    int status = team_request_figures(&report->team, report->scoring, paths,
                                      count, &figures);

    if (status == EXIT_TROUBLE)
        return status;
    absent_say(figures, report->edition != LEWIS_EDITION_SELF);
    if (figures->people == 0) {
        say("there are no rows with answers, so there is nothing to report");
        status = EXIT_DATA;
    } else if (!write_figures(report, figures, &error)) {
        status = say_error(&error);
    }
    lewis_team_figures_free(figures);
    return status;
}

static int
write_reports(struct report *report, char **paths, int count)
{
    struct lewis_error error;
    int status;

    report->ruler = lewis_ruler_new(&error);
    if (report->ruler == NULL)
        return say_error(&error);
    report->looks.options.measure = lewis_ruler_measure(report->ruler);
    content_atlas_language(report->scoring->atlas, report->team.lang);
    if (!content_advice(report->scoring->shelf, &report->advice))
        status = EXIT_TROUBLE;
    else if (is_of_team(report))
        status = report_team(report, paths, count);
    else if (report->each.folder != NULL)
        status = report_each(report, paths, count);
    else
        status = report_one(report, paths, count);
    report_looks_missing(report->ruler);
    lewis_advice_free(report->advice);
    lewis_ruler_free(report->ruler);
    return status;
}

/* Nothing that is read is written over. False: said why. */
static bool
settle_places(struct report *report, char **paths, int count)
{
    report->places = scoring_places(report->scoring, paths, count);
    team_request_places(&report->team, &report->places);
    places_write(&report->places, report->looks.path, "-o");
    report->each.places = &report->places;
    return places_apart(&report->places);
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct report report = {.scoring = &scoring, .team.min_group = 5};
    const struct option_row rows[] = {
        {"person", 'p', OPTION_TEXT, &report.id},
        {"me", '\0', OPTION_FLAG, &report.me},
        {"all", '\0', OPTION_FLAG, &report.all},
        {"edition", '\0', OPTION_TEXT, &report.edition_name},
        {"title", '\0', OPTION_TEXT, &report.title},
        {"each", '\0', OPTION_TEXT, &report.each.folder},
        {"overwrite", '\0', OPTION_FLAG, &report.each.overwrite},
        REPORT_LOOKS_OPTIONS(report.looks),
        TEAM_REQUEST_OPTIONS(report.team),
        SCORING_OPTIONS(scoring),
        {0},
    };
    int first, status = option_read(&cmd_report, argc, argv, rows, &first);

    if (status < 0 && first == argc)
        status = say_usage(&cmd_report, "name a file of answers");
    if (status < 0)
        status = settle_whom(&report);
    if (status < 0)
        status = settle_looks(&report);
    if (status < 0)
        status = settle_team(&report);
    if (status >= 0) {
        team_request_release(&report.team);
        return status;
    }
    status = EXIT_TROUBLE;
    if (scoring_open(&scoring) &&
        settle_places(&report, argv + first, argc - first))
        status = scoring.dry_run
                     ? recognised_dry_run(&scoring, argv + first, argc - first)
                     : write_reports(&report, argv + first, argc - first);
    scoring_close(&scoring);
    team_request_release(&report.team);
    return status;
}

const struct cmd cmd_report = {
    .name = "report",
    .usage = N_("[OPTION]... ANSWERS... -o FILE"),
    .summary = N_("Write a person's or a team's report, to print or send"),
    /* clang-format off */
    .help = {
        N_(
        "  -o, --output FILE      where to: .pdf, .html (one file, nothing\n"
        "                         to be loaded) or .json\n"
        "  -p, --person ID        of that row\n"
        "      --me               of the only row there is\n"
        "  -t, --team TEAM        of the people of that team together\n"
        "      --all              of everybody together, by team (or --by)\n"
        "      --edition NAME     of a team: team (default, with names), self\n"
        "                         (nobody is named), trainer (with questions\n"
        "                         and a plan)\n"
        "      --title TEXT       of a team: what stands above the report\n"
        "      --by COLUMN,...    of a team: groups by these columns (site, role)\n"
        "      --partner WHOM     of a team: a page about working with people of\n"
        "                         a country (JP), or with the team or the\n"
        "                         person in a file of answers\n"
        "      --before FILE      of a team: earlier answers of the same people,\n"
        "                         by id\n"
        "      --tasks NAME|FILE  of a team: who might do what; \"tasks\" is our\n"
        "                         own list\n"
        "      --anonymous        of a team: no names and no dots\n"
        "      --min-group N      of a team: people a figure needs at least\n"
        "                         (default 5, never under 3)\n"
        "      --each FOLDER      one for every person, in files that are\n"
        "                         called after them\n"
        "      --overwrite        with --each: replace files that are there\n"
        "      --format NAME      pdf (default), html or json, where the name\n"
        "                         of the file does not tell\n"
        "      --paper NAME       a4 (default) or letter\n"
        "      --theme NAME       screen (default), or grey to print in black\n"
        "      --lang LANG        en or nl\n"
        "      --date TEXT        in the report's head (default: today)\n"
        ),
        SCORING_HELP,
        N_(
        "\n"
        "Exit status: 0 done; 1 done, some data refused or files kept; 2\n"
        "trouble.\n"
        "\n"
        "  lewis report workshop.csv --person Zoë -o zoe.pdf\n"
        ),
    },
    /* clang-format on */
    .run = run,
};
