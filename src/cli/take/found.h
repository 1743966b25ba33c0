/* found.h - drafts that somebody may want to go on with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_FOUND_H
#define CLI_TAKE_FOUND_H

#include <lewis/draft.h>

#include "cli/take/take.h"

enum take_found {
    TAKE_FOUND_NONE, /* or the person begins afresh */
    TAKE_FOUND_GO_ON,
    TAKE_FOUND_LEFT /* no answer to the question */
};

/* Looks for the newest draft of the bank, as it is now, that is not done and
 * not of another name, and asks what to do with it: in 'lang', NULL: in its own
 * language. What goes wrong on the way is said, and is as if there were
 * none. */
enum take_found take_found_offer(const struct take *take,
                                 const struct lewis_bank *bank,
                                 const char *name, const char *lang,
                                 struct lewis_draft_info *draft);

/* The draft of that id; NULL: the newest that is not done, of the bank of that
 * id unless it is NULL. False: said why. */
bool take_found_named(const char *id, const char *bank,
                     struct lewis_draft_info *draft);

#endif
