/* output.h - an output that is no file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <lewis/output.h>

#include "base/text.h"

/* An output whose bytes are appended to 'text', all of them by
 * lewis_output_commit(). Ended with lewis_output_free(); NULL with *error set
 * (ENOMEM). */
struct lewis_output *output_into(struct text *text,
                                 struct lewis_error *error);

#endif
