/* screen.c - what a person would see: a small model of a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "screen.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CELL = 24, SEQUENCE = 64 };

/* One place: a character and its marks; "" is the right half of a wide one. */
struct cell {
    char text[CELL];
};

/* The rows that are shown, and before them those that have left. */
struct paper {
    struct cell *cell;
    size_t lines; /* all that there is room for */
    size_t top;   /* the first that is shown */
    size_t row, column, saved_row, saved_column;
};

enum state { TEXT, ESCAPE, CSI, STRING, STRING_ESCAPE };

struct screen {
    size_t columns, rows;
    struct paper paper[2]; /* the second: the alternate one */
    size_t shown;
    enum state state;
    char sequence[SEQUENCE]; /* a CSI under way, or a character */
    size_t size;
    bool dressed;
    size_t overruns, unknown;
    bool asked;            /* what it is */
    size_t string, longest; /* bytes of control strings: pictures */
};

static void *
grown(void *memory, size_t size)
{
    memory = realloc(memory, size);
    if (memory == NULL)
        abort();
    return memory;
}

static struct paper *
paper_of(struct screen *screen)
{
    return &screen->paper[screen->shown];
}

static struct cell *
cell_at(struct screen *screen, size_t line, size_t column)
{
    return &paper_of(screen)->cell[line * screen->columns + column];
}

static void
clear_cells(struct screen *screen, size_t line, size_t from, size_t to)
{
    for (size_t c = from; c < to; c++)
        strcpy(cell_at(screen, line, c)->text, " ");
}

/* Makes room for that many lines. */
static void
need_lines(struct screen *screen, size_t lines)
{
    struct paper *paper = paper_of(screen);

    if (lines <= paper->lines)
        return;
    paper->cell = grown(paper->cell,
                        lines * screen->columns * sizeof *paper->cell);
    for (; paper->lines < lines; paper->lines++)
        clear_cells(screen, paper->lines, 0, screen->columns);
}

struct screen *
screen_new(size_t columns, size_t rows)
{
    struct screen *screen = calloc(1, sizeof *screen);

    if (screen == NULL)
        abort();
    screen->columns = columns;
    screen->rows = rows;
    for (screen->shown = 2; screen->shown-- > 0;) {
        need_lines(screen, rows);
        if (screen->shown == 0)
            break;
    }
    return screen;
}

void
screen_free(struct screen *screen)
{
    free(screen->paper[0].cell);
    free(screen->paper[1].cell);
    free(screen);
}

/* Text is not flowed anew: what is too wide is cut, as xterm does. */
static void
resize_paper(struct screen *screen, size_t columns, size_t rows)
{
    struct paper *paper = paper_of(screen), old = *paper;
    size_t before = screen->columns;
    size_t keep = columns < before ? columns : before;

    *paper = (struct paper){.top = old.top, .row = old.row};
    screen->columns = columns;
    if (paper->row >= rows) {
        paper->top += paper->row - rows + 1;
        paper->row = rows - 1;
    }
    need_lines(screen, old.lines);
    need_lines(screen, paper->top + rows);
    for (size_t line = 0; line < old.lines; line++)
        memcpy(cell_at(screen, line, 0), &old.cell[line * before],
               keep * sizeof *old.cell);
    paper->column = old.column < columns ? old.column : columns - 1;
    screen->columns = before;
    free(old.cell);
}

void
screen_resize(struct screen *screen, size_t columns, size_t rows)
{
    size_t shown = screen->shown;

    for (screen->shown = 0; screen->shown < 2; screen->shown++)
        resize_paper(screen, columns, rows);
    screen->shown = shown;
    screen->columns = columns;
    screen->rows = rows;
}

static void
next_line(struct screen *screen)
{
    struct paper *paper = paper_of(screen);

    if (paper->row + 1 < screen->rows) {
        paper->row++;
    } else if (screen->shown == 0) {
        paper->top++;
        need_lines(screen, paper->top + screen->rows);
    } else {
        memmove(cell_at(screen, 0, 0), cell_at(screen, 1, 0),
                (screen->rows - 1) * screen->columns * sizeof(struct cell));
        clear_cells(screen, screen->rows - 1, 0, screen->columns);
    }
}

/* Ranges that the tests' texts come from; not the whole of Unicode. */
static size_t
width_of(uint32_t c)
{
    static const struct {
        uint32_t first, last;
        size_t width;
    } range[] = {
        {0x0300, 0x036f, 0},   {0x0591, 0x05bd, 0},   {0x064b, 0x065f, 0},
        {0x0900, 0x0902, 0},   {0x093a, 0x093a, 0},   {0x093c, 0x093c, 0},
        {0x0941, 0x0948, 0},   {0x094d, 0x094d, 0},   {0x0951, 0x0957, 0},
        {0x1100, 0x115f, 2},   {0x200b, 0x200f, 0},   {0x20d0, 0x20f0, 0},
        {0x2e80, 0xa4cf, 2},   {0xac00, 0xd7a3, 2},   {0xf900, 0xfaff, 2},
        {0xfe00, 0xfe0f, 0},   {0xfe30, 0xfe6f, 2},   {0xff00, 0xff60, 2},
        {0xffe0, 0xffe6, 2},   {0x1f300, 0x1f64f, 2}, {0x1f900, 0x1f9ff, 2},
        {0x20000, 0x3fffd, 2},
    };

    for (size_t i = 0; i < sizeof range / sizeof range[0]; i++)
        if (c >= range[i].first && c <= range[i].last)
            return range[i].width;
    return 1;
}

static uint32_t
code_of(const char *bytes, size_t size)
{
    const unsigned char *b = (const unsigned char *)bytes;
    uint32_t code = size == 1 ? b[0] : b[0] & (0x7fu >> size);

    for (size_t i = 1; i < size; i++)
        code = code << 6 | (b[i] & 0x3fu);
    return code;
}

/* A mark joins the character before it. */
static void
put_mark(struct screen *screen)
{
    struct paper *paper = paper_of(screen);
    size_t column = paper->column > 0 ? paper->column - 1 : 0;
    struct cell *cell = cell_at(screen, paper->top + paper->row, column);

    if (cell->text[0] == '\0' && column > 0)
        cell--;
    if (strlen(cell->text) + screen->size < CELL)
        strncat(cell->text, screen->sequence, screen->size);
}

static void
put_character(struct screen *screen)
{
    struct paper *paper = paper_of(screen);
    size_t width = width_of(code_of(screen->sequence, screen->size));
    struct cell *cell;

    if (width == 0) {
        put_mark(screen);
        return;
    }
    if (paper->column + width > screen->columns) {
        screen->overruns++;
        paper->column = 0;
        next_line(screen);
    }
    cell = cell_at(screen, paper->top + paper->row, paper->column);
    memcpy(cell->text, screen->sequence, screen->size);
    cell->text[screen->size] = '\0';
    if (width == 2)
        cell[1].text[0] = '\0';
    paper->column += width;
}

static size_t
clamped(long value, size_t most)
{
    return value < 0 ? 0 : (size_t)value > most ? most : (size_t)value;
}

static void
erase_lines(struct screen *screen, size_t from, size_t to)
{
    for (size_t row = from; row < to; row++)
        clear_cells(screen, paper_of(screen)->top + row, 0, screen->columns);
}

static void
erase(struct screen *screen, char final, long what)
{
    struct paper *paper = paper_of(screen);
    size_t line = paper->top + paper->row;
    size_t column = clamped((long)paper->column, screen->columns);

    clear_cells(screen, line, what == 0 ? column : 0,
                what == 1 ? column + 1 : screen->columns);
    if (final == 'J' && what != 1)
        erase_lines(screen, paper->row + 1, screen->rows);
    if (final == 'J' && what != 0)
        erase_lines(screen, 0, paper->row);
}

/* "?1049h" and its like; visibility of the cursor and such change no text. */
static void
set_mode(struct screen *screen, bool on)
{
    if (strcmp(screen->sequence, "?1049") != 0)
        return;
    screen->shown = on;
    if (on)
        erase_lines(screen, 0, screen->rows);
}

static void
move(struct screen *screen, char final, long a, long b)
{
    struct paper *paper = paper_of(screen);
    long step = a == 0 ? 1 : a;

    if (final == 'H') {
        paper->row = clamped(a - 1, screen->rows - 1);
        paper->column = clamped(b - 1, screen->columns - 1);
    } else if (final == 'G') {
        paper->column = clamped(a - 1, screen->columns - 1);
    } else if (final == 'A' || final == 'B') {
        paper->row = clamped((long)paper->row + (final == 'A' ? -step : step),
                             screen->rows - 1);
    } else {
        paper->column =
            clamped((long)paper->column + (final == 'D' ? -step : step),
                    screen->columns - 1);
    }
}

static void
end_sequence(struct screen *screen, char final)
{
    char *rest;
    long a, b;

    screen->sequence[screen->size] = '\0';
    a = strtol(screen->sequence, &rest, 10);
    b = *rest == ';' ? strtol(rest + 1, NULL, 10) : 0;
    if (final == 'm')
        screen->dressed = screen->dressed || a != 0;
    else if (final == 'h' || final == 'l')
        set_mode(screen, final == 'h');
    else if (final == 'J' || final == 'K')
        erase(screen, final, a);
    else if (strchr("ABCDGH", final) != NULL)
        move(screen, final, a, b);
    else if (final == 'c')
        screen->asked = true;
    else
        screen->unknown++;
}

static void
control(struct screen *screen, char c)
{
    struct paper *paper = paper_of(screen);

    if (c == '\r')
        paper->column = 0;
    else if (c == '\n')
        next_line(screen);
    else if (c == '\b' && paper->column > 0)
        paper->column--;
    else if (c == 033)
        screen->state = ESCAPE;
    else if (c != '\a' && c != '\b')
        screen->unknown++;
}

static void
text_byte(struct screen *screen, char c)
{
    unsigned char byte = (unsigned char)c, first;
    size_t need;

    if (byte < 0x20 || byte == 0x7f) {
        screen->size = 0;
        control(screen, c);
        return;
    }
    if (byte < 0x80 || byte >= 0xc0)
        screen->size = 0;
    screen->sequence[screen->size++] = c;
    first = (unsigned char)screen->sequence[0];
    need = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (screen->size == need || screen->size == 4) {
        put_character(screen);
        screen->size = 0;
    }
}

/* Saves the cursor, or puts it back; or a longer sequence begins. */
static void
escape_byte(struct screen *screen, char c)
{
    struct paper *paper = paper_of(screen);

    screen->size = screen->string = 0;
    screen->state = c == '[' ? CSI : strchr("]P_^", c) != NULL ? STRING : TEXT;
    if (c == '7') {
        paper->saved_row = paper->row;
        paper->saved_column = paper->column;
    } else if (c == '8') {
        paper->row = clamped((long)paper->saved_row, screen->rows - 1);
        paper->column = clamped((long)paper->saved_column, screen->columns);
    } else if (screen->state == TEXT) {
        screen->unknown++;
    }
}

static void
write_byte(struct screen *screen, char c)
{
    switch (screen->state) {
    case TEXT:
        text_byte(screen, c);
        break;
    case ESCAPE:
        escape_byte(screen, c);
        break;
    case CSI:
        if (c >= 0x40) {
            end_sequence(screen, c);
            screen->size = 0;
            screen->state = TEXT;
        } else if (screen->size + 1 < SEQUENCE) {
            screen->sequence[screen->size++] = c;
        }
        break;
    case STRING:
        if (++screen->string > screen->longest)
            screen->longest = screen->string;
        screen->state = c == '\a' ? TEXT : c == 033 ? STRING_ESCAPE : STRING;
        break;
    case STRING_ESCAPE:
        screen->state = c == '\\' ? TEXT : STRING;
        break;
    }
}

void
screen_write(struct screen *screen, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        write_byte(screen, bytes[i]);
}

static size_t
add_line(const struct screen *screen, size_t line, char *text)
{
    const struct paper *paper = &screen->paper[screen->shown];
    size_t size = 0, end = 0;

    for (size_t c = 0; c < screen->columns; c++) {
        const char *cell = paper->cell[line * screen->columns + c].text;
        memcpy(text + size, cell, strlen(cell));
        size += strlen(cell);
        if (strcmp(cell, " ") != 0)
            end = size;
    }
    text[end] = '\n';
    return end + 1;
}

char *
screen_text(const struct screen *screen, bool scrolled)
{
    const struct paper *paper = &screen->paper[screen->shown];
    size_t end = paper->top + screen->rows, size = 0;
    char *text = grown(NULL, end * (screen->columns * CELL + 1) + 1);

    for (size_t line = scrolled ? 0 : paper->top; line < end; line++)
        size += add_line(screen, line, text + size);
    while (size > 1 && text[size - 1] == '\n' && text[size - 2] == '\n')
        size--;
    text[size] = '\0';
    return text;
}

bool
screen_dressed(const struct screen *screen)
{
    return screen->dressed;
}

size_t
screen_overruns(const struct screen *screen)
{
    return screen->overruns;
}

bool
screen_asked(struct screen *screen)
{
    bool asked = screen->asked;

    screen->asked = false;
    return asked;
}

size_t
screen_longest_string(const struct screen *screen)
{
    return screen->longest;
}

size_t
screen_unknown(const struct screen *screen)
{
    return screen->unknown;
}

size_t
screen_row(const struct screen *screen)
{
    return screen->paper[screen->shown].row;
}

size_t
screen_column(const struct screen *screen)
{
    return screen->paper[screen->shown].column;
}
