/* label_layout_test.c - what is true of the labels of any team: 500 random
 * ones, with up to 60 countries.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "charting.h"
#include "near.h"

enum { TEAMS = 500, MOST = 40, COUNTRIES = 60 };

/* --- a random team --- */

static const char *const names[] = {
    "Ann",
    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Hub",
    "\xE7\x8E\x8B\xE5\xB0\x8F\xE6\x98\x8E",
    "\xD9\x85\xD8\xAD\xD9\x85\xD8\xAF \xD8\xA8\xD9\x86",
    "\xE0\xA4\xAA\xE0\xA5\x8D\xE0\xA4\xB0\xE0\xA4\xBF\xE0\xA4\xAF\xE0\xA4\xBE",
    "",
    "Jean-Baptiste de la Tour",
    "Z\xC3\xB6",
};
enum { NAMES = sizeof names / sizeof names[0] };

/* Anywhere, in a cluster, all on one spot, or on sides and corners. */
static struct lewis_score
somebody(uint64_t *seed, int kind)
{
    double l = chance(seed), m = (1 - l) * chance(seed);

    if (kind == 1)
        return random_score(seed, 0.1);
    if (kind == 2)
        return score(0.3, 0.3, 0.4);
    if (kind == 3 && l < 0.3)
        return score(1, 0, 0);
    return kind == 3 ? score(l, 1 - l, 0) : score(l, m, 1 - l - m);
}

static struct lewis_chart *
some_team(uint64_t seed)
{
    struct lewis_chart *chart = new_chart();
    int kind = (int)(seed % 4), people = 1 + (int)(MOST * chance(&seed));

    for (int i = 0; i < people; i++) {
        char name[120];

        snprintf(name, sizeof name, "%s%s%d",
                 names[(size_t)(NAMES * chance(&seed))], i % 2 ? " " : "", i);
        add(chart, name, i % 3 ? "A" : "B", somebody(&seed, kind));
    }
    return chart;
}

/* Of 1 to 60 countries "C0x", "C1x" ..., inside or on the sides. */
static struct lewis_atlas *
some_atlas(uint64_t seed, int *count)
{
    static const char *const style[] = {"linear", "multi", "reactive"};
    struct lewis_error error = {0};
    struct lewis_atlas *atlas;
    struct text xml = {0};

    text_add(&xml, "<countries xmlns='urn:x-lewis:countries:1' version='1.0.0'"
                   " languages='en' steps='97'><meta>"
                   "<title xml:lang='en'>T</title><author>A</author>"
                   "<licence spdx='CC0-1.0'>free</licence><source>S</source>"
                   "</meta><source id='S1'>s</source><confidence id='A'>"
                   "<label xml:lang='en'>a</label></confidence>");
    *count = 1 + (int)(COUNTRIES * chance(&seed));
    for (int i = 0; i < *count; i++) {
        double l = floor(1000 * chance(&seed)) / 1000;
        double m = floor((1 - l) * 1000 * chance(&seed)) / 1000;

        text_print(&xml, "<country iso='%c%c' confidence='A' sources='S1' ",
                   'A' + i / 26, 'A' + i % 26);
        if (seed % 3 == 0)
            text_print(&xml, "from='%s' toward='%s' step='%d'", style[i % 3],
                       style[(i + 1) % 3], 1 + (int)(96 * l));
        else
            text_print(&xml,
                       "linear='%.3f' multi='%.3f' reactive='%.3f' n='9' "
                       "sd='0.1'",
                       l, m, 1 - l - m);
        text_print(&xml, "><name xml:lang='en'>C%dx</name></country>", i);
    }
    text_add(&xml, "</countries>");
    atlas = lewis_atlas_parse(text_string(&xml), xml.size, "some", &error);
    if (atlas == NULL)
        print_error("%ld: %s\n", error.line, error.text);
    assert_non_null(atlas);
    text_release(&xml);
    return atlas;
}

/* --- what is true of it --- */

/* Every country has its name once, at its marker or under the chart. */
static void
expect_countries(const struct lewis_scene *scene, int count, uint64_t seed)
{
    for (int i = 0; i < count; i++) {
        char name[16];
        int found = 0;

        snprintf(name, sizeof name, "C%dx", i);
        for (size_t k = 0; k < scene_count(scene); k++) {
            const struct scene_shape *shape = scene_at(scene, k);

            found += shape->kind == SCENE_TEXT &&
                     strstr(shape->text, name) != NULL;
        }
        if (found != 1)
            fail_msg("seed %llu: %s is %d times there",
                     (unsigned long long)seed, name, found);
    }
}

/* Every person has a name at the marker or a row of the key. */
static void
expect_people(const struct lewis_scene *scene, size_t people, uint64_t seed)
{
    bool key = count_groups(scene, "key") == 1;
    bool inside = false;
    size_t named = 0;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            inside = strcmp(shape->role, "member") == 0;
        if (inside && shape->kind == SCENE_TEXT) {
            named++; /* once, however many lines there are */
            inside = false;
        }
    }
    if (named != people || (people > 12 && !key))
        fail_msg("seed %llu: %zu of %zu people are named",
                 (unsigned long long)seed, named, people);
}

struct sign {
    struct box box;
    size_t group; /* of its point; 0: of none */
    bool country;
};

/* The markers of points: the first circle or polygon of their group. */
static size_t
find_markers(const struct lewis_scene *scene, struct sign sign[])
{
    size_t count = 0, group = 0;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);
        bool country = shape->kind == SCENE_GROUP &&
                       strcmp(shape->role, "country") == 0;

        if (country ||
            (shape->kind == SCENE_GROUP && strcmp(shape->role, "member") == 0))
            group = i;
        else if (shape->kind == SCENE_CIRCLE && group > 0) {
            struct scene_point at = *shape->point;
            double r = 0.7 * shape->radius_pt; /* the square in the circle */

            sign[count++] = (struct sign){
                {at.x - r, at.y - r, at.x + r, at.y + r}, group, false};
            group = 0;
        }
    }
    return count;
}

/* How many markers lie under a name of another; none under a country's. */
static int
count_covered(const struct lewis_scene *scene, uint64_t seed)
{
    static struct sign sign[2 * (MOST + COUNTRIES)];
    size_t count = find_markers(scene, sign), group = 0;
    bool country = false;
    int covered = 0;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP) {
            country = strcmp(shape->role, "country") == 0;
            group = country || strcmp(shape->role, "member") == 0 ? i : 0;
        }
        if (shape->kind != SCENE_TEXT || group == 0)
            continue;
        for (size_t k = 0; k < count; k++) {
            if (sign[k].group == group ||
                !box_overlap(text_box(shape), sign[k].box))
                continue;
            if (country)
                fail_msg("seed %llu: \"%s\" covers a marker",
                         (unsigned long long)seed, shape->text);
            covered++;
        }
    }
    return covered;
}

static void
expect_same(const struct lewis_scene *a, const struct lewis_scene *b)
{
    assert_int_equal(scene_count(a), scene_count(b));
    for (size_t i = 0; i < scene_count(a); i++) {
        const struct scene_shape *x = scene_at(a, i), *y = scene_at(b, i);

        assert_int_equal(x->kind, y->kind);
        assert_int_equal(x->count, y->count);
        if (x->count > 0)
            assert_memory_equal(x->point, y->point,
                                x->count * sizeof *x->point);
        if (x->kind == SCENE_TEXT)
            assert_string_equal(x->text, y->text);
    }
}

static int
try_team(uint64_t seed)
{
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_chart *chart = some_team(seed * 7919);
    struct lewis_scene *scene, *again;
    int countries = 0, covered;

    if (seed % 7 > 0)
        options.atlas = some_atlas(seed * 104729, &countries);
    if (seed % 5 == 0) {
        options.width_pt = 595.28;
        options.height_pt = 841.89;
    }
    scene = scene_of(chart, &options);
    expect_tidy(scene, seed);
    expect_people(scene, lewis_chart_count(chart), seed);
    expect_countries(scene, countries, seed);
    covered = count_covered(scene, seed);
    if (seed % 10 == 0) {
        again = scene_of(chart, &options);
        expect_same(scene, again);
        lewis_scene_free(again);
    }
    lewis_scene_free(scene);
    lewis_atlas_free((struct lewis_atlas *)options.atlas);
    lewis_chart_free(chart);
    return covered;
}

static void
test_labels_of_500_random_teams_are_in_order(void **state)
{
    int covered = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= TEAMS; seed++)
        covered += try_team(seed);
    assert_int_equal(covered, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels_of_500_random_teams_are_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
