/* request.c - the people of a team and what they are compared with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/team/request.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <lewis/spelling.h>
#include <lewis/text.h>

#include "cli/say.h"

enum { TEAMS = 32, NAME = 64 };

/* People on their way into the team. */
struct gathering {
    const struct team_request *request;
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
    const struct team_request *request = g->request;
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
    struct team_request *request = payload;
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
read_earlier(struct team_request *request, struct scoring *scoring)
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
read_partner(struct team_request *request, struct scoring *scoring,
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
find_partner(struct team_request *request, struct scoring *scoring,
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

/* --- all of it --- */

static bool
load_tasks(struct team_request *request, const struct scoring *scoring)
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
gather(struct gathering *g, struct team_request *request, struct scoring *scoring,
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

static struct lewis_team_options
options_of(const struct team_request *request, const struct scoring *scoring)
{
    struct lewis_team_options options = lewis_team_defaults();

    options.name = request->team;
    options.level = scoring->level;
    options.min_group = (size_t)request->min_group;
    options.anonymous = request->anonymous;
    options.atlas = scoring->atlas;
    options.tasks = request->tasks;
    return options;
}

static int
compute(const struct gathering *g, struct team_request *request,
        struct scoring *scoring, struct lewis_team_figures **figures)
{
    struct lewis_team_options options = options_of(request, scoring);
    struct lewis_error error;
    int status = find_partner(request, scoring, &options.partner);

    if (status == EXIT_TROUBLE)
        return status;
    *figures = lewis_team_figures_new(g->team, &options, &error);
    return *figures == NULL ? say_error(&error) : status;
}

int
team_request_figures(struct team_request *request, struct scoring *scoring,
                     char **paths, int count,
                     struct lewis_team_figures **figures)
{
    struct gathering g = {.request = request};
    struct lewis_error error;
    int status, computed;

    *figures = NULL;
    if (!load_tasks(request, scoring))
        return EXIT_TROUBLE;
    g.team = lewis_team_new(request->columns.name, request->columns.count,
                            &error);
    if (g.team == NULL)
        return say_error(&error);
    status = gather(&g, request, scoring, paths, count);
    if (status != EXIT_TROUBLE) {
        computed = compute(&g, request, scoring, figures);
        status = computed > status ? computed : status;
    }
    lewis_team_free(g.team);
    return status;
}

void
team_request_places(const struct team_request *request, struct places *places)
{
    places_read(places, request->before_path, N_("the file of --before"));
    places_read(places, request->partner, N_("the file of --partner"));
    places_find(places, request->tasks_name, N_("the file of --tasks"));
}

int
team_request_settle(const struct cmd *cmd, struct team_request *request)
{
    if (!(request->min_group >= LEWIS_GROUP_LEAST &&
          request->min_group <= 1000))
        return say_usage(cmd, "--min-group must be from %d to 1000",
                         LEWIS_GROUP_LEAST);
    return team_columns_init(&request->columns, request->by) ? -1
                                                             : EXIT_TROUBLE;
}

void
team_request_release(struct team_request *request)
{
    team_columns_release(&request->columns);
    lewis_tasks_free(request->tasks);
    lewis_earlier_free(request->earlier);
}
