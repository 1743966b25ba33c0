/* summary.c - what many rows come to: made, ended, added up.
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
    style->held =
        arena_array(arena, (k + 1) * SUMMARY_HELD, sizeof *style->held);
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
    summary_free_teams(summary);
}

void
lewis_summary_free(struct lewis_summary *summary)
{
    if (summary == NULL)
        return;
    summary_free_teams(summary);
    arena_release(&summary->arena);
    free(summary);
}

/* ---- rows ---- */

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
summary_add_row(struct lewis_summary *summary, const struct lewis_sheet *sheet,
                const struct lewis_score *score,
                const struct lewis_quality *quality)
{
    struct group_row row;

    group_row_of(&row, score, quality);
    group_add(&summary->all, &row);
    return add_to_team(summary, sheet, &row);
}

bool
lewis_summary_add(struct lewis_summary *summary,
                  const struct lewis_sheet *sheet,
                  const struct lewis_score *score,
                  const struct lewis_quality *quality)
{
    if (score->status == LEWIS_SCORED || score->status == LEWIS_INCOMPLETE)
        add_answers(summary, sheet->answer);
    return summary_add_row(summary, sheet, score, quality);
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
