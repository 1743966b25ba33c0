/* language.h - the language of whoever is at the terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

/* LC_MESSAGES as POSIX finds it in the environment, whether the system has that
 * locale or not: "nl_NL.UTF-8", "C". NULL: it says nothing. */
const char *language_of_locale(void);

#endif
