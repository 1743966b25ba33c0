/* fold.h - texts that people would call the same become the same bytes: the
 * door to glib's Unicode tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "base/text.h"

/* Appends 'bytes' in the form that texts are compared in: case folded,
 * composed (Unicode NFC), tags of HTML left out, every run of white space (line
 * ends and no-break spaces too) one space, none at the ends. The same in every
 * locale. Text that is not UTF-8 is added as it is. */
void text_add_folded(struct text *text, const char *bytes, size_t size);

/* Are two texts the same, so compared? The last: memory ran out. */
enum fold { FOLD_OTHER, FOLD_SAME, FOLD_LOST };
enum fold text_fold_compare(const char *a, const char *b);

#endif
