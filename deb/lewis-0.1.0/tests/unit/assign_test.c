/* assign_test.c - the least total cost against all permutations
 * (tests/oracle/team.R, and here).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "near.h"

#include "team/assign.h"
#include "team/chance.h"

static const double six[36] = {
    0.586, 0.724, 0.100, 0.962, 0.649, 0.567, 0.009, 0.906, 0.954,
    0.762, 0.831, 0.239, 0.294, 0.949, 0.416, 0.715, 0.482, 0.878,
    0.277, 0.073, 0.455, 0.997, 0.842, 0.655, 0.814, 0.755, 0.971,
    0.506, 0.514, 0.482, 0.260, 0.286, 0.584, 0.490, 0.530, 0.971};

static double
total(const double cost[], size_t rows, size_t columns, const size_t chosen[])
{
    double sum = 0;

    for (size_t r = 0; r < rows; r++)
        sum += cost[r * columns + chosen[r]];
    return sum;
}

static void
test_six_by_six_is_the_best_of_all_720(void **state)
{
    const size_t expected[] = {2, 0, 4, 1, 5, 3};
    struct arena arena = {0};
    size_t chosen[6];

    (void)state;
    assert_true(assign(six, 6, 6, chosen, &arena));
    assert_near(total(six, 6, 6, chosen), 1.636, 1e-12);
    assert_memory_equal(chosen, expected, sizeof expected);
    arena_release(&arena);
}

/* The least over all ways to give the rows from 'r' on a free column. */
static double
by_trying(const double cost[], size_t r, size_t rows, size_t columns,
          unsigned used)
{
    double least = INFINITY;

    if (r == rows)
        return 0;
    for (size_t c = 0; c < columns; c++)
        if ((used >> c & 1) == 0)
            least = fmin(least, cost[r * columns + c] +
                                    by_trying(cost, r + 1, rows, columns,
                                              used | 1u << c));
    return least;
}

static void
test_any_table_gets_its_least(void **state)
{
    struct chance chance = {5};
    double cost[5 * 7];

    (void)state;
    for (int draw = 0; draw < 100; draw++) {
        size_t rows = 1 + chance_below(&chance, 5);
        size_t columns = rows + chance_below(&chance, 3);
        size_t chosen[5];
        struct arena arena = {0};

        for (size_t k = 0; k < rows * columns; k++)
            cost[k] = (double)chance_below(&chance, 100) / 100;
        assert_true(assign(cost, rows, columns, chosen, &arena));
        assert_near(total(cost, rows, columns, chosen),
                    by_trying(cost, 0, rows, columns, 0), 1e-12);
        arena_release(&arena);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_six_by_six_is_the_best_of_all_720),
        cmocka_unit_test(test_any_table_gets_its_least),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
