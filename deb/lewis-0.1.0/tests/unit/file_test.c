/* file_test.c - files are read whole or refused with a reason.
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
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"

static char directory[4096];
static char path[5000];

static int
make_directory(void **state)
{
    const char *parent = getenv("TMPDIR");

    (void)state;
    snprintf(directory, sizeof directory, "%s/lewis-file-XXXXXX",
             parent != NULL ? parent : "/tmp");
    if (mkdtemp(directory) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/content", directory);
    return 0;
}

static int
remove_directory(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(directory);
}

static void
put(const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/* Of a pattern that shows pieces in the wrong order. */
static char *
pattern(size_t size)
{
    char *bytes = malloc(size + 1);

    assert_non_null(bytes);
    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)(i * 2654435761u >> 13);
    return bytes;
}

static void
test_a_file_comes_back_byte_for_byte(void **state)
{
    static const size_t sizes[] = {0, 1, 16383, 16384, 16385, 32768, 1000000};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char *expected = pattern(sizes[i]);
        size_t size = 77;
        char *bytes;

        put(expected, sizes[i]);
        bytes = file_read(path, 2000000, &size, NULL);
        assert_non_null(bytes);
        assert_int_equal(size, sizes[i]);
        assert_memory_equal(bytes, expected, size);
        assert_int_equal(bytes[size], '\0');
        free(bytes);
        free(expected);
    }
}

static void
test_a_file_may_be_as_large_as_the_limit_and_no_larger(void **state)
{
    static const size_t limits[] = {0, 1, 10, 16384, 16385, 32768, 50000};

    (void)state;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        char *content = pattern(limits[i] + 1);
        struct lewis_error error;
        size_t size;
        char *bytes;

        put(content, limits[i]);
        bytes = file_read(path, limits[i], &size, &error);
        assert_non_null(bytes);
        free(bytes);
        put(content, limits[i] + 1);
        assert_null(file_read(path, limits[i], &size, &error));
        assert_int_equal(error.code, LEWIS_ESYSTEM);
        assert_non_null(strstr(error.text, "larger than"));
        free(content);
    }
}

static void
test_a_limit_is_told_in_mebibytes(void **state)
{
    enum { MIB = 1024 * 1024 };
    char *content = pattern(9 * MIB);
    struct lewis_error error;
    size_t size;

    (void)state;
    put(content, 9 * MIB);
    free(content);
    assert_null(file_read(path, 8 * MIB, &size, &error));
    assert_string_equal(error.text, "larger than 8 MiB");
}

static void
assert_refused(const char *name, int reason)
{
    struct lewis_error error;
    char expected[256];
    size_t size;

    snprintf(expected, sizeof expected, "cannot read: %s", strerror(reason));
    assert_null(file_read(name, 100, &size, &error));
    assert_int_equal(error.code, LEWIS_ESYSTEM);
    assert_string_equal(error.text, expected);
    assert_string_equal(error.file, name);
    assert_int_equal(error.line, 0);
}

static void
test_a_missing_file_is_told(void **state)
{
    (void)state;
    assert_refused("/no/such/file", ENOENT);
    assert_refused("", ENOENT);
}

static void
test_a_directory_is_told(void **state)
{
    (void)state;
    assert_refused("/", EISDIR);
}

static void
test_a_device_without_end_stops_at_the_limit(void **state)
{
    struct lewis_error error;
    size_t size;

    (void)state;
    assert_null(file_read("/dev/zero", 100000, &size, &error));
    assert_string_equal(error.text, "larger than 100000 bytes");
}

static void
test_a_pipe_is_read_to_its_end(void **state)
{
    char name[64];
    size_t size;
    char *bytes;
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "through a pipe", 14), 14);
    close(ends[1]);
    snprintf(name, sizeof name, "/dev/fd/%d", ends[0]);
    bytes = file_read(name, 100, &size, NULL);
    close(ends[0]);
    assert_non_null(bytes);
    assert_string_equal(bytes, "through a pipe");
    free(bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file_comes_back_byte_for_byte),
        cmocka_unit_test(
            test_a_file_may_be_as_large_as_the_limit_and_no_larger),
        cmocka_unit_test(test_a_limit_is_told_in_mebibytes),
        cmocka_unit_test(test_a_missing_file_is_told),
        cmocka_unit_test(test_a_directory_is_told),
        cmocka_unit_test(test_a_device_without_end_stops_at_the_limit),
        cmocka_unit_test(test_a_pipe_is_read_to_its_end),
    };

    return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
