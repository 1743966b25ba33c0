/* pixels.c - can the terminal at hand show pictures, and how large?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "cli/terminal/pixels.h"

enum {
    PATIENCE = 200, /* milliseconds */
    WIDEST = 1200,  /* pixels: more is slow to send and no better to read */
    CELL_WIDE = 9,  /* pixels, where the terminal does not say */
    CELL_HIGH = 18,
    ROWS_KEPT = 3   /* for the command line and what was said */
};

static const char *
variable(const char *name)
{
    return getenv(name);
}

static long
milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads until the answer is complete or time is up. */
static enum lewis_pixels
read_answer(void)
{
    long end = milliseconds() + PATIENCE, left;
    enum lewis_pixels pixels = LEWIS_PIXELS_NONE;
    char answer[512];
    size_t size = 0;

    while ((left = end - milliseconds()) > 0 && size < sizeof answer) {
        struct pollfd ready = {.fd = STDIN_FILENO, .events = POLLIN};
        ssize_t got;

        if (poll(&ready, 1, (int)left) <= 0)
            break;
        got = read(STDIN_FILENO, answer + size, sizeof answer - size);
        if (got <= 0)
            break;
        size += (size_t)got;
        if (lewis_pixels_answer(answer, size, &pixels))
            return pixels;
    }
    return LEWIS_PIXELS_NONE;
}

/* The terminal sends its answer as if it were typed: without echo, and not
 * waiting for a line end. */
static enum lewis_pixels
ask_raw(const struct termios *before)
{
    const char *question = lewis_pixels_question();
    size_t size = strlen(question);
    enum lewis_pixels pixels = LEWIS_PIXELS_NONE;
    struct termios raw = *before;

    raw.c_lflag &= (tcflag_t)~(ICANON | ECHO);
    raw.c_cc[VMIN] = 0;
    raw.c_cc[VTIME] = 0;
    if (tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) != 0)
        return LEWIS_PIXELS_NONE;
    if (write(STDOUT_FILENO, question, size) == (ssize_t)size)
        pixels = read_answer();
    tcsetattr(STDIN_FILENO, TCSAFLUSH, before);
    return pixels;
}

/* A signal may end us only when the terminal is as it was: for the time of the
 * question they have to wait. */
static enum lewis_pixels
ask(void)
{
    enum lewis_pixels pixels;
    struct termios before;
    sigset_t stop, mask;

    if (tcgetpgrp(STDIN_FILENO) != getpgrp() ||
        tcgetattr(STDIN_FILENO, &before) != 0)
        return LEWIS_PIXELS_NONE;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGHUP);
    sigaddset(&stop, SIGQUIT);
    sigaddset(&stop, SIGTSTP);
    sigprocmask(SIG_BLOCK, &stop, &mask);
    pixels = ask_raw(&before);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    return pixels;
}

enum lewis_pixels
terminal_pixels(void)
{
    enum lewis_pixels pixels;

    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return LEWIS_PIXELS_NONE;
    pixels = lewis_pixels_guess(variable);
    return pixels == LEWIS_PIXELS_ASK ? ask() : pixels;
}

void
terminal_pixels_end(void)
{
    if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) &&
        lewis_pixels_guess(variable) == LEWIS_PIXELS_ASK &&
        tcgetpgrp(STDIN_FILENO) == getpgrp())
        tcflush(STDIN_FILENO, TCIFLUSH);
}

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

struct terminal_room
terminal_room(double shape)
{
    struct winsize size = {.ws_col = 0};
    size_t columns, rows, cell_wide = CELL_WIDE, cell_high = CELL_HIGH, width;

    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    columns = size.ws_col > 0 ? size.ws_col : 80;
    rows = size.ws_row > 0 ? size.ws_row : 24;
    if (size.ws_xpixel >= columns && size.ws_ypixel >= rows) {
        cell_wide = size.ws_xpixel / columns;
        cell_high = size.ws_ypixel / rows;
    }
    rows = rows > 2 * ROWS_KEPT ? rows - ROWS_KEPT : rows;
    width = least(columns * cell_wide, WIDEST);
    width = least(width, (size_t)((double)(rows * cell_high) / shape));
    columns = width / cell_wide;
    return (struct terminal_room){columns > 0 ? columns : 1, width};
}
