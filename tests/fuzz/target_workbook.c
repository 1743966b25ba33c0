/* target_workbook.c - an Excel workbook.
 *
 * An input that begins with "PK" is the archive. Any other is made one: an empty
 * line, then parts, each a line "%%% PATH" and what stands below it; they are
 * stored without compression, with sums that are right, so that what is inside
 * is reached.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "reading.h"

static const char mark[] = "\n%%% ";

/* The end of a part, which is where the next begins. */
static const char *
next_part(const char *from, const char *end)
{
    const char *at = memmem(from, (size_t)(end - from), mark, sizeof mark - 1);

    return at != NULL ? at : end;
}

static void
add_part(zip_t *zip, const char *from, const char *end)
{
    const char *line = memchr(from, '\n', (size_t)(end - from));
    zip_source_t *source;
    zip_int64_t index;
    char path[256];
    size_t size;

    if (line == NULL)
        return;
    size = (size_t)(line - from) < sizeof path ? (size_t)(line - from)
                                               : sizeof path - 1;
    memcpy(path, from, size);
    path[size] = '\0';
    source = zip_source_buffer(zip, line + 1, (size_t)(end - line - 1), 0);
    index = zip_file_add(zip, path, source, ZIP_FL_OVERWRITE);
    if (index < 0)
        zip_source_free(source);
    else
        zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0);
}

/* The archive's bytes, to be freed; NULL when there are no parts. */
static char *
pack(const char *bytes, size_t size, size_t *packed)
{
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, NULL);
    const char *end = bytes + size, *at = next_part(bytes, end);
    char *out = NULL;
    zip_stat_t stat;

    zip_source_keep(target);
    while (at < end) {
        const char *from = at + sizeof mark - 1;
        at = next_part(from, end);
        add_part(zip, from, at);
    }
    if (zip_close(zip) != 0)
        zip_discard(zip);
    else if (zip_source_stat(target, &stat) == 0 && stat.size > 0 &&
             zip_source_open(target) == 0) {
        out = malloc(stat.size);
        *packed = out != NULL ? (size_t)zip_source_read(target, out, stat.size)
                              : 0;
        zip_source_close(target);
    }
    zip_source_free(target);
    return out;
}

void
run_workbook(const char *bytes, size_t size)
{
    struct lewis_reading reading = {0};
    const struct lewis_bank *bank = fuzz_bank(0);
    char *packed;

    if (size >= 2 && memcmp(bytes, "PK", 2) == 0) {
        fuzz_read(fuzz_file(0, bytes, size), &reading, bank);
        return;
    }
    packed = pack(bytes, size, &size);
    if (packed != NULL)
        fuzz_read(fuzz_file(0, packed, size), &reading, bank);
    free(packed);
}
