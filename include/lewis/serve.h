/* lewis/serve.h - a workshop in the browsers of a room.
 *
 * A server speaks HTTP on one address and serves one workshop (lewis/
 * workshop.h): people join with their codes, answer, hand in and see their
 * results; the trainer opens, closes and reveals. It never ends the process and
 * never writes to a terminal. doc/workshop.md says how it is used, what it
 * keeps, and against whom it protects.
 *
 * It has threads of its own: one that speaks with the network, one that writes
 * (everything that has come in meanwhile in one transaction; an answer is
 * acknowledged when it is on the disk), and one that draws. SIGPIPE must be
 * ignored by the program.
 *
 * A library that was configured --without-workshop has none of this, and this
 * header is not installed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_SERVE_H
#define LEWIS_SERVE_H

#include <stdbool.h>

#include <lewis/advice.h>
#include <lewis/country.h>
#include <lewis/error.h>

LEWIS_BEGIN

struct lewis_server_options {
    const char *path;   /* the workshop's file */
    const char *listen; /* "127.0.0.1:8080", "[::1]:8080", "0.0.0.0:8080" for
                           all networks; port 0: any that is free. NULL: the
                           first of these */
    const char *public_url; /* where people find it when that is not 'listen':
                               "https://workshop.example.org"; NULL: by 'listen',
                               or by the first address of this machine. A
                               server with a public URL believes what a proxy on
                               this machine says about who asks */
    const struct lewis_atlas *atlas;   /* NULL: no countries. Both must outlive */
    const struct lewis_advice *advice; /* the server; NULL: no advice */

    /* Told each time there is a new link for the trainer: at the start, before
     * lewis_server_start() returns, and when the one before was used. From a
     * thread of the server. May be NULL. */
    void (*new_link)(void *payload, const char *url);
    void *payload;
};

struct lewis_server;

/* Starts. Returns a server the caller ends with lewis_server_stop(), or NULL
 * with *error set: what lewis_workshop_load() says; EINVALID (an address or a
 * URL that is none); ESYSTEM (the address is in use); ENOMEM. The strings of the
 * options need not outlive the call. */
LEWIS_API struct lewis_server *
lewis_server_start(const struct lewis_server_options *options,
                   struct lewis_error *error);

/* Takes no more connections, answers what is under way, and ends: after two
 * seconds also when somebody has not taken his answer, or not sent all of his
 * request. What was acknowledged is on the disk in any case. Accepts NULL. */
LEWIS_API void lewis_server_stop(struct lewis_server *server);

/* Where people join: "http://192.168.1.20:8080". A view. */
LEWIS_API const char *lewis_server_url(const struct lewis_server *server);

/* Can only this machine reach it? */
LEWIS_API bool lewis_server_is_local(const struct lewis_server *server);

/* The port, also when any was asked for. */
LEWIS_API unsigned lewis_server_port(const struct lewis_server *server);

LEWIS_END

#endif
