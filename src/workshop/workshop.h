/* workshop.h - what a handle on a workshop is made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORKSHOP_WORKSHOP_H
#define WORKSHOP_WORKSHOP_H

#include <lewis/workshop.h>

#include "base/arena.h"
#include "workshop/database.h"

struct lewis_workshop {
    struct arena arena; /* owns the texts */
    struct database database;
    const char *path, *title;
    struct lewis_bank *bank;
    struct lewis_key *key;
    size_t minimum;
    bool names;
    size_t teams;
    const char **team;
};

/* Where the workshop stands, as the transaction sees it. */
struct standing {
    enum lewis_workshop_state state;
    bool revealed;
};
struct standing workshop_standing(struct database *database);

/* "Today", in UTC. */
enum { WORKSHOP_DAY = 11 };
const char *workshop_day(char day[WORKSHOP_DAY]);

/* A sentence about this file; returns false. */
bool workshop_refuse(const struct lewis_workshop *workshop,
                     struct lewis_error *error, const char *format, ...)
    LEWIS_PRINTF(3, 4);

#endif
