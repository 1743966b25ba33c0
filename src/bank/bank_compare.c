/* bank_compare.c - two versions of a bank: would old answers be read wrongly?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "bank/bank.h"
#include "base/error.h"
#include "base/translation.h"

/* The items have the same text in every language that both have. */
static bool
same_text(const struct lewis_text *a, const struct lewis_text *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    for (; a->lang != NULL; a++)
        for (const struct lewis_text *t = b; t->lang != NULL; t++)
            if (strcmp(a->lang, t->lang) == 0 && strcmp(a->text, t->text) != 0)
                return false;
    return true;
}

static const struct lewis_option *
find_option(const struct lewis_item *item, const char *id)
{
    for (size_t o = 0; o < item->option_count; o++)
        if (strcmp(item->option[o].id, id) == 0)
            return &item->option[o];
    return NULL;
}

/* What is said of what makes an old answer mean something else; NULL when
 * nothing does. */
static const char *
changed_meaning(const struct lewis_item *item, const struct lewis_item *old)
{
    if (item->form != old->form)
        return N_("item \"%s\" has another form than in version %s; old "
                  "answers would be read wrongly, so give it a new id");
    if (item->response != NULL && (item->response->lo != old->response->lo ||
                                   item->response->hi != old->response->hi))
        return N_("item \"%s\" has another scale than in version %s; old "
                  "answers would be read wrongly, so give it a new id");
    if (item->style != old->style || item->reverse != old->reverse)
        return N_("item \"%s\" has another key than in version %s; old "
                  "answers would be read wrongly, so give it a new id");
    if (item->option_count != old->option_count ||
        item->total != old->total || item->places != old->places)
        return N_("item \"%s\" has other options than in version %s; old "
                  "answers would be read wrongly, so give it a new id");
    for (size_t o = 0; o < item->option_count; o++) {
        const struct lewis_option *option =
            find_option(old, item->option[o].id);
        if (option == NULL || option->style != item->option[o].style)
            return N_("item \"%s\" has other keys than in version %s; old "
                  "answers would be read wrongly, so give it a new id");
    }
    return NULL;
}

static bool
same_words(const struct lewis_item *item, const struct lewis_item *old)
{
    if (!same_text(item->stem, old->stem))
        return false;
    for (size_t o = 0; o < item->option_count; o++)
        if (!same_text(item->option[o].label,
                       find_option(old, item->option[o].id)->label))
            return false;
    return true;
}

/* Version "1.2.3" as one number that orders as versions do. */
static long long
version_number(const char *version)
{
    char *end;
    long long major = strtoll(version, &end, 10);
    long long minor = strtoll(end + 1, &end, 10);

    return (major * 100000 + minor) * 100000 + strtoll(end + 1, NULL, 10);
}

static size_t
compare_items(const struct lewis_bank *bank, const struct lewis_bank *old,
              struct problems *problems)
{
    size_t changed = bank->item_count != old->item_count;

    for (size_t i = 0; i < bank->item_count; i++) {
        const struct lewis_item *item = &bank->item[i];
        const struct lewis_item *before = lewis_bank_find(old, item->id);
        const char *what =
            before == NULL ? NULL : changed_meaning(item, before);
        changed += before == NULL || what != NULL;
        if (what != NULL)
            problems_error(problems, LEWIS_EINVALID, item->line, what,
                           item->id, old->version);
        else if (before != NULL && !same_words(item, before)) {
            changed++;
            problems_warning(problems, item->line,
                             "item \"%s\" has other words than in version "
                             "%s; unless they mean the same, give it a new id",
                             item->id, old->version);
        }
    }
    return changed;
}

bool
lewis_bank_compare(const struct lewis_bank *bank, const struct lewis_bank *old,
                   const char *path, struct lewis_finding **findings,
                   size_t *count, struct lewis_error *error)
{
    struct problems problems = {.file = path};

    if (strcmp(bank->id, old->id) != 0)
        problems_error(&problems, LEWIS_EINVALID, 1,
                       "this is bank \"%s\" and not a version of \"%s\"",
                       bank->id, old->id);
    else if (compare_items(bank, old, &problems) > 0 &&
             version_number(bank->version) <= version_number(old->version))
        problems_error(&problems, LEWIS_EINVALID, 1,
                       "the items changed and the version %s is not higher "
                       "than %s",
                       bank->version, old->version);
    problems_sort(&problems);
    if (problems.failed) {
        problems_release(&problems);
        return error_memory(error);
    }
    *findings = problems.item;
    *count = problems.count;
    return true;
}
