/* trainers.c - who may lead the workshop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/trainers.h"

#include <string.h>

bool
trainers_new_key(struct trainers *trainers)
{
    return token_new(trainers->key);
}

bool
trainers_enter(struct trainers *trainers, const char *key,
               char out[TOKEN_SIZE])
{
    if (trainers->key[0] == '\0' || !token_same(trainers->key, key) ||
        !token_new(out))
        return false;
    trainers->key[0] = '\0';
    memcpy(trainers->cookie[trainers->count++ % TRAINERS], out, TOKEN_SIZE);
    return true;
}

bool
trainers_know(const struct trainers *trainers, const char *cookie)
{
    bool known = false;

    for (size_t i = 0; i < TRAINERS; i++)
        known |= trainers->cookie[i][0] != '\0' &&
                 token_same(trainers->cookie[i], cookie);
    return known;
}
