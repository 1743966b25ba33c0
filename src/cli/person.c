/* person.c - one person's result, for that person to read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "person.h"

#include <string.h>

#include <lewis/cells.h>
#include <lewis/output.h>
#include <lewis/report.h>

#include "content.h"
#include "person_row.h"
#include "say.h"

enum { PICTURE = 60, CURVE = 240 };

/* The place's first code stands for all of its countries. */
static void
make_mark(const struct lewis_atlas *atlas, size_t place,
          struct lewis_cells_mark *mark)
{
    const char *codes = lewis_atlas_codes(atlas, place);
    size_t size = strcspn(codes, " ");

    *mark = (struct lewis_cells_mark){.point = lewis_atlas_place(atlas, place)};
    if (size < sizeof mark->text)
        memcpy(mark->text, codes, size);
}

static bool
draw(void *payload, const struct lewis_figure *figure, struct lewis_page *page,
     struct lewis_error *error)
{
    const struct lewis_person *person = payload;
    struct lewis_point curve[CURVE];
    struct lewis_cells_mark mark[LEWIS_FIGURE_PLACES];
    size_t width = lewis_page_width(page);
    const struct lewis_cells_triangle triangle = {
        .columns = width < PICTURE ? width : PICTURE,
        .ascii = person->ascii,
        .corner = {figure->corner[LEWIS_LINEAR], figure->corner[LEWIS_MULTI],
                   figure->corner[LEWIS_REACTIVE]},
        .person = figure->score->point,
        .region = curve,
        .region_count = CURVE,
        .mark = mark,
        .mark_count = figure->place_count,
    };

    lewis_region_curve(&figure->score->region, curve, CURVE);
    for (size_t i = 0; i < figure->place_count; i++)
        make_mark(figure->atlas, figure->place[i], &mark[i]);
    return lewis_cells_triangle(&triangle, page, error);
}

static int
write_page(const struct lewis_page *page, const struct person_options *options)
{
    struct lewis_error error;
    struct lewis_output *output = lewis_output_open(options->output, &error);
    int status = EXIT_DONE;

    if (output == NULL)
        return say_error(&error);
    lewis_page_print(page, output,
                     terminal_color(&options->terminal, options->output));
    if (!lewis_output_commit(output, &error))
        status = say_error(&error);
    lewis_output_free(output);
    return status;
}

int
person_show(struct lewis_person *person, const struct person_options *options)
{
    struct lewis_error error;
    struct lewis_page *page =
        lewis_page_new(terminal_width(&options->terminal), &error);
    bool scored;
    int status;

    person->drawer = (struct lewis_drawer){draw, person};
    if (page == NULL || !lewis_report_person(person, page, &scored, &error)) {
        lewis_page_free(page);
        return say_error(&error);
    }
    status = write_page(page, options);
    lewis_page_free(page);
    if (status == EXIT_DONE && !scored)
        status = EXIT_DATA;
    return status;
}

int
person_run(struct scoring *scoring, char **paths, int count,
           const struct person_options *options)
{
    struct lewis_advice *advice;
    struct lewis_person person;
    struct person_row row;
    int status = EXIT_TROUBLE;

    if (person_row_find(&row, scoring, paths, count, options->id)) {
        advice = content_advice(scoring->shelf);
        content_bank_language(scoring->bank, options->lang);
        person = (struct lewis_person){
            .id = row.id,
            .id_size = row.id_size,
            .bank = scoring->bank,
            .options = {.prior = scoring->prior,
                        .level = scoring->level,
                        .min_answered = scoring->min_answered},
            .answer = row.answer,
            .refused = row.refused ? &row.why : NULL,
            .atlas = scoring->atlas,
            .advice = advice,
            .lang = options->lang,
            .ascii = terminal_ascii(&options->terminal),
        };
        status = person_show(&person, options);
        lewis_advice_free(advice);
    }
    person_row_release(&row);
    return status;
}
