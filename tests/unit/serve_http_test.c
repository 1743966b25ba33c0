/* serve_http_test.c - a server on the loopback, and clients that behave, or do
 * not. Every wait of theirs has an end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <cmocka.h>

#include <lewis/serve.h>

#include "base/text.h"
#include "workshops.h"

enum { SECONDS = 20 /* the longest wait for one answer */ };

static struct lewis_server *server;
static char trainer_link[300]; /* the trainer's, as told last */
static char codes[3][6][LEWIS_CODE];

/* --- a client --- */

struct client {
    const char *headers; /* of its own, each with its line end; or NULL */
    char cookies[600];   /* "a=b; c=d" */
    char token[33];
    struct text reply;
    int status;
};

/* A socket, or -1 when nobody listens there. */
static int
try_to_dial(unsigned port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct timeval limit = {.tv_sec = SECONDS};
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    assert_true(fd >= 0);
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    if (connect(fd, (struct sockaddr *)&address, sizeof address) == 0)
        return fd;
    close(fd);
    return -1;
}

static int
dial(void)
{
    int fd = try_to_dial(lewis_server_port(server));

    assert_true(fd >= 0);
    return fd;
}

/* Whoever has hung up gets nothing more. */
static void
put(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t sent = send(fd, bytes, size, MSG_NOSIGNAL);

        if (sent <= 0)
            return;
        bytes += sent;
        size -= (size_t)sent;
    }
}

/* All there is until the server hangs up; the status, or 0 for no answer. */
static int
get_all(int fd, struct text *reply)
{
    char bytes[4096];
    ssize_t size;

    text_clear(reply);
    while ((size = recv(fd, bytes, sizeof bytes, 0)) > 0)
        text_add_bytes(reply, bytes, (size_t)size);
    close(fd);
    return strncmp(text_string(reply), "HTTP/1.1 ", 9) == 0
               ? atoi(text_string(reply) + 9)
               : 0;
}

/* Bytes as they stand, and what comes back. */
static int
raw(struct client *client, const char *bytes, size_t size)
{
    int fd = dial();

    put(fd, bytes, size);
    client->status = get_all(fd, &client->reply);
    return client->status;
}

/* Takes over a cookie; a later one of the same name comes first and counts. */
static void
keep_cookie(struct client *client, const char *set)
{
    struct text all = {0};

    text_add_bytes(&all, set, strcspn(set, ";\r"));
    text_add(&all, "; ");
    text_add(&all, client->cookies);
    assert_true(all.size < sizeof client->cookies);
    memcpy(client->cookies, text_string(&all), all.size + 1);
    text_release(&all);
}

static void
keep_cookies(struct client *client)
{
    const char *at = text_string(&client->reply);
    const char *end = strstr(at, "\r\n\r\n");

    while ((at = strstr(at, "\r\nSet-Cookie: ")) != NULL && at < end) {
        at += strlen("\r\nSet-Cookie: ");
        keep_cookie(client, at);
    }
}

/* 'extra': headers, each with its line end. */
static int
ask_with(struct client *client, const char *method, const char *path,
         const char *extra, const char *body)
{
    struct text request = {0};

    text_print(&request, "%s %s HTTP/1.1\r\nHost: localhost\r\n"
                         "Connection: close\r\n%s%s",
               method, path, extra,
               client->headers != NULL ? client->headers : "");
    if (client->cookies[0] != '\0')
        text_print(&request, "Cookie: %s\r\n", client->cookies);
    if (body != NULL)
        text_print(&request,
                   "Content-Type: application/x-www-form-urlencoded\r\n"
                   "Content-Length: %zu\r\n",
                   strlen(body));
    text_add(&request, "\r\n");
    text_add(&request, body != NULL ? body : "");
    raw(client, text_string(&request), request.size);
    text_release(&request);
    keep_cookies(client);
    return client->status;
}

static int
get(struct client *client, const char *path)
{
    return ask_with(client, "GET", path, "", NULL);
}

/* The token of the page that came last. */
static const char *
token(struct client *client)
{
    static const char before[] = "name=\"token\" value=\"";
    const char *at = strstr(text_string(&client->reply), before);

    assert_non_null(at);
    snprintf(client->token, sizeof client->token, "%s", at + strlen(before));
    return client->token;
}

/* Sends a form with the token of the page before, and 'fields' behind it. */
static int
post(struct client *client, const char *path, const char *fields)
{
    struct text body = {0};
    int status;

    text_print(&body, "token=%s%s", token(client), fields);
    status = ask_with(client, "POST", path, "", text_string(&body));
    text_release(&body);
    return status;
}

static bool
holds(const struct client *client, const char *what)
{
    return strstr(text_string(&client->reply), what) != NULL;
}

static void
assert_leads_to(const struct client *client, const char *path)
{
    char header[100];

    snprintf(header, sizeof header, "\r\nLocation: %s\r\n", path);
    assert_int_equal(client->status, 303);
    assert_true(holds(client, header));
}

/* What comes next is another browser. */
static void
hang_up(struct client *client)
{
    text_release(&client->reply);
    *client = (struct client){0};
}

/* --- people --- */

static void
join(struct client *client, const char *code)
{
    char field[40];

    assert_int_equal(get(client, "/"), 200);
    snprintf(field, sizeof field, "&code=%s", code);
    post(client, "/join", field);
    assert_int_equal(client->status, 303);
}

static void
agree(struct client *client, const char *code)
{
    join(client, code);
    assert_leads_to(client, "/consent");
    assert_int_equal(get(client, "/consent"), 200);
    post(client, "/consent", "");
    assert_leads_to(client, "/topic/1");
}

/* Every topic of the twelve picks, by forms without a script. */
static void
answer_topics(struct client *client, char letter)
{
    const struct lewis_bank *bank;
    struct lewis_workshop *workshop = lewis_workshop_load(file_path, NULL);
    char path[40];

    assert_non_null(workshop);
    bank = lewis_workshop_bank(workshop);
    for (size_t s = 0; s < lewis_bank_section_count(bank); s++) {
        const struct lewis_section *section = lewis_bank_section(bank, s);
        struct text fields = {0};

        snprintf(path, sizeof path, "/topic/%zu", s + 1);
        assert_int_equal(get(client, path), 200);
        for (size_t i = section->first; i < section->first + section->count;
             i++)
            text_print(&fields, "&%s=%c", lewis_bank_item(bank, i)->id, letter);
        text_add(&fields, "&go=next");
        assert_int_equal(post(client, path, text_string(&fields)), 303);
        text_release(&fields);
    }
    assert_leads_to(client, "/review");
    lewis_workshop_free(workshop);
}

static void
take_part(struct client *client, const char *code, char letter)
{
    agree(client, code);
    answer_topics(client, letter);
    assert_int_equal(get(client, "/review"), 200);
    post(client, "/hand-in", "");
    assert_leads_to(client, "/result");
}

/* --- the server --- */

static void
keep_link(void *payload, const char *url)
{
    (void)payload;
    snprintf(trainer_link, sizeof trainer_link, "%s", url);
}

static int
start_over(const char *title, bool open, const char *public_url)
{
    const struct lewis_workshop_team team[] = {
        {"Harbour", 6}, {"<script>alert(1)</script>", 6}, {"C", 2}};
    const struct lewis_workshop_options made = {
        .title = title, .bank_path = bank_path("lmr-12"), .team = team,
        .teams = 3};
    const struct lewis_server_options options = {
        .path = file_path, .listen = "127.0.0.1:0", .new_link = keep_link,
        .public_url = public_url};
    struct lewis_error error = {0};
    struct lewis_workshop *workshop =
        lewis_workshop_create(file_path, &made, &error);

    if (workshop == NULL || (open && !lewis_workshop_open(workshop, &error)))
        return print_error("%s\n", error.text), 1;
    for (size_t t = 0; t < 3; t++) {
        char(*code)[LEWIS_CODE];
        size_t count;

        lewis_workshop_codes(workshop, t, &code, &count, NULL);
        memcpy(codes[t], code, count * sizeof *code);
        lewis_workshop_codes_free(code);
    }
    lewis_workshop_free(workshop);
    server = lewis_server_start(&options, &error);
    if (server == NULL)
        print_error("%s\n", error.text);
    return server == NULL;
}

static int
start(void **state)
{
    (void)state;
    return start_over("Tea & <b>talk</b>", true, NULL);
}

static int
start_draft(void **state)
{
    (void)state;
    return start_over("Soon", false, NULL);
}

static int
start_behind_proxy(void **state)
{
    (void)state;
    return start_over("Far away", true, "http://room.example.org");
}

static int
stop(void **state)
{
    lewis_server_stop(server);
    server = NULL;
    return remove_file(state);
}

/* --- what people do --- */

static void
test_from_a_code_to_a_result(void **state)
{
    struct client ann = {0};

    (void)state;
    take_part(&ann, codes[0][0], 'a');
    assert_int_equal(get(&ann, "/result"), 200);
    assert_true(holds(&ann, "<div id=\"result\">"));
    assert_true(holds(&ann, "<svg"));
    assert_true(holds(&ann, "12 of 12"));
    assert_false(holds(&ann, " style=\""));
    assert_int_equal(get(&ann, "/result?lang=nl"), 200);
    assert_true(holds(&ann, "<html lang=\"nl\""));
    assert_true(holds(&ann, "12 van de 12"));
    assert_int_equal(get(&ann, "/result.pdf"), 200);
    assert_true(holds(&ann, "\r\n\r\n%PDF-"));
    assert_true(holds(&ann, "Content-Disposition: attachment"));
    assert_int_equal(get(&ann, "/topic/1"), 303); /* handed in */
    hang_up(&ann);
}

static void
test_answers_are_there_on_another_device(void **state)
{
    struct client phone = {0}, tablet = {0};
    char typed[16];

    (void)state;
    agree(&phone, codes[0][1]);
    get(&phone, "/topic/1");
    assert_int_equal(ask_with(&phone, "POST", "/answer",
                              "Accept: application/json\r\n", "item=P01"),
                     403);
    get(&phone, "/topic/1");
    post(&phone, "/answer", "&item=P01&value=b&ms=1200");
    assert_int_equal(phone.status, 200);
    assert_true(holds(&phone, "{\"saved\":true"));
    snprintf(typed, sizeof typed, "%.3s-%.3s", codes[0][1], codes[0][1] + 3);
    join(&tablet, typed);
    assert_int_equal(get(&tablet, "/topic/1"), 200);
    assert_true(holds(&tablet, "name=\"P01\" value=\"b\" checked"));
    assert_false(holds(&tablet, "name=\"P01\" value=\"a\" checked"));
    hang_up(&phone);
    hang_up(&tablet);
}

static void
test_an_answer_can_be_changed_until_it_is_shown(void **state)
{
    struct client ann = {0};

    (void)state;
    take_part(&ann, codes[0][0], 'c');
    get(&ann, "/result");
    post(&ann, "/take-back", "");
    assert_leads_to(&ann, "/review");
    get(&ann, "/topic/1");
    assert_true(holds(&ann, "name=\"P01\" value=\"c\" checked"));
    post(&ann, "/topic/1", "&P01=a&go=review");
    assert_leads_to(&ann, "/review");
    get(&ann, "/topic/1");
    assert_true(holds(&ann, "name=\"P01\" value=\"a\" checked"));
    hang_up(&ann);
}

static void
test_the_language_goes_along(void **state)
{
    struct client ann = {0}, piet = {0};

    (void)state;
    agree(&ann, codes[0][0]);
    get(&ann, "/topic/1");
    post(&ann, "/topic/1", "&P01=b&go=lang%3Anl");
    assert_leads_to(&ann, "/topic/1");
    get(&ann, "/topic/1");
    assert_true(holds(&ann, "<html lang=\"nl\""));
    assert_true(holds(&ann, "name=\"P01\" value=\"b\" checked"));
    ask_with(&piet, "GET", "/", "Accept-Language: fr, nl-BE;q=0.9, en\r\n",
             NULL);
    assert_true(holds(&piet, "<html lang=\"nl\""));
    hang_up(&ann);
    hang_up(&piet);
}

static void
test_what_is_not_an_answer_is_not_saved(void **state)
{
    struct client ann = {0};

    (void)state;
    agree(&ann, codes[0][0]);
    get(&ann, "/topic/1");
    assert_int_equal(post(&ann, "/topic/1", "&P01=z&go=next"), 422);
    assert_true(holds(&ann, "id=\"trouble\""));
    get(&ann, "/topic/1");
    post(&ann, "/answer", "&item=P01&value=zzz");
    assert_int_equal(ann.status, 422);
    assert_true(holds(&ann, "\"why\":\"value\""));
    get(&ann, "/topic/1");
    post(&ann, "/answer", "&item=nothing&value=a");
    assert_true(holds(&ann, "\"why\":\"question\""));
    get(&ann, "/review");
    assert_true(holds(&ann, "a result needs at least 10 of the 12 answers"));
    assert_int_equal(post(&ann, "/hand-in", ""), 422);
    assert_true(holds(&ann, "not enough answers"));
    hang_up(&ann);
}

/* Files may not grow, as on a full disk; or may again. */
static void
fill_disk(bool full)
{
    struct rlimit limit;

    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = full ? 1 : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void
test_a_full_disk_is_told_and_goes_on(void **state)
{
    struct client ann = {0};

    (void)state;
    agree(&ann, codes[0][0]);
    get(&ann, "/topic/1");
    token(&ann);
    fill_disk(true);
    post(&ann, "/answer", "&item=P01&value=b");
    assert_int_equal(ann.status, 503);
    assert_true(holds(&ann, "\"saved\":false"));
    assert_true(holds(&ann, "Not saved! Your answer is kept on this page"));
    get(&ann, "/topic/1");
    assert_int_equal(post(&ann, "/topic/1", "&P01=b&go=next"), 503);
    assert_true(holds(&ann, "so nothing was saved"));
    fill_disk(false);
    get(&ann, "/topic/1");
    assert_false(holds(&ann, "name=\"P01\" value=\"b\" checked"));
    assert_int_equal(post(&ann, "/topic/1", "&P01=b&go=review"), 303);
    get(&ann, "/topic/1");
    assert_true(holds(&ann, "name=\"P01\" value=\"b\" checked"));
    hang_up(&ann);
}

static void
test_nobody_answers_before_it_is_open(void **state)
{
    struct client ann = {0};

    (void)state;
    join(&ann, codes[0][0]);
    get(&ann, "/consent");
    assert_true(holds(&ann, "id=\"waiting\""));
    post(&ann, "/consent", "");
    assert_int_equal(ann.status, 200);
    assert_true(holds(&ann, "id=\"waiting\""));
    assert_int_equal(get(&ann, "/topic/1"), 303);
    hang_up(&ann);
}

/* --- what nobody may --- */

static void
test_one_does_not_see_another(void **state)
{
    struct client ann = {0}, ben = {0}, none = {0};

    (void)state;
    take_part(&ann, codes[0][0], 'a');
    agree(&ben, codes[0][1]);
    get(&ben, "/topic/1");
    assert_false(holds(&ben, "checked"));
    get(&ben, "/result");
    assert_leads_to(&ben, "/topic/1");
    get(&none, "/result");
    assert_leads_to(&none, "/");
    get(&none, "/topic/1");
    assert_leads_to(&none, "/");
    hang_up(&ann);
    hang_up(&ben);
    hang_up(&none);
}

static void
test_a_form_from_elsewhere_is_refused(void **state)
{
    struct client ann = {0}, ben = {0};
    char body[100];

    (void)state;
    agree(&ann, codes[0][0]);
    agree(&ben, codes[0][1]);
    get(&ben, "/topic/1");
    snprintf(body, sizeof body, "token=%s&P01=b", token(&ben));
    assert_int_equal(ask_with(&ann, "POST", "/topic/1", "", body), 403);
    assert_int_equal(ask_with(&ann, "POST", "/topic/1", "", "P01=b"), 403);
    assert_int_equal(ask_with(&ann, "POST", "/topic/1", "",
                              "token=00000000000000000000000000000000&P01=b"),
                     403);
    assert_int_equal(ask_with(&ann, "POST", "/topic/1", "", "token=&P01=b"),
                     403);
    get(&ann, "/topic/1");
    assert_false(holds(&ann, "checked"));
    ann.cookies[0] = '\0';
    snprintf(body, sizeof body, "token=%s&code=%s", token(&ben), codes[0][0]);
    assert_int_equal(ask_with(&ann, "POST", "/join", "", body), 403);
    hang_up(&ann);
    hang_up(&ben);
}

/* Codes that are right in form, of nobody: how many until one has to wait. With
 * 'anew' each comes from a browser that was never here. */
static int
guess(struct client *eve, bool anew)
{
    int tries = 0;

    get(eve, "/");
    while (post(eve, "/join", "&code=AAAAAA") == 422 && tries < 100) {
        tries++;
        if (anew) {
            eve->cookies[0] = '\0';
            get(eve, "/");
        }
    }
    assert_int_equal(eve->status, 429);
    assert_true(holds(eve, "\r\nRetry-After: "));
    return tries;
}

static void
test_who_guesses_does_not_keep_the_room_out(void **state)
{
    struct client eve = {0}, ann = {0};

    (void)state;
    assert_int_equal(guess(&eve, false), 10);
    assert_int_equal(guess(&eve, false), 0);
    join(&ann, codes[0][0]); /* from the same address */
    assert_leads_to(&ann, "/consent");
    hang_up(&eve);
    hang_up(&ann);
}

static void
test_codes_cannot_be_guessed(void **state)
{
    struct client eve = {0}, ann = {0}, trainer = {0};
    char field[40];

    (void)state;
    agree(&ann, codes[0][0]);
    assert_int_equal(guess(&eve, true), 60);
    /* Not a right one either: it would be told apart. */
    eve.cookies[0] = '\0';
    get(&eve, "/");
    snprintf(field, sizeof field, "&code=%s", codes[0][1]);
    assert_int_equal(post(&eve, "/join", field), 429);
    snprintf(eve.cookies, sizeof eve.cookies,
             "lewis=00000000000000000000000000000000.%s", codes[0][1]);
    get(&eve, "/consent");
    assert_leads_to(&eve, "/");
    /* Who is in already, from the same address, stays in. */
    assert_int_equal(get(&ann, "/topic/1"), 200);
    /* Nor is the trainer kept out, whose key nobody can guess. */
    get(&trainer, strstr(trainer_link, "/trainer"));
    assert_leads_to(&trainer, "/trainer");
    hang_up(&eve);
    hang_up(&ann);
    hang_up(&trainer);
}

/* Of 203.0.113.5, 60 tries; whatever that one says before the proxy adds who
 * it is. */
static void
test_the_proxy_says_who_asks(void **state)
{
    struct client eve = {.headers = "X-Forwarded-For: 203.0.113.5\r\n"};
    struct client ann = {.headers = "X-Forwarded-For: 203.0.113.6\r\n"};

    (void)state;
    assert_int_equal(guess(&eve, true), 60);
    eve.headers = "X-Forwarded-For: 192.0.2.1, 203.0.113.5\r\n";
    assert_int_equal(guess(&eve, true), 0);
    eve.headers = "X-Forwarded-For: 192.0.2.2\r\n"
                  "x-forwarded-for:  203.0.113.5\r\n";
    assert_int_equal(guess(&eve, true), 0);
    join(&ann, codes[0][0]);
    assert_leads_to(&ann, "/consent");
    hang_up(&eve);
    hang_up(&ann);
}

static void
test_without_a_proxy_nobody_says_who_he_is(void **state)
{
    struct client eve = {.headers = "X-Forwarded-For: 203.0.113.5\r\n"};

    (void)state;
    assert_int_equal(guess(&eve, true), 60);
    eve.headers = "X-Forwarded-For: 203.0.113.6\r\n";
    eve.cookies[0] = '\0';
    assert_int_equal(guess(&eve, true), 0);
    hang_up(&eve);
}

/* The next one who takes the phone is asked for a code. */
static void
test_who_leaves_is_out(void **state)
{
    struct client ann = {0};

    (void)state;
    agree(&ann, codes[0][0]);
    assert_int_equal(get(&ann, "/review"), 200);
    post(&ann, "/leave", "");
    assert_leads_to(&ann, "/");
    get(&ann, "/topic/1");
    assert_leads_to(&ann, "/");
    join(&ann, codes[0][0]); /* and back */
    assert_int_equal(get(&ann, "/topic/1"), 200);
    hang_up(&ann);
}

static void
test_mistyped_codes_are_told_and_cost_nothing(void **state)
{
    struct client ann = {0};

    (void)state;
    get(&ann, "/");
    for (int i = 0; i < 30; i++)
        assert_int_equal(post(&ann, "/join", "&code=ab"), 422);
    assert_true(holds(&ann, "too short"));
    post(&ann, "/join", "&code=%3Cscript%3E");
    assert_true(holds(&ann, "letters only"));
    assert_true(holds(&ann, "value=\"&lt;script&gt;\""));
    assert_false(holds(&ann, "<script>"));
    hang_up(&ann);
}

static void
test_what_comes_from_files_is_escaped(void **state)
{
    struct client ann = {0};

    (void)state;
    get(&ann, "/");
    assert_true(holds(&ann, "Tea &amp; &lt;b&gt;talk&lt;/b&gt;"));
    assert_false(holds(&ann, "<b>talk"));
    get(&ann, strstr(trainer_link, "/trainer"));
    get(&ann, "/trainer");
    assert_true(holds(&ann, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert_false(holds(&ann, "<script>alert"));
    hang_up(&ann);
}

static void
test_every_answer_has_its_guards(void **state)
{
    static const char *const paths[] = {"/", "/nothing", "/trainer", "/join",
                                        "/result", "/style.css"};
    struct client ann = {0};

    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        get(&ann, paths[i]);
        assert_true(holds(&ann, "\r\nContent-Security-Policy: default-src "
                                "'none'; "));
        assert_true(holds(&ann, "\r\nX-Content-Type-Options: nosniff\r\n"));
        assert_true(holds(&ann, "\r\nReferrer-Policy: no-referrer\r\n"));
        assert_true(holds(&ann, i == 5 ? "max-age=86400" : "no-store"));
    }
    assert_false(holds(&ann, "Set-Cookie"));
    hang_up(&ann);
}

/* --- what no browser sends --- */

static void
assert_answer(const char *request, size_t size, int expected)
{
    struct client eve = {0};

    assert_int_equal(raw(&eve, request, size), expected);
    hang_up(&eve);
}

#define HOST " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
#define FORM "Content-Type: application/x-www-form-urlencoded\r\n"

static void
test_odd_requests_get_an_answer_or_none(void **state)
{
    static const struct {
        const char *request;
        int expected;
    } odd[] = {
        {"GET /../../etc/passwd" HOST "\r\n", 404},
        {"GET /topic/..%2f..%2fetc" HOST "\r\n", 404},
        {"GET /%2e%2e/style.css" HOST "\r\n", 404},
        {"GET //" HOST "\r\n", 404},
        {"GET /?a=%" HOST "\r\n", 400},
        {"GET /?lang=en&lang=nl" HOST "\r\n", 400},
        {"GET /?lang=%3Cscript%3E" HOST "\r\n", 200},
        {"GET /join" HOST "\r\n", 405},
        {"DELETE /" HOST "\r\n", 405},
        {"TRACE /" HOST "\r\n", 405},
        {"POST /style.css" HOST FORM "Content-Length: 0\r\n\r\n", 405},
        {"POST /join" HOST "Content-Length: 3\r\n\r\na=b", 400},
        {"POST /join" HOST FORM "Content-Length: 3\r\n\r\na=b", 403},
        {"POST /join" HOST FORM "Content-Length: 5\r\n\r\na=%zz", 400},
        {"POST /join" HOST FORM "Content-Length: 99999999\r\n\r\na", 413},
        {"GET /" HOST "Cookie: lewis=%00; lewis=..; =;\r\n\r\n", 200},
        {"HEAD /" HOST "\r\n", 200},
    };

    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
        assert_answer(odd[i].request, strlen(odd[i].request),
                      odd[i].expected);
}

static void
test_truncated_requests_do_no_harm(void **state)
{
    static const char request[] =
        "POST /join" HOST FORM "Content-Length: 20\r\n\r\ncode=ABCDEF";
    struct client ann = {0};

    (void)state;
    for (size_t size = 0; size < sizeof request - 1; size++) {
        int fd = dial();

        put(fd, request, size);
        close(fd);
    }
    assert_int_equal(get(&ann, "/"), 200);
    hang_up(&ann);
}

static void
test_too_much_is_refused(void **state)
{
    struct text request = {0};
    struct client eve = {0};

    (void)state;
    text_add(&request, "GET /" HOST);
    for (int i = 0; i < 4000; i++)
        text_print(&request, "X-%d: yyyyyyyyyyyyyyyyyyyyyy\r\n", i);
    text_add(&request, "\r\n");
    raw(&eve, text_string(&request), request.size);
    assert_true(eve.status == 431 || eve.status == 413 || eve.status == 0);
    text_clear(&request);
    text_add(&request, "GET /");
    for (int i = 0; i < 2000; i++)
        text_add(&request, "a");
    text_add(&request, HOST "\r\n");
    assert_int_equal(raw(&eve, text_string(&request), request.size), 404);
    text_clear(&request);
    text_add(&request, "POST /join" HOST FORM
                       "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 600; i++)
        text_print(&request, "200\r\n%0512d\r\n", 0);
    raw(&eve, text_string(&request), request.size);
    assert_true(eve.status == 413 || eve.status == 0);
    assert_int_equal(get(&eve, "/"), 200);
    text_release(&request);
    hang_up(&eve);
}

/* --- the trainer --- */

static void
enter(struct client *trainer)
{
    assert_non_null(strstr(trainer_link, "/trainer?key="));
    get(trainer, strstr(trainer_link, "/trainer"));
    assert_leads_to(trainer, "/trainer");
    assert_int_equal(get(trainer, "/trainer"), 200);
}

static void
test_the_link_opens_once(void **state)
{
    struct client first = {0}, second = {0}, head = {0};
    char old[sizeof trainer_link];

    (void)state;
    strcpy(old, trainer_link);
    assert_int_equal(
        ask_with(&head, "HEAD", strstr(old, "/trainer"), "", NULL), 403);
    enter(&first);
    assert_string_not_equal(trainer_link, old);
    assert_int_equal(get(&second, strstr(old, "/trainer")), 403);
    assert_int_equal(get(&second, "/trainer"), 403);
    assert_int_equal(get(&second, "/wall"), 403);
    assert_int_equal(get(&second, "/events"), 403);
    enter(&second); /* a second trainer, by the next link */
    assert_int_equal(get(&first, "/trainer/part"), 200);
    hang_up(&first);
    hang_up(&second);
    hang_up(&head);
}

static void
test_people_are_no_trainers(void **state)
{
    static const char *const acts[] = {
        "/trainer/open", "/trainer/close", "/trainer/reveal", "/trainer/hide",
        "/trainer/link"};
    struct client ann = {0};

    (void)state;
    agree(&ann, codes[0][0]);
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        get(&ann, "/topic/1");
        assert_int_equal(post(&ann, acts[i], ""), 403);
    }
    assert_int_equal(get(&ann, "/topic/1"), 200);
    hang_up(&ann);
}

static void
test_the_trainer_sees_how_many_and_the_room_from_five_on(void **state)
{
    struct client trainer = {0}, person = {0};

    (void)state;
    enter(&trainer);
    for (size_t i = 0; i < 4; i++) {
        take_part(&person, codes[0][i], "abca"[i]);
        hang_up(&person);
    }
    get(&trainer, "/trainer/part");
    assert_true(holds(&trainer, "<td class=\"joined\">4</td><td "
                                "class=\"handed\">4</td>"));
    get(&trainer, "/wall");
    assert_true(holds(&trainer, "id=\"hidden\""));
    get(&trainer, "/trainer");
    post(&trainer, "/trainer/reveal", "");
    assert_leads_to(&trainer, "/trainer");
    get(&trainer, "/wall");
    assert_true(holds(&trainer, "id=\"withheld\""));
    assert_false(holds(&trainer, "id=\"shown\""));
    take_part(&person, codes[0][4], 'b');
    get(&trainer, "/wall/part");
    assert_true(holds(&trainer, "5 people, each a mark"));
    assert_false(holds(&trainer, "illustrative")); /* of countries */
    get(&person, "/result");
    assert_false(holds(&person, "id=\"take-back\""));
    hang_up(&person);
    hang_up(&trainer);
}

/* Five of one team, one of the other, and one who is still answering. */
static void
test_closing_asks_and_says_what_it_does(void **state)
{
    static const char one[] = "without the names of their teams: Harbour (5), "
                              "C (1).";
    struct client trainer = {0}, person = {0};

    (void)state;
    enter(&trainer);
    assert_false(holds(&trainer, "id=\"fates\""));
    for (size_t i = 0; i < 6; i++) {
        take_part(&person, i < 5 ? codes[0][i] : codes[2][0], "abcabc"[i]);
        hang_up(&person);
    }
    agree(&person, codes[0][5]);
    get(&trainer, "/trainer");
    assert_true(holds(&trainer, "href=\"/trainer/close\""));
    assert_false(holds(&trainer, "action=\"/trainer/close\""));
    assert_int_equal(get(&trainer, "/trainer/close"), 200);
    assert_true(holds(&trainer, "not handed in: 1."));
    assert_true(holds(&trainer, one));
    assert_int_equal(get(&trainer, "/trainer/close/part"), 200);
    assert_true(holds(&trainer, one));
    assert_false(holds(&trainer, "<html"));
    assert_int_equal(get(&trainer, "/trainer/close"), 200);
    post(&trainer, "/trainer/close", "");
    get(&trainer, "/trainer");
    assert_true(holds(&trainer, "not handed in: 1."));
    assert_true(holds(&trainer, one));
    assert_true(holds(&trainer, "lewis workshop report "));
    assert_true(holds(&trainer, "lewis workshop export "));
    assert_int_equal(get(&person, "/trainer/close"), 403);
    hang_up(&person);
    hang_up(&trainer);
}

/* Whoever has begun sees that it is closed, wherever he or she goes on. */
static void
assert_too_late(struct client *client)
{
    static const char *const paths[] = {"/topic/1", "/topic/2", "/review"};

    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        assert_int_equal(get(client, paths[i]), 200);
        assert_true(holds(client, "id=\"closed\""));
        assert_true(holds(client, "id=\"unused\""));
        assert_false(holds(client, "id=\"hand-in\""));
        assert_false(holds(client, "id=\"topic\""));
    }
    assert_int_equal(post(client, "/topic/1", "&P01=a&go=next"), 409);
    assert_true(holds(client, "id=\"closed\""));
    assert_int_equal(post(client, "/hand-in", ""), 409);
    assert_true(holds(client, "id=\"closed\""));
}

static void
test_closing_ends_it(void **state)
{
    struct client trainer = {0}, ann = {0}, late = {0};

    (void)state;
    agree(&ann, codes[0][0]);
    get(&ann, "/topic/1");
    enter(&trainer);
    assert_true(holds(&trainer, "data-state=\"open\""));
    assert_true(holds(&trainer, "id=\"join\""));
    assert_int_equal(get(&trainer, "/trainer/close"), 200);
    post(&trainer, "/trainer/close", "");
    assert_leads_to(&trainer, "/trainer");
    join(&late, codes[0][1]);
    get(&late, "/consent");
    assert_true(holds(&late, "id=\"closed\""));
    assert_false(holds(&late, "id=\"your-code\""));
    hang_up(&late);
    get(&trainer, "/trainer/close");
    assert_leads_to(&trainer, "/trainer");
    post(&ann, "/answer", "&item=P01&value=a");
    assert_int_equal(ann.status, 409);
    assert_true(holds(&ann, "\"why\":\"closed\""));
    assert_too_late(&ann);
    get(&trainer, "/trainer");
    assert_true(holds(&trainer, "data-state=\"closed\""));
    assert_false(holds(&trainer, "id=\"join\""));
    assert_false(holds(&trainer, "--listen"));
    assert_false(holds(&trainer, "lewis workshop report")); /* of nobody */
    assert_true(holds(&trainer, "lewis workshop purge "));
    assert_int_equal(post(&trainer, "/trainer/open", ""), 409);
    assert_true(holds(&trainer, "id=\"trouble\""));
    hang_up(&trainer);
    hang_up(&ann);
}

/* A purge wants the file for itself. */
static void
test_after_a_purge_nobody_is_asked_for_a_code(void **state)
{
    const struct lewis_server_options options = {
        .path = file_path, .listen = "127.0.0.1:0", .new_link = keep_link};
    struct client trainer = {0}, ann = {0};
    struct lewis_workshop *workshop;

    (void)state;
    lewis_server_stop(server);
    workshop = lewis_workshop_load(file_path, NULL);
    assert_true(lewis_workshop_close(workshop, NULL));
    assert_true(lewis_workshop_purge(workshop, NULL));
    lewis_workshop_free(workshop);
    server = lewis_server_start(&options, NULL);
    assert_non_null(server);
    assert_int_equal(get(&ann, "/"), 200);
    assert_true(holds(&ann, "id=\"over\""));
    assert_false(holds(&ann, "id=\"code\""));
    enter(&trainer);
    assert_true(holds(&trainer, "all answers have been deleted"));
    assert_false(holds(&trainer, "id=\"join\""));
    assert_false(holds(&trainer, "id=\"after\""));
    hang_up(&trainer);
    hang_up(&ann);
}

/* Waits for that many events. */
static void
await_events(int fd, size_t events)
{
    struct text came = {0};
    char bytes[512];

    while (events > 0) {
        ssize_t size = recv(fd, bytes, sizeof bytes, 0);
        const char *at;

        assert_true(size > 0);
        text_clear(&came);
        text_add_bytes(&came, bytes, (size_t)size);
        for (at = text_string(&came);
             events > 0 && (at = strstr(at, "data: ")) != NULL; at++)
            events--;
    }
    text_release(&came);
}

static void
test_who_watches_is_told(void **state)
{
    struct client trainer = {0}, ann = {0};
    struct text request = {0};
    int fd;

    (void)state;
    enter(&trainer);
    text_print(&request, "GET /events HTTP/1.1\r\nHost: x\r\nCookie: %s\r\n"
                         "\r\n",
               trainer.cookies);
    fd = dial();
    put(fd, text_string(&request), request.size);
    await_events(fd, 1); /* what there is */
    agree(&ann, codes[0][0]);
    await_events(fd, 1);
    /* Stopping ends the stream, too: see stop(). */
    lewis_server_stop(server);
    while (recv(fd, (char[64]){0}, 64, 0) > 0)
        continue;
    close(fd);
    server = NULL;
    text_release(&request);
    hang_up(&trainer);
    hang_up(&ann);
}

/* --- the end --- */

static void *
end(void *payload)
{
    lewis_server_stop(payload);
    return NULL;
}

/* Several who wait for the painter while it ends. */
static void
test_what_was_asked_for_is_answered_at_the_end(void **state)
{
    enum { MANY = 8 };
    struct client ann = {0};
    struct text request = {0}, reply = {0};
    pthread_t thread;
    int fd[MANY];

    (void)state;
    take_part(&ann, codes[0][0], 'a');
    text_print(&request, "GET /result HTTP/1.1\r\nHost: x\r\n"
                         "Connection: close\r\nCookie: %s\r\n\r\n",
               ann.cookies);
    for (size_t i = 0; i < MANY; i++) {
        fd[i] = dial();
        put(fd[i], text_string(&request), request.size);
    }
    /* The first answer is there: the others wait for theirs. */
    assert_int_equal(get_all(fd[0], &reply), 200);
    assert_int_equal(pthread_create(&thread, NULL, end, server), 0);
    server = NULL;
    for (size_t i = 1; i < MANY; i++) {
        assert_int_equal(get_all(fd[i], &reply), 200);
        assert_non_null(strstr(text_string(&reply), "</html>"));
    }
    pthread_join(thread, NULL);
    text_release(&reply);
    text_release(&request);
    hang_up(&ann);
}

/* Sends the head of a form, and waits for the server to ask for the rest. */
static int
begin_form(struct client *client, const char *path, size_t size)
{
    struct text request = {0};
    char said[200];
    int fd = dial();

    text_print(&request, "POST %s" HOST FORM "Cookie: %s\r\n"
                         "Content-Length: %zu\r\n"
                         "Expect: 100-continue\r\n\r\n",
               path, client->cookies, size);
    put(fd, text_string(&request), request.size);
    text_release(&request);
    assert_true(recv(fd, said, sizeof said, 0) > 0);
    assert_memory_equal(said, "HTTP/1.1 100 ", 13);
    return fd;
}

/* Until it takes no more connections; then it has nothing to do but to wait for
 * those that it has. */
static void
await_the_end(unsigned port)
{
    int fd;

    while ((fd = try_to_dial(port)) >= 0) {
        close(fd);
        usleep(1000);
    }
    usleep(200000);
}

static void
test_what_is_under_way_is_answered_at_the_end(void **state)
{
    unsigned port = lewis_server_port(server);
    struct client ann = {0};
    pthread_t thread;
    char body[60];
    int fd;

    (void)state;
    join(&ann, codes[0][0]);
    get(&ann, "/consent");
    snprintf(body, sizeof body, "token=%s", token(&ann));
    fd = begin_form(&ann, "/leave", strlen(body));
    put(fd, body, 10);
    assert_int_equal(pthread_create(&thread, NULL, end, server), 0);
    server = NULL;
    await_the_end(port);
    put(fd, body + 10, strlen(body) - 10);
    ann.status = get_all(fd, &ann.reply);
    assert_leads_to(&ann, "/");
    pthread_join(thread, NULL);
    hang_up(&ann);
}

/* Who sends half a request and waits does not keep it from ending. */
static void
test_a_slow_one_does_not_keep_it_from_ending(void **state)
{
    static const char half[] = "POST /join HTTP/1.1\r\nHost: x\r\n"
                               "Content-Length: 100\r\n\r\ntoken=";
    struct client ann = {0};
    int fd = dial();

    (void)state;
    put(fd, half, strlen(half));
    get(&ann, "/");
    lewis_server_stop(server);
    server = NULL;
    while (recv(fd, (char[64]){0}, 64, 0) > 0)
        continue;
    close(fd);
    hang_up(&ann);
}

/* --- many at once --- */

enum { WRITERS = 12, ROUNDS = 20 };

static void *
write_answers(void *payload)
{
    struct client *client = payload;
    char fields[60];

    for (int i = 0; i < ROUNDS; i++) {
        snprintf(fields, sizeof fields, "&item=P%02d&value=%c", i % 12 + 1,
                 "abc"[i % 3]);
        get(client, "/topic/1");
        post(client, "/answer", fields);
        if (client->status != 200)
            return client;
    }
    return NULL;
}

static void
test_no_answer_is_lost_when_many_come_at_once(void **state)
{
    static struct client client[WRITERS];
    pthread_t thread[WRITERS];
    struct lewis_workshop *workshop;

    (void)state;
    for (size_t i = 0; i < WRITERS; i++)
        agree(&client[i], codes[i / 6][i % 6]);
    for (size_t i = 0; i < WRITERS; i++)
        assert_int_equal(pthread_create(&thread[i], NULL, write_answers,
                                        &client[i]),
                         0);
    for (size_t i = 0; i < WRITERS; i++) {
        void *failed;

        pthread_join(thread[i], &failed);
        assert_null(failed);
        hang_up(&client[i]);
    }
    workshop = lewis_workshop_load(file_path, NULL);
    for (size_t i = 0; i < WRITERS; i++) {
        struct lewis_respondent who;
        enum lewis_code_fault fault;

        assert_true(lewis_workshop_find(workshop, codes[i / 6][i % 6], &who,
                                        &fault, NULL));
        assert_int_equal(who.answered, 12);
    }
    lewis_workshop_free(workshop);
}

int
main(void)
{
#define WITH(test) cmocka_unit_test_setup_teardown(test, start, stop)
    const struct CMUnitTest tests[] = {
        WITH(test_from_a_code_to_a_result),
        WITH(test_answers_are_there_on_another_device),
        WITH(test_an_answer_can_be_changed_until_it_is_shown),
        WITH(test_the_language_goes_along),
        WITH(test_what_is_not_an_answer_is_not_saved),
        WITH(test_a_full_disk_is_told_and_goes_on),
        cmocka_unit_test_setup_teardown(test_nobody_answers_before_it_is_open,
                                        start_draft, stop),
        WITH(test_one_does_not_see_another),
        WITH(test_a_form_from_elsewhere_is_refused),
        WITH(test_who_guesses_does_not_keep_the_room_out),
        WITH(test_codes_cannot_be_guessed),
        cmocka_unit_test_setup_teardown(test_the_proxy_says_who_asks,
                                        start_behind_proxy, stop),
        WITH(test_without_a_proxy_nobody_says_who_he_is),
        WITH(test_who_leaves_is_out),
        WITH(test_mistyped_codes_are_told_and_cost_nothing),
        WITH(test_what_comes_from_files_is_escaped),
        WITH(test_every_answer_has_its_guards),
        WITH(test_odd_requests_get_an_answer_or_none),
        WITH(test_truncated_requests_do_no_harm),
        WITH(test_too_much_is_refused),
        WITH(test_the_link_opens_once),
        WITH(test_people_are_no_trainers),
        WITH(test_the_trainer_sees_how_many_and_the_room_from_five_on),
        WITH(test_closing_asks_and_says_what_it_does),
        WITH(test_closing_ends_it),
        WITH(test_after_a_purge_nobody_is_asked_for_a_code),
        WITH(test_who_watches_is_told),
        WITH(test_what_was_asked_for_is_answered_at_the_end),
        WITH(test_what_is_under_way_is_answered_at_the_end),
        WITH(test_a_slow_one_does_not_keep_it_from_ending),
        WITH(test_no_answer_is_lost_when_many_come_at_once),
    };

    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests_name("serve_http", tests, make_folder,
                                       remove_folder);
}
