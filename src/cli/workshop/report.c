/* report.c - lewis workshop report: of everybody, by team.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/advice.h>
#include <lewis/agenda.h>
#include <lewis/country.h>
#include <lewis/text.h>

#include "cli/content.h"
#include "cli/places.h"
#include "cli/say.h"
#include "cli/workshop/verb.h"

/* A report under way, and what it is made with. */
struct making {
    struct report_looks looks;
    const struct workshop_options *options;
    struct lewis_workshop *workshop;
    struct lewis_shelf *shelf;
    struct lewis_atlas *atlas;
    struct lewis_advice *advice;
    struct lewis_ruler *ruler;
    enum lewis_edition edition;
    const char *pooled[LEWIS_WORKSHOP_TEAMS]; /* names */
    size_t pooled_count, withheld;
};

static bool
find_partner(const struct making *making, struct lewis_partner *partner,
             struct lewis_error *error)
{
    if (making->options->partner == NULL)
        return true;
    partner->country =
        lewis_atlas_search(making->atlas, making->options->partner, error);
    if (partner->country == NULL)
        return false;
    partner->kind = LEWIS_PARTNER_COUNTRY;
    partner->name =
        lewis_text_in(partner->country->name, making->options->lang);
    return true;
}

static struct lewis_team_figures *
make_figures(const struct making *making, struct lewis_error *error)
{
    struct lewis_team_options options = lewis_team_defaults();

    options.name = lewis_workshop_title(making->workshop);
    options.min_group = lewis_workshop_minimum(making->workshop);
    options.atlas = making->atlas;
    options.anonymous = making->edition == LEWIS_EDITION_SELF;
    if (!find_partner(making, &options.partner, error))
        return NULL;
    return lewis_workshop_figures(making->workshop, &options, error);
}

/* Who is shown without a team, or not at all; with names everybody has one. */
static bool
read_fates(struct making *making, struct lewis_error *error)
{
    struct lewis_workshop *workshop = making->workshop;
    struct lewis_workshop_fate fate[LEWIS_WORKSHOP_TEAMS];
    struct lewis_workshop_status status;

    if (!lewis_workshop_status(workshop, &status, error) ||
        !lewis_workshop_fates(workshop, fate, error))
        return false;
    if (status.state != LEWIS_WORKSHOP_CLOSED || lewis_workshop_names(workshop))
        return true;
    for (size_t t = 0; t < lewis_workshop_team_count(workshop); t++) {
        making->withheld += fate[t].withheld;
        if (fate[t].pooled > 0)
            making->pooled[making->pooled_count++] =
                lewis_workshop_team_name(workshop, t);
    }
    return true;
}

static bool
write_figures(const struct making *making,
              const struct lewis_team_figures *figures,
              struct lewis_error *error)
{
    struct lewis_team_report report = {.figures = figures,
                                       .atlas = making->atlas,
                                       .advice = making->advice,
                                       .edition = making->edition,
                                       .pooled = making->pooled,
                                       .pooled_count = making->pooled_count,
                                       .withheld = making->withheld};
    struct lewis_agenda *agenda = NULL;
    struct lewis_document *document;
    bool done;

    if (making->edition == LEWIS_EDITION_TRAINER)
        report.agenda = agenda = report_looks_agenda(making->shelf);
    document =
        lewis_report_team_document(&report, &making->looks.options, error);
    done = document != NULL &&
           report_looks_write(&making->looks, document, making->ruler,
                              making->looks.path, false, error);
    lewis_document_free(document);
    lewis_agenda_free(agenda);
    return done;
}

static int
write_report(struct making *making)
{
    struct lewis_error error;
    struct lewis_team_figures *figures = make_figures(making, &error);
    int status = EXIT_DONE;

    making->ruler = figures != NULL ? lewis_ruler_new(&error) : NULL;
    if (making->ruler != NULL)
        making->looks.options.measure = lewis_ruler_measure(making->ruler);
    if (making->ruler == NULL || !read_fates(making, &error) ||
        !write_figures(making, figures, &error))
        status = say_error(&error);
    else
        report_looks_missing(making->ruler);
    lewis_team_figures_free(figures);
    lewis_ruler_free(making->ruler);
    return status;
}

static int
settle(struct making *making, const char *path)
{
    struct report_looks *looks = &making->looks;
    struct places places = {0};
    int status;

    if (looks->path == NULL)
        return say_usage(&cmd_workshop, "name the report with -o");
    places_read(&places, path, N_("the workshop"));
    places_write(&places, looks->path, "-o");
    if (!places_apart(&places))
        return EXIT_TROUBLE;
    status = report_looks_settle(&cmd_workshop, looks);
    if (status < 0)
        status = report_looks_edition(&cmd_workshop, making->options->edition,
                                      &making->edition);
    looks->options.lang = making->options->lang;
    return status;
}

int
workshop_report(const struct workshop_options *options, const char *path)
{
    struct making making = {.looks = options->looks, .options = options};
    struct lewis_error error;
    int status = settle(&making, path);

    if (status >= 0)
        return status;
    status = EXIT_TROUBLE;
    making.shelf = lewis_shelf_open(&error);
    making.workshop = lewis_workshop_load(path, &error);
    if (making.shelf == NULL || making.workshop == NULL) {
        say_error(&error);
    } else {
        making.atlas = content_atlas(making.shelf, NULL);
        if (content_advice(making.shelf, &making.advice) &&
            making.atlas != NULL)
            status = write_report(&making);
    }
    lewis_advice_free(making.advice);
    lewis_atlas_free(making.atlas);
    lewis_workshop_free(making.workshop);
    lewis_shelf_free(making.shelf);
    return status;
}
