/* words.h - the words that mean an answer to an item, in every language of the
 * bank.
 *
 * For an item with options: the option's letter, "a) " and its label, and its
 * label; they mean the option's index. For a scale: the labels of its points;
 * they mean the value. For a pair: "1 (left statement)" and the statements,
 * which mean the place. All are compared folded (base/fold.h).
 *
 * Immutable once made: any number of threads may look up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_WORDS_H
#define ANSWERS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/bank.h>

#include "base/text.h"

struct word {
    size_t at, size; /* of its folded bytes */
    int value;
};

/* Zero-initialise. */
struct words {
    struct text bytes;
    struct word *word;
    size_t count, room;
    bool failed; /* out of memory */
};

/* No value is. The last: memory ran out while it was looked for. */
enum { WORDS_NONE = -100000, WORDS_TWO = -100001, WORDS_LOST = -100002 };

/* One more text, and what it means. words->failed when memory ran out. */
void words_add(struct words *words, const char *text, int value);

/* The words of an item. words->failed when memory ran out. */
void words_add_item(struct words *words, const struct lewis_item *item);
void words_release(struct words *words);

/* What 'text', in any case and spacing, means: its value; WORDS_NONE;
 * WORDS_TWO when it means several things; WORDS_LOST. */
int words_find(const struct words *words, const char *text, size_t size);

/* The same for text that is folded already. */
int words_find_folded(const struct words *words, const char *text, size_t size);

/* What a list of words such as "first; second; third;" or "b, c, a" means:
 * each value at most once, at most 'most' of them. Labels may hold the
 * separators themselves. Returns their number; 0 when it is no such list;
 * WORDS_TWO when it can be read in several ways; WORDS_LOST. */
int words_list(const struct words *words, const char *text, size_t size,
               int value[], size_t most);

#endif
