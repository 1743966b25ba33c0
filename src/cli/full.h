/* full.h - what only lewis-full can do.
 *
 * `lewis` is started often and for little: half the time of scoring a file is the
 * loading of libraries. So it is linked with those only that most of its runs
 * use. A second program of the same sources, lewis-full in libexec, has the
 * others too (SQLite, libmicrohttpd, libqrencode, libxlsxwriter), and `lewis`
 * becomes it when it comes to that: full.c is in the one, full_here.c in the
 * other. Nothing may have been read, written or started by then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_FULL_H
#define CLI_FULL_H

/* Starts over as lewis-full with this command, in this process; 'argv' may be in
 * another order than it was typed. Returns -1 when this is lewis-full, and
 * EXIT_TROUBLE, having said why, when it cannot be started. */
int full_become(char **argv);

/* Commands that are there only. */
int serve_run(int argc, char **argv);
int workshop_run(int argc, char **argv);

#endif
