/* spelling.c - "did you mean".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <string.h>

#include <lewis/spelling.h>

enum { LONGEST = 63 };

struct word {
    const char *bytes;
    size_t size;
};

static char
lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* Whether characters i of a and j of b are the same; both count from 1. */
static bool
same(struct word a, size_t i, struct word b, size_t j)
{
    return lower(a.bytes[i - 1]) == lower(b.bytes[j - 1]);
}

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Cell [i][j] of the table of distances, from the cells before it. Row i is
 * row[i % 3]. */
static size_t
cell(size_t row[3][LONGEST + 1], struct word a, size_t i, struct word b,
     size_t j)
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
distance(struct word a, struct word b)
{
    size_t row[3][LONGEST + 1];

    for (size_t j = 0; j <= b.size; j++)
        row[0][j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        row[i % 3][0] = i;
        for (size_t j = 1; j <= b.size; j++)
            row[i % 3][j] = cell(row, a, i, b, j);
    }
    return row[a.size % 3][b.size];
}

const char *
lewis_spelling_nearest(const char *word, const char *const candidates[], size_t count)
{
    struct word a = {word, strlen(word)};
    size_t best = a.size < 6 ? 2 : a.size / 3 + 1; /* one too many */
    const char *nearest = NULL;

    for (size_t i = 0; i < count && a.size <= LONGEST; i++) {
        struct word b = {candidates[i], strlen(candidates[i])};
        size_t mistakes;

        if (b.size == 0 || b.size > LONGEST)
            continue;
        mistakes = distance(a, b);
        if (mistakes < best) {
            best = mistakes;
            nearest = candidates[i];
        }
    }
    return nearest;
}
