/* summary.c - what many rows come to: adding up and joining.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <lewis/items.h>

#include "base/error.h"
#include "batch/summary.h"

enum { N = LEWIS_STYLES };

/* ---- made and ended ---- */

static void
begin_style(struct lewis_summary *summary, enum lewis_style s)
{
    struct summary_style *style = &summary->style[s];
    struct arena *arena = &summary->arena;
    size_t k = 0;

    style->item =
        arena_array(arena, summary->item_count + 1, sizeof *style->item);
    for (size_t i = 0; i < summary->item_count && style->item != NULL; i++)
        if (summary->item[i].form == LEWIS_RATE && summary->item[i].style == s)
            style->item[k++] = i;
    style->k = k;
    if (k > LEWIS_ITEMS_MOST)
        return;
    style->x = arena_array(arena, k + 1, sizeof *style->x);
    style->sum = arena_array(arena, k + 1, sizeof *style->sum);
    style->cross =
        arena_array(arena, k * (k + 1) / 2 + 1, sizeof *style->cross);
}

bool
summary_begin(struct lewis_summary *summary, struct lewis_error *error)
{
    struct arena *arena = &summary->arena;

    for (size_t i = 0; i < summary->item_count; i++)
        summary->item[i].count =
            arena_array(arena, summary->item[i].cells, sizeof(uint64_t));
    summary->all.bins = SUMMARY_BINS;
    summary->other.bins = SUMMARY_TEAM_BINS;
    summary->all.bin = arena_array(arena, N * SUMMARY_BINS, sizeof(uint64_t));
    summary->other.bin =
        arena_array(arena, N * SUMMARY_TEAM_BINS, sizeof(uint64_t));
    summary->team =
        arena_array(arena, LEWIS_SUMMARY_TEAMS, sizeof *summary->team);
    for (int s = 0; s < N; s++) {
        begin_style(summary, (enum lewis_style)s);
        if (summary->style[s].k > LEWIS_ITEMS_MOST)
            return error_set(error, LEWIS_EINVALID,
                             "%s has %zu items; no more than %d can be "
                             "compared",
                             lewis_style_keyword((enum lewis_style)s),
                             summary->style[s].k, LEWIS_ITEMS_MOST);
    }
    return !arena_failed(arena) || error_memory(error);
}

static const char *
copy(struct arena *arena, const char *string)
{
    return string == NULL ? NULL : arena_copy(arena, string, strlen(string));
}

static void
take_bank(struct lewis_summary *summary, const struct lewis_bank *bank)
{
    struct arena *arena = &summary->arena;

    summary->bank = copy(arena, lewis_bank_id(bank));
    summary->version = copy(arena, lewis_bank_version(bank));
    summary->digest = copy(arena, lewis_bank_digest(bank));
    summary->kind = lewis_bank_kind(bank);
    summary->item_count = lewis_bank_item_count(bank);
    summary->item =
        arena_array(arena, summary->item_count + 1, sizeof *summary->item);
    for (size_t i = 0; i < summary->item_count && summary->item != NULL; i++) {
        summary->item[i] = counted_item_of(lewis_bank_item(bank, i));
        summary->item[i].id = copy(arena, summary->item[i].id);
    }
}

static void
take_options(struct lewis_summary *summary, const struct lewis_bank *bank,
             const struct lewis_summary_options *options)
{
    summary->options = *options;
    summary->options.topic = copy(&summary->arena, options->topic);
    summary->options.duplicates =
        copy(&summary->arena,
             options->duplicates == NULL ? "keep" : options->duplicates);
    if (options->score.min_answered < 0)
        summary->options.score.min_answered = lewis_bank_min_answered(bank);
}

struct lewis_summary *
lewis_summary_new(const struct lewis_bank *bank,
                  const struct lewis_summary_options *options,
                  struct lewis_error *error)
{
    struct lewis_summary *summary = calloc(1, sizeof *summary);

    if (summary != NULL) {
        take_bank(summary, bank);
        take_options(summary, bank, options);
    }
    if (summary == NULL || arena_failed(&summary->arena))
        error_memory(error);
    else if (summary_begin(summary, error))
        return summary;
    lewis_summary_free(summary);
    return NULL;
}

struct lewis_summary *
summary_like(const struct lewis_summary *summary)
{
    struct lewis_summary *like = calloc(1, sizeof *like);

    if (like == NULL)
        return NULL;
    like->bank = summary->bank;
    like->version = summary->version;
    like->digest = summary->digest;
    like->kind = summary->kind;
    like->options = summary->options;
    like->item_count = summary->item_count;
    like->item =
        arena_array(&like->arena, like->item_count + 1, sizeof *like->item);
    for (size_t i = 0; i < like->item_count && like->item != NULL; i++) {
        like->item[i] = summary->item[i];
        like->item[i].missing = 0;
    }
    if (like->item != NULL && summary_begin(like, NULL))
        return like;
    lewis_summary_free(like);
    return NULL;
}

static void
free_team(struct summary_team *team)
{
    free(team->group.bin);
    free(team);
}

static void
free_teams(struct lewis_summary *summary)
{
    for (size_t t = 0; t < summary->team_count; t++)
        free_team(summary->team[t]);
    summary->team_count = 0;
    summary->last = NULL;
}

static void
clear_group(struct group *group)
{
    size_t bins = group->bins;
    uint64_t *bin = group->bin;

    memset(bin, 0, N * bins * sizeof *bin);
    *group = (struct group){.bins = bins, .bin = bin};
}

void
summary_clear(struct lewis_summary *summary)
{
    for (size_t i = 0; i < summary->item_count; i++) {
        struct counted_item *item = &summary->item[i];
        item->missing = 0;
        memset(item->count, 0, item->cells * sizeof *item->count);
    }
    for (int s = 0; s < N; s++) {
        struct summary_style *style = &summary->style[s];
        style->complete = 0;
        memset(style->sum, 0, style->k * sizeof *style->sum);
        memset(style->cross, 0,
               style->k * (style->k + 1) / 2 * sizeof *style->cross);
    }
    clear_group(&summary->all);
    clear_group(&summary->other);
    summary->without_team = 0;
    free_teams(summary);
}

void
lewis_summary_free(struct lewis_summary *summary)
{
    if (summary == NULL)
        return;
    free_teams(summary);
    arena_release(&summary->arena);
    free(summary);
}

/* ---- teams ---- */

static int
compare_name(const struct summary_team *team, const char *name, size_t size)
{
    size_t least = team->size < size ? team->size : size;
    int order = memcmp(team->name, name, least);

    return order != 0 ? order : (team->size > size) - (team->size < size);
}

/* Where the name stands among the teams, or would. */
static size_t
place_of(const struct lewis_summary *summary, const char *name, size_t size)
{
    size_t low = 0, high = summary->team_count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (compare_name(summary->team[middle], name, size) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct summary_team *
make_team(const char *name, size_t size)
{
    struct summary_team *team = calloc(1, sizeof *team + size + 1);

    if (team == NULL)
        return NULL;
    team->group.bins = SUMMARY_TEAM_BINS;
    team->group.bin = calloc(N * SUMMARY_TEAM_BINS, sizeof *team->group.bin);
    team->size = size;
    memcpy(team->name, name, size);
    if (team->group.bin != NULL)
        return team;
    free(team);
    return NULL;
}

static bool
can_be_named(const char *name, size_t size)
{
    return size <= LEWIS_SUMMARY_NAME && memchr(name, '\0', size) == NULL &&
           utf8_valid(name, size);
}

/* The last team goes to the others. No order of rows can bring it back: the
 * names before it do not become fewer. */
static void
drop_last(struct lewis_summary *summary)
{
    struct summary_team *team = summary->team[--summary->team_count];

    group_join(&summary->other, &team->group);
    if (summary->last == team)
        summary->last = NULL;
    free_team(team);
}

static struct summary_team *
insert_team(struct lewis_summary *summary, size_t at, const char *name,
            size_t size)
{
    struct summary_team *team = make_team(name, size);

    if (team == NULL)
        return NULL;
    if (summary->team_count == LEWIS_SUMMARY_TEAMS)
        drop_last(summary);
    memmove(&summary->team[at + 1], &summary->team[at],
            (summary->team_count - at) * sizeof *summary->team);
    summary->team[at] = team;
    summary->team_count++;
    return team;
}

struct summary_team *
summary_team(struct lewis_summary *summary, const char *name, size_t size,
             bool *other)
{
    struct summary_team *team = summary->last;
    size_t at;

    *other = false;
    if (team != NULL && compare_name(team, name, size) == 0)
        return team;
    at = place_of(summary, name, size);
    if (at < summary->team_count &&
        compare_name(summary->team[at], name, size) == 0) {
        team = summary->team[at];
    } else {
        *other = at == LEWIS_SUMMARY_TEAMS || !can_be_named(name, size);
        team = *other ? NULL : insert_team(summary, at, name, size);
    }
    if (team != NULL)
        summary->last = team;
    return team;
}

/* Adds a row to the group of its team. */
static bool
add_to_team(struct lewis_summary *summary, const struct lewis_sheet *sheet,
            const struct group_row *row)
{
    struct summary_team *team;
    bool other;

    if (sheet->team_size == 0) {
        summary->without_team++;
        return true;
    }
    team = summary_team(summary, sheet->team, sheet->team_size, &other);
    if (team == NULL && !other)
        return false;
    group_add(other ? &summary->other : &team->group, row);
    return true;
}

/* ---- rows ---- */

/* False when an answer is missing. */
static bool
key_row(const struct lewis_summary *summary, struct summary_style *style,
        const struct lewis_answer *answer)
{
    for (size_t i = 0; i < style->k; i++) {
        const struct counted_item *item = &summary->item[style->item[i]];
        const struct lewis_answer *one = &answer[style->item[i]];
        if (one->count == 0)
            return false;
        style->x[i] = (uint32_t)(item->reverse ? item->hi - one->value
                                               : one->value - item->lo);
    }
    return style->k > 0;
}

static void
add_products(struct summary_style *style)
{
    uint64_t *cross = style->cross;

    style->complete++;
    for (size_t i = 0; i < style->k; i++) {
        uint64_t x = style->x[i];
        style->sum[i] += x;
        for (size_t j = 0; j <= i; j++)
            cross[j] += x * style->x[j];
        cross += i + 1;
    }
}

static void
add_answers(struct lewis_summary *summary, const struct lewis_answer *answer)
{
    for (size_t i = 0; i < summary->item_count; i++)
        counted_item_add(&summary->item[i], &answer[i]);
    for (int s = 0; s < N; s++)
        if (key_row(summary, &summary->style[s], answer))
            add_products(&summary->style[s]);
}

bool
lewis_summary_add(struct lewis_summary *summary,
                  const struct lewis_sheet *sheet,
                  const struct lewis_score *score,
                  const struct lewis_quality *quality)
{
    struct group_row row;

    group_row_of(&row, score, quality);
    group_add(&summary->all, &row);
    if (score->status == LEWIS_SCORED || score->status == LEWIS_INCOMPLETE)
        add_answers(summary, sheet->answer);
    return add_to_team(summary, sheet, &row);
}

bool
lewis_summary_add_duplicate(struct lewis_summary *summary,
                            const struct lewis_sheet *sheet)
{
    const struct group_row row = {.status = (enum lewis_status)GROUP_DUPLICATE};

    group_add(&summary->all, &row);
    return add_to_team(summary, sheet, &row);
}

void
lewis_summary_add_empty(struct lewis_summary *summary)
{
    summary->all.status[GROUP_EMPTY]++;
}

uint64_t
lewis_summary_rows(const struct lewis_summary *summary)
{
    return group_rows(&summary->all);
}

/* ---- joined ---- */

static bool
same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool
same_bank(const struct lewis_summary *a, const struct lewis_summary *b,
          struct lewis_error *error)
{
    if (!same_text(a->bank, b->bank))
        return error_set(error, LEWIS_EINVALID,
                         "is about bank %s, and what stands before it about "
                         "%s; join summaries of one bank",
                         b->bank, a->bank);
    if (!same_text(a->version, b->version))
        return error_set(error, LEWIS_EINVALID,
                         "is about version %s of bank %s, and what stands "
                         "before it about version %s; score all parts with "
                         "one version",
                         b->version, b->bank, a->version);
    if (!same_text(a->digest, b->digest))
        return error_set(error, LEWIS_EINVALID,
                         "bank %s %s was another file here (SHA-256 %.12s..., "
                         "before %.12s...); score all parts with the same file",
                         b->bank, b->version, b->digest, a->digest);
    return true;
}

static bool
same_number(double a, double b, const char *option, struct lewis_error *error)
{
    return a == b ||
           error_set(error, LEWIS_EINVALID,
                     "was scored with --%s %g, and what stands before it with "
                     "%g; score all parts alike",
                     option, b, a);
}

static bool
same_options(const struct lewis_summary_options *a,
             const struct lewis_summary_options *b, struct lewis_error *error)
{
    if (!same_number(a->score.prior, b->score.prior, "prior", error) ||
        !same_number(a->score.level, b->score.level, "level", error) ||
        !same_number(a->score.min_answered, b->score.min_answered,
                     "min-answered", error))
        return false;
    if (!same_text(a->topic, b->topic))
        return error_set(error, LEWIS_EINVALID,
                         "is about %s%s, and what stands before it about %s%s; "
                         "score all parts alike",
                         b->topic == NULL ? "all topics" : "topic ",
                         b->topic == NULL ? "" : b->topic,
                         a->topic == NULL ? "all topics" : "topic ",
                         a->topic == NULL ? "" : a->topic);
    if (a->exclude != b->exclude)
        return error_set(error, LEWIS_EINVALID,
                         "was scored %s --exclude-flagged, and what stands "
                         "before it %s; score all parts alike",
                         b->exclude ? "with" : "without",
                         a->exclude ? "with" : "without");
    return true;
}

static bool
same_duplicates(const struct lewis_summary *a, const struct lewis_summary *b,
                struct lewis_error *error)
{
    const char *mine = a->options.duplicates, *other = b->options.duplicates;
    bool keep = strcmp(mine, "keep") == 0 && strcmp(other, "keep") == 0;

    return keep ||
           error_set(error, LEWIS_EINVALID,
                     "--duplicates %s looks at one run's ids only, and the "
                     "same id may stand in two parts; take double rows out of "
                     "the whole first, then score the parts without it",
                     strcmp(mine, "keep") == 0 ? other : mine);
}

/* A file may say one bank and hold the items of another. */
static bool
same_items(const struct lewis_summary *a, const struct lewis_summary *b,
           struct lewis_error *error)
{
    bool same = a->item_count == b->item_count;

    for (size_t i = 0; same && i < a->item_count; i++)
        same = same_text(a->item[i].id, b->item[i].id) &&
               a->item[i].form == b->item[i].form &&
               a->item[i].cells == b->item[i].cells &&
               a->item[i].style == b->item[i].style;
    return same ||
           error_set(error, LEWIS_EINVALID,
                     "has other items than what stands before it, and "
                     "says it is the same bank; one of them is damaged");
}

static void
add_counts(uint64_t *into, const uint64_t *from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        into[i] += from[i];
}

static void
join_answers(struct lewis_summary *into, const struct lewis_summary *from)
{
    for (size_t i = 0; i < into->item_count; i++) {
        add_counts(into->item[i].count, from->item[i].count,
                   into->item[i].cells);
        into->item[i].missing += from->item[i].missing;
    }
    for (int s = 0; s < N; s++) {
        struct summary_style *style = &into->style[s];
        style->complete += from->style[s].complete;
        add_counts(style->sum, from->style[s].sum, style->k);
        add_counts(style->cross, from->style[s].cross,
                   style->k * (style->k + 1) / 2);
    }
}

/* The teams, so that nothing can fail once joining has begun; NULL when out of
 * memory. */
static struct summary_team **
copy_teams(const struct lewis_summary *from)
{
    struct summary_team **copies = calloc(from->team_count + 1, sizeof *copies);

    for (size_t t = 0; t < from->team_count && copies != NULL; t++) {
        copies[t] = make_team(from->team[t]->name, from->team[t]->size);
        if (copies[t] == NULL) {
            while (t-- > 0)
                free_team(copies[t]);
            free(copies);
            return NULL;
        }
        group_join(&copies[t]->group, &from->team[t]->group);
    }
    return copies;
}

/* A team that is nobody's yet: joined, put in its place, or among the others.
 */
static void
settle_team(struct lewis_summary *into, struct summary_team *team)
{
    size_t at = place_of(into, team->name, team->size);

    if (at < into->team_count &&
        compare_name(into->team[at], team->name, team->size) == 0) {
        group_join(&into->team[at]->group, &team->group);
    } else if (at == LEWIS_SUMMARY_TEAMS) {
        group_join(&into->other, &team->group);
    } else {
        if (into->team_count == LEWIS_SUMMARY_TEAMS)
            drop_last(into);
        memmove(&into->team[at + 1], &into->team[at],
                (into->team_count - at) * sizeof *into->team);
        into->team[at] = team;
        into->team_count++;
        return;
    }
    free_team(team);
}

static bool
join(struct lewis_summary *into, const struct lewis_summary *from,
     struct lewis_error *error)
{
    struct summary_team **team;

    if (!same_items(into, from, error))
        return false;
    if (lewis_summary_rows(into) + lewis_summary_rows(from) >
        LEWIS_SUMMARY_ROWS)
        return error_set(error, LEWIS_EINVALID,
                         "with it there are more than 10^12 rows");
    team = copy_teams(from);
    if (team == NULL)
        return error_memory(error);
    join_answers(into, from);
    group_join(&into->all, &from->all);
    group_join(&into->other, &from->other);
    into->without_team += from->without_team;
    for (size_t t = 0; t < from->team_count; t++)
        settle_team(into, team[t]);
    free(team);
    return true;
}

bool
lewis_summary_gather(struct lewis_summary *into,
                     const struct lewis_summary *from,
                     struct lewis_error *error)
{
    return same_bank(into, from, error) &&
           same_options(&into->options, &from->options, error) &&
           join(into, from, error);
}

bool
lewis_summary_merge(struct lewis_summary *into,
                    const struct lewis_summary *from, struct lewis_error *error)
{
    return same_bank(into, from, error) &&
           same_options(&into->options, &from->options, error) &&
           same_duplicates(into, from, error) && join(into, from, error);
}
