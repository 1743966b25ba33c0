/* pango.c - pango, loaded when text is to be set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/pango.h"

#include "base/error.h"

#ifdef PANGO_LIBRARY

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

struct pango pango;

static char why[256]; /* it cannot be loaded; "": it can */

static void
note_why(void)
{
    const char *reason = dlerror();

    snprintf(why, sizeof why, "%s", reason != NULL ? reason : PANGO_LIBRARY);
}

/* A function's address in a pointer to it. */
static void
find(void *library, const char *name, void *function)
{
    void *symbol = dlsym(library, name);

    if (symbol == NULL && why[0] == '\0')
        note_why();
    memcpy(function, &symbol, sizeof symbol);
}

/* It stays until the program ends, like one that is linked. */
static void
load(void)
{
    void *library = dlopen(PANGO_LIBRARY, RTLD_LAZY | RTLD_LOCAL);

    if (library == NULL) {
        note_why();
        return;
    }
#define PANGO_FIND(name, function) find(library, #function, &pango.name);
    PANGO_CALLS(PANGO_FIND)
#undef PANGO_FIND
}

bool
pango_load(struct lewis_error *error)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load);
    if (why[0] == '\0')
        return true;
    error_set(error, LEWIS_ESYSTEM,
              "the library pango, which sets text, cannot be loaded: %s", why);
    return false;
}

#else

struct pango pango = {
#define PANGO_LINKED(name, function) .name = function,
    PANGO_CALLS(PANGO_LINKED)
#undef PANGO_LINKED
};

bool
pango_load(struct lewis_error *error)
{
    (void)error;
    return true;
}

#endif
