/* typeset.h - texts made ready to be set: cleaned, cut, wrapped.
 *
 * All results live in the arena given; NULL or no lines once it has failed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_TYPESET_H
#define CHART_TYPESET_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/chart.h>

#include "base/arena.h"
#include "base/text.h"

/* How a text is set. */
struct typeset {
    struct arena *arena;
    const struct lewis_measure *measure;
    double size_pt;
    bool bold;
    bool hyphens; /* lines break after them too: names */
};

enum { TYPESET_LINES = 8 }; /* the most a paragraph can have */

struct paragraph {
    const char *line[TYPESET_LINES];
    double line_pt[TYPESET_LINES]; /* widths */
    size_t count;
    double width_pt; /* of the widest */
    bool whole;      /* false: there were more lines than asked for, the last
                        one ends in an ellipsis */
    double room_from, room_below; /* room from the one to below the other breaks
                                 into the same lines, but for an ellipsis */
    size_t seen; /* any text that begins with as many bytes, and a space there,
                    does as well, when it is not whole */
};

/* A copy of one line: what is not UTF-8 becomes U+FFFD, runs of white space
 * and control characters one space, none at the ends. */
char *typeset_clean(struct arena *arena, const char *bytes, size_t size);

/* The same with its spaces turned into no-break spaces. */
char *typeset_glued(struct arena *arena, const char *text);

/* A copy of a text that was put together, which is released. When memory ran
 * out the arena has failed, and the result is NULL. */
char *typeset_keep(struct arena *arena, struct text *text);

double typeset_width(const struct typeset *set, const char *text);

/* The text, or as much of its beginning as leaves room for an ellipsis within
 * 'max_pt', never cut between a letter and its combining marks. */
const char *typeset_cut(const struct typeset *set, const char *text,
                        double max_pt);

/* Lines of at most 'max_pt', broken at spaces, and at no-break spaces where a
 * piece alone is wider than that. A word that is still too wide stands out. */
struct paragraph typeset_wrap(const struct typeset *set, const char *text,
                              double max_pt, size_t max_lines);

/* typeset_wrap() at the smallest width that needs no more lines, so that the
 * lines are about equally long. */
struct paragraph typeset_balance(const struct typeset *set, const char *text,
                                 double max_pt, size_t max_lines);

/* typeset_wrap() at a width that leaves more for the last line, when that would
 * be a word or two and no more lines are needed. */
struct paragraph typeset_no_widow(const struct typeset *set, const char *text,
                                  double max_pt, size_t max_lines);

/* typeset_balance(); where a word alone is too wide, one line that is cut. */
struct paragraph typeset_fit(const struct typeset *set, const char *text,
                             double max_pt, size_t max_lines);

/* typeset_balance(), for who has no use for a part: when there are more lines
 * than that (at most TYPESET_LINES), 'whole' is false and the rest without an
 * ellipsis. */
struct paragraph typeset_whole(const struct typeset *set, const char *text,
                               double max_pt, size_t max_lines);

#endif
