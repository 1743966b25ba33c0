/* crew.c - pieces of work, done by several threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <pthread.h>

#include <lewis/batch.h>

#include "batch/crew.h"

struct crew {
    const struct crew_work *work;
    void *shared;
    pthread_mutex_t taking;
    bool ended;   /* nothing more to take */
    size_t taken; /* pieces */
    pthread_mutex_t handing;
    pthread_cond_t handed_one;
    size_t handed;
    bool stopped; /* nothing more to hand over */
};

struct hand {
    struct crew *crew;
    void *mine;
    pthread_t thread;
};

static bool
take(struct crew *crew, void *mine, size_t *number)
{
    bool got;

    pthread_mutex_lock(&crew->taking);
    got = !crew->ended && crew->work->take(crew->shared, mine);
    crew->ended = !got;
    *number = crew->taken;
    crew->taken += got;
    pthread_mutex_unlock(&crew->taking);
    return got;
}

/* Waits for the turn of a piece; false when it will not come. */
static bool
wait_for(struct crew *crew, size_t number)
{
    bool mine;

    pthread_mutex_lock(&crew->handing);
    while (crew->handed != number && !crew->stopped)
        pthread_cond_wait(&crew->handed_one, &crew->handing);
    mine = !crew->stopped;
    pthread_mutex_unlock(&crew->handing);
    return mine;
}

static void
pass_on(struct crew *crew, bool more)
{
    pthread_mutex_lock(&crew->handing);
    crew->handed++;
    crew->stopped = crew->stopped || !more;
    pthread_cond_broadcast(&crew->handed_one);
    pthread_mutex_unlock(&crew->handing);
}

static void
labour(struct crew *crew, void *mine)
{
    size_t number;
    bool more = true;

    while (more && take(crew, mine, &number)) {
        crew->work->work(crew->shared, mine);
        if (!wait_for(crew, number))
            return;
        more = crew->work->hand(crew->shared, mine);
        pass_on(crew, more);
    }
}

static void *
begin(void *payload)
{
    struct hand *hand = payload;

    labour(hand->crew, hand->mine);
    return NULL;
}

void
crew_run(const struct crew_work *work, void *shared, void *const mine[],
         size_t count)
{
    struct crew crew = {.work = work,
                        .shared = shared,
                        .taking = PTHREAD_MUTEX_INITIALIZER,
                        .handing = PTHREAD_MUTEX_INITIALIZER,
                        .handed_one = PTHREAD_COND_INITIALIZER};
    struct hand hand[LEWIS_MOST_JOBS];
    size_t threads = 0;

    for (size_t i = 1; i < count && i < LEWIS_MOST_JOBS; i++) {
        hand[threads] = (struct hand){.crew = &crew, .mine = mine[i]};
        if (pthread_create(&hand[threads].thread, NULL, begin,
                           &hand[threads]) != 0)
            break;
        threads++;
    }
    labour(&crew, mine[0]);
    while (threads-- > 0)
        pthread_join(hand[threads].thread, NULL);
    pthread_cond_destroy(&crew.handed_one);
    pthread_mutex_destroy(&crew.handing);
    pthread_mutex_destroy(&crew.taking);
}
