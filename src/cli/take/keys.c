/* keys.c - what a person types: keys one by one, or lines.
 *
 * Signals are blocked and let through in pselect() only, so a handler never
 * meets the program at work and no signal slips between a test and a wait.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/keys.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { BUFFER = 4096, ESCAPE_MS = 50, ESCAPE = 033 };

struct keys {
    sigset_t before; /* signals blocked before us, and while we wait */
    bool raw, ended;
    size_t at, size;
    char buffer[BUFFER];
};

/* A handler and atexit() can reach nothing else. */
static volatile sig_atomic_t asked_to_stop, asked_to_pause, disturbed;
static struct termios cooked;
static bool is_raw;

static const struct {
    int number;
    volatile sig_atomic_t *flag;
} signals[] = {
    {SIGINT, &asked_to_stop},    {SIGTERM, &asked_to_stop},
    {SIGHUP, &asked_to_stop},    {SIGQUIT, &asked_to_stop},
    {SIGTSTP, &asked_to_pause},  {SIGCONT, &disturbed},
    {SIGWINCH, &disturbed},
};
enum { SIGNALS = sizeof signals / sizeof signals[0] };

static void
note_signal(int number)
{
    for (size_t i = 0; i < SIGNALS; i++)
        if (signals[i].number == number)
            *signals[i].flag = 1;
}

static void
set_handler(int number, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};

    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

/* One that was ignored from the start (nohup) stays so. */
static void
take_signal(int number)
{
    struct sigaction old;

    if (sigaction(number, NULL, &old) == 0 && old.sa_handler != SIG_IGN)
        set_handler(number, note_signal);
}

/* xterm's, which others know or pass over. */
static void
show_other_screen(bool other)
{
    const char *sequence = other ? "\033[?1049h" : "\033[?1049l";

    (void)!write(STDOUT_FILENO, sequence, strlen(sequence));
}

static void
restore_terminal(void)
{
    if (!is_raw)
        return;
    show_other_screen(false);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &cooked);
    is_raw = false;
}

/* Where standard input was closed, the next file opened would take its place
 * and be read for answers. */
static void
fill_place(void)
{
    if (fcntl(STDIN_FILENO, F_GETFD) < 0 && errno == EBADF)
        (void)!open("/dev/null", O_RDONLY);
}

struct keys *
keys_open(void)
{
    struct keys *keys = calloc(1, sizeof *keys);
    sigset_t ours;

    if (keys == NULL)
        return NULL;
    fill_place();
    sigemptyset(&ours);
    for (size_t i = 0; i < SIGNALS; i++) {
        sigaddset(&ours, signals[i].number);
        take_signal(signals[i].number);
    }
    set_handler(SIGXFSZ, SIG_IGN); /* a write that fails says so */
    sigprocmask(SIG_BLOCK, &ours, &keys->before);
    atexit(restore_terminal);
    return keys;
}

void
keys_close(struct keys *keys)
{
    if (keys == NULL)
        return;
    restore_terminal();
    for (size_t i = 0; i < SIGNALS; i++)
        set_handler(signals[i].number,
                    signals[i].flag == &asked_to_stop ? SIG_IGN : SIG_DFL);
    sigprocmask(SIG_SETMASK, &keys->before, NULL);
    free(keys);
}

static bool
make_raw(void)
{
    struct termios raw;

    if (tcgetattr(STDIN_FILENO, &cooked) < 0)
        return false;
    raw = cooked;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
    raw.c_iflag &= ~(tcflag_t)(IXON | INLCR | IGNCR);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    is_raw = tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0;
    if (is_raw)
        show_other_screen(true);
    return is_raw;
}

bool
keys_raw(struct keys *keys, bool on)
{
    if (on && !is_raw)
        keys->raw = make_raw();
    if (!on) {
        restore_terminal();
        keys->raw = false;
    }
    return keys->raw == on;
}

/* As a program without a handler would stop; comes back when continued. */
static void
pause_program(struct keys *keys)
{
    sigset_t stop, mask;

    restore_terminal();
    set_handler(SIGTSTP, SIG_DFL);
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    raise(SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop, &mask);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    set_handler(SIGTSTP, note_signal);
    asked_to_pause = 0;
    disturbed = 1;
    if (keys->raw)
        make_raw();
}

/* The terminal may have been changed while somebody else had it. */
static bool
was_disturbed(struct keys *keys)
{
    if (!disturbed)
        return false;
    disturbed = 0;
    if (keys->raw) {
        restore_terminal();
        make_raw();
    }
    return true;
}

/* pselect() lets no signal through when there is input already. */
static void
let_signals_through(const struct keys *keys)
{
    sigset_t mask;

    sigprocmask(SIG_SETMASK, &keys->before, &mask);
    sigprocmask(SIG_SETMASK, &mask, NULL);
}

enum wait { READY, NOTHING, STOP, REDRAW, ENDED };

/* What the signals so far ask for; NOTHING when they ask for nothing. */
static enum wait
heed_signals(struct keys *keys)
{
    if (asked_to_stop)
        return STOP;
    if (asked_to_pause)
        pause_program(keys);
    return was_disturbed(keys) ? REDRAW : NOTHING;
}

/* Waits until there is something to read; a time of 0 is without end. */
static enum wait
wait_for_input(struct keys *keys, long ms)
{
    struct timespec time = {.tv_nsec = ms * 1000000};
    enum wait wait;
    fd_set set;
    int ready;

    let_signals_through(keys);
    wait = heed_signals(keys);
    if (wait != NOTHING)
        return wait;
    FD_ZERO(&set);
    FD_SET(STDIN_FILENO, &set);
    ready = pselect(STDIN_FILENO + 1, &set, NULL, NULL,
                    ms > 0 ? &time : NULL, &keys->before);
    if (ready < 0 && errno != EINTR)
        return ENDED;
    wait = heed_signals(keys);
    return wait == NOTHING && ready > 0 ? READY : wait;
}

/* Fills the empty buffer. */
static enum wait
fill(struct keys *keys, long ms)
{
    enum wait wait;
    ssize_t size;

    if (keys->ended)
        return ENDED;
    do
        wait = wait_for_input(keys, ms);
    while (wait == NOTHING && ms == 0);
    if (wait != READY)
        return wait;
    size = read(STDIN_FILENO, keys->buffer, BUFFER);
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return NOTHING;
    keys->ended = size <= 0;
    keys->at = 0;
    keys->size = size > 0 ? (size_t)size : 0;
    return size > 0 ? READY : ENDED;
}

/* The next byte, if it comes soon: of a sequence under way. -1: none. */
static int
next_byte(struct keys *keys)
{
    enum wait wait = READY;
    bool again = false;

    while (keys->at == keys->size && wait != NOTHING) {
        wait = fill(keys, ESCAPE_MS);
        again = again || wait == REDRAW;
        if (wait == STOP || wait == ENDED)
            return -1;
    }
    if (again)
        disturbed = 1; /* the sequence first */
    if (wait == NOTHING)
        return -1;
    return (unsigned char)keys->buffer[keys->at++];
}

static enum key_kind
arrow(int final)
{
    switch (final) {
    case 'A':
        return KEY_UP;
    case 'B':
        return KEY_DOWN;
    case 'C':
        return KEY_RIGHT;
    case 'D':
        return KEY_LEFT;
    default:
        return KEY_OTHER;
    }
}

/* ECMA-48: parameters 30-3F, intermediates 20-2F, one final byte. */
static enum key_kind
read_csi(struct keys *keys)
{
    int byte = next_byte(keys), first = byte;

    while (byte >= 0x20 && byte < 0x40)
        byte = next_byte(keys);
    if (first == '5' && byte == '~')
        return KEY_UP;
    if (first == '6' && byte == '~')
        return KEY_DOWN;
    return first == byte ? arrow(byte) : KEY_OTHER;
}

/* An answer of the terminal: up to BEL or ESC \. */
static enum key_kind
skip_string(struct keys *keys)
{
    int byte = next_byte(keys), before = 0;

    while (byte >= 0 && byte != '\a' && !(before == ESCAPE && byte == '\\')) {
        before = byte;
        byte = next_byte(keys);
    }
    return KEY_OTHER;
}

static enum key_kind
read_escape(struct keys *keys)
{
    int byte = next_byte(keys);

    if (byte < 0)
        return KEY_ESCAPE;
    if (byte == '[')
        return read_csi(keys);
    if (byte == 'O')
        return arrow(next_byte(keys));
    if (strchr("]P_^X", byte) != NULL)
        return skip_string(keys);
    return KEY_OTHER;
}

static size_t
length_of(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first < 0xe0)
        return 2;
    if (first >= 0xe0 && first < 0xf0)
        return 3;
    return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

static struct key
read_character(struct keys *keys, int first)
{
    struct key key = {.kind = KEY_CHARACTER, .text = {(char)first}};
    size_t length = length_of((unsigned char)first);

    for (size_t i = 1; i < length; i++) {
        int byte = next_byte(keys);
        if (byte < 0x80 || byte > 0xbf)
            return (struct key){.kind = KEY_OTHER};
        key.text[i] = (char)byte;
    }
    if (length == 0)
        key.kind = KEY_OTHER;
    return key;
}

static struct key
read_key(struct keys *keys)
{
    int byte = (unsigned char)keys->buffer[keys->at++];

    switch (byte) {
    case '\r':
    case '\n':
        return (struct key){.kind = KEY_ENTER};
    case '\b':
    case 0x7f:
        return (struct key){.kind = KEY_ERASE};
    case 'U' - '@':
    case 'W' - '@':
        return (struct key){.kind = KEY_WIPE};
    case 'L' - '@':
        return (struct key){.kind = KEY_REDRAW};
    case 'D' - '@':
        return (struct key){.kind = KEY_END};
    case ESCAPE:
        return (struct key){.kind = read_escape(keys)};
    default:
        if (byte < 0x20)
            return (struct key){.kind = KEY_OTHER};
        return read_character(keys, byte);
    }
}

struct key
keys_read(struct keys *keys)
{
    while (keys->at == keys->size)
        switch (fill(keys, 0)) {
        case STOP:
            return (struct key){.kind = KEY_STOP};
        case REDRAW:
            return (struct key){.kind = KEY_REDRAW};
        case ENDED:
            return (struct key){.kind = KEY_END};
        case READY:
        case NOTHING:
            break;
        }
    return read_key(keys);
}

/* A line on its way. */
struct line {
    char *text;
    size_t size, room;
    bool begun, too_long;
};

/* Takes what the buffer has; true at the line's end. */
static bool
take_line(struct keys *keys, struct line *line)
{
    while (keys->at < keys->size) {
        char c = keys->buffer[keys->at++];
        line->begun = true;
        if (c == '\n')
            return true;
        if (line->size + 1 < line->room)
            line->text[line->size++] = c == '\0' ? '\001' : c;
        else
            line->too_long = true;
    }
    return false;
}

static enum line_kind
end_line(struct line *line)
{
    if (line->size > 0 && line->text[line->size - 1] == '\r')
        line->size--;
    line->text[line->size] = '\0';
    return line->too_long ? LINE_LONG : LINE_TEXT;
}

enum line_kind
keys_line(struct keys *keys, char *text, size_t size)
{
    struct line line = {.text = text, .room = size};

    while (!take_line(keys, &line))
        switch (fill(keys, 0)) {
        case STOP:
            return LINE_STOP;
        case REDRAW:
            if (!line.begun)
                return LINE_REDRAW;
            break;
        case ENDED:
            return line.begun ? end_line(&line) : LINE_END;
        case READY:
        case NOTHING:
            break;
        }
    return end_line(&line);
}
