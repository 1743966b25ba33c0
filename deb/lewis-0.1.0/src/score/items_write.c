/* items_write.c - the figures of a bank, their names and their formats.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/items_write.h"

#include <string.h>

#include "base/error.h"

#define STYLE(name)                                                            \
    {                                                                          \
#name, offsetof(struct lewis_style_figures, name)                      \
    }
#define ITEM(name)                                                             \
    {                                                                          \
#name, offsetof(struct lewis_item_figures, name)                       \
    }

const char items_no_alpha[] =
    "ipsative scores: what one style gains another loses, and alpha of such "
    "scores means nothing";

const struct figure_row *
items_style_rows(const struct lewis_items *items)
{
    static const struct figure_row rating[] = {
        STYLE(mean),       STYLE(sd),           STYLE(mean_points),
        STYLE(sd_points),  STYLE(alpha),        STYLE(feldt_low),
        STYLE(feldt_high), STYLE(duhachek_low), STYLE(duhachek_high),
        STYLE(lambda2),    STYLE(omega),        STYLE(sem),
        STYLE(sem_points), STYLE(mean_r),       {NULL, 0},
    };
    static const struct figure_row choice[] = {
        STYLE(halves_r),         STYLE(reliability), STYLE(reliability_low),
        STYLE(reliability_high), {NULL, 0},
    };

    return lewis_bank_kind(items->bank) == LEWIS_BANK_RATING ? rating : choice;
}

const struct figure_row *
items_item_rows(const struct lewis_item *item)
{
    static const struct figure_row rate[] = {
        ITEM(mean),    ITEM(sd),     ITEM(skew),          ITEM(floor),
        ITEM(ceiling), ITEM(r_drop), ITEM(alpha_without), {NULL, 0},
    };
    static const struct figure_row check[] = {
        ITEM(mean), ITEM(sd), ITEM(skew), ITEM(failed), {NULL, 0}};
    static const struct figure_row choice[] = {
        ITEM(information), ITEM(information_own), {NULL, 0}};

    if (item->form == LEWIS_RATE)
        return rate;
    return item->form == LEWIS_CHECK ? check : choice;
}

const struct lewis_figure *
items_figure(const void *of, const struct figure_row *row)
{
    return (const void *)((const char *)of + row->at);
}

bool
items_weighted(const struct lewis_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct lewis_item *item = lewis_bank_item(items->bank, i);
        if (item->form == LEWIS_RATE && item->weight != 1)
            return true;
    }
    return false;
}

static const struct {
    const char *keyword;
    void (*write)(const struct lewis_items *items, struct text *out);
} formats[] = {
    [LEWIS_ITEMS_TABLE] = {"table", items_write_table},
    [LEWIS_ITEMS_CSV] = {"csv", items_write_csv},
    [LEWIS_ITEMS_JSON] = {"json", items_write_json},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

bool
lewis_items_format_parse(const char *keyword, enum lewis_items_format *format)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(formats[i].keyword, keyword) == 0) {
            *format = (enum lewis_items_format)i;
            return true;
        }
    return false;
}

bool
lewis_items_write(const struct lewis_items *items,
                  enum lewis_items_format format, struct lewis_output *output,
                  struct lewis_error *error)
{
    struct text out = {0};
    bool ok;

    formats[format].write(items, &out);
    ok = text_ok(&out);
    if (ok)
        lewis_output_write(output, text_string(&out), out.size);
    text_release(&out);
    return ok || error_memory(error);
}
