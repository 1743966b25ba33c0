/* cleanup.c - what is half written goes when the program is interrupted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include "cleanup.h"
#include "say.h"

enum { MOST = 600 };

static const int deadly[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ};
enum { DEADLY = sizeof deadly / sizeof deadly[0] };

/* A handler sees nothing else. */
static struct {
    const struct lewis_output *output;
    const char *path;
} kept[MOST];

/* Held while they change. Whoever holds it has the signals blocked, so that a
 * handler, in whatever thread, waits for another thread and never for its own.
 */
static atomic_flag held = ATOMIC_FLAG_INIT;

static void
hold(void)
{
    while (atomic_flag_test_and_set(&held))
        ;
}

static bool placed; /* a file stands where it belongs */

/* A handler may not translate: what it says is made before. */
static char last_words[200];
static size_t last_size;

static void
make_last_words(void)
{
    int size = snprintf(last_words, sizeof last_words, "%slewis: %s\n",
                        isatty(STDERR_FILENO) ? "\r\033[K" : "",
                        _("stopped; nothing was written"));

    last_size = size > 0 && (size_t)size < sizeof last_words ? (size_t)size : 0;
}

/* What is half written goes. True: that was all there was of it. */
static bool
take_away(void)
{
    bool some = false, all = !placed;

    for (size_t i = 0; i < MOST; i++) {
        if (kept[i].output == NULL)
            continue;
        if (kept[i].path != NULL)
            unlink(kept[i].path);
        some = some || kept[i].path != NULL;
        all = all && kept[i].path != NULL;
    }
    return some && all;
}

/* unlink(), write() and raise() are all it does: they are safe in a handler.
 * What it holds it keeps: nothing new begins before the end. */
static void
on_signal(int number)
{
    hold();
    if (take_away() && (number == SIGINT || number == SIGTERM) &&
        write(STDERR_FILENO, last_words, last_size) < 0)
        last_size = 0; /* nobody listens */
    raise(number); /* SA_RESETHAND: the default now */
}

/* One that is ignored (nohup) stays so. */
static void
listen(void)
{
    static bool listening;
    struct sigaction action = {.sa_handler = on_signal,
                               .sa_flags = (int)SA_RESETHAND};
    struct sigaction before;

    if (listening)
        return;
    listening = true;
    make_last_words();
    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < DEADLY; i++)
        if (sigaction(deadly[i], NULL, &before) == 0 &&
            before.sa_handler == SIG_DFL)
            sigaction(deadly[i], &action, NULL);
}

static void
block(sigset_t *before)
{
    sigset_t set;

    sigemptyset(&set);
    for (size_t i = 0; i < DEADLY; i++)
        sigaddset(&set, deadly[i]);
    pthread_sigmask(SIG_BLOCK, &set, before);
    hold();
}

static void
unblock(const sigset_t *before)
{
    atomic_flag_clear(&held);
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

static void
keep(const struct lewis_output *output)
{
    for (size_t i = 0; i < MOST; i++)
        if (kept[i].output == NULL) {
            kept[i].output = output;
            kept[i].path = lewis_output_temporary(output);
            return;
        }
}

struct lewis_output *
cleanup_open(const char *path, struct lewis_error *error)
{
    struct lewis_output *output;
    sigset_t before;

    listen();
    block(&before);
    output = lewis_output_open(path, error);
    if (output != NULL)
        keep(output);
    unblock(&before);
    return output;
}

static void
forget(const struct lewis_output *output)
{
    for (size_t i = 0; i < MOST; i++)
        if (kept[i].output == output) {
            kept[i].output = NULL;
            kept[i].path = NULL;
        }
}

void
cleanup_close(struct lewis_output *output)
{
    sigset_t before;

    if (output == NULL)
        return;
    block(&before);
    forget(output);
    lewis_output_free(output);
    unblock(&before);
}

/* The temporary name is gone afterwards, so nobody may look at it. */
static bool
put_in_place(struct lewis_output *output, struct lewis_error *error)
{
    bool ok = lewis_output_commit_unsynced(output, error);

    placed = placed || ok;
    forget(output);
    return ok;
}

bool
cleanup_commit(struct lewis_output *const output[], size_t count,
               struct lewis_error *error)
{
    sigset_t before;
    bool ok = true;

    for (size_t i = 0; i < count; i++)
        if (!lewis_output_prepare(output[i], error))
            return false;
    block(&before);
    for (size_t i = 0; i < count && ok; i++)
        ok = put_in_place(output[i], error);
    unblock(&before);
    return ok;
}

bool
cleanup_commit_unsynced(struct lewis_output *output, struct lewis_error *error)
{
    sigset_t before;
    bool ok;

    block(&before);
    ok = put_in_place(output, error);
    unblock(&before);
    return ok;
}
