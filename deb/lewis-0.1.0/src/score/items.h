/* items.h - what is added up over the answer sheets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_ITEMS_H
#define SCORE_ITEMS_H

#include <lewis/items.h>
#include <lewis/score.h>

#include "base/arena.h"

/* Answers to one item, counted. */
struct tally {
    uint64_t n, missing;
    uint64_t *count; /* rate, check: of each answer, lo first */
    /* choices, by option, in units: rankings and picks 1, points the item's
     * total, a pair places - 1 */
    uint64_t first[LEWIS_OPTIONS];
    uint64_t last[LEWIS_OPTIONS], lasts;         /* rankings */
    uint64_t next[LEWIS_OPTIONS][LEWIS_OPTIONS]; /* i second, j third */
};

/* A style of a rating bank, over the rows that have all of it. */
struct style_sums {
    size_t k;
    size_t *item; /* its items' places in the bank */
    uint64_t complete;
    int64_t *x;     /* one row's keyed answers, from 0 */
    int64_t *sum;   /* of each item */
    int64_t *cross; /* k * k, of products, the lower triangle */
};

/* The answers of people to a choice bank, row by row. */
struct crowd {
    size_t width;  /* bytes of a person */
    size_t most;   /* people */
    size_t needed; /* answers */
    size_t count, room;
    uint64_t left_out;
    unsigned char *cells;
};

struct lewis_items {
    const struct lewis_bank *bank;
    struct lewis_items_options options;
    struct arena arena;
    size_t count; /* items */
    uint64_t rows, refused;
    struct tally *tally;
    struct style_sums sums[LEWIS_STYLES];
    struct crowd crowd;
    double worths[LEWIS_STYLES];
    struct lewis_style_figures style[LEWIS_STYLES];
    struct lewis_item_figures *item;
};

/* tally.c */
void tally_add(struct tally *tally, const struct lewis_item *item,
               const struct lewis_answer *answer);

/* Adds the choices that the counted answers are, as lewis_score_answers()
 * reads them. */
void tally_choices(const struct tally *tally, const struct lewis_item *item,
                   struct lewis_choices *choices);

/* crowd.c */
void crowd_begin(struct crowd *crowd, const struct lewis_bank *bank,
                 const struct lewis_items_options *options);
bool crowd_add(struct crowd *crowd, const struct lewis_bank *bank,
               const struct lewis_answer *answer);
/* Puts the people in an order that depends on their answers only. False when
 * out of memory. */
bool crowd_sort(struct crowd *crowd);
/* The choices of one person, item by item. */
void crowd_choices(const struct crowd *crowd, const struct lewis_bank *bank,
                   size_t person, struct lewis_choices choices[]);

/* items_rating.c, items_choice.c, split_half.c: compute. False when out of
 * memory. */
bool items_rating(struct lewis_items *items);
void items_choice(struct lewis_items *items);
bool items_halves(struct lewis_items *items);

#endif
