/* conversions.h - do a format and its translation convert the same?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_CONVERSIONS_H
#define TESTS_UNIT_CONVERSIONS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The next conversion of a format, up to and with its letter, "%%" too; size 0
 * at the end. A number that says which argument it takes ("%2$s") is part of
 * it. */
static inline size_t
conversion(const char **format)
{
    *format += strcspn(*format, "%");
    if (**format == '\0')
        return 0;
    return 2 + strcspn(*format + 1, "%sudfgc");
}

static inline void
assert_same_conversions(const char *a, const char *b)
{
    size_t size;

    do {
        size = conversion(&a);
        if (conversion(&b) != size || memcmp(a, b, size) != 0)
            fail_msg("\"%s\" and \"%s\" do not convert the same", a, b);
        a += size;
        b += size;
    } while (size > 0);
}

#endif
