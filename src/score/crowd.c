/* crowd.c - people's answers to a choice bank, kept small: two bytes a `points`
 * item, one any other, 0 for a missing answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "score/items.h"

static size_t
bytes_of(const struct lewis_item *item)
{
    if (item->form == LEWIS_CHECK)
        return 0;
    return item->form == LEWIS_POINTS ? 2 : 1;
}

void
crowd_begin(struct crowd *crowd, const struct lewis_bank *bank,
            const struct lewis_items_options *options)
{
    double part = options->min_answered < 0 ? lewis_bank_min_answered(bank)
                                            : options->min_answered;

    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        crowd->width += bytes_of(lewis_bank_item(bank, i));
    crowd->needed = lewis_bank_needed(part, lewis_bank_scored_count(bank));
    crowd->most = options->people;
}

/* Options 1, 2, 3 in two bits each, the first lowest. */
static unsigned char
pack_ranking(const struct lewis_answer *answer)
{
    unsigned packed = 0;

    for (size_t i = 0; i < answer->count; i++)
        packed |= (answer->part[i] + 1u) << (2 * i);
    return (unsigned char)packed;
}

static void
pack(const struct lewis_item *item, const struct lewis_answer *answer,
     unsigned char *cell)
{
    if (answer->count == 0)
        memset(cell, 0, bytes_of(item));
    else if (item->form == LEWIS_POINTS) {
        cell[0] = (unsigned char)(answer->part[0] + 1);
        cell[1] = answer->part[1];
    } else
        cell[0] = item->form == LEWIS_PAIR ? (unsigned char)answer->value
                                           : pack_ranking(answer);
}

static struct lewis_answer
unpack(const struct lewis_item *item, const unsigned char *cell)
{
    struct lewis_answer answer = {0};

    if (cell[0] == 0)
        return answer;
    if (item->form == LEWIS_POINTS) {
        answer.count = (uint8_t)item->option_count;
        answer.part[0] = (uint8_t)(cell[0] - 1);
        answer.part[1] = cell[1];
        if (item->option_count == 3)
            answer.part[2] =
                (uint8_t)(item->total - answer.part[0] - answer.part[1]);
    } else if (item->form == LEWIS_PAIR) {
        answer.count = 1;
        answer.value = cell[0];
    } else {
        for (unsigned rest = cell[0]; rest != 0; rest >>= 2)
            answer.part[answer.count++] = (uint8_t)((rest & 3) - 1);
    }
    return answer;
}

static bool
grow(struct crowd *crowd)
{
    size_t room = crowd->room == 0 ? 64 : 2 * crowd->room;
    unsigned char *cells = realloc(crowd->cells, room * crowd->width);

    if (cells == NULL)
        return false;
    crowd->cells = cells;
    crowd->room = room;
    return true;
}

bool
crowd_add(struct crowd *crowd, const struct lewis_bank *bank,
          const struct lewis_answer *answer)
{
    size_t answered = 0;
    unsigned char *cell;

    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        answered += answer[i].count > 0 &&
                    lewis_bank_item(bank, i)->form != LEWIS_CHECK;
    if (answered < crowd->needed)
        return true;
    if (crowd->count == crowd->most) {
        crowd->left_out++;
        return true;
    }
    if (crowd->count == crowd->room && !grow(crowd))
        return false;
    cell = crowd->cells + crowd->count++ * crowd->width;
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        pack(lewis_bank_item(bank, i), &answer[i], cell);
        cell += bytes_of(lewis_bank_item(bank, i));
    }
    return true;
}

/* A row that knows its size, for qsort(). */
struct row {
    const unsigned char *cells;
    size_t width;
};

static int
compare(const void *a, const void *b)
{
    const struct row *one = a, *two = b;

    return memcmp(one->cells, two->cells, one->width);
}

static void
gather(const struct crowd *crowd, struct row *row, unsigned char *sorted)
{
    for (size_t i = 0; i < crowd->count; i++)
        row[i] = (struct row){crowd->cells + i * crowd->width, crowd->width};
    qsort(row, crowd->count, sizeof *row, compare);
    for (size_t i = 0; i < crowd->count; i++)
        memcpy(sorted + i * crowd->width, row[i].cells, crowd->width);
}

bool
crowd_sort(struct crowd *crowd)
{
    struct row *row;
    unsigned char *sorted;
    bool ok;

    if (crowd->count == 0)
        return true;
    row = malloc(crowd->count * sizeof *row);
    sorted = malloc(crowd->count * crowd->width);
    ok = row != NULL && sorted != NULL;
    if (ok) {
        gather(crowd, row, sorted);
        free(crowd->cells);
        crowd->cells = sorted;
        crowd->room = crowd->count;
    } else {
        free(sorted);
    }
    free(row);
    return ok;
}

void
crowd_choices(const struct crowd *crowd, const struct lewis_bank *bank,
              size_t person, struct lewis_choices choices[])
{
    const unsigned char *cell = crowd->cells + person * crowd->width;

    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const struct lewis_item *item = lewis_bank_item(bank, i);
        struct tally tally = {0};
        struct lewis_answer answer;

        memset(&choices[i], 0, sizeof choices[i]);
        if (bytes_of(item) == 0)
            continue;
        answer = unpack(item, cell);
        tally_add(&tally, item, &answer);
        tally_choices(&tally, item, &choices[i]);
        cell += bytes_of(item);
    }
}
