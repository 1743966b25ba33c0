/* output_test.c - files are written whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include <lewis/output.h>

static char directory[4096];

static int
make_directory(void **state)
{
    const char *parent = getenv("TMPDIR");

    (void)state;
    snprintf(directory, sizeof directory, "%s/lewis-output-XXXXXX",
             parent != NULL ? parent : "/tmp");
    return mkdtemp(directory) != NULL && chdir(directory) == 0 ? 0 : -1;
}

/* After each test: the directory is empty again. Returns how many files there
 * were. */
static int
empty_directory(void)
{
    DIR *dir = opendir(directory);
    const struct dirent *file;
    int count = 0;

    assert_non_null(dir);
    while ((file = readdir(dir)) != NULL) {
        if (strcmp(file->d_name, ".") == 0 || strcmp(file->d_name, "..") == 0)
            continue;
        count++;
        assert_int_equal(remove(file->d_name), 0);
    }
    closedir(dir);
    return count;
}

static int
remove_directory(void **state)
{
    (void)state;
    empty_directory();
    return chdir("/") == 0 ? rmdir(directory) : -1;
}

static struct lewis_output *
open_output(const char *path)
{
    struct lewis_error error = {.text = ""};
    struct lewis_output *output = lewis_output_open(path, &error);

    if (output == NULL)
        fail_msg("%s", error.text);
    return output;
}

static void
write_string(struct lewis_output *output, const char *string)
{
    lewis_output_write(output, string, strlen(string));
}

static void
assert_commits(struct lewis_output *output)
{
    struct lewis_error error = {.text = ""};

    if (!lewis_output_commit(output, &error))
        fail_msg("%s", error.text);
    lewis_output_free(output);
}

static void
put(const char *path, const char *content)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(content, file);
    fclose(file);
}

static void
assert_content(const char *path, const char *expected)
{
    char content[1024] = "";
    FILE *file = fopen(path, "r");

    assert_non_null(file);
    content[fread(content, 1, sizeof content - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(content, expected);
}

static mode_t
mode_of(const char *path)
{
    struct stat there;

    assert_int_equal(lstat(path, &there), 0);
    return there.st_mode & 07777;
}

/* Exactly "cannot write NAME: REASON". */
static void
assert_says(const struct lewis_error *error, const char *name, int reason)
{
    char expected[512];

    snprintf(expected, sizeof expected, "cannot write %s: %s", name,
             strerror(reason));
    assert_int_equal(error->code, LEWIS_ESYSTEM);
    assert_string_equal(error->text, expected);
}

static void
test_a_committed_file_has_what_was_written(void **state)
{
    struct lewis_output *output = open_output("team.csv");

    (void)state;
    write_string(output, "id,linear\n");
    lewis_output_print(output, "%s,%.3f\n", "a", 0.25);
    lewis_output_write(output, NULL, 0);
    assert_true(lewis_output_ok(output));
    assert_commits(output);
    assert_content("team.csv", "id,linear\na,0.250\n");
    assert_int_equal(empty_directory(), 1);
}

static void
test_a_file_that_is_not_committed_never_appears(void **state)
{
    struct lewis_output *output = open_output("team.csv");

    (void)state;
    for (int i = 0; i < 100000; i++)
        write_string(output, "ten bytes\n");
    assert_int_equal(access("team.csv", F_OK), -1);
    lewis_output_free(output);
    assert_int_equal(empty_directory(), 0);
    lewis_output_free(NULL);
}

static void
test_a_file_that_was_there_stays_until_commit(void **state)
{
    struct lewis_output *output;

    (void)state;
    put("team.csv", "old");
    output = open_output("team.csv");
    write_string(output, "new");
    assert_content("team.csv", "old");
    lewis_output_free(output);
    assert_content("team.csv", "old");
    output = open_output("team.csv");
    write_string(output, "new");
    assert_commits(output);
    assert_content("team.csv", "new");
    assert_int_equal(empty_directory(), 1);
}

/* Several files that appear together: all are prepared before the first is
 * committed. */
static void
test_a_prepared_file_appears_with_commit(void **state)
{
    struct lewis_error error = {.text = ""};
    struct lewis_output *output = open_output("team.csv");

    (void)state;
    put("team.csv", "before");
    write_string(output, "after");
    assert_true(lewis_output_prepare(output, &error));
    assert_content("team.csv", "before");
    assert_content(lewis_output_temporary(output), "after");
    assert_commits(output);
    assert_content("team.csv", "after");
    assert_int_equal(empty_directory(), 1);
}

static void
test_what_was_only_prepared_never_appears(void **state)
{
    struct lewis_error error = {.text = ""};
    struct lewis_output *output = open_output("team.csv");

    (void)state;
    write_string(output, "after");
    assert_true(lewis_output_prepare(output, &error));
    lewis_output_free(output);
    assert_int_equal(empty_directory(), 0);
}

static void
test_a_new_file_obeys_the_umask(void **state)
{
    mode_t before = umask(027);

    (void)state;
    assert_commits(open_output("team.csv"));
    umask(before);
    assert_int_equal(mode_of("team.csv"), 0640);
    assert_int_equal(empty_directory(), 1);
}

static void
test_a_file_that_was_there_keeps_its_mode(void **state)
{
    static const mode_t modes[] = {0600, 0664, 0755, 0666};

    (void)state;
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        put("team.csv", "old");
        assert_int_equal(chmod("team.csv", modes[i]), 0);
        assert_commits(open_output("team.csv"));
        assert_int_equal(mode_of("team.csv"), modes[i]);
    }
    assert_int_equal(empty_directory(), 1);
}

static void
test_a_file_that_may_not_be_written_is_left_alone(void **state)
{
    struct lewis_error error;

    (void)state;
    if (geteuid() == 0)
        skip();
    put("team.csv", "old");
    assert_int_equal(chmod("team.csv", 0444), 0);
    assert_null(lewis_output_open("team.csv", &error));
    assert_says(&error, "\"team.csv\"", EACCES);
    assert_int_equal(empty_directory(), 1);
}

static void
test_large_output_arrives_whole(void **state)
{
    enum { LINES = 200000 };
    struct lewis_output *output = open_output("large");
    char line[32];
    FILE *file;

    (void)state;
    for (int i = 0; i < LINES; i++)
        if (i % 2 == 0)
            lewis_output_print(output, "line %d\n", i);
        else
            lewis_output_write(
                output, line,
                (size_t)snprintf(line, sizeof line, "line %d\n", i));
    assert_commits(output);
    file = fopen("large", "r");
    assert_non_null(file);
    for (int i = 0; i < LINES; i++) {
        int number = -1;

        assert_int_equal(fscanf(file, "line %d\n", &number), 1);
        assert_int_equal(number, i);
    }
    assert_int_equal(fgetc(file), EOF);
    fclose(file);
    empty_directory();
}

/* Sizes around the buffer's 64 KiB, after a few bytes and after none. */
static void
test_pieces_larger_than_the_buffer_arrive_whole(void **state)
{
    static const int sizes[] = {65535, 65536, 65537, 200000};

    (void)state;
    for (int i = 0; i < 16; i++) {
        struct lewis_output *output = open_output("large");
        int size = sizes[i % 4];
        char *piece = malloc((size_t)size + 1);
        struct stat there;

        memset(piece, 'x', (size_t)size);
        piece[size] = '\0';
        if (i & 4)
            write_string(output, "abc");
        if (i & 8)
            lewis_output_print(output, "%s", piece);
        else
            write_string(output, piece);
        free(piece);
        assert_commits(output);
        assert_int_equal(stat("large", &there), 0);
        assert_int_equal(there.st_size, size + (i & 4 ? 3 : 0));
    }
    empty_directory();
}

static void
test_numbers_have_a_point_in_every_locale(void **state)
{
    struct lewis_output *output = open_output("number");

    (void)state;
    if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL) {
        lewis_output_free(output);
        skip();
    }
    lewis_output_print(output, "%.2f", 1.5);
    setlocale(LC_ALL, "C");
    assert_commits(output);
    assert_content("number", "1.50");
    empty_directory();
}

static void
test_a_full_device_is_told(void **state)
{
    struct lewis_output *output = open_output("/dev/full");
    struct lewis_error error;

    (void)state;
    write_string(output, "a few bytes");
    assert_true(lewis_output_ok(output)); /* still in the buffer */
    assert_false(lewis_output_commit(output, &error));
    assert_false(lewis_output_ok(output));
    lewis_output_free(output);
    assert_says(&error, "\"/dev/full\"", ENOSPC);
}

static void
test_a_failure_sticks(void **state)
{
    struct lewis_output *output = open_output("/dev/full");
    struct lewis_error error;

    (void)state;
    for (int i = 0; i < 10000; i++)
        write_string(output, "ten bytes\n");
    assert_false(lewis_output_ok(output));
    write_string(output, "more");
    lewis_output_print(output, "%d", 1);
    assert_false(lewis_output_commit(output, &error));
    lewis_output_free(output);
    assert_says(&error, "\"/dev/full\"", ENOSPC);
}

static void
test_devices_are_written_and_stay_devices(void **state)
{
    struct lewis_output *output = open_output("/dev/null");
    struct stat there;

    (void)state;
    write_string(output, "into the void");
    assert_commits(output);
    assert_int_equal(stat("/dev/null", &there), 0);
    assert_true(S_ISCHR(there.st_mode));
}

static void
test_a_fifo_is_written_and_stays_a_fifo(void **state)
{
    struct lewis_output *output;
    char content[32] = "";
    struct stat there;
    int reader;

    (void)state;
    assert_int_equal(mkfifo("fifo", 0600), 0);
    reader = open("fifo", O_RDONLY | O_NONBLOCK);
    assert_true(reader >= 0);
    output = open_output("fifo");
    write_string(output, "through");
    assert_commits(output);
    assert_int_equal(read(reader, content, sizeof content), 7);
    assert_string_equal(content, "through");
    close(reader);
    assert_int_equal(stat("fifo", &there), 0);
    assert_true(S_ISFIFO(there.st_mode));
    assert_int_equal(empty_directory(), 1);
}

static void
test_a_link_stays_and_its_file_is_replaced(void **state)
{
    struct lewis_output *output;
    char target[64] = "";

    (void)state;
    assert_int_equal(mkdir("sub", 0700), 0);
    put("sub/real", "old");
    assert_int_equal(symlink("sub/real", "link"), 0);
    output = open_output("link");
    write_string(output, "new");
    assert_commits(output);
    assert_int_equal(readlink("link", target, sizeof target), 8);
    assert_content("sub/real", "new");
    assert_int_equal(unlink("sub/real"), 0);
    assert_int_equal(empty_directory(), 2);
}

static void
assert_not_opened(const char *path, int reason)
{
    struct lewis_error error;
    char name[256];

    snprintf(name, sizeof name, "\"%s\"", path);
    assert_null(lewis_output_open(path, &error));
    assert_says(&error, name, reason);
    assert_null(lewis_output_open(path, NULL));
}

static void
test_a_destination_that_cannot_be_is_told_at_once(void **state)
{
    (void)state;
    assert_not_opened("/", EISDIR);
    assert_not_opened(".", EISDIR);
    assert_not_opened("no/such/directory", ENOENT);
    assert_not_opened("new/", ENOENT);
    assert_not_opened("", ENOENT);
    put("file", "x");
    assert_not_opened("file/below", ENOTDIR);
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    assert_not_opened("dangling", ENOENT);
    assert_int_equal(symlink("loop", "loop"), 0);
    assert_not_opened("loop", ELOOP);
    assert_int_equal(empty_directory(), 3);
}

static void
test_a_name_that_goes_away_leaves_nothing_behind(void **state)
{
    struct lewis_output *output = open_output("team.csv");
    struct lewis_error error;

    (void)state;
    assert_int_equal(mkdir("team.csv", 0700), 0); /* rename() must fail */
    assert_false(lewis_output_commit(output, &error));
    lewis_output_free(output);
    assert_says(&error, "\"team.csv\"", EISDIR);
    assert_int_equal(empty_directory(), 1);
}

static void
test_a_long_name_leaves_room_for_the_reason(void **state)
{
    struct lewis_error error;
    char path[2000] = "";

    (void)state;
    for (int i = 0; i < 300; i++)
        strcat(path, "d\xc3\xab/");
    assert_null(lewis_output_open(path, &error));
    assert_non_null(strstr(error.text, strerror(ENOENT)));
}

static void
test_two_outputs_to_one_name_do_not_meet(void **state)
{
    struct lewis_output *one = open_output("team.csv");
    struct lewis_output *two = open_output("team.csv");

    (void)state;
    write_string(one, "one");
    write_string(two, "two");
    assert_commits(one);
    assert_content("team.csv", "one");
    assert_commits(two);
    assert_content("team.csv", "two");
    assert_int_equal(empty_directory(), 1);
}

/* Runs with standard output leading elsewhere, and puts it back. */
static bool
commit_to(int fd, struct lewis_error *error)
{
    struct lewis_output *output = open_output("-");
    int kept;
    bool done;

    fflush(stdout);
    kept = dup(STDOUT_FILENO);
    dup2(fd, STDOUT_FILENO);
    write_string(output, "to standard output");
    done = lewis_output_commit(output, error);
    lewis_output_free(output);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    return done;
}

static void
test_a_dash_is_standard_output(void **state)
{
    char content[64] = "";
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_true(commit_to(ends[1], NULL));
    assert_int_equal(read(ends[0], content, sizeof content), 18);
    assert_string_equal(content, "to standard output");
    close(ends[0]);
    close(ends[1]);
    assert_int_equal(access("-", F_OK), -1);
}

static void
test_a_reader_who_left_is_a_failure(void **state)
{
    struct lewis_error error;
    int ends[2];

    (void)state;
    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    assert_false(commit_to(ends[1], &error));
    close(ends[1]);
    assert_says(&error, "standard output", EPIPE);
}

static void
test_a_full_standard_output_is_a_failure(void **state)
{
    struct lewis_error error;
    int full = open("/dev/full", O_WRONLY);

    (void)state;
    assert_true(full >= 0);
    assert_false(commit_to(full, &error));
    close(full);
    assert_says(&error, "standard output", ENOSPC);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_committed_file_has_what_was_written),
        cmocka_unit_test(test_a_file_that_is_not_committed_never_appears),
        cmocka_unit_test(test_a_file_that_was_there_stays_until_commit),
        cmocka_unit_test(test_a_prepared_file_appears_with_commit),
        cmocka_unit_test(test_what_was_only_prepared_never_appears),
        cmocka_unit_test(test_a_new_file_obeys_the_umask),
        cmocka_unit_test(test_a_file_that_was_there_keeps_its_mode),
        cmocka_unit_test(test_a_file_that_may_not_be_written_is_left_alone),
        cmocka_unit_test(test_large_output_arrives_whole),
        cmocka_unit_test(test_pieces_larger_than_the_buffer_arrive_whole),
        cmocka_unit_test(test_numbers_have_a_point_in_every_locale),
        cmocka_unit_test(test_a_full_device_is_told),
        cmocka_unit_test(test_a_failure_sticks),
        cmocka_unit_test(test_devices_are_written_and_stay_devices),
        cmocka_unit_test(test_a_fifo_is_written_and_stays_a_fifo),
        cmocka_unit_test(test_a_link_stays_and_its_file_is_replaced),
        cmocka_unit_test(test_a_destination_that_cannot_be_is_told_at_once),
        cmocka_unit_test(test_a_name_that_goes_away_leaves_nothing_behind),
        cmocka_unit_test(test_a_long_name_leaves_room_for_the_reason),
        cmocka_unit_test(test_two_outputs_to_one_name_do_not_meet),
        cmocka_unit_test(test_a_dash_is_standard_output),
        cmocka_unit_test(test_a_reader_who_left_is_a_failure),
        cmocka_unit_test(test_a_full_standard_output_is_a_failure),
    };

    return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
