/* heading.h - what a column's heading means for a bank: which item, and which
 * part of it.
 *
 * A heading names an item by its id ("T01"), by its id in brackets and anything
 * behind it ("[T01] A colleague ..."), by its id and a full stop ("T01. A
 * colleague ..."), or by the whole of its question in one of the bank's
 * languages. An id may be in any case, unless two ids of the bank differ by case
 * only. A part is a row, an option or a rank: "T01[2]", "T01_2",
 * "A colleague ... [a) I help ...]", or a heading of its own.
 *
 * Pure; immutable once made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_HEADING_H
#define ANSWERS_HEADING_H

#include <lewis/bank.h>

#include "answers/vendor.h"
#include "answers/words.h"
#include "base/text.h"

/* A bank's questions, folded, and the words of its answers. */
struct questions {
    const struct lewis_bank *bank;
    size_t count;        /* items */
    struct words *words; /* one each */
    struct words stems;  /* word's value: the item */
};

/* False: out of memory; release in either case. */
bool questions_init(struct questions *questions, const struct lewis_bank *bank);
void questions_release(struct questions *questions);

enum meaning_kind {
    MEANS_NOTHING,
    MEANS_ITEM,   /* the whole of an item */
    MEANS_OPTION, /* 'part' is the index of one of its options */
    MEANS_PLACE,  /* 'part' is a number from 0: a rank, or the n-th row */
    MEANS_TWO,    /* the text fits two items; see 'item' and 'other' */
    MEANS_UNCLEAR, /* the item's, but which part of it cannot be told */
    MEANS_LOST     /* memory ran out */
};

struct meaning {
    enum meaning_kind kind;
    size_t item, other;
    size_t part;
};

struct meaning heading_meaning(const struct questions *questions,
                               enum lewis_vendor vendor,
                               const struct heading *heading);

/* The item that is called so. False: none. */
bool heading_item(const struct questions *questions, const char *name,
                  size_t *item);

/* Which part of an item a text names: an option, or a place. */
struct meaning heading_part(const struct questions *questions, size_t item,
                            const char *part);

/* Does the heading name this role: "id", "[id] Name or code", "ID"? And is it
 * just that: in the very letters, or in brackets? */
bool heading_is_role(const struct heading *heading, const char *role);
bool heading_is_just(const struct heading *heading, const char *role);

#endif
