/* charting.h - what tests of charts share: people, scenes, and finding shapes
 * in them.
 *
 * Include after <cmocka.h>.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_CHARTING_H
#define TESTS_CHARTING_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "chart/box.h"
#include "chart/scene.h"

/* Letters of equal width, so that the tests need no fonts. */
static inline double
typewriter(void *payload, const char *text, double size_pt, bool bold)
{
    (void)payload;
    return (double)utf8_columns(text, strlen(text)) * size_pt *
           (bold ? 0.65 : 0.55);
}

static const struct lewis_measure measure = {.width_pt = typewriter};

static const char five_countries[] =
    "<countries xmlns='urn:x-lewis:countries:1' version='1.0.0'"
    " languages='en nl' steps='8'>"
    "<meta><title xml:lang='en'>T</title><title xml:lang='nl'>T</title>"
    "<author>A</author><licence spdx='CC0-1.0'>free</licence>"
    "<source>S</source></meta>"
    "<source id='S1'>A source</source>"
    "<confidence id='A'><label xml:lang='en'>a</label>"
    "<label xml:lang='nl'>a</label></confidence>"
    "<confidence id='D'><label xml:lang='en'>d</label>"
    "<label xml:lang='nl'>d</label></confidence>"
    "<region id='r'><name xml:lang='en'>Arab countries</name>"
    "<name xml:lang='nl'>Arabische landen</name></region>"
    "<country iso='DE' from='linear' toward='linear' step='0' confidence='A'"
    " sources='S1'><name xml:lang='en'>Germany</name>"
    "<name xml:lang='nl'>Duitsland</name></country>"
    "<country iso='EG' from='multi' toward='reactive' step='2' confidence='D'"
    " sources='S1' region='r'><name xml:lang='en'>Egypt</name>"
    "<name xml:lang='nl'>Egypte</name></country>"
    "<country iso='JO' from='multi' toward='reactive' step='2' confidence='D'"
    " sources='S1' region='r'><name xml:lang='en'>Jordan</name>"
    "<name xml:lang='nl'>Jordanie</name></country>"
    "<country iso='RU' from='linear' toward='multi' step='6' confidence='A'"
    " sources='S1'><name xml:lang='en'>Russia</name>"
    "<name xml:lang='nl'>Rusland</name></country>"
    "<country iso='UA' from='linear' toward='multi' step='6' confidence='D'"
    " sources='S1'><name xml:lang='en'>Ukraine</name>"
    "<name xml:lang='nl'>Oekraine</name></country>"
    "</countries>";

struct fixture {
    struct lewis_atlas *shipped, *five;
};

static inline int
set_up(void **state)
{
    static struct fixture fixture;
    const char *folder = getenv("LEWIS_PATH");
    struct lewis_error error;
    char path[600];

    snprintf(path, sizeof path, "%s/countries.xml",
             folder == NULL ? "questionnaires" : folder);
    fixture.shipped = lewis_atlas_load(path, &error);
    if (fixture.shipped == NULL)
        print_error("%s: %s\n", path, error.text);
    fixture.five = lewis_atlas_parse(five_countries, strlen(five_countries),
                                     "five", &error);
    if (fixture.five == NULL)
        print_error("five: line %ld: %s\n", error.line, error.text);
    *state = &fixture;
    return fixture.shipped == NULL || fixture.five == NULL;
}

static inline int
tear_down(void **state)
{
    struct fixture *fixture = *state;

    lewis_atlas_free(fixture->shipped);
    lewis_atlas_free(fixture->five);
    return 0;
}

static inline struct lewis_score
score(double linear, double multi, double reactive)
{
    struct lewis_score result = {
        .status = LEWIS_SCORED,
        .share = {linear, multi, reactive},
        .low = {0.1, 0.1, 0.1},
        .high = {0.5, 0.5, 0.5},
        .region = {.kind = LEWIS_REGION_ELLIPSE,
                   .center = {linear, multi, reactive},
                   .covariance = {0.002, -0.001, 0.002},
                   .radius2 = 4.605},
    };

    result.point = lewis_triangle_point(result.share);
    return result;
}

static inline struct lewis_chart *
new_chart(void)
{
    struct lewis_chart *chart = lewis_chart_new(NULL);

    assert_non_null(chart);
    return chart;
}

static inline void
add(struct lewis_chart *chart, const char *name, const char *team,
    struct lewis_score what)
{
    assert_true(lewis_chart_add(chart, name, strlen(name), team, strlen(team),
                                &what, NULL));
}

static inline struct lewis_scene *
scene_of(const struct lewis_chart *chart,
         const struct lewis_chart_options *options)
{
    struct lewis_error error = {0};
    struct lewis_scene *scene =
        lewis_chart_scene(chart, options, &measure, &error);

    if (scene == NULL)
        print_error("%s\n", error.text);
    assert_non_null(scene);
    return scene;
}

/* The first shape of that kind in the first group of that role; the group's
 * own when 'kind' is SCENE_GROUP. */
static inline const struct scene_shape *
find(const struct lewis_scene *scene, const char *role, enum scene_kind kind)
{
    bool inside = false;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP && strcmp(shape->role, role) == 0)
            inside = true;
        if (inside && shape->kind == kind)
            return shape;
    }
    return NULL;
}

static inline const struct scene_shape *
find_text(const struct lewis_scene *scene, const char *part)
{
    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_TEXT && strstr(shape->text, part) != NULL)
            return shape;
    }
    return NULL;
}

static inline size_t
count_groups(const struct lewis_scene *scene, const char *role)
{
    size_t count = 0;

    for (size_t i = 0; i < scene_count(scene); i++)
        if (scene_at(scene, i)->kind == SCENE_GROUP &&
            strcmp(scene_at(scene, i)->role, role) == 0)
            count++;
    return count;
}

/* Beside the markers, however many people there are. */
static inline struct lewis_chart_options
with_names(void)
{
    struct lewis_chart_options options = lewis_chart_defaults();

    options.labels = LEWIS_LABELS_NEAR;
    return options;
}

/* xorshift64* (Vigna 2016). */
static inline double
chance(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return (double)(*seed * 2685821657736338717u >> 11) / 9007199254740992.0;
}

static inline struct lewis_score
random_score(uint64_t *seed, double spread)
{
    double l = 0.4 + spread * (chance(seed) - 0.4);
    double m = (1 - l) * (0.5 + spread * (chance(seed) - 0.5));

    return score(l, m, 1 - l - m);
}

/* So many people P0, P1 ..., by turns in two teams. */
static inline void
add_random(struct lewis_chart *chart, int people, uint64_t *seed)
{
    for (int i = 0; i < people; i++) {
        char name[16];

        snprintf(name, sizeof name, "P%d", i);
        add(chart, name, i % 2 ? "A" : "B", random_score(seed, 0.8));
    }
}

/* All countries, some seeds zoomed in, each theme by turns. */
static inline struct lewis_chart_options
options_by(const struct fixture *fixture, uint64_t seed)
{
    struct lewis_chart_options options = lewis_chart_defaults();

    options.atlas = fixture->shipped;
    options.zoom = seed % 4 == 0 ? LEWIS_ZOOM_AUTO : LEWIS_ZOOM_NONE;
    options.theme = seed % 3;
    return options;
}

static inline void
random_team(struct lewis_chart *chart, uint64_t seed)
{
    static const char name[] = "Wolfeschlegelsteinhausenbergerdorff, Hubert B";
    static const char *const team[] = {"Sales", "Support", "Logistics"};
    int people = 1 + (int)(40 * chance(&seed));
    double spread = chance(&seed);

    for (int i = 0; i < people; i++) {
        size_t size = (size_t)(chance(&seed) * chance(&seed) * sizeof name);
        const char *of = team[seed % 3];
        struct lewis_score who = random_score(&seed, spread);

        assert_true(
            lewis_chart_add(chart, name, size, of, strlen(of), &who, NULL));
    }
}

/* Where a text's letters are. */
static inline struct box
text_box(const struct scene_shape *shape)
{
    double width = typewriter(NULL, shape->text, shape->size_pt, shape->bold);
    double x = shape->point->x;

    if (shape->anchor == SCENE_MIDDLE)
        x -= width / 2;
    if (shape->anchor == SCENE_FINISH)
        x -= width;
    return (struct box){x, shape->point->y - 0.75 * shape->size_pt, x + width,
                        shape->point->y + 0.2 * shape->size_pt};
}

/* No text on another, none off the page. */
static inline void
expect_tidy(const struct lewis_scene *scene, uint64_t seed)
{
    struct box page = {0, 0, scene_width_pt(scene), scene_height_pt(scene)};

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *a = scene_at(scene, i);

        if (a->kind != SCENE_TEXT)
            continue;
        if (!box_within(text_box(a), page))
            fail_msg("seed %llu: \"%s\" is off the page",
                     (unsigned long long)seed, a->text);
        for (size_t k = 0; k < i; k++) {
            const struct scene_shape *b = scene_at(scene, k);

            if (b->kind == SCENE_TEXT && box_overlap(text_box(a), text_box(b)))
                fail_msg("seed %llu: \"%s\" on \"%s\"",
                         (unsigned long long)seed, a->text, b->text);
        }
    }
}

#endif
