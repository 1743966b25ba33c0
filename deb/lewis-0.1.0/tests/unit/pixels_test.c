/* pixels_test.c - pictures for terminals, read back by other means: base64(1),
 * and a sixel decoder of our own.
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

#include <lewis/pixels.h>

#include "base/file.h"

/* --- the environment --- */

static const char *const *environment; /* name, value, ..., NULL */

static const char *
variable(const char *name)
{
    for (size_t i = 0; environment[i] != NULL; i += 2)
        if (strcmp(environment[i], name) == 0)
            return environment[i + 1];
    return NULL;
}

static void
test_the_environment_names_the_terminal(void **state)
{
    static const struct {
        const char *set[7];
        enum lewis_pixels pixels;
    } row[] = {
        {{NULL}, LEWIS_PIXELS_NONE},
        {{"TERM", "", NULL}, LEWIS_PIXELS_NONE},
        {{"TERM", "dumb", NULL}, LEWIS_PIXELS_NONE},
        {{"TERM", "linux", NULL}, LEWIS_PIXELS_NONE},
        {{"TERM", "xterm-256color", NULL}, LEWIS_PIXELS_ASK},
        {{"TERM", "xterm-kitty", NULL}, LEWIS_KITTY},
        {{"TERM", "xterm-ghostty", NULL}, LEWIS_KITTY},
        {{"TERM", "xterm-256color", "KITTY_WINDOW_ID", "1", NULL}, LEWIS_KITTY},
        {{"TERM", "xterm-256color", "TERM_PROGRAM", "iTerm.app", NULL},
         LEWIS_ITERM},
        {{"TERM", "xterm-256color", "LC_TERMINAL", "iTerm2", NULL},
         LEWIS_ITERM},
        {{"TERM", "xterm", "TERM_PROGRAM", "WezTerm", NULL}, LEWIS_ITERM},
        {{"TERM", "foot", NULL}, LEWIS_SIXEL},
        {{"TERM", "foot-extra", NULL}, LEWIS_SIXEL},
        {{"TERM", "xterm", "TERM_PROGRAM", "Apple_Terminal", NULL},
         LEWIS_PIXELS_NONE},
        /* tmux and screen hide the terminal that they run in */
        {{"TERM", "xterm-kitty", "TMUX", "/tmp/tmux-0/default,1,0", NULL},
         LEWIS_PIXELS_NONE},
        {{"TERM", "tmux-256color", "KITTY_WINDOW_ID", "1", NULL},
         LEWIS_PIXELS_NONE},
        {{"TERM", "screen", "LC_TERMINAL", "iTerm2", NULL}, LEWIS_PIXELS_NONE},
        {{"TERM", "xterm", "TMUX", "", NULL}, LEWIS_PIXELS_ASK},
    };

    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        environment = row[i].set;
        if (lewis_pixels_guess(variable) != row[i].pixels)
            fail_msg("row %zu: %d", i, (int)lewis_pixels_guess(variable));
    }
}

/* --- the answer --- */

static void
test_the_answer_is_read(void **state)
{
    static const struct {
        const char *bytes;
        enum lewis_pixels pixels; /* ASK: not complete */
    } row[] = {
        {"", LEWIS_PIXELS_ASK},
        {"\033[?", LEWIS_PIXELS_ASK},
        {"\033[?62;4", LEWIS_PIXELS_ASK},
        {"\033_Gi=31;OK\033\\", LEWIS_PIXELS_ASK},
        {"\033[?1;2c", LEWIS_PIXELS_NONE},
        {"\033[?6c", LEWIS_PIXELS_NONE},
        {"\033[?62;4;22c", LEWIS_SIXEL},
        {"\033[?64;1;2;4c", LEWIS_SIXEL},
        {"\033[?4c", LEWIS_SIXEL},
        {"\033[?64;14;44c", LEWIS_PIXELS_NONE},
        {"\033_Gi=31;OK\033\\\033[?62;c", LEWIS_KITTY},
        {"\033_Gi=31;OK\033\\\033[?62;4c", LEWIS_KITTY},
        {"\033_Gi=31;ENOTSUPPORTED:no\033\\\033[?62;4c", LEWIS_SIXEL},
        {"typed\033[Aahead\033[?1;2c", LEWIS_PIXELS_NONE},
        {"\033[?;;;c", LEWIS_PIXELS_NONE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        enum lewis_pixels pixels = LEWIS_PIXELS_ASK;
        bool complete = lewis_pixels_answer(row[i].bytes, strlen(row[i].bytes),
                                            &pixels);

        assert_int_equal(complete, row[i].pixels != LEWIS_PIXELS_ASK);
        if (pixels != row[i].pixels)
            fail_msg("row %zu: %d", i, (int)pixels);
    }
}

/* --- base 64 --- */

static char *
written(void (*write)(const void *, size_t, size_t, struct lewis_output *),
        const void *png, size_t size, size_t columns, size_t *length)
{
    char path[] = "/tmp/lewis-pixels-XXXXXX", *bytes;
    int file = mkstemp(path);
    struct lewis_output *output;

    assert_true(file >= 0);
    close(file);
    output = lewis_output_open(path, NULL);
    assert_non_null(output);
    write(png, size, columns, output);
    assert_true(lewis_output_commit(output, NULL));
    lewis_output_free(output);
    bytes = file_read(path, 1 << 24, length, NULL);
    assert_non_null(bytes);
    unlink(path);
    return bytes;
}

/* What base64(1) makes of the text must be the bytes. */
static void
expect_decoded(const char *text, size_t length, const unsigned char *bytes,
               size_t size)
{
    char path[] = "/tmp/lewis-base64-XXXXXX", command[100];
    unsigned char *back = malloc(size + 1);
    int file = mkstemp(path);
    FILE *pipe;

    assert_non_null(back);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, length), (ssize_t)length);
    close(file);
    snprintf(command, sizeof command, "base64 -d %s", path);
    pipe = popen(command, "r");
    assert_non_null(pipe);
    assert_int_equal(fread(back, 1, size + 1, pipe), size);
    assert_int_equal(pclose(pipe), 0);
    assert_memory_equal(back, bytes, size);
    unlink(path);
    free(back);
}

static unsigned char *
noise(size_t size)
{
    unsigned char *bytes = malloc(size + 1);
    uint32_t x = 1;

    assert_non_null(bytes);
    for (size_t i = 0; i < size; i++) {
        x = x * 1664525 + 1013904223;
        bytes[i] = (unsigned char)(x >> 24);
    }
    return bytes;
}

/* Takes kitty's chunks apart; returns their base 64 joined. */
static size_t
join_chunks(char *bytes, size_t length, size_t columns)
{
    char *to = bytes, *at = bytes, first[64];
    bool more = true;

    snprintf(first, sizeof first,
             columns > 0 ? "\033_Ga=T,f=100,q=2,c=%zu,m=" :
                           "\033_Ga=T,f=100,q=2,m=", columns);
    for (int i = 0; more; i++) {
        const char *head = i == 0 ? first : "\033_Gm=";
        char *end;

        assert_true(at < bytes + length);
        assert_memory_equal(at, head, strlen(head));
        at += strlen(head);
        more = *at == '1';
        assert_int_equal(at[1], ';');
        end = memchr(at, '\033', length - (size_t)(at - bytes));
        assert_non_null(end);
        assert_int_equal(end[1], '\\');
        at += 2;
        assert_true(end - at <= 4096);
        assert_true(!more || (end - at) % 4 == 0);
        memmove(to, at, (size_t)(end - at));
        to += end - at;
        at = end + 2;
    }
    assert_ptr_equal(at, bytes + length);
    return (size_t)(to - bytes);
}

static void
test_kitty_gets_the_png_in_chunks(void **state)
{
    static const size_t sizes[] = {1, 2, 3, 3071, 3072, 3073, 6144, 10000};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        unsigned char *png = noise(sizes[i]);
        size_t length;
        char *bytes =
            written(lewis_kitty_write, png, sizes[i], i % 2 * 60, &length);

        length = join_chunks(bytes, length, i % 2 * 60);
        expect_decoded(bytes, length, png, sizes[i]);
        free(bytes);
        free(png);
    }
}

static void
test_iterm_gets_the_png_at_once(void **state)
{
    static const size_t sizes[] = {1, 2, 3072, 3073, 10000};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        unsigned char *png = noise(sizes[i]);
        size_t length, head;
        char *bytes = written(lewis_iterm_write, png, sizes[i], 60, &length);
        char first[100];

        snprintf(first, sizeof first,
                 "\033]1337;File=inline=1;size=%zu;width=60;"
                 "preserveAspectRatio=1:",
                 sizes[i]);
        head = strlen(first);
        assert_memory_equal(bytes, first, head);
        assert_int_equal(bytes[length - 1], '\a');
        expect_decoded(bytes + head, length - head - 1, png, sizes[i]);
        free(bytes);
        free(png);
    }
}

/* --- sixels --- */

enum { WIDE = 40, HIGH = 20 };

/* A decoder for what we write: colours in percent, -1 where nothing is. */
struct decoded {
    int colour[HIGH + 6][WIDE];
    int palette[256][3];
};

static void
set_sixel(struct decoded *decoded, int x, int y, int bits, int colour)
{
    assert_in_range(bits, 0, 63);
    for (int k = 0; k < 6; k++)
        if (bits >> k & 1) {
            assert_true(x < WIDE && y + k < HIGH);
            /* no pixel is painted twice */
            assert_int_equal(decoded->colour[y + k][x], -1);
            decoded->colour[y + k][x] = colour;
        }
}

static void
decode(const char *at, struct decoded *decoded)
{
    int x = 0, y = 0, colour = 0, step = 0, r, g, b;

    memset(decoded->colour, -1, sizeof decoded->colour);
    assert_memory_equal(at, "\033P0;1;0q\"1;1;40;20", 18);
    for (at += 18; *at != '\033'; at++) {
        if (*at == '$') {
            x = 0;
        } else if (*at == '-') {
            x = 0;
            y += 6;
        } else if (*at == '#') {
            assert_int_equal(sscanf(at, "#%d%n", &colour, &step), 1);
            at += step;
            if (sscanf(at, ";2;%d;%d;%d%n", &r, &g, &b, &step) == 3) {
                decoded->palette[colour][0] = r;
                decoded->palette[colour][1] = g;
                decoded->palette[colour][2] = b;
                at += step;
            }
            at--;
        } else if (*at == '!') {
            int count = (int)strtol(at + 1, (char **)&at, 10);

            for (; count > 0; count--)
                set_sixel(decoded, x++, y, *at - 63, colour);
        } else if (*at != '\n') {
            set_sixel(decoded, x++, y, *at - 63, colour);
        }
    }
    assert_int_equal(at[1], '\\');
}

static void
expect_sixels(const unsigned char *rgb, int most_away)
{
    char path[] = "/tmp/lewis-sixel-XXXXXX", *bytes;
    struct decoded *decoded = calloc(1, sizeof *decoded);
    int file = mkstemp(path);
    struct lewis_output *output;
    size_t length;

    assert_non_null(decoded);
    assert_true(file >= 0);
    close(file);
    output = lewis_output_open(path, NULL);
    assert_true(lewis_sixel_write(rgb, WIDE, HIGH, output, NULL));
    assert_true(lewis_output_commit(output, NULL));
    lewis_output_free(output);
    bytes = file_read(path, 1 << 24, &length, NULL);
    unlink(path);
    decode(bytes, decoded);
    for (int y = 0; y < HIGH; y++)
        for (int x = 0; x < WIDE; x++) {
            int colour = decoded->colour[y][x];

            assert_in_range(colour, 0, 255);
            for (int k = 0; k < 3; k++) {
                int there = decoded->palette[colour][k] * 255 / 100;

                assert_true(abs(there - rgb[3 * (y * WIDE + x) + k]) <=
                            most_away);
            }
        }
    free(bytes);
    free(decoded);
}

static void
test_sixels_hold_every_pixel(void **state)
{
    unsigned char rgb[3 * WIDE * HIGH];

    (void)state;
    /* flat fields of a few colours: exact but for the rounding to percent */
    for (int y = 0; y < HIGH; y++)
        for (int x = 0; x < WIDE; x++) {
            int field = x / 9 + 5 * (y / 7);

            for (int k = 0; k < 3; k++)
                rgb[3 * (y * WIDE + x) + k] =
                    (unsigned char)(field * 17 + k * 40);
        }
    expect_sixels(rgb, 2);
}

static void
test_many_colours_become_near_ones(void **state)
{
    unsigned char rgb[3 * WIDE * HIGH];

    (void)state;
    for (int y = 0; y < HIGH; y++)
        for (int x = 0; x < WIDE; x++) {
            rgb[3 * (y * WIDE + x)] = (unsigned char)(x * 6);
            rgb[3 * (y * WIDE + x) + 1] = (unsigned char)(y * 12);
            rgb[3 * (y * WIDE + x) + 2] = 128;
        }
    expect_sixels(rgb, 40); /* 640 kinds, 256 colours */
}

static void
test_sixels_without_pixels_are_refused(void **state)
{
    struct lewis_error error = {0};

    (void)state;
    assert_false(lewis_sixel_write((const unsigned char *)"", 0, 5, NULL,
                                   &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_false(lewis_sixel_write((const unsigned char *)"", 5, 40000, NULL,
                                   &error));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_environment_names_the_terminal),
        cmocka_unit_test(test_the_answer_is_read),
        cmocka_unit_test(test_kitty_gets_the_png_in_chunks),
        cmocka_unit_test(test_iterm_gets_the_png_at_once),
        cmocka_unit_test(test_sixels_hold_every_pixel),
        cmocka_unit_test(test_many_colours_become_near_ones),
        cmocka_unit_test(test_sixels_without_pixels_are_refused),
    };

    return cmocka_run_group_tests_name("pixels", tests, NULL, NULL);
}
