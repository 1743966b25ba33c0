/* items_csv.c - a line a figure: about,name,figure,value,lack. Nothing in it
 * needs quotes: names are ids and keywords, and what lacks has no comma.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include "score/items_write.h"

/* What a line is about. */
struct subject {
    const char *about, *name;
};

static void
add_count(struct text *out, struct subject subject, const char *figure,
          uint64_t value)
{
    text_print(out, "%s,%s,%s,%" PRIu64 ",\n", subject.about, subject.name,
               figure, value);
}

static void
add_figure(struct text *out, struct subject subject, const char *name,
           const char *of, struct lewis_figure figure)
{
    text_print(out, "%s,%s,%s%s,", subject.about, subject.name, name, of);
    if (figure.lack == LEWIS_LACK_NOTHING)
        text_print(out, "%.15g", figure.value);
    text_print(out, ",%s\n", lewis_lack_words(figure.lack));
}

static void
add_rows(struct text *out, struct subject subject, const struct figure_row *row,
         const void *of)
{
    for (; row->name != NULL; row++)
        add_figure(out, subject, row->name, "", *items_figure(of, row));
}

static void
add_bank(const struct lewis_items *items, struct text *out)
{
    struct subject subject = {"bank", lewis_bank_id(items->bank)};

    add_count(out, subject, "rows", items->rows);
    add_count(out, subject, "refused", items->refused);
    if (lewis_bank_kind(items->bank) == LEWIS_BANK_RATING) {
        add_count(out, subject, "weights_not_used", items_weighted(items));
        return;
    }
    text_print(out, "bank,%s,alpha,,does not apply to ipsative scores\n",
               subject.name);
    add_count(out, subject, "people", items->crowd.count);
    add_count(out, subject, "left_out", items->crowd.left_out);
    add_count(out, subject, "halves", items->options.halves);
    for (int s = 0; s < LEWIS_STYLES; s++)
        text_print(out, "bank,%s,worth_%s,%.15g,\n", subject.name,
                   lewis_style_keyword((enum lewis_style)s), items->worths[s]);
}

static void
add_style(const struct lewis_items *items, enum lewis_style style,
          struct text *out)
{
    const struct lewis_style_figures *f = &items->style[style];
    struct subject subject = {"style", lewis_style_keyword(style)};

    add_count(out, subject, "items", f->items);
    if (lewis_bank_kind(items->bank) == LEWIS_BANK_RATING)
        add_count(out, subject, "complete", f->complete);
    add_rows(out, subject, items_style_rows(items), f);
    if (lewis_bank_kind(items->bank) != LEWIS_BANK_RATING)
        return;
    add_count(out, subject, "omega_heywood", f->heywood);
    add_count(out, subject, "omega_mixed_signs", f->mixed);
}

static void
add_answers(const struct lewis_item_figures *f, const struct lewis_item *item,
            struct subject subject, struct text *out)
{
    for (size_t v = 0; v < f->values; v++)
        text_print(out, "%s,%s,answer_%d,%" PRIu64 ",\n", subject.about,
                   subject.name, item->response->lo + (int)v, f->count[v]);
}

static void
add_item(const struct lewis_items *items, size_t i, struct text *out)
{
    const struct lewis_item *item = lewis_bank_item(items->bank, i);
    const struct lewis_item_figures *f = &items->item[i];
    struct subject subject = {"item", item->id};

    add_count(out, subject, "n", f->n);
    add_count(out, subject, "missing", f->missing);
    add_rows(out, subject, items_item_rows(item), f);
    add_answers(f, item, subject, out);
    for (size_t o = 0; o < item->option_count; o++)
        add_figure(out, subject, "first_",
                   lewis_style_keyword(item->option[o].style), f->first[o]);
    for (size_t o = 0; o < item->option_count && item->form == LEWIS_RANK; o++)
        add_figure(out, subject, "last_",
                   lewis_style_keyword(item->option[o].style), f->last[o]);
}

void
items_write_csv(const struct lewis_items *items, struct text *out)
{
    text_add(out, "about,name,figure,value,lack\n");
    add_bank(items, out);
    for (int s = 0; s < LEWIS_STYLES; s++)
        add_style(items, (enum lewis_style)s, out);
    for (size_t i = 0; i < items->count; i++)
        add_item(items, i, out);
}
