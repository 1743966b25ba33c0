/* sheet.h - a record and a layout to an answer sheet. Pure: threads may decode
 * with one layout at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_SHEET_H
#define ANSWERS_SHEET_H

#include <lewis/answers.h>

#include "answers/layout.h"
#include "answers/record.h"

/* 'answer' has room for every item of the bank and is what sheet->answer
 * becomes; the sheet's other views are the record's and the layout's. A record
 * that is no row, or holds what is no answer, comes out refused; and one that
 * memory ran out for, with ENOMEM in sheet->why: it is nobody's fault, and the
 * caller's to stop. */
void sheet_decode(struct lewis_sheet *sheet, const struct layout *layout,
                  const struct record *record, long line,
                  struct lewis_answer answer[]);

/* The two halves of it: all but the answers, and the answers. */
void sheet_begin(struct lewis_sheet *sheet, const struct layout *layout,
                 const struct record *record, long line);
void sheet_end(struct lewis_sheet *sheet, const struct layout *layout,
               const struct record *record, struct lewis_answer answer[]);

#endif
