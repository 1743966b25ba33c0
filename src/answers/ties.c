/* ties.c - which columns each item has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <lewis/spelling.h>

#include "answers/answer.h"
#include "answers/decode.h"
#include "answers/ties.h"
#include "base/error.h"
#include "base/text.h"

enum { NAMED = 5 };

/* The columns that belong to one item. */
struct claim {
    size_t whole, wholes;       /* the first, and how many */
    long option[LEWIS_OPTIONS]; /* or LAYOUT_NO_COLUMN */
    long place[LEWIS_OPTIONS];
    size_t options, places; /* how many of them there are */
    size_t first;           /* of all */
};

static const char *
item_id(const struct layout *layout, size_t index)
{
    return lewis_bank_item(layout->bank, index)->id;
}

static bool
refuse_twice(const struct layout_head *head, const char *id, size_t first,
             size_t second, struct lewis_error *error)
{
    error_set(error, LEWIS_EINVALID,
              "this column stands twice, as number %zu and %zu; remove or "
              "rename one",
              first + 1, second + 1);
    return error_at(error, head->file, head->line, id);
}

static bool
refuse_two(const struct layout *layout, const struct layout_head *head,
           size_t column, struct lewis_error *error)
{
    const struct meaning *meaning = &layout->meaning[column];

    error_set(error, LEWIS_EINVALID,
              "this question is that of item %s and of item %s; write [%s] "
              "before it, or say which with --map",
              item_id(layout, meaning->item), item_id(layout, meaning->other),
              item_id(layout, meaning->item));
    return error_at(error, head->file, head->line, head->column[column]);
}

static bool
refuse_unclear(const struct layout *layout, const struct layout_head *head,
               size_t column, struct lewis_error *error)
{
    error_set(error, LEWIS_EINVALID,
              "this column belongs to item %s, but not which option or rank it "
              "is for; say so with --map",
              item_id(layout, layout->meaning[column].item));
    return error_at(error, head->file, head->line, head->column[column]);
}

/* One more column of an option or a rank. */
static bool
claim_part(long part[], size_t *parts, size_t index, size_t column,
           const struct layout_head *head, const char *id,
           struct lewis_error *error)
{
    if (part[index] != LAYOUT_NO_COLUMN)
        return refuse_twice(head, id, (size_t)part[index], column, error);
    part[index] = (long)column;
    ++*parts;
    return true;
}

static bool
claim_column(struct claim *claim, const struct layout *layout,
             const struct layout_head *head, size_t column,
             struct lewis_error *error)
{
    const struct meaning *meaning = &layout->meaning[column];
    const char *id = item_id(layout, meaning->item);

    if (claim->wholes + claim->options + claim->places == 0)
        claim->first = column;
    switch (meaning->kind) {
    case MEANS_TWO:
        return refuse_two(layout, head, column, error);
    case MEANS_UNCLEAR:
        return refuse_unclear(layout, head, column, error);
    case MEANS_OPTION:
        return claim_part(claim->option, &claim->options, meaning->part, column,
                          head, id, error);
    case MEANS_PLACE:
        return claim_part(claim->place, &claim->places, meaning->part, column,
                          head, id, error);
    case MEANS_ITEM:
        if (claim->wholes++ > 0)
            return refuse_twice(head, id, claim->whole, column, error);
        claim->whole = column;
        break;
    case MEANS_NOTHING:
    case MEANS_LOST: /* layout_make() is over by then */
        break;
    }
    return true;
}

/* Every item's columns; an item that is named by its id needs no other: what
 * its text might mean elsewhere is no matter. */
static bool
claim_columns(struct claim claim[], const struct layout *layout,
              const struct layout_head *head, struct lewis_error *error)
{
    for (size_t i = 0; i < layout->questions.count; i++)
        for (size_t o = 0; o < LEWIS_OPTIONS; o++)
            claim[i].option[o] = claim[i].place[o] = LAYOUT_NO_COLUMN;
    for (size_t c = 0; c < head->column_count; c++)
        if (layout->meaning[c].kind != MEANS_NOTHING && (long)c != layout->id &&
            (long)c != layout->team &&
            !claim_column(&claim[layout->meaning[c].item], layout, head, c,
                          error))
            return false;
    return true;
}

static bool
is_missing(const struct claim *claim)
{
    return claim->wholes + claim->options + claim->places == 0;
}

/* A column that is no item's and comes near a missing one, or NULL. */
static const char *
near_column(struct layout *layout, const char *id)
{
    const char **stranger =
        arena_array(&layout->arena, layout->column_count + 1, sizeof *stranger);
    size_t count = 0;

    for (size_t c = 0; c < layout->column_count && stranger != NULL; c++)
        if (layout->meaning[c].kind == MEANS_NOTHING)
            stranger[count++] = layout->column[c];
    return lewis_spelling_nearest(id, stranger, count);
}

/* "no column for item "T07"", naming up to NAMED that are missing. */
static bool
report_missing(struct layout *layout, const struct layout_head *head,
               const struct claim claim[], struct lewis_error *error)
{
    const char *first = NULL;
    size_t missing = 0, items = layout->questions.count;
    struct text names = {0};

    for (size_t i = 0; i < items; i++) {
        const char *id = item_id(layout, i);
        if (!is_missing(&claim[i]))
            continue;
        if (first == NULL)
            first = id;
        if (missing < NAMED)
            text_print(&names, "%s%s", missing == 0 ? "" : ", ", id);
        missing++;
    }
    if (missing > 0) {
        const char *near = near_column(layout, first);
        if (missing > NAMED)
            text_add(&names, ", ...");
        if (near != NULL)
            error_set(error, LEWIS_EINVALID,
                      "the header has no column for %zu of the %zu items of "
                      "bank %s: %s; is \"%s\" one of them?",
                      missing, items, lewis_bank_id(layout->bank),
                      text_string(&names), near);
        else
            error_set(error, LEWIS_EINVALID,
                      "the header has no column for %zu of the %zu items of "
                      "bank %s: %s",
                      missing, items, lewis_bank_id(layout->bank),
                      text_string(&names));
        error_at(error, head->file, head->line, NULL);
    }
    text_release(&names);
    return missing == 0;
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
make_shorts(struct layout *layout, const struct layout_tie *tie)
{
    struct layout_short *shorts = arena_alloc(&layout->arena, sizeof *shorts);
    const struct lewis_item *item = tie->item;

    if (shorts == NULL)
        return NULL;
    shorts->letters =
        item->form == LEWIS_RANK && item->option_count == 3 ? 3 : 1;
    for (int b = 0; b < 256; b++) {
        char byte = (char)b;
        struct lewis_answer *one = &shorts->one[b];
        if (!answer_parse(item, tie->words, &byte, 1, one, NULL))
            *one = (struct lewis_answer){0};
        shorts->option[b] = one->count > 0 && item->form == LEWIS_RANK
                                ? one->part[0]
                                : LEWIS_OPTIONS;
    }
    return shorts;
}

/* Has an option a label of one byte? It belongs to its item alone; the words
 * for a scale are those of the scale. */
static bool
has_short_word(const struct layout_tie *tie)
{
    size_t n = 0;

    for (size_t w = 0; w < tie->words->count; w++)
        n += tie->words->word[w].size == 1;
    return n > tie->item->option_count && tie->item->option_count > 0;
}

/* Items with the same answers share their short cells. */
static const struct layout_short *
shorts_of(struct layout *layout, const struct layout_tie *tie)
{
    if (!has_short_word(tie))
        for (const struct layout_tie *t = layout->tie; t < tie; t++)
            if (t->shorts != NULL && alike(t->item, tie->item) &&
                !has_short_word(t))
                return t->shorts;
    return make_shorts(layout, tie);
}

static bool
refuse_parts(const struct layout *layout, const struct layout_head *head,
             const struct layout_tie *tie, const struct claim *claim,
             struct lewis_error *error)
{
    if (claim->wholes > 0 || (claim->options > 0 && claim->places > 0))
        error_set(error, LEWIS_EINVALID,
                  "item %s has columns of several kinds (whole answers, "
                  "options, ranks); leave one kind with --map",
                  tie->item->id);
    else
        error_set(error, LEWIS_EINVALID,
                  "item %s has a column for %zu of its %zu options",
                  tie->item->id, claim->options + claim->places,
                  tie->item->option_count);
    return error_at(error, head->file, head->line,
                    layout->column[claim->first]);
}

static layout_decoder *
decoder_of_options(const struct lewis_item *item)
{
    return item->form == LEWIS_RANK     ? decode_ranks
           : item->form == LEWIS_POINTS ? decode_points
                                        : decode_chosen;
}

/* Ranks may stop early; options and points may not. */
static bool
tie_parts(struct layout_tie *tie, const struct claim *claim)
{
    bool places = claim->places > 0;
    const long *part = places ? claim->place : claim->option;
    size_t count = places ? claim->places : claim->options;

    tie->decode = places && tie->item->form == LEWIS_RANK
                      ? decode_places
                      : decoder_of_options(tie->item);
    if (tie->decode != decode_places && count < tie->item->option_count)
        return false;
    for (size_t p = 0; p < count; p++) {
        if (part[p] == LAYOUT_NO_COLUMN)
            return false;
        tie->column[p] = (size_t)part[p];
    }
    tie->column_count = count;
    return true;
}

static bool
tie_item(struct layout *layout, const struct layout_head *head, size_t index,
         const struct claim *claim, struct lewis_error *error)
{
    struct layout_tie *tie = &layout->tie[layout->tie_count];
    size_t kinds = claim->wholes > 0;

    *tie = (struct layout_tie){
        .item = lewis_bank_item(layout->bank, index),
        .index = index,
        .column = {claim->whole},
        .column_count = 1,
        .decode = decode_cell,
        .words = &layout->questions.words[index],
        .vendor = head->vendor,
    };
    kinds += claim->options > 0;
    kinds += claim->places > 0;
    if (kinds > 1 || (claim->wholes == 0 && !tie_parts(tie, claim)))
        return refuse_parts(layout, head, tie, claim, error);
    if (tie->decode == decode_cell)
        tie->shorts = shorts_of(layout, tie);
    layout->tie_count++;
    return true;
}

/* By the first column, so that a row is read from left to right. */
static bool
tie_items(struct layout *layout, const struct layout_head *head,
          const struct claim claim[], struct lewis_error *error)
{
    for (size_t c = 0; c < head->column_count; c++) {
        size_t i = layout->meaning[c].item;
        if (layout->meaning[c].kind != MEANS_NOTHING &&
            !is_missing(&claim[i]) && claim[i].first == c &&
            (long)c != layout->id && (long)c != layout->team &&
            !tie_item(layout, head, i, &claim[i], error))
            return false;
    }
    return true;
}

bool
ties_make(struct layout *layout, const struct layout_head *head,
          struct lewis_error *error)
{
    size_t items = layout->questions.count;
    struct claim *claim = arena_array(&layout->arena, items + 1, sizeof *claim);

    layout->tie_count = 0;
    layout->tie = arena_array(&layout->arena, items + 1, sizeof *layout->tie);
    if (arena_failed(&layout->arena))
        return error_memory(error);
    if (!claim_columns(claim, layout, head, error) ||
        !report_missing(layout, head, claim, error) ||
        !tie_items(layout, head, claim, error))
        return false;
    return !arena_failed(&layout->arena) || error_memory(error);
}
