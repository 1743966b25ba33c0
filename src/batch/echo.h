/* echo.h - cells that were written before.
 *
 * Among many people the same sums come again and again, and what is written of
 * them beside their names is the same to the byte: it is kept by the sum and
 * copied. What is kept is what would be written; the sums are compared whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_ECHO_H
#define BATCH_ECHO_H

#include <stddef.h>
#include <stdint.h>

/* One thread's, for one key and one choice of columns. */
struct echo;

/* One of so many, which share some megabytes, for cells of 'room' bytes at most
 * as a rule. Ended with echo_free(); NULL when out of memory: it can be done
 * without. */
struct echo *echo_new(size_t echoes, size_t room);
void echo_free(struct echo *echo);

/* What was written of this sum, which is not 0; NULL when that is not known. It
 * lives until the next echo_add(). */
const char *echo_find(const struct echo *echo, uint64_t sum, size_t *size);

/* It will be asked for soon. */
void echo_announce(const struct echo *echo, uint64_t sum);

/* Something older is forgotten. What takes more room is not kept. */
void echo_add(struct echo *echo, uint64_t sum, const char *bytes, size_t size);

#endif
