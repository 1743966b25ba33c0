/* document_html.c - a document as one page of HTML: real headings, lists and
 * tables, the picture inside as SVG, nothing to be loaded, nothing that runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "chart/palette.h"
#include "render/document.h"
#include "report/document.h"

static const char style_sheet[] =
    "body{margin:0 auto;padding:1.5rem;max-width:46rem;background:#fff;"
    "color:#1a1a1a;font:1rem/1.5 \"DejaVu Sans\",Verdana,Arial,sans-serif}"
    "h1{font-size:1.8rem;line-height:1.25;margin:0 0 .3rem;"
    "overflow-wrap:anywhere}"
    "h2{font-size:1.2rem;margin:1.8rem 0 .4rem}h3{font-size:1rem;"
    "margin:1rem 0 .2rem}p{margin:.4rem 0}ul{margin:.3rem 0;"
    "padding-left:1.3rem}.lead{font-size:1.1rem;font-weight:bold}"
    ".quiet,figcaption{color:#595959;font-size:.85rem}"
    ".notice{border:1px solid #bbb;background:#f6f6f6;padding:.6rem .8rem}"
    "figure{margin:1rem 0}figure svg{width:100%;height:auto;"
    "font-variant-ligatures:none}"
    "table{border-collapse:collapse;width:100%;font-size:.9rem}"
    "th,td{text-align:left;vertical-align:top;padding:.2rem .5rem .2rem 0}"
    ".rows th,.rows td{border-bottom:1px solid #ccc}"
    ".bars th{white-space:nowrap;width:1%}.bars td:last-child{"
    "white-space:nowrap;width:1%;padding-left:.5rem}"
    ".bar{display:block;width:100%;height:.8rem;background:#e8e8e8}"
    "@media(max-width:30rem){.rows thead{display:none}"
    ".rows tr{display:block;padding:.4rem 0;border-bottom:1px solid #ccc}"
    ".rows td{display:block;padding:0;border:0}"
    ".rows td:first-child{font-weight:bold}"
    ".rows td[data-label]::before{content:attr(data-label)}}"
    "hr{border:0;border-top:1px solid #ccc;margin:2rem 0}"
    "@media print{body{max-width:none;padding:0}h2,h3{break-after:avoid}"
    "figure,tr,.notice{break-inside:avoid}hr{break-after:page;border:0}}";

static void
element(struct text *text, const char *open, const char *words,
        const char *close)
{
    text_add(text, open);
    text_add_xml(text, words);
    text_add(text, close);
}

/* The words beside it say what it shows. */
static const char bar_open[] =
    "</th><td><svg class=\"bar\" aria-hidden=\"true\">";

static void
percent(struct text *text, const char *attribute, double part)
{
    char number[SCENE_NUMBER];

    text_print(text, " %s=\"%s%%\"", attribute,
               scene_number(100 * part, number));
}

/* Everything is an attribute: where a page may have no style of its own
 * elements, bars stay bars. */
static void
add_share(struct text *text, const struct palette *colour,
          const struct bar *bar)
{
    text_add(text, "<rect height=\"100%\"");
    percent(text, "x", 0);
    percent(text, "width", bar->share);
    text_print(text, " fill=\"#%06X\" fill-opacity=\".6\"/>",
               (unsigned)colour->corner[bar->style]);
}

static void
add_stroke(struct text *text, double from, double to, const char *top,
           const char *bottom)
{
    text_add(text, "<line stroke=\"currentColor\" stroke-width=\"2\"");
    percent(text, "x1", from);
    percent(text, "x2", to);
    text_print(text, " y1=\"%s\" y2=\"%s\"/>", top, bottom);
}

static void
add_range(struct text *text, double low, double high)
{
    add_stroke(text, low, low, "25%", "75%");
    add_stroke(text, low, high, "50%", "50%");
    add_stroke(text, high, high, "25%", "75%");
}

static void
add_bars(const struct block *block, const struct palette *colour,
         struct text *text)
{
    text_add(text, "<table class=\"bars\">\n");
    for (size_t i = 0; i < block->count; i++) {
        const struct bar *bar = &block->bar[i];

        element(text, "<tr><th scope=\"row\">", bar->label,
                bar_open);
        add_share(text, colour, bar);
        if (!isnan(bar->low))
            add_range(text, bar->low, bar->high);
        element(text, "</svg></td><td>", bar->words, "</td></tr>\n");
    }
    text_add(text, "</table>\n");
}

/* Does the head of a column ask something? Then no colon follows. */
static bool
is_question(const char *head)
{
    size_t size = strlen(head);

    return size > 0 && head[size - 1] == '?';
}

/* A cell knows its column's head, for screens too narrow for columns. */
static void
add_cell(const struct block *block, size_t row, size_t column,
         struct text *text)
{
    const char *words = block->cell[row * block->columns + column];

    if (row == 0) {
        element(text, "<th scope=\"col\">", words, "</th>");
    } else if (column == 0) {
        element(text, "<td>", words, "</td>");
    } else {
        element(text, "<td data-label=\"", block->cell[column],
                is_question(block->cell[column]) ? " \">" : ": \">");
        element(text, "", words, "</td>");
    }
}

static void
add_table(const struct block *block, struct text *text)
{
    text_add(text, "<table class=\"rows\">\n");
    for (size_t row = 0; row < block->count; row++) {
        text_add(text, row == 0 ? "<thead><tr>" : "<tr>");
        for (size_t i = 0; i < block->columns; i++)
            add_cell(block, row, i, text);
        text_add(text, row == 0 ? "</tr></thead>\n<tbody>\n" : "</tr>\n");
    }
    text_add(text, "</tbody></table>\n");
}

static void
add_words(const struct block *block, const char *open, const char *close,
          struct text *text)
{
    text_add(text, open);
    if (block->label != NULL)
        element(text, "<strong>", block->label, "</strong> ");
    text_add_xml(text, block->text);
    text_add(text, close);
}

static void
add_paragraph(const struct block *block, struct text *text)
{
    static const char *const open[] = {
        [TONE_PLAIN] = "<p>",
        [TONE_LEAD] = "<p class=\"lead\">",
        [TONE_QUIET] = "<p class=\"quiet\">",
        [TONE_NOTICE] = "<p class=\"notice\">",
    };

    add_words(block, open[block->tone], "</p>\n", text);
}

static void
add_figure(const struct block *block, struct text *text)
{
    text_add(text, "<figure>\n");
    svg_add(block->scene, text);
    if (block->text != NULL)
        element(text, "<figcaption>", block->text, "</figcaption>\n");
    text_add(text, "</figure>\n");
}

static void
add_block(const struct block *block, const struct palette *colour,
          struct text *text)
{
    switch (block->kind) {
    case BLOCK_TITLE:
        element(text, "<h1>", block->text, "</h1>\n");
        break;
    case BLOCK_HEADING:
        element(text, "<h2>", block->text, "</h2>\n");
        break;
    case BLOCK_SUBHEADING:
        element(text, "<h3>", block->text, "</h3>\n");
        break;
    case BLOCK_TEXT:
        add_paragraph(block, text);
        break;
    case BLOCK_ITEM:
        add_words(block, "<li>", "</li>\n", text);
        break;
    case BLOCK_BARS:
        add_bars(block, colour, text);
        break;
    case BLOCK_TABLE:
        add_table(block, text);
        break;
    case BLOCK_FIGURE:
        add_figure(block, text);
        break;
    case BLOCK_PAGE:
        text_add(text, "<hr>\n");
        break;
    }
}

static void
add_head(const struct lewis_document *document, struct text *text)
{
    element(text, "<!DOCTYPE html>\n<html lang=\"", document->lang,
            "\">\n<head>\n<meta charset=\"utf-8\">\n");
    text_add(text, "<meta name=\"viewport\" content=\"width=device-width, "
                   "initial-scale=1\">\n");
    element(text, "<meta name=\"description\" content=\"", document->subject,
            "\">\n");
    element(text, "<title>", document->title, "</title>\n");
    text_add(text, "<style>");
    text_add(text, style_sheet);
    text_add(text, "</style>\n</head>\n<body>\n<main>\n");
}

static void
add_blocks(const struct lewis_document *document, bool title,
           struct text *text)
{
    const struct palette *colour = palette_of(document->options.theme);
    bool in_list = false;

    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->block[i];
        bool item = block->kind == BLOCK_ITEM;

        if (block->kind == BLOCK_TITLE && !title)
            continue;
        if (item != in_list)
            text_add(text, item ? "<ul>\n" : "</ul>\n");
        in_list = item;
        add_block(block, colour, text);
    }
    text_add(text, in_list ? "</ul>\n" : "");
}

void
document_html_body(const struct lewis_document *document, struct text *text)
{
    add_blocks(document, false, text);
}

void
document_html(const struct lewis_document *document, struct text *text)
{
    add_head(document, text);
    add_blocks(document, true, text);
    text_add(text, "</main>\n</body>\n</html>\n");
}
