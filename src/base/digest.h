/* digest.h - the SHA-256 of some bytes, with a key or without.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

enum { DIGEST_SIZE = 65 }; /* 64 hexadecimal digits, small letters, and NUL */

/* FIPS 180-4. False when out of memory. */
bool digest_of(const void *bytes, size_t size, char out[DIGEST_SIZE]);

/* HMAC-SHA-256 of a string with a string as key (RFC 2104). */
bool digest_keyed(const char *key, const char *string, char out[DIGEST_SIZE]);

#endif
