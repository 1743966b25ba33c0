/* shelf_test.c - content is found in the promised order, and misses are told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <ftw.h>
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

#include <lewis/shelf.h>

static char directory[4096];
static char program[4096];

/* How many files are on the shelf before a test adds any: those of a lewis
 * that is installed on this machine. */
static size_t
installed(void)
{
    struct lewis_shelf *shelf = lewis_shelf_open(NULL);
    size_t count = lewis_shelf_count(shelf);

    lewis_shelf_free(shelf);
    return count;
}

static int
remove_one(const char *path, const struct stat *there, int kind,
           struct FTW *place)
{
    (void)there;
    (void)kind;
    (void)place;
    return remove(path);
}

/* An empty directory to work in, where nothing is found yet. */
static int
set_up(void **state)
{
    const char *parent = getenv("TMPDIR");

    (void)state;
    snprintf(directory, sizeof directory, "%s/lewis-shelf-XXXXXX",
             parent != NULL ? parent : "/tmp");
    if (mkdtemp(directory) == NULL || chdir(directory) != 0)
        return -1;
    setenv("HOME", "/nonexistent", 1);
    setenv("XDG_DATA_DIRS", "/nonexistent", 1);
    unsetenv("XDG_DATA_HOME");
    unsetenv("LEWIS_PATH");
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    if (chdir("/") != 0)
        return -1;
    return nftw(directory, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* Makes a file and the directories above it. */
static void
put(const char *path)
{
    char part[1024];
    FILE *file;

    snprintf(part, sizeof part, "%s", path);
    for (char *slash = strchr(part, '/'); slash != NULL;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(part, 0700);
        *slash = '/';
    }
    file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
}

/* $NAME = the working directory and 'path'. */
static void
point(const char *name, const char *path)
{
    char value[8192];

    snprintf(value, sizeof value, "%s/%s", directory, path);
    setenv(name, value, 1);
}

static struct lewis_shelf *
open_shelf(void)
{
    struct lewis_shelf *shelf = lewis_shelf_open(NULL);

    assert_non_null(shelf);
    return shelf;
}

/* 'what' is found in the file 'path' of the working directory. */
static void
assert_found(const char *what, const char *path)
{
    struct lewis_shelf *shelf = open_shelf();
    struct lewis_error error = {.text = ""};
    const char *found = lewis_shelf_find(shelf, what, &error);
    struct stat one, two;

    if (found == NULL)
        fail_msg("%s", error.text);
    assert_int_equal(stat(found, &one), 0);
    assert_int_equal(stat(path, &two), 0);
    assert_true(one.st_ino == two.st_ino && one.st_dev == two.st_dev);
    lewis_shelf_free(shelf);
}

static void
assert_not_found(const char *what, const char *expected)
{
    struct lewis_shelf *shelf = open_shelf();
    struct lewis_error error;

    assert_null(lewis_shelf_find(shelf, what, &error));
    assert_int_equal(error.code, LEWIS_EUNKNOWN);
    assert_string_equal(error.text, expected);
    assert_null(lewis_shelf_find(shelf, what, NULL));
    lewis_shelf_free(shelf);
}

static void
test_names_are_sorted_and_counted_once(void **state)
{
    struct lewis_shelf *shelf;

    (void)state;
    if (installed() > 0)
        skip();
    put("one/b.xml");
    put("one/c.xml");
    put("two/c.xml");
    put("two/a.xml");
    setenv("LEWIS_PATH", "one:two", 1);
    shelf = open_shelf();
    assert_int_equal(lewis_shelf_count(shelf), 3);
    assert_string_equal(lewis_shelf_name(shelf, 0), "a");
    assert_string_equal(lewis_shelf_name(shelf, 1), "b");
    assert_string_equal(lewis_shelf_name(shelf, 2), "c");
    assert_string_equal(lewis_shelf_path(shelf, 0), "two/a.xml");
    assert_string_equal(lewis_shelf_path(shelf, 2), "one/c.xml");
    lewis_shelf_free(shelf);
    lewis_shelf_free(NULL);
}

static void
test_only_xml_files_are_on_the_shelf(void **state)
{
    struct lewis_shelf *shelf;

    (void)state;
    if (installed() > 0)
        skip();
    put("one/bank.xml");
    put("one/bank.rng");
    put("one/xml");
    put("one/.xml");
    put("one/.hidden.xml");
    put("one/directory.xml/file");
    assert_int_equal(symlink("nowhere", "one/dangling.xml"), 0);
    setenv("LEWIS_PATH", "one", 1);
    shelf = open_shelf();
    assert_int_equal(lewis_shelf_count(shelf), 1);
    assert_string_equal(lewis_shelf_name(shelf, 0), "bank");
    lewis_shelf_free(shelf);
}

static void
test_lewis_path_comes_before_the_users_own_before_the_systems(void **state)
{
    (void)state;
    put("system/lewis/bank.xml");
    point("XDG_DATA_DIRS", "system");
    assert_found("bank", "system/lewis/bank.xml");
    put("home/.local/share/lewis/bank.xml");
    point("HOME", "home");
    assert_found("bank", "home/.local/share/lewis/bank.xml");
    put("path/bank.xml");
    point("LEWIS_PATH", "path");
    assert_found("bank", "path/bank.xml");
}

static void
test_earlier_directories_of_a_list_come_first(void **state)
{
    char list[8300];

    (void)state;
    put("one/lewis/bank.xml");
    put("two/lewis/bank.xml");
    snprintf(list, sizeof list, "::/nonexistent:%s/two:%s/one:", directory,
             directory);
    setenv("XDG_DATA_DIRS", list, 1);
    assert_found("bank", "two/lewis/bank.xml");
    setenv("LEWIS_PATH", "one/lewis:two/lewis", 1);
    assert_found("bank", "one/lewis/bank.xml");
}

static void
test_xdg_data_home_takes_the_place_of_the_default(void **state)
{
    (void)state;
    put("home/.local/share/lewis/bank.xml");
    put("data/lewis/bank.xml");
    point("HOME", "home");
    point("XDG_DATA_HOME", "data");
    assert_found("bank", "data/lewis/bank.xml");
    setenv("XDG_DATA_HOME", "", 1);
    assert_found("bank", "home/.local/share/lewis/bank.xml");
}

static void
test_relative_directories_in_xdg_variables_are_ignored(void **state)
{
    (void)state;
    put("data/lewis/bank.xml");
    put("home/.local/share/lewis/other.xml");
    point("HOME", "home");
    setenv("XDG_DATA_HOME", "data", 1);
    setenv("XDG_DATA_DIRS", "data:./data", 1);
    assert_found("other", "home/.local/share/lewis/other.xml");
    assert_not_found("bank",
                     "nothing called \"bank\" found (lewis bank list shows the banks)");
}

static void
test_a_path_is_taken_as_it_is(void **state)
{
    struct lewis_shelf *shelf = open_shelf();
    static const char *const paths[] = {"./mine", "/a/b", "mine.xml",
                                        "a/b.xml"};

    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        assert_ptr_equal(lewis_shelf_find(shelf, paths[i], NULL), paths[i]);
    lewis_shelf_free(shelf);
}

static void
test_a_near_name_is_proposed(void **state)
{
    (void)state;
    put("one/lmr-12.xml");
    put("one/bfi.xml");
    setenv("LEWIS_PATH", "one", 1);
    assert_not_found("lmr12", "nothing called \"lmr12\" found; did you mean \"lmr-12\"? "
                             "(lewis bank list shows the banks)");
}

static void
test_nothing_is_proposed_when_nothing_is_near(void **state)
{
    (void)state;
    put("one/lmr-12.xml");
    setenv("LEWIS_PATH", "one", 1);
    assert_not_found("hofstede", "nothing called \"hofstede\" found "
                                 "(lewis bank list shows the banks)");
}

static void
test_an_empty_shelf_says_how_to_fill_it(void **state)
{
    (void)state;
    if (installed() > 0)
        skip();
    assert_not_found("bfi", "nothing called \"bfi\" found, nor anything else: set "
                            "LEWIS_PATH to the directory that holds the banks");
}

/* Copies this program, so that it looks beside the copy, and runs it there with
 * "find NAME": its exit status says whether NAME was found. */
static int
run_copy(const char *to, const char *name)
{
    char command[10000];

    snprintf(command, sizeof command,
             "mkdir -p \"$(dirname %s)\" && cp '%s' %s && %s find %s", to,
             program, to, to, name);
    return system(command);
}

static void
test_a_build_tree_has_its_questionnaires_beside_the_program(void **state)
{
    (void)state;
    put("tree/questionnaires/bank.xml");
    assert_int_equal(run_copy("tree/program", "bank"), 0);
    assert_int_not_equal(run_copy("tree/program", "other"), 0);
    assert_int_equal(run_copy("tree/.libs/program", "bank"), 0);
}

static void
test_an_installed_copy_may_be_moved_as_a_whole(void **state)
{
    (void)state;
    put("moved/share/lewis/bank.xml");
    assert_int_equal(run_copy("moved/bin/program", "bank"), 0);
}

static int
find(const char *name)
{
    struct lewis_shelf *shelf = lewis_shelf_open(NULL);
    bool found = lewis_shelf_find(shelf, name, NULL) != NULL;

    lewis_shelf_free(shelf);
    return found ? 0 : 1;
}

int
main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_names_are_sorted_and_counted_once,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_only_xml_files_are_on_the_shelf,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_lewis_path_comes_before_the_users_own_before_the_systems,
            set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_earlier_directories_of_a_list_come_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_xdg_data_home_takes_the_place_of_the_default, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_relative_directories_in_xdg_variables_are_ignored, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(test_a_path_is_taken_as_it_is, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_near_name_is_proposed, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            test_nothing_is_proposed_when_nothing_is_near, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_an_empty_shelf_says_how_to_fill_it,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_a_build_tree_has_its_questionnaires_beside_the_program, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_an_installed_copy_may_be_moved_as_a_whole, set_up, tear_down),
    };

    if (argc == 3 && strcmp(argv[1], "find") == 0)
        return find(argv[2]);
    if (readlink("/proc/self/exe", program, sizeof program - 1) <= 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
