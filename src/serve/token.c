/* token.c - secrets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/token.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "base/digest.h"

bool
token_new(char out[TOKEN_SIZE])
{
    unsigned char byte[TOKEN_SIZE / 2];

    if (getentropy(byte, sizeof byte) != 0)
        return false;
    for (size_t i = 0; i < sizeof byte; i++)
        snprintf(out + 2 * i, 3, "%02x", byte[i]);
    return true;
}

bool
token_looks_right(const char *text)
{
    return strlen(text) == TOKEN_SIZE - 1 &&
           strspn(text, "0123456789abcdef") == TOKEN_SIZE - 1;
}

bool
token_same(const char *a, const char *b)
{
    size_t size = strlen(a);
    unsigned differ = size != strlen(b);

    if (differ != 0)
        return false; /* how long ours is, is no secret */
    for (size_t i = 0; i < size; i++)
        differ |= (unsigned)(a[i] ^ b[i]);
    return differ == 0;
}

bool
token_seal(const char *secret, const char *text, char out[TOKEN_SIZE])
{
    char whole[DIGEST_SIZE];

    if (!digest_keyed(secret, text, whole))
        return false;
    memcpy(out, whole, TOKEN_SIZE - 1);
    out[TOKEN_SIZE - 1] = '\0';
    return true;
}
