/* triangle_chart_test.c - figures come to stand where they should, and no text
 * lies on another or off the page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"
#include "chart/box.h"
#include "chart/scene.h"

#include "near.h"

/* Letters of equal width, so that the tests need no fonts. */
static double
typewriter(void *payload, const char *text, double size_pt, bool bold)
{
    (void)payload;
    return (double)utf8_columns(text, strlen(text)) * size_pt *
           (bold ? 0.65 : 0.55);
}

static const struct lewis_measure measure = {typewriter, NULL};

static const char five_countries[] =
    "<countries xmlns='urn:x-lewis:countries:1' version='1.0.0'"
    " languages='en nl' steps='8'>"
    "<meta><title xml:lang='en'>T</title><title xml:lang='nl'>T</title>"
    "<author>A</author><licence spdx='CC0-1.0'>free</licence>"
    "<source>S</source></meta>"
    "<source id='S1'>A source</source>"
    "<confidence id='A'><label xml:lang='en'>a</label>"
    "<label xml:lang='nl'>a</label></confidence>"
    "<confidence id='D'><label xml:lang='en'>d</label>"
    "<label xml:lang='nl'>d</label></confidence>"
    "<region id='r'><name xml:lang='en'>Arab countries</name>"
    "<name xml:lang='nl'>Arabische landen</name></region>"
    "<country iso='DE' from='linear' toward='linear' step='0' confidence='A'"
    " sources='S1'><name xml:lang='en'>Germany</name>"
    "<name xml:lang='nl'>Duitsland</name></country>"
    "<country iso='EG' from='multi' toward='reactive' step='2' confidence='D'"
    " sources='S1' region='r'><name xml:lang='en'>Egypt</name>"
    "<name xml:lang='nl'>Egypte</name></country>"
    "<country iso='JO' from='multi' toward='reactive' step='2' confidence='D'"
    " sources='S1' region='r'><name xml:lang='en'>Jordan</name>"
    "<name xml:lang='nl'>Jordanie</name></country>"
    "<country iso='RU' from='linear' toward='multi' step='6' confidence='A'"
    " sources='S1'><name xml:lang='en'>Russia</name>"
    "<name xml:lang='nl'>Rusland</name></country>"
    "<country iso='UA' from='linear' toward='multi' step='6' confidence='D'"
    " sources='S1'><name xml:lang='en'>Ukraine</name>"
    "<name xml:lang='nl'>Oekraine</name></country>"
    "</countries>";

struct fixture {
    struct lewis_atlas *shipped, *five;
};

static int
set_up(void **state)
{
    static struct fixture fixture;
    const char *folder = getenv("LEWIS_PATH");
    struct lewis_error error;
    char path[600];

    snprintf(path, sizeof path, "%s/countries.xml",
             folder == NULL ? "questionnaires" : folder);
    fixture.shipped = lewis_atlas_load(path, &error);
    if (fixture.shipped == NULL)
        print_error("%s: %s\n", path, error.text);
    fixture.five = lewis_atlas_parse(five_countries, strlen(five_countries),
                                     "five", &error);
    if (fixture.five == NULL)
        print_error("five: line %ld: %s\n", error.line, error.text);
    *state = &fixture;
    return fixture.shipped == NULL || fixture.five == NULL;
}

static int
tear_down(void **state)
{
    struct fixture *fixture = *state;

    lewis_atlas_free(fixture->shipped);
    lewis_atlas_free(fixture->five);
    return 0;
}

static struct lewis_score
score(double linear, double multi, double reactive)
{
    struct lewis_score result = {
        .status = LEWIS_SCORED,
        .share = {linear, multi, reactive},
        .low = {0.1, 0.1, 0.1},
        .high = {0.5, 0.5, 0.5},
        .region = {.kind = LEWIS_REGION_ELLIPSE,
                   .center = {linear, multi, reactive},
                   .covariance = {0.002, -0.001, 0.002},
                   .radius2 = 4.605},
    };

    result.point = lewis_triangle_point(result.share);
    return result;
}

static struct lewis_chart *
new_chart(void)
{
    struct lewis_chart *chart = lewis_chart_new(NULL);

    assert_non_null(chart);
    return chart;
}

static void
add(struct lewis_chart *chart, const char *name, const char *team,
    struct lewis_score what)
{
    assert_true(lewis_chart_add(chart, name, strlen(name), team, strlen(team),
                                &what, NULL));
}

static struct lewis_scene *
scene_of(const struct lewis_chart *chart,
         const struct lewis_chart_options *options)
{
    struct lewis_error error = {0};
    struct lewis_scene *scene =
        lewis_chart_scene(chart, options, &measure, &error);

    if (scene == NULL)
        print_error("%s\n", error.text);
    assert_non_null(scene);
    return scene;
}

/* The first shape of that kind in the first group of that role; the group's
 * own when 'kind' is SCENE_GROUP. */
static const struct scene_shape *
find(const struct lewis_scene *scene, const char *role, enum scene_kind kind)
{
    bool inside = false;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP && strcmp(shape->role, role) == 0)
            inside = true;
        if (inside && shape->kind == kind)
            return shape;
    }
    return NULL;
}

static const struct scene_shape *
find_text(const struct lewis_scene *scene, const char *part)
{
    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_TEXT && strstr(shape->text, part) != NULL)
            return shape;
    }
    return NULL;
}

static size_t
count_groups(const struct lewis_scene *scene, const char *role)
{
    size_t count = 0;

    for (size_t i = 0; i < scene_count(scene); i++)
        if (scene_at(scene, i)->kind == SCENE_GROUP &&
            strcmp(scene_at(scene, i)->role, role) == 0)
            count++;
    return count;
}

/* --- geometry --- */

static void
test_the_triangle_is_equilateral_with_multi_active_on_top(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_point *corner;
    double side;

    options.atlas = fixture->shipped;
    scene = scene_of(chart, &options);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    side = corner[LEWIS_REACTIVE].x - corner[LEWIS_LINEAR].x;
    assert_near(corner[LEWIS_LINEAR].y, corner[LEWIS_REACTIVE].y, 1e-9);
    assert_near(corner[LEWIS_MULTI].x, options.width_pt / 2, 1e-9);
    assert_near(corner[LEWIS_LINEAR].y - corner[LEWIS_MULTI].y,
                side * sqrt(3) / 2, 1e-9);
    assert_true(side > 0.6 * options.height_pt);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
expect_at_corner(struct lewis_score who, enum lewis_style style)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    struct scene_point marker, corner;

    add(chart, "Ann", "", who);
    scene = scene_of(chart, &options);
    marker = *find(scene, "member", SCENE_CIRCLE)->point;
    corner = find(scene, "sides", SCENE_POLYGON)->point[style];
    assert_near(marker.x, corner.x, 1e-9);
    assert_near(marker.y, corner.y, 1e-9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_pure_profiles_stand_at_their_corners(void **state)
{
    (void)state;
    expect_at_corner(score(1, 0, 0), LEWIS_LINEAR);
    expect_at_corner(score(0, 1, 0), LEWIS_MULTI);
    expect_at_corner(score(0, 0, 1), LEWIS_REACTIVE);
}

static void
test_a_balanced_profile_stands_in_the_middle(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_point *corner;
    struct scene_point marker;

    (void)state;
    add(chart, "Ann", "", score(1.0 / 3, 1.0 / 3, 1.0 / 3));
    scene = scene_of(chart, &options);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    marker = *find(scene, "member", SCENE_CIRCLE)->point;
    assert_near(marker.x, (corner[0].x + corner[1].x + corner[2].x) / 3, 1e-9);
    assert_near(marker.y, (corner[0].y + corner[1].y + corner[2].y) / 3, 1e-9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_regions_stay_inside_the_triangle(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_point *corner;
    const struct scene_shape *region;

    (void)state;
    add(chart, "a", "", score(0.98, 0.02, 0));
    add(chart, "b", "", score(0.4, 0.6, 0));
    add(chart, "c", "", score(0.9, 0.05, 0.05));
    add(chart, "d", "", score(0.1, 0.9, 0));
    scene = scene_of(chart, &options);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    region = find(scene, "region", SCENE_POLYGON);
    for (size_t i = 0; i < region->count; i++) {
        double side = corner[2].x - corner[0].x, share[3];
        struct lewis_point point = {(region->point[i].x - corner[0].x) / side,
                                    (corner[0].y - region->point[i].y) / side};

        lewis_triangle_shares(point, share);
        for (int k = 0; k < 3; k++)
            assert_true(share[k] > -1e-9);
    }
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- who is drawn --- */

static void
test_rows_without_a_profile_are_counted_and_not_drawn(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_score refused, nowhere = score(0.5, 0.3, 0.2);
    struct lewis_scene *scene;

    (void)state;
    lewis_score_refuse(&refused);
    nowhere.point.x = (double)NAN;
    add(chart, "Ann", "", score(0.5, 0.3, 0.2));
    add(chart, "Bob", "", refused);
    add(chart, "Eve", "", nowhere);
    assert_int_equal(lewis_chart_count(chart), 1);
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "member"), 1);
    assert_non_null(find_text(scene, "2 of 3 without a profile: not drawn"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_without_people_it_says_so(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->five;
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "No one scored"));
    assert_non_null(find_text(scene, "Germany"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_every_chart_says_what_countries_are_not(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene = scene_of(chart, &options);

    (void)state;
    assert_non_null(find_text(scene, "illustrative and ordinal"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_hover_tells_name_and_shares_with_their_ranges(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart, "Ann", "", score(0.5, 0.3, 0.2));
    scene = scene_of(chart, &options);
    assert_string_equal(find(scene, "member", SCENE_GROUP)->title,
                        "\xE2\x81\xA8"
                        "Ann\xE2\x81\xA9: linear-active 50 % (10-50), "
                        "multi-active 30 % (10-50), reactive 20 % (10-50)");
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_forty_people_have_names_and_more_are_dots(void **state)
{
    (void)state;
    for (int n = 40; n <= 41; n++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < n; i++)
            add(chart, "Person", "",
                score(i / 41.0, (41 - i) / 82.0, (41 - i) / 82.0));
        scene = scene_of(chart, &options);
        assert_int_equal(find_text(scene, "Person") != NULL, n == 40);
        assert_int_equal(count_groups(scene, "member"), n);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_a_team_of_four_has_a_region_and_one_of_three_only_a_centre(void **state)
{
    (void)state;
    for (int n = 3; n <= 4; n++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < n; i++)
            add(chart, "", "Sales", score(0.2 + 0.1 * i, 0.5 - 0.1 * i, 0.3));
        scene = scene_of(chart, &options);
        assert_int_equal(count_groups(scene, "center"), 1);
        assert_int_equal(count_groups(scene, "region"), n == 4);
        assert_int_equal(find_text(scene, "confidence") != NULL, n == 4);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_teams_have_a_row_each_with_their_number(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart, "a", "Sales", score(0.2, 0.3, 0.5));
    add(chart, "b", " Sales ", score(0.3, 0.3, 0.4));
    add(chart, "c", "Support", score(0.4, 0.3, 0.3));
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "Sales (2)"));
    assert_non_null(find_text(scene, "Support (1)"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_a_hundred_teams_are_too_many_to_tell_apart(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 100; i++) {
        char team[20];

        snprintf(team, sizeof team, "team %d", i);
        add(chart, "", team, score(0.2, 0.3, 0.5));
    }
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "more teams"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_a_hundred_thousand_people_share_dots(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 100000; i++) {
        double l = i % 317 / 316.0, m = (1 - l) * (i % 101) / 100.0;

        add(chart, "somebody", "", score(l, m, 1 - l - m));
    }
    scene = scene_of(chart, &options);
    assert_int_equal(lewis_chart_count(chart), 100000);
    assert_true(scene_count(scene) < 40000);
    assert_non_null(find_text(scene, "100000 people"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- people on one spot --- */

/* Where the markers of a scene stand: the first point of each; circles only. */
static size_t
markers(const struct lewis_scene *scene, struct scene_point at[], size_t room)
{
    size_t count = 0;

    for (size_t i = 0; i + 1 < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind != SCENE_GROUP || strcmp(shape->role, "member") != 0)
            continue;
        assert_true(count < room);
        assert_int_equal(scene_at(scene, i + 1)->kind, SCENE_CIRCLE);
        at[count++] = *scene_at(scene, i + 1)->point;
    }
    return count;
}

static struct scene_point
true_place(const struct lewis_scene *scene, struct lewis_score who)
{
    const struct scene_point *c = find(scene, "sides", SCENE_POLYGON)->point;

    return (struct scene_point){c[0].x + who.point.x * (c[2].x - c[0].x),
                                c[0].y - who.point.y * (c[2].x - c[0].x)};
}

/* 'n' people on one spot: no two markers overlap, none is further than 'most'
 * diameters from the spot, none has left the triangle. */
static void
expect_spread(struct lewis_score who, int n, double most)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    struct scene_point at[40], home;
    double diameter;

    for (int i = 0; i < n; i++)
        add(chart, "Ann", "", who);
    scene = scene_of(chart, &options);
    home = true_place(scene, who);
    diameter = 2 * find(scene, "member", SCENE_CIRCLE)->radius_pt;
    assert_int_equal(markers(scene, at, 40), n);
    for (int i = 0; i < n; i++) {
        const struct scene_point *c =
            find(scene, "sides", SCENE_POLYGON)->point;

        assert_true(hypot(at[i].x - home.x, at[i].y - home.y) <
                    most * diameter);
        assert_true(at[i].y < c[0].y + 1e-6);
        assert_true((at[i].x - c[0].x) * sqrt(3) > c[0].y - at[i].y - 1e-6);
        for (int k = 0; k < i; k++)
            assert_true(hypot(at[i].x - at[k].x, at[i].y - at[k].y) > diameter);
    }
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_people_on_one_spot_stand_side_by_side(void **state)
{
    (void)state;
    expect_spread(score(0.3, 0.3, 0.4), 2, 1.4);
    expect_spread(score(0.3, 0.3, 0.4), 4, 1.5);
    expect_spread(score(0.3, 0.3, 0.4), 7, 2.2);
    expect_spread(score(0.3, 0.3, 0.4), 40, 5);
    expect_spread(score(1, 0, 0), 4, 4);
    expect_spread(score(1, 0, 0), 40, 13);
}

static void
test_a_moved_marker_has_a_line_to_its_place(void **state)
{
    struct lewis_score who = score(0.3, 0.3, 0.4);
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_shape *line;
    struct scene_point home;

    (void)state;
    add(chart, "Ann", "", who);
    add(chart, "Bob", "", who);
    scene = scene_of(chart, &options);
    line = find(scene, "shifts", SCENE_LINE);
    home = true_place(scene, who);
    assert_near(line->point[1].x, home.x, 1e-9);
    assert_near(line->point[1].y, home.y, 1e-9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_people_with_room_stand_at_their_places(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    struct scene_point at[40];

    (void)state;
    for (int i = 0; i < 8; i++)
        add(chart, "Ann", "", score(0.1 * i, 0.3, 0.7 - 0.1 * i));
    scene = scene_of(chart, &options);
    assert_int_equal(markers(scene, at, 40), 8);
    for (int i = 0; i < 8; i++) {
        struct scene_point home =
            true_place(scene, score(0.1 * i, 0.3, 0.7 - 0.1 * i));

        assert_near(at[i].x, home.x, 1e-9);
        assert_near(at[i].y, home.y, 1e-9);
    }
    assert_ptr_equal(find(scene, "shifts", SCENE_LINE),
                     find(scene, "leaders", SCENE_LINE));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- how sure it is --- */

static void
test_the_foot_tells_how_well_a_person_is_known(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct lewis_score who = score(0.2 + 0.2 * i, 0.3, 0.5 - 0.2 * i);

        who.high[LEWIS_MULTI] = 0.1 + 0.2 * i;
        add(chart, "", "", who);
    }
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "known to about \xC2\xB1"
                                     "20\xC2\xA0percentage points "
                                     "(90\xC2\xA0%)"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_one_person_has_no_median(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart, "Ann", "", score(0.5, 0.3, 0.2));
    scene = scene_of(chart, &options);
    assert_null(find_text(scene, "own shares"));
    assert_non_null(find_text(scene, "(10\xE2\x80\x93"
                                     "50 %)"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* The bars of a group of three have no range, those of four the shadow of the
 * region. */
static void
test_a_groups_shares_have_a_range_when_there_is_a_region(void **state)
{
    (void)state;
    for (int n = 3; n <= 4; n++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < n; i++)
            add(chart, "", "", score(0.5, 0.3, 0.2));
        scene = scene_of(chart, &options);
        /* 0.0479853 = sqrt(4.60517 * 0.002 / 4) */
        assert_string_equal(find(scene, "share", SCENE_GROUP)->title,
                            n == 3 ? "50 %"
                                   : "50 % (45\xE2\x80\x93"
                                     "55 %)");
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

/* The half width of the region of people who all gave the same answers. */
static void
test_the_same_answers_are_not_certainty(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_shape *region;
    const struct scene_point *corner;
    double most = 0;

    (void)state;
    for (int i = 0; i < 4; i++)
        add(chart, "", "", score(0.5, 0.3, 0.2));
    scene = scene_of(chart, &options);
    region = find(scene, "region", SCENE_POLYGON);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    for (size_t i = 0; i < region->count; i++)
        most = fmax(most, (corner[0].y - region->point[i].y) /
                              (corner[0].y - corner[1].y));
    assert_near(most - 0.3, 0.0479853, 1e-4);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* 0.02 points is the least that is seen. */
static void
test_the_region_of_a_person_has_no_corners(void **state)
{
    struct lewis_score who = score(0.5, 0.3, 0.2);
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_shape *region;

    (void)state;
    who.region.covariance[0] = 0.010; /* a slim one */
    who.region.covariance[1] = -0.0099;
    who.region.covariance[2] = 0.010;
    add(chart, "Ann", "", who);
    scene = scene_of(chart, &options);
    region = find(scene, "region", SCENE_POLYGON);
    assert_true(region->count < 400);
    for (size_t i = 0; i < region->count; i++) {
        struct scene_point a = region->point[i];
        struct scene_point b = region->point[(i + 1) % region->count];
        struct scene_point c = region->point[(i + 2) % region->count];
        double turn = atan2(c.y - b.y, c.x - b.x) - atan2(b.y - a.y, b.x - a.x);

        assert_true(fabs(sin(turn)) < 0.35 && cos(turn) > 0);
    }
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- what the legend says --- */

static size_t
count_in_legend(const struct lewis_scene *scene, enum scene_kind kind,
                size_t points)
{
    size_t count = 0;
    bool inside = false;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            inside = strcmp(shape->role, "legend") == 0;
        if (inside && shape->kind == kind && shape->count == points)
            count++;
    }
    return count;
}

static void
test_small_groups_are_said_to_have_no_region(void **state)
{
    (void)state;
    for (int n = 1; n <= 4; n++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < n; i++)
            add(chart, "", "A", score(0.2 + 0.1 * i, 0.5 - 0.1 * i, 0.3));
        add(chart, "", "B", score(0.2, 0.2, 0.6));
        scene = scene_of(chart, &options);
        assert_int_equal(find_text(scene, "under 4") != NULL, n == 2 || n == 3);
        assert_int_equal(find_text(scene, "Centre of") != NULL, n > 1);
        /* the ellipse in the sign, and the cross with its rim */
        assert_int_equal(count_in_legend(scene, SCENE_POLYGON, 24), n == 4);
        assert_int_equal(count_in_legend(scene, SCENE_POLYGON, 12),
                         n > 1 ? 2 : 0);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

/* What tells a team's markers from others: colour and form. */
static void
describe_marker(const struct scene_shape *shape, char out[200])
{
    size_t used = (size_t)snprintf(
        out, 200, "%d %zu %06X %06X %d", (int)shape->kind, shape->count,
        (unsigned)shape->style.fill, (unsigned)shape->style.stroke,
        shape->style.fill_alpha > 0);

    for (size_t i = 1; i < shape->count && i < 3; i++)
        used += (size_t)snprintf(out + used, 200 - used, " %.1f %.1f",
                                 shape->point[i].x - shape->point[0].x,
                                 shape->point[i].y - shape->point[0].y);
}

/* Teams as markers (40) and as dots (47 and "other teams"). */
static void
expect_teams_apart(int teams)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    static char seen[48][200];
    int count = 0;

    for (int i = 0; i < teams; i++) {
        char team[20];

        snprintf(team, sizeof team, "team %d", i);
        add(chart, "", team, score(0.02 * i, 0.5 - 0.01 * i, 0.5 - 0.01 * i));
    }
    scene = scene_of(chart, &options);
    for (size_t i = 0; i + 1 < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind != SCENE_GROUP || strcmp(shape->role, "member") != 0)
            continue;
        describe_marker(scene_at(scene, i + 1), seen[count]);
        for (int k = 0; k < count; k++)
            assert_string_not_equal(seen[k], seen[count]);
        count++;
    }
    assert_int_equal(count, teams);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_48_teams_have_each_a_colour_and_shape_of_their_own(void **state)
{
    (void)state;
    expect_teams_apart(48);
}

static void
test_more_than_forty_people_are_said_to_have_no_names(void **state)
{
    (void)state;
    for (int n = 40; n <= 41; n++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < n; i++)
            add(chart, "P", "",
                score(i / 41.0, (41 - i) / 82.0, (41 - i) / 82.0));
        scene = scene_of(chart, &options);
        assert_int_equal(find_text(scene, "More than 40 people: no names.") !=
                             NULL,
                         n == 41);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_every_team_has_its_centre(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 36; i++) {
        char team[20];

        snprintf(team, sizeof team, "team %d", i % 9);
        add(chart, "", team, score(0.02 * i, 0.5 - 0.01 * i, 0.5 - 0.01 * i));
    }
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "center"), 9);
    assert_int_equal(count_groups(scene, "region"), 9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- titles --- */

static const struct scene_shape *
title_of(const char *title, size_t *lines)
{
    static struct scene_shape copy;
    static char text[200];
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.title = title;
    scene = scene_of(chart, &options);
    *lines = 0;
    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind != SCENE_TEXT || !shape->bold ||
            shape->anchor != SCENE_START || shape->point->x > 100 ||
            shape->point->y > 100)
            continue;
        copy = *shape;
        snprintf(text, sizeof text, "%s", shape->text);
        copy.text = text;
        ++*lines;
    }
    assert_string_equal(scene_title(scene), title);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
    return &copy;
}

/* 300 points wide; a letter of 16 points takes 10.4. */
static void
test_a_long_title_shrinks_then_wraps_then_is_cut(void **state)
{
    size_t lines;

    (void)state;
    assert_near(title_of("A short title", &lines)->size_pt, 16, 1e-9);
    assert_int_equal(lines, 1);
    assert_near(
        title_of("A title that is a bit longer than that", &lines)->size_pt, 12,
        1e-9);
    assert_int_equal(lines, 1);
    title_of("A title that is so much longer than the one before it", &lines);
    assert_int_equal(lines, 2);
    assert_null(strstr(
        title_of("A title that is so much longer than the one before it that "
                 "it hardly has room",
                 &lines)
            ->text,
        "\xE2\x80\xA6"));
    assert_int_equal(lines, 2);
    assert_non_null(strstr(
        title_of("A title that is so much longer than the one before it that "
                 "it has no room at all even in two lines of the least size",
                 &lines)
            ->text,
        "\xE2\x80\xA6"));
    assert_int_equal(lines, 2);
    assert_non_null(strstr(
        title_of("Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbau"
                 "unterbeamtengesellschaft",
                 &lines)
            ->text,
        "\xE2\x80\xA6"));
    assert_int_equal(lines, 1);
}

static void
test_nobody_and_no_countries_can_be_drawn(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene = scene_of(chart, &options);

    (void)state;
    assert_non_null(find_text(scene, "No one scored"));
    assert_int_equal(count_groups(scene, "center"), 0);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- countries --- */

static void
test_countries_of_a_region_are_named_once_by_it(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->five;
    scene = scene_of(chart, &options);
    assert_string_equal(find_text(scene, "Arab")->text, "Arab\xC2\xA0"
                                                        "countries");
    assert_null(find_text(scene, "Egypt"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_guessed_countries_give_way_to_sourced_ones(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->five;
    scene = scene_of(chart, &options);
    assert_string_equal(find_text(scene, "Russia")->text, "Russia");
    assert_null(find_text(scene, "Ukraine"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_country_names_come_in_the_language_asked_for(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->five;
    options.lang = "nl";
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "Duitsland"));
    assert_null(find_text(scene, "Germany"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- no text on another, none off the page --- */

static struct box
text_box(const struct scene_shape *shape)
{
    double width = typewriter(NULL, shape->text, shape->size_pt, shape->bold);
    double x = shape->point->x;

    if (shape->anchor == SCENE_MIDDLE)
        x -= width / 2;
    if (shape->anchor == SCENE_FINISH)
        x -= width;
    return (struct box){x, shape->point->y - 0.75 * shape->size_pt, x + width,
                        shape->point->y + 0.2 * shape->size_pt};
}

static void
expect_tidy(const struct lewis_scene *scene, uint64_t seed)
{
    struct box page = {0, 0, scene_width_pt(scene), scene_height_pt(scene)};

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *a = scene_at(scene, i);

        if (a->kind != SCENE_TEXT)
            continue;
        if (!box_within(text_box(a), page))
            fail_msg("seed %llu: \"%s\" is off the page",
                     (unsigned long long)seed, a->text);
        for (size_t k = 0; k < i; k++) {
            const struct scene_shape *b = scene_at(scene, k);

            if (b->kind == SCENE_TEXT && box_overlap(text_box(a), text_box(b)))
                fail_msg("seed %llu: \"%s\" on \"%s\"",
                         (unsigned long long)seed, a->text, b->text);
        }
    }
}

/* xorshift64* (Vigna 2016). */
static double
chance(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return (double)(*seed * 2685821657736338717u >> 11) / 9007199254740992.0;
}

static struct lewis_score
random_score(uint64_t *seed, double spread)
{
    double l = 0.4 + spread * (chance(seed) - 0.4);
    double m = (1 - l) * (0.5 + spread * (chance(seed) - 0.5));

    return score(l, m, 1 - l - m);
}

static void
random_team(struct lewis_chart *chart, uint64_t seed)
{
    static const char name[] = "Wolfeschlegelsteinhausenbergerdorff, Hubert B";
    static const char *const team[] = {"Sales", "Support", "Logistics"};
    int people = 1 + (int)(40 * chance(&seed));
    double spread = chance(&seed);

    for (int i = 0; i < people; i++) {
        size_t size = (size_t)(chance(&seed) * chance(&seed) * sizeof name);
        const char *of = team[seed % 3];
        struct lewis_score who = random_score(&seed, spread);

        assert_true(
            lewis_chart_add(chart, name, size, of, strlen(of), &who, NULL));
    }
}

static void
test_no_two_texts_overlap_in_200_random_teams(void **state)
{
    static const double page[][2] = {
        {841.89, 595.28}, {595.28, 841.89}, {792, 612},  {400, 300},
        {1190, 842},      {500, 500},       {1000, 500}, {300, 900},
    };
    struct fixture *fixture = *state;

    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        options.width_pt = page[seed % 8][0];
        options.height_pt = page[seed % 8][1];
        options.atlas = fixture->shipped;
        options.title = "A random team with a title";
        options.subtitle = seed % 2 ? "and a subtitle" : NULL;
        options.lang = seed % 3 ? "en" : "nl";
        random_team(chart, seed * 7919);
        scene = scene_of(chart, &options);
        expect_tidy(scene, seed);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_small_pages_are_tidy_too(void **state)
{
    struct fixture *fixture = *state;

    for (double width = 200; width <= 420; width += 44)
        for (double height = 200; height <= 420; height += 44) {
            struct lewis_chart *chart = new_chart();
            struct lewis_chart_options options = lewis_chart_defaults();
            struct lewis_scene *scene;

            options.width_pt = width;
            options.height_pt = height;
            options.atlas = fixture->shipped;
            options.title = "Small";
            random_team(chart, 5);
            scene = scene_of(chart, &options);
            expect_tidy(scene, (uint64_t)width);
            lewis_scene_free(scene);
            lewis_chart_free(chart);
        }
}

static void
test_forty_teams_are_tidy_on_any_page(void **state)
{
    static const double page[][2] = {
        {841.89, 595.28}, {595.28, 841.89}, {420, 200}, {200, 420}, {400, 300}};
    struct fixture *fixture = *state;

    for (size_t p = 0; p < sizeof page / sizeof page[0]; p++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < 80; i++) {
            char team[40];

            snprintf(team, sizeof team, "A rather long name of team %d",
                     i % 40);
            add(chart, "", team, score(0.3, 0.4, 0.3));
        }
        options.width_pt = page[p][0];
        options.height_pt = page[p][1];
        options.atlas = fixture->shipped;
        options.title = "Forty teams";
        scene = scene_of(chart, &options);
        assert_non_null(find_text(scene, "more teams"));
        expect_tidy(scene, p);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_countries_are_named_in_full_on_a4(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->shipped;
    scene = scene_of(chart, &options);
    assert_null(find_text(scene, "+"));
    assert_null(find_text(scene, "left out"));
    assert_non_null(find_text(scene, "Cyprus"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_larger_pages_scale_everything(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *small, *large;

    options.atlas = fixture->shipped;
    add(chart, "Ann", "", score(0.5, 0.3, 0.2));
    small = scene_of(chart, &options);
    options.width_pt *= 4;
    options.height_pt *= 4;
    large = scene_of(chart, &options);
    assert_int_equal(scene_count(small), scene_count(large));
    for (size_t i = 0; i < scene_count(small); i++) {
        const struct scene_shape *a = scene_at(small, i);
        const struct scene_shape *b = scene_at(large, i);

        for (size_t k = 0; k < a->count; k++)
            assert_near(b->point[k].x, 4 * a->point[k].x, 1e-6);
    }
    lewis_scene_free(small);
    lewis_scene_free(large);
    lewis_chart_free(chart);
}

/* --- what cannot be drawn --- */

static void
expect_refused(struct lewis_chart_options options, const char *why)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_error error = {0};

    assert_null(lewis_chart_scene(chart, &options, &measure, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_non_null(strstr(error.text, why));
    lewis_chart_free(chart);
}

static void
test_impossible_pages_and_levels_are_refused(void **state)
{
    struct lewis_chart_options options = lewis_chart_defaults();

    (void)state;
    options.width_pt = 199;
    expect_refused(options, "must be 200 to 14400");
    options.width_pt = (double)NAN;
    expect_refused(options, "must be 200 to 14400");
    options = lewis_chart_defaults();
    options.level = 1;
    expect_refused(options, "between 0 and 1");
}

static void
test_the_same_figures_give_the_same_scene(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *first, *second;

    options.atlas = fixture->shipped;
    random_team(chart, 99);
    first = scene_of(chart, &options);
    second = scene_of(chart, &options);
    assert_int_equal(scene_count(first), scene_count(second));
    for (size_t i = 0; i < scene_count(first); i++) {
        const struct scene_shape *a = scene_at(first, i);
        const struct scene_shape *b = scene_at(second, i);

        assert_int_equal(a->count, b->count);
        if (a->count > 0)
            assert_memory_equal(a->point, b->point,
                                a->count * sizeof *a->point);
    }
    lewis_scene_free(first);
    lewis_scene_free(second);
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_the_triangle_is_equilateral_with_multi_active_on_top),
        cmocka_unit_test(test_pure_profiles_stand_at_their_corners),
        cmocka_unit_test(test_a_balanced_profile_stands_in_the_middle),
        cmocka_unit_test(test_regions_stay_inside_the_triangle),
        cmocka_unit_test(test_rows_without_a_profile_are_counted_and_not_drawn),
        cmocka_unit_test(test_without_people_it_says_so),
        cmocka_unit_test(test_every_chart_says_what_countries_are_not),
        cmocka_unit_test(test_hover_tells_name_and_shares_with_their_ranges),
        cmocka_unit_test(test_forty_people_have_names_and_more_are_dots),
        cmocka_unit_test(
            test_a_team_of_four_has_a_region_and_one_of_three_only_a_centre),
        cmocka_unit_test(test_teams_have_a_row_each_with_their_number),
        cmocka_unit_test(test_a_hundred_teams_are_too_many_to_tell_apart),
        cmocka_unit_test(test_a_hundred_thousand_people_share_dots),
        cmocka_unit_test(test_people_on_one_spot_stand_side_by_side),
        cmocka_unit_test(test_a_moved_marker_has_a_line_to_its_place),
        cmocka_unit_test(test_people_with_room_stand_at_their_places),
        cmocka_unit_test(test_the_foot_tells_how_well_a_person_is_known),
        cmocka_unit_test(test_one_person_has_no_median),
        cmocka_unit_test(
            test_a_groups_shares_have_a_range_when_there_is_a_region),
        cmocka_unit_test(test_the_same_answers_are_not_certainty),
        cmocka_unit_test(test_the_region_of_a_person_has_no_corners),
        cmocka_unit_test(test_small_groups_are_said_to_have_no_region),
        cmocka_unit_test(
            test_48_teams_have_each_a_colour_and_shape_of_their_own),
        cmocka_unit_test(test_more_than_forty_people_are_said_to_have_no_names),
        cmocka_unit_test(test_every_team_has_its_centre),
        cmocka_unit_test(test_a_long_title_shrinks_then_wraps_then_is_cut),
        cmocka_unit_test(test_nobody_and_no_countries_can_be_drawn),
        cmocka_unit_test(test_countries_of_a_region_are_named_once_by_it),
        cmocka_unit_test(test_guessed_countries_give_way_to_sourced_ones),
        cmocka_unit_test(test_country_names_come_in_the_language_asked_for),
        cmocka_unit_test(test_no_two_texts_overlap_in_200_random_teams),
        cmocka_unit_test(test_small_pages_are_tidy_too),
        cmocka_unit_test(test_forty_teams_are_tidy_on_any_page),
        cmocka_unit_test(test_countries_are_named_in_full_on_a4),
        cmocka_unit_test(test_larger_pages_scale_everything),
        cmocka_unit_test(test_impossible_pages_and_levels_are_refused),
        cmocka_unit_test(test_the_same_figures_give_the_same_scene),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
