/* digest.c - the SHA-256 of some bytes: the one door to GLib, which pango
 * brings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "base/digest.h"

bool
digest_of(const void *bytes, size_t size, char out[DIGEST_SIZE])
{
    char *hex = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, size);

    if (hex == NULL)
        return false;
    memcpy(out, hex, DIGEST_SIZE);
    g_free(hex);
    return true;
}
