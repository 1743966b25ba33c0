/* lewis/page.h - lines of text for a terminal, with a little colour.
 *
 * A page is filled from top to bottom and printed once. It never holds a
 * control character: those, and bytes that are not UTF-8, become "?", so that
 * a name from a file can do nothing to a terminal. Widths are terminal columns
 * (East Asian wide characters 2, combining marks 0).
 *
 * Filling is sticky: once memory has run out every call is ignored and
 * lewis_page_ok() says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_PAGE_H
#define LEWIS_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/output.h>
#include <lewis/style.h>

LEWIS_BEGIN

/* What a text is; a writer with colours shows it. The first three are those of
 * the styles: blue, red, yellow. */
enum lewis_ink {
    LEWIS_INK_LINEAR = LEWIS_LINEAR,
    LEWIS_INK_MULTI = LEWIS_MULTI,
    LEWIS_INK_REACTIVE = LEWIS_REACTIVE,
    LEWIS_INK_PLAIN,
    LEWIS_INK_STRONG, /* bold */
    LEWIS_INK_QUIET   /* dim */
};

enum { LEWIS_PAGE_NARROWEST = 40, LEWIS_PAGE_WIDEST = 120 };

struct lewis_page;

/* Returns a page 'width' columns wide that the caller frees with
 * lewis_page_free(), or NULL with *error set (ENOMEM; EINVALID: a width that
 * is not from 40 to 120). */
LEWIS_API struct lewis_page *lewis_page_new(size_t width,
                                            struct lewis_error *error);
LEWIS_API void lewis_page_free(struct lewis_page *page);
LEWIS_API size_t lewis_page_width(const struct lewis_page *page);
LEWIS_API bool lewis_page_ok(const struct lewis_page *page);

/* Adds to the line under way; nothing is wrapped. */
LEWIS_API void lewis_page_add(struct lewis_page *page, enum lewis_ink ink,
                              const char *text);
LEWIS_API void lewis_page_add_bytes(struct lewis_page *page, enum lewis_ink ink,
                                    const char *bytes, size_t size);

/* Spaces up to a column (0 is the first); none when the line is there. */
LEWIS_API void lewis_page_pad(struct lewis_page *page, size_t column);

/* Ends the line under way; on an empty one, a blank line. */
LEWIS_API void lewis_page_end(struct lewis_page *page);

/* A paragraph: adds the text from where the line under way has come to, broken
 * at spaces and between wide characters to the width of the page, the further
 * lines beginning at column 'hang'; ends the last line. A word too long for a
 * line is cut in two. */
LEWIS_API void lewis_page_wrap(struct lewis_page *page, size_t hang,
                               enum lewis_ink ink, const char *text);

/* The page without its inks, every line ended by "\n". Valid until the page is
 * changed. */
LEWIS_API const char *lewis_page_text(const struct lewis_page *page);

/* Writes the page; with 'color', with ANSI escape sequences. */
LEWIS_API void lewis_page_print(const struct lewis_page *page,
                                struct lewis_output *output, bool color);

/* For a screen: how many lines have been ended, and one of them (0 is the
 * first) without its end. A line that is not there prints nothing. */
LEWIS_API size_t lewis_page_lines(const struct lewis_page *page);
LEWIS_API void lewis_page_print_line(const struct lewis_page *page,
                                     struct lewis_output *output, bool color,
                                     size_t line);

LEWIS_END

#endif
