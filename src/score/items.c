/* items.c - adding up answer sheets, item by item.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/translation.h"
#include "score/items.h"

enum { N = LEWIS_STYLES };

const char *
lewis_lack_words(enum lewis_lack lack)
{
    static const char *const words[LEWIS_LACKS] = {
        [LEWIS_LACK_NOTHING] = "",
        [LEWIS_LACK_DOES_NOT_APPLY] = N_("does not apply"),
        [LEWIS_LACK_ANSWERS] = N_("too few answers"),
        [LEWIS_LACK_ONE_ITEM] = N_("one item"),
        [LEWIS_LACK_FEW_ITEMS] = N_("under three items"),
        [LEWIS_LACK_VARIANCE] = N_("no variance"),
        [LEWIS_LACK_ALPHA] = N_("alpha is below 0"),
        [LEWIS_LACK_SCALE] = N_("different scales"),
        [LEWIS_LACK_END] = N_("did not settle"),
        [LEWIS_LACK_STYLE] = N_("a style has no item"),
    };

    return words[lack];
}

struct lewis_items_options
lewis_items_defaults(void)
{
    return (struct lewis_items_options){.people = LEWIS_ITEMS_PEOPLE,
                                        .halves = LEWIS_ITEMS_HALVES,
                                        .seed = 1,
                                        .min_answered = -1};
}

/* Room for the answers of each style, and which items it has. */
static bool
begin_style(struct lewis_items *items, enum lewis_style style,
            struct lewis_error *error)
{
    struct style_sums *sums = &items->sums[style];
    size_t k = 0;

    sums->item =
        arena_array(&items->arena, items->count + 1, sizeof *sums->item);
    for (size_t i = 0; i < items->count && sums->item != NULL; i++) {
        const struct lewis_item *item = lewis_bank_item(items->bank, i);
        if (item->form == LEWIS_RATE && item->style == style)
            sums->item[k++] = i;
    }
    if (k > LEWIS_ITEMS_MOST)
        return error_set(error, LEWIS_EINVALID,
                         "%s has %zu items; no more than %d can be compared",
                         lewis_style_keyword(style), k, LEWIS_ITEMS_MOST);
    sums->k = k;
    sums->x = arena_array(&items->arena, k + 1, sizeof *sums->x);
    sums->sum = arena_array(&items->arena, k + 1, sizeof *sums->sum);
    sums->cross = arena_array(&items->arena, k * k + 1, sizeof *sums->cross);
    return true;
}

static void
begin_items(struct lewis_items *items)
{
    items->tally =
        arena_array(&items->arena, items->count + 1, sizeof *items->tally);
    items->item =
        arena_array(&items->arena, items->count + 1, sizeof *items->item);
    for (size_t i = 0; i < items->count && !arena_failed(&items->arena); i++) {
        const struct lewis_response *response =
            lewis_bank_item(items->bank, i)->response;
        if (response == NULL)
            continue;
        items->item[i].values = (size_t)(response->hi - response->lo + 1);
        items->item[i].count = items->tally[i].count =
            arena_array(&items->arena, items->item[i].values,
                        sizeof *items->tally[i].count);
    }
}

struct lewis_items *
lewis_items_new(const struct lewis_bank *bank,
                const struct lewis_items_options *options,
                struct lewis_error *error)
{
    struct lewis_items *items = calloc(1, sizeof *items);
    bool ok = true;

    if (items == NULL) {
        error_memory(error);
        return NULL;
    }
    items->bank = bank;
    items->options = *options;
    items->count = lewis_bank_item_count(bank);
    begin_items(items);
    for (int s = 0; s < N && ok; s++)
        ok = begin_style(items, (enum lewis_style)s, error);
    crowd_begin(&items->crowd, bank, options);
    if (ok && arena_failed(&items->arena))
        ok = error_memory(error);
    if (!ok) {
        lewis_items_free(items);
        return NULL;
    }
    return items;
}

void
lewis_items_free(struct lewis_items *items)
{
    if (items == NULL)
        return;
    arena_release(&items->arena);
    free(items->crowd.cells);
    free(items);
}

/* False when an answer is missing. */
static bool
key_row(const struct lewis_items *items, struct style_sums *sums,
        const struct lewis_answer *answer)
{
    for (size_t i = 0; i < sums->k; i++) {
        const struct lewis_item *item =
            lewis_bank_item(items->bank, sums->item[i]);
        const struct lewis_answer *one = &answer[sums->item[i]];
        if (one->count == 0)
            return false;
        sums->x[i] = item->reverse ? item->response->hi - one->value
                                   : one->value - item->response->lo;
    }
    return sums->k > 0;
}

static void
add_row(struct style_sums *sums)
{
    size_t k = sums->k;

    sums->complete++;
    for (size_t i = 0; i < k; i++) {
        sums->sum[i] += sums->x[i];
        for (size_t j = 0; j <= i; j++)
            sums->cross[i * k + j] += sums->x[i] * sums->x[j];
    }
}

bool
lewis_items_add(struct lewis_items *items, const struct lewis_sheet *sheet,
                struct lewis_error *error)
{
    items->rows++;
    if (sheet->refused) {
        items->refused++;
        return true;
    }
    for (size_t i = 0; i < items->count; i++)
        tally_add(&items->tally[i], lewis_bank_item(items->bank, i),
                  &sheet->answer[i]);
    for (int s = 0; s < N; s++)
        if (key_row(items, &items->sums[s], sheet->answer))
            add_row(&items->sums[s]);
    if (lewis_bank_kind(items->bank) == LEWIS_BANK_CHOICE &&
        !crowd_add(&items->crowd, items->bank, sheet->answer))
        return error_memory(error);
    return true;
}

/* Everything "does not apply", until it is computed. */
static void
begin_figures(struct lewis_items *items)
{
    const struct lewis_figure none = {NAN, LEWIS_LACK_DOES_NOT_APPLY};

    for (int s = 0; s < N; s++)
        items->style[s] =
            (struct lewis_style_figures){.mean = none,
                                         .sd = none,
                                         .mean_points = none,
                                         .sd_points = none,
                                         .alpha = none,
                                         .feldt_low = none,
                                         .feldt_high = none,
                                         .duhachek_low = none,
                                         .duhachek_high = none,
                                         .lambda2 = none,
                                         .omega = none,
                                         .sem = none,
                                         .sem_points = none,
                                         .mean_r = none,
                                         .halves_r = none,
                                         .reliability = none,
                                         .reliability_low = none,
                                         .reliability_high = none};
    for (size_t i = 0; i < items->count; i++) {
        struct lewis_item_figures *f = &items->item[i];
        f->n = items->tally[i].n;
        f->missing = items->tally[i].missing;
        f->mean = f->sd = f->skew = f->floor = f->ceiling = f->r_drop =
            f->alpha_without = f->failed = f->information = f->information_own =
                none;
        for (size_t o = 0; o < LEWIS_OPTIONS; o++)
            f->first[o] = f->last[o] = none;
    }
}

bool
lewis_items_finish(struct lewis_items *items, struct lewis_error *error)
{
    bool ok;

    begin_figures(items);
    ok = items_rating(items);
    if (ok && lewis_bank_kind(items->bank) == LEWIS_BANK_CHOICE) {
        items_choice(items);
        ok = items_halves(items);
    }
    return ok || error_memory(error);
}

uint64_t
lewis_items_rows(const struct lewis_items *items)
{
    return items->rows;
}

uint64_t
lewis_items_refused(const struct lewis_items *items)
{
    return items->refused;
}

size_t
lewis_items_people(const struct lewis_items *items)
{
    return items->crowd.count;
}

uint64_t
lewis_items_left_out(const struct lewis_items *items)
{
    return items->crowd.left_out;
}

void
lewis_items_worths(const struct lewis_items *items, double share[N])
{
    for (int s = 0; s < N; s++)
        share[s] = items->worths[s];
}

const struct lewis_style_figures *
lewis_items_style(const struct lewis_items *items, enum lewis_style style)
{
    return &items->style[style];
}

const struct lewis_item_figures *
lewis_items_item(const struct lewis_items *items, size_t index)
{
    return &items->item[index];
}
