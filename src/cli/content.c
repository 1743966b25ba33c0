/* content.c - the banks and reference points a command works with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>

#include "content.h"
#include "say.h"

struct lewis_bank *
content_bank(const struct lewis_shelf *shelf, const char *what)
{
    struct lewis_error error;
    const char *path = lewis_shelf_find(shelf, what, &error);
    struct lewis_bank *bank =
        path == NULL ? NULL : lewis_bank_load(path, &error);

    if (bank == NULL)
        say_error(&error);
    return bank;
}

struct lewis_atlas *
content_atlas(const struct lewis_shelf *shelf, const char *what)
{
    struct lewis_error error;
    const char *path =
        lewis_shelf_find(shelf, what == NULL ? "countries" : what, &error);
    struct lewis_atlas *atlas =
        path == NULL ? NULL : lewis_atlas_load(path, &error);

    if (atlas == NULL)
        say_error(&error);
    return atlas;
}

/* A search for the bank that fits. */
struct search {
    struct lewis_bank *best; /* all of its items are in the header */
    size_t best_items;
    struct lewis_bank *near; /* the most of its items are */
    double near_part;
    size_t near_items;
};

/* Keeps 'bank' in the place it earns, or frees it. */
static void
weigh(struct search *search, struct lewis_bank *bank, size_t matched)
{
    size_t items = lewis_bank_item_count(bank);
    double part = (double)matched / (double)items;

    if (matched == items && items > search->best_items) {
        lewis_bank_free(search->best);
        search->best = bank;
        search->best_items = items;
    } else if (matched < items && part > search->near_part) {
        lewis_bank_free(search->near);
        search->near = bank;
        search->near_part = part;
        search->near_items = matched;
    } else {
        lewis_bank_free(bank);
    }
}

static void
report_no_bank(const struct search *search, const char *path)
{
    if (search->near == NULL)
        say("%s: no column is an item of a bank here; name the bank with "
            "--bank (\"lewis bank list\" shows them)",
            path);
    else
        say("%s: no bank has all its items in this header; %s comes nearest "
            "with %zu of %zu. Name the bank with --bank to see which columns "
            "are missing",
            path, lewis_bank_id(search->near), search->near_items,
            lewis_bank_item_count(search->near));
}

struct lewis_bank *
content_bank_for(const struct lewis_shelf *shelf,
                 const struct lewis_answers *answers, const char *path)
{
    struct search search = {0};

    for (size_t i = 0; i < lewis_shelf_count(shelf); i++) {
        const char *file = lewis_shelf_path(shelf, i);
        struct lewis_bank *bank =
            lewis_bank_sniff(file) ? lewis_bank_load(file, NULL) : NULL;
        if (bank != NULL)
            weigh(&search, bank, lewis_answers_match(answers, bank));
    }
    if (search.best == NULL)
        report_no_bank(&search, path);
    else
        say("bank %s, version %s, recognised by its %zu items",
            lewis_bank_id(search.best), lewis_bank_version(search.best),
            search.best_items);
    lewis_bank_free(search.near);
    return search.best;
}
