/* type.c - how text is set with pango.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/type.h"

#include <pango/pangocairo.h>

#include <math.h>

static void
plain_outlines(PangoContext *context)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_destroy(options);
}

/* Without ligatures: a search for "confidence" does not find one with the
 * single character U+FB01 in a PDF. */
static const char NO_LIGATURES[] = "liga=0";

static void
plain_letters(PangoLayout *layout)
{
    PangoAttrList *list = pango_attr_list_new();

    pango_attr_list_insert(list, pango_attr_font_features_new(NO_LIGATURES));
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

PangoLayout *
type_layout_new(void)
{
    PangoFontMap *map = pango_cairo_font_map_new();
    PangoContext *context;
    PangoLayout *layout;

    if (map == NULL)
        return NULL;
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    context = pango_font_map_create_context(map);
    plain_outlines(context);
    /* the locale must not choose the shapes of letters */
    pango_context_set_language(context, pango_language_from_string("en"));
    layout = pango_layout_new(context);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    plain_letters(layout);
    g_object_unref(context);
    g_object_unref(map);
    return layout;
}

static PangoFontDescription *
description_of(double size_pt, bool bold)
{
    PangoFontDescription *font = pango_font_description_new();

    pango_font_description_set_family_static(font, TYPE_FAMILY);
    pango_font_description_set_absolute_size(font,
                                             round(size_pt * PANGO_SCALE));
    if (bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    return font;
}

void
type_set(PangoLayout *layout, const char *text, double size_pt, bool bold)
{
    PangoFontDescription *font = description_of(size_pt, bold);

    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text, -1);
    pango_font_description_free(font);
}

/* U+25A1, a white square. */
static const char SQUARE[] = "\xE2\x96\xA1";

static void
note_character(void *payload, gunichar character)
{
    GHashTable *unknown = payload;

    g_hash_table_add(unknown, GUINT_TO_POINTER(character));
}

void
type_square_unknown(PangoLayout *layout)
{
    GHashTable *unknown;
    GString *squared;

    if (pango_layout_get_unknown_glyphs_count(layout) == 0)
        return;
    unknown = g_hash_table_new(NULL, NULL);
    squared = g_string_new(NULL);
    type_unknown(layout, note_character, unknown);
    for (const char *at = pango_layout_get_text(layout); *at != '\0';
         at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);

        if (g_hash_table_contains(unknown, GUINT_TO_POINTER(character)))
            g_string_append(squared, SQUARE);
        else
            g_string_append_unichar(squared, character);
    }
    pango_layout_set_text(layout, squared->str, -1);
    g_string_free(squared, TRUE);
    g_hash_table_destroy(unknown);
}

/* The sum of the glyphs: pango's extents have a height, for which it looks at
 * sample texts in fonts that it loads again. */
double
type_width_pt(PangoLayout *layout)
{
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
    int width = 0;

    for (GSList *run = line->runs; run != NULL; run = run->next)
        width += pango_glyph_string_get_width(
            ((PangoLayoutRun *)run->data)->glyphs);
    return (double)width / PANGO_SCALE;
}

static int
end_width(const PangoLayoutRun *run, int end)
{
    const PangoGlyphString *glyphs = run->glyphs;
    int width = 0;

    for (int i = 0; i < glyphs->num_glyphs; i++)
        if (run->item->offset + glyphs->log_clusters[i] == end)
            width += glyphs->glyphs[i].geometry.width;
    return width;
}

double
type_end_width_pt(PangoLayout *layout)
{
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
    int width = 0;

    for (GSList *run = line->runs; run != NULL; run = run->next)
        width += end_width(run->data, line->start_index + line->length - 1);
    return (double)width / PANGO_SCALE;
}

PangoFont *
type_font(PangoLayout *layout, double size_pt, bool bold)
{
    PangoFontDescription *description = description_of(size_pt, bold);
    PangoFont *font = pango_context_load_font(
        pango_layout_get_context(layout), description);

    pango_font_description_free(description);
    return font;
}

/* Of a text that is all in one font, and runs from left to right. */
static PangoAnalysis
plain_analysis(PangoFont *font, const char *text)
{
    PangoAnalysis analysis = {.font = font,
                              .script = PANGO_SCRIPT_COMMON,
                              .language = pango_language_from_string("en")};

    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_isalpha(g_utf8_get_char(text)))
            analysis.script = PANGO_SCRIPT_LATIN;
    return analysis;
}

static bool
all_known(const PangoGlyphString *glyphs)
{
    for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            return false;
    return true;
}

bool
type_plain_width_pt(PangoFont *font, const char *text, double *width_pt)
{
    PangoAnalysis analysis = plain_analysis(font, text);
    PangoGlyphString *glyphs = pango_glyph_string_new();
    PangoAttribute *features = pango_attr_font_features_new(NO_LIGATURES);
    bool known;

    features->end_index = G_MAXUINT;
    analysis.extra_attrs = g_slist_prepend(NULL, features);
    pango_shape_full(text, -1, NULL, 0, &analysis, glyphs);
    known = all_known(glyphs);
    *width_pt = (double)pango_glyph_string_get_width(glyphs) / PANGO_SCALE;
    g_slist_free(analysis.extra_attrs);
    pango_attribute_destroy(features);
    pango_glyph_string_free(glyphs);
    return known;
}

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
type_unknown(PangoLayout *layout, void (*found)(void *, gunichar),
             void *payload)
{
    PangoLayoutLine *line;

    if (pango_layout_get_unknown_glyphs_count(layout) == 0)
        return;
    line = pango_layout_get_line_readonly(layout, 0);
    for (GSList *run = line->runs; run != NULL; run = run->next)
        run_unknown(((PangoLayoutRun *)run->data)->glyphs, found, payload);
}
