/* score.c - how long one answer sheet takes to score.
 *
 *   score [ROWS]        sheets of each form, 200000 unless said
 *
 * Scores sheets of 30 rankings, 30 picks and 30 ratings with
 * lewis_score_answers() alone: the answers are in memory and nothing is
 * printed. Beside it, in the same run, the plainest loop there is: it parses
 * the same ratings as text, takes three means, closes them and prints them.
 * Prints nanoseconds of CPU per sheet, the least of several turns, and the
 * ratio to the plain loop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <gsl/gsl_errno.h>

#include <lewis/bank.h>
#include <lewis/quality.h>
#include <lewis/score.h>

#include "bench/plain_row.h"
#include "bench/random.h"

enum { N = LEWIS_STYLES, ITEMS = 30, RATINGS = 5, TURNS = 7, LINE = 64 };

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void *
need(void *memory)
{
    if (memory == NULL) {
        fputs("score: out of memory\n", stderr);
        exit(2);
    }
    return memory;
}

/* ---- banks ---- */

static const char *const style_name[N] = {"linear", "multi", "reactive"};

static void
write_item(FILE *out, enum lewis_form form, int item)
{
    const char *element = lewis_form_keyword(form);

    fprintf(out, "<%s id='I%d'%s><stem xml:lang='en'>s</stem>", element, item,
            form == LEWIS_RATE ? " response='r'" : "");
    for (int s = 0; s < N && form != LEWIS_RATE; s++)
        fprintf(out,
                "<option id='%c'><label xml:lang='en'>o</label>"
                "<key style='%s'/></option>",
                'a' + s, style_name[(s + item) % N]);
    if (form == LEWIS_RATE)
        fprintf(out, "<key style='%s'/>", style_name[item % N]);
    fprintf(out, "</%s>", element);
}

static void
write_response(FILE *out)
{
    fputs("<response id='r'>", out);
    for (int x = 1; x <= RATINGS; x++)
        fprintf(out,
                "<point value='%d'><label xml:lang='en'>p</label></point>", x);
    fputs("</response>", out);
}

static struct lewis_bank *
make_bank(enum lewis_form form)
{
    struct lewis_error error;
    struct lewis_bank *bank;
    char *xml;
    size_t size;
    FILE *out = need(open_memstream(&xml, &size));

    fputs("<bank xmlns='urn:x-lewis:bank:1' id='bench' version='1.0.0' "
          "languages='en'><meta><title xml:lang='en'>t</title><author>a"
          "</author><licence spdx='CC0-1.0'>l</licence><source>s</source>"
          "</meta>",
          out);
    if (form == LEWIS_RATE)
        write_response(out);
    fputs("<section id='one'><name xml:lang='en'>n</name>", out);
    for (int i = 0; i < ITEMS; i++)
        write_item(out, form, i);
    fputs("</section></bank>", out);
    fclose(out);
    bank = lewis_bank_parse(xml, size, "bench", &error);
    if (bank == NULL) {
        fprintf(stderr, "score: %s\n", error.text);
        exit(2);
    }
    free(xml);
    return bank;
}

/* ---- sheets: half of the answers lean to one style ---- */

static void
make_answer(enum lewis_form form, int item, unsigned lean,
            struct lewis_answer *answer)
{
    unsigned own = below(2);

    memset(answer, 0, sizeof *answer);
    if (below(200) == 0)
        return;
    answer->count = 1;
    if (form == LEWIS_RATE) {
        answer->value =
            (int16_t)(1 + below(4) + (own && (unsigned)item % N == lean));
        return;
    }
    unsigned first = own ? (lean + N - (unsigned)item % N) % N : below(N);
    unsigned second = (first + 1 + below(2)) % N;
    answer->part[0] = (uint8_t)first;
    if (form == LEWIS_RANK) {
        answer->count = N;
        answer->part[1] = (uint8_t)second;
        answer->part[2] = (uint8_t)(N - first - second);
    }
}

static struct lewis_answer *
make_sheets(enum lewis_form form, long rows)
{
    struct lewis_answer *answer =
        need(malloc((size_t)rows * ITEMS * sizeof *answer));

    for (long r = 0; r < rows; r++) {
        unsigned lean = below(N);
        for (int i = 0; i < ITEMS; i++)
            make_answer(form, i, lean, &answer[r * ITEMS + i]);
    }
    return answer;
}

/* ---- the plain loop ---- */

static char *
make_text(const struct lewis_answer *answer, long rows, size_t *size)
{
    char *text = need(malloc((size_t)rows * (ITEMS * 2 + 32))), *o = text;

    for (long r = 0; r < rows; r++) {
        o += sprintf(o, "r%ld,t%ld", r + 1, r / 12);
        for (int i = 0; i < ITEMS; i++, answer++) {
            *o++ = ',';
            if (answer->count > 0)
                *o++ = (char)('0' + answer->value);
        }
        *o++ = '\n';
    }
    *size = (size_t)(o - text);
    return text;
}

static double
time_plain(const char *text, size_t size, long rows)
{
    static char buffer[1 << 16];
    FILE *sink = need(fopen("/dev/null", "w"));
    double least = 1e9;

    setvbuf(sink, NULL, _IONBF, 0);
    for (int turn = 0; turn < TURNS; turn++) {
        const char *p = text, *end = text + size;
        char *o = buffer;
        double start = now(), took;
        while (p < end) {
            p = plain_row(p, end, &o);
            if (o > buffer + sizeof buffer - 2 * LINE) {
                fwrite(buffer, 1, (size_t)(o - buffer), sink);
                o = buffer;
            }
        }
        took = now() - start;
        least = took < least ? took : least;
    }
    fclose(sink);
    return least / (double)rows * 1e9;
}

/* ---- lewis ---- */

static double
time_score(const struct lewis_key *key, const struct lewis_answer *answer,
           long rows, bool flags, double *sum)
{
    double least = 1e9;

    for (int turn = 0; turn < TURNS; turn++) {
        double start = now(), took;
        for (long r = 0; r < rows; r++) {
            struct lewis_score score;
            lewis_score_answers(key, answer + r * ITEMS, &score);
            if (flags) {
                struct lewis_quality quality;
                lewis_quality_of(key, answer + r * ITEMS, &score, &quality);
                *sum += quality.flags;
            }
            if (score.status == LEWIS_SCORED)
                *sum += score.low[0] + score.styles;
        }
        took = now() - start;
        least = took < least ? took : least;
    }
    return least / (double)rows * 1e9;
}

int
main(int argc, char **argv)
{
    static const enum lewis_form form[] = {LEWIS_RANK, LEWIS_PICK, LEWIS_RATE};
    struct lewis_score_options options = lewis_score_defaults();
    long rows = argc > 1 ? atol(argv[1]) : 200000;
    double ns[3], flagged[3], plain = 0, sum = 0;

    gsl_set_error_handler_off();
    for (int f = 0; f < 3; f++) {
        struct lewis_bank *bank = make_bank(form[f]);
        struct lewis_key *key = need(lewis_key_new(bank, &options, NULL));
        struct lewis_answer *answer = make_sheets(form[f], rows);
        ns[f] = time_score(key, answer, rows, false, &sum);
        flagged[f] = time_score(key, answer, rows, true, &sum);
        if (form[f] == LEWIS_RATE) {
            size_t size;
            char *text = make_text(answer, rows, &size);
            plain = time_plain(text, size, rows);
            free(text);
        }
        free(answer);
        lewis_key_free(key);
        lewis_bank_free(bank);
    }
    printf("30 items   ns a sheet  with flags  times the plain loop\n");
    for (int f = 0; f < 3; f++)
        printf("%-10s %10.0f %11.0f %10.2f %10.2f\n",
               lewis_form_keyword(form[f]), ns[f], flagged[f], ns[f] / plain,
               flagged[f] / plain);
    printf("plain loop %10.0f %22.2f\n", plain, 1.0);
    return sum > 0 ? 0 : 1;
}
