/* answer.c - one cell of an answer sheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "answers/answer.h"
#include "base/error.h"
#include "base/number.h"
#include "base/text.h"

struct answer_shown
answer_show(const char *text, size_t size)
{
    struct answer_shown shown = {{0}};
    size_t n = 0, step;

    while (n < size && (step = utf8_length(text + n, size - n)) > 0 &&
           n + step <= ANSWER_SHOWN)
        n += step;
    memcpy(shown.bytes, text, n);
    if (n < size)
        memcpy(shown.bytes + n, "...", 4);
    return shown;
}

static bool
refuse_rate(const struct lewis_response *response, const char *text,
            size_t size, struct lewis_error *error)
{
    int last = response->hi - response->lo;

    return error_set(error, LEWIS_EINVALID,
                     "\"%s\" is not an answer of scale %s (%d-%d, %s ... %s; "
                     "an empty cell is a missing answer)",
                     answer_show(text, size).bytes, response->id, response->lo,
                     response->hi,
                     lewis_text_in(response->point[0].label, NULL),
                     lewis_text_in(response->point[last].label, NULL));
}

/* A cell whose words the bank uses for two answers, or that was lost. */
static bool
refuse_found(int found, const char *text, size_t size,
             struct lewis_error *error)
{
    if (found == WORDS_LOST)
        return error_memory(error);
    return error_set(error, LEWIS_EINVALID,
                     "\"%s\" can mean two different answers in this bank; "
                     "write the letter or the number",
                     answer_show(text, size).bytes);
}

static bool
parse_rate(const struct lewis_item *item, const struct words *words,
           const char *text, size_t size, struct lewis_answer *answer,
           struct lewis_error *error)
{
    const struct lewis_response *response = item->response;
    int value;

    if (!(number_parse_int(text, size, &value) && value >= response->lo &&
          value <= response->hi))
        value = words_find(words, text, size);
    if (value == WORDS_TWO || value == WORDS_LOST)
        return refuse_found(value, text, size, error);
    if (value == WORDS_NONE)
        return refuse_rate(response, text, size, error);
    answer->value = (int16_t)value;
    answer->count = 1;
    return true;
}

/* The index of the option that a letter names, or LEWIS_OPTIONS. */
static size_t
option_of(const struct lewis_item *item, char letter)
{
    size_t o = 0;

    if (letter >= 'A' && letter <= 'Z')
        letter = (char)(letter - 'A' + 'a');
    while (o < item->option_count && item->option[o].id[0] != letter)
        o++;
    return o < item->option_count ? o : LEWIS_OPTIONS;
}

const char *
answer_letters(const struct lewis_item *item, char out[32])
{
    char *p = out;

    for (size_t o = 0; o < item->option_count; o++) {
        if (o > 0) {
            *p++ = ',';
            *p++ = ' ';
        }
        *p++ = item->option[o].id[0];
    }
    *p = '\0';
    return out;
}

int
answer_option(const struct lewis_item *item, const struct words *words,
              const char *text, size_t size)
{
    bool letter = size == 1 || (size > 1 && text[1] == ')'); /* "a) I ..." */
    size_t o = letter ? option_of(item, text[0]) : LEWIS_OPTIONS;

    return o < LEWIS_OPTIONS ? (int)o : words_find(words, text, size);
}

static bool
parse_pick(const struct lewis_item *item, const struct words *words,
           const char *text, size_t size, struct lewis_answer *answer,
           struct lewis_error *error)
{
    int o = answer_option(item, words, text, size), number;
    char list[32];

    if (o == WORDS_NONE && number_parse_int(text, size, &number) &&
        number >= 1 && (size_t)number <= item->option_count)
        o = number - 1;
    if (o == WORDS_TWO || o == WORDS_LOST)
        return refuse_found(o, text, size, error);
    if (o == WORDS_NONE)
        return error_set(error, LEWIS_EINVALID,
                         "\"%s\" is not an option of this item (%s; an empty "
                         "cell is a missing answer)",
                         answer_show(text, size).bytes,
                         answer_letters(item, list));
    answer->part[0] = (uint8_t)o;
    answer->count = 1;
    return true;
}

static bool
already(const struct lewis_answer *answer, size_t option)
{
    for (size_t i = 0; i < answer->count; i++)
        if (answer->part[i] == option)
            return true;
    return false;
}

static bool
refuse_rank(const struct lewis_item *item, const char *text, size_t size,
            struct lewis_answer *answer, struct lewis_error *error)
{
    char list[32], example[32], *p = example;

    for (size_t o = item->option_count; o-- > 0;)
        *p++ = item->option[o].id[0];
    *p = '\0';
    *answer = (struct lewis_answer){0};
    return error_set(error, LEWIS_EINVALID,
                     "\"%s\" is not a ranking of %s: each letter at most once, "
                     "the most fitting first, for example \"%s\"",
                     answer_show(text, size).bytes,
                     answer_letters(item, list), example);
}

/* Letters, with or without something between them. */
static bool
parse_letters(const struct lewis_item *item, const char *text, size_t size,
              struct lewis_answer *answer)
{
    for (size_t i = 0; i < size; i++) {
        if (strchr("> ,;", text[i]) != NULL && text[i] != '\0')
            continue;
        size_t o = option_of(item, text[i]);
        if (o == LEWIS_OPTIONS || already(answer, o)) {
            *answer = (struct lewis_answer){0};
            return false;
        }
        answer->part[answer->count++] = (uint8_t)o;
    }
    return answer->count > 0;
}

static bool
parse_rank(const struct lewis_item *item, const struct words *words,
           const char *text, size_t size, struct lewis_answer *answer,
           struct lewis_error *error)
{
    int value[LEWIS_OPTIONS], count;

    if (parse_letters(item, text, size, answer))
        return true;
    count = words_list(words, text, size, value, item->option_count);
    if (count == WORDS_TWO || count == WORDS_LOST)
        return refuse_found(count, text, size, error);
    if (count == 0)
        return refuse_rank(item, text, size, answer, error);
    answer->count = (uint8_t)count;
    for (int i = 0; i < count; i++)
        answer->part[i] = (uint8_t)value[i];
    return true;
}

static bool
refuse_points(const struct lewis_item *item, const char *text, size_t size,
              struct lewis_answer *answer, struct lewis_error *error)
{
    *answer = (struct lewis_answer){0};
    return error_set(error, LEWIS_EINVALID,
                     "\"%s\" does not share out %d points over %zu options: "
                     "whole numbers that sum to %d, for example \"%s\"",
                     answer_show(text, size).bytes, item->total,
                     item->option_count, item->total,
                     item->option_count == 2 ? "7 3" : "5 3 2");
}

/* The next run of digits as a number; -1 when there is none. */
static int
next_number(const char **text, const char *end)
{
    const char *p = *text, *from;
    int value;

    while (p < end && *p != '\0' && strchr(" ,;/:", *p) != NULL)
        p++;
    for (from = p; p < end && *p >= '0' && *p <= '9';)
        p++;
    *text = p;
    return p > from && number_parse_int(from, (size_t)(p - from), &value)
               ? value
               : -1;
}

static bool
parse_points(const struct lewis_item *item, const char *text, size_t size,
             struct lewis_answer *answer, struct lewis_error *error)
{
    const char *p = text, *end = text + size;
    int sum = 0;

    for (size_t o = 0; o < item->option_count; o++) {
        int points = next_number(&p, end);
        if (points < 0 || points > item->total)
            return refuse_points(item, text, size, answer, error);
        answer->part[o] = (uint8_t)points;
        sum += points;
    }
    if (sum != item->total || next_number(&p, end) != -1 || p != end)
        return refuse_points(item, text, size, answer, error);
    answer->count = (uint8_t)item->option_count;
    return true;
}

static bool
parse_pair(const struct lewis_item *item, const struct words *words,
           const char *text, size_t size, struct lewis_answer *answer,
           struct lewis_error *error)
{
    int value;

    if (!(number_parse_int(text, size, &value) && value >= 1 &&
          value <= item->places))
        value = words_find(words, text, size);
    if (value == WORDS_TWO || value == WORDS_LOST)
        return refuse_found(value, text, size, error);
    if (value == WORDS_NONE)
        return error_set(error, LEWIS_EINVALID,
                         "\"%s\" is not a place of this item (1 is wholly the "
                         "first statement, %d wholly the second; an empty cell "
                         "is a missing answer)",
                         answer_show(text, size).bytes, item->places);
    answer->value = (int16_t)value;
    answer->count = 1;
    return true;
}

bool
answer_parse(const struct lewis_item *item, const struct words *words,
             const char *text, size_t size, struct lewis_answer *answer,
             struct lewis_error *error)
{
    *answer = (struct lewis_answer){0};
    text_trim(&text, &size);
    if (size == 0)
        return true;
    switch (item->form) {
    case LEWIS_RATE:
    case LEWIS_CHECK:
        return parse_rate(item, words, text, size, answer, error);
    case LEWIS_PICK:
        return parse_pick(item, words, text, size, answer, error);
    case LEWIS_RANK:
        return parse_rank(item, words, text, size, answer, error);
    case LEWIS_POINTS:
        return parse_points(item, text, size, answer, error);
    case LEWIS_PAIR:
        return parse_pair(item, words, text, size, answer, error);
    }
    return false;
}

/* Letters and numbers go before words, which take time to put together; but the
 * number of a pick's option comes after them. */
static bool
parse_plain(const struct lewis_item *item, const char *text, size_t size,
            struct lewis_answer *answer)
{
    const struct words none = {0};

    text_trim(&text, &size);
    if (item->form == LEWIS_PICK && size > 0 && *text >= '0' && *text <= '9')
        return false;
    return answer_parse(item, &none, text, size, answer, NULL);
}

bool
lewis_answer_parse(const struct lewis_item *item, const char *text, size_t size,
                   struct lewis_answer *answer, struct lewis_error *error)
{
    struct words words = {0};
    bool ok;

    if (parse_plain(item, text, size, answer))
        return true;
    words_add_item(&words, item);
    ok = words.failed ? error_memory(error)
                      : answer_parse(item, &words, text, size, answer, error);
    words_release(&words);
    return ok;
}
