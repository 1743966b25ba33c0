/* desk.c - a thread with a queue of exchanges.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/desk.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "serve/site.h"

/* --- the writer's transaction --- */

static size_t
changes_of(const struct exchange *batch)
{
    size_t count = 0;

    for (; batch != NULL; batch = batch->following)
        if (batch->next == NEXT_SAVE)
            count += batch->changes;
    return count;
}

static void
gather(const struct exchange *batch, struct lewis_change change[])
{
    for (; batch != NULL; batch = batch->following)
        if (batch->next == NEXT_SAVE) {
            memcpy(change, batch->change,
                   batch->changes * sizeof *batch->change);
            change += batch->changes;
        }
}

/* Who hands in, joins or takes back changes what the room sees. */
static bool
is_seen(const struct lewis_change *change, enum lewis_saved saved)
{
    return saved == LEWIS_SAVED && (change->kind == LEWIS_CHANGE_CONSENT ||
                                    change->kind == LEWIS_CHANGE_HAND_IN ||
                                    change->kind == LEWIS_CHANGE_TAKE_BACK);
}

static void
hand_out(struct exchange *batch, const enum lewis_saved saved[],
         const struct lewis_error *error)
{
    for (; batch != NULL; batch = batch->following)
        if (batch->next == NEXT_SAVE) {
            memcpy(batch->saved, saved, batch->changes * sizeof *saved);
            saved += batch->changes;
            batch->error = *error;
            for (size_t i = 0; i < batch->changes; i++)
                batch->site_changed |=
                    is_seen(&batch->change[i], batch->saved[i]);
        }
}

/* Every change of the batch in one transaction. */
static void
save(struct desk *desk, struct exchange *batch)
{
    size_t count = changes_of(batch);
    struct lewis_change *change = calloc(count + 1, sizeof *change);
    enum lewis_saved *saved = calloc(count + 1, sizeof *saved);
    struct lewis_error error = {.code = LEWIS_ENOMEM, .text = "out of memory"};

    for (size_t i = 0; saved != NULL && i < count; i++)
        saved[i] = LEWIS_UNSAVED_TROUBLE;
    if (change != NULL && saved != NULL && count > 0) {
        gather(batch, change);
        lewis_workshop_save(desk->workshop, change, count, saved, &error);
    }
    if (saved != NULL)
        hand_out(batch, saved, &error);
    for (; batch != NULL && saved == NULL; batch = batch->following)
        batch->failed |= batch->next == NEXT_SAVE;
    free(change);
    free(saved);
}

/* --- the thread --- */

/* True when something changed for the room. */
static bool
finish(struct desk *desk, struct exchange *exchange)
{
    bool changed;

    exchange->workshop = desk->workshop;
    site_go_on(exchange);
    changed = exchange->site_changed;
    return changed;
}

static void
work(struct desk *desk, struct exchange *batch)
{
    struct site *site = batch->site;
    bool changed = false;

    if (desk->writes)
        save(desk, batch);
    while (batch != NULL) {
        struct exchange *following = batch->following;

        changed |= finish(desk, batch);
        desk->done(batch); /* which may be freed by now */
        batch = following;
    }
    if (changed)
        streams_tell(&site->streams);
}

static void
wait_a_beat(struct desk *desk)
{
    struct timespec until;

    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += DESK_BEAT;
    if (pthread_cond_timedwait(&desk->came, &desk->lock, &until) ==
            ETIMEDOUT &&
        desk->idle != NULL) {
        pthread_mutex_unlock(&desk->lock);
        desk->idle(desk->payload);
        pthread_mutex_lock(&desk->lock);
    }
}

/* What there is to do, a list; NULL: it is over. */
static struct exchange *
take(struct desk *desk)
{
    struct exchange *batch;

    pthread_mutex_lock(&desk->lock);
    while (desk->first == NULL && !desk->closing)
        wait_a_beat(desk);
    batch = desk->first;
    if (batch != NULL) {
        desk->first = desk->writes ? NULL : batch->following;
        if (desk->first == NULL)
            desk->last = &desk->first;
        if (!desk->writes)
            batch->following = NULL;
    }
    pthread_mutex_unlock(&desk->lock);
    return batch;
}

static void *
run(void *payload)
{
    struct desk *desk = payload;
    struct exchange *batch;

    while ((batch = take(desk)) != NULL)
        work(desk, batch);
    return NULL;
}

int
condition_init(pthread_cond_t *condition)
{
    pthread_condattr_t attributes;
    int status = pthread_condattr_init(&attributes);

    if (status != 0)
        return status;
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    status = pthread_cond_init(condition, &attributes);
    pthread_condattr_destroy(&attributes);
    return status;
}

bool
desk_start(struct desk *desk)
{
    desk->last = &desk->first;
    errno = pthread_mutex_init(&desk->lock, NULL);
    if (errno != 0)
        return false;
    errno = condition_init(&desk->came);
    if (errno == 0) {
        errno = pthread_create(&desk->thread, NULL, run, desk);
        if (errno == 0)
            return true;
        pthread_cond_destroy(&desk->came);
    }
    pthread_mutex_destroy(&desk->lock);
    return false;
}

bool
desk_add(struct desk *desk, struct exchange *exchange)
{
    bool taken;

    pthread_mutex_lock(&desk->lock);
    taken = !desk->closing;
    if (taken) {
        exchange->following = NULL;
        *desk->last = exchange;
        desk->last = &exchange->following;
        pthread_cond_signal(&desk->came);
    }
    pthread_mutex_unlock(&desk->lock);
    return taken;
}

void
desk_stop(struct desk *desk)
{
    pthread_mutex_lock(&desk->lock);
    desk->closing = true;
    pthread_cond_signal(&desk->came);
    pthread_mutex_unlock(&desk->lock);
    pthread_join(desk->thread, NULL);
    pthread_cond_destroy(&desk->came);
    pthread_mutex_destroy(&desk->lock);
}
