/* crew.h - pieces of work, taken in order, done by several threads, handed over
 * in the same order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_CREW_H
#define BATCH_CREW_H

#include <stdbool.h>
#include <stddef.h>

struct crew_work {
    /* The next piece; false when there is none. One thread at a time. */
    bool (*take)(void *shared, void *mine);
    /* Does the piece. All threads at once. */
    void (*work)(void *shared, void *mine);
    /* Hands the piece over; one thread at a time, in the order of take().
     * False: no more. */
    bool (*hand)(void *shared, void *mine);
};

/* Until there is no more work, in at most 'count' threads, the caller's among
 * them; one for each of mine[0] .. mine[count - 1]. Fewer when the system gives
 * no more. */
void crew_run(const struct crew_work *work, void *shared, void *const mine[],
              size_t count);

#endif
