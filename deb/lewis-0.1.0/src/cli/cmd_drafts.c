/* cmd_drafts.c - lewis drafts: questionnaires that were begun here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <lewis/draft.h>
#include <lewis/spelling.h>

#include "content.h"
#include "option.h"
#include "say.h"

enum { CELL = 64, WHEN = 32 };

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

static const char *
state_of(const struct lewis_draft_info *draft)
{
    return draft->busy ? ", open now" : draft->done ? ", done" : "";
}

static void
print_row(const struct lewis_draft_info *draft)
{
    char when[WHEN], name[CELL + LEWIS_DRAFT_NAME];

    printf("%s  %s  %zu of %zu%s  %s\n", draft->id,
           time_of(draft, when, sizeof when), draft->answered, draft->items,
           state_of(draft), harmless(draft->name, name, sizeof name));
}

static int
list(char **ids, int count)
{
    struct lewis_draft_info *drafts;
    struct lewis_error error;
    size_t n;
    int status = EXIT_DONE;

    (void)ids;
    if (count > 0)
        return say_usage(&cmd_drafts, "list takes no names");
    if (!lewis_draft_list(NULL, &drafts, &n, &error))
        return say_error(&error);
    for (size_t i = 0; i < n; i++)
        if (drafts[i].readable) {
            print_row(&drafts[i]);
        } else {
            say_error(&drafts[i].why);
            status = EXIT_DATA;
        }
    if (n == 0)
        say("there are no drafts");
    lewis_draft_list_free(drafts);
    return status;
}

static void
print_head(const struct lewis_draft_info *draft)
{
    char when[WHEN], line[CELL + LEWIS_DRAFT_NAME];

    printf("draft      %s%s\n", draft->id, state_of(draft));
    printf("bank       %s %s\n", draft->bank, draft->version);
    printf("begun      %s\n", time_of(draft, when, sizeof when));
    if (draft->name[0] != '\0')
        printf("name       %s\n", harmless(draft->name, line, sizeof line));
    if (draft->team[0] != '\0')
        printf("team       %s\n", harmless(draft->team, line, sizeof line));
    printf("answered   %zu of %zu\n", draft->answered, draft->items);
}

static void
print_answers(const struct lewis_session *session)
{
    const struct lewis_bank *bank = lewis_session_bank(session);
    const struct lewis_answer *answer = lewis_session_answers(session);
    char cell[LEWIS_CELL];

    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const struct lewis_item *item = lewis_bank_item(bank, i);
        lewis_answer_print(item, &answer[i], cell);
        printf("%-10s %s\n", item->id,
               answer[i].count > 0 ? cell
               : lewis_session_given(session, i) == LEWIS_SKIPPED
                   ? "(left out)"
                   : "(open)");
    }
    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
        if (lewis_session_ask_given(session, i) == LEWIS_ANSWERED)
            printf("%-10s %s\n", lewis_bank_ask(bank, i)->id,
                   lewis_session_reply(session, i));
}

/* The answers too, when the bank is there as it was. */
static int
show_draft(const struct lewis_shelf *shelf,
           const struct lewis_draft_info *draft)
{
    struct lewis_bank *bank = content_bank(shelf, draft->bank);
    struct lewis_session *session = NULL;
    struct lewis_error error;

    print_head(draft);
    if (bank != NULL) {
        session = lewis_draft_read(NULL, draft->id, bank, &error);
        if (session != NULL)
            print_answers(session);
        else
            say_error(&error);
    }
    lewis_session_free(session);
    lewis_bank_free(bank);
    return session != NULL ? EXIT_DONE : EXIT_DATA;
}

static int
report_id(const char *id)
{
    say("there is no draft \"%.100s\"; \"lewis drafts list\" shows them", id);
    return EXIT_TROUBLE;
}

static int
show_id(const struct lewis_shelf *shelf, const struct lewis_draft_info *drafts,
        size_t n, const char *id)
{
    size_t i = 0;

    while (i < n && strcmp(drafts[i].id, id) != 0)
        i++;
    if (i == n)
        return report_id(id);
    if (drafts[i].readable)
        return show_draft(shelf, &drafts[i]);
    say_error(&drafts[i].why);
    return EXIT_DATA;
}

static int
show(char **ids, int count)
{
    struct lewis_draft_info *drafts = NULL;
    struct lewis_error error;
    struct lewis_shelf *shelf;
    size_t n = 0;
    int status = EXIT_DONE;

    if (count == 0)
        return say_usage(&cmd_drafts, "show which draft?");
    shelf = lewis_shelf_open(&error);
    if (shelf == NULL || !lewis_draft_list(NULL, &drafts, &n, &error))
        status = say_error(&error);
    for (int i = 0; i < count && status == EXIT_DONE; i++)
        status = show_id(shelf, drafts, n, ids[i]);
    lewis_draft_list_free(drafts);
    lewis_shelf_free(shelf);
    return status;
}

static int
delete(char **ids, int count)
{
    struct lewis_error error;

    if (count == 0)
        return say_usage(&cmd_drafts, "delete which draft?");
    for (int i = 0; i < count; i++) {
        if (!lewis_draft_delete(NULL, ids[i], &error))
            return say_error(&error);
        say("deleted: %s", ids[i]);
    }
    return EXIT_DONE;
}

static const struct {
    const char *verb;
    int (*run)(char **ids, int count);
} verbs[] = {
    {"list", list},
    {"show", show},
    {"delete", delete},
};
enum { VERBS = sizeof verbs / sizeof verbs[0] };

static int
report_verb(const char *verb)
{
    const char *known[VERBS], *near;

    for (size_t i = 0; i < VERBS; i++)
        known[i] = verbs[i].verb;
    near = lewis_spelling_nearest(verb, known, VERBS);
    if (near != NULL)
        return say_usage(&cmd_drafts,
                         "there is no \"%s\"; did you mean \"%s\"?", verb,
                         near);
    return say_usage(&cmd_drafts,
                     "there is no \"%s\"; there are list, show and delete",
                     verb);
}

static int
run(int argc, char **argv)
{
    const struct option_row rows[] = {{0}};
    int first, status = option_read(&cmd_drafts, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    if (first == argc)
        return say_usage(&cmd_drafts, "list, show or delete?");
    for (size_t v = 0; v < VERBS; v++)
        if (strcmp(verbs[v].verb, argv[first]) == 0)
            return verbs[v].run(argv + first + 1, argc - first - 1);
    return report_verb(argv[first]);
}

const struct cmd cmd_drafts = {
    .name = "drafts",
    .usage = "list | show DRAFT... | delete DRAFT...",
    .summary = "Questionnaires begun here: list, show, delete",
    .help =
        "  list           what was begun with \"lewis take\" and is kept, the "
        "newest\n"
        "                 first\n"
        "  show DRAFT     what it is, and its answers\n"
        "  delete DRAFT   take it away for good\n"
        "\n"
        "Drafts are files of yours alone in $XDG_STATE_HOME/lewis/drafts, or\n"
        "~/.local/state/lewis/drafts. Go on with one by \"lewis take "
        "--resume\".\n"
        "\n"
        "Exit status: 0 done; 1 a draft cannot be read; 2 trouble.\n"
        "\n"
        "  lewis drafts list\n",
    .run = run,
};
