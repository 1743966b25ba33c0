/* report_looks.h - how a report is to look and where it goes, as the options
 * say it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_REPORT_LOOKS_H
#define CLI_REPORT_LOOKS_H

#include <stdbool.h>

#include <lewis/agenda.h>
#include <lewis/document.h>
#include <lewis/render.h>
#include <lewis/report.h>
#include <lewis/shelf.h>

#include "cmd.h"

/* Zero-initialise. */
struct report_looks {
    const char *path, *paper_name, *theme_name, *format, *date_text;
    enum lewis_document_kind kind;
    struct lewis_document_options options; /* all but lang and measure */
    char date[16];
};

#define REPORT_LOOKS_OPTIONS(looks)                          \
    {"output", 'o', OPTION_TEXT, &(looks).path},             \
    {"format", '\0', OPTION_TEXT, &(looks).format},           \
    {"paper", '\0', OPTION_TEXT, &(looks).paper_name},       \
    {"theme", '\0', OPTION_TEXT, &(looks).theme_name},       \
    {"date", '\0', OPTION_TEXT, &(looks).date_text}

/* Checks what the options say, and finds out the kind, from --format or the
 * name of the file. -1: go on; else an exit status, said why. */
int report_looks_settle(const struct cmd *cmd, struct report_looks *looks);

/* The edition of that name; NULL is the team's. -1 as above. */
int report_looks_edition(const struct cmd *cmd, const char *name,
                         enum lewis_edition *edition);

/* "pdf", "html", "json": how a file of that kind ends. */
const char *report_looks_ending(enum lewis_document_kind kind);

/* Writes the document whole or not at all. 'many': one of very many. */
bool report_looks_write(const struct report_looks *looks,
                        struct lewis_document *document,
                        struct lewis_ruler *ruler, const char *path, bool many,
                        struct lewis_error *error);

/* What a trainer's plan is made of, from the shelf. NULL: said why. */
struct lewis_agenda *report_looks_agenda(const struct lewis_shelf *shelf);

/* Says what no font here could draw. */
void report_looks_missing(const struct lewis_ruler *ruler);

#endif
