/* rows.c - made-up answers, many of them, and the bank they answer.
 *
 *   rows bank FORM ITEMS               the bank, XML
 *   rows FORM ROWS ITEMS [SEPARATOR [QUOTE]]   the answers, CSV
 *
 * FORM is rate (1..5), rank (abc) or pick (a); with "-texts" behind it the
 * answers are the labels of the bank, as form tools have them. Half of a person's
 * answers lean to one style, one cell in 200 is empty, a team has twelve people.
 * The same bytes every time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/random.h"

enum { RATINGS = 5, STYLES = 3, TEAM = 12, CELL = 128 };

static const char *const rating[RATINGS] = {
    "Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree",
    "Strongly agree"};
static const char *const option[STYLES] = {
    "I plan it first and stick to it", "I talk it over with everyone",
    "I wait and hear what others want"};

static void
print_item(const char *form, int item)
{
    static const char *const style[STYLES] = {"linear", "multi", "reactive"};
    int rate = strcmp(form, "rate") == 0;

    printf("<%s id='T%02d'%s><stem xml:lang='en'>s</stem>", form, item + 1,
           rate ? " response='r'" : "");
    for (int s = 0; s < STYLES && !rate; s++)
        printf("<option id='%c'><label xml:lang='en'>%s</label>"
               "<key style='%s'/></option>",
               'a' + s, option[s], style[(s + item) % STYLES]);
    if (rate)
        printf("<key style='%s'/>", style[item % STYLES]);
    printf("</%s>\n", form);
}

static void
print_bank(const char *form, int items)
{
    printf("<bank xmlns='urn:x-lewis:bank:1' id='bench-%s' version='1.0.0' "
           "languages='en'><meta><title xml:lang='en'>t</title><author>a"
           "</author><licence spdx='CC0-1.0'>l</licence><source>s</source>"
           "</meta>\n",
           form);
    if (strcmp(form, "rate") == 0) {
        fputs("<response id='r'>", stdout);
        for (int x = 1; x <= RATINGS; x++)
            printf("<point value='%d'><label xml:lang='en'>%s</label>"
                   "</point>",
                   x, rating[x - 1]);
        puts("</response>");
    }
    puts("<section id='one'><name xml:lang='en'>n</name>");
    for (int i = 0; i < items; i++)
        print_item(form, i);
    puts("</section></bank>");
}

/* An answer to an item whose options stand one style on from item to item. */
static const char *
answer(const char *form, int item, unsigned lean)
{
    static char cell[CELL];
    unsigned own = below(2), first, second;

    memset(cell, 0, sizeof cell);
    if (below(200) == 0)
        return cell;
    if (strcmp(form, "rate") == 0) {
        cell[0] = (char)('1' + below(4) + (own && (unsigned)item % 3 == lean));
        return cell;
    }
    first = own ? (lean + 3 - (unsigned)item % 3) % 3 : below(3);
    second = (first + 1 + below(2)) % 3;
    cell[0] = (char)('a' + first);
    if (strcmp(form, "rank") == 0) {
        cell[1] = (char)('a' + second);
        cell[2] = (char)('a' + 3 - first - second);
    }
    return cell;
}

/* The same in words: a label, or a list of them with a ; behind each. */
static const char *
in_words(const char *form, const char *answer)
{
    static char cell[CELL];
    char *p = cell;

    if (strcmp(form, "rate") == 0)
        return *answer == '\0' ? answer : rating[*answer - '1'];
    *p = '\0';
    for (; *answer != '\0'; answer++)
        p += sprintf(p, "%s%s", option[*answer - 'a'],
                     strcmp(form, "rank") == 0 ? ";" : "");
    return cell;
}

static void
print_rows(const char *form, bool texts, long rows, int items, char separator,
           const char *quote)
{
    printf("%sid%s%c%steam%s", quote, quote, separator, quote, quote);
    for (int i = 0; i < items; i++)
        printf("%c%sT%02d%s", separator, quote, i + 1, quote);
    putchar('\n');
    for (long r = 0; r < rows; r++) {
        unsigned lean = below(STYLES);
        printf("%sr%ld%s%c%st%ld%s", quote, r + 1, quote, separator, quote,
               r / TEAM, quote);
        for (int i = 0; i < items; i++) {
            const char *cell = answer(form, i, lean);
            printf("%c%s%s%s", separator, quote,
                   texts ? in_words(form, cell) : cell, quote);
        }
        putchar('\n');
    }
}

int
main(int argc, char **argv)
{
    char *texts = argc > 1 ? strstr(argv[1], "-texts") : NULL;

    if (texts != NULL)
        *texts = '\0';
    if (argc == 4 && strcmp(argv[1], "bank") == 0)
        print_bank(argv[2], atoi(argv[3]));
    else if (argc >= 4 && argc <= 6)
        print_rows(argv[1], texts != NULL, atol(argv[2]), atoi(argv[3]),
                   argc > 4 ? argv[4][0] : ',', argc > 5 ? argv[5] : "");
    else
        return fputs("rows: see the top of rows.c\n", stderr), 2;
    return fflush(stdout) == 0 ? 0 : 2;
}
