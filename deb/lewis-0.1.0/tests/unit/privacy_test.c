/* privacy_test.c - nothing that is shown can be summed or subtracted to figures
 * of fewer people than allowed.
 *
 * The attack knows who is in which group. It takes every weighted sum of the
 * shown sets with whole weights from -3 to 3, and looks for one that is about
 * fewer people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "team/chance.h"
#include "team/privacy.h"

enum { LEAST = 5 };

/* Does a combination with weights from -reach to reach tell about 1 .. least - 1
 * people? Weights of sets 0 .. 'at' - 1 are settled in sum[]. */
static bool
attack(const struct privacy *privacy, size_t at, const int sum[], int reach)
{
    int next[64];
    size_t about = 0;

    if (at == privacy->sets) {
        for (size_t i = 0; i < privacy->n; i++)
            about += sum[i] != 0;
        return about > 0 && about < privacy->least;
    }
    for (int weight = -reach; weight <= reach; weight++) {
        for (size_t i = 0; i < privacy->n; i++)
            next[i] = sum[i] + weight * privacy->set[at][i];
        if (attack(privacy, at + 1, next, reach))
            return true;
    }
    return false;
}

static bool
is_broken(const struct privacy *privacy)
{
    const int nothing[64] = {0};

    return attack(privacy, 0, nothing, privacy->sets > 5 ? 1 : 2);
}

static void
show(struct privacy *privacy, const char *labels, bool shown[])
{
    size_t part[64], parts = 0;

    for (size_t i = 0; i < privacy->n; i++) {
        part[i] = labels[i] == '.' ? PRIVACY_NONE : (size_t)(labels[i] - 'a');
        if (part[i] != PRIVACY_NONE && part[i] >= parts)
            parts = part[i] + 1;
    }
    privacy_show(privacy, part, parts, shown);
}

static void
test_a_small_group_takes_another_with_it(void **state)
{
    struct privacy privacy;
    struct arena arena = {0};
    bool shown[8];

    (void)state;
    assert_true(privacy_init(&privacy, 16, LEAST, &arena));
    show(&privacy, "aaaaaabbbbbbcccc", shown);
    assert_true(shown[0]);
    assert_false(shown[1]);
    assert_false(shown[2]);
    assert_false(is_broken(&privacy));
    arena_release(&arena);
}

static void
test_two_small_groups_hide_each_other(void **state)
{
    struct privacy privacy;
    struct arena arena = {0};
    bool shown[8];

    (void)state;
    assert_true(privacy_init(&privacy, 17, LEAST, &arena));
    show(&privacy, "aaaaaabbbbbcccddd", shown);
    assert_true(shown[0] && shown[1]);
    assert_false(shown[2] || shown[3]);
    assert_false(is_broken(&privacy));
    arena_release(&arena);
}

static void
test_people_without_a_label_are_a_group_too(void **state)
{
    struct privacy privacy;
    struct arena arena = {0};
    bool shown[8];

    (void)state;
    assert_true(privacy_init(&privacy, 14, LEAST, &arena));
    show(&privacy, "aaaaaabbbbbb..", shown);
    assert_int_equal(shown[0] + shown[1], 1);
    assert_false(is_broken(&privacy));
    arena_release(&arena);
}

/* Group b of the second column is group a of the first and one more. */
static void
test_columns_do_not_differ_by_a_few(void **state)
{
    struct privacy privacy;
    struct arena arena = {0};
    bool shown[8];

    (void)state;
    assert_true(privacy_init(&privacy, 14, LEAST, &arena));
    show(&privacy, "aaaaaabbbbbbbb", shown);
    assert_true(shown[0] && shown[1]);
    show(&privacy, "aaaaaaabbbbbbb", shown);
    assert_false(shown[0] || shown[1]);
    assert_false(is_broken(&privacy));
    arena_release(&arena);
}

/* Cells of four, but no combination of rows and columns is about one of them
 * alone: a difference of two is about eight at least. */
static void
test_crossed_columns_may_be_shown_with_small_cells(void **state)
{
    struct privacy privacy;
    struct arena arena = {0};
    bool shown[8];

    (void)state;
    assert_true(privacy_init(&privacy, 24, LEAST, &arena));
    show(&privacy, "aaaaaaaabbbbbbbbcccccccc", shown);
    assert_true(shown[0] && shown[1] && shown[2]);
    show(&privacy, "aaaabbbbaaaabbbbaaaabbbb", shown);
    assert_true(shown[0] && shown[1]);
    assert_false(is_broken(&privacy));
    arena_release(&arena);
}

/* Three sets that differ by one person as a - b + c would. */
static void
test_three_columns_together_are_tried(void **state)
{
    struct privacy privacy;
    struct arena arena = {0};
    bool shown[8];
    size_t before;

    (void)state;
    assert_true(privacy_init(&privacy, 20, LEAST, &arena));
    show(&privacy, "aaaaaaaaaabbbbbbbbbb", shown);
    show(&privacy, "aaaaabbbbbaaaaabbbbb", shown);
    assert_true(shown[0] && shown[1]);
    before = privacy.sets;
    /* in both a, or in both b, but for the last */
    show(&privacy, "aaaaabbbbbbbbbbaaaab", shown);
    assert_false(is_broken(&privacy));
    assert_true(privacy.sets >= before);
    arena_release(&arena);
}

/* Any labels: what is shown withstands the attack. */
static void
test_random_labels_withstand_the_attack(void **state)
{
    struct chance chance = {11};
    bool any = false;

    (void)state;
    for (int draw = 0; draw < 300; draw++) {
        struct privacy privacy;
        struct arena arena = {0};
        size_t n = 8 + chance_below(&chance, 14);
        char labels[64];
        bool shown[8];

        assert_true(privacy_init(&privacy, n, LEAST, &arena));
        for (int column = 0; column < 3; column++) {
            size_t groups = 2 + chance_below(&chance, 2);
            for (size_t i = 0; i < n; i++)
                labels[i] = (char)('a' + chance_below(&chance, groups));
            show(&privacy, labels, shown);
        }
        assert_false(is_broken(&privacy));
        any = any || privacy.sets > 4;
        arena_release(&arena);
    }
    assert_true(any);
}

/* The attack would find what is wrong, were it there. */
static void
test_the_attack_bites(void **state)
{
    struct privacy privacy;
    struct arena arena = {0};
    bool set[14];

    (void)state;
    assert_true(privacy_init(&privacy, 14, LEAST, &arena));
    for (size_t i = 0; i < 14; i++)
        set[i] = i < 10;
    privacy.set[privacy.sets++] = set;
    assert_true(is_broken(&privacy));
    arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_small_group_takes_another_with_it),
        cmocka_unit_test(test_two_small_groups_hide_each_other),
        cmocka_unit_test(test_people_without_a_label_are_a_group_too),
        cmocka_unit_test(test_columns_do_not_differ_by_a_few),
        cmocka_unit_test(test_crossed_columns_may_be_shown_with_small_cells),
        cmocka_unit_test(test_three_columns_together_are_tried),
        cmocka_unit_test(test_random_labels_withstand_the_attack),
        cmocka_unit_test(test_the_attack_bites),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
