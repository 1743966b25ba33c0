/* answer.h - one cell of an answer sheet, for those who read many.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_ANSWER_H
#define ANSWERS_ANSWER_H

#include <lewis/answers.h>

#include "answers/words.h"

/* lewis_answer_parse() with the words of the item at hand. */
bool answer_parse(const struct lewis_item *item, const struct words *words,
                  const char *text, size_t size, struct lewis_answer *answer,
                  struct lewis_error *error);

/* The option that a cell names by its letter, "a) ..." or its label; WORDS_NONE,
 * WORDS_TWO or WORDS_LOST. */
int answer_option(const struct lewis_item *item, const struct words *words,
                  const char *text, size_t size);

/* As much of a cell as a message can hold, cut at a whole character. */
enum { ANSWER_SHOWN = 40 };
struct answer_shown {
    char bytes[ANSWER_SHOWN + 4];
};
struct answer_shown answer_show(const char *text, size_t size);

/* "a, b, c": the letters of the item's options. */
const char *answer_letters(const struct lewis_item *item, char out[32]);

#endif
