/* person.c - one person's result, for that person to read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/person/person.h"

#include <string.h>

#include <lewis/output.h>
#include <lewis/report.h>

#include "cli/cleanup.h"
#include "cli/content.h"
#include "cli/language.h"
#include "cli/person/row.h"
#include "cli/say.h"

enum { TAIL = 10, FEW = 4 };

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
    struct lewis_output *output = cleanup_open(options->output, &error);
    int status = EXIT_DONE;

    if (output == NULL)
        return say_error(&error);
    print_lines(page, first, end,
                terminal_color(&options->terminal, options->output), output);
    if (!cleanup_commit(&output, 1, &error))
        status = say_error(&error);
    cleanup_close(output);
    return status;
}

/* A line of the page without its end. */
static const char *
line_at(const struct lewis_page *page, size_t line)
{
    const char *text = lewis_page_text(page);

    while (line-- > 0 && *text != '\0')
        text = strchr(text, '\n') + 1;
    return text;
}

/* Where the screenful that begins at a line ends: between paragraphs, so that
 * no picture is cut, unless one is longer than the screen. */
static size_t
screenful_end(const struct lewis_page *page, size_t first, size_t rows)
{
    size_t lines = lewis_page_lines(page), end = first + rows;

    if (rows == 0 || end >= lines)
        return lines;
    for (size_t line = end; line > first + FEW; line--)
        if (*line_at(page, line - 1) == '\n')
            return line;
    return end;
}

/* The same for a page with a picture in pixels: what stands before it is its
 * screenful. */
static size_t
next_end(const struct lewis_page *page, const struct person_picture *picture,
         size_t first, size_t rows)
{
    return picture->apart && first < picture->line
               ? picture->line
               : screenful_end(page, first, rows);
}

static size_t
count_screenfuls(const struct lewis_page *page,
                 const struct person_picture *picture, size_t rows)
{
    size_t count = 0;

    for (size_t at = 0; at < lewis_page_lines(page); count++)
        at = next_end(page, picture, at, rows);
    return count;
}

/* Waits after a screenful; after the last, when little would fit below it. */
static bool
wait_after(const struct person_pauses *pauses, size_t shown, size_t all,
           size_t lines)
{
    if (all == 1 || (shown == all && lines + TAIL <= pauses->rows))
        return true;
    return pauses->pause(pauses->payload, shown, all);
}

static int
write_page(const struct lewis_page *page, const struct person_picture *picture,
           const struct person_options *options)
{
    size_t lines = lewis_page_lines(page), rows = options->pauses.rows;
    size_t all = count_screenfuls(page, picture, rows), shown = 0;
    int status = EXIT_DONE;

    for (size_t at = 0, end; at < lines && status == EXIT_DONE; at = end) {
        end = next_end(page, picture, at, rows);
        status = write_lines(page, at, end, options);
        if (status == EXIT_DONE && picture->apart && end == picture->line)
            status = person_picture_show(picture);
        if (rows > 0 && status == EXIT_DONE &&
            !wait_after(&options->pauses, ++shown, all, end - at))
            rows = 0;
    }
    return status;
}

int
person_show(struct lewis_person *person, const struct person_options *options)
{
    struct lewis_error error;
    struct lewis_page *page =
        lewis_page_new(terminal_width(&options->terminal), &error);
    struct person_picture picture = {.person = person,
                                     .rows = options->pauses.rows};
    bool scored;
    int status;

    person->ascii = terminal_ascii(&options->terminal);
    person->spoken = options->spoken;
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
    struct lewis_advice *advice = NULL;
    struct lewis_person person;
    struct person_row row;
    int status = EXIT_TROUBLE;

    if (person_row_find(&row, scoring, paths, count, options->id) &&
        content_advice(scoring->shelf, &advice)) {
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
            .lang = language_to_read(options->lang, options->output),
        };
        status = person_show(&person, options);
    }
    lewis_advice_free(advice);
    person_row_release(&row);
    return status;
}
