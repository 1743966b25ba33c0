/* teams.c - one file a team.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <lewis/text.h>

#include "cleanup.h"
#include "file_name.h"
#include "say.h"
#include "teams.h"

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
is_given(const struct teams *teams, const char *name)
{
    for (size_t i = 0; i < teams->count; i++)
        if (lewis_text_same(teams->team[i].file, name))
            return true;
    return false;
}

/* Two teams whose files would have one name: the second is "R_D-2". */
static void
name_file(struct teams *teams, const char *team, size_t size,
          char file[TEAMS_FILE])
{
    char name[FILE_NAME_ROOM];

    file_name_make(name, team, size);
    if (*name == '\0')
        strcpy(name, "no-team");
    strcpy(file, name);
    for (size_t i = 2; is_given(teams, file); i++)
        snprintf(file, TEAMS_FILE, "%s-%zu", name, i);
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
    char *path;
    size_t room;

    if (teams->count == TEAMS_MOST)
        return set_error(error, LEWIS_EINVALID,
                         N_("there are more than 400 teams; is the column "
                            "team what you take it for? Score without "
                            "--split-by")),
               NULL;
    room = strlen(teams->folder) + TEAMS_FILE + strlen(teams->ending) + 3;
    path = malloc(room);
    made->name = malloc(size + 1);
    if (path == NULL || made->name == NULL) {
        free(path);
        free(made->name);
        return set_error(error, LEWIS_ENOMEM, N_("out of memory")), NULL;
    }
    memcpy(made->name, team, size);
    made->size = size;
    name_file(teams, team, size, made->file);
    snprintf(path, room, "%s/%s.%s", teams->folder, made->file,
             teams->ending);
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
