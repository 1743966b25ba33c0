/* verb.h - what "lewis bank" can do, a file each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_BANK_VERB_H
#define CLI_BANK_VERB_H

#include <stdbool.h>

#include <lewis/bank.h>
#include <lewis/shelf.h>

#include "cli/cmd.h"

/* What the options say. */
struct bank_options {
    const char *lang;    /* NULL: the bank's first */
    const char *against; /* check: an older version, or NULL */
    const char *format;  /* export, items; or NULL */
    const char *output;  /* export, items: "-" */
    bool keys;           /* show */
};

/* 'names' are the operands behind the verb; returns an exit status. */
typedef int bank_verb(const struct lewis_shelf *shelf,
                      const struct bank_options *options, char **names,
                      int count);

/* How long a questionnaire takes: 230 words and 12 answers a minute, rounded up. */
size_t bank_minutes(const struct lewis_bank *bank, const char *lang);

bank_verb bank_list, bank_show, bank_check, bank_export, bank_items;

#endif
