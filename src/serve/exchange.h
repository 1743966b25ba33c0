/* exchange.h - a request and its answer, whatever carried it.
 *
 * A handler (route.h) looks at what was asked and fills in the answer; or it
 * says who shall go on: the writer, who saves the changes of many exchanges
 * in one transaction, or the painter, who draws. Nothing here knows the
 * network or threads: daemon.c and desk.c do.
 *
 * Everything that fails for want of memory makes the answer a 503 in the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_EXCHANGE_H
#define SERVE_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/workshop.h>

#include "base/arena.h"
#include "base/text.h"
#include "serve/form.h"
#include "serve/route.h"
#include "serve/token.h"
#include "serve/words.h"

struct site;

enum { EXCHANGE_ADDRESS = 64, EXCHANGE_LOCATION = 64 };

enum exchange_next {
    NEXT_SEND,  /* the answer is there */
    NEXT_SAVE,  /* the writer saves the changes, and calls 'then' */
    NEXT_WRITE, /* the writer calls 'then', which changes the workshop */
    NEXT_PAINT, /* the painter calls 'then' */
    NEXT_STREAM /* the answer is the stream of events */
};

struct exchange {
    struct site *site;
    struct lewis_workshop *workshop; /* handle of the thread it is in */

    /* What was asked. */
    enum method method;
    bool known_method, is_head;
    char *path;          /* as it was sent, without the query */
    struct form query, form;
    bool malformed;      /* the query or the form is */
    bool too_large;      /* the form was not read */
    const char *cookies, *accept_language; /* headers, or NULL */
    bool wants_json;     /* the script asks, not a person */
    char address[EXCHANGE_ADDRESS];
    uint64_t now_ms;

    /* Who asks, and for what. */
    const struct route *route;
    size_t number;       /* in the path; 0: none */
    char visit[TOKEN_SIZE];
    bool in;             /* with a code */
    struct lewis_respondent person;
    bool trainer;
    const char *lang;
    const struct words *words;

    /* What is to be done. */
    enum exchange_next next;
    exchange_handler *then;
    struct lewis_change *change;
    enum lewis_saved *saved;
    size_t changes;
    struct lewis_error error; /* of saving or changing, when it failed */
    bool site_changed;   /* the room may see something new */

    /* The answer. */
    unsigned status;
    const char *type;
    struct text body;
    struct text cookie[3];
    size_t cookie_count;
    char location[EXCHANGE_LOCATION];
    const char *file;    /* to be kept under that name; or NULL */
    const char *allow;   /* of a 405 */
    unsigned retry_after; /* seconds; 0: none */
    bool lasting;        /* the same for everybody, until the next version */
    bool failed;         /* out of memory somewhere */
    const char *refusal; /* what was not accepted: stands above the content of
                            the page that comes instead; or NULL */

    struct arena arena;
    struct exchange *following; /* in a queue */
    void *carrier;
};

/* Returns an exchange for exchange_free(), or NULL. 'uri' is path and query. */
struct exchange *exchange_new(struct site *site, enum method method,
                              const char *uri);
void exchange_free(struct exchange *exchange);

/* Another place, to be asked for by GET. */
void exchange_redirect(struct exchange *exchange, const char *path);
void exchange_redirect_to_topic(struct exchange *exchange, size_t number);

/* JSON for the script: {"saved":..., "why":keyword, "text":sentence}. */
void exchange_json(struct exchange *exchange, unsigned status, bool saved,
                   const char *why, const char *sentence);

/* A change of the person who is in. The texts must outlive the exchange's
 * saving: those of its form and the bank do. */
void exchange_change(struct exchange *exchange, enum lewis_change_kind kind,
                     const char *id, const char *text, uint64_t ms);
void exchange_save(struct exchange *exchange, exchange_handler *then);
void exchange_write(struct exchange *exchange, exchange_handler *then);
void exchange_paint(struct exchange *exchange, exchange_handler *then);

/* A cookie to be set, or with 'gone' forgotten. */
void exchange_cookie(struct exchange *exchange, const char *name,
                     const char *value, bool gone);

/* A text that lives as long as the exchange. */
const char *exchange_keep(struct exchange *exchange, struct text *text);

/* Was this button pressed? */
bool exchange_pressed(const struct exchange *exchange, const char *button);

#endif
