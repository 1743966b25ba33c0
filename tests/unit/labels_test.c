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
    return (struct label_wish){{x, y}, 5, width, 9, false};
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
    assert_true(labels_place(&around, &one, 1, &place, NULL));
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
    assert_true(labels_place(&around, &one, 1, &place, NULL));
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
    assert_true(labels_place(&around, &one, 1, &place, NULL));
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
    assert_true(labels_place(&around, &one, 1, &place, NULL));
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
    assert_true(labels_place(&around, &one, 1, &place, NULL));
    assert_false(place.placed);
}

static void
test_a_name_does_not_stand_between_two_markers(void **state)
{
    struct label_field around = field();
    struct label_wish two[2] = {wish(400, 560, 20), wish(436, 560, 20)};
    struct label_place place[2];

    (void)state;
    assert_true(labels_place(&around, two, 2, place, NULL));
    assert_true(place[0].box.x1 < 400);
    assert_true(place[1].box.x0 > 436);
}

static void
test_an_empty_name_gets_no_label(void **state)
{
    struct label_field around = field();
    struct label_wish one = wish(400, 400, 0);
    struct label_place place;

    (void)state;
    assert_true(labels_place(&around, &one, 1, &place, NULL));
    assert_false(place.placed);
}

static void
test_nobody_is_no_trouble(void **state)
{
    struct label_field around = field();

    (void)state;
    assert_true(labels_place(&around, NULL, 0, NULL, NULL));
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
        assert_true(labels_place(&around, people, MOST, place, NULL));
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
    assert_true(labels_place(&around, people, MOST, place, NULL));
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
    assert_true(labels_place(&around, people, MOST, first, NULL));
    assert_true(labels_place(&around, people, MOST, second, NULL));
    for (int i = 0; i < MOST; i++)
        assert_memory_equal(&first[i].box, &second[i].box, sizeof first[i].box);
}

/* --- countries, that may go without --- */

enum { PEOPLE = 30, COUNTRIES = 60, ALL = PEOPLE + COUNTRIES };

/* Thirty people in a circle, sixty countries on the sides. */
static void
sixty_countries(const struct label_field *around, struct label_wish wishes[ALL],
                uint64_t seed)
{
    for (int i = 0; i < ALL; i++) {
        const struct scene_point *a = &around->corner[i % 3];
        const struct scene_point *b = &around->corner[(i + 1) % 3];
        double angle = 6.283185307179586 * chance(&seed);
        double t = chance(&seed), away = 40 * sqrt(chance(&seed));

        if (i < PEOPLE)
            wishes[i] = wish(400 + away * cos(angle), 380 + away * sin(angle),
                             20 + 60 * chance(&seed));
        else
            wishes[i] = wish(a->x + t * (b->x - a->x), a->y + t * (b->y - a->y),
                             20 + 40 * chance(&seed));
        wishes[i].spare = i >= PEOPLE;
    }
}

static void
expect_apart(const struct label_field *around, const struct label_place place[],
             int count)
{
    for (int i = 0; i < count; i++) {
        if (!place[i].placed)
            continue;
        assert_true(box_within(place[i].box, around->bounds));
        for (int k = 0; k < i; k++)
            assert_false(place[k].placed &&
                         box_overlap(place[i].box, place[k].box));
    }
}

static void
test_thirty_people_and_sixty_countries_do_not_overlap(void **state)
{
    struct label_field around = field();

    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct label_wish wishes[ALL];
        struct label_place place[ALL];

        sixty_countries(&around, wishes, seed);
        assert_true(labels_place(&around, wishes, ALL, place, NULL));
        expect_apart(&around, place, ALL);
        for (int i = 0; i < ALL; i++)
            assert_true(place[i].placed);
    }
}

static void
test_annealing_never_makes_it_worse(void **state)
{
    struct label_field around = field();
    int annealed = 0, better = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct label_wish wishes[ALL];
        struct label_place place[ALL];
        struct label_energy energy;

        sixty_countries(&around, wishes, seed);
        assert_true(labels_place(&around, wishes, ALL, place, &energy));
        assert_true(energy.final <= energy.greedy);
        assert_true(energy.annealed || energy.final == energy.greedy);
        annealed += energy.annealed;
        better += energy.final < energy.greedy;
    }
    assert_true(annealed >= 38);
    assert_true(better >= 30);
}

static void
test_names_with_room_are_not_annealed(void **state)
{
    struct label_field around = field();
    struct label_wish people[3] = {wish(100, 100, 40), wish(400, 400, 40),
                                   wish(700, 100, 40)};
    struct label_place place[3];
    struct label_energy energy;

    (void)state;
    assert_true(labels_place(&around, people, 3, place, &energy));
    assert_false(energy.annealed);
    assert_true(energy.final == energy.greedy);
}

/* A field that has room for five names only. */
static void
test_where_there_is_no_room_countries_go_first(void **state)
{
    struct label_field around = field();
    struct label_wish wishes[10];
    struct label_place place[10];

    (void)state;
    around.bounds = (struct box){390, 370, 450, 416};
    for (int i = 0; i < 10; i++) {
        wishes[i] = wish(400 + i, 390, 55);
        wishes[i].spare = i < 6; /* asked for first */
    }
    assert_true(labels_place(&around, wishes, 10, place, NULL));
    expect_apart(&around, place, 10);
    for (int i = 6; i < 10; i++)
        assert_true(place[i].placed);
    for (int i = 1; i < 6; i++)
        assert_false(place[0].placed && place[i].placed);
}

/* Right of the marker runs a curve; left of it is as good and free. */
static void
test_a_name_keeps_off_a_curve(void **state)
{
    struct label_field around = field();
    struct label_line curve[2] = {{{420, 300}, {420, 400}, 0},
                                  {{420, 400}, {420, 500}, 0}};
    struct label_wish one = wish(400, 380, 40);
    struct label_place place;

    (void)state;
    around.line = curve;
    around.lines = 2;
    assert_true(labels_place(&around, &one, 1, &place, NULL));
    assert_true(place.box.x1 < 400);
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
        cmocka_unit_test(test_a_name_does_not_stand_between_two_markers),
        cmocka_unit_test(test_an_empty_name_gets_no_label),
        cmocka_unit_test(test_nobody_is_no_trouble),
        cmocka_unit_test(test_names_of_a_crowd_do_not_overlap),
        cmocka_unit_test(test_people_on_one_spot_all_get_their_names),
        cmocka_unit_test(test_the_same_people_get_the_same_places),
        cmocka_unit_test(
            test_thirty_people_and_sixty_countries_do_not_overlap),
        cmocka_unit_test(test_annealing_never_makes_it_worse),
        cmocka_unit_test(test_names_with_room_are_not_annealed),
        cmocka_unit_test(test_where_there_is_no_room_countries_go_first),
        cmocka_unit_test(test_a_name_keeps_off_a_curve),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
