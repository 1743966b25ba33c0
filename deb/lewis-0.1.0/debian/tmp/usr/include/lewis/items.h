/* lewis/items.h - what many people's answers say about a bank's items.
 *
 * Add sheets one after the other, finish, ask or write. What is added up is
 * whole numbers, so the order of the rows changes nothing, and memory does not
 * grow with them (but see LEWIS_ITEMS_PEOPLE).
 *
 * Rating banks. Of each style the rows that have all its items, x = POMP of the
 * keyed answers (lewis/score.h), k items, C their covariance (n - 1), V = sum
 * of all of C, t = its trace. A key's weight is not used here: all figures are
 * of the plain items. All reasons why a figure is not there are in words.
 *
 *   alpha     k / (k - 1) (1 - t / V)                    (Cronbach 1951,
 *             Psychometrika 16:297); below 0 it is given as it is
 *   Feldt     1 - (1 - alpha) F, F the quantiles with n - 1 and (n - 1)(k - 1)
 *             degrees of freedom    (Feldt 1965, Psychometrika 30:357); 95 %
 *   Duhachek  alpha +- z sqrt(Q / n), Q = 2 k^2 / ((k - 1)^2 V^3)
 *             (V (sum of all c_ij^2 + t^2) - 2 t sum over i of (sum over j of
 *             c_ij)^2)  (Duhachek & Iacobucci 2004, Journal of Applied
 *             Psychology 89:792); 95 %
 *   lambda2   1 - t / V + sqrt(k / (k - 1) sum over i != j of c_ij^2) / V
 *             (Guttman 1945, Psychometrika 10:255)
 *   omega     (sum l)^2 / ((sum l)^2 + sum psi) of the one-factor model by
 *             maximum likelihood (McDonald 1999, Test Theory); EM (Rubin &
 *             Thayer 1982, Psychometrika 47:69)
 *   SEM       SD of the style's score times sqrt(1 - alpha)
 *   r.drop    correlation of an item with the sum of the others
 *
 * Choice banks. Their scores are ipsative: what one style gains another loses.
 * Alpha takes items for independent and means nothing here (Hicks 1970,
 * Psychological Bulletin 74:167), so it is not given. Instead
 *
 *   halves      the items are parted at random into two halves; each person
 *               gets a profile from each; r is the correlation over people of a
 *               style's shares
 *   reliability r stepped up to the whole bank: Spearman-Brown 2 r / (1 + r),
 *               for halves of different length Horst's (1951, Psychometrika
 *               16:105); the mean over all partings
 *   information of item i: tr(B^-1 I_i) / 2, where I_i is the expected Fisher
 *               information of one answer about the two log-worth differences
 *               and B the sum over all items: parts of 1. At the worths of all
 *               answers together it depends on the item's form only; at the
 *               worths of the item's own answers an item that nearly everybody
 *               answers alike gets little.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_ITEMS_H
#define LEWIS_ITEMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/answers.h>
#include <lewis/bank.h>
#include <lewis/error.h>
#include <lewis/output.h>
#include <lewis/style.h>

LEWIS_BEGIN

/* Why a figure is not there. */
enum lewis_lack {
    LEWIS_LACK_NOTHING,        /* it is there */
    LEWIS_LACK_DOES_NOT_APPLY, /* to this kind of bank, form or item */
    LEWIS_LACK_ANSWERS,        /* nobody answered, or too few rows */
    LEWIS_LACK_ONE_ITEM,       /* the style, or the bank, has one item */
    LEWIS_LACK_FEW_ITEMS,      /* a factor needs three items that vary */
    LEWIS_LACK_VARIANCE,       /* everybody is the same */
    LEWIS_LACK_ALPHA,          /* alpha is below 0 */
    LEWIS_LACK_SCALE,          /* the items have different response scales */
    LEWIS_LACK_END,            /* the iteration found no end */
    LEWIS_LACK_STYLE           /* a style is in no item */
};
enum { LEWIS_LACKS = LEWIS_LACK_STYLE + 1 };

/* "one item", "no variance", ... Never translated. "" for nothing. */
LEWIS_API const char *lewis_lack_words(enum lewis_lack lack);

/* A number, NaN when something lacks. */
struct lewis_figure {
    double value;
    enum lewis_lack lack;
};

struct lewis_style_figures {
    size_t items;
    uint64_t complete; /* rating: rows with all the style's items */
    /* rating bank; score: the mean POMP, 0..1; _points: on the items' scale */
    struct lewis_figure mean, sd, mean_points, sd_points;
    struct lewis_figure alpha, feldt_low, feldt_high, duhachek_low,
        duhachek_high, lambda2, omega, sem, sem_points, mean_r;
    bool heywood; /* omega: an item's own variance came out as (nearly) 0 */
    bool mixed;   /* omega: loadings of both signs; check the keying */
    /* choice bank */
    struct lewis_figure halves_r, reliability, reliability_low,
        reliability_high; /* means; the lowest and highest of all partings */
};

struct lewis_item_figures {
    uint64_t n, missing;
    /* ratings and checks: as answered, reversed items not turned; SD with
     * n - 1; skew b1 = m3 / s^3 (Joanes & Gill 1998, The Statistician 47:183);
     * floor and ceiling: part of the answers at the scale's ends */
    size_t values;         /* hi - lo + 1; 0 for choices */
    const uint64_t *count; /* of each answer, lo first */
    struct lewis_figure mean, sd, skew, floor, ceiling;
    /* ratings, keyed, over the style's complete rows */
    struct lewis_figure r_drop, alpha_without;
    struct lewis_figure failed; /* checks: part not answered as expected */
    /* choices, by option: part of the answers that put it first (points: mean
     * part of the points; pair: mean place, 1 at its end), and last (rankings
     * that tell) */
    struct lewis_figure first[LEWIS_OPTIONS], last[LEWIS_OPTIONS];
    struct lewis_figure information, information_own;
};

/* People whose answers are kept, two bytes a `points` item and one any other,
 * for the halves: the first ones. */
enum { LEWIS_ITEMS_PEOPLE = 20000 };
enum { LEWIS_ITEMS_HALVES = 100 }; /* partings */
enum { LEWIS_ITEMS_MOST = 1000 };  /* items of a style in a rating bank */

struct lewis_items_options {
    size_t people, halves;
    uint64_t seed;       /* of the partings (PCG32, O'Neill 2014) */
    double min_answered; /* choice bank: part of the items that a person kept
                            has answered; below 0: the bank's own */
};

LEWIS_API struct lewis_items_options lewis_items_defaults(void);

struct lewis_items;

/* Returns an object the caller ends with lewis_items_free(), or NULL with
 * *error set: ENOMEM, EINVALID (more than LEWIS_ITEMS_MOST items of a style).
 * The bank must outlive it. */
LEWIS_API struct lewis_items *
lewis_items_new(const struct lewis_bank *bank,
                const struct lewis_items_options *options,
                struct lewis_error *error);
LEWIS_API void lewis_items_free(struct lewis_items *items);

/* Adds one sheet; one that is refused is counted and nothing else. False when
 * out of memory. */
LEWIS_API bool lewis_items_add(struct lewis_items *items,
                               const struct lewis_sheet *sheet,
                               struct lewis_error *error);

/* Computes everything; call once, after the last sheet and before the calls
 * below. False when out of memory. */
LEWIS_API bool lewis_items_finish(struct lewis_items *items,
                                  struct lewis_error *error);

LEWIS_API uint64_t lewis_items_rows(const struct lewis_items *items);
LEWIS_API uint64_t lewis_items_refused(const struct lewis_items *items);

/* Choice bank: people that the halves are computed from, and those who had
 * answered enough and came after the first LEWIS_ITEMS_PEOPLE. */
LEWIS_API size_t lewis_items_people(const struct lewis_items *items);
LEWIS_API uint64_t lewis_items_left_out(const struct lewis_items *items);

/* Choice bank: the worths of all answers together. */
LEWIS_API void lewis_items_worths(const struct lewis_items *items,
                                  double share[LEWIS_STYLES]);

LEWIS_API const struct lewis_style_figures *
lewis_items_style(const struct lewis_items *items, enum lewis_style style);

/* Of the item at that place in the bank. */
LEWIS_API const struct lewis_item_figures *
lewis_items_item(const struct lewis_items *items, size_t index);

enum lewis_items_format {
    LEWIS_ITEMS_TABLE, /* for people, with a sentence for every figure */
    LEWIS_ITEMS_CSV,   /* a line a figure: about,name,figure,value,lack */
    LEWIS_ITEMS_JSON   /* one object; a figure that is not there is null, and
                          NAME_lack says why */
};

/* "table", "csv", "json". False for any other word. */
LEWIS_API bool lewis_items_format_parse(const char *keyword,
                                        enum lewis_items_format *format);

/* Writes all figures. False with *error set when out of memory. Write failures
 * show in lewis_output_commit(). */
LEWIS_API bool lewis_items_write(const struct lewis_items *items,
                                 enum lewis_items_format format,
                                 struct lewis_output *output,
                                 struct lewis_error *error);

LEWIS_END

#endif
