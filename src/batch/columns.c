/* columns.c - which columns are written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "answers/seek.h"
#include "base/error.h"
#include "batch/columns.h"

static const struct writer_column ours[] = {
    {"id", WRITER_TEXT, WRITER_ID, 0, 0},
    {"team", WRITER_TEXT, WRITER_TEAM, 0, 0},
    {"status", WRITER_WORD, WRITER_STATUS, 0, 0},
    {"linear", WRITER_NUMBER, WRITER_SHARE, LEWIS_LINEAR, 0},
    {"multi", WRITER_NUMBER, WRITER_SHARE, LEWIS_MULTI, 0},
    {"reactive", WRITER_NUMBER, WRITER_SHARE, LEWIS_REACTIVE, 0},
    {"linear_low", WRITER_NUMBER, WRITER_LOW, LEWIS_LINEAR, 0},
    {"linear_high", WRITER_NUMBER, WRITER_HIGH, LEWIS_LINEAR, 0},
    {"multi_low", WRITER_NUMBER, WRITER_LOW, LEWIS_MULTI, 0},
    {"multi_high", WRITER_NUMBER, WRITER_HIGH, LEWIS_MULTI, 0},
    {"reactive_low", WRITER_NUMBER, WRITER_LOW, LEWIS_REACTIVE, 0},
    {"reactive_high", WRITER_NUMBER, WRITER_HIGH, LEWIS_REACTIVE, 0},
    {"x", WRITER_NUMBER, WRITER_X, 0, 0},
    {"y", WRITER_NUMBER, WRITER_Y, 0, 0},
    {"style", WRITER_WORD, WRITER_STYLE, 0, 0},
    {"nearest", WRITER_WORD, WRITER_NEAREST, 0, 0},
    {"answered", WRITER_COUNT, WRITER_ANSWERED, 0, 0},
    {"missing", WRITER_COUNT, WRITER_MISSING, 0, 0},
    {"run", WRITER_COUNT, WRITER_RUN, 0, 0},
    {"spread", WRITER_NUMBER, WRITER_SPREAD, 0, 0},
    {"mode", WRITER_NUMBER, WRITER_MODE, 0, 0},
    {"missing_share", WRITER_NUMBER, WRITER_MISSING_SHARE, 0, 0},
    {"failed_checks", WRITER_COUNT, WRITER_FAILED, 0, 0},
    {"halves", WRITER_NUMBER, WRITER_HALVES, 0, 0},
    {"halves_p", WRITER_NUMBER, WRITER_HALVES_P, 0, 0},
    {"flags", WRITER_WORD, WRITER_FLAGS, 0, 0},
    {"caution", WRITER_COUNT, WRITER_CAUTION, 0, 0},
};
enum { OURS = sizeof ours / sizeof ours[0], PLAIN = OURS - 9 };

const char columns_line[] = "lewis_line", columns_reason[] = "lewis_reason";

static bool
add(struct columns *columns, const struct writer_column *column,
    struct lewis_error *error)
{
    for (size_t i = 0; i < columns->count; i++)
        if (strcmp(columns->column[i].name, column->name) == 0)
            return error_set(error, LEWIS_EINVALID,
                             "the column \"%s\" would be written twice",
                             column->name);
    columns->column[columns->count] = *column;
    columns->column[columns->count++].at = writer_number_at(column);
    columns->quality |=
        column->kind >= WRITER_RUN && column->kind <= WRITER_CAUTION;
    columns->region |= column->kind == WRITER_LOW ||
                       column->kind == WRITER_HIGH ||
                       column->kind == WRITER_STYLE || columns->quality;
    columns->nearest |= column->kind == WRITER_NEAREST;
    if (column->cell != WRITER_TEXT)
        return true;
    if (columns->texts + 1 == columns->count)
        columns->texts++;
    else
        columns->mixed = true;
    return true;
}

static bool
add_kept(struct columns *columns, const char *name, struct lewis_error *error)
{
    struct writer_column column = {name, WRITER_TEXT, WRITER_KEPT,
                                   columns->kept_count, 0};

    columns->kept[columns->kept_count++] = name;
    return add(columns, &column, error);
}

/* There is no such column; one that comes near is named. */
static bool
refuse(const struct layout *layout, const char *name, bool own,
       struct lewis_error *error)
{
    const char *known[OURS], *near;

    for (size_t i = 0; i < OURS; i++)
        known[i] = ours[i].name;
    if (!seek_nearest(layout, name, known, own ? OURS : 0, &near, error))
        return false;
    if (near != NULL && own)
        error_set(error, LEWIS_EUNKNOWN,
                  "there is no column \"%s\" among the scores, nor in the "
                  "header; did you mean \"%s\"?",
                  name, near);
    else if (near != NULL)
        error_set(error, LEWIS_EUNKNOWN,
                  "there is no column \"%s\" in the header; did you mean "
                  "\"%s\"?",
                  name, near);
    else if (own)
        error_set(error, LEWIS_EUNKNOWN,
                  "there is no column \"%s\" among the scores, nor in the "
                  "header",
                  name);
    else
        error_set(error, LEWIS_EUNKNOWN,
                  "there is no column \"%s\" in the header", name);
    return error_at(error, layout->file, 1, NULL);
}

static bool
add_named(struct columns *columns, const struct layout *layout,
          const char *name, bool own, struct lewis_error *error)
{
    long at;

    for (size_t i = 0; own && i < OURS; i++)
        if (strcmp(ours[i].name, name) == 0)
            return add(columns, &ours[i], error);
    if (!seek_column(layout, name, &at, error))
        return false;
    if (at == LAYOUT_NO_COLUMN)
        return refuse(layout, name, own, error);
    return add_kept(columns, name, error);
}

/* Names separated by commas. */
static bool
add_list(struct columns *columns, const struct layout *layout,
         const char *list, bool own, struct lewis_error *error)
{
    for (;;) {
        const char *bytes = list;
        size_t size = strcspn(list, ",");
        char *name;
        list += size;
        text_trim(&bytes, &size);
        name = arena_copy(&columns->arena, bytes, size);
        if (name == NULL)
            return error_memory(error);
        if (size > 0 && !add_named(columns, layout, name, own, error))
            return false;
        if (*list++ == '\0')
            return true;
    }
}

static bool
is_used(const struct layout *layout, size_t column)
{
    const char *name = layout->column[column];

    if ((long)column == layout->id || (long)column == layout->team ||
        *name == '\0' || strcmp(name, columns_line) == 0 ||
        strcmp(name, columns_reason) == 0)
        return true;
    for (size_t t = 0; t < layout->tie_count; t++)
        for (size_t c = 0; c < layout->tie[t].column_count; c++)
            if (layout->tie[t].column[c] == column)
                return true;
    return false;
}

static bool
add_rest(struct columns *columns, const struct layout *layout,
         struct lewis_error *error)
{
    for (size_t c = 0; c < layout->column_count; c++)
        if (!is_used(layout, c)) {
            char *name = arena_copy(&columns->arena, layout->column[c],
                                    strlen(layout->column[c]));
            if (name == NULL)
                return error_memory(error);
            if (!add_kept(columns, name, error))
                return false;
        }
    return true;
}

static size_t
most_names(const char *list)
{
    size_t n = 1;

    for (; list != NULL && *list != '\0'; list++)
        n += *list == ',';
    return n;
}

bool
columns_choose(struct columns *columns,
               const struct lewis_batch_options *options,
               const struct layout *layout, struct lewis_error *error)
{
    size_t most = OURS + layout->column_count + most_names(options->columns) +
                  most_names(options->keep);
    size_t standard = options->quality ? OURS : PLAIN;

    columns->column =
        arena_array(&columns->arena, most, sizeof *columns->column);
    columns->kept = arena_array(&columns->arena, most, sizeof *columns->kept);
    columns->kept_at =
        arena_array(&columns->arena, most, sizeof *columns->kept_at);
    if (arena_failed(&columns->arena))
        return error_memory(error);
    for (size_t i = 0; options->columns == NULL && i < standard; i++)
        add(columns, &ours[i], error);
    if (options->columns != NULL &&
        !add_list(columns, layout, options->columns, true, error))
        return false;
    if (columns->count == 0)
        return error_set(error, LEWIS_EINVALID, "no column is to be written");
    if (options->keep == NULL)
        return true;
    return strcmp(options->keep, "all") == 0
               ? add_rest(columns, layout, error)
               : add_list(columns, layout, options->keep, false, error);
}

bool
columns_find(struct columns *columns, const struct layout *layout,
             struct lewis_error *error)
{
    for (size_t k = 0; k < columns->kept_count; k++) {
        long at;
        if (!seek_column(layout, columns->kept[k], &at, error))
            return false;
        if (at == LAYOUT_NO_COLUMN)
            return refuse(layout, columns->kept[k], false, error);
        columns->kept_at[k] = (size_t)at;
    }
    return true;
}

void
columns_release(struct columns *columns)
{
    arena_release(&columns->arena);
    *columns = (struct columns){0};
}
