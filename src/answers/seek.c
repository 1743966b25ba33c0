/* seek.c - the column that somebody means by a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <lewis/spelling.h>
#include <lewis/text.h>

#include "answers/seek.h"
#include "base/error.h"
#include "base/fold.h"

static struct heading
heading_of(const struct layout *layout, size_t column)
{
    return vendor_heading(layout->vendor, layout->head, column);
}

/* Has a column the question's words, in any language? */
static enum fold
asks(const struct layout *layout, size_t column, const struct lewis_text *stem)
{
    struct heading heading = heading_of(layout, column);
    enum fold found = FOLD_OTHER;

    for (; stem->lang != NULL && found == FOLD_OTHER; stem++)
        found = text_fold_compare(heading.text, stem->text);
    return found;
}

static bool
by_words(const struct layout *layout, const struct lewis_ask *ask,
         long *column, struct lewis_error *error)
{
    for (size_t c = 0; c < layout->column_count; c++) {
        enum fold found = asks(layout, c, ask->stem);

        if (found == FOLD_LOST)
            return error_memory(error);
        if (found == FOLD_OTHER)
            continue;
        *column = (long)c;
        return true;
    }
    return true;
}

bool
seek_question(const struct layout *layout, const char *id, long *column,
              struct lewis_error *error)
{
    *column = LAYOUT_NO_COLUMN;
    for (size_t a = 0; a < lewis_bank_ask_count(layout->bank); a++) {
        const struct lewis_ask *ask = lewis_bank_ask(layout->bank, a);

        if (*column == LAYOUT_NO_COLUMN && lewis_text_same(ask->id, id) &&
            !by_words(layout, ask, column, error))
            return false;
    }
    return true;
}

static long
by_heading(const struct layout *layout, const char *name)
{
    for (size_t c = 0; c < layout->column_count; c++) {
        struct heading heading = heading_of(layout, c);

        if (heading_is_role(&heading, name))
            return (long)c;
    }
    return LAYOUT_NO_COLUMN;
}

/* The id as the bank writes it: "Country" is in no brackets. */
static const char *
id_in_bank(const struct lewis_bank *bank, const char *name)
{
    for (size_t a = 0; a < lewis_bank_ask_count(bank); a++)
        if (lewis_text_same(lewis_bank_ask(bank, a)->id, name))
            return lewis_bank_ask(bank, a)->id;
    return name;
}

static long
by_name(const struct layout *layout, const char *name)
{
    for (size_t c = 0; c < layout->column_count; c++)
        if (lewis_text_same(layout->column[c], name))
            return (long)c;
    return LAYOUT_NO_COLUMN;
}

bool
seek_column(const struct layout *layout, const char *name, long *column,
            struct lewis_error *error)
{
    *column = layout_find(layout->column, layout->column_count, name);
    if (*column == LAYOUT_NO_COLUMN)
        *column = by_name(layout, name);
    if (*column == LAYOUT_NO_COLUMN)
        *column = by_heading(layout, id_in_bank(layout->bank, name));
    return *column != LAYOUT_NO_COLUMN ||
           seek_question(layout, name, column, error);
}

/* The ids of questions that stand in the answers, behind the others. */
static bool
add_ids(const struct layout *layout, const char *known[], size_t *count,
        struct lewis_error *error)
{
    for (size_t a = 0; a < lewis_bank_ask_count(layout->bank); a++) {
        const char *id = lewis_bank_ask(layout->bank, a)->id;
        long column;

        if (!seek_column(layout, id, &column, error))
            return false;
        if (column != LAYOUT_NO_COLUMN)
            known[(*count)++] = id;
    }
    return true;
}

bool
seek_nearest(const struct layout *layout, const char *name,
             const char *const also[], size_t also_count, const char **near,
             struct lewis_error *error)
{
    size_t room = also_count + layout->column_count +
                  lewis_bank_ask_count(layout->bank) + 1;
    const char **known = calloc(room, sizeof *known);
    size_t count = 0;
    bool ok;

    if (known == NULL)
        return error_memory(error);
    for (; count < also_count; count++)
        known[count] = also[count];
    for (size_t c = 0; c < layout->column_count; c++)
        if (layout->meaning[c].kind == MEANS_NOTHING)
            known[count++] = layout->column[c];
    ok = add_ids(layout, known, &count, error);
    *near = ok ? lewis_spelling_nearest(name, known, count) : NULL;
    free(known);
    return ok;
}
