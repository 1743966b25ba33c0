/* cmd_take.c - lewis take: taking a questionnaire in the terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/take/end.h"
#include "cli/take/start.h"
#include "cli/take/take.h"
#include "option.h"
#include "say.h"

/* A terminal without any means is what screen readers have. */
static bool
is_dumb(void)
{
    const char *term = getenv("TERM");

    return term != NULL && strcmp(term, "dumb") == 0;
}

/* Keys need a terminal at both ends, and eyes. */
static bool
wants_lines(bool accessible)
{
    return accessible || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO);
}

/* All is answered: the file first, so that what comes after cannot lose it. */
static int
end(struct take *take, const struct scoring *scoring,
    const struct take_asked *asked)
{
    int status = take->output != NULL ? take_end_hand_in(take) : EXIT_DONE;
    int shown = take_end_result(take, scoring);

    if (status == EXIT_TROUBLE)
        take_start_say_left(take, asked);
    else
        take_end_say_kept(take, asked);
    if (shown == EXIT_DONE)
        take_end_offer(take, scoring);
    return status == EXIT_DONE ? shown : status;
}

static int
run_take(struct take *take, struct scoring *scoring,
         const struct take_asked *asked)
{
    int status = take_start(take, scoring, asked);

    if (status != EXIT_DONE)
        return status;
    if (lewis_session_stage(take->session) == LEWIS_STAGE_DONE)
        take_end_say_finished(take);
    status = take->lines ? take_line_run(take) : take_keys_run(take);
    if (status == EXIT_DONE)
        return end(take, scoring, asked);
    take_start_say_left(take, asked);
    return status;
}

static int
check(const struct take *take, const struct take_asked *asked, int operands)
{
    if (operands > 0 && !asked->resume)
        return say_usage(&cmd_take, "no file is needed; answers are typed "
                                    "here, and -o FILE keeps them");
    if (operands > 1)
        return say_usage(&cmd_take, "one draft at a time");
    if (asked->resume && (asked->fresh || asked->seed != NULL ||
                          asked->name != NULL || asked->team != NULL))
        return say_usage(&cmd_take, "a draft has its own name, team and seed: "
                                    "--resume goes without --new, --name, "
                                    "--team and --seed");
    return terminal_check(&cmd_take, &take->terminal);
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct take take = {0};
    struct take_asked asked = {0};
    bool accessible = terminal_accessible() || is_dumb();
    const char *picture = NULL;
    const struct option_row rows[] = {
        {"bank", 'b', OPTION_TEXT, &asked.bank},
        {"lang", '\0', OPTION_TEXT, &asked.lang},
        {"name", '\0', OPTION_TEXT, &asked.name},
        {"team", '\0', OPTION_TEXT, &asked.team},
        {"output", 'o', OPTION_TEXT, &take.output},
        {"resume", '\0', OPTION_FLAG, &asked.resume},
        {"new", '\0', OPTION_FLAG, &asked.fresh},
        {"seed", '\0', OPTION_TEXT, &asked.seed},
        {"accessible", '\0', OPTION_FLAG, &accessible},
        {"ascii", '\0', OPTION_FLAG, &take.terminal.ascii},
        {"picture", '\0', OPTION_TEXT, &picture},
        TERMINAL_OPTIONS(take.terminal),
        {0},
    };
    int first, status = option_read(&cmd_take, argc, argv, rows, &first);

    if (status < 0)
        status = check(&take, &asked, argc - first);
    if (status < 0)
        status = terminal_chart_way(&cmd_take, picture, &take.picture);
    if (status >= 0)
        return status;
    if (accessible && picture == NULL)
        take.picture = PICTURE_NONE;
    asked.draft = argc > first ? argv[first] : NULL;
    take.spoken = accessible;
    take.lines = wants_lines(accessible);
    take.keys = keys_open();
    status = take.keys == NULL ? (say("out of memory"), EXIT_TROUBLE)
                               : run_take(&take, &scoring, &asked);
    lewis_draft_free(take.draft);
    lewis_session_free(take.session);
    scoring_close(&scoring);
    keys_close(take.keys);
    return status;
}

const struct cmd cmd_take = {
    .name = "take",
    .usage = N_("[OPTION]...\n       lewis take --resume [DRAFT]"),
    .summary = N_("Take a questionnaire here, and see where you stand"),
    /* clang-format off */
    .help = {
        N_(
        "One question at a time, with one key an answer. You can go back, stop "
        "and go\n"
        "on another day: every answer is kept at once, in a draft of yours "
        "that\n"
        "nobody else reads. At the end you see your result.\n"
        "\n"
        "  -b, --bank NAME|FILE   the questionnaire (default lmr-30, ten "
        "minutes;\n"
        "                         lmr-12 takes three and says less)\n"
        "      --lang LANG        language of the questions (en, nl; default: "
        "that of\n"
        "                         your locale, else the bank's first); l "
        "changes it\n"
        "      --name NAME        your name or code, for the answer file\n"
        "      --team TEAM        your team or group\n"
        "  -o, --output FILE      add the answers to this file at the end: "
        "FILE.csv, or\n"
        "                         FILE.jsonl (JSON Lines, with times); many "
        "people may\n"
        "                         add to one file at once\n"
        "      --resume [DRAFT]   go on with that draft, or the newest; one "
        "that is\n"
        "                         finished shows its result again\n"
        "      --new              do not ask about drafts, begin afresh\n"
        "      --seed N           the order of questions and statements, to "
        "have the\n"
        "                         same again (default: random)\n"
        "      --accessible       plain lines instead of a screen with keys, "
        "and words\n"
        "                         instead of bars, for screen readers; also "
        "when\n"
        "                         ACCESSIBLE is set or TERM is dumb (answers "
        "from a\n"
        "                         pipe get plain lines, too)\n"
        "      --ascii            no special characters in bars and picture\n"
        "      --picture WAY      of the result: auto, kitty, iterm, sixel, "
        "cells\n"
        "                         (characters) or none; with --accessible "
        "none\n"
        ),
        TERMINAL_HELP,
        N_(
        "\n"
        "Exit status: 0 done; 1 done, but too little for a result; 2 trouble; "
        "3 not\n"
        "finished, the draft is kept.\n"
        "\n"
        "  lewis take\n"
        "  lewis take --bank lmr-12 --lang nl\n"
        "  lewis take --name Ann --team red -o answers.csv\n"
        "  lewis drafts list\n"
        ),
    },
    /* clang-format on */
    .run = run,
};
