/* stream.c - streams of events.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/stream.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct stream {
    struct streams *streams;
    struct stream *next, **link;
    void *carrier;
    uint64_t version, beat; /* that were sent */
    bool asleep;
};

bool
streams_init(struct streams *streams, void (*sleep)(void *),
             void (*wake)(void *))
{
    *streams = (struct streams){.version = 1, .sleep = sleep, .wake = wake};
    errno = pthread_mutex_init(&streams->lock, NULL);
    return errno == 0;
}

void
streams_release(struct streams *streams)
{
    pthread_mutex_destroy(&streams->lock);
}

static void
wake_all(struct streams *streams)
{
    for (struct stream *at = streams->first; at != NULL; at = at->next) {
        if (at->asleep)
            streams->wake(at->carrier);
        at->asleep = false;
    }
}

void
streams_tell(struct streams *streams)
{
    pthread_mutex_lock(&streams->lock);
    streams->version++;
    wake_all(streams);
    pthread_mutex_unlock(&streams->lock);
}

void
streams_beat(struct streams *streams)
{
    pthread_mutex_lock(&streams->lock);
    streams->beat++;
    wake_all(streams);
    pthread_mutex_unlock(&streams->lock);
}

void
streams_close(struct streams *streams)
{
    pthread_mutex_lock(&streams->lock);
    streams->closing = true;
    wake_all(streams);
    pthread_mutex_unlock(&streams->lock);
}

uint64_t
streams_version(struct streams *streams)
{
    uint64_t version;

    pthread_mutex_lock(&streams->lock);
    version = streams->version;
    pthread_mutex_unlock(&streams->lock);
    return version;
}

static void
link_in(struct stream *stream)
{
    struct streams *streams = stream->streams;

    stream->beat = streams->beat;
    stream->next = streams->first;
    stream->link = &streams->first;
    if (streams->first != NULL)
        streams->first->link = &stream->next;
    streams->first = stream;
    streams->count++;
}

struct stream *
stream_new(struct streams *streams, void *carrier)
{
    struct stream *stream = calloc(1, sizeof *stream);
    bool room;

    if (stream == NULL)
        return NULL;
    stream->streams = streams;
    stream->carrier = carrier;
    pthread_mutex_lock(&streams->lock);
    room = streams->count < STREAMS && !streams->closing;
    if (room)
        link_in(stream);
    pthread_mutex_unlock(&streams->lock);
    if (room)
        return stream;
    free(stream);
    return NULL;
}

void
stream_free(struct stream *stream)
{
    struct streams *streams = stream->streams;

    pthread_mutex_lock(&streams->lock);
    *stream->link = stream->next;
    if (stream->next != NULL)
        stream->next->link = stream->link;
    streams->count--;
    pthread_mutex_unlock(&streams->lock);
    free(stream);
}

/* With the lock held. */
static ssize_t
next_event(struct stream *stream, char *out, size_t size)
{
    struct streams *streams = stream->streams;

    if (streams->closing)
        return -1;
    if (stream->version != streams->version) {
        stream->version = streams->version;
        return snprintf(out, size, "data: %" PRIu64 "\n\n", stream->version);
    }
    if (stream->beat != streams->beat) {
        stream->beat = streams->beat;
        return snprintf(out, size, ":\n\n");
    }
    stream->asleep = true;
    streams->sleep(stream->carrier);
    return 0;
}

ssize_t
stream_read(struct stream *stream, char *out, size_t size)
{
    ssize_t written;

    pthread_mutex_lock(&stream->streams->lock);
    written = next_event(stream, out, size);
    pthread_mutex_unlock(&stream->streams->lock);
    return written;
}
