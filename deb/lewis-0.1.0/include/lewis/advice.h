/* lewis/advice.h - what the styles are like to work with, and what helps.
 *
 * Read from advice.xml. Texts are views that live as long as the advice. Where
 * they are shown, lewis_advice_warning() is shown too: it is no cheat sheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_ADVICE_H
#define LEWIS_ADVICE_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/style.h>
#include <lewis/text.h>

LEWIS_BEGIN

struct lewis_advice;

/* One style: 1-2 sentences each. */
struct lewis_portrait {
    const struct lewis_text *name, *colour, *summary, *values, *speaks, *plans,
        *decides, *trusts, *strength, *care;
};

/* Somebody of one style who works with somebody of another. */
struct lewis_meeting {
    const struct lewis_text *text;
    const struct lewis_text *const *tip;
    size_t tip_count; /* 3 or 4 */
};

/* An idea of truth, and the styles that it lies near (bit i: style i). */
struct lewis_truth {
    const char *id;
    unsigned styles;
    const struct lewis_text *name, *text;
};

/* Reads advice from a file. Returns an object the caller frees with
 * lewis_advice_free(), or NULL with *error set as lewis_bank_load() does. */
LEWIS_API struct lewis_advice *lewis_advice_load(const char *path,
                                                 struct lewis_error *error);
LEWIS_API struct lewis_advice *lewis_advice_parse(const char *xml, size_t size,
                                                  const char *name,
                                                  struct lewis_error *error);
LEWIS_API void lewis_advice_free(struct lewis_advice *advice);

/* As lewis_bank_sniff() and lewis_bank_check(). */
LEWIS_API bool lewis_advice_sniff(const char *path);
LEWIS_API bool lewis_advice_check(const char *path,
                                  struct lewis_finding **findings,
                                  size_t *count, struct lewis_error *error);

LEWIS_API const struct lewis_text *
lewis_advice_warning(const struct lewis_advice *advice);
LEWIS_API const struct lewis_portrait *
lewis_advice_style(const struct lewis_advice *advice, enum lewis_style style);

/* For a person of style 'from' who works with one of style 'with'. */
LEWIS_API const struct lewis_meeting *
lewis_advice_meeting(const struct lewis_advice *advice, enum lewis_style from,
                     enum lewis_style with);

LEWIS_API size_t lewis_advice_truth_count(const struct lewis_advice *advice);
LEWIS_API const struct lewis_truth *
lewis_advice_truth(const struct lewis_advice *advice, size_t index);

LEWIS_END

#endif
