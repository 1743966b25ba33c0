/* document_test.c - XML in, elements out; what is dangerous or wrong refused.
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

#include "base/document.h"
#include "base/text.h"

static struct document *
parse(const char *xml)
{
    struct problems problems = {.file = "bank.xml"};
    struct document *document;

    document = document_parse(xml, strlen(xml), &problems);
    assert_non_null(document);
    assert_int_equal(problems.count, 0);
    problems_release(&problems);
    return document;
}

/* The first problem must have this code, line and, within it, these words. */
static void
assert_refused_bytes(const char *xml, size_t size, enum lewis_code code,
                     long line, const char *words)
{
    struct problems problems = {.file = "bank.xml"};
    const struct lewis_error *error;

    assert_null(document_parse(xml, size, &problems));
    assert_true(problems.errors >= 1);
    error = &problems.item[0].error;
    assert_int_equal(error->code, code);
    assert_int_equal(error->line, line);
    assert_string_equal(error->file, "bank.xml");
    assert_null(strchr(error->text, '\n'));
    if (strstr(error->text, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error->text, words);
    problems_release(&problems);
}

static void
assert_refused(const char *xml, enum lewis_code code, long line,
               const char *words)
{
    assert_refused_bytes(xml, strlen(xml), code, line, words);
}

static void
test_elements_are_walked_in_order(void **state)
{
    struct document *document = parse("<?xml version=\"1.0\"?>\n<bank>\n"
                                      "<a/> <b><c/></b>\n<d/></bank>");
    const struct element *root = document_root(document);
    const struct element *a = element_first(root);
    const struct element *b = element_next(a);
    const struct element *d = element_next(b);

    (void)state;
    assert_string_equal(element_name(root), "bank");
    assert_string_equal(element_name(a), "a");
    assert_string_equal(element_name(b), "b");
    assert_string_equal(element_name(element_first(b)), "c");
    assert_string_equal(element_name(d), "d");
    assert_null(element_first(a));
    assert_null(element_next(d));
    assert_null(element_next(root));
    document_free(document);
    document_free(NULL);
}

static void
test_comments_and_instructions_are_passed_over(void **state)
{
    struct document *document =
        parse("<!-- x --><?y z?><bank><!-- x --><?y z?><a>one<!-- x -->two"
              "<?y z?> three</a><!-- x --></bank><!-- x -->");
    const struct element *a = element_first(document_root(document));
    char *text = element_text(a);

    (void)state;
    assert_string_equal(element_name(a), "a");
    assert_null(element_next(a));
    assert_string_equal(text, "onetwo three");
    free(text);
    document_free(document);
}

static void
assert_text(const char *xml, const char *expected)
{
    struct document *document = parse(xml);
    const struct element *root = document_root(document);
    char *text = element_text(root);

    assert_string_equal(text, expected);
    assert_int_equal(element_has_text(root), expected[0] != '\0');
    free(text);
    document_free(document);
}

static void
test_white_space_in_text_is_collapsed(void **state)
{
    (void)state;
    assert_text("<a>\n  I say\twhat \r\n I think.\n</a>",
                "I say what I think.");
    assert_text("<a> \n\t </a>", "");
    assert_text("<a/>", "");
    assert_text("<a>x</a>", "x");
    assert_text("<a>a\xc2\xa0 b</a>", "a\xc2\xa0 b"); /* no-break stays */
}

static void
test_cdata_is_text(void **state)
{
    (void)state;
    assert_text("<a>one <![CDATA[<two> & ]]> three</a>", "one <two> & three");
    assert_text("<a><![CDATA[ ]]></a>", "");
}

static void
test_the_five_entities_and_characters_by_number_are_read(void **state)
{
    (void)state;
    assert_text("<a>&lt;&amp;&gt;&quot;&apos; &#235;&#x20AC;</a>",
                "<&>\"' \xc3\xab\xe2\x82\xac");
}

static void
test_text_is_only_what_stands_directly_in_the_element(void **state)
{
    (void)state;
    assert_text("<a>one <b>not this</b> two</a>", "one two");
    assert_text("<a><b>not this</b></a>", "");
}

static void
test_attributes_are_found_by_name(void **state)
{
    struct document *document =
        parse("<a id='x' empty='' mixed='&lt;&amp;&#235;&quot; b' xml:lang='nl'"
              " xmlns:o='urn:o' o:other='1'/>");
    const struct element *a = document_root(document);

    (void)state;
    assert_string_equal(element_attribute(a, "id"), "x");
    assert_string_equal(element_attribute(a, "empty"), "");
    assert_string_equal(element_attribute(a, "mixed"), "<&\xc3\xab\" b");
    assert_string_equal(element_attribute(a, "xml:lang"), "nl");
    assert_null(element_attribute(a, "lang"));
    assert_null(element_attribute(a, "other"));
    assert_null(element_attribute(a, "no"));
    assert_null(element_attribute(a, ""));
    document_free(document);
}

static void
test_an_attribute_with_every_escape_is_whole(void **state)
{
    struct document *document =
        parse("<a v='&amp;&amp;x&lt;&gt;&#38;&#60;y&apos;&quot;&amp;lt;'/>");

    (void)state;
    assert_string_equal(element_attribute(document_root(document), "v"),
                        "&&x<>&<y'\"&lt;");
    document_free(document);
}

static void
test_an_attribute_nobody_expects_is_a_stranger(void **state)
{
    static const char *const known[] = {"id", "xml:lang", NULL};
    static const char *const plain[] = {"id", "lang", NULL};
    struct document *document =
        parse("<a id='x' xml:lang='nl'><b id='x' idd='y'/>"
              "<c xmlns:o='urn:o' o:id='x'/></a>");
    const struct element *a = document_root(document);
    const struct element *b = element_first(a);

    (void)state;
    assert_null(element_stranger(a, known));
    assert_string_equal(element_stranger(a, plain), "lang");
    assert_string_equal(element_stranger(b, known), "idd");
    assert_string_equal(element_stranger(element_next(b), known), "id");
    document_free(document);
}

static void
test_namespaces_are_told(void **state)
{
    struct document *document =
        parse("<a xmlns='urn:lewis'><o:b xmlns:o='urn:other'/></a>");
    const struct element *a = document_root(document);
    const struct element *b = element_first(a);

    (void)state;
    assert_string_equal(element_namespace(a), "urn:lewis");
    assert_string_equal(element_name(b), "b");
    assert_string_equal(element_namespace(b), "urn:other");
    document_free(document);
    document = parse("<a/>");
    assert_string_equal(element_namespace(document_root(document)), "");
    document_free(document);
}

static void
test_lines_beyond_65535_are_right(void **state)
{
    enum { ITEMS = 70000 };
    struct text xml = {0};
    struct document *document;
    const struct element *item;
    long line = 1;

    (void)state;
    text_add(&xml, "<bank>\n");
    for (int i = 0; i < ITEMS; i++)
        text_add(&xml, i % 3 == 0   ? "<i/>\n"
                       : i % 3 == 1 ? "<i>\ntext</i>\n"
                                    : "<i><j/>\n\n</i>\n");
    text_add(&xml, "</bank>\n");
    document = parse(text_string(&xml));
    item = element_first(document_root(document));
    for (int i = 0; i < ITEMS; i++, item = element_next(item)) {
        line += i == 0 ? 1 : i % 3 + (i % 3 == 0 ? 3 : 0);
        assert_int_equal(element_line(item), line);
        if (i % 3 == 2)
            assert_int_equal(element_line(element_first(item)), line);
    }
    assert_null(item);
    assert_int_equal(element_line(document_root(document)), 1);
    document_free(document);
    text_release(&xml);
}

static void
test_an_error_beyond_line_65535_has_its_line(void **state)
{
    struct text xml = {0};

    (void)state;
    text_add(&xml, "<bank>");
    for (int i = 0; i < 80000; i++)
        text_add(&xml, "\n");
    text_add(&xml, "<a>&nbsp;</a></bank>");
    assert_refused(text_string(&xml), LEWIS_ESYNTAX, 80001, "nbsp");
    text_release(&xml);
}

static void
test_a_doctype_is_refused_with_its_line(void **state)
{
    (void)state;
    assert_refused("<?xml version='1.0'?>\n\n<!DOCTYPE bank>\n<bank/>",
                   LEWIS_EINVALID, 3,
                   "a bank may not have a DOCTYPE; remove this line");
    assert_refused("<!DOCTYPE bank SYSTEM 'file:///etc/passwd'>\n<bank/>",
                   LEWIS_EINVALID, 1, "DOCTYPE");
    assert_refused("<!DOCTYPE bank PUBLIC 'x' 'http://localhost:1/x.dtd' [\n"
                   "<!ELEMENT bank EMPTY>]>\n<bank/>",
                   LEWIS_EINVALID, 1, "DOCTYPE");
}

static void
test_an_external_entity_never_gets_in(void **state)
{
    (void)state;
    assert_refused("<!DOCTYPE b [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n"
                   "<b>&x;</b>",
                   LEWIS_EINVALID, 1, "DOCTYPE");
    assert_refused("<!DOCTYPE b [<!ENTITY % x SYSTEM 'file:///etc/passwd'>"
                   "%x;]>\n<b/>",
                   LEWIS_EINVALID, 1, "DOCTYPE");
}

static void
test_a_billion_laughs_are_not_laughed(void **state)
{
    struct text xml = {0};

    (void)state;
    text_add(&xml, "<!DOCTYPE b [\n<!ENTITY a0 'lol'>\n");
    for (int i = 1; i < 30; i++) {
        text_print(&xml, "<!ENTITY a%d '", i);
        for (int j = 0; j < 10; j++)
            text_print(&xml, "&a%d;", i - 1);
        text_add(&xml, "'>\n");
    }
    text_add(&xml, "]>\n<b c='&a29;'>&a29;</b>");
    assert_refused(text_string(&xml), LEWIS_EINVALID, 1, "DOCTYPE");
    text_release(&xml);
}

static void
test_a_doctype_is_the_only_problem_told(void **state)
{
    static const char xml[] = "<!DOCTYPE b [<!ENTITY x 'y'>]><b>&x;<c></b>";
    struct problems problems = {.file = "bank.xml"};

    (void)state;
    assert_null(document_parse(xml, sizeof xml - 1, &problems));
    assert_int_equal(problems.count, 1);
    problems_release(&problems);
}

static void
test_an_undefined_entity_is_refused(void **state)
{
    (void)state;
    assert_refused("<a>\n&nbsp;</a>", LEWIS_ESYNTAX, 2,
                   "Entity 'nbsp' not defined; write the character itself");
    assert_refused("<a\nb='&eacute;'/>", LEWIS_ESYNTAX, 2, "eacute");
}

static void
test_more_than_8_mib_are_refused_unread(void **state)
{
    enum { SIZE = 9 * 1024 * 1024 };
    char *xml = malloc(SIZE);

    (void)state;
    assert_non_null(xml);
    memset(xml, ' ', SIZE);
    memcpy(xml, "<a>", 3);
    memcpy(xml + SIZE - 4, "</a>", 4);
    assert_refused_bytes(xml, SIZE, LEWIS_EINVALID, 0, "larger than 8 MiB");
    free(xml);
}

static void
test_8_mib_are_read(void **state)
{
    struct problems problems = {.file = "bank.xml"};
    char *xml = malloc(DOCUMENT_LIMIT);
    struct document *document;

    (void)state;
    assert_non_null(xml);
    memset(xml, ' ', DOCUMENT_LIMIT);
    memcpy(xml, "<a>", 3);
    memcpy(xml + DOCUMENT_LIMIT - 4, "</a>", 4);
    document = document_parse(xml, DOCUMENT_LIMIT, &problems);
    assert_non_null(document);
    document_free(document);
    free(xml);
}

static void
test_latin_1_bytes_are_refused_with_what_to_do(void **state)
{
    (void)state;
    assert_refused("<a>\ncaf\xe9</a>", LEWIS_ESYNTAX, 2,
                   "not UTF-8 (byte 0xE9); save the file as UTF-8");
    assert_refused("<?xml version='1.0' encoding='ISO-8859-1'?>\n<a>\xe9</a>",
                   LEWIS_ESYNTAX, 2, "save the file as UTF-8");
    assert_refused_bytes("\xff\xfe<\0a\0/\0>\0", 10, LEWIS_ESYNTAX, 1,
                         "save the file as UTF-8");
}

static void
test_a_file_that_claims_another_encoding_is_refused(void **state)
{
    (void)state;
    assert_refused("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xc3\xab</a>",
                   LEWIS_ESYNTAX, 1,
                   "the file is UTF-8 and says encoding=\"ISO-8859-1\"; make "
                   "that UTF-8");
    assert_refused("<?xml version=\"1.0\" encoding = \"UTF-16\" ?><a/>",
                   LEWIS_ESYNTAX, 1, "make that UTF-8");
    assert_text("\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><a>\xc3\xab"
                "</a>",
                "\xc3\xab");
    assert_text("<?xml version='1.0'?><a>encoding='x'</a>", "encoding='x'");
}

static void
test_tags_that_do_not_match_are_told_once(void **state)
{
    static const char xml[] = "<a>\n<b>\n</a>\n<c>";
    struct problems problems = {.file = "bank.xml"};

    (void)state;
    assert_refused(xml, LEWIS_ESYNTAX, 3, "not well-formed XML: ");
    assert_refused(xml, LEWIS_ESYNTAX, 3, "mismatch");
    assert_null(document_parse(xml, sizeof xml - 1, &problems));
    assert_int_equal(problems.count, 1);
    problems_release(&problems);
}

static void
test_other_broken_files_are_refused(void **state)
{
    (void)state;
    assert_refused("", LEWIS_ESYNTAX, 0, "empty");
    assert_refused("  \n", LEWIS_ESYNTAX, 2, "not well-formed XML");
    assert_refused("id,name\n1,x\n", LEWIS_ESYNTAX, 1, "not well-formed XML");
    assert_refused("<a></a>\n<b/>", LEWIS_ESYNTAX, 2, "not well-formed XML");
    assert_refused("<a b='1' b='2'/>", LEWIS_ESYNTAX, 1, "b");
    assert_refused("<a>\x01</a>", LEWIS_ESYNTAX, 1, "not well-formed XML");
    assert_refused_bytes("<a>\0</a>", 8, LEWIS_ESYNTAX, 1,
                         "not well-formed XML");
}

static void
test_a_prefix_nobody_declared_is_refused(void **state)
{
    (void)state;
    assert_refused("<a>\n<o:b/>\n</a>", LEWIS_ESYNTAX, 2, "prefix o");
}

static void
test_very_deep_nesting_is_refused(void **state)
{
    struct text xml = {0};

    (void)state;
    for (int i = 0; i < 100000; i++)
        text_add(&xml, "<a>");
    assert_refused(text_string(&xml), LEWIS_ESYNTAX, 1, "not well-formed XML");
    text_release(&xml);
}

static void
test_nothing_is_printed(void **state)
{
    FILE *file = tmpfile();
    int kept = dup(STDERR_FILENO);
    struct problems problems = {.file = "bank.xml"};
    long size;

    (void)state;
    assert_non_null(file);
    fflush(stderr);
    dup2(fileno(file), STDERR_FILENO);
    document_parse("<a>&x;<o:b></a>", 15, &problems);
    document_parse("<a>\xe9</a>", 8, &problems);
    document_parse("<!DOCTYPE a SYSTEM 'x'><a/>", 27, &problems);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    fseek(file, 0, SEEK_END);
    size = ftell(file);
    fclose(file);
    assert_int_equal(size, 0);
    assert_true(problems.errors >= 3);
    problems_release(&problems);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_elements_are_walked_in_order),
        cmocka_unit_test(test_comments_and_instructions_are_passed_over),
        cmocka_unit_test(test_white_space_in_text_is_collapsed),
        cmocka_unit_test(test_cdata_is_text),
        cmocka_unit_test(
            test_the_five_entities_and_characters_by_number_are_read),
        cmocka_unit_test(test_text_is_only_what_stands_directly_in_the_element),
        cmocka_unit_test(test_attributes_are_found_by_name),
        cmocka_unit_test(test_an_attribute_with_every_escape_is_whole),
        cmocka_unit_test(test_an_attribute_nobody_expects_is_a_stranger),
        cmocka_unit_test(test_namespaces_are_told),
        cmocka_unit_test(test_lines_beyond_65535_are_right),
        cmocka_unit_test(test_an_error_beyond_line_65535_has_its_line),
        cmocka_unit_test(test_a_doctype_is_refused_with_its_line),
        cmocka_unit_test(test_an_external_entity_never_gets_in),
        cmocka_unit_test(test_a_billion_laughs_are_not_laughed),
        cmocka_unit_test(test_a_doctype_is_the_only_problem_told),
        cmocka_unit_test(test_an_undefined_entity_is_refused),
        cmocka_unit_test(test_more_than_8_mib_are_refused_unread),
        cmocka_unit_test(test_8_mib_are_read),
        cmocka_unit_test(test_latin_1_bytes_are_refused_with_what_to_do),
        cmocka_unit_test(test_a_file_that_claims_another_encoding_is_refused),
        cmocka_unit_test(test_tags_that_do_not_match_are_told_once),
        cmocka_unit_test(test_other_broken_files_are_refused),
        cmocka_unit_test(test_a_prefix_nobody_declared_is_refused),
        cmocka_unit_test(test_very_deep_nesting_is_refused),
        cmocka_unit_test(test_nothing_is_printed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
