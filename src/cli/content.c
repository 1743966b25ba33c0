/* content.c - the banks and reference points a command works with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <lewis/spelling.h>

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

/* True when the name is that of a file, or of an overlay on the shelf. */
static bool
is_overlay(const struct lewis_shelf *shelf, const char *what)
{
    const char *path = lewis_shelf_find(shelf, what, NULL);

    return path != NULL && (path == what || lewis_overlay_sniff(path));
}

enum { OVERLAYS = 16 };

/* That there is none of that name, with the nearest or all there are. */
static void
report_no_overlay(const struct lewis_shelf *shelf, const char *what)
{
    const char *name[OVERLAYS], *near;
    char list[200] = "";
    size_t count = 0, size = 0;

    for (size_t i = 0; i < lewis_shelf_count(shelf) && count < OVERLAYS; i++)
        if (lewis_overlay_sniff(lewis_shelf_path(shelf, i)))
            name[count++] = lewis_shelf_name(shelf, i);
    near = lewis_spelling_nearest(what, name, count);
    for (size_t i = 0; i < count && size < sizeof list; i++)
        size += (size_t)snprintf(list + size, sizeof list - size, "%s%s",
                                 i == 0 ? "" : ", ", name[i]);
    if (near != NULL)
        say("there is no overlay \"%s\"; did you mean %s?", what, near);
    else if (count == 0)
        say("there is no overlay \"%s\", nor any other; give a file", what);
    else
        say("there is no overlay \"%s\"; there is %s, or give a file", what,
            list);
}

struct lewis_overlay *
content_overlay(const struct lewis_shelf *shelf, const char *what)
{
    struct lewis_overlay *overlay;
    struct lewis_error error;

    if (!is_overlay(shelf, what)) {
        report_no_overlay(shelf, what);
        return NULL;
    }
    overlay = lewis_overlay_load(lewis_shelf_find(shelf, what, NULL), &error);
    if (overlay == NULL)
        say_error(&error);
    return overlay;
}

bool
content_advice(const struct lewis_shelf *shelf, struct lewis_advice **advice)
{
    struct lewis_error error;
    const char *path = lewis_shelf_find(shelf, "advice", &error);

    *advice = path == NULL ? NULL : lewis_advice_load(path, &error);
    if (path == NULL || *advice != NULL)
        return true;
    say_error(&error);
    return false;
}

/* A search for the bank that fits. */
struct search {
    struct lewis_bank *best; /* all of its items are in the header */
    size_t best_items;
    struct lewis_bank *near; /* the most of its items are */
    double near_part;
    size_t near_items;
    bool failed; /* out of memory: nobody knows what would have fitted */
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

/* Why no bank was found: when one comes near, the columns that it misses. */
static void
report_no_bank(const struct search *search, struct lewis_answers *answers,
               const char *path)
{
    struct lewis_error error;

    if (search->near != NULL && 2 * search->near_items >=
                                    lewis_bank_item_count(search->near)) {
        lewis_answers_bind(answers, search->near, &error);
        say_error(&error);
    } else {
        say("%s: no bank has its items in this header; name the bank with "
            "--bank (\"lewis bank list\" shows them)",
            path);
    }
}

/* The bank in that file; one that is broken is told and passed over, and so is
 * a file that is no XML. */
static struct lewis_bank *
load_or_say(struct search *search, const char *file)
{
    struct lewis_error error;
    struct lewis_bank *bank = lewis_bank_load(file, &error);

    if (bank == NULL && error.code == LEWIS_ENOMEM)
        search->failed = true;
    else if (bank == NULL &&
             (error.code == LEWIS_ESYNTAX || lewis_bank_sniff(file)))
        say_error(&error);
    return bank;
}

static void
consider(struct search *search, const char *file,
         const struct lewis_answers *answers)
{
    struct lewis_bank *bank = load_or_say(search, file);
    size_t matched = bank == NULL ? 0 : lewis_answers_match(answers, bank);

    if (matched == SIZE_MAX) {
        search->failed = true;
        lewis_bank_free(bank);
    } else if (bank != NULL) {
        weigh(search, bank, matched);
    }
}

struct lewis_bank *
content_bank_for(const struct lewis_shelf *shelf,
                 struct lewis_answers *answers, const char *path)
{
    struct search search = {0};

    for (size_t i = 0; i < lewis_shelf_count(shelf); i++)
        consider(&search, lewis_shelf_path(shelf, i), answers);
    if (search.failed) {
        lewis_bank_free(search.best);
        search.best = NULL;
        say("out of memory");
    } else if (search.best == NULL) {
        report_no_bank(&search, answers, path);
    } else {
        say("bank %s, version %s, recognised by its %zu items",
            lewis_bank_id(search.best), lewis_bank_version(search.best),
            search.best_items);
    }
    lewis_bank_free(search.near);
    return search.best;
}

static bool
same_language(const char *asked, const char *language)
{
    size_t size = strcspn(asked, "-_.");

    return lewis_text_same(asked, language) ||
           (strlen(language) == size &&
            lewis_text_same_start(asked, language, size));
}

static void
say_language(const char *asked, const char *what, size_t count,
                 const char *(*language)(const void *of, size_t index),
                 const void *of)
{
    char list[200] = "";
    size_t size = 0;

    for (size_t i = 0; i < count; i++) {
        if (asked == NULL || same_language(asked, language(of, i)))
            return;
        if (size + 16 < sizeof list)
            size += (size_t)snprintf(list + size, sizeof list - size, "%s%.12s",
                                     i == 0 ? "" : ", ", language(of, i));
    }
    say("%s has no texts in \"%s\"; there are %s, and the first is used", what,
        asked, list);
}

static const char *
bank_language(const void *bank, size_t index)
{
    return lewis_bank_language(bank, index);
}

static const char *
atlas_language(const void *atlas, size_t index)
{
    return lewis_atlas_language(atlas, index);
}

void
content_bank_language(const struct lewis_bank *bank, const char *asked)
{
    say_language(asked, lewis_bank_id(bank),
                 lewis_bank_language_count(bank), bank_language, bank);
}

static const char *
overlay_language(const void *overlay, size_t index)
{
    return lewis_overlay_language(overlay, index);
}

void
content_overlay_language(const struct lewis_overlay *overlay,
                         const char *asked)
{
    say_language(asked, _("the overlay"), lewis_overlay_language_count(overlay),
                 overlay_language, overlay);
}

void
content_atlas_language(const struct lewis_atlas *atlas, const char *asked)
{
    say_language(asked, _("the list of countries"),
                     lewis_atlas_language_count(atlas), atlas_language, atlas);
}
