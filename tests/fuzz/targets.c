/* targets.c - the table of targets, and what they stand on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lewis/output.h>

#include "fuzz.h"

static const struct fuzz_target targets[] = {
    {"bank", run_bank},
    {"content", run_content},
    {"answers", run_answers},
#ifdef HAVE_ZIP
    {"workbook", run_workbook},
#endif
    {"draft", run_draft},
    {"handin", run_handin},
    {"summary", run_summary},
#ifdef HAVE_SERVE
    {"serve", run_serve},
#endif
};
enum { TARGETS = sizeof targets / sizeof targets[0], PLACES = 2 };

static char folder[] = "/tmp/lewis-fuzz-XXXXXX";
static char path[PLACES][64];

const struct fuzz_target *
fuzz_at(size_t index)
{
    return index < TARGETS ? &targets[index] : NULL;
}

const struct fuzz_target *
fuzz_find(const char *name)
{
    for (size_t i = 0; i < TARGETS; i++)
        if (strcmp(targets[i].name, name) == 0)
            return &targets[i];
    return NULL;
}

static void
fail(const char *what)
{
    perror(what);
    exit(2);
}

static void
remove_folder(void)
{
    for (size_t i = 0; i < PLACES; i++)
        if (path[i][0] != '\0')
            unlink(path[i]);
    rmdir(folder);
}

const char *
fuzz_folder(void)
{
    static bool made;

    if (!made && mkdtemp(folder) == NULL)
        fail(folder);
    if (!made)
        atexit(remove_folder);
    made = true;
    return folder;
}

const char *
fuzz_file(size_t place, const char *bytes, size_t size)
{
    FILE *file;

    snprintf(path[place], sizeof path[place], "%s/%zu.jsonl", fuzz_folder(),
             place);
    file = fopen(path[place], "w");
    if (file == NULL || fwrite(bytes, 1, size, file) != size ||
        fclose(file) != 0)
        fail(path[place]);
    return path[place];
}

unsigned
fuzz_digit(char byte)
{
    return (unsigned char)(byte - '0');
}

static struct lewis_bank *
load(const char *name)
{
    const char *content = getenv("LEWIS_PATH"), *top = getenv("top_srcdir");
    struct lewis_error error;
    struct lewis_bank *bank;
    char file[4096], line[1024];

    if (content == NULL || top == NULL)
        fail("LEWIS_PATH and top_srcdir");
    snprintf(file, sizeof file, "%s/%s.xml",
             strchr(name, '/') != NULL ? top : content, name);
    bank = lewis_bank_load(file, &error);
    if (bank == NULL)
        fail(lewis_error_print(&error, line, sizeof line));
    return bank;
}

const struct lewis_bank *
fuzz_bank(unsigned number)
{
    static const char *const names[] = {
        "lmr-12", "lmr-30", "lmr-ratings", "tests/fixtures/forms",
        "tests/fixtures/asks",
    };
    enum { BANKS = sizeof names / sizeof names[0] };
    static struct lewis_bank *bank[BANKS];

    number %= BANKS;
    if (bank[number] == NULL)
        bank[number] = load(names[number]);
    return bank[number];
}

struct lewis_output *
fuzz_nowhere(void)
{
    struct lewis_output *output = lewis_output_open("/dev/null", NULL);

    if (output == NULL)
        fail("/dev/null");
    return output;
}
