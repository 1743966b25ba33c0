/* face.h - the font that plain words are measured with.
 *
 * The one that pango would take, found by fontconfig and read by HarfBuzz: the
 * widths are pango's, and they are known while pango still opens its fonts,
 * which takes longer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_FACE_H
#define RENDER_FACE_H

#include <stdbool.h>

struct face;

/* NULL when there is none, or one that pango alone can set: of another kind than
 * OpenType, variable, or with letters that are slanted or thickened. */
struct face *face_new(bool bold);
void face_free(struct face *face);

/* Width of a plain word (see render/plain.h) in points, at TYPE_SIZE. False
 * when the font lacks one of its letters. */
bool face_width_pt(struct face *face, const char *word, double *width_pt);

#endif
