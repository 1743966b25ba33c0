/* cmd_team.c - lewis team: answers in, figures of a team out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <lewis/output.h>
#include <lewis/spelling.h>
#include <lewis/team_text.h>
#include <lewis/text.h>

#include "content.h"
#include "recognised.h"
#include "say.h"
#include "scoring.h"
#include "team_rows.h"
#include "terminal.h"

enum { TEAMS = 32, NAME = 64 };

enum form { FORM_TEXT, FORM_JSON, FORM_TABLE };

/* What the options say, and what is made of it. */
struct request {
    const char *team, *by, *partner, *tasks_name, *format, *path, *lang;
    char *before_path;
    bool anonymous;
    double min_group;
    enum form form;
    struct terminal terminal;
    struct team_columns columns;
    struct lewis_tasks *tasks;
    struct lewis_earlier *earlier;
    struct lewis_score person; /* the partner, when it is one person */
};

/* People on their way into the team. */
struct gathering {
    const struct request *request;
    struct lewis_team *team;
    size_t beside, taken;
    char other[TEAMS][NAME]; /* names of teams that were passed over */
    size_t others;
};

/* --- reading --- */

static bool
same_bytes(const char *bytes, size_t size, const char *name)
{
    return size == strlen(name) && memcmp(bytes, name, size) == 0;
}

static void
note_other(struct gathering *g, const struct lewis_sheet *sheet)
{
    if (sheet->team_size == 0 || sheet->team_size >= NAME)
        return;
    for (size_t i = 0; i < g->others; i++)
        if (same_bytes(sheet->team, sheet->team_size, g->other[i]))
            return;
    if (g->others < TEAMS)
        snprintf(g->other[g->others++], NAME, "%.*s", (int)sheet->team_size,
                 sheet->team);
}

static bool
take_member(const struct lewis_sheet *sheet, const struct lewis_score *score,
            const struct lewis_label label[], void *payload)
{
    struct gathering *g = payload;
    const struct request *request = g->request;
    const struct lewis_place *then = NULL;
    struct lewis_label id = {sheet->id, sheet->id_size};
    struct lewis_error error;

    if (request->team != NULL &&
        !same_bytes(sheet->team, sheet->team_size, request->team)) {
        g->beside += score->status == LEWIS_SCORED;
        note_other(g, sheet);
        return true;
    }
    g->taken++;
    if (request->earlier != NULL && score->status == LEWIS_SCORED)
        then = lewis_earlier_take(request->earlier, sheet->id, sheet->id_size);
    if (!lewis_team_add(g->team, id, score, label, then, &error))
        return say_error(&error), false;
    return true;
}

/* Those of the team, as far as the earlier answers name one. */
static bool
take_earlier(const struct lewis_sheet *sheet, const struct lewis_score *score,
             const struct lewis_label label[], void *payload)
{
    struct request *request = payload;
    struct lewis_error error;

    (void)label;
    if (request->team != NULL && sheet->team_size > 0 &&
        !same_bytes(sheet->team, sheet->team_size, request->team))
        return true;
    if (!lewis_earlier_add(request->earlier, sheet->id, sheet->id_size, score,
                           &error))
        return say_error(&error), false;
    return true;
}

static int
read_earlier(struct request *request, struct scoring *scoring)
{
    const struct team_columns none = {.count = 0};
    struct lewis_error error;

    if (request->before_path == NULL)
        return EXIT_DONE;
    request->earlier = lewis_earlier_new(&error);
    if (request->earlier == NULL)
        return say_error(&error);
    return team_rows(scoring, &request->before_path, 1, &none, take_earlier,
                     request);
}

static bool
report_no_team(const struct gathering *g)
{
    const char *known[TEAMS], *near;

    for (size_t i = 0; i < g->others; i++)
        known[i] = g->other[i];
    near = lewis_spelling_nearest(g->request->team, known, g->others);
    if (near != NULL)
        say("no row has the team \"%s\"; did you mean \"%s\"?",
            g->request->team, near);
    else if (g->others > 0)
        say("no row has the team \"%s\"; the first there is, is \"%s\"",
            g->request->team, g->other[0]);
    else
        say("no row has a team, so there is no \"%s\"", g->request->team);
    return false;
}

/* --- the partner --- */

/* People of the partner's file. */
struct partner_people {
    struct lewis_partner *partner;
    struct lewis_score *first;
};

static bool
take_partner(const struct lewis_sheet *sheet, const struct lewis_score *score,
             const struct lewis_label label[], void *payload)
{
    struct partner_people *people = payload;
    struct lewis_cloud *cloud = &people->partner->cloud;

    (void)sheet;
    (void)label;
    if (score->status != LEWIS_SCORED)
        return true;
    if (cloud->n == 0)
        *people->first = *score;
    lewis_cloud_add(cloud, score->point);
    lewis_cloud_add_error(cloud, score->region.covariance);
    return true;
}

static int
read_partner(struct request *request, struct scoring *scoring,
             struct lewis_partner *partner)
{
    const struct team_columns none = {.count = 0};
    struct partner_people people = {partner, &request->person};
    char *path = (char *)request->partner;
    const char *slash = strrchr(request->partner, '/');
    int status = team_rows(scoring, &path, 1, &none, take_partner, &people);

    if (status == EXIT_TROUBLE)
        return status;
    if (partner->cloud.n == 0) {
        say("%s: nobody there has a profile", path);
        return EXIT_TROUBLE;
    }
    partner->kind = partner->cloud.n == 1 ? LEWIS_PARTNER_PERSON
                                          : LEWIS_PARTNER_TEAM;
    partner->score = &request->person;
    partner->name = slash == NULL ? request->partner : slash + 1;
    return status;
}

/* A country of the atlas, or a file with answers. */
static int
find_partner(struct request *request, struct scoring *scoring,
             struct lewis_partner *partner)
{
    struct lewis_error error;

    if (request->partner == NULL)
        return EXIT_DONE;
    partner->country =
        lewis_atlas_search(scoring->atlas, request->partner, &error);
    if (partner->country != NULL) {
        partner->kind = LEWIS_PARTNER_COUNTRY;
        partner->name = lewis_text_in(partner->country->name, request->lang);
        return EXIT_DONE;
    }
    if (access(request->partner, F_OK) == 0)
        return read_partner(request, scoring, partner);
    say_error(&error);
    say("nor is there a file \"%s\" with the answers of a partner",
        request->partner);
    return EXIT_TROUBLE;
}

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
    struct lewis_team_look look = {scoring->atlas, request->lang};
    struct lewis_error error;
    struct lewis_output *output = lewis_output_open(request->path, &error);
    bool ok = output != NULL;

    if (ok && request->form == FORM_TEXT)
        ok = write_page(figures, &look, request, output, &error);
    else if (ok && request->form == FORM_JSON)
        ok = lewis_team_json(figures, output, &error);
    else if (ok)
        lewis_team_rows(figures, output);
    ok = ok && lewis_output_commit(output, &error);
    lewis_output_free(output);
    return ok ? EXIT_DONE : say_error(&error);
}

static int
compute_and_write(const struct gathering *g, struct request *request,
                  struct scoring *scoring)
{
    struct lewis_team_options options = lewis_team_defaults();
    struct lewis_team_figures *figures;
    struct lewis_error error;
    int status, written;

    options.name = request->team;
    options.level = scoring->level;
    options.min_group = (size_t)request->min_group;
    options.anonymous = request->anonymous;
    options.atlas = scoring->atlas;
    options.tasks = request->tasks;
    status = find_partner(request, scoring, &options.partner);
    if (status == EXIT_TROUBLE)
        return status;
    figures = lewis_team_figures_new(g->team, &options, &error);
    if (figures == NULL)
        return say_error(&error);
    written = write_figures(figures, request, scoring);
    lewis_team_figures_free(figures);
    return written == EXIT_DONE ? status : written;
}

static bool
load_tasks(struct request *request, const struct scoring *scoring)
{
    struct lewis_error error;
    const char *path;

    if (request->tasks_name == NULL)
        return true;
    path = lewis_shelf_find(scoring->shelf, request->tasks_name, &error);
    if (path != NULL)
        request->tasks = lewis_tasks_load(path, &error);
    if (request->tasks == NULL)
        say_error(&error);
    return request->tasks != NULL;
}

static int
gather(struct gathering *g, struct request *request, struct scoring *scoring,
       char **paths, int count)
{
    int status = read_earlier(request, scoring), now;

    if (status == EXIT_TROUBLE)
        return status;
    now = team_rows(scoring, paths, count, &request->columns, take_member, g);
    if (now != EXIT_TROUBLE && request->team != NULL && g->taken == 0)
        now = report_no_team(g) ? now : EXIT_TROUBLE;
    if (now == EXIT_TROUBLE)
        return now;
    if (request->earlier != NULL)
        lewis_team_gone(g->team, lewis_earlier_left(request->earlier));
    lewis_team_beside(g->team, g->beside);
    return now > status ? now : status;
}

static int
run_team(struct scoring *scoring, char **paths, int count,
         struct request *request)
{
    struct gathering g = {.request = request};
    struct lewis_error error;
    int status, written;

    content_atlas_language(scoring->atlas, request->lang);
    if (!load_tasks(request, scoring))
        return EXIT_TROUBLE;
    g.team = lewis_team_new(request->columns.name, request->columns.count,
                            &error);
    if (g.team == NULL)
        return say_error(&error);
    status = gather(&g, request, scoring, paths, count);
    if (status != EXIT_TROUBLE) {
        written = compute_and_write(&g, request, scoring);
        status = written > status ? written : status;
    }
    lewis_team_free(g.team);
    return status;
}

/* --- options --- */

static int
settle(struct request *request)
{
    static const char *const forms[] = {"text", "json", "table"};
    int form = 0;

    if (!(request->min_group >= LEWIS_GROUP_LEAST &&
          request->min_group <= 1000))
        return say_usage(&cmd_team, "--min-group must be from %d to 1000",
                         LEWIS_GROUP_LEAST);
    while (request->format != NULL && form < 3 &&
           strcmp(request->format, forms[form]) != 0)
        form++;
    if (form == 3)
        return say_usage(&cmd_team,
                         "there is no format \"%s\"; there are text, json "
                         "and table",
                         request->format);
    request->form = (enum form)form;
    if (!team_columns_init(&request->columns, request->by))
        return EXIT_TROUBLE;
    return terminal_check(&cmd_team, &request->terminal);
}

static void
release(struct request *request)
{
    team_columns_release(&request->columns);
    lewis_tasks_free(request->tasks);
    lewis_earlier_free(request->earlier);
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct request request = {.path = "-", .min_group = 5};
    const struct option_row rows[] = {
        {"team", 't', OPTION_TEXT, &request.team},
        {"by", '\0', OPTION_TEXT, &request.by},
        {"partner", '\0', OPTION_TEXT, &request.partner},
        {"before", '\0', OPTION_TEXT, &request.before_path},
        {"tasks", '\0', OPTION_TEXT, &request.tasks_name},
        {"anonymous", '\0', OPTION_FLAG, &request.anonymous},
        {"min-group", '\0', OPTION_NUMBER, &request.min_group},
        {"format", 'f', OPTION_TEXT, &request.format},
        {"output", 'o', OPTION_TEXT, &request.path},
        {"lang", '\0', OPTION_TEXT, &request.lang},
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
        if (scoring_spares(argv + first, argc - first, request.path) &&
            scoring_open(&scoring))
            status = scoring.dry_run
                         ? recognised_dry_run(&scoring, argv + first,
                                              argc - first)
                         : run_team(&scoring, argv + first, argc - first,
                                    &request);
        scoring_close(&scoring);
    }
    release(&request);
    return status;
}

const struct cmd cmd_team = {
    .name = "team",
    .usage = "[OPTION]... ANSWERS...",
    .summary = "Tell what a team is like: centre, spread, groups, a partner",
    .help =
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
        "      --lang LANG        language of the texts (en, nl)\n"
        /* clang-format off */
        TERMINAL_HELP SCORING_HELP
        /* clang-format on */
        "\n"
        "Groups that are too small are hidden, and so is what would give them\n"
        "away by subtraction. Figures are no judgement of people.\n"
        "\n"
        "Exit status: 0 done; 1 done, some rows refused; 2 trouble.\n"
        "\n"
        "  lewis team answers.csv --by team --partner JP\n"
        "  lewis team answers.csv --anonymous --before spring.csv\n",
    .run = run,
};
