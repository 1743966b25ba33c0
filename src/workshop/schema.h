/* schema.h - the tables of a workshop's file, and how older ones become them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORKSHOP_SCHEMA_H
#define WORKSHOP_SCHEMA_H

#include "workshop/database.h"

/* Makes the tables in an empty file. */
void schema_make(struct database *database);

/* Brings a file up to date. False with *error set: it is no workshop, of a newer
 * lewis, or it could not be done. */
bool schema_update(struct database *database, struct lewis_error *error);

#endif
