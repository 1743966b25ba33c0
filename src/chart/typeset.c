/* typeset.c - texts made ready to be set: cleaned, cut, wrapped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/typeset.h"

#include <math.h>
#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"
#define NO_BREAK_SPACE "\xC2\xA0"
#define REPLACEMENT "\xEF\xBF\xBD"

/* Control characters (C0, DEL, C1) and white space, line separators. */
static bool
is_blank(const char *at, size_t length)
{
    const unsigned char *byte = (const unsigned char *)at;

    if (length == 1)
        return byte[0] <= 0x20 || byte[0] == 0x7F;
    if (length == 2)
        return byte[0] == 0xC2 && byte[1] <= 0xA0;
    return length == 3 && byte[0] == 0xE2 && byte[1] == 0x80 &&
           (byte[2] == 0xA8 || byte[2] == 0xA9);
}

char *
typeset_keep(struct arena *arena, struct text *text)
{
    char *copy = NULL;

    if (text_ok(text))
        copy = arena_copy(arena, text_string(text), text->size);
    else
        arena->failed = true;
    text_release(text);
    return copy;
}

char *
typeset_clean(struct arena *arena, const char *bytes, size_t size)
{
    struct text out = {0};
    bool space = false;

    text_add_bytes(&out, bytes, 0); /* it may be text_lost */
    for (size_t i = 0, length; i < size; i += length == 0 ? 1 : length) {
        length = utf8_length(bytes + i, size - i);
        if (length > 0 && is_blank(bytes + i, length)) {
            space = out.size > 0;
            continue;
        }
        if (space)
            text_add(&out, " ");
        space = false;
        if (length == 0)
            text_add(&out, REPLACEMENT);
        else
            text_add_bytes(&out, bytes + i, length);
    }
    return typeset_keep(arena, &out);
}

char *
typeset_glued(struct arena *arena, const char *text)
{
    struct text out = {0};

    for (; *text != '\0'; text++)
        if (*text == ' ')
            text_add(&out, NO_BREAK_SPACE);
        else
            text_add_bytes(&out, text, 1);
    return typeset_keep(arena, &out);
}

double
typeset_width(const struct typeset *set, const char *text)
{
    return set->measure->width_pt(set->measure->payload, text, set->size_pt,
                                  set->bold);
}

/* Where the character after the one at 'at' begins, its combining marks
 * skipped. */
static size_t
next_cluster(const char *text, size_t at, size_t size)
{
    do {
        size_t length = utf8_length(text + at, size - at);

        at += length == 0 ? 1 : length;
    } while (at < size &&
             utf8_columns(text + at, utf8_length(text + at, size - at)) == 0);
    return at;
}

static const char *
with_ellipsis(struct arena *arena, const char *text, size_t size)
{
    struct text out = {0};

    while (size > 0 && text[size - 1] == ' ')
        size--;
    text_add_bytes(&out, text, size);
    text_add(&out, ELLIPSIS);
    return typeset_keep(arena, &out);
}

const char *
typeset_cut(const struct typeset *set, const char *text, double max_pt)
{
    size_t size = strlen(text);
    const char *best = ELLIPSIS;

    if (typeset_width(set, text) <= max_pt)
        return text;
    for (size_t at = next_cluster(text, 0, size); at < size;
         at = next_cluster(text, at, size)) {
        const char *cut = with_ellipsis(set->arena, text, at);

        if (cut == NULL || typeset_width(set, cut) > max_pt)
            break;
        best = cut;
    }
    return best;
}

/* A word, and whether a no-break space holds it to the one before. */
struct word {
    const char *bytes;
    size_t size;
    bool glued;
};

/* Whether a line may end between two bytes within a word: after the hyphen
 * between two parts of it. */
static bool
is_joint(const char *word, const char *at)
{
    return at - word > 1 && at[-1] == '-' && at[-2] != '-' && *at != '-' &&
           *at != ' ' && *at != '\0';
}

/* Takes the next word off *text; false at the end. */
static bool
next_word(const struct typeset *set, const char **text, struct word *word)
{
    const char *at = *text;

    word->glued = strncmp(at, NO_BREAK_SPACE, 2) == 0;
    if (word->glued)
        at += 2;
    else
        at += strspn(at, " ");
    word->bytes = at;
    while (*at != '\0' && *at != ' ' && strncmp(at, NO_BREAK_SPACE, 2) != 0 &&
           !(set->hyphens && is_joint(word->bytes, at)))
        at++;
    word->size = (size_t)(at - word->bytes);
    *text = at;
    return word->size > 0;
}

/* The line, which reaches from 'start' to the end of 'word' then, measured. */
static double
width_to(const struct typeset *set, struct text *line, const char *start,
         const struct word *word)
{
    text_add_bytes(line, start + line->size,
                   (size_t)(word->bytes + word->size - start) - line->size);
    if (!text_ok(line))
        set->arena->failed = true;
    return typeset_width(set, text_string(line));
}

/* Whether a line of that width has room; the paragraph notes within which
 * limits the answer is the same. */
static bool
has_room(struct paragraph *paragraph, double width, double max_pt)
{
    bool room = !(width > max_pt);

    if (room && width > paragraph->room_from)
        paragraph->room_from = width;
    if (!room && width < paragraph->room_below)
        paragraph->room_below = width;
    return room;
}

/* Where a line may end, and its width then; negative: not measured. */
struct stop {
    const char *at;
    double width;
};

/* How far a line from 'start' reaches: to the last space, or else no-break
 * space, before it gets wider than max_pt, but at least one word. */
static struct stop
line_end(const struct typeset *set, struct paragraph *paragraph,
         const char *start, double max_pt)
{
    struct stop end = {NULL, -1}, before = {NULL, -1};
    struct text line = {0};
    const char *at = start;
    struct word word;
    double width = -1;
    bool room = true;

    while (room && next_word(set, &at, &word)) {
        if (before.at != NULL && !word.glued)
            end = before;
        if (before.at != NULL) {
            width = width_to(set, &line, start, &word);
            room = has_room(paragraph, width, max_pt);
        }
        if (room)
            before = (struct stop){word.bytes + word.size, width};
    }
    text_release(&line);
    paragraph->seen += (size_t)(word.bytes + word.size - start);
    return room || end.at == NULL ? before : end;
}

static void
add_line(const struct typeset *set, struct paragraph *paragraph,
         const char *line, double width)
{
    if (width < 0)
        width = typeset_width(set, line);
    paragraph->line[paragraph->count] = line;
    paragraph->line_pt[paragraph->count++] = width;
    if (width > paragraph->width_pt)
        paragraph->width_pt = width;
}

static const char *
skip_space(const char *at)
{
    while (*at == ' ' || strncmp(at, NO_BREAK_SPACE, 2) == 0)
        at += *at == ' ' ? 1 : 2;
    return at;
}

/* Lines as typeset_wrap() makes them; where there are too many, the last ones
 * are left out. */
static struct paragraph
wrap(const struct typeset *set, const char *text, double max_pt,
     size_t max_lines, const char **rest)
{
    struct paragraph paragraph = {.whole = true, .room_below = HUGE_VAL};
    const char *at = skip_space(text);

    while (*at != '\0') {
        struct stop end;
        const char *line;

        paragraph.seen = (size_t)(at - text);
        end = line_end(set, &paragraph, at, max_pt);
        paragraph.whole = paragraph.count + 1 < max_lines ||
                          *skip_space(end.at) == '\0';
        if (!paragraph.whole)
            break;
        line = arena_copy(set->arena, at, (size_t)(end.at - at));
        if (line == NULL)
            break;
        add_line(set, &paragraph, line, end.width);
        at = skip_space(end.at);
    }
    *rest = at;
    return paragraph;
}

struct paragraph
typeset_wrap(const struct typeset *set, const char *text, double max_pt,
             size_t max_lines)
{
    const char *rest;
    struct paragraph paragraph =
        wrap(set, text, max_pt,
             max_lines < TYPESET_LINES ? max_lines : TYPESET_LINES, &rest);

    if (!paragraph.whole)
        add_line(set, &paragraph, typeset_cut(set, rest, max_pt), -1);
    return paragraph;
}

/* The same text in as many lines, at the smallest width that needs no more. */
static struct paragraph
balanced(const struct typeset *set, const char *text,
         const struct paragraph *wrapped)
{
    struct paragraph best = *wrapped;
    const char *rest;

    while (best.count > 1 && best.whole) {
        struct paragraph next =
            wrap(set, text, best.width_pt - 0.01, wrapped->count, &rest);

        if (!next.whole || next.width_pt >= best.width_pt)
            break;
        best = next;
    }
    best.room_from = wrapped->room_from;
    best.room_below = wrapped->room_below;
    return best;
}

struct paragraph
typeset_balance(const struct typeset *set, const char *text, double max_pt,
                size_t max_lines)
{
    struct paragraph wrapped = typeset_wrap(set, text, max_pt, max_lines);

    return balanced(set, text, &wrapped);
}

struct paragraph
typeset_fit(const struct typeset *set, const char *text, double max_pt,
            size_t max_lines)
{
    struct paragraph fit = typeset_balance(set, text, max_pt, max_lines);

    if (fit.width_pt <= max_pt)
        return fit;
    fit = (struct paragraph){.whole = false, .room_below = HUGE_VAL};
    add_line(set, &fit, typeset_cut(set, text, max_pt), -1);
    return fit;
}

struct paragraph
typeset_whole(const struct typeset *set, const char *text, double max_pt,
              size_t max_lines)
{
    const char *rest;
    struct paragraph wrapped = wrap(set, text, max_pt, max_lines, &rest);

    return balanced(set, text, &wrapped);
}

/* True when the last line is shorter than that part of the width. */
static bool
is_widow(const struct paragraph *paragraph, double max_pt)
{
    const double least = 0.25;

    return paragraph->count > 1 && paragraph->whole &&
           paragraph->line_pt[paragraph->count - 1] < least * max_pt;
}

struct paragraph
typeset_no_widow(const struct typeset *set, const char *text, double max_pt,
                 size_t max_lines)
{
    struct paragraph wrapped = typeset_wrap(set, text, max_pt, max_lines);
    struct paragraph best = wrapped;
    const char *rest;

    while (is_widow(&best, max_pt)) {
        struct paragraph next =
            wrap(set, text, best.width_pt - 0.01, wrapped.count, &rest);

        if (!next.whole || next.width_pt >= best.width_pt)
            return wrapped;
        best = next;
    }
    return best;
}
