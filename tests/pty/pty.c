/* pty.c - a person at a terminal, for the tests: types, looks, turns the
 * window's size, pulls the plug.
 *
 *     pty COLUMNSxROWS PROGRAM [ARGUMENT]... <SCRIPT
 *
 * The script is a step a line; "#" begins a remark:
 *     expect TEXT       wait until TEXT is to be seen (white space is one
 *                       space, so that wrapping does not matter)
 *     absent TEXT       TEXT is not on the screen now
 *     send KEYS         type: \r \n \t \e \\ and \xHH
 *     resize COLUMNS ROWS
 *     signal NAME       to the program: HUP INT QUIT TERM KILL STOP CONT TSTP
 *     stopped           wait until the program has stopped
 *     close             the window is closed
 *     wait STATUS       wait until it ends: a number, or the name of a signal
 *     screen, all       print what is on the screen; what has left it, too
 *     narrow            no line ran over the right edge, no sequence is odd
 *     plain, dressed    no colour has been used so far; some has
 *     sixel, picture    from now on the terminal says that it can show
 *                       sixels; it has been sent a picture
 *     cooked, raw       the terminal's mode: as a shell leaves it, or by key
 * Every wait is bounded. Status 0: all went as written; 1: a step did not,
 * with the screen as it was; 2: the script is wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "screen.h"

enum { PATIENCE_S = 60, STEP = 4096, TICK_MS = 10 };

struct desk {
    struct screen *screen;
    pid_t child;
    int master; /* -1: closed */
    int held;   /* the other end: keeps what was written, tells the mode */
    int status;
    bool over;
    bool sixel; /* what it says it can */
};

static const struct {
    const char *name;
    int number;
} signals[] = {
    {"HUP", SIGHUP},   {"INT", SIGINT},   {"QUIT", SIGQUIT},
    {"TERM", SIGTERM}, {"KILL", SIGKILL}, {"STOP", SIGSTOP},
    {"CONT", SIGCONT}, {"TSTP", SIGTSTP},
};
enum { SIGNALS = sizeof signals / sizeof signals[0] };

static int
signal_of(const char *name)
{
    for (size_t i = 0; i < SIGNALS; i++)
        if (strcmp(signals[i].name, name) == 0)
            return signals[i].number;
    return 0;
}

static void
set_size(int fd, unsigned columns, unsigned rows)
{
    struct winsize size = {.ws_col = (unsigned short)columns,
                           .ws_row = (unsigned short)rows};

    ioctl(fd, TIOCSWINSZ, &size);
}

/* A terminal's program begins with its signals as they are, also when the tests
 * were started in the background, where a shell has Ctrl-C ignored. */
static void
reset_signals(void)
{
    static const int number[] = {SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGPIPE};

    for (size_t n = 0; n < sizeof number / sizeof number[0]; n++)
        signal(number[n], SIG_DFL);
}

static void
become(const char *terminal, char **command)
{
    int fd;

    setsid();
    fd = open(terminal, O_RDWR);
#ifdef TIOCSCTTY
    ioctl(fd, TIOCSCTTY, 0);
#endif
    for (int i = 0; i < 3; i++)
        dup2(fd, i);
    if (fd > 2)
        close(fd);
    execvp(command[0], command);
    _exit(127);
}

static bool
open_desk(struct desk *desk, unsigned columns, unsigned rows, char **command)
{
    const char *terminal;

    desk->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (desk->master < 0 || grantpt(desk->master) < 0 ||
        unlockpt(desk->master) < 0)
        return false;
    terminal = ptsname(desk->master);
    set_size(desk->master, columns, rows);
    desk->held = open(terminal, O_RDWR | O_NOCTTY | O_CLOEXEC);
    desk->screen = screen_new(columns, rows);
    desk->child = fork();
    if (desk->child == 0) {
        reset_signals();
        become(terminal, command);
    }
    return desk->held >= 0 && desk->child > 0;
}

/* A terminal says what it is as if that were typed. */
static void
answer(struct desk *desk)
{
    const char *words = desk->sixel ? "\033[?62;4;22c" : "\033[?62;22c";

    if (write(desk->master, words, strlen(words)) < 0)
        perror("pty: answer");
}

/* What the program has written goes on the screen; false when nothing came. */
static bool
look(struct desk *desk, int wait_ms)
{
    struct pollfd ready = {.fd = desk->master, .events = POLLIN};
    char bytes[STEP];
    ssize_t size;

    if (desk->master < 0 || poll(&ready, 1, wait_ms) <= 0)
        return false;
    size = read(desk->master, bytes, sizeof bytes);
    if (size > 0)
        screen_write(desk->screen, bytes, (size_t)size);
    if (size > 0 && screen_asked(desk->screen))
        answer(desk);
    return size > 0;
}

/* Runs of white space become one space. */
static char *
squeezed(char *text)
{
    char *to = text;

    for (const char *from = text; *from != '\0'; from++)
        if (strchr(" \n\t", *from) == NULL)
            *to++ = *from;
        else if (to > text && to[-1] != ' ')
            *to++ = ' ';
    *to = '\0';
    return text;
}

static bool
is_shown(const struct desk *desk, const char *what)
{
    char *text = squeezed(screen_text(desk->screen, true));
    bool found = strstr(text, what) != NULL;

    free(text);
    return found;
}

static bool
poll_child(struct desk *desk)
{
    if (!desk->over)
        desk->over = waitpid(desk->child, &desk->status, WNOHANG) ==
                     desk->child;
    return desk->over;
}

static bool
expect(struct desk *desk, const char *what)
{
    time_t end = time(NULL) + PATIENCE_S;

    while (!is_shown(desk, what)) {
        bool over = poll_child(desk);
        if (!look(desk, TICK_MS) && (over || time(NULL) > end))
            return is_shown(desk, what);
    }
    return true;
}

/* The byte of an escape; moves *at past it. */
static char
unescaped(const char **at)
{
    static const char names[] = "rnte\\", bytes[] = "\r\n\t\033\\";
    char digits[3] = "";
    const char *name;

    if (**at == 'x' && (*at)[1] != '\0' && (*at)[2] != '\0') {
        memcpy(digits, *at + 1, 2);
        *at += 3;
        return (char)strtol(digits, NULL, 16);
    }
    name = **at != '\0' ? strchr(names, **at) : NULL;
    if (name == NULL)
        return '\\';
    (*at)++;
    return bytes[name - names];
}

static bool
send_keys(struct desk *desk, const char *keys)
{
    char bytes[STEP];
    size_t size = 0;

    for (const char *at = keys; *at != '\0' && size < sizeof bytes;) {
        char c = *at++;
        bytes[size++] = c == '\\' ? unescaped(&at) : c;
    }
    while (look(desk, 0))
        continue;
    return write(desk->master, bytes, size) == (ssize_t)size;
}

static bool
resize(struct desk *desk, const char *what)
{
    unsigned columns, rows;

    if (sscanf(what, "%u %u", &columns, &rows) != 2)
        return false;
    while (look(desk, 0))
        continue;
    screen_resize(desk->screen, columns, rows);
    set_size(desk->master, columns, rows);
    return true;
}

static bool
send_signal(struct desk *desk, const char *name)
{
    return kill(desk->child, signal_of(name)) == 0;
}

static bool
close_window(struct desk *desk, const char *nothing)
{
    (void)nothing;
    close(desk->held);
    close(desk->master);
    desk->master = desk->held = -1;
    return true;
}

static bool
is_status(int status, const char *what)
{
    int number = signal_of(what);

    if (number != 0)
        return WIFSIGNALED(status) && WTERMSIG(status) == number;
    return WIFEXITED(status) && WEXITSTATUS(status) == atoi(what);
}

static void
pause_a_tick(struct desk *desk)
{
    if (desk->master < 0)
        poll(NULL, 0, TICK_MS);
    else
        look(desk, TICK_MS);
}

static bool
wait_for(struct desk *desk, const char *what)
{
    time_t end = time(NULL) + PATIENCE_S;

    while (!poll_child(desk)) {
        if (time(NULL) > end)
            return false;
        pause_a_tick(desk);
    }
    while (look(desk, 0))
        continue;
    if (is_status(desk->status, what))
        return true;
    printf("# it ended with %s %d\n",
           WIFEXITED(desk->status) ? "status" : "signal",
           WIFEXITED(desk->status) ? WEXITSTATUS(desk->status)
                                   : WTERMSIG(desk->status));
    return false;
}

static bool
wait_stopped(struct desk *desk, const char *nothing)
{
    time_t end = time(NULL) + PATIENCE_S;
    int status;

    (void)nothing;
    while (waitpid(desk->child, &status, WNOHANG | WUNTRACED) !=
               desk->child ||
           !WIFSTOPPED(status)) {
        if (time(NULL) > end)
            return false;
        pause_a_tick(desk);
    }
    while (look(desk, 0))
        continue;
    return true;
}

static bool
absent(struct desk *desk, const char *what)
{
    char *text = squeezed(screen_text(desk->screen, false));
    bool found = strstr(text, what) != NULL;

    free(text);
    return !found;
}

static bool
print_screen(struct desk *desk, bool scrolled)
{
    char *text = screen_text(desk->screen, scrolled);

    fputs(text, stdout);
    free(text);
    return true;
}

static bool
show(struct desk *desk, const char *nothing)
{
    (void)nothing;
    return print_screen(desk, false);
}

static bool
show_all(struct desk *desk, const char *nothing)
{
    (void)nothing;
    return print_screen(desk, true);
}

static bool
is_narrow(struct desk *desk, const char *nothing)
{
    (void)nothing;
    return screen_overruns(desk->screen) == 0 &&
           screen_unknown(desk->screen) == 0;
}

static bool
is_plain(struct desk *desk, const char *nothing)
{
    (void)nothing;
    return !screen_dressed(desk->screen);
}

static bool
is_dressed(struct desk *desk, const char *nothing)
{
    (void)nothing;
    return screen_dressed(desk->screen);
}

static bool
has_mode(struct desk *desk, bool cooked)
{
    struct termios mode;

    return tcgetattr(desk->held, &mode) == 0 &&
           ((mode.c_lflag & (ICANON | ECHO)) == (ICANON | ECHO)) == cooked;
}

static bool
is_cooked(struct desk *desk, const char *nothing)
{
    (void)nothing;
    return has_mode(desk, true);
}

static bool
is_raw(struct desk *desk, const char *nothing)
{
    (void)nothing;
    return has_mode(desk, false);
}

static bool
can_sixel(struct desk *desk, const char *nothing)
{
    (void)nothing;
    desk->sixel = true;
    return true;
}

static bool
has_picture(struct desk *desk, const char *nothing)
{
    (void)nothing;
    return screen_longest_string(desk->screen) > 1000;
}

static const struct {
    const char *name;
    bool (*run)(struct desk *desk, const char *what);
} steps[] = {
    {"expect", expect},     {"absent", absent},        {"send", send_keys},
    {"resize", resize},     {"signal", send_signal},   {"close", close_window},
    {"wait", wait_for},     {"stopped", wait_stopped}, {"screen", show},
    {"all", show_all},      {"narrow", is_narrow},     {"plain", is_plain},
    {"dressed", is_dressed}, {"cooked", is_cooked},    {"raw", is_raw},
    {"sixel", can_sixel},    {"picture", has_picture},
};
enum { STEPS = sizeof steps / sizeof steps[0] };

/* 0 the step went well, 1 it did not, 2 there is no such step. */
static int
run_step(struct desk *desk, char *line)
{
    size_t name = strcspn(line, " \n");
    char *what = line + name + (line[name] == ' ');

    what[strcspn(what, "\n")] = '\0';
    if (name == 0 || *line == '#')
        return 0;
    for (size_t i = 0; i < STEPS; i++)
        if (strlen(steps[i].name) == name &&
            memcmp(steps[i].name, line, name) == 0)
            return steps[i].run(desk, what) ? 0 : 1;
    return 2;
}

static int
run_script(struct desk *desk)
{
    char line[STEP];
    int status = 0;

    for (int number = 1; status == 0 && fgets(line, sizeof line, stdin);
         number++) {
        status = run_step(desk, line);
        if (status != 0) {
            printf("# step %d: %s%s; the screen was:\n", number, line,
                   status == 2 ? ": no such step" : "");
            print_screen(desk, false);
        }
    }
    return status;
}

int
main(int argc, char **argv)
{
    struct desk desk = {.master = -1, .held = -1};
    unsigned columns, rows;
    int status;

    if (argc < 3 || sscanf(argv[1], "%ux%u", &columns, &rows) != 2 ||
        columns == 0 || rows == 0) {
        fprintf(stderr, "usage: pty COLUMNSxROWS PROGRAM [ARGUMENT]...\n");
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    if (!open_desk(&desk, columns, rows, argv + 2)) {
        perror("pty");
        return 2;
    }
    status = run_script(&desk);
    if (!poll_child(&desk))
        kill(desk.child, SIGKILL);
    screen_free(desk.screen);
    return status;
}
