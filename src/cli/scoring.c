/* scoring.c - from file names and options to a run over all rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <lewis/spelling.h>

#include "content.h"
#include "progress.h"
#include "recognised.h"
#include "say.h"
#include "scoring.h"

enum {
    SHOWN = 50,     /* refused rows that are told one by one */
    INCOMPLETE = 10, /* and incomplete ones */
    TOLD = 10 /* and those whose id stood before (lewis/batch.h) */
};

struct scoring
scoring_defaults(void)
{
    struct lewis_score_options options = lewis_score_defaults();

    return (struct scoring){.prior = options.prior,
                            .level = options.level,
                            .min_answered = options.min_answered};
}

enum { TOPICS = 64 };

static void
report_topic(const struct scoring *scoring)
{
    const char *known[TOPICS], *near;
    size_t count = lewis_bank_section_count(scoring->bank);

    count = count < TOPICS ? count : TOPICS;
    for (size_t s = 0; s < count; s++)
        known[s] = lewis_bank_section(scoring->bank, s)->id;
    near = lewis_spelling_nearest(scoring->topic, known, count);
    if (near != NULL)
        say("bank %s has no topic \"%s\"; did you mean \"%s\"?",
            lewis_bank_id(scoring->bank), scoring->topic, near);
    else
        say("bank %s has no topic \"%s\"", lewis_bank_id(scoring->bank),
            scoring->topic);
}

/* The key of the topic asked for; NULL with *error set, or said why with code
 * LEWIS_OK. */
static struct lewis_key *
topic_key(const struct scoring *scoring,
          const struct lewis_score_options *options,
          struct lewis_error *error)
{
    error->code = LEWIS_OK;
    for (size_t s = 0; s < lewis_bank_section_count(scoring->bank); s++)
        if (strcmp(lewis_bank_section(scoring->bank, s)->id,
                   scoring->topic) == 0)
            return lewis_key_new_topic(scoring->bank, s, options, error);
    report_topic(scoring);
    return NULL;
}

/* What an option is for, the bank has not. False: said so. */
static bool
has_use(const struct scoring *scoring)
{
    if (lewis_bank_kind(scoring->bank) != LEWIS_BANK_RATING ||
        scoring->prior == lewis_score_defaults().prior)
        return true;
    say("--prior adds first choices, and bank %s has ratings: leave it out",
        lewis_bank_id(scoring->bank));
    return false;
}

static bool
make_key(struct scoring *scoring)
{
    struct lewis_score_options options = {.prior = scoring->prior,
                                          .level = scoring->level,
                                          .min_answered =
                                              scoring->min_answered};
    struct lewis_error error;

    if (!has_use(scoring))
        return false;
    error.code = LEWIS_OK;
    scoring->key = scoring->topic == NULL
                       ? lewis_key_new(scoring->bank, &options, &error)
                       : topic_key(scoring, &options, &error);
    if (scoring->key == NULL && error.code != LEWIS_OK)
        say_error(&error);
    return scoring->key != NULL;
}

/* The tool that --from names. */
static bool
settle_vendor(struct scoring *scoring)
{
    const char *known[LEWIS_VENDORS], *near;

    if (scoring->vendor_name == NULL)
        return true;
    scoring->reading.vendor_given =
        lewis_vendor_parse(scoring->vendor_name, &scoring->reading.vendor);
    if (scoring->reading.vendor_given)
        return true;
    for (int v = 0; v < LEWIS_VENDORS; v++)
        known[v] = lewis_vendor_keyword((enum lewis_vendor)v);
    near = lewis_spelling_nearest(scoring->vendor_name, known, LEWIS_VENDORS);
    if (near != NULL)
        say("--from \"%s\" is not known; did you mean \"%s\"?",
            scoring->vendor_name, near);
    else
        say("--from \"%s\" is not known; there are canonical, limesurvey, "
            "google, msforms, qualtrics and surveymonkey",
            scoring->vendor_name);
    return false;
}

/* Most likely meant as per cent. */
static bool
is_per_cent(double part)
{
    return part >= 10 && part <= 100;
}

/* What is a part of 1; the rest of what they must be, the library says. */
static bool
settle_parts(const struct scoring *scoring)
{
    double answered = scoring->min_answered, level = scoring->level;

    if (is_per_cent(level) && level < 100)
        return say("--level %g: it is a part of 1; did you mean %g?", level,
                   level / 100),
               false;
    if (is_per_cent(answered))
        return say("--min-answered %g: it is a part of 1; did you mean %g?",
                   answered, answered / 100),
               false;
    if (answered < 0 && answered != lewis_score_defaults().min_answered)
        return say("--min-answered must be a number from 0 to 1"), false;
    return true;
}

bool
scoring_open(struct scoring *scoring)
{
    struct lewis_error error;

    if (!settle_vendor(scoring) || !settle_parts(scoring))
        return false;
    scoring->shelf = lewis_shelf_open(&error);
    if (scoring->shelf == NULL)
        return say_error(&error), false;
    if (!scoring->without_atlas)
        scoring->atlas = content_atlas(scoring->shelf, scoring->atlas_name);
    if (scoring->atlas == NULL && !scoring->without_atlas)
        return false;
    if (scoring->bank_name == NULL)
        return true;
    scoring->bank = content_bank(scoring->shelf, scoring->bank_name);
    return scoring->bank != NULL && make_key(scoring);
}

void
scoring_close(struct scoring *scoring)
{
    lewis_summary_free(scoring->summary);
    lewis_key_free(scoring->key);
    lewis_atlas_free(scoring->atlas);
    lewis_bank_free(scoring->bank);
    lewis_shelf_free(scoring->shelf);
}

struct places
scoring_places(const struct scoring *scoring, char **paths, int count)
{
    struct places places = {
        .answers = paths, .count = count, .shelf = scoring->shelf};

    places_find(&places, scoring->bank_name, N_("the bank"));
    places_find(&places, scoring->atlas_name, N_("the file of --atlas"));
    places_read(&places, scoring->reading.map, N_("the file of --map"));
    return places;
}

/* A run with its reporting. */
struct telling {
    struct lewis_batch_options *asked; /* the command's own */
    size_t refused, incomplete;
    struct progress progress;
};

static void
on_refused(const struct lewis_sheet *sheet, void *payload)
{
    struct telling *telling = payload;

    if (telling->refused++ >= SHOWN)
        return;
    progress_clear(&telling->progress);
    say_error(&sheet->why);
}

static void
say_at(struct telling *telling, const struct lewis_sheet *sheet,
       struct lewis_error *place)
{
    place->line = sheet->line;
    snprintf(place->file, sizeof place->file, "%s", sheet->why.file);
    progress_clear(&telling->progress);
    say_error(place);
}

static void
on_incomplete(const struct lewis_sheet *sheet, const struct lewis_score *score,
              void *payload)
{
    struct telling *telling = payload;
    struct lewis_error place = {0};

    if (telling->incomplete++ >= INCOMPLETE)
        return;
    if (score->reason == LEWIS_ALL_ZERO)
        snprintf(place.text, sizeof place.text,
                 "%s",
                 _("incomplete: the lowest answer to every item points "
                   "nowhere"));
    else
        snprintf(place.text, sizeof place.text,
                 _("incomplete: %zu of %zu items answered"), score->answered,
                 score->answered + score->missing);
    say_at(telling, sheet, &place);
}

static void
on_repeated(const struct lewis_sheet *sheet, void *payload)
{
    struct telling *telling = payload;
    struct lewis_error place = {0};
    static const char *const fate[] = {
        [LEWIS_DUPLICATES_KEEP] = N_("the id \"%.*s\" stood before; every "
                                     "row is scored (--duplicates first, last "
                                     "or refuse would not)"),
        [LEWIS_DUPLICATES_FIRST] =
            N_("the id \"%.*s\" stood before; the first row counts"),
        [LEWIS_DUPLICATES_LAST] =
            N_("the id \"%.*s\" stood before; the last row counts"),
        [LEWIS_DUPLICATES_REFUSE] =
            N_("the id \"%.*s\" stood before; all of them are refused"),
    };

    snprintf(place.text, sizeof place.text,
             _(fate[telling->asked->duplicates]),
             (int)(sheet->id_size < 60 ? sheet->id_size : 60), sheet->id);
    say_at(telling, sheet, &place);
}

static void
on_progress(long long done, long long size, size_t rows, void *payload)
{
    struct telling *telling = payload;

    progress_show(&telling->progress, done, size, rows);
}

static struct lewis_output *
on_team(const char *team, size_t size, bool *fresh, void *payload,
        struct lewis_error *error)
{
    struct telling *telling = payload;
    const struct lewis_batch_options *asked = telling->asked;

    return asked->team_output(team, size, fresh, asked->payload, error);
}

static void
on_scored(const struct lewis_sheet *sheet, const struct lewis_score *score,
          void *payload)
{
    struct telling *telling = payload;

    telling->asked->scored(sheet, score, telling->asked->payload);
}

/* The last words: what became of how many rows. What is seldom is named only
 * when it was asked for or happened. */
static void
say_counts(const struct scoring *scoring, const struct lewis_counts *counts)
{
    const struct {
        size_t count;
        const char *word;
        bool always;
    } part[] = {
        {counts->scored, N_("%zu scored"), true},
        {counts->incomplete, N_("%zu incomplete"), true},
        {counts->refused, N_("%zu refused"), true},
        {counts->excluded, N_("%zu excluded"), scoring->exclude},
        {counts->duplicate, N_("%zu duplicate"), false},
        {counts->empty, N_("%zu empty"), false},
    };
    enum { ROOM = 400 };
    char line[ROOM];
    size_t size = (size_t)snprintf(
        line, ROOM,
        lewis_translated_count("%zu row:", "%zu rows:", counts->rows),
        counts->rows);

    for (size_t i = 0; i < sizeof part / sizeof part[0] && size < ROOM; i++)
        if (part[i].always || part[i].count > 0) {
            size += (size_t)snprintf(line + size, ROOM - size, "%s",
                                     i == 0 ? " " : ", ");
            if (size < ROOM)
                size += (size_t)snprintf(line + size, ROOM - size,
                                         _(part[i].word), part[i].count);
        }
    say("%s", line);
}

/* What the tool says was not handed in is scored all the same. */
static void
say_standing(const struct lewis_counts *counts)
{
    if (counts->not_submitted > 0)
        say("%zu of %zu rows not submitted, scored on what they hold",
            counts->not_submitted, counts->rows);
    if (counts->previews > 0)
        say("%zu of %zu rows are previews or tests of the form, scored like "
            "any other; take them out where they are nobody's answers",
            counts->previews, counts->rows);
}

void
scoring_say_empty(const char *path, size_t rows)
{
    if (rows == 0)
        say("%s: there is a header, and not one row under it",
            strcmp(path, "-") == 0 ? _("standard input") : path);
}

int
scoring_end(const struct scoring *scoring, const struct lewis_counts *counts)
{
    say_standing(counts);
    say_counts(scoring, counts);
    return counts->refused > 0 || counts->rows == counts->empty ? EXIT_DATA
                                                                : EXIT_DONE;
}

static int
report(const struct scoring *scoring, const struct telling *telling,
       const struct lewis_counts *counts)
{
    if (counts->refused > SHOWN)
        say("and %zu more refused rows", counts->refused - SHOWN);
    if (counts->incomplete > INCOMPLETE)
        say("and %zu more incomplete rows", counts->incomplete - INCOMPLETE);
    if (counts->too_few > 0)
        say(lewis_bank_kind(scoring->bank) == LEWIS_BANK_RATING
                ? N_("a profile needs %.0f %% of the items of each style "
                     "answered")
                : N_("a profile needs %.0f %% of the items answered"),
            100 * (scoring->min_answered < 0
                       ? lewis_bank_min_answered(scoring->bank)
                       : scoring->min_answered));
    if (counts->repeated > TOLD && telling->asked->scored == NULL)
        say("and %zu more rows whose id stood before",
            counts->repeated - TOLD);
    if (scoring->summarise && scoring->duplicates != NULL &&
        strcmp(scoring->duplicates, "keep") != 0)
        say("this summary is of this run alone: \"lewis merge\" cannot join "
            "it with others, since --duplicates %s looks at one run's ids only",
            scoring->duplicates);
    return scoring_end(scoring, counts);
}

/* The bank is settled by the first file, if no option did. */
static bool
settle_bank(struct scoring *scoring, struct lewis_answers *answers,
            const char *path)
{
    if (scoring->bank != NULL)
        return true;
    scoring->bank = content_bank_for(
        scoring->shelf, answers,
        strcmp(path, "-") == 0 ? _("standard input") : path);
    return scoring->bank != NULL && make_key(scoring);
}

bool
scoring_file(struct scoring *scoring, const char *path,
             struct lewis_answers **answers)
{
    struct lewis_error error;

    *answers = lewis_answers_open_as(path, &scoring->reading, &error);
    if (*answers == NULL)
        return say_error(&error), false;
    if (!settle_bank(scoring, *answers, path))
        return false;
    if (!lewis_answers_bind(*answers, scoring->bank, &error))
        return say_error(&error), false;
    recognised_say(*answers, scoring->bank, path);
    return true;
}

static bool
begin_summary(struct scoring *scoring, struct lewis_error *error)
{
    const struct lewis_summary_options options = {
        .score = {.prior = scoring->prior,
                  .level = scoring->level,
                  .min_answered = scoring->min_answered},
        .topic = scoring->topic,
        .exclude = scoring->exclude,
        .duplicates = scoring->duplicates,
    };

    if (!scoring->summarise)
        return true;
    scoring->summary = lewis_summary_new(scoring->bank, &options, error);
    return scoring->summary != NULL;
}

static bool
has_team(const struct lewis_answers *answers)
{
    for (size_t c = 0; c < lewis_answers_column_count(answers); c++)
        if (lewis_answers_use(answers, c).use == LEWIS_USE_TEAM)
            return true;
    return false;
}

/* What the options look at must be there. False: said why. */
static bool
has_columns(const struct lewis_answers *answers, const char *path,
            const struct lewis_batch_options *options)
{
    const char *file = strcmp(path, "-") == 0 ? _("standard input") : path;

    if (options->duplicates != LEWIS_DUPLICATES_KEEP &&
        !lewis_answers_has_id(answers)) {
        say("%s: --duplicates looks at the ids of people, and no column is "
            "called id; --map FILE can name it",
            file);
        return false;
    }
    if (options->team_output != NULL && !has_team(answers)) {
        say("%s: --split-by team needs teams, and no column is called team; "
            "--map FILE can name it",
            file);
        return false;
    }
    return true;
}

/* One file, to a run that is made with the first. */
static bool
run_file(struct scoring *scoring, const char *path,
         struct lewis_batch_options *options, struct lewis_batch **batch,
         bool (*pass)(struct lewis_batch *, struct lewis_answers *,
                      struct lewis_error *))
{
    struct lewis_answers *answers = NULL;
    struct lewis_error error;
    bool ok = scoring_file(scoring, path, &answers) &&
              has_columns(answers, path, options);

    if (ok && *batch == NULL) {
        ok = begin_summary(scoring, &error);
        options->key = scoring->key;
        options->summary = scoring->summary;
        *batch = ok ? lewis_batch_new(options, &error) : NULL;
        ok = *batch != NULL || (say_error(&error), false);
    }
    if (ok) {
        size_t before = lewis_batch_counts(*batch).rows;
        if (!pass(*batch, answers, &error))
            ok = (say_error(&error), false);
        else if (pass == lewis_batch_add)
            scoring_say_empty(path, lewis_batch_counts(*batch).rows - before);
    }
    lewis_answers_free(answers);
    return ok;
}

/* Looks for ids that stand more than once, where that must be known first. */
static bool
scan_files(struct scoring *scoring, char **paths, int count,
           struct lewis_batch_options *options, struct lewis_batch **batch)
{
    struct stat status;

    if (options->duplicates != LEWIS_DUPLICATES_LAST &&
        options->duplicates != LEWIS_DUPLICATES_REFUSE)
        return true;
    for (int i = 0; i < count; i++) {
        if (strcmp(paths[i], "-") == 0 ||
            (stat(paths[i], &status) == 0 && !S_ISREG(status.st_mode))) {
            say("--duplicates last and refuse read the answers twice, and %s "
                "can be read once only; save them in a file first",
                strcmp(paths[i], "-") == 0 ? _("standard input") : paths[i]);
            return false;
        }
        if (!run_file(scoring, paths[i], options, batch, lewis_batch_scan))
            return false;
    }
    return true;
}

static void
set_callbacks(struct lewis_batch_options *mine, struct telling *telling)
{
    mine->refused = on_refused;
    mine->incomplete = on_incomplete;
    mine->repeated = on_repeated;
    mine->progress = on_progress;
    mine->scored = telling->asked->scored != NULL ? on_scored : NULL;
    mine->team_output = telling->asked->team_output != NULL ? on_team : NULL;
    mine->payload = telling;
}

int
scoring_run(struct scoring *scoring, char **paths, int count,
            struct lewis_batch_options *options)
{
    struct telling telling = {.asked = options};
    struct lewis_batch_options mine = *options;
    struct lewis_batch *batch = NULL;
    struct lewis_error error;
    int status = EXIT_DONE;

    mine.atlas = scoring->atlas;
    mine.exclude = scoring->exclude;
    set_callbacks(&mine, &telling);
    if (!scan_files(scoring, paths, count, &mine, &batch))
        status = EXIT_TROUBLE;
    for (int i = 0; i < count && status == EXIT_DONE; i++) {
        progress_begin(&telling.progress);
        if (!run_file(scoring, paths[i], &mine, &batch, lewis_batch_add))
            status = EXIT_TROUBLE;
        progress_clear(&telling.progress);
    }
    if (status == EXIT_DONE && !lewis_batch_finish(batch, &error))
        status = say_error(&error);
    if (status == EXIT_DONE) {
        scoring->counts = lewis_batch_counts(batch);
        status = report(scoring, &telling, &scoring->counts);
    }
    lewis_batch_free(batch);
    return status;
}
