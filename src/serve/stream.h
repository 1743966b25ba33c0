/* stream.h - streams of events: those who watch are told that something
 * changed, and ask for it themselves.
 *
 * A stream is a connection that is asleep; whoever made the change wakes all of
 * them. An event is the number of the version, and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_STREAM_H
#define SERVE_STREAM_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sys/types.h>

enum { STREAMS = 32 }; /* at a time */

struct stream;

struct streams {
    pthread_mutex_t lock;
    struct stream *first;
    size_t count;
    uint64_t version; /* of what is to be seen; from 1 on */
    uint64_t beat;    /* how often it was asked whether they still listen */
    bool closing;
    void (*sleep)(void *carrier), (*wake)(void *carrier);
};

/* False with errno set. 'sleep' and 'wake' stop a connection and let it go on;
 * they are called with the lock held. */
bool streams_init(struct streams *streams, void (*sleep)(void *),
                  void (*wake)(void *));
void streams_release(struct streams *streams);

/* Something has changed. */
void streams_tell(struct streams *streams);

/* A line that means nothing to all, so that connections which are gone are
 * found out. */
void streams_beat(struct streams *streams);

/* Every stream ends, and no new one begins. */
void streams_close(struct streams *streams);

uint64_t streams_version(struct streams *streams);

/* A stream over 'carrier', to be freed with stream_free(); NULL: there are too
 * many, or no memory. */
struct stream *stream_new(struct streams *streams, void *carrier);
void stream_free(struct stream *stream);

/* What there is to send now, at most 'size' bytes (64 and more): their number; 0,
 * with the carrier asleep; or -1 at the end. */
ssize_t stream_read(struct stream *stream, char *out, size_t size);

#endif
