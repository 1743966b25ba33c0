/* selection.c - which countries are shown, and finding those that are named.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <lewis/spelling.h>

#include "base/error.h"
#include "base/number.h"
#include "country/country.h"

enum { NEAREST_MOST = 999 };

static const char nearest[] = "nearest:";

struct lewis_selection {
    const struct lewis_atlas *atlas;
    enum lewis_selecting kind;
    size_t places;
    bool listed[]; /* by index of the country */
};

static const struct {
    const char *word;
    enum lewis_selecting kind;
} word[] = {
    {"figure", LEWIS_SELECT_FIGURE},
    {"all", LEWIS_SELECT_ALL},
    {"none", LEWIS_SELECT_NONE},
};
enum { WORDS = sizeof word / sizeof word[0] };

/* --- a country by its name --- */

/* All names of all countries in every language, and the words; to be freed. */
static const char **
all_names(const struct lewis_atlas *atlas, bool words, size_t *count)
{
    size_t most = atlas->count * atlas->language_count + WORDS;
    const char **name = calloc(most, sizeof *name);

    *count = 0;
    for (size_t i = 0; name != NULL && i < atlas->count; i++)
        for (const struct lewis_text *text = atlas->country[i].name;
             text->lang != NULL && *count + WORDS < most; text++)
            name[(*count)++] = text->text;
    for (size_t i = 0; name != NULL && words && i < WORDS; i++)
        name[(*count)++] = word[i].word;
    return name;
}

static const struct lewis_country *
search(const struct lewis_atlas *atlas, const char *what, bool words,
       struct lewis_error *error)
{
    const struct lewis_country *country = lewis_atlas_find(atlas, what);
    const char **name, *near = NULL;
    size_t count;

    if (country != NULL)
        return country;
    name = all_names(atlas, words, &count);
    if (name != NULL)
        near = lewis_spelling_nearest(what, name, count);
    if (near != NULL && !lewis_text_same_start(near, what, 1))
        near = NULL; /* another first letter is mostly another country */
    if (near != NULL)
        error_set(error, LEWIS_EINVALID,
                  "there is no country \"%.60s\"; did you mean \"%s\"?", what,
                  near);
    else
        error_set(error, LEWIS_EINVALID,
                  "there is no country \"%.60s\"; \"lewis country list\" shows "
                  "them",
                  what);
    free(name);
    return NULL;
}

const struct lewis_country *
lewis_atlas_search(const struct lewis_atlas *atlas, const char *what,
                   struct lewis_error *error)
{
    return search(atlas, what, false, error);
}

/* --- a selection --- */

/* Takes the next name off *list into a buffer of at least the list's size,
 * without the spaces around it. */
static void
take_name(const char **list, char *name)
{
    const char *at = *list + strspn(*list, " ");
    size_t size = strcspn(at, ",");

    *list = at + size + (at[size] == ',');
    while (size > 0 && at[size - 1] == ' ')
        size--;
    memcpy(name, at, size);
    name[size] = '\0';
}

/* "NL,,": somebody who was left out, or a slip. */
static bool
empty_name(char *name, struct lewis_error *error)
{
    free(name);
    return error_set(error, LEWIS_EINVALID,
                     "no country is named before or after a comma; there are "
                     "figure, all, none, nearest:N, or a list such as "
                     "NL,JP,Brazil");
}

static bool
read_list(struct lewis_selection *selection, const char *list,
          struct lewis_error *error)
{
    const struct lewis_atlas *atlas = selection->atlas;
    char *name = malloc(strlen(list) + 1);
    bool ok = true, any = false;

    if (name == NULL)
        return error_memory(error);
    while (ok && *list != '\0') {
        const struct lewis_country *country;
        bool more = strchr(list, ',') != NULL;

        take_name(&list, name);
        if ((*name == '\0' && (any || more)) || (more && *list == '\0'))
            return empty_name(name, error);
        if (*name == '\0')
            break;
        country = search(atlas, name, !any && *list == '\0', error);
        ok = any = country != NULL;
        if (ok)
            selection->listed[country - atlas->country] = true;
    }
    free(name);
    if (ok && !any)
        return error_set(error, LEWIS_EINVALID,
                         "no country is named; there are figure, all, none, "
                         "nearest:N, or a list such as NL,JP,Brazil");
    return ok;
}

static bool
read_nearest(struct lewis_selection *selection, const char *number,
             struct lewis_error *error)
{
    int places;

    if (!number_parse_int(number, strlen(number), &places) || places < 1 ||
        places > NEAREST_MOST)
        return error_set(error, LEWIS_EINVALID,
                         "\"%s%.60s\": after the colon stands how many places, "
                         "1 to %d, such as nearest:8",
                         nearest, number, NEAREST_MOST);
    selection->kind = LEWIS_SELECT_NEAREST;
    selection->places = (size_t)places;
    return true;
}

static bool
is_file_name(const char *text)
{
    size_t size = strlen(text);

    return strchr(text, '/') != NULL ||
           (size > 4 && lewis_text_same(text + size - 4, ".xml"));
}

static bool
read_selection(struct lewis_selection *selection, const char *text,
               struct lewis_error *error)
{
    for (size_t i = 0; i < WORDS; i++)
        if (lewis_text_same(text, word[i].word)) {
            selection->kind = word[i].kind;
            return true;
        }
    if (lewis_text_same(text, "nearest"))
        return read_nearest(selection, "", error);
    if (lewis_text_same_start(text, nearest, sizeof nearest - 1))
        return read_nearest(selection, text + sizeof nearest - 1, error);
    if (is_file_name(text))
        return error_set(error, LEWIS_EINVALID,
                         "\"%.200s\" looks like a file; reference points of "
                         "your own are given with --atlas FILE",
                         text);
    selection->kind = LEWIS_SELECT_LISTED;
    return read_list(selection, text, error);
}

struct lewis_selection *
lewis_selection_parse(const struct lewis_atlas *atlas, const char *text,
                      struct lewis_error *error)
{
    struct lewis_selection *selection =
        calloc(1, sizeof *selection + atlas->count * sizeof(bool));

    if (selection == NULL) {
        error_memory(error);
        return NULL;
    }
    selection->atlas = atlas;
    if (read_selection(selection, text, error))
        return selection;
    free(selection);
    return NULL;
}

void
lewis_selection_free(struct lewis_selection *selection)
{
    free(selection);
}

enum lewis_selecting
lewis_selection_kind(const struct lewis_selection *selection)
{
    return selection->kind;
}

size_t
lewis_selection_places(const struct lewis_selection *selection)
{
    return selection->places;
}

bool
lewis_selection_has(const struct lewis_selection *selection, size_t index)
{
    switch (selection->kind) {
    case LEWIS_SELECT_ALL:
        return true;
    case LEWIS_SELECT_NONE:
        return false;
    case LEWIS_SELECT_LISTED:
        return selection->listed[index];
    default:
        return lewis_atlas_in_figure(selection->atlas, index);
    }
}
