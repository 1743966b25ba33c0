/* target_answers.c - CSV of every dialect and encoding, with and without a file
 * that says what columns mean.
 *
 * An input begins with a line of three digits, which choose the item bank, the
 * tool (0: what is recognised) and the encoding; then the file; behind a line
 * of "%%%" there may be a map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "reading.h"

enum { CHOICE = 4 /* bytes of the first line */ };

static const char *const encodings[] = {NULL, "UTF-8", "windows-1252",
                                        "UTF-16LE", "UTF-16", "SHIFT_JIS",
                                        "UTF-7", "no-such"};
enum { ENCODINGS = sizeof encodings / sizeof encodings[0] };

static void
choose(const char choice[CHOICE], struct lewis_reading *reading)
{
    unsigned vendor = fuzz_digit(choice[1]);

    if (vendor > 0) {
        reading->vendor_given = true;
        reading->vendor = (enum lewis_vendor)((vendor - 1) % LEWIS_VENDORS);
    }
    reading->encoding = encodings[fuzz_digit(choice[2]) % ENCODINGS];
}

void
run_answers(const char *bytes, size_t size)
{
    static const char mark[] = "\n%%%\n";
    struct lewis_reading reading = {0};
    const char *map, *path;

    if (size < CHOICE)
        return;
    choose(bytes, &reading);
    map = memmem(bytes + CHOICE, size - CHOICE, mark, sizeof mark - 1);
    if (map != NULL) {
        const char *from = map + sizeof mark - 1;
        reading.map = fuzz_file(1, from, (size_t)(bytes + size - from));
        size = (size_t)(map - bytes);
    }
    path = fuzz_file(0, bytes + CHOICE, size - CHOICE);
    fuzz_read(path, &reading, fuzz_bank(fuzz_digit(bytes[0])));
}
