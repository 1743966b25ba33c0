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
static void
plain_letters(PangoLayout *layout)
{
    PangoAttrList *list = pango_attr_list_new();

    pango_attr_list_insert(list, pango_attr_font_features_new("liga=0"));
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

void
type_set(PangoLayout *layout, const char *text, double size_pt, bool bold)
{
    PangoFontDescription *font = pango_font_description_new();

    pango_font_description_set_family_static(font, TYPE_FAMILY);
    pango_font_description_set_absolute_size(font,
                                             round(size_pt * PANGO_SCALE));
    if (bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text, -1);
    pango_font_description_free(font);
}

double
type_width_pt(PangoLayout *layout)
{
    PangoRectangle logical;

    pango_layout_get_extents(layout, NULL, &logical);
    return (double)logical.width / PANGO_SCALE;
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
