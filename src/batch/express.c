/* express.c - rows of ratings whose cells are one byte long, straight to sums.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "batch/express.h"

enum { N = LEWIS_STYLES, BYTES = 256 };

/* What each byte adds, 0 where it is no answer. */
struct stop {
    size_t column;
    uint64_t sum[BYTES];
};

/* Those of one style stand together; the last ones add nothing that counts. */
struct express {
    size_t end[N + 1];
    struct stop stop[];
};

static bool
is_plain(const struct layout *layout)
{
    for (size_t t = 0; t < layout->tie_count; t++) {
        const struct layout_short *shorts = layout->quick[t].shorts;
        if (shorts == NULL || shorts->letters != 1)
            return false;
    }
    return true;
}

static void
set_stop(struct stop *stop, const struct layout_quick *quick,
         const struct key_step *step)
{
    stop->column = quick->column;
    for (size_t b = 0; b < BYTES; b++) {
        const struct lewis_answer *answer = &quick->shorts->one[b];
        stop->sum[b] = answer->count > 0 ? rating_sum(step, answer->value) : 0;
    }
}

struct express *
express_new(const struct layout *layout, const struct lewis_key *key)
{
    struct express *express;
    size_t n = 0;

    if (key->step == NULL || !is_plain(layout))
        return NULL;
    express = malloc(sizeof *express +
                     layout->tie_count * sizeof express->stop[0]);
    if (express == NULL)
        return NULL;
    for (size_t style = 0; style <= N; style++) {
        for (size_t t = 0; t < layout->tie_count; t++) {
            const struct layout_quick *quick = &layout->quick[t];
            if (key->step[quick->index].style == style)
                set_stop(&express->stop[n++], quick,
                         &key->step[quick->index]);
        }
        express->end[style] = n;
    }
    return express;
}

void
express_free(struct express *express)
{
    free(express);
}

bool
express_sums(const struct express *express, const struct record *record,
             uint64_t sums[N])
{
    const struct stop *stop = express->stop;

    for (size_t style = 0; style <= N; style++) {
        const struct stop *end = express->stop + express->end[style];
        uint64_t sum = 0;
        for (; stop < end; stop++) {
            const struct csv_field *cell = &record->field[stop->column];
            uint64_t add;
            if (cell->size == 0)
                continue;
            add = stop->sum[(unsigned char)*cell->bytes];
            if (cell->size > 1 || add == 0)
                return false;
            sum += add;
        }
        if (style < N)
            sums[style] = sum;
    }
    return true;
}
