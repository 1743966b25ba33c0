/* problems.c - a list of what is wrong with a file, gathered as it is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/problems.h"

static bool
reserve(struct problems *problems)
{
    size_t room = problems->room > 0 ? problems->room * 2 : 8;
    struct lewis_finding *item;

    if (problems->count < problems->room)
        return true;
    item = realloc(problems->item, room * sizeof *item);
    if (item == NULL) {
        problems->failed = true;
        return false;
    }
    problems->item = item;
    problems->room = room;
    return true;
}

/* Adds one unless there are too many; the last that fits says so. */
static void
add(struct problems *problems, bool warning, const struct lewis_error *error)
{
    size_t before =
        warning ? problems->count - problems->errors : problems->errors;
    struct lewis_finding *new;

    if (problems->failed || before == PROBLEMS_LIMIT || !reserve(problems))
        return;
    new = &problems->item[problems->count++];
    *new = (struct lewis_finding){.warning = warning, .error = *error};
    problems->errors += !warning;
    if (before == PROBLEMS_LIMIT - 1 && warning)
        error_set(&new->error, error->code,
                  "%d warnings or more; the rest is not shown",
                  PROBLEMS_LIMIT);
    else if (before == PROBLEMS_LIMIT - 1)
        error_set(&new->error, error->code,
                  "%d errors or more; the rest is not shown", PROBLEMS_LIMIT);
    error_at(&new->error, problems->file, error->line, NULL);
}

void
problems_error(struct problems *problems, enum lewis_code code, long line,
               const char *format, ...)
{
    struct lewis_error error;
    va_list args;

    va_start(args, format);
    error_vset(&error, code, format, args);
    va_end(args);
    error.line = line;
    add(problems, false, &error);
}

void
problems_warning(struct problems *problems, long line, const char *format, ...)
{
    struct lewis_error warning;
    va_list args;

    va_start(args, format);
    error_vset(&warning, LEWIS_EINVALID, format, args);
    va_end(args);
    warning.line = line;
    add(problems, true, &warning);
}

bool
problems_none(const struct problems *problems, struct lewis_error *error)
{
    for (size_t i = 0; i < problems->count; i++) {
        if (problems->item[i].warning)
            continue;
        if (error != NULL)
            *error = problems->item[i].error;
        return false;
    }
    if (problems->failed)
        return error_memory(error);
    return true;
}

static bool
before(const struct lewis_finding *a, const struct lewis_finding *b)
{
    if (a->warning != b->warning)
        return b->warning;
    return a->error.line < b->error.line;
}

/* By insertion: stable, and findings mostly come in order. */
void
problems_sort(struct problems *problems)
{
    struct lewis_finding *item = problems->item;

    for (size_t i = 1; i < problems->count; i++) {
        struct lewis_finding moved = item[i];
        size_t at = i;

        while (at > 0 && before(&moved, &item[at - 1]))
            at--;
        memmove(&item[at + 1], &item[at], (i - at) * sizeof *item);
        item[at] = moved;
    }
}

void
problems_release(struct problems *problems)
{
    free(problems->item);
    *problems = (struct problems){0};
}
