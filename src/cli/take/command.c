/* command.c - commands for a person to type, as a shell reads them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/command.h"

#include <stdio.h>
#include <string.h>

#include <lewis/answers.h>

#include "cli/say.h"

/* A word as a shell reads it back. */
static size_t
add_word(char *command, size_t used, const char *word)
{
    bool plain = *word != '\0' &&
                 strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTU"
                              "VWXYZ0123456789-_./:") == strlen(word);

    if (used + 4 * strlen(word) + 4 > TAKE_COMMAND)
        return used;
    if (plain)
        return used + (size_t)sprintf(command + used, " %s", word);
    used += (size_t)sprintf(command + used, " '");
    for (; *word != '\0'; word++)
        used += (size_t)sprintf(command + used, *word == '\'' ? "'\\''" : "%c",
                                *word);
    return used + (size_t)sprintf(command + used, "'");
}

/* "lewis NAME", as it was started. */
static size_t
add_program(char *command, const char *name)
{
    size_t used = add_word(command, 0, say_program());

    memmove(command, command + 1, used--); /* the space before it */
    return add_word(command, used, name);
}

/* The bank when it was asked for by another name than its own: a draft knows
 * that. */
static const char *
bank_to_name(const struct take *take, const struct take_asked *asked)
{
    const char *id = lewis_bank_id(lewis_session_bank(take->session));

    return asked->bank == NULL || strcmp(asked->bank, id) == 0 ? NULL
                                                               : asked->bank;
}

/* The language when it is not the bank's first. */
static const char *
language_to_name(const struct take *take)
{
    const char *lang = lewis_session_language(take->session);
    const char *first =
        lewis_bank_language(lewis_session_bank(take->session), 0);

    return strcmp(lang, first) == 0 ? NULL : lang;
}

static size_t
add_option(char *command, size_t used, const char *option, const char *value)
{
    if (value == NULL)
        return used;
    return add_word(command, add_word(command, used, option), value);
}

void
take_command_go_on(const struct take *take, const struct take_asked *asked,
                   char command[TAKE_COMMAND])
{
    size_t used = add_program(command, "take");

    used = add_option(command, used, "--bank", bank_to_name(take, asked));
    used = add_option(command, used, "-o", take->output);
    add_option(command, used, "--resume", lewis_draft_id(take->draft));
}

/* Is there no other row in the file? */
static bool
is_only_row(const char *path, const struct lewis_bank *bank)
{
    struct lewis_answers *answers = lewis_answers_open(path, NULL);
    struct lewis_sheet sheet;
    bool only = answers != NULL && lewis_answers_bind(answers, bank, NULL) &&
                lewis_answers_next(answers, &sheet, NULL) &&
                !lewis_answers_next(answers, &sheet, NULL);

    lewis_answers_free(answers);
    return only;
}

bool
take_command_again(const struct take *take, const struct take_asked *asked,
                   bool handed_in, char command[TAKE_COMMAND])
{
    const char *id = lewis_session_id(take->session), *dot;
    size_t used;

    if (!handed_in) {
        used = add_program(command, "take");
        used = add_option(command, used, "--bank", bank_to_name(take, asked));
        add_option(command, used, "--resume", lewis_draft_id(take->draft));
        return true;
    }
    dot = strrchr(take->output, '.');
    if (dot == NULL || !lewis_text_same(dot, ".csv"))
        return false;
    used = add_program(command, "score");
    used = add_option(command, used, "--bank", bank_to_name(take, asked));
    used = add_option(command, used, "--lang", language_to_name(take));
    if (*id != '\0')
        used = add_option(command, used, "--person", id);
    else if (is_only_row(take->output, lewis_session_bank(take->session)))
        used = add_word(command, used, "--me");
    else
        return false;
    add_word(command, used, take->output);
    return true;
}
