/* daemon.h - the network: libmicrohttpd, and what it carries to and fro.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_DAEMON_H
#define SERVE_DAEMON_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>

#include "serve/desk.h"
#include "serve/site.h"

struct MHD_Daemon;

/* The caller fills in all before 'mhd'. */
struct daemon {
    struct site *site;
    struct lewis_workshop *reader; /* of the thread that speaks */
    struct desk *writer, *painter;
    struct MHD_Daemon *mhd;
    pthread_mutex_t lock; /* of the number of requests under way */
    pthread_cond_t ended;
    size_t under_way;
};

/* Speaks on a listening socket, which it takes over. False with *error set. */
bool daemon_start(struct daemon *daemon, int fd, struct lewis_error *error);

/* No new connections; then, once the desks and the streams have ended, no
 * connections: those whose answers are under way are given DAEMON_PATIENCE_MS
 * to take them. */
enum { DAEMON_PATIENCE_MS = 2000 };
void daemon_quiesce(struct daemon *daemon);
void daemon_stop(struct daemon *daemon);

/* For desks: the exchange is ready to be sent. */
void daemon_ready(struct exchange *exchange);

/* For streams: a connection stops, and goes on. */
void daemon_sleep(void *connection);
void daemon_wake(void *connection);

#endif
