/* assets.h - the style sheet and the script of the pages, compiled in.
 *
 * Each is several files, one after the other: those of the questions are the
 * bank's (bank/controls.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_ASSETS_H
#define SERVE_ASSETS_H

/* NULL after the last. */
extern const char *const assets_style[], *const assets_script[];
extern const char assets_icon[];

#endif
