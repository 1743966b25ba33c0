/* bank_test.c - the vocabulary: what loads, and every message of what does not.
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

#include <lewis/bank.h>

#define HEAD                                                               \
    "<bank xmlns=\"urn:x-lewis:bank:1\" id=\"t\" version=\"1.0.0\" "       \
    "languages=\"en nl\">\n"
#define META                                                               \
    "<meta><title xml:lang=\"en\">T</title><title xml:lang=\"nl\">T</title>" \
    "<author>A</author><licence spdx=\"CC0-1.0\">free</licence>"           \
    "<source>S</source></meta>\n"
#define BOTH(element, text)                                                \
    "<" element " xml:lang=\"en\">" text "</" element "><" element         \
    " xml:lang=\"nl\">" text "</" element ">"
#define OPTION(id, style)                                                  \
    "<option id=\"" id "\">" BOTH("label", "x") "<key style=\"" style      \
    "\"/></option>"
#define THREE OPTION("a", "linear") OPTION("b", "multi") OPTION("c", "reactive")
#define RANK(id, options)                                                  \
    "<rank id=\"" id "\">" BOTH("stem", "s") options "</rank>\n"
#define SECTION(items)                                                     \
    "<section id=\"s\">" BOTH("name", "n") "\n" items "</section>\n"
#define SCALE                                                              \
    "<response id=\"r\"><point value=\"1\">" BOTH("label", "no")           \
    "</point><point value=\"2\">" BOTH("label", "yes") "</point></response>\n"
#define RATE(id, key)                                                      \
    "<rate id=\"" id "\" response=\"r\">" BOTH("stem", "s") key "</rate>\n"
#define GOOD HEAD META SECTION(RANK("T1", THREE)) "</bank>"

static struct lewis_bank *
parse(const char *xml, struct lewis_error *error)
{
    return lewis_bank_parse(xml, strlen(xml), "t.xml", error);
}

/* Line of the bank's file, and the message, exactly. */
static void
expect_error(const char *xml, long line, const char *message)
{
    struct lewis_error error;
    struct lewis_bank *bank = parse(xml, &error);

    assert_null(bank);
    assert_string_equal(error.text, message);
    assert_int_equal(error.line, line);
    assert_string_equal(error.file, "t.xml");
}

static void
test_a_choice_bank_loads_with_its_items_and_texts(void **state)
{
    struct lewis_error error;
    struct lewis_bank *bank = parse(GOOD, &error);
    const struct lewis_item *item;

    (void)state;
    assert_non_null(bank);
    assert_string_equal(lewis_bank_id(bank), "t");
    assert_string_equal(lewis_bank_version(bank), "1.0.0");
    assert_int_equal(lewis_bank_kind(bank), LEWIS_BANK_CHOICE);
    assert_int_equal(lewis_bank_item_count(bank), 1);
    assert_int_equal(lewis_bank_language_count(bank), 2);
    assert_string_equal(lewis_bank_language(bank, 1), "nl");
    item = lewis_bank_find(bank, "T1");
    assert_ptr_equal(item, lewis_bank_item(bank, 0));
    assert_int_equal(item->form, LEWIS_RANK);
    assert_int_equal(item->option_count, 3);
    assert_int_equal(item->option[2].style, LEWIS_REACTIVE);
    assert_int_equal(item->line, 4);
    assert_null(lewis_bank_find(bank, "T2"));
    lewis_bank_free(bank);
}

static void
test_a_rating_bank_loads_with_its_scale_and_reversed_keys(void **state)
{
    struct lewis_error error;
    struct lewis_bank *bank =
        parse(HEAD META SCALE SECTION(
                  RATE("R1", "<key style=\"linear\" reverse=\"true\"/>")
                      RATE("R2", "<key style=\"multi\"/>")
                          RATE("R3", "<key style=\"reactive\"/>")) "</bank>",
              &error);

    (void)state;
    assert_non_null(bank);
    assert_int_equal(lewis_bank_kind(bank), LEWIS_BANK_RATING);
    assert_true(lewis_bank_item(bank, 0)->reverse);
    assert_false(lewis_bank_item(bank, 1)->reverse);
    assert_int_equal(lewis_bank_item(bank, 1)->response->hi, 2);
    lewis_bank_free(bank);
}

static void
test_a_mistyped_style_is_told_with_the_nearest(void **state)
{
    (void)state;
    expect_error(HEAD META SECTION(RANK("T1", OPTION("a", "linear") "\n"
                 OPTION("b", "mutli") OPTION("c", "reactive"))) "</bank>",
                 5, "unknown style \"mutli\"; did you mean \"multi\"?");
    expect_error(HEAD META SECTION(RANK("T1", OPTION("a", "blue")
                 OPTION("b", "multi") OPTION("c", "reactive"))) "</bank>",
                 4, "unknown style \"blue\"; it must be linear, multi or "
                    "reactive");
}

static void
test_unknown_elements_and_attributes_are_told_with_what_is_allowed(
    void **state)
{
    (void)state;
    expect_error(HEAD META SECTION("<rnak id=\"T1\"/>" RANK("T2", THREE))
                 "</bank>",
                 4, "unknown element <rnak> in <section>; did you mean "
                    "<rank>?");
    expect_error(HEAD META SECTION("<essay/>" RANK("T2", THREE)) "</bank>", 4,
                 "unknown element <essay> in <section>; allowed: <name>, "
                 "<note>, <rate>, <pick>, <rank>, <points>, <pair>, <check> "
                 "and <reading>");
    expect_error(HEAD META "<section id=\"s\" colour=\"red\">"
                 BOTH("name", "n") RANK("T2", THREE) "</section></bank>",
                 3, "unknown attribute \"colour\" of <section>; allowed: "
                    "\"id\" and \"order\"");
    expect_error(HEAD META "<section>" BOTH("name", "n") RANK("T2", THREE)
                 "</section></bank>",
                 3, "<section> needs the attribute id=\"...\"");
}

static void
test_missing_and_misplaced_elements_are_told(void **state)
{
    (void)state;
    expect_error(HEAD SECTION(RANK("T1", THREE)) "</bank>", 1,
                 "<bank> needs 1 <meta>, and has 0");
    expect_error(HEAD SECTION(RANK("T1", THREE)) META "</bank>", 5,
                 "<meta> must stand before <section> in <bank>");
    expect_error(HEAD META SECTION("<rank id=\"T1\">" THREE "</rank>")
                 "</bank>",
                 4, "<rank> needs at least 1 <stem>, and has 0");
    expect_error(HEAD META SECTION(RANK("T1", OPTION("a", "linear")
                 OPTION("b", "multi"))) "</bank>",
                 4, "<rank> needs 3 <option>, and has 2");
    expect_error(HEAD META "hello" SECTION(RANK("T1", THREE)) "</bank>", 1,
                 "<bank> may not hold text of its own");
}

static void
test_an_empty_text_is_refused(void **state)
{
    (void)state;
    expect_error(HEAD META SECTION(RANK("T1", "<option id=\"a\"><label "
                 "xml:lang=\"en\"> </label><key style=\"linear\"/></option>"
                 OPTION("b", "multi") OPTION("c", "reactive"))) "</bank>",
                 4, "<label> is empty; it needs a text");
}

static void
test_duplicate_ids_are_told_with_the_first_line(void **state)
{
    (void)state;
    expect_error(HEAD META SECTION(RANK("T1", THREE) RANK("T1", THREE))
                 "</bank>",
                 5, "a second item \"T1\"; the first is on line 4");
    expect_error(HEAD META SECTION(RANK("team", THREE)) "</bank>", 4,
                 "item id \"team\" is the name of a column that every answer "
                 "file has");
    expect_error(HEAD META SECTION(RANK("T1", OPTION("a", "linear")
                 OPTION("a", "multi") OPTION("c", "reactive"))) "</bank>",
                 4, "a second option \"a\"");
    expect_error(HEAD META SECTION(RANK("T1", OPTION("a", "linear")
                 OPTION("b", "linear") OPTION("c", "reactive"))) "</bank>",
                 4, "two options of this item are keyed to linear; each needs "
                    "a style of its own");
}

static void
test_languages_are_held_to_what_is_declared(void **state)
{
    (void)state;
    expect_error(HEAD META SECTION("<rank id=\"T1\"><stem xml:lang=\"fr\">s"
                 "</stem>" THREE "</rank>") "</bank>",
                 4, "xml:lang=\"fr\" is not one of the file's languages");
    expect_error(HEAD META SECTION("<rank id=\"T1\"><stem xml:lang=\"en\">s"
                 "</stem><stem xml:lang=\"en\">s</stem>" THREE "</rank>")
                 "</bank>",
                 4, "a second <stem> in \"en\"");
}

static void
test_a_bank_is_of_one_kind(void **state)
{
    (void)state;
    expect_error(HEAD META SCALE SECTION(RANK("T1", THREE)
                 RATE("R1", "<key style=\"linear\"/>")) "</bank>",
                 6, "item \"R1\" is a rating in a bank of choices; a bank is "
                    "of one kind, ratings or choices");
}

static void
test_references_and_values_are_checked(void **state)
{
    (void)state;
    expect_error(HEAD META SCALE SECTION("<rate id=\"R1\" response=\"rr\">"
                 BOTH("stem", "s") "<key style=\"linear\"/></rate>") "</bank>",
                 5, "no response scale \"rr\" in this bank; did you mean "
                    "\"r\"?");
    expect_error("<bank xmlns=\"urn:x-lewis:bank:1\" id=\"t\" version=\"1\" "
                 "languages=\"en nl\">\n" META SECTION(RANK("T1", THREE))
                 "</bank>",
                 1, "version=\"1\" is not of the form 1.2.3");
    expect_error("<bank xmlns=\"urn:x-lewis:bank:1\" id=\"t\" "
                 "version=\"1.0.0\" languages=\"en nl\" min-answered=\"80\">\n"
                 META SECTION(RANK("T1", THREE)) "</bank>",
                 1, "min-answered=\"80\" is not a number from 0 to 1");
    expect_error(HEAD META "<response id=\"r\"><point value=\"1\">"
                 BOTH("label", "no") "</point><point value=\"3\">"
                 BOTH("label", "yes") "</point></response>"
                 SECTION(RANK("T1", THREE)) "</bank>",
                 3, "point value 3 does not follow 1; points are whole numbers "
                    "in a row, low to high");
}

static void
test_a_bank_needs_all_three_styles(void **state)
{
    (void)state;
    expect_error(HEAD META SCALE SECTION(
                     RATE("R1", "<key style=\"linear\"/>")
                     RATE("R2", "<key style=\"multi\"/>")) "</bank>",
                 1, "no item is keyed to reactive; a profile needs all three "
                    "styles");
}

static void
test_another_root_or_namespace_is_refused(void **state)
{
    (void)state;
    expect_error("<html/>", 1, "the outermost element is <html>, not <bank>");
    expect_error("<bank/>", 1,
                 "<bank> is not in the namespace \"urn:x-lewis:bank:1\"");
}

static char *
write_temporary(const char *xml)
{
    char *path = strdup("/tmp/lewis-bank-XXXXXX");
    int fd = mkstemp(path);
    FILE *file = fdopen(fd, "w");

    assert_non_null(file);
    fputs(xml, file);
    fclose(file);
    return path;
}

static void
test_check_reports_everything_at_once_errors_first(void **state)
{
    char *path = write_temporary(
        HEAD META SECTION("<rank id=\"T1\"><stem xml:lang=\"en\">s</stem>"
        OPTION("a", "linear") OPTION("b", "mutli") OPTION("c", "reactive")
        "</rank>\n<rnak/>\n" RANK("T 2", THREE)) "</bank>");
    struct lewis_finding *findings;
    struct lewis_error error;
    size_t count;

    (void)state;
    assert_true(lewis_bank_check(path, &findings, &count, &error));
    assert_int_equal(count, 4);
    assert_false(findings[0].warning);
    assert_int_equal(findings[0].error.line, 4);
    assert_int_equal(findings[1].error.line, 5);
    assert_int_equal(findings[2].error.line, 6);
    assert_true(findings[3].warning);
    assert_string_equal(findings[3].error.text, "<stem> has no text in \"nl\"");
    lewis_findings_free(findings);
    remove(path);
    free(path);
}

static void
test_check_warns_of_unbalanced_keying(void **state)
{
    char *path = write_temporary(
        HEAD META SCALE SECTION(RATE("R1", "<key style=\"linear\"/>")
        RATE("R2", "<key style=\"linear\"/>")
        RATE("R3", "<key style=\"multi\"/>")
        RATE("R4", "<key style=\"reactive\"/>")) "</bank>");
    struct lewis_finding *findings;
    size_t count;

    (void)state;
    assert_true(lewis_bank_check(path, &findings, &count, NULL));
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++)
        assert_true(findings[i].warning);
    assert_string_equal(findings[3].error.text,
                        "the keying is not balanced: 2 linear, 1 multi, 1 "
                        "reactive");
    lewis_findings_free(findings);
    remove(path);
    free(path);
}

static void
test_a_file_that_is_not_there_is_a_finding(void **state)
{
    struct lewis_finding *findings;
    size_t count;

    (void)state;
    assert_true(
        lewis_bank_check("/nowhere/bank.xml", &findings, &count, NULL));
    assert_int_equal(count, 1);
    lewis_findings_free(findings);
}

/* Two of its items see whether somebody reads them. */
static void
test_checks_do_not_count(void **state)
{
    char path[4096];
    struct lewis_bank *bank;

    (void)state;
    snprintf(path, sizeof path, "%s/lmr-ratings.xml", getenv("LEWIS_PATH"));
    bank = lewis_bank_load(path, NULL);
    assert_non_null(bank);
    assert_int_equal(lewis_bank_scored_count(bank) + 2,
                     lewis_bank_item_count(bank));
    lewis_bank_free(bank);
}

/* Parts as people write them, in hundredths: counted in whole numbers. */
static void
test_a_part_of_items_is_rounded_up(void **state)
{
    (void)state;
    for (size_t hundredths = 0; hundredths <= 100; hundredths++)
        for (size_t items = 1; items <= 200; items++) {
            size_t least = (hundredths * items + 99) / 100;

            assert_int_equal(
                lewis_bank_needed((double)hundredths / 100, items),
                least > 0 ? least : 1);
        }
}

static void
test_the_banks_we_ship_are_without_a_finding(void **state)
{
    const char *names[] = {"lmr-30", "lmr-12", "lmr-ratings", "bfi"};
    const char *directory = getenv("LEWIS_PATH");

    (void)state;
    assert_non_null(directory);
    for (size_t i = 0; i < 4; i++) {
        char path[4096];
        struct lewis_finding *findings;
        size_t count;
        snprintf(path, sizeof path, "%s/%s.xml", directory, names[i]);
        assert_true(lewis_bank_sniff(path));
        assert_true(lewis_bank_check(path, &findings, &count, NULL));
        assert_int_equal(count, 0);
        lewis_findings_free(findings);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_choice_bank_loads_with_its_items_and_texts),
        cmocka_unit_test(
            test_a_rating_bank_loads_with_its_scale_and_reversed_keys),
        cmocka_unit_test(test_a_mistyped_style_is_told_with_the_nearest),
        cmocka_unit_test(
            test_unknown_elements_and_attributes_are_told_with_what_is_allowed),
        cmocka_unit_test(test_missing_and_misplaced_elements_are_told),
        cmocka_unit_test(test_an_empty_text_is_refused),
        cmocka_unit_test(test_duplicate_ids_are_told_with_the_first_line),
        cmocka_unit_test(test_languages_are_held_to_what_is_declared),
        cmocka_unit_test(test_a_bank_is_of_one_kind),
        cmocka_unit_test(test_references_and_values_are_checked),
        cmocka_unit_test(test_a_bank_needs_all_three_styles),
        cmocka_unit_test(test_another_root_or_namespace_is_refused),
        cmocka_unit_test(test_check_reports_everything_at_once_errors_first),
        cmocka_unit_test(test_check_warns_of_unbalanced_keying),
        cmocka_unit_test(test_a_file_that_is_not_there_is_a_finding),
        cmocka_unit_test(test_checks_do_not_count),
        cmocka_unit_test(test_a_part_of_items_is_rounded_up),
        cmocka_unit_test(test_the_banks_we_ship_are_without_a_finding),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
