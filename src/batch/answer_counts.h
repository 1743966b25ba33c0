/* answer_counts.h - how often every answer to an item was given.
 *
 * What can be answered is known from the item alone, so that counts have a
 * place each, and a word:
 *   rate, check   "1" .. "5": the rating
 *   pick          "b": the option
 *   rank          "b": only which comes first; "bca": the whole order
 *   points        "a0" .. "a9", "b0" ..: how often option a got 0, 1, ...
 *   pair          "1" .. "7": the place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_ANSWER_COUNTS_H
#define BATCH_ANSWER_COUNTS_H

#include <stddef.h>
#include <stdint.h>

#include <lewis/answers.h>

/* What a summary has to know of an item. */
struct counted_item {
    const char *id;
    enum lewis_form form;
    int lo, hi; /* rate, check; pair 1..places; points 0..total */
    enum lewis_style style; /* rate */
    bool reverse;
    size_t options;
    char letter[LEWIS_OPTIONS + 1];
    enum lewis_style option_style[LEWIS_OPTIONS];
    size_t cells;
    size_t first_code; /* cell of what counted_item_add_code() calls 1 */
    uint64_t *count; /* of each cell */
    uint64_t missing;
};

/* From an item of a bank; id is a view, count stays NULL. */
struct counted_item counted_item_of(const struct lewis_item *item);

/* How many cells it needs. */
size_t counted_item_cells(const struct counted_item *item);

/* The word of a cell. Returns out. */
enum { COUNTED_WORD = 24 };
char *counted_item_word(const struct counted_item *item, size_t cell,
                        char out[COUNTED_WORD]);

void counted_item_add(struct counted_item *item,
                      const struct lewis_answer *answer);

/* The same for an answer as one number: 0 when there is none; from 1 ratings,
 * from their lowest; from 1 whole orders of three, as their cells stand. */
static inline void
counted_item_add_code(struct counted_item *item, uint8_t code)
{
    if (code == 0)
        item->missing++;
    else
        item->count[item->first_code + code - 1]++;
}

/* How many people answered. */
uint64_t counted_item_n(const struct counted_item *item);

/* The mean of ratings, as answered; NaN for choices and without answers. */
double counted_item_mean(const struct counted_item *item);

/* Part of the answers that put option o first (points: mean part of the points;
 * pair: mean place, 1 at its end); NaN without answers. */
double counted_item_first(const struct counted_item *item, size_t o);

#endif
