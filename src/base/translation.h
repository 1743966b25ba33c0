/* translation.h - short names for what xgettext finds (po/options).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_TRANSLATION_H
#define BASE_TRANSLATION_H

#include <lewis/translation.h>

/* _() translates here; N_() only marks a text of a table, which is translated
 * where it is shown. Formats given to error_set() and problems_error() need
 * neither. */
#define _(text) lewis_translated(text)
#define N_(text) text

#endif
