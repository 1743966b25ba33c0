/* workshop_code_test.c - codes: what people mistype is found, and what they
 * mean is understood.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "workshops.h"

static const char letters[] = "ABCDEFGHJKLMNPQRSTUWXYZ";
enum { LETTERS = 23, PLACES = 6 };

static enum lewis_code_fault
read_code(const char *text)
{
    char code[LEWIS_CODE];

    return lewis_code_read(text, code, NULL);
}

/* The one letter that makes a code of five. */
static void
complete(char code[LEWIS_CODE])
{
    int found = 0;
    char right = 0;

    code[PLACES] = '\0';
    for (int l = 0; l < LETTERS; l++) {
        code[PLACES - 1] = letters[l];
        if (read_code(code) == LEWIS_CODE_FINE) {
            right = letters[l];
            found++;
        }
    }
    assert_int_equal(found, 1);
    code[PLACES - 1] = right;
}

static void
expect_wrong_letters_found(const char code[LEWIS_CODE])
{
    char wrong[LEWIS_CODE];

    memcpy(wrong, code, LEWIS_CODE);
    for (int i = 0; i < PLACES; i++) {
        for (int l = 0; l < LETTERS; l++) {
            wrong[i] = letters[l];
            if (wrong[i] != code[i] &&
                read_code(wrong) != LEWIS_CODE_MISTYPED)
                fail_msg("%s for %s", wrong, code);
        }
        wrong[i] = code[i];
    }
}

/* Neighbours, and any other two. */
static void
expect_swaps_found(const char code[LEWIS_CODE])
{
    for (int i = 0; i < PLACES; i++)
        for (int j = i + 1; j < PLACES; j++) {
            char wrong[LEWIS_CODE];
            memcpy(wrong, code, LEWIS_CODE);
            wrong[i] = code[j];
            wrong[j] = code[i];
            if (code[i] != code[j] &&
                read_code(wrong) != LEWIS_CODE_MISTYPED)
                fail_msg("%s for %s", wrong, code);
        }
}

/* Every pair of letters on every pair of places, and the other letters as they
 * come: since the check is a sum over places, these are all cases there are. */
static void
test_mistakes_are_found(void **state)
{
    (void)state;
    for (int i = 0; i < PLACES - 1; i++)
        for (int j = i + 1; j < PLACES - 1; j++)
            for (int a = 0; a < LETTERS; a++)
                for (int b = 0; b < LETTERS; b++) {
                    char code[LEWIS_CODE];
                    for (int k = 0; k < PLACES - 1; k++)
                        code[k] = letters[(a * 7 + b * 3 + k * 5) % LETTERS];
                    code[i] = letters[a];
                    code[j] = letters[b];
                    complete(code);
                    expect_wrong_letters_found(code);
                    expect_swaps_found(code);
                }
}

/* The sum as the header has it, by hand: B 1, C 2, D 3, F 5, G 6 -> 1 + 4 + 9 +
 * 20 + 30 = 64; 6 f must be -64 = 5 mod 23, so f = 20 (120 = 5 * 23 + 5): X. */
static void
test_known_code(void **state)
{
    (void)state;
    assert_int_equal(read_code("BCDFGX"), LEWIS_CODE_FINE);
    assert_int_equal(read_code("BCDFGW"), LEWIS_CODE_MISTYPED);
}

static void
test_as_people_type(void **state)
{
    static const char *const same[] = {"BCDFGX", "bcdfgx", " bcd fgx ",
                                       "BCD-FGX", "BCD\xE2\x80\223FGX",
                                       "8CDF6X", "8c d.f_6x"};
    char code[LEWIS_CODE];

    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        assert_int_equal(lewis_code_read(same[i], code, NULL),
                         LEWIS_CODE_FINE);
        assert_string_equal(code, "BCDFGX");
    }
}

/* What looks alike is one letter. */
static void
test_lookalikes(void **state)
{
    static const struct {
        char typed, meant;
    } alike[] = {{'O', 'Q'}, {'0', 'Q'}, {'o', 'Q'}, {'I', 'L'},
                 {'1', 'L'}, {'i', 'L'}, {'l', 'L'}, {'V', 'U'},
                 {'2', 'Z'}, {'5', 'S'}, {'6', 'G'}, {'8', 'B'}};
    char code[LEWIS_CODE], typed[LEWIS_CODE] = "BBBBBB";

    (void)state;
    for (size_t i = 0; i < sizeof alike / sizeof alike[0]; i++) {
        typed[2] = alike[i].typed;
        lewis_code_read(typed, code, NULL);
        assert_int_equal(code[2], alike[i].meant);
    }
}

static void
test_what_is_wrong(void **state)
{
    static const struct {
        const char *text;
        enum lewis_code_fault fault;
        size_t at;
    } rows[] = {
        {"", LEWIS_CODE_SHORT, 99},
        {"   ", LEWIS_CODE_SHORT, 99},
        {"BCDFG", LEWIS_CODE_SHORT, 99},
        {"BCDFGXX", LEWIS_CODE_LONG, 6},
        {"BCD FGX B", LEWIS_CODE_LONG, 8},
        {"BCD/FGX", LEWIS_CODE_LETTER, 3},
        {"BC9FGX", LEWIS_CODE_LETTER, 2},
        {"\xC3\x89" "CDFGX", LEWIS_CODE_LETTER, 0},
        {"<script>", LEWIS_CODE_LETTER, 0},
        {"BCDFG\xFF", LEWIS_CODE_LETTER, 5},
        {"BDCFGX", LEWIS_CODE_MISTYPED, 99},
    };
    char code[LEWIS_CODE];

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t at = 99;
        assert_int_equal(lewis_code_read(rows[i].text, code, &at),
                         rows[i].fault);
        assert_int_equal(at, rows[i].at);
    }
}

/* Codes that are given out: sound, each another one, no words, and the first
 * letter tells the team. */
static void
test_given_out(void **state)
{
    struct lewis_workshop *w = make_workshop("lmr-12", 3, 200, false);
    char (*code)[LEWIS_CODE], first[3];
    size_t count;

    (void)state;
    for (size_t t = 0; t < 3; t++) {
        assert_true(lewis_workshop_codes(w, t, &code, &count, NULL));
        assert_int_equal(count, 200);
        first[t] = code[0][0];
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(read_code(code[i]), LEWIS_CODE_FINE);
            assert_int_equal(code[i][0], first[t]);
            assert_int_equal(strcspn(code[i] + 1, "AEU") >= 4, true);
            if (i > 0)
                assert_true(strcmp(code[i - 1], code[i]) < 0);
        }
        lewis_workshop_codes_free(code);
    }
    assert_true(first[0] != first[1] && first[1] != first[2] &&
                first[0] != first[2]);
    lewis_workshop_free(w);
}

static void
test_unknown(void **state)
{
    struct lewis_workshop *w = make_workshop("lmr-12", 1, 3, false);
    struct lewis_respondent who;
    enum lewis_code_fault fault;
    char (*code)[LEWIS_CODE], other[LEWIS_CODE];
    size_t count;

    (void)state;
    assert_true(lewis_workshop_codes(w, 0, &code, &count, NULL));
    assert_true(lewis_workshop_find(w, code[1], &who, &fault, NULL));
    assert_int_equal(fault, LEWIS_CODE_FINE);
    assert_string_equal(who.code, code[1]);
    memcpy(other, code[1], LEWIS_CODE);
    do
        other[1] = letters[(strchr(letters, other[1]) - letters + 1) % LETTERS];
    while (other[1] == code[0][1] || other[1] == code[1][1] ||
           other[1] == code[2][1]);
    complete(other);
    assert_true(lewis_workshop_find(w, other, &who, &fault, NULL));
    assert_int_equal(fault, LEWIS_CODE_UNKNOWN);
    assert_int_equal(who.number, 0);
    lewis_workshop_codes_free(code);
    lewis_workshop_free(w);
}

static void
test_more_codes(void **state)
{
    struct lewis_workshop *w = make_open("lmr-12", 2, 3, false);
    struct lewis_workshop_count count[2];
    struct lewis_error error;

    (void)state;
    assert_true(lewis_workshop_add_codes(w, 1, 4, NULL));
    assert_true(lewis_workshop_counts(w, count, NULL));
    assert_int_equal(count[0].invited, 3);
    assert_int_equal(count[1].invited, 7);
    assert_false(lewis_workshop_add_codes(w, 1, 1594, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_false(lewis_workshop_add_codes(w, 1, SIZE_MAX, NULL));
    assert_false(lewis_workshop_add_codes(w, 2, 1, NULL));
    assert_true(lewis_workshop_counts(w, count, NULL));
    assert_int_equal(count[1].invited, 7);
    lewis_workshop_free(w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mistakes_are_found),
        cmocka_unit_test(test_known_code),
        cmocka_unit_test(test_as_people_type),
        cmocka_unit_test(test_lookalikes),
        cmocka_unit_test(test_what_is_wrong),
        cmocka_unit_test_teardown(test_given_out, remove_file),
        cmocka_unit_test_teardown(test_unknown, remove_file),
        cmocka_unit_test_teardown(test_more_codes, remove_file),
    };

    return cmocka_run_group_tests_name("workshop_code", tests, make_folder,
                                       remove_folder);
}
