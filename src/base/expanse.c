/* expanse.c - memory for large tables that are read here and there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdlib.h>
#include <sys/mman.h>

#include "base/expanse.h"

enum { LARGE = 1024 * 1024, HUGE = 2 * LARGE };

/* Whole large pages: newer Linux puts such a mapping where they begin. */
static size_t
rounded(size_t bytes)
{
    return (bytes + HUGE - 1) / HUGE * HUGE;
}

void *
expanse_new(size_t bytes)
{
    void *expanse;

    if (bytes <= LARGE)
        return calloc(1, bytes);
    expanse = mmap(NULL, rounded(bytes), PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (expanse == MAP_FAILED)
        return NULL;
#ifdef MADV_HUGEPAGE
    madvise(expanse, rounded(bytes), MADV_HUGEPAGE); /* a hint: it may fail */
#endif
    return expanse;
}

void
expanse_free(void *expanse, size_t bytes)
{
    if (bytes <= LARGE)
        free(expanse);
    else if (expanse != NULL)
        munmap(expanse, rounded(bytes));
}
