/* codes.c - lewis workshop codes: for the slips of paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/page.h>

#include "cli/cleanup.h"
#include "cli/places.h"
#include "cli/say.h"
#include "cli/workshop/verb.h"

enum { WIDTH = 80, STEP = 10, SPACED = LEWIS_CODE + 1 };

/* "BCD FGX" */
static const char *
spaced(const char code[LEWIS_CODE], char out[SPACED])
{
    snprintf(out, SPACED, "%.3s %s", code, code + 3);
    return out;
}

static void
add_team(struct lewis_page *page, const char *name,
         char (*code)[LEWIS_CODE], size_t count)
{
    char text[SPACED];

    lewis_page_add(page, LEWIS_INK_STRONG, name);
    lewis_page_end(page);
    for (size_t i = 0; i < count; i++) {
        lewis_page_pad(page, i * STEP % WIDTH);
        lewis_page_add(page, LEWIS_INK_PLAIN, spaced(code[i], text));
        if (i + 1 == count || (i + 1) * STEP % WIDTH == 0)
            lewis_page_end(page);
    }
}

/* Of one team, or (-1) of all. */
static bool
add_codes(struct lewis_page *page, struct lewis_workshop *workshop, long only,
          struct lewis_error *error)
{
    for (size_t t = 0; t < lewis_workshop_team_count(workshop); t++) {
        char (*code)[LEWIS_CODE];
        size_t count;
        if (only >= 0 && (size_t)only != t)
            continue;
        if (!lewis_workshop_codes(workshop, t, &code, &count, error))
            return false;
        if (only < 0 && t > 0)
            lewis_page_end(page);
        add_team(page, lewis_workshop_team_name(workshop, t), code, count);
        lewis_workshop_codes_free(code);
    }
    return true;
}

static bool
print_codes(const struct lewis_page *page, const char *path,
            struct lewis_error *error)
{
    struct lewis_output *output = cleanup_open(path, error);
    const char *text = lewis_page_text(page);
    bool printed;

    if (output == NULL)
        return false;
    lewis_output_write(output, text, strlen(text));
    printed = cleanup_commit(&output, 1, error);
    cleanup_close(output);
    return printed;
}

static int
write_text(struct lewis_workshop *workshop, long only, const char *path)
{
    struct lewis_error error;
    struct lewis_page *page = lewis_page_new(WIDTH, &error);
    int status = EXIT_DONE;

    if (page == NULL || !add_codes(page, workshop, only, &error) ||
        !print_codes(page, path, &error))
        status = say_error(&error);
    lewis_page_free(page);
    return status;
}

/* --- slips --- */

/* A sheet on its way to paper, and the codes on it. */
struct slips {
    struct lewis_code_group group[LEWIS_WORKSHOP_TEAMS];
    char (*code[LEWIS_WORKSHOP_TEAMS])[LEWIS_CODE];
    const char **view[LEWIS_WORKSHOP_TEAMS];
    size_t groups;
};

static bool
read_group(struct slips *slips, struct lewis_workshop *workshop, size_t team,
           struct lewis_error *error)
{
    size_t g = slips->groups, count;
    char (*code)[LEWIS_CODE];
    const char **view;

    if (!lewis_workshop_codes(workshop, team, &code, &count, error))
        return false;
    view = calloc(count + 1, sizeof *view);
    slips->code[g] = code;
    slips->view[g] = view;
    slips->groups++;
    if (view == NULL) {
        *error = (struct lewis_error){.code = LEWIS_ENOMEM,
                                      .text = "out of memory"};
        return false;
    }
    for (size_t i = 0; i < count; i++)
        view[i] = code[i];
    slips->group[g] = (struct lewis_code_group){
        lewis_workshop_team_name(workshop, team), view, count};
    return true;
}

static bool
read_slips(struct slips *slips, struct lewis_workshop *workshop, long only,
           struct lewis_error *error)
{
    size_t teams = lewis_workshop_team_count(workshop);

    for (size_t t = 0; t < teams; t++)
        if ((only < 0 || (size_t)only == t) &&
            !read_group(slips, workshop, t, error))
            return false;
    return true;
}

static void
release_slips(struct slips *slips)
{
    for (size_t g = 0; g < slips->groups; g++) {
        lewis_workshop_codes_free(slips->code[g]);
        free(slips->view[g]);
    }
}

static bool
write_slips(const struct slips *slips, const struct lewis_workshop *workshop,
            const struct workshop_options *options,
            const struct report_looks *looks, struct lewis_error *error)
{
    struct lewis_code_sheet sheet = {lewis_workshop_title(workshop),
                                     options->address, slips->group,
                                     slips->groups};
    struct lewis_document_options made = looks->options;
    struct lewis_ruler *ruler = lewis_ruler_new(error);
    struct lewis_document *document = NULL;
    bool done;

    made.lang = options->lang;
    if (ruler != NULL) {
        made.measure = lewis_ruler_measure(ruler);
        document = lewis_report_code_sheet(&sheet, &made, error);
    }
    done = document != NULL && report_looks_write(looks, document, ruler,
                                                  looks->path, false, error);
    if (done)
        report_looks_missing(ruler);
    lewis_document_free(document);
    lewis_ruler_free(ruler);
    return done;
}

static int
print_slips(struct lewis_workshop *workshop, long only,
            const struct workshop_options *options)
{
    struct report_looks looks = options->looks;
    struct slips slips = {.groups = 0};
    struct lewis_error error;
    int status = report_looks_settle(&cmd_workshop, &looks);

    if (status >= 0)
        return status;
    status = EXIT_DONE;
    if (!read_slips(&slips, workshop, only, &error) ||
        !write_slips(&slips, workshop, options, &looks, &error))
        status = say_error(&error);
    release_slips(&slips);
    return status;
}

/* --- all of it --- */

/* A name that ends like a document, or a format, asks for slips. */
static bool
wants_slips(const struct report_looks *looks)
{
    enum lewis_document_kind kind;

    return looks->path != NULL && (looks->format != NULL ||
                                   lewis_document_parse(looks->path, &kind));
}

/* What --add and --team ask for. -1: go on. */
static int
add_more(struct lewis_workshop *workshop,
         const struct workshop_options *options, long team)
{
    struct lewis_error error;
    double add = options->add;

    if (add == 0)
        return -1;
    if (team < 0 && lewis_workshop_team_count(workshop) == 1)
        team = 0;
    if (team < 0)
        return say_usage(&cmd_workshop, "--add: for which --team?");
    if (!(add >= 1 && add <= LEWIS_WORKSHOP_TEAM_CODES &&
          add == (double)(long)add))
        return say_usage(&cmd_workshop,
                         "--add is a whole number from 1 to %d",
                         LEWIS_WORKSHOP_TEAM_CODES);
    return lewis_workshop_add_codes(workshop, (size_t)team, (size_t)add,
                                    &error)
               ? -1
               : say_error(&error);
}

static int
run(struct lewis_workshop *workshop, const struct workshop_options *options)
{
    const char *path = options->looks.path;
    long team = -1;
    int status;

    if (options->team != NULL) {
        team = workshop_team(workshop, options->team);
        if (team < 0)
            return EXIT_TROUBLE;
    }
    status = add_more(workshop, options, team);
    if (status >= 0)
        return status;
    return wants_slips(&options->looks)
               ? print_slips(workshop, team, options)
               : write_text(workshop, team, path != NULL ? path : "-");
}

int
workshop_codes(const struct workshop_options *options, const char *path)
{
    struct places places = {0};
    struct lewis_error error;
    struct lewis_workshop *workshop;
    int status;

    places_read(&places, path, N_("the workshop"));
    places_write(&places, options->looks.path, "-o");
    if (!places_apart(&places))
        return EXIT_TROUBLE;
    workshop = lewis_workshop_load(path, &error);
    if (workshop == NULL)
        return say_error(&error);
    status = run(workshop, options);
    lewis_workshop_free(workshop);
    return status;
}
