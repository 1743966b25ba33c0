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
#include <png.h>

#include <lewis/render.h>

#include "base/file.h"
#include "base/text.h"
#include "chart/scene.h"
#include "render/pdf_update.h"
#include "render/type.h"

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
    words = chunk(&png, "iTXt", "Description");
    assert_non_null(words);
    /* NUL, not compressed, method 0, language NUL, keyword NUL, text */
    assert_memory_equal(words + 11, "\0\0\0en\0Description\0One & \"two\"",
                        3 + 3 + 12 + 11);
    words = chunk(&png, "iTXt", "Title");
    assert_non_null(words);
    assert_memory_equal(words + 5, "\0\0\0en\0Title\0Caf\xC3\xA9 <script>",
                        3 + 3 + 6 + 14);
    assert_non_null(chunk(&png, "iTXt", "Software"));
    assert_null(chunk(&png, "tIME", "")); /* the same bytes on any day */
    free(png.data);
    lewis_scene_free(scene);
}

/* The colour of a pixel, read back by libpng: 0xRRGGBB. */
static uint32_t
pixel(const struct bytes *png, size_t x, size_t y)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    unsigned char *data, *at;
    uint32_t colour;

    assert_true(png_image_begin_read_from_memory(&image, png->data, png->size));
    image.format = PNG_FORMAT_RGB;
    data = malloc(PNG_IMAGE_SIZE(image));
    assert_non_null(data);
    assert_true(png_image_finish_read(&image, NULL, data, 0, NULL));
    assert_true(x < image.width && y < image.height);
    at = data + 3 * (y * image.width + x);
    colour = (uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2];
    free(data);
    return colour;
}

static void
test_the_pixels_of_a_png_are_those_of_the_scene(void **state)
{
    struct lewis_scene *scene = small_scene();
    struct bytes png = drawn(scene, ".png", 144);

    (void)state;
    assert_int_equal(pixel(&png, 0, 0), 0xFFFFFF);
    assert_int_equal(pixel(&png, 199, 0), 0xFFFFFF);
    assert_int_equal(pixel(&png, 0, 99), 0xFFFFFF);
    assert_int_equal(pixel(&png, 199, 99), 0xFFFFFF);
    assert_int_equal(pixel(&png, 50, 50), 0xC8322B); /* in the square */
    assert_in_range(pixel(&png, 150, 50) >> 16, 0x83, 0x87); /* half blue */
    free(png.data);
    lewis_scene_free(scene);
}

/* 'colours' squares of one point, each in a colour of its own, on white. */
static struct bytes
squares(int colours)
{
    struct lewis_scene *scene = scene_new(20, 20, "t", "d", "en");
    struct bytes png;

    assert_non_null(scene);
    for (int i = 0; i < colours; i++) {
        double x = i % 20, y = i / 20;
        const struct scene_point point[] = {
            {x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}};

        scene_polygon(scene, point, 4, scene_fill(i * 0x010305, 1));
    }
    png = drawn(scene, ".png", 72);
    lewis_scene_free(scene);
    return png;
}

static void
expect_palette(int colours, int bits, int type)
{
    struct bytes png = squares(colours);
    const unsigned char *header = chunk(&png, "IHDR", "");

    assert_non_null(header);
    assert_int_equal(header[8], bits);
    assert_int_equal(header[9], type);
    for (int i = 0; i < colours; i++)
        assert_int_equal(pixel(&png, (size_t)i % 20, (size_t)i / 20),
                         i * 0x010305 & 0xFFFFFF);
    assert_int_equal(pixel(&png, 19, 19), 0xFFFFFF);
    free(png.data);
}

static void
test_few_colours_are_a_palette_and_none_is_changed(void **state)
{
    (void)state;
    expect_palette(1, 1, 3); /* and white */
    expect_palette(3, 2, 3);
    expect_palette(15, 4, 3);
    expect_palette(16, 8, 3);
    expect_palette(255, 8, 3);
    expect_palette(256, 8, 2);
}

static void
test_a_picture_without_pixels_is_refused(void **state)
{
    struct lewis_scene *scene = scene_new(0.4, 100, "t", "d", "en");
    struct lewis_render_options options = lewis_render_defaults();
    struct lewis_output *output =
        lewis_output_open("/tmp/lewis-too-small.png", NULL);
    struct lewis_error error = {0};

    (void)state;
    options.dpi = 72;
    assert_false(lewis_render(scene, LEWIS_PNG, &options, output, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_non_null(strstr(error.text, "0 x 100 pixels"));
    lewis_output_free(output);
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

/* In an SVG the start of such a text is its right end. */
static void
test_an_svg_says_what_runs_from_right_to_left(void **state)
{
    struct lewis_scene *scene = scene_new(200, 100, "T", "D", "en");
    struct bytes svg;
    const char *text;

    (void)state;
    scene_text(scene, (struct scene_point){10, 20},
               "\xD7\x93\xD7\x95\xD7\x93 3", 8, false, SCENE_START, 0, 0, 0);
    scene_text(scene, (struct scene_point){10, 40},
               "(2) \xD9\x84\xD9\x8A", 8, false, SCENE_FINISH, 0, 0, 0);
    scene_text(scene, (struct scene_point){10, 60},
               "Ann \xD9\x84\xD9\x8A", 8, false, SCENE_FINISH, 0, 0, 0);
    svg = drawn(scene, ".svg", 72);
    text = (const char *)svg.data;
    assert_non_null(strstr(text, "y=\"20.00\" font-size=\"8.00\" text-anchor="
                                 "\"end\" direction=\"rtl\" unicode-bidi="
                                 "\"embed\" fill="));
    assert_non_null(strstr(text, "y=\"40.00\" font-size=\"8.00\" direction="
                                 "\"rtl\" unicode-bidi=\"embed\" fill="));
    assert_non_null(strstr(text, "y=\"60.00\" font-size=\"8.00\" text-anchor="
                                 "\"end\" fill="));
    free(svg.data);
    lewis_scene_free(scene);
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

/* What the command prints for the file; to be freed. */
static char *
said_of(const char *command, const struct lewis_scene *scene)
{
    char path[64], line[160], *said = calloc(1, 20000);
    FILE *pipe;

    assert_non_null(said);
    draw(scene, ".pdf", 72, path);
    snprintf(line, sizeof line, "%s %s", command, path);
    pipe = popen(line, "r");
    assert_non_null(pipe);
    said[fread(said, 1, 19999, pipe)] = '\0';
    assert_int_equal(pclose(pipe), 0);
    unlink(path);
    return said;
}

/* A page with every part: a head with a title, a legend with two entries, a
 * foot; and a character beyond the basic plane in its words. */
static struct lewis_scene *
page_scene(void)
{
    struct lewis_scene *scene =
        scene_new(300, 200, "Team", "Zo\xC3\xAB \xF0\x9F\x98\x80 (a)", "nl");
    const struct scene_point point[] = {{50, 150}, {150, 150}, {100, 60}};

    assert_non_null(scene);
    scene_group(scene, "backdrop", NULL);
    scene_polygon(scene, point, 3, scene_fill(0xC4D6ED, 1));
    scene_end(scene);
    scene_group(scene, "head", NULL);
    scene_group(scene, "title", NULL);
    scene_text(scene, (struct scene_point){5, 15}, "Team", 12, true,
               SCENE_START, 0, 0, 0);
    scene_end(scene);
    scene_end(scene);
    scene_group(scene, "legend", NULL);
    for (int i = 0; i < 2; i++) {
        scene_group(scene, "entry", NULL);
        scene_text(scene, (struct scene_point){200, 20 + 10 * i},
                   i == 0 ? "one" : "two", 8, false, SCENE_START, 0, 0, 0);
        scene_end(scene);
    }
    scene_end(scene);
    scene_group(scene, "foot", NULL);
    scene_group(scene, "paragraph", NULL);
    scene_text(scene, (struct scene_point){5, 180}, "how to", 8, false,
               SCENE_START, 0, 0, 0);
    scene_text(scene, (struct scene_point){5, 190}, "read it", 8, false,
               SCENE_START, 0, 0, 0);
    scene_end(scene);
    scene_end(scene);
    assert_true(scene_ok(scene));
    return scene;
}

static void
test_a_pdf_has_its_language_and_words_for_its_figure(void **state)
{
    struct lewis_scene *scene = page_scene();
    struct bytes pdf = drawn(scene, ".pdf", 72);
    const char *alt = "/Alt <FEFF005A006F00EB0020D83DDE000020002800610029>";

    (void)state;
    assert_non_null(memmem(pdf.data, pdf.size, "/Lang (nl)", 10));
    assert_non_null(memmem(pdf.data, pdf.size, "/DisplayDocTitle true", 21));
    assert_non_null(memmem(pdf.data, pdf.size, alt, strlen(alt)));
    free(pdf.data);
    lewis_scene_free(scene);
}

static void
test_a_pdf_is_without_a_fault(void **state)
{
    struct lewis_scene *scene;
    char *said;

    (void)state;
    need("qpdf");
    scene = page_scene();
    said = said_of("qpdf --check", scene); /* status 0: no warning either */
    assert_non_null(strstr(said, "No syntax or stream encoding errors"));
    free(said);
    lewis_scene_free(scene);
}

static void
test_a_pdf_is_read_in_order(void **state)
{
    static const char *const order[] = {
        "Document", "H1",  "Team", "Figure", "L ",      "LI",
        "one",      "LI",  "two",  "P ",     "how to read it",
    };
    struct lewis_scene *scene;
    const char *at;
    char *said;

    (void)state;
    need("pdfinfo");
    scene = page_scene();
    said = said_of("pdfinfo -struct-text", scene);
    at = said;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        at = strstr(at, order[i]);
        if (at == NULL)
            fail_msg("%s is not in its place:\n%s", order[i], said);
        at += strlen(order[i]);
    }
    free(said);
    lewis_scene_free(scene);
}

/* The field is ours, the rest is cairo's, which writes a colour with as many
 * digits as it takes. */
static void
test_the_field_of_a_pdf_lies_under_all_else(void **state)
{
    static const char *const order[] = {
        "/Artifact BMC\nq\n1 0 0 -1 0 200.00 cm\n0.769 0.839 0.929 rg\n"
        "50.00 150.00 m\n150.00 150.00 l\n100.00 60.00 l\nf\nQ\nEMC",
        "/H1",
        "BT",
    };
    struct lewis_scene *scene;
    const char *at;
    char *said;

    (void)state;
    need("qpdf");
    scene = page_scene();
    said = said_of("qpdf --qdf --coalesce-contents /dev/stdin - <", scene);
    at = strstr(said, "%% Contents for page 1");
    for (size_t i = 0; at != NULL && i < sizeof order / sizeof order[0]; i++)
        at = strstr(at, order[i]);
    assert_non_null(at);
    free(said);
    lewis_scene_free(scene);
}

/* What shines through is cairo's, whatever group it is in. */
static void
test_a_field_of_colours_without_alpha_only_is_ours(void **state)
{
    const struct scene_point point[] = {{50, 150}, {150, 150}, {100, 60}};
    struct lewis_scene *scene;
    char *said;

    (void)state;
    need("qpdf");
    scene = scene_new(300, 200, "t", "d", "en");
    assert_non_null(scene);
    scene_group(scene, "backdrop", NULL);
    scene_polygon(scene, point, 3, scene_fill(0xC4D6ED, 1));
    scene_polygon(scene, point, 3, scene_fill(0xFF0000, 0.5));
    scene_end(scene);
    said = said_of("qpdf --qdf --coalesce-contents /dev/stdin - <", scene);
    assert_null(strstr(said, "/Artifact"));
    assert_non_null(strstr(said, "1 0 0 rg"));
    assert_non_null(strstr(said, "/Lang (en)"));
    free(said);
    lewis_scene_free(scene);
}

static void
test_an_update_keeps_out_of_what_it_does_not_know(void **state)
{
    static const char *const broken[] = {
        "",
        "%PDF-1.4\n",
        "startxref\n999\n%%EOF",
        "xxxx trailer << /Root 1 0 R >> startxref\n3\n%%EOF",
        "%PDF\nxref\n0 99999999\ntrailer << /Root 1 0 R >>\nstartxref\n5\n",
        ("%PDF\nxref\n0 2\n0000000000 65535 f \n0000099999 00000 n \n"
         "trailer << /Root 1 0 R >>\nstartxref\n5\n"),
    };
    static const char *const alt[] = {"words"};
    const struct pdf_facts facts = {.lang = "en", .alt = alt, .alts = 1};

    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        struct text pdf = {0};

        text_add(&pdf, broken[i]);
        assert_false(pdf_update(&pdf, &facts));
        assert_string_equal(text_string(&pdf), broken[i]);
        text_release(&pdf);
    }
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

/* Beginnings of a text are measured by their words: that must be what pango
 * gives for the whole, whose width the right and centred texts get. */
static void
test_a_text_is_as_wide_as_its_words(void **state)
{
    static const char *const texts[] = {
        "AVA To. Ty, LT VA", "Each corner is 100\xC2\xA0% of its style",
        ("Gr\xC3\xB6\xC3\x9F" "e \xE2\x80\x93 r\xC3\xA9sum\xC3\xA9 f"), "a  b",
        "one two three four five six seven eight nine ten eleven twelve",
    };
    struct lewis_ruler *ruler = lewis_ruler_new(NULL);
    struct lewis_measure measure;
    struct type *type = type_new();

    (void)state;
    assert_non_null(ruler);
    assert_non_null(type);
    measure = lewis_ruler_measure(ruler);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (int bold = 0; bold < 2; bold++) {
            struct type_line line;

            type_set(type, &line, texts[i], bold, false);
            assert_near(measure.width_pt(measure.payload, texts[i], TYPE_SIZE,
                                         bold),
                        line.width_pt, 0.05);
            type_release(&line);
        }
    type_free(type);
    lewis_ruler_free(ruler);
}

/* Fonts that were looked up in advance, and names that were told of, change
 * nothing; nor does what was measured before. */
static void
test_a_prepared_ruler_measures_the_same(void **state)
{
    static const char *const texts[] = {
        "Ann and Bob", "Ann and", "Ann and Bobby", "ç¾å²",
        "ÙÙÙÙ A", "Ann and Bob ç¾", "",
        "Ann and Bob",
    };
    struct lewis_ruler *plain = lewis_ruler_new(NULL);
    struct lewis_ruler *ready = lewis_ruler_new(NULL);
    struct lewis_measure a, b;

    (void)state;
    assert_non_null(plain);
    assert_non_null(ready);
    a = lewis_ruler_measure(plain);
    b = lewis_ruler_measure(ready);
    lewis_ruler_prepare(ready);
    for (int i = 0; i < 200; i++)
        b.expect(b.payload, texts[3 + i % 2], i % 3 == 0);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (int bold = 0; bold < 2; bold++)
            assert_near(b.width_pt(b.payload, texts[i], 10, bold),
                        a.width_pt(a.payload, texts[i], 10, bold), 0);
    lewis_ruler_free(plain);
    lewis_ruler_free(ready);
}

static void
test_a_ruler_may_measure_any_number_of_texts(void **state)
{
    struct lewis_ruler *ruler = lewis_ruler_new(NULL);
    struct lewis_measure measure;
    double first;

    (void)state;
    assert_non_null(ruler);
    measure = lewis_ruler_measure(ruler);
    first = measure.width_pt(measure.payload, "No 0 of all", 10, false);
    for (int i = 0; i < 10000; i++) {
        char text[40];

        snprintf(text, sizeof text, "No %d of all", i);
        assert_true(measure.width_pt(measure.payload, text, 10, false) > 30);
    }
    assert_near(measure.width_pt(measure.payload, "No 0 of all", 10, false),
                first, 0);
    lewis_ruler_free(ruler);
}

static void
test_characters_without_a_glyph_are_counted(void **state)
{
    struct lewis_ruler *ruler = lewis_ruler_new(NULL);
    struct lewis_missing missing;
    struct lewis_measure measure;

    (void)state;
    assert_non_null(ruler);
    measure = lewis_ruler_measure(ruler);
    measure.width_pt(measure.payload, "Ann", 8, false);
    assert_int_equal(lewis_ruler_unknown(ruler), 0);
    /* U+EFFFD, in a private plane that no font has */
    measure.width_pt(measure.payload, "\xF3\xAF\xBF\xBD", 8, false);
    assert_true(lewis_ruler_unknown(ruler) > 0);
    assert_true(lewis_ruler_missing(ruler, 0, &missing));
    assert_string_equal(missing.letters, "some signs");
    assert_int_equal(missing.count, lewis_ruler_unknown(ruler));
    assert_false(lewis_ruler_missing(ruler, 1, &missing));
    lewis_ruler_free(ruler);
}

static struct bytes
drawn_text(const char *text)
{
    struct lewis_scene *scene = scene_new(100, 50, "t", "d", "en");
    struct bytes png;

    assert_non_null(scene);
    scene_text(scene, (struct scene_point){50, 30}, text, 12, false,
               SCENE_MIDDLE, 0x222222, 1, 0xFFFFFF);
    png = drawn(scene, ".png", 144);
    lewis_scene_free(scene);
    return png;
}

static void
test_characters_without_a_glyph_are_empty_squares(void **state)
{
    /* U+EFFFD, in a private plane that no font has; U+25A1, a white square */
    struct bytes unknown = drawn_text("Ann \xF3\xAF\xBF\xBD\xF3\xAF\xBF\xBD");
    struct bytes squares = drawn_text("Ann \xE2\x96\xA1\xE2\x96\xA1");

    (void)state;
    assert_int_equal(unknown.size, squares.size);
    assert_memory_equal(unknown.data, squares.data, squares.size);
    free(unknown.data);
    free(squares.data);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_ending_of_a_file_chooses_the_picture),
        cmocka_unit_test(test_the_same_scene_gives_the_same_bytes),
        cmocka_unit_test(test_a_png_has_its_size_in_pixels_and_on_paper),
        cmocka_unit_test(test_a_png_says_what_it_shows),
        cmocka_unit_test(test_the_pixels_of_a_png_are_those_of_the_scene),
        cmocka_unit_test(test_few_colours_are_a_palette_and_none_is_changed),
        cmocka_unit_test(test_a_picture_without_pixels_is_refused),
        cmocka_unit_test(test_too_many_pixels_are_refused),
        cmocka_unit_test(test_an_svg_escapes_what_people_are_called),
        cmocka_unit_test(test_an_svg_tells_screen_readers_what_it_is),
        cmocka_unit_test(test_an_svg_says_what_runs_from_right_to_left),
        cmocka_unit_test(test_an_svg_is_well_formed),
        cmocka_unit_test(test_a_pdf_holds_its_date_and_title),
        cmocka_unit_test(test_a_pdf_has_its_language_and_words_for_its_figure),
        cmocka_unit_test(test_a_pdf_is_without_a_fault),
        cmocka_unit_test(test_a_pdf_is_read_in_order),
        cmocka_unit_test(test_the_field_of_a_pdf_lies_under_all_else),
        cmocka_unit_test(test_a_field_of_colours_without_alpha_only_is_ours),
        cmocka_unit_test(test_an_update_keeps_out_of_what_it_does_not_know),
        cmocka_unit_test(test_text_can_be_found_in_a_pdf),
        cmocka_unit_test(test_texts_are_measured_in_proportion_to_their_size),
        cmocka_unit_test(test_a_text_is_as_wide_as_its_words),
        cmocka_unit_test(test_a_prepared_ruler_measures_the_same),
        cmocka_unit_test(test_a_ruler_may_measure_any_number_of_texts),
        cmocka_unit_test(test_characters_without_a_glyph_are_counted),
        cmocka_unit_test(test_characters_without_a_glyph_are_empty_squares),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
