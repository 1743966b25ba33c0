/* cmd_drafts.c - lewis drafts: questionnaires that were begun here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <lewis/draft.h>

#include "cli/take/words.h"
#include "choice.h"
#include "content.h"
#include "language.h"
#include "option.h"
#include "say.h"

enum { CELL = 64, WHEN = 32, GAP = 11 };

/* What a verb works with. */
struct request {
    const struct take_words *words;
    char **ids;
    int count;
};

/* A name from a file, made harmless for a terminal. */
static const char *
harmless(const char *text, char *line, size_t size)
{
    struct lewis_error error = {0};

    snprintf(error.text, sizeof error.text, "%.300s", text);
    return lewis_error_print(&error, line, size);
}

static const char *
time_of(const struct lewis_draft_info *draft, char *text, size_t size)
{
    time_t when = (time_t)draft->started;
    struct tm local;

    *text = '\0';
    if (localtime_r(&when, &local) != NULL)
        strftime(text, size, "%Y-%m-%d %H:%M", &local);
    return text;
}

/* ", open now", ", done". */
static void
print_state(const struct take_words *words,
            const struct lewis_draft_info *draft)
{
    if (draft->busy)
        tell(", %s", words->drafts_busy);
    else if (draft->done)
        tell(", %s", words->drafts_done);
}

static void
print_row(const struct take_words *words, const struct lewis_draft_info *draft)
{
    char when[WHEN], name[CELL + LEWIS_DRAFT_NAME];

    tell("%s  %s  ", draft->id, time_of(draft, when, sizeof when));
    tell(words->drafts_count, draft->answered, draft->items);
    print_state(words, draft);
    tell("%s%s\n", draft->name[0] != '\0' ? "  " : "",
         harmless(draft->name, name, sizeof name));
}

static int
list(const struct request *request)
{
    struct lewis_draft_info *drafts;
    struct lewis_error error;
    size_t n;
    int status = EXIT_DONE;

    if (request->count > 0)
        return say_usage(&cmd_drafts, "list takes no names");
    if (!lewis_draft_list(NULL, &drafts, &n, &error))
        return say_error(&error);
    for (size_t i = 0; i < n; i++)
        if (drafts[i].readable) {
            print_row(request->words, &drafts[i]);
        } else {
            say_error(&drafts[i].why);
            status = EXIT_DATA;
        }
    if (n == 0)
        say("%s", request->words->drafts_none);
    lewis_draft_list_free(drafts);
    return status;
}

/* "bank       lmr-12 0.2.1" */
static void
print_line(const char *label, const char *text)
{
    tell("%-*s%s\n", GAP, label, text);
}

static void
print_head(const struct take_words *words,
           const struct lewis_draft_info *draft)
{
    char line[CELL + LEWIS_DRAFT_NAME];

    tell("%-*s%s", GAP, words->drafts_draft, draft->id);
    print_state(words, draft);
    tell("\n%-*s%s %s\n", GAP, words->drafts_bank, draft->bank,
         draft->version);
    print_line(words->drafts_begun, time_of(draft, line, WHEN));
    if (draft->name[0] != '\0')
        print_line(words->drafts_name,
                   harmless(draft->name, line, sizeof line));
    if (draft->team[0] != '\0')
        print_line(words->drafts_team,
                   harmless(draft->team, line, sizeof line));
    tell("%-*s", GAP, words->drafts_answered);
    tell(words->drafts_count, draft->answered, draft->items);
    tell("\n");
}

/* In the notation of answers; what is not there, in a word. */
static const char *
print_answer(const struct take_words *words,
             const struct lewis_session *session, size_t item,
             char cell[LEWIS_CELL + CELL])
{
    const struct lewis_answer *answer = &lewis_session_answers(session)[item];
    const char *none = words->open_mark;

    if (answer->count > 0)
        return lewis_answer_print(
            lewis_bank_item(lewis_session_bank(session), item), answer, cell);
    if (lewis_session_half(session, item)->count > 0)
        none = words->half_mark;
    else if (lewis_session_given(session, item) == LEWIS_SKIPPED)
        none = words->drafts_left_out;
    snprintf(cell, LEWIS_CELL + CELL, "(%s)", none);
    return cell;
}

static void
print_answers(const struct take_words *words,
              const struct lewis_session *session)
{
    const struct lewis_bank *bank = lewis_session_bank(session);
    char cell[LEWIS_CELL + CELL];

    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        print_line(lewis_bank_item(bank, i)->id,
                   print_answer(words, session, i, cell));
    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
        if (lewis_session_ask_given(session, i) == LEWIS_ANSWERED)
            print_line(lewis_bank_ask(bank, i)->id,
                       lewis_session_reply(session, i));
}

/* The answers too, when the bank is there as it was. */
static int
show_draft(const struct take_words *words, const struct lewis_shelf *shelf,
           const struct lewis_draft_info *draft)
{
    struct lewis_bank *bank = content_bank(shelf, draft->bank);
    struct lewis_session *session = NULL;
    struct lewis_error error;

    print_head(words, draft);
    if (bank != NULL) {
        session = lewis_draft_read(NULL, draft->id, bank, &error);
        if (session != NULL)
            print_answers(words, session);
        else
            say_error(&error);
    }
    lewis_session_free(session);
    lewis_bank_free(bank);
    return session != NULL ? EXIT_DONE : EXIT_DATA;
}

static int
report_id(const struct take_words *words, const char *id)
{
    say(words->drafts_unknown, id);
    return EXIT_TROUBLE;
}

static int
show_id(const struct take_words *words, const struct lewis_shelf *shelf,
        const struct lewis_draft_info *drafts, size_t n, const char *id)
{
    size_t i = 0;

    while (i < n && strcmp(drafts[i].id, id) != 0)
        i++;
    if (i == n)
        return report_id(words, id);
    if (drafts[i].readable)
        return show_draft(words, shelf, &drafts[i]);
    say_error(&drafts[i].why);
    return EXIT_DATA;
}

static int
show(const struct request *request)
{
    struct lewis_draft_info *drafts = NULL;
    struct lewis_error error;
    struct lewis_shelf *shelf;
    size_t n = 0;
    int status = EXIT_DONE;

    if (request->count == 0)
        return say_usage(&cmd_drafts, "show which draft?");
    shelf = lewis_shelf_open(&error);
    if (shelf == NULL || !lewis_draft_list(NULL, &drafts, &n, &error))
        status = say_error(&error);
    for (int i = 0; i < request->count && status == EXIT_DONE; i++)
        status =
            show_id(request->words, shelf, drafts, n, request->ids[i]);
    lewis_draft_list_free(drafts);
    lewis_shelf_free(shelf);
    return status;
}

static int
delete(const struct request *request)
{
    struct lewis_error error;

    if (request->count == 0)
        return say_usage(&cmd_drafts, "delete which draft?");
    for (int i = 0; i < request->count; i++) {
        if (!lewis_draft_delete(NULL, request->ids[i], &error))
            return say_error(&error);
        say(request->words->drafts_deleted, request->ids[i]);
    }
    return EXIT_DONE;
}

static const struct {
    const char *verb;
    int (*run)(const struct request *request);
} verbs[] = {
    {"list", list},
    {"show", show},
    {"delete", delete},
};
enum { VERBS = sizeof verbs / sizeof verbs[0] };

static int
report_verb(const char *verb)
{
    const char *known[VERBS];
    const struct choice choice = {
        N_("there is no \"%s\"; did you mean \"%s\"?"),
        N_("there is no \"%s\"; there are list, show and delete"),
        known, VERBS};

    for (size_t i = 0; i < VERBS; i++)
        known[i] = verbs[i].verb;
    return choice_refuse(&cmd_drafts, &choice, verb);
}

static int
run(int argc, char **argv)
{
    const char *lang = NULL;
    const struct option_row rows[] = {
        {"lang", '\0', OPTION_TEXT, &lang},
        {0},
    };
    struct request request;
    int first, status = option_read(&cmd_drafts, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    if (first == argc)
        return say_usage(&cmd_drafts, "list, show or delete?");
    request = (struct request){
        take_words_in(lang != NULL ? lang : language_of_locale()),
        argv + first + 1, argc - first - 1};
    for (size_t v = 0; v < VERBS; v++)
        if (strcmp(verbs[v].verb, argv[first]) == 0)
            return verbs[v].run(&request);
    return report_verb(argv[first]);
}

const struct cmd cmd_drafts = {
    .name = "drafts",
    .usage = N_("list | show DRAFT... | delete DRAFT..."),
    .summary = N_("Questionnaires begun here: list, show, delete"),
    /* clang-format off */
    .help = {
        N_(
        "  list           what was begun with \"lewis take\" and is kept, the "
        "newest\n"
        "                 first\n"
        "  show DRAFT     what it is, and its answers\n"
        "  delete DRAFT   take it away for good\n"
        "\n"
        "      --lang LANG   of the words here: en, nl; default: that of your "
        "locale\n"
        "\n"
        "Drafts are files of yours alone in $XDG_STATE_HOME/lewis/drafts, or\n"
        "~/.local/state/lewis/drafts. \"lewis take --resume DRAFT\" goes on "
        "with one;\n"
        "of one that is done it shows the result again, and its answers can no\n"
        "longer be changed.\n"
        "\n"
        "Exit status: 0 done; 1 a draft cannot be read; 2 trouble.\n"
        "\n"
        "  lewis drafts list\n"
        ),
    },
    /* clang-format on */
    .run = run,
};
