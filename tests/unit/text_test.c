/* text_test.c - growing strings, escapes, UTF-8, terminal columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <lewis/text.h>

#include "base/arena.h"
#include "base/text.h"

static void
test_an_untouched_text_is_an_empty_string(void **state)
{
    struct text text = {0};

    (void)state;
    assert_true(text_ok(&text));
    assert_string_equal(text_string(&text), "");
    text_clear(&text);
    text_release(&text);
}

static void
test_what_is_added_follows_what_was_there(void **state)
{
    struct text text = {0};

    (void)state;
    text_add(&text, "");
    assert_non_null(text.bytes);
    text_add(&text, "one");
    text_add_bytes(&text, " two three", 4);
    text_print(&text, " %d %s", 3, "four");
    assert_string_equal(text_string(&text), "one two 3 four");
    assert_int_equal(text.size, strlen("one two 3 four"));
    text_clear(&text);
    assert_string_equal(text_string(&text), "");
    text_add(&text, "new");
    assert_string_equal(text_string(&text), "new");
    text_release(&text);
}

static void
assert_harmless(const char *text, const char *expected)
{
    char bytes[64];
    size_t size = strlen(text);

    memcpy(bytes, text, size);
    size = lewis_text_harmless(bytes, size);
    assert_int_equal(size, strlen(expected));
    assert_memory_equal(bytes, expected, size);
}

static void
test_what_a_terminal_would_obey_is_made_harmless(void **state)
{
    (void)state;
    assert_harmless("", "");
    assert_harmless("Zo\u00eb \u65e5\u672c\n\tx", "Zo\u00eb \u65e5\u672c\n\tx");
    assert_harmless("a\033[31mb\r\177", "a?[31mb??");
    assert_harmless("\xc2\x80\xc2\x9b\xc2\x9f\xc2\xa0", "???\xc2\xa0");
    assert_harmless("\u061c\u200d\u200e\u200f", "?\u200d??");
    assert_harmless("\u2027\u2028\u202a\u202e\u202f", "\u2027???\u202f");
    assert_harmless("\u2065\u2066\u2069\u206a", "\u2065??\u206a");
    assert_harmless("a\x9b\xe2\x80", "a???");
}

static void
test_a_text_grows_over_every_boundary(void **state)
{
    struct text text = {0};

    (void)state;
    for (size_t i = 0; i < 5000; i++) {
        text_add_bytes(&text, &"0123456789"[i % 10], 1);
        assert_int_equal(strlen(text_string(&text)), i + 1);
    }
    text_print(&text, "%2000d", 7);
    assert_int_equal(text.size, 7000);
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(text.bytes[i], '0' + (int)(i % 10));
    text_release(&text);
}

static void
add_json(struct text *text, const char *string)
{
    text_add_json(text, string, strlen(string));
}

static void
add_csv(struct text *text, const char *string)
{
    text_add_csv(text, string, ',');
}

static void
add_csv_words(struct text *text, const char *string)
{
    text_add_csv_words(text, string, ',');
}

static void
test_failure_sticks_until_release(void **state)
{
    struct text text = {0};

    (void)state;
    text_add(&text, "something");
    text_add_bytes(&text, "", SIZE_MAX - 10);
    assert_false(text_ok(&text));
    assert_string_equal(text_string(&text), "");
    text_add(&text, "more");
    text_print(&text, "%d", 1);
    text_add_json(&text, "x", 1);
    text_add_xml(&text, "x");
    assert_string_equal(text_string(&text), "");
    text_release(&text);
    assert_true(text_ok(&text));
}

/* Every door by which it could come into a text, a page or an arena. */
/* Every "" of a program may be one and the same, the lost one not among them. */
static void
test_an_empty_text_is_not_the_lost_one(void **state)
{
    struct text untouched = {0}, emptied = {0}, lost = {0};

    (void)state;
    text_add(&emptied, "x");
    text_clear(&emptied);
    text_add_bytes(&lost, "", SIZE_MAX - 10);
    assert_ptr_not_equal(text_string(&untouched), text_lost);
    assert_ptr_not_equal(text_string(&emptied), text_lost);
    assert_ptr_equal(text_string(&lost), text_lost);
    assert_string_equal(text_string(&lost), "");
    text_add(&untouched, text_string(&emptied));
    text_add(&untouched, "");
    assert_true(text_ok(&untouched));
    text_release(&untouched);
    text_release(&emptied);
    text_release(&lost);
}

static void
test_what_was_lost_makes_what_it_is_added_to_fail(void **state)
{
    void (*const add[])(struct text *, const char *) = {
        text_add, text_add_xml, add_json, add_csv, add_csv_words};
    struct text lost = {0}, part = {0}, whole = {0};
    struct arena arena = {0};

    (void)state;
    text_add_bytes(&lost, "", SIZE_MAX - 10);
    for (size_t i = 0; i < sizeof add / sizeof *add; i++) {
        struct text to = {0};
        add[i](&to, "");
        assert_true(text_ok(&to));
        add[i](&to, text_string(&lost));
        assert_false(text_ok(&to));
        text_release(&to);
    }
    assert_null(arena_copy(&arena, text_string(&lost), 0));
    assert_true(arena_failed(&arena));
    arena_release(&arena);
    text_print(&whole, "(%s)", text_string(&part));
    text_release_into(&part, &whole);
    assert_true(text_ok(&whole));
    text_print(&whole, "(%s)", text_string(&lost));
    text_release_into(&lost, &whole);
    assert_false(text_ok(&whole));
    assert_true(text_ok(&lost));
    text_release(&whole);
}

static void
test_numbers_have_a_point_in_every_locale(void **state)
{
    struct text text = {0};

    (void)state;
    if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL)
        skip();
    text_print(&text, "%.2f", 1.5);
    setlocale(LC_ALL, "C");
    assert_string_equal(text_string(&text), "1.50");
    text_release(&text);
}

static void
assert_json(const char *bytes, size_t size, const char *expected)
{
    struct text text = {0};

    text_add_json(&text, bytes, size);
    assert_string_equal(text_string(&text), expected);
    text_release(&text);
}

/* RFC 8259, section 7. */
static void
test_json_strings_escape_what_they_must(void **state)
{
    (void)state;
    assert_json("", 0, "\"\"");
    assert_json("plain", 5, "\"plain\"");
    assert_json("a\"b\\c/", 6, "\"a\\\"b\\\\c/\"");
    assert_json("\b\f\n\r\t", 5, "\"\\b\\f\\n\\r\\t\"");
    assert_json("\0\x01\x1f\x7f", 4, "\"\\u0000\\u0001\\u001f\\u007f\"");
    assert_json("\xc3\xab\xf0\x9f\x98\x80", 6, "\"\xc3\xab\xf0\x9f\x98\x80\"");
}

static void
test_json_strings_are_utf8_whatever_came_in(void **state)
{
    (void)state;
    assert_json("caf\xe9!", 5, "\"caf\xef\xbf\xbd!\"");
    assert_json("\xe2\x82", 2, "\"\xef\xbf\xbd\xef\xbf\xbd\"");
    assert_json("\xed\xa0\x80", 3, "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
}

static void
assert_xml(const char *string, const char *expected)
{
    struct text text = {0};

    text_add_xml(&text, string);
    assert_string_equal(text_string(&text), expected);
    text_release(&text);
}

static void
test_xml_escapes_its_marks(void **state)
{
    (void)state;
    assert_xml("", "");
    assert_xml("a & b < c > \"d\" 'e'",
               "a &amp; b &lt; c &gt; &quot;d&quot; 'e'");
    assert_xml("]]>", "]]&gt;");
    assert_xml("1\t2\n3\r4", "1\t2\n3&#13;4");
}

/* XML 1.0, production 2 (Char). */
static void
test_xml_leaves_out_what_it_cannot_hold(void **state)
{
    (void)state;
    assert_xml("a\x01\x08\x0b\x1f"
               "b",
               "ab");
    assert_xml("a\xef\xbf\xbe\xef\xbf\xbf"
               "b",
               "ab");
    assert_xml("\xef\xbf\xbd\xee\x80\x80", "\xef\xbf\xbd\xee\x80\x80");
    assert_xml("caf\xe9", "caf\xef\xbf\xbd");
}

/* How RFC 3629 says a code point is written, apart from the tested code. */
static size_t
encode(uint32_t code, char out[4])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xc0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3f));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xe0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3f));
        out[2] = (char)(0x80 | (code & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3f));
    out[2] = (char)(0x80 | (code >> 6 & 0x3f));
    out[3] = (char)(0x80 | (code & 0x3f));
    return 4;
}

static void
test_every_code_point_has_its_length(void **state)
{
    (void)state;
    for (uint32_t code = 0; code < 0x120000; code++) {
        char bytes[4];
        size_t size = encode(code, bytes);
        bool surrogate = code >= 0xd800 && code <= 0xdfff;

        if (surrogate || code > 0x10ffff)
            assert_int_equal(utf8_length(bytes, size), 0);
        else
            assert_int_equal(utf8_length(bytes, size), size);
        if (size > 1)
            assert_int_equal(utf8_length(bytes, size - 1), 0);
    }
}

static void
test_malformed_bytes_are_no_character(void **state)
{
    static const char *const wrong[] = {
        "\x80",
        "\xbf",
        "\xc0\x80",
        "\xc1\xbf",
        "\xc3\x28",
        "\xe0\x9f\xbf",
        "\xe2\x28\xa1",
        "\xe2\x82\x28",
        "\xf0\x8f\xbf\xbf",
        "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80",
        "\xf0\x9f\x98\x28",
        "\xfe",
        "\xff",
        "\xed\xbf\xbf",
    };

    (void)state;
    assert_int_equal(utf8_length("", 0), 0);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(utf8_length(wrong[i], strlen(wrong[i])), 0);
        assert_false(utf8_valid(wrong[i], strlen(wrong[i])));
    }
    assert_true(utf8_valid("", 0));
    assert_true(utf8_valid("a\xc3\xab\xe2\x82\xac\xf0\x9f\x98\x80", 10));
    assert_false(utf8_valid("a\xc3\xab\xe2\x82\xac\xf0\x9f\x98", 9));
}

static void
test_a_cut_drops_half_a_character_only(void **state)
{
    static const char text[] = "a\xc3\xab\xe2\x82\xac\xf0\x9f\x98\x80";
    static const size_t whole[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};

    (void)state;
    for (size_t size = 0; size <= 10; size++)
        assert_int_equal(utf8_cut(text, size), whole[size]);
    assert_int_equal(utf8_cut("\x80\x80\x80\x80\x80", 5), 5);
}

static size_t
columns(const char *string)
{
    return utf8_columns(string, strlen(string));
}

static void
test_columns_are_those_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(columns(""), 0);
    assert_int_equal(columns("Lewis"), 5);
    assert_int_equal(columns("na\xc3\xafve"), 5);
    assert_int_equal(columns("\xe6\x97\xa5\xe6\x9c\xac"), 4); /* Nihon */
    assert_int_equal(columns("\xed\x95\x9c\xea\xb5\xad"), 4); /* Hanguk */
    assert_int_equal(columns("\xef\xbc\xa1"), 2);             /* fullwidth A */
    assert_int_equal(columns("\xef\xbd\xb1"), 1);     /* halfwidth katakana */
    assert_int_equal(columns("\xf0\x9f\x98\x80"), 2); /* grinning face */
    assert_int_equal(columns("\xf0\xa0\x80\x80"), 2); /* U+20000 */
    assert_int_equal(columns("\xe2\x96\xb2"), 1);     /* black triangle */
    assert_int_equal(columns("\xd8\xb3\xd9\x84"), 2); /* Arabic letters */
}

static void
test_marks_and_controls_take_no_column(void **state)
{
    (void)state;
    assert_int_equal(columns("e\xcc\x81"), 1);    /* combining acute */
    assert_int_equal(columns("\xe2\x80\x8b"), 0); /* zero width space */
    assert_int_equal(columns("\xe2\x80\x8f"), 0); /* right-to-left mark */
    assert_int_equal(columns("\x1b\t\n\x7f"), 0);
    assert_int_equal(columns("\xc2\x9b"), 0); /* C1 control */
    assert_int_equal(columns("\xc2\xad"), 1); /* soft hyphen */
    assert_int_equal(columns("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab"), 2);
    assert_int_equal(columns("\xe9\xe9"), 2); /* not UTF-8 */
    assert_int_equal(utf8_columns("a\0b", 3), 2);
}

static void
assert_trims(const char *string, const char *expected)
{
    size_t size = strlen(string);

    text_trim(&string, &size);
    assert_int_equal(size, strlen(expected));
    assert_memory_equal(string, expected, size);
}

static void
test_white_space_around_is_trimmed(void **state)
{
    (void)state;
    assert_trims("", "");
    assert_trims(" \t\r\n", "");
    assert_trims("\xc2\xa0 a b\xc2\xa0\t", "a b");
    assert_trims("\xc2\xa0", "");
    assert_trims("a", "a");
    assert_trims("\xc3\xa0", "\xc3\xa0"); /* ends in a0, but is a letter */
    assert_trims("\xc2\xab", "\xc2\xab");
}

static void
test_a_nul_is_not_white_space(void **state)
{
    const char *bytes = " \0 ";
    size_t size = 3;

    (void)state;
    text_trim(&bytes, &size);
    assert_int_equal(size, 1);
    assert_int_equal(bytes[0], '\0');
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_untouched_text_is_an_empty_string),
        cmocka_unit_test(test_what_is_added_follows_what_was_there),
        cmocka_unit_test(test_what_a_terminal_would_obey_is_made_harmless),
        cmocka_unit_test(test_a_text_grows_over_every_boundary),
        cmocka_unit_test(test_failure_sticks_until_release),
        cmocka_unit_test(test_an_empty_text_is_not_the_lost_one),
        cmocka_unit_test(test_what_was_lost_makes_what_it_is_added_to_fail),
        cmocka_unit_test(test_numbers_have_a_point_in_every_locale),
        cmocka_unit_test(test_json_strings_escape_what_they_must),
        cmocka_unit_test(test_json_strings_are_utf8_whatever_came_in),
        cmocka_unit_test(test_xml_escapes_its_marks),
        cmocka_unit_test(test_xml_leaves_out_what_it_cannot_hold),
        cmocka_unit_test(test_every_code_point_has_its_length),
        cmocka_unit_test(test_malformed_bytes_are_no_character),
        cmocka_unit_test(test_a_cut_drops_half_a_character_only),
        cmocka_unit_test(test_columns_are_those_of_a_terminal),
        cmocka_unit_test(test_marks_and_controls_take_no_column),
        cmocka_unit_test(test_white_space_around_is_trimmed),
        cmocka_unit_test(test_a_nul_is_not_white_space),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
