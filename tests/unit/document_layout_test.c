/* document_layout_test.c - whatever a document says, all of it stands on its
 * pages.
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

#include "report/document.h"

/* Every letter is six tenths as wide as high, bold or not. */
static double
width(void *payload, const char *text, double size_pt, bool bold)
{
    (void)payload;
    (void)bold;
    return 0.6 * size_pt * (double)utf8_columns(text, strlen(text));
}

static const struct lewis_measure measure = {.width_pt = width};

static struct lewis_document *
new_document(enum lewis_paper paper)
{
    const struct lewis_document_options options = {
        .paper = paper, .lang = "en", .measure = measure};
    struct lewis_document *document =
        document_new(&options, "Title", "A test.");

    assert_non_null(document);
    return document;
}

/* Where a text begins. */
static double
left_of(const struct scene_shape *shape)
{
    double wide = width(NULL, shape->text, shape->size_pt, false);

    return shape->anchor == SCENE_FINISH ? shape->point->x - wide
                                         : shape->point->x;
}

static void
assert_on_page(const struct lewis_scene *page)
{
    double margin = document_margin_pt() - 0.5;

    for (size_t i = 0; i < scene_count(page); i++) {
        const struct scene_shape *shape = scene_at(page, i);
        double left, right;

        if (shape->kind != SCENE_TEXT)
            continue;
        left = left_of(shape);
        right = left + width(NULL, shape->text, shape->size_pt, false);
        if (left < margin || right > scene_width_pt(page) - margin ||
            shape->point->y < margin ||
            shape->point->y > scene_height_pt(page) - margin / 2)
            fail_msg("\"%s\" at %.1f, %.1f to %.1f", shape->text,
                     shape->point->y, left, right);
    }
}

/* How often the words stand on the pages. */
static size_t
count_texts(const struct lewis_document *document, const char *words)
{
    size_t count = 0;

    for (size_t p = 0; p < lewis_document_page_count(document); p++) {
        const struct lewis_scene *page = lewis_document_page(document, p);

        for (size_t i = 0; i < scene_count(page); i++)
            count += scene_at(page, i)->kind == SCENE_TEXT &&
                     strcmp(scene_at(page, i)->text, words) == 0;
    }
    return count;
}

static void
lay_out(struct lewis_document *document)
{
    assert_true(lewis_document_lay_out(document, &measure, NULL));
    for (size_t i = 0; i < lewis_document_page_count(document); i++)
        assert_on_page(lewis_document_page(document, i));
}

static void
test_a_long_paragraph_goes_on_over_pages(void **state)
{
    struct lewis_document *document = new_document(LEWIS_PAPER_A4);
    struct text words = {0};

    (void)state;
    for (int i = 0; i < 3000; i++)
        text_print(&words, "word%d ", i);
    document_text(document, TONE_NOTICE, text_string(&words));
    lay_out(document);
    assert_true(lewis_document_page_count(document) > 2);
    text_release(&words);
    lewis_document_free(document);
}

static void
test_words_wider_than_the_page_are_broken(void **state)
{
    struct lewis_document *document = new_document(LEWIS_PAPER_LETTER);
    char word[400];

    (void)state;
    memset(word, 'W', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    document_heading(document, word);
    document_text(document, TONE_PLAIN, word);
    document_item(document, word, word);
    document_labelled(document, word, "text");
    document_table(document, 3, (const char *const[]){word, "b", word});
    document_row(document, (const char *const[]){"a", word, "c"});
    lay_out(document);
    lewis_document_free(document);
}

static void
test_a_table_of_many_rows_repeats_its_head(void **state)
{
    struct lewis_document *document = new_document(LEWIS_PAPER_A4);

    (void)state;
    document_table(document, 2, (const char *const[]){"Head", "Other"});
    for (int i = 0; i < 200; i++)
        document_row(document, (const char *const[]){"row", "x"});
    lay_out(document);
    assert_int_equal(count_texts(document, "row"), 200);
    assert_int_equal(count_texts(document, "Head"),
                     lewis_document_page_count(document));
    lewis_document_free(document);
}

/* What has no space stays in one piece; a name gives way, at its hyphens. */
static void
test_a_long_name_does_not_break_the_numbers_beside_it(void **state)
{
    static const char *const row[] = {
        "Maximiliana-Alexandra-Konstantina-Theodora",
        "reactive or linear-active",
        "18\xC2\xA0%\xC2\xA0(10\xE2\x80\x93" "29\xC2\xA0%)",
        "19\xC2\xA0%\xC2\xA0(10\xE2\x80\x93" "29\xC2\xA0%)",
        "20\xC2\xA0%\xC2\xA0(10\xE2\x80\x93" "29\xC2\xA0%)",
        "21\xC2\xA0%\xC2\xA0(10\xE2\x80\x93" "29\xC2\xA0%)",
    };
    struct lewis_document *document = new_document(LEWIS_PAPER_A4);

    (void)state;
    document_table(document, 6,
                   (const char *const[]){"Name", "First", "A", "B", "C", "D"});
    document_row(document, row);
    lay_out(document);
    for (int i = 18; i < 22; i++) {
        char whole[40];

        snprintf(whole, sizeof whole, "%d %% (10\xE2\x80\x93" "29 %%)", i);
        assert_int_equal(count_texts(document, whole), 1);
    }
    assert_int_equal(count_texts(document, "Maximiliana-"), 1);
    assert_int_equal(count_texts(document, "Konstantina-"), 1);
    assert_int_equal(count_texts(document, "Theodora"), 1);
    lewis_document_free(document);
}

static void
test_bars_with_long_names_keep_to_the_page(void **state)
{
    struct lewis_document *document = new_document(LEWIS_PAPER_A4);
    char name[61];

    (void)state;
    memset(name, 'M', 60);
    name[60] = '\0';
    for (int i = 0; i < 90; i++)
        document_bar(document, LEWIS_LINEAR, name, 0.5, 0.2, 0.8);
    lay_out(document);
    assert_int_equal(count_texts(document, "50 % (20\xE2\x80\x93" "80 %)"), 90);
    lewis_document_free(document);
}

/* As many words of nine letters as a line has room for, and one more. */
static void
test_no_word_is_alone_on_a_last_line(void **state)
{
    struct lewis_document *document = new_document(LEWIS_PAPER_A4);
    double line = 595.28 - 2 * document_margin_pt();
    size_t fit = (size_t)((line / 6.0 + 1) / 10);
    struct text words = {0};

    (void)state;
    for (size_t i = 0; i < fit; i++)
        text_add(&words, "ninetimes ");
    text_add(&words, "last.");
    document_text(document, TONE_PLAIN, text_string(&words));
    lay_out(document);
    assert_int_equal(count_texts(document, "last."), 0);
    assert_int_equal(count_texts(document, "ninetimes last."), 1);
    text_release(&words);
    lewis_document_free(document);
}

static void
test_letters_get_smaller_to_keep_to_pages(void **state)
{
    struct lewis_document *document = new_document(LEWIS_PAPER_A4);

    (void)state;
    for (int i = 0; i < 44; i++)
        document_text(document, TONE_PLAIN, "A line.");
    lay_out(document);
    assert_true(lewis_document_page_count(document) == 2);
    document->pages_wanted = 1;
    lay_out(document);
    assert_int_equal(lewis_document_page_count(document), 1);
    lewis_document_free(document);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_long_paragraph_goes_on_over_pages),
        cmocka_unit_test(test_words_wider_than_the_page_are_broken),
        cmocka_unit_test(test_a_table_of_many_rows_repeats_its_head),
        cmocka_unit_test(
            test_a_long_name_does_not_break_the_numbers_beside_it),
        cmocka_unit_test(test_bars_with_long_names_keep_to_the_page),
        cmocka_unit_test(test_no_word_is_alone_on_a_last_line),
        cmocka_unit_test(test_letters_get_smaller_to_keep_to_pages),
    };

    return cmocka_run_group_tests_name("document_layout", tests, NULL, NULL);
}
