/* express_score.c - what the sums of a row come to: its score and its quality.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "batch/express_plan.h"
#include "score/key.h"
#include "score/quality.h"

enum { N = LEWIS_STYLES };

/* ---- its score ---- */

/* So many bits of a number. */
static uint64_t
bits_of(uint64_t sums, unsigned at, unsigned bits)
{
    return sums >> at & ((UINT64_C(1) << bits) - 1);
}

static void
take_orders(uint64_t sums, size_t order[SCORE_ORDERS])
{
    for (unsigned i = 0; i < SCORE_ORDERS; i++)
        order[i] = bits_of(sums, EXPRESS_ORDER_BITS * i, EXPRESS_ORDER_BITS);
}

static void
take_steps(uint64_t all, uint64_t squares, struct key_sum sum[N])
{
    for (unsigned s = 0; s < N; s++) {
        unsigned at = EXPRESS_STYLE_BITS * s;
        sum[s].steps = bits_of(all, at, EXPRESS_STEPS_BITS);
        sum[s].n = bits_of(all, at + EXPRESS_STEPS_BITS, EXPRESS_COUNT_BITS);
        sum[s].squares = bits_of(squares, at, EXPRESS_STYLE_BITS);
    }
}

void
express_announce(const struct express *express, const struct express_row *row,
                 const struct score_memo *memo)
{
    size_t order[SCORE_ORDERS];

    if (express->letters == 1 || memo == NULL)
        return;
    take_orders(row->sums.all, order);
    choice_announce(order, memo);
}

void
express_score(const struct express *express, const struct express_row *row,
              struct score_memo *memo, struct lewis_score *score, bool region)
{
    size_t order[SCORE_ORDERS];
    struct key_sum sum[N];

    if (express->letters == 1) {
        take_steps(row->sums.all, row->sums.squares, sum);
        score_sums(express->key, sum, score, region);
        return;
    }
    take_orders(row->sums.all, order);
    score_orders(express->key, order, memo, score, region);
}

/* ---- its quality ---- */

static size_t
longest_run(const struct express *express, const uint8_t *code)
{
    size_t run = 0, longest = 0;
    uint8_t last = 0;

    for (size_t i = 0; i < express->key->scored; i++) {
        uint8_t one = code[express->scored[i]];
        run = one == last ? run + 1 : 1;
        run = one == 0 ? 0 : run;
        longest = run > longest ? run : longest;
        last = one;
    }
    return longest;
}

static void
count_kinds(const struct express *express, uint64_t kinds,
            struct quality_signs *signs)
{
    const uint64_t most = (UINT64_C(1) << express->bits) - 1;
    const double steps = (double)express->kinds - 1;
    uint64_t n = 0, sum = 0, squares = 0;

    for (size_t x = 0; x < express->kinds; x++) {
        uint64_t seen = kinds >> express->bits * x & most;
        signs->most = seen > signs->most ? seen : signs->most;
        n += seen;
        sum += x * seen;
        squares += x * x * seen;
    }
    signs->spread = express->letters == 1
                        ? quality_spread((double)n, (double)sum / steps,
                                         (double)squares / (steps * steps))
                        : NAN;
}

static size_t
failed_checks(const struct lewis_key *key, const uint8_t *code)
{
    size_t failed = 0;

    if (key->scored == key->count)
        return 0;
    for (size_t i = 0; i < key->count; i++)
        failed += key->item[i].form == LEWIS_CHECK && code[i] > 0 &&
                  code[i] - 1 != key->item[i].expect - key->item[i].lo;
    return failed;
}

static void
set_half(const struct express *express, uint64_t sums,
         struct quality_sum rating[N], struct lewis_choices *choices)
{
    size_t order[SCORE_ORDERS];
    struct key_sum sum[N];

    if (express->letters == 1) {
        take_steps(sums, 0, sum);
        for (int s = 0; s < N; s++)
            rating[s] = rating_half(express->key, &sum[s]);
        return;
    }
    take_orders(sums, order);
    choice_orders(order, choices);
}

void
express_quality(const struct express *express, const struct express_row *row,
                const struct lewis_score *score, struct lewis_quality *quality)
{
    struct quality_signs signs;

    signs.run = longest_run(express, row->code);
    signs.most = 0;
    count_kinds(express, row->sums.kinds, &signs);
    signs.failed = failed_checks(express->key, row->code);
    set_half(express, row->sums.all - row->sums.second, signs.rating[0],
             &signs.choices[0]);
    set_half(express, row->sums.second, signs.rating[1], &signs.choices[1]);
    quality_judge(express->key, &signs, score, quality);
}
