/* answer.h - answers and choices as the numbers a person sees.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_ANSWER_H
#define CLI_TAKE_ANSWER_H

#include "cli/take/take.h"

enum { TAKE_LIST = 120 };

/* Numbers that can be given now. */
struct take_choices {
    long lo, hi;
    long but;    /* a number in between that cannot; lo - 1: none */
    bool any;    /* there are any: else text is asked */
    bool by_key; /* each is one digit */
};

struct take_choices take_choices(const struct take *take);

/* Is a text asked for, so that a letter is no command? */
bool take_is_typing(const struct take *take);

/* "1 2 3", "0-10". */
void take_choices_print(const struct take_choices *choices, char *list,
                        size_t size);

/* "1, 2 or 3"; from more than seven "0-10". */
void take_choices_say(const struct take *take,
                      const struct take_choices *choices, char *list,
                      size_t size);

/* The answer to an item: "2-3-1", "4", or "" when there is none. */
void take_answer_print(const struct take *take, size_t item, char *text,
                       size_t size);

/* Where option 'shown' (0..) stands in the answer, or the half of one, in a
 * word; "" when there is nothing to say. */
const char *take_answer_mark(const struct take *take, size_t item,
                             size_t shown);

/* Points of option 'shown' in the answer or its half; -1: none yet. */
int take_answer_points(const struct take *take, size_t item, size_t shown);

#endif
