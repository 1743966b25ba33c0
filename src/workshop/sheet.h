/* sheet.h - what one person said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORKSHOP_SHEET_H
#define WORKSHOP_SHEET_H

#include "workshop/workshop.h"

/* lewis_workshop_sheet() of somebody who is known to be there. What goes wrong
 * with the file is left to the transaction. NULL with *error set: ENOMEM. */
struct lewis_workshop_sheet *sheet_read(struct lewis_workshop *workshop,
                                        size_t respondent,
                                        struct lewis_error *error);

#endif
