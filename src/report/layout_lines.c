/* layout_lines.c - texts in lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
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
                          type->bold};
    const char *cut = typeset_cut(&set, label, width);

    return cut == NULL ? "" : cut;
}

static const char *
part(struct layout *layout, const char *text, size_t size)
{
    const char *copy = arena_copy(&layout->arena, text, size);

    return copy == NULL ? "" : copy;
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
    lines->line[lines->count++] = part(layout, text, size);
}

/* Where the text must be cut to be no wider than that: between characters. */
static size_t
cut_at(struct layout *layout, const struct type *type, const char *text,
       size_t size, double width)
{
    size_t end = 0;

    while (end < size) {
        size_t step = utf8_length(text + end, size - end);

        step = step == 0 ? 1 : step;
        if (end > 0 &&
            layout_width(layout, type, part(layout, text, end + step)) > width)
            break;
        end += step;
    }
    return end;
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
