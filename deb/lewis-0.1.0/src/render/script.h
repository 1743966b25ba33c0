/* script.h - the writing systems of characters, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_SCRIPT_H
#define RENDER_SCRIPT_H

#include <stddef.h>

#include <pango/pango.h>

/* What is said of characters that no font has. */
struct script {
    const char *letters; /* "letters of Devanagari" */
    const char *font;    /* "Noto Sans Devanagari" */
    const char *package; /* what Debian calls the package that has it */
};

/* Rows of the table of scripts; the last is for every other character. */
size_t script_count(void);
const struct script *script_at(size_t index);

/* The row of a character. */
size_t script_of(gunichar character);

#endif
