/* draft_test.c - journals: what is saved comes back, whatever happens to the
 * file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include <lewis/draft.h>

static struct lewis_bank *bank, *changed, *other;
static char directory[256];

static struct lewis_bank *
load(const char *where, const char *name)
{
    char path[4096];
    struct lewis_error error;

    snprintf(path, sizeof path, "%s/%s.xml", getenv(where), name);
    return lewis_bank_load(path, &error);
}

/* The bank with one byte more at its end. */
static struct lewis_bank *
load_changed(void)
{
    char path[4096], *xml = calloc(1, 1 << 16);
    struct lewis_bank *result;
    FILE *file;
    size_t n;

    snprintf(path, sizeof path, "%s/tests/fixtures/forms.xml",
             getenv("top_srcdir"));
    file = fopen(path, "r");
    if (file == NULL)
        return NULL;
    n = fread(xml, 1, (1 << 16) - 1, file);
    fclose(file);
    xml[n] = '\n';
    result = lewis_bank_parse(xml, n + 1, "changed.xml", NULL);
    free(xml);
    return result;
}

static int
set_up(void **state)
{
    (void)state;
    strcpy(directory, "/tmp/lewis-drafts-XXXXXX");
    bank = load("top_srcdir", "tests/fixtures/forms");
    other = load("LEWIS_PATH", "lmr-12");
    changed = load_changed();
    return !bank || !other || !changed || mkdtemp(directory) == NULL;
}

static int
tear_down(void **state)
{
    char command[512];

    (void)state;
    lewis_bank_free(bank);
    lewis_bank_free(other);
    lewis_bank_free(changed);
    snprintf(command, sizeof command, "rm -rf '%s'", directory);
    return system(command);
}

static void
clean(void)
{
    struct lewis_draft_info *list;
    size_t count;

    assert_true(lewis_draft_list(directory, &list, &count, NULL));
    for (size_t i = 0; i < count; i++)
        assert_true(lewis_draft_delete(directory, list[i].id, NULL));
    lewis_draft_list_free(list);
}

static struct lewis_session *
new_session(void)
{
    struct lewis_session *s = lewis_session_new(
        bank,
        &(struct lewis_session_options){.lang = "nl",
                                        .seed = UINT64_C(0xfedcba9876543210),
                                        .id = "Zo\xC3\xAB \"Z\"",
                                        .team = "north"},
        NULL);

    assert_non_null(s);
    lewis_session_show(s, 0);
    return s;
}

static struct lewis_draft *
begin(struct lewis_session *s)
{
    struct lewis_error error = {0};
    struct lewis_draft *draft =
        lewis_draft_begin(directory, s, 1795300440, &error);

    if (draft == NULL)
        print_error("%s\n", error.text);
    assert_non_null(draft);
    return draft;
}

static enum lewis_outcome
act(struct lewis_session *s, enum lewis_act_kind kind, long number,
    const char *text)
{
    struct lewis_act a = {.kind = kind, .number = number, .text = text};

    return lewis_session_do(s, &a, 1000 * lewis_session_sequence(s), NULL);
}

/* Every kind of line: halves of both forms, a skip, an answer given anew, other
 * languages, replies. Returns how many entries. */
static uint64_t
play(struct lewis_session *s)
{
    act(s, LEWIS_ACT_ENTER, 0, NULL);
    while (lewis_session_stage(s) == LEWIS_STAGE_ITEM) {
        size_t i = lewis_session_item(s, lewis_session_place(s).item);
        if (lewis_bank_item(bank, i)->form == LEWIS_CHECK)
            act(s, LEWIS_ACT_SKIP, 0, NULL);
        else if (act(s, LEWIS_ACT_NUMBER, 2, NULL) == LEWIS_STAYED)
            act(s, LEWIS_ACT_NUMBER, 3, NULL);
    }
    act(s, LEWIS_ACT_GO, 3, NULL);
    act(s, LEWIS_ACT_LANGUAGE, 0, "en");
    act(s, LEWIS_ACT_NUMBER, 1, NULL);
    act(s, LEWIS_ACT_REVIEW, 0, NULL);
    act(s, LEWIS_ACT_ENTER, 0, NULL);
    act(s, LEWIS_ACT_SKIP, 0, NULL);
    act(s, LEWIS_ACT_TEXT, 0, "12");
    act(s, LEWIS_ACT_HAND_IN, 0, NULL);
    return lewis_session_sequence(s);
}

static void
assert_same(const struct lewis_session *a, const struct lewis_session *b)
{
    struct lewis_session_place p = lewis_session_place(a), q = lewis_session_place(b);

    assert_memory_equal(&p, &q, sizeof p);
    assert_true(lewis_session_sequence(a) == lewis_session_sequence(b));
    assert_true(lewis_session_seed(a) == lewis_session_seed(b));
    assert_string_equal(lewis_session_id(a), lewis_session_id(b));
    assert_string_equal(lewis_session_team(a), lewis_session_team(b));
    assert_string_equal(lewis_session_language(a), lewis_session_language(b));
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        assert_memory_equal(&lewis_session_answers(a)[i],
                            &lewis_session_answers(b)[i],
                            sizeof(struct lewis_answer));
        assert_memory_equal(lewis_session_half(a, i), lewis_session_half(b, i),
                            sizeof(struct lewis_answer));
        assert_int_equal(lewis_session_given(a, i), lewis_session_given(b, i));
        assert_true(lewis_session_ms(a, i) == lewis_session_ms(b, i));
        assert_int_equal(lewis_session_changes(a, i),
                         lewis_session_changes(b, i));
    }
    for (size_t k = 0; k < lewis_bank_ask_count(bank); k++) {
        assert_int_equal(lewis_session_ask_given(a, k),
                         lewis_session_ask_given(b, k));
        assert_string_equal(lewis_session_reply(a, k),
                            lewis_session_reply(b, k));
    }
}

static char *
slurp(const char *path, size_t *size)
{
    char *bytes = calloc(1, 1 << 20);
    FILE *file = fopen(path, "r");

    assert_non_null(file);
    *size = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

static void
spill(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/* A whole journal, closed. */
struct whole {
    char id[LEWIS_DRAFT_ID], path[512];
    char *bytes;
    size_t size;
    uint64_t entries;
};

static struct whole
write_whole(void)
{
    struct lewis_session *s = new_session();
    struct lewis_draft *draft = begin(s);
    struct whole w = {0};

    w.entries = play(s);
    assert_int_equal(lewis_session_stage(s), LEWIS_STAGE_DONE);
    strcpy(w.id, lewis_draft_id(draft));
    strcpy(w.path, lewis_draft_path(draft));
    lewis_draft_free(draft);
    lewis_session_free(s);
    w.bytes = slurp(w.path, &w.size);
    return w;
}

static struct lewis_session *
resume(const char *id, struct lewis_draft **draft)
{
    struct lewis_error error = {0};
    struct lewis_session *s;

    *draft = lewis_draft_resume(directory, id, bank, &s, &error);
    if (*draft == NULL)
        print_error("%s\n", error.text);
    assert_non_null(*draft);
    return s;
}

static void
assert_no_resume(const char *id, const struct lewis_bank *of,
                 const char *why, long line)
{
    struct lewis_error error = {0};
    struct lewis_session *s;

    assert_null(lewis_draft_resume(directory, id, of, &s, &error));
    assert_null(s);
    if (strstr(error.text, why) == NULL)
        print_error("%s\n", error.text);
    assert_non_null(strstr(error.text, why));
    assert_int_equal(error.line, line);
}

static void
test_what_was_saved_comes_back(void **state)
{
    struct lewis_session *s = new_session(), *again;
    struct lewis_draft *draft = begin(s), *second;

    (void)state;
    play(s);
    again = lewis_draft_read(directory, lewis_draft_id(draft), bank, NULL);
    assert_non_null(again);
    assert_same(s, again);
    lewis_session_free(again);
    char id[LEWIS_DRAFT_ID];
    strcpy(id, lewis_draft_id(draft));
    lewis_draft_free(draft);
    again = resume(id, &second);
    assert_same(s, again);
    assert_true(lewis_draft_started(second) == 1795300440);
    lewis_draft_free(second);
    lewis_session_free(again);
    lewis_session_free(s);
    clean();
}

/* The file cut at each of its lengths: just the whole lines come back, and what
 * follows them is written behind the last whole one. */
static void
test_killed_at_every_byte(void **state)
{
    struct whole w = write_whole();
    struct lewis_session *straight, *s;
    struct lewis_draft *draft;
    size_t head = (size_t)(strchr(w.bytes, '\n') + 1 - w.bytes), lines = 0;

    (void)state;
    for (size_t n = 0; n <= w.size; n++) {
        if (n > head && w.bytes[n - 1] == '\n')
            lines++;
        spill(w.path, w.bytes, n);
        if (n < head) {
            assert_no_resume(w.id, bank, "never finished", 1);
            continue;
        }
        s = resume(w.id, &draft);
        assert_int_equal(lewis_session_sequence(s), lines);
        if (lines < w.entries && lines > 0)
            assert_int_not_equal(
                act(s, LEWIS_ACT_LANGUAGE, 0, NULL), LEWIS_NOT_SAVED);
        lewis_draft_free(draft);
        straight = s;
        s = resume(w.id, &draft);
        assert_same(s, straight);
        lewis_draft_free(draft);
        lewis_session_free(s);
        lewis_session_free(straight);
    }
    assert_int_equal(lines, w.entries);
    free(w.bytes);
    clean();
}

/* Any byte of a whole line changed into one that JSON cannot have there. */
static void
test_damage_is_told_with_its_line(void **state)
{
    struct whole w = write_whole();
    long line = 1;

    (void)state;
    for (size_t n = 0; n < w.size; n++) {
        char kept = w.bytes[n];
        if (kept == '\n') {
            line++;
            continue;
        }
        if (kept != '{' && kept != '}' && kept != ':')
            continue;
        w.bytes[n] = '\001';
        spill(w.path, w.bytes, w.size);
        assert_no_resume(w.id, bank, "damaged", line);
        w.bytes[n] = kept;
    }
    free(w.bytes);
    clean();
}

static void
test_a_line_lost_or_doubled_is_told(void **state)
{
    struct whole w = write_whole();
    char *second = strchr(w.bytes, '\n') + 1, *third = strchr(second, '\n') + 1;
    size_t head = (size_t)(second - w.bytes), size = (size_t)(third - second);
    char *copy = calloc(1, 2 * w.size);

    (void)state;
    memcpy(copy, w.bytes, head);
    memcpy(copy + head, third, w.size - head - size);
    spill(w.path, copy, w.size - size);
    assert_no_resume(w.id, bank, "entry 2 stands where entry 1 should", 2);
    memcpy(copy + head, second, size);
    memcpy(copy + head + size, second, w.size - head);
    spill(w.path, copy, w.size + size);
    assert_no_resume(w.id, bank, "entry 1 stands where entry 2 should", 3);
    free(copy);
    free(w.bytes);
    clean();
}

static void
test_a_draft_of_another_bank_is_refused(void **state)
{
    struct whole w = write_whole();

    (void)state;
    assert_no_resume(w.id, changed, "was changed since", 1);
    assert_no_resume(w.id, other, "of the questionnaire forms, not of lmr-12",
                     1);
    free(w.bytes);
    clean();
}

static void
test_a_newer_journal_is_refused(void **state)
{
    struct whole w = write_whole();

    (void)state;
    assert_memory_equal(w.bytes, "{\"journal\":1,", 13);
    w.bytes[11] = '2';
    spill(w.path, w.bytes, w.size);
    assert_no_resume(w.id, bank, "made by a newer lewis", 1);
    free(w.bytes);
    clean();
}

static mode_t
mode_of(const char *path)
{
    struct stat there;

    assert_int_equal(lstat(path, &there), 0);
    return there.st_mode & 07777;
}

static void
test_nobody_else_can_read_it(void **state)
{
    struct lewis_session *s = new_session();
    char nested[512], inner[300];
    struct lewis_draft *draft;
    mode_t before = umask(0);

    (void)state;
    snprintf(inner, sizeof inner, "%s/state", directory);
    snprintf(nested, sizeof nested, "%s/lewis/drafts", inner);
    setenv("XDG_STATE_HOME", inner, 1);
    draft = lewis_draft_begin(NULL, s, 0, NULL);
    assert_non_null(draft);
    umask(before);
    assert_int_equal(mode_of(nested), 0700);
    assert_int_equal(mode_of(inner), 0700);
    assert_int_equal(mode_of(lewis_draft_path(draft)), 0600);
    assert_memory_equal(lewis_draft_path(draft), nested, strlen(nested));
    assert_true(lewis_draft_finish(draft, NULL));
    assert_int_equal(access(lewis_draft_path(draft), F_OK), -1);
    lewis_draft_free(draft);
    chmod(nested, 0755);
    lewis_session_record(s, NULL, NULL);
    draft = lewis_draft_begin(NULL, s, 0, NULL);
    assert_int_equal(mode_of(nested), 0700);
    assert_true(lewis_draft_finish(draft, NULL));
    lewis_draft_free(draft);
    lewis_session_free(s);
    unsetenv("XDG_STATE_HOME");
}

static void
test_a_relative_state_home_is_ignored(void **state)
{
    char *path;

    (void)state;
    setenv("XDG_STATE_HOME", "here", 1);
    setenv("HOME", "/home/me", 1);
    path = lewis_draft_directory(NULL);
    assert_string_equal(path, "/home/me/.local/state/lewis/drafts");
    free(path);
    unsetenv("HOME");
    assert_null(lewis_draft_directory(NULL));
    unsetenv("XDG_STATE_HOME");
}

static void
test_a_link_in_place_of_the_file_is_left_alone(void **state)
{
    struct whole w = write_whole();
    char away[600];

    (void)state;
    snprintf(away, sizeof away, "%s.away", w.path);
    assert_int_equal(rename(w.path, away), 0);
    assert_int_equal(symlink(away, w.path), 0);
    assert_no_resume(w.id, bank, "symbolic link", 0);
    unlink(w.path);
    assert_int_equal(mkfifo(w.path, 0600), 0);
    assert_no_resume(w.id, bank, "not a plain file", 0);
    unlink(w.path);
    unlink(away);
    free(w.bytes);
}

static void
test_an_id_cannot_lead_out_of_the_directory(void **state)
{
    (void)state;
    assert_no_resume("../../etc/passwd", bank, "no draft", 0);
    assert_no_resume("", bank, "no draft", 0);
    assert_no_resume(".hidden", bank, "no draft", 0);
}

static void
test_a_near_id_is_guessed(void **state)
{
    struct whole w = write_whole();
    char wrong[LEWIS_DRAFT_ID];

    (void)state;
    strcpy(wrong, w.id);
    wrong[1] = 'x';
    assert_no_resume(wrong, bank, w.id, 0);
    free(w.bytes);
    clean();
}

static void
test_two_cannot_go_on_with_one_draft(void **state)
{
    struct lewis_session *s = new_session();
    struct lewis_draft *draft = begin(s);
    struct lewis_error error;
    struct lewis_draft_info *list;
    size_t count;

    (void)state;
    assert_no_resume(lewis_draft_id(draft), bank, "open in another program",
                     0);
    assert_false(lewis_draft_delete(directory, lewis_draft_id(draft), &error));
    assert_non_null(strstr(error.text, "open in another program"));
    assert_true(lewis_draft_list(directory, &list, &count, NULL));
    assert_int_equal(count, 1);
    assert_true(list[0].busy && list[0].readable);
    lewis_draft_list_free(list);
    lewis_draft_free(draft);
    lewis_session_free(s);
    clean();
}

/* A file may grow by 'room' bytes more: a disk that is full after them. */
static void
limit_file_size(const char *path, rlim_t room)
{
    struct rlimit limit;
    struct stat there;

    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(stat(path, &there), 0);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = room == RLIM_INFINITY ? limit.rlim_max
                                           : (rlim_t)there.st_size + room;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void
test_a_full_disk_loses_only_the_key_pressed(void **state)
{
    struct lewis_error error = {0};
    struct lewis_act enter = {.kind = LEWIS_ACT_ENTER};
    struct lewis_draft *draft;
    struct lewis_session *s, *again;
    size_t size, after;
    char *bytes;

    (void)state;
    for (rlim_t room = 0; room < 40; room++) {
        s = new_session();
        draft = begin(s);
        bytes = slurp(lewis_draft_path(draft), &size);
        free(bytes);
        limit_file_size(lewis_draft_path(draft), room);
        assert_int_equal(lewis_session_do(s, &enter, 1, &error),
                         LEWIS_NOT_SAVED);
        assert_non_null(strstr(error.text, "cannot write"));
        assert_int_equal(lewis_session_stage(s), LEWIS_STAGE_WELCOME);
        free(slurp(lewis_draft_path(draft), &after));
        assert_int_equal(after, size);
        limit_file_size(lewis_draft_path(draft), RLIM_INFINITY);
        assert_int_equal(lewis_session_do(s, &enter, 1, &error), LEWIS_MOVED);
        again = lewis_draft_read(directory, lewis_draft_id(draft), bank, NULL);
        assert_same(s, again);
        lewis_session_free(again);
        assert_true(lewis_draft_finish(draft, NULL));
        lewis_draft_free(draft);
        lewis_session_free(s);
    }
}

static void
test_a_list_tells_without_the_banks(void **state)
{
    struct whole w = write_whole();
    struct lewis_draft_info *list;
    char path[512];
    size_t count;

    (void)state;
    snprintf(path, sizeof path, "%s/broken.jsonl", directory);
    spill(path, "{}\n", 3);
    snprintf(path, sizeof path, "%s/notes.txt", directory);
    spill(path, "x", 1);
    assert_true(lewis_draft_list(directory, &list, &count, NULL));
    assert_int_equal(count, 2);
    assert_string_equal(list[0].id, w.id);
    assert_true(list[0].readable && list[0].done && !list[0].busy);
    assert_string_equal(list[0].bank, "forms");
    assert_string_equal(list[0].version, "1.2.0");
    assert_string_equal(list[0].digest, lewis_bank_digest(bank));
    assert_string_equal(list[0].name, "Zo\xC3\xAB \"Z\"");
    assert_string_equal(list[0].team, "north");
    assert_int_equal(list[0].items, 6);
    assert_int_equal(list[0].answered, 5);
    assert_false(list[1].readable);
    assert_int_equal(list[1].why.line, 1);
    assert_non_null(strstr(list[1].why.text, "\"journal\""));
    lewis_draft_list_free(list);
    unlink(path);
    free(w.bytes);
    clean();
    assert_true(lewis_draft_list("/tmp/lewis-no-such-place", &list, &count,
                                 NULL));
    assert_int_equal(count, 0);
    lewis_draft_list_free(list);
}

/* A child that answers until it is killed: at any moment all that it had told
 * of is there. */
static void
test_kill_loses_nothing_that_was_told(void **state)
{
    (void)state;
    for (int round = 0; round < 20; round++) {
        struct lewis_session *s = new_session(), *again;
        struct lewis_draft *draft = begin(s), *second;
        char id[LEWIS_DRAFT_ID];
        int told[2], fd;
        uint64_t last = 0, n;

        strcpy(id, lewis_draft_id(draft));
        assert_int_equal(pipe(told), 0);
        pid_t child = fork();
        if (child == 0) {
            for (;;) {
                act(s, LEWIS_ACT_LANGUAGE, 0, NULL);
                n = lewis_session_sequence(s);
                if (write(told[1], &n, sizeof n) != sizeof n)
                    _exit(1);
            }
        }
        close(told[1]);
        fd = told[0];
        for (int i = 0; i <= round; i++)
            assert_int_equal(read(fd, &last, sizeof last), sizeof last);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        while (read(fd, &n, sizeof n) == sizeof n)
            last = n;
        close(fd);
        lewis_draft_free(draft);
        lewis_session_free(s);
        again = resume(id, &second);
        assert_true(lewis_session_sequence(again) == last ||
                    lewis_session_sequence(again) == last + 1);
        lewis_draft_free(second);
        lewis_session_free(again);
        clean();
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_was_saved_comes_back),
        cmocka_unit_test(test_killed_at_every_byte),
        cmocka_unit_test(test_damage_is_told_with_its_line),
        cmocka_unit_test(test_a_line_lost_or_doubled_is_told),
        cmocka_unit_test(test_a_draft_of_another_bank_is_refused),
        cmocka_unit_test(test_a_newer_journal_is_refused),
        cmocka_unit_test(test_nobody_else_can_read_it),
        cmocka_unit_test(test_a_relative_state_home_is_ignored),
        cmocka_unit_test(test_a_link_in_place_of_the_file_is_left_alone),
        cmocka_unit_test(test_an_id_cannot_lead_out_of_the_directory),
        cmocka_unit_test(test_a_near_id_is_guessed),
        cmocka_unit_test(test_two_cannot_go_on_with_one_draft),
        cmocka_unit_test(test_a_full_disk_loses_only_the_key_pressed),
        cmocka_unit_test(test_a_list_tells_without_the_banks),
        cmocka_unit_test(test_kill_loses_nothing_that_was_told),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
