/* cleanup.c - what is half written goes when the program is interrupted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <unistd.h>

#include "cleanup.h"

enum { MOST = 600 };

static const int deadly[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ};
enum { DEADLY = sizeof deadly / sizeof deadly[0] };

/* A handler sees nothing else. It is blocked while they change. */
static struct {
    const struct lewis_output *output;
    const char *path;
} kept[MOST];

/* unlink() and raise() are all it does: both are safe in a handler. */
static void
on_signal(int number)
{
    for (size_t i = 0; i < MOST; i++)
        if (kept[i].path != NULL)
            unlink(kept[i].path);
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
    sigprocmask(SIG_BLOCK, &set, before);
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
    sigprocmask(SIG_SETMASK, &before, NULL);
    return output;
}

void
cleanup_forget(const struct lewis_output *output)
{
    sigset_t before;

    if (output == NULL)
        return;
    block(&before);
    for (size_t i = 0; i < MOST; i++)
        if (kept[i].output == output) {
            kept[i].output = NULL;
            kept[i].path = NULL;
        }
    sigprocmask(SIG_SETMASK, &before, NULL);
}
