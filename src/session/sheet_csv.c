/* sheet_csv.c - a session's sheet as a row for a CSV file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <string.h>

#include "answers/layout.h"
#include "base/error.h"
#include "base/translation.h"
#include "session/journal.h"
#include "session/session.h"
#include "session/sheet_text.h"

/* The row under way and what it is made for. */
struct row {
    const struct lewis_session *session;
    const struct lewis_handin *handin;
    struct text *text;
    char separator;
    const char *line_end;
};

static void
add_field(const struct row *row, const char *value)
{
    text_add_csv(row->text, value, row->separator);
}

/* What a person typed. */
static void
add_words(const struct row *row, const char *value)
{
    text_add_csv_words(row->text, value, row->separator);
}

static void
add_id(const struct row *row)
{
    add_words(row, row->session->id);
}

const char *
sheet_team(const struct lewis_session *session)
{
    for (size_t a = 0; a < session->asks; a++)
        if (strcmp(lewis_bank_ask(session->bank, a)->id, "team") == 0)
            return session->ask[a].text;
    return session->team;
}

static void
add_team(const struct row *row)
{
    add_words(row, sheet_team(row->session));
}

static void
add_lang(const struct row *row)
{
    add_field(row, row->session->lang);
}

static void
add_bank(const struct row *row)
{
    add_field(row, lewis_bank_id(row->session->bank));
}

static void
add_version(const struct row *row)
{
    add_field(row, lewis_bank_version(row->session->bank));
}

static void
add_seed(const struct row *row)
{
    text_print(row->text, "%" PRIu64, row->session->seed);
}

static void
add_started(const struct row *row)
{
    char time[JOURNAL_TIME];

    add_field(row, journal_time(row->handin->started, time));
}

static void
add_seconds(const struct row *row)
{
    uint64_t ms = 0;

    for (size_t i = 0; i < row->session->items; i++)
        ms += row->session->item[i].ms;
    text_print(row->text, "%" PRIu64, (ms + 500) / 1000);
}

static void
add_draft(const struct row *row)
{
    add_field(row, row->handin->draft != NULL ? row->handin->draft : "");
}

/* The columns that are neither items nor questions about the person. */
static const struct fixed {
    const char *name;
    void (*add)(const struct row *row);
    bool first; /* stands before those */
} fixed[] = {
    {"id", add_id, true},           {"team", add_team, true},
    {"lang", add_lang, false},      {"bank", add_bank, false},
    {"version", add_version, false}, {"seed", add_seed, false},
    {"started", add_started, false}, {"seconds", add_seconds, false},
    {"draft", add_draft, false},
};
enum { FIXED = sizeof fixed / sizeof fixed[0] };

static const struct fixed *
find_fixed(const char *name)
{
    for (size_t f = 0; f < FIXED; f++)
        if (fixed[f].first ? lewis_text_same(fixed[f].name, name)
                           : strcmp(fixed[f].name, name) == 0)
            return &fixed[f];
    return NULL;
}

static long
find_ask(const struct lewis_bank *bank, const char *name)
{
    for (size_t a = 0; a < lewis_bank_ask_count(bank); a++)
        if (strcmp(lewis_bank_ask(bank, a)->id, name) == 0)
            return (long)a;
    return -1;
}

/* The item whose column this is, as lewis/answers.h finds it; or none. */
static long
find_item(const struct lewis_bank *bank, const char *column)
{
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        if (layout_find(&column, 1, lewis_bank_item(bank, i)->id) == 0)
            return (long)i;
    return -1;
}

/* The cell under a column: an item's before a question's of the same name. */
static void
add_cell(const struct row *row, const char *column)
{
    const struct lewis_session *session = row->session;
    const struct fixed *known = find_fixed(column);
    long item = find_item(session->bank, column);
    long ask = find_ask(session->bank, column);
    char cell[LEWIS_CELL];

    if (item >= 0)
        add_field(row, lewis_answer_print(
                           lewis_bank_item(session->bank, (size_t)item),
                           &session->answer[item], cell));
    else if (known != NULL && (known->first || ask < 0))
        known->add(row);
    else if (ask >= 0)
        add_words(row, session->ask[ask].text);
}

static void
add_row(const struct row *row, const char *const column[], size_t count)
{
    for (size_t c = 0; c < count; c++) {
        if (c > 0)
            text_add_bytes(row->text, &row->separator, 1);
        add_cell(row, column[c]);
    }
    text_add(row->text, row->line_end);
}

static bool
has(const char *const column[], size_t count, const char *name)
{
    for (size_t c = 0; c < count; c++)
        if (strcmp(column[c], name) == 0)
            return true;
    return false;
}

static void
add_name(const char **column, size_t *count, const char *name)
{
    if (!has(column, *count, name))
        column[(*count)++] = name;
}

/* The columns of a new file. */
static const char **
new_columns(const struct lewis_bank *bank, struct arena *arena, size_t *count)
{
    size_t items = lewis_bank_item_count(bank);
    size_t asks = lewis_bank_ask_count(bank);
    const char **column =
        arena_array(arena, FIXED + asks + items, sizeof *column);

    *count = 0;
    if (column == NULL)
        return NULL;
    for (size_t f = 0; f < FIXED; f++)
        if (fixed[f].first)
            add_name(column, count, fixed[f].name);
    for (size_t a = 0; a < asks; a++)
        add_name(column, count, lewis_bank_ask(bank, a)->id);
    for (size_t i = 0; i < items; i++)
        add_name(column, count, lewis_bank_item(bank, i)->id);
    for (size_t f = 0; f < FIXED; f++)
        add_name(column, count, fixed[f].name);
    return column;
}

static void
begin_file(const struct row *row, const char *const column[], size_t count)
{
    for (size_t c = 0; c < count; c++) {
        if (c > 0)
            text_add_bytes(row->text, &row->separator, 1);
        add_field(row, column[c]);
    }
    text_add(row->text, row->line_end);
}

/* Every item has a column, and one only. */
static bool
check_columns(const struct lewis_bank *bank, const char *const column[],
              size_t count, struct lewis_error *error)
{
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const char *id = lewis_bank_item(bank, i)->id;
        long at = layout_find(column, count, id);
        if (at < 0)
            return error_set(error, LEWIS_EINVALID,
                             "the header has no column for item %s of the "
                             "questionnaire %s; hand in to another file, or "
                             "add the column",
                             id, lewis_bank_id(bank));
        if (layout_find(column + at + 1, count - (size_t)at - 1, id) >= 0)
            return error_set(error, LEWIS_EINVALID,
                             "the header has two columns for item %s; remove "
                             "or rename one",
                             id);
    }
    return true;
}

/* The rest of the file: is every row whole, and is the sheet there already? */
static bool
check_rows(const struct row *row, const char *bytes, size_t size, long line,
           long draft, bool *there, struct lewis_error *error)
{
    struct record record = {0};
    const char *id = row->handin->draft;
    bool sound = true;

    while (size > 0 && sound && !*there) {
        if (!record_cut(&record, row->separator, bytes, size)) {
            sound = error_memory(error);
        } else if (record.broken != NULL) {
            error_set(error, LEWIS_ESYNTAX, "%s; mend it before more is added",
                      _(record.broken));
            sound = error_at(error, NULL, line, NULL);
        } else if (draft >= 0 && id != NULL && (size_t)draft < record.count) {
            const struct csv_field *field = &record.field[draft];
            *there = field->size == strlen(id) &&
                     memcmp(field->bytes, id, field->size) == 0;
        }
        bytes += record.size;
        size -= record.size;
        line += record.lines;
    }
    record_release(&record);
    return sound;
}

/* The header of a file that has one, and where its rows begin. */
struct header {
    const char **column;
    size_t count, end;
    long line; /* of the first row */
};

static bool
read_header(struct row *row, const char *bytes, size_t size,
            struct arena *arena, struct header *header,
            struct lewis_error *error)
{
    struct record record = {0};
    size_t from = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    bool named = false;

    *header = (struct header){.line = 1};
    row->separator = record_separator(bytes + from, size - from);
    if (size - from > 5 && memcmp(bytes + from, "sep=", 4) == 0) {
        const char *end = memchr(bytes + from, '\n', size - from);
        row->separator = bytes[from + 4];
        from = end == NULL ? size : (size_t)(end + 1 - bytes);
        header->line++;
    }
    if (from < size &&
        !record_cut(&record, row->separator, bytes + from, size - from))
        error_memory(error);
    else if (from == size || record.broken != NULL || record_is_empty(&record))
        error_set(error, LEWIS_ESYNTAX,
                  "the first line is no header that names the columns");
    else
        named = (header->column = layout_header(&record, arena, error)) !=
                NULL;
    if (named && record.size >= 2 &&
        memcmp(bytes + from + record.size - 2, "\r\n", 2) == 0)
        row->line_end = "\r\n";
    header->count = record.count;
    header->end = from + record.size;
    header->line += record.lines;
    record_release(&record);
    return named || error_at(error, NULL, 1, NULL);
}

static bool
go_on(struct row *row, const char *bytes, size_t size, struct arena *arena,
      struct lewis_error *error)
{
    struct header header;
    bool there = false;

    if (!read_header(row, bytes, size, arena, &header, error))
        return false;
    if (!check_columns(row->session->bank, header.column, header.count, error))
        return error_at(error, NULL, header.line - 1, NULL);
    if (!check_rows(row, bytes + header.end, size - header.end, header.line,
                    layout_find(header.column, header.count, "draft"), &there,
                    error))
        return false;
    if (there)
        return true;
    if (bytes[size - 1] != '\n' && bytes[size - 1] != '\r')
        text_add(row->text, row->line_end);
    add_row(row, header.column, header.count);
    return true;
}

bool
sheet_csv(const struct lewis_session *session,
          const struct lewis_handin *handin, const char *bytes, size_t size,
          struct text *text, struct lewis_error *error)
{
    struct row row = {session, handin, text, ',', "\n"};
    bool mark = size == 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
    struct arena arena = {0};
    bool done = true;

    if (size == 0 || mark) {
        size_t count;
        const char **column = new_columns(session->bank, &arena, &count);
        if (column != NULL) {
            begin_file(&row, column, count);
            add_row(&row, column, count);
        }
    } else {
        done = go_on(&row, bytes, size, &arena, error);
    }
    if (done && arena_failed(&arena))
        done = error_memory(error);
    arena_release(&arena);
    return done;
}
