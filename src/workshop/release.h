/* release.h - who may be part of what is shown: always several together.
 * lewis/workshop.h has the rule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORKSHOP_RELEASE_H
#define WORKSHOP_RELEASE_H

#include "workshop/workshop.h"

/* Releases whom it may, inside a transaction: while open and revealed, or for
 * the last time, when it is closed. */
void release_some(struct lewis_workshop *workshop);
void release_rest(struct lewis_workshop *workshop);

#endif
