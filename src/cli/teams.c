/* teams.c - one file a team.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cleanup.h"
#include "say.h"
#include "teams.h"

enum { LONGEST = 200 }; /* bytes of a file name */

static void
set_error(struct lewis_error *error, enum lewis_code code, const char *text)
{
    *error = (struct lewis_error){.code = code};
    snprintf(error->text, sizeof error->text, "%s", _(text));
}

bool
teams_begin(struct teams *teams, struct lewis_error *error)
{
    struct stat status;

    teams->made = mkdir(teams->folder, 0777) == 0;
    if (teams->made ||
        (stat(teams->folder, &status) == 0 && S_ISDIR(status.st_mode)))
        return true;
    set_error(error, LEWIS_ESYSTEM, "");
    snprintf(error->text, sizeof error->text,
             _("cannot make the folder \"%.200s\": %s"), teams->folder,
             strerror(errno == EEXIST ? ENOTDIR : errno));
    return false;
}

static bool
is_tame(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c >= 0x80;
}

/* False when it would be too long. */
static bool
file_name(char out[LONGEST], const char *team, size_t size)
{
    size_t n = 0;

    if (size == 0)
        n = (size_t)sprintf(out, "no-team");
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)team[i];
        if (n + 4 > LONGEST)
            return false;
        if (is_tame(c))
            out[n++] = team[i];
        else
            n += (size_t)sprintf(out + n, "%%%02X", c);
    }
    out[n] = '\0';
    return true;
}

/* Nothing that is read, nor what else is written. */
static struct lewis_output *
open_file(const struct teams *teams, const char *path,
          struct lewis_error *error)
{
    if (places_spare(teams->places, path, "-o"))
        return cleanup_open(path, error);
    set_error(error, LEWIS_EINVALID,
              N_("a team's file would go there; name another folder with -o"));
    return NULL;
}

static struct lewis_output *
open_team(struct teams *teams, const char *team, size_t size,
          struct lewis_error *error)
{
    struct team *made = &teams->team[teams->count];
    char name[LONGEST], *path;
    size_t room;

    if (teams->count == TEAMS_MOST)
        return set_error(error, LEWIS_EINVALID,
                         N_("there are more than 400 teams; is the column "
                            "team what you take it for? Score without "
                            "--split-by")),
               NULL;
    if (!file_name(name, team, size))
        return set_error(error, LEWIS_EINVALID,
                         N_("the name of a team is too long for a file")),
               NULL;
    room = strlen(teams->folder) + LONGEST + strlen(teams->ending) + 3;
    path = malloc(room);
    made->name = malloc(size + 1);
    if (path == NULL || made->name == NULL) {
        free(path);
        free(made->name);
        return set_error(error, LEWIS_ENOMEM, N_("out of memory")), NULL;
    }
    memcpy(made->name, team, size);
    made->size = size;
    snprintf(path, room, "%s/%s.%s", teams->folder, name, teams->ending);
    made->output = open_file(teams, path, error);
    free(path);
    if (made->output == NULL)
        free(made->name);
    else
        teams->last = teams->count++;
    return made->output;
}

static bool
is_team(const struct team *team, const char *name, size_t size)
{
    return team->size == size && memcmp(team->name, name, size) == 0;
}

struct lewis_output *
teams_output(const char *team, size_t size, bool *fresh, void *payload,
             struct lewis_error *error)
{
    struct teams *teams = payload;

    *fresh = false;
    if (teams->count > 0 && is_team(&teams->team[teams->last], team, size))
        return teams->team[teams->last].output;
    for (size_t i = 0; i < teams->count; i++)
        if (is_team(&teams->team[i], team, size)) {
            teams->last = i;
            return teams->team[i].output;
        }
    *fresh = true;
    return open_team(teams, team, size, error);
}

void
teams_end(struct teams *teams)
{
    for (size_t i = 0; i < teams->count; i++) {
        cleanup_close(teams->team[i].output);
        free(teams->team[i].name);
    }
    teams->count = 0;
    if (teams->made)
        rmdir(teams->folder); /* not when files are in it */
}
