/* document.h - what a report says, as a list of blocks: the one source of its
 * pages, its HTML and its JSON.
 *
 * Building is sticky: once memory has run out every call is ignored and
 * document_ok() says so. Texts are copied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/document.h>

#include "base/arena.h"
#include "base/text.h"
#include "chart/scene.h"

enum block_kind {
    BLOCK_TITLE,      /* one a document */
    BLOCK_HEADING,
    BLOCK_SUBHEADING,
    BLOCK_TEXT,
    BLOCK_ITEM,       /* of a list: those that follow each other */
    BLOCK_BARS,
    BLOCK_TABLE,
    BLOCK_FIGURE,
    BLOCK_PAGE        /* what follows begins a page; text: its name */
};

enum tone {
    TONE_PLAIN,
    TONE_LEAD,  /* the one sentence to take away */
    TONE_QUIET, /* remarks */
    TONE_NOTICE /* a warning, in a box */
};

/* A share, with its range when that is known (NaN: it is not). */
struct bar {
    const char *label, *words; /* words: the numbers, as they are read */
    enum lewis_style style;
    double share, low, high;
};

struct block {
    enum block_kind kind;
    enum tone tone;
    const char *label; /* in bold before the text; or NULL */
    const char *text;
    struct bar *bar;   /* 'count' of them */
    size_t count, room;
    const char **cell; /* count x columns; the first row is the head */
    size_t columns;
    struct lewis_scene *scene; /* text: its caption, or NULL */
};

/* A line of the outline. */
struct outline {
    const char *text;
    size_t page; /* 0: the first */
    double y;
    int level;   /* 1, or 2 */
};

struct lewis_document {
    struct arena arena;
    struct lewis_document_options options;
    const char *title, *subject, *lang, *foot;
    size_t pages_wanted; /* smaller letters are tried to keep to it; 0: any */
    struct block *block;
    size_t count, room;
    bool failed;
    /* laid out */
    struct lewis_scene **page;
    size_t pages, page_room;
    struct outline *outline;
    size_t outlines, outline_room;
};

/* The margin round a page, and the width between margins. */
double document_margin_pt(void);
double document_width_pt(const struct lewis_document_options *options);

double document_paper_width_pt(const struct lewis_document *document);
double document_paper_height_pt(const struct lewis_document *document);

/* 'title' names the document (metadata; a BLOCK_TITLE is added as well),
 * 'subject' says in a sentence what it is. NULL when out of memory. */
struct lewis_document *
document_new(const struct lewis_document_options *options, const char *title,
             const char *subject);
bool document_ok(const struct lewis_document *document);
const char *document_keep(struct lewis_document *document, const char *text);

void document_heading(struct lewis_document *document, const char *text);
void document_subheading(struct lewis_document *document, const char *text);
void document_text(struct lewis_document *document, enum tone tone,
                   const char *text);
void document_labelled(struct lewis_document *document, const char *label,
                       const char *text);
void document_item(struct lewis_document *document, const char *label,
                   const char *text);

/* Adds to the bars that are the last block, or begins new ones. */
void document_bar(struct lewis_document *document, enum lewis_style style,
                  const char *label, double share, double low, double high);

/* Begins a table by its head; then adds rows of as many cells. */
void document_table(struct lewis_document *document, size_t columns,
                    const char *const head[]);
void document_row(struct lewis_document *document, const char *const cell[]);

/* Takes the scene, NULL when there was no memory for it. */
void document_figure(struct lewis_document *document,
                     struct lewis_scene *scene, const char *caption);
void document_page(struct lewis_document *document, const char *name);

/* "36 % (14-67 %)", or "36 %". */
void document_add_share(struct text *text, double share, double low,
                        double high);

/* The whole as JSON. */
void document_add_json(const struct lewis_document *document,
                       struct text *text);

#endif
