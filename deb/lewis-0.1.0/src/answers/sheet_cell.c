/* sheet_cell.c - what stands in a cell of a workbook, as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "answers/sheet_cell.h"
#include "base/number.h"

enum { MOST_COLUMNS = 16384 };

long
sheet_cell_column(const char *reference)
{
    long column = 0;

    for (; *reference >= 'A' && *reference <= 'Z' && column <= MOST_COLUMNS;
         reference++)
        column = column * 26 + (*reference - 'A' + 1);
    if (column == 0 || column > MOST_COLUMNS || *reference < '1' ||
        *reference > '9')
        return -1;
    return column - 1;
}

bool
sheet_cell_format_is_date(const char *code)
{
    for (const char *p = code; *p != '\0' && *p != ';'; p++) {
        const char *end = *p == '"'   ? strchr(p + 1, '"')
                          : *p == '[' ? strchr(p + 1, ']')
                                      : NULL;
        if (end != NULL)
            p = end;
        else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
            p++;
        else if (strchr("ymdhsYMDHS", *p) != NULL)
            return true;
    }
    return false;
}

/* ISO/IEC 29500-1, 18.8.30: 14-22, 45-47, and 27-36, 50-58 in East Asian
 * workbooks. */
bool
sheet_cell_builtin_is_date(int id)
{
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) ||
           (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
 * civil_from_days: days since 1970-01-01. */
static void
add_day(struct text *out, long days)
{
    long era, day_of_era, year_of_era, day_of_year, month, year;

    days += 719468;
    era = (days >= 0 ? days : days - 146096) / 146097;
    day_of_era = days - era * 146097;
    year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                   day_of_era / 146096) /
                  365;
    day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    month = (5 * day_of_year + 2) / 153;
    year = year_of_era + era * 400 + (month >= 10);
    text_print(out, "%04ld-%02ld-%02ld", year,
               month < 10 ? month + 3 : month - 9,
               day_of_year - (153 * month + 2) / 5 + 1);
}

/* The 1900 epoch counts a 29 February 1900 that never was, as Lotus 1-2-3 did;
 * day 60 is that one. */
static long
unix_day(long day, bool from_1904)
{
    enum { EPOCH_1900 = -25567, EPOCH_1904 = -24107 };

    if (from_1904)
        return day + EPOCH_1904;
    return day - 1 + EPOCH_1900 - (day > 59 ? 1 : 0);
}

bool
sheet_cell_add_date(struct text *out, double days, bool from_1904)
{
    long seconds, day;

    if (!(days >= 0 && days < 2958466)) /* 9999-12-31 */
        return false;
    day = (long)floor(days);
    seconds = lround((days - (double)day) * 86400);
    if (seconds == 86400) {
        day++;
        seconds = 0;
    }
    if (day > 0 || from_1904)
        add_day(out, unix_day(day, from_1904));
    if (seconds > 0 || (day == 0 && !from_1904))
        text_print(out, "%s%02ld:%02ld:%02ld", day > 0 || from_1904 ? " " : "",
                   seconds / 3600, seconds / 60 % 60, seconds % 60);
    return true;
}

void
sheet_cell_add_number(struct text *out, const char *kept)
{
    double value;

    if (strlen(kept) < 40 && number_parse(kept, &value))
        text_print(out, "%.15g", value);
    else
        text_add(out, kept);
}

enum { ESCAPE = 7 }; /* bytes of one */

/* "_x000D_" is how a workbook keeps a character that XML cannot, and "_x005F_"
 * the underscore of a text that only looks so: the character to put instead,
 * or NUL when it is neither. */
static char
escaped(const char *p, size_t size)
{
    if (size < ESCAPE || memcmp(p, "_x00", 4) != 0 || p[6] != '_')
        return '\0';
    if (p[4] == '5' && (p[5] == 'F' || p[5] == 'f'))
        return '_';
    return (p[4] == '0' || p[4] == '1') &&
                   memchr("0123456789ABCDEFabcdef", p[5], 22) != NULL
               ? ' '
               : '\0';
}

void
sheet_cell_add_field(struct text *out, const char *bytes, size_t size)
{
    bool quote = false;

    for (size_t i = 0; i < size; i++)
        quote = quote || strchr(",\"\r\n", bytes[i]) != NULL;
    if (quote)
        text_add(out, "\"");
    for (size_t i = 0; i < size; i++) {
        char escape = bytes[i] == '_' ? escaped(bytes + i, size - i) : '\0';
        if (escape != '\0')
            text_add_bytes(out, &escape, 1);
        else if (bytes[i] == '\n' || bytes[i] == '\r')
            text_add(out, " ");
        else if (bytes[i] == '"')
            text_add(out, "\"\"");
        else
            text_add_bytes(out, bytes + i, 1);
        i += escape != '\0' ? ESCAPE - 1 : 0;
    }
    if (quote)
        text_add(out, "\"");
}
