/* exchange.c - a request and its answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/exchange.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "serve/cookie.h"
#include "serve/site.h"

struct exchange *
exchange_new(struct site *site, enum method method, const char *uri)
{
    struct exchange *exchange = calloc(1, sizeof *exchange);
    size_t path = strcspn(uri, "?");

    if (exchange == NULL)
        return NULL;
    exchange->site = site;
    exchange->method = method;
    exchange->status = 200;
    exchange->type = "text/html; charset=utf-8";
    exchange->path = arena_copy(&exchange->arena, uri, path);
    if (exchange->path == NULL) {
        exchange_free(exchange);
        return NULL;
    }
    if (uri[path] == '?')
        exchange->malformed =
            !form_parse(&exchange->query, uri + path + 1,
                        strlen(uri + path + 1));
    return exchange;
}

void
exchange_free(struct exchange *exchange)
{
    if (exchange == NULL)
        return;
    form_release(&exchange->query);
    form_release(&exchange->form);
    text_release(&exchange->body);
    for (size_t i = 0; i < exchange->cookie_count; i++)
        text_release(&exchange->cookie[i]);
    free(exchange->change);
    free(exchange->saved);
    arena_release(&exchange->arena);
    free(exchange);
}

void
exchange_redirect(struct exchange *exchange, const char *path)
{
    exchange->status = 303;
    snprintf(exchange->location, sizeof exchange->location, "%s", path);
}

void
exchange_redirect_to_topic(struct exchange *exchange, size_t number)
{
    exchange->status = 303;
    snprintf(exchange->location, sizeof exchange->location, "/topic/%zu",
             number);
}

void
exchange_json(struct exchange *exchange, unsigned status, bool saved,
              const char *why, const char *sentence)
{
    struct text *body = &exchange->body;

    exchange->status = status;
    exchange->type = "application/json";
    text_clear(body);
    text_print(body, "{\"saved\":%s,\"why\":", saved ? "true" : "false");
    text_add_json(body, why, strlen(why));
    text_add(body, ",\"text\":");
    text_add_json(body, sentence, strlen(sentence));
    text_add(body, "}\n");
}

/* Room grows by doubling: it is full when the count is a power of two. */
static bool
make_room(struct exchange *exchange)
{
    size_t count = exchange->changes, room = count == 0 ? 1 : 2 * count;
    struct lewis_change *change;

    if ((count & (count - 1)) != 0)
        return true;
    change = realloc(exchange->change, room * sizeof *change);
    if (change == NULL)
        return false;
    exchange->change = change;
    return true;
}

void
exchange_change(struct exchange *exchange, enum lewis_change_kind kind,
                const char *id, const char *text, uint64_t ms)
{
    exchange->failed |= !make_room(exchange);
    if (exchange->failed)
        return;
    exchange->change[exchange->changes++] =
        (struct lewis_change){.respondent = exchange->person.number,
                              .kind = kind,
                              .id = id,
                              .text = text,
                              .ms = ms};
}

static void
pass_to(struct exchange *exchange, enum exchange_next next,
        exchange_handler *then)
{
    exchange->next = next;
    exchange->then = then;
}

void
exchange_save(struct exchange *exchange, exchange_handler *then)
{
    exchange->saved = calloc(exchange->changes + 1, sizeof *exchange->saved);
    exchange->failed |= exchange->saved == NULL;
    pass_to(exchange, NEXT_SAVE, then);
}

void
exchange_write(struct exchange *exchange, exchange_handler *then)
{
    pass_to(exchange, NEXT_WRITE, then);
}

void
exchange_paint(struct exchange *exchange, exchange_handler *then)
{
    pass_to(exchange, NEXT_PAINT, then);
}

void
exchange_cookie(struct exchange *exchange, const char *name, const char *value,
                bool gone)
{
    size_t most = sizeof exchange->cookie / sizeof exchange->cookie[0];

    if (exchange->cookie_count == most)
        return;
    cookie_write(&exchange->cookie[exchange->cookie_count], name, value,
                 exchange->site->secure, gone);
    exchange->failed |= !text_ok(&exchange->cookie[exchange->cookie_count]);
    exchange->cookie_count++;
}

const char *
exchange_keep(struct exchange *exchange, struct text *text)
{
    const char *kept =
        arena_copy(&exchange->arena, text_string(text), text->size);

    exchange->failed |= kept == NULL || !text_ok(text);
    text_release(text);
    return kept != NULL ? kept : "";
}

bool
exchange_pressed(const struct exchange *exchange, const char *button)
{
    const char *go = form_value(&exchange->form, "go");

    return go != NULL && strcmp(go, button) == 0;
}
