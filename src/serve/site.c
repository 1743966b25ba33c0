/* site.c - a workshop as a site: the way of a request to its handler.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/site.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/error.h"
#include "serve/assets.h"
#include "serve/cookie.h"
#include "serve/page.h"

/* A visit's cookie is its token, and when somebody is in "." the code "." and a
 * seal, by which this run of the server knows that it gave the cookie. After a
 * restart the code alone has to do, as if it was typed. */
enum {
    VISIT_SIZE = 2 * TOKEN_SIZE + LEWIS_CODE,
    LANGUAGE_SIZE = LEWIS_LANGUAGE
};

static bool
tag_of(const char *const parts[], char tag[SITE_TAG])
{
    char digest[DIGEST_SIZE];
    struct text whole = {0};
    bool done;

    for (size_t i = 0; parts[i] != NULL; i++)
        text_add(&whole, parts[i]);
    done = text_ok(&whole) &&
           digest_of(text_string(&whole), whole.size, digest);
    text_release(&whole);
    if (done)
        snprintf(tag, SITE_TAG, "%.8s", digest);
    return done;
}

bool
site_init(struct site *site, const struct lewis_server_options *options,
          const char *url, bool local, struct lewis_error *error)
{
    site->options = options;
    site->local = local;
    site->secure = strncmp(url, "https:", 6) == 0;
    site->behind_proxy = options->public_url != NULL;
    snprintf(site->url, sizeof site->url, "%s", url);
    if (!tag_of(assets_style, site->style_tag) ||
        !tag_of(assets_script, site->script_tag))
        return error_memory(error);
    site->ruler = lewis_ruler_new(error);
    if (site->ruler == NULL)
        return false;
    if (trainers_new_key(&site->trainers) && token_new(site->secret))
        return true;
    return error_set(error, LEWIS_ESYSTEM,
                     "this system has no source of random numbers");
}

void
site_release(struct site *site)
{
    lewis_ruler_free(site->ruler);
    text_release(&site->drawing.svg);
}

void
site_tell_link(const struct site *site)
{
    char url[SITE_URL + 64];

    snprintf(url, sizeof url, "%s/trainer?key=%s", site->url,
             site->trainers.key);
    if (site->options->new_link != NULL)
        site->options->new_link(site->options->payload, url);
}

bool
site_new_link(struct site *site)
{
    if (!trainers_new_key(&site->trainers))
        return false;
    site_tell_link(site);
    return true;
}

/* --- languages --- */

/* The bank's language that a tag asks for, or NULL: lewis_text_in() over a text
 * that has every language as its own wording, and none first. */
static const char *
language_for(const struct lewis_bank *bank, const char *tag)
{
    enum { MOST = 64 };
    struct lewis_text text[MOST + 2] = {{"", ""}};
    size_t count = lewis_bank_language_count(bank);
    const char *found;

    for (size_t i = 0; i < count && i < MOST; i++)
        text[i + 1].lang = text[i + 1].text = lewis_bank_language(bank, i);
    found = lewis_text_in(text, tag);
    return *found != '\0' ? found : NULL;
}

/* The first acceptable one: browsers list them best first. */
static const char *
accepted_language(const struct lewis_bank *bank, const char *header)
{
    while (header != NULL && *header != '\0') {
        char tag[LANGUAGE_SIZE];
        size_t size, length;
        const char *found;

        header += strspn(header, ", \t");
        size = strcspn(header, ",");
        length = strcspn(header, ",; \t");
        if (length > 0 && length < sizeof tag) {
            memcpy(tag, header, length);
            tag[length] = '\0';
            found = language_for(bank, tag);
            if (found != NULL)
                return found;
        }
        header += size;
    }
    return NULL;
}

bool
site_set_language(struct exchange *exchange, const char *tag)
{
    const char *lang =
        language_for(lewis_workshop_bank(exchange->workshop), tag);

    if (lang == NULL)
        return false;
    exchange->lang = lang;
    exchange->words = words_in(lang);
    exchange_cookie(exchange, "lewis-lang", lang, false);
    return true;
}

static void
settle_language(struct exchange *exchange)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);
    const char *asked = form_value(&exchange->query, "lang");
    char kept[LANGUAGE_SIZE];

    if (asked != NULL && site_set_language(exchange, asked))
        return;
    if (cookie_read(exchange->cookies, "lewis-lang", kept, sizeof kept))
        exchange->lang = language_for(bank, kept);
    if (exchange->lang == NULL && exchange->in)
        exchange->lang = language_for(bank, exchange->person.language);
    if (exchange->lang == NULL)
        exchange->lang = accepted_language(bank, exchange->accept_language);
    if (exchange->lang == NULL)
        exchange->lang = lewis_bank_language(bank, 0);
    exchange->words = words_in(exchange->lang);
}

/* --- who asks --- */

/* What stands before the seal is what it seals. */
static bool
seal(const struct site *site, const char *visit, const char *code,
     char out[TOKEN_SIZE])
{
    char sealed[VISIT_SIZE];

    snprintf(sealed, sizeof sealed, "%s.%s", visit, code);
    return token_seal(site->secret, sealed, out);
}

bool
site_new_visit(struct exchange *exchange, const char *code)
{
    char value[VISIT_SIZE], sealed[TOKEN_SIZE];

    if (!token_new(exchange->visit) ||
        !seal(exchange->site, exchange->visit, code, sealed))
        return false;
    if (*code != '\0')
        snprintf(value, sizeof value, "%s.%s.%s", exchange->visit, code,
                 sealed);
    else
        snprintf(value, sizeof value, "%s", exchange->visit);
    exchange_cookie(exchange, "lewis", value, false);
    return true;
}

static uint64_t
wait_of(const struct exchange *exchange)
{
    return limit_wait(&exchange->site->limit, exchange->visit,
                      exchange->address, exchange->now_ms);
}

bool
site_may_try(struct exchange *exchange)
{
    uint64_t wait = wait_of(exchange);

    exchange->retry_after = (unsigned)((wait + 999) / 1000);
    return wait == 0;
}

void
site_wrong_try(struct exchange *exchange)
{
    limit_spend(&exchange->site->limit, exchange->visit, exchange->address,
                exchange->now_ms);
}

static bool
is_sealed(const struct exchange *exchange, const char *code, const char *given)
{
    char expected[TOKEN_SIZE];

    return seal(exchange->site, exchange->visit, code, expected) &&
           token_same(expected, given);
}

/* Whoever makes up cookies tries codes, too. False: trouble, and *error set. */
static bool
find_person(struct exchange *exchange, const char *code, bool sealed,
            struct lewis_error *error)
{
    enum lewis_code_fault fault;

    if (!sealed && wait_of(exchange) > 0)
        return true;
    if (!lewis_workshop_find(exchange->workshop, code, &exchange->person,
                             &fault, error))
        return false;
    exchange->in = fault == LEWIS_CODE_FINE;
    if (!exchange->in && !sealed)
        site_wrong_try(exchange);
    return true;
}

/* Cuts 'text' at its first "."; what follows, or NULL. */
static char *
cut(char *text)
{
    char *dot = text != NULL ? strchr(text, '.') : NULL;

    if (dot == NULL)
        return NULL;
    *dot = '\0';
    return dot + 1;
}

static bool
settle_visit(struct exchange *exchange, struct lewis_error *error)
{
    char value[VISIT_SIZE], *code, *given;

    cookie_read(exchange->cookies, "lewis", value, sizeof value);
    code = cut(value);
    given = cut(code);
    if (!token_looks_right(value))
        return true;
    memcpy(exchange->visit, value, TOKEN_SIZE);
    return code == NULL ||
           find_person(exchange, code,
                       given != NULL && is_sealed(exchange, code, given),
                       error);
}

static void
settle_trainer(struct exchange *exchange)
{
    char cookie[TOKEN_SIZE];

    exchange->trainer =
        cookie_read(exchange->cookies, "lewis-trainer", cookie,
                    sizeof cookie) &&
        trainers_know(&exchange->site->trainers, cookie);
}

static bool
form_is_ours(const struct exchange *exchange)
{
    const char *token = form_value(&exchange->form, "token");
    char expected[TOKEN_SIZE];

    return exchange->visit[0] != '\0' && token != NULL &&
           token_seal(exchange->visit,
                         exchange->in ? exchange->person.code : "",
                         expected) &&
           token_same(expected, token);
}

/* --- the way --- */

static void
call_handler(struct exchange *exchange)
{
    enum access access = exchange->route->access;

    if (access == ACCESS_PERSON && !exchange->in)
        page_not_in(exchange);
    else if (access == ACCESS_TRAINER && !exchange->trainer)
        page_not_trainer(exchange);
    else if (exchange->method == METHOD_POST && !form_is_ours(exchange))
        page_old_form(exchange);
    else
        exchange->route->handler(exchange);
}

static void
answer(struct exchange *exchange)
{
    struct lewis_error error;
    const char *allow;

    exchange->route = route_find(exchange->method, exchange->path,
                                 &exchange->number, &allow);
    if (!settle_visit(exchange, &error)) {
        settle_language(exchange);
        page_trouble(exchange, &error);
        return;
    }
    settle_language(exchange);
    settle_trainer(exchange);
    if (exchange->too_large)
        page_too_large(exchange);
    else if (exchange->malformed)
        page_malformed(exchange);
    else if (!exchange->known_method || (exchange->route == NULL && allow))
        page_wrong_method(exchange, allow != NULL ? allow : "GET, HEAD, POST");
    else if (exchange->route == NULL)
        page_not_found(exchange);
    else
        call_handler(exchange);
}

/* What could not be made whole is not sent. */
static void
check(struct exchange *exchange)
{
    if (exchange->next == NEXT_SEND && !text_ok(&exchange->body))
        exchange->failed = true;
    if (exchange->failed)
        page_busy(exchange);
}

void
site_answer(struct exchange *exchange)
{
    answer(exchange);
    check(exchange);
}

void
site_go_on(struct exchange *exchange)
{
    exchange->next = NEXT_SEND;
    exchange->then(exchange);
    check(exchange);
}
