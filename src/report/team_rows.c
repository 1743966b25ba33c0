/* team_rows.c - the figures of a team, a row each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <lewis/team_text.h>

/* One row. */
struct row {
    const char *figure, *part; /* "share", "linear" */
    const char *of;            /* whom or what it is about */
    double value, low, high, p, p_least;
    size_t n;
};

const char *
lewis_presence_keyword(enum lewis_presence presence)
{
    static const char *const words[] = {
        [LEWIS_NOT_ASKED] = "not asked", [LEWIS_PRESENT] = "present",
        [LEWIS_TOO_FEW] = "too few",     [LEWIS_WITHHELD] = "withheld",
        [LEWIS_TOO_MANY] = "too many",
    };

    return words[presence];
}

static void
write_number(struct lewis_output *output, double x)
{
    lewis_output_write(output, "\t", 1);
    if (isfinite(x))
        lewis_output_print(output, "%.6g", x);
}

/* Tabs and line ends inside a name would look like columns and rows. */
static void
write_name(struct lewis_output *output, const char *name)
{
    lewis_output_write(output, "\t", 1);
    for (; *name != '\0'; name++)
        lewis_output_write(output, (unsigned char)*name < ' ' ? " " : name, 1);
}

static void
write_row(struct lewis_output *output, struct row row)
{
    lewis_output_print(output, "%s%s%s", row.figure,
                       row.part == NULL ? "" : ".",
                       row.part == NULL ? "" : row.part);
    write_name(output, row.of == NULL ? "" : row.of);
    write_number(output, row.value);
    write_number(output, row.low);
    write_number(output, row.high);
    write_number(output, row.n == 0 ? NAN : (double)row.n);
    write_number(output, row.p);
    write_number(output, row.p_least);
    lewis_output_write(output, "\n", 1);
}

/* The value alone; with its range; with its test. */
static void
write_figure(struct lewis_output *output, const char *figure, const char *part,
             const char *of, size_t n, double value)
{
    write_row(output,
              (struct row){figure, part, of, value, NAN, NAN, NAN, NAN, n});
}

static void
write_range(struct lewis_output *output, const char *figure, const char *part,
            const char *of, size_t n, double value, double low, double high)
{
    write_row(output,
              (struct row){figure, part, of, value, low, high, NAN, NAN, n});
}

static void
write_tested(struct lewis_output *output, const char *figure, const char *part,
             const char *of, size_t n, double value, double p, double p_least)
{
    write_row(output,
              (struct row){figure, part, of, value, NAN, NAN, p, p_least, n});
}

static void
write_shares(struct lewis_output *output, const char *figure, const char *of,
             size_t n, const double share[], const double low[],
             const double high[])
{
    for (int s = 0; s < LEWIS_STYLES; s++)
        write_range(output, figure, lewis_style_keyword((enum lewis_style)s),
                    of, n, share[s], low[s], high[s]);
}

static void
write_center(struct lewis_output *output, const char *figure, const char *of,
             const struct lewis_center *center)
{
    write_shares(output, figure, of, center->n, center->share, center->low,
                 center->high);
}

static void
write_counts(struct lewis_output *output, const char *of,
             const struct lewis_style_counts *counts)
{
    for (unsigned bits = 1; bits < 8; bits++)
        write_figure(output, "people", lewis_styles_keyword(bits), of,
                     counts->n,
                     (counts->hidden >> bits & 1) != 0
                         ? NAN
                         : (double)counts->of[bits]);
    write_figure(output, "people", "hidden", of, counts->n,
                 (double)counts->hidden_people);
}

static void
write_spread(struct lewis_output *output, const struct lewis_team_figures *f)
{
    const struct lewis_spread *spread = &f->spread;

    if (spread->presence != LEWIS_PRESENT)
        return;
    write_figure(output, "standard_distance", NULL, NULL, f->n,
                 spread->standard_distance);
    write_figure(output, "mean_pairwise", NULL, NULL, f->n,
                 spread->mean_pairwise);
    write_tested(output, "axis_part", NULL, NULL, f->n, spread->part, spread->p,
                 NAN);
    for (int s = 0; s < LEWIS_STYLES; s++)
        write_figure(output, "axis", lewis_style_keyword((enum lewis_style)s),
                     NULL, f->n, spread->axis[s]);
}

static void
write_members(struct lewis_output *output, const struct lewis_team_figures *f)
{
    for (size_t i = 0; i < f->members; i++)
        write_figure(output, "member", "distance", f->member[i].id, 0,
                     f->member[i].distance);
    if (f->medoid < f->members)
        write_figure(output, "medoid", NULL, f->member[f->medoid].id, 0, NAN);
    for (size_t k = 0; k < f->outliers.count; k++) {
        const struct lewis_member *member = &f->member[f->outliers.member[k]];
        write_range(output, "outlier", NULL, member->id, 0, member->robust, NAN,
                    f->outliers.cutoff);
    }
}

static void
write_test(struct lewis_output *output, const char *figure, const char *of,
           const struct lewis_test *test)
{
    write_tested(output, figure, "f", of, test->n, test->statistic, test->p,
                 test->p_least);
}

static void
write_grouping(struct lewis_output *output,
               const struct lewis_grouping *grouping)
{
    for (size_t g = 0; g < grouping->count; g++) {
        const struct lewis_group *group = &grouping->group[g];
        write_center(output, "group", group->label, &group->center);
        write_figure(output, "group", "standard_distance", group->label,
                     group->center.n, group->standard_distance);
        write_counts(output, group->label, &group->styles);
    }
    write_figure(output, "hidden_groups", NULL, grouping->column, 0,
                 (double)grouping->hidden_groups);
    write_figure(output, "hidden_people", NULL, grouping->column, 0,
                 (double)grouping->hidden_people);
    if (!grouping->tested)
        return;
    write_figure(output, "r2", NULL, grouping->column, grouping->places.n,
                 grouping->r2);
    write_test(output, "places", grouping->column, &grouping->places);
    write_test(output, "spreads", grouping->column, &grouping->spreads);
}

static void
write_faultline(struct lewis_output *output, const struct lewis_faultline *line)
{
    if (line->presence != LEWIS_PRESENT)
        return;
    write_tested(output, "faultline", "between", NULL, 0, line->between,
                 line->p, line->p_least);
    write_range(output, "faultline", "usual", NULL, 0, line->usual, NAN,
                line->usual_high);
    write_figure(output, "faultline", "silhouette", NULL, 0, line->silhouette);
    for (int s = 0; s < 2; s++) {
        const char *of = s == 0 ? "side 1" : "side 2";
        write_figure(output, "faultline", "people", of, 0,
                     (double)line->side_n[s]);
        if (line->sides == LEWIS_PRESENT)
            write_center(output, "side", of, &line->side[s]);
    }
}

static void
write_move(struct lewis_output *output, const struct lewis_move *move)
{
    if (move->presence != LEWIS_PRESENT)
        return;
    write_shares(output, "move", NULL, move->n, move->share, move->low,
                 move->high);
    write_figure(output, "move", "distance", NULL, move->n, move->distance);
    write_figure(output, "move", "each", NULL, move->n, move->each);
    write_tested(output, "move", "t2", NULL, move->n, move->t2, move->p, NAN);
}

static void
write_gap(struct lewis_output *output, const struct lewis_team_figures *f)
{
    const struct lewis_gap *gap = &f->gap;

    if (gap->presence != LEWIS_PRESENT)
        return;
    write_shares(output, "gap", gap->name, f->n, gap->share, gap->share_low,
                 gap->share_high);
    write_range(output, "gap", "distance", gap->name, f->n, gap->distance,
                gap->low, gap->high);
    for (size_t k = 0; k < gap->bridges && gap->bridge[k].open; k++)
        write_figure(output, "bridge", NULL,
                     f->member[gap->bridge[k].member].id, 0,
                     gap->bridge[k].distance);
}

static void
write_fit(struct lewis_output *output, const struct lewis_team_figures *f)
{
    for (size_t t = 0; t < f->fit.count; t++) {
        const struct lewis_task_fit *task = &f->fit.task[t];
        for (size_t k = 0; k < task->assigned_count; k++) {
            const struct lewis_member *member = &f->member[task->assigned[k]];
            write_figure(output, "task", task->task->id, member->id, 0,
                         lewis_triangle_distance(
                             member->score.point,
                             lewis_triangle_point(task->task->share)));
        }
    }
}

void
lewis_team_rows(const struct lewis_team_figures *figures,
                struct lewis_output *output)
{
    lewis_output_print(output, "figure\tof\tvalue\tlow\thigh\tn\tp\tp_least\n");
    write_figure(output, "people", NULL, NULL, 0, (double)figures->people);
    write_figure(output, "profiles", NULL, NULL, 0, (double)figures->n);
    if (figures->presence != LEWIS_PRESENT)
        return;
    write_center(output, "center", NULL, &figures->center);
    write_counts(output, NULL, &figures->styles);
    write_spread(output, figures);
    write_members(output, figures);
    for (size_t c = 0; c < figures->groupings; c++)
        write_grouping(output, &figures->grouping[c]);
    write_faultline(output, &figures->faultline);
    write_move(output, &figures->move);
    write_gap(output, figures);
    write_fit(output, figures);
}
