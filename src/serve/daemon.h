/* daemon.h - the network: libmicrohttpd, and what it carries to and fro.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_DAEMON_H
#define SERVE_DAEMON_H

#include <stdbool.h>

#include <lewis/error.h>

#include "serve/desk.h"
#include "serve/site.h"

struct MHD_Daemon;

/* The caller fills in all but 'mhd'. */
struct daemon {
    struct site *site;
    struct lewis_workshop *reader; /* of the thread that speaks */
    struct desk *writer, *painter;
    struct MHD_Daemon *mhd;
};

/* Speaks on a listening socket, which it takes over. False with *error set. */
bool daemon_start(struct daemon *daemon, int fd, struct lewis_error *error);

/* No new connections; then, once the desks have ended, no connections. */
void daemon_quiesce(struct daemon *daemon);
void daemon_stop(struct daemon *daemon);

/* For desks: the exchange is ready to be sent. */
void daemon_ready(struct exchange *exchange);

/* For streams: a connection stops, and goes on. */
void daemon_sleep(void *connection);
void daemon_wake(void *connection);

#endif
