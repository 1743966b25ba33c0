/* lines.c - a journal in memory, line by line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/error.h"
#include "session/lines.h"

bool
lines_next(struct lines *lines, const char **line, size_t *size)
{
    const char *from = lines->bytes + lines->next;
    const char *end = memchr(from, '\n', lines->size - lines->next);

    if (end == NULL)
        return false;
    *line = from;
    *size = (size_t)(end - from);
    lines->next += *size + 1;
    lines->line++;
    return true;
}

bool
lines_head(struct lines *lines, struct journal_head *head,
           struct lewis_error *error)
{
    const char *line;
    size_t size;

    if (lines_next(lines, &line, &size))
        return journal_read_head(line, size, head, error);
    lines->line = 1;
    return error_set(error, LEWIS_EINVALID,
                     "this draft holds nothing: its first line was never "
                     "finished; delete it");
}
