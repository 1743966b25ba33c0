/* fuzz.h - what is fed with anything that may come: one target for each kind of
 * input that strangers make.
 *
 * How to add one: a file target_NAME.c with a function run_NAME(), its line in
 * the table of targets.c, its file in tests/fuzz/local.mk, and at least one seed
 * in tests/fuzz/corpus/NAME. A target must not keep anything from one input to
 * the next but what every input begins with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include <lewis/bank.h>

struct fuzz_target {
    const char *name; /* of its folder in tests/fuzz/corpus */
    void (*run)(const char *bytes, size_t size);
};

/* NULL when there is none of that name. */
const struct fuzz_target *fuzz_find(const char *name);
/* NULL behind the last. */
const struct fuzz_target *fuzz_at(size_t index);

/* The bytes as a file of that place (0 or 1): its path, which holds until the
 * next call for the same place. All files are taken away at the end. */
const char *fuzz_file(size_t place, const char *bytes, size_t size);
/* A folder for nothing but such files. */
const char *fuzz_folder(void);

/* What a byte that chooses something stands for: "0" is 0, and any byte is some
 * number. */
unsigned fuzz_digit(char byte);

/* One of the item banks of the project, of all forms and kinds; the same for the
 * same number, which may be any. */
const struct lewis_bank *fuzz_bank(unsigned number);

/* An output to nowhere. */
struct lewis_output *fuzz_nowhere(void);

void run_bank(const char *bytes, size_t size);
void run_content(const char *bytes, size_t size);
void run_answers(const char *bytes, size_t size);
void run_workbook(const char *bytes, size_t size);
void run_draft(const char *bytes, size_t size);
void run_handin(const char *bytes, size_t size);
void run_summary(const char *bytes, size_t size);
void run_serve(const char *bytes, size_t size);

#endif
