/* trainers.h - who may lead the workshop: a link that opens once, then a
 * cookie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_TRAINERS_H
#define SERVE_TRAINERS_H

#include <stdbool.h>
#include <stddef.h>

#include "serve/token.h"

enum { TRAINERS = 8 }; /* devices at a time; the oldest gives way */

/* Zero-initialise. */
struct trainers {
    char key[TOKEN_SIZE]; /* of the link that has not been used; "": none */
    char cookie[TRAINERS][TOKEN_SIZE];
    size_t count; /* cookies ever given */
};

/* A new link's key; one that was not used is worth nothing any more. */
bool trainers_new_key(struct trainers *trainers);

/* With the right key: a cookie into 'out', and the key is used up. */
bool trainers_enter(struct trainers *trainers, const char *key,
                    char out[TOKEN_SIZE]);

bool trainers_know(const struct trainers *trainers, const char *cookie);

#endif
