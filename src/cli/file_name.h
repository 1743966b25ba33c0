/* file_name.h - from the name of a person or a team to that of a file, without
 * folder and ending.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_FILE_NAME_H
#define CLI_FILE_NAME_H

#include <stddef.h>

enum { FILE_NAME_ROOM = 81 }; /* bytes, NUL included */

/* The text made safe: other characters become "_", it does not begin with what
 * a shell or a spreadsheet takes for an order, nor end with a dot or a dash;
 * a long one is cut. "" when nothing is left. Two texts may get one name: the
 * caller tells them apart, as some file systems do not tell Ann from ann. */
void file_name_make(char name[FILE_NAME_ROOM], const char *text, size_t size);

#endif
