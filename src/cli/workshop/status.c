/* status.c - lewis workshop status: who takes part; never answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <lewis/output.h>
#include <lewis/page.h>
#include <lewis/text.h>

#include "cli/say.h"
#include "cli/workshop/verb.h"

enum { WIDTH = 80, NUMBER = 24, MOST_NAME = 40 };

/* What is shown, and what it was made from: to see whether it changed. */
struct view {
    struct lewis_workshop_status status;
    struct lewis_workshop_count count[LEWIS_WORKSHOP_TEAMS];
};

static bool
read_view(struct lewis_workshop *workshop, struct view *view,
          struct lewis_error *error)
{
    memset(view, 0, sizeof *view);
    return lewis_workshop_status(workshop, &view->status, error) &&
           lewis_workshop_counts(workshop, view->count, error);
}

static void
add_state(struct lewis_page *page, const struct lewis_workshop_status *status)
{
    const char *const since[] = {status->created, status->opened,
                                 status->closed, status->purged};
    static const char *const said[] = {
        N_("draft since %s"), N_("open since %s"), N_("closed since %s"),
        N_("purged since %s")};
    char line[100];

    snprintf(line, sizeof line, _(said[status->state]), since[status->state]);
    lewis_page_add(page, LEWIS_INK_PLAIN, line);
    if (status->state == LEWIS_WORKSHOP_OPEN)
        lewis_page_add(page, LEWIS_INK_PLAIN,
                       status->revealed ? _(", revealed") : _(", not revealed"));
    lewis_page_end(page);
}

static void
add_head(struct lewis_page *page, const struct lewis_workshop *workshop,
         const struct view *view)
{
    const struct lewis_bank *bank = lewis_workshop_bank(workshop);

    lewis_page_add(page, LEWIS_INK_STRONG, lewis_workshop_title(workshop));
    lewis_page_end(page);
    add_state(page, &view->status);
    lewis_page_add(page, LEWIS_INK_QUIET, lewis_bank_id(bank));
    lewis_page_add(page, LEWIS_INK_QUIET, " ");
    lewis_page_add(page, LEWIS_INK_QUIET, lewis_bank_version(bank));
    lewis_page_add(page, LEWIS_INK_QUIET,
                   lewis_workshop_names(workshop) ? _(", with names")
                                                  : _(", without names"));
    lewis_page_end(page);
    lewis_page_end(page);
}

/* Right-aligned: ends before 'column'. */
static void
add_number(struct lewis_page *page, size_t column, size_t number)
{
    char digits[NUMBER];
    int size = snprintf(digits, sizeof digits, "%zu", number);

    lewis_page_pad(page, column - (size_t)size);
    lewis_page_add(page, LEWIS_INK_PLAIN, digits);
}

/* 'from' is the column behind the longest name. */
static void
add_row(struct lewis_page *page, size_t from, const char *name,
        const struct lewis_workshop_count *count)
{
    lewis_page_add(page, LEWIS_INK_PLAIN, name);
    add_number(page, from + 7, count->invited);
    add_number(page, from + 15, count->joined);
    add_number(page, from + 26, count->handed_in);
    add_number(page, from + 33, count->released);
    lewis_page_end(page);
}

/* Columns that the names take, at most MOST_NAME: longer ones push numbers
 * away. Bytes are no fewer than columns. */
static size_t
name_columns(const struct lewis_workshop *workshop)
{
    size_t most = 4;

    for (size_t t = 0; t < lewis_workshop_team_count(workshop); t++) {
        size_t size = strlen(lewis_workshop_team_name(workshop, t));
        most = size > most ? size : most;
    }
    return most < MOST_NAME ? most : MOST_NAME;
}

static void
add_table(struct lewis_page *page, const struct lewis_workshop *workshop,
          const struct view *view)
{
    size_t from = name_columns(workshop);
    size_t teams = lewis_workshop_team_count(workshop);
    struct lewis_workshop_count all = {0};

    lewis_page_add(page, LEWIS_INK_QUIET, _("team"));
    lewis_page_pad(page, from);
    /* TRANSLATORS: the words end in the same columns as here. */
    lewis_page_add(page, LEWIS_INK_QUIET,
                   _("  codes  joined  handed in  shown"));
    lewis_page_end(page);
    for (size_t t = 0; t < teams; t++) {
        const struct lewis_workshop_count *count = &view->count[t];
        add_row(page, from, lewis_workshop_team_name(workshop, t), count);
        all.invited += count->invited;
        all.joined += count->joined;
        all.handed_in += count->handed_in;
        all.released += count->released;
    }
    if (teams > 1)
        add_row(page, from, _("all"), &all);
}

static struct lewis_page *
make_page(const struct lewis_workshop *workshop, const struct view *view,
          struct lewis_error *error)
{
    struct lewis_page *page = lewis_page_new(WIDTH, error);

    if (page == NULL)
        return NULL;
    add_head(page, workshop, view);
    add_table(page, workshop, view);
    return page;
}

/* What was shown before is drawn over. */
static bool
print_text(const struct lewis_workshop *workshop, const struct view *view,
           bool again, struct lewis_error *error)
{
    struct lewis_page *page = make_page(workshop, view, error);

    if (page == NULL)
        return false;
    if (again && isatty(STDOUT_FILENO))
        printf("\033[%zuA\033[J", lewis_page_lines(page));
    else if (again)
        putchar('\n');
    fputs(lewis_page_text(page), stdout);
    fflush(stdout);
    lewis_page_free(page);
    return true;
}

static bool
print_json(struct lewis_workshop *workshop, struct lewis_error *error)
{
    struct lewis_output *output = lewis_output_open("-", error);
    bool printed = output != NULL &&
                   lewis_workshop_json(workshop, output, error) &&
                   lewis_output_commit(output, error);

    lewis_output_free(output);
    return printed;
}

/* Shows it, and, when it is to be watched, whatever changes until nothing more
 * can. */
static bool
show(struct lewis_workshop *workshop, bool json, bool watch,
     struct lewis_error *error)
{
    const struct timespec pause = {0, 500 * 1000 * 1000};
    struct view shown, now;
    bool again = false;

    do {
        if (!read_view(workshop, &now, error))
            return false;
        if (!again || memcmp(&shown, &now, sizeof now) != 0) {
            if (!(json ? print_json(workshop, error)
                       : print_text(workshop, &now, again, error)))
                return false;
            shown = now;
            again = true;
        }
        if (!watch || now.status.state >= LEWIS_WORKSHOP_CLOSED)
            return true;
        nanosleep(&pause, NULL);
    } while (!ferror(stdout));
    return true;
}

int
workshop_status(const struct workshop_options *options, const char *path)
{
    const char *format = options->looks.format;
    bool json = format != NULL && lewis_text_same(format, "json");
    struct lewis_error error;
    struct lewis_workshop *workshop;
    int status = EXIT_DONE;

    if (format != NULL && !json && !lewis_text_same(format, "text"))
        return say_usage(&cmd_workshop,
                         "--format of status is text or json, not \"%s\"",
                         format);
    workshop = lewis_workshop_load(path, &error);
    if (workshop == NULL || !show(workshop, json, options->watch, &error))
        status = say_error(&error);
    lewis_workshop_free(workshop);
    return status;
}
