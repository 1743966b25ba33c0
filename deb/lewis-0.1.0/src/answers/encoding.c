/* encoding.c - a source in another encoding, as UTF-8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "answers/encoding.h"
#include "base/error.h"

enum { IN = 64 * 1024, LONGEST = 16 /* bytes of a character, any encoding */ };

struct encoded {
    struct source *inner;
    iconv_t converter;
    char encoding[40];
    char in[IN];
    size_t in_size;
    bool eof, begun;
    long line;
    char out[LONGEST]; /* for a reader with little room */
    size_t out_at, out_size;
};

static void
free_encoded(void *state)
{
    struct encoded *e = state;

    source_free(e->inner);
    if (e->converter != (iconv_t)-1)
        iconv_close(e->converter);
    free(e);
}

static bool
fill(struct encoded *e, struct lewis_error *error)
{
    ssize_t n =
        source_read(e->inner, e->in + e->in_size, IN - e->in_size, error);

    e->eof = n == 0;
    e->in_size += n > 0 ? (size_t)n : 0;
    return n >= 0;
}

static bool
refuse(const struct encoded *e, struct lewis_error *error)
{
    error_set(error, LEWIS_ESYNTAX,
              "these bytes are no text in %s; try another --encoding",
              e->encoding);
    return error_at(error, source_name(e->inner), e->line, NULL);
}

/* Converts what fits; *size is what came out. False with *error set. */
static bool
convert(struct encoded *e, char *bytes, size_t room, size_t *size,
        struct lewis_error *error)
{
    char *in = e->in, *out = bytes;
    size_t in_left = e->in_size, out_left = room;
    size_t done = iconv(e->converter, &in, &in_left, &out, &out_left);
    int why = done == (size_t)-1 ? errno : 0;

    memmove(e->in, in, in_left);
    e->in_size = in_left;
    *size = room - out_left;
    for (size_t i = 0; i < *size; i++)
        e->line += bytes[i] == '\n';
    if (*size > 0 || why == 0 || why == E2BIG || (why == EINVAL && !e->eof))
        return true;
    return refuse(e, error);
}

/* A mark that was carried over is no text. */
static size_t
without_mark(struct encoded *e, char *bytes, size_t size)
{
    if (e->begun || size == 0)
        return size;
    e->begun = true;
    if (size < 3 || memcmp(bytes, "\xEF\xBB\xBF", 3) != 0)
        return size;
    memmove(bytes, bytes + 3, size - 3);
    return size - 3;
}

static ssize_t
read_encoded(void *state, char *bytes, size_t room, struct lewis_error *error)
{
    struct encoded *e = state;
    bool small = room < LONGEST;
    size_t size = 0;

    while (e->out_at == e->out_size && size == 0) {
        if (e->in_size < IN && !e->eof && !fill(e, error))
            return -1;
        if (e->eof && e->in_size == 0)
            return 0;
        if (!convert(e, small ? e->out : bytes, small ? LONGEST : room, &size,
                     error))
            return -1;
        size = without_mark(e, small ? e->out : bytes, size);
        if (small) {
            e->out_at = 0;
            e->out_size = size;
            size = 0;
        }
    }
    if (size > 0)
        return (ssize_t)size;
    size = e->out_size - e->out_at < room ? e->out_size - e->out_at : room;
    memcpy(bytes, e->out + e->out_at, size);
    e->out_at += size;
    return (ssize_t)size;
}

static const struct source_kind kind_encoded = {read_encoded, free_encoded};

struct source *
encoding_source(struct source *inner, const char *encoding,
                struct lewis_error *error)
{
    struct encoded *e = calloc(1, sizeof *e);

    if (e == NULL) {
        source_free(inner);
        error_memory(error);
        return NULL;
    }
    e->inner = inner;
    e->line = 1;
    strncpy(e->encoding, encoding, sizeof e->encoding - 1);
    e->converter = iconv_open("UTF-8", encoding);
    if (e->converter == (iconv_t)-1) {
        error_set(error, LEWIS_EUNKNOWN,
                  "there is no encoding \"%s\"; there are windows-1252, "
                  "iso-8859-15, utf-16 and all that \"iconv -l\" shows",
                  e->encoding);
        free_encoded(e);
        return NULL;
    }
    return source_make(&kind_encoded, e, source_name(inner), error);
}

const char *
encoding_of_mark(const char *bytes, size_t size)
{
    if (size >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
        return "UTF-16LE";
    if (size >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
        return "UTF-16BE";
    return NULL;
}
