/* lewis/earlier.h - an earlier measurement of the same people, by their id.
 *
 * Fill it with the earlier answers, then take from it for each of the later
 * ones. About 130 bytes a person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_EARLIER_H
#define LEWIS_EARLIER_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/score.h>
#include <lewis/style.h>

LEWIS_BEGIN

struct lewis_earlier;

/* Where a person was, and how unsure that is (as in struct lewis_region). */
struct lewis_place {
    struct lewis_point point;
    double covariance[3];
};

/* Returns an object the caller frees with lewis_earlier_free(), or NULL with
 * *error set (ENOMEM). */
LEWIS_API struct lewis_earlier *lewis_earlier_new(struct lewis_error *error);
LEWIS_API void lewis_earlier_free(struct lewis_earlier *earlier);

/* Adds a person. Ids are the same when their bytes are, white space around
 * them aside. One without an id or without a profile is passed over; of one id
 * the first counts, see lewis_earlier_repeated(). False with *error set on
 * ENOMEM. */
LEWIS_API bool lewis_earlier_add(struct lewis_earlier *earlier,
                                 const char *id, size_t size,
                                 const struct lewis_score *score,
                                 struct lewis_error *error);

/* Where the person of that id was; NULL when nobody has it, or when it was
 * taken already. The place lives until the next add. */
LEWIS_API const struct lewis_place *
lewis_earlier_take(struct lewis_earlier *earlier, const char *id, size_t size);

/* People added, those of them not taken so far, and people passed over because
 * their id was there already. */
LEWIS_API size_t lewis_earlier_count(const struct lewis_earlier *earlier);
LEWIS_API size_t lewis_earlier_left(const struct lewis_earlier *earlier);
LEWIS_API size_t lewis_earlier_repeated(const struct lewis_earlier *earlier);

/* The id of a person in the order of adding, and whether it was taken. */
LEWIS_API const char *lewis_earlier_id(const struct lewis_earlier *earlier,
                                       size_t index, bool *taken);

LEWIS_END

#endif
