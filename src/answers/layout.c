/* layout.c - which columns of a file mean what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <lewis/spelling.h>

#include "answers/layout.h"
#include "base/error.h"
#include "base/text.h"

enum { NAMED = 5 };

const char **
layout_header(const struct record *header, struct arena *arena,
              struct lewis_error *error)
{
    const char **column = arena_array(arena, header->count, sizeof *column);

    for (size_t c = 0; c < header->count && column != NULL; c++) {
        struct csv_field field = header->field[c];
        text_trim(&field.bytes, &field.size);
        if (!utf8_valid(field.bytes, field.size) ||
            memchr(field.bytes, '\0', field.size) != NULL) {
            error_set(error, LEWIS_ESYNTAX,
                      "the header is not UTF-8 text; save the file as \"CSV "
                      "UTF-8\"");
            return NULL;
        }
        column[c] = arena_copy(arena, field.bytes, field.size);
    }
    if (!arena_failed(arena))
        return column;
    error_memory(error);
    return NULL;
}

/* Is this the column of that name: "T01", or "[T01] I finish ..." as form tools
 * hand it back? A header that ends in "]" is a part of a question. */
static bool
is_called(const char *column, const char *name)
{
    size_t size = strlen(name), last = strlen(column);

    if (strcmp(column, name) == 0)
        return true;
    return column[0] == '[' && strncmp(column + 1, name, size) == 0 &&
           column[size + 1] == ']' &&
           (last == size + 2 || column[last - 1] != ']');
}

long
layout_find(const char *const column[], size_t count, const char *name)
{
    for (size_t c = 0; c < count; c++)
        if (is_called(column[c], name))
            return (long)c;
    return LAYOUT_NO_COLUMN;
}

static long
find_column(const struct layout *layout, const char *name)
{
    return layout_find(layout->column, layout->column_count, name);
}

static bool
check_once(const struct layout *layout, const char *name,
           struct lewis_error *error)
{
    long column = find_column(layout, name);

    if (column == LAYOUT_NO_COLUMN)
        return true;
    for (size_t c = (size_t)column + 1; c < layout->column_count; c++)
        if (is_called(layout->column[c], name)) {
            error_set(error, LEWIS_EINVALID,
                      "this column stands twice, as number %ld and %zu; "
                      "remove or rename one",
                      column + 1, c + 1);
            return error_at(error, layout->file, 1, name);
        }
    return true;
}

static bool
check_columns(const struct layout *layout, struct lewis_error *error)
{
    if (!check_once(layout, "id", error) || !check_once(layout, "team", error))
        return false;
    for (size_t i = 0; i < lewis_bank_item_count(layout->bank); i++)
        if (!check_once(layout, lewis_bank_item(layout->bank, i)->id, error))
            return false;
    return true;
}

/* A column that is no item's and comes near a missing one, or NULL. */
static const char *
near_column(struct layout *layout, const char *id)
{
    const char **stranger = arena_array(&layout->arena, layout->column_count,
                                        sizeof *stranger);
    size_t count = 0;

    for (size_t c = 0; c < layout->column_count && stranger != NULL; c++)
        if (lewis_bank_find(layout->bank, layout->column[c]) == NULL)
            stranger[count++] = layout->column[c];
    return lewis_spelling_nearest(id, stranger, count);
}

/* "no column for item "T07"", naming up to NAMED that are missing. */
static bool
report_missing(struct layout *layout, struct lewis_error *error)
{
    const char *first = NULL;
    size_t missing = 0, items = lewis_bank_item_count(layout->bank);
    struct text names = {0};

    for (size_t i = 0; i < items; i++) {
        const char *id = lewis_bank_item(layout->bank, i)->id;
        if (find_column(layout, id) != LAYOUT_NO_COLUMN)
            continue;
        if (first == NULL)
            first = id;
        if (missing < NAMED)
            text_print(&names, "%s%s", missing == 0 ? "" : ", ", id);
        missing++;
    }
    if (missing > 0) {
        const char *near = near_column(layout, first);
        error_set(error, LEWIS_EINVALID,
                  "the header has no column for %zu of the %zu items of bank "
                  "%s: %s%s%s%s%s",
                  missing, items, lewis_bank_id(layout->bank),
                  text_string(&names), missing > NAMED ? ", ..." : "",
                  near != NULL ? "; is \"" : "", near != NULL ? near : "",
                  near != NULL ? "\" one of them?" : "");
        error_at(error, layout->file, 1, NULL);
    }
    text_release(&names);
    return missing == 0;
}

/* `id` and `team` in any case, when there is no column of just that name. */
static long
find_name(const struct layout *layout, const char *name)
{
    long column = find_column(layout, name);

    for (size_t c = 0;
         c < layout->column_count && column == LAYOUT_NO_COLUMN; c++)
        if (lewis_text_same(layout->column[c], name))
            column = (long)c;
    return column;
}

static bool
decode_cell(const struct lewis_item *item, const struct csv_field cell[],
            size_t count, struct lewis_answer *answer,
            struct lewis_error *error)
{
    (void)count;
    return lewis_answer_parse(item, cell->bytes, cell->size, answer, error);
}

/* Could the two items have the same short cells? */
static bool
alike(const struct lewis_item *a, const struct lewis_item *b)
{
    if (a->form != b->form || a->response != b->response ||
        a->option_count != b->option_count || a->places != b->places ||
        a->total != b->total)
        return false;
    for (size_t o = 0; o < a->option_count; o++)
        if (strcmp(a->option[o].id, b->option[o].id) != 0)
            return false;
    return true;
}

/* Asks the decoder itself, so that both ways mean the same. */
static struct layout_short *
make_shorts(struct layout *layout, const struct lewis_item *item)
{
    struct layout_short *shorts = arena_alloc(&layout->arena, sizeof *shorts);

    if (shorts == NULL)
        return NULL;
    shorts->letters =
        item->form == LEWIS_RANK && item->option_count == 3 ? 3 : 1;
    for (int b = 0; b < 256; b++) {
        char byte = (char)b;
        struct lewis_answer *one = &shorts->one[b];
        if (!lewis_answer_parse(item, &byte, 1, one, NULL))
            *one = (struct lewis_answer){0};
        shorts->option[b] = one->count > 0 && item->form == LEWIS_RANK
                                ? one->part[0]
                                : LEWIS_OPTIONS;
    }
    return shorts;
}

/* Items with the same answers share their short cells. */
static const struct layout_short *
shorts_of(struct layout *layout, const struct layout_tie *tie)
{
    for (const struct layout_tie *t = layout->tie; t < tie; t++)
        if (t->shorts != NULL && alike(t->item, tie->item))
            return t->shorts;
    return make_shorts(layout, tie->item);
}

static void
tie_item(struct layout *layout, size_t column, size_t index)
{
    struct layout_tie *tie = &layout->tie[layout->tie_count++];

    *tie = (struct layout_tie){
        .item = lewis_bank_item(layout->bank, index),
        .index = index,
        .column = {column},
        .column_count = 1,
        .decode = decode_cell,
    };
    tie->shorts = shorts_of(layout, tie);
}

/* Which item each column is, or the number of items. */
static size_t *
items_of_columns(struct layout *layout)
{
    size_t items = lewis_bank_item_count(layout->bank);
    size_t *item_of = arena_array(&layout->arena, layout->column_count,
                                  sizeof *item_of);

    for (size_t c = 0; c < layout->column_count && item_of != NULL; c++)
        item_of[c] = items;
    for (size_t i = 0; i < items && item_of != NULL; i++)
        item_of[find_column(layout, lewis_bank_item(layout->bank, i)->id)] = i;
    return item_of;
}

bool
layout_tie(struct layout *layout, struct lewis_error *error)
{
    size_t items = lewis_bank_item_count(layout->bank), *item_of;

    if (!check_columns(layout, error) || !report_missing(layout, error))
        return false;
    item_of = items_of_columns(layout);
    layout->tie_count = 0;
    layout->tie = arena_array(&layout->arena, items, sizeof *layout->tie);
    if (arena_failed(&layout->arena))
        return error_memory(error);
    for (size_t c = 0; c < layout->column_count; c++)
        if (item_of[c] < items)
            tie_item(layout, c, item_of[c]);
    layout->id = find_name(layout, "id");
    layout->team = find_name(layout, "team");
    return !arena_failed(&layout->arena) || error_memory(error);
}

void
layout_release(struct layout *layout)
{
    arena_release(&layout->arena);
    *layout = (struct layout){0};
}
