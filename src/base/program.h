/* program.h - where the running program stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include <limits.h>
#include <stdbool.h>

/* The directory of the program's file, without a "/" at its end; that of the
 * build tree for a program that libtool keeps in .libs, and of bin for one that
 * stands in libexec/lewis beside it. False where the system does not tell. */
bool program_folder(char out[PATH_MAX]);

#endif
