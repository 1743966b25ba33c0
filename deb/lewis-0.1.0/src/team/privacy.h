/* privacy.h - which groups may be shown, so that no sum or difference of what
 * is shown is about fewer people than allowed.
 *
 * Whoever knows the figures of some sets of people knows all their weighted
 * sums: the mean, the covariance and the counts of a set are sums over its
 * members. Such a combination is about those people whose weights do not cancel
 * out. Sets are shown only when no combination, other than nothing, is about
 * fewer than 'least' people; the exact condition is tried, and where that would
 * take too long, a stricter one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_PRIVACY_H
#define TEAM_PRIVACY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { PRIVACY_NONE = 0xFFFF, PRIVACY_SETS = 64 };

/* What is shown so far: the whole, and sets of it. */
struct privacy {
    size_t n, least;
    bool *set[PRIVACY_SETS]; /* n each: is that person in it? */
    size_t sets;
    struct arena *arena;
};

/* The whole is shown. False on ENOMEM. */
bool privacy_init(struct privacy *privacy, size_t n, size_t least,
                  struct arena *arena);

/* Parts of people: part[i] from 0 .. parts - 1, or PRIVACY_NONE for somebody in
 * none. Sets shown[] to those that may be shown beside what is; these then are.
 * When not all may, small parts are left out first. */
void privacy_show(struct privacy *privacy, const size_t part[], size_t parts,
                  bool shown[]);

#endif
