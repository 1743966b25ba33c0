/* items_choice.c - choices: how often each option is first and last, and how
 * much an item tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "score/items.h"
#include "score/reliability.h"
#include "score/worth.h"

enum { N = LEWIS_STYLES };

static const double PRIOR = 0.5; /* lewis_score_defaults() */

/* Fisher information about two log-worths, the third held. */
struct information {
    double aa, ab, bb;
};

static void
describe(struct lewis_item_figures *f, const struct tally *tally,
         const struct lewis_item *item)
{
    double all = 0;

    for (size_t o = 0; o < item->option_count; o++)
        all += (double)tally->first[o];
    for (size_t o = 0; o < item->option_count; o++) {
        f->first[o] = all > 0 ? figure((double)tally->first[o] / all)
                              : figure_lacks(LEWIS_LACK_ANSWERS);
        if (item->form == LEWIS_RANK)
            f->last[o] =
                tally->lasts > 0
                    ? figure((double)tally->last[o] / (double)tally->lasts)
                    : figure_lacks(LEWIS_LACK_ANSWERS);
    }
}

/* 'part' times w (e_i - e_j)(e_i - e_j)' with w = p_i p_j of the two. */
static void
add_pair(struct information *sum, double part, const double p[N], int i, int j)
{
    double both = p[i] + p[j];
    double w = both > 0 ? part * p[i] * p[j] / (both * both) : 0;
    double a = (i == 0) - (j == 0), b = (i == 1) - (j == 1);

    sum->aa += w * a * a;
    sum->ab += w * a * b;
    sum->bb += w * b * b;
}

/* One answer to the item, from a person with the worths p: a choice from two,
 * or a choice from three: diag(p) - p p'; a ranking adds the choice from the
 * two that are left, weighted by how often they are. */
static struct information
information_of(const struct lewis_item *item, const double p[N])
{
    struct information sum = {0, 0, 0};

    if (item->option_count == 2) {
        add_pair(&sum, 1, p, (int)item->option[0].style,
                 (int)item->option[1].style);
        return sum;
    }
    sum = (struct information){p[0] * (1 - p[0]), -p[0] * p[1],
                               p[1] * (1 - p[1])};
    for (int i = 0; i < N && item->form == LEWIS_RANK; i++)
        add_pair(&sum, p[i], p, (i + 1) % N, (i + 2) % N);
    return sum;
}

static void
add(struct information *sum, struct information part)
{
    sum->aa += part.aa;
    sum->ab += part.ab;
    sum->bb += part.bb;
}

/* tr(all^-1 part) / 2: parts of one whole, whichever log-worths the two are. */
static struct lewis_figure
part_of(struct information part, struct information all)
{
    double det = all.aa * all.bb - all.ab * all.ab;

    if (!(det > 1e-12 * all.aa * all.bb))
        return figure_lacks(LEWIS_LACK_STYLE);
    return figure((part.aa * all.bb - 2 * part.ab * all.ab + part.bb * all.aa) /
                  (2 * det));
}

/* The worths that the answers to one item, or to all, fit best. */
static void
fit(const struct lewis_choices *choices, double p[N])
{
    struct lewis_choices with_prior = *choices;
    struct worth worth;

    for (int s = 0; s < N; s++)
        with_prior.first[s] += PRIOR;
    worth_fit(&with_prior, &worth);
    for (int s = 0; s < N; s++)
        p[s] = worth.share[s];
}

static struct information
information_own(const struct lewis_items *items, size_t i)
{
    const struct lewis_item *item = lewis_bank_item(items->bank, i);
    struct lewis_choices choices = {{0}, {{0}}};
    double p[N];

    tally_choices(&items->tally[i], item, &choices);
    fit(&choices, p);
    return information_of(item, p);
}

static bool
is_choice(const struct lewis_items *items, size_t i)
{
    return lewis_bank_item(items->bank, i)->form != LEWIS_CHECK;
}

static void
set_information(struct lewis_items *items)
{
    struct information all = {0, 0, 0}, all_own = {0, 0, 0};

    for (size_t i = 0; i < items->count; i++)
        if (is_choice(items, i)) {
            add(&all,
                information_of(lewis_bank_item(items->bank, i), items->worths));
            add(&all_own, information_own(items, i));
        }
    for (size_t i = 0; i < items->count; i++) {
        struct lewis_item_figures *f = &items->item[i];
        if (!is_choice(items, i))
            continue;
        f->information = part_of(
            information_of(lewis_bank_item(items->bank, i), items->worths),
            all);
        f->information_own = f->n > 0
                                 ? part_of(information_own(items, i), all_own)
                                 : figure_lacks(LEWIS_LACK_ANSWERS);
    }
}

void
items_choice(struct lewis_items *items)
{
    struct lewis_choices choices = {{0}, {{0}}};

    for (size_t i = 0; i < items->count; i++) {
        const struct lewis_item *item = lewis_bank_item(items->bank, i);
        if (!is_choice(items, i))
            continue;
        describe(&items->item[i], &items->tally[i], item);
        tally_choices(&items->tally[i], item, &choices);
        for (size_t o = 0; o < item->option_count; o++)
            items->style[item->option[o].style].items++;
    }
    fit(&choices, items->worths);
    set_information(items);
}
