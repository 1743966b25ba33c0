/* summary.h - what a summary is made of.
 *
 * It knows the bank by what it took from it, so that summaries can be joined
 * where the bank is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_SUMMARY_H
#define BATCH_SUMMARY_H

#include <lewis/summary.h>

#include "base/arena.h"
#include "base/text.h"
#include "batch/answer_counts.h"
#include "batch/group.h"

enum { SUMMARY_BINS = 1000, SUMMARY_TEAM_BINS = 100, SUMMARY_HELD = 64 };

/* A style of a rating bank, over the rows that have all of it. */
struct summary_style {
    size_t k;
    size_t *item; /* its items' places */
    uint64_t complete;
    uint32_t *x;     /* one row's keyed answers, from 0 */
    uint64_t *sum;   /* of each item */
    uint64_t *cross; /* of products, the lower triangle row by row */
    int16_t *held;   /* keyed answers of rows not yet in sum and cross: of each
                        item SUMMARY_HELD, 0 where there is no row */
    size_t held_count;
};

struct summary_team {
    struct group group;
    size_t size;
    char name[]; /* with NUL */
};

struct lewis_summary {
    struct arena arena; /* all but the teams */
    const char *bank, *version, *digest;
    enum lewis_bank_kind kind;
    struct lewis_summary_options options;
    size_t item_count;
    struct counted_item *item;
    struct summary_style style[LEWIS_STYLES];
    struct group all, other; /* other: has SUMMARY_TEAM_BINS */
    uint64_t without_team;
    struct summary_team **team; /* by the bytes of their names */
    size_t team_count;
    struct summary_team *last; /* the one asked for last */
};

/* summary.c */

/* Makes room once item_count and the items (without counts) are filled in.
 * False with *error set: ENOMEM, EINVALID (too many items of a style). */
bool summary_begin(struct lewis_summary *summary, struct lewis_error *error);

/* An empty one of the same bank and options, which must outlive it; NULL when
 * out of memory. */
struct lewis_summary *summary_like(const struct lewis_summary *summary);

/* Forgets all rows. */
void summary_clear(struct lewis_summary *summary);

/* lewis_summary_add() without the answers. */
bool summary_add_row(struct lewis_summary *summary,
                     const struct lewis_sheet *sheet,
                     const struct lewis_score *score,
                     const struct lewis_quality *quality);

/* summary_codes.c: the answers of a row by counted_item_add_code(). Nothing else
 * may be done with the summary until they are settled. */
void summary_add_codes(struct lewis_summary *summary, const uint8_t code[]);
void summary_settle_codes(struct lewis_summary *summary);

/* summary_teams.c */

/* The team of that name, made when there is none; NULL when it is among the
 * others (*other is set) or memory ran out. */
struct summary_team *summary_team(struct lewis_summary *summary,
                                  const char *name, size_t size, bool *other);

/* Copies of the teams, so that nothing can fail once joining has begun: a list
 * for free(), its teams for summary_settle_team(). NULL when out of memory. */
struct summary_team **summary_copy_teams(const struct lewis_summary *from);

/* Takes a team over: joined with its namesake, put in its place, or added to
 * the others. */
void summary_settle_team(struct lewis_summary *into,
                         struct summary_team *team);
void summary_free_teams(struct lewis_summary *summary);

/* summary_write.c: everything but `sha256' and `figures'. */
void summary_write_facts(const struct lewis_summary *summary,
                         struct text *out);

/* summary_figures.c: the value of `figures'. False when out of memory. */
bool summary_write_figures(const struct lewis_summary *summary,
                           struct text *out);

#endif
