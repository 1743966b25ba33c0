/* cmd_team.c - lewis team: answers in, figures of a team out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include <lewis/output.h>
#include <lewis/team_text.h>

#include "absent.h"
#include "cleanup.h"
#include "cli/team/request.h"
#include "cli/terminal/terminal.h"
#include "content.h"
#include "language.h"
#include "recognised.h"
#include "say.h"
#include "scoring.h"

enum form { FORM_TEXT, FORM_JSON, FORM_TABLE };

/* What the options say. */
struct request {
    struct team_request team;
    const char *format, *path;
    enum form form;
    struct terminal terminal;
};

/* --- writing --- */

static bool
write_page(const struct lewis_team_figures *figures,
           const struct lewis_team_look *look, const struct request *request,
           struct lewis_output *output, struct lewis_error *error)
{
    struct lewis_page *page =
        lewis_page_new(terminal_width(&request->terminal), error);
    bool ok = page != NULL && lewis_team_page(figures, look, page, error);

    if (ok)
        lewis_page_print(page, output,
                         terminal_color(&request->terminal, request->path));
    lewis_page_free(page);
    return ok;
}

static int
write_figures(const struct lewis_team_figures *figures,
              const struct request *request, const struct scoring *scoring)
{
    struct lewis_team_look look = {
        .atlas = scoring->atlas,
        .lang = request->team.lang,
        .ascii = terminal_ascii(&request->terminal) && isatty(STDOUT_FILENO),
        .least_option = "--min-group"};
    struct lewis_error error;
    struct lewis_output *output = cleanup_open(request->path, &error);
    bool ok = output != NULL;

    if (ok && request->form == FORM_TEXT)
        ok = write_page(figures, &look, request, output, &error);
    else if (ok && request->form == FORM_JSON)
        ok = lewis_team_json(figures, output, &error);
    else if (ok)
        lewis_team_rows(figures, output);
    ok = ok && cleanup_commit(&output, 1, &error);
    cleanup_close(output);
    return ok ? EXIT_DONE : say_error(&error);
}

static int
run_team(struct scoring *scoring, char **paths, int count,
         struct request *request)
{
    struct lewis_team_figures *figures;
    int status, written;

    content_atlas_language(scoring->atlas, request->team.lang);
    if (request->form == FORM_TEXT)
        request->team.lang =
            language_to_read(request->team.lang, request->path);
    status =
        team_request_figures(&request->team, scoring, paths, count, &figures);
    if (status == EXIT_TROUBLE)
        return status;
    absent_say(figures, true);
    written = write_figures(figures, request, scoring);
    lewis_team_figures_free(figures);
    return written > status ? written : status;
}

/* --- options --- */

static int
settle(struct request *request)
{
    static const char *const forms[] = {"text", "json", "table"};
    int form = 0, status = team_request_settle(&cmd_team, &request->team);

    if (status >= 0)
        return status;
    while (request->format != NULL && form < 3 &&
           strcmp(request->format, forms[form]) != 0)
        form++;
    if (form == 3)
        return say_usage(&cmd_team,
                         "there is no format \"%s\"; there are text, json "
                         "and table",
                         request->format);
    request->form = (enum form)form;
    return terminal_check(&cmd_team, &request->terminal);
}

static bool
are_apart(const struct scoring *scoring, char **paths, int count,
          const struct request *request)
{
    struct places places = scoring_places(scoring, paths, count);

    team_request_places(&request->team, &places);
    places_write(&places, request->path, "-o");
    return places_apart(&places);
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct request request = {.path = "-", .team.min_group = 5};
    const struct option_row rows[] = {
        TEAM_REQUEST_OPTIONS(request.team),
        {"format", 'f', OPTION_TEXT, &request.format},
        {"output", 'o', OPTION_TEXT, &request.path},
        TERMINAL_OPTIONS(request.terminal),
        SCORING_OPTIONS(scoring),
        {0},
    };
    int first, status = option_read(&cmd_team, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    if (first == argc)
        return say_usage(&cmd_team, "which answers? Give a CSV file, or - for "
                                    "standard input");
    status = settle(&request);
    if (status < 0) {
        status = EXIT_TROUBLE;
        if (scoring_open(&scoring) &&
            are_apart(&scoring, argv + first, argc - first, &request))
            status = scoring.dry_run
                         ? recognised_dry_run(&scoring, argv + first,
                                              argc - first)
                         : run_team(&scoring, argv + first, argc - first,
                                    &request);
        scoring_close(&scoring);
    }
    team_request_release(&request.team);
    return status;
}

const struct cmd cmd_team = {
    .name = "team",
    .usage = N_("[OPTION]... ANSWERS..."),
    .summary = N_("Tell what a team is like: centre, spread, groups, a partner"),
    /* clang-format off */
    .help = {
        N_(
        "ANSWERS as for lewis score: a row a person.\n"
        "\n"
        "  -t, --team TEAM        only people of that team\n"
        "      --by COLUMN,...    groups by these columns (team, site, role)\n"
        "      --partner WHOM     how far to a country (JP, Japan), or to the\n"
        "                         team or the person in a file of answers\n"
        "      --before FILE      earlier answers of the same people, by id\n"
        "      --tasks NAME|FILE  who might do what: \"tasks\" is our own list\n"
        "      --anonymous        no names, nobody pointed at\n"
        "      --min-group N      people a figure needs at least (default 5,\n"
        "                         never under 3)\n"
        "  -f, --format FORMAT    text (default), json, or table: one row a\n"
        "                         figure, separated by tabs\n"
        "  -o, --output FILE      write here, whole or not at all\n"
        "      --lang LANG        language of the texts (en, nl); in the "
        "terminal,\n"
        "                         default: that of your locale\n"
        ),
        TERMINAL_HELP,
        SCORING_HELP,
        N_(
        "\n"
        "Groups that are too small are hidden, and so is what would give them\n"
        "away by subtraction. Figures are no judgement of people.\n"
        "\n"
        "Exit status: 0 done; 1 done, some rows refused; 2 trouble.\n"
        "\n"
        "  lewis team answers.csv --by team --partner JP\n"
        "  lewis team answers.csv --anonymous --before spring.csv\n"
        ),
    },
    /* clang-format on */
    .run = run,
};
