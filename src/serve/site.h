/* site.h - a workshop as a site: what all exchanges share, and the way of a
 * request to its handler.
 *
 * The thread that speaks with the network has limit and trainers to itself; the
 * painter has ruler and drawing. What is left is never changed, but for
 * 'version', which has a lock of its own (stream.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_SITE_H
#define SERVE_SITE_H

#include <lewis/advice.h>
#include <lewis/country.h>
#include <lewis/render.h>
#include <lewis/serve.h>

#include "serve/exchange.h"
#include "serve/limit.h"
#include "serve/stream.h"
#include "serve/trainers.h"

enum { SITE_URL = 300, SITE_TAG = 9 };

/* What was drawn last for the wall. */
struct drawing {
    uint64_t version;
    const struct words *words;
    bool dark;
    struct text svg;
};

struct site {
    const struct lewis_server_options *options;
    char url[SITE_URL];  /* where people join, without a "/" at its end */
    bool local;          /* only this machine can open it */
    bool secure;         /* by https: cookies say so */
    bool behind_proxy;   /* the peer's own word for its address is taken */
    char style_tag[SITE_TAG], script_tag[SITE_TAG]; /* of their content */
    char secret[TOKEN_SIZE]; /* of this run: seals the cookies of visits */
    struct limit limit;
    struct trainers trainers;
    struct lewis_ruler *ruler;
    struct drawing drawing;
    struct streams streams;
};

/* Fills in everything but streams. False with *error set. */
bool site_init(struct site *site, const struct lewis_server_options *options,
               const char *url, bool local, struct lewis_error *error);
void site_release(struct site *site);

/* Answers, or says who shall go on (exchange->next). exchange->workshop is the
 * handle to read with. */
void site_answer(struct exchange *exchange);

/* Goes on where the writer or the painter has got to: calls exchange->then. */
void site_go_on(struct exchange *exchange);

/* Who tries codes waits: false, and exchange->retry_after says how long. */
bool site_may_try(struct exchange *exchange);
void site_wrong_try(struct exchange *exchange);

/* The cookie of the visit: afresh, in with 'code' or ("") out. */
bool site_new_visit(struct exchange *exchange, const char *code);

/* Goes on in that language of the bank, and keeps it. False: there is none. */
bool site_set_language(struct exchange *exchange, const char *tag);

/* A new link for the trainer; telling the options' listener of it. */
bool site_new_link(struct site *site);
void site_tell_link(const struct site *site);

#endif
