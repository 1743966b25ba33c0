/* workbook_none.c - in place of workbook.c where there is no minizip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "answers/workbook.h"
#include "base/error.h"

struct source *
workbook_source(struct source *inner, const char *sheet, bool *packed,
                struct lewis_error *error)
{
    (void)sheet;
    *packed = false;
    error_set(error, LEWIS_EINVALID,
              "this is an Excel workbook or another ZIP file, and lewis was "
              "built without minizip; save the sheet as \"CSV UTF-8\"");
    error_at(error, source_name(inner), 0, NULL);
    source_free(inner);
    return NULL;
}

bool
workbook_begins(const char *bytes, size_t size)
{
    return size >= 4 && memcmp(bytes, "PK\003\004", 4) == 0;
}
