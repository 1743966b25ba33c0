/* spelling_test.c - "did you mean" finds what was meant and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <lewis/spelling.h>

static const char *const styles[] = {"linear", "multi", "reactive"};

static void
assert_meant(const char *word, const char *expected)
{
    const char *nearest = lewis_spelling_nearest(word, styles, 3);

    if (expected == NULL) {
        assert_null(nearest);
        return;
    }
    assert_non_null(nearest);
    assert_string_equal(nearest, expected);
}

static void
test_one_mistake_of_each_kind_is_forgiven(void **state)
{
    (void)state;
    assert_meant("mlti", "multi");   /* left out */
    assert_meant("multii", "multi"); /* doubled */
    assert_meant("mumti", "multi");  /* another key */
    assert_meant("mutli", "multi");  /* swapped */
    assert_meant("multi", "multi");
}

static void
test_a_letter_with_an_accent_is_one_letter(void **state)
{
    static const char *const names[] = {"Zo\xC3\xAB", "Kwame", "\xFF\xFE"};

    (void)state;
    assert_string_equal(lewis_spelling_nearest("Zoe", names, 3), names[0]);
    assert_string_equal(lewis_spelling_nearest("Z\xC3\xB6\xC3\xAB", names, 3),
                        names[0]);
    assert_null(lewis_spelling_nearest("Z\xC3\xB6" "e", names, 3));
}

static void
test_case_is_ignored(void **state)
{
    (void)state;
    assert_meant("MULTI", "multi");
    assert_meant("Mutli", "multi");
}

static void
test_a_third_of_the_word_may_be_wrong(void **state)
{
    (void)state;
    assert_meant("reactve", "reactive");
    assert_meant("raectvie", "reactive"); /* 8 / 3 = 2 swaps */
    assert_meant("raectvei", NULL);       /* 3 */
    assert_meant("mutil", NULL);          /* 2 of 5 */
    assert_meant("lienra", "linear");     /* 6 / 3 = 2 swaps */
    assert_meant("green", NULL);
    assert_meant("", NULL);
}

static void
test_a_swap_is_one_mistake(void **state)
{
    static const char *const words[] = {"ba"};

    (void)state;
    assert_ptr_equal(lewis_spelling_nearest("ab", words, 1), words[0]);
}

static void
test_the_nearest_wins_and_the_first_of_equals(void **state)
{
    static const char *const banks[] = {"lmr-8", "lmr-9", "lmr-99"};

    (void)state;
    assert_string_equal(lewis_spelling_nearest("lmr-7", banks, 3), "lmr-8");
    assert_string_equal(lewis_spelling_nearest("lmr-999", banks, 3), "lmr-99");
    assert_string_equal(lewis_spelling_nearest("lmr9", banks, 3), "lmr-9");
}

static void
test_no_candidates_no_neighbour(void **state)
{
    static const char *const empty[] = {""};

    (void)state;
    assert_null(lewis_spelling_nearest("multi", NULL, 0));
    assert_null(lewis_spelling_nearest("a", empty, 1));
}

static void
test_words_over_63_bytes_have_no_neighbours(void **state)
{
    char fits[64], longer[65];
    const char *const candidates[] = {longer, fits};

    (void)state;
    memset(fits, 'x', sizeof fits);
    memset(longer, 'x', sizeof longer);
    fits[63] = longer[64] = '\0';
    assert_null(lewis_spelling_nearest(longer, candidates, 2));
    assert_ptr_equal(lewis_spelling_nearest(fits, candidates, 2), fits);
}

/* The definition itself, recursive (optimal string alignment). */
static size_t
defined(const char *a, size_t i, const char *b, size_t j)
{
    size_t best, other;

    if (i == 0 || j == 0)
        return i + j;
    best = defined(a, i - 1, b, j - 1) + (a[i - 1] != b[j - 1]);
    other = defined(a, i - 1, b, j) + 1;
    best = other < best ? other : best;
    other = defined(a, i, b, j - 1) + 1;
    best = other < best ? other : best;
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        other = defined(a, i - 2, b, j - 2) + 1;
        best = other < best ? other : best;
    }
    return best;
}

/* All words of 1 to 4 letters of "ab" and a "c" at the end of some. */
static void
make_word(unsigned code, char word[8])
{
    size_t size = code % 4 + 1;

    for (size_t i = 0; i < size; i++)
        word[i] = "abc"[code / 4 /
                        (i == 0   ? 1
                         : i == 1 ? 3
                         : i == 2 ? 9
                                  : 27) %
                        3];
    word[size] = '\0';
}

static void
test_distances_are_those_of_the_definition(void **state)
{
    (void)state;
    for (unsigned a = 0; a < 324; a++) {
        for (unsigned b = 0; b < 324; b++) {
            char left[8], right[8];
            const char *const candidate = right;
            size_t mistakes;

            make_word(a, left);
            make_word(b, right);
            mistakes = defined(left, strlen(left), right, strlen(right));
            if (mistakes <= 1)
                assert_non_null(lewis_spelling_nearest(left, &candidate, 1));
            else
                assert_null(lewis_spelling_nearest(left, &candidate, 1));
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_mistake_of_each_kind_is_forgiven),
        cmocka_unit_test(test_a_letter_with_an_accent_is_one_letter),
        cmocka_unit_test(test_case_is_ignored),
        cmocka_unit_test(test_a_third_of_the_word_may_be_wrong),
        cmocka_unit_test(test_a_swap_is_one_mistake),
        cmocka_unit_test(test_the_nearest_wins_and_the_first_of_equals),
        cmocka_unit_test(test_no_candidates_no_neighbour),
        cmocka_unit_test(test_words_over_63_bytes_have_no_neighbours),
        cmocka_unit_test(test_distances_are_those_of_the_definition),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
