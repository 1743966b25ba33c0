/* page.c - lines of text for a terminal, with a little colour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <lewis/page.h>

#include "base/error.h"
#include "base/text.h"

/* 'inks' holds one byte for every byte of 'plain'. */
struct lewis_page {
    size_t width;
    struct text plain, inks;
    size_t line;   /* where the line under way begins */
    size_t column; /* how far it has come */
};

struct lewis_page *
lewis_page_new(size_t width, struct lewis_error *error)
{
    struct lewis_page *page;

    if (width < LEWIS_PAGE_NARROWEST || width > LEWIS_PAGE_WIDEST) {
        error_set(error, LEWIS_EINVALID,
                  "a page is from %d to %d columns wide, not %zu",
                  LEWIS_PAGE_NARROWEST, LEWIS_PAGE_WIDEST, width);
        return NULL;
    }
    page = calloc(1, sizeof *page);
    if (page == NULL)
        error_memory(error);
    else
        page->width = width;
    return page;
}

void
lewis_page_free(struct lewis_page *page)
{
    if (page == NULL)
        return;
    text_release(&page->plain);
    text_release(&page->inks);
    free(page);
}

size_t
lewis_page_width(const struct lewis_page *page)
{
    return page->width;
}

bool
lewis_page_ok(const struct lewis_page *page)
{
    return text_ok(&page->plain) && text_ok(&page->inks);
}

/* One character, made harmless. */
struct character {
    const char *bytes;
    size_t size;  /* as written */
    size_t taken; /* as read */
    size_t columns;
};

static struct character
character_at(const char *bytes, size_t size)
{
    size_t length = utf8_length(bytes, size);

    if (length == 0 || utf8_is_control(bytes, length))
        return (struct character){"?", 1, length == 0 ? 1 : length, 1};
    return (struct character){bytes, length, length,
                              utf8_columns(bytes, length)};
}

static void
put(struct lewis_page *page, enum lewis_ink ink,
    const struct character *character)
{
    char byte = (char)ink;

    text_add_bytes(&page->plain, character->bytes, character->size);
    for (size_t i = 0; i < character->size; i++)
        text_add_bytes(&page->inks, &byte, 1);
    page->column += character->columns;
}

void
lewis_page_add_bytes(struct lewis_page *page, enum lewis_ink ink,
                     const char *bytes, size_t size)
{
    text_add_bytes(&page->plain, bytes, 0); /* it may be text_lost */
    for (size_t at = 0; at < size;) {
        struct character character = character_at(bytes + at, size - at);
        put(page, ink, &character);
        at += character.taken;
    }
}

void
lewis_page_add(struct lewis_page *page, enum lewis_ink ink, const char *text)
{
    lewis_page_add_bytes(page, ink, text, strlen(text));
}

void
lewis_page_pad(struct lewis_page *page, size_t column)
{
    while (page->column < column)
        lewis_page_add_bytes(page, LEWIS_INK_PLAIN, " ", 1);
}

/* Spaces at the end of a line are nobody's. */
static void
trim_line(struct lewis_page *page)
{
    while (lewis_page_ok(page) && page->plain.size > page->line &&
           page->plain.bytes[page->plain.size - 1] == ' ') {
        page->plain.bytes[--page->plain.size] = '\0';
        page->inks.size--;
    }
}

void
lewis_page_end(struct lewis_page *page)
{
    const char plain = LEWIS_INK_PLAIN;

    trim_line(page);
    text_add_bytes(&page->plain, "\n", 1);
    text_add_bytes(&page->inks, &plain, 1);
    page->line = page->plain.size;
    page->column = 0;
}

/* Marks that do not begin a line of Chinese or Japanese. */
static bool
clings(const struct character *character)
{
    static const char marks[] = "、。，．：；！？）」』】〉》〕";

    for (const char *mark = marks; *mark != '\0'; mark += 3)
        if (character->size == 3 && memcmp(mark, character->bytes, 3) == 0)
            return true;
    return false;
}

/* The bytes up to the next place where a line may be broken, and their
 * columns: a word, or one wide character with what clings to it. */
static size_t
piece_at(const char *text, size_t size, size_t *columns)
{
    struct character last = character_at(text, size);
    size_t at = last.taken;

    *columns = last.columns;
    while (at < size && text[at] != ' ') {
        struct character next = character_at(text + at, size - at);
        bool joined = next.columns == 0 || clings(&next) ||
                      (last.columns < 2 && next.columns < 2);
        if (!joined)
            break;
        *columns += next.columns;
        at += next.taken;
        if (next.columns > 0)
            last = next;
    }
    return at;
}

static void
break_line(struct lewis_page *page, size_t hang)
{
    lewis_page_end(page);
    lewis_page_pad(page, hang);
}

/* A piece wider than a line, cut where the line ends. */
static void
add_long(struct lewis_page *page, size_t hang, enum lewis_ink ink,
         const char *bytes, size_t size)
{
    for (size_t at = 0; at < size;) {
        struct character character = character_at(bytes + at, size - at);
        if (page->column + character.columns > page->width)
            break_line(page, hang);
        put(page, ink, &character);
        at += character.taken;
    }
}

void
lewis_page_wrap(struct lewis_page *page, size_t hang, enum lewis_ink ink,
                const char *text)
{
    size_t size = strlen(text), columns, gap = 0;

    lewis_page_add_bytes(page, ink, text, 0);
    for (size_t at = 0; at < size;) {
        if (text[at] == ' ') {
            gap = 1;
            at++;
            continue;
        }
        size_t piece = piece_at(text + at, size - at, &columns);
        if (page->column > hang && page->column + gap + columns > page->width)
            break_line(page, hang);
        else
            lewis_page_add_bytes(page, ink, " ", gap);
        if (page->column + columns > page->width)
            add_long(page, hang, ink, text + at, piece);
        else
            lewis_page_add_bytes(page, ink, text + at, piece);
        at += piece;
        gap = 0;
    }
    lewis_page_end(page);
}

const char *
lewis_page_text(const struct lewis_page *page)
{
    return text_string(&page->plain);
}

/* ECMA-48. Bright blue and plain red and yellow are those that can be read on
 * black and on white. */
static const char *const escapes[] = {
    [LEWIS_INK_LINEAR] = "\033[94m",   [LEWIS_INK_MULTI] = "\033[31m",
    [LEWIS_INK_REACTIVE] = "\033[33m", [LEWIS_INK_PLAIN] = "",
    [LEWIS_INK_STRONG] = "\033[1m",    [LEWIS_INK_QUIET] = "\033[2m",
};

static void
print_part(const struct lewis_page *page, struct lewis_output *output,
           bool color, size_t at, size_t end)
{
    const char *plain = text_string(&page->plain);
    const char *inks = text_string(&page->inks);

    for (size_t run; at < end; at += run) {
        bool dressed = color && inks[at] != LEWIS_INK_PLAIN;
        for (run = 1; at + run < end && inks[at + run] == inks[at];)
            run++;
        if (dressed)
            lewis_output_command(output, escapes[(size_t)inks[at]]);
        lewis_output_write(output, plain + at, run);
        if (dressed)
            lewis_output_command(output, "\033[0m");
    }
}

void
lewis_page_print(const struct lewis_page *page, struct lewis_output *output,
                 bool color)
{
    if (lewis_page_ok(page))
        print_part(page, output, color, 0, page->plain.size);
}

size_t
lewis_page_lines(const struct lewis_page *page)
{
    size_t lines = 0;

    for (const char *at = text_string(&page->plain); *at != '\0'; at++)
        lines += *at == '\n';
    return lines;
}

void
lewis_page_print_line(const struct lewis_page *page,
                      struct lewis_output *output, bool color, size_t line)
{
    const char *plain = text_string(&page->plain), *at = plain;

    for (; line > 0 && strchr(at, '\n') != NULL; line--)
        at = strchr(at, '\n') + 1;
    if (line == 0 && lewis_page_ok(page))
        print_part(page, output, color, (size_t)(at - plain),
                   (size_t)(at - plain) + strcspn(at, "\n"));
}
