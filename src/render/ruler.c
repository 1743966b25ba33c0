/* ruler.c - how wide a text is, with the fonts of this machine.
 *
 * A chart measures the same words many times while it looks for the largest
 * triangle, so widths are kept. Without hinting a text is as many times wider
 * as its letters are larger: it is set once, whatever sizes are asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/render.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <pango/pango.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/translation.h"
#include "render/ruler.h"
#include "render/script.h"
#include "render/type.h"

enum {
    SLOTS = 8192,  /* a power of two; half of them are used at most */
    SCRIPTS = 64,  /* room for script_count() */
    WORD = 128     /* bytes of a word that is measured at once, with its NUL */
};

struct known {
    const char *text; /* NULL: free */
    bool bold;
    double width; /* in letter sizes */
};

struct lewis_ruler {
    struct type *type;  /* NULL: not yet */
    GThread *preparing; /* has the type to itself; NULL: nobody does */
    struct arena arena; /* texts */
    struct known known[SLOTS];
    size_t count;
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

static gpointer
prepare(gpointer payload)
{
    struct lewis_ruler *ruler = payload;

    ruler->type = type_new();
    return NULL;
}

/* Without a thread it is done when it is needed. */
void
lewis_ruler_prepare(struct lewis_ruler *ruler)
{
    ruler->preparing = g_thread_try_new("fonts", prepare, ruler, NULL);
}

static void
end_preparing(struct lewis_ruler *ruler)
{
    if (ruler->preparing != NULL)
        g_thread_join(ruler->preparing);
    ruler->preparing = NULL;
}

struct type *
ruler_type(struct lewis_ruler *ruler)
{
    end_preparing(ruler);
    if (ruler->type == NULL)
        ruler->type = type_new();
    return ruler->type;
}

void
lewis_ruler_free(struct lewis_ruler *ruler)
{
    if (ruler == NULL)
        return;
    end_preparing(ruler);
    type_free(ruler->type);
    arena_release(&ruler->arena);
    free(ruler);
}

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

/* FNV-1a (Fowler, Noll & Vo), over the text and its weight. */
static size_t
slot_of(const char *text, bool bold)
{
    uint64_t hash = 14695981039346656037u;

    hash = (hash ^ (uint64_t)bold) * 1099511628211u;
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return (size_t)((hash ^ hash >> 32) & (SLOTS - 1));
}

/* Where the text is kept, or would be. */
static struct known *
find(struct lewis_ruler *ruler, const char *text, bool bold)
{
    size_t slot = slot_of(text, bold);

    for (;; slot = (slot + 1) & (SLOTS - 1)) {
        struct known *known = &ruler->known[slot];

        if (known->text == NULL ||
            (known->bold == bold && strcmp(known->text, text) == 0))
            return known;
    }
}

/* What is kept is forgotten when it becomes much: a ruler lives as long as a
 * thousand charts may. */
static void
forget(struct lewis_ruler *ruler)
{
    memset(ruler->known, 0, sizeof ruler->known);
    arena_release(&ruler->arena);
    ruler->count = 0;
}

static void
keep(struct lewis_ruler *ruler, const char *text, bool bold, double width)
{
    const char *copy;

    if (ruler->count >= SLOTS / 2)
        forget(ruler);
    copy = arena_copy(&ruler->arena, text, strlen(text));
    if (copy == NULL)
        return;
    *find(ruler, text, bold) = (struct known){copy, bold, width};
    ruler->count++;
}

static double
set_width(struct lewis_ruler *ruler, const char *text, bool bold)
{
    struct type_line line;
    double width;

    type_set(ruler->type, &line, text, bold, false);
    type_unknown(&line, note_unknown, ruler);
    type_square_unknown(ruler->type, &line);
    width = line.width_pt;
    type_release(&line);
    return width / TYPE_SIZE;
}

static double
word_width(struct lewis_ruler *ruler, const char *word, bool bold)
{
    double width;

    if (type_plain_width_pt(ruler->type, word, bold, &width))
        return width / TYPE_SIZE;
    return set_width(ruler, word, bold);
}

/* Bytes of the space that the text begins with, which may be one that does not
 * break; 0: none. */
static size_t
space_length(const char *text)
{
    if (*text == ' ')
        return 1;
    return strncmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* The next word, in parts when it is a very long one, or a space. */
static size_t
take_word(const char *text, char word[WORD])
{
    size_t size = space_length(text);

    if (size == 0)
        do
            size += type_plain_length(text + size);
        while (text[size] != '\0' && space_length(text + size) == 0 &&
               size < WORD - 4);
    memcpy(word, text, size);
    word[size] = '\0';
    return size;
}

/* A plain text is measured word by word: whoever breaks lines asks for all of
 * its beginnings, which are of the same words, and a space changes nothing in
 * the letters on its sides. */
static double
plain_width(struct lewis_ruler *ruler, const char *text, bool bold)
{
    char word[WORD];
    double width = 0;

    while (*text != '\0') {
        const struct known *known;
        double part;

        text += take_word(text, word);
        known = find(ruler, word, bold);
        part = known->text != NULL ? known->width
                                   : word_width(ruler, word, bold);
        if (known->text == NULL)
            keep(ruler, word, bold, part);
        width += part;
    }
    return width;
}

static double
measure(void *payload, const char *text, double size_pt, bool bold)
{
    struct lewis_ruler *ruler = payload;
    const struct known *known = find(ruler, text, bold);
    double width;

    if (known->text != NULL)
        return known->width * size_pt;
    if (ruler_type(ruler) == NULL)
        return 0;
    width = type_is_plain(text) ? plain_width(ruler, text, bold)
                           : set_width(ruler, text, bold);
    /* a single word is there by now */
    if (find(ruler, text, bold)->text == NULL)
        keep(ruler, text, bold, width);
    return width * size_pt;
}

struct lewis_measure
lewis_ruler_measure(struct lewis_ruler *ruler)
{
    return (struct lewis_measure){.width_pt = measure, .payload = ruler};
}
