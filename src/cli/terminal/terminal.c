/* terminal.c - what can be shown where standard output goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <langinfo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <lewis/page.h>

#include <lewis/text.h>

#include "cli/say.h"
#include "cli/terminal/terminal.h"

enum { USUAL = 80, USUAL_ROWS = 24 };

int
terminal_check(const struct cmd *cmd, const struct terminal *terminal)
{
    const char *color = terminal->color;

    if (terminal->width != 0 && !(terminal->width >= LEWIS_PAGE_NARROWEST &&
                                  terminal->width <= LEWIS_PAGE_WIDEST &&
                                  terminal->width == floor(terminal->width)))
        return say_usage(cmd, "--width must be from %d to %d",
                         LEWIS_PAGE_NARROWEST, LEWIS_PAGE_WIDEST);
    if (color != NULL && strcmp(color, "auto") != 0 &&
        strcmp(color, "always") != 0 && strcmp(color, "never") != 0)
        return say_usage(cmd, "--color is auto, always or never, not \"%s\"",
                         color);
    return -1;
}

/* What the terminal has; 0 when there is none that says. */
static long
own_width(void)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS");

    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
        size.ws_col > 0)
        return size.ws_col;
    return columns == NULL ? 0 : strtol(columns, NULL, 10);
}

bool
terminal_accessible(void)
{
    const char *asked = getenv("ACCESSIBLE");

    return asked != NULL && *asked != '\0';
}

size_t
terminal_rows(void)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0)
        return size.ws_row;
    return USUAL_ROWS;
}

size_t
terminal_width(const struct terminal *terminal)
{
    long width = terminal->width > 0 ? (long)terminal->width : own_width();

    if (width <= 0)
        return USUAL;
    if (width < LEWIS_PAGE_NARROWEST)
        return LEWIS_PAGE_NARROWEST;
    return width > LEWIS_PAGE_WIDEST ? LEWIS_PAGE_WIDEST : (size_t)width;
}

bool
terminal_color(const struct terminal *terminal, const char *path)
{
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM");

    if (terminal->color != NULL && strcmp(terminal->color, "auto") != 0)
        return strcmp(terminal->color, "always") == 0;
    return strcmp(path, "-") == 0 && isatty(STDOUT_FILENO) &&
           (none == NULL || *none == '\0') &&
           (term == NULL || strcmp(term, "dumb") != 0);
}

bool
terminal_ascii(const struct terminal *terminal)
{
    return terminal->ascii || !lewis_text_same(nl_langinfo(CODESET), "UTF-8");
}
