/* shown.h - the people who may be shown, one after the other.
 *
 * This is the only way to answers for whatever shows more than one person's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORKSHOP_SHOWN_H
#define WORKSHOP_SHOWN_H

#include "workshop/workshop.h"

/* One of them; views live until the next. */
struct shown {
    size_t number;
    long team;                         /* or LEWIS_NO_TEAM */
    const char *id;                    /* random; with names, the code */
    const char *code, *name, *language; /* "" unless 'whole' */
    const struct lewis_workshop_sheet *sheet;
};
typedef bool shown_visitor(void *payload, const struct shown *shown,
                           struct lewis_error *error);

/* Is everything told, of everybody who handed in? Of a workshop with names that
 * is closed. */
bool shown_whole(const struct lewis_workshop *workshop,
                 struct standing standing);

/* Calls for each, in a transaction: the people released, or, when 'whole' is
 * asked for (and shown_whole()), everybody who handed in. False when a call
 * was, or with *error set. */
bool shown_each(struct lewis_workshop *workshop, bool whole,
                shown_visitor *visit, void *payload,
                struct lewis_error *error);

/* How many that is. */
size_t shown_count(struct lewis_workshop *workshop, bool whole);

/* People who handed in and can never be released; 0 until it is closed. */
size_t shown_withheld(struct lewis_workshop *workshop);

/* False with *error set, when there is nothing to show: it was purged, it is
 * not revealed, or nobody is released. */
bool shown_check(struct lewis_workshop *workshop, bool whole,
                 struct lewis_error *error);

#endif
