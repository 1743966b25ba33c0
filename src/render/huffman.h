/* huffman.h - the codes of deflate: short ones for what comes often.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_HUFFMAN_H
#define RENDER_HUFFMAN_H

#include <stddef.h>
#include <stdint.h>

enum { HUFFMAN_MOST = 286 /* symbols of one alphabet */ };

struct huffman {
    uint8_t length[HUFFMAN_MOST]; /* bits; 0: the symbol does not occur */
    uint16_t code[HUFFMAN_MOST];  /* the first bit is the lowest */
};

/* The best codes of at most 'longest' bits (Huffman, 1952) for symbols 0 to
 * count - 1 that come so many times, numbered as RFC 1951, 3.2.2 has it. At
 * least two symbols get a code, as its readers expect. */
void huffman_build(struct huffman *huffman, const uint32_t *times,
                   size_t count, unsigned longest);

#endif
