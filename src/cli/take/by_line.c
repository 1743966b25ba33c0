/* by_line.c - the questions, line by line: for screen readers, for terminals
 * that can do no more, and for answers that come through a pipe.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lewis/output.h>

#include "cli/say.h"
#include "cli/take/answer.h"
#include "cli/take/help.h"
#include "cli/take/take.h"
#include "cli/take/view.h"

enum { LONGEST = 1024 };

/* Prints what 'fill' puts on a page. */
static bool
print(const struct take *take,
      void (*fill)(const struct take *take, struct lewis_page *page))
{
    struct lewis_error error;
    size_t width = terminal_width(&take->terminal);
    struct lewis_page *page =
        lewis_page_new(width < TAKE_WIDEST ? width : TAKE_WIDEST, &error);
    struct lewis_output *output = lewis_output_open("-", &error);
    bool ok = page != NULL && output != NULL;

    if (ok) {
        fill(take, page);
        lewis_page_print(page, output, terminal_color(&take->terminal, "-"));
        ok = lewis_output_commit(output, &error);
    }
    if (!ok)
        say_error(&error);
    lewis_output_free(output);
    lewis_page_free(page);
    return ok;
}

static void
fill_stage(const struct take *take, struct lewis_page *page)
{
    lewis_page_end(page);
    take_view(take, page);
}

static void
fill_note(const struct take *take, struct lewis_page *page)
{
    take_view_say(page, LEWIS_INK_PLAIN, take->note);
}

static void
fill_help(const struct take *take, struct lewis_page *page)
{
    lewis_page_end(page);
    take_help(take, page);
}

/* What is asked for, on a line that the answer goes on. */
static bool
print_prompt(const struct take *take)
{
    struct lewis_error error;
    struct lewis_output *output = lewis_output_open("-", &error);
    char prompt[TAKE_PROMPT + LONGEST];
    bool ok;

    if (output == NULL)
        return say_error(&error), false;
    take_view_prompt(take, prompt, sizeof prompt);
    lewis_output_print(output, "\n%*s%s%s%s ",
                       (int)take_view_margin(terminal_width(&take->terminal)),
                       "", prompt, take_is_typing(take) ? " " : "",
                       take_is_typing(take) ? take_words(take)->slash : "");
    ok = lewis_output_commit(output, &error) || (say_error(&error), false);
    lewis_output_free(output);
    return ok;
}

static char *
trimmed(char *line)
{
    size_t size;

    line += strspn(line, " \t");
    size = strlen(line);
    while (size > 0 && strchr(" \t", line[size - 1]) != NULL)
        size--;
    line[size] = '\0';
    return line;
}

static bool
is_number(const char *word, long *number)
{
    char *end;

    if (strspn(word, "-0123456789") != strlen(word) || strlen(word) > 9)
        return false;
    *number = strtol(word, &end, 10);
    return end != word && *end == '\0';
}

static void
note_words(struct take *take, const char *words)
{
    snprintf(take->note, sizeof take->note, "%s", words);
}

/* The first step of a ranking, told back. */
static void
note_half(struct take *take, long number)
{
    if (take->note[0] == '\0' && take_choices(take).but == number)
        snprintf(take->note, sizeof take->note, "%s: %ld.",
                 take_words(take)->most, number);
}

static enum lewis_outcome
read_number(struct take *take, long number)
{
    enum lewis_outcome outcome =
        take_do(take, LEWIS_ACT_NUMBER, number, NULL);

    if (outcome == LEWIS_STAYED)
        note_half(take, number);
    if (outcome == LEWIS_IGNORED)
        note_words(take, take_words(take)->no_meaning);
    return outcome;
}

/* "b", "g 5". The letters of a text follow a slash. */
static enum lewis_outcome
read_letter(struct take *take, const char *word)
{
    char letter = (char)(*word >= 'A' && *word <= 'Z' ? *word + 32 : *word);
    enum lewis_outcome outcome = LEWIS_IGNORED;
    long number;

    if (letter == 'g' && is_number(word + 1 + strspn(word + 1, " "), &number))
        return take_go(take, number);
    if (strlen(word) == 1)
        outcome = take_letter(take, letter);
    if (outcome == LEWIS_IGNORED)
        note_words(take, take_words(take)->no_meaning);
    return letter == 'l' && outcome == LEWIS_STAYED ? LEWIS_MOVED : outcome;
}

/* What a line says; LEWIS_MOVED when the page is another one. */
static enum lewis_outcome
read_line(struct take *take, char *line)
{
    const char *word = trimmed(line);
    long number;

    if (*word == '\0')
        return take_letter(take, '\n');
    if (take_is_typing(take) && *word != '/')
        return take_text(take, word);
    word += *word == '/';
    if (strcmp(word, "h") == 0 || strcmp(word, "?") == 0)
        return print(take, fill_help), LEWIS_STAYED;
    if (is_number(word, &number))
        return read_number(take, number);
    return read_letter(take, word);
}

static bool
is_over(const struct take *take)
{
    return lewis_session_stage(take->session) >= LEWIS_STAGE_DONE;
}

/* What is typed ends its line on a terminal; what comes from elsewhere does
 * not show. */
static enum line_kind
read_typed(const struct take *take, char *line, size_t size)
{
    enum line_kind kind = keys_line(take->keys, line, size);

    if (!isatty(STDIN_FILENO) && kind != LINE_END)
        putchar('\n');
    fflush(stdout);
    return kind;
}

/* Shows, asks, reads. False at the end of input, or when nothing can be
 * shown any more. */
static bool
turn(struct take *take, bool *fresh)
{
    char line[LONGEST];

    if (take->note[0] != '\0' && !print(take, fill_note))
        return false;
    take->note[0] = '\0';
    if ((*fresh && !print(take, fill_stage)) || !print_prompt(take))
        return false;
    *fresh = false;
    switch (read_typed(take, line, sizeof line)) {
    case LINE_TEXT:
        *fresh = read_line(take, line) == LEWIS_MOVED;
        return true;
    case LINE_LONG:
        note_words(take, take_words(take)->too_long);
        return true;
    case LINE_REDRAW:
        return true;
    default:
        return false;
    }
}

int
take_line_run(struct take *take)
{
    bool fresh = true;

    while (!is_over(take))
        if (!turn(take, &fresh)) {
            putchar('\n');
            fflush(stdout);
            take_do(take, LEWIS_ACT_QUIT, 0, NULL);
            break;
        }
    return lewis_session_stage(take->session) == LEWIS_STAGE_DONE
               ? EXIT_DONE
               : EXIT_UNFINISHED;
}
