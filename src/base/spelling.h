/* spelling.h - "did you mean".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SPELLING_H
#define BASE_SPELLING_H

#include <stddef.h>

/* The candidate nearest to 'word' in typing mistakes (optimal string alignment
 * distance: insert, delete, replace, swap neighbours; case ignored), when it is
 * near enough to be meant: at most a third of the word's length, at least 1.
 * NULL when none is. Words over 63 bytes have no neighbours. */
const char *spelling_nearest(const char *word, const char *const candidates[],
                             size_t count);

#endif
