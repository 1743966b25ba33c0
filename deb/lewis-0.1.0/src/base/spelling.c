/* spelling.c - "did you mean".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <lewis/spelling.h>

#include "base/text.h"

enum { LONGEST = 63 };

/* Letters as their UTF-8 bytes in one number: a letter with an accent is one
 * letter. */
struct word {
    uint32_t letter[LONGEST];
    size_t size;
};

static uint32_t
lower(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* False when the text is longer than can be compared. */
static bool
read_word(const char *text, struct word *word)
{
    size_t size = strlen(text);

    word->size = 0;
    if (size > LONGEST)
        return false;
    for (size_t at = 0; at < size;) {
        size_t length = utf8_length(text + at, size - at);
        uint32_t letter = lower(text[at++]);

        for (; length > 1; length--)
            letter = letter << 8 | (unsigned char)text[at++];
        word->letter[word->size++] = letter;
    }
    return true;
}

/* Whether characters i of a and j of b are the same; both count from 1. */
static bool
same(const struct word *a, size_t i, const struct word *b, size_t j)
{
    return a->letter[i - 1] == b->letter[j - 1];
}

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Cell [i][j] of the table of distances, from the cells before it. Row i is
 * row[i % 3]. */
static size_t
cell(size_t row[3][LONGEST + 1], const struct word *a, size_t i,
     const struct word *b, size_t j)
{
    const size_t *above = row[(i + 2) % 3];
    const size_t *here = row[i % 3];
    size_t distance = above[j - 1] + !same(a, i, b, j);

    distance = least(distance, least(above[j], here[j - 1]) + 1);
    if (i > 1 && j > 1 && same(a, i, b, j - 1) && same(a, i - 1, b, j))
        distance = least(distance, row[(i + 1) % 3][j - 2] + 1);
    return distance;
}

/* Boytsov, Indexing methods for approximate dictionary searching, ACM Journal
 * of Experimental Algorithmics 16, 2011, section 2: restricted
 * Damerau-Levenshtein distance. */
static size_t
distance(const struct word *a, const struct word *b)
{
    size_t row[3][LONGEST + 1];

    for (size_t j = 0; j <= b->size; j++)
        row[0][j] = j;
    for (size_t i = 1; i <= a->size; i++) {
        row[i % 3][0] = i;
        for (size_t j = 1; j <= b->size; j++)
            row[i % 3][j] = cell(row, a, i, b, j);
    }
    return row[a->size % 3][b->size];
}

const char *
lewis_spelling_nearest(const char *word, const char *const candidates[],
                       size_t count)
{
    struct word a, b;
    const char *nearest = NULL;
    size_t best;

    if (!read_word(word, &a))
        return NULL;
    best = a.size < 6 ? 2 : a.size / 3 + 1; /* one too many */
    for (size_t i = 0; i < count; i++) {
        size_t mistakes;

        if (!read_word(candidates[i], &b) || b.size == 0)
            continue;
        mistakes = distance(&a, &b);
        if (mistakes < best) {
            best = mistakes;
            nearest = candidates[i];
        }
    }
    return nearest;
}
