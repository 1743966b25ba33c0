/* deflate_test.c - pictures that are hard to compress in one way or another,
 * read back by libpng: it, and zlib, know nothing of our encoder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <png.h>

#include "base/text.h"
#include "chart/scene.h"
#include "render/huffman.h"
#include "render/png.h"

/* xorshift64 (Marsaglia, 2003): the same pictures every time. */
static uint32_t
next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)(*state >> 32);
}

/* --- kinds of pictures; a pixel's eight highest bits are no colour --- */

static uint32_t
noise(int x, int y, uint64_t *random)
{
    (void)x, (void)y;
    return next_random(random);
}

/* All colours are there, and no two pixels near each other are alike. */
static uint32_t
ramp(int x, int y, uint64_t *random)
{
    return (next_random(random) & 0xFF000000) |
           ((uint32_t)(x * 3 + y * 1031) * 40503u & 0xFFFFFF);
}

static uint32_t
flat(int x, int y, uint64_t *random)
{
    (void)random;
    return 0xFF000000u + (uint32_t)(x / 7 * 65793 + y / 5 * 4099) % 0xFFFFFF;
}

/* Mostly white; here and there a dot of any colour. */
static uint32_t
dots(int x, int y, uint64_t *random)
{
    uint32_t drawn = next_random(random);

    (void)x, (void)y;
    return drawn % 61 == 0 ? drawn / 61 : 0xFFFFFF;
}

/* The same few pixels again and again, at a distance that changes. */
static uint32_t
letters(int x, int y, uint64_t *random)
{
    (void)random;
    return (uint32_t)((x + y * 13) % 29 * 0x070B0D + y / 40);
}

/* Differs in the last pixel of a row alone. */
static uint32_t
last_column(int x, int y, uint64_t *random)
{
    (void)random;
    return x == y % 300 ? (uint32_t)y * 77 : 0x808080;
}

static uint32_t (*const kind[])(int, int, uint64_t *) = {
    noise, ramp, flat, dots, letters, last_column};

enum { KINDS = sizeof kind / sizeof kind[0] };

/* Its pixels, in rows that are longer than the picture is wide; to be freed. */
static uint32_t *
paint(struct image *image, int width, int height, int which)
{
    uint64_t random = 88172645463325252u;
    size_t row = (size_t)width + 3;
    uint32_t *pixel = malloc(row * (size_t)height * sizeof *pixel);

    assert_non_null(pixel);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            pixel[(size_t)y * row + (size_t)x] = kind[which](x, y, &random);
    *image = (struct image){.width = width,
                            .height = height,
                            .bytes = (unsigned char *)pixel,
                            .stride = row * sizeof *pixel,
                            .dpi = 72};
    return pixel;
}

static unsigned char *
read_back(const struct text *png, int width, int height)
{
    png_image read = {.version = PNG_IMAGE_VERSION};
    unsigned char *rgb;

    if (!png_image_begin_read_from_memory(&read, png->bytes, png->size))
        fail_msg("%s", read.message);
    assert_int_equal(read.width, width);
    assert_int_equal(read.height, height);
    read.format = PNG_FORMAT_RGB;
    rgb = malloc(PNG_IMAGE_SIZE(read));
    assert_non_null(rgb);
    if (!png_image_finish_read(&read, NULL, rgb, 0, NULL))
        fail_msg("%s", read.message);
    assert_int_equal(read.warning_or_error, 0);
    return rgb;
}

/* How many bytes the picture takes. */
static size_t
expect_the_same_pixels(int width, int height, int which)
{
    struct lewis_scene *scene = scene_new(10, 10, "t", "d", "en");
    struct image image;
    uint32_t *pixel = paint(&image, width, height, which);
    struct text png = {0};
    unsigned char *rgb;
    size_t size;

    assert_true(png_encode(&image, scene, &png, NULL));
    rgb = read_back(&png, width, height);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            const unsigned char *at =
                rgb + 3 * ((size_t)y * (size_t)width + (size_t)x);
            uint32_t got =
                (uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2];

            if (got != (image_row(&image, y)[x] & 0xFFFFFF))
                fail_msg("kind %d, %d x %d: at %d, %d stands %06X", which,
                         width, height, x, y, (unsigned)got);
        }
    size = png.size;
    free(rgb);
    free(pixel);
    text_release(&png);
    lewis_scene_free(scene);
    return size;
}

static void
test_every_pixel_is_read_back(void **state)
{
    static const int size[][2] = {{1, 700},  {2, 400},   {3, 299}, {86, 40},
                                  {87, 41},  {257, 301}, {700, 1}, {1600, 30},
                                  {10922, 9}, {10923, 9}, {20000, 3}};

    (void)state;
    for (size_t i = 0; i < sizeof size / sizeof size[0]; i++)
        for (int which = 0; which < KINDS; which++)
            expect_the_same_pixels(size[i][0], size[i][1], which);
}

/* More than one block, of which the last is not full. */
static void
test_a_large_picture_is_read_back(void **state)
{
    (void)state;
    for (int which = 0; which < KINDS; which++)
        expect_the_same_pixels(500, 500, which);
}

static void
test_what_repeats_takes_little_room(void **state)
{
    (void)state;
    /* 750,000 bytes of pixels */
    assert_in_range(expect_the_same_pixels(500, 500, 2), 1000, 40000);
    assert_in_range(expect_the_same_pixels(500, 500, 5), 1000, 10000);
    /* noise cannot be made smaller, and hardly grows */
    assert_in_range(expect_the_same_pixels(500, 500, 0), 750000, 752500);
}

/* --- codes --- */

/* Of what all codes together take up of the room there is (Kraft, 1949), in
 * 32768ths: all of it, when no bit is wasted. */
static uint32_t
room_taken(const struct huffman *huffman, size_t count, unsigned longest)
{
    uint32_t taken = 0;

    for (size_t i = 0; i < count; i++) {
        assert_true(huffman->length[i] <= longest);
        if (huffman->length[i] > 0)
            taken += 32768u >> huffman->length[i];
    }
    return taken;
}

static void
test_codes_fill_their_room(void **state)
{
    uint32_t times[HUFFMAN_MOST] = {0};
    struct huffman huffman;

    (void)state;
    for (size_t count = 2; count <= HUFFMAN_MOST; count++) {
        /* Fibonacci numbers make the longest codes there can be */
        times[count - 1] = count < 45 ? (count < 3 ? 1
                                                   : times[count - 2] +
                                                         times[count - 3])
                                      : (uint32_t)count;
        huffman_build(&huffman, times, count, 15);
        assert_int_equal(room_taken(&huffman, count, 15), 32768);
        huffman_build(&huffman, times, count < 20 ? count : 19, 7);
        assert_int_equal(room_taken(&huffman, count < 20 ? count : 19, 7),
                         32768);
    }
}

/* The example of Huffman's paper (Proc. IRE 40, 1952, table I): 13 messages,
 * 3.42 bits each on average. */
static void
test_codes_are_as_short_as_they_can_be(void **state)
{
    static const uint32_t times[] = {20, 18, 10, 10, 10, 6, 6,
                                     4,  4,  4,  4,  3, 1};
    struct huffman huffman;
    unsigned bits = 0;

    (void)state;
    huffman_build(&huffman, times, 13, 15);
    for (int i = 0; i < 13; i++)
        bits += times[i] * huffman.length[i];
    assert_int_equal(bits, 342);
}

static void
test_there_are_always_two_codes(void **state)
{
    static const uint32_t none[30], one[30] = {[7] = 5};
    struct huffman huffman;

    (void)state;
    huffman_build(&huffman, none, 30, 15);
    assert_int_equal(room_taken(&huffman, 30, 1), 32768);
    huffman_build(&huffman, one, 30, 15);
    assert_int_equal(huffman.length[7], 1);
    assert_int_equal(room_taken(&huffman, 30, 1), 32768);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_pixel_is_read_back),
        cmocka_unit_test(test_a_large_picture_is_read_back),
        cmocka_unit_test(test_what_repeats_takes_little_room),
        cmocka_unit_test(test_codes_fill_their_room),
        cmocka_unit_test(test_codes_are_as_short_as_they_can_be),
        cmocka_unit_test(test_there_are_always_two_codes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
