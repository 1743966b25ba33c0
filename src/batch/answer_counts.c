/* answer_counts.c - how often every answer to an item was given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>

#include "batch/answer_counts.h"

static void
take_options(struct counted_item *counted, const struct lewis_item *item)
{
    counted->options = item->option_count;
    for (size_t o = 0; o < item->option_count; o++) {
        const char *id = item->option[o].id;
        counted->letter[o] =
            id == NULL || item->form == LEWIS_PAIR ? (char)('a' + o) : *id;
        counted->option_style[o] = item->option[o].style;
    }
}

static bool
is_ordered(const struct counted_item *item)
{
    return item->form == LEWIS_RANK && item->options == 3;
}

struct counted_item
counted_item_of(const struct lewis_item *item)
{
    struct counted_item counted = {.id = item->id,
                                   .form = item->form,
                                   .style = item->style,
                                   .reverse = item->reverse};

    if (item->response != NULL) {
        counted.lo = item->response->lo;
        counted.hi = item->response->hi;
    } else if (item->form == LEWIS_POINTS) {
        counted.hi = item->total;
    } else if (item->form == LEWIS_PAIR) {
        counted.lo = 1;
        counted.hi = item->places;
    }
    take_options(&counted, item);
    counted.cells = counted_item_cells(&counted);
    counted.first_code = is_ordered(&counted) ? LEWIS_OPTIONS : 0;
    return counted;
}

static size_t
steps(const struct counted_item *item)
{
    return (size_t)(item->hi - item->lo + 1);
}

size_t
counted_item_cells(const struct counted_item *item)
{
    if (is_ordered(item))
        return 3 + 6;
    if (item->form == LEWIS_RANK || item->form == LEWIS_PICK)
        return item->options;
    if (item->form == LEWIS_POINTS)
        return item->options * steps(item);
    return steps(item);
}

/* Of a whole order: 3 cells of firsts, then two for each first. */
static size_t
order_cell(size_t first, size_t second)
{
    return 3 + 2 * first + (second > first ? second - 1 : second);
}

char *
counted_item_word(const struct counted_item *item, size_t cell,
                  char out[COUNTED_WORD])
{
    const char *letter = item->letter;
    size_t first = cell, second;

    if (is_ordered(item) && cell >= 3) {
        first = (cell - 3) / 2;
        second = (cell - 3) % 2;
        second += second >= first;
        snprintf(out, COUNTED_WORD, "%c%c%c", letter[first], letter[second],
                 letter[3 - first - second]);
    } else if (item->form == LEWIS_RANK && item->options == 2) {
        snprintf(out, COUNTED_WORD, "%c%c", letter[first], letter[1 - first]);
    } else if (item->form == LEWIS_RANK || item->form == LEWIS_PICK) {
        snprintf(out, COUNTED_WORD, "%c", letter[first]);
    } else if (item->form == LEWIS_POINTS) {
        snprintf(out, COUNTED_WORD, "%c%zu", letter[cell / steps(item)],
                 cell % steps(item));
    } else {
        snprintf(out, COUNTED_WORD, "%d", item->lo + (int)cell);
    }
    return out;
}

void
counted_item_add(struct counted_item *item, const struct lewis_answer *answer)
{
    if (answer->count == 0) {
        item->missing++;
    } else if (item->form == LEWIS_POINTS) {
        for (size_t o = 0; o < item->options; o++)
            item->count[o * steps(item) + answer->part[o]]++;
    } else if (is_ordered(item) && answer->count > 1) {
        item->count[order_cell(answer->part[0], answer->part[1])]++;
    } else if (item->options > 0 && item->form != LEWIS_PAIR) {
        item->count[answer->part[0]]++;
    } else {
        item->count[answer->value - item->lo]++;
    }
}

/* Of the cells from 'first', 'cells' of them. */
static uint64_t
count_cells(const struct counted_item *item, size_t first, size_t cells)
{
    uint64_t n = 0;

    for (size_t c = 0; c < cells; c++)
        n += item->count[first + c];
    return n;
}

uint64_t
counted_item_n(const struct counted_item *item)
{
    return count_cells(item, 0,
                       item->form == LEWIS_POINTS ? steps(item) : item->cells);
}

/* The mean number of the step, from 0, of the cells from 'first'. */
static double
mean_step(const struct counted_item *item, size_t first)
{
    double sum = 0;

    for (size_t c = 0; c < steps(item); c++)
        sum += (double)c * (double)item->count[first + c];
    return sum / (double)counted_item_n(item);
}

double
counted_item_mean(const struct counted_item *item)
{
    if (item->form != LEWIS_RATE && item->form != LEWIS_CHECK)
        return NAN;
    return item->lo + mean_step(item, 0);
}

double
counted_item_first(const struct counted_item *item, size_t o)
{
    uint64_t first;

    if (item->form == LEWIS_POINTS)
        return mean_step(item, o * steps(item)) / item->hi;
    if (item->form == LEWIS_PAIR) {
        double place = mean_step(item, 0) / (item->hi - item->lo);
        return o == 0 ? 1 - place : place;
    }
    first = item->count[o];
    if (is_ordered(item))
        first += count_cells(item, order_cell(o, o == 0), 2);
    return (double)first / (double)counted_item_n(item);
}
