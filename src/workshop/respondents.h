/* respondents.h - the people of a workshop: their codes and where they stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORKSHOP_RESPONDENTS_H
#define WORKSHOP_RESPONDENTS_H

#include "workshop/database.h"
#include "workshop/workshop.h"

/* Adds so many to a team, inside a transaction. False with *error set when
 * there is no chance to be had; else database_commit() tells. */
bool respondents_add(struct database *database, size_t team, size_t count,
                     struct lewis_error *error);

/* Fills in all but 'answered' and 'left_out', in a transaction. False: there is
 * none of that number, or trouble. */
bool respondents_get(struct database *database, size_t number,
                     struct lewis_respondent *respondent);

#endif
