/* start.c - from options to a session before its first page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/start.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include <lewis/handin.h>

#include "cli/content.h"
#include "cli/language.h"
#include "cli/say.h"
#include "cli/take/command.h"
#include "cli/take/found.h"

enum { LANGUAGES = 64 };

static const char usual_bank[] = "lmr-30";

/* The language asked for, else that of the environment; one of the bank's. One
 * asked for that it does not have is told, so this is called once. */
static const char *
find_language(const struct lewis_bank *bank, const char *asked)
{
    struct lewis_text tags[LANGUAGES + 1] = {{NULL, NULL}};
    size_t count = lewis_bank_language_count(bank);

    for (size_t i = 0; i < count && i < LANGUAGES; i++)
        tags[i].lang = tags[i].text = lewis_bank_language(bank, i);
    content_bank_language(bank, asked);
    return lewis_text_in(tags, asked != NULL ? asked : language_of_locale());
}

/* A number for the order shown. */
static bool
find_seed(const char *asked, uint64_t *seed)
{
    char *end;

    if (asked == NULL) {
        if (getentropy(seed, sizeof *seed) == 0)
            return true;
        say("no random numbers to be had: %s; give a number with --seed",
            strerror(errno));
        return false;
    }
    errno = 0;
    *seed = strtoull(asked, &end, 10);
    if (*asked >= '0' && *asked <= '9' && *end == '\0' && errno == 0)
        return true;
    say("--seed %.40s: that is not a whole number from 0 to "
        "18446744073709551615",
        asked);
    return false;
}

static int
begin(struct take *take, const struct scoring *scoring,
      const struct take_asked *asked, const char *lang)
{
    struct lewis_session_options options = {
        .lang = lang,
        .id = asked->name,
        .team = asked->team,
    };
    struct lewis_error error;

    if (!find_seed(asked->seed, &options.seed))
        return EXIT_TROUBLE;
    take->session = lewis_session_new(scoring->bank, &options, &error);
    if (take->session == NULL)
        return say_error(&error);
    take->draft =
        lewis_draft_begin(NULL, take->session, (int64_t)time(NULL), &error);
    return take->draft == NULL ? say_error(&error) : EXIT_DONE;
}

/* 'lang' is the language asked for; NULL: that of the draft stays. */
static int
go_on(struct take *take, const struct scoring *scoring, const char *lang,
      const char *id)
{
    struct lewis_error error;

    take->draft = lewis_draft_resume(NULL, id, scoring->bank, &take->session,
                                     &error);
    if (take->draft == NULL)
        return say_error(&error);
    if (lang != NULL)
        take_do(take, LEWIS_ACT_LANGUAGE, 0, lang);
    take->note[0] = '\0';
    return EXIT_DONE;
}

/* Will the answers have a place in their file? Better told before the questions
 * than after. (What happens to it meanwhile is told then.) */
static bool
output_fits(const char *path, const struct lewis_bank *bank)
{
    struct lewis_error error;

    if (path == NULL ||
        lewis_handin_check(path, bank, LEWIS_HANDIN_WAIT_MS, &error))
        return true;
    say_error(&error);
    return false;
}

static bool
open_bank(const struct take *take, struct scoring *scoring, const char *bank)
{
    scoring->bank_name = bank;
    return scoring_open(scoring) && output_fits(take->output, scoring->bank);
}

/* --resume: the draft names the bank. */
static int
resume(struct take *take, struct scoring *scoring,
       const struct take_asked *asked)
{
    struct lewis_draft_info draft;
    const char *bank = NULL;

    if (asked->bank != NULL) {
        if (!open_bank(take, scoring, asked->bank))
            return EXIT_TROUBLE;
        bank = lewis_bank_id(scoring->bank);
    }
    if (!take_found_named(asked->draft, bank, &draft) ||
        (bank == NULL && !open_bank(take, scoring, draft.bank)))
        return EXIT_TROUBLE;
    return go_on(take, scoring,
                 asked->lang != NULL ? find_language(scoring->bank, asked->lang)
                                     : NULL,
                 draft.id);
}

/* A draft of the same bank is offered first. */
static int
start(struct take *take, struct scoring *scoring,
      const struct take_asked *asked)
{
    struct lewis_draft_info draft;
    enum take_found found = TAKE_FOUND_NONE;
    const char *lang;

    if (!open_bank(take, scoring,
                   asked->bank != NULL ? asked->bank : usual_bank))
        return EXIT_TROUBLE;
    lang = find_language(scoring->bank, asked->lang);
    if (!asked->fresh)
        found = take_found_offer(take, scoring->bank, asked->name,
                                 asked->lang != NULL ? lang : NULL, &draft);
    if (found == TAKE_FOUND_LEFT)
        return EXIT_UNFINISHED;
    if (found == TAKE_FOUND_GO_ON)
        return go_on(take, scoring, asked->lang != NULL ? lang : NULL,
                     draft.id);
    return begin(take, scoring, asked, lang);
}

int
take_start(struct take *take, struct scoring *scoring,
           const struct take_asked *asked)
{
    int status = asked->resume ? resume(take, scoring, asked)
                               : start(take, scoring, asked);

    take->atlas = scoring->atlas;
    return status;
}

static void
say_words(const char *words, const char *what)
{
    struct lewis_error line = {0};

    snprintf(line.text, sizeof line.text, words, what);
    say_error(&line);
}

void
take_start_say_left(const struct take *take, const struct take_asked *asked)
{
    const struct take_words *words = take_words(take);
    struct lewis_progress all =
        lewis_session_progress(take->session, LEWIS_NO_SECTION);
    char command[TAKE_COMMAND];

    if (take_is_untouched(take) &&
        lewis_session_stage(take->session) == LEWIS_STAGE_LEFT) {
        say("%s", words->left_empty);
        lewis_draft_finish(take->draft, NULL);
        return;
    }
    take_command_go_on(take, asked, command);
    say(words->left, all.answered, all.items);
    say_words(words->resume, command);
}
