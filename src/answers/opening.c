/* opening.c - a file of answers as a source of CSV in UTF-8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "answers/encoding.h"
#include "answers/opening.h"
#include "answers/workbook.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translation.h"

enum { SEEN = 4 }; /* bytes that tell what a file is */

/* A source whose first bytes were looked at. */
struct peeked {
    struct source *inner;
    char byte[SEEN];
    size_t at, size;
};

static ssize_t
read_peeked(void *state, char *bytes, size_t size, struct lewis_error *error)
{
    struct peeked *peeked = state;
    size_t left = peeked->size - peeked->at;

    if (left == 0)
        return source_read(peeked->inner, bytes, size, error);
    if (size > left)
        size = left;
    memcpy(bytes, peeked->byte + peeked->at, size);
    peeked->at += size;
    return (ssize_t)size;
}

static void
free_peeked(void *state)
{
    struct peeked *peeked = state;

    source_free(peeked->inner);
    free(peeked);
}

static const struct source_kind kind_peeked = {read_peeked, free_peeked};

static bool
look(struct peeked *peeked, struct lewis_error *error)
{
    ssize_t n = 1;

    while (n > 0 && peeked->size < SEEN) {
        n = source_read(peeked->inner, peeked->byte + peeked->size,
                        SEEN - peeked->size, error);
        peeked->size += n > 0 ? (size_t)n : 0;
    }
    return n >= 0;
}

/* Takes 'inner' over. */
static struct source *
peek(struct source *inner, struct peeked **state, struct lewis_error *error)
{
    struct peeked *peeked = calloc(1, sizeof *peeked);
    struct source *source;

    if (peeked == NULL) {
        source_free(inner);
        error_memory(error);
        return NULL;
    }
    peeked->inner = inner;
    *state = peeked;
    if (!look(peeked, error)) {
        free_peeked(peeked);
        return NULL;
    }
    source = source_make(&kind_peeked, peeked, source_name(inner), error);
    if (source != NULL)
        source_set_size(source, source_size(inner));
    return source;
}

/* A file that says what it is is not read as something else. */
static struct source *
refuse(struct source *source, struct lewis_error *error, const char *why)
{
    error_text(error, LEWIS_EINVALID, why);
    error_at(error, source_name(source), 0, NULL);
    source_free(source);
    return NULL;
}

static struct source *
as_text(struct source *source, const struct lewis_reading *reading,
        const char *mark, bool utf8_mark, struct opened *opened,
        struct lewis_error *error)
{
    opened->encoding = reading->encoding != NULL ? reading->encoding
                       : mark != NULL            ? mark
                                                 : "UTF-8";
    if (reading->sheet != NULL)
        return refuse(source, error,
                      N_("this is no Excel workbook; --sheet is for those"));
    if (utf8_mark && reading->encoding != NULL &&
        !lewis_text_same(reading->encoding, "utf-8"))
        return refuse(source, error,
                      N_("this file begins with the mark of UTF-8; leave out "
                         "--encoding"));
    if (lewis_text_same(opened->encoding, "utf-8"))
        return source;
    return encoding_source(source, opened->encoding, error);
}

static struct source *read_source(struct source *source,
                                  const struct lewis_reading *reading,
                                  bool inside, struct opened *opened,
                                  struct lewis_error *error);

static struct source *
as_archive(struct source *source, const struct lewis_reading *reading,
           bool inside, struct opened *opened, struct lewis_error *error)
{
    bool packed;

    if (inside)
        return refuse(source, error,
                      N_("this is a ZIP file inside a ZIP file; unpack it"));
    source = workbook_source(source, reading->sheet, &packed, error);
    if (source == NULL)
        return NULL;
    if (packed)
        return read_source(source, reading, true, opened, error);
    opened->workbook = true;
    opened->encoding = "UTF-8";
    if (reading->encoding != NULL)
        return refuse(source, error,
                      N_("this is an Excel workbook; leave out --encoding"));
    return source;
}

/* Takes the source over; 'inside' an archive there is none. */
static struct source *
read_source(struct source *source, const struct lewis_reading *reading,
            bool inside, struct opened *opened, struct lewis_error *error)
{
    struct peeked *peeked;

    source = peek(source, &peeked, error);
    if (source == NULL)
        return NULL;
    if (workbook_begins(peeked->byte, peeked->size))
        return as_archive(source, reading, inside, opened, error);
    return as_text(source, reading,
                   encoding_of_mark(peeked->byte, peeked->size),
                   peeked->size >= 3 &&
                       memcmp(peeked->byte, "\xEF\xBB\xBF", 3) == 0,
                   opened, error);
}

struct source *
opening_source(const char *path, const struct lewis_reading *reading,
               struct opened *opened, struct lewis_error *error)
{
    struct source *source = source_open(path, error);

    opened->workbook = false;
    return source == NULL
               ? NULL
               : read_source(source, reading, false, opened, error);
}

bool
opening_check_utf8(const char *bytes, size_t size, long line,
                   struct lewis_error *error)
{
    long first = 0;
    size_t step;

    for (size_t at = 0; at < size; at += step) {
        step = 1;
        if ((unsigned char)bytes[at] < 0x80) {
            line += bytes[at] == '\n';
            continue;
        }
        if (utf8_length(bytes + at, size - at) > 1)
            return true;
        first = first == 0 ? line : first;
    }
    if (first == 0)
        return true;
    error_set(error, LEWIS_ESYNTAX,
              "not UTF-8 at line %ld; try --encoding windows-1252", first);
    return false;
}
