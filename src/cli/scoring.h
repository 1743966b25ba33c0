/* scoring.h - from file names and options to a run over all rows: what score
 * and chart have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SCORING_H
#define CLI_SCORING_H

#include <stdbool.h>

#include <lewis/batch.h>
#include <lewis/shelf.h>

#include "cmd.h"
#include "option.h"
#include "places.h"

/* What the options of a scoring command say. */
struct scoring {
    const char *bank_name;  /* NULL: recognise it */
    const char *atlas_name; /* NULL: "countries" */
    bool without_atlas;     /* no country is asked for, so none is read */
    double prior, level, min_answered;
    const char *topic; /* id of a section, or NULL: all items */
    bool exclude; /* leave out rows whose quality calls for caution */
    const char *vendor_name; /* NULL: recognise it */
    struct lewis_reading reading;
    bool dry_run; /* show what was recognised, write nothing */
    bool summarise; /* add the rows up in 'summary', made with the bank */
    const char *duplicates; /* what the summary says of them; NULL: "keep" */
    /* set by scoring_open() */
    struct lewis_shelf *shelf;
    struct lewis_bank *bank;
    struct lewis_atlas *atlas; /* NULL: without */
    struct lewis_key *key;
    struct lewis_summary *summary; /* set by scoring_run() */
    struct lewis_counts counts;    /* likewise */
};

/* The defaults; then give the options to option_read(). */
struct scoring scoring_defaults(void);

/* The rows of a command's option table that read a struct scoring. */
#define SCORING_OPTIONS(scoring)                                            \
    {"bank", 'b', OPTION_TEXT, &(scoring).bank_name},                       \
    {"atlas", '\0', OPTION_TEXT, &(scoring).atlas_name},                    \
    {"prior", '\0', OPTION_NUMBER, &(scoring).prior},                       \
    {"level", '\0', OPTION_NUMBER, &(scoring).level},                       \
    {"min-answered", '\0', OPTION_NUMBER, &(scoring).min_answered},         \
    {"topic", '\0', OPTION_TEXT, &(scoring).topic},                         \
    {"exclude-flagged", '\0', OPTION_FLAG, &(scoring).exclude},             \
    {"from", '\0', OPTION_TEXT, &(scoring).vendor_name},                     \
    {"map", '\0', OPTION_TEXT, &(scoring).reading.map},                      \
    {"encoding", '\0', OPTION_TEXT, &(scoring).reading.encoding},            \
    {"sheet", '\0', OPTION_TEXT, &(scoring).reading.sheet},                  \
    {"dry-run", '\0', OPTION_FLAG, &(scoring).dry_run}

#define SCORING_HELP N_(                                                    \
    "  -b, --bank NAME|FILE   the item bank; without it, the one whose\n"   \
    "                         items the header has\n"                       \
    "      --atlas FILE       reference points other than our own\n"        \
    "      --prior N          first choices added for each style in a\n"    \
    "                         choice bank (default 0.5)\n"                  \
    "      --level P          of the ranges and regions (default 0.90)\n"   \
    "      --min-answered P   least part of the items that must be\n"       \
    "                         answered (default: the bank's, mostly 0.8)\n"   \
    "      --topic ID         the items of one topic (section) only\n"       \
    "      --exclude-flagged  leave out rows with two flags of quality or a\n" \
    "                         failed attention check; they are counted\n" \
    "      --from TOOL        what wrote the answers, when it is not\n"      \
    "                         recognised: canonical, limesurvey, google,\n"  \
    "                         msforms, qualtrics, surveymonkey\n"            \
    "      --map FILE         what columns mean: CSV with column,item,option\n" \
    "      --encoding NAME    of CSV that is not UTF-8, such as\n"           \
    "                         windows-1252\n"                                \
    "      --sheet NAME|N     of a workbook (default: the first)\n"          \
    "      --dry-run          show what each column is taken for and the\n"  \
    "                         first rows, and write nothing\n")

/* Loads what is asked for, except the bank when it is to be recognised.
 * False: said why. */
bool scoring_open(struct scoring *scoring);
void scoring_close(struct scoring *scoring);

/* What is read in any case: the answers, and the files of the options. After
 * scoring_open(); what the command itself reads and writes is to be added. */
struct places scoring_places(const struct scoring *scoring, char **paths,
                             int count);

/* Opens one file, recognises or checks its bank and ties the columns to it. The
 * caller frees *answers in either case. False: said why. */
bool scoring_file(struct scoring *scoring, const char *path,
                  struct lewis_answers **answers);

/* The last words about rows: those that were not handed in, and the counts.
 * Returns EXIT_DATA when some were refused, or there was nobody. */
int scoring_end(const struct scoring *scoring,
                const struct lewis_counts *counts);

/* Says so when a file had no row. */
void scoring_say_empty(const char *path, size_t rows);

/* Scores the files in turn: opens each, recognises or checks its bank, hands
 * its rows to a run made from 'options' (key and atlas are filled in here, and
 * refused rows are said on standard error). The last words are the counts.
 * Returns an exit status; EXIT_TROUBLE: said why. */
int scoring_run(struct scoring *scoring, char **paths, int count,
                struct lewis_batch_options *options);

#endif
