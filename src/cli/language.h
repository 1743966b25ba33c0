/* language.h - the language of whoever is at the terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

/* As gettext finds it: LANGUAGE, else LC_MESSAGES as POSIX finds it in the
 * environment, whether the system has that locale or not: "nl:en",
 * "nl_NL.UTF-8", "C". NULL: it says nothing. */
const char *language_of_locale(void);

/* The language of a text for people: the one asked for; else that of the
 * terminal, where it is read there ('path' NULL or "-"). A file is the same in
 * every locale: NULL, the content's first language. */
const char *language_to_read(const char *asked, const char *path);

#endif
