/* huffman.c - the codes of deflate.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/huffman.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A symbol, or two nodes in one; symbols come first, the rare ones before the
 * others. */
struct node {
    uint64_t times;
    size_t symbol, parent;
    unsigned depth;
};

struct tree {
    struct node node[2 * HUFFMAN_MOST];
    size_t symbols, nodes;
};

static int
by_times(const void *a, const void *b)
{
    const struct node *one = a, *other = b;

    if (one->times != other->times)
        return one->times < other->times ? -1 : 1;
    return (one->symbol > other->symbol) - (one->symbol < other->symbol);
}

/* What comes never is left out, unless there would be fewer than two. Each
 * 'shift' makes rare symbols less rare beside the others. */
static void
plant(struct tree *tree, const uint32_t *times, size_t count, unsigned shift)
{
    size_t used = 0;

    for (size_t i = 0; i < count; i++)
        used += times[i] > 0;
    tree->symbols = 0;
    for (size_t i = 0; i < count; i++) {
        bool spare = times[i] == 0 && used < 2;

        used += spare;
        if (times[i] > 0 || spare)
            tree->node[tree->symbols++] =
                (struct node){.times = (times[i] >> shift) + (shift > 0),
                              .symbol = i};
    }
    qsort(tree->node, tree->symbols, sizeof tree->node[0], by_times);
    tree->nodes = tree->symbols;
}

/* The rarer of the first symbol and the first pair that have no parent. */
static size_t
take_rarest(const struct tree *tree, size_t *symbol, size_t *pair)
{
    if (*pair == tree->nodes ||
        (*symbol < tree->symbols &&
         tree->node[*symbol].times <= tree->node[*pair].times))
        return (*symbol)++;
    return (*pair)++;
}

static void
join(struct tree *tree)
{
    size_t symbol = 0, pair = tree->symbols;

    while (tree->nodes < 2 * tree->symbols - 1) {
        size_t a = take_rarest(tree, &symbol, &pair);
        size_t b = take_rarest(tree, &symbol, &pair);

        tree->node[tree->nodes] = (struct node){
            .times = tree->node[a].times + tree->node[b].times};
        tree->node[a].parent = tree->node[b].parent = tree->nodes++;
    }
}

/* The depth of the deepest. */
static unsigned
measure(struct tree *tree)
{
    unsigned deepest = 0;

    for (size_t i = tree->nodes - 1; i-- > 0;) {
        struct node *node = &tree->node[i];

        node->depth = tree->node[node->parent].depth + 1;
        deepest = node->depth > deepest ? node->depth : deepest;
    }
    return deepest;
}

static uint16_t
reversed(unsigned code, unsigned length)
{
    unsigned back = 0;

    for (unsigned i = 0; i < length; i++)
        back |= (code >> i & 1) << (length - 1 - i);
    return (uint16_t)back;
}

/* Codes of one length are numbers in a row, in the order of the symbols. */
static void
number(struct huffman *huffman, size_t count, unsigned longest)
{
    unsigned code = 0;

    for (unsigned length = 1; length <= longest; length++, code <<= 1)
        for (size_t i = 0; i < count; i++)
            if (huffman->length[i] == length)
                huffman->code[i] = reversed(code++, length);
}

void
huffman_build(struct huffman *huffman, const uint32_t *times, size_t count,
              unsigned longest)
{
    struct tree tree;
    unsigned shift = 0;

    do {
        plant(&tree, times, count, shift++);
        join(&tree);
    } while (measure(&tree) > longest);
    memset(huffman, 0, sizeof *huffman);
    for (size_t i = 0; i < tree.symbols; i++)
        huffman->length[tree.node[i].symbol] = (uint8_t)tree.node[i].depth;
    number(huffman, count, longest);
}
