/* lewis/shelf.h - where banks and other content files are found.
 *
 * Content is looked for in this order; the first file of a name wins:
 *   1. each directory of $LEWIS_PATH (separated by ":"), when set;
 *   2. $XDG_DATA_HOME/lewis (default ~/.local/share/lewis): the user's own;
 *   3. "questionnaires" beside the program, when it runs from a build tree;
 *   4. ../share/lewis seen from the program's directory: an installed copy
 *      that was moved as a whole;
 *   5. the directory given at build time (pkgdatadir);
 *   6. lewis/ in each directory of $XDG_DATA_DIRS.
 * Relative directories in the XDG variables are ignored, as their standard
 * asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_SHELF_H
#define LEWIS_SHELF_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>

LEWIS_BEGIN

struct lewis_shelf;

/* Looks through the directories once. Returns an object the caller frees with
 * lewis_shelf_free(), or NULL with *error set (ENOMEM). Directories that do
 * not exist are passed over. */
LEWIS_API struct lewis_shelf *lewis_shelf_open(struct lewis_error *error);
LEWIS_API void lewis_shelf_free(struct lewis_shelf *shelf);

/* The XML files on the shelf, sorted by name; a name that stands in several
 * directories is counted once. 'name' is the file name without ".xml". Views
 * live as long as the shelf. */
LEWIS_API size_t lewis_shelf_count(const struct lewis_shelf *shelf);
LEWIS_API const char *lewis_shelf_name(const struct lewis_shelf *shelf,
                                       size_t index);
LEWIS_API const char *lewis_shelf_path(const struct lewis_shelf *shelf,
                                       size_t index);

/* The path of 'what': itself when it has a "/" or ends in ".xml", else the
 * file of that name on the shelf. Returns NULL with *error set (EUNKNOWN, with
 * the nearest name on the shelf) when there is none. */
LEWIS_API const char *lewis_shelf_find(const struct lewis_shelf *shelf,
                                       const char *what,
                                       struct lewis_error *error);

LEWIS_END

#endif
