/* bank_rules.c - what no grammar can say of a bank.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <strings.h>

#include "bank/bank.h"

enum { FEW_ITEMS = 4 }; /* under it the region of a rating profile is a guess */

static void
check_id(const struct lewis_bank *bank, const struct lewis_item *item,
         struct problems *problems)
{
    if (item->id == NULL)
        return;
    if (strcasecmp(item->id, "id") == 0 || strcasecmp(item->id, "team") == 0)
        problems_error(problems, LEWIS_EINVALID, item->line,
                       "item id \"%s\" is the name of a column that every "
                       "answer file has",
                       item->id);
    for (const struct lewis_item *before = bank->item; before < item; before++)
        if (before->id != NULL && strcmp(before->id, item->id) == 0) {
            problems_error(problems, LEWIS_EINVALID, item->line,
                           "a second item \"%s\"; the first is on line %ld",
                           item->id, before->line);
            return;
        }
}

static void
check_kind(const struct lewis_bank *bank, const struct lewis_item *item,
           struct problems *problems)
{
    if (item->form != LEWIS_CHECK &&
        (item->form == LEWIS_RATE) != (bank->kind == LEWIS_BANK_RATING))
        problems_error(problems, LEWIS_EINVALID, item->line,
                       "item \"%s\" is %s in a bank of %s; a bank is of one "
                       "kind, ratings or choices",
                       item->id != NULL ? item->id : "?",
                       item->form == LEWIS_RATE ? "a rating" : "a choice",
                       bank->kind == LEWIS_BANK_RATING ? "ratings"
                                                       : "choices");
}

/* How many items speak of each style, and how many of them reversed. */
static void
count_keys(const struct lewis_bank *bank, size_t keyed[LEWIS_STYLES],
           size_t reversed[LEWIS_STYLES], size_t first[LEWIS_STYLES])
{
    for (size_t i = 0; i < bank->item_count; i++) {
        const struct lewis_item *item = &bank->item[i];
        if (item->form == LEWIS_RATE) {
            keyed[item->style]++;
            reversed[item->style] += item->reverse;
            continue;
        }
        for (size_t o = 0; o < item->option_count; o++)
            keyed[item->option[o].style]++;
        if (item->option_count > 0)
            first[item->option[0].style]++;
    }
}

static void
check_balance(const struct lewis_bank *bank, struct problems *problems)
{
    size_t n[LEWIS_STYLES] = {0}, reversed[LEWIS_STYLES] = {0};
    size_t first[LEWIS_STYLES] = {0};
    bool rating = bank->kind == LEWIS_BANK_RATING;

    count_keys(bank, n, reversed, first);
    for (int s = 0; s < LEWIS_STYLES; s++) {
        const char *style = lewis_style_keyword((enum lewis_style)s);
        if (n[s] == 0)
            problems_error(problems, LEWIS_EINVALID, 1,
                           "no item is keyed to %s; a profile needs all three "
                           "styles",
                           style);
        else if (rating && n[s] < FEW_ITEMS)
            problems_warning(problems, 1,
                             "only %zu items are keyed to %s; under %d the "
                             "region of a profile is a guess",
                             n[s], style, FEW_ITEMS);
        if (bank->item_count >= 3 && first[s] == bank->item_count)
            problems_warning(problems, 1,
                             "the first option is always the %s one", style);
    }
    if (n[0] != n[1] || n[1] != n[2])
        problems_warning(problems, 1,
                         "the keying is not balanced: %zu linear, %zu multi, "
                         "%zu reactive",
                         n[0], n[1], n[2]);
}

void
bank_rules(const struct lewis_bank *bank, struct problems *problems)
{
    for (size_t i = 0; i < bank->item_count; i++) {
        check_id(bank, &bank->item[i], problems);
        check_kind(bank, &bank->item[i], problems);
    }
    if (bank->item_count > 0 && problems->errors == 0)
        check_balance(bank, problems);
}
