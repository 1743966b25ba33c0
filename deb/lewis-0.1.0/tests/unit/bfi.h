/* bfi.h - the bank bfi with its key, opened once for a whole test program, and
 * a row for it.
 *
 * Include after <cmocka.h>.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BFI_H
#define TESTS_BFI_H

#include <stdio.h>
#include <stdlib.h>
#include <gsl/gsl_errno.h>

#include <lewis/bank.h>
#include <lewis/score.h>

static struct lewis_bank *bank;
static struct lewis_key *key;

static inline int
bfi_open(void **state)
{
    char path[4096];
    struct lewis_score_options options = lewis_score_defaults();

    (void)state;
    gsl_set_error_handler_off();
    snprintf(path, sizeof path, "%s/bfi.xml", getenv("LEWIS_PATH"));
    bank = lewis_bank_load(path, NULL);
    key = bank == NULL ? NULL : lewis_key_new(bank, &options, NULL);
    return key == NULL;
}

static inline int
bfi_close(void **state)
{
    (void)state;
    lewis_key_free(key);
    lewis_bank_free(bank);
    return 0;
}

#define BFI_ITEMS "C1,C2,C3,C4,C5,E1,E2,E3,E4,E5,A1,A2,A3,A4,A5"
#define BFI_CELLS "4,4,4,3,3,3,3,4,4,4,3,4,4,4,4"

#endif
