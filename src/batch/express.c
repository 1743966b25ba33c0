/* express.c - rows whose cells are a rating of one byte or a ranking of three.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/lane.h"
#include "batch/express_plan.h"

/* A field that does not begin with a quote. */
static inline const char *
pass_plain(const char *p, const char *end, char separator,
           struct csv_field *field)
{
    const char *from = p;

    for (; end - p >= LANE; p += LANE) {
        uint64_t lane = lane_load(p);
        uint64_t others = lane_below(lane, '-') | lane_above(lane, '~') |
                          lane_equal(lane, (unsigned char)separator);
        if (others != 0) {
            p += lane_first(others);
            break;
        }
    }
    bool plain = *p == separator || *p == '\n' || *p == '\r';
    p = record_plain_end(p, separator);
    *field = (struct csv_field){from, (size_t)(p - from), plain};
    return p;
}

/* A field that is no answer; NULL when it is not plain. */
static const char *
pass_text(const char *p, const char *end, char separator,
          struct csv_field *field)
{
    const char *from = p;

    if (*p != '"')
        return pass_plain(p, end, separator, field);
    for (p++; *p != '"'; p++)
        if (*p == '\n' || *p == '\r')
            return NULL;
    *field = (struct csv_field){from + 1, (size_t)(p - from - 1), false};
    return p + 1;
}

enum { NO_MARK = 0x3f }; /* of a ranking: nobody has a fourth option thrice */

/* The mark of the cell at p, which may be none. */
static inline size_t
mark_of(const struct stop *stop, const char *p, const char *end, size_t letters)
{
    const unsigned char *b = (const unsigned char *)p;

    if (letters == 1)
        return *b;
    if (end - p < EXPRESS_LETTERS)
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
    return stop->all[*mark] != 0 && *p == '"' ? p + 1 : NULL;
}

/* What a cell adds to the score, of an answer that is there. */
static inline void
add_cell(struct express_sums *sums, const struct stop *stop, size_t mark)
{
    sums->all += stop->all[mark];
    sums->squares += stop->squares[mark];
}

/* And where answers are told. */
static inline void
tell_cell(struct express_sums *sums, uint8_t *code, const struct stop *stop,
          size_t mark)
{
    sums->second += stop->second[mark];
    sums->kinds += stop->kind[mark];
    code[stop->index] = stop->code[mark];
}

/* Ratings of a lane, each with a separator behind it; in quotes there are two.
 */
enum { FOUR = 4, TWO = 2 };

/* Ratings next to each other with nothing about them, each with another cell
 * behind it: so many lanes at most. Their number. */
static inline size_t
add_fours(const struct stop *stop, size_t most, const char *p, char separator,
          struct express_sums *to)
{
    const uint64_t gaps = UINT64_C(0xff00ff00ff00ff00);
    const uint64_t separators = lane_of((unsigned char)separator) & gaps;
    struct express_sums sums = *to;
    size_t n;

    for (n = 0; n < most; n++, stop += FOUR, p += LANE) {
        const uint64_t lane = lane_load(p);
        const size_t m0 = lane & 0xff, m1 = lane >> 16 & 0xff,
                     m2 = lane >> 32 & 0xff, m3 = lane >> 48 & 0xff;
        if ((lane & gaps) != separators ||
            (stop[0].all[m0] & stop[1].all[m1] & stop[2].all[m2] &
             stop[3].all[m3]) == 0)
            break;
        add_cell(&sums, &stop[0], m0);
        add_cell(&sums, &stop[1], m1);
        add_cell(&sums, &stop[2], m2);
        add_cell(&sums, &stop[3], m3);
    }
    *to = sums;
    return n;
}

/* The same for ratings in quotes. */
static inline size_t
add_twos(const struct stop *stop, size_t most, const char *p, char separator,
         struct express_sums *to)
{
    const uint64_t gaps = LANE_TWO_QUOTED;
    const uint64_t around = lane_two_quoted(separator);
    struct express_sums sums = *to;
    size_t n;

    for (n = 0; n < most; n++, stop += TWO, p += LANE) {
        const uint64_t lane = lane_load(p);
        const size_t m0 = lane >> 8 & 0xff, m1 = lane >> 40 & 0xff;
        if ((lane & gaps) != around || (stop[0].all[m0] & stop[1].all[m1]) == 0)
            break;
        add_cell(&sums, &stop[0], m0);
        add_cell(&sums, &stop[1], m1);
    }
    *to = sums;
    return n;
}

/* What is known of the answers of cells that were passed. */
static void
tell_cells(const struct stop *stop, size_t count, const char *mark,
           size_t width, struct express_sums *to, uint8_t *code)
{
    struct express_sums sums = *to;

    for (size_t i = 0; i < count; i++)
        tell_cell(&sums, code, &stop[i], (unsigned char)mark[i * width]);
    *to = sums;
}

/* Plain ratings, 'most' at most; where the next cell stands. */
static inline const char *
pass_several(const struct express *express, const struct stop **stop,
             size_t most, const char *p, const char *end,
             struct express_sums *sums, uint8_t *code)
{
    const bool quoted = *p == '"';
    const size_t each = quoted ? TWO : FOUR;
    const size_t room = (size_t)(end - p) / LANE;
    size_t lanes = most / each < room ? most / each : room;

    lanes = quoted ? add_twos(*stop, lanes, p, express->separator, sums)
                   : add_fours(*stop, lanes, p, express->separator, sums);
    if (express->told)
        tell_cells(*stop, lanes * each, p + quoted, LANE / each, sums, code);
    *stop += lanes * each;
    return p + lanes * LANE;
}

/* The cell of an answer, and what it adds; what is behind it, or NULL. */
static inline const char *
pass_answer(const struct express *express, const struct stop *stop,
            const char *p, const char *end, struct express_sums *sums,
            uint8_t *code)
{
    size_t mark = mark_of(stop, p, end, express->letters);

    if (stop->all[mark] != 0)
        p += express->letters;
    else if (*p == '"')
        p = pass_quoted(stop, p, end, express->letters, &mark);
    add_cell(sums, stop, mark);
    if (express->told)
        tell_cell(sums, code, stop, mark);
    return p;
}

/* The cells of a leg's answers. Sums are the row's when all is done: what was
 * written a moment ago and is read in other pieces makes a processor wait. */
static const char *
pass_answers(const struct express *express, const struct leg *leg,
             const char *p, const char *end, struct express_row *row)
{
    const struct stop *stop = leg->from;
    struct express_sums sums = {0};

    for (;;) {
        if (express->letters == 1 && leg->end - stop > TWO)
            p = pass_several(express, &stop, (size_t)(leg->end - stop) - 1, p,
                             end, &sums, row->code);
        p = pass_answer(express, stop, p, end, &sums, row->code);
        if (p == NULL || ++stop == leg->end)
            break;
        if (*p++ != express->separator)
            return NULL;
    }
    row->sums.all += sums.all;
    row->sums.squares += sums.squares;
    row->sums.second += sums.second;
    row->sums.kinds += sums.kinds;
    return p;
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

/* Bit 63 says so of an odd number only. */
static bool
has_answers(const struct express_row *row)
{
    return row->sums.all != 0;
}

bool
express_cut(const struct express *express, struct record *record,
            const char *bytes, size_t size, struct express_row *row)
{
    const char *end = bytes + size, *p;

    if (!record_reserve(record, express->columns))
        return false;
    row->sums = (struct express_sums){0};
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
