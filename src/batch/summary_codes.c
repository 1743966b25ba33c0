/* summary_codes.c - answers as codes, added up many rows at a time.
 *
 * A row of k items has k (k + 1) / 2 products of two answers. They are made when
 * SUMMARY_HELD rows are there, item by item, which a processor does several of
 * at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "batch/summary.h"

enum { N = LEWIS_STYLES };

static bool
is_complete(const struct summary_style *style, const uint8_t code[])
{
    for (size_t i = 0; i < style->k; i++)
        if (code[style->item[i]] == 0)
            return false;
    return style->k > 0;
}

static int16_t
keyed(const struct counted_item *item, uint8_t code)
{
    return (int16_t)(item->reverse ? item->hi - item->lo + 1 - code
                                   : code - 1);
}

static uint64_t
sum_of(const int16_t x[SUMMARY_HELD])
{
    int32_t sum = 0;

    for (int r = 0; r < SUMMARY_HELD; r++)
        sum += x[r];
    return (uint64_t)sum;
}

/* Answers are under 256, so that the sum fits. */
static uint64_t
products_of(const int16_t x[SUMMARY_HELD], const int16_t y[SUMMARY_HELD])
{
    int32_t sum = 0;

    for (int r = 0; r < SUMMARY_HELD; r++)
        sum += x[r] * y[r];
    return (uint64_t)sum;
}

static void
settle_style(struct summary_style *style)
{
    uint64_t *cross = style->cross;

    for (size_t i = 0; i < style->k; i++) {
        const int16_t *x = style->held + i * SUMMARY_HELD;
        style->sum[i] += sum_of(x);
        for (size_t j = 0; j <= i; j++)
            cross[j] += products_of(x, style->held + j * SUMMARY_HELD);
        cross += i + 1;
    }
    style->complete += style->held_count;
    style->held_count = 0;
    memset(style->held, 0, style->k * SUMMARY_HELD * sizeof *style->held);
}

static void
hold(const struct lewis_summary *summary, struct summary_style *style,
     const uint8_t code[])
{
    int16_t *x = style->held + style->held_count++;

    for (size_t i = 0; i < style->k; i++)
        x[i * SUMMARY_HELD] = keyed(&summary->item[style->item[i]],
                                    code[style->item[i]]);
    if (style->held_count == SUMMARY_HELD)
        settle_style(style);
}

void
summary_add_codes(struct lewis_summary *summary, const uint8_t code[])
{
    for (size_t i = 0; i < summary->item_count; i++)
        counted_item_add_code(&summary->item[i], code[i]);
    for (int s = 0; s < N; s++)
        if (is_complete(&summary->style[s], code))
            hold(summary, &summary->style[s], code);
}

void
summary_settle_codes(struct lewis_summary *summary)
{
    for (int s = 0; s < N; s++)
        if (summary->style[s].held_count > 0)
            settle_style(&summary->style[s]);
}
