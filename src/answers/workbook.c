/* workbook.c - a sheet of an Excel workbook as a source of CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "answers/sheet_cell.h"
#include "answers/parts.h"
#include "answers/workbook.h"
#include "base/error.h"
#include "base/translation.h"
#include "base/number.h"

enum {
    ARCHIVE_LIMIT = 256 << 20, /* bytes */
    TEXT_LIMIT = 128 << 20,
    ROW_LIMIT = 1 << 20,
    LAST_ROW = 1048576
};

struct workbook {
    struct package *package;
    struct xml_stream *sheet; /* being read */
    char *name;
    struct text strings; /* the shared ones, one after the other */
    size_t *string_end;
    size_t string_count, string_room;
    bool *is_date; /* one per cell style */
    size_t style_count, style_room;
    bool from_1904, done;
    struct text line; /* ready to be handed out */
    size_t line_at;
    long row;                /* the last that is in it */
    size_t widest;           /* row so far, in cells */
    struct text word, value; /* of the cell at hand */
};

static void
free_workbook(void *state)
{
    struct workbook *book = state;

    if (book->sheet != NULL)
        part_close(book->package, book->sheet);
    package_free(book->package);
    free(book->name);
    free(book->string_end);
    free(book->is_date);
    text_release(&book->strings);
    text_release(&book->line);
    text_release(&book->word);
    text_release(&book->value);
    free(book);
}

static bool
is_end(enum xml_event event)
{
    return event == XML_EVENT_DONE || event == XML_EVENT_FAILED;
}

static bool
refuse_xml(const struct workbook *book, const struct xml_stream *stream,
           struct lewis_error *error)
{
    error_set(error, LEWIS_ESYNTAX, "the workbook is damaged: %s",
              xml_stream_reason(stream));
    return error_at(error, book->name, 0, NULL);
}

/* Room for one more in a list that doubles. */
static bool
make_room(void **list, size_t count, size_t *room, size_t size)
{
    size_t more = *room == 0 ? 256 : 2 * *room;
    void *grown;

    if (count < *room)
        return true;
    grown = realloc(*list, more * size);
    if (grown == NULL)
        return false;
    *list = grown;
    *room = more;
    return true;
}

/* The text of <si> or <is>, up to its end: of <t>, not of <rPh>, which is how
 * it is said. */
static enum xml_event
read_rich(struct xml_stream *stream, const char *until, struct text *out)
{
    size_t spoken = 0;
    bool text = false;

    for (;;) {
        enum xml_event event = xml_stream_next(stream);
        const char *name = xml_stream_name(stream);
        bool start = event == XML_EVENT_START;
        if (is_end(event) ||
            (event == XML_EVENT_END && strcmp(name, until) == 0))
            return event;
        if (strcmp(name, "rPh") == 0)
            spoken += start ? 1 : (size_t)-1;
        else if (strcmp(name, "t") == 0)
            text = start;
        else if (event == XML_EVENT_TEXT && text && spoken == 0)
            text_add(out, xml_stream_text(stream));
    }
}

static bool
keep_string(struct workbook *book, struct lewis_error *error)
{
    if (book->strings.size > TEXT_LIMIT)
        return error_set(error, LEWIS_EINVALID,
                         "the workbook holds over 128 MiB of texts; save the "
                         "sheet as \"CSV UTF-8\"");
    if (!text_ok(&book->strings) ||
        !make_room((void **)&book->string_end, book->string_count,
                   &book->string_room, sizeof *book->string_end))
        return error_memory(error);
    book->string_end[book->string_count++] = book->strings.size;
    return true;
}

static bool
read_strings(struct workbook *book, const char *path, struct lewis_error *error)
{
    struct xml_stream *stream = part_open(book->package, path, error);
    enum xml_event event = XML_EVENT_TEXT;
    bool ok = stream != NULL;

    while (ok && !is_end(event)) {
        event = xml_stream_next(stream);
        if (event != XML_EVENT_START ||
            strcmp(xml_stream_name(stream), "si") != 0)
            continue;
        event = read_rich(stream, "si", &book->strings);
        ok = keep_string(book, error);
    }
    if (ok && event == XML_EVENT_FAILED)
        ok = refuse_xml(book, stream, error);
    if (stream != NULL)
        part_close(book->package, stream);
    return ok;
}

/* The formats of a workbook's own, by their id, that show dates. */
struct formats {
    int *id;
    size_t count, room;
    bool failed;
};

static bool
attribute_int(struct workbook *book, struct xml_stream *stream,
              const char *name, int *value)
{
    return xml_stream_attribute(stream, name, &book->word) &&
           number_parse_int(text_string(&book->word), book->word.size, value);
}

static void
note_format(struct workbook *book, struct xml_stream *stream,
            struct formats *dates)
{
    int id;

    if (!attribute_int(book, stream, "numFmtId", &id) ||
        !xml_stream_attribute(stream, "formatCode", &book->word) ||
        !sheet_cell_format_is_date(text_string(&book->word)))
        return;
    if (make_room((void **)&dates->id, dates->count, &dates->room,
                  sizeof *dates->id))
        dates->id[dates->count++] = id;
    else
        dates->failed = true;
}

static void
note_style(struct workbook *book, struct xml_stream *stream,
           struct formats *dates)
{
    int id = 0;
    bool is_date;

    attribute_int(book, stream, "numFmtId", &id);
    is_date = sheet_cell_builtin_is_date(id);
    for (size_t i = 0; i < dates->count; i++)
        is_date = is_date || dates->id[i] == id;
    if (make_room((void **)&book->is_date, book->style_count, &book->style_room,
                  sizeof *book->is_date))
        book->is_date[book->style_count++] = is_date;
    else
        dates->failed = true;
}

/* Which cell styles show dates: <numFmts> stands before <cellXfs>. */
static bool
read_styles(struct workbook *book, const char *path, struct lewis_error *error)
{
    struct xml_stream *stream = part_open(book->package, path, error);
    struct formats dates = {0};
    bool inside = false, ok = stream != NULL;
    enum xml_event event = XML_EVENT_TEXT;

    while (ok && !dates.failed && !is_end(event)) {
        event = xml_stream_next(stream);
        const char *name = xml_stream_name(stream);
        if (strcmp(name, "cellXfs") == 0)
            inside = event == XML_EVENT_START;
        else if (event == XML_EVENT_START && strcmp(name, "numFmt") == 0)
            note_format(book, stream, &dates);
        else if (event == XML_EVENT_START && inside && strcmp(name, "xf") == 0)
            note_style(book, stream, &dates);
    }
    if (ok && event == XML_EVENT_FAILED)
        ok = refuse_xml(book, stream, error);
    if (ok && dates.failed)
        ok = error_memory(error);
    free(dates.id);
    if (stream != NULL)
        part_close(book->package, stream);
    return ok;
}

/* The sheet that is looked for among those there are. */
struct choice {
    const char *wanted; /* name or number; NULL: the first to be seen */
    size_t seen;
    struct text names, name, id;
    bool found;
};

static void
weigh_sheet(struct workbook *book, struct xml_stream *stream,
            struct choice *choice)
{
    int number = 0;
    bool hidden = xml_stream_attribute(stream, "state", &book->word) &&
                  strcmp(text_string(&book->word), "visible") != 0;

    xml_stream_attribute(stream, "name", &book->value);
    choice->seen++;
    if (choice->wanted != NULL)
        number_parse_int(choice->wanted, strlen(choice->wanted), &number);
    text_print(&choice->names, "%s\"%s\"", choice->seen == 1 ? "" : ", ",
               text_string(&book->value));
    if (choice->found ||
        (choice->wanted == NULL
             ? hidden
             : strcmp(choice->wanted, text_string(&book->value)) != 0 &&
                   (size_t)number != choice->seen))
        return;
    choice->found = xml_stream_attribute(stream, "id", &choice->id);
    text_add(&choice->name, text_string(&book->value));
}

static bool
refuse_sheet(const struct choice *choice, struct lewis_error *error)
{
    if (choice->wanted == NULL)
        return error_set(error, LEWIS_EINVALID,
                         "the workbook has no sheet that can be seen; choose "
                         "one with --sheet: %.200s",
                         text_string(&choice->names));
    return error_set(error, LEWIS_EUNKNOWN,
                     "there is no sheet \"%.60s\"; there are %.200s, or a "
                     "number from 1 to %zu",
                     choice->wanted, text_string(&choice->names), choice->seen);
}

/* Reads xl/workbook.xml: the sheet's relation, and the epoch of dates. */
static bool
read_contents(struct workbook *book, const char *path, struct choice *choice,
              struct lewis_error *error)
{
    struct xml_stream *stream = part_open(book->package, path, error);
    enum xml_event event = XML_EVENT_TEXT;
    bool ok = stream != NULL;

    while (ok && !is_end(event)) {
        event = xml_stream_next(stream);
        if (event != XML_EVENT_START)
            continue;
        if (strcmp(xml_stream_name(stream), "sheet") == 0)
            weigh_sheet(book, stream, choice);
        else if (strcmp(xml_stream_name(stream), "workbookPr") == 0 &&
                 xml_stream_attribute(stream, "date1904", &book->word))
            book->from_1904 = strcmp(text_string(&book->word), "1") == 0 ||
                              strcmp(text_string(&book->word), "true") == 0;
    }
    if (ok && event == XML_EVENT_FAILED)
        ok = refuse_xml(book, stream, error);
    if (stream != NULL)
        part_close(book->package, stream);
    if (ok && !choice->found)
        ok = refuse_sheet(choice, error);
    return ok;
}

/* A related part of a type is read when there is one. */
static bool
read_related(struct workbook *book, const char *from, const char *type,
             bool (*read)(struct workbook *, const char *,
                          struct lewis_error *),
             struct lewis_error *error)
{
    struct text path = {0};
    bool ok = true;

    if (part_related(book->package, from, "Type", type, &path))
        ok = read(book, text_string(&path), error);
    text_release(&path);
    return ok;
}

static bool
open_sheet(struct workbook *book, const char *from, const struct choice *choice,
           struct lewis_error *error)
{
    struct text path = {0};
    bool ok = part_related(book->package, from, "Id", text_string(&choice->id),
                           &path) ||
              error_set(error, LEWIS_ESYNTAX,
                        "the workbook is damaged: its sheet \"%.60s\" is not "
                        "there",
                        text_string(&choice->name));

    if (ok) {
        book->sheet = part_open(book->package, text_string(&path), error);
        ok = book->sheet != NULL;
    }
    text_release(&path);
    return ok;
}

static bool
refuse_archive(const struct workbook *book, struct lewis_error *error)
{
    const char *first = package_first(book->package);

    if (first == NULL)
        return error_set(error, LEWIS_ESYNTAX,
                         "this is a ZIP file and no workbook; unpack it and "
                         "give the CSV that is in it");
    return error_set(error, LEWIS_ESYNTAX,
                     "this is a ZIP file and no workbook; unpack it and give "
                     "\"%.80s\"",
                     first);
}

static bool
begin(struct workbook *book, const char *wanted, struct text *sheet_name,
      struct lewis_error *error)
{
    struct choice choice = {.wanted = wanted};
    struct text path = {0};
    bool ok =
        part_related(book->package, "", "Type", "/officeDocument", &path) ||
        refuse_archive(book, error);
    const char *from = text_string(&path);

    ok = ok && read_contents(book, from, &choice, error) &&
         read_related(book, from, "/sharedStrings", read_strings, error) &&
         read_related(book, from, "/styles", read_styles, error) &&
         open_sheet(book, from, &choice, error);
    if (ok)
        text_add(sheet_name, text_string(&choice.name));
    text_release(&path);
    text_release(&choice.names);
    text_release(&choice.name);
    text_release(&choice.id);
    return ok;
}

static bool
fail_row(struct workbook *book, const char *why, struct lewis_error *error)
{
    error_text(error, LEWIS_EINVALID, why);
    return error_at(error, book->name, book->row, NULL);
}

/* What a cell is, from its attributes. */
struct cell {
    long column;
    char type; /* s shared, i inline, b boolean, n number, 't' text */
    bool is_date;
};

static struct cell
read_cell_head(struct workbook *book, long column)
{
    struct cell cell = {.column = column, .type = 'n'};
    const char *type;
    int style;

    if (xml_stream_attribute(book->sheet, "r", &book->word))
        cell.column = sheet_cell_column(text_string(&book->word));
    if (attribute_int(book, book->sheet, "s", &style) && style >= 0 &&
        (size_t)style < book->style_count)
        cell.is_date = book->is_date[style];
    if (!xml_stream_attribute(book->sheet, "t", &book->word))
        return cell;
    type = text_string(&book->word);
    if (strcmp(type, "s") == 0)
        cell.type = 's';
    else if (strcmp(type, "inlineStr") == 0)
        cell.type = 'i';
    else if (strcmp(type, "b") == 0)
        cell.type = 'b';
    else if (strcmp(type, "n") != 0)
        cell.type = 't';
    return cell;
}

/* The text of the cell up to its end, into book->value. */
static enum xml_event
read_cell_text(struct workbook *book)
{
    bool value = false;

    text_clear(&book->value);
    for (;;) {
        enum xml_event event = xml_stream_next(book->sheet);
        const char *name = xml_stream_name(book->sheet);
        if (event == XML_EVENT_START && strcmp(name, "is") == 0)
            event = read_rich(book->sheet, "is", &book->value);
        else if (strcmp(name, "v") == 0)
            value = event == XML_EVENT_START;
        else if (event == XML_EVENT_TEXT && value)
            text_add(&book->value, xml_stream_text(book->sheet));
        if (is_end(event) || (event == XML_EVENT_END && strcmp(name, "c") == 0))
            return event;
    }
}

static bool
add_shared(struct workbook *book)
{
    int i;

    if (!number_parse_int(text_string(&book->value), book->value.size, &i) ||
        i < 0 || (size_t)i >= book->string_count)
        return false;
    size_t from = i == 0 ? 0 : book->string_end[i - 1];
    sheet_cell_add_field(&book->line, book->strings.bytes + from,
                         book->string_end[i] - from);
    return true;
}

/* The cell's text as a field. False when it names a text that is not there. */
static bool
add_cell(struct workbook *book, const struct cell *cell)
{
    const char *value = text_string(&book->value);
    double days;

    if (book->value.size == 0)
        return true;
    if (cell->type == 's')
        return add_shared(book);
    if (cell->type == 'b')
        text_add(&book->line, strcmp(value, "0") == 0 ? "FALSE" : "TRUE");
    else if (cell->type == 'n' && cell->is_date && number_parse(value, &days) &&
             sheet_cell_add_date(&book->line, days, book->from_1904))
        return true;
    else if (cell->type == 'n')
        sheet_cell_add_number(&book->line, value);
    else
        sheet_cell_add_field(&book->line, value, book->value.size);
    return true;
}

/* Line ends for the rows that are not there, up to the one at hand. */
static bool
begin_row(struct workbook *book, struct lewis_error *error)
{
    long row = book->row + 1;
    int number;

    if (attribute_int(book, book->sheet, "r", &number))
        row = number;
    if (row <= book->row || row > LAST_ROW)
        return fail_row(book,
                        N_("the workbook is damaged: its rows are out of "
                           "order"),
                        error);
    for (; book->row + 1 < row; book->row++)
        text_add(&book->line, "\n");
    book->row = row;
    return true;
}

static void
add_commas(struct workbook *book, long count)
{
    while (count-- > 0)
        text_add(&book->line, ",");
}

/* A row with nothing in it stays an empty line; others are as wide as the
 * widest before them. */
static void
end_row(struct workbook *book, size_t from, long last)
{
    bool empty = true;

    for (size_t i = from; i < book->line.size && empty; i++)
        empty = book->line.bytes[i] == ',';
    if (empty) {
        book->line.size = from;
    } else {
        if ((size_t)(last + 1) > book->widest)
            book->widest = (size_t)(last + 1);
        add_commas(book, (long)book->widest - last - 1);
    }
    text_add(&book->line, "\n");
}

static bool
read_cell(struct workbook *book, long *last, struct lewis_error *error)
{
    struct cell cell = read_cell_head(book, *last + 1);
    enum xml_event event;

    if (cell.column <= *last)
        return fail_row(book,
                        N_("the workbook is damaged: the cells of this row "
                           "are out of order"),
                        error);
    event = read_cell_text(book);
    if (is_end(event))
        return refuse_xml(book, book->sheet, error);
    add_commas(book, cell.column - (*last < 0 ? 0 : *last));
    *last = cell.column;
    return add_cell(book, &cell) ||
           fail_row(book,
                    N_("the workbook is damaged: a cell of this row names a "
                       "text that is not there"),
                    error);
}

static bool
read_row(struct workbook *book, struct lewis_error *error)
{
    size_t from;
    long last = -1;

    if (!begin_row(book, error))
        return false;
    from = book->line.size;
    for (;;) {
        enum xml_event event = xml_stream_next(book->sheet);
        const char *name = xml_stream_name(book->sheet);
        if (is_end(event))
            return refuse_xml(book, book->sheet, error);
        if (event == XML_EVENT_END && strcmp(name, "row") == 0)
            break;
        if (event == XML_EVENT_START && strcmp(name, "c") == 0 &&
            !read_cell(book, &last, error))
            return false;
        if (book->line.size - from > ROW_LIMIT)
            return fail_row(book,
                            N_("this row is over 1 MiB long; it is no row "
                               "of answers"),
                            error);
    }
    end_row(book, from, last);
    return text_ok(&book->line) || error_memory(error);
}

/* Fills book->line with the next row; book->done when there is none. */
static bool
next_row(struct workbook *book, struct lewis_error *error)
{
    book->line_at = 0;
    text_clear(&book->line);
    for (;;) {
        enum xml_event event = xml_stream_next(book->sheet);
        if (event == XML_EVENT_FAILED)
            return refuse_xml(book, book->sheet, error);
        book->done = event == XML_EVENT_DONE;
        if (book->done)
            return true;
        if (event == XML_EVENT_START &&
            strcmp(xml_stream_name(book->sheet), "row") == 0)
            return read_row(book, error);
    }
}

static ssize_t
read_workbook(void *state, char *bytes, size_t size, struct lewis_error *error)
{
    struct workbook *book = state;

    while (book->line_at == book->line.size && !book->done)
        if (!next_row(book, error))
            return -1;
    if (size > book->line.size - book->line_at)
        size = book->line.size - book->line_at;
    if (size > 0)
        memcpy(bytes, book->line.bytes + book->line_at, size);
    book->line_at += size;
    return (ssize_t)size;
}

static const struct source_kind kind_workbook = {read_workbook, free_workbook};

/* The whole of a source, to be freed by the caller; NULL with *error set. */
static char *
read_whole(struct source *source, size_t *size, struct lewis_error *error)
{
    enum { CHUNK = 64 * 1024 };
    struct text whole = {0};
    char *chunk = malloc(CHUNK);
    ssize_t n = chunk == NULL ? (error_memory(error), -1) : 1;

    while (n > 0 && whole.size <= ARCHIVE_LIMIT) {
        n = source_read(source, chunk, CHUNK, error);
        if (n > 0)
            text_add_bytes(&whole, chunk, (size_t)n);
    }
    free(chunk);
    if (n >= 0 && whole.size > ARCHIVE_LIMIT)
        n = error_set(error, LEWIS_EINVALID,
                      "this file is over 256 MiB; save the sheet as \"CSV "
                      "UTF-8\"") -
            1;
    else if (n >= 0 && !text_ok(&whole))
        n = error_memory(error) - 1;
    *size = whole.size;
    if (n >= 0)
        return whole.bytes;
    text_release(&whole);
    return NULL;
}

static struct workbook *
workbook_new(struct source *inner, struct lewis_error *error)
{
    struct workbook *book = calloc(1, sizeof *book);
    size_t size = 0;
    char *bytes;

    if (book == NULL || (book->name = strdup(source_name(inner))) == NULL) {
        free(book);
        error_memory(error);
        return NULL;
    }
    bytes = read_whole(inner, &size, error);
    if (bytes != NULL)
        book->package = package_open(bytes, size, error);
    if (book->package != NULL)
        return book;
    error_at(error, book->name, 0, NULL);
    free_workbook(book);
    return NULL;
}

/* Google Forms packs its CSV. True when the book is such an archive: *source is
 * the file in it, or NULL with *error set. */
static bool
unpack(struct workbook *book, struct source **source, struct lewis_error *error)
{
    struct text path = {0};
    bool workbook =
        part_related(book->package, "", "Type", "/officeDocument", &path);
    const char *csv = workbook ? NULL : package_only(book->package, ".csv");

    text_clear(&path);
    if (csv != NULL) {
        text_print(&path, "%s:%s", book->name, csv);
        *source = part_source(book->package, csv, text_string(&path), error);
        if (*source == NULL)
            error_at(error, book->name, 0, NULL);
        book->package = NULL;
    }
    text_release(&path);
    return csv != NULL;
}

struct source *
workbook_source(struct source *inner, const char *sheet, bool *packed,
                struct lewis_error *error)
{
    struct workbook *book = workbook_new(inner, error);
    struct text name = {0};
    struct source *source = NULL;

    *packed = false;
    source_free(inner);
    if (book == NULL)
        return NULL;
    *packed = unpack(book, &source, error);
    if (*packed) {
        free_workbook(book);
        return source;
    }
    text_print(&name, "%s:sheet ", book->name);
    if (!begin(book, sheet, &name, error)) {
        error_at(error, book->name, 0, NULL);
        free_workbook(book);
    } else if (!text_ok(&name)) {
        error_memory(error);
        free_workbook(book);
    } else {
        free(book->name);
        book->name = strdup(text_string(&name));
        source = source_make(&kind_workbook, book, text_string(&name), error);
    }
    text_release(&name);
    return source;
}

bool
workbook_begins(const char *bytes, size_t size)
{
    return size >= 4 && memcmp(bytes, "PK\003\004", 4) == 0;
}
