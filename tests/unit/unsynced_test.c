/* unsynced_test.c - a disk that takes what is written and then says that it
 * could not keep it: fsync() fails. What was refused has not happened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include <lewis/draft.h>
#include <lewis/handin.h>

static struct lewis_bank *forms;
static char directory[64], path[128];
static bool broken; /* every fsync() from now on fails */
static size_t failed;

/* In place of the system's, for the whole program. */
int
fsync(int fd)
{
    (void)fd;
    if (!broken)
        return 0;
    failed++;
    errno = EIO;
    return -1;
}

static int
set_up(void **state)
{
    char file[4096];

    (void)state;
    strcpy(directory, "/tmp/lewis-unsynced-XXXXXX");
    snprintf(file, sizeof file, "%s/tests/fixtures/forms.xml",
             getenv("top_srcdir"));
    forms = lewis_bank_load(file, NULL);
    if (forms == NULL || mkdtemp(directory) == NULL)
        return 1;
    snprintf(path, sizeof path, "%s/answers.csv", directory);
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    lewis_bank_free(forms);
    unlink(path);
    return rmdir(directory);
}

static off_t
size_of(const char *file)
{
    struct stat there;

    return stat(file, &there) == 0 ? there.st_size : -1;
}

static struct lewis_session *
new_session(void)
{
    struct lewis_session *s = lewis_session_new(
        forms, &(struct lewis_session_options){.seed = 5, .id = "me"}, NULL);

    assert_non_null(s);
    lewis_session_show(s, 0);
    return s;
}

static enum lewis_outcome
act(struct lewis_session *s, enum lewis_act_kind kind, long number,
    struct lewis_error *error)
{
    struct lewis_act a = {.kind = kind, .number = number};

    return lewis_session_do(s, &a, 1000 * lewis_session_sequence(s), error);
}

static long
some_number(const struct lewis_session *s)
{
    const struct lewis_item *item = lewis_bank_item(
        forms, lewis_session_item(s, lewis_session_place(s).item));

    return item->form == LEWIS_RATE || item->form == LEWIS_CHECK
               ? item->response->lo
               : 1 + (long)(lewis_session_half(
                                s, lewis_session_item(
                                       s, lewis_session_place(s).item))
                                ->count > 0);
}

static void
assert_same_state(const struct lewis_session *a, const struct lewis_session *b)
{
    struct lewis_session_place one = lewis_session_place(a),
                               two = lewis_session_place(b);

    assert_memory_equal(&one, &two, sizeof one);
    assert_true(lewis_session_sequence(a) == lewis_session_sequence(b));
    for (size_t i = 0; i < lewis_bank_item_count(forms); i++) {
        assert_int_equal(lewis_session_given(a, i), lewis_session_given(b, i));
        assert_memory_equal(&lewis_session_answers(a)[i],
                            &lewis_session_answers(b)[i],
                            sizeof(struct lewis_answer));
        assert_memory_equal(lewis_session_half(a, i), lewis_session_half(b, i),
                            sizeof(struct lewis_answer));
    }
}

/* The act is refused; state and file are as before; without the fault it is
 * done. */
static void
try_twice(struct lewis_session *s, const struct lewis_draft *draft,
          enum lewis_act_kind kind, long number)
{
    off_t size = size_of(lewis_draft_path(draft));
    struct lewis_session *before =
        lewis_draft_read(directory, lewis_draft_id(draft), forms, NULL);
    struct lewis_error error = {0};

    assert_non_null(before);
    failed = 0;
    broken = true;
    assert_int_equal(act(s, kind, number, &error), LEWIS_NOT_SAVED);
    broken = false;
    assert_int_equal(failed, 1);
    assert_int_equal(error.code, LEWIS_ESYSTEM);
    assert_non_null(strstr(error.text, strerror(EIO)));
    assert_same_state(s, before);
    assert_int_equal(size_of(lewis_draft_path(draft)), size);
    lewis_session_free(before);
    assert_true(act(s, kind, number, &error) <= LEWIS_STAYED);
    assert_true(size_of(lewis_draft_path(draft)) > size);
}

static struct lewis_session *
answer_all(struct lewis_draft **draft)
{
    struct lewis_session *s = new_session();

    *draft = lewis_draft_begin(directory, s, 1795300440, NULL);
    assert_non_null(*draft);
    try_twice(s, *draft, LEWIS_ACT_ENTER, 0);
    while (lewis_session_stage(s) == LEWIS_STAGE_ITEM)
        try_twice(s, *draft, LEWIS_ACT_NUMBER, some_number(s));
    assert_int_equal(lewis_session_stage(s), LEWIS_STAGE_REVIEW);
    try_twice(s, *draft, LEWIS_ACT_BACK, 0);
    try_twice(s, *draft, LEWIS_ACT_CLEAR, 0);
    while (lewis_session_stage(s) == LEWIS_STAGE_ITEM)
        try_twice(s, *draft, LEWIS_ACT_NUMBER, some_number(s));
    return s;
}

static void
test_no_act_counts_that_is_not_on_the_disk(void **state)
{
    struct lewis_draft *draft;
    struct lewis_session *s = answer_all(&draft), *again;

    (void)state;
    again = lewis_draft_read(directory, lewis_draft_id(draft), forms, NULL);
    assert_non_null(again);
    assert_same_state(s, again);
    lewis_session_free(again);
    assert_true(lewis_draft_finish(draft, NULL));
    lewis_draft_free(draft);
    lewis_session_free(s);
}

static void
test_no_draft_begins_that_is_not_on_the_disk(void **state)
{
    struct lewis_session *s = new_session();
    struct lewis_error error = {0};
    struct lewis_draft_info *list;
    size_t count;

    (void)state;
    broken = true;
    assert_null(lewis_draft_begin(directory, s, 1795300440, &error));
    broken = false;
    assert_non_null(strstr(error.text, strerror(EIO)));
    assert_true(lewis_draft_list(directory, &list, &count, NULL));
    assert_int_equal(count, 0);
    lewis_draft_list_free(list);
    lewis_session_free(s);
}

static void
hand_in_twice(const struct lewis_session *s, const struct lewis_handin *handin)
{
    struct lewis_error error = {0};
    off_t before = size_of(path);

    failed = 0;
    broken = true;
    assert_false(lewis_handin_append(path, s, handin, &error));
    broken = false;
    assert_true(failed > 0);
    assert_non_null(strstr(error.text, strerror(EIO)));
    assert_int_equal(size_of(path), before);
    assert_true(lewis_handin_append(path, s, handin, &error));
    assert_true(size_of(path) > before);
}

static void
test_no_sheet_is_handed_in_that_is_not_on_the_disk(void **state)
{
    const struct lewis_handin handin = {.wait_ms = 1000};
    struct lewis_draft *draft;
    struct lewis_session *s = answer_all(&draft);

    (void)state;
    lewis_session_record(s, NULL, NULL);
    act(s, LEWIS_ACT_ENTER, 0, NULL);
    act(s, LEWIS_ACT_FORWARD, 0, NULL);
    act(s, LEWIS_ACT_NUMBER, 42, NULL);
    assert_true(lewis_session_complete(s));
    hand_in_twice(s, &handin); /* a new file, then one with a row */
    hand_in_twice(s, &handin);
    unlink(path);
    assert_true(lewis_draft_finish(draft, NULL));
    lewis_draft_free(draft);
    lewis_session_free(s);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_act_counts_that_is_not_on_the_disk),
        cmocka_unit_test(test_no_draft_begins_that_is_not_on_the_disk),
        cmocka_unit_test(test_no_sheet_is_handed_in_that_is_not_on_the_disk),
    };

    return cmocka_run_group_tests_name("unsynced", tests, set_up, tear_down);
}
