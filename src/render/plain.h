/* plain.h - text that needs no search for scripts, directions and fonts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PLAIN_H
#define RENDER_PLAIN_H

#include <stdbool.h>

/* Nothing but characters that run from left to right, combine with nothing and
 * are in the first font that is asked for: printable ASCII, U+00A0 to U+017F,
 * dashes and the ellipsis. It is set at once: pango's search takes many times as
 * long. */
bool plain_text(const char *text);

/* Is one of its characters a letter? */
bool plain_letters(const char *text);

#endif
