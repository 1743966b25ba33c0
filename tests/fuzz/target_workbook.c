/* target_workbook.c - an Excel workbook.
 *
 * An input that begins with "PK" is the archive. Any other is made one: an empty
 * line, then parts, each a line "%%% PATH" and what stands below it; they are
 * stored without compression, with sums that are right, so that what is inside
 * is reached.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
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
add_part(zipFile zip, const char *from, const char *end)
{
    const char *line = memchr(from, '\n', (size_t)(end - from));
    const zip_fileinfo info = {0};
    char path[256];
    size_t size;

    if (line == NULL)
        return;
    size = (size_t)(line - from) < sizeof path ? (size_t)(line - from)
                                               : sizeof path - 1;
    memcpy(path, from, size);
    path[size] = '\0';
    if (zipOpenNewFileInZip(zip, path, &info, NULL, 0, NULL, 0, NULL, 0, 0) !=
        ZIP_OK)
        return;
    zipWriteInFileInZip(zip, line + 1, (unsigned)(end - line - 1));
    zipCloseFileInZip(zip);
}

static voidpf
give_stream(voidpf opaque, const void *path, int mode)
{
    (void)path;
    (void)mode;
    return opaque;
}

/* The archive's bytes, to be freed. */
static char *
pack(const char *bytes, size_t size, size_t *packed)
{
    const char *end = bytes + size, *at = next_part(bytes, end);
    char *out = NULL;
    zlib_filefunc64_def calls;
    zipFile zip;

    fill_fopen64_filefunc(&calls);
    calls.zopen64_file = give_stream;
    calls.opaque = open_memstream(&out, packed);
    zip = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &calls);
    if (zip == NULL)
        return NULL;
    while (at < end) {
        const char *from = at + sizeof mark - 1;
        at = next_part(from, end);
        add_part(zip, from, at);
    }
    zipClose(zip, NULL);
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
