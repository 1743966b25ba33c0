/* items_test.c - what answers say about a bank's items. The numbers of
 * `attitude` (R's data set) and of psychTools' bfi are from R (psych 2.2.9,
 * lavaan) and PSPP 1.6.2; quantiles of F from R's qbeta().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <gsl/gsl_errno.h>
#include <cmocka.h>

#include <lewis/items.h>
#include <lewis/score.h>

#include "base/text.h"
#include "score/items_write.h"
#include "score/reliability.h"

#include "near.h"

enum { MOST = 16 }; /* items of a bank made here */

static const int attitude[30][7] = {
    {43, 51, 30, 39, 61, 92, 45}, {63, 64, 51, 54, 63, 73, 47},
    {71, 70, 68, 69, 76, 86, 48}, {61, 63, 45, 47, 54, 84, 35},
    {81, 78, 56, 66, 71, 83, 47}, {43, 55, 49, 44, 54, 49, 34},
    {58, 67, 42, 56, 66, 68, 35}, {71, 75, 50, 55, 70, 66, 41},
    {72, 82, 72, 67, 71, 83, 31}, {67, 61, 45, 47, 62, 80, 41},
    {64, 53, 53, 58, 58, 67, 34}, {67, 60, 47, 39, 59, 74, 41},
    {69, 62, 57, 42, 55, 63, 25}, {68, 83, 83, 45, 59, 77, 35},
    {77, 77, 54, 72, 79, 77, 46}, {81, 90, 50, 72, 60, 54, 36},
    {74, 85, 64, 69, 79, 79, 63}, {65, 60, 65, 75, 55, 80, 60},
    {65, 70, 46, 57, 75, 85, 46}, {50, 58, 68, 54, 64, 78, 52},
    {50, 40, 33, 34, 43, 64, 33}, {64, 61, 52, 62, 66, 80, 41},
    {53, 66, 52, 50, 63, 80, 37}, {40, 37, 42, 58, 50, 57, 49},
    {63, 54, 42, 48, 66, 75, 33}, {66, 77, 66, 63, 88, 76, 72},
    {78, 75, 58, 74, 80, 78, 49}, {48, 57, 44, 45, 51, 83, 38},
    {85, 85, 71, 71, 77, 74, 55}, {82, 82, 39, 59, 64, 78, 39}};

static int
quiet(void **state)
{
    (void)state;
    gsl_set_error_handler_off();
    return 0;
}

static void
add_response(struct text *xml, const char *id, int lo, int hi)
{
    text_print(xml, "<response id=\"%s\">", id);
    for (int v = lo; v <= hi; v++)
        text_print(xml,
                   "<point value=\"%d\"><label xml:lang=\"en\">p%d</label>"
                   "</point>",
                   v, v);
    text_add(xml, "</response>");
}

/* A rating bank with 'k' items of linear on lo..hi, those whose letter in
 * 'keys' is "-" reversed and "w" weighted, and one item of each other style on
 * 0..4. */
static struct lewis_bank *
rating_bank(const char *keys, int lo, int hi)
{
    struct text xml = {0};
    struct lewis_bank *bank;
    struct lewis_error error = {0};

    text_add(&xml, "<bank xmlns=\"urn:x-lewis:bank:1\" id=\"made\" "
                   "version=\"1.0.0\" languages=\"en\"><meta>"
                   "<title xml:lang=\"en\">Made</title><author>A</author>"
                   "<licence spdx=\"CC0-1.0\">free</licence>"
                   "<source>S</source></meta>");
    add_response(&xml, "own", lo, hi);
    add_response(&xml, "five", 0, 4);
    text_add(&xml, "<section id=\"one\"><name xml:lang=\"en\">One</name>");
    for (size_t i = 0; keys[i] != '\0'; i++)
        text_print(&xml,
                   "<rate id=\"X%zu\" response=\"%s\">"
                   "<stem xml:lang=\"en\">Stem %zu.</stem><key "
                   "style=\"linear\"%s/></rate>",
                   i + 1, keys[i] == '5' ? "five" : "own", i + 1,
                   keys[i] == '-'   ? " reverse=\"true\""
                   : keys[i] == 'w' ? " weight=\"2\""
                                    : "");
    text_add(&xml, "<rate id=\"M1\" response=\"five\"><stem xml:lang=\"en\">M."
                   "</stem><key style=\"multi\"/></rate>"
                   "<rate id=\"R1\" response=\"five\"><stem xml:lang=\"en\">R."
                   "</stem><key style=\"reactive\"/></rate>"
                   "</section></bank>");
    bank = lewis_bank_parse(text_string(&xml), xml.size, "made", &error);
    if (bank == NULL)
        print_error("%ld: %s\n", error.line, error.text);
    text_release(&xml);
    assert_non_null(bank);
    return bank;
}

static struct lewis_items *
begin(const struct lewis_bank *bank)
{
    struct lewis_items_options options = lewis_items_defaults();
    struct lewis_items *items = lewis_items_new(bank, &options, NULL);

    assert_non_null(items);
    return items;
}

/* One row of ratings; a missing one is below -99. The items behind the first k
 * get 2. */
static void
add_ratings(struct lewis_items *items, const int *x, size_t k)
{
    struct lewis_answer answer[MOST] = {{0}};
    struct lewis_sheet sheet = {.answer = answer};

    for (size_t i = 0; i < k + 2; i++)
        if (i >= k || x[i] >= -99)
            answer[i] = (struct lewis_answer){
                .value = (int16_t)(i < k ? x[i] : 2), .count = 1};
    assert_true(lewis_items_add(items, &sheet, NULL));
}

static struct lewis_items *
ratings(const struct lewis_bank *bank, const int *x, size_t rows, size_t k)
{
    struct lewis_items *items = begin(bank);

    for (size_t r = 0; r < rows; r++)
        add_ratings(items, x + r * k, k);
    assert_true(lewis_items_finish(items, NULL));
    return items;
}

static struct text
written(const struct lewis_items *items,
        void (*write)(const struct lewis_items *items, struct text *out))
{
    struct text out = {0};

    write(items, &out);
    assert_true(text_ok(&out));
    return out;
}

static void
check_writes(const struct lewis_items *items,
             void (*write)(const struct lewis_items *items, struct text *out),
             const char *what, bool there)
{
    struct text out = written(items, write);

    if ((strstr(text_string(&out), what) != NULL) != there)
        print_error("\"%s\" %s in\n%s\n", what, there ? "not" : "stands",
                    text_string(&out));
    assert_true((strstr(text_string(&out), what) != NULL) == there);
    text_release(&out);
}

#define assert_lacks(figure, why)                                              \
    do {                                                                       \
        assert_int_equal((figure).lack, (why));                                \
        assert_true(isnan((figure).value));                                    \
    } while (0)

static void
test_attitude_gives_the_numbers_of_r(void **state)
{
    static const double r_drop[] = {.67126206, .74210971, .56071111, .71444550,
                                    .78627559, .26503434, .46081055};
    static const double without[] = {.80976021, .79691746, .82784777, .80303098,
                                     .79538657, .86387231, .84046487};
    struct lewis_bank *bank = rating_bank("+++++++", 0, 100);
    struct lewis_items *items = ratings(bank, attitude[0], 30, 7);
    const struct lewis_style_figures *f = lewis_items_style(items, 0);

    (void)state;
    assert_int_equal(f->items, 7);
    assert_int_equal(f->complete, 30);
    assert_near(f->alpha.value, 0.8431427696, 1e-10);
    assert_near(f->feldt_low.value, .7393756856, 1e-10);
    assert_near(f->feldt_high.value, .9157730722, 1e-10);
    assert_near(f->duhachek_low.value,
                0.8431427696 - 1.959963984540054 * 0.04243569559, 1e-10);
    assert_near(f->duhachek_high.value,
                0.8431427696 + 1.959963984540054 * 0.04243569559, 1e-10);
    assert_near(f->lambda2.value, .8602724542, 1e-10);
    assert_near(f->omega.value, 0.8563268, 1e-7);
    assert_false(f->heywood || f->mixed);
    assert_near(f->mean_r.value, 0.4269066426, 1e-10);
    assert_near(7 * f->sd_points.value, 57.74852339, 1e-8);
    assert_near(7 * f->sem_points.value, 22.87142137, 1e-8);
    for (size_t i = 0; i < 7; i++) {
        assert_near(lewis_items_item(items, i)->r_drop.value, r_drop[i], 1e-8);
        assert_near(lewis_items_item(items, i)->alpha_without.value, without[i],
                    1e-8);
    }
    lewis_items_free(items);
    lewis_bank_free(bank);
}

/* Item agree of bfi, A1 reversed, 2436 complete rows: their covariance. */
static void
test_the_covariance_of_bfi_gives_the_numbers_of_r(void **state)
{
    static const double upper[] = {
        1.980147884403, .582437968461,  .504943304235, .327608460364,
        .344590890240,  1.391302266145, .778098542398, .614651210622,
        .595686199142,  1.719652845915, .749681876574, .859366180799,
        2.205858562359, .614625922592,  1.614943540257};
    double c[25], work[OMEGA_WORK(5)];
    struct covariance covariance = {5, 2436, c};
    struct lewis_figure low, high;
    struct omega omega;
    size_t n = 0;

    (void)state;
    for (size_t i = 0; i < 5; i++)
        for (size_t j = i; j < 5; j++)
            c[i * 5 + j] = c[j * 5 + i] = upper[n++];
    assert_near(reliability_alpha(&covariance).value, .7158485498, 1e-10);
    assert_near(reliability_lambda2(&covariance).value, .7211799469, 1e-10);
    reliability_feldt(&covariance, &low, &high);
    assert_near(low.value, .6976091566, 1e-10);
    assert_near(high.value, .7333079553, 1e-10);
    reliability_duhachek(&covariance, &low, &high);
    assert_near((high.value - low.value) / 2 / 1.959963984540054, .0091780146,
                1e-10);
    omega = reliability_omega(&covariance, work);
    assert_near(omega.value.value, .7241822791, 1e-10);
}

static void
test_quantiles_of_f_hold_where_gsl_aborts(void **state)
{
    (void)state;
    assert_near(f_quantile(.975, 10, 40), 2.38816108668986, 1e-12);
    assert_near(f_quantile(.025, 1000, 4000), 0.905286805795315, 1e-12);
    assert_near(f_quantile(.975, 9999, 9999), 1.0399820725371, 1e-12);
    assert_near(f_quantile(.975, 99999, 9899901), 1.00882894210125, 1e-11);
    assert_near(f_quantile(.975, 100001, 9900099), 1.00882885361725, 1e-10);
    assert_near(f_quantile(.025, 999999, 3999996), .996904362926159, 1e-11);
    assert_near(f_quantile(.975, 1e7, 9.9e8), 1.000881133564, 1e-12);
}

static void
test_a_negative_alpha_is_printed_with_its_likely_cause(void **state)
{
    static const int x[] = {1, 5, 2, 2, 3, 2, 3, 4, 3, 4, 2, 5, 5, 1, 1};
    struct lewis_bank *bank = rating_bank("+++", 1, 5);
    struct lewis_items *items = ratings(bank, x, 5, 3);
    const struct lewis_style_figures *f = lewis_items_style(items, 0);

    (void)state;
    assert_near(f->alpha.value, -1.818181818, 1e-9);
    assert_lacks(f->sem, LEWIS_LACK_ALPHA);
    check_writes(items, items_write_table, "-1.818", true);
    check_writes(items, items_write_table,
                 "linear: alpha is below 0; check the keying", true);
    check_writes(items, items_write_json, "\"alpha\": -1.81818181818182,",
                 true);
    lewis_items_free(items);
    lewis_bank_free(bank);
}

static void
test_a_constant_item_counts_for_alpha_and_has_no_correlation(void **state)
{
    static const int x[] = {1, 3, 5, 2, 3, 3, 3, 3, 4, 4, 3, 2, 5, 3, 1};
    struct lewis_bank *bank = rating_bank("+++", 1, 5);
    struct lewis_items *items = ratings(bank, x, 5, 3);

    (void)state;
    assert_near(lewis_items_style(items, 0)->alpha.value, -13.5, 1e-12);
    assert_near(lewis_items_item(items, 1)->alpha_without.value, -18, 1e-12);
    assert_near(lewis_items_item(items, 0)->r_drop.value, -.9, 1e-12);
    assert_lacks(lewis_items_item(items, 1)->r_drop, LEWIS_LACK_VARIANCE);
    assert_lacks(lewis_items_item(items, 1)->skew, LEWIS_LACK_VARIANCE);
    assert_near(lewis_items_item(items, 1)->sd.value, 0, 0);
    assert_near(lewis_items_style(items, 0)->mean_r.value, -.9, 1e-12);
    assert_lacks(lewis_items_style(items, 0)->omega, LEWIS_LACK_FEW_ITEMS);
    check_writes(items, items_write_table, "no variance", true);
    lewis_items_free(items);
    lewis_bank_free(bank);
}

static void
test_one_item_has_no_alpha(void **state)
{
    struct lewis_bank *bank = rating_bank("++", 0, 100);
    struct lewis_items *items = ratings(bank, attitude[0], 30, 2);
    const struct lewis_style_figures *f = lewis_items_style(items, 1);

    (void)state;
    assert_lacks(f->alpha, LEWIS_LACK_ONE_ITEM);
    assert_lacks(f->feldt_low, LEWIS_LACK_ONE_ITEM);
    assert_lacks(f->duhachek_high, LEWIS_LACK_ONE_ITEM);
    assert_lacks(f->lambda2, LEWIS_LACK_ONE_ITEM);
    assert_lacks(f->omega, LEWIS_LACK_ONE_ITEM);
    assert_lacks(f->mean_r, LEWIS_LACK_ONE_ITEM);
    assert_lacks(f->sem, LEWIS_LACK_ONE_ITEM);
    assert_near(f->mean.value, .5, 1e-15);
    assert_lacks(lewis_items_item(items, 2)->r_drop, LEWIS_LACK_ONE_ITEM);
    /* and of two items there is no factor, and no alpha without one */
    assert_lacks(lewis_items_style(items, 0)->omega, LEWIS_LACK_FEW_ITEMS);
    assert_lacks(lewis_items_item(items, 0)->alpha_without,
                 LEWIS_LACK_ONE_ITEM);
    check_writes(items, items_write_json,
                 "\"alpha\": null, \"alpha_lack\": \"one item\"", true);
    check_writes(items, items_write_csv, "style,multi,alpha,,one item\n", true);
    check_writes(items, items_write_csv, "nan", false);
    lewis_items_free(items);
    lewis_bank_free(bank);
}

static void
test_everybody_the_same_is_no_variance(void **state)
{
    static const int x[] = {2, 4, 2, 4, 2, 4};
    static const int turned[] = {1, 1, 2, 2, 3, 3, 5, 5};
    struct lewis_bank *bank = rating_bank("++", 1, 5);
    struct lewis_items *items = ratings(bank, x, 3, 2);

    (void)state;
    assert_lacks(lewis_items_style(items, 0)->alpha, LEWIS_LACK_VARIANCE);
    assert_near(lewis_items_style(items, 0)->sd.value, 0, 0);
    lewis_items_free(items);
    lewis_bank_free(bank);
    /* nor does the score vary when an item is taken back by its mirror */
    bank = rating_bank("+-", 1, 5);
    items = ratings(bank, turned, 4, 2);
    assert_lacks(lewis_items_style(items, 0)->alpha, LEWIS_LACK_VARIANCE);
    assert_near(lewis_items_style(items, 0)->sd.value, 0, 0);
    assert_near(lewis_items_item(items, 0)->r_drop.value, -1, 1e-12);
    lewis_items_free(items);
    lewis_bank_free(bank);
}

static void
test_nobody_and_one_person_are_too_few(void **state)
{
    struct lewis_bank *bank = rating_bank("++++", 0, 100);

    (void)state;
    for (size_t rows = 0; rows < 2; rows++) {
        struct lewis_items *items = ratings(bank, attitude[0], rows, 4);
        const struct lewis_style_figures *f = lewis_items_style(items, 0);
        assert_lacks(f->alpha, LEWIS_LACK_ANSWERS);
        assert_lacks(f->sd, LEWIS_LACK_ANSWERS);
        assert_lacks(f->omega, LEWIS_LACK_ANSWERS);
        assert_int_equal(isnan(f->mean.value), rows == 0);
        assert_lacks(lewis_items_item(items, 0)->skew, LEWIS_LACK_ANSWERS);
        check_writes(items, items_write_table, "too few answers", true);
        lewis_items_free(items);
    }
    lewis_bank_free(bank);
}

/* Rows that miss an item are not in alpha; nothing is put in its place. */
static void
test_missing_answers_leave_the_row_out_of_alpha_only(void **state)
{
    static const int all[] = {1, 2, 2, 3, 3, 3, 5, 4, 4};
    static const int some[] = {1, 2, 2, 5, -100, 5,    3,   3,
                               3, 5, 4, 4, -100, -100, -100};
    struct lewis_bank *bank = rating_bank("+++", 1, 5);
    struct lewis_items *one = ratings(bank, all, 3, 3);
    struct lewis_items *two = ratings(bank, some, 5, 3);

    (void)state;
    assert_int_equal(lewis_items_style(two, 0)->complete, 3);
    assert_int_equal(lewis_items_style(two, 1)->complete, 5);
    assert_near(lewis_items_style(two, 0)->alpha.value,
                lewis_items_style(one, 0)->alpha.value, 0);
    assert_int_equal(lewis_items_item(two, 0)->n, 4);
    assert_int_equal(lewis_items_item(two, 1)->missing, 2);
    assert_near(lewis_items_item(two, 0)->mean.value, 14 / 4., 1e-15);
    assert_int_equal(lewis_items_item(two, 0)->count[4], 2);
    assert_near(lewis_items_item(two, 0)->ceiling.value, .5, 0);
    assert_near(lewis_items_item(two, 0)->floor.value, .25, 0);
    lewis_items_free(one);
    lewis_items_free(two);
    lewis_bank_free(bank);
}

static void
test_reversed_items_turn_at_the_banks_ends(void **state)
{
    /* nobody gave a 6: turned by the data's ends the mean would be lower */
    static const int x[] = {1, 5, 2, 4, 3, 3, 4, 3, 5, 1};
    struct lewis_bank *bank = rating_bank("+-", 1, 6);
    struct lewis_items *items = ratings(bank, x, 5, 2);

    (void)state;
    assert_near(lewis_items_style(items, 0)->mean_points.value,
                (3 + (7 - 3.2)) / 2, 1e-12);
    /* as they were answered */
    assert_near(lewis_items_item(items, 1)->mean.value, 3.2, 1e-12);
    assert_true(lewis_items_item(items, 1)->r_drop.value > 0.9);
    lewis_items_free(items);
    /* nothing turns by itself */
    lewis_bank_free(bank);
    bank = rating_bank("++", 1, 6);
    items = ratings(bank, x, 5, 2);
    assert_true(lewis_items_item(items, 1)->r_drop.value < -0.9);
    assert_true(lewis_items_style(items, 0)->alpha.value < 0);
    lewis_items_free(items);
    lewis_bank_free(bank);
}

static void
test_refused_rows_are_counted_and_not_used(void **state)
{
    struct lewis_bank *bank = rating_bank("++", 1, 5);
    struct lewis_items *items = begin(bank);
    struct lewis_answer answer[MOST] = {{0}};
    struct lewis_sheet sheet = {.refused = true, .answer = answer};

    (void)state;
    assert_true(lewis_items_add(items, &sheet, NULL));
    assert_true(lewis_items_finish(items, NULL));
    assert_int_equal(lewis_items_rows(items), 1);
    assert_int_equal(lewis_items_refused(items), 1);
    assert_int_equal(lewis_items_item(items, 0)->missing, 0);
    lewis_items_free(items);
    lewis_bank_free(bank);
}

static void
test_weights_are_not_used_and_that_is_said(void **state)
{
    struct lewis_bank *bank = rating_bank("+++++++", 0, 100);
    struct lewis_bank *heavy = rating_bank("+w+++++", 0, 100);
    struct lewis_items *one = ratings(bank, attitude[0], 30, 7);
    struct lewis_items *two = ratings(heavy, attitude[0], 30, 7);

    (void)state;
    assert_near(lewis_items_style(one, 0)->alpha.value,
                lewis_items_style(two, 0)->alpha.value, 0);
    check_writes(one, items_write_table, "have weights", false);
    check_writes(two, items_write_table, "have weights", true);
    check_writes(two, items_write_json, "\"weights_not_used\": true", true);
    lewis_items_free(one);
    lewis_items_free(two);
    lewis_bank_free(bank);
    lewis_bank_free(heavy);
}

/* Alpha is of the POMPs, which the score is the mean of: 0..4 and 1..9 give
 * what 0..8 and 0..8 do. */
static void
test_items_of_different_scales_are_put_on_one(void **state)
{
    static const int x[] = {0, 2, 1, 3, 2, 8, 4, 7, 1, 1};
    static const int same[] = {0, 1, 2, 2, 4, 7, 8, 6, 2, 0};
    struct lewis_bank *mixed = rating_bank("5+", 1, 9);
    struct lewis_bank *bank = rating_bank("++", 0, 8);
    struct lewis_items *one = ratings(mixed, x, 5, 2);
    struct lewis_items *two = ratings(bank, same, 5, 2);

    (void)state;
    assert_near(lewis_items_style(one, 0)->alpha.value,
                lewis_items_style(two, 0)->alpha.value, 1e-14);
    assert_near(lewis_items_style(one, 0)->mean.value,
                lewis_items_style(two, 0)->mean.value, 1e-15);
    assert_lacks(lewis_items_style(one, 0)->mean_points, LEWIS_LACK_SCALE);
    lewis_items_free(one);
    lewis_items_free(two);
    lewis_bank_free(mixed);
    lewis_bank_free(bank);
}

/* psych::describe(c(1,1,2,2,2,3,6)): mean 2.42857142857143, sd
 * 1.7182493859684, skew 1.1172324682958. */
static void
test_skew_is_that_of_psych(void **state)
{
    static const int x[] = {1, 1, 2, 2, 2, 3, 6};
    struct lewis_bank *bank = rating_bank("+", 1, 6);
    struct lewis_items *items = ratings(bank, x, 7, 1);

    (void)state;
    assert_near(lewis_items_item(items, 0)->mean.value, 17 / 7., 1e-15);
    assert_near(lewis_items_item(items, 0)->sd.value, 1.7182493859684, 1e-12);
    assert_near(lewis_items_item(items, 0)->skew.value, 1.1172324682958, 1e-12);
    lewis_items_free(items);
    lewis_bank_free(bank);
}

static void
test_omega_of_a_model_that_fits_is_exact(void **state)
{
    static const double load[] = {.8, .7, .6, .5};
    double c[16], work[OMEGA_WORK(4)];
    struct covariance covariance = {4, 100, c};
    struct omega omega;

    (void)state;
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < 4; j++) /* SDs 1, 2, 3, 4 */
            c[i * 4 + j] =
                (i == j ? 1 : load[i] * load[j]) * (double)((i + 1) * (j + 1));
    omega = reliability_omega(&covariance, work);
    assert_near(omega.value.value, /* 6 = sum l, own = sum psi var */
                36 / (36 + .36 + 4 * .51 + 9 * .64 + 16 * .75), 1e-10);
    assert_false(omega.heywood || omega.mixed);
    for (size_t i = 0; i < 3; i++) /* the last item the wrong way round */
        c[12 + i] = c[i * 4 + 3] = -c[12 + i];
    omega = reliability_omega(&covariance, work);
    assert_true(omega.mixed);
}

static void
test_a_heywood_case_is_flagged(void **state)
{
    static const double c[] = {1, .9, .9, .9, 1, .6, .9, .6, 1};
    double work[OMEGA_WORK(3)];
    struct covariance covariance = {3, 50, c};
    struct omega omega = reliability_omega(&covariance, work);

    (void)state;
    assert_true(omega.heywood);
    assert_true(omega.value.value > .8 && omega.value.value < 1);
}

static void
test_the_order_of_rows_changes_no_byte(void **state)
{
    struct lewis_bank *bank = rating_bank("++-++++", 0, 100);
    struct lewis_items *one = ratings(bank, attitude[0], 30, 7);
    struct lewis_items *two = begin(bank);
    struct text a, b;

    (void)state;
    for (size_t r = 30; r-- > 0;)
        add_ratings(two, attitude[r], 7);
    assert_true(lewis_items_finish(two, NULL));
    a = written(one, items_write_json);
    b = written(two, items_write_json);
    assert_string_equal(text_string(&a), text_string(&b));
    text_release(&a);
    text_release(&b);
    lewis_items_free(one);
    lewis_items_free(two);
    lewis_bank_free(bank);
}

static struct lewis_bank *
fixture(const char *name)
{
    char path[4096];
    struct lewis_bank *bank;

    snprintf(path, sizeof path, "%s/tests/fixtures/%s.xml",
             getenv("top_srcdir"), name);
    bank = lewis_bank_load(path, NULL);
    assert_non_null(bank);
    return bank;
}

/* One row of cells "abc - 3,7,0 ...", "-" for a missing one. */
static void
parse_row(const struct lewis_bank *bank, const char *cells,
          struct lewis_answer answer[])
{
    char store[512], *rest = store;

    snprintf(store, sizeof store, "%s", cells);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const char *cell = strtok_r(rest, " ", &rest);
        struct lewis_error error = {0};
        assert_non_null(cell);
        if (strcmp(cell, "-") == 0)
            cell = "";
        memset(&answer[i], 0, sizeof answer[i]);
        if (!lewis_answer_parse(lewis_bank_item(bank, i), cell, strlen(cell),
                                &answer[i], &error))
            fail_msg("%s", error.text);
    }
}

static void
add_cells(struct lewis_items *items, const struct lewis_bank *bank,
          const char *cells)
{
    struct lewis_answer answer[MOST];
    struct lewis_sheet sheet = {.answer = answer};

    parse_row(bank, cells, answer);
    assert_true(lewis_items_add(items, &sheet, NULL));
}

/* The worths of one sheet are the profile that it scores. */
static void
check_worths(const struct lewis_bank *bank, const char *cells)
{
    struct lewis_score_options options = lewis_score_defaults();
    struct lewis_key *key = lewis_key_new(bank, &options, NULL);
    struct lewis_items *items = begin(bank);
    struct lewis_answer answer[MOST];
    struct lewis_score score;
    double worth[3];

    parse_row(bank, cells, answer);
    lewis_score_answers(key, answer, &score);
    add_cells(items, bank, cells);
    assert_true(lewis_items_finish(items, NULL));
    lewis_items_worths(items, worth);
    for (int s = 0; s < 3; s++)
        assert_near(worth[s], score.share[s], 1e-9);
    lewis_items_free(items);
    lewis_key_free(key);
}

static void
test_choices_are_read_as_score_reads_them(void **state)
{
    struct lewis_bank *nine = fixture("nine"), *forms = fixture("forms");

    (void)state;
    check_worths(nine, "abc bca cab a b c acb - cba");
    check_worths(nine, "a b c a b c a b c");
    check_worths(forms, "2,3,5 10,0,0 3 1 5 cab");
    check_worths(forms, "- 1,0,9 7 0 1 c");
    lewis_bank_free(nine);
    lewis_bank_free(forms);
}

static void
test_firsts_and_lasts_are_counted_by_option(void **state)
{
    struct lewis_bank *bank = fixture("forms");
    struct lewis_items *items = begin(bank);
    const struct lewis_item_figures *f;

    (void)state;
    add_cells(items, bank, "2,3,5 - 1 1 5 cab");
    add_cells(items, bank, "4,3,3 - 4 0 2 abc");
    add_cells(items, bank, "- - - 1 - b");
    add_cells(items, bank, "- - - 1 - -");
    assert_true(lewis_items_finish(items, NULL));
    f = lewis_items_item(items, 0); /* points */
    assert_near(f->first[0].value, 6 / 20., 1e-15);
    assert_near(f->first[2].value, 8 / 20., 1e-15);
    assert_lacks(f->last[0], LEWIS_LACK_DOES_NOT_APPLY);
    assert_lacks(lewis_items_item(items, 1)->first[0], LEWIS_LACK_ANSWERS);
    f = lewis_items_item(items, 2); /* a pair of 7 places: 1 and 4 */
    assert_near(f->first[0].value, 9 / 12., 1e-15);
    assert_near(f->first[1].value, 3 / 12., 1e-15);
    f = lewis_items_item(items, 3); /* a check */
    assert_near(f->failed.value, 1 / 4., 1e-15);
    f = lewis_items_item(items, 5); /* a ranking; one tells the first only */
    assert_int_equal(f->n, 3);
    assert_int_equal(f->missing, 1);
    assert_near(f->first[0].value, 1 / 3., 1e-15);
    assert_near(f->last[1].value, 1 / 2., 1e-15);
    assert_near(f->last[2].value, 1 / 2., 1e-15);
    lewis_items_free(items);
    lewis_bank_free(bank);
}

/* At equal worths a pick of three has information diag(1/3) - 1/9, a ranking
 * half as much again in every direction (a third of 1/4 for each pair), so 9
 * rankings are 1/9 each; parts sum to 1 whatever the forms. */
static void
test_information_is_in_parts_of_one(void **state)
{
    static const char *const banks[] = {"nine", "forms"};
    static const char *const row[] = {"abc bca cab abc bca acb acb cab cba",
                                      "2,3,5 10,0,0 3 1 5 cab"};

    (void)state;
    for (int b = 0; b < 2; b++) {
        struct lewis_bank *bank = fixture(banks[b]);
        struct lewis_items *items = begin(bank);
        double sum = 0, own = 0;
        add_cells(items, bank, row[b]);
        assert_true(lewis_items_finish(items, NULL));
        for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
            const struct lewis_item_figures *f = lewis_items_item(items, i);
            if (lewis_bank_item(bank, i)->form == LEWIS_CHECK)
                continue;
            sum += f->information.value;
            own += f->information_own.value;
            if (b == 0)
                assert_near(f->information.value, 1 / 9., 1e-12);
        }
        assert_near(sum, 1, 1e-12);
        assert_near(own, 1, 1e-12);
        lewis_items_free(items);
        lewis_bank_free(bank);
    }
}

/* People of three kinds who always give their own style: any two halves agree.
 * With 'noise' each answer may be any. */
static struct lewis_items *
crowd(const struct lewis_bank *bank, size_t people, bool noise, bool backwards,
      size_t most)
{
    struct lewis_items_options options = lewis_items_defaults();
    struct lewis_items *items;
    struct lewis_answer answer[MOST];
    struct lewis_sheet sheet = {.answer = answer};

    options.people = most;
    items = lewis_items_new(bank, &options, NULL);
    assert_non_null(items);
    for (size_t n = 0; n < people; n++) {
        size_t p = backwards ? people - 1 - n : n;
        uint32_t s = (uint32_t)p * 2654435761u + 12345u;
        for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
            const struct lewis_item *item = lewis_bank_item(bank, i);
            size_t o = 0;
            s = s * 1664525u + 1013904223u;
            while (item->option[o].style != p % 3)
                o++;
            if (noise)
                o = (s >> 16) % 3;
            answer[i] = (struct lewis_answer){.count = 1, .part = {(uint8_t)o}};
        }
        assert_true(lewis_items_add(items, &sheet, NULL));
    }
    assert_true(lewis_items_finish(items, NULL));
    return items;
}

static void
test_halves_agree_when_people_do(void **state)
{
    struct lewis_bank *bank = fixture("nine");
    struct lewis_items *same = crowd(bank, 60, false, false, 1000);
    struct lewis_items *noise = crowd(bank, 900, true, false, 1000);

    (void)state;
    for (int s = 0; s < 3; s++) {
        const struct lewis_style_figures *f =
            lewis_items_style(same, (enum lewis_style)s);
        assert_near(f->halves_r.value, 1, 1e-12);
        assert_near(f->reliability.value, 1, 1e-12);
        assert_lacks(f->alpha, LEWIS_LACK_DOES_NOT_APPLY);
        f = lewis_items_style(noise, (enum lewis_style)s);
        assert_near(f->halves_r.value, 0, 0.1);
        assert_true(f->reliability_low.value <= f->reliability.value &&
                    f->reliability.value <= f->reliability_high.value);
    }
    check_writes(same, items_write_table, "Alpha is not given", true);
    check_writes(same, items_write_json, "\"alpha\": null", true);
    lewis_items_free(same);
    lewis_items_free(noise);
    lewis_bank_free(bank);
}

static void
test_halves_do_not_depend_on_the_order_of_people(void **state)
{
    struct lewis_bank *bank = fixture("nine");
    struct lewis_items *one = crowd(bank, 100, true, false, 1000);
    struct lewis_items *two = crowd(bank, 100, true, true, 1000);
    struct text a = written(one, items_write_json);
    struct text b = written(two, items_write_json);

    (void)state;
    assert_string_equal(text_string(&a), text_string(&b));
    text_release(&a);
    text_release(&b);
    lewis_items_free(one);
    lewis_items_free(two);
    lewis_bank_free(bank);
}

static void
test_the_first_people_are_kept_and_the_rest_is_said(void **state)
{
    struct lewis_bank *bank = fixture("nine");
    struct lewis_items *items = crowd(bank, 70, true, false, 50);

    (void)state;
    assert_int_equal(lewis_items_people(items), 50);
    assert_int_equal(lewis_items_left_out(items), 20);
    assert_int_equal(lewis_items_item(items, 0)->n, 70);
    check_writes(items, items_write_table,
                 "20 more people are not in the halves, which take the first "
                 "50.",
                 true);
    lewis_items_free(items);
    items = crowd(bank, 9, true, false, 50);
    assert_lacks(lewis_items_style(items, 0)->reliability, LEWIS_LACK_ANSWERS);
    lewis_items_free(items);
    lewis_bank_free(bank);
}

static void
test_everybody_the_same_has_no_reliability(void **state)
{
    struct lewis_bank *bank = fixture("nine");
    struct lewis_items *items = begin(bank);

    (void)state;
    for (int i = 0; i < 20; i++)
        add_cells(items, bank, "abc bca cab abc bca acb acb cab cba");
    assert_true(lewis_items_finish(items, NULL));
    assert_lacks(lewis_items_style(items, 0)->reliability, LEWIS_LACK_VARIANCE);
    lewis_items_free(items);
    lewis_bank_free(bank);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attitude_gives_the_numbers_of_r),
        cmocka_unit_test(test_the_covariance_of_bfi_gives_the_numbers_of_r),
        cmocka_unit_test(test_quantiles_of_f_hold_where_gsl_aborts),
        cmocka_unit_test(
            test_a_negative_alpha_is_printed_with_its_likely_cause),
        cmocka_unit_test(
            test_a_constant_item_counts_for_alpha_and_has_no_correlation),
        cmocka_unit_test(test_one_item_has_no_alpha),
        cmocka_unit_test(test_everybody_the_same_is_no_variance),
        cmocka_unit_test(test_nobody_and_one_person_are_too_few),
        cmocka_unit_test(test_missing_answers_leave_the_row_out_of_alpha_only),
        cmocka_unit_test(test_reversed_items_turn_at_the_banks_ends),
        cmocka_unit_test(test_refused_rows_are_counted_and_not_used),
        cmocka_unit_test(test_weights_are_not_used_and_that_is_said),
        cmocka_unit_test(test_items_of_different_scales_are_put_on_one),
        cmocka_unit_test(test_skew_is_that_of_psych),
        cmocka_unit_test(test_omega_of_a_model_that_fits_is_exact),
        cmocka_unit_test(test_a_heywood_case_is_flagged),
        cmocka_unit_test(test_the_order_of_rows_changes_no_byte),
        cmocka_unit_test(test_choices_are_read_as_score_reads_them),
        cmocka_unit_test(test_firsts_and_lasts_are_counted_by_option),
        cmocka_unit_test(test_information_is_in_parts_of_one),
        cmocka_unit_test(test_halves_agree_when_people_do),
        cmocka_unit_test(test_halves_do_not_depend_on_the_order_of_people),
        cmocka_unit_test(test_the_first_people_are_kept_and_the_rest_is_said),
        cmocka_unit_test(test_everybody_the_same_has_no_reliability),
    };

    return cmocka_run_group_tests(tests, quiet, NULL);
}
