/* labels_test.c - names lie beside their points and never on one another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "chart/labels.h"

enum { MOST = 40 };

static struct label_field
field(void)
{
    return (struct label_field){.bounds = {0, 0, 800, 600},
                                .corner = {{200, 500}, {400, 150}, {600, 500}},
                                .unit = 1};
}

static struct label_wish
wish(double x, double y, double width)
{
    return (struct label_wish){{x, y}, 5, width, 9};
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

static void
test_a_lone_name_stands_right_of_its_marker(void **state)
{
    struct label_field around = field();
    struct label_wish one = wish(400, 400, 40);
    struct label_place place;

    (void)state;
    assert_true(labels_place(&around, &one, 1, &place));
    assert_true(place.placed);
    assert_false(place.leader);
    assert_true(place.box.x0 > 405 && place.box.x0 < 408);
    assert_true(fabs((place.box.y0 + place.box.y1) / 2 - 400) < 1e-9);
}

static void
test_a_name_keeps_clear_of_an_obstacle(void **state)
{
    struct label_field around = field();
    struct box wall = {404, 350, 800, 450};
    struct label_wish one = wish(400, 400, 40);
    struct label_place place;

    (void)state;
    around.obstacle = &wall;
    around.obstacles = 1;
    assert_true(labels_place(&around, &one, 1, &place));
    assert_true(place.placed);
    assert_false(box_overlap(place.box, wall));
}

static void
test_a_name_at_the_border_stays_on_the_page(void **state)
{
    struct label_field around = field();
    struct label_wish one = wish(799, 1, 100);
    struct label_place place;

    (void)state;
    assert_true(labels_place(&around, &one, 1, &place));
    assert_true(place.placed);
    assert_true(box_within(place.box, around.bounds));
}

static void
test_a_name_that_moves_away_gets_a_leader(void **state)
{
    struct label_field around = field();
    struct box wall = {380, 380, 420, 420};
    struct label_wish one = wish(400, 400, 40);
    struct label_place place;

    (void)state;
    around.obstacle = &wall;
    around.obstacles = 1;
    assert_true(labels_place(&around, &one, 1, &place));
    assert_true(place.placed && place.leader);
    assert_true(fabs(hypot(place.from.x - 400, place.from.y - 400) - 5) < 1e-9);
    assert_true(box_distance(place.box, place.to) == 0);
}

static void
test_a_name_without_any_room_is_not_placed(void **state)
{
    struct label_field around = field();
    struct label_wish one = wish(400, 400, 900);
    struct label_place place;

    (void)state;
    assert_true(labels_place(&around, &one, 1, &place));
    assert_false(place.placed);
}

static void
test_an_empty_name_gets_no_label(void **state)
{
    struct label_field around = field();
    struct label_wish one = wish(400, 400, 0);
    struct label_place place;

    (void)state;
    assert_true(labels_place(&around, &one, 1, &place));
    assert_false(place.placed);
}

static void
test_nobody_is_no_trouble(void **state)
{
    struct label_field around = field();

    (void)state;
    assert_true(labels_place(&around, NULL, 0, NULL));
}

/* Forty people in a circle of that radius. */
static void
crowd(struct label_wish people[MOST], double radius, uint64_t seed)
{
    for (int i = 0; i < MOST; i++) {
        double angle = 6.283185307179586 * chance(&seed);
        double away = radius * sqrt(chance(&seed));

        people[i] = wish(400 + away * cos(angle), 350 + away * sin(angle),
                         20 + 80 * chance(&seed));
    }
}

static void
test_names_of_a_crowd_do_not_overlap(void **state)
{
    struct label_field around = field();

    (void)state;
    for (uint64_t seed = 1; seed <= 30; seed++) {
        struct label_wish people[MOST];
        struct label_place place[MOST];

        crowd(people, 5.0 * (double)seed, seed);
        assert_true(labels_place(&around, people, MOST, place));
        for (int i = 0; i < MOST; i++) {
            assert_true(place[i].placed);
            assert_true(box_within(place[i].box, around.bounds));
            for (int k = 0; k < i; k++)
                assert_false(box_overlap(place[i].box, place[k].box));
        }
    }
}

static void
test_people_on_one_spot_all_get_their_names(void **state)
{
    struct label_field around = field();
    struct label_wish people[MOST];
    struct label_place place[MOST];

    (void)state;
    crowd(people, 0, 7);
    assert_true(labels_place(&around, people, MOST, place));
    for (int i = 0; i < MOST; i++)
        assert_true(place[i].placed);
}

static void
test_the_same_people_get_the_same_places(void **state)
{
    struct label_field around = field();
    struct label_wish people[MOST];
    struct label_place first[MOST], second[MOST];

    (void)state;
    crowd(people, 50, 11);
    assert_true(labels_place(&around, people, MOST, first));
    assert_true(labels_place(&around, people, MOST, second));
    for (int i = 0; i < MOST; i++)
        assert_memory_equal(&first[i].box, &second[i].box, sizeof first[i].box);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_lone_name_stands_right_of_its_marker),
        cmocka_unit_test(test_a_name_keeps_clear_of_an_obstacle),
        cmocka_unit_test(test_a_name_at_the_border_stays_on_the_page),
        cmocka_unit_test(test_a_name_that_moves_away_gets_a_leader),
        cmocka_unit_test(test_a_name_without_any_room_is_not_placed),
        cmocka_unit_test(test_an_empty_name_gets_no_label),
        cmocka_unit_test(test_nobody_is_no_trouble),
        cmocka_unit_test(test_names_of_a_crowd_do_not_overlap),
        cmocka_unit_test(test_people_on_one_spot_all_get_their_names),
        cmocka_unit_test(test_the_same_people_get_the_same_places),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
