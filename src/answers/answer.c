/* answer.c - one cell of an answer sheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <lewis/answers.h>

#include "base/error.h"
#include "base/number.h"
#include "base/text.h"

enum { SHOWN = 40 }; /* bytes of a wrong cell that a message repeats */

struct shown {
    char bytes[SHOWN + 4];
};

/* As much of a cell as a message can hold, cut at a whole character. */
static struct shown
show(const char *text, size_t size)
{
    struct shown shown = {{0}};
    size_t n = 0, step;

    while (n < size && (step = utf8_length(text + n, size - n)) > 0 &&
           n + step <= SHOWN)
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
                     show(text, size).bytes, response->id, response->lo,
                     response->hi,
                     lewis_text_in(response->point[0].label, NULL),
                     lewis_text_in(response->point[last].label, NULL));
}

/* A label of the scale, in any of its languages: its value. */
static bool
find_label(const struct lewis_response *response, const char *text,
           size_t size, int *value)
{
    for (int x = response->lo; x <= response->hi; x++)
        for (const struct lewis_text *t =
                 response->point[x - response->lo].label;
             t->lang != NULL; t++)
            if (strlen(t->text) == size &&
                lewis_text_same_start(t->text, text, size)) {
                *value = x;
                return true;
            }
    return false;
}

static bool
parse_rate(const struct lewis_item *item, const char *text, size_t size,
           struct lewis_answer *answer, struct lewis_error *error)
{
    const struct lewis_response *response = item->response;
    int value;

    if (!(number_parse_int(text, size, &value) && value >= response->lo &&
          value <= response->hi) &&
        !find_label(response, text, size, &value))
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

/* "a, b or c" */
static const char *
option_list(const struct lewis_item *item, const char *last, char out[32])
{
    char *p = out;

    for (size_t o = 0; o < item->option_count; o++) {
        if (o > 0) {
            const char *between = o + 1 == item->option_count ? last : ", ";
            size_t n = strlen(between);
            memcpy(p, between, n);
            p += n;
        }
        *p++ = item->option[o].id[0];
    }
    *p = '\0';
    return out;
}

static bool
parse_pick(const struct lewis_item *item, const char *text, size_t size,
           struct lewis_answer *answer, struct lewis_error *error)
{
    bool letter = size == 1 || (size > 1 && text[1] == ')'); /* "a) I ..." */
    size_t o = letter ? option_of(item, text[0]) : LEWIS_OPTIONS;
    char list[32];

    if (o == LEWIS_OPTIONS)
        return error_set(error, LEWIS_EINVALID,
                         "\"%s\" is not an option of this item (%s; an empty "
                         "cell is a missing answer)",
                         show(text, size).bytes,
                         option_list(item, " or ", list));
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
                     show(text, size).bytes, option_list(item, " and ", list),
                     example);
}

static bool
parse_rank(const struct lewis_item *item, const char *text, size_t size,
           struct lewis_answer *answer, struct lewis_error *error)
{
    for (size_t i = 0; i < size; i++) {
        if (strchr("> ,;", text[i]) != NULL && text[i] != '\0')
            continue;
        size_t o = option_of(item, text[i]);
        if (o == LEWIS_OPTIONS || already(answer, o))
            return refuse_rank(item, text, size, answer, error);
        answer->part[answer->count++] = (uint8_t)o;
    }
    if (answer->count == 0)
        return refuse_rank(item, text, size, answer, error);
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
                     show(text, size).bytes, item->total, item->option_count,
                     item->total,
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
parse_pair(const struct lewis_item *item, const char *text, size_t size,
           struct lewis_answer *answer, struct lewis_error *error)
{
    int value;

    if (!number_parse_int(text, size, &value) || value < 1 ||
        value > item->places)
        return error_set(error, LEWIS_EINVALID,
                         "\"%s\" is not a place of this item (1 is wholly the "
                         "first statement, %d wholly the second; an empty cell "
                         "is a missing answer)",
                         show(text, size).bytes, item->places);
    answer->value = (int16_t)value;
    answer->count = 1;
    return true;
}

bool
lewis_answer_parse(const struct lewis_item *item, const char *text,
                   size_t size, struct lewis_answer *answer,
                   struct lewis_error *error)
{
    *answer = (struct lewis_answer){0};
    text_trim(&text, &size);
    if (size == 0)
        return true;
    switch (item->form) {
    case LEWIS_RATE:
    case LEWIS_CHECK:
        return parse_rate(item, text, size, answer, error);
    case LEWIS_PICK:
        return parse_pick(item, text, size, answer, error);
    case LEWIS_RANK:
        return parse_rank(item, text, size, answer, error);
    case LEWIS_POINTS:
        return parse_points(item, text, size, answer, error);
    case LEWIS_PAIR:
        return parse_pair(item, text, size, answer, error);
    }
    return false;
}
