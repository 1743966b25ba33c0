/* full_here.c - this is lewis-full.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "full.h"

int
full_become(char **argv)
{
    (void)argv;
    return -1;
}
