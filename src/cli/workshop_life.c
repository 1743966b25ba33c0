/* workshop_life.c - lewis workshop open, reveal, close and purge.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "say.h"
#include "workshop_verb.h"

int
workshop_open(const struct workshop_options *options, const char *path)
{
    struct lewis_error error;
    struct lewis_workshop *workshop = lewis_workshop_load(path, &error);
    int status = EXIT_DONE;

    (void)options;
    if (workshop == NULL || !lewis_workshop_open(workshop, &error))
        status = say_error(&error);
    else
        say("%s is open; \"lewis serve %s\" lets people answer", path, path);
    lewis_workshop_free(workshop);
    return status;
}

int
workshop_reveal(const struct workshop_options *options, const char *path)
{
    struct lewis_error error;
    struct lewis_workshop *workshop = lewis_workshop_load(path, &error);
    int status = EXIT_DONE;

    if (workshop == NULL ||
        !lewis_workshop_reveal(workshop, !options->off, &error))
        status = say_error(&error);
    else if (options->off)
        say("nothing is shown now; what was shown may be shown again");
    else
        say("shown from now on: teams whose people have all handed in, %zu "
            "together at least",
            lewis_workshop_minimum(workshop));
    lewis_workshop_free(workshop);
    return status;
}

/* Who handed in, and who of them can be shown. */
static int
say_closed(struct lewis_workshop *workshop, struct lewis_error *error)
{
    struct lewis_workshop_people *people =
        lewis_workshop_people(workshop, error);
    char shown[WORKSHOP_PEOPLE], withheld[WORKSHOP_PEOPLE];
    int status = EXIT_DONE;

    if (people == NULL)
        return say_error(error);
    say("closed: %s can be shown",
        workshop_people(people->count, shown));
    if (people->withheld > 0) {
        say("%s handed in, but are too few to be shown: a figure needs %zu",
            workshop_people(people->withheld, withheld),
            lewis_workshop_minimum(workshop));
        status = EXIT_DATA;
    }
    lewis_workshop_people_free(people);
    return status;
}

int
workshop_close(const struct workshop_options *options, const char *path)
{
    struct lewis_error error;
    struct lewis_workshop *workshop = lewis_workshop_load(path, &error);
    int status;

    (void)options;
    if (workshop == NULL || !lewis_workshop_close(workshop, &error))
        status = say_error(&error);
    else
        status = say_closed(workshop, &error);
    lewis_workshop_free(workshop);
    return status;
}

/* Only a person at a terminal can be asked. */
static bool
is_sure(const struct workshop_options *options, const char *path)
{
    char line[16] = "";

    if (options->yes)
        return true;
    if (!isatty(STDIN_FILENO)) {
        say("this deletes all that anybody said, for good; --yes says that you "
            "mean it");
        return false;
    }
    fprintf(stderr,
            _("Delete all that anybody said from %s?\n"
              "Nobody can bring it back. Type yes: "),
            path);
    return fgets(line, sizeof line, stdin) != NULL &&
           strncmp(line, "yes", 3) == 0;
}

int
workshop_purge(const struct workshop_options *options, const char *path)
{
    struct lewis_error error;
    struct lewis_workshop *workshop = lewis_workshop_load(path, &error);
    int status = EXIT_DONE;

    if (workshop != NULL && !is_sure(options, path)) {
        say("not purged");
        status = EXIT_TROUBLE;
    } else if (workshop == NULL || !lewis_workshop_purge(workshop, &error)) {
        status = say_error(&error);
    } else {
        say("purged: no answer, code or name is left in %s; reports and "
            "exports that you made are yours to delete",
            path);
    }
    lewis_workshop_free(workshop);
    return status;
}
