/* cell.c - an answer as it stands in a cell of canonical CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include <lewis/answers.h>

static char *
print_letters(const struct lewis_item *item, const struct lewis_answer *answer,
              char out[LEWIS_CELL])
{
    size_t n = 0;

    for (; n < answer->count; n++)
        out[n] = item->option[answer->part[n]].id[0];
    out[n] = '\0';
    return out;
}

static char *
print_points(const struct lewis_answer *answer, char out[LEWIS_CELL])
{
    int n = 0;

    for (size_t o = 0; o < answer->count; o++)
        n += snprintf(out + n, LEWIS_CELL - (size_t)n, "%s%u",
                      o > 0 ? " " : "", answer->part[o]);
    return out;
}

char *
lewis_answer_print(const struct lewis_item *item,
                   const struct lewis_answer *answer, char out[LEWIS_CELL])
{
    out[0] = '\0';
    if (answer->count == 0)
        return out;
    switch (item->form) {
    case LEWIS_PICK:
    case LEWIS_RANK:
        return print_letters(item, answer, out);
    case LEWIS_POINTS:
        return print_points(answer, out);
    case LEWIS_RATE:
    case LEWIS_PAIR:
    case LEWIS_CHECK:
        snprintf(out, LEWIS_CELL, "%d", answer->value);
    }
    return out;
}
