/* coverage.c - does the region hold the truth as often as it says?
 *
 *   coverage [SHEETS [FORM]]     answer sheets per truth, 10000 unless said
 *
 * Truths stand on a grid over the inside of the triangle, every share at least
 * .10. For each, and each form of bank of 12, 20, 30 and 60 items, sheets are
 * drawn, scored by the library as by default (prior .5, level .90), and it is
 * counted whether the region holds the truth, and whether the low and high of
 * every share do. How people answer, given their truth w:
 *
 *   pick     one of three options with chances w
 *   rank     Plackett-Luce: the first with chances w, then of those left
 *   first    the same items, only the first said
 *   points   10 points one after the other, to an option with a chance that
 *            goes with SURE w + what it has already (Polya's urn: the points
 *            of an item are Dirichlet-multinomial of mean w)
 *   pair     7 places, so 6 steps, from the left to the right in the same way;
 *            items go round the three pairs of styles
 *   mixed    a third each of rank, points and pair
 *   rate     five places, items go round the styles. A style's level is its
 *            share times min(1.5, .85 / the largest share); every answer is a
 *            normal variable around it, SD .25 of the scale for item and person
 *            together, rounded to the nearest place and cut at the ends, its
 *            mean shifted so that infinitely many items would give the level
 *   steady   the same with SD .15
 *   loose    the same with SD .35
 *   uneven   the same with SD .15, .25 and .35 for the three styles
 *
 * Fails when, from 20 items up, the mean over the truths is not .88 to .92 or
 * the worst truth is under .87 (picks) or .85 (the others).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include <lewis/bank.h>
#include <lewis/score.h>

enum {
    N = LEWIS_STYLES,
    STEPS = 6, /* of the grid of truths, a side */
    TRUTHS = (STEPS + 1) * (STEPS + 2) / 2,
    MOST_ITEMS = 60,
    LEAST_ITEMS = 20, /* from where on the region is held to it */
    POINTS = 10,
    PLACES = 7,
    RATINGS = 5,
    DRAWN = 40, /* regions per truth that are walked around */
    CURVE = 180
};

static const double LEAST_SHARE = .10;
static const double SURE = 4;

/* ---- chance ---- */

static uint64_t seed = 20240607;

static double
uniform(void)
{
    uint64_t z = seed += 0x9E3779B97F4A7C15u;

    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

/* One of 'count' with chances that go with 'weight'. */
static int
one_of(const double weight[], int count)
{
    double sum = 0, u;
    int i = 0;

    for (int k = 0; k < count; k++)
        sum += weight[k];
    u = uniform() * sum;
    while (i < count - 1 && (u -= weight[i]) >= 0)
        i++;
    return i;
}

/* ---- truths ---- */

struct truth {
    double w[N];
    double chance[N][RATINGS]; /* of every place, by style */
};

static void
make_truths(struct truth truth[TRUTHS])
{
    double step = (1 - N * LEAST_SHARE) / STEPS;
    int n = 0;

    for (int a = 0; a <= STEPS; a++)
        for (int b = 0; a + b <= STEPS; b++, n++) {
            truth[n].w[0] = LEAST_SHARE + a * step;
            truth[n].w[1] = LEAST_SHARE + b * step;
            truth[n].w[2] = LEAST_SHARE + (STEPS - a - b) * step;
        }
}

/* The chances of the places around a normal mean; the mean place, 0..1. */
static double
place_chances(double mean, double sd, double chance[RATINGS])
{
    double before = 0, sum = 0;

    for (int x = 0; x < RATINGS; x++) {
        double edge = ((x + .5) / (RATINGS - 1) - mean) / (sd * sqrt(2));
        double upto = x == RATINGS - 1 ? 1 : (1 + erf(edge)) / 2;
        chance[x] = upto - before;
        sum += chance[x] * x / (RATINGS - 1);
        before = upto;
    }
    return sum;
}

static void
set_levels(struct truth *truth, const double sd[N])
{
    const double *w = truth->w;
    double scale = fmin(1.5, .85 / fmax(w[0], fmax(w[1], w[2])));

    for (int s = 0; s < N; s++) {
        double low = -3, high = 4;
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            if (place_chances(middle, sd[s], truth->chance[s]) < scale * w[s])
                low = middle;
            else
                high = middle;
        }
    }
}

/* ---- banks and how they are answered ---- */

typedef void write_item(FILE *out, int item);
typedef void answer_item(const struct truth *truth, int item,
                         struct lewis_answer *answer);

static const char *const style_name[N] = {"linear", "multi", "reactive"};

static void
write_options(FILE *out)
{
    for (int s = 0; s < N; s++)
        fprintf(out,
                "<option id='%c'><label xml:lang='en'>o</label>"
                "<key style='%s'/></option>",
                'a' + s, style_name[s]);
}

static void
write_pick(FILE *out, int item)
{
    fprintf(out, "<pick id='I%d'><stem xml:lang='en'>s</stem>", item);
    write_options(out);
    fputs("</pick>", out);
}

static void
write_rank(FILE *out, int item)
{
    fprintf(out, "<rank id='I%d'><stem xml:lang='en'>s</stem>", item);
    write_options(out);
    fputs("</rank>", out);
}

static void
write_points(FILE *out, int item)
{
    fprintf(out, "<points id='I%d' total='%d'><stem xml:lang='en'>s</stem>",
            item, POINTS);
    write_options(out);
    fputs("</points>", out);
}

static int
left_of(int item)
{
    return item % N == 2 ? 0 : item % N;
}

static int
right_of(int item)
{
    return item % N == 0 ? 1 : 2;
}

static void
write_pair(FILE *out, int item)
{
    fprintf(out,
            "<pair id='I%d' points='%d'><left><label xml:lang='en'>l</label>"
            "<key style='%s'/></left><right><label xml:lang='en'>r</label>"
            "<key style='%s'/></right></pair>",
            item, PLACES, style_name[left_of(item)],
            style_name[right_of(item)]);
}

static void
write_mixed(FILE *out, int item)
{
    static write_item *const of[] = {write_rank, write_points, write_pair};

    of[item / N % N](out, item);
}

static void
write_rate(FILE *out, int item)
{
    fprintf(out,
            "<rate id='I%d' response='r'><stem xml:lang='en'>s</stem>"
            "<key style='%s'/></rate>",
            item, style_name[item % N]);
}

static void
answer_pick(const struct truth *truth, int item, struct lewis_answer *answer)
{
    (void)item;
    answer->count = 1;
    answer->part[0] = (uint8_t)one_of(truth->w, N);
}

static void
answer_rank(const struct truth *truth, int item, struct lewis_answer *answer)
{
    int i = one_of(truth->w, N), j = (i + 1) % N, k = (i + 2) % N;

    (void)item;
    if (one_of((double[]){truth->w[j], truth->w[k]}, 2) == 1)
        j = k;
    answer->count = N;
    answer->part[0] = (uint8_t)i;
    answer->part[1] = (uint8_t)j;
    answer->part[2] = (uint8_t)(N - i - j);
}

static void
answer_points(const struct truth *truth, int item, struct lewis_answer *answer)
{
    double urn[N];

    (void)item;
    answer->count = N;
    for (int i = 0; i < N; i++) {
        urn[i] = SURE * truth->w[i];
        answer->part[i] = 0;
    }
    for (int k = 0; k < POINTS; k++) {
        int i = one_of(urn, N);
        answer->part[i]++;
        urn[i]++;
    }
}

static void
answer_pair(const struct truth *truth, int item, struct lewis_answer *answer)
{
    double l = truth->w[left_of(item)], r = truth->w[right_of(item)];
    double urn[2] = {SURE * l / (l + r), SURE * r / (l + r)};

    answer->count = 1;
    answer->value = 1;
    for (int k = 1; k < PLACES; k++) {
        int i = one_of(urn, 2);
        answer->value = (int16_t)(answer->value + i);
        urn[i]++;
    }
}

static void
answer_mixed(const struct truth *truth, int item, struct lewis_answer *answer)
{
    static answer_item *const of[] = {answer_rank, answer_points, answer_pair};

    of[item / N % N](truth, item, answer);
}

static void
answer_rate(const struct truth *truth, int item, struct lewis_answer *answer)
{
    answer->count = 1;
    answer->value = (int16_t)(1 + one_of(truth->chance[item % N], RATINGS));
}

static const struct form {
    const char *name;
    write_item *write;
    answer_item *answer;
    double sd[N]; /* of ratings, by style */
    double worst;
} forms[] = {
    {"pick", write_pick, answer_pick, {0}, .87},
    {"first", write_rank, answer_pick, {0}, .87},
    {"rank", write_rank, answer_rank, {0}, .85},
    {"points", write_points, answer_points, {0}, .85},
    {"pair", write_pair, answer_pair, {0}, .85},
    {"mixed", write_mixed, answer_mixed, {0}, .85},
    {"rate", write_rate, answer_rate, {.25, .25, .25}, .85},
    {"steady", write_rate, answer_rate, {.15, .15, .15}, .85},
    {"uneven", write_rate, answer_rate, {.15, .25, .35}, .85},
    {"loose", write_rate, answer_rate, {.35, .35, .35}, .85},
};
enum { FORMS = sizeof forms / sizeof forms[0] };

static struct lewis_bank *
make_bank(const struct form *form, int items)
{
    struct lewis_error error;
    struct lewis_bank *bank;
    char *xml;
    size_t size;
    FILE *out = open_memstream(&xml, &size);

    fputs("<bank xmlns='urn:x-lewis:bank:1' id='coverage' version='1.0.0' "
          "languages='en' min-answered='0.1'><meta><title xml:lang='en'>t"
          "</title><author>a</author><licence spdx='CC0-1.0'>l</licence>"
          "<source>s</source></meta>", out);
    if (form->sd[0] > 0) {
        fputs("<response id='r'>", out);
        for (int x = 1; x <= RATINGS; x++)
            fprintf(out, "<point value='%d'><label xml:lang='en'>p</label>"
                         "</point>", x);
        fputs("</response>", out);
    }
    fputs("<section id='one'><name xml:lang='en'>n</name>", out);
    for (int i = 0; i < items; i++)
        form->write(out, i);
    fputs("</section></bank>", out);
    fclose(out);
    bank = lewis_bank_parse(xml, size, form->name, &error);
    if (bank == NULL) {
        fprintf(stderr, "coverage: %s\n", error.text);
        exit(2);
    }
    free(xml);
    return bank;
}

/* ---- counting ---- */

struct tally {
    double region, joint, share[N]; /* how often they held the truth */
    double sheets, area, off, drawn, odd;
};

/* The region's edge: its area as a part of the triangle's, how far low and
 * high are from its shadow, and whether the styles named are those that lead
 * somewhere in it. */
static void
walk_around(const struct lewis_score *score, struct tally *tally)
{
    struct lewis_point point[CURVE];
    double low[N], high[N], area = 0, off = 0;
    unsigned styles = 0;
    int lead = 0;

    lewis_region_curve(&score->region, point, CURVE);
    for (int i = 0; i < N; i++) {
        low[i] = high[i] = score->share[i];
        lead = score->share[i] > score->share[lead] ? i : lead;
    }
    for (int k = 0; k < CURVE; k++) {
        struct lewis_point a = point[k], b = point[(k + 1) % CURVE];
        double p[N];
        area += (a.x * b.y - a.y * b.x) / 2;
        lewis_triangle_shares(a, p);
        for (int i = 0; i < N; i++) {
            low[i] = fmin(low[i], p[i]);
            high[i] = fmax(high[i], p[i]);
            styles |= (unsigned)(i == lead || p[i] >= p[lead]) << i;
        }
    }
    for (int i = 0; i < N; i++)
        off = fmax(off, fmax(fabs(low[i] - score->low[i]),
                             fabs(high[i] - score->high[i])));
    tally->area += area / (sqrt(3) / 4);
    tally->off += off;
    tally->odd += styles != score->styles;
    tally->drawn++;
}

static void
count(const struct lewis_score *score, const double truth[N],
      struct tally *tally)
{
    bool all = true;

    tally->sheets++;
    if (score->status != LEWIS_SCORED)
        return;
    tally->region += lewis_region_holds(&score->region, truth);
    for (int i = 0; i < N; i++) {
        bool holds = score->low[i] <= truth[i] && truth[i] <= score->high[i];
        tally->share[i] += holds;
        all = all && holds;
    }
    tally->joint += all;
    if (tally->drawn < DRAWN)
        walk_around(score, tally);
}

static void
simulate(const struct form *form, const struct lewis_key *key, int items,
         const struct truth *truth, int sheets, struct tally *tally)
{
    memset(tally, 0, sizeof *tally);
    for (int k = 0; k < sheets; k++) {
        struct lewis_answer answer[MOST_ITEMS];
        struct lewis_score score;
        memset(answer, 0, sizeof answer);
        for (int i = 0; i < items; i++)
            form->answer(truth, i, &answer[i]);
        lewis_score_answers(key, answer, &score);
        count(&score, truth->w, tally);
    }
}

/* What stands in a row of the table: means over the truths, and the worst. */
struct summary {
    double mean, worst, joint, share, worst_share, area, off, odd;
};

static void
summarize(const struct tally *tally, struct summary *sum)
{
    double sheets = tally->sheets, drawn = tally->drawn * TRUTHS;

    sum->mean += tally->region / sheets / TRUTHS;
    sum->worst = fmin(sum->worst, tally->region / sheets);
    sum->joint += tally->joint / sheets / TRUTHS;
    for (int i = 0; i < N; i++) {
        sum->share += tally->share[i] / sheets / TRUTHS / N;
        sum->worst_share = fmin(sum->worst_share, tally->share[i] / sheets);
    }
    sum->area += tally->area / drawn;
    sum->off += tally->off / drawn;
    sum->odd += tally->odd / drawn;
}

static bool
good(const struct form *form, int items, const struct summary *sum)
{
    return items < LEAST_ITEMS || (sum->mean >= .88 && sum->mean <= .92 &&
                                   sum->worst >= form->worst);
}

/* One row of the table: a form and a number of items. False when the region
 * is not what it must be. */
static bool
row(const struct form *form, int items, struct truth truth[TRUTHS], int sheets)
{
    struct lewis_score_options options = lewis_score_defaults();
    struct lewis_bank *bank = make_bank(form, items);
    struct lewis_key *key = lewis_key_new(bank, &options, NULL);
    struct summary s = {.worst = 1, .worst_share = 1};

    for (int t = 0; t < TRUTHS; t++) {
        struct tally tally;
        if (form->sd[0] > 0)
            set_levels(&truth[t], form->sd);
        simulate(form, key, items, &truth[t], sheets, &tally);
        summarize(&tally, &s);
    }
    printf("%-7s %3d  %.3f  %.3f  %5.1f %%   %.3f  %.3f  %.3f   %.4f  %5.1f %%"
           "%s\n",
           form->name, items, s.mean, s.worst, 100 * s.area, s.joint, s.share,
           s.worst_share, s.off, 100 * s.odd,
           good(form, items, &s) ? "" : "  <- outside");
    fflush(stdout);
    lewis_key_free(key);
    lewis_bank_free(bank);
    return good(form, items, &s);
}

int
main(int argc, char **argv)
{
    static const int items[] = {12, 20, 30, 60};
    static struct truth truth[TRUTHS];
    int sheets = argc > 1 ? atoi(argv[1]) : 10000;
    bool all = true;

    gsl_set_error_handler_off();
    make_truths(truth);
    puts("             region                    low and high           "
         "apart from  styles\n"
         "form      n  mean   worst    area    all    each   worst   "
         "the shadow  differ");
    for (int f = 0; f < FORMS; f++) {
        if (argc > 2 && strcmp(argv[2], forms[f].name) != 0)
            continue;
        for (int k = 0; k < 4; k++)
            all = row(&forms[f], items[k], truth, sheets) && all;
    }
    return all ? 0 : 1;
}
