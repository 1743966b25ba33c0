/* summary_json.c - a summary read back: the door to jansson of this layer.
 *
 * Every number is held to what it can be, so that nothing that is read can make
 * a sum run over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "base/error.h"
#include "base/translation.h"
#include "base/file.h"
#include "batch/summary.h"

enum {
    N = LEWIS_STYLES,
    MOST_BYTES = 512 << 20,
    MOST_SPAN = 2000 /* of a response scale */
};

/* Sticky: after the first trouble everything reads as 0, "" or nothing. */
struct reading {
    struct lewis_error *error;
    const char *name;
    bool failed;
};

/* Says what is wrong at 'where'. */
static void
damaged(struct reading *r, const char *where, const char *what)
{
    if (!r->failed) {
        error_set(r->error, LEWIS_EINVALID,
                  "%s: %s; the summary is damaged: make it again", where,
                  _(what));
        error_at(r->error, r->name, 0, NULL);
    }
    r->failed = true;
}

static const json_t *
member(struct reading *r, const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);

    if (value == NULL)
        damaged(r, name, N_("is missing"));
    return value;
}

/* A whole number from -most to most, or 0 to most. */
static wide
whole(struct reading *r, const json_t *value, const char *where, wide least,
      wide most)
{
    wide number = 0;
    bool ok = false;

    if (json_is_integer(value)) {
        number = json_integer_value(value);
        ok = true;
    } else if (json_is_string(value)) {
        ok = strlen(json_string_value(value)) == json_string_length(value) &&
             wide_parse(json_string_value(value), &number);
    }
    if (ok && number >= least && number <= most)
        return number;
    if (!r->failed)
        damaged(r, where,
                ok ? N_("is a number that cannot be") : N_("is not a whole number"));
    return 0;
}

static uint64_t
count_of(struct reading *r, const json_t *object, const char *name,
         uint64_t most)
{
    return (uint64_t)whole(r, member(r, object, name), name, 0, (wide)most);
}

static const char *
string_of(struct reading *r, const json_t *object, const char *name)
{
    const json_t *value = member(r, object, name);

    if (json_is_string(value) &&
        strlen(json_string_value(value)) == json_string_length(value))
        return json_string_value(value);
    damaged(r, name, N_("is not a text"));
    return "";
}

static double
number_of(struct reading *r, const json_t *object, const char *name,
          double least, double most)
{
    const json_t *value = member(r, object, name);

    if (json_is_number(value) && json_number_value(value) >= least &&
        json_number_value(value) <= most)
        return json_number_value(value);
    damaged(r, name, N_("is a number that cannot be"));
    return least;
}

static bool
truth_of(struct reading *r, const json_t *object, const char *name)
{
    const json_t *value = member(r, object, name);

    if (!json_is_boolean(value))
        damaged(r, name, N_("is neither true nor false"));
    return json_is_true(value);
}

static enum lewis_style
style_of(struct reading *r, const char *keyword, const char *where)
{
    enum lewis_style style = LEWIS_LINEAR;

    if (!lewis_style_parse(keyword, &style))
        damaged(r, where, N_("is not a style"));
    return style;
}

static char *
keep(struct lewis_summary *summary, const char *string)
{
    return arena_copy(&summary->arena, string, strlen(string));
}

/* ---- the bank and the options ---- */

static void
read_bank(struct reading *r, const json_t *root, struct lewis_summary *summary)
{
    const json_t *bank = member(r, root, "bank");
    const char *kind = string_of(r, bank, "kind");

    summary->bank = keep(summary, string_of(r, bank, "id"));
    summary->version = keep(summary, string_of(r, bank, "version"));
    summary->digest = keep(summary, string_of(r, bank, "sha256"));
    summary->kind =
        strcmp(kind, "rating") == 0 ? LEWIS_BANK_RATING : LEWIS_BANK_CHOICE;
    if (summary->kind == LEWIS_BANK_CHOICE && strcmp(kind, "choice") != 0)
        damaged(r, "kind", N_("is neither rating nor choice"));
}

static void
read_options(struct reading *r, const json_t *root,
             struct lewis_summary *summary)
{
    struct lewis_summary_options *options = &summary->options;
    const json_t *object = member(r, root, "options");

    options->score.prior = number_of(r, object, "prior", 0, 1e300);
    options->score.level = number_of(r, object, "level", 1e-300, 1 - 1e-16);
    options->score.min_answered = number_of(r, object, "min_answered", 0, 1);
    options->topic = json_is_null(member(r, object, "topic"))
                         ? NULL
                         : keep(summary, string_of(r, object, "topic"));
    options->exclude = truth_of(r, object, "exclude_flagged");
    options->duplicates = keep(summary, string_of(r, object, "duplicates"));
}

/* ---- items ---- */

static enum lewis_form
form_of(struct reading *r, const char *keyword)
{
    for (int f = 0; f < LEWIS_FORMS; f++)
        if (strcmp(lewis_form_keyword((enum lewis_form)f), keyword) == 0)
            return (enum lewis_form)f;
    damaged(r, keyword, N_("is not a form of item"));
    return LEWIS_RATE;
}

static void
read_options_of(struct reading *r, const json_t *object,
                struct counted_item *item)
{
    const json_t *list = json_object_get(object, "options");
    size_t most = item->form == LEWIS_RATE || item->form == LEWIS_CHECK
                      ? 0
                      : LEWIS_OPTIONS;

    item->options = json_array_size(list);
    if (item->options > most || (most > 0 && item->options < 2)) {
        damaged(r, item->id, N_("has a number of options that cannot be"));
        item->options = 0;
    }
    for (size_t o = 0; o < item->options; o++) {
        const json_t *pair = json_array_get(list, o);
        const char *letter = json_string_value(json_array_get(pair, 0));
        const char *style = json_string_value(json_array_get(pair, 1));
        if (letter == NULL || style == NULL || strlen(letter) != 1) {
            damaged(r, item->id, N_("has an option that cannot be"));
            return;
        }
        item->letter[o] = *letter;
        item->option_style[o] = style_of(r, style, item->id);
    }
}

static void
read_item(struct reading *r, struct lewis_summary *summary,
          const json_t *object, struct counted_item *item)
{
    item->id = keep(summary, string_of(r, object, "id"));
    item->form = form_of(r, string_of(r, object, "form"));
    if (item->form == LEWIS_RATE) {
        item->style = style_of(r, string_of(r, object, "style"), "style");
        item->reverse = truth_of(r, object, "reverse");
    }
    if (item->form != LEWIS_PICK && item->form != LEWIS_RANK) {
        item->lo = (int)whole(r, member(r, object, "lowest"), "lowest",
                              -MOST_SPAN, MOST_SPAN);
        item->hi = (int)whole(r, member(r, object, "highest"), "highest",
                              item->lo + 1, item->lo + MOST_SPAN);
    }
    if (r->failed)
        return;
    read_options_of(r, object, item);
    item->cells = counted_item_cells(item);
}

static void
read_answers(struct reading *r, const json_t *object, struct counted_item *item,
             uint64_t rows)
{
    const json_t *answers = member(r, object, "answers");
    char word[COUNTED_WORD];

    item->missing = count_of(r, object, "missing", rows);
    for (size_t c = 0; c < item->cells && !r->failed; c++) {
        counted_item_word(item, c, word);
        item->count[c] = count_of(r, answers, word, rows);
    }
}

static void
read_items(struct reading *r, const json_t *root, struct lewis_summary *summary)
{
    const json_t *list = member(r, root, "items");

    summary->item_count = json_array_size(list);
    summary->item = arena_array(&summary->arena, summary->item_count + 1,
                                sizeof *summary->item);
    for (size_t i = 0;
         i < summary->item_count && summary->item != NULL && !r->failed; i++)
        read_item(r, summary, json_array_get(list, i), &summary->item[i]);
}

static void
read_list(struct reading *r, const json_t *object, const char *name,
          uint64_t *number, size_t count, uint64_t most)
{
    const json_t *list = member(r, object, name);

    if (json_array_size(list) != count)
        damaged(r, name, N_("has another length than its items ask for"));
    for (size_t i = 0; i < count && !r->failed; i++)
        number[i] =
            (uint64_t)whole(r, json_array_get(list, i), name, 0, (wide)most);
}

static void
read_products(struct reading *r, const json_t *root,
              struct lewis_summary *summary, uint64_t rows)
{
    const json_t *list = member(r, root, "products");

    for (int s = 0; s < N && summary->kind == LEWIS_BANK_RATING; s++) {
        struct summary_style *style = &summary->style[s];
        const json_t *object = json_array_get(list, (size_t)s);
        uint64_t n = style->complete = count_of(r, object, "complete", rows);
        read_list(r, object, "sums", style->sum, style->k, n * MOST_SPAN);
        read_list(r, object, "products", style->cross,
                  style->k * (style->k + 1) / 2, n * MOST_SPAN * MOST_SPAN);
    }
}

/* ---- groups ---- */

static void
read_bins(struct reading *r, const json_t *list, struct group *group,
          uint64_t *bin)
{
    size_t index;
    const json_t *pair;
    uint64_t scored = group->status[LEWIS_SCORED], sum = 0;
    wide next = 0;

    json_array_foreach(list, index, pair)
    {
        wide at = whole(r, json_array_get(pair, 0), "histogram", next,
                        (wide)group->bins - 1);
        bin[at] = (uint64_t)whole(r, json_array_get(pair, 1), "histogram", 1,
                                  (wide)scored);
        if (r->failed)
            return;
        sum += bin[at];
        next = at + 1;
    }
    if (sum != scored)
        damaged(r, "histogram", N_("does not hold as many people as were scored"));
}

static void
read_sums(struct reading *r, const json_t *object, struct group *group)
{
    const json_t *sums = member(r, object, "sums");
    wide scored = (wide)group->status[LEWIS_SCORED];

    for (const struct group_sum *s = group_sums; s->name != NULL; s++) {
        wide most = scored << s->bits;
        wide least = strncmp(s->name, "error", 5) == 0 ? -most : 0;
        *(wide *)((char *)group + s->at) =
            whole(r, member(r, sums, s->name), s->name, least, most);
    }
}

static void
read_group(struct reading *r, const json_t *object, struct group *group)
{
    const json_t *histogram;

    for (const struct group_count *c = group_counts; c->name != NULL; c++)
        *(uint64_t *)((char *)group + c->at) = count_of(
            r, member(r, object, c->part), c->name, LEWIS_SUMMARY_ROWS);
    read_sums(r, object, group);
    histogram = member(r, object, "histogram");
    for (int s = 0; s < N && !r->failed; s++)
        read_bins(
            r, member(r, histogram, lewis_style_keyword((enum lewis_style)s)),
            group, group->bin + (size_t)s * group->bins);
}

static void
read_team(struct reading *r, const json_t *object,
          struct lewis_summary *summary)
{
    const char *name = string_of(r, object, "team");
    size_t before = summary->team_count;
    struct summary_team *team;
    bool other;

    if (r->failed)
        return;
    team = summary_team(summary, name, strlen(name), &other);
    if (team == NULL && !other) {
        r->failed = !error_memory(r->error);
        return;
    }
    if (other || summary->team_count == before ||
        summary->team[before] != team || *name == '\0')
        damaged(r, "teams", N_("are not in order of their names"));
    else
        read_group(r, object, &team->group);
}

static void
read_teams(struct reading *r, const json_t *root, struct lewis_summary *summary)
{
    const json_t *list = member(r, root, "teams"), *object;
    size_t index;

    summary->without_team =
        count_of(r, root, "without_team", LEWIS_SUMMARY_ROWS);
    if (json_array_size(list) > LEWIS_SUMMARY_TEAMS)
        damaged(r, "teams", N_("are more than a summary holds"));
    json_array_foreach(list, index, object)
    {
        if (r->failed)
            return;
        read_team(r, object, summary);
    }
    read_group(r, member(r, root, "other_teams"), &summary->other);
}

/* Every row but the empty ones is in a team, with the others, or without. */
static void
check_teams(struct reading *r, const struct lewis_summary *summary)
{
    uint64_t rows = summary->without_team + summary->all.status[GROUP_EMPTY] +
                    group_rows(&summary->other);

    for (size_t t = 0; t < summary->team_count; t++)
        rows += group_rows(&summary->team[t]->group);
    if (!r->failed && rows != lewis_summary_rows(summary))
        damaged(r, "teams", N_("do not add up to all rows"));
}

/* ---- the whole ---- */

static void
check_version(struct reading *r, const json_t *root)
{
    const json_t *version = json_object_get(root, "lewis_summary");

    if (!json_is_integer(version)) {
        error_set(r->error, LEWIS_EINVALID,
                  "this is JSON, but not a summary of lewis score --summary");
        error_at(r->error, r->name, 0, NULL);
        r->failed = true;
    } else if (json_integer_value(version) != LEWIS_SUMMARY_VERSION) {
        bool newer = json_integer_value(version) > LEWIS_SUMMARY_VERSION;

        error_set(r->error, LEWIS_EINVALID,
                  newer ? N_("lewis_summary: this is version %lld, written by "
                             "a newer lewis; this one reads version %d")
                        : N_("lewis_summary: this is version %lld, written by "
                             "another lewis; this one reads version %d"),
                  (long long)json_integer_value(version),
                  LEWIS_SUMMARY_VERSION);
        error_at(r->error, r->name, 0, NULL);
        r->failed = true;
    }
}

static void
check_digest(struct reading *r, const json_t *root,
             const struct lewis_summary *summary)
{
    char digest[LEWIS_SUMMARY_DIGEST];

    if (r->failed)
        return;
    if (!lewis_summary_digest(summary, digest, r->error))
        r->failed = true;
#ifndef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION /* no made up input has it */
    else if (strcmp(string_of(r, root, "sha256"), digest) != 0)
        damaged(r, "sha256", N_("does not fit the numbers, so one was changed"));
#else
    (void)root;
#endif
}

static void
read_counts(struct reading *r, const json_t *root,
            struct lewis_summary *summary)
{
    const json_t *items = json_object_get(root, "items");
    uint64_t rows = count_of(r, root, "rows", LEWIS_SUMMARY_ROWS);

    read_group(r, member(r, root, "all"), &summary->all);
    if (!r->failed && lewis_summary_rows(summary) != rows)
        damaged(r, "rows", N_("is not the sum of all.status"));
    for (size_t i = 0; i < summary->item_count && !r->failed; i++)
        read_answers(r, json_array_get(items, i), &summary->item[i], rows);
    read_products(r, root, summary, rows);
    read_teams(r, root, summary);
    check_teams(r, summary);
}

static struct lewis_summary *
read_summary(struct reading *r, const json_t *root)
{
    struct lewis_summary *summary = calloc(1, sizeof *summary);

    if (summary == NULL) {
        error_memory(r->error);
        return NULL;
    }
    check_version(r, root);
    if (!r->failed) {
        read_bank(r, root, summary);
        read_options(r, root, summary);
        read_items(r, root, summary);
    }
    if (!r->failed && arena_failed(&summary->arena))
        r->failed = !error_memory(r->error);
    if (!r->failed && !summary_begin(summary, r->error))
        r->failed = true;
    if (!r->failed)
        read_counts(r, root, summary);
    check_digest(r, root, summary);
    if (!r->failed)
        return summary;
    lewis_summary_free(summary);
    return NULL;
}

struct lewis_summary *
lewis_summary_parse(const char *bytes, size_t size, const char *name,
                    struct lewis_error *error)
{
    struct lewis_error own;
    struct reading reading = {error == NULL ? &own : error, name, false};
    struct lewis_summary *summary;
    json_error_t trouble;
    json_t *root = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &trouble);

    if (root == NULL) {
        error_set(error, LEWIS_ESYNTAX,
                  "this is not JSON, or a part of it is missing: %s",
                  trouble.text);
        error_at(error, name, trouble.line, NULL);
        return NULL;
    }
    summary = read_summary(&reading, root);
    json_decref(root);
    return summary;
}

struct lewis_summary *
lewis_summary_load(const char *path, struct lewis_error *error)
{
    bool standard = strcmp(path, "-") == 0;
    const char *name = standard ? _("standard input") : path;
    struct lewis_summary *summary;
    size_t size;
    char *bytes =
        standard ? file_read_open(STDIN_FILENO, name, MOST_BYTES, &size, error)
                 : file_read(path, MOST_BYTES, &size, error);

    if (bytes == NULL)
        return NULL;
    summary = lewis_summary_parse(bytes, size, name, error);
    free(bytes);
    return summary;
}
