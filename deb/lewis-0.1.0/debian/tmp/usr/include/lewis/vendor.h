/* lewis/vendor.h - the tools that answers come from, and how each lays them
 * out.
 *
 * doc/answers.md has the formats exactly.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_VENDOR_H
#define LEWIS_VENDOR_H

#include <stdbool.h>

#include <lewis/api.h>

LEWIS_BEGIN

enum lewis_vendor {
    LEWIS_CANONICAL,  /* a column an item, named by its id; one header row */
    LEWIS_LIMESURVEY, /* one header row that has id and submitdate */
    LEWIS_GOOGLE,     /* one header row; the first column holds date-times */
    LEWIS_MSFORMS,    /* one header row; the second and third hold them */
    LEWIS_QUALTRICS,  /* three header rows (codes, texts, import ids), or two */
    LEWIS_SURVEYMONKEY /* two header rows: questions, then rows or options */
};
enum { LEWIS_VENDORS = LEWIS_SURVEYMONKEY + 1 };

/* "canonical", "limesurvey", ...: static storage. */
LEWIS_API const char *lewis_vendor_keyword(enum lewis_vendor vendor);
/* "Google Forms", ...: static storage. */
LEWIS_API const char *lewis_vendor_name(enum lewis_vendor vendor);
/* False for a word that is none of the keywords. */
LEWIS_API bool lewis_vendor_parse(const char *keyword,
                                  enum lewis_vendor *vendor);

LEWIS_END

#endif
