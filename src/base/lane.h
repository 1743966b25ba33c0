/* lane.h - eight bytes of text, looked at all at once.
 *
 * A lane is a number whose low end is the first byte, on every machine. What is
 * found comes out as flags, one bit a byte: that there are some is certain, and
 * so is the first; those behind it may be too many.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_LANE_H
#define BASE_LANE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { LANE = 8 };

/* The same byte eight times. */
static inline uint64_t
lane_of(unsigned char byte)
{
    return byte * UINT64_C(0x0101010101010101);
}

/* A number of 2, 4 or 8 bytes whose first byte is its low end. */
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define LANE_LOAD(type, bytes) \
    type x; \
    memcpy(&x, bytes, sizeof x)
#else
#define LANE_LOAD(type, bytes) \
    type x = 0; \
    for (size_t i = sizeof x; i-- > 0;) \
        x = (type)(x << 4 << 4 | (unsigned char)(bytes)[i])
#endif

static inline uint64_t
lane_load(const char *bytes)
{
    LANE_LOAD(uint64_t, bytes);
    return x;
}

static inline uint64_t
lane_load_half(const char *bytes)
{
    LANE_LOAD(uint32_t, bytes);
    return x;
}

static inline uint64_t
lane_load_pair(const char *bytes)
{
    LANE_LOAD(uint16_t, bytes);
    return x;
}
#undef LANE_LOAD

/* Of up to eight bytes; 0 behind them. Parts overlap. */
static inline uint64_t
lane_load_part(const char *bytes, size_t size)
{
    if (size >= 4)
        return lane_load_half(bytes) |
               lane_load_half(bytes + size - 4) << 8 * (size - 4);
    if (size >= 2)
        return lane_load_pair(bytes) |
               lane_load_pair(bytes + size - 2) << 8 * (size - 2);
    return size == 0 ? 0 : (unsigned char)*bytes;
}

/* Which bytes are under 'limit', at most 128? */
static inline uint64_t
lane_below(uint64_t lane, unsigned char limit)
{
    return (lane - lane_of(limit)) & ~lane & lane_of(0x80);
}

/* Which bytes are over 'limit', under 128? Certain of each. */
static inline uint64_t
lane_above(uint64_t lane, unsigned char limit)
{
    return (((lane & lane_of(0x7f)) + lane_of((unsigned char)(0x7f - limit))) |
            lane) &
           lane_of(0x80);
}

static inline uint64_t
lane_equal(uint64_t lane, unsigned char byte)
{
    return lane_below(lane ^ lane_of(byte), 1);
}

/* Two bytes in quotes with a separator behind each: what stands about them. */
#define LANE_TWO_QUOTED UINT64_C(0xffff00ffffff00ff)

static inline uint64_t
lane_two_quoted(char separator)
{
    return UINT64_C(0x0022002200220022) |
           (lane_of((unsigned char)separator) & UINT64_C(0xff000000ff000000));
}

/* The place of the first flag; there is one. */
static inline size_t
lane_first(uint64_t flags)
{
#if defined __GNUC__
    return (size_t)__builtin_ctzll(flags) / 8;
#else
    size_t i = 0;

    for (; (flags & 0xff) == 0; flags >>= 8)
        i++;
    return i;
#endif
}

/* Are all bytes of a text from 'low' to 'high', both under 128? */
static inline bool
lane_text_within(const char *bytes, size_t size, unsigned char low,
                 unsigned char high)
{
    uint64_t lane;

    for (; size > LANE; size -= LANE, bytes += LANE) {
        lane = lane_load(bytes);
        if ((lane_below(lane, low) | lane_above(lane, high)) != 0)
            return false;
    }
    lane = lane_load_part(bytes, size);
    if (size < LANE)
        lane |= lane_of(low) << 8 * size;
    return (lane_below(lane, low) | lane_above(lane, high)) == 0;
}

#endif
