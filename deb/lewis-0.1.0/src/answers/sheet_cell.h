/* sheet_cell.h - what stands in a cell of a workbook, as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_SHEET_CELL_H
#define ANSWERS_SHEET_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* The column, from 0, of a reference such as "AB12"; -1 when it is none, or
 * beyond column XFD. */
long sheet_cell_column(const char *reference);

/* Is it the code of a number format that shows a date or a time: "d/m/yy h:mm",
 * but not "[Red]0.0" or "\"days\" 0"? */
bool sheet_cell_format_is_date(const char *code);

/* Is it one of the formats that every workbook has, and shows a date? */
bool sheet_cell_builtin_is_date(int id);

/* A date as days since the workbook's epoch, as "2024-10-09", with " 11:02:00"
 * when it has a time of day, or "11:02:00" alone below one day. False when it
 * is out of range (1900 to 9999). */
bool sheet_cell_add_date(struct text *out, double days, bool from_1904);

/* A number as kept ("3", "3.0000000000000004E0", "1E-2"): as short as says
 * the same 15 digits. What is no number is added as it is. */
void sheet_cell_add_number(struct text *out, const char *kept);

/* One CSV field: quoted when it must be, line ends and control characters
 * ("_x000D_") as spaces. */
void sheet_cell_add_field(struct text *out, const char *bytes, size_t size);

#endif
