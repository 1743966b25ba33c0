/* face.c - the font that plain words are measured with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/face.h"

#include <stdlib.h>

#include <fontconfig/fontconfig.h>
#include <hb.h>

#include "render/plain.h"
#include "render/type.h"

struct face {
    hb_font_t *font;
    hb_buffer_t *buffer;
    hb_language_t language;
};

/* What pango asks for in the name of TYPE_FAMILY. */
static FcPattern *
pattern_new(bool bold)
{
    static const char *const family[] = {TYPE_FAMILIES};
    FcPattern *pattern = FcPatternCreate();

    for (size_t i = 0; i < sizeof family / sizeof family[0]; i++)
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family[i]);
    FcPatternAddInteger(pattern, FC_WEIGHT,
                        bold ? FC_WEIGHT_BOLD : FC_WEIGHT_NORMAL);
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL);
    FcPatternAddDouble(pattern, FC_PIXEL_SIZE, TYPE_SIZE);
    FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)TYPE_LANGUAGE);
    FcConfigSubstitute(NULL, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    return pattern;
}

/* Are its letters those of the file? */
static bool
is_as_in_file(const FcPattern *font, int index)
{
    FcBool thick = FcFalse, variable = FcFalse;
    FcMatrix *slanted;

    FcPatternGetBool(font, FC_EMBOLDEN, 0, &thick);
    FcPatternGetBool(font, FC_VARIABLE, 0, &variable);
    return !thick && !variable && index >> 16 == 0 &&
           FcPatternGetMatrix(font, FC_MATRIX, 0, &slanted) != FcResultMatch;
}

static hb_font_t *
open_font(const FcPattern *found)
{
    FcChar8 *path;
    int index = 0;
    hb_blob_t *blob;
    hb_face_t *face;
    hb_font_t *font;

    FcPatternGetInteger(found, FC_INDEX, 0, &index);
    if (FcPatternGetString(found, FC_FILE, 0, &path) != FcResultMatch ||
        !is_as_in_file(found, index))
        return NULL;
    blob = hb_blob_create_from_file((const char *)path);
    face = hb_face_create(blob, (unsigned)index);
    hb_blob_destroy(blob);
    font = hb_font_create(face);
    hb_face_destroy(face);
    hb_font_set_scale(font, TYPE_SIZE * PANGO_SCALE, TYPE_SIZE * PANGO_SCALE);
    return font;
}

struct face *
face_new(bool bold)
{
    FcPattern *pattern = pattern_new(bold);
    FcResult result;
    FcPattern *found = FcFontMatch(NULL, pattern, &result);
    struct face *face = found == NULL ? NULL : calloc(1, sizeof *face);

    if (face != NULL) {
        face->font = open_font(found);
        face->buffer = hb_buffer_create();
        face->language = hb_language_from_string(TYPE_LANGUAGE, -1);
    }
    if (face != NULL && face->font == NULL) {
        face_free(face);
        face = NULL;
    }
    if (found != NULL)
        FcPatternDestroy(found);
    FcPatternDestroy(pattern);
    return face;
}

void
face_free(struct face *face)
{
    if (face == NULL)
        return;
    hb_buffer_destroy(face->buffer);
    hb_font_destroy(face->font);
    free(face);
}

static void
shape(struct face *face, const char *word)
{
    static const hb_feature_t plain = {HB_TAG('l', 'i', 'g', 'a'), 0,
                                       HB_FEATURE_GLOBAL_START,
                                       HB_FEATURE_GLOBAL_END};
    hb_buffer_t *buffer = face->buffer;

    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, word, -1, 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, plain_letters(word) ? HB_SCRIPT_LATIN
                                                     : HB_SCRIPT_COMMON);
    hb_buffer_set_language(buffer, face->language);
    hb_shape(face->font, buffer, &plain, 1);
}

bool
face_width_pt(struct face *face, const char *word, double *width_pt)
{
    const hb_glyph_info_t *glyph;
    const hb_glyph_position_t *at;
    unsigned count;
    hb_position_t width = 0;
    bool known = true;

    shape(face, word);
    glyph = hb_buffer_get_glyph_infos(face->buffer, &count);
    at = hb_buffer_get_glyph_positions(face->buffer, &count);
    for (unsigned i = 0; i < count; i++) {
        known = known && glyph[i].codepoint != 0;
        width += at[i].x_advance;
    }
    *width_pt = (double)width / PANGO_SCALE;
    return known && hb_buffer_allocation_successful(face->buffer);
}
