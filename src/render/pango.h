/* pango.h - pango, loaded when text is to be set.
 *
 * With pango come a dozen libraries, whose loading takes longer than scoring a
 * team: the program lewis is not linked with it, but loads it beside other work,
 * where configure found that it can (PANGO_LIBRARY in config.h). Elsewhere it is
 * linked, and the same calls go straight there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PANGO_H
#define RENDER_PANGO_H

#include <stdbool.h>

#include <pango/pangocairo.h>

#include <lewis/error.h>

/* All that is called: its name here and there. */
#define PANGO_CALLS(DO)                                                       \
    DO(ref, g_object_ref)                                                     \
    DO(unref, g_object_unref)                                                 \
    DO(attr_font_features_new, pango_attr_font_features_new)                  \
    DO(attr_list_insert, pango_attr_list_insert)                              \
    DO(attr_list_new, pango_attr_list_new)                                    \
    DO(attr_list_unref, pango_attr_list_unref)                                \
    DO(attribute_destroy, pango_attribute_destroy)                            \
    DO(context_load_font, pango_context_load_font)                            \
    DO(context_set_font_description, pango_context_set_font_description)      \
    DO(context_set_font_options, pango_cairo_context_set_font_options)        \
    DO(context_set_language, pango_context_set_language)                      \
    DO(context_set_round_glyph_positions,                                     \
       pango_context_set_round_glyph_positions)                               \
    DO(font_description_free, pango_font_description_free)                    \
    DO(font_description_new, pango_font_description_new)                      \
    DO(font_description_set_absolute_size,                                    \
       pango_font_description_set_absolute_size)                              \
    DO(font_description_set_family_static,                                    \
       pango_font_description_set_family_static)                              \
    DO(font_description_set_weight, pango_font_description_set_weight)        \
    DO(font_map_create_context, pango_font_map_create_context)                \
    DO(font_map_new, pango_cairo_font_map_new)                                \
    DO(glyph_item_free, pango_glyph_item_free)                                \
    DO(glyph_string_free, pango_glyph_string_free)                            \
    DO(glyph_string_get_width, pango_glyph_string_get_width)                  \
    DO(glyph_string_new, pango_glyph_string_new)                              \
    DO(glyph_string_path, pango_cairo_glyph_string_path)                      \
    DO(item_new, pango_item_new)                                              \
    DO(itemize, pango_itemize)                                                \
    DO(language_from_string, pango_language_from_string)                      \
    DO(reorder_items, pango_reorder_items)                                    \
    DO(shape_full, pango_shape_full)                                          \
    DO(show_glyph_item, pango_cairo_show_glyph_item)                          \
    DO(units_from_double, pango_units_from_double)

struct pango {
#define PANGO_MEMBER(name, function) __typeof__(function) *name;
    PANGO_CALLS(PANGO_MEMBER)
#undef PANGO_MEMBER
};

/* Loads it, where it is not yet, and fills in the calls; it stays until the
 * program ends. False with *error set (ESYSTEM) when it cannot be loaded;
 * 'error' may be NULL. */
bool pango_load(struct pango *pango, struct lewis_error *error);

#endif
