/* lewis/handin.h - a finished session's sheet at the end of a file that many
 * may hand in to at once.
 *
 * A path that ends in ".jsonl" is JSON Lines, every other one CSV as
 * lewis/answers.h reads it. The file is locked while one sheet is added; the
 * row is written by one write() and waited for until it is on the disk; when
 * any of that fails, the file is cut back to what it was. So rows are whole or
 * not there, and the header stands once.
 *
 * CSV. A file that is not there, or empty, gets a header: id, team, the
 * questions about the person, the items (that much as `lewis bank export
 * --format csv` makes it), then lang, bank, version, seed, started, seconds,
 * draft. A file that has a header keeps it: its columns may stand in any order,
 * its separator (also a first line "sep=;"), byte order mark and line ends are
 * followed, and a last line without an end gets one first. Every item of the
 * bank must have its column. A column that is none of those above stays
 * empty; what has no column is not written: a file without `id` gathers answers
 * without names. Answers stand in the notation of lewis_answer_print(); an item
 * that was left out, and a reply that was not given, is an empty cell. A name,
 * team or reply that a spreadsheet would take for a formula (it begins with =,
 * +, -, @, a tab or a carriage return) gets an apostrophe in front.
 *
 * JSON Lines. One object: id, team, bank, version, sha256, lang, seed, started,
 * draft, program, order (items as shown); answers, asks, shown (letters of the
 * options as shown), ms and changes, each an object by item or question.
 * Nothing is put before texts there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_HANDIN_H
#define LEWIS_HANDIN_H

#include <stdbool.h>
#include <stdint.h>

#include <lewis/session.h>

LEWIS_BEGIN

enum { LEWIS_HANDIN_WAIT_MS = 10 * 1000 };

struct lewis_handin {
    const char *draft; /* ID of the draft: a sheet that is in the file already,
                          by that ID in its column or member, is not added
                          again. NULL: none */
    int64_t started;   /* time of day, seconds since 1970 */
    unsigned wait_ms;  /* for others who have the file; LEWIS_HANDIN_WAIT_MS
                          is a good number */
};

/* Adds the sheet of a complete session (lewis_session_complete()). False with
 * *error set, and the file as it was: EINVALID (not complete; an item without a
 * column, or with two), ESYNTAX (no CSV, or no JSON Lines; a last row that is
 * broken, with its line), ESYSTEM (cannot be opened, locked or written, is no
 * plain file, or larger than 64 MiB), ENOMEM. */
LEWIS_API bool lewis_handin_append(const char *path,
                                   const struct lewis_session *session,
                                   const struct lewis_handin *handin,
                                   struct lewis_error *error);

/* Would a sheet of that bank be taken, as things are now? For before the first
 * question: writes nothing, and makes no file. False with *error set, as above,
 * and when the folder is not there or may not be written to (ESYSTEM), or when
 * the name ends in neither ".csv" nor ".jsonl", in any case (EINVALID): what is
 * called a workbook would hold CSV. */
LEWIS_API bool lewis_handin_check(const char *path,
                                  const struct lewis_bank *bank,
                                  unsigned wait_ms,
                                  struct lewis_error *error);

LEWIS_END

#endif
