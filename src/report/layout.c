/* layout.c - a document in pages: scenes whose groups are called as the tags
 * of a PDF are (H1, P, L, LI, Table, TR, TH, TD, Figure; Artifact is what
 * nobody needs to hear).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "chart/palette.h"
#include "chart/typeset.h"
#include "report/document.h"
#include "report/phrases.h"

/* Sizes in points, at scale 1. */
static const double body = 10, line_height = 1.36, gap = 5, indent = 12,
                    heading_gap = 11, notice_pad = 7, bar_height = 8,
                    stack_height = 9, cell_pad = 5, foot_size = 7.5,
                    foot_room = 18;

/* Letters that are tried to keep to the pages wanted. */
static const double scales[] = {1, 0.95, 0.9, 0.85, 0.8};

enum { SCALES = sizeof scales / sizeof scales[0], COLUMNS = 12 };

/* How a text is set. */
struct type {
    double size;
    bool bold;
    int32_t colour;
    const char *role; /* of its group */
};

struct layout {
    struct lewis_document *document;
    const struct lewis_measure *measure;
    const struct palette *colour;
    struct arena arena; /* lines */
    struct lewis_scene *scene; /* of the page under way; NULL: none */
    double scale, left, right, top, bottom, y;
    bool in_list, failed;
};

/* --- lines --- */

/* A word, and where it ends in the text. */
struct lines {
    const char **line;
    size_t count, room;
};

static double
width_of(const struct layout *layout, const struct type *type,
         const char *text)
{
    return layout->measure->width_pt(layout->measure->payload, text,
                                     type->size, type->bold);
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
        const char **line =
            arena_array(&layout->arena, room, sizeof *line);

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
            width_of(layout, type, part(layout, text, end + step)) > width)
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
    double so_far = 0, space = width_of(layout, type, " ");
    size_t end = 0;

    while (text[end] != '\0') {
        size_t begin = end + strspn(text + end, " ");
        size_t size = strcspn(text + begin, " ");
        double word =
            width_of(layout, type, part(layout, text + begin, size));

        if (end > 0 && so_far + space + word > width)
            break;
        if (end == 0 && word > width)
            return begin +
                   cut_at(layout, type, text + begin, size, width);
        so_far += (end > 0 ? space : 0) + word;
        end = begin + size;
    }
    return end;
}

/* The text in lines of that width; the first begins 'first' further in. */
static struct lines
break_lines(struct layout *layout, const struct type *type, const char *text,
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

/* --- pages --- */

static double
unit(const struct layout *layout)
{
    return body * layout->scale;
}

static double
leading(const struct type *type)
{
    return type->size * line_height;
}

static void
end_list(struct layout *layout)
{
    if (layout->in_list)
        scene_end(layout->scene);
    layout->in_list = false;
}

static void
keep_page(struct layout *layout)
{
    struct lewis_document *document = layout->document;

    if (document->pages == document->page_room) {
        size_t room = document->page_room == 0 ? 8 : 2 * document->page_room;
        struct lewis_scene **page =
            realloc(document->page, room * sizeof(struct lewis_scene *));

        if (page == NULL) {
            layout->failed = true;
            return;
        }
        document->page = page;
        document->page_room = room;
    }
    document->page[document->pages++] = layout->scene;
}

static void
new_page(struct layout *layout)
{
    const struct lewis_document *document = layout->document;

    end_list(layout);
    layout->scene =
        scene_new(document_paper_width_pt(document),
                  document_paper_height_pt(document), document->title,
                  document->subject, document->lang);
    if (layout->scene == NULL)
        layout->failed = true;
    else
        keep_page(layout);
    layout->y = layout->top;
}

static bool
broken(const struct layout *layout)
{
    return layout->failed || arena_failed(&layout->arena);
}

/* Makes sure of that much room on the page. */
static void
need(struct layout *layout, double height)
{
    if (layout->y + height > layout->bottom && layout->y > layout->top)
        new_page(layout);
}

static void
draw_line(struct layout *layout, const struct type *type, double x,
          const char *text)
{
    scene_text(layout->scene,
               (struct scene_point){x, layout->y + 0.98 * type->size}, text,
               type->size, type->bold, SCENE_START, type->colour, 0, 0);
}

/* A name from right to left that begins a line would turn the whole line about:
 * a left-to-right mark (U+200E) before it keeps the words round it in order. */
static const char *
in_order(struct layout *layout, const char *line)
{
    static const char mark[] = "\xE2\x80\x8E";
    unsigned char first = (unsigned char)*line;
    size_t size = strlen(line);
    char *marked;

    if (first < 0xD6 || first > 0xDF ||
        strpbrk(line, "abcdefghijklmnopqrstuvwxyz") == NULL)
        return line;
    marked = arena_alloc(&layout->arena, sizeof mark + size);
    if (marked == NULL)
        return line;
    memcpy(marked, mark, sizeof mark - 1);
    memcpy(marked + sizeof mark - 1, line, size + 1);
    return marked;
}

/* Draws the lines from x on, over to the next page where there is no room; a
 * group of the type's role round them. */
static void
draw_lines(struct layout *layout, const struct type *type, double x,
           double first, const struct lines *lines, size_t from)
{
    scene_group(layout->scene, type->role, NULL);
    for (size_t i = from; i < lines->count && !broken(layout); i++) {
        if (layout->y + leading(type) > layout->bottom + 0.01) {
            scene_end(layout->scene);
            new_page(layout);
            if (broken(layout))
                return;
            scene_group(layout->scene, type->role, NULL);
        }
        draw_line(layout, type, x + (i == 0 ? first : 0),
                  in_order(layout, lines->line[i]));
        layout->y += leading(type);
    }
    scene_end(layout->scene);
}

/* --- blocks --- */

static struct type
type_of(const struct layout *layout, double size, bool bold, int32_t colour,
        const char *role)
{
    return (struct type){size * layout->scale, bold, colour, role};
}

static struct type
block_type(const struct layout *layout, const struct block *block)
{
    const struct palette *colour = layout->colour;

    if (block->kind == BLOCK_TITLE)
        return type_of(layout, 19, true, colour->ink, "H1");
    if (block->kind == BLOCK_HEADING)
        return type_of(layout, 12.5, true, colour->ink, "H2");
    if (block->kind == BLOCK_SUBHEADING)
        return type_of(layout, 10, true, colour->ink, "H3");
    if (block->tone == TONE_LEAD)
        return type_of(layout, 11.5, true, colour->ink, "P");
    if (block->tone == TONE_QUIET || block->kind == BLOCK_FIGURE)
        return type_of(layout, 8.5, false, colour->quiet, "P");
    return type_of(layout, body, false, colour->ink,
                   block->kind == BLOCK_ITEM ? "LBody" : "P");
}

static double
space_before(const struct layout *layout, const struct block *block)
{
    double space = gap;

    if (layout->y <= layout->top)
        return 0;
    if (block->kind == BLOCK_HEADING)
        space = heading_gap;
    else if (block->kind == BLOCK_ITEM)
        space = 2;
    return space * layout->scale;
}

/* The label in bold, and how far the text begins after it. */
static double
label_width(const struct layout *layout, const struct type *type,
            const char *label)
{
    struct type bold = *type;

    bold.bold = true;
    return label == NULL ? 0
                         : width_of(layout, &bold, label) + 0.5 * type->size;
}

static double
text_left(const struct layout *layout, const struct block *block)
{
    double by = 0;

    if (block->kind == BLOCK_ITEM)
        by = indent;
    else if (block->tone == TONE_NOTICE)
        by = notice_pad;
    return layout->left + by * layout->scale;
}

static double
text_width(const struct layout *layout, const struct block *block)
{
    double width = layout->right - text_left(layout, block);

    return block->tone == TONE_NOTICE ? width - notice_pad * layout->scale
                                      : width;
}

/* A label that leaves no room beside it stands on a line of its own. */
static struct lines
block_lines(struct layout *layout, const struct block *block,
            const struct type *type, double *first)
{
    double width = text_width(layout, block);

    *first = label_width(layout, type, block->label);
    if (*first > 0.6 * width)
        *first = 0;
    return break_lines(layout, type, block->text, width, *first);
}

static void
draw_box(struct layout *layout, double height)
{
    struct scene_point corner[4] = {
        {layout->left, layout->y},
        {layout->right, layout->y},
        {layout->right, layout->y + height},
        {layout->left, layout->y + height},
    };
    struct scene_style style = scene_stroke(layout->colour->grid, 0.8);

    style.fill = layout->colour->track;
    style.fill_alpha = 0.35;
    scene_group(layout->scene, "Artifact", NULL);
    scene_polygon(layout->scene, corner, 4, style);
    scene_end(layout->scene);
}

static void
draw_label(struct layout *layout, const struct block *block,
           const struct type *type, double x, double first)
{
    struct type bold = *type;

    if (block->label == NULL)
        return;
    bold.bold = true;
    if (first > 0) {
        draw_line(layout, &bold, x, block->label);
    } else {
        struct lines lines =
            break_lines(layout, &bold, block->label,
                        text_width(layout, block), 0);

        draw_lines(layout, &bold, x, 0, &lines, 0);
    }
}

static void
draw_bullet(struct layout *layout, const struct type *type)
{
    scene_group(layout->scene, "Artifact", NULL);
    scene_circle(layout->scene,
                 (struct scene_point){
                     layout->left + 0.4 * type->size,
                     layout->y + 0.64 * type->size},
                 0.14 * type->size, scene_fill(layout->colour->quiet, 1));
    scene_end(layout->scene);
}

static void
draw_text(struct layout *layout, const struct block *block)
{
    struct type type = block_type(layout, block);
    double x = text_left(layout, block), first;
    struct lines lines = block_lines(layout, block, &type, &first);
    double height = (double)lines.count * leading(&type);
    bool notice = block->tone == TONE_NOTICE;
    double pad = notice ? notice_pad * layout->scale : 0;

    need(layout, fmin(height + 2 * pad, layout->bottom - layout->top));
    if (broken(layout))
        return;
    if (block->kind == BLOCK_ITEM && !layout->in_list) {
        scene_group(layout->scene, "L", NULL);
        layout->in_list = true;
    }
    if (notice)
        draw_box(layout, height + 2 * pad);
    layout->y += pad;
    if (block->kind == BLOCK_ITEM) {
        scene_group(layout->scene, "LI", NULL);
        draw_bullet(layout, &type);
    }
    draw_label(layout, block, &type, x, first);
    draw_lines(layout, &type, x, first, &lines, 0);
    if (block->kind == BLOCK_ITEM && !broken(layout))
        scene_end(layout->scene);
    layout->y += pad;
}

static void
add_outline(struct layout *layout, const char *text, int level)
{
    struct lewis_document *document = layout->document;

    if (document->outlines == document->outline_room) {
        size_t room =
            document->outline_room == 0 ? 16 : 2 * document->outline_room;
        struct outline *outline =
            realloc(document->outline, room * sizeof *outline);

        if (outline == NULL) {
            layout->failed = true;
            return;
        }
        document->outline = outline;
        document->outline_room = room;
    }
    document->outline[document->outlines++] =
        (struct outline){text, document->pages - 1, layout->y, level};
}

static void
rectangle(struct layout *layout, double x0, double y0, double x1, double y1,
          struct scene_style style)
{
    struct scene_point corner[4] = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};

    scene_polygon(layout->scene, corner, 4, style);
}

static struct scene_style
fill_of(const struct layout *layout, enum lewis_style style)
{
    struct scene_style fill = scene_stroke(layout->colour->corner_text[style],
                                           0.7);

    fill.fill = layout->colour->corner[style];
    fill.fill_alpha = 0.6; /* so that the range shows on it */
    return fill;
}

static void
draw_range(struct layout *layout, double low, double high, double y)
{
    double tick = bar_height * layout->scale / 3;
    struct scene_style style = scene_stroke(layout->colour->ink, 1.2);
    struct scene_point line[3][2] = {
        {{low, y}, {high, y}},
        {{low, y - tick}, {low, y + tick}},
        {{high, y - tick}, {high, y + tick}},
    };

    for (int i = 0; i < 3; i++)
        scene_line(layout->scene, line[i], 2, style);
}

/* A row of label, bar and numbers, as a row of a table. */
struct bar_row {
    double bar, end; /* where the bar stands */
    double middle;
};

static double
widest_label(const struct layout *layout, const struct type *type,
             const struct block *block)
{
    double widest = 0;

    for (size_t i = 0; i < block->count; i++)
        widest = fmax(widest,
                      width_of(layout, type,
                               block->kind == BLOCK_BARS
                                   ? block->bar[i].label
                                   : block->stack[i].label));
    return fmin(widest, 0.4 * (layout->right - layout->left));
}

static double
widest_words(const struct layout *layout, const struct type *type,
             const struct block *block)
{
    double widest = 0;

    for (size_t i = 0; i < block->count; i++)
        widest = fmax(widest,
                      width_of(layout, type,
                               block->kind == BLOCK_BARS
                                   ? block->bar[i].words
                                   : block->stack[i].words));
    return widest;
}

static const char *
cut_label(struct layout *layout, const struct type *type, const char *label,
          double width)
{
    struct typeset set = {&layout->arena, layout->measure, type->size,
                          type->bold};
    const char *cut = typeset_cut(&set, label, width);

    return cut == NULL ? "" : cut;
}

/* Label on the left, numbers on the right; the bar goes between. */
static void
draw_row_words(struct layout *layout, struct type type, const char *label,
               const char *words, const struct bar_row *row)
{
    const char *cut = cut_label(layout, &type, label,
                                row->bar - layout->left - 0.5 * type.size);

    scene_group(layout->scene, "TH", NULL);
    draw_line(layout, &type, layout->left, cut);
    scene_end(layout->scene);
    type.colour = layout->colour->ink;
    type.bold = false;
    scene_group(layout->scene, "TD", NULL);
    draw_line(layout, &type, row->end + 0.7 * type.size, words);
    scene_end(layout->scene);
}

static void
draw_bar(struct layout *layout, const struct bar *bar,
         const struct bar_row *row)
{
    double width = row->end - row->bar;
    double half = bar_height * layout->scale / 2;

    scene_group(layout->scene, "Artifact", NULL);
    rectangle(layout, row->bar, row->middle - half, row->end,
              row->middle + half, scene_fill(layout->colour->track, 1));
    rectangle(layout, row->bar, row->middle - half,
              row->bar + width * bar->share, row->middle + half,
              fill_of(layout, bar->style));
    if (!isnan(bar->low))
        draw_range(layout, row->bar + width * bar->low,
                   row->bar + width * bar->high, row->middle);
    scene_end(layout->scene);
}

static void
draw_stack(struct layout *layout, const struct stack *stack,
           const struct bar_row *row)
{
    double half = stack_height * layout->scale / 2, x = row->bar;

    scene_group(layout->scene, "Artifact", NULL);
    for (int s = 0; s < LEWIS_STYLES; s++) {
        double end = x + (row->end - row->bar) * stack->share[s];

        rectangle(layout, x, row->middle - half, end, row->middle + half,
                  fill_of(layout, (enum lewis_style)s));
        x = end;
    }
    scene_end(layout->scene);
}

static void
draw_rows(struct layout *layout, const struct block *block)
{
    bool bars = block->kind == BLOCK_BARS;
    struct type type =
        type_of(layout, bars ? body : 9, bars, layout->colour->ink, "P");
    struct type plain = type_of(layout, bars ? body : 9, false, 0, "P");
    double pitch = leading(&type) * (bars ? 1.15 : 1);
    struct bar_row row;

    row.bar = layout->left + widest_label(layout, &type, block) + type.size;
    row.end = layout->right - widest_words(layout, &plain, block) -
              0.7 * type.size;
    need(layout, pitch * (double)(block->count < 4 ? block->count : 4));
    scene_group(layout->scene, "Table", NULL);
    for (size_t i = 0; i < block->count && !broken(layout); i++) {
        if (layout->y + pitch > layout->bottom) {
            scene_end(layout->scene);
            new_page(layout);
            if (broken(layout))
                return;
            scene_group(layout->scene, "Table", NULL);
        }
        row.middle = layout->y + 0.62 * type.size;
        scene_group(layout->scene, "TR", NULL);
        if (bars) {
            type.colour = layout->colour->corner_text[block->bar[i].style];
            draw_row_words(layout, type, block->bar[i].label,
                           block->bar[i].words, &row);
            draw_bar(layout, &block->bar[i], &row);
        } else {
            draw_row_words(layout, type, block->stack[i].label,
                           block->stack[i].words, &row);
            draw_stack(layout, &block->stack[i], &row);
        }
        scene_end(layout->scene);
        layout->y += pitch;
    }
    scene_end(layout->scene);
}

/* --- tables --- */

struct table {
    const struct block *block;
    double x[COLUMNS + 1]; /* where columns begin, and the end */
    struct type type;
};

static double
natural_width(const struct layout *layout, const struct table *table,
              size_t column)
{
    const struct block *block = table->block;
    struct type type = table->type;
    double widest = 0;

    for (size_t row = 0; row < block->count; row++) {
        type.bold = row == 0;
        widest = fmax(widest,
                      width_of(layout, &type,
                               block->cell[row * block->columns + column]));
    }
    return widest + 2 * cell_pad * layout->scale;
}

/* Columns as wide as they want to be; where that is too much, those above the
 * fair part share what the others leave. */
static void
set_columns(const struct layout *layout, struct table *table)
{
    size_t columns = table->block->columns;
    double want[COLUMNS], room = layout->right - layout->left, cap = room;
    double x = layout->left;

    for (size_t i = 0; i < columns; i++)
        want[i] = natural_width(layout, table, i);
    for (int round = 0; round < 40; round++) {
        double sum = 0;

        for (size_t i = 0; i < columns; i++)
            sum += fmin(want[i], cap);
        if (sum <= room)
            break;
        cap *= fmax(room / sum, 0.8);
    }
    for (size_t i = 0; i < columns; i++) {
        table->x[i] = x;
        x += fmin(want[i], cap);
    }
    table->x[columns] = x;
}

static double
row_lines(struct layout *layout, const struct table *table, size_t row,
          struct lines lines[])
{
    const struct block *block = table->block;
    struct type type = table->type;
    size_t most = 1;

    type.bold = row == 0;
    for (size_t i = 0; i < block->columns; i++) {
        lines[i] = break_lines(layout, &type,
                               block->cell[row * block->columns + i],
                               table->x[i + 1] - table->x[i] -
                                   2 * cell_pad * layout->scale + 0.01,
                               0);
        most = lines[i].count > most ? lines[i].count : most;
    }
    return (double)most * leading(&type) + 0.3 * type.size;
}

static void
draw_rule(struct layout *layout, const struct table *table)
{
    struct scene_point line[2] = {
        {layout->left, layout->y},
        {table->x[table->block->columns], layout->y}};

    scene_group(layout->scene, "Artifact", NULL);
    scene_line(layout->scene, line, 2, scene_stroke(layout->colour->grid, 0.6));
    scene_end(layout->scene);
}

static void
draw_cells(struct layout *layout, const struct table *table, size_t row,
           const struct lines lines[], double height)
{
    struct type type = table->type;
    double top = layout->y;

    type.bold = row == 0;
    type.role = row == 0 ? "TH" : "TD";
    scene_group(layout->scene, "TR", NULL);
    for (size_t i = 0; i < table->block->columns; i++) {
        double x = table->x[i] + (i == 0 ? 0 : cell_pad * layout->scale);

        layout->y = top + 0.15 * type.size;
        draw_lines(layout, &type, x, 0, &lines[i], 0);
    }
    scene_end(layout->scene);
    layout->y = top + height;
    draw_rule(layout, table);
}

static void
draw_row(struct layout *layout, const struct table *table, size_t row)
{
    struct lines lines[COLUMNS];
    double height = row_lines(layout, table, row, lines);

    if (layout->y + height > layout->bottom && layout->y > layout->top) {
        struct lines head[COLUMNS];
        double head_height = row_lines(layout, table, 0, head);

        scene_end(layout->scene);
        new_page(layout);
        if (broken(layout))
            return;
        scene_group(layout->scene, "Table", NULL);
        draw_cells(layout, table, 0, head, head_height);
    }
    draw_cells(layout, table, row, lines, height);
}

static void
draw_table(struct layout *layout, const struct block *block)
{
    struct table table = {
        .block = block,
        .type = type_of(layout, 9, false, layout->colour->ink, "TD")};
    double few = leading(&table.type) * 3;

    if (block->columns > COLUMNS)
        return;
    set_columns(layout, &table);
    need(layout, few);
    if (broken(layout))
        return;
    scene_group(layout->scene, "Table", NULL);
    for (size_t row = 0; row < block->count && !broken(layout); row++)
        draw_row(layout, &table, row);
    if (!broken(layout))
        scene_end(layout->scene);
}

static void
draw_figure(struct layout *layout, const struct block *block)
{
    double width = scene_width_pt(block->scene);
    double height = scene_height_pt(block->scene);
    double x = layout->left + (layout->right - layout->left - width) / 2;

    need(layout, height);
    if (broken(layout))
        return;
    scene_group(layout->scene, "Figure", scene_description(block->scene));
    scene_insert(layout->scene, block->scene,
                 (struct scene_point){x, layout->y});
    scene_end(layout->scene);
    layout->y += height;
    if (block->text != NULL) {
        layout->y += 2;
        draw_text(layout, block);
    }
}

/* What must stand with a heading: the beginning of what follows. */
static double
beginning(struct layout *layout, const struct block *block, size_t left)
{
    double height = 0;

    for (size_t i = 0; i < left; i++) {
        struct type type = block_type(layout, &block[i]);

        height += space_before(layout, &block[i]);
        if (block[i].kind == BLOCK_FIGURE)
            return height + scene_height_pt(block[i].scene);
        if (block[i].kind == BLOCK_BARS)
            return height + 3.6 * unit(layout);
        height += (block[i].kind == BLOCK_HEADING ? 1 : 2) * leading(&type);
        if (block[i].kind != BLOCK_HEADING &&
            block[i].kind != BLOCK_SUBHEADING)
            break;
    }
    return height;
}

static void
draw_block(struct layout *layout, size_t index)
{
    const struct lewis_document *document = layout->document;
    const struct block *block = &document->block[index];

    if (block->kind != BLOCK_ITEM)
        end_list(layout);
    if (block->kind == BLOCK_PAGE) {
        if (layout->y > layout->top)
            new_page(layout);
        return;
    }
    layout->y += space_before(layout, block);
    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_SUBHEADING) {
        need(layout, beginning(layout, block, document->count - index));
        if (block->kind == BLOCK_HEADING && !broken(layout))
            add_outline(layout, block->text, 2);
    }
    if (block->kind == BLOCK_TITLE)
        add_outline(layout, block->text, 1);
    if (broken(layout))
        return;
    if (block->kind == BLOCK_BARS || block->kind == BLOCK_STACKS)
        draw_rows(layout, block);
    else if (block->kind == BLOCK_TABLE)
        draw_table(layout, block);
    else if (block->kind == BLOCK_FIGURE)
        draw_figure(layout, block);
    else
        draw_text(layout, block);
}

/* "Ann - 1 / 2", small, at the bottom of every page; a single one needs no
 * number. */
static void
draw_feet(struct layout *layout)
{
    struct lewis_document *document = layout->document;
    struct type type = {foot_size, false, layout->colour->quiet, "Artifact"};

    for (size_t i = 0; i < document->pages && document->pages > 1; i++) {
        struct text number = {0};
        double y = document_paper_height_pt(document) -
                   0.62 * document_margin_pt();
        const char *name;

        text_print(&number, phrase(document->lang, SAY_PAGE_OF), i + 1,
                   document->pages);
        name = cut_label(layout, &type, document->foot,
                         0.75 * (layout->right - layout->left));
        scene_group(document->page[i], "Artifact", NULL);
        scene_text(document->page[i], (struct scene_point){layout->left, y},
                   name, foot_size, false, SCENE_START, type.colour, 0, 0);
        scene_text(document->page[i], (struct scene_point){layout->right, y},
                   text_string(&number), foot_size, false, SCENE_FINISH,
                   type.colour, 0, 0);
        scene_end(document->page[i]);
        text_release(&number);
    }
}

static void
forget_pages(struct lewis_document *document)
{
    for (size_t i = 0; i < document->pages; i++)
        lewis_scene_free(document->page[i]);
    document->pages = 0;
    document->outlines = 0;
}

static bool
try_scale(struct lewis_document *document, const struct lewis_measure *measure,
          double scale)
{
    double margin = document_margin_pt();
    struct layout layout = {
        .document = document,
        .measure = measure,
        .colour = palette_of(document->options.theme),
        .scale = scale,
        .left = margin,
        .right = document_paper_width_pt(document) - margin,
        .top = margin,
        .bottom = document_paper_height_pt(document) - margin - foot_room +
                  10,
    };
    bool done;

    forget_pages(document);
    new_page(&layout);
    for (size_t i = 0; i < document->count && !broken(&layout); i++)
        draw_block(&layout, i);
    if (!broken(&layout)) {
        end_list(&layout);
        draw_feet(&layout);
    }
    done = !broken(&layout);
    for (size_t i = 0; i < document->pages; i++)
        done = done && scene_ok(document->page[i]);
    arena_release(&layout.arena);
    return done;
}

bool
lewis_document_lay_out(struct lewis_document *document,
                       const struct lewis_measure *measure,
                       struct lewis_error *error)
{
    for (int i = 0; i < SCALES; i++) {
        if (!document_ok(document) ||
            !try_scale(document, measure, scales[i]))
            return error_memory(error);
        if (document->pages_wanted == 0 ||
            document->pages <= document->pages_wanted)
            return true;
    }
    return true;
}

size_t
lewis_document_page_count(const struct lewis_document *document)
{
    return document->pages;
}

const struct lewis_scene *
lewis_document_page(const struct lewis_document *document, size_t index)
{
    return document->page[index];
}
