/* lewis/export.h - a questionnaire for other tools, and for paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_EXPORT_H
#define LEWIS_EXPORT_H

#include <stdbool.h>

#include <lewis/bank.h>
#include <lewis/error.h>
#include <lewis/output.h>

LEWIS_BEGIN

enum lewis_export {
    LEWIS_EXPORT_CSV,        /* the header line of an answer file */
    LEWIS_EXPORT_LIMESURVEY, /* a survey, all languages; question codes are our
                                item ids (tab-separated, import as .txt) */
    LEWIS_EXPORT_GOOGLE,     /* an Apps Script that builds the Google form, with
                                "[T01]" before each question; one language */
    LEWIS_EXPORT_PAPER       /* an HTML page to print; one language */
};

/* "csv", "limesurvey", "google", "paper". False for any other word. */
LEWIS_API bool lewis_export_parse(const char *keyword,
                                  enum lewis_export *export_);

/* Writes the bank in that form. 'lang' NULL: the bank's first language; ignored
 * where all languages are written. False with *error set: ENOMEM, EINVALID (an
 * id that the other tool does not take). Write failures show in
 * lewis_output_commit(). */
LEWIS_API bool lewis_bank_export(const struct lewis_bank *bank,
                                 enum lewis_export export_, const char *lang,
                                 struct lewis_output *output,
                                 struct lewis_error *error);

LEWIS_END

#endif
