/* token.h - secrets: made, compared, and what a form shows to prove that it
 * comes from a page of ours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_TOKEN_H
#define SERVE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

enum { TOKEN_SIZE = 33 }; /* 32 hexadecimal digits (128 bits) and NUL */

/* A new one from the system's generator. False when there is none. */
bool token_new(char out[TOKEN_SIZE]);

/* 32 hexadecimal digits, small letters, and nothing else? */
bool token_looks_right(const char *text);

/* Are the texts the same? Takes as long wherever they differ. */
bool token_same(const char *a, const char *b);

/* A text sealed with a secret: the first half of its HMAC. A form's token is the
 * code that whoever sees it is in with ("" for none), sealed with the visit's
 * secret: so it outlives the server, and a form that was open while the server
 * was started anew still works. */
bool token_seal(const char *secret, const char *text, char out[TOKEN_SIZE]);

#endif
