/* rejects.h - refused rows as they stand in the file, with line and reason.
 *
 * The two columns stand first, so that they are where their header says
 * whatever is wrong with the rest of the row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_REJECTS_H
#define BATCH_REJECTS_H

#include <lewis/answers.h>
#include <lewis/output.h>

#include "answers/record.h"

struct rejects_place {
    struct lewis_output *output;
    char separator;
};

/* What comes before the first header when the rows are no longer in the bytes
 * of their file: the mark of UTF-8, so that nobody reads them as what they
 * were. */
void rejects_mark(const struct rejects_place *place);

/* The header of the file whose rows follow, as it stands there, but for the two
 * columns: further rows of it have nothing in them. False when out of memory. */
bool rejects_header(const struct rejects_place *place,
                    struct csv_field header);

void rejects_row(const struct rejects_place *place,
                 const struct lewis_sheet *sheet, struct csv_field record);

#endif
