/* writer_table.c - scores as a table for people: whole percent, aligned.
 *
 * Rows are kept as cells, each ended by a unit separator and a row by a record
 * separator (ASCII 31 and 30), until a block is full and its columns can be
 * measured. Widths never shrink from block to block.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "base/translation.h"
#include "batch/writer.h"

enum { COLUMNS = 7, LONGEST = 32 };

#define UNIT "\037"
#define RECORD "\036"

static const char *const heading[COLUMNS] = {
    N_("id"),         N_("team"),  N_("linear %"), N_("multi %"),
    N_("reactive %"), N_("style"), N_("answered"),
};

struct table_state {
    bool begun;
    size_t width[COLUMNS];
};

/* A text cut to LONGEST columns, controls shown as "?". */
static void
add_name(struct text *out, const char *bytes, size_t size)
{
    size_t columns = 0, step;

    for (size_t i = 0; i < size; i += step) {
        step = utf8_length(bytes + i, size - i);
        bool odd = step == 0 || utf8_is_control(bytes + i, step);
        step = step == 0 ? 1 : step;
        columns += odd ? 1 : utf8_columns(bytes + i, step);
        if (columns > LONGEST) {
            text_add(out, "...");
            return;
        }
        text_add_bytes(out, odd ? "?" : bytes + i, odd ? 1 : step);
    }
}

static long
percent(double share)
{
    return lround(100 * share);
}

static void
add_shares(struct text *out, const struct lewis_score *score)
{
    for (int s = 0; s < LEWIS_STYLES; s++) {
        if (score->status == LEWIS_SCORED)
            text_print(out, "%ld (%ld-%ld)", percent(score->share[s]),
                       percent(score->low[s]), percent(score->high[s]));
        text_add(out, UNIT);
    }
}

static size_t
row_table(struct text *out, const struct writer_table *table,
          const struct writer_row *row)
{
    const struct lewis_score *score = row->score;

    (void)table;
    add_name(out, row->id->bytes, row->id->size);
    text_add(out, UNIT);
    add_name(out, row->team->bytes, row->team->size);
    text_add(out, UNIT);
    add_shares(out, score);
    text_add(out, score->status == LEWIS_SCORED
                      ? lewis_styles_keyword(score->styles)
                      : row->status);
    text_add(out, score->rough ? _(" (rough)") : "");
    text_add(out, UNIT);
    if (score->status != LEWIS_REFUSED)
        text_print(out, _("%zu of %zu"), score->answered,
                   score->answered + score->missing);
    text_add(out, UNIT RECORD);
    return 0;
}

static void
measure(struct table_state *state, const char *p)
{
    for (size_t column = 0; *p != '\0';) {
        size_t size = strcspn(p, UNIT);
        size_t width = utf8_columns(p, size);
        if (width > state->width[column])
            state->width[column] = width;
        column++;
        p += size + 1;
        if (*p == RECORD[0]) {
            column = 0;
            p++;
        }
    }
}

/* Columns of numbers stand to the right. */
static bool
to_the_right(size_t column)
{
    return column >= 2 && column <= 4;
}

static void
add_padding(struct text *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        text_add(out, " ");
}

static void
add_cell(struct text *out, const struct table_state *state, size_t column,
         const char *bytes, size_t size)
{
    size_t room = state->width[column] - utf8_columns(bytes, size);

    add_padding(out, (column == 0 ? 0 : 2) + (to_the_right(column) ? room : 0));
    text_add_bytes(out, bytes, size);
    if (!to_the_right(column) && column + 1 < COLUMNS)
        add_padding(out, room);
}

static void
add_rule(struct text *out, const struct table_state *state)
{
    for (size_t c = 0; c < COLUMNS; c++) {
        text_add(out, c == 0 ? "" : "  ");
        for (size_t i = 0; i < state->width[c]; i++)
            text_add(out, "-");
    }
    text_add(out, "\n");
}

static void
begin_table(struct text *out, struct table_state *state)
{
    for (size_t c = 0; c < COLUMNS; c++) {
        const char *words = _(heading[c]);
        size_t width = utf8_columns(words, strlen(words));

        if (width > state->width[c])
            state->width[c] = width;
        add_cell(out, state, c, words, strlen(words));
    }
    text_add(out, "\n");
    add_rule(out, state);
    state->begun = true;
}

static bool
block_table(struct text *rows, struct text *out, void *payload,
            struct lewis_error *error)
{
    struct table_state *state = payload;
    const char *p = text_string(rows);

    (void)error;
    measure(state, p);
    if (!state->begun)
        begin_table(out, state);
    for (size_t column = 0; *p != '\0';) {
        size_t size = strcspn(p, UNIT);
        add_cell(out, state, column++, p, size);
        p += size + 1;
        if (*p == RECORD[0]) {
            text_add(out, "\n");
            column = 0;
            p++;
        }
    }
    return true;
}

const struct writer writer_table = {
    .row = row_table,
    .block = block_table,
    .state_size = sizeof(struct table_state),
    .row_end = RECORD[0],
};
