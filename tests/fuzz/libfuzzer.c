/* libfuzzer.c - one target under libFuzzer: TARGET=answers ./tests/fuzz/fuzz
 * [OPTION...] [FOLDER...].
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include <gsl/gsl_errno.h>

#include "fuzz.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const struct fuzz_target *target;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const char *name = getenv("TARGET");

    (void)argc;
    (void)argv;
    gsl_set_error_handler_off();
    target = name != NULL ? fuzz_find(name) : NULL;
    if (target != NULL)
        return 0;
    fprintf(stderr, "TARGET is to name one of the targets in targets.c\n");
    exit(2);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    target->run((const char *)bytes, size);
    return 0;
}
