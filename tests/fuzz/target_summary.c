/* target_summary.c - the summary of rows that another run wrote: read, joined
 * with itself, written again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/output.h>
#include <lewis/summary.h>

#include "fuzz.h"

void
run_summary(const char *bytes, size_t size)
{
    struct lewis_summary *a = lewis_summary_parse(bytes, size, "a", NULL);
    struct lewis_summary *b = lewis_summary_parse(bytes, size, "b", NULL);
    struct lewis_output *output = fuzz_nowhere();

    if (a != NULL && b != NULL) {
        lewis_summary_print(a, output, NULL);
        if (lewis_summary_merge(a, b, NULL))
            lewis_summary_print(a, output, NULL);
    }
    lewis_output_free(output);
    lewis_summary_free(a);
    lewis_summary_free(b);
}
