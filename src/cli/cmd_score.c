/* cmd_score.c - lewis score: answers in, scores out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lewis/output.h>
#include <lewis/text.h>

#include "cleanup.h"
#include "content.h"
#include "person.h"
#include "recognised.h"
#include "say.h"
#include "scoring.h"
#include "teams.h"

/* The format that a file name asks for: .tsv, .jsonl, .xlsx; else CSV. */
static enum lewis_format
format_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    enum lewis_format format;

    if (dot != NULL && lewis_text_same(dot, ".xlsx"))
        return LEWIS_XLSX;
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
    bool quality, raw_text;
    double jobs; /* 0: as many as there are processors */
    const char *columns, *keep, *rejects, *split_by, *summary;
    enum lewis_duplicates duplicates;
};

static unsigned
jobs_of(const struct target *target)
{
    long here = sysconf(_SC_NPROCESSORS_ONLN);

    if (target->jobs > 0)
        return (unsigned)target->jobs;
    return here < 1 ? 1 : here > LEWIS_MOST_JOBS ? LEWIS_MOST_JOBS
                                                 : (unsigned)here;
}

static struct lewis_batch_options
options_of(const struct target *target)
{
    return (struct lewis_batch_options){
        .format = target->format,
        .digits = target->digits,
        .quality = target->quality,
        .raw_text = target->raw_text,
        .jobs = jobs_of(target),
        .columns = target->columns,
        .keep = target->keep,
        .duplicates = target->duplicates,
    };
}

static void
close_output(struct lewis_output *output)
{
    cleanup_forget(output);
    lewis_output_free(output);
}

/* Commits what was written, unless there was trouble. */
static int
settle(struct lewis_output *output, int status)
{
    struct lewis_error error;

    if (output != NULL && status != EXIT_TROUBLE &&
        !lewis_output_commit(output, &error))
        status = say_error(&error);
    return status;
}

static int
score_to_file(struct scoring *scoring, char **paths, int count,
              const struct target *target, struct lewis_batch_options *options)
{
    struct lewis_error error;
    int status;

    options->output = cleanup_open(target->path, &error);
    if (options->output == NULL)
        return say_error(&error);
    status = scoring_run(scoring, paths, count, options);
    status = settle(options->output, status);
    close_output(options->output);
    return status;
}

static int
score_to_teams(struct scoring *scoring, char **paths, int count,
               const struct target *target,
               struct lewis_batch_options *options)
{
    static const char *const ending[] = {"csv", "tsv", "jsonl"};
    struct teams *teams = calloc(1, sizeof *teams);
    struct lewis_error error;
    int status = EXIT_TROUBLE;

    if (teams == NULL) {
        say("out of memory");
        return status;
    }
    teams->folder = target->path;
    teams->ending = ending[target->format];
    options->team_output = teams_output;
    options->payload = teams;
    if (!teams_begin(teams, &error))
        say_error(&error);
    else
        status = scoring_run(scoring, paths, count, options);
    if (status != EXIT_TROUBLE && !teams_commit(teams, &error))
        status = say_error(&error);
    teams_end(teams);
    free(teams);
    return status;
}

/* The sums of all rows, unless there was trouble. */
static int
write_summary(const struct scoring *scoring, const char *path, int status)
{
    struct lewis_error error;
    struct lewis_output *output;
    bool ok;

    if (path == NULL || status == EXIT_TROUBLE)
        return status;
    output = cleanup_open(path, &error);
    ok = output != NULL &&
         lewis_summary_print(scoring->summary, output, &error) &&
         lewis_output_commit(output, &error);
    close_output(output);
    return ok ? status : say_error(&error);
}

static int
score_to(struct scoring *scoring, char **paths, int count,
         const struct target *target)
{
    struct lewis_batch_options options = options_of(target);
    struct lewis_error error;
    int status;

    if (target->rejects != NULL) {
        options.rejects = cleanup_open(target->rejects, &error);
        if (options.rejects == NULL)
            return say_error(&error);
    }
    status = target->split_by != NULL
                 ? score_to_teams(scoring, paths, count, target, &options)
                 : score_to_file(scoring, paths, count, target, &options);
    status = settle(options.rejects, status);
    close_output(options.rejects);
    return write_summary(scoring, target->summary, status);
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
    if (format_name != NULL || target->quality || target->summary != NULL)
        return say_usage(&cmd_score,
                         "a result for one person is text for reading: no "
                         "--format, no --quality, no --summary");
    if (target->format == LEWIS_XLSX)
        return say_usage(&cmd_score, "a result for one person is text for "
                                     "reading: no workbook");
    if (scoring->topic != NULL || scoring->exclude)
        return say_usage(&cmd_score,
                         "a result for one person shows every topic and "
                         "every flag: no --topic, no --exclude-flagged");
    return terminal_check(&cmd_score, terminal);
}

static int
settle_picture(struct person_options *person, bool me, const char *word)
{
    if (word != NULL && !me && person->id == NULL)
        return say_usage(&cmd_score, "--picture goes with --person or --me");
    person->spoken = terminal_accessible();
    if (word == NULL && person->spoken) {
        person->picture = PICTURE_NONE;
        return -1;
    }
    return terminal_chart_way(&cmd_score, word, &person->picture);
}

/* A file that spreadsheets would take for a workbook of theirs. */
static bool
is_other_workbook(const char *path)
{
    static const char *const ending[] = {".xls", ".xlsm", ".xlsb", ".ods",
                                         ".numbers"};
    const char *dot = strrchr(path, '.');

    for (size_t i = 0; dot != NULL && i < sizeof ending / sizeof ending[0]; i++)
        if (lewis_text_same(dot, ending[i]))
            return true;
    return false;
}

/* Is a workbook one by its name too, and not for the screen? -1 when so. */
static int
check_workbook(const struct target *target, const char *format_name)
{
    if (is_other_workbook(target->path))
        return say_usage(&cmd_score, "workbooks are written as .xlsx");
    if (format_of(target->path) == LEWIS_XLSX && target->format != LEWIS_XLSX)
        return say_usage(&cmd_score,
                         "a file called .xlsx is a workbook: give another "
                         "name, or leave out --format %s",
                         format_name);
    if (target->format != LEWIS_XLSX)
        return -1;
    if (target->split_by != NULL)
        return say_usage(&cmd_score, "--split-by is for csv, tsv and jsonl");
    if (strcmp(target->path, "-") == 0 && isatty(STDOUT_FILENO))
        return say_usage(&cmd_score, "a workbook is nothing to read on a "
                                     "terminal; name a file with -o");
    return -1;
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
                         "jsonl, xlsx and table",
                         format_name);
    if ((target->quality || target->columns != NULL || target->keep != NULL ||
         target->split_by != NULL) &&
        target->format == LEWIS_TABLE)
        return say_usage(&cmd_score, "--quality, --columns, --keep and "
                                     "--split-by are not for tables");
    if (!(digits >= 1 && digits <= 15))
        return say_usage(&cmd_score, "--digits must be from 1 to 15");
    target->digits = digits == 6 ? 0 : (int)digits;
    return check_workbook(target, format_name);
}

/* Threads, duplicates and where rows go; -1 when they go together. */
static int
settle_rows(struct target *target, const char *duplicates)
{
    if (!(target->jobs >= 0 && target->jobs <= LEWIS_MOST_JOBS) ||
        target->jobs != (int)target->jobs)
        return say_usage(&cmd_score, "--jobs must be from 1 to 256");
    if (duplicates != NULL &&
        !lewis_duplicates_parse(duplicates, &target->duplicates))
        return say_usage(&cmd_score, "--duplicates is keep, first, last or "
                                     "refuse");
    if (target->split_by != NULL && strcmp(target->split_by, "team") != 0)
        return say_usage(&cmd_score, "--split-by team is what there is");
    if (target->summary != NULL && strcmp(target->summary, target->path) == 0)
        return say_usage(&cmd_score, "the scores and the summary would go to "
                                     "the same place; name another with -o "
                                     "or --summary");
    if (target->split_by != NULL && strcmp(target->path, "-") == 0)
        return say_usage(&cmd_score, "--split-by team writes a file a team: "
                                     "name their folder with -o");
    return -1;
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct target target = {.path = "-"};
    struct person_options person = {.output = "-"};
    bool me = false;
    const char *format_name = NULL, *duplicates = NULL, *picture = NULL;
    double digits = 6;
    const struct option_row rows[] = {
        {"columns", '\0', OPTION_TEXT, &target.columns},
        {"keep", '\0', OPTION_TEXT, &target.keep},
        {"rejects", '\0', OPTION_TEXT, &target.rejects},
        {"duplicates", '\0', OPTION_TEXT, &duplicates},
        {"summary", '\0', OPTION_TEXT, &target.summary},
        {"split-by", '\0', OPTION_TEXT, &target.split_by},
        {"raw-text", '\0', OPTION_FLAG, &target.raw_text},
        {"jobs", 'j', OPTION_NUMBER, &target.jobs},
        {"format", 'f', OPTION_TEXT, &format_name},
        {"output", 'o', OPTION_TEXT, &target.path},
        {"digits", '\0', OPTION_NUMBER, &digits},
        {"quality", 'q', OPTION_FLAG, &target.quality},
        {"person", 'p', OPTION_TEXT, &person.id},
        {"me", '\0', OPTION_FLAG, &me},
        {"lang", '\0', OPTION_TEXT, &person.lang},
        {"ascii", '\0', OPTION_FLAG, &person.terminal.ascii},
        {"picture", '\0', OPTION_TEXT, &picture},
        TERMINAL_OPTIONS(person.terminal),
        {"countries", '\0', OPTION_ELSEWHERE,
         "--atlas FILE scores against reference points of your own"},
        SCORING_OPTIONS(scoring),
        {0},
    };
    int first, status = option_read(&cmd_score, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    status = settle_target(&target, format_name, digits);
    if (status < 0)
        status = settle_rows(&target, duplicates);
    if (status >= 0)
        return status;
    if (first == argc)
        return say_usage(&cmd_score, "which answers? Give a CSV file, or - "
                                     "for standard input");
    status = check_person(&scoring, &target, &person, me, format_name);
    if (status < 0)
        status = settle_picture(&person, me, picture);
    if (status >= 0)
        return status;
    me = me || person.id != NULL;
    person.output = target.path;
    status = EXIT_TROUBLE;
    scoring.summarise = target.summary != NULL;
    scoring.duplicates = duplicates;
    if (scoring_spares(argv + first, argc - first, target.path) &&
        (target.summary == NULL ||
         scoring_spares(argv + first, argc - first, target.summary)) &&
        (target.rejects == NULL ||
         scoring_spares(argv + first, argc - first, target.rejects)) &&
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
        "  -f, --format FORMAT    csv (default), tsv, jsonl, xlsx (an Excel\n"
        "                         workbook), or table for people; without it,\n"
        "                         by the ending of -o\n"
        "  -o, --output FILE      write here, whole or not at all\n"
        "      --digits N         decimals of the numbers (default 6)\n"
        "  -q, --quality          nine more columns: can the sheet be trusted?\n"
        "                         (not for tables)\n"
        "      --columns LIST     the columns to write, in order, separated by\n"
        "                         commas; of the answers too\n"
        "      --keep LIST|all    columns of the answers to write behind the\n"
        "                         scores, as they are; all: those that are\n"
        "                         neither id, team nor an item\n"
        "      --rejects FILE     refused rows as they stand in the answers,\n"
        "                         with line and reason: mend and score them\n"
        "      --duplicates HOW   rows whose id stands more than once: keep\n"
        "                         (default), first, last (the others get the\n"
        "                         status duplicate), or refuse all of them\n"
        "      --summary FILE     counts and sums of all rows as JSON, which add\n"
        "                         up: see \"lewis merge\"\n"
        "      --split-by team    a file a team, in the folder of -o\n"
        "      --raw-text         do not put a ' before texts that a spreadsheet\n"
        "                         would run as a formula (= + - @ ...)\n"
        "  -j, --jobs N           threads, 1 to 256 (default: one a processor)\n"
        "  -p, --person ID        the result of one person, to read: the row\n"
        "                         with that id\n"
        "      --me               the same for a file with one row\n" SCORING_HELP
        "\n"
        "With --person or --me:\n"
        "      --lang LANG        language of the texts (en, nl)\n"
        "      --ascii            picture and bars without special characters\n"
        "      --picture WAY      auto, kitty, iterm, sixel, cells or none; with\n"
        "                         ACCESSIBLE set none, and words for bars\n" TERMINAL_HELP
        "\n"
        "Exit status: 0 done; 1 done, some rows refused; 2 trouble.\n"
        "\n"
        "  lewis score --format table workshop.csv\n"
        "  lewis score --me me.csv\n"
        "  lewis score --bank bfi -o scores.csv answers.csv\n",
    .run = run,
};
