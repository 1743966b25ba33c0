/* controls_test.c - a question as HTML: what is filled in comes back as the
 * same answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <lewis/answers.h>

#include "bank/controls.h"

static struct lewis_bank *bank, *asks;

static struct lewis_bank *
load(const char *name)
{
    char path[4096];
    struct lewis_error error;
    struct lewis_bank *loaded;

    snprintf(path, sizeof path, "%s/tests/fixtures/%s.xml",
             getenv("top_srcdir"), name);
    loaded = lewis_bank_load(path, &error);
    if (loaded == NULL)
        print_error("%s\n", error.text);
    return loaded;
}

static int
load_banks(void **state)
{
    (void)state;
    bank = load("forms");
    asks = load("asks");
    return bank == NULL || asks == NULL;
}

static int
free_banks(void **state)
{
    (void)state;
    lewis_bank_free(bank);
    lewis_bank_free(asks);
    return 0;
}

/* The value of an attribute of the tag that begins at 'tag', or NULL. */
static const char *
attribute(const char *tag, const char *name, char value[64])
{
    char start[64];
    const char *end = strchr(tag, '>'), *at;
    size_t size;

    snprintf(start, sizeof start, " %s=\"", name);
    at = strstr(tag, start);
    if (at == NULL || at > end)
        return NULL;
    at += strlen(start);
    size = strcspn(at, "\"");
    assert_true(size < 64);
    memcpy(value, at, size);
    value[size] = '\0';
    return value;
}

static bool
is_checked(const char *tag)
{
    const char *at = strstr(tag, " checked");

    return at != NULL && at < strchr(tag, '>');
}

/* What a browser sends of a page: a radio that is on, any other field. */
struct page {
    const char *html;
    char value[64];
};

static const char *
field(void *payload, const char *wanted)
{
    struct page *page = payload;
    const char *tag = page->html;
    char name[64], type[64];

    while ((tag = strstr(tag, "<input")) != NULL) {
        bool radio;
        assert_non_null(attribute(tag, "name", name));
        assert_non_null(attribute(tag, "type", type));
        radio = strcmp(type, "radio") == 0;
        if (strcmp(name, wanted) == 0 && (!radio || is_checked(tag)))
            return attribute(tag, "value", page->value);
        tag++;
    }
    return NULL;
}

static const char *const english[] = {"en"}, *const both[] = {"en", "nl"};

static void
write_item(const struct lewis_bank *of, const char *id, const size_t *order,
           const char *raw, struct text *out)
{
    struct controls controls = {out, english, 1};

    controls_item(&controls, lewis_bank_find(of, id), 7, order, raw);
    assert_true(text_ok(out));
}

static void
assert_comes_back(const struct lewis_bank *of, const char *id,
                  const char *raw, const char *expected)
{
    static const size_t order[] = {2, 0, 1};
    const struct lewis_item *item = lewis_bank_find(of, id);

    for (int shuffled = 0; shuffled < 2; shuffled++) {
        struct text html = {0}, back = {0};
        struct page page = {0};
        bool may = item->option_count == 3;

        write_item(of, id, shuffled && may ? order : NULL, raw, &html);
        page.html = text_string(&html);
        controls_raw(item, field, &page, &back);
        assert_string_equal(text_string(&back), expected);
        text_release(&html);
        text_release(&back);
    }
}

static void
test_an_answer_of_every_form_comes_back(void **state)
{
    (void)state;
    assert_comes_back(bank, "A1", "5 3 2", "5 3 2");
    assert_comes_back(bank, "A2", "10 0 0", "10 0 0");
    assert_comes_back(bank, "B1", "7", "7");
    assert_comes_back(bank, "B1", "1", "1");
    assert_comes_back(bank, "Q1", "0", "0");
    assert_comes_back(bank, "C1", "bca", "bca");
    assert_comes_back(bank, "C1", "b", "b");
    assert_comes_back(asks, "R2", "4 6", "4 6");
    assert_comes_back(asks, "R3", "z", "z");
}

static void
test_no_answer_comes_back_as_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const char *id = lewis_bank_item(bank, i)->id;
        assert_comes_back(bank, id, NULL, "");
        assert_comes_back(bank, id, "", "");
    }
}

/* All answers that the items of the bank take, by the reader of answers: what
 * it reads, the controls show, and hand back as the same. */
static void
test_all_rankings_and_places_come_back(void **state)
{
    static const char *const rank[] = {"abc", "acb", "bac",
                                       "bca", "cab", "cba"};

    (void)state;
    for (size_t i = 0; i < 6; i++)
        assert_comes_back(bank, "C1", rank[i], rank[i]);
    for (int x = 1; x <= 7; x++) {
        char cell[8];
        snprintf(cell, sizeof cell, "%d", x);
        assert_comes_back(bank, "B1", cell, cell);
    }
}

/* Fields as somebody sent them, "name=value" each. */
struct sent {
    const char *const *pair;
    size_t count;
};

static const char *
sent_field(void *payload, const char *name)
{
    const struct sent *sent = payload;
    size_t size = strlen(name);

    for (size_t i = 0; i < sent->count; i++)
        if (strncmp(sent->pair[i], name, size) == 0 &&
            sent->pair[i][size] == '=')
            return sent->pair[i] + size + 1;
    return NULL;
}

static void
assert_raw(const char *id, const char *a, const char *b, const char *expected)
{
    const char *const pair[] = {a, b};
    struct sent sent = {pair, 2};
    struct text raw = {0};

    controls_raw(lewis_bank_find(bank, id), sent_field, &sent, &raw);
    assert_string_equal(text_string(&raw), expected);
    text_release(&raw);
}

static void
test_half_and_odd_fields(void **state)
{
    struct lewis_answer answer;
    struct lewis_error error;

    (void)state;
    assert_raw("C1", "C1.most=b", "C1.least=", "b");
    assert_raw("C1", "C1.most=b", "C1.least=b", "b");
    assert_raw("C1", "C1.most=b", "C1.least=q", "b");
    assert_raw("C1", "C1.most=q", "C1.least=a", "");
    assert_raw("C1", "C1.most=bca", "C1.least=a", "");
    assert_raw("C1", "C1.least=a", "x=y", "");
    assert_raw("A1", "A1.a=10", "A1.b=", "10 0 0");
    assert_raw("A1", "A1.a=4", "A1.b=5", "4 5 0");
    assert_false(lewis_answer_parse(lewis_bank_find(bank, "A1"), "4 5 0", 5,
                                    &answer, &error));
    assert_raw("A1", "A1.a=", "A1.b=", "");
}

static void
test_a_page_of_two_languages_holds_both(void **state)
{
    struct text html = {0};
    struct controls controls = {&html, both, 2};

    (void)state;
    controls_item(&controls, lewis_bank_find(bank, "Q1"), 1, NULL, NULL);
    assert_non_null(strstr(text_string(&html),
                           "<span class=\"l0\" lang=\"en\">yes</span>"
                           "<span class=\"l1\" lang=\"nl\">ja</span>"));
    text_clear(&html);
    controls_how(&controls, lewis_bank_find(bank, "A1"));
    assert_non_null(strstr(text_string(&html), "Share out 10 points"));
    assert_non_null(strstr(text_string(&html), "Verdeel 10 punten"));
    text_release(&html);
}

/* The page speaks Chinese and Hindi; its own words are English and say so. */
static void
test_words_that_there_are_not_name_their_language(void **state)
{
    static const char *const far[] = {"zh", "hi"};
    struct lewis_bank *scripts = load("scripts");
    struct text html = {0};
    struct controls controls = {&html, far, 2};

    (void)state;
    assert_non_null(scripts);
    controls_item(&controls, lewis_bank_find(scripts, "A1"), 1, NULL, NULL);
    assert_non_null(strstr(text_string(&html), "class=\"l1\" lang=\"en\">Most"));
    assert_non_null(strstr(text_string(&html), "class=\"l1\" lang=\"hi\">"));
    text_release(&html);
    lewis_bank_free(scripts);
}

static void
test_replies_are_escaped_and_stand_in_their_fields(void **state)
{
    struct text html = {0};
    struct controls controls = {&html, english, 1};

    (void)state;
    for (size_t i = 0; i < lewis_bank_ask_count(asks); i++)
        controls_ask(&controls, lewis_bank_ask(asks, i),
                     i == 3 ? "make" : "\"><script>&");
    assert_null(strstr(text_string(&html), "<script>"));
    assert_non_null(strstr(text_string(&html),
                           "value=\"&quot;&gt;&lt;script&gt;&amp;\""));
    assert_non_null(strstr(text_string(&html), "value=\"make\" checked"));
    assert_null(strstr(text_string(&html), "value=\"care\" checked"));
    text_release(&html);
}

static void
test_scripts_that_run_from_right_to_left(void **state)
{
    (void)state;
    assert_string_equal(controls_direction("ar"), "rtl");
    assert_string_equal(controls_direction("he-IL"), "rtl");
    assert_string_equal(controls_direction("FA"), "rtl");
    assert_string_equal(controls_direction("en"), "ltr");
    assert_string_equal(controls_direction("arn"), "ltr"); /* Mapudungun */
    assert_string_equal(controls_direction(""), "ltr");
}

static void
test_a_language_calls_itself_by_its_own_name(void **state)
{
    (void)state;
    assert_string_equal(controls_language_name("nl"), "Nederlands");
    assert_string_equal(controls_language_name("EN"), "English");
    assert_string_equal(controls_language_name("tlh"), "tlh");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_answer_of_every_form_comes_back),
        cmocka_unit_test(test_no_answer_comes_back_as_none),
        cmocka_unit_test(test_all_rankings_and_places_come_back),
        cmocka_unit_test(test_half_and_odd_fields),
        cmocka_unit_test(test_a_page_of_two_languages_holds_both),
        cmocka_unit_test(test_words_that_there_are_not_name_their_language),
        cmocka_unit_test(test_replies_are_escaped_and_stand_in_their_fields),
        cmocka_unit_test(test_scripts_that_run_from_right_to_left),
        cmocka_unit_test(test_a_language_calls_itself_by_its_own_name),
    };

    return cmocka_run_group_tests(tests, load_banks, free_banks);
}
