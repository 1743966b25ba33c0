/* content.h - the banks and reference points a command works with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CONTENT_H
#define CLI_CONTENT_H

#include <stdbool.h>

#include <lewis/advice.h>
#include <lewis/answers.h>
#include <lewis/bank.h>
#include <lewis/country.h>
#include <lewis/overlay.h>
#include <lewis/shelf.h>

/* The bank of that name or file. NULL: said why. */
struct lewis_bank *content_bank(const struct lewis_shelf *shelf,
                                const char *what);

/* The bank whose items the header has: of those whose items are all there, the
 * one with the most; named on standard error. NULL: said why there is none. */
struct lewis_bank *content_bank_for(const struct lewis_shelf *shelf,
                                    struct lewis_answers *answers,
                                    const char *path);

/* Says so on standard error when there are no texts in the language asked for
 * (NULL: any will do). */
void content_bank_language(const struct lewis_bank *bank, const char *asked);
void content_atlas_language(const struct lewis_atlas *atlas,
                            const char *asked);

/* Reference points: the file named, or "countries" when 'what' is NULL. NULL:
 * said why. */
struct lewis_atlas *content_atlas(const struct lewis_shelf *shelf,
                                  const char *what);

/* Words over the triangle: the file of that name or path. NULL: said why. */
struct lewis_overlay *content_overlay(const struct lewis_shelf *shelf,
                                      const char *what);
void content_overlay_language(const struct lewis_overlay *overlay,
                              const char *asked);

/* What the styles are like to work with, from the shelf: NULL when it is not
 * there. False, and said why, when it cannot be read: a result without it would
 * look whole. */
bool content_advice(const struct lewis_shelf *shelf,
                    struct lewis_advice **advice);

#endif
