/* bank_rules.c - what no grammar can say of a bank.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bank/bank.h"
#include "base/text.h"
#include "base/translation.h"

enum {
    FEW_ITEMS = 4, /* under it the region of a rating profile is a guess */
    FEW_CHOICES = 9, /* under it the range of a share is most of the way */
    TERMINAL = 60, /* columns of a small terminal */
    LINES = 2      /* that a text may fill of it */
};

static void
check_id(const struct lewis_bank *bank, const struct lewis_item *item,
         struct problems *problems)
{
    if (item->id == NULL)
        return;
    if (lewis_text_same(item->id, "id") || lewis_text_same(item->id, "team"))
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
    const char *id = item->id != NULL ? item->id : "?";

    if (item->form == LEWIS_CHECK ||
        (item->form == LEWIS_RATE) == (bank->kind == LEWIS_BANK_RATING))
        return;
    if (item->form == LEWIS_RATE)
        problems_error(problems, LEWIS_EINVALID, item->line,
                       "item \"%s\" is a rating in a bank of choices; a bank "
                       "is of one kind, ratings or choices",
                       id);
    else
        problems_error(problems, LEWIS_EINVALID, item->line,
                       "item \"%s\" is a choice in a bank of ratings; a bank "
                       "is of one kind, ratings or choices",
                       id);
}

/* How often each style is keyed in the items first .. first + count - 1. */
struct keying {
    size_t keyed[LEWIS_STYLES];
    size_t leading[LEWIS_STYLES]; /* as the first option of a choice */
    size_t choices;
};

static struct keying
count_keys(const struct lewis_bank *bank, size_t first, size_t count)
{
    struct keying k = {{0}, {0}, 0};

    for (size_t i = first; i < first + count; i++) {
        const struct lewis_item *item = &bank->item[i];
        if (item->form == LEWIS_RATE)
            k.keyed[item->style]++;
        for (size_t o = 0; o < item->option_count; o++)
            k.keyed[item->option[o].style]++;
        if (item->option_count > 0) {
            k.leading[item->option[0].style]++;
            k.choices++;
        }
    }
    return k;
}

static bool
is_even(const struct keying *k)
{
    return k->keyed[0] == k->keyed[1] && k->keyed[1] == k->keyed[2];
}

static void
check_styles(const struct lewis_bank *bank, const struct keying *k,
             struct problems *problems)
{
    for (int s = 0; s < LEWIS_STYLES; s++) {
        const char *style = lewis_style_keyword((enum lewis_style)s);
        if (k->keyed[s] == 0)
            problems_error(problems, LEWIS_EINVALID, 1,
                           "no item is keyed to %s; a profile needs all three "
                           "styles",
                           style);
        else if (bank->kind == LEWIS_BANK_RATING && k->keyed[s] < FEW_ITEMS)
            problems_warning(problems, 1,
                             "only %zu items are keyed to %s; under %d the "
                             "region of a profile is a guess",
                             k->keyed[s], style, FEW_ITEMS);
        if (k->choices >= 3 && k->leading[s] == k->choices)
            problems_warning(problems, 1,
                             "the first option is always the %s one", style);
    }
}

/* Of the whole bank, or of a section (not NULL). */
static void
check_balance(const struct keying *k, const char *section, long line,
              struct problems *problems)
{
    if (is_even(k))
        return;
    if (section != NULL)
        problems_warning(problems, line,
                         "the keying of section \"%s\" is not balanced: %zu "
                         "linear, %zu multi, %zu reactive",
                         section, k->keyed[0], k->keyed[1], k->keyed[2]);
    else
        problems_warning(problems, line,
                         "the keying is not balanced: %zu linear, %zu multi, "
                         "%zu reactive",
                         k->keyed[0], k->keyed[1], k->keyed[2]);
}

static void
check_keying(const struct lewis_bank *bank, struct problems *problems)
{
    struct keying all = count_keys(bank, 0, bank->item_count);

    check_styles(bank, &all, problems);
    if (bank->kind == LEWIS_BANK_CHOICE && all.choices < FEW_CHOICES)
        problems_warning(problems, 1,
                         "only %zu items; under %d the range of a share is "
                         "most of the way from 0 to 1",
                         all.choices, FEW_CHOICES);
    check_balance(&all, NULL, 1, problems);
    for (size_t s = 0; s < bank->section_count && bank->section_count > 1;
         s++) {
        const struct lewis_section *section = &bank->section[s];
        struct keying k = count_keys(bank, section->first, section->count);
        check_balance(&k, section->id, bank->item[section->first].line,
                      problems);
    }
}

static void
check_width(const struct lewis_text *text, const char *said,
            const struct lewis_item *item, struct problems *problems)
{
    for (; text != NULL && text->lang != NULL; text++) {
        size_t columns = utf8_columns(text->text, strlen(text->text));
        if (columns > LINES * TERMINAL)
            problems_warning(problems, item->line, said, item->id, text->lang,
                             columns, LINES * TERMINAL, LINES);
    }
}

static void
check_widths(const struct lewis_item *item, struct problems *problems)
{
    check_width(item->stem,
                N_("the stem of item \"%s\" in \"%s\" takes %zu columns; over "
                   "%d it fills more than %d lines of a small terminal"),
                item, problems);
    for (size_t o = 0; o < item->option_count; o++)
        check_width(item->option[o].label,
                    N_("the label of item \"%s\" in \"%s\" takes %zu columns; "
                       "over %d it fills more than %d lines of a small "
                       "terminal"),
                    item, problems);
}

/* Questions about the person share the columns' names with the items. */
static void
check_ask(const struct lewis_bank *bank, const struct lewis_ask *ask,
          struct problems *problems)
{
    if (ask->id == NULL)
        return;
    if (lewis_text_same(ask->id, "id") ||
        (lewis_text_same(ask->id, "team") && strcmp(ask->id, "team") != 0))
        problems_error(problems, LEWIS_EINVALID, ask->line,
                       "question id \"%s\" is the name of a column that every "
                       "answer file has",
                       ask->id);
    for (const struct lewis_ask *before = bank->ask; before < ask; before++)
        if (before->id != NULL && strcmp(before->id, ask->id) == 0)
            problems_error(problems, LEWIS_EINVALID, ask->line,
                           "a second question \"%s\"", ask->id);
    for (size_t i = 0; i < bank->item_count; i++)
        if (bank->item[i].id != NULL &&
            strcmp(bank->item[i].id, ask->id) == 0)
            problems_error(problems, LEWIS_EINVALID, ask->line,
                           "question \"%s\" has the id of an item; the first "
                           "is on line %ld",
                           ask->id, bank->item[i].line);
}

void
bank_rules(const struct lewis_bank *bank, struct problems *problems)
{
    for (size_t i = 0; i < bank->item_count; i++) {
        check_id(bank, &bank->item[i], problems);
        check_kind(bank, &bank->item[i], problems);
    }
    for (size_t i = 0; i < bank->ask_count; i++)
        check_ask(bank, &bank->ask[i], problems);
    if (problems->errors > 0)
        return;
    if (bank->item_count > 0)
        check_keying(bank, problems);
    for (size_t i = 0; i < bank->item_count; i++)
        check_widths(&bank->item[i], problems);
}
