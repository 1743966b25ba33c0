/* cmd_score.c - lewis score: answers in, scores out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include <lewis/output.h>

#include "person.h"
#include "recognised.h"
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

/* What a result for one person, and what rows have no use for. */
static int
check_person(const struct scoring *scoring, const struct target *target,
             const struct person_options *person, bool me,
             const char *format_name)
{
    const struct terminal *terminal = &person->terminal;

    if (!me && person->id == NULL)
        return person->lang == NULL && terminal->width == 0 &&
                       terminal->color == NULL && !terminal->ascii
                   ? -1
                   : say_usage(&cmd_score, "--lang, --width, --color and "
                                           "--ascii go with --person or --me");
    if (me && person->id != NULL && *person->id != '\0')
        return say_usage(&cmd_score, "--me is for a file with one row; give "
                                     "--person alone");
    if (format_name != NULL || target->quality)
        return say_usage(&cmd_score, "a result for one person is text for "
                                     "reading: no --format, no --quality");
    if (scoring->topic != NULL || scoring->exclude)
        return say_usage(&cmd_score,
                         "a result for one person shows every topic and "
                         "every flag: no --topic, no --exclude-flagged");
    return terminal_check(&cmd_score, terminal);
}

/* Format, decimals and quality of the rows; -1 when they go together. */
static int
settle_target(struct target *target, const char *format_name, double digits)
{
    target->format = format_of(target->path);
    if (format_name != NULL &&
        !lewis_format_parse(format_name, &target->format))
        return say_usage(&cmd_score,
                         "there is no format \"%s\"; there are csv, tsv, "
                         "jsonl and table",
                         format_name);
    if (target->quality && target->format == LEWIS_TABLE)
        return say_usage(&cmd_score, "--quality is for csv, tsv and jsonl");
    if (!(digits >= 1 && digits <= 15))
        return say_usage(&cmd_score, "--digits must be from 1 to 15");
    target->digits = digits == 6 ? 0 : (int)digits;
    return -1;
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct target target = {.path = "-"};
    struct person_options person = {.output = "-"};
    bool me = false;
    const char *format_name = NULL;
    double digits = 6;
    const struct option_row rows[] = {
        {"format", 'f', OPTION_TEXT, &format_name},
        {"output", 'o', OPTION_TEXT, &target.path},
        {"digits", '\0', OPTION_NUMBER, &digits},
        {"quality", 'q', OPTION_FLAG, &target.quality},
        {"person", 'p', OPTION_TEXT, &person.id},
        {"me", '\0', OPTION_FLAG, &me},
        {"lang", '\0', OPTION_TEXT, &person.lang},
        {"ascii", '\0', OPTION_FLAG, &person.terminal.ascii},
        TERMINAL_OPTIONS(person.terminal),
        SCORING_OPTIONS(scoring),
        {0},
    };
    int first, status = option_read(&cmd_score, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    status = settle_target(&target, format_name, digits);
    if (status >= 0)
        return status;
    if (first == argc)
        return say_usage(&cmd_score, "which answers? Give a CSV file, or - "
                                     "for standard input");
    status = check_person(&scoring, &target, &person, me, format_name);
    if (status >= 0)
        return status;
    me = me || person.id != NULL;
    person.output = target.path;
    status = EXIT_TROUBLE;
    if (scoring_spares(argv + first, argc - first, target.path) &&
        scoring_open(&scoring))
        status = scoring.dry_run
                     ? recognised_dry_run(&scoring, argv + first,
                                          argc - first)
                 : me ? person_run(&scoring, argv + first, argc - first, &person)
                    : score_to(&scoring, argv + first, argc - first, &target);
    scoring_close(&scoring);
    return status;
}

const struct cmd cmd_score = {
    .name = "score",
    .usage = "[OPTION]... ANSWERS...",
    .summary = "Score answer sheets, one row out for every row in",
    .help =
        "ANSWERS is CSV or an Excel workbook: what your form tool handed back, or a\n"
        "table with a column for every item of the bank, and id and team if you\n"
        "like; - is standard input.\n"
        "\n"
        "  -f, --format FORMAT    csv (default), tsv, jsonl, or table for\n"
        "                         people\n"
        "  -o, --output FILE      write here, whole or not at all\n"
        "      --digits N         decimals of the numbers (default 6)\n"
        "  -q, --quality          nine more columns: can the sheet be trusted?\n"
        "                         (csv, tsv, jsonl)\n"
        "  -p, --person ID        the result of one person, to read: the row\n"
        "                         with that id\n"
        "      --me               the same for a file with one row\n" SCORING_HELP
        "\n"
        "With --person or --me:\n"
        "      --lang LANG        language of the texts (en, nl)\n"
        "      --ascii            picture and bars without special characters\n" TERMINAL_HELP
        "\n"
        "Exit status: 0 done; 1 done, some rows refused; 2 trouble.\n"
        "\n"
        "  lewis score --format table workshop.csv\n"
        "  lewis score --me me.csv\n"
        "  lewis score --bank bfi -o scores.csv answers.csv\n",
    .run = run,
};
