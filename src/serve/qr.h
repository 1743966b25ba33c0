/* qr.h - a text as a QR code.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_QR_H
#define SERVE_QR_H

#include <stdbool.h>

#include "base/text.h"

/* Adds an <svg> of dark modules on white, with the quiet zone of 4 modules that
 * the standard asks for (ISO/IEC 18004), error correction M. 'label' is what
 * it is for who cannot see it. False: too long for a code, or out of memory. */
bool qr_add(struct text *out, const char *text, const char *label);

#endif
