/* words.c - the words that mean an answer to an item.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "answers/words.h"
#include "base/fold.h"

void
words_release(struct words *words)
{
    text_release(&words->bytes);
    free(words->word);
    *words = (struct words){0};
}

static bool
grow(struct words *words)
{
    size_t room = words->room == 0 ? 16 : 2 * words->room;
    struct word *grown = realloc(words->word, room * sizeof *grown);

    if (grown == NULL)
        return false;
    words->word = grown;
    words->room = room;
    return true;
}

void
words_add(struct words *words, const char *text, int value)
{
    size_t at = words->bytes.size;

    if (words->count == words->room && !grow(words)) {
        words->failed = true;
        return;
    }
    text_add_folded(&words->bytes, text, strlen(text));
    words->failed = words->failed || !text_ok(&words->bytes);
    if (!words->failed && words->bytes.size > at)
        words->word[words->count++] =
            (struct word){at, words->bytes.size - at, value};
}

/* The text before "%s" in 'format' and after it: "a) %s". */
static void
add_formed(struct words *words, const char *before, const char *text,
           const char *after, int value)
{
    struct text whole = {0};

    text_add(&whole, before);
    text_add(&whole, text);
    text_add(&whole, after);
    words->failed = words->failed || !text_ok(&whole);
    words_add(words, text_string(&whole), value);
    text_release(&whole);
}

static void
add_option(struct words *words, const struct lewis_option *option, int value)
{
    char letter[] = {option->id[0], ')', ' ', '\0'};

    words_add(words, option->id, value);
    for (const struct lewis_text *t = option->label; t->lang != NULL; t++) {
        words_add(words, t->text, value);
        add_formed(words, letter, t->text, "", value);
    }
}

static void
add_scale(struct words *words, const struct lewis_response *response)
{
    for (int x = response->lo; x <= response->hi; x++)
        for (const struct lewis_text *t =
                 response->point[x - response->lo].label;
             t->lang != NULL; t++)
            words_add(words, t->text, x);
}

/* The two ends of a pair, as the exports write them. */
static void
add_ends(struct words *words, const struct lewis_item *item)
{
    for (int end = 0; end < 2; end++) {
        int place = end == 0 ? 1 : item->places;
        char digits[8] = {0};
        char *p = digits + 5;
        for (int n = place; n > 0 && p > digits; n /= 10)
            *--p = (char)('0' + n % 10);
        memmove(digits, p, strlen(p) + 1);
        strcat(digits, " (");
        for (const struct lewis_text *t = item->option[end].label;
             t->lang != NULL; t++) {
            words_add(words, t->text, place);
            add_formed(words, digits, t->text, ")", place);
        }
    }
}

void
words_add_item(struct words *words, const struct lewis_item *item)
{
    if (item->form == LEWIS_PAIR)
        add_ends(words, item);
    else
        for (size_t o = 0; o < item->option_count; o++)
            add_option(words, &item->option[o], (int)o);
    if (item->response != NULL)
        add_scale(words, item->response);
}

int
words_find_folded(const struct words *words, const char *text, size_t size)
{
    int found = WORDS_NONE;

    for (size_t i = 0; i < words->count; i++) {
        const struct word *word = &words->word[i];
        if (word->size != size || word->value == found ||
            memcmp(words->bytes.bytes + word->at, text, size) != 0)
            continue;
        if (found != WORDS_NONE)
            return WORDS_TWO;
        found = word->value;
    }
    return found;
}

int
words_find(const struct words *words, const char *text, size_t size)
{
    struct text folded = {0};
    int found;

    text_add_folded(&folded, text, size);
    found = text_ok(&folded) ? words_find_folded(words, text_string(&folded),
                                                 folded.size)
                             : WORDS_LOST;
    text_release(&folded);
    return found;
}

/* A list that is being read, in all ways that there are. */
struct listing {
    const struct words *words;
    const char *text, *end;
    size_t most;
    int value[LEWIS_OPTIONS]; /* so far */
    int *first;               /* the first way found */
    int ways;                 /* different ones: 0, 1, 2 */
    size_t count;             /* of the first way */
};

/* The byte behind a separator at p, spaces and all; NULL when there is none. */
static const char *
skip_separator(const char *p, const char *end)
{
    while (p < end && *p == ' ')
        p++;
    if (p == end || strchr(";,>", *p) == NULL)
        return NULL;
    for (p++; p < end && *p == ' ';)
        p++;
    return p;
}

static void
note_way(struct listing *listing, size_t count)
{
    if (listing->ways > 0 && listing->count == count &&
        memcmp(listing->first, listing->value,
               count * sizeof *listing->value) == 0)
        return;
    if (listing->ways++ > 0)
        return;
    listing->count = count;
    memcpy(listing->first, listing->value, count * sizeof *listing->value);
}

static bool
holds(const struct listing *listing, size_t count, int value)
{
    for (size_t i = 0; i < count; i++)
        if (listing->value[i] == value)
            return true;
    return false;
}

/* Goes on behind 'count' words, at p. */
static void
read_on(struct listing *listing, const char *p, size_t count)
{
    for (size_t i = 0; i < listing->words->count && listing->ways < 2; i++) {
        const struct word *word = &listing->words->word[i];
        const char *next = p + word->size;
        if ((size_t)(listing->end - p) < word->size ||
            memcmp(listing->words->bytes.bytes + word->at, p, word->size) !=
                0 ||
            holds(listing, count, word->value))
            continue;
        listing->value[count] = word->value;
        const char *behind = skip_separator(next, listing->end);
        if (next == listing->end || behind == listing->end)
            note_way(listing, count + 1);
        else if (behind != NULL && count + 1 < listing->most)
            read_on(listing, behind, count + 1);
    }
}

int
words_list(const struct words *words, const char *text, size_t size,
           int value[], size_t most)
{
    struct text folded = {0};
    struct listing listing = {
        .words = words,
        .first = value,
        .most = most < LEWIS_OPTIONS ? most : LEWIS_OPTIONS,
    };
    int found;

    text_add_folded(&folded, text, size);
    listing.text = text_string(&folded);
    listing.end = listing.text + folded.size;
    if (folded.size > 0)
        read_on(&listing, listing.text, 0);
    found = !text_ok(&folded)  ? WORDS_LOST
            : listing.ways > 1 ? WORDS_TWO
                               : (int)listing.count;
    text_release(&folded);
    return found;
}
