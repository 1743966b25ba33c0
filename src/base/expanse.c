/* expanse.c - memory for large tables that are read here and there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/expanse.h"

enum { LARGE_PAGE = 2 * 1024 * 1024 };

void *
expanse_new(size_t bytes)
{
#ifdef MADV_HUGEPAGE
    size_t pages = bytes / LARGE_PAGE * LARGE_PAGE;
    void *expanse;

    if (pages > 0 && posix_memalign(&expanse, LARGE_PAGE, bytes) == 0) {
        madvise(expanse, pages, MADV_HUGEPAGE); /* a hint: it may fail */
        return memset(expanse, 0, bytes);
    }
#endif
    return calloc(1, bytes);
}
