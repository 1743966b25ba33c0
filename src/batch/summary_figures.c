/* summary_figures.c - what follows from a summary's whole numbers. Each figure
 * is computed from them in one way only, so that it has the same digits however
 * they were added up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/team.h>

#include "base/number.h"
#include "batch/summary.h"
#include "score/reliability.h"

enum { N = LEWIS_STYLES };

static const struct {
    const char *name;
    double part;
} percents[] = {{"p05", 0.05}, {"p10", 0.10}, {"p25", 0.25}, {"p50", 0.50},
                {"p75", 0.75}, {"p90", 0.90}, {"p95", 0.95}};
enum { PERCENTS = sizeof percents / sizeof percents[0] };

static void
add_value(struct text *out, double value)
{
    char *room = text_reserve(out, NUMBER_TEN);

    if (!isfinite(value))
        text_add(out, "null");
    else if (room != NULL)
        out->size += number_print_ten(value == 0 ? 0.0 : value, room);
}

static void
add_named(struct text *out, const char *name, double value)
{
    text_add(out, ", \"");
    text_add(out, name);
    text_add(out, "\": ");
    add_value(out, value);
}

static void
add_figure(struct text *out, const char *name, struct lewis_figure figure)
{
    add_named(out, name,
              figure.lack == LEWIS_LACK_NOTHING ? figure.value : NAN);
}

/* ---- profiles ---- */

static double
from_units(double x, int times)
{
    return ldexp(x, -times * GROUP_ONE);
}

/* The group's persons as points, from its sums. */
static struct lewis_cloud
cloud_of(const struct group *group)
{
    wide n = (wide)group->status[LEWIS_SCORED];
    struct lewis_cloud cloud = {.n = (size_t)n};

    if (n == 0)
        return cloud;
    cloud.mean_x = from_units(wide_mean(group->x, (double)n), 1);
    cloud.mean_y = from_units(wide_mean(group->y, (double)n), 1);
    cloud.xx = from_units(wide_moment(group->x, group->x, group->xx, n), 2);
    cloud.xy = from_units(wide_moment(group->x, group->y, group->xy, n), 2);
    cloud.yy = from_units(wide_moment(group->y, group->y, group->yy, n), 2);
    lewis_cloud_add_error(&cloud,
                          (double[3]){from_units((double)group->error[0], 1),
                                      from_units((double)group->error[1], 1),
                                      from_units((double)group->error[2], 1)});
    return cloud;
}

/* The share below which that part of the people are, as if those within a step
 * of the histogram stood evenly in it. */
static double
percentile(const struct group *group, int style, double part)
{
    const uint64_t *bin = group->bin + (size_t)style * group->bins;
    double target = part * (double)group->status[LEWIS_SCORED], below = 0;

    for (size_t b = 0; b < group->bins; b++) {
        double count = (double)bin[b];
        if (count > 0 && below + count >= target)
            return ((double)b + (target - below) / count) / (double)group->bins;
        below += count;
    }
    return NAN;
}

static void
add_share(const struct group *group, int style, struct text *out)
{
    wide n = (wide)group->status[LEWIS_SCORED];
    wide sum = group->share[style];
    double squares =
        n > 1 ? from_units(wide_moment(sum, sum, group->square[style], n), 2)
              : 0;

    text_print(out, "\"%s\": {\"mean\": ",
               lewis_style_keyword((enum lewis_style)style));
    add_value(out, n > 0 ? from_units(wide_mean(sum, (double)n), 1) : NAN);
    add_named(out, "sd",
              n > 1 ? sqrt(fmax(squares, 0) / ((double)n - 1)) : NAN);
    for (int p = 0; p < PERCENTS; p++)
        add_named(out, percents[p].name,
                  percentile(group, style, percents[p].part));
    text_add(out, "}");
}

/* The covariance of x and y. */
static void
add_covariance(const struct lewis_cloud *cloud, struct text *out)
{
    double n = (double)cloud->n - 1;

    text_add(out, "\"covariance\": {\"x_x\": ");
    add_value(out, cloud->n > 1 ? cloud->xx / n : NAN);
    add_named(out, "x_y", cloud->n > 1 ? cloud->xy / n : NAN);
    add_named(out, "y_y", cloud->n > 1 ? cloud->yy / n : NAN);
    text_add(out, "}");
}

static void
add_region(const struct lewis_cloud *cloud, double level, struct text *out)
{
    struct lewis_ellipse ellipse;

    text_add(out, "\"region\": ");
    if (!lewis_cloud_center_region(cloud, level, &ellipse)) {
        text_add(out, "null");
        return;
    }
    text_print(out, "{\"level\": %.10g", level);
    add_named(out, "major", ellipse.major);
    add_named(out, "minor", ellipse.minor);
    add_named(out, "angle", ellipse.angle);
    text_add(out, "}");
}

static void
add_group(const struct group *group, double level, struct text *out)
{
    struct lewis_cloud cloud = cloud_of(group);

    text_print(out, "{\"n\": %zu", cloud.n);
    for (int s = 0; s < N; s++) {
        text_add(out, ",\n   ");
        add_share(group, s, out);
    }
    text_add(out, ",\n   \"center\": {\"x\": ");
    add_value(out, lewis_cloud_center(&cloud).x);
    add_named(out, "y", lewis_cloud_center(&cloud).y);
    text_add(out, "}, ");
    add_covariance(&cloud, out);
    text_add(out, ", ");
    add_region(&cloud, level, out);
    text_add(out, "}");
}

static void
add_teams(const struct lewis_summary *summary, struct text *out)
{
    double level = summary->options.score.level;

    text_add(out, "\"teams\": [");
    for (size_t t = 0; t < summary->team_count; t++) {
        const struct summary_team *team = summary->team[t];
        text_add(out, t == 0 ? "\n   [" : ",\n   [");
        text_add_json(out, team->name, team->size);
        text_add(out, ", ");
        add_group(&team->group, level, out);
        text_add(out, "]");
    }
    text_add(out, "],\n  \"other_teams\": ");
    add_group(&summary->other, level, out);
}

/* ---- items ---- */

static double
span(const struct lewis_summary *summary, const struct summary_style *style,
     size_t i)
{
    const struct counted_item *item = &summary->item[style->item[i]];

    return item->hi - item->lo;
}

/* Of the items' POMPs. */
static void
set_covariance(const struct lewis_summary *summary,
               const struct summary_style *style, double *c)
{
    const uint64_t *cross = style->cross;
    size_t k = style->k;
    wide n = (wide)style->complete;

    for (size_t i = 0; i < k; cross += ++i)
        for (size_t j = 0; j <= i; j++)
            c[i * k + j] = c[j * k + i] =
                n > 1 ? wide_moment((wide)style->sum[i], (wide)style->sum[j],
                                    (wide)cross[j], n) /
                            ((double)n - 1) / span(summary, style, i) /
                            span(summary, style, j)
                      : 0;
}

static double
mean_score(const struct lewis_summary *summary,
           const struct summary_style *style)
{
    double mean = 0;

    for (size_t i = 0; i < style->k; i++)
        mean += (double)style->sum[i] / span(summary, style, i);
    return style->complete == 0
               ? NAN
               : mean / (double)style->complete / (double)style->k;
}

static void
add_style(const struct lewis_summary *summary, enum lewis_style s, double *c,
          struct text *out)
{
    const struct summary_style *style = &summary->style[s];
    struct covariance covariance = {style->k, style->complete, c};
    struct lewis_figure low, high;
    double total;

    set_covariance(summary, style, c);
    total = covariance_total(&covariance);
    reliability_feldt(&covariance, &low, &high);
    text_print(out, "{\"style\": \"%s\", \"items\": %zu, \"n\": %llu",
               lewis_style_keyword(s), style->k,
               (unsigned long long)style->complete);
    add_named(out, "mean", mean_score(summary, style));
    add_named(out, "sd",
              style->complete > 1 ? sqrt(fmax(total, 0)) / (double)style->k
                                  : NAN);
    add_figure(out, "alpha", reliability_alpha(&covariance));
    add_figure(out, "feldt_low", low);
    add_figure(out, "feldt_high", high);
    add_figure(out, "lambda2", reliability_lambda2(&covariance));
    text_add(out, ", \"r_drop\": [");
    for (size_t i = 0; i < style->k; i++) {
        struct lewis_figure r = reliability_r_drop(&covariance, i);
        text_add(out, i == 0 ? "" : ", ");
        add_value(out, r.lack == LEWIS_LACK_NOTHING ? r.value : NAN);
    }
    text_add(out, "]}");
}

static bool
add_styles(const struct lewis_summary *summary, struct text *out)
{
    size_t k = 1;
    double *c;

    for (int s = 0; s < N; s++)
        k = summary->style[s].k > k ? summary->style[s].k : k;
    c = malloc(k * k * sizeof *c);
    if (c == NULL)
        return false;
    text_add(out, "\"styles\": [");
    for (int s = 0; s < N && summary->kind == LEWIS_BANK_RATING; s++) {
        text_add(out, s == 0 ? "\n   " : ",\n   ");
        add_style(summary, (enum lewis_style)s, c, out);
    }
    text_add(out, "]");
    free(c);
    return true;
}

static void
add_item(const struct counted_item *item, struct text *out)
{
    text_add(out, "{\"id\": ");
    text_add_json(out, item->id, strlen(item->id));
    text_print(out, ", \"n\": %llu", (unsigned long long)counted_item_n(item));
    if (item->options == 0)
        add_named(out, "mean", counted_item_mean(item));
    for (size_t o = 0; o < item->options; o++) {
        text_add(out, o == 0 ? ", \"first\": [" : ", ");
        add_value(out, counted_item_first(item, o));
    }
    text_add(out, item->options == 0 ? "}" : "]}");
}

bool
summary_write_figures(const struct lewis_summary *summary, struct text *out)
{
    bool ok;

    text_add(out, "{\n  \"all\": ");
    add_group(&summary->all, summary->options.score.level, out);
    text_add(out, ",\n  \"items\": [");
    for (size_t i = 0; i < summary->item_count; i++) {
        text_add(out, i == 0 ? "\n   " : ",\n   ");
        add_item(&summary->item[i], out);
    }
    text_add(out, "],\n  ");
    ok = add_styles(summary, out);
    text_add(out, ",\n  ");
    add_teams(summary, out);
    text_add(out, "}");
    return ok;
}
