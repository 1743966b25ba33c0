/* terminal_kind.c - which pictures a terminal shows, by its environment and by
 * its answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/pixels.h>

#include <stdlib.h>
#include <string.h>

/* How a value has to be. */
enum match { IS, BEGINS, ANY };

/* What a variable says of the terminal; the first row that fits counts. */
struct sign {
    const char *variable;
    enum match match;
    const char *value;
    enum lewis_pixels pixels;
};

static const struct sign sign[] = {
    /* what stands between us and the terminal */
    {"TMUX", ANY, "", LEWIS_PIXELS_NONE},
    {"STY", ANY, "", LEWIS_PIXELS_NONE},
    {"TERM", BEGINS, "tmux", LEWIS_PIXELS_NONE},
    {"TERM", BEGINS, "screen", LEWIS_PIXELS_NONE},
    /* what shows no pixels, or would print a question */
    {"TERM", IS, "dumb", LEWIS_PIXELS_NONE},
    {"TERM", IS, "linux", LEWIS_PIXELS_NONE},
    {"TERM", BEGINS, "vt", LEWIS_PIXELS_NONE},
    {"INSIDE_EMACS", ANY, "", LEWIS_PIXELS_NONE},
    {"TERM_PROGRAM", IS, "Apple_Terminal", LEWIS_PIXELS_NONE},
    /* terminals with a name */
    {"TERM", IS, "xterm-kitty", LEWIS_KITTY},
    {"TERM", IS, "xterm-ghostty", LEWIS_KITTY},
    {"KITTY_WINDOW_ID", ANY, "", LEWIS_KITTY},
    {"GHOSTTY_RESOURCES_DIR", ANY, "", LEWIS_KITTY},
    {"TERM_PROGRAM", IS, "iTerm.app", LEWIS_ITERM},
    {"LC_TERMINAL", IS, "iTerm2", LEWIS_ITERM},
    {"TERM_PROGRAM", IS, "WezTerm", LEWIS_ITERM},
    {"WEZTERM_EXECUTABLE", ANY, "", LEWIS_ITERM},
    {"TERM_PROGRAM", IS, "mintty", LEWIS_ITERM},
    {"TERM", BEGINS, "foot", LEWIS_SIXEL},
    {"TERM", BEGINS, "mlterm", LEWIS_SIXEL},
    {"TERM", BEGINS, "yaft", LEWIS_SIXEL},
};

enum { SIGNS = sizeof sign / sizeof sign[0] };

static bool
fits(const struct sign *row, const char *value)
{
    if (value == NULL || *value == '\0')
        return false;
    if (row->match == IS)
        return strcmp(value, row->value) == 0;
    return row->match == ANY ||
           strncmp(value, row->value, strlen(row->value)) == 0;
}

enum lewis_pixels
lewis_pixels_guess(const char *(*variable)(const char *name))
{
    const char *term = variable("TERM");

    if (term == NULL || *term == '\0')
        return LEWIS_PIXELS_NONE;
    for (int i = 0; i < SIGNS; i++)
        if (fits(&sign[i], variable(sign[i].variable)))
            return sign[i].pixels;
    return LEWIS_PIXELS_ASK;
}

/* kitty: a picture of one pixel that is only asked about (a=q); then DA1, the
 * attributes of the device, which everything answers. */
const char *
lewis_pixels_question(void)
{
    return "\033_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\033\\\033[c";
}

/* Attribute 4 in "?62;4;22". */
static bool
has_sixel(const char *attributes, const char *end)
{
    char *next;

    for (attributes++; attributes < end; attributes = next + 1) {
        if (strtol(attributes, &next, 10) == 4 && next > attributes)
            return true;
        if (next >= end || *next != ';')
            return false;
    }
    return false;
}

/* The end of "ESC [ ? digits and semicolons c" at 'at'; NULL when it is
 * something else or has not come whole. */
static const char *
attributes_end(const char *at, const char *end)
{
    if (end - at < 4 || memcmp(at, "\033[?", 3) != 0)
        return NULL;
    for (at += 3; at < end && strchr("0123456789;", *at) != NULL; at++)
        if (*at == '\0')
            return NULL;
    return at < end && *at == 'c' ? at : NULL;
}

bool
lewis_pixels_answer(const char *bytes, size_t size, enum lewis_pixels *pixels)
{
    const char *end = bytes + size;
    bool kitty = false;

    for (const char *at = bytes; at < end; at++) {
        const char *last = attributes_end(at, end);

        if (end - at >= 8 && memcmp(at, "\033_Gi=31;", 8) == 0)
            kitty = end - at >= 10 && memcmp(at + 8, "OK", 2) == 0;
        if (last == NULL)
            continue;
        *pixels = kitty                      ? LEWIS_KITTY
                  : has_sixel(at + 2, last) ? LEWIS_SIXEL
                                             : LEWIS_PIXELS_NONE;
        return true;
    }
    return false;
}
