/* ruler.c - how wide a text is, with the fonts of this machine.
 *
 * A chart measures the same words many times while it looks for the largest
 * triangle, so widths are kept. Without hinting a text is as many times wider
 * as its letters are larger: it is set once, whatever sizes are asked for.
 *
 * Plain words are measured with faces, all else is set by pango, which takes as
 * long to open its fonts as the chart to be laid out. So a thread finds the
 * faces, and when they are first asked for, another one has pango open its fonts,
 * and those of the texts that are expected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/render.h>

#include <stdlib.h>
#include <string.h>

#include <pango/pango.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translation.h"
#include "render/face.h"
#include "render/plain.h"
#include "render/ruler.h"
#include "render/script.h"
#include "render/type.h"
#include "render/widths.h"

enum {
    SCRIPTS = 64,  /* room for script_count() */
    WORD = 124,    /* bytes of a word that is measured at once, and a character */
    WORD_ROOM = WORD + 4,
    EXPECTED = 64  /* texts that pango is told of before they are measured */
};

/* A text that will be measured, and has to be set for it. */
struct expected {
    char *text;
    bool bold;
};

struct lewis_ruler {
    struct face *face[2]; /* plain and bold; NULL: plain words are set */
    bool found;           /* the faces were looked for */
    GThread *finding;     /* has the faces to itself; NULL: nobody does */
    struct type *type;    /* NULL: not yet */
    GThread *loading;     /* pango */
    GThread *opening;     /* has the type and 'expected' */
    struct expected expected[EXPECTED];
    size_t expecting;
    struct arena arena; /* of them */
    struct widths widths;
    struct text last; /* the plain text that was measured last */
    bool last_bold;
    double last_width;
    size_t unknown; /* characters without a glyph */
    size_t unknown_of[SCRIPTS];
};

struct lewis_ruler *
lewis_ruler_new(struct lewis_error *error)
{
    struct lewis_ruler *ruler = calloc(1, sizeof *ruler);

    if (ruler == NULL)
        error_memory(error);
    return ruler;
}

/* --- fonts --- */

static gpointer
find_faces(gpointer payload)
{
    struct lewis_ruler *ruler = payload;

    for (int bold = 0; bold < 2; bold++)
        ruler->face[bold] = face_new(bold);
    return NULL;
}

static gpointer
open_type(gpointer payload)
{
    struct lewis_ruler *ruler = payload;

    ruler->type = type_new();
    for (size_t i = 0; ruler->type != NULL && i < ruler->expecting; i++) {
        struct type_line line;

        type_set(ruler->type, &line, ruler->expected[i].text,
                 ruler->expected[i].bold, false);
        type_release(&line);
    }
    return NULL;
}

static void
join(GThread **thread)
{
    if (*thread != NULL)
        g_thread_join(*thread);
    *thread = NULL;
}

static gpointer
load_pango(gpointer payload)
{
    struct pango pango;

    (void)payload;
    pango_load(&pango, NULL); /* who needs it will be told */
    return NULL;
}

/* Without a thread it is done when it is needed. */
void
lewis_ruler_prepare(struct lewis_ruler *ruler)
{
    ruler->loading = g_thread_try_new("pango", load_pango, NULL, NULL);
    ruler->finding = g_thread_try_new("faces", find_faces, ruler, NULL);
    ruler->found = ruler->finding != NULL;
}

static void
need_faces(struct lewis_ruler *ruler)
{
    if (ruler->finding != NULL) {
        join(&ruler->finding);
        ruler->opening = g_thread_try_new("fonts", open_type, ruler, NULL);
    }
    if (!ruler->found)
        find_faces(ruler);
    ruler->found = true;
}

struct type *
ruler_type(struct lewis_ruler *ruler)
{
    join(&ruler->finding);
    join(&ruler->opening);
    if (ruler->type == NULL)
        ruler->type = type_new();
    return ruler->type;
}

static void
expect(void *payload, const char *text, bool bold)
{
    struct lewis_ruler *ruler = payload;
    char *copy;

    if (ruler->finding == NULL || ruler->expecting == EXPECTED ||
        plain_text(text))
        return;
    copy = arena_copy(&ruler->arena, text, strlen(text));
    if (copy != NULL)
        ruler->expected[ruler->expecting++] = (struct expected){copy, bold};
}

void
lewis_ruler_free(struct lewis_ruler *ruler)
{
    if (ruler == NULL)
        return;
    join(&ruler->finding);
    join(&ruler->loading);
    join(&ruler->opening);
    for (int bold = 0; bold < 2; bold++)
        face_free(ruler->face[bold]);
    type_free(ruler->type);
    text_release(&ruler->last);
    widths_release(&ruler->widths);
    arena_release(&ruler->arena);
    free(ruler);
}

/* --- characters that no font has --- */

size_t
lewis_ruler_unknown(const struct lewis_ruler *ruler)
{
    return ruler->unknown;
}

bool
lewis_ruler_missing(const struct lewis_ruler *ruler, size_t index,
                    struct lewis_missing *missing)
{
    for (size_t i = 0; i < script_count(); i++)
        if (ruler->unknown_of[i] > 0 && index-- == 0) {
            const struct script *script = script_at(i);

            *missing = (struct lewis_missing){_(script->letters), script->font,
                                              script->package,
                                              ruler->unknown_of[i]};
            return true;
        }
    return false;
}

static void
note_unknown(void *payload, gunichar character)
{
    struct lewis_ruler *ruler = payload;

    ruler->unknown++;
    ruler->unknown_of[script_of(character)]++;
}

/* --- measuring --- */

static double
set_width(struct lewis_ruler *ruler, const char *text, bool bold)
{
    struct type *type = ruler_type(ruler);
    struct type_line line;
    double width;

    if (type == NULL)
        return 0;
    type_set(type, &line, text, bold, false);
    type_unknown(&line, note_unknown, ruler);
    type_square_unknown(type, &line);
    width = line.width_pt;
    type_release(&line);
    return width / TYPE_SIZE;
}

static double
word_width(struct lewis_ruler *ruler, const char *word, bool bold)
{
    double width;

    need_faces(ruler);
    if (ruler->face[bold] != NULL &&
        face_width_pt(ruler->face[bold], word, &width))
        return width / TYPE_SIZE;
    return set_width(ruler, word, bold);
}

static double
known_word_width(struct lewis_ruler *ruler, const char *text, size_t size,
                 bool bold)
{
    char word[WORD_ROOM];
    double width;

    if (widths_find(&ruler->widths, text, size, bold, &width))
        return width;
    memcpy(word, text, size);
    word[size] = '\0';
    width = word_width(ruler, word, bold);
    widths_keep(&ruler->widths, text, size, bold, width);
    return width;
}

static double
known_set_width(struct lewis_ruler *ruler, const char *text, bool bold)
{
    size_t size = strlen(text);
    double width;

    if (widths_find(&ruler->widths, text, size, bold, &width))
        return width;
    width = set_width(ruler, text, bold);
    widths_keep(&ruler->widths, text, size, bold, width);
    return width;
}

/* Bytes of the space that the text begins with, which may be one that does not
 * break; 0: none. */
static size_t
space_length(const char *text)
{
    if (*text == ' ')
        return 1;
    return text[0] == '\xC2' && text[1] == '\xA0' ? 2 : 0;
}

static bool
is_inside(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Bytes of the next word, in parts when it is a very long one, or of a space. */
static size_t
word_size(const char *text)
{
    size_t size = space_length(text);

    if (size == 0)
        do
            size++;
        while (text[size] != '\0' && space_length(text + size) == 0 &&
               (size < WORD || is_inside(text[size])));
    return size;
}

/* Bytes of the beginning that was measured last, up to the end of a word; 0: it
 * begins otherwise. */
static size_t
begun(const struct lewis_ruler *ruler, const char *text, bool bold)
{
    const char *last = text_string(&ruler->last);
    size_t size = ruler->last.size;

    return bold == ruler->last_bold && strncmp(text, last, size) == 0 &&
                   (text[size] == '\0' || space_length(text + size) > 0)
               ? size
               : 0;
}

/* A plain text is measured word by word: whoever breaks lines asks for all of
 * its beginnings, which are of the same words, and a space changes nothing in
 * the letters on its sides. From the text to 'at' that has been done. */
static double
plain_width(struct lewis_ruler *ruler, const char *at, bool bold)
{
    double width = ruler->last.size > 0 ? ruler->last_width : 0;

    text_add(&ruler->last, at);
    while (*at != '\0') {
        size_t size = word_size(at);

        width += known_word_width(ruler, at, size, bold);
        at += size;
    }
    ruler->last_bold = bold;
    ruler->last_width = width;
    if (!text_ok(&ruler->last))
        text_release(&ruler->last);
    return width;
}

static double
measure(void *payload, const char *text, double size_pt, bool bold)
{
    struct lewis_ruler *ruler = payload;
    size_t size = begun(ruler, text, bold);

    if (!plain_text(text + size))
        return size_pt * known_set_width(ruler, text, bold);
    if (size == 0)
        text_clear(&ruler->last);
    return size_pt * plain_width(ruler, text + size, bold);
}

struct lewis_measure
lewis_ruler_measure(struct lewis_ruler *ruler)
{
    return (struct lewis_measure){
        .width_pt = measure, .expect = expect, .payload = ruler};
}
