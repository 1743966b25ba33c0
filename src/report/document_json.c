/* document_json.c - a document for those who build their own: the same
 * sentences and numbers, block by block.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "report/document.h"

static const char *const kinds[] = {
    [BLOCK_TITLE] = "title",     [BLOCK_HEADING] = "heading",
    [BLOCK_SUBHEADING] = "subheading", [BLOCK_TEXT] = "paragraph",
    [BLOCK_ITEM] = "item",       [BLOCK_BARS] = "bars",
    [BLOCK_TABLE] = "table",     [BLOCK_FIGURE] = "figure",
    [BLOCK_PAGE] = "page",
};

static const char *const tones[] = {
    [TONE_PLAIN] = "plain",
    [TONE_LEAD] = "lead",
    [TONE_QUIET] = "quiet",
    [TONE_NOTICE] = "notice",
};

static void
add(struct text *text, const char *key, const char *value)
{
    if (value == NULL)
        return;
    text_print(text, ", \"%s\": ", key);
    text_add_json(text, value, strlen(value));
}

/* A share, or null when it is not known. */
static void
add_number(struct text *text, const char *key, double value)
{
    if (isnan(value))
        text_print(text, ", \"%s\": null", key);
    else
        text_print(text, ", \"%s\": %.6f", key, value);
}

static void
add_bars(const struct block *block, struct text *text)
{
    text_add(text, ", \"bars\": [");
    for (size_t i = 0; i < block->count; i++) {
        const struct bar *bar = &block->bar[i];

        text_print(text, "%s{\"style\": \"%s\"", i == 0 ? "" : ", ",
                   lewis_style_keyword(bar->style));
        add(text, "label", bar->label);
        add_number(text, "share", bar->share);
        add_number(text, "low", bar->low);
        add_number(text, "high", bar->high);
        text_add(text, "}");
    }
    text_add(text, "]");
}

static void
add_row(const struct block *block, size_t row, struct text *text)
{
    text_add(text, "[");
    for (size_t i = 0; i < block->columns; i++) {
        const char *cell = block->cell[row * block->columns + i];

        text_add(text, i == 0 ? "" : ", ");
        text_add_json(text, cell, strlen(cell));
    }
    text_add(text, "]");
}

static void
add_table(const struct block *block, struct text *text)
{
    text_add(text, ", \"head\": ");
    add_row(block, 0, text);
    text_add(text, ", \"rows\": [");
    for (size_t i = 1; i < block->count; i++) {
        text_add(text, i == 1 ? "" : ", ");
        add_row(block, i, text);
    }
    text_add(text, "]");
}

static void
add_block(const struct block *block, struct text *text)
{
    text_print(text, "{\"kind\": \"%s\"", kinds[block->kind]);
    if (block->kind == BLOCK_TEXT)
        add(text, "tone", tones[block->tone]);
    add(text, "label", block->label);
    add(text, block->kind == BLOCK_FIGURE ? "caption" : "text", block->text);
    if (block->kind == BLOCK_BARS)
        add_bars(block, text);
    if (block->kind == BLOCK_TABLE)
        add_table(block, text);
    if (block->kind == BLOCK_FIGURE)
        add(text, "description", scene_description(block->scene));
    text_add(text, "}");
}

void
document_add_json(const struct lewis_document *document, struct text *text)
{
    text_add(text, "{\"lewis\": \"report\"");
    add(text, "title", document->title);
    add(text, "subject", document->subject);
    add(text, "language", document->lang);
    add(text, "date", document->options.date);
    text_add(text, ",\n \"blocks\": [");
    for (size_t i = 0; i < document->count; i++) {
        text_add(text, i == 0 ? "\n  " : ",\n  ");
        add_block(&document->block[i], text);
    }
    text_add(text, "\n ]}\n");
}
