/* workbook_test.c - sheets of workbooks as CSV: odd ones, damaged ones, bombs.
 *
 * The workbooks are put together here, part by part, with minizip.
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
#include <zip.h>

#include "answers/opening.h"
#include "answers/sheet_cell.h"
#include "answers/workbook.h"
#include "base/text.h"

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define LINKS \
    "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'"

struct part {
    const char *path, *text;
};

static const char root_rels[] =
    "<Relationships " LINKS "><Relationship Id='r1' Type='" TYPE
    "/officeDocument' Target='xl/workbook.xml'/></Relationships>";
static const char book_rels[] =
    "<Relationships " LINKS ">"
    "<Relationship Id='r1' Type='" TYPE "/worksheet' Target='one.xml'/>"
    "<Relationship Id='r2' Type='" TYPE "/worksheet' Target='/xl/two.xml'/>"
    "<Relationship Id='r3' Type='" TYPE "/styles' Target='styles.xml'/>"
    "<Relationship Id='r4' Type='" TYPE "/sharedStrings' Target='s.xml'/>"
    "</Relationships>";
static const char book_xml[] =
    "<workbook " MAIN " xmlns:r='" TYPE "'><sheets>"
    "<sheet name='First &amp; best' sheetId='1' r:id='r1'/>"
    "<sheet name='Tweede' sheetId='2' r:id='r2'/></sheets></workbook>";
static const char book_1904_xml[] =
    "<workbook " MAIN " xmlns:r='" TYPE "'><workbookPr date1904='1'/><sheets>"
    "<sheet name='H' sheetId='1' state='hidden' r:id='r2'/>"
    "<sheet name='V' sheetId='2' r:id='r1'/></sheets></workbook>";
static const char styles_xml[] =
    "<styleSheet " MAIN "><numFmts count='1'><numFmt numFmtId='164' "
    "formatCode='dd/mm/yyyy'/></numFmts><cellXfs count='3'>"
    "<xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='22'/>"
    "</cellXfs></styleSheet>";
static const char strings_xml[] =
    "<sst " MAIN "><si><t>plain</t></si>"
    "<si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r>"
    "<rPh sb='0' eb='1'><t>reading</t></rPh></si>"
    "<si><t>a, \"b\"</t></si></sst>";
static const char one_xml[] =
    "<worksheet " MAIN "><sheetData>"
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
    "<c r='C1' t='s'><v>2</v></c></row>"
    "<row r='3'><c r='A3' t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r>"
    "</is></c><c r='C3'><v>3.0000000000000004E0</v></c></row>"
    "<row r='4'><c r='A4' s='1'><v>1</v></c><c r='B4' s='2'><v>1.5</v></c>"
    "<c r='C4' t='b'><v>1</v></c></row>"
    "<row r='5'><c r='A5' t='str'><f>A1</f><v>kept</v></c>"
    "<c r='B5' t='e'><v>#N/A</v></c></row>"
    "</sheetData></worksheet>";
static const char two_xml[] =
    "<worksheet " MAIN "><sheetData><row r='1'><c r='A1'><v>2</v></c></row>"
    "</sheetData></worksheet>";

enum { PARTS = 7 };

static void
plain_book(struct part part[PARTS])
{
    const struct part parts[PARTS] = {
        {"_rels/.rels", root_rels},
        {"xl/workbook.xml", book_xml},
        {"xl/_rels/workbook.xml.rels", book_rels},
        {"xl/styles.xml", styles_xml},
        {"xl/s.xml", strings_xml},
        {"xl/one.xml", one_xml},
        {"xl/two.xml", two_xml},
    };

    memcpy(part, parts, sizeof parts);
}

static void
make(char path[32], const struct part *part, size_t count)
{
    const zip_fileinfo info = {0};
    zipFile zip;

    strcpy(path, "/tmp/lewis-book-XXXXXX");
    close(mkstemp(path));
    zip = zipOpen(path, APPEND_STATUS_CREATE);
    assert_non_null(zip);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(zipOpenNewFileInZip(zip, part[i].path, &info, NULL, 0,
                                             NULL, 0, NULL, Z_DEFLATED,
                                             Z_DEFAULT_COMPRESSION),
                         ZIP_OK);
        assert_int_equal(zipWriteInFileInZip(zip, part[i].text,
                                             (unsigned)strlen(part[i].text)),
                         ZIP_OK);
        assert_int_equal(zipCloseFileInZip(zip), ZIP_OK);
    }
    assert_int_equal(zipClose(zip, NULL), ZIP_OK);
}

/* The CSV of a sheet, or its error; both to be freed. */
static char *
read_sheet(const char *path, const char *sheet)
{
    struct lewis_error error = {0};
    struct source *source = source_open(path, &error);
    struct text out = {0};
    char bytes[100];
    bool packed;
    ssize_t n = -1;

    assert_non_null(source);
    source = workbook_source(source, sheet, &packed, &error);
    while (source != NULL &&
           (n = source_read(source, bytes, sizeof bytes, &error)) > 0)
        text_add_bytes(&out, bytes, (size_t)n);
    source_free(source);
    if (n < 0) {
        assert_int_not_equal(error.code, LEWIS_OK);
        assert_true(*error.text != '\0');
        text_print(&out, "!%ld: %s", error.line, error.text);
    }
    text_add(&out, "");
    return out.bytes;
}

static void
expect(const struct part *part, size_t count, const char *sheet,
       const char *csv)
{
    char path[32], *out;

    make(path, part, count);
    out = read_sheet(path, sheet);
    unlink(path);
    if (*csv == '*')
        assert_non_null(strstr(out, csv + 1));
    else
        assert_string_equal(out, csv);
    free(out);
}

static void
test_cells_are_what_excel_shows(void **state)
{
    struct part part[PARTS];

    (void)state;
    plain_book(part);
    expect(part, PARTS, NULL,
           "plain,rich text,\"a, \"\"b\"\"\"\n"
           "\n"
           "inline,,3\n"
           "1900-01-01,1900-01-01 12:00:00,TRUE\n"
           "kept,#N/A,\n");
}

static void
test_a_sheet_goes_by_its_name_or_number(void **state)
{
    struct part part[PARTS];

    (void)state;
    plain_book(part);
    expect(part, PARTS, "Tweede", "2\n");
    expect(part, PARTS, "2", "2\n");
    expect(part, PARTS, "3", "*there is no sheet");
    expect(part, PARTS, "Nobody",
           "*there is no sheet \"Nobody\"; there are \"First & best\", "
           "\"Tweede\", or a number");
}

static void
test_dates_may_begin_in_1904_and_sheets_be_hidden(void **state)
{
    struct part part[PARTS];

    (void)state;
    plain_book(part);
    part[1].text = book_1904_xml;
    expect(part, PARTS, NULL, "*\n1904-01-02,1904-01-02 12:00:00,TRUE\n");
    expect(part, PARTS, "H", "2\n");
}

/* Day 59 and 61 stand around the day that never was; day 45574.5 is
 * 2024-10-09 12:00 (date -d). */
static void
test_days_are_counted_as_excel_does(void **state)
{
    static const struct {
        double days;
        bool from_1904;
        const char *text;
    } day[] = {
        {59, false, "1900-02-28"},          {61, false, "1900-03-01"},
        {45574.5, false, "2024-10-09 12:00:00"}, {0.75, false, "18:00:00"},
        {45574.5 - 1462, true, "2024-10-09 12:00:00"},
        {0, true, "1904-01-01"},            {2958465, false, "9999-12-31"},
        {45574.9999999, false, "2024-10-10"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof day / sizeof day[0]; i++) {
        struct text out = {0};
        assert_true(sheet_cell_add_date(&out, day[i].days, day[i].from_1904));
        assert_string_equal(text_string(&out), day[i].text);
        text_release(&out);
    }
    struct text out = {0};
    assert_false(sheet_cell_add_date(&out, -1, false));
    assert_false(sheet_cell_add_date(&out, 2958466, false));
}

static void
test_columns_go_from_a_to_xfd(void **state)
{
    (void)state;
    assert_int_equal(sheet_cell_column("A1"), 0);
    assert_int_equal(sheet_cell_column("AB12"), 27);
    assert_int_equal(sheet_cell_column("XFD1048576"), 16383);
    assert_int_equal(sheet_cell_column("XFE1"), -1);
    assert_int_equal(sheet_cell_column("12"), -1);
    assert_int_equal(sheet_cell_column(""), -1);
    assert_true(sheet_cell_format_is_date("d/m/yy h:mm"));
    assert_false(sheet_cell_format_is_date("[Red]0.0"));
    assert_false(sheet_cell_format_is_date("\"days\" 0"));
}

static void
test_what_is_wrong_inside_is_told(void **state)
{
    struct part part[PARTS];
    static const struct part other[] = {{"Scores form.csv", "id,T01\n"},
                                        {"More.CSV", "id,T01\n"}};

    (void)state;
    plain_book(part);
    part[5].text = "<worksheet " MAIN "><sheetData><row r='1'><c r='A1'>";
    expect(part, PARTS, NULL, "*!");
    plain_book(part);
    part[5].text = "<worksheet " MAIN "><sheetData><row r='1'>"
                   "<c r='A1' t='s'><v>3</v></c></row></sheetData>"
                   "</worksheet>";
    expect(part, PARTS, NULL, "*!");
    part[5].text = "<worksheet " MAIN "><sheetData><row r='1048577'>"
                   "<c r='A1048577'><v>3</v></c></row></sheetData>"
                   "</worksheet>";
    expect(part, PARTS, NULL, "*!");
    plain_book(part);
    part[5].path = "xl/gone.xml";
    expect(part, PARTS, NULL, "*it has no xl/one.xml");
    expect(other, 2, NULL,
           "*this is a ZIP file and no workbook; unpack it and give "
           "\"Scores form.csv\"");
}

/* What opening makes of an archive, its name before it; or the error. */
static void
expect_opened(const struct part *part, size_t count,
              const struct lewis_reading *reading, const char *expected)
{
    struct lewis_error error = {0};
    struct opened opened;
    struct text out = {0};
    char path[32], bytes[5];
    struct source *source;
    ssize_t n = -1;

    make(path, part, count);
    source = opening_source(path, reading, &opened, &error);
    if (source != NULL) {
        assert_false(opened.workbook);
        assert_memory_equal(source_name(source), path, strlen(path));
        text_add(&out, source_name(source) + strlen(path));
        text_add(&out, "|");
    }
    while (source != NULL &&
           (n = source_read(source, bytes, sizeof bytes, &error)) > 0)
        text_add_bytes(&out, bytes, (size_t)n);
    if (n < 0)
        text_print(&out, "!%s", error.text);
    unlink(path);
    if (strncmp(text_string(&out), expected, strlen(expected)) != 0)
        fail_msg("\"%s\", not \"%s\"", text_string(&out), expected);
    source_free(source);
    text_release(&out);
}

static void
test_a_packed_csv_is_read(void **state)
{
    static const struct part google[] = {{"Form.csv", "id,T01\nann,b\n"}};
    static const struct part macos[] = {{"Form.CSV", "id\n"},
                                        {"__MACOSX/._Form.CSV", "x"},
                                        {"read me.txt", "x"}};
    static const struct part western[] = {{"a.csv", "id\nZo\xEB\n"}};
    static const struct part two[] = {{"a.csv", "id\n"}, {"b.csv", "id\n"}};
    static const struct part nested[] = {{"a.csv", "PK\003\004 and so on"}};
    static const struct part none[] = {{"a.txt", "id\n"}};
    const struct lewis_reading plain = {0};

    (void)state;
    expect_opened(google, 1, &plain, ":Form.csv|id,T01\nann,b\n");
    expect_opened(macos, 3, &plain, ":Form.CSV|id\n");
    expect_opened(western, 1,
                  &(struct lewis_reading){.encoding = "windows-1252"},
                  ":a.csv|id\nZo\xC3\xAB\n");
    expect_opened(google, 1, &(struct lewis_reading){.sheet = "Form1"},
                  "!this is no Excel workbook; --sheet is for those");
    expect_opened(two, 2, &plain, "!this is a ZIP file and no workbook; unpack");
    expect_opened(nested, 1, &plain,
                  "!this is a ZIP file inside a ZIP file; unpack it");
    expect_opened(none, 1, &plain, "!this is a ZIP file and no workbook; unpack");
}

static void
test_a_bomb_is_not_read(void **state)
{
    enum { MIB = 65 };
    struct part part[PARTS];
    size_t size = (size_t)MIB << 20;
    char *spaces = malloc(size + sizeof two_xml);

    (void)state;
    assert_non_null(spaces);
    memset(spaces, ' ', size);
    strcpy(spaces + size, two_xml);
    plain_book(part);
    part[5].text = spaces;
    expect(part, PARTS, NULL, "*would take 65 MiB; it is not read");
    part[5].text = one_xml;
    part[4].text = spaces;
    expect(part, PARTS, NULL, "*would take 65 MiB; it is not read");
    free(spaces);
}

static void
test_a_row_over_a_mebibyte_is_refused(void **state)
{
    struct part part[PARTS];
    struct text row = {0};

    (void)state;
    text_add(&row, "<worksheet " MAIN "><sheetData><row r='1'>");
    for (unsigned i = 0; i < 70; i++) {
        text_add(&row, "<c t='str'><v>");
        for (unsigned n = 0; n < 16000; n++)
            text_print(&row, "%c", 'a' + (n * n + i * 7 + n / 3) % 26);
        text_add(&row, "</v></c>");
    }
    text_add(&row, "</row></sheetData></worksheet>");
    plain_book(part);
    part[5].text = row.bytes;
    expect(part, PARTS, NULL, "*!1: ");
    text_release(&row);
}

/* Cut off anywhere, or with a byte that is another: an error or the sheet, and
 * never a crash. */
static void
test_damaged_workbooks_are_survived(void **state)
{
    struct part part[PARTS];
    char path[32], bad[] = "/tmp/lewis-bad-XXXXXX", whole[16384];
    size_t size, step = 3, errors = 0;
    FILE *file;

    (void)state;
    plain_book(part);
    make(path, part, PARTS);
    close(mkstemp(bad));
    file = fopen(path, "rb");
    assert_non_null(file);
    size = fread(whole, 1, sizeof whole, file);
    fclose(file);
    assert_true(size > 1000 && size < sizeof whole);
    for (size_t cut = 4; cut < size; cut += step) {
        for (int flip = 0; flip < 2; flip++) {
            char kept = whole[cut];
            whole[cut] = flip ? (char)(kept ^ 0x55) : kept;
            file = fopen(bad, "wb");
            assert_non_null(file);
            fwrite(whole, 1, flip ? size : cut, file);
            fclose(file);
            whole[cut] = kept;
            char *out = read_sheet(bad, NULL);
            errors += strchr(out, '!') != NULL;
            if (!flip)
                assert_non_null(strchr(out, '!'));
            free(out);
        }
    }
    assert_true(errors > size / step);
    unlink(path);
    unlink(bad);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells_are_what_excel_shows),
        cmocka_unit_test(test_a_sheet_goes_by_its_name_or_number),
        cmocka_unit_test(test_dates_may_begin_in_1904_and_sheets_be_hidden),
        cmocka_unit_test(test_days_are_counted_as_excel_does),
        cmocka_unit_test(test_columns_go_from_a_to_xfd),
        cmocka_unit_test(test_what_is_wrong_inside_is_told),
        cmocka_unit_test(test_a_packed_csv_is_read),
        cmocka_unit_test(test_a_bomb_is_not_read),
        cmocka_unit_test(test_a_row_over_a_mebibyte_is_refused),
        cmocka_unit_test(test_damaged_workbooks_are_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
