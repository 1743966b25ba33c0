/* reading.h - what targets do with a file of answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FUZZ_READING_H
#define FUZZ_READING_H

#include <lewis/answers.h>

#include "fuzz.h"

/* Reads the file row by row, and then scores it; both must find the same
 * rows. */
void fuzz_read(const char *path, const struct lewis_reading *reading,
               const struct lewis_bank *bank);

#endif
