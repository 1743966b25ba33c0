/* tally.c - answers to one item, counted in whole numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/items.h"

/* Options are numbered 0, 1, 2: the one that is neither a nor b. */
static size_t
third(size_t a, size_t b)
{
    return 3 - a - b;
}

static void
add_ranking(struct tally *tally, const struct lewis_item *item,
            const struct lewis_answer *answer)
{
    size_t first = answer->part[0], last;

    tally->first[first]++;
    if (item->form != LEWIS_RANK)
        return;
    if (item->option_count == 3) {
        if (answer->count < 2)
            return;
        last = third(first, answer->part[1]);
        tally->next[answer->part[1]][last]++;
    } else {
        last = 1 - first;
    }
    tally->last[last]++;
    tally->lasts++;
}

void
tally_add(struct tally *tally, const struct lewis_item *item,
          const struct lewis_answer *answer)
{
    if (answer->count == 0) {
        tally->missing++;
        return;
    }
    tally->n++;
    if (item->response != NULL) {
        tally->count[answer->value - item->response->lo]++;
    } else if (item->form == LEWIS_POINTS) {
        for (size_t o = 0; o < item->option_count; o++)
            tally->first[o] += answer->part[o];
    } else if (item->form == LEWIS_PAIR) {
        tally->first[0] += (uint64_t)(item->places - answer->value);
        tally->first[1] += (uint64_t)(answer->value - 1);
    } else {
        add_ranking(tally, item, answer);
    }
}

static double
unit(const struct lewis_item *item)
{
    if (item->form == LEWIS_POINTS)
        return item->total;
    return item->form == LEWIS_PAIR ? item->places - 1 : 1;
}

void
tally_choices(const struct tally *tally, const struct lewis_item *item,
              struct lewis_choices *choices)
{
    const struct lewis_option *option = item->option;
    double one = unit(item);

    if (item->option_count == 2) {
        choices->win[option[0].style][option[1].style] +=
            (double)tally->first[0] / one;
        choices->win[option[1].style][option[0].style] +=
            (double)tally->first[1] / one;
        return;
    }
    for (size_t o = 0; o < item->option_count; o++) {
        choices->first[option[o].style] += (double)tally->first[o] / one;
        for (size_t p = 0; p < item->option_count; p++)
            choices->win[option[o].style][option[p].style] +=
                (double)tally->next[o][p];
    }
}
