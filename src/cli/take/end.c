/* end.c - after the last question: the result, the picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/end.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <lewis/handin.h>
#include <lewis/output.h>
#include <lewis/render.h>
#include <lewis/report.h>

#include "cli/content.h"
#include "cli/person/person.h"
#include "cli/say.h"
#include "cli/take/command.h"
#include "cli/take/view.h"

enum { PATH = 1024, DAY = 16, PROMPT = 4, LEAST_ROWS = 8 };

/* Writes a blank line and a paragraph, its last line without an end when more
 * is to be typed there. Returns how many lines that is. */
static size_t
print_paragraph(const struct take *take, const char *words, bool open)
{
    struct lewis_error error;
    size_t width = terminal_width(&take->terminal);
    /* The space behind it is to be on the same line. */
    struct lewis_page *page = lewis_page_new(
        width > LEWIS_PAGE_NARROWEST ? width - 1 : width, &error);
    struct lewis_output *output = lewis_output_open("-", &error);
    size_t lines = 0;

    if (page != NULL && output != NULL) {
        lewis_page_end(page);
        lewis_page_wrap(page, 0, LEWIS_INK_PLAIN, words);
        lines = lewis_page_lines(page);
        for (size_t i = 0; i < lines; i++) {
            lewis_page_print_line(page, output, false, i);
            lewis_output_print(output,
                               open && i + 1 == lines ? " " : "\n");
        }
        lewis_output_commit(output, &error);
    }
    lewis_output_free(output);
    lewis_page_free(page);
    return lines;
}

static void
print_words(const struct take *take, const char *words)
{
    print_paragraph(take, words, false);
}

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

/* What the person said of the country, when the questionnaire asks. */
static const char *
own_country(const struct take *take)
{
    const struct lewis_bank *bank = lewis_session_bank(take->session);

    for (size_t a = 0; a < lewis_bank_ask_count(bank); a++)
        if (lewis_bank_ask(bank, a)->type == LEWIS_ASK_COUNTRY &&
            lewis_session_ask_given(take->session, a) == LEWIS_ANSWERED)
            return lewis_session_reply(take->session, a);
    return NULL;
}

/* Up over so many lines that were shown, and all from there away. */
static void
erase_lines(size_t lines)
{
    printf("\r\033[%zuA\033[J", lines);
    fflush(stdout);
}

/* Waits for Enter below a screenful; "q" is the end, and so is any way out. */
static bool
pause_result(void *payload, size_t shown, size_t all)
{
    const struct take *take = payload;
    char line[PATH];
    enum line_kind kind;
    size_t lines;

    snprintf(line, sizeof line, take_words(take)->more_pages, shown, all);
    lines = print_paragraph(take, line, true);
    do
        kind = keys_line(take->keys, line, sizeof line);
    while (kind == LINE_REDRAW);
    if (kind != LINE_TEXT)
        return false;
    erase_lines(lines);
    return strcmp(line, "q") != 0 && strcmp(line, "Q") != 0;
}

/* A screen that is read by eye. */
static struct person_pauses
pauses(struct take *take)
{
    size_t rows = terminal_rows();

    if (take->lines)
        return (struct person_pauses){.rows = 0};
    return (struct person_pauses){
        .rows = rows > PROMPT + LEAST_ROWS ? rows - PROMPT : LEAST_ROWS,
        .pause = pause_result,
        .payload = take};
}

/* The person as a report sees one; without advice. */
static struct lewis_person
person_of(const struct take *take, const struct scoring *scoring)
{
    const char *id = lewis_session_id(take->session);

    return (struct lewis_person){
        .id = id,
        .id_size = strlen(id),
        .bank = scoring->bank,
        .options = {.prior = scoring->prior,
                    .level = scoring->level,
                    .min_answered = scoring->min_answered},
        .answer = lewis_session_answers(take->session),
        .atlas = scoring->atlas,
        .lang = lewis_session_language(take->session),
        .country = own_country(take),
    };
}

int
take_end_result(struct take *take, const struct scoring *scoring)
{
    struct lewis_advice *advice;
    bool whole = content_advice(scoring->shelf, &advice);
    const struct person_options options = {.output = "-",
                                           .terminal = take->terminal,
                                           .picture = take->picture,
                                           .spoken = take->spoken,
                                           .pauses = pauses(take)};
    struct lewis_person person = person_of(take, scoring);
    int status;

    person.advice = advice;
    if (take->lines) {
        putchar('\n');
        fflush(stdout);
    }
    status = person_show(&person, &options);
    lewis_advice_free(advice);
    return whole || status != EXIT_DONE ? status : EXIT_TROUBLE;
}

void
take_end_say_finished(const struct take *take)
{
    print_words(take, take_words(take)->finished);
    if (!take->lines) {
        putchar('\n');
        fflush(stdout);
    }
}

/* A command is to be copied: it is not broken, and begins a line of its own
 * where there is no room for it behind the words. */
static void
print_command(const struct take *take, const char *words, const char *command)
{
    char line[TAKE_COMMAND + 200];

    snprintf(line, sizeof line, words, command);
    if (strlen(line) > terminal_width(&take->terminal)) {
        char *at = strstr(line, command);
        if (at > line)
            at[-1] = '\n';
    }
    tell("%s\n", line);
    fflush(stdout);
}

void
take_end_say_kept(const struct take *take, const struct take_asked *asked)
{
    const struct take_words *words = take_words(take);
    char command[TAKE_COMMAND], line[PATH + 200];
    bool handed_in = take->output != NULL;

    snprintf(line, sizeof line, handed_in ? words->handed_in : "%s",
             handed_in ? take->output : words->kept_draft);
    print_words(take, line);
    if (take_command_again(take, asked, handed_in, command))
        print_command(take, words->see_again, command);
    if (handed_in)
        return;
    snprintf(command, sizeof command, "lewis drafts delete %s",
             lewis_draft_id(take->draft));
    print_command(take, words->remove, command);
}

static bool
write_scene(const struct lewis_scene *scene, struct lewis_ruler *ruler,
            struct lewis_output *output, enum lewis_picture kind,
            struct lewis_error *error)
{
    struct lewis_render_options options = lewis_render_defaults();

    options.ruler = ruler;
    return lewis_render(scene, kind, &options, output, error);
}

static bool
write_picture(struct lewis_document *document, struct lewis_ruler *ruler,
              const char *path, enum lewis_picture kind,
              struct lewis_error *error)
{
    struct lewis_measure measure = lewis_ruler_measure(ruler);
    struct lewis_output *output = lewis_output_open(path, error);
    bool ok = output != NULL;

    if (ok && kind == LEWIS_PDF)
        ok = lewis_render_document(document, LEWIS_DOCUMENT_PDF, ruler, output,
                                   error);
    else if (ok)
        ok = lewis_document_lay_out(document, &measure, error) &&
             write_scene(lewis_document_page(document, 0), ruler, output, kind,
                         error);
    ok = ok && lewis_output_commit(output, error);
    lewis_output_free(output);
    return ok;
}

/* The day the answers were begun. */
static const char *
print_day(const struct take *take, char day[DAY])
{
    time_t started = (time_t)lewis_draft_started(take->draft);
    struct tm utc;

    return gmtime_r(&started, &utc) != NULL &&
                   strftime(day, DAY, "%Y-%m-%d", &utc) > 0
               ? day
               : NULL;
}

static bool
draw(const struct take *take, const struct scoring *scoring, const char *path,
     enum lewis_picture kind, struct lewis_error *error)
{
    struct lewis_person person = person_of(take, scoring);
    struct lewis_ruler *ruler = lewis_ruler_new(error);
    struct lewis_document_options options = {.lang = person.lang};
    struct lewis_document *document = NULL;
    char day[DAY];
    bool ok = false;

    if (ruler != NULL) {
        options.date = print_day(take, day);
        options.measure = lewis_ruler_measure(ruler);
        document = lewis_report_person_picture(&person, &options, NULL, error);
    }
    if (document != NULL)
        ok = write_picture(document, ruler, path, kind, error);
    lewis_document_free(document);
    lewis_ruler_free(ruler);
    return ok;
}

/* The name of a file, or nothing. False: nothing was said, or input ended. */
static bool
ask_path(const struct take *take, const char *words, char *path, size_t size)
{
    char line[PATH];
    enum line_kind kind;
    size_t end;

    print_paragraph(take, words, true);
    do
        kind = keys_line(take->keys, line, sizeof line);
    while (kind == LINE_REDRAW);
    if (kind != LINE_TEXT)
        return false;
    for (end = strlen(line); end > 0 && line[end - 1] == ' ';)
        line[--end] = '\0';
    snprintf(path, size, "%s", line + strspn(line, " "));
    return *path != '\0';
}

/* What a name comes to. */
enum offer {
    OFFER_AGAIN, /* it was told why not; another name may be given */
    OFFER_REPLACE, /* there is such a file: the same name again replaces it */
    OFFER_DONE
};

static enum offer
try_path(const struct take *take, const struct scoring *scoring,
         const char *path, bool replace)
{
    const struct take_words *words = take_words(take);
    char done[PATH + 100];
    struct lewis_error error;
    enum lewis_picture kind;

    if (!lewis_picture_parse(path, &kind)) {
        print_words(take, words->picture_kind);
        return OFFER_AGAIN;
    }
    if (!replace && access(path, F_OK) == 0)
        return OFFER_REPLACE;
    if (!draw(take, scoring, path, kind, &error)) {
        say_error(&error);
        return OFFER_AGAIN;
    }
    snprintf(done, sizeof done, words->picture_done, path);
    print_words(take, done);
    return OFFER_DONE;
}

void
take_end_offer(const struct take *take, const struct scoring *scoring)
{
    const struct take_words *words = take_words(take);
    char path[PATH], there[PATH] = "", ask[PATH + 300];
    enum offer offer = OFFER_AGAIN;

    snprintf(ask, sizeof ask, "%s", words->picture_ask);
    while (offer != OFFER_DONE && ask_path(take, ask, path, sizeof path)) {
        offer = try_path(take, scoring, path, strcmp(path, there) == 0);
        snprintf(there, sizeof there, "%s",
                 offer == OFFER_REPLACE ? path : "");
        if (offer == OFFER_REPLACE)
            snprintf(ask, sizeof ask, words->picture_there, path);
        else
            snprintf(ask, sizeof ask, "%s", words->picture_ask);
    }
}
