/* take_end.c - after the last question: the result, the picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "take_end.h"

#include <stdio.h>
#include <string.h>

#include <lewis/chart.h>
#include <lewis/handin.h>
#include <lewis/output.h>
#include <lewis/render.h>
#include <lewis/report.h>

#include "content.h"
#include "person.h"
#include "say.h"
#include "take_view.h"

enum { PATH = 1024 };

int
take_end_hand_in(struct take *take)
{
    const struct lewis_handin handin = {
        .draft = lewis_draft_id(take->draft),
        .started = lewis_draft_started(take->draft),
        .wait_ms = LEWIS_HANDIN_WAIT_MS,
    };
    struct lewis_error error;

    if (!lewis_handin_append(take->output, take->session, &handin, &error)) {
        say_error(&error);
        say("%s", take_words(take)->not_handed);
        return EXIT_TROUBLE;
    }
    if (!lewis_draft_finish(take->draft, &error))
        return say_error(&error);
    return EXIT_DONE;
}

int
take_end_result(const struct take *take, const struct scoring *scoring)
{
    struct lewis_advice *advice = content_advice(scoring->shelf);
    const char *id = lewis_session_id(take->session);
    const struct person_options options = {.output = "-",
                                           .terminal = take->terminal,
                                           .picture = take->picture};
    struct lewis_person person = {
        .id = id,
        .id_size = strlen(id),
        .bank = scoring->bank,
        .options = {.prior = scoring->prior,
                    .level = scoring->level,
                    .min_answered = scoring->min_answered},
        .answer = lewis_session_answers(take->session),
        .atlas = scoring->atlas,
        .advice = advice,
        .lang = lewis_session_language(take->session),
        .ascii = terminal_ascii(&take->terminal),
    };
    int status = person_show(&person, &options);

    lewis_advice_free(advice);
    return status;
}

static bool
write_scene(const struct lewis_scene *scene, const char *path,
            enum lewis_picture kind, struct lewis_error *error)
{
    struct lewis_render_options options = lewis_render_defaults();
    struct lewis_output *output = lewis_output_open(path, error);
    bool ok = output != NULL &&
              lewis_render(scene, kind, &options, output, error) &&
              lewis_output_commit(output, error);

    lewis_output_free(output);
    return ok;
}

static bool
write_chart(const struct take *take, const struct scoring *scoring,
            const struct lewis_chart *chart, const char *path,
            enum lewis_picture kind, struct lewis_error *error)
{
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_ruler *ruler = lewis_ruler_new(error);
    struct lewis_scene *scene = NULL;
    struct lewis_measure measure;
    bool ok = false;

    if (ruler == NULL)
        return false;
    options.lang = lewis_session_language(take->session);
    options.atlas = scoring->atlas;
    options.level = scoring->level;
    measure = lewis_ruler_measure(ruler);
    scene = lewis_chart_scene(chart, &options, &measure, error);
    if (scene != NULL)
        ok = write_scene(scene, path, kind, error);
    lewis_scene_free(scene);
    lewis_ruler_free(ruler);
    return ok;
}

static bool
draw(const struct take *take, const struct scoring *scoring, const char *path,
     enum lewis_picture kind, struct lewis_error *error)
{
    const char *id = lewis_session_id(take->session);
    const char *team = lewis_session_team(take->session);
    struct lewis_chart *chart = lewis_chart_new(error);
    struct lewis_score score;
    bool ok;

    lewis_score_answers(scoring->key, lewis_session_answers(take->session),
                        &score);
    ok = chart != NULL &&
         lewis_chart_add(chart, id, strlen(id), team, strlen(team), &score,
                         error) &&
         write_chart(take, scoring, chart, path, kind, error);
    lewis_chart_free(chart);
    return ok;
}

/* Writes a blank line and a paragraph. */
static void
print_words(const struct take *take, const char *words)
{
    struct lewis_error error;
    size_t width = terminal_width(&take->terminal);
    struct lewis_page *page = lewis_page_new(width, &error);
    struct lewis_output *output = lewis_output_open("-", &error);

    if (page != NULL && output != NULL) {
        lewis_page_end(page);
        lewis_page_wrap(page, 0, LEWIS_INK_PLAIN, words);
        lewis_page_print(page, output, false);
        lewis_output_commit(output, &error);
    }
    lewis_output_free(output);
    lewis_page_free(page);
}

void
take_end_say_kept(const struct take *take)
{
    const struct take_words *words = take_words(take);
    char command[LEWIS_DRAFT_ID + 40], line[PATH + 200];

    snprintf(command, sizeof command, "lewis drafts delete %s",
             lewis_draft_id(take->draft));
    if (take->output != NULL)
        snprintf(line, sizeof line, words->handed_in, take->output);
    else
        snprintf(line, sizeof line, words->kept_draft, command);
    print_words(take, line);
}

/* The name of a file, or nothing. False: nothing was said, or input ended. */
static bool
ask_path(const struct take *take, const char *words, char *path, size_t size)
{
    enum line_kind kind;
    size_t end;

    print_words(take, words);
    do
        kind = keys_line(take->keys, path, size);
    while (kind == LINE_REDRAW);
    if (kind != LINE_TEXT)
        return false;
    for (end = strlen(path); end > 0 && path[end - 1] == ' ';)
        path[--end] = '\0';
    return path[strspn(path, " ")] != '\0';
}

void
take_end_offer(const struct take *take, const struct scoring *scoring)
{
    const struct take_words *words = take_words(take);
    char path[PATH], done[PATH + 100];
    struct lewis_error error;
    enum lewis_picture kind;

    while (ask_path(take, words->picture_ask, path, sizeof path)) {
        if (!lewis_picture_parse(path, &kind)) {
            print_words(take, words->picture_kind);
            continue;
        }
        if (draw(take, scoring, path, kind, &error)) {
            snprintf(done, sizeof done, words->picture_done, path);
            print_words(take, done);
            return;
        }
        say_error(&error);
    }
}
