/* cmd_score.c - lewis score: answers in, scores out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include <lewis/output.h>

#include "say.h"
#include "scoring.h"

/* The format that a file name asks for: .tsv, .jsonl; else CSV. */
static enum lewis_format
format_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    enum lewis_format format;

    if (dot == NULL || strcmp(dot, ".table") == 0 ||
        !lewis_format_parse(dot + 1, &format))
        return LEWIS_CSV;
    return format;
}

/* Where the scores go, and how. */
struct target {
    const char *path;
    enum lewis_format format;
    int digits; /* 0: six */
    bool quality;
};

static int
score_to(struct scoring *scoring, char **paths, int count,
         const struct target *target)
{
    struct lewis_error error;
    struct lewis_output *output = lewis_output_open(target->path, &error);
    struct lewis_batch_options options = {.format = target->format,
                                          .digits = target->digits,
                                          .quality = target->quality,
                                          .output = output};
    int status;

    if (output == NULL)
        return say_error(&error);
    status = scoring_run(scoring, paths, count, &options);
    if (status != EXIT_TROUBLE && !lewis_output_commit(output, &error))
        status = say_error(&error);
    lewis_output_free(output);
    return status;
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct target target = {.path = "-"};
    const char *format_name = NULL;
    double digits = 6;
    const struct option_row rows[] = {
        {"format", 'f', OPTION_TEXT, &format_name},
        {"output", 'o', OPTION_TEXT, &target.path},
        {"digits", '\0', OPTION_NUMBER, &digits},
        {"quality", 'q', OPTION_FLAG, &target.quality},
        SCORING_OPTIONS(scoring),
        {0},
    };
    int first, status = option_read(&cmd_score, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    target.format = format_of(target.path);
    if (format_name != NULL &&
        !lewis_format_parse(format_name, &target.format))
        return say_usage(&cmd_score,
                         "there is no format \"%s\"; there are csv, tsv, "
                         "jsonl and table",
                         format_name);
    if (!(digits >= 1 && digits <= 15))
        return say_usage(&cmd_score, "--digits must be from 1 to 15");
    target.digits = digits == 6 ? 0 : (int)digits;
    if (first == argc)
        return say_usage(&cmd_score, "which answers? Give a CSV file, or - "
                                     "for standard input");
    status = scoring_spares(argv + first, argc - first, target.path) &&
                     scoring_open(&scoring)
                 ? score_to(&scoring, argv + first, argc - first, &target)
                 : EXIT_TROUBLE;
    scoring_close(&scoring);
    return status;
}

const struct cmd cmd_score = {
    .name = "score",
    .usage = "[OPTION]... ANSWERS...",
    .summary = "Score answer sheets, one row out for every row in",
    .help =
        "ANSWERS is a CSV file with a header: a column for every item of the\n"
        "bank, and id and team if you like; - is standard input.\n"
        "\n"
        "  -f, --format FORMAT    csv (default), tsv, jsonl, or table for\n"
        "                         people\n"
        "  -o, --output FILE      write here, whole or not at all\n"
        "      --digits N         decimals of the numbers (default 6)\n"
        "  -q, --quality          nine more columns: can the sheet be trusted?\n"
        "                         (csv, tsv, jsonl)\n" SCORING_HELP
        "\n"
        "Exit status: 0 done; 1 done, some rows refused; 2 trouble.\n"
        "\n"
        "  lewis score --format table workshop.csv\n"
        "  lewis score --bank bfi -o scores.csv answers.csv\n",
    .run = run,
};
