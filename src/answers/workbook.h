/* workbook.h - a sheet of an Excel workbook (XLSX, ISO/IEC 29500) as a source
 * of CSV: the door to minizip.
 *
 * Every row of the sheet is a line, those that are empty or left out too, so
 * that the number of a line is that of the row. Line ends in a cell become
 * spaces. Dates come out as ISO 8601, numbers in C notation, booleans as TRUE
 * and FALSE, formulas as the value that was kept.
 *
 * Refused: an archive over 256 MiB; a part over 64 MiB that takes less than a
 * 200th of that in the archive (a zip bomb), or over 8 GiB; 128 MiB of texts; a
 * row over 1 MiB; rows and columns beyond Excel's own limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_WORKBOOK_H
#define ANSWERS_WORKBOOK_H

#include "answers/source.h"

/* Do these bytes, the first of a file, begin a ZIP archive? */
bool workbook_begins(const char *bytes, size_t size);

/* The sheet of that name or number (from 1), NULL: the first that is not
 * hidden. An archive that is no workbook and holds one file *.csv, as Google
 * Forms hands out, gives that file as it is, and *packed. 'inner' holds the file
 * from its start and is taken over. NULL with *error set: neither, no such sheet
 * (with the names there are), or the program was built without minizip. */
struct source *workbook_source(struct source *inner, const char *sheet,
                               bool *packed, struct lewis_error *error);

#endif
