/* mapping.c - what the columns of a file mean, said by the user.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <lewis/text.h>

#include "answers/csv.h"
#include "answers/mapping.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

struct mapping {
    struct arena arena;
    const char *path;
    struct mapping_row *row;
    size_t count, room;
};

enum { COLUMN, ITEM, OPTION, COLUMNS };

static const char *
keep(struct mapping *mapping, const struct csv *csv, size_t field)
{
    struct csv_field cell = {"", 0, true};

    if (field < csv_count(csv))
        cell = csv_field(csv, field);
    text_trim(&cell.bytes, &cell.size);
    return arena_copy(&mapping->arena, cell.bytes, cell.size);
}

/* The header names the columns, so that nothing is taken for what it is not. */
static bool
check_header(const struct csv *csv, struct lewis_error *error)
{
    static const char *const names[COLUMNS] = {"column", "item", "option"};
    size_t count = csv_count(csv);
    bool ok = count == ITEM + 1 || count == COLUMNS;

    for (size_t c = 0; ok && c < count; c++) {
        struct csv_field field = csv_field(csv, c);
        text_trim(&field.bytes, &field.size);
        ok = field.size == strlen(names[c]) &&
             lewis_text_same_start(field.bytes, names[c], field.size);
    }
    if (ok)
        return true;
    error_set(error, LEWIS_EINVALID,
              "the first line of a mapping is column,item,option");
    return error_at(error, csv_name(csv), csv_line(csv), NULL);
}

static bool
add_row(struct mapping *mapping, const struct csv *csv,
        struct lewis_error *error)
{
    struct mapping_row row = {csv_line(csv), keep(mapping, csv, COLUMN),
                              keep(mapping, csv, ITEM),
                              keep(mapping, csv, OPTION)};

    if (mapping->count == mapping->room) {
        size_t room = mapping->room == 0 ? 64 : 2 * mapping->room;
        struct mapping_row *grown = realloc(mapping->row, room * sizeof *grown);
        if (grown == NULL)
            return error_memory(error);
        mapping->row = grown;
        mapping->room = room;
    }
    if (arena_failed(&mapping->arena))
        return error_memory(error);
    mapping->row[mapping->count++] = row;
    if (*row.column != '\0' && *row.item != '\0' && csv_count(csv) <= COLUMNS)
        return true;
    error_set(error, LEWIS_EINVALID,
              "a row of a mapping is a column, an item (or id, team, ignore), "
              "and an option or rank where an item has several columns");
    return error_at(error, csv_name(csv), row.line, NULL);
}

static bool
read_rows(struct mapping *mapping, struct csv *csv, struct lewis_error *error)
{
    enum csv_result result = csv_next(csv, error);

    if (result == CSV_END) {
        error_set(error, LEWIS_ESYNTAX, "the mapping is empty");
        return error_at(error, csv_name(csv), 0, NULL);
    }
    if (result != CSV_ROW || !check_header(csv, error))
        return false;
    while ((result = csv_next(csv, error)) == CSV_ROW)
        if (!add_row(mapping, csv, error))
            return false;
    return result == CSV_END;
}

struct mapping *
mapping_load(const char *path, struct lewis_error *error)
{
    struct mapping *mapping = calloc(1, sizeof *mapping);
    struct csv *csv;
    bool ok;

    if (mapping == NULL) {
        error_memory(error);
        return NULL;
    }
    csv = csv_open(path, error);
    ok = csv != NULL && read_rows(mapping, csv, error);
    if (ok)
        mapping->path = arena_copy(&mapping->arena, path, strlen(path));
    if (ok && mapping->path == NULL)
        ok = error_memory(error);
    csv_free(csv);
    if (ok)
        return mapping;
    mapping_free(mapping);
    return NULL;
}

void
mapping_free(struct mapping *mapping)
{
    if (mapping == NULL)
        return;
    arena_release(&mapping->arena);
    free(mapping->row);
    free(mapping);
}

const char *
mapping_path(const struct mapping *mapping)
{
    return mapping->path;
}

size_t
mapping_count(const struct mapping *mapping)
{
    return mapping->count;
}

const struct mapping_row *
mapping_row(const struct mapping *mapping, size_t index)
{
    return &mapping->row[index];
}
