/* items_json.c - all figures as one JSON object.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <string.h>

#include "score/items_write.h"

static void
add_string(struct text *out, const char *name, const char *value)
{
    text_print(out, ", \"%s\": ", name);
    text_add_json(out, value, strlen(value));
}

static void
add_count(struct text *out, const char *name, uint64_t value)
{
    text_print(out, ", \"%s\": %" PRIu64, name, value);
}

static void
add_flag(struct text *out, const char *name, bool value)
{
    text_print(out, ", \"%s\": %s", name, value ? "true" : "false");
}

static void
add_figure(struct text *out, const char *name, struct lewis_figure figure)
{
    if (figure.lack == LEWIS_LACK_NOTHING)
        text_print(out, ", \"%s\": %.15g", name, figure.value);
    else
        text_print(out, ", \"%s\": null, \"%s_lack\": \"%s\"", name, name,
                   lewis_lack_words(figure.lack));
}

static void
add_rows(struct text *out, const struct figure_row *row, const void *of)
{
    for (; row->name != NULL; row++)
        add_figure(out, row->name, *items_figure(of, row));
}

static void
add_bank(const struct lewis_items *items, struct text *out)
{
    bool rating = lewis_bank_kind(items->bank) == LEWIS_BANK_RATING;

    text_add(out, "{\"bank\": ");
    text_add_json(out, lewis_bank_id(items->bank),
                  strlen(lewis_bank_id(items->bank)));
    add_string(out, "version", lewis_bank_version(items->bank));
    add_string(out, "kind", rating ? "rating" : "choice");
    add_count(out, "rows", items->rows);
    add_count(out, "refused", items->refused);
    if (rating) {
        add_flag(out, "weights_not_used", items_weighted(items));
        return;
    }
    text_add(out, ", \"alpha\": null");
    add_string(out, "alpha_lack", items_no_alpha);
    add_count(out, "people", items->crowd.count);
    add_count(out, "left_out", items->crowd.left_out);
    add_count(out, "halves", items->options.halves);
    add_count(out, "seed", items->options.seed);
    text_print(out, ", \"worths\": [%.15g, %.15g, %.15g]", items->worths[0],
               items->worths[1], items->worths[2]);
}

static void
add_style(const struct lewis_items *items, enum lewis_style style,
          struct text *out)
{
    const struct lewis_style_figures *f = &items->style[style];

    text_print(out, "  {\"style\": \"%s\"", lewis_style_keyword(style));
    add_count(out, "items", f->items);
    if (lewis_bank_kind(items->bank) == LEWIS_BANK_RATING) {
        add_count(out, "complete", f->complete);
        add_flag(out, "omega_heywood", f->heywood);
        add_flag(out, "omega_mixed_signs", f->mixed);
    }
    add_rows(out, items_style_rows(items), f);
    text_add(out, "}");
}

static void
add_answers(const struct lewis_item_figures *f, const struct lewis_item *item,
            struct text *out)
{
    if (f->values == 0)
        return;
    text_print(out, ", \"lowest\": %d, \"answers\": [", item->response->lo);
    for (size_t v = 0; v < f->values; v++)
        text_print(out, "%s%" PRIu64, v == 0 ? "" : ", ", f->count[v]);
    text_add(out, "]");
}

static void
add_options(const struct lewis_item_figures *f, const struct lewis_item *item,
            struct text *out)
{
    if (item->option_count == 0)
        return;
    text_add(out, ", \"options\": [");
    for (size_t o = 0; o < item->option_count; o++) {
        text_print(out, "%s{\"style\": \"%s\"", o == 0 ? "" : ", ",
                   lewis_style_keyword(item->option[o].style));
        if (item->form != LEWIS_PAIR)
            add_string(out, "id", item->option[o].id);
        add_figure(out, "first", f->first[o]);
        if (item->form == LEWIS_RANK)
            add_figure(out, "last", f->last[o]);
        text_add(out, "}");
    }
    text_add(out, "]");
}

static void
add_item(const struct lewis_items *items, size_t i, struct text *out)
{
    const struct lewis_item *item = lewis_bank_item(items->bank, i);
    const struct lewis_item_figures *f = &items->item[i];

    text_add(out, "  {\"id\": ");
    text_add_json(out, item->id, strlen(item->id));
    add_string(out, "form", lewis_form_keyword(item->form));
    if (item->form == LEWIS_RATE) {
        add_string(out, "style", lewis_style_keyword(item->style));
        add_flag(out, "reverse", item->reverse);
    }
    add_count(out, "n", f->n);
    add_count(out, "missing", f->missing);
    add_rows(out, items_item_rows(item), f);
    add_answers(f, item, out);
    add_options(f, item, out);
    text_add(out, "}");
}

void
items_write_json(const struct lewis_items *items, struct text *out)
{
    add_bank(items, out);
    text_add(out, ",\n \"styles\": [\n");
    for (int s = 0; s < LEWIS_STYLES; s++) {
        add_style(items, (enum lewis_style)s, out);
        text_add(out, s + 1 < LEWIS_STYLES ? ",\n" : "],\n");
    }
    text_add(out, " \"items\": [\n");
    for (size_t i = 0; i < items->count; i++) {
        add_item(items, i, out);
        text_add(out, i + 1 < items->count ? ",\n" : "]}\n");
    }
}
