/* crew.c - pieces of work, done by several threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <pthread.h>

#include <lewis/batch.h>

#include "batch/crew.h"

/* A piece's place is its number modulo that of the places. */
struct crew {
    const struct crew_work *work;
    void *shared;
    void *const *place;
    size_t count;         /* places */
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t change;
    size_t taken, handed; /* pieces */
    bool done[LEWIS_MOST_JOBS + CREW_SLACK];
    bool taking, handing; /* somebody is */
    bool ended;           /* nothing more to take */
    bool stopped;         /* nothing more to hand over */
};

struct hand {
    struct crew *crew;
    size_t who;
    pthread_t thread;
};

static bool
is_over(const struct crew *crew)
{
    return crew->stopped || (crew->ended && crew->handed == crew->taken);
}

static bool
can_hand(const struct crew *crew)
{
    return !crew->handing && crew->handed < crew->taken &&
           crew->done[crew->handed % crew->count];
}

static bool
can_take(const struct crew *crew)
{
    return !crew->taking && !crew->ended &&
           crew->taken - crew->handed < crew->count;
}

/* Unlocked while it lasts, like the next. */
static void
hand_over(struct crew *crew, size_t who)
{
    size_t at = crew->handed % crew->count;
    bool more;

    crew->handing = true;
    pthread_mutex_unlock(&crew->lock);
    more = crew->work->hand(crew->shared, crew->place[at], who);
    pthread_mutex_lock(&crew->lock);
    crew->handing = crew->done[at] = false;
    crew->stopped = crew->stopped || !more;
    crew->handed++;
    pthread_cond_broadcast(&crew->change);
}

static void
take_and_work(struct crew *crew, size_t who)
{
    size_t at = crew->taken % crew->count;
    bool got;

    crew->taking = true;
    pthread_mutex_unlock(&crew->lock);
    got = crew->work->take(crew->shared, crew->place[at]);
    pthread_mutex_lock(&crew->lock);
    crew->taking = false;
    crew->ended = !got;
    crew->taken += got;
    pthread_cond_broadcast(&crew->change);
    if (!got)
        return;
    pthread_mutex_unlock(&crew->lock);
    crew->work->work(crew->shared, crew->place[at], who);
    pthread_mutex_lock(&crew->lock);
    crew->done[at] = true;
}

static void
labour(struct crew *crew, size_t who)
{
    pthread_mutex_lock(&crew->lock);
    while (!is_over(crew)) {
        if (can_hand(crew))
            hand_over(crew, who);
        else if (can_take(crew))
            take_and_work(crew, who);
        else
            pthread_cond_wait(&crew->change, &crew->lock);
    }
    pthread_mutex_unlock(&crew->lock);
}

static void *
begin(void *payload)
{
    struct hand *hand = payload;

    labour(hand->crew, hand->who);
    return NULL;
}

void
crew_run(const struct crew_work *work, void *shared, void *const place[],
         size_t count, size_t threads)
{
    struct crew crew = {.work = work,
                        .shared = shared,
                        .place = place,
                        .count = count,
                        .lock = PTHREAD_MUTEX_INITIALIZER,
                        .change = PTHREAD_COND_INITIALIZER};
    struct hand hand[LEWIS_MOST_JOBS];
    size_t helpers = 0;

    assert(count > 0 && count <= sizeof crew.done);
    while (helpers + 1 < threads && helpers < LEWIS_MOST_JOBS) {
        hand[helpers] = (struct hand){.crew = &crew, .who = helpers + 1};
        if (pthread_create(&hand[helpers].thread, NULL, begin,
                           &hand[helpers]) != 0)
            break;
        helpers++;
    }
    labour(&crew, 0);
    while (helpers-- > 0)
        pthread_join(hand[helpers].thread, NULL);
    pthread_cond_destroy(&crew.change);
    pthread_mutex_destroy(&crew.lock);
}
