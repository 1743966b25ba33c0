/* target_serve.c - a request to the pages of a workshop, without a network: its
 * path, headers and form, from somebody, a person or the trainer.
 *
 * The first byte says who asks (1: a person who is in, 2: the trainer, 3: both);
 * 4 more asks as the script does, 8 more with a form that is not ours. The second
 * byte says what becomes of a change that would be saved. Then lines: "GET
 * /path?query" or "POST /path?query", cookies, languages; and the rest is the
 * form. Nothing is written, so that the next request meets the same workshop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "serve/exchange.h"
#include "serve/site.h"
#include "serve/token.h"

enum { PERSON = 1, TRAINER = 2, SCRIPT = 4, FORGED = 8 };

static const char visit[] = "0123456789abcdef0123456789abcdef";

/* The same for every request. */
static struct room {
    struct lewis_server_options options;
    struct lewis_workshop *workshop;
    struct site site;
    char code[LEWIS_CODE], trainer[TOKEN_SIZE], file[128];
} room;

static void
nothing(void *connection)
{
    (void)connection;
}

static void
clear_away(void)
{
    static const char *const tails[] = {"", "-wal", "-shm", "-journal"};
    char name[160];

    lewis_workshop_free(room.workshop);
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        snprintf(name, sizeof name, "%s%s", room.file, tails[i]);
        unlink(name);
    }
    site_release(&room.site);
    streams_release(&room.site.streams);
}

/* An open workshop, in which the person has agreed and answered a question. */
static void
make_workshop(void)
{
    const struct lewis_workshop_team team[] = {{"<fuzz> & co", 3}};
    char bank[4096], (*codes)[LEWIS_CODE];
    const struct lewis_workshop_options options = {
        .title = "<fuzz>", .bank_path = bank, .team = team, .teams = 1,
        .names = true};
    struct lewis_change change[] = {
        {.kind = LEWIS_CHANGE_CONSENT},
        {.kind = LEWIS_CHANGE_NAME, .text = "<fuzz> \"'"},
        {.kind = LEWIS_CHANGE_ANSWER, .id = "Q1", .text = "1"}};
    enum lewis_saved saved[3];
    struct lewis_respondent person;
    enum lewis_code_fault fault;
    size_t count;
    bool done;

    snprintf(bank, sizeof bank, "%s/tests/fixtures/forms.xml",
             getenv("top_srcdir"));
    snprintf(room.file, sizeof room.file, "%s/serve.lewis", fuzz_folder());
    atexit(clear_away);
    room.workshop = lewis_workshop_create(room.file, &options, NULL);
    done = room.workshop != NULL &&
           lewis_workshop_open(room.workshop, NULL) &&
           lewis_workshop_codes(room.workshop, 0, &codes, &count, NULL);
    assert(done);
    strcpy(room.code, codes[0]);
    lewis_workshop_codes_free(codes);
    done = lewis_workshop_find(room.workshop, room.code, &person, &fault,
                               NULL);
    for (size_t i = 0; i < 3; i++)
        change[i].respondent = person.number;
    done = done && lewis_workshop_save(room.workshop, change, 3, saved, NULL);
    assert(done && saved[2] == LEWIS_SAVED);
}

static void
make_room(void)
{
    bool done;

    make_workshop();
    room.options.path = room.file;
    done = site_init(&room.site, &room.options, "http://127.0.0.1:8080", true,
                     NULL) &&
           streams_init(&room.site.streams, nothing, nothing) &&
           trainers_enter(&room.site.trainers, room.site.trainers.key,
                          room.trainer);
    assert(done);
}

/* Cuts off a line of *rest; "" at its end. */
static char *
cut_line(char **rest)
{
    char *line = *rest, *end = strchr(line, '\n');

    *rest = end != NULL ? end + 1 : line + strlen(line);
    if (end != NULL)
        *end = '\0';
    return line;
}

static void
add_who(struct text *cookies, unsigned who)
{
    if (who & PERSON)
        text_print(cookies, "lewis=%s.%s; ", visit, room.code);
    if (who & TRAINER)
        text_print(cookies, "lewis-trainer=%s; ", room.trainer);
}

/* The token that a page would have shown, so that forms are taken. */
static void
add_form(struct exchange *exchange, unsigned who, const char *rest)
{
    struct text form = {0};
    char token[TOKEN_SIZE];
    bool sealed = token_seal(visit, who & PERSON ? room.code : "", token);

    assert(sealed);
    if (!(who & FORGED))
        text_print(&form, "token=%s&", token);
    text_add(&form, rest);
    exchange->malformed |=
        !form_parse(&exchange->form, text_string(&form), form.size);
    text_release(&form);
}

/* The desks' work; what is to be saved has the outcome that was chosen. */
static void
go_through(struct exchange *exchange, unsigned outcome)
{
    site_answer(exchange);
    while (exchange->next == NEXT_SAVE || exchange->next == NEXT_PAINT) {
        for (size_t i = 0;
             exchange->next == NEXT_SAVE && i < exchange->changes; i++)
            exchange->saved[i] =
                (enum lewis_saved)(outcome % (LEWIS_UNSAVED_REQUIRED + 1));
        site_go_on(exchange);
    }
}

/* No answer is half a page, none holds markup that came from outside, none
 * starts a header of its own. */
static void
judge(const struct exchange *exchange)
{
    const char *body = text_string(&exchange->body);

    if (exchange->next != NEXT_SEND)
        return;
    assert(exchange->status >= 200 && exchange->status < 600);
    assert(strstr(body, "<fuzz") == NULL);
    assert(strpbrk(exchange->location, "\r\n") == NULL);
    assert(exchange->status != 303 || exchange->location[0] == '/');
    for (size_t i = 0; i < exchange->cookie_count; i++)
        assert(strpbrk(text_string(&exchange->cookie[i]), "\r\n") == NULL);
    if (strncmp(body, "<!DOCTYPE", 9) == 0)
        assert(strcmp(body + exchange->body.size - 8, "</html>\n") == 0);
}

static void
ask(char *rest, unsigned who, unsigned outcome)
{
    char *first = cut_line(&rest), *uri = strchr(first, ' ');
    struct exchange *exchange;
    struct text cookies = {0};

    if (uri == NULL)
        return;
    *uri++ = '\0';
    exchange = exchange_new(&room.site, METHOD_GET, uri);
    assert(exchange != NULL);
    exchange->known_method = true;
    exchange->method =
        strcmp(first, "POST") == 0 ? METHOD_POST : METHOD_GET;
    add_who(&cookies, who);
    text_add(&cookies, cut_line(&rest));
    exchange->cookies = text_string(&cookies);
    exchange->accept_language = cut_line(&rest);
    exchange->wants_json = (who & SCRIPT) != 0;
    exchange->workshop = room.workshop;
    strcpy(exchange->address, "192.0.2.1");
    exchange->now_ms = 1;
    if (exchange->method == METHOD_POST)
        add_form(exchange, who, rest);
    go_through(exchange, outcome);
    judge(exchange);
    exchange_free(exchange);
    text_release(&cookies);
}

void
run_serve(const char *bytes, size_t size)
{
    struct trainers trainers;
    char *copy;

    if (room.workshop == NULL)
        make_room();
    if (size < 2)
        return;
    copy = calloc(size, 1);
    assert(copy != NULL);
    memcpy(copy, bytes + 2, size - 2);
    trainers = room.site.trainers;
    memset(&room.site.limit, 0, sizeof room.site.limit);
    ask(copy, fuzz_digit(bytes[0]), fuzz_digit(bytes[1]));
    room.site.trainers = trainers;
    free(copy);
}
