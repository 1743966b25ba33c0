/* progress.c - a line that says how far a long run is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "progress.h"
#include "say.h"

enum { BAR = 24 };

static const double PATIENCE = 0.5, PAUSE = 0.1; /* seconds */

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

void
progress_begin(struct progress *progress)
{
    progress->terminal = isatty(STDERR_FILENO) != 0;
    progress->begun = now();
    progress->rows = progress->seen;
}

static void
show_bar(double part, double seconds)
{
    char bar[BAR + 1];
    int full = (int)(part * BAR), left = (int)(seconds + .5);

    memset(bar, ' ', BAR);
    memset(bar, '#', (size_t)full);
    bar[BAR] = '\0';
    fprintf(stderr, "[%s] %3.0f %%  %d:%02d left", bar, 100 * part, left / 60,
            left % 60);
}

void
progress_show(struct progress *progress, long long done, long long size,
              size_t rows)
{
    double t, taken;

    progress->seen = rows;
    if (!progress->terminal)
        return;
    t = now();
    taken = t - progress->begun;
    if (taken < PATIENCE || t - progress->last < PAUSE)
        return;
    progress->last = t;
    fputs("\r\033[K", stderr);
    if (size > 0 && done > 0 && done <= size)
        show_bar((double)done / (double)size,
                 taken * (double)(size - done) / (double)done);
    fprintf(stderr, _("  %zu rows, %.0f a second"), rows,
            (double)(rows - progress->rows) / taken);
    fflush(stderr);
    progress->shown = true;
}

void
progress_clear(struct progress *progress)
{
    if (!progress->shown)
        return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    progress->shown = false;
}
