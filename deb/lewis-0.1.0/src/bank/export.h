/* export.h - writers of questionnaires for other tools.
 *
 * To add one: a function in a file of its own, a row in the table of export.c,
 * a word in lewis/export.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BANK_EXPORT_H
#define BANK_EXPORT_H

#include <lewis/export.h>

#include "base/text.h"

/* Each appends to 'out'; false with *error set when the bank cannot be said in
 * that form. */
typedef bool export_writer(const struct lewis_bank *bank, const char *lang,
                           struct text *out, struct lewis_error *error);

/* "About you", for the questions about the person. */
const char *export_about(const char *lang);

export_writer export_csv, export_limesurvey, export_google, export_paper;

#endif
