/* chance.h - seeded random numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_CHANCE_H
#define TEAM_CHANCE_H

#include <stddef.h>
#include <stdint.h>

/* PCG32 (O'Neill 2014, HMC-CS-2014-0905), one stream; any seed is good. */
struct chance {
    uint64_t state;
};

/* A whole number from 0 to below - 1, each as likely within 2^-32 below. */
size_t chance_below(struct chance *chance, size_t below);

/* Normal with mean 0 and variance 1. */
double chance_normal(struct chance *chance);

#endif
