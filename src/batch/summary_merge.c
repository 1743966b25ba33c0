/* summary_merge.c - summaries of parts, joined.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/translation.h"
#include "batch/summary.h"

enum { N = LEWIS_STYLES };

static bool
same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool
same_bank(const struct lewis_summary *a, const struct lewis_summary *b,
          struct lewis_error *error)
{
    if (!same_text(a->bank, b->bank))
        return error_set(error, LEWIS_EINVALID,
                         "is about bank %s, and what stands before it about "
                         "%s; join summaries of one bank",
                         b->bank, a->bank);
    if (!same_text(a->version, b->version))
        return error_set(error, LEWIS_EINVALID,
                         "is about version %s of bank %s, and what stands "
                         "before it about version %s; score all parts with "
                         "one version",
                         b->version, b->bank, a->version);
    if (!same_text(a->digest, b->digest))
        return error_set(error, LEWIS_EINVALID,
                         "bank %s %s was another file here (SHA-256 %.12s..., "
                         "before %.12s...); score all parts with the same file",
                         b->bank, b->version, b->digest, a->digest);
    return true;
}

static bool
same_number(double a, double b, const char *option, struct lewis_error *error)
{
    return a == b ||
           error_set(error, LEWIS_EINVALID,
                     "was scored with --%s %g, and what stands before it with "
                     "%g; score all parts alike",
                     option, b, a);
}

static bool
refuse_topic(const char *before, const char *now, struct lewis_error *error)
{
    if (now == NULL)
        return error_set(error, LEWIS_EINVALID,
                         "is about all topics, and what stands before it about "
                         "topic %s; score all parts alike",
                         before);
    if (before == NULL)
        return error_set(error, LEWIS_EINVALID,
                         "is about topic %s, and what stands before it about "
                         "all topics; score all parts alike",
                         now);
    return error_set(error, LEWIS_EINVALID,
                     "is about topic %s, and what stands before it about "
                     "topic %s; score all parts alike",
                     now, before);
}

static bool
same_options(const struct lewis_summary_options *a,
             const struct lewis_summary_options *b, struct lewis_error *error)
{
    if (!same_number(a->score.prior, b->score.prior, "prior", error) ||
        !same_number(a->score.level, b->score.level, "level", error) ||
        !same_number(a->score.min_answered, b->score.min_answered,
                     "min-answered", error))
        return false;
    if (!same_text(a->topic, b->topic))
        return refuse_topic(a->topic, b->topic, error);
    if (a->exclude != b->exclude)
        return error_set(error, LEWIS_EINVALID,
                         b->exclude
                             ? N_("was scored with --exclude-flagged, and what "
                                  "stands before it without; score all parts "
                                  "alike")
                             : N_("was scored without --exclude-flagged, and "
                                  "what stands before it with; score all "
                                  "parts alike"));
    return true;
}

static bool
same_duplicates(const struct lewis_summary *a, const struct lewis_summary *b,
                struct lewis_error *error)
{
    const char *mine = a->options.duplicates, *other = b->options.duplicates;
    bool keep = strcmp(mine, "keep") == 0 && strcmp(other, "keep") == 0;

    return keep ||
           error_set(error, LEWIS_EINVALID,
                     "--duplicates %s looks at one run's ids only, and the "
                     "same id may stand in two parts; take double rows out of "
                     "the whole first, then score the parts without it",
                     strcmp(mine, "keep") == 0 ? other : mine);
}

/* A file may say one bank and hold the items of another. */
static bool
same_items(const struct lewis_summary *a, const struct lewis_summary *b,
           struct lewis_error *error)
{
    bool same = a->item_count == b->item_count;

    for (size_t i = 0; same && i < a->item_count; i++)
        same = same_text(a->item[i].id, b->item[i].id) &&
               a->item[i].form == b->item[i].form &&
               a->item[i].cells == b->item[i].cells &&
               a->item[i].style == b->item[i].style;
    return same ||
           error_set(error, LEWIS_EINVALID,
                     "has other items than what stands before it, and "
                     "says it is the same bank; one of them is damaged");
}

static void
add_counts(uint64_t *into, const uint64_t *from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        into[i] += from[i];
}

static void
join_answers(struct lewis_summary *into, const struct lewis_summary *from)
{
    for (size_t i = 0; i < into->item_count; i++) {
        add_counts(into->item[i].count, from->item[i].count,
                   into->item[i].cells);
        into->item[i].missing += from->item[i].missing;
    }
    for (int s = 0; s < N; s++) {
        struct summary_style *style = &into->style[s];
        style->complete += from->style[s].complete;
        add_counts(style->sum, from->style[s].sum, style->k);
        add_counts(style->cross, from->style[s].cross,
                   style->k * (style->k + 1) / 2);
    }
}

static bool
join(struct lewis_summary *into, const struct lewis_summary *from,
     struct lewis_error *error)
{
    struct summary_team **team;

    if (!same_items(into, from, error))
        return false;
    if (lewis_summary_rows(into) + lewis_summary_rows(from) >
        LEWIS_SUMMARY_ROWS)
        return error_set(error, LEWIS_EINVALID,
                         "with it there are more than 10^12 rows");
    team = summary_copy_teams(from);
    if (team == NULL)
        return error_memory(error);
    join_answers(into, from);
    group_join(&into->all, &from->all);
    group_join(&into->other, &from->other);
    into->without_team += from->without_team;
    for (size_t t = 0; t < from->team_count; t++)
        summary_settle_team(into, team[t]);
    free(team);
    return true;
}

bool
lewis_summary_gather(struct lewis_summary *into,
                     const struct lewis_summary *from,
                     struct lewis_error *error)
{
    return same_bank(into, from, error) &&
           same_options(&into->options, &from->options, error) &&
           join(into, from, error);
}

bool
lewis_summary_merge(struct lewis_summary *into,
                    const struct lewis_summary *from, struct lewis_error *error)
{
    return same_bank(into, from, error) &&
           same_options(&into->options, &from->options, error) &&
           same_duplicates(into, from, error) && join(into, from, error);
}
