/* result.c - everything that a personal report says, computed once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/result.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "report/words.h"

enum { NEAREST = 5 };

static bool
score_topics(struct result *result, struct lewis_error *error)
{
    const struct lewis_person *person = result->person;
    size_t count = lewis_bank_section_count(person->bank);

    if (count < 2)
        return true;
    result->topic = calloc(count, sizeof *result->topic);
    if (result->topic == NULL)
        return error_memory(error);
    result->topic_count = count;
    for (size_t s = 0; s < count; s++) {
        struct lewis_key *key =
            lewis_key_new_topic(person->bank, s, &person->options, error);
        if (key == NULL)
            return false;
        lewis_score_answers(key, person->answer, &result->topic[s]);
        lewis_key_free(key);
    }
    return true;
}

static bool
find_near(struct result *result, struct lewis_error *error)
{
    const struct lewis_atlas *atlas = result->person->atlas;
    size_t count = atlas == NULL ? 0 : lewis_atlas_place_count(atlas);

    if (count == 0)
        return true;
    result->near = calloc(count, sizeof *result->near);
    if (result->near == NULL)
        return error_memory(error);
    result->near_count = lewis_nearness(atlas, &result->score, result->near);
    return true;
}

bool
result_init(struct result *result, const struct lewis_person *person,
            struct lewis_error *error)
{
    struct lewis_key *key;

    *result = (struct result){.person = person};
    lewis_score_refuse(&result->score);
    key = lewis_key_new(person->bank, &person->options, error);
    if (key == NULL)
        return false;
    if (person->refused == NULL)
        lewis_score_answers(key, person->answer, &result->score);
    if (result->score.status == LEWIS_SCORED)
        lewis_quality_of(key, person->answer, &result->score, &result->quality);
    lewis_key_free(key);
    return result->score.status != LEWIS_SCORED ||
           (score_topics(result, error) && find_near(result, error));
}

void
result_release(struct result *result)
{
    free(result->near);
    free(result->topic);
    *result = (struct result){0};
}

/* With a code; NULL: of the first country that stands there. */
static void
add_place(struct lewis_sketch *sketch, size_t place, const char *code)
{
    const char *codes = lewis_atlas_codes(sketch->atlas, place);

    for (size_t i = 0; i < sketch->place_count; i++)
        if (sketch->place[i] == place)
            return;
    if (sketch->place_count == LEWIS_SKETCH_PLACES)
        return;
    snprintf(sketch->code[sketch->place_count], sizeof sketch->code[0], "%.*s",
             (int)strcspn(codes, " "), code != NULL ? code : codes);
    sketch->place[sketch->place_count++] = place;
}

static void
add_own(struct lewis_sketch *sketch, const char *code)
{
    const struct lewis_country *own =
        code == NULL || *code == '\0' ? NULL
                                      : lewis_atlas_find(sketch->atlas, code);

    if (own != NULL)
        add_place(sketch, own->place, own->iso);
}

/* The place on a profile, when there is one. */
static void
add_place_at(struct lewis_sketch *sketch, double l, double m, double r)
{
    const double share[LEWIS_STYLES] = {l, m, r};
    struct lewis_point point = lewis_triangle_point(share);
    size_t place = lewis_atlas_nearest(sketch->atlas, point);

    if (place < lewis_atlas_place_count(sketch->atlas) &&
        lewis_triangle_distance(lewis_atlas_place(sketch->atlas, place),
                                point) < 1e-6)
        add_place(sketch, place, NULL);
}

void
result_sketch(const struct result *result, struct lewis_sketch *sketch)
{
    *sketch = (struct lewis_sketch){.score = &result->score,
                                    .atlas = result->person->atlas};
    for (int s = 0; s < LEWIS_STYLES; s++)
        sketch->corner[s] =
            words_style_title(result->person->lang, (enum lewis_style)s);
    if (sketch->atlas == NULL)
        return;
    add_own(sketch, result->person->country);
    for (size_t i = 0; i < result->near_count && i < NEAREST; i++)
        add_place(sketch, result->near[i].place, NULL);
    add_place_at(sketch, 1, 0, 0);
    add_place_at(sketch, 0, 1, 0);
    add_place_at(sketch, 0, 0, 1);
    add_place_at(sketch, 0.5, 0.5, 0);
    add_place_at(sketch, 0, 0.5, 0.5);
    add_place_at(sketch, 0.5, 0, 0.5);
}
