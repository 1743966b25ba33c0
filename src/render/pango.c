/* pango.c - pango, loaded when text is set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/pango.h"

#include "base/error.h"

#ifdef PANGO_LIBRARY

#include <dlfcn.h>
#include <string.h>

/* A function's address to a pointer to it; false when there is none. */
static bool
find(void *library, const char *name, void *function)
{
    void *symbol = dlsym(library, name);

    memcpy(function, &symbol, sizeof symbol);
    return symbol != NULL;
}

static bool
find_all(void *library, struct pango *pango)
{
    bool found = true;

#define PANGO_FIND(name, function)                                             \
    found = found && find(library, #function, &pango->name);
    PANGO_CALLS(PANGO_FIND)
#undef PANGO_FIND
    return found;
}

bool
pango_load(struct pango *pango, struct lewis_error *error)
{
    void *library = dlopen(PANGO_LIBRARY, RTLD_LAZY | RTLD_LOCAL);
    const char *why;

    if (library != NULL && find_all(library, pango))
        return true;
    why = dlerror();
    return error_set(error, LEWIS_ESYSTEM,
                     "the library pango, which sets text, cannot be loaded: "
                     "%s",
                     why != NULL ? why : PANGO_LIBRARY);
}

#else

bool
pango_load(struct pango *pango, struct lewis_error *error)
{
    (void)error;
    *pango = (struct pango){
#define PANGO_LINKED(name, function) .name = function,
        PANGO_CALLS(PANGO_LINKED)
#undef PANGO_LINKED
    };
    return true;
}

#endif
