/* option.c - reading a command's options.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <getopt.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/spelling.h>

#include "option.h"
#include "say.h"

enum { MOST = 64, HELP = 1000 };

/* The locale is "C" for numbers, so strtod() reads them as files write them. */
static bool
read_number(const char *text, double *value)
{
    char *end;

    if (*text == '\0' || strspn(text, "+-.0123456789eE") != strlen(text))
        return false;
    *value = strtod(text, &end);
    return *end == '\0';
}

static int
take_another(const struct cmd *cmd, const struct option_row *row,
             const char *text)
{
    struct option_many *many = row->value;

    if (many->count == OPTION_VALUES)
        return say_usage(cmd, "--%s %s: it can be given %d times at most",
                         row->name, text, OPTION_VALUES);
    many->text[many->count++] = text;
    return -1;
}

static int
take(const struct cmd *cmd, const struct option_row *row, const char *text)
{
    if (row->kind == OPTION_FLAG) {
        *(bool *)row->value = true;
        return -1;
    }
    if (row->kind == OPTION_TEXT) {
        *(const char **)row->value = text;
        return -1;
    }
    if (row->kind == OPTION_ELSEWHERE)
        return say_usage(cmd, "there is no option --%s here: %s", row->name,
                         _((const char *)row->value));
    if (row->kind == OPTION_MANY)
        return take_another(cmd, row, text);
    if (read_number(text, row->value))
        return -1;
    return say_usage(cmd, "--%s %s: that is not a number", row->name, text);
}

/* getopt's own tables, made from the rows. */
static size_t
make_tables(const struct option_row rows[], struct option *options,
            char *letters)
{
    size_t n = 0;

    *letters++ = ':';
    for (; rows[n].name != NULL && n + 2 < MOST; n++) {
        bool flag = rows[n].kind == OPTION_FLAG;
        options[n] = (struct option){rows[n].name,
                                     flag ? no_argument : required_argument,
                                     NULL, (int)n + HELP + 1};
        if (rows[n].letter != '\0')
            *letters++ = rows[n].letter;
        if (rows[n].letter != '\0' && !flag)
            *letters++ = ':';
    }
    options[n] = (struct option){"help", no_argument, NULL, HELP};
    options[n + 1] = (struct option){NULL, 0, NULL, 0};
    *letters++ = 'h';
    *letters = '\0';
    return n;
}

static int
report_option(const struct cmd *cmd, const struct option_row rows[],
              size_t count, const char *word)
{
    const char *name[MOST], *near;
    size_t known = 0;

    for (size_t i = 0; i < count; i++)
        if (rows[i].kind != OPTION_ELSEWHERE)
            name[known++] = rows[i].name;
    near = strncmp(word, "--", 2) == 0
               ? lewis_spelling_nearest(word + 2, name, known)
               : NULL;
    if (near != NULL)
        return say_usage(cmd, "there is no option %s; did you mean --%s?",
                         word, near);
    return say_usage(cmd, "there is no option %s", word);
}

static const struct option_row *
find_row(const struct option_row rows[], size_t count, int c)
{
    if (c > HELP)
        return &rows[c - HELP - 1];
    for (size_t i = 0; i < count; i++)
        if (rows[i].letter != '\0' && rows[i].letter == c)
            return &rows[i];
    return NULL;
}

int
option_read(const struct cmd *cmd, int argc, char **argv,
            const struct option_row rows[], int *first)
{
    struct option options[MOST];
    char letters[2 * MOST + 3];
    size_t count = make_tables(rows, options, letters);
    int c, status = -1;

    opterr = 0;
    optind = 1;
    while (status < 0 &&
           (c = getopt_long(argc, argv, letters, options, NULL)) != -1) {
        const struct option_row *row = find_row(rows, count, c);
        const char letter[] = {'-', (char)optopt, '\0'};
        const char *word = argv[optind - 1];
        if (c == HELP || c == 'h')
            status = say_help(cmd);
        else if (c == ':')
            status = say_usage(cmd, "%s needs a value", word);
        else if (row == NULL)
            status = report_option(
                cmd, rows, count,
                optopt > 0 && optopt < HELP ? letter : word);
        else
            status = take(cmd, row, optarg);
    }
    *first = optind;
    return status;
}
