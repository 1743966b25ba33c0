/* decode.c - from the cells of an item to an answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "answers/answer.h"
#include "answers/decode.h"
#include "base/error.h"
#include "base/translation.h"
#include "base/number.h"
#include "base/text.h"

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The end of the decimals at p when they are all 0 (".0000"), or p. */
static const char *
skip_zeros(const char *p, const char *end)
{
    const char *q = p + 1;

    if (p == end || *p != '.')
        return p;
    while (q < end && *q == '0')
        q++;
    return q == p + 1 || (q < end && is_digit(*q)) ? p : q;
}

int
decode_only_number(const char *text, size_t size)
{
    const char *p = text, *end = text + size;
    int found = -1;

    while (p < end) {
        int value = 0;
        if (!is_digit(*p)) {
            if (*p++ == '-' && p < end && is_digit(*p))
                return -1;
            continue;
        }
        for (; p < end && is_digit(*p) && value < 1000; p++)
            value = value * 10 + (*p - '0');
        if (found != -1 || value >= 1000)
            return -1;
        found = value;
        p = skip_zeros(p, end);
    }
    return found;
}

/* The cell without white space, and empty when the tool says "not answered". */
static struct csv_field
cell_of(const struct layout_tie *tie, struct csv_field cell)
{
    text_trim(&cell.bytes, &cell.size);
    if (vendor_is_missing(tie->vendor, cell.bytes, cell.size))
        cell.size = 0;
    return cell;
}

/* LimeSurvey's own codes for the n-th answer, "A3" and "AO03"; 0: no such. */
static int
default_code(const struct layout_tie *tie, struct csv_field cell)
{
    size_t letters = cell.size > 2 && cell.bytes[1] == 'O' ? 2 : 1;
    int value;

    if (tie->vendor != LEWIS_LIMESURVEY || cell.size < 2 || cell.size > 5 ||
        cell.bytes[0] != 'A' || !is_digit(cell.bytes[letters]) ||
        !number_parse_int(cell.bytes + letters, cell.size - letters, &value))
        return 0;
    return value;
}

/* The answer that the n-th of a list means. */
static bool
answer_of_code(const struct lewis_item *item, int code,
               struct lewis_answer *answer)
{
    *answer = (struct lewis_answer){.count = 1};
    if (item->form == LEWIS_PICK && (size_t)code <= item->option_count) {
        answer->part[0] = (uint8_t)(code - 1);
        return true;
    }
    if (item->response == NULL ||
        code > item->response->hi - item->response->lo + 1)
        return false;
    answer->value = (int16_t)(item->response->lo + code - 1);
    return true;
}

bool
decode_cell(const struct layout_tie *tie, const struct csv_field given[],
            struct lewis_answer *answer, struct lewis_error *error)
{
    struct csv_field cell = cell_of(tie, given[0]);
    int code = default_code(tie, cell);

    if (code > 0 && answer_of_code(tie->item, code, answer))
        return true;
    return answer_parse(tie->item, tie->words, cell.bytes, cell.size, answer,
                        error);
}

static bool
refuse_option(const struct layout_tie *tie, struct csv_field cell, size_t place,
              struct lewis_error *error)
{
    char list[32];

    if (decode_only_number(cell.bytes, cell.size) >= 0 && cell.size < 3)
        return error_set(error, LEWIS_EINVALID,
                         "\"%s\" under place %zu: is it an option or a rank? "
                         "Say so with --map",
                         answer_show(cell.bytes, cell.size).bytes, place + 1);
    return error_set(error, LEWIS_EINVALID,
                     "\"%s\" under place %zu is not an option of this item "
                     "(%s, or its text)",
                     answer_show(cell.bytes, cell.size).bytes, place + 1,
                     answer_letters(tie->item, list));
}

static bool
refuse_twice(const struct layout_tie *tie, size_t option,
             struct lewis_answer *answer, struct lewis_error *error)
{
    *answer = (struct lewis_answer){0};
    return error_set(error, LEWIS_EINVALID,
                     "option %s stands at two places of this ranking",
                     tie->item->option[option].id);
}

/* The option a cell names; WORDS_NONE, WORDS_TWO, WORDS_LOST. */
static int
option_in(const struct layout_tie *tie, struct csv_field cell)
{
    int code = default_code(tie, cell);

    if (code > 0 && (size_t)code <= tie->item->option_count)
        return code - 1;
    return answer_option(tie->item, tie->words, cell.bytes, cell.size);
}

bool
decode_places(const struct layout_tie *tie, const struct csv_field given[],
              struct lewis_answer *answer, struct lewis_error *error)
{
    bool stopped = false;

    *answer = (struct lewis_answer){0};
    for (size_t place = 0; place < tie->column_count; place++) {
        struct csv_field cell = cell_of(tie, given[place]);
        if (cell.size == 0) {
            stopped = true;
            continue;
        }
        int option = option_in(tie, cell);
        if (option < 0 || stopped)
            *answer = (struct lewis_answer){0};
        if (option == WORDS_LOST)
            return error_memory(error);
        if (option < 0)
            return refuse_option(tie, cell, place, error);
        if (stopped)
            return error_set(error, LEWIS_EINVALID,
                             "place %zu of this ranking is filled and one "
                             "before it is empty",
                             place + 1);
        for (size_t i = 0; i < answer->count; i++)
            if (answer->part[i] == option)
                return refuse_twice(tie, (size_t)option, answer, error);
        answer->part[answer->count++] = (uint8_t)option;
    }
    return true;
}

static bool
refuse_rank(const struct layout_tie *tie, struct csv_field cell, size_t option,
            struct lewis_error *error)
{
    return error_set(error, LEWIS_EINVALID,
                     "\"%s\" is not a rank of option %s: 1 fits most, %zu "
                     "least",
                     answer_show(cell.bytes, cell.size).bytes,
                     tie->item->option[option].id, tie->item->option_count);
}

/* Ranks 1, 2, ... without a gap, each once. */
static bool
answer_of_ranks(const struct layout_tie *tie, const int rank[],
                struct lewis_answer *answer, struct lewis_error *error)
{
    size_t filled = 0;

    for (size_t o = 0; o < tie->column_count; o++)
        filled += rank[o] > 0;
    for (size_t place = 1; place <= filled; place++) {
        size_t holders = 0;
        for (size_t o = 0; o < tie->column_count; o++)
            if (rank[o] == (int)place) {
                answer->part[place - 1] = (uint8_t)o;
                holders++;
            }
        if (holders == 1)
            continue;
        *answer = (struct lewis_answer){0};
        return error_set(error, LEWIS_EINVALID,
                         holders == 0
                             ? N_("no option of this ranking has rank %zu")
                             : N_("two options of this ranking have rank %zu"),
                         place);
    }
    answer->count = (uint8_t)filled;
    return true;
}

bool
decode_ranks(const struct layout_tie *tie, const struct csv_field given[],
             struct lewis_answer *answer, struct lewis_error *error)
{
    int rank[LEWIS_OPTIONS] = {0};

    *answer = (struct lewis_answer){0};
    for (size_t o = 0; o < tie->column_count; o++) {
        struct csv_field cell = cell_of(tie, given[o]);
        if (cell.size == 0)
            continue;
        rank[o] = decode_only_number(cell.bytes, cell.size);
        if (rank[o] < 1 || (size_t)rank[o] > tie->item->option_count)
            return refuse_rank(tie, cell, o, error);
    }
    return answer_of_ranks(tie, rank, answer, error);
}

/* The words for "not chosen" in a column of its own. */
static bool
is_unchosen(struct csv_field cell)
{
    return cell.size == 0 ||
           (cell.size == 1 && (*cell.bytes == '0' || *cell.bytes == 'N'));
}

bool
decode_chosen(const struct layout_tie *tie, const struct csv_field given[],
              struct lewis_answer *answer, struct lewis_error *error)
{
    *answer = (struct lewis_answer){0};
    for (size_t o = 0; o < tie->column_count; o++) {
        if (is_unchosen(cell_of(tie, given[o])))
            continue;
        if (answer->count > 0) {
            *answer = (struct lewis_answer){0};
            return error_set(error, LEWIS_EINVALID,
                             "two options of this item are chosen; one is "
                             "to be");
        }
        answer->part[0] = (uint8_t)o;
        answer->count = 1;
    }
    return true;
}

bool
decode_points(const struct layout_tie *tie, const struct csv_field given[],
              struct lewis_answer *answer, struct lewis_error *error)
{
    size_t filled = 0;
    int sum = 0;

    *answer = (struct lewis_answer){0};
    for (size_t o = 0; o < tie->column_count; o++) {
        struct csv_field cell = cell_of(tie, given[o]);
        int points = decode_only_number(cell.bytes, cell.size);
        if (cell.size == 0)
            continue;
        filled++;
        sum += points < 0 ? tie->item->total + 1 : points;
        answer->part[o] = (uint8_t)(points < 0 ? 0 : points);
    }
    if (filled == 0)
        return true;
    answer->count = (uint8_t)tie->item->option_count;
    if (sum == tie->item->total)
        return true;
    *answer = (struct lewis_answer){0};
    return error_set(error, LEWIS_EINVALID,
                     "the columns of this item do not share out %d points: "
                     "whole numbers that sum to %d",
                     tie->item->total, tie->item->total);
}
