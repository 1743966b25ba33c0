/* serve_parts_test.c - what a server is made of, without a network: forms,
 * cookies, secrets, limits, routes, addresses, QR codes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"
#include "serve/address.h"
#include "serve/cookie.h"
#include "serve/form.h"
#include "serve/limit.h"
#include "serve/page.h"
#include "serve/qr.h"
#include "serve/route.h"
#include "serve/token.h"
#include "serve/trainers.h"

/* --- forms --- */

static bool
parses(const char *bytes)
{
    struct form form = {0};
    bool done = form_parse(&form, bytes, strlen(bytes));

    form_release(&form);
    return done;
}

static void
test_a_form_is_read(void **state)
{
    static const char bytes[] =
        "code=ab+c%20d&T01.most=b&empty=&alone&e=%C3%A9&amp=%26%3D%2b&";
    struct form form = {0};

    (void)state;
    assert_true(form_parse(&form, bytes, strlen(bytes)));
    assert_int_equal(form.count, 6);
    assert_string_equal(form_value(&form, "code"), "ab c d");
    assert_string_equal(form_value(&form, "T01.most"), "b");
    assert_string_equal(form_value(&form, "empty"), "");
    assert_string_equal(form_value(&form, "alone"), "");
    assert_string_equal(form_value(&form, "e"), "\xC3\xA9");
    assert_string_equal(form_value(&form, "amp"), "&=+");
    assert_null(form_value(&form, "Code"));
    form_release(&form);
    assert_true(parses(""));
}

static void
test_what_no_browser_sends_is_refused(void **state)
{
    struct form form = {0};

    (void)state;
    assert_false(parses("a=%"));
    assert_false(parses("a=%4"));
    assert_false(parses("a=%zz"));
    assert_false(parses("a=%4z"));
    assert_false(parses("%=a"));
    assert_false(parses("a=%00"));
    assert_false(parses("a=%ff"));
    assert_false(parses("a=%C3"));
    assert_false(parses("a=\xED\xA0\x80"));
    assert_false(parses("a=1&b=2&a=3"));
    assert_false(parses("a=1&%61=3"));
    assert_false(form_parse(&form, "a=1\0b", 5));
    form_release(&form);
}

static void
test_a_form_has_so_many_fields(void **state)
{
    struct text text = {0};

    (void)state;
    for (int i = 0; i < FORM_FIELDS; i++)
        text_print(&text, "f%d=%d&", i, i);
    assert_true(parses(text_string(&text)));
    text_add(&text, "more=1");
    assert_false(parses(text_string(&text)));
    text_release(&text);
}

/* --- cookies --- */

static void
assert_cookie(const char *header, const char *expected)
{
    char value[8];
    bool found = cookie_read(header, "lewis", value, sizeof value);

    assert_int_equal(found, expected != NULL);
    assert_string_equal(value, expected != NULL ? expected : "");
}

static void
test_a_cookie_is_found_among_others(void **state)
{
    (void)state;
    assert_cookie("lewis=abc", "abc");
    assert_cookie("a=b; lewis=abc", "abc");
    assert_cookie("a=b;lewis=abc;c=d", "abc");
    assert_cookie("lewis=", "");
    assert_cookie("lewis=1234567", "1234567");
    assert_cookie("lewis=12345678", NULL);
    assert_cookie("xlewis=abc", NULL);
    assert_cookie("lewis-lang=nl", NULL);
    assert_cookie("lewis", NULL);
    assert_cookie(";;; ;", NULL);
    assert_cookie("", NULL);
    assert_cookie(NULL, NULL);
    assert_cookie("lewis=a; lewis=b", "a");
}

static void
test_a_cookie_is_written_strictly(void **state)
{
    struct text text = {0};

    (void)state;
    cookie_write(&text, "lewis", "ab", false, false);
    assert_string_equal(text_string(&text),
                        "lewis=ab; Path=/; HttpOnly; SameSite=Strict");
    text_clear(&text);
    cookie_write(&text, "lewis", "", true, true);
    assert_string_equal(
        text_string(&text),
        "lewis=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0");
    text_release(&text);
}

/* --- secrets --- */

static void
test_secrets_are_new_each_time(void **state)
{
    char a[TOKEN_SIZE], b[TOKEN_SIZE];

    (void)state;
    assert_true(token_new(a) && token_new(b));
    assert_true(token_looks_right(a) && token_looks_right(b));
    assert_string_not_equal(a, b);
    assert_true(token_same(a, a));
    assert_false(token_same(a, b));
    assert_false(token_same(a, ""));
    a[31] = a[31] == '0' ? '1' : '0';
    assert_true(token_looks_right(a));
    assert_false(token_looks_right("0123456789abcdef0123456789abcde"));
    assert_false(token_looks_right("0123456789abcdef0123456789abcdeG"));
    assert_false(token_looks_right("0123456789abcdef0123456789abcdef0"));
}

/* By python3: hmac.new(b"0...0", b"QWERTY", "sha256").hexdigest()[:32], the key
 * being 32 times "0". */
static void
test_a_forms_token_is_an_hmac(void **state)
{
    static const char visit[] = "00000000000000000000000000000000";
    char token[TOKEN_SIZE], other[TOKEN_SIZE];

    (void)state;
    assert_true(token_seal(visit, "QWERTY", token));
    assert_string_equal(token, "e23ec9c896af406992f4b2c62e2420fd");
    assert_true(token_seal(visit, "", other));
    assert_string_equal(other, "be1c11432b34199a33133b25f7e6e3aa");
}

static void
test_a_trainers_link_opens_once(void **state)
{
    struct trainers trainers = {0};
    char key[TOKEN_SIZE], cookie[TOKEN_SIZE], second[TOKEN_SIZE];

    (void)state;
    assert_false(trainers_enter(&trainers, "", cookie));
    assert_false(trainers_know(&trainers, ""));
    assert_true(trainers_new_key(&trainers));
    strcpy(key, trainers.key);
    assert_false(trainers_enter(&trainers, "", cookie));
    assert_false(trainers_enter(&trainers, "no", cookie));
    assert_true(trainers_enter(&trainers, key, cookie));
    assert_false(trainers_enter(&trainers, key, second));
    assert_true(trainers_know(&trainers, cookie));
    assert_false(trainers_know(&trainers, key));
    assert_false(trainers_know(&trainers, ""));
}

static void
test_the_oldest_trainer_gives_way(void **state)
{
    struct trainers trainers = {0};
    char first[TOKEN_SIZE], other[TOKEN_SIZE];

    (void)state;
    for (int i = 0; i <= TRAINERS; i++) {
        assert_true(trainers_new_key(&trainers));
        assert_true(
            trainers_enter(&trainers, trainers.key, i == 0 ? first : other));
        assert_true(trainers_know(&trainers, first) == (i < TRAINERS));
        assert_true(trainers_know(&trainers, i == 0 ? first : other));
    }
}

/* --- limits --- */

static void
test_wrong_tries_run_out_and_come_back(void **state)
{
    static struct limit limit;
    const char *here = "10.0.0.1";
    uint64_t later = 5000 + LIMIT_REFILL_MS;

    (void)state;
    memset(&limit, 0, sizeof limit);
    for (int i = 0; i < LIMIT_TRIES; i++) {
        assert_int_equal(limit_wait(&limit, "phone", here, 5000), 0);
        limit_spend(&limit, "phone", here, 5000);
    }
    assert_int_equal(limit_wait(&limit, "phone", here, 5000),
                     LIMIT_REFILL_MS);
    assert_int_equal(limit_wait(&limit, "phone", here, 5001),
                     LIMIT_REFILL_MS - 1);
    assert_int_equal(limit_wait(&limit, "phone", here, later), 0);
    limit_spend(&limit, "phone", here, later);
    assert_int_equal(limit_wait(&limit, "phone", here, later),
                     LIMIT_REFILL_MS);
}

/* Behind one router the rest of the room comes in all the same. */
static void
test_a_device_stops_itself_before_its_address(void **state)
{
    static struct limit limit;

    (void)state;
    memset(&limit, 0, sizeof limit);
    for (int i = 0; i < LIMIT_TRIES; i++)
        limit_spend(&limit, "phone", "10.0.0.1", 5000);
    assert_int_not_equal(limit_wait(&limit, "phone", "10.0.0.1", 5000), 0);
    assert_int_equal(limit_wait(&limit, "tablet", "10.0.0.1", 5000), 0);
}

/* All that an address may, another device at each try. */
static void
spend_address(struct limit *limit, const char *address)
{
    char device[32];

    memset(limit, 0, sizeof *limit);
    for (int i = 0; i < LIMIT_TRIES_ADDRESS; i++) {
        snprintf(device, sizeof device, "device-%d", i);
        assert_int_equal(limit_wait(limit, "honest", address, 5000), 0);
        limit_spend(limit, device, address, 5000);
    }
    assert_int_equal(limit_wait(limit, "honest", address, 5000),
                     LIMIT_REFILL_MS);
}

static void
test_an_address_has_a_limit_too(void **state)
{
    static struct limit limit;

    (void)state;
    spend_address(&limit, "10.0.0.1");
    assert_int_equal(limit_wait(&limit, "honest", "10.0.0.2", 5000), 0);
}

static void
test_all_together_have_a_limit_too(void **state)
{
    static struct limit limit;
    char address[32];

    (void)state;
    memset(&limit, 0, sizeof limit);
    for (int i = 0; i < LIMIT_TRIES_ALL; i++) {
        snprintf(address, sizeof address, "10.0.%d.%d", i / 250, i % 250);
        limit_spend(&limit, address, address, 1000);
    }
    assert_int_equal(limit_wait(&limit, "phone", "192.168.1.1", 1000),
                     LIMIT_REFILL_ALL_MS);
    assert_int_equal(limit_wait(&limit, "phone", "192.168.1.1",
                                1000 + LIMIT_REFILL_ALL_MS),
                     0);
}

static void
test_a_network_of_ipv6_is_one_address(void **state)
{
    static struct limit limit;

    (void)state;
    spend_address(&limit, "2001:db8:1:2:aaaa::1");
    assert_int_not_equal(
        limit_wait(&limit, "phone", "2001:db8:1:2:bbbb::7", 5000), 0);
    assert_int_equal(limit_wait(&limit, "phone", "2001:db8:1:3:aaaa::1", 5000),
                     0);
}

/* --- routes --- */

static void
assert_route(enum method method, const char *path, exchange_handler *handler,
             size_t expected)
{
    size_t number;
    const char *allow;
    const struct route *route = route_find(method, path, &number, &allow);

    if (handler == NULL) {
        assert_null(route);
        return;
    }
    assert_non_null(route);
    assert_ptr_equal(route->handler, handler);
    assert_int_equal(number, expected);
}

static void
test_a_path_is_what_it_is(void **state)
{
    static const char *const tricks[] = {
        "",           "//",           "/topic",       "/topic/",
        "/topic/0",   "/topic/01",    "/topic/1/",    "/topic/-1",
        "/topic/1a",  "/topic/99999", "/topic/%31",   "/../style.css",
        "/style.css/", "/Style.css",  "/consent/..",  "/./",
        "/trainer/",  "/wall/part/x", "style.css",    "/topic/1;a",
        "/#",         "/topic/#",
    };

    (void)state;
    assert_route(METHOD_GET, "/", page_join, 0);
    assert_route(METHOD_GET, "/topic/1", page_topic, 1);
    assert_route(METHOD_POST, "/topic/9999", page_topic_do, 9999);
    for (size_t i = 0; i < sizeof tricks / sizeof tricks[0]; i++)
        assert_route(METHOD_GET, tricks[i], NULL, 0);
}

static void
test_a_wrong_method_hears_the_right_one(void **state)
{
    size_t number;
    const char *allow;

    (void)state;
    assert_null(route_find(METHOD_GET, "/join", &number, &allow));
    assert_string_equal(allow, "POST");
    assert_null(route_find(METHOD_POST, "/style.css", &number, &allow));
    assert_string_equal(allow, "GET, HEAD");
    assert_null(route_find(METHOD_POST, "/nothing", &number, &allow));
    assert_null(allow);
}

/* --- addresses --- */

static void
test_an_address_to_listen_on(void **state)
{
    static const char *const wrong[] = {
        "",          "8080",          ":8080",          "127.0.0.1",
        "127.0.0.1:", "127.0.0.1:x",  "127.0.0.1:99999", "::1:8080",
        "[::1]",     "127.0.0.1:123456", "300.1.1.1:80", "a b:80",
    };
    struct lewis_error error;
    struct address address;
    int fd = address_listen("127.0.0.1:0", &error), second;
    char same[64];

    (void)state;
    assert_true(fd >= 0 && address_of(fd, &address, &error));
    assert_true(address.local && address.port > 0);
    snprintf(same, sizeof same, "http://127.0.0.1:%u", address.port);
    assert_string_equal(address.url, same);
    second = address_listen(same + strlen("http://"), &error);
    assert_int_equal(second, -1);
    assert_non_null(strstr(error.text, "another program does"));
    close(fd);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_int_equal(address_listen(wrong[i], &error), -1);
        assert_int_equal(error.code, LEWIS_EINVALID);
        assert_non_null(strstr(error.text, "0.0.0.0:8080"));
    }
}

static void
test_all_networks_are_called_by_one_that_is_there(void **state)
{
    struct lewis_error error;
    struct address address;
    int fd = address_listen("0.0.0.0:0", &error);

    (void)state;
    assert_true(fd >= 0 && address_of(fd, &address, &error));
    assert_false(address.local);
    assert_null(strstr(address.url, "0.0.0.0"));
    close(fd);
}

static void
test_a_public_url_is_a_host(void **state)
{
    static const char *const wrong[] = {
        "",  "example.org", "ftp://example.org", "https://", "https:///",
        "https://example.org/path", "https://a b", "https://a\r\nSet-Cookie: x",
        "https://user@example.org", "https://example.org?x", "javascript:1",
    };
    char out[64];
    struct lewis_error error;

    (void)state;
    assert_true(address_public("https://example.org/", out, sizeof out,
                               &error));
    assert_string_equal(out, "https://example.org");
    assert_true(address_public("http://[2001:db8::1]:8443", out, sizeof out,
                               &error));
    assert_string_equal(out, "http://[2001:db8::1]:8443");
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(address_public(wrong[i], out, sizeof out, &error));
}

/* --- QR codes --- */

static void
test_a_qr_code_has_its_quiet_zone(void **state)
{
    struct text text = {0};

    (void)state;
    assert_true(qr_add(&text, "http://192.168.1.20:8080", "a \"label\" <b>"));
    /* 24 bytes: version 2 at level M, 25 modules a side (ISO/IEC 18004, table
     * 7), and 4 more on each. */
    assert_non_null(strstr(text_string(&text), "viewBox=\"0 0 33 33\""));
    /* The first row begins with a finder pattern, 7 dark modules. */
    assert_non_null(strstr(text_string(&text), "d=\"M4 4h7v1h-7z"));
    assert_non_null(strstr(text_string(&text),
                           "aria-label=\"a &quot;label&quot; &lt;b&gt;\""));
    text_release(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_form_is_read),
        cmocka_unit_test(test_what_no_browser_sends_is_refused),
        cmocka_unit_test(test_a_form_has_so_many_fields),
        cmocka_unit_test(test_a_cookie_is_found_among_others),
        cmocka_unit_test(test_a_cookie_is_written_strictly),
        cmocka_unit_test(test_secrets_are_new_each_time),
        cmocka_unit_test(test_a_forms_token_is_an_hmac),
        cmocka_unit_test(test_a_trainers_link_opens_once),
        cmocka_unit_test(test_the_oldest_trainer_gives_way),
        cmocka_unit_test(test_wrong_tries_run_out_and_come_back),
        cmocka_unit_test(test_a_device_stops_itself_before_its_address),
        cmocka_unit_test(test_an_address_has_a_limit_too),
        cmocka_unit_test(test_all_together_have_a_limit_too),
        cmocka_unit_test(test_a_network_of_ipv6_is_one_address),
        cmocka_unit_test(test_a_path_is_what_it_is),
        cmocka_unit_test(test_a_wrong_method_hears_the_right_one),
        cmocka_unit_test(test_an_address_to_listen_on),
        cmocka_unit_test(test_all_networks_are_called_by_one_that_is_there),
        cmocka_unit_test(test_a_public_url_is_a_host),
        cmocka_unit_test(test_a_qr_code_has_its_quiet_zone),
    };

    return cmocka_run_group_tests_name("serve_parts", tests, NULL, NULL);
}
