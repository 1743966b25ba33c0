/* country_test.c - reference points: places, nearness, and what is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <lewis/country.h>

#include "near.h"

#define FILE_OF(countries)                                                 \
    "<countries xmlns=\"urn:x-lewis:countries:1\" version=\"1.0.0\" "      \
    "languages=\"en\" steps=\"8\">\n"                                      \
    "<meta><title xml:lang=\"en\">T</title><author>A</author>"             \
    "<licence spdx=\"CC0-1.0\">x</licence><source>S</source></meta>\n"     \
    "<source id=\"S1\">one</source><confidence id=\"A\"><label "           \
    "xml:lang=\"en\">good</label></confidence><confidence id=\"D\"><label " \
    "xml:lang=\"en\">weak</label></confidence>\n" countries "</countries>"
#define COUNTRY(iso, from, toward, step, confidence)                       \
    "<country iso=\"" iso "\" from=\"" from "\" toward=\"" toward          \
    "\" step=\"" step "\" confidence=\"" confidence                        \
    "\" sources=\"S1\"><name xml:lang=\"en\">" iso "land</name></country>\n"

static struct lewis_atlas *
parse(const char *xml, struct lewis_error *error)
{
    return lewis_atlas_parse(xml, strlen(xml), "c.xml", error);
}

static void
expect_error(const char *xml, long line, const char *message)
{
    struct lewis_error error;

    assert_null(parse(xml, &error));
    assert_string_equal(error.text, message);
    assert_int_equal(error.line, line);
}

static struct lewis_atlas *
shipped(void)
{
    char path[4096];
    struct lewis_error error;

    snprintf(path, sizeof path, "%s/countries.xml", getenv("LEWIS_PATH"));
    return lewis_atlas_load(path, &error);
}

static void
test_a_step_is_an_eighth_of_the_edge(void **state)
{
    struct lewis_atlas *atlas = shipped();
    const struct lewis_country *us = lewis_atlas_find(atlas, "US");
    const struct lewis_country *japan = lewis_atlas_find(atlas, "Japan");

    (void)state;
    assert_non_null(us);
    assert_near(us->share[0], 0.875, 0);
    assert_near(us->share[1], 0.125, 0);
    assert_near(us->point.x, 0.0625, 1e-15);
    assert_near(japan->share[0], 0.125, 0);
    assert_near(japan->share[2], 0.875, 0);
    assert_near(japan->point.x, 0.875, 1e-15);
    assert_near(japan->point.y, 0, 0);
    lewis_atlas_free(atlas);
}

static void
test_all_102_countries_have_a_source_and_a_confidence(void **state)
{
    struct lewis_atlas *atlas = shipped();

    (void)state;
    assert_int_equal(lewis_atlas_count(atlas), 102);
    for (size_t i = 0; i < 102; i++) {
        const struct lewis_country *c = lewis_atlas_at(atlas, i);
        assert_true(c->confidence >= 'A' && c->confidence <= 'D');
        assert_true(strlen(c->sources) > 0);
        assert_non_null(lewis_atlas_confidence(atlas, c->confidence));
        assert_near(c->share[0] + c->share[1] + c->share[2], 1, 1e-15);
    }
    assert_null(lewis_atlas_find(atlas, "XX"));
    assert_null(lewis_atlas_source(atlas, "S77"));
    lewis_atlas_free(atlas);
}

static void
test_names_are_found_in_any_language_and_case(void **state)
{
    struct lewis_atlas *atlas = shipped();

    (void)state;
    assert_string_equal(lewis_atlas_find(atlas, "germany")->iso, "DE");
    assert_string_equal(lewis_atlas_find(atlas, "Duitsland")->iso, "DE");
    assert_string_equal(lewis_atlas_find(atlas, "de")->iso, "DE");
    lewis_atlas_free(atlas);
}

static void
test_countries_on_one_point_share_a_place(void **state)
{
    struct lewis_error error;
    struct lewis_atlas *atlas =
        parse(FILE_OF(COUNTRY("AA", "linear", "linear", "0", "A")
                      COUNTRY("BB", "linear", "multi", "0", "A")
                      COUNTRY("CC", "multi", "linear", "2", "A")
                      COUNTRY("DD", "linear", "multi", "6", "D")),
              &error);

    (void)state;
    assert_non_null(atlas);
    assert_int_equal(lewis_atlas_place_count(atlas), 2);
    assert_string_equal(lewis_atlas_codes(atlas, 0), "AA BB");
    /* DD is known only as part of a region, so CC speaks for the place */
    assert_string_equal(lewis_atlas_codes(atlas, 1), "CC");
    lewis_atlas_free(atlas);
}

static void
test_the_nearest_place_is_by_plane_distance(void **state)
{
    struct lewis_atlas *atlas = shipped();
    double share[3] = {.52, .03, .45};
    size_t place = lewis_atlas_nearest(atlas, lewis_triangle_point(share));

    (void)state;
    assert_string_equal(lewis_atlas_codes(atlas, place), "CA");
    share[0] = NAN;
    assert_int_equal(lewis_atlas_nearest(atlas, lewis_triangle_point(share)),
                     lewis_atlas_place_count(atlas));
    lewis_atlas_free(atlas);
}

/* What the header says, the plain way. */
static size_t
nearest_of_all(const struct lewis_atlas *atlas, struct lewis_point point)
{
    size_t nearest = 0;
    double least = INFINITY;

    for (size_t p = 0; p < lewis_atlas_place_count(atlas); p++) {
        double d = lewis_triangle_distance(lewis_atlas_place(atlas, p), point);
        if (d < least - 1e-12) {
            least = d;
            nearest = p;
        }
    }
    return nearest;
}

static void
expect_nearest(const struct lewis_atlas *atlas, double x, double y)
{
    struct lewis_point point = {x, y};
    size_t wanted = nearest_of_all(atlas, point);

    if (lewis_atlas_nearest(atlas, point) != wanted)
        fail_msg("%.17g, %.17g: not %zu", x, y, wanted);
}

/* Half way between two places, and next to it. */
static void
expect_ties(const struct lewis_atlas *atlas)
{
    size_t count = lewis_atlas_place_count(atlas);

    for (size_t p = 0; p < count; p++)
        for (size_t q = 0; q < count; q++) {
            struct lewis_point a = lewis_atlas_place(atlas, p);
            struct lewis_point b = lewis_atlas_place(atlas, q);
            double x = (a.x + b.x) / 2, y = (a.y + b.y) / 2;
            for (int k = -2; k <= 2; k++)
                expect_nearest(atlas, x + k * 1e-12, y - k * 3e-13);
        }
}

static void
expect_all_nearest(const struct lewis_atlas *atlas)
{
    uint32_t n = 1;

    expect_ties(atlas);
    for (int i = -8; i <= 264; i++) /* of cells too, and beside the square */
        for (int j = -8; j <= 264; j++)
            expect_nearest(atlas, i / 256., j / 256.);
    for (int i = 0; i < 100000; i++) {
        double x = (n = n * 1664525u + 1013904223u) / 4294967296.;
        double y = (n = n * 1664525u + 1013904223u) / 4294967296.;
        expect_nearest(atlas, x, y);
    }
}

static void
test_the_nearest_place_is_found_among_all(void **state)
{
    struct lewis_error error;
    struct lewis_atlas *atlas = shipped();

    (void)state;
    expect_all_nearest(atlas);
    lewis_atlas_free(atlas);
    atlas = parse(FILE_OF(COUNTRY("AA", "linear", "multi", "8", "A")), &error);
    expect_all_nearest(atlas);
    lewis_atlas_free(atlas);
}

static void
test_wrong_reference_points_are_told(void **state)
{
    (void)state;
    expect_error(FILE_OF(COUNTRY("AA", "linear", "multi", "9", "A")), 4,
                 "step=\"9\" is not a whole number from 0 to 8");
    expect_error(FILE_OF(COUNTRY("AA", "linear", "linear", "1", "A")), 4,
                 "step=\"1\" from a corner toward itself; it must be 0");
    expect_error(FILE_OF(COUNTRY("AA", "linear", "multi", "1", "A")
                         COUNTRY("AA", "linear", "multi", "1", "A")),
                 5, "a second country \"AA\"");
    expect_error(FILE_OF(COUNTRY("aa", "linear", "multi", "1", "A")), 4,
                 "iso=\"aa\" is not two capital letters (ISO 3166-1)");
    expect_error(FILE_OF(COUNTRY("AA", "linear", "multi", "1", "B")), 4,
                 "confidence=\"B\" is not defined above");
}

static void
test_a_users_own_point_is_measured(void **state)
{
    struct lewis_error error;
    struct lewis_atlas *atlas = parse(
        FILE_OF(COUNTRY("AA", "linear", "multi", "1", "A")
                "<country iso=\"XA\" confidence=\"A\" sources=\"S1\" "
                "linear=\"0.5\" multi=\"0.3\" reactive=\"0.2\" n=\"64\" "
                "sd=\"0.12\"><name xml:lang=\"en\">Our office</name>"
                "</country>"),
        &error);
    const struct lewis_country *own;

    (void)state;
    assert_non_null(atlas);
    own = lewis_atlas_find(atlas, "our office");
    assert_true(own->measured);
    assert_int_equal(own->n, 64);
    assert_near(own->sd, .12, 0);
    assert_near(own->point.x, .35, 1e-15);
    assert_false(lewis_atlas_find(atlas, "AA")->measured);
    lewis_atlas_free(atlas);
    expect_error(FILE_OF("<country iso=\"XA\" confidence=\"A\" sources=\"S1\" "
                         "linear=\"0.5\" multi=\"0.3\" reactive=\"0.3\" "
                         "n=\"64\" sd=\"0.12\"><name xml:lang=\"en\">O</name>"
                         "</country>"),
                 4, "linear, multi and reactive sum to 1.1, not 1");
    expect_error(FILE_OF("<country iso=\"XA\" confidence=\"A\" sources=\"S1\" "
                         "linear=\"0.5\"><name xml:lang=\"en\">O</name>"
                         "</country>"),
                 4, "a country has either from, toward and step, or linear, "
                    "multi, reactive, n and sd");
}

/* How many countries a selection shows by their own names. */
static size_t
count_selected(const struct lewis_atlas *atlas, const char *text)
{
    struct lewis_error error = {0};
    struct lewis_selection *selection =
        lewis_selection_parse(atlas, text, &error);
    size_t count = 0;

    if (selection == NULL)
        print_error("%s: %s\n", text, error.text);
    assert_non_null(selection);
    for (size_t i = 0; i < lewis_atlas_count(atlas); i++)
        count += lewis_selection_has(selection, i);
    lewis_selection_free(selection);
    return count;
}

/* 55 = grep '<country' countries.xml | grep -vc 'confidence="D"' */
static void
test_a_selection_is_a_word_or_a_list(void **state)
{
    struct lewis_atlas *atlas = shipped();

    (void)state;
    assert_int_equal(count_selected(atlas, "figure"), 55);
    assert_int_equal(count_selected(atlas, "nearest:8"), 55);
    assert_int_equal(count_selected(atlas, "ALL"), 102);
    assert_int_equal(count_selected(atlas, "none"), 0);
    assert_int_equal(count_selected(atlas, "BO"), 1);
    assert_int_equal(count_selected(atlas, " nl, Japan ,duitsland,NL"), 3);
    lewis_atlas_free(atlas);
}

static void
expect_no_selection(const struct lewis_atlas *atlas, const char *text,
                    const char *why)
{
    struct lewis_error error = {0};

    assert_null(lewis_selection_parse(atlas, text, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    if (strstr(error.text, why) == NULL)
        fail_msg("%s: %s", text, error.text);
}

static void
test_what_is_no_selection_is_told_with_what_was_meant(void **state)
{
    struct lewis_atlas *atlas = shipped();

    (void)state;
    expect_no_selection(atlas, "Germny", "did you mean \"Germany\"?");
    expect_no_selection(atlas, "NL,Atlantis", "no country \"Atlantis\"");
    expect_no_selection(atlas, "figur", "did you mean \"figure\"?");
    expect_no_selection(atlas, "", "no country is named");
    expect_no_selection(atlas, " , ", "no country is named");
    expect_no_selection(atlas, "NL,,JP", "before or after a comma");
    expect_no_selection(atlas, ",NL", "before or after a comma");
    expect_no_selection(atlas, "NL, ", "before or after a comma");
    expect_no_selection(atlas, "mine.xml", "--atlas FILE");
    expect_no_selection(atlas, "./mine", "--atlas FILE");
    expect_no_selection(atlas, "nearest", "such as nearest:8");
    expect_no_selection(atlas, "nearest:0", "such as nearest:8");
    expect_no_selection(atlas, "nearest:many", "such as nearest:8");
    lewis_atlas_free(atlas);
}

static void
test_where_nothing_is_named_a_country_of_confidence_d_is(void **state)
{
    struct lewis_error error;
    struct lewis_atlas *atlas = parse(
        FILE_OF("<country iso=\"AA\" from=\"linear\" toward=\"multi\" "
                "step=\"1\" confidence=\"D\" sources=\"S1\">"
                "<name xml:lang=\"en\">A</name></country>"),
        &error);

    (void)state;
    assert_non_null(atlas);
    assert_true(lewis_atlas_in_figure(atlas, 0));
    lewis_atlas_free(atlas);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_step_is_an_eighth_of_the_edge),
        cmocka_unit_test(
            test_all_102_countries_have_a_source_and_a_confidence),
        cmocka_unit_test(test_names_are_found_in_any_language_and_case),
        cmocka_unit_test(test_countries_on_one_point_share_a_place),
        cmocka_unit_test(test_the_nearest_place_is_by_plane_distance),
        cmocka_unit_test(test_the_nearest_place_is_found_among_all),
        cmocka_unit_test(test_wrong_reference_points_are_told),
        cmocka_unit_test(test_a_users_own_point_is_measured),
        cmocka_unit_test(test_a_selection_is_a_word_or_a_list),
        cmocka_unit_test(test_what_is_no_selection_is_told_with_what_was_meant),
        cmocka_unit_test(
            test_where_nothing_is_named_a_country_of_confidence_d_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
