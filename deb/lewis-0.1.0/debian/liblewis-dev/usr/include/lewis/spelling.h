/* lewis/spelling.h - "did you mean".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_SPELLING_H
#define LEWIS_SPELLING_H

#include <stddef.h>

#include <lewis/api.h>

LEWIS_BEGIN

/* The candidate nearest to 'word' in typing mistakes (optimal string alignment
 * distance over letters of UTF-8: insert, delete, replace, swap neighbours;
 * case of A-Z ignored), when it is near enough to be meant: at most a third of
 * the word's length, at least 1. NULL when none is. Words over 63 bytes have no neighbours. */
LEWIS_API const char *
lewis_spelling_nearest(const char *word, const char *const candidates[],
                       size_t count);

LEWIS_END

#endif
