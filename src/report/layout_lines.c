/* layout_lines.c - texts in lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "chart/typeset.h"
#include "report/layout.h"

static const double line_height = 1.36; /* in letter sizes */

double
layout_width(const struct layout *layout, const struct type *type,
             const char *text)
{
    return layout->measure->width_pt(layout->measure->payload, text, type->size,
                                     type->bold);
}

double
layout_leading(const struct type *type)
{
    return type->size * line_height;
}

const char *
layout_cut(struct layout *layout, const struct type *type, const char *label,
           double width)
{
    struct typeset set = {&layout->arena, layout->measure, type->size,
                          type->bold, false};
    const char *cut = typeset_cut(&set, label, width);

    return cut == NULL ? "" : cut;
}

static const char *
part(struct layout *layout, const char *text, size_t size)
{
    const char *copy = arena_copy(&layout->arena, text, size);

    return copy == NULL ? "" : copy;
}

/* A line of it, in which a space that did not break is one like others. */
static const char *
line_of(struct layout *layout, const char *text, size_t size)
{
    char *copy = arena_copy(&layout->arena, text, size), *end = copy;

    if (copy == NULL)
        return "";
    for (const char *at = copy; *at != '\0'; at++) {
        bool glued = strncmp(at, "\xC2\xA0", 2) == 0;

        *end++ = glued ? ' ' : *at;
        at += glued;
    }
    *end = '\0';
    return copy;
}

static void
add_line(struct layout *layout, struct lines *lines, const char *text,
         size_t size)
{
    if (lines->count == lines->room) {
        size_t room = lines->room == 0 ? 8 : 2 * lines->room;
        const char **line = arena_array(&layout->arena, room, sizeof *line);

        if (line == NULL)
            return;
        if (lines->count > 0)
            memcpy(line, lines->line, lines->count * sizeof *line);
        lines->line = line;
        lines->room = room;
    }
    while (size > 0 && text[size - 1] == ' ')
        size--;
    lines->line[lines->count++] = line_of(layout, text, size);
}

static double
widest_between(struct layout *layout, const struct type *type,
               const char *text, const char *ends)
{
    double widest = 0;

    while (text != NULL && *text != '\0') {
        size_t size = strcspn(text, ends);

        size += text[size] == '-'; /* stays on its line */
        widest = fmax(widest,
                      layout_width(layout, type, part(layout, text, size)));
        text += size;
        text += strspn(text, " ");
    }
    return widest;
}

double
layout_widest_word(struct layout *layout, const struct type *type,
                   const char *text)
{
    return widest_between(layout, type, text, " ");
}

double
layout_widest_part(struct layout *layout, const struct type *type,
                   const char *text)
{
    return widest_between(layout, type, text, " -");
}

/* Where the text must be cut to be no wider than that: after a hyphen, or else
 * between characters. */
static size_t
cut_at(struct layout *layout, const struct type *type, const char *text,
       size_t size, double width)
{
    size_t end = 0, hyphen = 0;

    while (end < size) {
        size_t step = utf8_length(text + end, size - end);

        step = step == 0 ? 1 : step;
        if (end > 0 &&
            layout_width(layout, type, part(layout, text, end + step)) > width)
            break;
        hyphen = text[end] == '-' ? end + step : hyphen;
        end += step;
    }
    return end < size && hyphen > 0 ? hyphen : end;
}

/* The end of the line that begins at 'text': the words that fit. */
static size_t
line_end(struct layout *layout, const struct type *type, const char *text,
         double width)
{
    double so_far = 0, space = layout_width(layout, type, " ");
    size_t end = 0;

    while (text[end] != '\0') {
        size_t begin = end + strspn(text + end, " ");
        size_t size = strcspn(text + begin, " ");
        double word =
            layout_width(layout, type, part(layout, text + begin, size));

        if (end > 0 && so_far + space + word > width)
            break;
        if (end == 0 && word > width)
            return begin + cut_at(layout, type, text + begin, size, width);
        so_far += (end > 0 ? space : 0) + word;
        end = begin + size;
    }
    return end;
}

struct lines
layout_break(struct layout *layout, const struct type *type, const char *text,
             double width, double first)
{
    struct lines lines = {.count = 0};

    while (text != NULL && *text != '\0') {
        double room = width - (lines.count == 0 ? first : 0);
        size_t end = line_end(layout, type, text, room);

        add_line(layout, &lines, text, end);
        if (arena_failed(&layout->arena))
            break;
        text += end;
        text += strspn(text, " ");
    }
    return lines;
}

void
layout_join_last(struct layout *layout, const struct type *type,
                 struct lines *lines, double width)
{
    const char **line = lines->line, *word, *left;
    struct text joined = {0};

    if (lines->count < 2 || strchr(line[lines->count - 1], ' ') != NULL)
        return;
    word = strrchr(line[lines->count - 2], ' ');
    if (word == NULL)
        return;
    left = part(layout, line[lines->count - 2],
                (size_t)(word - line[lines->count - 2]));
    text_print(&joined, "%s %s", word + 1, line[lines->count - 1]);
    if (text_ok(&joined) && layout_width(layout, type, left) > width / 2 &&
        layout_width(layout, type, text_string(&joined)) < width / 2) {
        line[lines->count - 2] = left;
        line[lines->count - 1] =
            part(layout, text_string(&joined), joined.size);
    }
    text_release(&joined);
}
