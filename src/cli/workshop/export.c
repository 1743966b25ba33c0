/* export.c - lewis workshop export: the answers as CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <lewis/output.h>

#include "cli/cleanup.h"
#include "cli/places.h"
#include "cli/say.h"
#include "cli/workshop/verb.h"

static int
say_exported(const struct lewis_workshop *workshop,
             const struct lewis_workshop_exported *exported)
{
    char people[WORKSHOP_PEOPLE];

    if (exported->unnamed > 0)
        say("%s without a team: teams of which fewer than %zu handed in, and "
            "those that would tell them apart, are one",
            workshop_people(exported->unnamed, people),
            lewis_workshop_minimum(workshop));
    if (exported->withheld == 0)
        return EXIT_DONE;
    say("%s left out: they handed in when others were shown already, and are "
        "fewer than %zu",
        workshop_people(exported->withheld, people),
        lewis_workshop_minimum(workshop));
    return EXIT_DATA;
}

static int
export_to(struct lewis_workshop *workshop, const char *path)
{
    struct lewis_workshop_exported exported;
    struct lewis_error error;
    struct lewis_output *output = cleanup_open(path, &error);
    int status;

    if (output == NULL)
        return say_error(&error);
    if (!lewis_workshop_export(workshop, output, &exported, &error) ||
        !cleanup_commit(&output, 1, &error))
        status = say_error(&error);
    else
        status = say_exported(workshop, &exported);
    cleanup_close(output);
    return status;
}

int
workshop_export(const struct workshop_options *options, const char *path)
{
    const char *to =
        options->looks.path != NULL ? options->looks.path : "-";
    struct places places = {0};
    struct lewis_error error;
    struct lewis_workshop *workshop;
    int status;

    places_read(&places, path, N_("the workshop"));
    places_write(&places, to, "-o");
    if (!places_apart(&places))
        return EXIT_TROUBLE;
    workshop = lewis_workshop_load(path, &error);
    if (workshop == NULL)
        return say_error(&error);
    status = export_to(workshop, to);
    lewis_workshop_free(workshop);
    return status;
}
