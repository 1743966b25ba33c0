/* express.c - rows whose cells are a rating of one byte or a ranking of three.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/lane.h"
#include "batch/express.h"
#include "score/quality.h"

enum { N = LEWIS_STYLES, BYTES = 256, LETTERS = 3, RANKINGS = 6 };

/* Bytes behind a row's codes, so that no two threads write to one line of the
 * cache. */
enum { APART = 128 };

/* Orders are counted side by side. */
enum { COUNT_BITS = 10, COUNT_MOST = (1 << COUNT_BITS) - 1, WORD = 64 };

/* An item, and what a cell of it adds: by a rating's byte, or (first 64) by a
 * ranking's three options, two bits each. */
struct stop {
    size_t column, index;  /* index: of the item in the bank */
    size_t place;          /* in the row's sums */
    const uint8_t *option; /* of a byte */
    uint64_t sum[BYTES];   /* 0: no answer */
    uint64_t kind[BYTES];  /* one more of its kind; 0: not told, or not scored */
    uint8_t code[BYTES];   /* 0: no answer, or not told */
};

/* Columns next to each other: answers, or one of another kind. */
struct leg {
    size_t column;
    const struct stop *from, *end; /* the same: no answers */
    bool kept; /* one answer, whose field is wanted as well */
};

struct express {
    const struct lewis_key *key;
    size_t letters; /* 1: ratings, 3: rankings */
    char separator;
    size_t columns, leg_count;
    struct leg *leg;
    struct stop *stop; /* by their columns */
    size_t stop_count;
    /* the answers, when they are told */
    bool told;
    size_t kinds;   /* different ones */
    unsigned bits;  /* of how often one was given */
    size_t *scored; /* places of these items in the bank */
};

/* ---- can it be done? ---- */

static bool
is_plain(const struct layout *layout, size_t letters)
{
    for (size_t t = 0; t < layout->tie_count; t++) {
        const struct layout_short *shorts = layout->quick[t].shorts;
        if (shorts == NULL || shorts->letters != letters)
            return false;
    }
    return true;
}

/* Have all that are scored the same numbers, and all a code for each? */
static bool
has_codes(const struct lewis_key *key)
{
    const struct key_item *first = NULL;

    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->item[i];
        if (item->hi - item->lo >= BYTES - 1)
            return false;
        if (item->passed)
            continue;
        if (first != NULL && first->lo != item->lo)
            return false;
        first = item;
    }
    return true;
}

static void
set_kinds(struct express *express)
{
    const struct lewis_key *key = express->key;
    bool ratings = express->letters == 1;

    express->kinds = ratings ? (size_t)key->steps + 1 : RANKINGS;
    express->bits = WORD / (unsigned)express->kinds;
    express->told = express->bits > 0 && has_codes(key) &&
                    key->count < UINT64_C(1) << express->bits;
}

/* ---- what cells mean ---- */

/* Bytes that mean something to a record mean nothing in a cell. */
static bool
can_stand(const struct express *express, size_t byte)
{
    return byte != (unsigned char)express->separator && byte != '"' &&
           byte != '\n' && byte != '\r';
}

/* Which answer it is, where that is told. */
static void
tell_code(const struct express *express, struct stop *stop, size_t mark,
          size_t code)
{
    if (!express->told)
        return;
    stop->code[mark] = (uint8_t)code;
    if (!express->key->item[stop->index].passed)
        stop->kind[mark] = UINT64_C(1) << express->bits * (code - 1);
}

static void
set_rating(const struct express *express, struct stop *stop,
           const struct layout_short *shorts)
{
    const struct key_item *item = &express->key->item[stop->index];
    const struct key_step *step = &express->key->step[stop->index];

    for (size_t b = 0; b < BYTES; b++) {
        const struct lewis_answer *answer = &shorts->one[b];
        if (answer->count == 0 || !can_stand(express, b))
            continue;
        stop->sum[b] = rating_sum(step, answer->value);
        tell_code(express, stop, b, (size_t)(answer->value - item->lo) + 1);
    }
    stop->place = step->style;
}

/* One more of an order; of items that are passed over, one where nobody looks.
 */
static uint64_t
order_sum(const struct key_item *item, size_t first, size_t second)
{
    size_t order =
        item->passed ? SCORE_ORDERS : choice_order(item, first, second);

    return UINT64_C(1) << COUNT_BITS * order;
}

static void
set_ranking(const struct express *express, struct stop *stop,
            const struct layout_short *shorts)
{
    const struct key_item *item = &express->key->item[stop->index];

    stop->option = shorts->option;
    for (size_t first = 0; first < LETTERS; first++)
        for (size_t next = 0; next < LETTERS; next++) {
            size_t mark =
                first << 4 | next << 2 | (LETTERS - first - next);
            if (first == next)
                continue;
            stop->sum[mark] = order_sum(item, first, next);
            tell_code(express, stop, mark,
                      1 + 2 * first + (next > first ? next - 1 : next));
        }
}

/* Halves are the odd and the even items: of all, of each style for ratings. */
static void
set_halves(struct express *express)
{
    const struct lewis_key *key = express->key;
    size_t seen[N] = {0}, scored = 0;

    for (size_t i = 0; i < key->count; i++) {
        struct stop *stop = express->stop;
        const struct key_item *item = &key->item[i];
        size_t style = express->letters == 1 ? item->style : 0;
        while (stop->index != i)
            stop++;
        if (item->passed)
            continue;
        stop->place += EXPRESS_HALF * (seen[style]++ % 2);
        express->scored[scored++] = i;
    }
}

/* ---- the way through a row ---- */

static bool
is_kept(const struct columns *columns, size_t column)
{
    for (size_t k = 0; k < columns->kept_count; k++)
        if (columns->kept_at[k] == column)
            return true;
    return false;
}

static struct stop *
stop_of(const struct express *express, size_t column)
{
    struct stop *stop = express->stop;

    while (stop < express->stop + express->stop_count &&
           stop->column != column)
        stop++;
    return stop;
}

static void
set_legs(struct express *express, const struct columns *columns)
{
    const struct stop *none = express->stop + express->stop_count;
    struct leg *leg = NULL;

    for (size_t c = 0; c < express->columns; c++) {
        const struct stop *stop = stop_of(express, c);
        bool kept = stop != none && is_kept(columns, c);
        if (leg != NULL && leg->end > leg->from && stop != none && !kept &&
            !leg->kept) {
            leg->end++;
            continue;
        }
        leg = &express->leg[express->leg_count++];
        *leg = (struct leg){c, stop, stop + (stop != none), kept};
    }
}

static int
compare_stops(const void *a, const void *b)
{
    const struct stop *x = a, *y = b;

    return (x->column > y->column) - (x->column < y->column);
}

static void
set_stops(struct express *express, const struct layout *layout)
{
    for (size_t t = 0; t < layout->tie_count; t++) {
        const struct layout_quick *quick = &layout->quick[t];
        struct stop *stop = &express->stop[t];
        stop->column = quick->column;
        stop->index = quick->index;
        if (express->letters == 1)
            set_rating(express, stop, quick->shorts);
        else
            set_ranking(express, stop, quick->shorts);
    }
    express->stop_count = layout->tie_count;
    qsort(express->stop, express->stop_count, sizeof *express->stop,
          compare_stops);
}

static bool
allocate(struct express *express, const struct layout *layout)
{
    express->leg = calloc(layout->column_count, sizeof *express->leg);
    express->stop = calloc(layout->tie_count, sizeof *express->stop);
    express->scored = calloc(layout->tie_count, sizeof *express->scored);
    return express->leg != NULL && express->stop != NULL &&
           express->scored != NULL;
}

struct express *
express_new(const struct express_file *file, const struct lewis_key *key)
{
    const struct layout *layout = file->layout;
    size_t letters = key->step != NULL ? 1 : key->orders ? LETTERS : 0;
    struct express *express;

    if (letters == 0 || !is_plain(layout, letters))
        return NULL;
    express = calloc(1, sizeof *express);
    if (express == NULL || !allocate(express, layout)) {
        express_free(express);
        return NULL;
    }
    express->key = key;
    express->letters = letters;
    express->separator = file->separator;
    express->columns = layout->column_count;
    set_kinds(express);
    express->told = express->told && file->answers;
    set_stops(express, layout);
    set_halves(express);
    set_legs(express, file->columns);
    return express;
}

void
express_free(struct express *express)
{
    if (express == NULL)
        return;
    free(express->leg);
    free(express->stop);
    free(express->scored);
    free(express);
}

bool
express_has_answers(const struct express *express)
{
    return express->told;
}

bool
express_row_begin(struct express_row *row, const struct express *express)
{
    free(row->code);
    row->code = malloc(express->stop_count + APART);
    return row->code != NULL;
}

void
express_row_release(struct express_row *row)
{
    free(row->code);
}

/* ---- a row ---- */

/* Where a field ends that does not begin with a quote. */
static inline const char *
pass_plain(const char *p, const char *end, char separator)
{
    while (end - p >= LANE) {
        uint64_t lane = lane_load(p);
        uint64_t ends = lane_below(lane, '\r' + 1) |
                        lane_equal(lane, (unsigned char)separator);
        if (ends != 0) {
            p += lane_first(ends);
            break;
        }
        p += LANE;
    }
    return record_plain_end(p, separator);
}

/* A field that is no answer; NULL when it is not plain. */
static const char *
pass_text(const char *p, const char *end, char separator,
          struct csv_field *field)
{
    const char *from = p;
    bool quoted = *p == '"';

    if (!quoted) {
        p = pass_plain(p, end, separator);
        *field = (struct csv_field){from, (size_t)(p - from)};
        return p;
    }
    for (p++; *p != '"'; p++)
        if (*p == '\n' || *p == '\r')
            return NULL;
    *field = (struct csv_field){from + 1, (size_t)(p - from - 1)};
    return p + 1;
}

enum { NO_MARK = 0x3f }; /* of a ranking: nobody has a fourth option thrice */

/* The mark of the cell at p, which may be none. */
static inline size_t
mark_of(const struct stop *stop, const char *p, const char *end,
        size_t letters)
{
    const unsigned char *b = (const unsigned char *)p;

    if (letters == 1)
        return *b;
    if (end - p < LETTERS)
        return NO_MARK;
    return (size_t)(stop->option[b[0]] << 4 | stop->option[b[1]] << 2 |
                    stop->option[b[2]]);
}

/* The same in quotes: what is behind it, or NULL. */
static const char *
pass_quoted(const struct stop *stop, const char *p, const char *end,
            size_t letters, size_t *mark)
{
    if (p[1] == '"')
        return p + 2;
    *mark = mark_of(stop, p + 1, end, letters);
    p += 1 + letters;
    return stop->sum[*mark] != 0 && *p == '"' ? p + 1 : NULL;
}

static inline void
add_answer(struct express_row *row, const struct stop *stop, size_t mark)
{
    row->kinds += stop->kind[mark];
    row->code[stop->index] = stop->code[mark];
}

/* Ratings of a lane, each with a separator behind it; in quotes there are two. */
enum { FOUR = 4, TWO = 2 };

/* Ratings with nothing about them, four at a time, as long as there are more
 * behind them. */
static const char *
pass_fours(const struct express *express, const struct stop **at,
           const struct stop *last, const char *p, const char *end,
           struct express_row *row)
{
    const uint64_t gaps = UINT64_C(0xff00ff00ff00ff00);
    const uint64_t separators =
        lane_of((unsigned char)express->separator) & gaps;
    const struct stop *stop = *at;

    for (; last - stop > FOUR && end - p >= LANE; stop += FOUR, p += LANE) {
        const uint64_t lane = lane_load(p);
        const size_t m0 = lane & 0xff, m1 = lane >> 16 & 0xff,
                     m2 = lane >> 32 & 0xff, m3 = lane >> 48 & 0xff;
        const uint64_t s0 = stop[0].sum[m0], s1 = stop[1].sum[m1],
                       s2 = stop[2].sum[m2], s3 = stop[3].sum[m3];
        if ((lane & gaps) != separators || (s0 & s1 & s2 & s3) == 0)
            break;
        row->sum[stop[0].place] += s0;
        row->sum[stop[1].place] += s1;
        row->sum[stop[2].place] += s2;
        row->sum[stop[3].place] += s3;
        if (!express->told)
            continue;
        add_answer(row, &stop[0], m0);
        add_answer(row, &stop[1], m1);
        add_answer(row, &stop[2], m2);
        add_answer(row, &stop[3], m3);
    }
    *at = stop;
    return p;
}

/* The same for ratings in quotes. */
static const char *
pass_twos(const struct express *express, const struct stop **at,
          const struct stop *last, const char *p, const char *end,
          struct express_row *row)
{
    const uint64_t gaps = LANE_TWO_QUOTED;
    const uint64_t around = lane_two_quoted(express->separator);
    const struct stop *stop = *at;

    for (; last - stop > TWO && end - p >= LANE; stop += TWO, p += LANE) {
        const uint64_t lane = lane_load(p);
        const size_t m0 = lane >> 8 & 0xff, m1 = lane >> 40 & 0xff;
        const uint64_t s0 = stop[0].sum[m0], s1 = stop[1].sum[m1];
        if ((lane & gaps) != around || (s0 & s1) == 0)
            break;
        row->sum[stop[0].place] += s0;
        row->sum[stop[1].place] += s1;
        if (!express->told)
            continue;
        add_answer(row, &stop[0], m0);
        add_answer(row, &stop[1], m1);
    }
    *at = stop;
    return p;
}

/* The cell of an answer, and what it adds; what is behind it, or NULL. */
static inline const char *
pass_answer(const struct express *express, const struct stop *stop,
            const char *p, const char *end, struct express_row *row)
{
    size_t mark = mark_of(stop, p, end, express->letters);

    if (stop->sum[mark] != 0)
        p += express->letters;
    else if (*p == '"')
        p = pass_quoted(stop, p, end, express->letters, &mark);
    row->sum[stop->place] += stop->sum[mark];
    if (express->told)
        add_answer(row, stop, mark);
    return p;
}

/* The cells of a leg's answers. */
static const char *
pass_answers(const struct express *express, const struct leg *leg,
             const char *p, const char *end, struct express_row *row)
{
    const struct stop *stop = leg->from;

    for (;;) {
        if (express->letters == 1)
            p = (*p == '"' ? pass_twos : pass_fours)(express, &stop, leg->end,
                                                     p, end, row);
        p = pass_answer(express, stop, p, end, row);
        if (p == NULL || ++stop == leg->end)
            return p;
        if (*p++ != express->separator)
            return NULL;
    }
}

static const char *
pass_leg(const struct express *express, const struct leg *leg, const char *p,
         const char *end, struct record *record, struct express_row *row)
{
    char separator = express->separator;
    const char *from = p;

    if (leg->from == leg->end)
        return pass_text(p, end, separator, &record->field[leg->column]);
    p = pass_answers(express, leg, p, end, row);
    if (p != NULL && leg->kept)
        pass_text(from, end, separator, &record->field[leg->column]);
    return p;
}

/* All columns; what is behind the last, or NULL. */
static const char *
pass_legs(const struct express *express, const char *p, const char *end,
          struct record *record, struct express_row *row)
{
    for (size_t i = 0; i < express->leg_count; i++) {
        if (i > 0 && *p++ != express->separator)
            return NULL;
        p = pass_leg(express, &express->leg[i], p, end, record, row);
        if (p == NULL)
            return NULL;
    }
    return p;
}

/* The end of the row behind its columns: none, or empty fields, and the line
 * end. NULL when there is more. */
static const char *
pass_end(const struct express *express, const char *p, const char *end)
{
    while (*p == express->separator)
        p++;
    return *p == '\n' || *p == '\r' ? record_behind_line(p, end) : NULL;
}

static bool
has_answers(const struct express_row *row)
{
    uint64_t any = 0;

    for (size_t s = 0; s < 2 * EXPRESS_HALF; s++)
        any |= row->sum[s];
    return any != 0;
}

bool
express_cut(const struct express *express, struct record *record,
            const char *bytes, size_t size, struct express_row *row)
{
    const char *end = bytes + size, *p;

    if (!record_reserve(record, express->columns))
        return false;
    memset(row->sum, 0, sizeof row->sum);
    row->kinds = 0;
    p = pass_legs(express, bytes, end, record, row);
    if (p != NULL)
        p = pass_end(express, p, end);
    if (p == NULL || p - bytes > RECORD_LIMIT || !has_answers(row))
        return false;
    record->bytes = bytes;
    record->size = (size_t)(p - bytes);
    record->lines = p > bytes && (p[-1] == '\n' || p[-1] == '\r');
    record->broken = NULL;
    record->count = express->columns;
    return true;
}

static void
take_orders(uint64_t sum, size_t order[SCORE_ORDERS])
{
    for (int i = 0; i < SCORE_ORDERS; i++)
        order[i] = sum >> COUNT_BITS * i & COUNT_MOST;
}

void
express_announce(const struct express *express, const struct express_row *row,
                 const struct score_memo *memo)
{
    size_t order[SCORE_ORDERS];

    if (express->letters == 1 || memo == NULL)
        return;
    take_orders(row->sum[0] + row->sum[EXPRESS_HALF], order);
    choice_announce(order, memo);
}

void
express_score(const struct express *express, const struct express_row *row,
              struct score_memo *memo, struct lewis_score *score, bool region)
{
    size_t order[SCORE_ORDERS];
    uint64_t sums[N];

    for (int s = 0; s < N; s++)
        sums[s] = row->sum[s] + row->sum[EXPRESS_HALF + s];
    if (express->letters == 1) {
        score_sums(express->key, sums, score, region);
        return;
    }
    take_orders(sums[0], order);
    score_orders(express->key, order, memo, score, region);
}

/* ---- its quality ---- */

static size_t
longest_run(const struct express *express, const uint8_t *code)
{
    size_t run = 0, longest = 0;
    uint8_t last = 0;

    for (size_t i = 0; i < express->key->scored; i++) {
        uint8_t one = code[express->scored[i]];
        run = one == last ? run + 1 : 1;
        run = one == 0 ? 0 : run;
        longest = run > longest ? run : longest;
        last = one;
    }
    return longest;
}

static void
count_kinds(const struct express *express, uint64_t kinds,
            struct quality_signs *signs)
{
    const uint64_t most = (UINT64_C(1) << express->bits) - 1;
    const double steps = (double)express->kinds - 1;
    uint64_t n = 0, sum = 0, squares = 0;

    for (size_t x = 0; x < express->kinds; x++) {
        uint64_t seen = kinds >> express->bits * x & most;
        signs->most = seen > signs->most ? seen : signs->most;
        n += seen;
        sum += x * seen;
        squares += x * x * seen;
    }
    signs->spread = express->letters == 1
                        ? quality_spread((double)n, (double)sum / steps,
                                         (double)squares / (steps * steps))
                        : NAN;
}

static size_t
failed_checks(const struct lewis_key *key, const uint8_t *code)
{
    size_t failed = 0;

    if (key->scored == key->count)
        return 0;
    for (size_t i = 0; i < key->count; i++)
        failed += key->item[i].form == LEWIS_CHECK && code[i] > 0 &&
                  code[i] - 1 != key->item[i].expect - key->item[i].lo;
    return failed;
}

static void
set_half(const struct express *express, const uint64_t sum[N],
         struct quality_sum rating[N], struct lewis_choices *choices)
{
    size_t order[SCORE_ORDERS];

    if (express->letters == 1) {
        for (int s = 0; s < N; s++)
            rating[s] = rating_half(express->key, sum[s]);
        return;
    }
    take_orders(sum[0], order);
    choice_orders(order, choices);
}

void
express_quality(const struct express *express, const struct express_row *row,
                const struct lewis_score *score,
                struct lewis_quality *quality)
{
    struct quality_signs signs;

    signs.run = longest_run(express, row->code);
    signs.most = 0;
    count_kinds(express, row->kinds, &signs);
    signs.failed = failed_checks(express->key, row->code);
    for (int h = 0; h < 2; h++)
        set_half(express, row->sum + EXPRESS_HALF * h, signs.rating[h], &signs.choices[h]);
    quality_judge(express->key, &signs, score, quality);
}
