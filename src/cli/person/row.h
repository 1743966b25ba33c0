/* row.h - finding one person's row in answer files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PERSON_ROW_H
#define CLI_PERSON_ROW_H

#include <lewis/answers.h>

#include "cli/scoring.h"

/* The last row that fits and has a profile, or without one the last, copied. */
struct person_row {
    char *id;
    size_t id_size;
    struct lewis_answer *answer; /* one per item */
    bool refused;
    struct lewis_error why;
};

/* Finds the row with that id, or the only one ("" or NULL); several rows of the
 * id: the last that has a profile, said on standard error. False: said why. Release it in either
 * case. */
bool person_row_find(struct person_row *row, struct scoring *scoring,
                     char **paths, int count, const char *id);
void person_row_release(struct person_row *row);

#endif
