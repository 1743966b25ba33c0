/* overlay.c - words to lie over the triangle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/overlay.h>

#include "base/content.h"
#include "base/grammar.h"
#include "base/reader.h"

#define XMLNS "urn:x-lewis:overlay:1"
#define TEXTS(name) {name, 1, GRAMMAR_MANY}

enum { MOST = 24 }; /* words; more would hide the triangle */

struct lewis_overlay {
    struct arena arena; /* owns everything below */
    const char *const *language;
    size_t language_count;
    const struct lewis_text *caption;
    struct lewis_word *word;
    size_t count;
};

static const struct grammar_rule rules[] = {
    {"overlay", NULL, false,
     {{"version", false}, {"languages", false}},
     {{"meta", 1, 1}, TEXTS("caption"), {"word", 1, MOST}}},
    GRAMMAR_META,
    {"word", NULL, false,
     {{"id", false}, {"linear", false}, {"multi", false}, {"reactive", false}},
     {TEXTS("name"), {"text", 0, GRAMMAR_MANY}}},
    GRAMMAR_TEXT("caption"), GRAMMAR_TEXT("name"), GRAMMAR_TEXT("text"),
};

/* linear, multi and reactive: shares, that sum to 1. */
static void
read_place(struct lewis_word *word, struct reader *reader,
           const struct element *element)
{
    double sum = 0;

    for (int s = 0; s < LEWIS_STYLES; s++) {
        if (!reader_number(reader, element,
                           lewis_style_keyword((enum lewis_style)s), 0, 1,
                           &word->share[s]))
            return;
        sum += word->share[s];
    }
    if (!(fabs(sum - 1) < 0.001))
        problems_error(reader->problems, LEWIS_EINVALID,
                       element_line(element),
                       "linear, multi and reactive sum to %g, not 1", sum);
    for (int s = 0; s < LEWIS_STYLES && sum > 0; s++)
        word->share[s] /= sum;
}

static void
check_id(const struct lewis_overlay *overlay, struct reader *reader,
         const struct element *element, const char *id)
{
    for (size_t i = 0; id != NULL && i < overlay->count; i++)
        if (overlay->word[i].id != NULL &&
            strcmp(overlay->word[i].id, id) == 0)
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(element), "a second <word> \"%s\"",
                           id);
}

static void
read_words(struct lewis_overlay *overlay, struct reader *reader,
           const struct element *root)
{
    overlay->word =
        arena_array(reader->arena, grammar_child_count(root, "word"),
                    sizeof *overlay->word);
    for (const struct element *e = grammar_child_first(root, "word");
         e != NULL && overlay->word != NULL; e = grammar_child_next(e)) {
        struct lewis_word *word = &overlay->word[overlay->count];

        word->id = reader_id(reader, e, "id");
        check_id(overlay, reader, e, word->id);
        read_place(word, reader, e);
        word->name = reader_texts(reader, e, "name");
        word->text = reader_texts(reader, e, "text");
        overlay->count++;
    }
}

static void *
make_overlay(const struct element *root, struct problems *problems)
{
    struct lewis_overlay *overlay = calloc(1, sizeof *overlay);
    struct reader reader;

    if (overlay == NULL)
        return NULL;
    if (!reader_begin(&reader, &overlay->arena, problems, rules,
                      sizeof rules / sizeof rules[0], XMLNS, root))
        return overlay;
    overlay->language = reader.language;
    overlay->language_count = reader.language_count;
    overlay->caption = reader_texts(&reader, root, "caption");
    read_words(overlay, &reader, root);
    problems->failed |= arena_failed(&overlay->arena);
    return overlay;
}

static void
free_overlay(void *overlay)
{
    lewis_overlay_free(overlay);
}

static const struct content_kind content = {"overlay", make_overlay,
                                            free_overlay};

struct lewis_overlay *
lewis_overlay_parse(const char *xml, size_t size, const char *name,
                    struct lewis_error *error)
{
    return content_parse(&content, xml, size, name, error);
}

struct lewis_overlay *
lewis_overlay_load(const char *path, struct lewis_error *error)
{
    return content_load(&content, path, error);
}

bool
lewis_overlay_sniff(const char *path)
{
    return content_sniff(&content, path);
}

bool
lewis_overlay_check(const char *path, struct lewis_finding **findings,
                    size_t *count, struct lewis_error *error)
{
    return content_check(&content, path, findings, count, error);
}

void
lewis_overlay_free(struct lewis_overlay *overlay)
{
    if (overlay == NULL)
        return;
    arena_release(&overlay->arena);
    free(overlay);
}

const struct lewis_text *
lewis_overlay_caption(const struct lewis_overlay *overlay)
{
    return overlay->caption;
}

size_t
lewis_overlay_count(const struct lewis_overlay *overlay)
{
    return overlay->count;
}

const struct lewis_word *
lewis_overlay_at(const struct lewis_overlay *overlay, size_t index)
{
    return &overlay->word[index];
}

size_t
lewis_overlay_language_count(const struct lewis_overlay *overlay)
{
    return overlay->language_count;
}

const char *
lewis_overlay_language(const struct lewis_overlay *overlay, size_t index)
{
    return overlay->language[index];
}
