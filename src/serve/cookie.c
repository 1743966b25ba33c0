/* cookie.c - one cookie out of the header, and one into it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/cookie.h"

#include <string.h>

static bool
copy(char out[], size_t size, const char *value, size_t length)
{
    if (length >= size)
        return false;
    memcpy(out, value, length);
    out[length] = '\0';
    return true;
}

bool
cookie_read(const char *header, const char *name, char out[], size_t size)
{
    size_t length = strlen(name);

    out[0] = '\0';
    while (header != NULL && *header != '\0') {
        size_t pair;

        header += strspn(header, "; \t");
        pair = strcspn(header, ";");
        if (pair > length && strncmp(header, name, length) == 0 &&
            header[length] == '=')
            return copy(out, size, header + length + 1, pair - length - 1);
        header += pair;
    }
    return false;
}

void
cookie_write(struct text *out, const char *name, const char *value,
             bool secure, bool gone)
{
    text_print(out, "%s=%s; Path=/; HttpOnly; SameSite=Strict%s%s", name, value,
               secure ? "; Secure" : "", gone ? "; Max-Age=0" : "");
}
