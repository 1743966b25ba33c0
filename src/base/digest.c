/* digest.c - the SHA-256 of some bytes: the one door to GLib, which pango
 * brings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "base/digest.h"

/* Takes over what GLib made. */
static bool
hand_over(char *hex, char out[DIGEST_SIZE])
{
    if (hex == NULL)
        return false;
    memcpy(out, hex, DIGEST_SIZE);
    g_free(hex);
    return true;
}

bool
digest_of(const void *bytes, size_t size, char out[DIGEST_SIZE])
{
    return hand_over(
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, size), out);
}

bool
digest_keyed(const char *key, const char *string, char out[DIGEST_SIZE])
{
    return hand_over(g_compute_hmac_for_string(G_CHECKSUM_SHA256,
                                               (const guchar *)key,
                                               strlen(key), string, -1),
                     out);
}
