/* desk.h - a thread with a queue of exchanges.
 *
 * The writer takes all that wait at once, so that many answers become one
 * transaction; the painter takes one after the other. Each hands what is done
 * back to whoever carries it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_DESK_H
#define SERVE_DESK_H

#include <pthread.h>
#include <stdbool.h>

#include "serve/exchange.h"

struct desk {
    struct lewis_workshop *workshop; /* this thread's handle */
    bool writes;
    void (*done)(struct exchange *exchange); /* from the desk's thread */
    void (*idle)(void *payload); /* every BEAT seconds; or NULL */
    void *payload;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t came;
    struct exchange *first, **last;
    bool closing;
};

enum { DESK_BEAT = 15 };

/* A condition by the clock that does not go back. 0 or an errno. */
int condition_init(pthread_cond_t *condition);

/* Starts the thread; the fields before it are filled in by the caller. False
 * with errno set. */
bool desk_start(struct desk *desk);

/* False when the desk is closing: the exchange stays the caller's. */
bool desk_add(struct desk *desk, struct exchange *exchange);

/* Does what is in the queue, and ends the thread. */
void desk_stop(struct desk *desk);

#endif
