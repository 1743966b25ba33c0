/* picture_test.c - PNG, PDF and SVG hold what the scene says.
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

#include <lewis/render.h>

#include "base/file.h"
#include "chart/scene.h"

#include "near.h"

struct bytes {
    unsigned char *data;
    size_t size;
};

static int
set_up(void **state)
{
    (void)state;
    return setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
}

/* A page of 100 x 50 points with one of each kind of shape. */
static struct lewis_scene *
small_scene(void)
{
    struct lewis_scene *scene =
        scene_new(100, 50, "Caf\xC3\xA9 <script>", "One & \"two\"", "en");
    const struct scene_point point[] = {{10, 10}, {40, 10}, {40, 40}, {10, 40}};

    assert_non_null(scene);
    scene_group(scene, "member", "<script>alert('x')</script> & co");
    scene_polygon(scene, point, 4, scene_fill(0xC8322B, 1));
    scene_line(scene, point, 2, scene_stroke(0x222222, 1));
    scene_circle(scene, (struct scene_point){75, 25}, 12,
                 scene_fill(0x0B5CAD, 0.5));
    scene_text(scene, (struct scene_point){50, 45}, "<script>Zo\xC3\xAB", 8,
               true, SCENE_MIDDLE, 0x222222, 1, 0xFFFFFF);
    scene_end(scene);
    scene_text(scene, (struct scene_point){95, 10}, "Confident", 7, false,
               SCENE_FINISH, 0x222222, 0, 0);
    assert_true(scene_ok(scene));
    return scene;
}

/* A file whose name ends in 'ending', made from the scene; to be unlinked. */
static void
draw(const struct lewis_scene *scene, const char *ending, double dpi,
     char path[64])
{
    struct lewis_render_options options = lewis_render_defaults();
    struct lewis_error error = {0};
    struct lewis_output *output;
    enum lewis_picture picture;
    int file;

    snprintf(path, 64, "/tmp/lewis-picture-XXXXXX%s", ending);
    file = mkstemps(path, (int)strlen(ending));
    assert_true(file >= 0);
    close(file);
    assert_true(lewis_picture_parse(path, &picture));
    options.dpi = dpi;
    output = lewis_output_open(path, &error);
    assert_non_null(output);
    if (!lewis_render(scene, picture, &options, output, &error))
        fail_msg("%s: %s", ending, error.text);
    assert_true(lewis_output_commit(output, &error));
    lewis_output_free(output);
}

static struct bytes
drawn(const struct lewis_scene *scene, const char *ending, double dpi)
{
    struct bytes bytes;
    char path[64];

    draw(scene, ending, dpi, path);
    bytes.data = (unsigned char *)file_read(path, 1 << 24, &bytes.size, NULL);
    assert_non_null(bytes.data);
    unlink(path);
    return bytes;
}

/* --- names of files --- */

static void
test_the_ending_of_a_file_chooses_the_picture(void **state)
{
    enum lewis_picture picture = LEWIS_PNG;

    (void)state;
    assert_true(lewis_picture_parse("a.b/team.PDF", &picture));
    assert_int_equal(picture, LEWIS_PDF);
    assert_true(lewis_picture_parse(".svg", &picture));
    assert_int_equal(picture, LEWIS_SVG);
    assert_true(lewis_picture_parse("x.scene", &picture));
    assert_int_equal(picture, LEWIS_SCENE);
    assert_false(lewis_picture_parse("x.jpg", &picture));
    assert_false(lewis_picture_parse("png", &picture));
    assert_false(lewis_picture_parse("x.png.gz", &picture));
    assert_int_equal(picture, LEWIS_SCENE);
}

/* --- the same bytes --- */

static void
expect_same_twice(const char *ending)
{
    struct lewis_scene *scene = small_scene();
    struct bytes first = drawn(scene, ending, 150);
    struct bytes second = drawn(scene, ending, 150);

    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.data, second.data, first.size);
    free(first.data);
    free(second.data);
    lewis_scene_free(scene);
}

static void
test_the_same_scene_gives_the_same_bytes(void **state)
{
    (void)state;
    expect_same_twice(".png");
    expect_same_twice(".pdf");
    expect_same_twice(".svg");
    expect_same_twice(".scene");
}

/* --- PNG --- */

static uint32_t
big_endian(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
           (uint32_t)at[2] << 8 | at[3];
}

/* The data of the first chunk of that type whose data begin with 'start';
 * NULL when there is none. */
static const unsigned char *
chunk(const struct bytes *png, const char *type, const char *start)
{
    for (size_t at = 8; at + 12 <= png->size;) {
        uint32_t length = big_endian(png->data + at);
        const unsigned char *data = png->data + at + 8;

        assert_true(length <= png->size - at - 12);
        if (memcmp(png->data + at + 4, type, 4) == 0 &&
            memcmp(data, start, strlen(start)) == 0)
            return data;
        at += 12 + (size_t)length;
    }
    return NULL;
}

static void
test_a_png_has_its_size_in_pixels_and_on_paper(void **state)
{
    struct lewis_scene *scene = small_scene();
    struct bytes png = drawn(scene, ".png", 144);
    const unsigned char *header, *paper;

    (void)state;
    assert_memory_equal(png.data, "\x89PNG\r\n\x1A\n", 8);
    header = chunk(&png, "IHDR", "");
    assert_non_null(header);
    assert_int_equal(big_endian(header), 200);
    assert_int_equal(big_endian(header + 4), 100);
    assert_int_equal(header[8], 8); /* bits */
    assert_int_equal(header[9], 2); /* RGB */
    paper = chunk(&png, "pHYs", "");
    assert_non_null(paper);
    assert_int_equal(big_endian(paper), 5669); /* 144 / 0.0254 */
    assert_int_equal(big_endian(paper + 4), 5669);
    assert_int_equal(paper[8], 1); /* a metre */
    free(png.data);
    lewis_scene_free(scene);
}

static void
test_a_png_says_what_it_shows(void **state)
{
    struct lewis_scene *scene = small_scene();
    struct bytes png = drawn(scene, ".png", 72);
    const unsigned char *words;

    (void)state;
    words = chunk(&png, "tEXt", "Description");
    assert_non_null(words);
    assert_memory_equal(words + 12, "One & \"two\"", 11);
    assert_non_null(chunk(&png, "tEXt", "Software"));
    assert_non_null(chunk(&png, "iTXt", "Title")); /* not ASCII */
    free(png.data);
    lewis_scene_free(scene);
}

static void
test_too_many_pixels_are_refused(void **state)
{
    struct lewis_scene *scene = scene_new(14400, 14400, "t", "d", "en");
    struct lewis_render_options options = lewis_render_defaults();
    struct lewis_output *output =
        lewis_output_open("/tmp/lewis-too-large.png", NULL);
    struct lewis_error error = {0};

    (void)state;
    assert_non_null(output);
    assert_false(lewis_render(scene, LEWIS_PNG, &options, output, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_non_null(strstr(error.text, "30000 x 30000 pixels"));
    options.dpi = 10;
    assert_false(lewis_render(scene, LEWIS_PNG, &options, output, &error));
    assert_non_null(strstr(error.text, "36 to 1200"));
    lewis_output_free(output);
    lewis_scene_free(scene);
}

/* --- SVG --- */

static void
test_an_svg_escapes_what_people_are_called(void **state)
{
    struct lewis_scene *scene = small_scene();
    struct bytes svg = drawn(scene, ".svg", 72);
    const char *text = (const char *)svg.data;

    (void)state;
    assert_null(strstr(text, "<script"));
    assert_non_null(strstr(text, "&lt;script&gt;Zo\xC3\xAB</text>"));
    assert_non_null(strstr(text, "&amp; co</title>"));
    free(svg.data);
    lewis_scene_free(scene);
}

static void
test_an_svg_tells_screen_readers_what_it_is(void **state)
{
    struct lewis_scene *scene = small_scene();
    struct bytes svg = drawn(scene, ".svg", 72);
    const char *text = (const char *)svg.data;

    (void)state;
    assert_non_null(strstr(text, "role=\"img\""));
    assert_non_null(strstr(text, "aria-labelledby=\"lewis-"));
    assert_non_null(
        strstr(text, "-title\">Caf\xC3\xA9 &lt;script&gt;</title>"));
    assert_non_null(strstr(text, "<desc id=\"lewis-"));
    assert_non_null(strstr(text, "class=\"member\""));
    assert_non_null(strstr(text, "width=\"100.00pt\""));
    free(svg.data);
    lewis_scene_free(scene);
}

/* Skips the test when there is no such program. */
static void
need(const char *program)
{
    char command[100];

    snprintf(command, sizeof command, "command -v %s >/dev/null 2>&1", program);
    if (system(command) != 0)
        skip();
}

static void
test_an_svg_is_well_formed(void **state)
{
    struct lewis_scene *scene;
    char path[64], command[120];

    (void)state;
    need("xmllint");
    scene = small_scene();
    draw(scene, ".svg", 72, path);
    snprintf(command, sizeof command, "xmllint --nonet --noout %s", path);
    assert_int_equal(system(command), 0);
    unlink(path);
    lewis_scene_free(scene);
}

/* --- PDF --- */

static void
test_a_pdf_holds_its_date_and_title(void **state)
{
    struct lewis_scene *scene = small_scene();
    struct bytes pdf = drawn(scene, ".pdf", 72);

    (void)state;
    assert_memory_equal(pdf.data, "%PDF-1.4", 8);
    assert_non_null(
        memmem(pdf.data, pdf.size, "20231114221320Z", 15)); /* 1700000000 */
    assert_non_null(memmem(pdf.data, pdf.size, "/Title", 6));
    free(pdf.data);
    lewis_scene_free(scene);
}

static void
test_text_can_be_found_in_a_pdf(void **state)
{
    struct lewis_scene *scene;
    char path[64], command[120], text[1000] = "";
    FILE *pipe;
    size_t size;

    (void)state;
    need("pdftotext");
    scene = small_scene();
    draw(scene, ".pdf", 72, path);
    snprintf(command, sizeof command, "pdftotext -enc UTF-8 %s -", path);
    pipe = popen(command, "r");
    assert_non_null(pipe);
    size = fread(text, 1, sizeof text - 1, pipe);
    text[size] = '\0';
    assert_int_equal(pclose(pipe), 0);
    assert_non_null(strstr(text, "<script>Zo\xC3\xAB"));
    assert_non_null(strstr(text, "Confident"));
    unlink(path);
    lewis_scene_free(scene);
}

/* --- measuring --- */

static void
test_texts_are_measured_in_proportion_to_their_size(void **state)
{
    struct lewis_ruler *ruler = lewis_ruler_new(NULL);
    struct lewis_measure measure;
    double small, large, bold;

    (void)state;
    assert_non_null(ruler);
    measure = lewis_ruler_measure(ruler);
    small = measure.width_pt(measure.payload, "Linear-active", 8, false);
    large = measure.width_pt(measure.payload, "Linear-active", 80, false);
    bold = measure.width_pt(measure.payload, "Linear-active", 8, true);
    assert_true(small > 10);
    assert_near(large / small, 10, 0.02);
    assert_true(bold > small);
    assert_near(measure.width_pt(measure.payload, "Linear-active", 8, false),
                small, 0);
    assert_near(measure.width_pt(measure.payload, "", 8, false), 0, 0);
    lewis_ruler_free(ruler);
}

static void
test_characters_without_a_glyph_are_counted(void **state)
{
    struct lewis_ruler *ruler = lewis_ruler_new(NULL);
    struct lewis_measure measure;

    (void)state;
    assert_non_null(ruler);
    measure = lewis_ruler_measure(ruler);
    measure.width_pt(measure.payload, "Ann", 8, false);
    assert_int_equal(lewis_ruler_unknown(ruler), 0);
    /* U+EFFFD, in a private plane that no font has */
    measure.width_pt(measure.payload, "\xF3\xAF\xBF\xBD", 8, false);
    assert_true(lewis_ruler_unknown(ruler) > 0);
    lewis_ruler_free(ruler);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_ending_of_a_file_chooses_the_picture),
        cmocka_unit_test(test_the_same_scene_gives_the_same_bytes),
        cmocka_unit_test(test_a_png_has_its_size_in_pixels_and_on_paper),
        cmocka_unit_test(test_a_png_says_what_it_shows),
        cmocka_unit_test(test_too_many_pixels_are_refused),
        cmocka_unit_test(test_an_svg_escapes_what_people_are_called),
        cmocka_unit_test(test_an_svg_tells_screen_readers_what_it_is),
        cmocka_unit_test(test_an_svg_is_well_formed),
        cmocka_unit_test(test_a_pdf_holds_its_date_and_title),
        cmocka_unit_test(test_text_can_be_found_in_a_pdf),
        cmocka_unit_test(test_texts_are_measured_in_proportion_to_their_size),
        cmocka_unit_test(test_characters_without_a_glyph_are_counted),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
