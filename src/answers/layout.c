/* layout.c - which columns of a file mean what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <lewis/spelling.h>

#include "answers/layout.h"
#include "answers/seek.h"
#include "answers/ties.h"
#include "base/error.h"
#include "base/fold.h"

const char **
layout_cells(const struct record *record, struct arena *arena, long *wrong)
{
    const char **cell = arena_array(arena, record->count + 1, sizeof *cell);

    *wrong = -1;
    for (size_t c = 0; c < record->count && cell != NULL; c++) {
        struct csv_field field = record->field[c];
        text_trim(&field.bytes, &field.size);
        if (!utf8_valid(field.bytes, field.size) ||
            memchr(field.bytes, '\0', field.size) != NULL) {
            *wrong = *wrong < 0 ? (long)c : *wrong;
            field.size = 0;
        }
        cell[c] = arena_copy(arena, field.bytes, field.size);
    }
    return arena_failed(arena) ? NULL : cell;
}

const char **
layout_header(const struct record *header, struct arena *arena,
              struct lewis_error *error)
{
    long wrong;
    const char **cell = layout_cells(header, arena, &wrong);

    if (cell == NULL) {
        error_memory(error);
        return NULL;
    }
    if (wrong < 0)
        return cell;
    error_set(error, LEWIS_ESYNTAX,
              "the header is not UTF-8 text; save the file as \"CSV UTF-8\", or "
              "name its encoding with --encoding");
    return NULL;
}

long
layout_find(const char *const column[], size_t count, const char *name)
{
    for (size_t c = 0; c < count; c++) {
        struct heading heading = {.text = column[c]};
        if (heading_is_just(&heading, name))
            return (long)c;
    }
    return LAYOUT_NO_COLUMN;
}

const char *const *
layout_names(const struct head *rows, enum lewis_vendor vendor, size_t count,
             struct arena *arena)
{
    const char **name = arena_array(arena, count + 1, sizeof *name);

    for (size_t c = 0; c < count && name != NULL; c++) {
        struct heading heading = vendor_heading(vendor, rows, c);
        struct text text = {0};
        text_add(&text, heading.code != NULL ? heading.code : heading.text);
        if (heading.part != NULL)
            text_print(&text, " [%s]", heading.part);
        name[c] = arena_copy(arena, text_string(&text), text.size);
        text_release(&text);
    }
    return arena_failed(arena) ? NULL : name;
}

/* False: out of memory. */
static bool
read_meanings(const struct layout_head *head, const struct questions *questions,
              struct meaning meaning[])
{
    for (size_t c = 0; c < head->column_count; c++) {
        struct heading heading = vendor_heading(head->vendor, head->rows, c);
        meaning[c] = heading_meaning(questions, head->vendor, &heading);
        if (meaning[c].kind == MEANS_LOST)
            return false;
    }
    return true;
}

/* A column that names a person, a team, or is to be left alone. */
enum role { ROLE_NONE, ROLE_ID, ROLE_TEAM, ROLE_IGNORE, ROLES };
static const char *const roles[ROLES] = {"", "id", "team", "ignore"};

/* Is that a column's name, or its question? */
static enum fold
is_called(const struct layout_head *head, size_t column, const char *name)
{
    struct heading heading = vendor_heading(head->vendor, head->rows, column);
    enum fold found = text_fold_compare(head->column[column], name);

    return found == FOLD_OTHER && heading.part == NULL
               ? text_fold_compare(heading.text, name)
               : found;
}

/* The column of a mapping's row. False with *error set. */
static bool
mapped_column(const struct layout_head *head, const struct mapping_row *row,
              size_t *column, struct lewis_error *error)
{
    size_t found = 0;
    char *end;
    unsigned long number =
        row->column[0] == '#' ? strtoul(row->column + 1, &end, 10) : 0;

    if (number > 0 && *end == '\0' && number <= head->column_count) {
        *column = number - 1;
        return true;
    }
    for (size_t c = 0; c < head->column_count; c++) {
        enum fold called = is_called(head, c, row->column);
        if (called == FOLD_LOST)
            return error_memory(error);
        if (called == FOLD_OTHER)
            continue;
        *column = c;
        found++;
    }
    if (found == 1)
        return true;
    if (found == 0) {
        const char *near = lewis_spelling_nearest(
            row->column, (const char *const *)head->column, head->column_count);
        if (near != NULL)
            error_set(error, LEWIS_EINVALID,
                      "the answers have no column \"%.120s\"; did you mean "
                      "\"%.120s\"?",
                      row->column, near);
        else
            error_set(error, LEWIS_EINVALID,
                      "the answers have no column \"%.120s\"", row->column);
    } else {
        error_set(error, LEWIS_EINVALID,
                  "the answers have %zu columns \"%.120s\"; name one by its "
                  "number, such as #%zu",
                  found, row->column, *column + 1);
    }
    return error_at(error, mapping_path(head->map), row->line, NULL);
}

static bool
refuse_option(const struct layout_head *head, const struct mapping_row *row,
              const struct lewis_item *item, struct lewis_error *error)
{
    error_set(error, LEWIS_EINVALID,
              "item %s has no option or rank \"%.60s\": a letter for a column "
              "of ranks or points, a number from 1 to %zu for a column of "
              "options",
              item->id, row->option, item->option_count);
    return error_at(error, mapping_path(head->map), row->line, NULL);
}

/* What a mapping's row says of its column. */
static bool
mapped_meaning(const struct layout_head *head, const struct mapping_row *row,
               const struct questions *questions, struct meaning *meaning,
               struct lewis_error *error)
{
    size_t i;

    if (heading_item(questions, row->item, &i)) {
        *meaning = (struct meaning){.kind = MEANS_ITEM, .item = i};
        if (*row->option != '\0')
            *meaning = heading_part(questions, i, row->option);
        if (meaning->kind == MEANS_LOST)
            return error_memory(error);
        return meaning->kind == MEANS_UNCLEAR || meaning->kind == MEANS_NOTHING
                   ? refuse_option(head, row,
                                   lewis_bank_item(questions->bank, i), error)
                   : true;
    }
    error_set(error, LEWIS_EINVALID,
              "bank %s has no item \"%.60s\"; an item's id, id, team or ignore "
              "stands here",
              lewis_bank_id(questions->bank), row->item);
    return error_at(error, mapping_path(head->map), row->line, NULL);
}

/* The mapping over what was recognised. */
static bool
apply_mapping(struct layout *layout, const struct layout_head *head,
              struct lewis_error *error)
{
    for (size_t i = 0; head->map != NULL && i < mapping_count(head->map); i++) {
        const struct mapping_row *row = mapping_row(head->map, i);
        enum role role = ROLE_NONE;
        size_t column = 0;
        if (!mapped_column(head, row, &column, error))
            return false;
        for (enum role r = ROLE_ID; r < ROLES; r++)
            if (lewis_text_same(row->item, roles[r]))
                role = r;
        layout->meaning[column] = (struct meaning){.kind = MEANS_NOTHING};
        if (role == ROLE_ID)
            layout->id = (long)column;
        else if (role == ROLE_TEAM)
            layout->team = (long)column;
        else if (role == ROLE_NONE &&
                 !mapped_meaning(head, row, &layout->questions,
                                 &layout->meaning[column], error))
            return false;
    }
    return true;
}

static bool
refuse_role_twice(const struct layout_head *head, const char *role,
                  size_t first, size_t second, struct lewis_error *error)
{
    error_set(error, LEWIS_EINVALID,
              "this column stands twice, as number %zu and %zu; remove or "
              "rename one",
              first + 1, second + 1);
    return error_at(error, head->file, head->line, role);
}

/* The column of a role: of just that name, once; else in any case. */
static bool
find_role(const struct layout_head *head, const char *role, long *column,
          struct lewis_error *error)
{
    long loose = LAYOUT_NO_COLUMN;

    *column = LAYOUT_NO_COLUMN;
    for (size_t c = 0; c < head->column_count; c++) {
        struct heading heading = vendor_heading(head->vendor, head->rows, c);
        if (!heading_is_role(&heading, role))
            continue;
        if (loose == LAYOUT_NO_COLUMN)
            loose = (long)c;
        if (!heading_is_just(&heading, role))
            continue;
        if (*column != LAYOUT_NO_COLUMN)
            return refuse_role_twice(head, role, (size_t)*column, c, error);
        *column = (long)c;
    }
    if (*column == LAYOUT_NO_COLUMN)
        *column = loose;
    return true;
}

static bool
find_roles(struct layout *layout, const struct layout_head *head,
           struct lewis_error *error)
{
    const char *id = vendor_id(head->vendor);

    if (!find_role(head, "id", &layout->id, error) ||
        !find_role(head, "team", &layout->team, error))
        return false;
    if (layout->id == LAYOUT_NO_COLUMN && id != NULL &&
        !find_role(head, id, &layout->id, error))
        return false;
    return layout->team != LAYOUT_NO_COLUMN ||
           seek_question(layout, "team", &layout->team, error);
}

size_t
layout_match(const struct layout_head *head, const struct lewis_bank *bank)
{
    struct layout layout = {.bank = bank};
    size_t items = lewis_bank_item_count(bank), n = 0;
    struct lewis_error error = {0};
    bool ok = questions_init(&layout.questions, bank);

    layout.meaning = arena_array(&layout.arena, head->column_count + 1,
                                 sizeof *layout.meaning);
    ok = ok && layout.meaning != NULL &&
         read_meanings(head, &layout.questions, layout.meaning) &&
         (apply_mapping(&layout, head, &error) || error.code != LEWIS_ENOMEM);
    for (size_t i = 0; ok && i < items; i++)
        for (size_t c = 0; c < head->column_count; c++) {
            const struct meaning *meaning = &layout.meaning[c];
            if (meaning->kind == MEANS_NOTHING ||
                (meaning->item != i &&
                 !(meaning->kind == MEANS_TWO && meaning->other == i)))
                continue;
            n++;
            break;
        }
    layout_release(&layout);
    return ok ? n : SIZE_MAX;
}

static bool
set_quick(struct layout *layout, struct lewis_error *error)
{
    layout->quick = arena_array(&layout->arena, layout->tie_count + 1,
                                sizeof *layout->quick);
    if (layout->quick == NULL)
        return error_memory(error);
    for (size_t t = 0; t < layout->tie_count; t++) {
        const struct layout_tie *tie = &layout->tie[t];
        layout->quick[t] = (struct layout_quick){
            tie->column_count == 1 ? tie->shorts : NULL,
            (uint32_t)tie->column[0], (uint32_t)tie->index};
    }
    return true;
}

bool
layout_make(struct layout *layout, const struct layout_head *head,
            const struct lewis_bank *bank, struct lewis_error *error)
{
    *layout = (struct layout){.bank = bank,
                              .file = head->file,
                              .column = head->column,
                              .column_count = head->column_count,
                              .head = head->rows,
                              .header_rows = head->header_rows,
                              .vendor = head->vendor};
    layout->mark_count = vendor_marks(head->vendor, head->rows, layout->mark);
    if (!questions_init(&layout->questions, bank))
        return error_memory(error);
    layout->meaning = arena_array(&layout->arena, head->column_count + 1,
                                  sizeof *layout->meaning);
    if (layout->meaning == NULL ||
        !read_meanings(head, &layout->questions, layout->meaning))
        return error_memory(error);
    return find_roles(layout, head, error) &&
           apply_mapping(layout, head, error) &&
           ties_make(layout, head, error) && set_quick(layout, error);
}

void
layout_release(struct layout *layout)
{
    questions_release(&layout->questions);
    arena_release(&layout->arena);
    *layout = (struct layout){0};
}
