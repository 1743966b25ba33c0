/* type.c - how text is set with pango.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/type.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "render/plain.h"

struct type {
    struct pango pango;
    PangoContext *context;
    PangoFontDescription *description[2]; /* plain and bold */
    PangoFont *font[2];                   /* NULL: there is none */
    double space_pt[2];
    PangoAttrList *attributes;
};

static void
plain_outlines(const struct pango *pango, PangoContext *context)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango->context_set_font_options(context, options);
    pango->context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_destroy(options);
}

static PangoContext *
context_new(const struct pango *pango)
{
    PangoFontMap *map = pango->font_map_new();
    PangoContext *context;

    if (map == NULL)
        return NULL;
    context = pango->font_map_create_context(map);
    plain_outlines(pango, context);
    pango->context_set_language(context,
                                pango->language_from_string(TYPE_LANGUAGE));
    pango->unref(map);
    return context;
}

/* Without ligatures: a search for "confidence" does not find one with the
 * single character U+FB01 in a PDF. */
static PangoAttribute *
no_ligatures(const struct pango *pango)
{
    return pango->attr_font_features_new("liga=0");
}

static PangoFontDescription *
description_new(const struct pango *pango, bool bold)
{
    PangoFontDescription *font = pango->font_description_new();

    pango->font_description_set_family_static(font, TYPE_FAMILY);
    pango->font_description_set_absolute_size(font, TYPE_SIZE * PANGO_SCALE);
    if (bold)
        pango->font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    return font;
}

/* Of a text that is all in one font, and runs from left to right. */
static PangoAnalysis
plain_analysis(const struct pango *pango, PangoFont *font, const char *text)
{
    return (PangoAnalysis){.font = font,
                           .script = plain_letters(text) ? PANGO_SCRIPT_LATIN
                                                         : PANGO_SCRIPT_COMMON,
                           .language =
                               pango->language_from_string(TYPE_LANGUAGE)};
}

static bool
all_known(const PangoGlyphString *glyphs)
{
    for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            return false;
    return true;
}

/* False when the font lacks a letter. */
static bool
shape_plain(const struct pango *pango, PangoFont *font, const char *text,
            PangoGlyphString *glyphs)
{
    PangoAnalysis analysis = plain_analysis(pango, font, text);
    PangoAttribute *features = no_ligatures(pango);

    features->end_index = G_MAXUINT;
    analysis.extra_attrs = g_slist_prepend(NULL, features);
    pango->shape_full(text, -1, NULL, 0, &analysis, glyphs);
    g_slist_free(analysis.extra_attrs);
    pango->attribute_destroy(features);
    return all_known(glyphs);
}

static PangoGlyphItem *
glyph_item_new(PangoItem *item, PangoGlyphString *glyphs)
{
    PangoGlyphItem *run = g_slice_new0(PangoGlyphItem);

    run->item = item;
    run->glyphs = glyphs;
    return run;
}

/* The text as one run; NULL when the font lacks a letter. */
static PangoGlyphItem *
plain_run(const struct pango *pango, PangoFont *font, const char *text)
{
    PangoGlyphString *glyphs = pango->glyph_string_new();
    PangoItem *item;

    if (font == NULL || !shape_plain(pango, font, text, glyphs)) {
        pango->glyph_string_free(glyphs);
        return NULL;
    }
    item = pango->item_new();
    item->length = (int)strlen(text);
    item->num_chars = (int)g_utf8_strlen(text, -1);
    item->analysis = plain_analysis(pango, pango->ref(font), text);
    return glyph_item_new(item, glyphs);
}

/* Is the line one that begins on the right? There no letter is outside of what
 * runs from right to left. */
static bool
is_from_right(const GList *runs)
{
    const GList *at = runs;

    while (at != NULL &&
           ((const PangoGlyphItem *)at->data)->item->analysis.level > 0)
        at = at->next;
    return runs != NULL && at == NULL;
}

static GList *
runs_of(struct type *type, const char *text, bool bold)
{
    const struct pango *pango = &type->pango;
    int size = (int)strlen(text);
    GList *items, *runs;

    pango->context_set_font_description(type->context, type->description[bold]);
    items =
        pango->itemize(type->context, text, 0, size, type->attributes, NULL);
    runs = pango->reorder_items(items);
    g_list_free(items);
    for (GList *at = runs; at != NULL; at = at->next) {
        PangoItem *item = at->data;
        PangoGlyphString *glyphs = pango->glyph_string_new();

        pango->shape_full(text + item->offset, item->length, text, size,
                          &item->analysis, glyphs);
        at->data = glyph_item_new(item, glyphs);
    }
    return runs;
}

static int
run_width(const struct pango *pango, const PangoGlyphItem *run)
{
    return pango->glyph_string_get_width(run->glyphs);
}

static double
width_of(const struct pango *pango, const GList *runs)
{
    int width = 0;

    for (; runs != NULL; runs = runs->next)
        width += run_width(pango, runs->data);
    return (double)width / PANGO_SCALE;
}

static void
add_space(const struct type *type, struct type_line *line)
{
    PangoGlyphItem *run = plain_run(&type->pango, type->font[line->bold], " ");

    if (run == NULL)
        return;
    run->item->offset = (int)strlen(line->text) - 1;
    line->runs = line->from_right ? g_list_prepend(line->runs, run)
                                  : g_list_append(line->runs, run);
}

void
type_set(struct type *type, struct type_line *line, const char *text, bool bold,
         bool space)
{
    PangoFont *font = type->font[bold];
    PangoGlyphItem *run = NULL;

    *line =
        (struct type_line){.pango = &type->pango, .bold = bold, .space = space};
    line->text = g_strconcat(text, space ? " " : "", NULL);
    if (plain_text(text))
        run = plain_run(&type->pango, font, line->text);
    if (run != NULL) {
        line->runs = g_list_prepend(NULL, run);
    } else {
        line->runs = runs_of(type, text, bold);
        line->from_right = is_from_right(line->runs);
        if (space)
            add_space(type, line);
    }
    line->space_pt = space ? type->space_pt[bold] : 0;
    line->width_pt = width_of(&type->pango, line->runs) - line->space_pt;
}

void
type_release(struct type_line *line)
{
    for (GList *at = line->runs; at != NULL; at = at->next)
        line->pango->glyph_item_free(at->data);
    g_list_free(line->runs);
    g_free(line->text);
    *line = (struct type_line){.runs = NULL};
}

/* --- characters that no font has --- */

/* pango leaves the character in the place of the glyph that there is none
 * of. */
static void
run_unknown(const PangoGlyphString *glyphs, void (*found)(void *, gunichar),
            void *payload)
{
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        PangoGlyph glyph = glyphs->glyphs[i].glyph;

        if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG))
            found(payload, glyph & ~(PangoGlyph)PANGO_GLYPH_UNKNOWN_FLAG);
    }
}

void
type_unknown(const struct type_line *line, void (*found)(void *, gunichar),
             void *payload)
{
    for (const GList *at = line->runs; at != NULL; at = at->next)
        run_unknown(((const PangoGlyphItem *)at->data)->glyphs, found, payload);
}

/* U+25A1, a white square. */
static const char SQUARE[] = "\xE2\x96\xA1";

static void
note_character(void *payload, gunichar character)
{
    GHashTable *unknown = payload;

    g_hash_table_add(unknown, GUINT_TO_POINTER(character));
}

static char *
squared(const char *text, GHashTable *unknown)
{
    GString *result = g_string_new(NULL);

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar character = g_utf8_get_char(text);

        if (g_hash_table_contains(unknown, GUINT_TO_POINTER(character)))
            g_string_append(result, SQUARE);
        else
            g_string_append_unichar(result, character);
    }
    return g_string_free(result, FALSE);
}

void
type_square_unknown(struct type *type, struct type_line *line)
{
    GHashTable *unknown = g_hash_table_new(NULL, NULL);

    type_unknown(line, note_character, unknown);
    if (g_hash_table_size(unknown) > 0) {
        char *text = squared(line->text, unknown);
        bool bold = line->bold, space = line->space;

        if (space)
            text[strlen(text) - 1] = '\0';
        type_release(line);
        type_set(type, line, text, bold, space);
        g_free(text);
    }
    g_hash_table_destroy(unknown);
}

/* --- drawing --- */

/* Has 'draw' done for every run, with the context at its beginning, in the
 * order in which the line is read: so it is copied in that order, too. */
static void
each_run(const struct type_line *line, cairo_t *cr,
         void (*draw)(const struct type_line *, cairo_t *, PangoGlyphItem *))
{
    int x = 0;
    GList *at = line->runs;

    if (line->from_right) {
        at = g_list_last(at);
        x = line->pango->units_from_double(line->width_pt + line->space_pt);
    }
    while (at != NULL) {
        int width = run_width(line->pango, at->data);

        x -= line->from_right ? width : 0;
        cairo_move_to(cr, (double)x / PANGO_SCALE, 0);
        draw(line, cr, at->data);
        x += line->from_right ? 0 : width;
        at = line->from_right ? at->prev : at->next;
    }
}

static void
show_run(const struct type_line *line, cairo_t *cr, PangoGlyphItem *run)
{
    line->pango->show_glyph_item(cr, line->text, run);
}

static void
trace_run(const struct type_line *line, cairo_t *cr, PangoGlyphItem *run)
{
    line->pango->glyph_string_path(cr, run->item->analysis.font, run->glyphs);
}

void
type_show(const struct type_line *line, cairo_t *cr)
{
    each_run(line, cr, show_run);
}

void
type_trace(const struct type_line *line, cairo_t *cr)
{
    each_run(line, cr, trace_run);
}

PangoFont *
type_font(const struct type *type, bool bold)
{
    return type->font[bold];
}

/* A space is measured besides: a font is opened when it is used. */
static void
open_font(struct type *type, bool bold)
{
    const struct pango *pango = &type->pango;
    struct type_line line;

    type->description[bold] = description_new(pango, bold);
    type->font[bold] =
        pango->context_load_font(type->context, type->description[bold]);
    type_set(type, &line, " ", bold, false);
    type->space_pt[bold] = type->font[bold] == NULL ? 0 : line.width_pt;
    type_release(&line);
}

struct type *
type_new(void)
{
    struct type *type = calloc(1, sizeof *type);
    const struct pango *pango;

    if (type == NULL || !pango_load(&type->pango, NULL)) {
        free(type);
        return NULL;
    }
    pango = &type->pango;
    type->context = context_new(pango);
    if (type->context == NULL) {
        free(type);
        return NULL;
    }
    type->attributes = pango->attr_list_new();
    pango->attr_list_insert(type->attributes, no_ligatures(pango));
    for (int bold = 0; bold < 2; bold++)
        open_font(type, bold);
    return type;
}

void
type_free(struct type *type)
{
    const struct pango *pango;

    if (type == NULL)
        return;
    pango = &type->pango;
    for (int bold = 0; bold < 2; bold++) {
        if (type->font[bold] != NULL)
            pango->unref(type->font[bold]);
        pango->font_description_free(type->description[bold]);
    }
    pango->attr_list_unref(type->attributes);
    pango->unref(type->context);
    free(type);
}
