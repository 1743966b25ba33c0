/* document.c - what a report says, as a list of blocks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/document.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chart/scene.h"
#include "chart/typeset.h"
#include "report/phrases.h"

enum { LONGEST = 2048 /* bytes of a sentence that is put together */ };

static const struct {
    double width_pt, height_pt;
} papers[] = {
    [LEWIS_PAPER_A4] = {595.28, 841.89},
    [LEWIS_PAPER_LETTER] = {612, 792},
};

double
document_margin_pt(void)
{
    return 48;
}

double
document_width_pt(const struct lewis_document_options *options)
{
    return papers[options->paper].width_pt - 2 * document_margin_pt();
}

double
document_paper_width_pt(const struct lewis_document *document)
{
    return papers[document->options.paper].width_pt;
}

double
document_paper_height_pt(const struct lewis_document *document)
{
    return papers[document->options.paper].height_pt;
}

const char *
document_keep(struct lewis_document *document, const char *text)
{
    /* names come from files: no control characters, no broken UTF-8 */
    const char *copy = typeset_clean(&document->arena, text, strlen(text));

    return copy == NULL ? "" : copy;
}

/* As document_keep(), but spaces that do not break are left as they are. */
static const char *
keep_cell(struct lewis_document *document, const char *text)
{
    static const char no_break[] = "\xC2\xA0";
    struct text out = {0};
    const char *end, *copy;

    text_add(&out, "");
    for (; (end = strstr(text, no_break)) != NULL; text = end + 2) {
        copy = typeset_clean(&document->arena, text, (size_t)(end - text));
        text_add(&out, copy == NULL ? "" : copy);
        text_add(&out, no_break);
    }
    text_add(&out, document_keep(document, text));
    copy = typeset_keep(&document->arena, &out);
    return copy == NULL ? "" : copy;
}

bool
document_ok(const struct lewis_document *document)
{
    return !document->failed && !arena_failed(&document->arena);
}

/* A new block; NULL once memory has run out. */
static struct block *
push(struct lewis_document *document, enum block_kind kind, const char *text)
{
    struct block *block;

    if (!document_ok(document))
        return NULL;
    if (document->count == document->room) {
        size_t room = document->room == 0 ? 64 : 2 * document->room;

        block = realloc(document->block, room * sizeof *block);
        if (block == NULL) {
            document->failed = true;
            return NULL;
        }
        document->block = block;
        document->room = room;
    }
    block = &document->block[document->count++];
    *block = (struct block){.kind = kind};
    if (text != NULL)
        block->text = document_keep(document, text);
    return block;
}

struct lewis_document *
document_new(const struct lewis_document_options *options, const char *title,
             const char *subject)
{
    struct lewis_document *document = calloc(1, sizeof *document);

    if (document == NULL)
        return NULL;
    document->options = *options;
    document->lang = phrase_language(options->lang);
    document->title = document_keep(document, title);
    document->subject = document_keep(document, subject);
    document->foot = document->title;
    push(document, BLOCK_TITLE, title);
    return document;
}

void
lewis_document_free(struct lewis_document *document)
{
    if (document == NULL)
        return;
    for (size_t i = 0; i < document->count; i++) {
        struct block *block = &document->block[i];

        lewis_scene_free(block->scene);
        free(block->bar);
        free(block->cell);
    }
    for (size_t i = 0; i < document->pages; i++)
        lewis_scene_free(document->page[i]);
    free(document->page);
    free(document->outline);
    free(document->block);
    arena_release(&document->arena);
    free(document);
}

const char *
lewis_document_title(const struct lewis_document *document)
{
    return document->title;
}

void
document_heading(struct lewis_document *document, const char *text)
{
    push(document, BLOCK_HEADING, text);
}

void
document_subheading(struct lewis_document *document, const char *text)
{
    push(document, BLOCK_SUBHEADING, text);
}

void
document_text(struct lewis_document *document, enum tone tone, const char *text)
{
    struct block *block = push(document, BLOCK_TEXT, text);

    if (block != NULL)
        block->tone = tone;
}

void
document_labelled(struct lewis_document *document, const char *label,
                  const char *text)
{
    struct block *block = push(document, BLOCK_TEXT, text);

    if (block != NULL)
        block->label = document_keep(document, label);
}

void
document_item(struct lewis_document *document, const char *label,
              const char *text)
{
    struct block *block = push(document, BLOCK_ITEM, text);

    if (block != NULL && label != NULL)
        block->label = document_keep(document, label);
}

/* The last block when it is of that kind, else a new one. */
static struct block *
same(struct lewis_document *document, enum block_kind kind)
{
    if (document->count > 0 &&
        document->block[document->count - 1].kind == kind)
        return document_ok(document) ? &document->block[document->count - 1]
                                     : NULL;
    return push(document, kind, NULL);
}

/* Room for one more of 'size' bytes. */
static void *
grow(struct lewis_document *document, struct block *block, void *array,
     size_t size)
{
    size_t room = block->room == 0 ? 8 : 2 * block->room;
    void *larger;

    if (block->count < block->room)
        return array;
    larger = room > SIZE_MAX / size ? NULL : realloc(array, room * size);
    if (larger == NULL) {
        document->failed = true;
        return NULL;
    }
    block->room = room;
    return larger;
}

void
document_add_share(struct text *text, double share, double low, double high)
{
    text_print(text, "%.0f\xC2\xA0%%", 100 * fmax(share, 0));
    if (!isnan(low) && !isnan(high))
        text_print(text, "\xC2\xA0(%.0f\xE2\x80\x93%.0f\xC2\xA0%%)",
                   100 * fmax(low, 0), 100 * high);
}

void
document_bar(struct lewis_document *document, enum lewis_style style,
             const char *label, double share, double low, double high)
{
    struct block *block = same(document, BLOCK_BARS);
    struct text words = {0};
    struct bar *bar =
        block == NULL ? NULL : grow(document, block, block->bar, sizeof *bar);

    if (bar == NULL)
        return;
    document_add_share(&words, share, low, high);
    block->bar = bar;
    bar[block->count++] =
        (struct bar){.label = document_keep(document, label),
                     .words = document_keep(document, text_string(&words)),
                     .style = style,
                     .share = fmin(fmax(share, 0), 1),
                     .low = low,
                     .high = high};
    text_release(&words);
}

static void
add_row(struct lewis_document *document, struct block *block,
        const char *const cell[])
{
    const char **row =
        grow(document, block, block->cell, block->columns * sizeof *row);

    if (row == NULL)
        return;
    block->cell = row;
    for (size_t i = 0; i < block->columns; i++)
        row[block->count * block->columns + i] =
            keep_cell(document, cell[i]);
    block->count++;
}

void
document_table(struct lewis_document *document, size_t columns,
               const char *const head[])
{
    struct block *block = push(document, BLOCK_TABLE, NULL);

    if (block == NULL)
        return;
    block->columns = columns;
    add_row(document, block, head);
}

void
document_row(struct lewis_document *document, const char *const cell[])
{
    if (document_ok(document))
        add_row(document, &document->block[document->count - 1], cell);
}

void
document_figure(struct lewis_document *document, struct lewis_scene *scene,
                const char *caption)
{
    struct block *block = push(document, BLOCK_FIGURE, caption);

    if (scene == NULL || !scene_ok(scene))
        document->failed = true;
    if (block == NULL)
        lewis_scene_free(scene);
    else
        block->scene = scene;
}

void
document_page(struct lewis_document *document, const char *name)
{
    push(document, BLOCK_PAGE, name);
}
