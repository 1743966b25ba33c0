/* express_test.c - the short way from a row's bytes to its score, its quality
 * and its part of a summary, against the long one, cell by cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <gsl/gsl_errno.h>
#include <cmocka.h>

#include "answers/answers.h"
#include "answers/sheet.h"
#include "batch/express.h"
#include "batch/summary.h"
#include "score/memo.h"
#include "session/shuffle.h"

enum { ROWS = 3000, ROOM = 4096, MOST = 64 };

/* A file of a bank, by its header; country and a kept item stand between. */
struct file {
    struct lewis_bank *bank;
    struct lewis_key *key;
    struct lewis_answers *answers;
    struct columns columns;
    size_t kept;
    struct express *express;
    struct express_row row;
    struct record record, cut;
    struct lewis_summary *shorts, *longs;
    struct score_memo *memo;
};

static struct lewis_answers *
open_header(const struct lewis_bank *bank)
{
    char path[] = "/tmp/lewis-express-XXXXXX";
    FILE *out = fdopen(mkstemp(path), "w");
    struct lewis_answers *answers;

    assert_non_null(out);
    fputs("id,team", out);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        fprintf(out, "%s,%s", i == 5 ? ",country" : "",
                lewis_bank_item(bank, i)->id);
    fputs(",role\nx\n", out);
    fclose(out);
    answers = lewis_answers_open(path, NULL);
    assert_non_null(answers);
    assert_true(lewis_answers_bind(answers, bank, NULL));
    unlink(path);
    return answers;
}

static struct lewis_summary *
begin_summary(const struct lewis_bank *bank)
{
    struct lewis_summary_options options = {.score = lewis_score_defaults()};
    struct lewis_summary *summary = lewis_summary_new(bank, &options, NULL);

    assert_non_null(summary);
    return summary;
}

static void
open_file(struct file *file, const char *name)
{
    struct lewis_score_options options = lewis_score_defaults();
    char path[ROOM];

    *file = (struct file){.kept = 9};
    snprintf(path, sizeof path, "%s/%s", getenv("LEWIS_PATH"), name);
    file->bank = lewis_bank_load(path, NULL);
    assert_non_null(file->bank);
    file->key = lewis_key_new(file->bank, &options, NULL);
    assert_non_null(file->key);
    file->answers = open_header(file->bank);
    file->columns.kept_at = &file->kept;
    file->columns.kept_count = 1;
    file->express = express_new(
        &(struct express_file){answers_layout(file->answers), &file->columns,
                               ',', true},
        file->key);
    assert_non_null(file->express);
    assert_true(express_has_answers(file->express));
    assert_true(express_row_begin(&file->row, file->express));
    file->shorts = begin_summary(file->bank);
    file->longs = begin_summary(file->bank);
    file->memo = memo_new(1);
    assert_non_null(file->memo);
}

static void
close_file(struct file *file)
{
    lewis_summary_free(file->shorts);
    lewis_summary_free(file->longs);
    memo_free(file->memo);
    record_release(&file->record);
    record_release(&file->cut);
    express_row_release(&file->row);
    express_free(file->express);
    lewis_answers_free(file->answers);
    lewis_key_free(file->key);
    lewis_bank_free(file->bank);
}

/* ---- rows by chance ---- */

static const char *
cell_of(struct shuffle *chance, const struct lewis_item *item, bool steady)
{
    static char cell[LEWIS_CELL];
    size_t order[LEWIS_OPTIONS] = {1, 2, 0};
    int points = item->response == NULL
                     ? 0
                     : item->response->hi - item->response->lo + 1;

    if (shuffle_below(chance, 40) == 0)
        return "";
    if (points > 0) {
        snprintf(cell, sizeof cell, "%d",
                 item->response->lo +
                     (steady ? 2 : (int)shuffle_below(chance,
                                                      (uint64_t)points)));
        return cell;
    }
    if (!steady)
        shuffle_values(chance, order, LEWIS_OPTIONS);
    for (size_t o = 0; o < LEWIS_OPTIONS; o++)
        cell[o] = item->option[order[o]].id[0];
    cell[LEWIS_OPTIONS] = '\0';
    return cell;
}

/* A row with a line end, or the fence alone, behind it; its size. */
static size_t
make_row(const struct file *file, struct shuffle *chance, char line[ROOM])
{
    static const char *const ends[] = {"\n", "\r\n", "\r", "", ",,\n"};
    const char *quote = shuffle_below(chance, 4) == 0 ? "\"" : "";
    bool steady = shuffle_below(chance, 5) == 0;
    bool empty = shuffle_below(chance, 50) == 0;
    size_t n = 0;

    n += (size_t)sprintf(line, "%sp%d%s,%st %d%s", quote,
                         (int)shuffle_below(chance, 1000), quote, quote,
                         (int)shuffle_below(chance, 9), quote);
    for (size_t i = 0; i < lewis_bank_item_count(file->bank); i++) {
        const struct lewis_item *item = lewis_bank_item(file->bank, i);
        n += (size_t)sprintf(line + n, "%s,%s%s%s", i == 5 ? ",N L" : "", quote,
                             empty && i > 2 ? ""
                                            : cell_of(chance, item, steady),
                             quote);
    }
    n += (size_t)sprintf(line + n, ",\"a, b\"%s",
                         ends[shuffle_below(chance, 5)]);
    line[n] = '\n';
    return n;
}

/* ---- both ways ---- */

static bool
same(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static void
compare_scores(const struct lewis_score *a, const struct lewis_score *b)
{
    assert_int_equal(a->status, b->status);
    assert_int_equal(a->reason, b->reason);
    assert_int_equal(a->answered, b->answered);
    assert_int_equal(a->missing, b->missing);
    assert_int_equal(a->styles, b->styles);
    assert_int_equal(a->few, b->few);
    assert_int_equal(a->rough, b->rough);
    for (int s = 0; s < LEWIS_STYLES; s++)
        assert_true(same(a->share[s], b->share[s]) &&
                    same(a->low[s], b->low[s]) &&
                    same(a->high[s], b->high[s]) &&
                    same(a->source[s], b->source[s]));
    for (int c = 0; c < 3 && a->status == LEWIS_SCORED; c++)
        assert_true(a->region.covariance[c] == b->region.covariance[c]);
    assert_true(same(a->point.x, b->point.x) && same(a->point.y, b->point.y));
}

static void
compare_quality(const struct lewis_quality *a, const struct lewis_quality *b)
{
    assert_int_equal(a->run, b->run);
    assert_int_equal(a->failed, b->failed);
    assert_int_equal(a->flags, b->flags);
    assert_int_equal(a->caution, b->caution);
    assert_true(same(a->spread, b->spread) && same(a->mode, b->mode) &&
                same(a->missing, b->missing) && same(a->halves, b->halves) &&
                same(a->halves_p, b->halves_p));
}

static void
compare_records(const struct file *file)
{
    const size_t others[] = {0, 1, 7, file->kept, file->record.count - 1};

    assert_int_equal(file->record.size, file->cut.size);
    assert_int_equal(file->record.lines, file->cut.lines);
    assert_ptr_equal(file->record.bytes, file->cut.bytes);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        struct csv_field a = file->record.field[others[i]];
        struct csv_field b = file->cut.field[others[i]];
        assert_int_equal(a.size, b.size);
        assert_memory_equal(a.bytes, b.bytes, a.size);
    }
}

static void
go_both_ways(struct file *file, const char *line, size_t size)
{
    struct lewis_answer answer[MOST];
    struct lewis_sheet sheet;
    struct lewis_score score[2];
    struct lewis_quality quality[2];

    assert_true(
        express_cut(file->express, &file->record, line, size, &file->row));
    assert_true(record_cut(&file->cut, ',', line, size));
    compare_records(file);
    sheet_decode(&sheet, answers_layout(file->answers), &file->cut, 1, answer);
    assert_false(sheet.refused);
    express_score(file->express, &file->row, file->memo, &score[0], true);
    lewis_score_answers(file->key, answer, &score[1]);
    compare_scores(&score[0], &score[1]);
    express_quality(file->express, &file->row, &score[0], &quality[0]);
    lewis_quality_of(file->key, answer, &score[1], &quality[1]);
    compare_quality(&quality[0], &quality[1]);
    summary_add_codes(file->shorts, file->row.code);
    assert_true(summary_add_row(file->shorts, &sheet, &score[0], &quality[0]));
    assert_true(
        lewis_summary_add(file->longs, &sheet, &score[1], &quality[1]));
}

static void
compare_summaries(struct file *file)
{
    char digest[2][LEWIS_SUMMARY_DIGEST];

    summary_settle_codes(file->shorts);
    assert_true(lewis_summary_digest(file->shorts, digest[0], NULL));
    assert_true(lewis_summary_digest(file->longs, digest[1], NULL));
    assert_string_equal(digest[0], digest[1]);
}

static void
go_many(const char *bank)
{
    struct shuffle chance = {7};
    struct file file;
    char line[ROOM];

    open_file(&file, bank);
    for (int r = 0; r < ROWS; r++) {
        size_t size = make_row(&file, &chance, line);
        go_both_ways(&file, line, size);
    }
    compare_summaries(&file);
    close_file(&file);
}

static void
test_ratings_with_checks_come_to_the_same_by_both_ways(void **state)
{
    (void)state;
    go_many("lmr-ratings.xml");
}

static void
test_rankings_come_to_the_same_by_both_ways(void **state)
{
    (void)state;
    go_many("lmr-30.xml");
}

/* ---- what is left to the long way ---- */

/* Is that row plain? When it is an answer, the others stand around it. */
static bool
is_plain(struct file *file, const char *cell, bool answer)
{
    char line[ROOM];
    size_t n = (size_t)sprintf(line, "%s%s", answer ? "p,t," : "", cell);

    for (size_t i = 1; i < lewis_bank_item_count(file->bank) && answer; i++)
        n += (size_t)sprintf(line + n, "%s", i == 5 ? ",NL,1" : ",1");
    if (answer)
        n += (size_t)sprintf(line + n, ",role");
    line[n] = '\n';
    return express_cut(file->express, &file->record, line, n, &file->row);
}

static void
test_what_is_not_plain_is_left_alone(void **state)
{
    static const char *const cells[] = {
        "6",      "x", "11",    "\"1",  "\"1\"1", " 1", "\"\"\"",
        "\"1\n\"", "1\"", "Agree", "\"6\"", "1,1",   "\n"};
    static const char *const rows[] = {
        "\"p\"\"q\",t,1", "\"p\nq\",t,1", "p,t,1,1", ",,,,,,,,", "\"", "p", ""};
    struct file file;

    (void)state;
    open_file(&file, "lmr-ratings.xml");
    assert_true(is_plain(&file, "2", true));
    assert_true(is_plain(&file, "\"2\"", true));
    assert_true(is_plain(&file, "", true));
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        assert_false(is_plain(&file, cells[i], true));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_false(is_plain(&file, rows[i], false));
    close_file(&file);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_ratings_with_checks_come_to_the_same_by_both_ways),
        cmocka_unit_test(test_rankings_come_to_the_same_by_both_ways),
        cmocka_unit_test(test_what_is_not_plain_is_left_alone),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
