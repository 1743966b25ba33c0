/* deflate.c - pixels compressed: runs of one colour, and what stood above.
 *
 * zlib looks at every byte. Here pixels are compared whole, two at a time, and a
 * run is one step however long it is: nearly the same size in a third of the
 * time
 * (bench/README.md).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/deflate.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "render/huffman.h"

enum {
    WINDOW = 32768,   /* bytes back, at most */
    LONGEST = 258,    /* bytes that are copied at once: 86 pixels */
    TOKENS = 1 << 16, /* of one block */
    SEEN = 1 << 12,   /* places that are remembered; a power of two */
    LONG = 32,        /* pixels of a run that no longer one is looked for */
    LITERALS = 286,
    END = 256, /* the symbol at the end of a block */
    DISTANCES = 30,
    LENGTHS = 19, /* the alphabet that code lengths are written in */
};

/* What a block is made of, in 32 bits: a pixel as it is; one byte; or a copy of
 * 'length' bytes from 'distance' bytes back. */
enum { TOKEN_BYTE = 1 << 24, TOKEN_COPY = 1 << 25 };

static uint32_t
copy_token(uint32_t length, uint32_t distance)
{
    return TOKEN_COPY | (length - 3) << 16 | (distance - 1);
}

/* Where two pixels stood side by side. */
struct place {
    int x, y;
};

struct squeeze {
    const struct image *image;
    struct text *bytes;
    uint32_t stride;      /* bytes of a row */
    uint64_t low, high;   /* the two sums of Adler-32 */
    unsigned char *at;    /* where the block's next byte goes */
    uint64_t waiting;     /* bits that make no whole byte yet */
    unsigned waiting_count;
    size_t tokens;
    uint32_t literal_times[LITERALS], distance_times[DISTANCES];
    struct place seen[SEEN];
    uint32_t token[TOKENS];
};

/* The place of the highest bit; of 1 it is 0. */
static unsigned
highest(uint32_t number)
{
    unsigned bit = 0;

    for (unsigned step = 8; step > 0; step /= 2)
        if (number >> (bit + step) > 0)
            bit += step;
    return bit;
}

/* A symbol and the bits that follow it (RFC 1951, 3.2.5). */
struct symbol {
    unsigned symbol, extra, bits;
};

static struct symbol
length_symbol(uint32_t length)
{
    uint32_t over = length - 3;
    unsigned bit;

    if (length == LONGEST)
        return (struct symbol){LITERALS - 1, 0, 0};
    if (over < 8)
        return (struct symbol){END + 1 + over, 0, 0};
    bit = highest(over) - 2;
    return (struct symbol){END + 5 + 4 * bit + (over >> bit & 3), bit,
                           over & ((1u << bit) - 1)};
}

static struct symbol
distance_symbol(uint32_t distance)
{
    uint32_t over = distance - 1;
    unsigned bit;

    if (over < 4)
        return (struct symbol){over, 0, 0};
    bit = highest(over) - 1;
    return (struct symbol){2 * bit + 2 + (over >> bit & 1), bit,
                           over & ((1u << bit) - 1)};
}

/* Bits go out from the lowest on; at most 32 at once. */
static void
put_bits(struct squeeze *squeeze, uint32_t bits, unsigned count)
{
    squeeze->waiting |= (uint64_t)bits << squeeze->waiting_count;
    squeeze->waiting_count += count;
    for (; squeeze->waiting_count >= 8; squeeze->waiting_count -= 8) {
        *squeeze->at++ = (unsigned char)squeeze->waiting;
        squeeze->waiting >>= 8;
    }
}

static void
put_symbol(struct squeeze *squeeze, const struct huffman *huffman,
           unsigned symbol)
{
    put_bits(squeeze, huffman->code[symbol], huffman->length[symbol]);
}

/* The lengths of the codes, in codes of their own (RFC 1951, 3.2.7). */
static void
put_codes(struct squeeze *squeeze, const struct huffman *literal,
          const struct huffman *distance)
{
    static const unsigned char order[LENGTHS] = {
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    uint32_t times[LENGTHS] = {0};
    struct huffman length;

    for (int i = 0; i < LITERALS; i++)
        times[literal->length[i]]++;
    for (int i = 0; i < DISTANCES; i++)
        times[distance->length[i]]++;
    huffman_build(&length, times, LENGTHS, 7);
    put_bits(squeeze, LITERALS - 257, 5);
    put_bits(squeeze, DISTANCES - 1, 5);
    put_bits(squeeze, LENGTHS - 4, 4);
    for (int i = 0; i < LENGTHS; i++)
        put_bits(squeeze, length.length[order[i]], 3);
    for (int i = 0; i < LITERALS; i++)
        put_symbol(squeeze, &length, literal->length[i]);
    for (int i = 0; i < DISTANCES; i++)
        put_symbol(squeeze, &length, distance->length[i]);
}

static void
put_copy(struct squeeze *squeeze, uint32_t token,
         const struct huffman *literal, const struct huffman *distance)
{
    struct symbol length = length_symbol((token >> 16 & 0xFF) + 3);
    struct symbol back = distance_symbol((token & 0x7FFF) + 1);

    put_symbol(squeeze, literal, length.symbol);
    put_bits(squeeze, length.bits, length.extra);
    put_symbol(squeeze, distance, back.symbol);
    put_bits(squeeze, back.bits, back.extra);
}

static void
put_token(struct squeeze *squeeze, uint32_t token,
          const struct huffman *literal, const struct huffman *distance)
{
    if (token & TOKEN_COPY) {
        put_copy(squeeze, token, literal, distance);
        return;
    }
    if (!(token & TOKEN_BYTE)) {
        put_symbol(squeeze, literal, token >> 16);
        put_symbol(squeeze, literal, token >> 8 & 0xFF);
    }
    put_symbol(squeeze, literal, token & 0xFF);
}

/* Room for the codes, and for the longest that tokens can be: three symbols of
 * 15 bits each. */
static void
put_block(struct squeeze *squeeze, bool last)
{
    char *room = text_reserve(squeeze->bytes, 1024 + 6 * squeeze->tokens);
    struct huffman literal, distance;

    if (room == NULL)
        return;
    squeeze->at = (unsigned char *)room;
    squeeze->literal_times[END]++;
    huffman_build(&literal, squeeze->literal_times, LITERALS, 15);
    huffman_build(&distance, squeeze->distance_times, DISTANCES, 15);
    put_bits(squeeze, last, 1);
    put_bits(squeeze, 2, 2); /* with codes of its own */
    put_codes(squeeze, &literal, &distance);
    for (size_t i = 0; i < squeeze->tokens; i++)
        put_token(squeeze, squeeze->token[i], &literal, &distance);
    put_symbol(squeeze, &literal, END);
    squeeze->bytes->size += (size_t)((char *)squeeze->at - room);
    memset(squeeze->literal_times, 0, sizeof squeeze->literal_times);
    memset(squeeze->distance_times, 0, sizeof squeeze->distance_times);
    squeeze->tokens = 0;
}

static void
add_token(struct squeeze *squeeze, uint32_t token)
{
    if (squeeze->tokens == TOKENS)
        put_block(squeeze, false);
    if (squeeze->tokens < TOKENS) /* or memory ran out */
        squeeze->token[squeeze->tokens++] = token;
}

static void
add_pixel(struct squeeze *squeeze, uint32_t colour)
{
    add_token(squeeze, colour);
    squeeze->literal_times[colour >> 16]++;
    squeeze->literal_times[colour >> 8 & 0xFF]++;
    squeeze->literal_times[colour & 0xFF]++;
}

static void
add_copy(struct squeeze *squeeze, uint32_t bytes, uint32_t distance)
{
    while (bytes > 0) {
        uint32_t length = bytes < LONGEST ? bytes : LONGEST;

        add_token(squeeze, copy_token(length, distance));
        squeeze->literal_times[length_symbol(length).symbol]++;
        squeeze->distance_times[distance_symbol(distance).symbol]++;
        bytes -= length;
    }
}

/* No filter. To the sums it adds a 0. */
static void
begin_row(struct squeeze *squeeze)
{
    add_token(squeeze, TOKEN_BYTE);
    squeeze->literal_times[0]++;
    squeeze->high += squeeze->low;
}

/* Bits of a pixel that are no colour are of no account. */
enum { COLOUR = 0xFFFFFF };

/* Two pixels at once, wherever they stand. */
static uint64_t
two(const uint32_t *pixel)
{
    uint64_t both;

    memcpy(&both, pixel, sizeof both);
    return both & ((uint64_t)COLOUR << 32 | COLOUR);
}

/* Pixels that are alike, at most so many. */
static int
run(const uint32_t *one, const uint32_t *other, int most)
{
    int count = 0;

    while (count + 1 < most && two(one + count) == two(other + count))
        count += 2;
    return count + (count < most && ((one[count] ^ other[count]) & COLOUR) == 0);
}

/* Pixels of the one colour, at most so many. */
static int
run_of(const uint32_t *pixel, uint32_t colour, int most)
{
    uint64_t both = (uint64_t)(colour & COLOUR) << 32 | (colour & COLOUR);
    int count = 0;

    while (count + 1 < most && two(pixel + count) == both)
        count += 2;
    return count + (count < most && ((pixel[count] ^ colour) & COLOUR) == 0);
}

/* Adler-32 (RFC 1950) of 'count' pixels of one colour. The sums are brought
 * below the modulus once a row, which 64 bits have room for. */
static void
sum_run(struct squeeze *squeeze, uint32_t colour, int count)
{
    uint64_t red = colour >> 16 & 0xFF, green = colour >> 8 & 0xFF;
    uint64_t blue = colour & 0xFF, times = (uint64_t)count;
    uint64_t all = red + green + blue;

    squeeze->high += 3 * times * squeeze->low +
                     times * (3 * red + 2 * green + blue) +
                     3 * all * (times * (times - 1) / 2);
    squeeze->low += times * all;
}

static void
sum_pixels(struct squeeze *squeeze, const uint32_t *pixel, int count)
{
    while (count > 0) {
        int alike = run_of(pixel, *pixel, count);

        sum_run(squeeze, *pixel, alike);
        pixel += alike;
        count -= alike;
    }
}

static void
end_row(struct squeeze *squeeze)
{
    squeeze->low %= 65521;
    squeeze->high %= 65521;
}

/* Where these two pixels stood last, in their place now this one. */
static struct place
exchange(struct squeeze *squeeze, const uint32_t *pixel, struct place now)
{
    uint32_t key = (pixel[0] << 8) * 2654435761u ^ (pixel[1] << 8) * 2246822519u;
    struct place *seen = &squeeze->seen[key * 2654435761u >> 20];
    struct place was = *seen;

    *seen = now;
    return was;
}

/* A copy of what stood elsewhere near: the pixels it has, 0 for none. */
static int
copy_seen(struct squeeze *squeeze, const uint32_t *row, struct place now)
{
    int width = squeeze->image->width, count;
    struct place was;
    uint32_t back;

    if (now.x + 1 >= width)
        return 0;
    was = exchange(squeeze, row + now.x, now);
    if (was.x < 0 || (uint32_t)(now.y - was.y) > WINDOW / squeeze->stride + 1)
        return 0;
    back = (uint32_t)(now.y - was.y) * squeeze->stride +
           3 * (uint32_t)(now.x - was.x);
    if (back > WINDOW)
        return 0;
    count = run(row + now.x, image_row(squeeze->image, was.y) + was.x,
                width - (was.x > now.x ? was.x : now.x));
    if (count < 2)
        return 0;
    add_copy(squeeze, 3 * (uint32_t)count, back);
    return count;
}

/* The next pixels of a row: a run of the last colour, what stands above, what
 * stood elsewhere, or one as it is. How many. */
static int
take(struct squeeze *squeeze, const uint32_t *row, struct place now)
{
    const uint32_t *pixel = row + now.x;
    int left = squeeze->image->width - now.x, before = 0, above = 0;

    if (now.x > 0)
        before = run_of(pixel, pixel[-1], left);
    if (now.y > 0 && squeeze->stride <= WINDOW && before < LONG)
        above = run(pixel, image_row(squeeze->image, now.y - 1) + now.x, left);
    if (before > 0 && before >= above) {
        add_copy(squeeze, 3 * (uint32_t)before, 3);
        return before;
    }
    if (above > 0)
        add_copy(squeeze, 3 * (uint32_t)above, squeeze->stride);
    else
        above = copy_seen(squeeze, row, now);
    if (above == 0)
        add_pixel(squeeze, *pixel & COLOUR);
    return above > 0 ? above : 1;
}

static void
take_row(struct squeeze *squeeze, int y)
{
    const uint32_t *row = image_row(squeeze->image, y);

    begin_row(squeeze);
    for (int x = 0; x < squeeze->image->width;)
        x += take(squeeze, row, (struct place){x, y});
    sum_pixels(squeeze, row, squeeze->image->width);
    end_row(squeeze);
}

/* Whole bytes from here on; then the sums, the high byte first. */
static void
finish(struct squeeze *squeeze)
{
    unsigned char end[5];
    size_t size = 0;

    if (squeeze->waiting_count > 0)
        end[size++] = (unsigned char)squeeze->waiting;
    end[size++] = (unsigned char)(squeeze->high >> 8);
    end[size++] = (unsigned char)squeeze->high;
    end[size++] = (unsigned char)(squeeze->low >> 8);
    end[size++] = (unsigned char)squeeze->low;
    text_add_bytes(squeeze->bytes, (const char *)end, size);
}

bool
deflate_image(const struct image *image, struct text *bytes)
{
    /* a window of 32 KiB; how well, a hint that nobody reads, fits the rest */
    static const char header[] = {0x78, 0x01};
    struct squeeze *squeeze = calloc(1, sizeof *squeeze);

    if (squeeze == NULL)
        return false;
    squeeze->image = image;
    squeeze->bytes = bytes;
    squeeze->stride = 3 * (uint32_t)image->width + 1;
    squeeze->low = 1;
    for (int i = 0; i < SEEN; i++)
        squeeze->seen[i].x = -1;
    text_add_bytes(bytes, header, sizeof header);
    for (int y = 0; y < image->height; y++)
        take_row(squeeze, y);
    put_block(squeeze, true);
    finish(squeeze);
    free(squeeze);
    return text_ok(bytes);
}
