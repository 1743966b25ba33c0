/* expanse.h - memory for large tables that are read here and there.
 *
 * Where each look is at another page, finding the page takes longer than the
 * look; a system that has large pages is asked for them. What is ended goes back
 * to the system at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_EXPANSE_H
#define BASE_EXPANSE_H

#include <stddef.h>

/* All zero; NULL when out of memory. Small ones are like any other memory. */
void *expanse_new(size_t bytes);

/* Ends one of so many bytes; NULL is passed over. */
void expanse_free(void *expanse, size_t bytes);

#endif
