/* crew.h - pieces of work, taken in order, done by several threads, handed over
 * in the same order.
 *
 * There are more places for pieces than threads: who is done before its turn to
 * hand over has come takes the next piece and does not wait.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_CREW_H
#define BATCH_CREW_H

#include <stdbool.h>
#include <stddef.h>

enum {
    CREW_SLACK = 1
}; /* places beside one a thread, where there are several */

/* 'who' is the number of the thread, from 0. */
struct crew_work {
    /* Fills the place with the next piece; false when there is none. One thread
     * at a time. */
    bool (*take)(void *shared, void *place);
    /* Does the piece. All threads at once. */
    void (*work)(void *shared, void *place, size_t who);
    /* Hands the piece over; one thread at a time, in the order of take().
     * False: no more. */
    bool (*hand)(void *shared, void *place, size_t who);
};

/* Until there is no more work, in at most 'threads' threads, the caller's among
 * them, with place[0] .. place[count - 1]; both are at least 1, and there are
 * CREW_SLACK more places at most. Fewer threads when the system gives no more.
 */
void crew_run(const struct crew_work *work, void *shared, void *const place[],
              size_t count, size_t threads);

#endif
