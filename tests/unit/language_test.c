/* language_test.c - the wording nearest to the language asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lewis/text.h>

static const struct lewis_text text[] = {
    {"en", "colour"},     {"en-US", "color"}, {"nl", "kleur"},
    {"zh-Hant", "yanse"}, {"pt-BR", "cor"},   {NULL, NULL},
};

static void
assert_in(const char *lang, const char *expected)
{
    assert_string_equal(lewis_text_in(text, lang), expected);
}

static void
test_the_language_itself_is_best(void **state)
{
    (void)state;
    assert_in("nl", "kleur");
    assert_in("en-US", "color");
    assert_in("pt-BR", "cor");
}

static void
test_a_region_we_lack_falls_back_to_its_language(void **state)
{
    (void)state;
    assert_in("nl-BE", "kleur");
    assert_in("en-GB", "colour");
    assert_in("en-US-posix", "color");
    assert_in("zh-Hant-TW", "yanse");
    assert_in("zh-Hant-a-foo-x-bar", "yanse");
}

static void
test_a_language_we_lack_falls_back_to_the_first(void **state)
{
    (void)state;
    assert_in("fi", "colour");
    assert_in("nld", "colour");
    assert_in("n", "colour");
    assert_in("", "colour");
    assert_in("-", "colour");
    assert_in("C", "colour");
    assert_in("C.UTF-8", "colour");
    assert_in(NULL, "colour");
}

static void
test_of_a_list_the_first_that_is_there(void **state)
{
    (void)state;
    assert_in("fi:nl_BE.UTF-8:en", "kleur");
    assert_in("en-GB:nl", "colour");
    assert_in(":nl", "kleur");
    assert_in("fi:", "colour");
    assert_in(":", "colour");
}

static void
test_a_language_without_region_does_not_find_one_with(void **state)
{
    (void)state;
    assert_in("pt", "colour"); /* RFC 4647 shortens what was asked only */
    assert_in("zh", "colour");
}

static void
test_a_locale_is_read_as_a_tag(void **state)
{
    (void)state;
    assert_in("nl_BE.UTF-8", "kleur");
    assert_in("en_US.UTF-8", "color");
    assert_in("nl_NL@euro", "kleur");
    assert_in("pt_BR", "cor");
}

static void
test_case_is_ignored(void **state)
{
    (void)state;
    assert_in("EN-us", "color");
    assert_in("Zh-hANT", "yanse");
}

/* RFC 4647, section 3.4, its own example: zh-Hant-CN-x-private1-private2 is
 * shortened to ...-x-private1, then to zh-Hant-CN. */
static void
test_a_single_letter_goes_with_what_it_introduced(void **state)
{
    static const struct lewis_text odd[] = {
        {"en", "first"}, {"nl-x", "never"}, {"nl", "kleur"}, {NULL, NULL}};

    (void)state;
    assert_string_equal(lewis_text_in(odd, "nl-x-private1-private2"), "kleur");
    assert_string_equal(lewis_text_in(odd, "nl-x-private1"), "kleur");
}

static void
test_case_is_ignored_in_every_locale(void **state)
{
    (void)state;
    assert_true(lewis_text_same("ID", "id"));
    assert_true(lewis_text_same("Italy", "iTALY"));
    assert_false(lewis_text_same("id", "ids"));
    assert_false(lewis_text_same("ids", "id"));
    assert_false(lewis_text_same("[", "{"));
    assert_true(lewis_text_same_start("nl-BE", "NL", 2));
    assert_false(lewis_text_same_start("n", "nl", 2));
    assert_true(lewis_text_same_start("n", "N", 9));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_language_itself_is_best),
        cmocka_unit_test(test_a_region_we_lack_falls_back_to_its_language),
        cmocka_unit_test(test_a_language_we_lack_falls_back_to_the_first),
        cmocka_unit_test(test_of_a_list_the_first_that_is_there),
        cmocka_unit_test(test_a_language_without_region_does_not_find_one_with),
        cmocka_unit_test(test_a_locale_is_read_as_a_tag),
        cmocka_unit_test(test_case_is_ignored),
        cmocka_unit_test(test_a_single_letter_goes_with_what_it_introduced),
        cmocka_unit_test(test_case_is_ignored_in_every_locale),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
