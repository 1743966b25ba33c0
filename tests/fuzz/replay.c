/* replay.c - the corpora once through their targets, with any compiler: what
 * was found once stays mended. A unit test; it speaks TAP. With arguments
 * TARGET FILE... it runs just those.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "fuzz.h"

enum { MOST = 8 << 20 };

static bool
run_file(const struct fuzz_target *target, const char *path)
{
    char *bytes = malloc(MOST), *exact;
    FILE *file = fopen(path, "r");
    size_t size = 0;

    if (file == NULL || bytes == NULL) {
        perror(path);
        return false;
    }
    size = fread(bytes, 1, MOST, file);
    fclose(file);
    exact = malloc(size > 0 ? size : 1); /* a byte too far is found */
    if (exact == NULL)
        return false;
    memcpy(exact, bytes, size);
    free(bytes);
    target->run(exact, size);
    free(exact);
    return true;
}

/* All of a target's corpus; how many files, -1 when one cannot be read. */
static int
run_corpus(const struct fuzz_target *target)
{
    struct dirent **entry;
    char folder[4096], path[8192];
    int count, done = 0;

    snprintf(folder, sizeof folder, "%s/tests/fuzz/corpus/%s",
             getenv("top_srcdir"), target->name);
    count = scandir(folder, &entry, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, entry[i]->d_name);
        if (entry[i]->d_name[0] != '.' && done >= 0)
            done = run_file(target, path) ? done + 1 : -1;
        free(entry[i]);
    }
    if (count >= 0)
        free(entry);
    return done;
}

int
main(int argc, char **argv)
{
    const struct fuzz_target *target;
    size_t n = 0;

    gsl_set_error_handler_off();
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (argc > 2) {
        target = fuzz_find(argv[1]);
        for (int i = 2; target != NULL && i < argc; i++)
            run_file(target, argv[i]);
        return target == NULL ? 2 : 0;
    }
    for (; (target = fuzz_at(n)) != NULL; n++) {
        int done = run_corpus(target);
        printf("%s %zu - the corpus of %s: %d files\n",
               done > 0 ? "ok" : "not ok", n + 1, target->name, done);
    }
    printf("1..%zu\n", n);
    return 0;
}
