/* code.h - codes, and chance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORKSHOP_CODE_H
#define WORKSHOP_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/workshop.h>

/* The letters that a code may begin with, one for each team there may be. */
extern const char code_teams[LEWIS_WORKSHOP_TEAMS + 1];

/* A code of the team with that letter. False: there is no chance to be had. */
bool code_draw(char team, char code[LEWIS_CODE]);

/* A number 0 .. below - 1, all equally likely, from the system's own source of
 * chance. False as above. */
bool code_chance(uint64_t below, uint64_t *number);

#endif
