/* near.c - the reference points near a person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/person.h"
#include "report/words.h"

enum { PLACES = 5, NAMES = 5 };

/* The names of a place's countries, the first of them. */
void
person_add_names(struct text *text, const struct result *result, size_t place)
{
    const struct lewis_atlas *atlas = result->person->atlas;
    const char *lang = result->person->lang;
    const char *code = lewis_atlas_codes(atlas, place);
    size_t n = 0;

    for (; *code != '\0'; n++) {
        size_t size = strcspn(code, " ");
        char iso[8] = "";
        const struct lewis_country *country;
        if (size < sizeof iso)
            memcpy(iso, code, size);
        country = lewis_atlas_find(atlas, iso);
        if (n < NAMES && country != NULL)
            text_print(text, "%s%s", n == 0 ? "" : ", ",
                       lewis_text_in(country->name, lang));
        code += size + (code[size] == ' ');
    }
    if (n > NAMES)
        text_print(text, phrase(lang, SAY_AND_MORE), n - NAMES);
}

static void
add_place(const struct result *result, const struct lewis_nearness *near,
          bool tell, struct lewis_page *page)
{
    struct text names = {0};

    person_add_names(&names, result, near->place);
    if (tell && near->open)
        text_add(&names, phrase(result->person->lang, SAY_NOT_APART));
    words_item(page, text_string(&names));
    text_release(&names);
}

static size_t
count_open(const struct result *result, size_t first)
{
    size_t open = 0;

    for (size_t i = 0; i < first; i++)
        open += result->near[i].open;
    return open;
}

void
person_near(const struct result *result, struct lewis_page *page)
{
    size_t shown = result->near_count < PLACES ? result->near_count : PLACES;
    size_t open = count_open(result, result->near_count);
    const char *lang = result->person->lang;
    bool all;

    if (shown == 0)
        return;
    all = count_open(result, shown) == shown;
    words_heading(page, phrase(lang, SAY_NEAREST));
    for (size_t i = 0; i < shown; i++)
        add_place(result, &result->near[i], !all, page);
    if (all && open > shown)
        words_print(page, LEWIS_INK_PLAIN, phrase(lang, SAY_NONE_APART_MORE),
                    open - shown, open, result->near_count);
    else if (all)
        words_say(page, LEWIS_INK_PLAIN, phrase(lang, SAY_NONE_APART));
    else if (open == 0)
        words_say(page, LEWIS_INK_PLAIN, phrase(lang, SAY_FITS_NONE));
    words_caveat(page, lang);
}
