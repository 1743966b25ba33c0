/* people_page.c - the people of a chart, for a picture in characters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/terminal/people_page.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/cells.h>
#include <lewis/text.h>

#include "cli/say.h"

enum {
    PICTURE = 72, /* columns */
    CURVE = 240,
    LETTERS = 52, /* people that get one; more are dots */
    PLACES = 64
};

/* What is said, in the languages that there are; see lewis_text_in(). */
struct people_words {
    const char *lang;
    const char *corner[LEWIS_STYLES];
    const char *profile, *centre; /* %s a sign, shares in percent */
    const char *nobody;
    const char *dots;     /* %zu people */
    const char *unscored; /* %zu of %zu */
    const char *countries;
};

static const struct people_words languages[] = {
    {
        .lang = "en",
        .corner = {"Linear-active", "Multi-active", "Reactive"},
        .profile = "%s profile: linear-active %.0f %%, multi-active %.0f %%, "
                   "reactive %.0f %%",
        .centre = "%s centre: linear-active %.0f %%, multi-active %.0f %%, "
                  "reactive %.0f %%",
        .nobody = "No one scored.",
        .dots = "%zu people, each a dot.",
        .unscored = "%zu of %zu without a profile: not drawn.",
        .countries = "Countries by their ISO codes; their places are "
                     "illustrative: only their order along the edges is "
                     "known.",
    },
    {
        .lang = "nl",
        .corner = {"Lineair-actief", "Multi-actief", "Reactief"},
        .profile = "%s profiel: lineair-actief %.0f %%, multi-actief %.0f %%, "
                   "reactief %.0f %%",
        .centre = "%s middelpunt: lineair-actief %.0f %%, multi-actief "
                  "%.0f %%, reactief %.0f %%",
        .nobody = "Niemand heeft een profiel.",
        .dots = "%zu mensen, elk een stip.",
        .unscored = "%zu van de %zu zonder profiel: niet getekend.",
        .countries = "Landen met hun ISO-code; hun plekken dienen als "
                     "voorbeeld: alleen hun volgorde langs de zijden is "
                     "bekend.",
    },
};

static const struct people_words *
words_in(const char *lang)
{
    static const struct lewis_text tags[] = {
        {"en", "en"}, {"nl", "nl"}, {NULL, NULL}};
    bool dutch = strcmp(lewis_text_in(tags, lang), "nl") == 0;

    return &languages[dutch];
}

struct people_one {
    struct lewis_point point;
    char *name;
};

void
people_page_release(struct people *people)
{
    for (size_t i = 0; i < people->count; i++)
        free(people->person[i].name);
    free(people->person);
    *people = (struct people){.count = 0};
}

static bool
grow(struct people *people)
{
    size_t room = people->room == 0 ? 64 : 2 * people->room;
    struct people_one *person;

    if (people->count < people->room)
        return true;
    if (room > (size_t)-1 / sizeof *person)
        return false;
    person = realloc(people->person, room * sizeof *person);
    if (person == NULL)
        return false;
    people->person = person;
    people->room = room;
    return true;
}

bool
people_page_add(struct people *people, const struct lewis_sheet *sheet,
          const struct lewis_score *score)
{
    struct people_one *person;

    if (score->status != LEWIS_SCORED) {
        people->unscored++;
        return true;
    }
    if (!grow(people))
        return false;
    person = &people->person[people->count];
    person->point = score->point;
    person->name = NULL;
    if (people->count < LETTERS) {
        person->name = strndup(sheet->id, sheet->id_size);
        if (person->name == NULL)
            return false;
    }
    if (people->count++ == 0)
        people->region = score->region;
    lewis_cloud_add(&people->cloud, score->point);
    return true;
}

static char
letter(size_t index)
{
    return (char)(index < 26 ? 'a' + index : 'A' + (index - 26));
}

/* The place's first code stands for all of its countries. */
static size_t
mark_places(const struct lewis_atlas *atlas, struct lewis_cells_mark mark[])
{
    size_t count = atlas == NULL ? 0 : lewis_atlas_place_count(atlas);

    count = count < PLACES ? count : PLACES;
    for (size_t i = 0; i < count; i++) {
        const char *codes = lewis_atlas_codes(atlas, i);
        size_t size = strcspn(codes, " ");

        mark[i] = (struct lewis_cells_mark){.point =
                                                lewis_atlas_place(atlas, i)};
        if (size < sizeof mark[i].text)
            memcpy(mark[i].text, codes, size);
    }
    return count;
}

static struct lewis_cells_mark *
mark_people(const struct people *people)
{
    struct lewis_cells_mark *member = calloc(people->count + 1, sizeof *member);

    for (size_t i = 0; member != NULL && i < people->count; i++) {
        member[i].point = people->person[i].point;
        if (people->count <= LETTERS)
            member[i].text[0] = letter(i);
    }
    return member;
}

static bool
out_of_memory(struct lewis_error *error)
{
    *error = (struct lewis_error){.code = LEWIS_ENOMEM};
    snprintf(error->text, sizeof error->text, "%s", _("out of memory"));
    return false;
}

static bool
draw_triangle(const struct people *people, const struct people_look *look,
              struct lewis_page *page, struct lewis_error *error)
{
    const struct people_words *words = words_in(look->lang);
    size_t width = lewis_page_width(page);
    struct lewis_point center = lewis_cloud_center(&people->cloud);
    struct lewis_cells_mark mark[PLACES], *member = mark_people(people);
    struct lewis_point curve[CURVE];
    struct lewis_cells_triangle triangle = {
        .columns = width < PICTURE ? width : PICTURE,
        .ascii = look->ascii,
        .corner = {words->corner[0], words->corner[1], words->corner[2]},
        .person = {(double)NAN, (double)NAN},
        .mark = mark,
        .mark_count = mark_places(look->atlas, mark),
        .member = member,
        .member_count = people->count,
        .center = &center,
    };
    bool done;

    if (member == NULL)
        return out_of_memory(error);
    if (people->count == 1) {
        lewis_region_curve(&people->region, curve, CURVE);
        triangle.person = center;
        triangle.member_count = 0;
        triangle.center = NULL;
        triangle.region = curve;
        triangle.region_count = CURVE;
    }
    done = lewis_cells_triangle(&triangle, page, error);
    free(member);
    return done;
}

static void
add_shares(struct lewis_page *page, const struct people *people,
           const struct people_look *look)
{
    const char *sign = people->count == 1 ? (look->ascii ? "*" : "\u2605")
                                         : (look->ascii ? "#" : "\u25c6");
    const struct people_words *words = words_in(look->lang);
    double share[LEWIS_STYLES];
    char line[200];

    if (people->count == 0) {
        lewis_page_wrap(page, 0, LEWIS_INK_PLAIN, words->nobody);
        return;
    }
    lewis_triangle_shares(lewis_cloud_center(&people->cloud), share);
    snprintf(line, sizeof line,
             people->count == 1 ? words->profile : words->centre,
             look->picture ? sign : "",
             100 * fmax(share[LEWIS_LINEAR], 0),
             100 * fmax(share[LEWIS_MULTI], 0),
             100 * fmax(share[LEWIS_REACTIVE], 0));
    lewis_page_wrap(page, 2, LEWIS_INK_PLAIN, look->picture ? line : line + 1);
}

/* "a=Zoë, b=Tom, ..." */
static bool
add_key(struct lewis_page *page, const struct people *people)
{
    size_t size = 1;
    char *key, *at;

    if (people->count < 2 || people->count > LETTERS)
        return true;
    for (size_t i = 0; i < people->count; i++)
        size += strlen(people->person[i].name) + 6;
    key = at = malloc(size);
    if (key == NULL)
        return false;
    for (size_t i = 0; i < people->count; i++)
        at += snprintf(at, size - (size_t)(at - key), "%s%c=%s",
                       i == 0 ? "" : ", ", letter(i), people->person[i].name);
    lewis_page_wrap(page, 0, LEWIS_INK_PLAIN, key);
    free(key);
    return true;
}

static void
add_foot(struct lewis_page *page, const struct people *people,
         const struct people_look *look)
{
    const struct people_words *words = words_in(look->lang);
    char line[200];

    if (people->count > LETTERS) {
        snprintf(line, sizeof line, words->dots, people->count);
        lewis_page_wrap(page, 0, LEWIS_INK_PLAIN, line);
    }
    if (people->unscored > 0) {
        snprintf(line, sizeof line, words->unscored,
                 people->unscored, people->unscored + people->count);
        lewis_page_wrap(page, 0, LEWIS_INK_PLAIN, line);
    }
    if (look->atlas != NULL && look->picture)
        lewis_page_wrap(page, 0, LEWIS_INK_QUIET,
                        words->countries);
}

bool
people_page_draw(const struct people *people, const struct people_look *look,
           struct lewis_page *page, struct lewis_error *error)
{
    if (look->title != NULL && *look->title != '\0')
        lewis_page_wrap(page, 0, LEWIS_INK_STRONG, look->title);
    if (look->picture && !draw_triangle(people, look, page, error))
        return false;
    lewis_page_end(page);
    add_shares(page, people, look);
    if (!add_key(page, people))
        return out_of_memory(error);
    add_foot(page, people, look);
    return true;
}
