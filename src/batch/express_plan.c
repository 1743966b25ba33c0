/* express_plan.c - the short way through a row, made ready.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "batch/express_plan.h"
#include "score/key.h"

enum { N = LEWIS_STYLES, WORD = 64 };

/* Bytes behind a row's codes, so that no two threads write to one line of the
 * cache. */
enum { APART = 128 };

/* ---- can it be done? ---- */

static bool
is_plain(const struct layout *layout, size_t letters)
{
    for (size_t t = 0; t < layout->tie_count; t++) {
        const struct layout_short *shorts = layout->quick[t].shorts;
        if (shorts == NULL || shorts->letters != letters)
            return false;
    }
    return true;
}

/* Have all that are scored the same numbers, and all a code for each? */
static bool
has_codes(const struct lewis_key *key)
{
    const struct key_item *first = NULL;

    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->item[i];
        if (item->hi - item->lo >= EXPRESS_BYTES - 1)
            return false;
        if (item->passed)
            continue;
        if (first != NULL && first->lo != item->lo)
            return false;
        first = item;
    }
    return true;
}

/* Is there room for what all items may add up to? */
static bool
has_room(const struct lewis_key *key)
{
    const double most = 1 << EXPRESS_STEPS_BITS;

    return key->step == NULL || (key->count < 1 << EXPRESS_COUNT_BITS &&
                                 (double)key->count * key->steps < most &&
                                 (double)key->count * key->steps * key->steps <
                                     1 << EXPRESS_STYLE_BITS);
}

static void
set_kinds(struct express *express)
{
    const struct lewis_key *key = express->key;
    bool ratings = express->letters == 1;

    express->kinds = ratings ? (size_t)key->steps + 1 : EXPRESS_RANKINGS;
    express->bits = WORD / (unsigned)express->kinds;
    express->told = express->bits > 0 && has_codes(key) &&
                    key->count < UINT64_C(1) << express->bits;
}

/* ---- what cells mean ---- */

/* Bytes that mean something to a record mean nothing in a cell. */
static bool
can_stand(const struct express *express, size_t byte)
{
    return byte != (unsigned char)express->separator && byte != '"' &&
           byte != '\n' && byte != '\r';
}

/* Which answer it is, where that is told. */
static void
tell_code(const struct express *express, struct stop *stop, size_t mark,
          size_t code)
{
    if (!express->told)
        return;
    stop->code[mark] = (uint8_t)code;
    if (!express->key->item[stop->index].passed)
        stop->kind[mark] = UINT64_C(1) << express->bits * (code - 1);
}

static void
set_rating(const struct express *express, struct stop *stop,
           const struct layout_short *shorts)
{
    const struct key_item *item = &express->key->item[stop->index];
    const struct key_step *step = &express->key->step[stop->index];

    for (size_t b = 0; b < EXPRESS_BYTES; b++) {
        const struct lewis_answer *answer = &shorts->one[b];
        if (answer->count == 0 || !can_stand(express, b))
            continue;
        stop->all[b] = EXPRESS_ANSWER;
        tell_code(express, stop, b, (size_t)(answer->value - item->lo) + 1);
        if (item->passed)
            continue;
        uint64_t x = key_steps(step, answer->value);
        unsigned at = EXPRESS_STYLE_BITS * item->style;
        stop->all[b] |= (UINT64_C(1) << EXPRESS_STEPS_BITS | x) << at;
        stop->squares[b] = x * x << at;
    }
}

static void
set_ranking(const struct express *express, struct stop *stop,
            const struct layout_short *shorts)
{
    const struct key_item *item = &express->key->item[stop->index];

    stop->option = shorts->option;
    for (size_t first = 0; first < EXPRESS_LETTERS; first++)
        for (size_t next = 0; next < EXPRESS_LETTERS; next++) {
            size_t mark =
                first << 4 | next << 2 | (EXPRESS_LETTERS - first - next);
            if (first == next)
                continue;
            stop->all[mark] = EXPRESS_ANSWER;
            tell_code(express, stop, mark,
                      1 + 2 * first + (next > first ? next - 1 : next));
            if (!item->passed)
                stop->all[mark] |=
                    UINT64_C(1)
                    << EXPRESS_ORDER_BITS * choice_order(item, first, next);
        }
}

/* Halves are the odd and the even items: of all, of each style for ratings. */
static void
set_halves(struct express *express)
{
    const struct lewis_key *key = express->key;
    size_t seen[N] = {0}, scored = 0;

    for (size_t i = 0; i < key->count; i++) {
        struct stop *stop = express->stop;
        const struct key_item *item = &key->item[i];
        size_t style = express->letters == 1 ? item->style : 0;
        while (stop->index != i)
            stop++;
        if (item->passed)
            continue;
        for (size_t m = 0; seen[style] % 2 == 1 && m < EXPRESS_BYTES; m++)
            stop->second[m] = stop->all[m] & ~EXPRESS_ANSWER;
        seen[style]++;
        express->scored[scored++] = i;
    }
}

/* ---- the way through a row ---- */

static bool
is_kept(const struct columns *columns, size_t column)
{
    for (size_t k = 0; k < columns->kept_count; k++)
        if (columns->kept_at[k] == column)
            return true;
    return false;
}

static struct stop *
stop_of(const struct express *express, size_t column)
{
    struct stop *stop = express->stop;

    while (stop < express->stop + express->stop_count && stop->column != column)
        stop++;
    return stop;
}

static void
set_legs(struct express *express, const struct columns *columns)
{
    const struct stop *none = express->stop + express->stop_count;
    struct leg *leg = NULL;

    for (size_t c = 0; c < express->columns; c++) {
        const struct stop *stop = stop_of(express, c);
        bool kept = stop != none && is_kept(columns, c);
        if (leg != NULL && leg->end > leg->from && stop != none && !kept &&
            !leg->kept) {
            leg->end++;
            continue;
        }
        leg = &express->leg[express->leg_count++];
        *leg = (struct leg){c, stop, stop + (stop != none), kept};
    }
}

static int
compare_stops(const void *a, const void *b)
{
    const struct stop *x = a, *y = b;

    return (x->column > y->column) - (x->column < y->column);
}

static void
set_stops(struct express *express, const struct layout *layout)
{
    for (size_t t = 0; t < layout->tie_count; t++) {
        const struct layout_quick *quick = &layout->quick[t];
        struct stop *stop = &express->stop[t];
        stop->column = quick->column;
        stop->index = quick->index;
        if (express->letters == 1)
            set_rating(express, stop, quick->shorts);
        else
            set_ranking(express, stop, quick->shorts);
    }
    express->stop_count = layout->tie_count;
    qsort(express->stop, express->stop_count, sizeof *express->stop,
          compare_stops);
}

static bool
allocate(struct express *express, const struct layout *layout)
{
    express->leg = calloc(layout->column_count, sizeof *express->leg);
    express->stop = calloc(layout->tie_count, sizeof *express->stop);
    express->scored = calloc(layout->tie_count, sizeof *express->scored);
    return express->leg != NULL && express->stop != NULL &&
           express->scored != NULL;
}

struct express *
express_new(const struct express_file *file, const struct lewis_key *key)
{
    const struct layout *layout = file->layout;
    size_t letters = key->step != NULL ? 1 : key->orders ? EXPRESS_LETTERS : 0;
    struct express *express;

    if (letters == 0 || !is_plain(layout, letters) || !has_room(key))
        return NULL;
    express = calloc(1, sizeof *express);
    if (express == NULL || !allocate(express, layout)) {
        express_free(express);
        return NULL;
    }
    express->key = key;
    express->letters = letters;
    express->separator = file->separator;
    express->columns = layout->column_count;
    set_kinds(express);
    express->told = express->told && file->answers;
    set_stops(express, layout);
    set_halves(express);
    set_legs(express, file->columns);
    return express;
}

void
express_free(struct express *express)
{
    if (express == NULL)
        return;
    free(express->leg);
    free(express->stop);
    free(express->scored);
    free(express);
}

bool
express_has_answers(const struct express *express)
{
    return express->told;
}

bool
express_row_begin(struct express_row *row, const struct express *express)
{
    free(row->code);
    row->code = malloc(express->stop_count + APART);
    return row->code != NULL;
}

void
express_row_release(struct express_row *row)
{
    free(row->code);
}
