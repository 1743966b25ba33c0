/* by_key.c - the questions, key by key on a screen.
 *
 * The screen is drawn anew from the state after every key, on the alternate
 * screen, so that what stood on the terminal before comes back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/output.h>

#include "cli/say.h"
#include "cli/take/answer.h"
#include "cli/take/help.h"
#include "cli/take/take.h"
#include "cli/take/view.h"

enum { ENTRY = LEWIS_REPLY_SIZE + 8 };

/* What the loop knows besides the session. */
struct desk {
    struct take *take;
    bool help;        /* is shown instead */
    bool going;       /* the number of a question is typed */
    char entry[ENTRY]; /* typed so far */
    size_t top;       /* first line shown of a page that is too long */
};

/* A text is typed, so that a letter is no command. */
static bool
is_text(const struct desk *desk)
{
    return !desk->going && take_is_typing(desk->take);
}

/* Digits are gathered up to Enter. */
static bool
is_typed_number(const struct desk *desk)
{
    struct take_choices choices = take_choices(desk->take);

    return desk->going || (choices.any && !choices.by_key);
}

static struct lewis_page *
new_page(const struct take *take, struct lewis_error *error)
{
    size_t width = terminal_width(&take->terminal);

    return lewis_page_new(width < TAKE_WIDEST ? width : TAKE_WIDEST, error);
}

/* What is asked for, and what has been typed. */
static void
add_prompt(const struct desk *desk, struct lewis_page *page)
{
    const struct take *take = desk->take;
    char prompt[TAKE_PROMPT + ENTRY];
    size_t used;

    if (desk->going)
        snprintf(prompt, TAKE_PROMPT, take_words(take)->go_to,
                 lewis_bank_item_count(lewis_session_bank(take->session)));
    else if (desk->help)
        snprintf(prompt, TAKE_PROMPT, "%s", take_words(take)->help_close);
    else
        take_view_prompt(take, prompt, TAKE_PROMPT);
    used = strlen(prompt);
    snprintf(prompt + used, sizeof prompt - used, "%s%s",
             *desk->entry != '\0' ? " " : "", desk->entry);
    take_view_say(page, LEWIS_INK_STRONG, prompt);
}

/* The two parts of a screen. */
struct screen {
    struct lewis_page *body, *foot;
    size_t prompt; /* line of the foot where the cursor stands */
};

/* How much air there is: the first that leaves everything in sight is taken. */
enum spacing { AIRY, PLAIN, TIGHT };

static void
fill(const struct desk *desk, struct screen *screen, enum spacing spacing)
{
    const struct take *take = desk->take;

    if (spacing == AIRY)
        lewis_page_end(screen->body);
    if (desk->help)
        take_help(take, screen->body);
    else
        take_view(take, screen->body);
    lewis_page_end(screen->foot);
    if (take->note[0] != '\0' && !desk->help) {
        take_view_say(screen->foot,
                      take->refused ? LEWIS_INK_STRONG : LEWIS_INK_QUIET,
                      take->note);
        if (spacing != TIGHT)
            lewis_page_end(screen->foot);
    }
    add_prompt(desk, screen->foot);
    screen->prompt = lewis_page_lines(screen->foot) - 1;
    if (spacing != TIGHT)
        lewis_page_end(screen->foot);
    if (!desk->help)
        take_view_letters(take, desk->going || is_text(desk), screen->foot);
}

static void
print_lines(const struct take *take, const struct lewis_page *page,
            size_t first, size_t end, struct lewis_output *output)
{
    bool color = terminal_color(&take->terminal, "-");

    for (size_t line = first; line < end; line++) {
        lewis_page_print_line(page, output, color, line);
        lewis_output_command(output, "\033[K\n");
    }
}

/* As much of the body as there is room for, and a word when there is more. */
static void
print_body(struct desk *desk, const struct screen *screen, size_t room,
           struct lewis_output *output)
{
    size_t lines = lewis_page_lines(screen->body);

    if (lines <= room) {
        desk->top = 0;
        print_lines(desk->take, screen->body, 0, lines, output);
        return;
    }
    room -= room > 1;
    if (desk->top > lines - room)
        desk->top = lines - room;
    print_lines(desk->take, screen->body, desk->top, desk->top + room, output);
    lewis_output_print(output, "%s", take_words(desk->take)->more);
    lewis_output_command(output, "\033[K\n");
}

/* The cursor is left behind the prompt, for eyes and for screen readers. */
static void
print_foot(const struct desk *desk, const struct screen *screen,
           struct lewis_output *output)
{
    bool color = terminal_color(&desk->take->terminal, "-");
    size_t lines = lewis_page_lines(screen->foot);

    print_lines(desk->take, screen->foot, 0, screen->prompt, output);
    lewis_page_print_line(screen->foot, output, color, screen->prompt);
    lewis_output_command(output, " \0337\033[K");
    for (size_t line = screen->prompt + 1; line < lines; line++) {
        lewis_output_print(output, "\n");
        lewis_page_print_line(screen->foot, output, color, line);
        lewis_output_command(output, "\033[K");
    }
    lewis_output_command(output, "\033[J\0338");
}

static bool
draw_screen(struct desk *desk, const struct screen *screen,
            struct lewis_error *error)
{
    struct lewis_output *output = lewis_output_open("-", error);
    size_t rows = terminal_rows(), foot = lewis_page_lines(screen->foot);
    bool ok;

    if (output == NULL)
        return false;
    lewis_output_command(output, "\033[H");
    print_body(desk, screen, rows > foot ? rows - foot : 1, output);
    print_foot(desk, screen, output);
    ok = lewis_output_commit(output, error);
    lewis_output_free(output);
    return ok;
}

static bool
fits(const struct screen *screen)
{
    return lewis_page_lines(screen->body) + lewis_page_lines(screen->foot) <=
           terminal_rows();
}

static bool
draw(struct desk *desk)
{
    struct lewis_error error;
    bool drawn = false, ok = true;

    for (enum spacing spacing = AIRY; ok && !drawn; spacing++) {
        struct screen screen = {.body = new_page(desk->take, &error),
                                .foot = new_page(desk->take, &error)};

        ok = screen.body != NULL && screen.foot != NULL;
        if (ok)
            fill(desk, &screen, spacing);
        drawn = ok && (spacing == TIGHT || fits(&screen));
        if (drawn)
            ok = draw_screen(desk, &screen, &error);
        lewis_page_free(screen.body);
        lewis_page_free(screen.foot);
    }
    return ok;
}

static void
erase_last(char *entry)
{
    size_t size = strlen(entry);

    while (size > 0 && ((unsigned char)entry[--size] & 0xc0) == 0x80)
        continue;
    entry[size] = '\0';
}

static void
type(struct desk *desk, const char *text)
{
    size_t size = strlen(desk->entry);

    if (size + strlen(text) < LEWIS_REPLY_SIZE)
        memcpy(desk->entry + size, text, strlen(text) + 1);
}

static void
submit(struct desk *desk)
{
    struct take *take = desk->take;
    long number = strtol(desk->entry, NULL, 10);
    enum lewis_outcome outcome;

    if (*desk->entry == '\0' && !desk->going)
        outcome = take_letter(take, '\n');
    else if (is_text(desk))
        outcome = take_text(take, desk->entry);
    else if (desk->going)
        outcome = take_go(take, number);
    else
        outcome = take_do(take, LEWIS_ACT_NUMBER, number, NULL);
    if (outcome != LEWIS_NOT_SAVED)
        desk->entry[0] = '\0';
    desk->going = false;
}

/* Keys that work on what is typed. False: this one does not. */
static bool
edit(struct desk *desk, const struct key *key)
{
    bool digits = is_typed_number(desk);

    if (!digits && !is_text(desk))
        return false;
    if (key->kind == KEY_ERASE && *desk->entry != '\0')
        erase_last(desk->entry);
    else if (key->kind == KEY_WIPE)
        desk->entry[0] = '\0';
    else if (key->kind == KEY_ENTER && (*desk->entry != '\0' || desk->going))
        submit(desk);
    else if (key->kind == KEY_CHARACTER &&
             (!digits || strchr("-0123456789", *key->text) != NULL))
        type(desk, key->text);
    else if (key->kind == KEY_ESCAPE && desk->going)
        desk->going = false, desk->entry[0] = '\0';
    else
        return desk->going;
    return true;
}

/* Another page: no word on the one before, and from its top. */
static void
turn_page(struct desk *desk, bool *page, bool open)
{
    *page = open;
    desk->top = 0;
    desk->take->note[0] = '\0';
}

/* A letter's act, or the loop's own. One that has none is told. */
static void
command(struct desk *desk, const char *text)
{
    struct take *take = desk->take;
    char letter = (char)(*text >= 'A' && *text <= 'Z' ? *text + 32 : *text);
    enum lewis_stage stage = lewis_session_stage(take->session);
    enum lewis_outcome outcome = LEWIS_MOVED;

    if (letter == '?' || letter == 'h')
        turn_page(desk, &desk->help, true);
    else if (letter == 'g' &&
             (stage == LEWIS_STAGE_ITEM || stage == LEWIS_STAGE_REVIEW))
        turn_page(desk, &desk->going, true);
    else if (letter >= '0' && letter <= '9')
        outcome = take_do(take, LEWIS_ACT_NUMBER, letter - '0', NULL);
    else
        outcome = take_letter(take, letter);
    if (outcome == LEWIS_IGNORED)
        snprintf(take->note, sizeof take->note, take_words(take)->no_key,
                 strcmp(text, " ") == 0 ? "\" \"" : text);
}

static void
scroll(struct desk *desk, bool down)
{
    size_t step = terminal_rows() / 2;

    if (down)
        desk->top += step;
    else
        desk->top -= desk->top < step ? desk->top : step;
}

/* One key on the stage as it is. */
static void
press(struct desk *desk, const struct key *key)
{
    const struct lewis_session *session = desk->take->session;
    struct lewis_session_place before = lewis_session_place(session), after;

    if (!edit(desk, key)) {
        if (key->kind == KEY_CHARACTER)
            command(desk, key->text);
        else if (key->kind == KEY_ENTER)
            take_letter(desk->take, '\n');
        else if (key->kind == KEY_LEFT || key->kind == KEY_ERASE ||
                 key->kind == KEY_ESCAPE)
            take_letter(desk->take, 'b');
        else if (key->kind == KEY_RIGHT)
            take_letter(desk->take, 'n');
        else if (key->kind == KEY_UP || key->kind == KEY_DOWN)
            scroll(desk, key->kind == KEY_DOWN);
    }
    after = lewis_session_place(session);
    if (before.stage != after.stage || before.item != after.item ||
        before.ask != after.ask) {
        desk->entry[0] = '\0';
        desk->top = 0;
    }
}

/* Draws, waits, does. False: it is to end. */
static bool
turn(struct desk *desk)
{
    struct key key;

    if (!draw(desk))
        return false;
    key = keys_read(desk->take->keys);
    if (key.kind == KEY_STOP || key.kind == KEY_END)
        return false;
    if (key.kind == KEY_REDRAW || key.kind == KEY_OTHER)
        return true;
    if (desk->help && (key.kind == KEY_UP || key.kind == KEY_DOWN))
        scroll(desk, key.kind == KEY_DOWN);
    else if (desk->help)
        turn_page(desk, &desk->help, false);
    else
        press(desk, &key);
    return true;
}

int
take_keys_run(struct take *take)
{
    struct desk desk = {.take = take};

    keys_raw(take->keys, true);
    while (lewis_session_stage(take->session) < LEWIS_STAGE_DONE)
        if (!turn(&desk)) {
            take_do(take, LEWIS_ACT_QUIT, 0, NULL);
            break;
        }
    keys_raw(take->keys, false);
    return lewis_session_stage(take->session) == LEWIS_STAGE_DONE
               ? EXIT_DONE
               : EXIT_UNFINISHED;
}
