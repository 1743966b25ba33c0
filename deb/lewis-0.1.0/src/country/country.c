/* country.c - reference points: loading, finding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/content.h"
#include "base/text.h"
#include "country/country.h"

/* Two places are one when they are nearer than this, in sides: far below any
 * step, far above rounding. */
static const double SAME_PLACE = 1e-9;

static size_t
find_place(const struct lewis_atlas *atlas, struct lewis_point point)
{
    size_t p = 0;

    while (p < atlas->place_count &&
           lewis_triangle_distance(atlas->place[p].point, point) > SAME_PLACE)
        p++;
    return p;
}

static bool
named_by_figure(const struct lewis_country *country)
{
    return country->confidence != 'D';
}

bool
lewis_atlas_in_figure(const struct lewis_atlas *atlas, size_t index)
{
    const struct lewis_country *country = &atlas->country[index];

    if (named_by_figure(country) || country->region != NULL)
        return named_by_figure(country);
    for (size_t i = 0; i < atlas->count; i++)
        if (atlas->country[i].place == country->place &&
            (named_by_figure(&atlas->country[i]) ||
             atlas->country[i].region != NULL))
            return false;
    return true;
}

static const char *
place_codes(struct lewis_atlas *atlas, size_t place)
{
    struct text codes = {0};
    bool any = false;
    const char *kept;

    for (size_t i = 0; i < atlas->count; i++)
        any = any || (atlas->country[i].place == place &&
                      named_by_figure(&atlas->country[i]));
    for (size_t i = 0; i < atlas->count; i++) {
        const struct lewis_country *country = &atlas->country[i];
        if (country->place != place || (any && !named_by_figure(country)))
            continue;
        if (codes.size > 0)
            text_add(&codes, " ");
        text_add(&codes, country->iso);
    }
    kept = arena_copy(&atlas->arena, text_string(&codes), codes.size);
    atlas->arena.failed |= !text_ok(&codes);
    text_release(&codes);
    return kept;
}

/* Gives every country its place. */
static void
settle_places(struct lewis_atlas *atlas)
{
    atlas->place =
        arena_array(&atlas->arena, atlas->count, sizeof *atlas->place);
    if (atlas->place == NULL)
        return;
    for (size_t i = 0; i < atlas->count; i++) {
        struct lewis_country *country = &atlas->country[i];
        country->place = find_place(atlas, country->point);
        if (country->place == atlas->place_count)
            atlas->place[atlas->place_count++].point = country->point;
    }
    for (size_t p = 0; p < atlas->place_count; p++)
        atlas->place[p].codes = place_codes(atlas, p);
    nearest_prepare(atlas);
}

static void *
make_atlas(const struct element *root, struct problems *problems)
{
    struct lewis_atlas *atlas = calloc(1, sizeof *atlas);

    if (atlas == NULL)
        return NULL;
    country_read(atlas, root, problems);
    if (problems->errors == 0 && !arena_failed(&atlas->arena))
        settle_places(atlas);
    problems->failed |= arena_failed(&atlas->arena);
    return atlas;
}

static void
free_atlas(void *atlas)
{
    lewis_atlas_free(atlas);
}

static const struct content_kind content = {"countries", make_atlas,
                                            free_atlas};

struct lewis_atlas *
lewis_atlas_parse(const char *xml, size_t size, const char *name,
                  struct lewis_error *error)
{
    return content_parse(&content, xml, size, name, error);
}

struct lewis_atlas *
lewis_atlas_load(const char *path, struct lewis_error *error)
{
    return content_load(&content, path, error);
}

bool
lewis_atlas_sniff(const char *path)
{
    return content_sniff(&content, path);
}

bool
lewis_atlas_check(const char *path, struct lewis_finding **findings,
                  size_t *count, struct lewis_error *error)
{
    return content_check(&content, path, findings, count, error);
}

void
lewis_atlas_free(struct lewis_atlas *atlas)
{
    if (atlas == NULL)
        return;
    arena_release(&atlas->arena);
    free(atlas);
}

size_t
lewis_atlas_count(const struct lewis_atlas *atlas)
{
    return atlas->count;
}

const struct lewis_country *
lewis_atlas_at(const struct lewis_atlas *atlas, size_t index)
{
    return &atlas->country[index];
}

static bool
is_called(const struct lewis_country *country, const char *what)
{
    if (lewis_text_same(country->iso, what))
        return true;
    for (const struct lewis_text *t = country->name; t->lang != NULL; t++)
        if (lewis_text_same(t->text, what))
            return true;
    return false;
}

const struct lewis_country *
lewis_atlas_find(const struct lewis_atlas *atlas, const char *what)
{
    for (size_t i = 0; i < atlas->count; i++)
        if (is_called(&atlas->country[i], what))
            return &atlas->country[i];
    return NULL;
}

const struct country_term *
country_term(const struct country_terms *terms, const char *id)
{
    for (size_t i = 0; i < terms->count; i++)
        if (strcmp(terms->term[i].id, id) == 0)
            return &terms->term[i];
    return NULL;
}

size_t
lewis_atlas_source_count(const struct lewis_atlas *atlas)
{
    return atlas->source.count;
}

const char *
lewis_atlas_source_id(const struct lewis_atlas *atlas, size_t index)
{
    return atlas->source.term[index].id;
}

size_t
lewis_atlas_language_count(const struct lewis_atlas *atlas)
{
    return atlas->language_count;
}

const char *
lewis_atlas_language(const struct lewis_atlas *atlas, size_t index)
{
    return atlas->language[index];
}

const char *
lewis_atlas_source(const struct lewis_atlas *atlas, const char *id)
{
    const struct country_term *term = country_term(&atlas->source, id);

    return term == NULL ? NULL : term->plain;
}

const struct lewis_text *
lewis_atlas_confidence(const struct lewis_atlas *atlas, char confidence)
{
    const char id[2] = {confidence, '\0'};
    const struct country_term *term = country_term(&atlas->confidence, id);

    return term == NULL ? NULL : term->text;
}

size_t
lewis_atlas_place_count(const struct lewis_atlas *atlas)
{
    return atlas->place_count;
}

struct lewis_point
lewis_atlas_place(const struct lewis_atlas *atlas, size_t place)
{
    return atlas->place[place].point;
}

const char *
lewis_atlas_codes(const struct lewis_atlas *atlas, size_t place)
{
    return atlas->place[place].codes;
}
