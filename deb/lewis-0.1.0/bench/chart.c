/* chart.c - how long a chart of a million people takes.
 *
 *   chart [PEOPLE]       times it, 1000000 unless said
 *   chart csv [PEOPLE]   writes answers of as many to standard output, 30
 *                        rankings each, for timing the command
 *
 * People in memory, spread round three places, go through lewis_chart_add(), the
 * chart is laid out and written as a PNG of 150 dots per inch. Beside it, in the
 * same run, the least that can be done: adding up the same coordinates. Prints
 * milliseconds of CPU, the least of several turns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <lewis/chart.h>
#include <lewis/render.h>

enum { TEAMS = 3, TURNS = 3, ITEMS = 30 };

static const char *const team[TEAMS] = {"Harbour", "Orchard", "Bridge"};
static uint64_t state = 88172645463325252u;

static double
chance(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (double)(state >> 11) / 9007199254740992.0;
}

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return 1e3 * (double)t.tv_sec + 1e-6 * (double)t.tv_nsec;
}

static void *
need(void *memory)
{
    if (memory == NULL) {
        fputs("chart: out of memory\n", stderr);
        exit(2);
    }
    return memory;
}

/* ---- people ---- */

static struct lewis_point
make_point(int of)
{
    static const double worth[TEAMS][LEWIS_STYLES] = {
        {2, 1, 1}, {1, 3, 1}, {1, 1, 2}};
    double share[LEWIS_STYLES], sum = 0;

    for (int i = 0; i < LEWIS_STYLES; i++) {
        double x = chance() + chance() + chance() + 0.02;

        sum += share[i] = worth[of][i] * x;
    }
    for (int i = 0; i < LEWIS_STYLES; i++)
        share[i] /= sum;
    return lewis_triangle_point(share);
}

static struct lewis_point *
make_people(long people)
{
    struct lewis_point *point = need(malloc((size_t)people * sizeof *point));

    for (long i = 0; i < people; i++)
        point[i] = make_point((int)(i % TEAMS));
    return point;
}

static void
write_csv(long people)
{
    static const char *const ranking[] = {"abc", "acb", "bac",
                                          "bca", "cab", "cba"};

    fputs("id,team", stdout);
    for (int i = 1; i <= ITEMS; i++)
        printf(",T%02d", i);
    putchar('\n');
    for (long i = 0; i < people; i++) {
        double lean = 5 * chance();

        printf("P%ld,%s", i, team[i % TEAMS]);
        for (int k = 0; k < ITEMS; k++)
            printf(",%s", ranking[(int)(lean + chance())]);
        putchar('\n');
    }
}

/* ---- the two ways ---- */

static double
time_sums(const struct lewis_point point[], long people)
{
    double before = now();
    volatile double x = 0, y = 0;

    for (long i = 0; i < people; i++) {
        x += point[i].x;
        y += point[i].y;
    }
    return now() - before;
}

static struct lewis_chart *
gather(const struct lewis_point point[], long people)
{
    struct lewis_chart *chart = need(lewis_chart_new(NULL));
    struct lewis_score score = {.status = LEWIS_SCORED,
                                .low = {0.1, 0.1, 0.1},
                                .high = {0.4, 0.4, 0.4}};
    char name[24];

    for (long i = 0; i < people; i++) {
        const char *of = team[i % TEAMS];
        int size = snprintf(name, sizeof name, "P%ld", i);

        score.point = point[i];
        if (!lewis_chart_add(chart, name, (size_t)size, of, strlen(of), &score,
                             NULL))
            need(NULL);
    }
    return chart;
}

static void
draw(const struct lewis_chart *chart)
{
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_render_options render = lewis_render_defaults();
    struct lewis_ruler *ruler = need(lewis_ruler_new(NULL));
    struct lewis_measure measure = lewis_ruler_measure(ruler);
    struct lewis_scene *scene =
        need(lewis_chart_scene(chart, &options, &measure, NULL));
    struct lewis_output *output = need(lewis_output_open("/dev/null", NULL));

    if (!lewis_render(scene, LEWIS_PNG, &render, output, NULL))
        need(NULL);
    lewis_output_free(output);
    lewis_scene_free(scene);
    lewis_ruler_free(ruler);
}

struct times {
    double sums, adding, drawing;
};

static struct times
turn(const struct lewis_point point[], long people)
{
    struct times t = {.sums = time_sums(point, people)};
    double before = now();
    struct lewis_chart *chart = gather(point, people);

    t.adding = now() - before;
    before = now();
    draw(chart);
    t.drawing = now() - before;
    lewis_chart_free(chart);
    return t;
}

static void
time_all(long people)
{
    struct lewis_point *point = make_people(people);
    struct times least = turn(point, people);
    struct rusage use;

    for (int i = 1; i < TURNS; i++) {
        struct times t = turn(point, people);

        least.sums = fmin(least.sums, t.sums);
        least.adding = fmin(least.adding, t.adding);
        least.drawing = fmin(least.drawing, t.drawing);
    }
    getrusage(RUSAGE_SELF, &use);
    printf("people            %ld\n", people);
    printf("adding them       %.0f ms, %.1f times adding up coordinates\n",
           least.adding, least.adding / least.sums);
    printf("layout and PNG    %.0f ms\n", least.drawing);
    printf("memory            %.1f MB, of it %.1f MB the people themselves\n",
           (double)use.ru_maxrss / 1024,
           (double)people * sizeof *point / 1048576);
    free(point);
}

int
main(int argc, char **argv)
{
    bool csv = argc > 1 && strcmp(argv[1], "csv") == 0;
    const char *number = csv ? argv[2] : argv[1];
    long people = number == NULL ? 1000000 : atol(number);

    if (people < 1) {
        fputs("usage: chart [csv] [PEOPLE]\n", stderr);
        return 2;
    }
    if (csv)
        write_csv(people);
    else
        time_all(people);
    return 0;
}
