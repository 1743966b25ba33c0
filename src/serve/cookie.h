/* cookie.h - one cookie out of the header, and one into it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_COOKIE_H
#define SERVE_COOKIE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* The value of that name in a "Cookie" header (NULL: there is none) into 'out'.
 * False, and out "", when it is not there or does not fit. */
bool cookie_read(const char *header, const char *name, char out[],
                 size_t size);

/* A "Set-Cookie" value: HttpOnly, SameSite=Strict, for the whole site, until the
 * browser is closed, or with 'gone' no longer. */
void cookie_write(struct text *out, const char *name, const char *value,
                  bool secure, bool gone);

#endif
