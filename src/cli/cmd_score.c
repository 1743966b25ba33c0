/* cmd_score.c - lewis score: answers in, scores out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lewis/text.h>

#include "cli/person/person.h"
#include "full.h"
#include "outputs.h"
#include "recognised.h"
#include "say.h"
#include "scoring.h"

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
    double jobs; /* NAN: as many as there are processors */
    const char *columns, *keep, *rejects, *split_by, *summary;
    enum lewis_duplicates duplicates;
};

static unsigned
jobs_of(const struct target *target)
{
    long here = sysconf(_SC_NPROCESSORS_ONLN);

    if (!isnan(target->jobs))
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

/* Where the rows go; of a table of teams, its files' ending. */
static struct outputs
outputs_of(const struct target *target)
{
    static const char *const ending[] = {"csv", "tsv", "jsonl"};

    return (struct outputs){
        .path = target->path,
        .rejects = target->rejects,
        .summary = target->summary,
        .ending = target->split_by == NULL ? NULL : ending[target->format],
    };
}

static int
score_to(struct scoring *scoring, char **paths, int count,
         const struct target *target, const struct places *places)
{
    struct lewis_batch_options options = options_of(target);
    struct outputs outputs = outputs_of(target);
    int written, status = EXIT_TROUBLE;

    if (outputs_open(&outputs, places, &options))
        status = scoring_run(scoring, paths, count, &options);
    if (status == EXIT_DATA && scoring->counts.rows == 0)
        status = EXIT_DONE; /* as of rejects when there are none */
    if (status != EXIT_TROUBLE) {
        written = outputs_commit(&outputs, scoring->summary);
        status = written == EXIT_DONE ? status : written;
    }
    outputs_close(&outputs);
    return status;
}

/* One that only many rows have a use for; NULL: there is none. */
static const char *
option_of_rows(const struct target *target, const char *duplicates,
               const char *format_name)
{
    const struct {
        const char *name;
        bool given;
    } row[] = {
        {"--format", format_name != NULL},
        {"--quality", target->quality},
        {"--summary", target->summary != NULL},
        {"--columns", target->columns != NULL},
        {"--keep", target->keep != NULL},
        {"--rejects", target->rejects != NULL},
        {"--duplicates", duplicates != NULL},
        {"--split-by", target->split_by != NULL},
        {"--raw-text", target->raw_text},
        {"--jobs", !isnan(target->jobs)},
        {"--digits", target->digits != 0},
    };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        if (row[i].given)
            return row[i].name;
    return NULL;
}

/* What a result for one person, and what rows have no use for. */
static int
check_person(const struct scoring *scoring, const struct target *target,
             const struct person_options *person, bool me,
             const char *format_name)
{
    const struct terminal *terminal = &person->terminal;
    const char *useless;

    if (!me && person->id == NULL)
        return person->lang == NULL && terminal->width == 0 &&
                       terminal->color == NULL && !terminal->ascii
                   ? -1
                   : say_usage(&cmd_score, "--lang, --width, --color and "
                                           "--ascii go with --person or --me");
    if (me && person->id != NULL && *person->id != '\0')
        return say_usage(&cmd_score, "--me is for a file with one row; give "
                                     "--person alone");
    useless = option_of_rows(target, scoring->duplicates, format_name);
    if (useless != NULL)
        return say_usage(&cmd_score,
                         "a result for one person is text for reading: no %s",
                         useless);
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

/* The one of the endings, up to NULL, that the file's name has; or NULL. */
static const char *
ending_among(const char *path, const char *const ending[])
{
    const char *dot = strrchr(path, '.');

    for (size_t i = 0; dot != NULL && ending[i] != NULL; i++)
        if (lewis_text_same(dot, ending[i]))
            return ending[i];
    return NULL;
}

/* What spreadsheets would take for a workbook of theirs. */
static const char *const workbooks[] = {".xls", ".xlsm",    ".xlsb",
                                        ".ods", ".numbers", NULL};

/* What is not made of rows of text. */
static const char *const strangers[] = {
    ".pdf", ".png",  ".svg",  ".jpg", ".jpeg", ".gif", ".eps", ".ps",
    ".htm", ".html", ".json", ".doc", ".docx", ".odt", ".zip", ".gz",
    ".bz2", ".xz",   ".zst",  NULL};

/* Rows under a name that says otherwise help nobody; -1 when it does not. */
static int
check_names(const struct target *target, const char *format_name)
{
    const char *stranger = target->split_by != NULL || format_name != NULL
                               ? NULL
                               : ending_among(target->path, strangers);

    if (stranger != NULL && strcmp(stranger, ".json") == 0)
        return say_usage(&cmd_score, "scores are not written as .json; did you "
                                     "mean .jsonl, with an object a row?");
    if (stranger != NULL)
        return say_usage(&cmd_score,
                         "scores are not written as %s, but as .csv, .tsv, "
                         ".jsonl, .xlsx or .txt; \"lewis report\" and \"lewis "
                         "chart\" make documents and pictures",
                         stranger);
    if (target->rejects != NULL &&
        (ending_among(target->rejects, strangers) != NULL ||
         ending_among(target->rejects, workbooks) != NULL ||
         format_of(target->rejects) == LEWIS_XLSX ||
         format_of(target->rejects) == LEWIS_JSONL))
        return say_usage(&cmd_score, "--rejects writes rows as they stand in "
                                     "the answers; give it a name in .csv");
    return -1;
}

/* Is a workbook one by its name too, and not for the screen? -1 when so. */
static int
check_workbook(const struct target *target, const char *format_name)
{
    if (ending_among(target->path, workbooks) != NULL)
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

static bool
is_whole(double number, double least, double most)
{
    return number >= least && number <= most && number == floor(number);
}

/* Do these columns ask for no country? NULL: the usual ones, which do. */
static bool
has_no_country(const char *columns)
{
    return columns != NULL && strstr(columns, "nearest") == NULL;
}

/* Format, decimals and quality of the rows; -1 when they go together. */
static int
settle_target(struct target *target, const char *format_name, double digits)
{
    int status;

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
    if (!isnan(digits) && target->format == LEWIS_TABLE)
        return say_usage(&cmd_score, "tables show whole percent: --digits is "
                                     "not for them");
    if (!isnan(digits) && !is_whole(digits, 1, 15))
        return say_usage(&cmd_score,
                         "--digits must be a whole number from 1 to 15");
    target->digits = isnan(digits) ? 0 : (int)digits;
    if (target->quality && target->columns != NULL)
        return say_usage(&cmd_score,
                         "--columns names all that is written: add the columns "
                         "of --quality to it, or leave one of them out");
    if (target->raw_text && target->format != LEWIS_CSV &&
        target->format != LEWIS_TSV)
        return say_usage(&cmd_score, "--raw-text is for csv and tsv; the other "
                                     "formats write texts as they are");
    status = check_workbook(target, format_name);
    return status < 0 ? check_names(target, format_name) : status;
}

/* Threads, duplicates and where rows go; -1 when they go together. */
static int
settle_rows(struct target *target, const char *duplicates)
{
    if (!isnan(target->jobs) && !is_whole(target->jobs, 1, LEWIS_MOST_JOBS))
        return say_usage(&cmd_score,
                         "--jobs must be a whole number from 1 to %d",
                         LEWIS_MOST_JOBS);
    if (duplicates != NULL &&
        !lewis_duplicates_parse(duplicates, &target->duplicates))
        return say_usage(&cmd_score, "--duplicates is keep, first, last or "
                                     "refuse");
    if (target->split_by != NULL && strcmp(target->split_by, "team") != 0)
        return say_usage(&cmd_score, "--split-by team is what there is");
    if (target->split_by != NULL && strcmp(target->path, "-") == 0)
        return say_usage(&cmd_score, "--split-by team writes a file a team: "
                                     "name their folder with -o");
    return -1;
}

static struct places
places_of(const struct scoring *scoring, char **paths, int count,
          const struct target *target)
{
    struct places places = scoring_places(scoring, paths, count);

    places_write(&places, target->path, "-o");
    places_write(&places, target->rejects, "--rejects");
    places_write(&places, target->summary, "--summary");
    return places;
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct target target = {.path = "-", .jobs = NAN};
    struct person_options person = {.output = "-"};
    bool me = false;
    const char *format_name = NULL, *duplicates = NULL, *picture = NULL;
    double digits = NAN;
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
         N_("--atlas FILE scores against reference points of your own")},
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
    scoring.duplicates = duplicates;
    status = check_person(&scoring, &target, &person, me, format_name);
    if (status < 0)
        status = settle_picture(&person, me, picture);
    if (status < 0 && target.format == LEWIS_XLSX)
        status = full_become(argv);
    if (status >= 0)
        return status;
    me = me || person.id != NULL;
    person.output = target.path;
    status = EXIT_TROUBLE;
    scoring.summarise = target.summary != NULL;
    scoring.without_atlas =
        !me && scoring.atlas_name == NULL && has_no_country(target.columns);
    if (scoring_open(&scoring)) {
        struct places places =
            places_of(&scoring, argv + first, argc - first, &target);
        if (places_apart(&places))
            status = scoring.dry_run
                         ? recognised_dry_run(&scoring, argv + first,
                                              argc - first)
                     : me ? person_run(&scoring, argv + first, argc - first,
                                       &person)
                          : score_to(&scoring, argv + first, argc - first,
                                     &target, &places);
    }
    scoring_close(&scoring);
    return status;
}

const struct cmd cmd_score = {
    .name = "score",
    .usage = N_("[OPTION]... ANSWERS..."),
    .summary = N_("Score answer sheets, one row out for every row in"),
    /* clang-format off */
    .help = {
        N_(
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
        "                         up: see \"lewis merge\" (not with --duplicates\n"
        "                         first, last or refuse, which know the ids of\n"
        "                         one run only)\n"
        "      --split-by team    a file a team, in the folder of -o\n"
        "      --raw-text         do not put a ' before texts that a spreadsheet\n"
        "                         would run as a formula (= + - @ ...)\n"
        "  -j, --jobs N           threads, 1 to 256 (default: one a processor)\n"
        "  -p, --person ID        the result of one person, to read: the row\n"
        "                         with that id\n"
        "      --me               the same for a file with one row\n"
        ),
        SCORING_HELP,
        N_(
        "\n"
        "With --person or --me:\n"
        "      --lang LANG        language of the texts (en, nl); in the "
        "terminal,\n"
        "                         default: that of your locale\n"
        "      --ascii            picture and bars without special characters\n"
        "      --picture WAY      auto, kitty, iterm, sixel, cells or none; with\n"
        "                         ACCESSIBLE set none, and words for bars\n"
        ),
        TERMINAL_HELP,
        N_(
        "\n"
        "Exit status: 0 done; 1 done, some rows refused; 2 trouble.\n"
        "\n"
        "  lewis score --format table workshop.csv\n"
        "  lewis score --me me.csv\n"
        "  lewis score --bank bfi -o scores.csv answers.csv\n"
        ),
    },
    /* clang-format on */
    .run = run,
};
