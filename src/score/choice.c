/* choice.c - choice banks: answers to choices, choices to worths.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "score/key.h"
#include "score/memo.h"
#include "score/region.h"
#include "score/worth.h"

enum { N = LEWIS_STYLES, FEW_CHOICES = 6, ORDER_BITS = 10 };

/* What split choices (points, pairs) say about how steadily they were made;
 * whole choices add nothing here. */
struct spread {
    bool any;
    double first[N], pair[N];        /* sums of x (1 - x); pair: of not i */
    double round_first, round_pair[N];   /* variances of rounding to a step */
};

/* The other style of an item with two options. */
static enum lewis_style
other_style(const struct key_item *item, enum lewis_style style)
{
    return (enum lewis_style)((int)item->option_style[0] +
                              (int)item->option_style[1] - (int)style);
}

/* A ranking, or a pick as its first step: a choice of the first from all, of
 * the second from those left. */
static void
add_ranking(struct lewis_choices *choices, double source[N],
            const struct key_item *item, const struct lewis_answer *answer)
{
    enum lewis_style won = item->option_style[answer->part[0]];

    source[won]++;
    if (item->options == 2) {
        choices->win[won][other_style(item, won)]++;
        return;
    }
    choices->first[won]++;
    if (answer->count > 1) {
        enum lewis_style next = item->option_style[answer->part[1]];
        choices->win[next][N - (int)won - (int)next]++;
    }
}

/* The part of a choice that option o got. */
static double
part_of(const struct key_item *item, const struct lewis_answer *answer,
        size_t o)
{
    if (item->form == LEWIS_POINTS)
        return answer->part[o] / (double)item->total;
    double right = (answer->value - 1) / (item->places - 1.0);
    return o == 0 ? 1 - right : right;
}

static bool
is_split(const struct key_item *item)
{
    return item->form == LEWIS_POINTS || item->form == LEWIS_PAIR;
}

/* One pick, split. */
static void
add_split(struct lewis_choices *choices, double source[N],
          const struct key_item *item, const struct lewis_answer *answer)
{
    for (size_t o = 0; o < item->options; o++) {
        enum lewis_style style = item->option_style[o];
        double x = part_of(item, answer, o);
        if (item->options == 2)
            choices->win[style][other_style(item, style)] += x;
        else
            choices->first[style] += x;
        source[style] += x;
    }
}

void
choice_add(struct lewis_choices *choices, double source[N],
           const struct key_item *item, const struct lewis_answer *answer)
{
    if (is_split(item))
        add_split(choices, source, item, answer);
    else
        add_ranking(choices, source, item, answer);
}

static void
add_spread(struct spread *spread, const struct key_item *item,
           const struct lewis_answer *answer)
{
    double steps = item->form == LEWIS_POINTS ? item->total : item->places - 1;
    double rounding = 1 / (12 * steps * steps);

    spread->any = true;
    if (item->options == 2) {
        int third = N - (int)item->option_style[0] - (int)item->option_style[1];
        double x = part_of(item, answer, 0);
        spread->pair[third] += x * (1 - x);
        spread->round_pair[third] += rounding;
        return;
    }
    for (size_t o = 0; o < item->options; o++) {
        double x = part_of(item, answer, o);
        spread->first[item->option_style[o]] += x * (1 - x);
    }
    spread->round_first += rounding;
}

static void
count_choices(const struct lewis_key *key, const struct lewis_answer *answer,
              struct lewis_choices *choices, struct spread *spread,
              struct lewis_score *score)
{
    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->item[i];
        if (answer[i].count == 0 || item->passed)
            continue;
        choice_add(choices, score->source, item, &answer[i]);
        if (is_split(item))
            add_spread(spread, item, &answer[i]);
        score->answered++;
    }
}

/* Squares of what was answered less what the shares expect; the same for
 * whole choices, and for what rounding alone leaves; the number of terms. */
struct scatter {
    double found, whole, rounding, terms;
};

static void
add_firsts(struct scatter *x, const struct lewis_choices *c,
           const struct spread *spread, const double w[N])
{
    double n = c->first[0] + c->first[1] + c->first[2];

    for (int i = 0; i < N; i++) {
        x->found += c->first[i] - spread->first[i] -
                    2 * w[i] * c->first[i] + n * w[i] * w[i];
        x->whole += n * w[i] * (1 - w[i]);
    }
    x->rounding += N * spread->round_first;
    x->terms += 2 * n;
}

static void
add_pairs(struct scatter *x, const struct lewis_choices *c,
          const struct spread *spread, const double w[N], int i, int j)
{
    int k = N - i - j;
    double won = c->win[i][j], n = won + c->win[j][i];
    double p = n > 0 ? w[i] / (w[i] + w[j]) : 0;

    x->found += won - spread->pair[k] - 2 * p * won + n * p * p;
    x->whole += n * p * (1 - p);
    x->rounding += spread->round_pair[k];
    x->terms += n;
}

/* How much less than whole choices the split ones scatter: the dispersion of
 * quasi-likelihood (Wedderburn 1974, Biometrika 61:439), by moments; not below
 * what rounding leaves and not above 1. */
static double
dispersion(const struct lewis_choices *choices, const struct spread *spread,
           const double w[N], double *df)
{
    struct scatter x = {0, 0, 0, 0};

    add_firsts(&x, choices, spread, w);
    add_pairs(&x, choices, spread, w, 0, 1);
    add_pairs(&x, choices, spread, w, 0, 2);
    add_pairs(&x, choices, spread, w, 1, 2);
    *df = x.terms - 2;
    if (!(*df >= 1 && x.whole > 0))
        return 1;
    return fmin(1, fmax(x.found / *df * x.terms, x.rounding) / x.whole);
}

/* A split answer tells more than a pick when its like are much alike: counts
 * are over the dispersion. It never tells less. */
static void
set_dispersion(const struct lewis_key *key,
               const struct lewis_choices *choices,
               const struct spread *spread, struct lewis_score *score)
{
    struct lewis_region *region = &score->region;
    struct worth worth;
    double m, phi = dispersion(choices, spread, score->share, &m);

    if (phi < 1)
        region->radius2 = fmin(region_two_f(key->level, m), key->radius2 / phi);
    region->n /= phi;
    for (int i = 0; i < N; i++) {
        region->choices.first[i] = choices->first[i] / phi + key->prior;
        for (int j = 0; j < N; j++)
            region->choices.win[i][j] /= phi;
    }
    worth_fit(&region->choices, &worth);
    memcpy(region->covariance, worth.covariance, sizeof worth.covariance);
    if (region->kind == LEWIS_REGION_LIKELIHOOD)
        memcpy(region->center, worth.share, sizeof region->center);
}

static double
wins_of(const struct lewis_choices *c, double *firsts)
{
    double wins = 0;

    *firsts = c->first[0] + c->first[1] + c->first[2];
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            wins += c->win[i][j];
    return wins;
}

static void
set_region(const struct lewis_key *key, const struct lewis_choices *choices,
           const double share[N], struct lewis_score *score)
{
    struct lewis_region *region = &score->region;
    double n, wins = wins_of(choices, &n);

    score->few = n + wins < FEW_CHOICES - 1e-9;
    region->radius2 = key->radius2;
    region->n = n > 0 ? n : (double)score->answered;
    if (wins > 0) {
        region->kind = LEWIS_REGION_LIKELIHOOD;
        memcpy(region->center, share, sizeof region->center);
    } else {
        region->kind = LEWIS_REGION_SCORE;
        for (int i = 0; i < N; i++)
            region->center[i] = choices->first[i] / n;
    }
}

/* Whole choices as they were counted, 'score' with its answers. */
static void
score_choices(const struct lewis_key *key, const struct lewis_choices *choices,
              const struct spread *spread, struct lewis_score *score,
              bool region)
{
    struct worth worth;

    if (score->answered == 0 ||
        !worth_fit(&score->region.choices, &worth)) {
        score_drop(score, LEWIS_NO_CHOICES);
        return;
    }
    memcpy(score->share, worth.share, sizeof score->share);
    if (region) {
        set_region(key, choices, worth.share, score);
        memcpy(score->region.covariance, worth.covariance,
               sizeof worth.covariance);
    }
    if (region && spread->any)
        set_dispersion(key, choices, spread, score);
    score_finish(score, region);
}

static void
recall(const struct memo_entry *entry, struct lewis_score *score)
{
    memcpy(score->share, entry->share, sizeof score->share);
    memcpy(score->low, entry->low, sizeof score->low);
    memcpy(score->high, entry->high, sizeof score->high);
    memcpy(score->region.covariance, entry->covariance,
           sizeof entry->covariance);
    score->styles = entry->styles;
    score->status = LEWIS_SCORED;
    score->point = lewis_triangle_point(score->share);
}

static void
remember(struct memo_entry *entry, const struct lewis_score *score)
{
    memcpy(entry->share, score->share, sizeof entry->share);
    memcpy(entry->low, score->low, sizeof entry->low);
    memcpy(entry->high, score->high, sizeof entry->high);
    memcpy(entry->covariance, score->region.covariance,
           sizeof entry->covariance);
    entry->styles = score->styles;
}

/* How often each style came first and how often two of them second, which the
 * likelihood knows all of. */
static uint64_t
places_of(const size_t order[SCORE_ORDERS])
{
    uint64_t places = order[0] + order[1];

    places = places << ORDER_BITS | (order[2] + order[3]);
    places = places << ORDER_BITS | (order[4] + order[5]);
    places = places << ORDER_BITS | (order[2 * 1 + 1] + order[2 * 2]);
    return places << ORDER_BITS | (order[0] + order[2 * 2 + 1]);
}

void
choice_announce(const size_t order[SCORE_ORDERS],
                const struct score_memo *memo)
{
    memo_announce(memo, places_of(order));
}

/* score_choices() of whole rankings. */
static void
score_rankings(const struct lewis_key *key, const size_t order[],
               const struct lewis_choices *choices, struct score_memo *memo,
               struct lewis_score *score, bool region)
{
    static const struct spread none = {0};
    uint64_t places = memo != NULL ? places_of(order) : 0;
    const struct memo_entry *entry =
        places != 0 ? memo_find(memo, places) : NULL;

    if (entry != NULL) {
        recall(entry, score);
        if (region)
            set_region(key, choices, score->share, score);
        return;
    }
    score_choices(key, choices, &none, score, region);
    if (places != 0 && score->status == LEWIS_SCORED)
        remember(memo_add(memo, places), score);
}

/* Gives the score its choices with the prior; false when too little was
 * answered. */
static bool
begin(const struct lewis_key *key, const struct lewis_choices *choices,
      struct lewis_score *score)
{
    struct lewis_choices *sum = &score->region.choices;

    for (int i = 0; i < N; i++) {
        sum->first[i] = choices->first[i] + key->prior;
        for (int j = 0; j < N; j++)
            sum->win[i][j] = choices->win[i][j];
    }
    if (score->answered >= key->needed_all)
        return true;
    score_drop(score, LEWIS_TOO_FEW_ANSWERS);
    return false;
}

size_t
choice_orders(const size_t order[SCORE_ORDERS], struct lewis_choices *choices)
{
    size_t answered = 0;

    for (int won = 0; won < N; won++) {
        int next = (won + 1) % N, last = (won + 2) % N;
        double one = (double)order[2 * won], other = (double)order[2 * won + 1];
        choices->first[won] = one + other;
        choices->win[won][won] = 0;
        choices->win[next][last] = one;
        choices->win[last][next] = other;
        answered += order[2 * won] + order[2 * won + 1];
    }
    return answered;
}

void
choice_score_orders(const struct lewis_key *key, const size_t order[],
                    struct score_memo *memo, struct lewis_score *score,
                    bool region)
{
    struct lewis_choices choices;

    score->answered = choice_orders(order, &choices);
    memcpy(score->source, choices.first, sizeof score->source);
    if (begin(key, &choices, score))
        score_rankings(key, order, &choices, memo, score, region);
}

size_t
choice_order(const struct key_item *item, size_t first, size_t second)
{
    size_t won = item->option_style[first], next = item->option_style[second];

    return 2 * won + ((won + 1) % N != next);
}

/* False when an answer is not whole. */
static bool
count_orders(const struct lewis_key *key, const struct lewis_answer *answer,
             size_t order[SCORE_ORDERS])
{
    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->item[i];
        if (answer[i].count == 0 || item->passed)
            continue;
        if (answer[i].count < 2)
            return false;
        order[choice_order(item, answer[i].part[0], answer[i].part[1])]++;
    }
    return true;
}

void
choice_score(const struct lewis_key *key, const struct lewis_answer *answer,
             struct score_memo *memo, struct lewis_score *score, bool region)
{
    struct lewis_choices choices = {{0}, {{0}}};
    struct spread spread = {0};
    size_t order[SCORE_ORDERS] = {0};

    if (key->orders && count_orders(key, answer, order)) {
        choice_score_orders(key, order, memo, score, region);
        return;
    }
    count_choices(key, answer, &choices, &spread, score);
    if (begin(key, &choices, score))
        score_choices(key, &choices, &spread, score, region);
}
