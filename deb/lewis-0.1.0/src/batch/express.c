/* express.c - rows whose cells are a rating of one byte or a ranking of three.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "batch/express.h"

enum { N = LEWIS_STYLES, BYTES = 256, LETTERS = 3 };

/* Orders are counted side by side. */
enum { COUNT_BITS = 10, COUNT_MOST = (1 << COUNT_BITS) - 1 };

/* What a rating's byte adds, or (first 64) a ranking's three options, two bits
 * each; 0 where it is no answer. */
struct stop {
    size_t column;
    const uint8_t *option; /* of a byte */
    uint64_t sum[BYTES];
};

/* Ratings of one style stand together; the last ones add nothing that counts. */
struct express {
    const struct lewis_key *key;
    size_t letters; /* 1: ratings, 3: rankings */
    size_t end[N + 1];
    struct stop stop[];
};

static bool
is_plain(const struct layout *layout, size_t letters)
{
    for (size_t t = 0; t < layout->tie_count; t++) {
        const struct layout_short *shorts = layout->quick[t].shorts;
        if (shorts == NULL || shorts->letters != letters)
            return false;
    }
    return true;
}

static bool
has_rankings(const struct lewis_key *key)
{
    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->item[i];
        const enum lewis_style *style = item->option_style;
        if (item->form != LEWIS_RANK || item->options != LETTERS ||
            style[0] == style[1] || style[0] == style[2] ||
            style[1] == style[2])
            return false;
    }
    return key->kind == LEWIS_BANK_CHOICE && key->count <= COUNT_MOST;
}

static void
set_rating(struct stop *stop, const struct layout_quick *quick,
           const struct key_step *step)
{
    for (size_t b = 0; b < BYTES; b++) {
        const struct lewis_answer *answer = &quick->shorts->one[b];
        stop->sum[b] = answer->count > 0 ? rating_sum(step, answer->value) : 0;
    }
}

/* One more of an order; of items that are passed over, one where nobody looks.
 */
static uint64_t
order_sum(const struct key_item *item, size_t first, size_t next)
{
    unsigned won = item->option_style[first];
    unsigned order = 2 * won + ((won + 1) % N != item->option_style[next]);

    return UINT64_C(1) << COUNT_BITS * (item->passed ? SCORE_ORDERS : order);
}

static void
set_ranking(struct stop *stop, const struct layout_quick *quick,
            const struct key_item *item)
{
    stop->option = quick->shorts->option;
    for (size_t b = 0; b < BYTES; b++) {
        size_t x = b >> 4, y = b >> 2 & 3, z = b & 3;
        stop->sum[b] = x < N && y < N && z < N && x != y && x != z && y != z
                           ? order_sum(item, x, y)
                           : 0;
    }
}

static void
set_ratings(struct express *express, const struct layout *layout,
            const struct lewis_key *key)
{
    size_t n = 0;

    for (size_t style = 0; style <= N; style++) {
        for (size_t t = 0; t < layout->tie_count; t++) {
            const struct layout_quick *quick = &layout->quick[t];
            if (key->step[quick->index].style != style)
                continue;
            express->stop[n].column = quick->column;
            set_rating(&express->stop[n++], quick, &key->step[quick->index]);
        }
        express->end[style] = n;
    }
}

static void
set_rankings(struct express *express, const struct layout *layout,
             const struct lewis_key *key)
{
    for (size_t t = 0; t < layout->tie_count; t++) {
        const struct layout_quick *quick = &layout->quick[t];
        express->stop[t].column = quick->column;
        set_ranking(&express->stop[t], quick, &key->item[quick->index]);
    }
    express->end[0] = layout->tie_count;
}

struct express *
express_new(const struct layout *layout, const struct lewis_key *key)
{
    size_t letters = key->step != NULL ? 1 : has_rankings(key) ? LETTERS : 0;
    struct express *express;

    if (letters == 0 || !is_plain(layout, letters))
        return NULL;
    express = malloc(sizeof *express +
                     layout->tie_count * sizeof express->stop[0]);
    if (express == NULL)
        return NULL;
    express->key = key;
    express->letters = letters;
    if (letters == 1)
        set_ratings(express, layout, key);
    else
        set_rankings(express, layout, key);
    return express;
}

void
express_free(struct express *express)
{
    free(express);
}

static bool
sum_ratings(const struct express *express, const struct record *record,
            uint64_t sums[N])
{
    const struct stop *stop = express->stop;

    for (size_t style = 0; style <= N; style++) {
        const struct stop *end = express->stop + express->end[style];
        uint64_t sum = 0;
        for (; stop < end; stop++) {
            const struct csv_field *cell = &record->field[stop->column];
            uint64_t add;
            if (cell->size == 0)
                continue;
            add = stop->sum[(unsigned char)*cell->bytes];
            if (cell->size > 1 || add == 0)
                return false;
            sum += add;
        }
        if (style < N)
            sums[style] = sum;
    }
    return true;
}

static bool
sum_rankings(const struct express *express, const struct record *record,
             uint64_t *sum)
{
    const struct stop *stop = express->stop, *end = stop + express->end[0];

    *sum = 0;
    for (; stop < end; stop++) {
        const struct csv_field *cell = &record->field[stop->column];
        const unsigned char *b = (const unsigned char *)cell->bytes;
        uint64_t add;
        if (cell->size == 0)
            continue;
        if (cell->size != LETTERS)
            return false;
        add = stop->sum[stop->option[b[0]] << 4 | stop->option[b[1]] << 2 |
                        stop->option[b[2]]];
        if (add == 0)
            return false;
        *sum += add;
    }
    return true;
}

bool
express_sums(const struct express *express, const struct record *record,
             struct express_sums *sums)
{
    return express->letters == 1
               ? sum_ratings(express, record, sums->sum)
               : sum_rankings(express, record, &sums->sum[0]);
}

void
express_score(const struct express *express, const struct express_sums *sums,
              struct score_memo *memo, struct lewis_score *score, bool region)
{
    size_t order[SCORE_ORDERS];

    if (express->letters == 1) {
        score_sums(express->key, sums->sum, score, region);
        return;
    }
    for (int i = 0; i < SCORE_ORDERS; i++)
        order[i] = sums->sum[0] >> COUNT_BITS * i & COUNT_MOST;
    score_orders(express->key, order, memo, score, region);
}
