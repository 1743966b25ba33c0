/* life.c - lewis workshop open, reveal, close and purge.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/say.h"
#include "cli/workshop/verb.h"

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

/* Only a person at a terminal is asked. */
static bool
asks(const struct workshop_options *options)
{
    return !options->yes && isatty(STDIN_FILENO);
}

static bool
says_yes(void)
{
    char line[16] = "";

    if (fgets(line, sizeof line, stdin) == NULL)
        return false;
    line[strcspn(line, "\r\n")] = '\0';
    return strcmp(line, "yes") == 0;
}

static bool
is_sure_to_purge(const struct workshop_options *options, const char *path)
{
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
    return says_yes();
}

/* "Harbour (5), Orchard (4)"; "" when there is none. */
static void
list_pooled(const struct lewis_workshop *workshop,
            const struct lewis_workshop_fate fate[], char *out, size_t size)
{
    size_t used = 0;

    *out = '\0';
    for (size_t t = 0; t < lewis_workshop_team_count(workshop); t++)
        if (fate[t].pooled > 0 && used < size)
            used += (size_t)snprintf(
                out + used, size - used, "%s%s (%zu)", used > 0 ? ", " : "",
                lewis_workshop_team_name(workshop, t), fate[t].pooled);
}

/* Who loses by closing: their answers, or the name of their team. */
static bool
say_fates(struct lewis_workshop *workshop, struct lewis_error *error)
{
    struct lewis_workshop_fate fate[LEWIS_WORKSHOP_TEAMS];
    size_t unfinished = 0;
    char people[WORKSHOP_PEOPLE], names[2000];

    if (!lewis_workshop_fates(workshop, fate, error))
        return false;
    for (size_t t = 0; t < lewis_workshop_team_count(workshop); t++)
        unfinished += fate[t].unfinished;
    if (unfinished > 0)
        say("joined and not handed in: %s; what they answered is not used",
            workshop_people(unfinished, people));
    list_pooled(workshop, fate, names, sizeof names);
    if (*names != '\0')
        say("shown as one, without the names of their teams: %s; a team is "
            "shown by itself when at least %zu of it have handed in, and "
            "those of smaller teams are not too few without it",
            names, lewis_workshop_minimum(workshop));
    return true;
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

/* What is lost is told before the question, where there is one. */
static int
close_it(const struct workshop_options *options, const char *path,
         struct lewis_workshop *workshop, struct lewis_error *error)
{
    struct lewis_workshop_status status;
    bool asked;

    if (!lewis_workshop_status(workshop, &status, error))
        return say_error(error);
    asked = status.state == LEWIS_WORKSHOP_OPEN && asks(options);
    if (asked && !say_fates(workshop, error))
        return say_error(error);
    if (asked) {
        fprintf(stderr, _("Close %s?\n"
                          "It cannot be opened again. Type yes: "),
                path);
        if (!says_yes()) {
            say("not closed");
            return EXIT_TROUBLE;
        }
    }
    if (!lewis_workshop_close(workshop, error) ||
        (!asked && !say_fates(workshop, error)))
        return say_error(error);
    return say_closed(workshop, error);
}

int
workshop_close(const struct workshop_options *options, const char *path)
{
    struct lewis_error error;
    struct lewis_workshop *workshop = lewis_workshop_load(path, &error);
    int status = workshop != NULL
                     ? close_it(options, path, workshop, &error)
                     : say_error(&error);

    lewis_workshop_free(workshop);
    return status;
}

int
workshop_purge(const struct workshop_options *options, const char *path)
{
    struct lewis_error error;
    struct lewis_workshop *workshop = lewis_workshop_load(path, &error);
    int status = EXIT_DONE;

    if (workshop != NULL && !is_sure_to_purge(options, path)) {
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
