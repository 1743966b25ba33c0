/* advice_test.c - advice, tasks and the checklist, as shipped and when broken.
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

#include <lewis/advice.h>
#include <lewis/checklist.h>
#include <lewis/tasks.h>

#include "near.h"

static const char *
shipped(const char *name)
{
    static char path[4096];

    snprintf(path, sizeof path, "%s/%s.xml", getenv("LEWIS_PATH"), name);
    return path;
}

/* The shipped file with one text replaced; the caller frees it. */
static char *
altered(const char *name, const char *from, const char *to)
{
    char *xml = calloc(1, 1 << 17), *copy = calloc(1, 1 << 17), *at;
    FILE *file = fopen(shipped(name), "r");

    assert_non_null(file);
    assert_true(fread(xml, 1, (1 << 17) - 1, file) > 0);
    fclose(file);
    at = strstr(xml, from);
    assert_non_null(at);
    snprintf(copy, 1 << 17, "%.*s%s%s", (int)(at - xml), xml, to,
             at + strlen(from));
    free(xml);
    return copy;
}

static void
test_every_style_and_every_meeting_has_its_texts(void **state)
{
    struct lewis_error error;
    struct lewis_advice *advice =
        lewis_advice_load(shipped("advice"), &error);

    (void)state;
    assert_non_null(advice);
    for (int from = 0; from < LEWIS_STYLES; from++) {
        const struct lewis_portrait *portrait =
            lewis_advice_style(advice, (enum lewis_style)from);
        assert_string_not_equal(lewis_text_in(portrait->trusts, "en"),
                                lewis_text_in(portrait->trusts, "nl"));
        for (int with = 0; with < LEWIS_STYLES; with++) {
            const struct lewis_meeting *meeting = lewis_advice_meeting(
                advice, (enum lewis_style)from, (enum lewis_style)with);
            assert_non_null(meeting->text);
            assert_true(meeting->tip_count >= 3);
            assert_non_null(meeting->tip[2]);
        }
    }
    assert_non_null(lewis_advice_warning(advice));
    lewis_advice_free(advice);
}

static void
test_the_five_ideas_of_truth_lie_near_styles(void **state)
{
    struct lewis_advice *advice =
        lewis_advice_load(shipped("advice"), NULL);
    unsigned all = 0;

    (void)state;
    assert_non_null(advice);
    assert_int_equal(lewis_advice_truth_count(advice), 5);
    for (size_t i = 0; i < 5; i++)
        all |= lewis_advice_truth(advice, i)->styles;
    assert_int_equal(all, 7);
    lewis_advice_free(advice);
}

static void
test_a_second_text_for_a_style_is_told(void **state)
{
    char *xml = altered("advice", "<style style=\"multi\">",
                        "<style style=\"linear\">");
    struct lewis_error error;

    (void)state;
    assert_null(lewis_advice_parse(xml, strlen(xml), "a.xml", &error));
    assert_string_equal(error.text, "a second <style> of linear");
    free(xml);
}

static void
test_an_unknown_style_of_a_truth_is_told(void **state)
{
    char *xml = altered("advice", "styles=\"multi reactive\"",
                        "styles=\"multi blue\"");
    struct lewis_error error;

    (void)state;
    assert_null(lewis_advice_parse(xml, strlen(xml), "a.xml", &error));
    assert_string_equal(error.text, "unknown style \"blue\"; they are linear, "
                                    "multi and reactive");
    free(xml);
}

static void
test_each_task_asks_for_a_direction(void **state)
{
    struct lewis_tasks *tasks = lewis_tasks_load(shipped("tasks"), NULL);

    (void)state;
    assert_non_null(tasks);
    assert_int_equal(lewis_tasks_count(tasks), 12);
    for (size_t i = 0; i < 12; i++) {
        const struct lewis_task *task = lewis_tasks_at(tasks, i);
        assert_near(task->share[0] + task->share[1] + task->share[2], 1,
                    1e-12);
    }
    lewis_tasks_free(tasks);
}

static void
test_a_direction_that_does_not_sum_to_one_is_told(void **state)
{
    char *xml = altered("tasks", "linear=\"0.7\"", "linear=\"0.8\"");
    struct lewis_error error;

    (void)state;
    assert_null(lewis_tasks_parse(xml, strlen(xml), "t.xml", &error));
    assert_string_equal(error.text,
                        "linear, multi and reactive sum to 1.1, not 1");
    free(xml);
}

static void
test_the_checklist_has_the_eleven_traits(void **state)
{
    struct lewis_checklist *list =
        lewis_checklist_load(shipped("globetrotter"), NULL);

    (void)state;
    assert_non_null(list);
    assert_int_equal(lewis_checklist_count(list), 11);
    assert_non_null(lewis_checklist_at(list, 10)->attempt);
    assert_non_null(lewis_checklist_intro(list));
    lewis_checklist_free(list);
}

static void
test_each_kind_knows_its_own_files_only(void **state)
{
    (void)state;
    assert_true(lewis_advice_sniff(shipped("advice")));
    assert_false(lewis_advice_sniff(shipped("tasks")));
    assert_true(lewis_tasks_sniff(shipped("tasks")));
    assert_false(lewis_tasks_sniff(shipped("bfi")));
    assert_true(lewis_checklist_sniff(shipped("globetrotter")));
    assert_false(lewis_checklist_sniff(shipped("countries")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_style_and_every_meeting_has_its_texts),
        cmocka_unit_test(test_the_five_ideas_of_truth_lie_near_styles),
        cmocka_unit_test(test_a_second_text_for_a_style_is_told),
        cmocka_unit_test(test_an_unknown_style_of_a_truth_is_told),
        cmocka_unit_test(test_each_task_asks_for_a_direction),
        cmocka_unit_test(test_a_direction_that_does_not_sum_to_one_is_told),
        cmocka_unit_test(test_the_checklist_has_the_eleven_traits),
        cmocka_unit_test(test_each_kind_knows_its_own_files_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
