/* typeset_test.c - texts are cleaned, cut and wrapped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"
#include "chart/typeset.h"

#define NBSP "\xC2\xA0"

/* Every character is one point wide. */
static double
one_each(void *payload, const char *text, double size_pt, bool bold)
{
    (void)payload;
    (void)size_pt;
    (void)bold;
    return (double)utf8_columns(text, strlen(text));
}

static const struct lewis_measure measure = {.width_pt = one_each};

static void
expect_clean(const char *bytes, size_t size, const char *expected)
{
    struct arena arena = {0};

    assert_string_equal(typeset_clean(&arena, bytes, size), expected);
    arena_release(&arena);
}

static void
test_white_space_is_collapsed(void **state)
{
    (void)state;
    expect_clean(" a \n\t b\r\n", 9, "a b");
    expect_clean("   ", 3, "");
    expect_clean("", 0, "");
    expect_clean("a\0b", 3, "a b");
}

static void
test_what_is_not_utf8_is_marked(void **state)
{
    (void)state;
    expect_clean("a\xFFz", 3, "a\xEF\xBF\xBDz");
}

static void
expect_cut(const char *text, double max_pt, const char *expected)
{
    struct arena arena = {0};
    struct typeset set = {&arena, &measure, 8, false, false};

    assert_string_equal(typeset_cut(&set, text, max_pt), expected);
    arena_release(&arena);
}

static void
test_a_long_name_ends_in_an_ellipsis(void **state)
{
    (void)state;
    expect_cut("Wolfeschlegel", 13, "Wolfeschlegel");
    expect_cut("Wolfeschlegel", 6, "Wolfe\xE2\x80\xA6");
    expect_cut("Jan van der Berg", 8, "Jan van\xE2\x80\xA6");
    expect_cut("Wolf", 0, "\xE2\x80\xA6");
}

static void
test_a_mark_is_not_cut_from_its_letter(void **state)
{
    (void)state;
    expect_cut("ae\xCC\x81\xCC\xA3xyz", 3, "ae\xCC\x81\xCC\xA3\xE2\x80\xA6");
    expect_cut("ae\xCC\x81\xCC\xA3xyz", 2, "a\xE2\x80\xA6");
}

static void
expect_lines(struct paragraph paragraph, size_t count, const char *first,
             const char *last)
{
    assert_int_equal(paragraph.count, count);
    if (count == 0)
        return;
    assert_string_equal(paragraph.line[0], first);
    assert_string_equal(paragraph.line[count - 1], last);
}

static void
test_lines_break_at_spaces(void **state)
{
    struct arena arena = {0};
    struct typeset set = {&arena, &measure, 8, false, false};

    (void)state;
    expect_lines(typeset_wrap(&set, "one two three", 8, 8), 2, "one two",
                 "three");
    expect_lines(typeset_wrap(&set, "", 8, 8), 0, "", "");
    expect_lines(typeset_wrap(&set, "incomprehensible", 8, 8), 1,
                 "incomprehensible", "incomprehensible");
    arena_release(&arena);
}

static void
test_names_stay_whole_while_they_can(void **state)
{
    struct arena arena = {0};
    struct typeset set = {&arena, &measure, 8, false, false};

    (void)state;
    expect_lines(typeset_wrap(&set, "Iran, South" NBSP "Korea, Iraq", 14, 8), 3,
                 "Iran,", "Iraq");
    expect_lines(typeset_wrap(&set, "United" NBSP "Kingdom", 8, 8), 2, "United",
                 "Kingdom");
    arena_release(&arena);
}

/* At hyphens only where they join two parts of a name. */
static void
test_names_break_at_hyphens_where_that_is_wanted(void **state)
{
    struct arena arena = {0};
    struct typeset plain = {&arena, &measure, 8, false, false};
    struct typeset set = {&arena, &measure, 8, false, true};

    (void)state;
    expect_lines(typeset_wrap(&plain, "Anna-Lena Bo", 7, 8), 2, "Anna-Lena",
                 "Bo");
    expect_lines(typeset_wrap(&set, "Anna-Lena Bo", 7, 8), 2, "Anna-",
                 "Lena Bo");
    expect_lines(typeset_wrap(&set, "Anna-Lena Bo", 9, 8), 2, "Anna-Lena",
                 "Bo");
    expect_lines(typeset_wrap(&set, "Anna --- -Bo-", 6, 8), 3, "Anna", "-Bo-");
    expect_lines(typeset_fit(&set, "Anna-Lena Bo", 6, 3), 3, "Anna-", "Bo");
    expect_lines(typeset_fit(&set, "Anna-Lena Bo", 8, 2), 2, "Anna-",
                 "Lena Bo");
    expect_lines(typeset_fit(&set, "Bo Hohenstein", 8, 3), 1,
                 "Bo Hohe\xE2\x80\xA6", "Bo Hohe\xE2\x80\xA6");
    arena_release(&arena);
}

static void
test_balanced_lines_are_about_equally_long(void **state)
{
    struct arena arena = {0};
    struct typeset set = {&arena, &measure, 8, false, false};
    struct paragraph paragraph =
        typeset_balance(&set, "aaaa bbbb cccc dddd", 15, 3);

    (void)state;
    expect_lines(paragraph, 2, "aaaa bbbb", "cccc dddd");
    assert_true(paragraph.width_pt == 9);
    arena_release(&arena);
}

/* The last line has at least a quarter of the width, where it can. */
static void
test_a_last_line_is_more_than_a_word(void **state)
{
    struct arena arena = {0};
    struct typeset set = {&arena, &measure, 8, false, false};

    (void)state;
    expect_lines(typeset_wrap(&set, "aaaa bbbb cccc dddd eee", 20, 8), 2,
                 "aaaa bbbb cccc dddd", "eee");
    expect_lines(typeset_no_widow(&set, "aaaa bbbb cccc dddd eee", 20, 8), 2,
                 "aaaa bbbb cccc", "dddd eee");
    expect_lines(typeset_no_widow(&set, "aaaa bbbb cccc dddd eeeee", 20, 8), 2,
                 "aaaa bbbb cccc dddd", "eeeee");
    expect_lines(typeset_no_widow(&set, "aaaaaaaaaaaaaaaaaaa eee", 20, 8), 2,
                 "aaaaaaaaaaaaaaaaaaa", "eee");
    expect_lines(typeset_no_widow(&set, "one", 20, 8), 1, "one", "one");
    arena_release(&arena);
}

static void
test_too_many_lines_are_said_to_be_cut(void **state)
{
    struct arena arena = {0};
    struct typeset set = {&arena, &measure, 8, false, false};
    struct paragraph paragraph = typeset_wrap(&set, "one two three four", 5, 2);

    (void)state;
    assert_int_equal(paragraph.count, 2);
    assert_false(paragraph.whole);
    assert_string_equal(paragraph.line[1], "two\xE2\x80\xA6");
    arena_release(&arena);
}

static bool
same_lines(const struct paragraph *a, const struct paragraph *b)
{
    bool same = a->count == b->count && a->whole == b->whole;

    for (size_t i = 0; same && i < a->count; i++)
        same = strcmp(a->line[i], b->line[i]) == 0;
    return same;
}

/* In steps of half a point from one width to the other. */
static void
expect_limits_at(const struct typeset *set, const char *text, double room,
                 size_t lines)
{
    struct paragraph here = typeset_whole(set, text, room, lines);

    assert_true(room >= here.room_from && room < here.room_below);
    for (double other = 1; other < 50; other += 0.5) {
        struct paragraph there = typeset_whole(set, text, other, lines);

        if (other >= here.room_from && other < here.room_below)
            assert_true(same_lines(&here, &there));
    }
}

static void
test_room_within_the_limits_breaks_into_the_same_lines(void **state)
{
    struct arena arena = {0};
    struct typeset set = {&arena, &measure, 8, false, false};

    (void)state;
    for (double room = 2; room < 48; room += 0.5)
        for (size_t lines = 1; lines < 6; lines++)
            expect_limits_at(&set, "Sweden, New" NBSP "Zealand, the"
                                   NBSP "Netherlands, Peru, Oman", room, lines);
    arena_release(&arena);
}

/* What has too many lines has them however it goes on. */
static void
test_what_was_not_seen_changes_nothing(void **state)
{
    static const char text[] = "Sweden, New" NBSP "Zealand, the" NBSP
                               "Netherlands, Peru, Oman";
    struct arena arena = {0};
    struct typeset set = {&arena, &measure, 8, false, false};
    size_t seen = 0;

    (void)state;
    for (double room = 2; room < 48; room += 0.5)
        for (size_t lines = 1; lines < 4; lines++) {
            struct paragraph here = typeset_whole(&set, text, room, lines);
            struct paragraph there;
            char other[80];

            if (here.whole || text[here.seen] == '\0')
                continue;
            seen++;
            snprintf(other, sizeof other, "%.*s and many more",
                     (int)here.seen, text);
            there = typeset_whole(&set, other, room, lines);
            assert_true(same_lines(&here, &there));
            assert_true(here.room_from == there.room_from);
            assert_true(here.room_below == there.room_below);
        }
    assert_true(seen > 50);
    arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_white_space_is_collapsed),
        cmocka_unit_test(test_what_is_not_utf8_is_marked),
        cmocka_unit_test(test_a_long_name_ends_in_an_ellipsis),
        cmocka_unit_test(test_a_mark_is_not_cut_from_its_letter),
        cmocka_unit_test(test_lines_break_at_spaces),
        cmocka_unit_test(test_names_stay_whole_while_they_can),
        cmocka_unit_test(test_names_break_at_hyphens_where_that_is_wanted),
        cmocka_unit_test(test_balanced_lines_are_about_equally_long),
        cmocka_unit_test(test_a_last_line_is_more_than_a_word),
        cmocka_unit_test(test_too_many_lines_are_said_to_be_cut),
        cmocka_unit_test(
            test_room_within_the_limits_breaks_into_the_same_lines),
        cmocka_unit_test(test_what_was_not_seen_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
