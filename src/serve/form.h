/* form.h - what a form sends: application/x-www-form-urlencoded.
 *
 * Strict: what a browser would never send is refused as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_FORM_H
#define SERVE_FORM_H

#include <stdbool.h>
#include <stddef.h>

enum { FORM_FIELDS = 400 };

struct field {
    const char *name, *value; /* UTF-8 without NUL */
};

/* Zero-initialise. */
struct form {
    struct field *field;
    size_t count;
    char *bytes;
};

/* Reads 'size' bytes, which are not kept. False: a "%" without two hexadecimal
 * digits, a NUL, bytes that are not UTF-8, a name that stands twice, more than
 * FORM_FIELDS fields; or out of memory. The caller releases it either way. */
bool form_parse(struct form *form, const char *bytes, size_t size);
void form_release(struct form *form);

/* The value of that field, or NULL. */
const char *form_value(const struct form *form, const char *name);

#endif
