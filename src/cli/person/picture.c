/* picture.c - the picture in one person's result.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/person/picture.h"

#include <stdio.h>
#include <string.h>

#include <lewis/cells.h>
#include <lewis/render.h>

#include "cli/say.h"

enum {
    PICTURE = 60,      /* columns, */
    PICTURE_ROWS = 26, /* which give so many lines; fewer lines take away */
    COLUMNS_A_ROW = 3, /* as many columns each */
    CURVE = 240
};

/* So wide that it has no more than that many lines: lewis/cells.h. */
static size_t
most_columns(size_t width, size_t rows)
{
    size_t columns = width < PICTURE ? width : PICTURE;

    if (rows > 0 && rows < PICTURE_ROWS)
        columns -= (PICTURE_ROWS - rows) * COLUMNS_A_ROW;
    return columns < LEWIS_CELLS_NARROWEST || columns > PICTURE
               ? LEWIS_CELLS_NARROWEST
               : columns;
}

static bool
draw_cells(const struct person_picture *picture,
           const struct lewis_sketch *sketch, struct lewis_page *page,
           struct lewis_error *error)
{
    const struct lewis_person *person = picture->person;
    struct lewis_point curve[CURVE];
    struct lewis_cells_mark mark[LEWIS_SKETCH_PLACES];
    const struct lewis_cells_triangle triangle = {
        .columns = most_columns(lewis_page_width(page), picture->rows),
        .ascii = person->ascii,
        .corner = {sketch->corner[LEWIS_LINEAR], sketch->corner[LEWIS_MULTI],
                   sketch->corner[LEWIS_REACTIVE]},
        .person = sketch->score->point,
        .region = curve,
        .region_count = CURVE,
        .mark = mark,
        .mark_count = sketch->place_count,
    };

    lewis_region_curve(&sketch->score->region, curve, CURVE);
    for (size_t i = 0; i < sketch->place_count; i++) {
        mark[i] = (struct lewis_cells_mark){
            .point = lewis_atlas_place(sketch->atlas, sketch->place[i])};
        snprintf(mark[i].text, sizeof mark[i].text, "%s", sketch->code[i]);
    }
    return lewis_cells_triangle(&triangle, page, error);
}

static bool
draw(void *payload, const struct lewis_sketch *sketch, struct lewis_page *page,
     struct lewis_error *error)
{
    struct person_picture *picture = payload;

    if (picture->pixels == LEWIS_PIXELS_NONE)
        return draw_cells(picture, sketch, page, error);
    picture->apart = true;
    picture->line = lewis_page_lines(page);
    return true;
}

struct lewis_drawer
person_picture_drawer(struct person_picture *picture, enum picture_way way,
                      const char *output)
{
    bool here = strcmp(output, "-") == 0;

    if (way == PICTURE_NONE)
        return (struct lewis_drawer){0};
    if (here && !(way == PICTURE_AUTO && picture->person->ascii))
        picture->pixels = terminal_chart_pixels(way);
    return (struct lewis_drawer){
        draw, picture, picture->pixels != LEWIS_PIXELS_NONE};
}

/* The chart of this one person. */
static bool
make_chart(const struct lewis_person *person, struct lewis_chart **chart,
           struct lewis_error *error)
{
    struct lewis_key *key = lewis_key_new(person->bank, &person->options, error);
    struct lewis_score score;

    *chart = key == NULL ? NULL : lewis_chart_new(error);
    if (*chart != NULL)
        lewis_score_answers(key, person->answer, &score);
    lewis_key_free(key);
    return *chart != NULL && lewis_chart_add(*chart, person->id,
                                             person->id_size, "", 0, &score,
                                             error);
}

int
person_picture_show(const struct person_picture *picture)
{
    const struct lewis_person *person = picture->person;
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_error error;
    struct lewis_ruler *ruler = lewis_ruler_new(&error);
    struct lewis_chart *chart = NULL;
    int status;

    options.lang = person->lang;
    options.atlas = person->atlas;
    options.level = person->options.level;
    if (ruler != NULL && make_chart(person, &chart, &error))
        status =
            terminal_chart_show(chart, &options, picture->pixels, ruler);
    else
        status = say_error(&error);
    lewis_chart_free(chart);
    lewis_ruler_free(ruler);
    return status;
}
