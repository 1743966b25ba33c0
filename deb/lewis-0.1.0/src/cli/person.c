/* person.c - one person's result, for that person to read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "person.h"

#include <lewis/output.h>
#include <lewis/report.h>

#include "content.h"
#include "person_row.h"
#include "say.h"

/* Lines from first on and before end. */
static void
print_lines(const struct lewis_page *page, size_t first, size_t end, bool color,
            struct lewis_output *output)
{
    for (size_t line = first; line < end; line++) {
        lewis_page_print_line(page, output, color, line);
        lewis_output_write(output, "\n", 1);
    }
}

static int
write_lines(const struct lewis_page *page, size_t first, size_t end,
            const struct person_options *options)
{
    struct lewis_error error;
    struct lewis_output *output = lewis_output_open(options->output, &error);
    int status = EXIT_DONE;

    if (output == NULL)
        return say_error(&error);
    print_lines(page, first, end,
                terminal_color(&options->terminal, options->output), output);
    if (!lewis_output_commit(output, &error))
        status = say_error(&error);
    lewis_output_free(output);
    return status;
}

/* A picture in pixels goes to the terminal between the lines. */
static int
write_page(const struct lewis_page *page, const struct person_picture *picture,
           const struct person_options *options)
{
    size_t lines = lewis_page_lines(page);
    int status;

    if (!picture->apart)
        return write_lines(page, 0, lines, options);
    status = write_lines(page, 0, picture->line, options);
    if (status == EXIT_DONE)
        status = person_picture_show(picture);
    if (status == EXIT_DONE)
        status = write_lines(page, picture->line, lines, options);
    return status;
}

int
person_show(struct lewis_person *person, const struct person_options *options)
{
    struct lewis_error error;
    struct lewis_page *page =
        lewis_page_new(terminal_width(&options->terminal), &error);
    struct person_picture picture = {.person = person};
    bool scored;
    int status;

    person->drawer =
        person_picture_drawer(&picture, options->picture, options->output);
    if (page == NULL || !lewis_report_person(person, page, &scored, &error)) {
        lewis_page_free(page);
        return say_error(&error);
    }
    status = write_page(page, &picture, options);
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
