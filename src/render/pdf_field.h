/* pdf_field.h - the tinted field of a chart as a stream of a PDF.
 *
 * Its tiles are most of what is drawn on a page. cairo looks at each of them
 * several times over, and takes ten times as long to write them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PDF_FIELD_H
#define RENDER_PDF_FIELD_H

#include <stddef.h>

#include "base/text.h"
#include "chart/scene.h"

/* Adds the field to 'stream': all that lies at the bottom of the scene, the paper
 * and the tiles, as far as it is filled polygons that nothing shines through;
 * operators of a page (ISO 32000-1:2008, 8), compressed (7.4.4), marked as no part
 * of the text. Returns how many shapes of the scene that is, which are whole
 * groups; 0, and nothing is added: there is no field, or no memory for it. */
size_t pdf_field(const struct lewis_scene *scene, struct text *stream);

#endif
