/* sixel.c - pixels as DEC's sixels: VT330/VT340 Programmer Reference Manual,
 * volume 2, chapter 14.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/pixels.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"

enum {
    COLOURS = 256,
    BAND = 6,        /* rows that a character holds */
    BITS = 5,        /* of each of red, green and blue that tell two colours
                        apart when there are too many */
    KINDS = 1 << 3 * BITS,
    SIDE_MOST = 32767
};

/* Pixels of one kind: colours that are alike but for their lowest bits. */
struct kind {
    uint32_t number, count;
    uint64_t sum[3];
};

struct sixel {
    const unsigned char *rgb;
    size_t width, height;
    uint16_t *colour_of;              /* [KINDS]: index of the colour */
    unsigned char colour[COLOURS][3]; /* percent */
    size_t colours;
    struct text text;
    struct lewis_output *output;
};

static uint32_t
kind_of(const unsigned char *rgb)
{
    return (uint32_t)(rgb[0] >> (8 - BITS)) << 2 * BITS |
           (uint32_t)(rgb[1] >> (8 - BITS)) << BITS |
           (uint32_t)(rgb[2] >> (8 - BITS));
}

/* The most frequent first; ties by number, so that the order is one. */
static int
by_count(const void *a, const void *b)
{
    const struct kind *x = a, *y = b;

    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return x->number < y->number ? -1 : x->number > y->number;
}

static void
count_kinds(const struct sixel *sixel, struct kind kind[])
{
    for (uint32_t i = 0; i < KINDS; i++)
        kind[i] = (struct kind){.number = i};
    for (size_t i = 0; i < sixel->width * sixel->height; i++) {
        const unsigned char *rgb = sixel->rgb + 3 * i;
        struct kind *mine = &kind[kind_of(rgb)];

        mine->count++;
        for (int k = 0; k < 3; k++)
            mine->sum[k] += rgb[k];
    }
}

/* A kind's mean in percent, as sixels count colours. */
static void
mean_colour(const struct kind *kind, unsigned char percent[3])
{
    for (int k = 0; k < 3; k++)
        percent[k] = (unsigned char)((kind->sum[k] * 200 + 255 * kind->count) /
                                     (510 * (uint64_t)kind->count));
}

static uint16_t
nearest_colour(const struct sixel *sixel, const unsigned char percent[3])
{
    int least = INT32_MAX;
    uint16_t found = 0;

    for (size_t i = 0; i < sixel->colours; i++) {
        int away = 0;

        for (int k = 0; k < 3; k++) {
            int d = (int)sixel->colour[i][k] - percent[k];

            away += d * d;
        }
        if (away < least) {
            least = away;
            found = (uint16_t)i;
        }
    }
    return found;
}

/* The most frequent kinds become colours, the rest the nearest of them. */
static bool
choose_colours(struct sixel *sixel)
{
    struct kind *kind = malloc(KINDS * sizeof *kind);

    if (kind == NULL)
        return false;
    count_kinds(sixel, kind);
    qsort(kind, KINDS, sizeof *kind, by_count);
    for (size_t i = 0; i < KINDS && kind[i].count > 0; i++) {
        unsigned char percent[3];

        mean_colour(&kind[i], percent);
        if (i < COLOURS) {
            memcpy(sixel->colour[i], percent, 3);
            sixel->colours++;
            sixel->colour_of[kind[i].number] = (uint16_t)i;
        } else {
            sixel->colour_of[kind[i].number] = nearest_colour(sixel, percent);
        }
    }
    free(kind);
    return true;
}

/* Characters of one kind in a row, as a count when that is shorter. */
static void
add_run(struct text *text, unsigned char bits, size_t count)
{
    char sixel = (char)(63 + bits);

    if (count > 3)
        text_print(text, "!%zu%c", count, sixel);
    for (; count > 0 && count <= 3; count--)
        text_add_bytes(text, &sixel, 1);
}

/* A band in one colour: which of its pixels have it. */
static void
add_colour(struct sixel *sixel, uint16_t colour, const uint16_t *band,
           size_t rows)
{
    size_t run = 0;
    unsigned char last = 0;

    text_print(&sixel->text, "#%u", (unsigned)colour);
    for (size_t x = 0; x < sixel->width; x++) {
        unsigned char bits = 0;

        for (size_t y = 0; y < rows; y++)
            if (band[y * sixel->width + x] == colour)
                bits |= (unsigned char)(1u << y);
        if (bits != last && run > 0) {
            add_run(&sixel->text, last, run);
            run = 0;
        }
        last = bits;
        run++;
    }
    if (last != 0)
        add_run(&sixel->text, last, run);
}

static void
add_band(struct sixel *sixel, size_t top, uint16_t *band)
{
    size_t rows =
        sixel->height - top < BAND ? sixel->height - top : (size_t)BAND;
    size_t count = rows * sixel->width;
    bool seen[COLOURS] = {false}, first = true;

    for (size_t i = 0; i < count; i++) {
        band[i] = sixel->colour_of[kind_of(
            sixel->rgb + 3 * (top * sixel->width + i))];
        seen[band[i]] = true;
    }
    for (uint16_t c = 0; c < COLOURS; c++)
        if (seen[c]) {
            text_add(&sixel->text, first ? "" : "$");
            add_colour(sixel, c, band, rows);
            first = false;
        }
    text_add(&sixel->text, "-\n");
}

static void
flush(struct sixel *sixel)
{
    if (!text_ok(&sixel->text))
        return;
    lewis_output_command(sixel->output, text_string(&sixel->text));
    text_clear(&sixel->text);
}

static void
add_picture(struct sixel *sixel, uint16_t *band)
{
    text_print(&sixel->text, "\033P0;1;0q\"1;1;%zu;%zu", sixel->width,
               sixel->height);
    for (size_t i = 0; i < sixel->colours; i++)
        text_print(&sixel->text, "#%zu;2;%u;%u;%u", i,
                   (unsigned)sixel->colour[i][0], (unsigned)sixel->colour[i][1],
                   (unsigned)sixel->colour[i][2]);
    for (size_t top = 0; top < sixel->height; top += BAND) {
        add_band(sixel, top, band);
        flush(sixel);
    }
    text_add(&sixel->text, "\033\\");
    flush(sixel);
}

bool
lewis_sixel_write(const unsigned char *rgb, size_t width, size_t height,
                  struct lewis_output *output, struct lewis_error *error)
{
    struct sixel sixel = {
        .rgb = rgb, .width = width, .height = height, .output = output};
    uint16_t *band;
    bool done;

    if (width < 1 || height < 1 || width > SIDE_MOST || height > SIDE_MOST)
        return error_set(error, LEWIS_EINVALID,
                         "no terminal shows a picture of %zu x %zu pixels",
                         width, height);
    sixel.colour_of = calloc(KINDS, sizeof *sixel.colour_of);
    band = calloc(BAND * width, sizeof *band);
    done = sixel.colour_of != NULL && band != NULL && choose_colours(&sixel);
    if (done)
        add_picture(&sixel, band);
    done = done && text_ok(&sixel.text);
    text_release(&sixel.text);
    free(band);
    free(sixel.colour_of);
    return done || error_memory(error);
}
