/* writer_xlsx_none.c - in place of writer_xlsx.c where there is no
 * libxlsxwriter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "batch/writer.h"

static size_t
row_xlsx(struct text *out, const struct writer_table *table,
         const struct writer_row *row)
{
    (void)out;
    (void)table;
    (void)row;
    return 0;
}

static bool
block_xlsx(struct text *rows, struct text *out, void *state,
           struct lewis_error *error)
{
    (void)rows;
    (void)out;
    (void)state;
    return error_set(error, LEWIS_EINVALID,
                     "lewis was built without libxlsxwriter and cannot write "
                     "Excel workbooks; write .csv, which Excel opens");
}

const struct writer writer_xlsx = {.row = row_xlsx, .block = block_xlsx};
