/* role_hint.c - which heading may name people, or their team.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "role_hint.h"

#include <stdio.h>
#include <string.h>

#include <lewis/text.h>

enum { WORDS = 16, LONGEST = 24 };

/* What such a column is called, in English and Dutch. */
static const char *const words[][WORDS] = {
    [HINT_ID] = {"name", "naam", "first name", "voornaam", "nickname",
                 "username", "code", "email", "e-mail", "mail", "respondent",
                 "participant", "deelnemer", "person", "persoon", NULL},
    [HINT_TEAM] = {"team", "group", "groep", "department", "afdeling", "unit",
                   "division", "divisie", "site", "vestiging", NULL},
};
static const char *const role_name[] = {"id", "team"};

static bool
is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

/* Is a word of the list a word of the heading? */
static bool
sounds_like(const char *heading, enum role_hint role)
{
    for (const char *at = heading; *at != '\0'; at++)
        for (size_t w = 0; words[role][w] != NULL; w++) {
            size_t size = strlen(words[role][w]);

            if ((at == heading || !is_letter(at[-1])) && strlen(at) >= size &&
                lewis_text_same_start(at, words[role][w], size) &&
                !is_letter(at[size]))
                return true;
        }
    return false;
}

/* "Team name" is a team's. */
static bool
fits(const char *heading, enum role_hint role)
{
    return sounds_like(heading, role) &&
           (role == HINT_TEAM || !sounds_like(heading, HINT_TEAM));
}

static bool
is_alone(const struct lewis_answers *answers, size_t column)
{
    const char *name = lewis_answers_column(answers, column);

    for (size_t c = 0; c < lewis_answers_column_count(answers); c++)
        if (c != column &&
            lewis_text_same(lewis_answers_column(answers, c), name))
            return false;
    return true;
}

const char *
role_hint(const struct lewis_answers *answers, enum role_hint role,
          bool *likely, char out[ROLE_HINT])
{
    *likely = false;
    snprintf(out, ROLE_HINT, "COLUMN,%s,", role_name[role]);
    for (size_t c = 0; c < lewis_answers_column_count(answers); c++) {
        const char *name = lewis_answers_column(answers, c);

        if (*likely || !fits(name, role) ||
            lewis_answers_use(answers, c).use != LEWIS_USE_NONE)
            continue;
        *likely = true;
        if (strlen(name) > LONGEST || strpbrk(name, ",;\t\"\r\n") != NULL ||
            !is_alone(answers, c))
            snprintf(out, ROLE_HINT, "#%zu,%s,", c + 1, role_name[role]);
        else
            snprintf(out, ROLE_HINT, "%s,%s,", name, role_name[role]);
    }
    return out;
}
