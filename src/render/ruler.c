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

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <pango/pango.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translation.h"
#include "render/face.h"
#include "render/ruler.h"
#include "render/script.h"
#include "render/type.h"

enum {
    SLOTS = 2048,  /* a power of two; half of them are used at most */
    SCRIPTS = 64,  /* room for script_count() */
    WORD = 124,    /* bytes of a word that is measured at once */
    EXPECTED = 64  /* texts that pango is told of before they are measured */
};

struct known {
    const char *text; /* NULL: free */
    size_t size;      /* without its NUL */
    bool bold;
    double width; /* in letter sizes */
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
    GThread *opening;     /* has the type and 'expected' */
    struct expected expected[EXPECTED];
    size_t expecting;
    struct arena arena; /* texts */
    struct known known[SLOTS];
    size_t count;
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

/* Without a thread it is done when it is needed. */
void
lewis_ruler_prepare(struct lewis_ruler *ruler)
{
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
        type_is_plain(text))
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
    join(&ruler->opening);
    for (int bold = 0; bold < 2; bold++)
        face_free(ruler->face[bold]);
    type_free(ruler->type);
    text_release(&ruler->last);
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

/* --- what was measured --- */

/* FNV-1a (Fowler, Noll & Vo), over the text and its weight. */
static size_t
slot_of(const char *text, size_t size, bool bold)
{
    uint64_t hash = 14695981039346656037u;

    hash = (hash ^ (uint64_t)bold) * 1099511628211u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
    return (size_t)((hash ^ hash >> 32) & (SLOTS - 1));
}

/* Where the text is kept, or would be. */
static struct known *
find(struct lewis_ruler *ruler, const char *text, size_t size, bool bold)
{
    size_t slot = slot_of(text, size, bold);

    for (;; slot = (slot + 1) & (SLOTS - 1)) {
        struct known *known = &ruler->known[slot];

        if (known->text == NULL ||
            (known->bold == bold && known->size == size &&
             memcmp(known->text, text, size) == 0))
            return known;
    }
}

/* What is kept is forgotten when it becomes much: a ruler lives as long as a
 * thousand charts may. Who is expected has been set by then. */
static void
forget(struct lewis_ruler *ruler)
{
    ruler_type(ruler);
    memset(ruler->known, 0, sizeof ruler->known);
    arena_release(&ruler->arena);
    ruler->count = 0;
}

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

/* What is kept of the text; else it is measured by 'width_of', and kept. */
static double
known_width(struct lewis_ruler *ruler, const char *text, size_t size, bool bold,
            double (*width_of)(struct lewis_ruler *, const char *, bool))
{
    const struct known *known = find(ruler, text, size, bold);
    const char *copy;
    double width;

    if (known->text != NULL)
        return known->width;
    if (ruler->count >= SLOTS / 2)
        forget(ruler);
    copy = arena_copy(&ruler->arena, text, size);
    if (copy == NULL)
        return 0;
    width = width_of(ruler, copy, bold);
    *find(ruler, text, size, bold) = (struct known){copy, size, bold, width};
    ruler->count++;
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

        width += known_width(ruler, at, size, bold, word_width);
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

    if (!type_is_plain(text + size))
        return size_pt *
               known_width(ruler, text, strlen(text), bold, set_width);
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
