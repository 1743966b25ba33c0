/* crew_test.c - each piece is taken, done and handed over once, in order,
 * whatever the threads do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <lewis/batch.h>

#include "batch/crew.h"

enum { PIECES = 20000, MOST = 12 };

struct place {
    long number, done; /* done: the number once more */
    atomic_bool busy;
};

struct job {
    long pieces, last;  /* last: the one that ends it, or -1 */
    long taken, handed; /* by one thread at a time */
    atomic_int takers, handers;
    atomic_long worked;
    size_t threads;
    struct place place[MOST];
};

static bool
take(void *shared, void *mine)
{
    struct job *job = shared;
    struct place *place = mine;

    assert_int_equal(atomic_fetch_add(&job->takers, 1), 0);
    assert_false(atomic_exchange(&place->busy, job->taken < job->pieces));
    place->number = job->taken;
    job->taken += job->taken < job->pieces;
    atomic_fetch_sub(&job->takers, 1);
    return atomic_load(&place->busy);
}

/* Some take a thousand times as long as others. */
static void
work(void *shared, void *mine, size_t who)
{
    struct job *job = shared;
    struct place *place = mine;
    volatile long turns = place->number % 7 == 0 ? 5000 : 5;

    assert_true(who < job->threads);
    while (turns > 0)
        turns--;
    place->done = place->number;
    atomic_fetch_add(&job->worked, 1);
}

static bool
hand(void *shared, void *mine, size_t who)
{
    struct job *job = shared;
    struct place *place = mine;

    assert_true(who < job->threads);
    assert_int_equal(atomic_fetch_add(&job->handers, 1), 0);
    assert_int_equal(place->number, job->handed);
    assert_int_equal(place->done, job->handed);
    place->done = -1;
    atomic_store(&place->busy, false);
    job->handed++;
    atomic_fetch_sub(&job->handers, 1);
    return place->number != job->last;
}

static void
run(struct job *job, size_t places, size_t threads)
{
    static const struct crew_work crew = {take, work, hand};
    void *place[MOST];

    for (size_t i = 0; i < MOST; i++) {
        place[i] = &job->place[i];
        job->place[i].done = -1;
    }
    job->threads = threads;
    crew_run(&crew, job, place, places, threads);
}

static void
test_pieces_are_handed_over_once_and_in_order(void **state)
{
    (void)state;
    for (size_t threads = 1; threads <= MOST - CREW_SLACK; threads += 3) {
        struct job job = {.pieces = PIECES, .last = -1};
        run(&job, threads + (threads > 1 ? CREW_SLACK : 0), threads);
        assert_int_equal(job.handed, PIECES);
        assert_int_equal(atomic_load(&job.worked), PIECES);
    }
}

static void
test_fewer_places_than_threads_will_do(void **state)
{
    struct job job = {.pieces = PIECES, .last = -1};

    (void)state;
    run(&job, 2, 5);
    assert_int_equal(job.handed, PIECES);
}

static void
test_nothing_is_handed_over_behind_the_last(void **state)
{
    (void)state;
    for (long last = 0; last < 300; last += 23) {
        struct job job = {.pieces = PIECES, .last = last};
        run(&job, 5, 4);
        assert_int_equal(job.handed, last + 1);
    }
}

static void
test_no_work_is_no_work(void **state)
{
    struct job job = {.pieces = 0, .last = -1};

    (void)state;
    run(&job, 3, 2);
    assert_int_equal(job.handed, 0);
    assert_int_equal(atomic_load(&job.worked), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces_are_handed_over_once_and_in_order),
        cmocka_unit_test(test_fewer_places_than_threads_will_do),
        cmocka_unit_test(test_nothing_is_handed_over_behind_the_last),
        cmocka_unit_test(test_no_work_is_no_work),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
