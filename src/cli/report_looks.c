/* report_looks.c - how a report is to look and where it goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report_looks.h"

#include <stdlib.h>
#include <time.h>

#include <lewis/text.h>

#include "cleanup.h"
#include "say.h"

static const char *const papers[] = {
    [LEWIS_PAPER_A4] = "a4",
    [LEWIS_PAPER_LETTER] = "letter",
};

static const char *const themes[] = {
    [LEWIS_THEME_SCREEN] = "screen",
    [LEWIS_THEME_DARK] = "",
    [LEWIS_THEME_GREY] = "grey",
};

static const char *const editions[] = {
    [LEWIS_EDITION_TEAM] = "team",
    [LEWIS_EDITION_SELF] = "self",
    [LEWIS_EDITION_TRAINER] = "trainer",
};

static const char *const formats[] = {
    [LEWIS_DOCUMENT_PDF] = "pdf",
    [LEWIS_DOCUMENT_HTML] = "html",
    [LEWIS_DOCUMENT_JSON] = "json",
};

/* The place of a word in a table; -1: it is not there. */
static int
find(const char *const table[], int count, const char *word)
{
    for (int i = 0; i < count; i++)
        if (lewis_text_same(table[i], word) && *word != '\0')
            return i;
    return -1;
}

static int
settle_looks(const struct cmd *cmd, struct report_looks *looks)
{
    int paper = looks->paper_name == NULL
                    ? LEWIS_PAPER_A4
                    : find(papers, 2, looks->paper_name);
    int theme = looks->theme_name == NULL
                    ? LEWIS_THEME_SCREEN
                    : find(themes, 3, looks->theme_name);

    if (paper < 0)
        return say_usage(cmd, "--paper is a4 or letter, not \"%s\"",
                         looks->paper_name);
    if (theme < 0)
        return say_usage(cmd, "--theme is screen or grey, not \"%s\"",
                         looks->theme_name);
    looks->options.paper = (enum lewis_paper)paper;
    looks->options.theme = (enum lewis_theme)theme;
    return -1;
}

static int
settle_kind(const struct cmd *cmd, struct report_looks *looks)
{
    int kind = looks->format == NULL ? -1 : find(formats, 3, looks->format);

    if (looks->format != NULL && kind < 0)
        return say_usage(cmd, "--format is pdf, html or json, not \"%s\"",
                         looks->format);
    if (kind >= 0)
        looks->kind = (enum lewis_document_kind)kind;
    else if (looks->path != NULL &&
             !lewis_document_parse(looks->path, &looks->kind))
        return say_usage(cmd, "-o %s: the name must end in .pdf, .html or "
                              ".json, or give --format",
                         looks->path);
    return -1;
}

/* The day in UTC: of SOURCE_DATE_EPOCH, or today. */
static void
settle_date(struct report_looks *looks)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t now = time(NULL);
    struct tm utc;
    char *end;

    if (epoch != NULL && *epoch >= '0' && *epoch <= '9') {
        long long seconds = strtoll(epoch, &end, 10);

        if (*end == '\0' && seconds < 253402300800)
            now = (time_t)seconds;
    }
    looks->options.date = looks->date_text;
    if (looks->date_text == NULL && gmtime_r(&now, &utc) != NULL &&
        strftime(looks->date, sizeof looks->date, "%Y-%m-%d", &utc) > 0)
        looks->options.date = looks->date;
}

int
report_looks_settle(const struct cmd *cmd, struct report_looks *looks)
{
    int status = settle_kind(cmd, looks);

    if (status < 0)
        status = settle_looks(cmd, looks);
    if (status < 0)
        settle_date(looks);
    return status;
}

int
report_looks_edition(const struct cmd *cmd, const char *name,
                     enum lewis_edition *edition)
{
    int found = name == NULL ? LEWIS_EDITION_TEAM : find(editions, 3, name);

    if (found < 0)
        return say_usage(cmd, "--edition is team, self or trainer, not \"%s\"",
                         name);
    *edition = (enum lewis_edition)found;
    return -1;
}

const char *
report_looks_ending(enum lewis_document_kind kind)
{
    return formats[kind];
}

bool
report_looks_write(const struct report_looks *looks,
                   struct lewis_document *document, struct lewis_ruler *ruler,
                   const char *path, bool many, struct lewis_error *error)
{
    struct lewis_output *output = cleanup_open(path, error);
    bool done = output != NULL &&
                lewis_render_document(document, looks->kind, ruler, output,
                                      error) &&
                (many ? cleanup_commit_unsynced(output, error)
                      : cleanup_commit(&output, 1, error));

    cleanup_close(output);
    return done;
}

struct lewis_agenda *
report_looks_agenda(const struct lewis_shelf *shelf)
{
    struct lewis_error error;
    const char *path = lewis_shelf_find(shelf, "agenda", &error);
    struct lewis_agenda *agenda =
        path == NULL ? NULL : lewis_agenda_load(path, &error);

    if (agenda == NULL)
        say_error(&error);
    return agenda;
}

void
report_looks_missing(const struct lewis_ruler *ruler)
{
    struct lewis_missing missing;

    for (size_t i = 0; lewis_ruler_missing(ruler, i, &missing); i++)
        say("no font here has %s; %s has them (Debian and Ubuntu: %s)",
            missing.letters, missing.font, missing.package);
}
