/* shim.c - makes one call of the program fail: loaded before the C library
 * (LD_PRELOAD) by faults.sh.
 *
 * Only calls that stand in the program itself are counted, and lewis holds
 * liblewis in itself: a library that ends the program when its own memory runs
 * out (GLib, below pango and cairo) is left alone.
 *
 *     FAULT_KIND   memory: malloc, calloc, realloc, strdup
 *                  file: open, openat, read, write, fsync, ftruncate, fchmod,
 *                  rename, mkdir
 *     FAULT_AT     the call of that kind that fails, from 1; 0 or not set: none
 *     FAULT_ON     set: and all behind it, as on a full disk
 *     FAULT_COUNT  a file that gets the number of calls at the end
 *     FAULT_WHERE  a file that gets a number for each call, the same for two that
 *                  were come to in the same way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unwind.h>

#define SHOWN __attribute__((visibility("default")))
#define CALLER __builtin_return_address(0)

/* glibc's own, which need no looking up. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *bytes, size_t size);

enum kind { NONE, MEMORY, FILES };

static enum kind wanted;
static unsigned long at;
static bool on;
static atomic_ulong calls;
static uintptr_t program_from, program_to;

/* The way to each call: where functions of the program go on after it. */
enum { CALLS = 1 << 16, DEPTH = 24 };
static uint64_t *ways;

/* The first object is the program. */
static int
find_program(struct dl_phdr_info *info, size_t size, void *payload)
{
    (void)size;
    (void)payload;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        uintptr_t from = info->dlpi_addr + part->p_vaddr;
        if (part->p_type != PT_LOAD || (part->p_flags & PF_X) == 0)
            continue;
        program_from = from;
        program_to = from + part->p_memsz;
    }
    return 1;
}

__attribute__((constructor)) static void
begin(void)
{
    const char *kind = getenv("FAULT_KIND"), *number = getenv("FAULT_AT");

    dl_iterate_phdr(find_program, NULL);
    at = number != NULL ? strtoul(number, NULL, 10) : 0;
    on = getenv("FAULT_ON") != NULL;
    if (getenv("FAULT_WHERE") != NULL)
        ways = __libc_calloc(CALLS, sizeof *ways);
    if (kind != NULL)
        wanted = strcmp(kind, "memory") == 0 ? MEMORY : FILES;
}

static FILE *
file_in(const char *variable)
{
    const char *path = getenv(variable);

    return path != NULL ? fopen(path, "w") : NULL;
}

__attribute__((destructor)) static void
end(void)
{
    unsigned long count = atomic_load(&calls);
    FILE *file = file_in("FAULT_COUNT");

    if (file != NULL) {
        fprintf(file, "%lu\n", count);
        fclose(file);
    }
    file = ways != NULL ? file_in("FAULT_WHERE") : NULL;
    if (file != NULL) {
        for (unsigned long i = 0; i < count && i < CALLS; i++)
            fprintf(file, "%llx\n", (unsigned long long)ways[i]);
        fclose(file);
    }
}

struct way {
    uint64_t number;
    int depth;
};

/* FNV-1a over the addresses, as they are in the file of the program. */
static _Unwind_Reason_Code
add_step(struct _Unwind_Context *context, void *payload)
{
    struct way *way = payload;
    uintptr_t here = _Unwind_GetIP(context);

    if (here >= program_from && here < program_to)
        way->number =
            (way->number ^ (here - program_from)) * UINT64_C(0x100000001b3);
    return ++way->depth < DEPTH ? _URC_NO_REASON : _URC_NORMAL_STOP;
}

static void
note_way(unsigned long call)
{
    struct way way = {UINT64_C(0xcbf29ce484222325), 0};

    if (ways == NULL || call >= CALLS)
        return;
    _Unwind_Backtrace(add_step, &way);
    ways[call] = way.number;
}

static bool
fails(enum kind kind, const void *caller)
{
    uintptr_t from = (uintptr_t)caller;
    unsigned long n;

    if (kind != wanted || from < program_from || from >= program_to)
        return false;
    n = atomic_fetch_add(&calls, 1) + 1;
    note_way(n - 1);
    return at != 0 && (n == at || (on && n > at));
}

static void *
no_memory(void)
{
    errno = ENOMEM;
    return NULL;
}

SHOWN void *
malloc(size_t size)
{
    return fails(MEMORY, CALLER) ? no_memory() : __libc_malloc(size);
}

SHOWN void *
calloc(size_t count, size_t size)
{
    return fails(MEMORY, CALLER) ? no_memory() : __libc_calloc(count, size);
}

SHOWN void *
realloc(void *bytes, size_t size)
{
    return fails(MEMORY, CALLER) ? no_memory() : __libc_realloc(bytes, size);
}

SHOWN char *
strdup(const char *string)
{
    size_t size = strlen(string) + 1;
    char *copy = fails(MEMORY, CALLER) ? no_memory() : __libc_malloc(size);

    return copy != NULL ? memcpy(copy, string, size) : NULL;
}

/* A function of the C library by its name. */
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int
refuse(int reason)
{
    errno = reason;
    return -1;
}

static mode_t
mode_of(int flags, va_list arguments)
{
    return (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
}

SHOWN int
open(const char *path, int flags, ...)
{
    va_list arguments;
    mode_t mode;

    va_start(arguments, flags);
    mode = mode_of(flags, arguments);
    va_end(arguments);
    return fails(FILES, CALLER) ? refuse(EMFILE)
                                : REAL(open)(path, flags, mode);
}

SHOWN int
openat(int folder, const char *path, int flags, ...)
{
    va_list arguments;
    mode_t mode;

    va_start(arguments, flags);
    mode = mode_of(flags, arguments);
    va_end(arguments);
    return fails(FILES, CALLER) ? refuse(EMFILE)
                                : REAL(openat)(folder, path, flags, mode);
}

SHOWN ssize_t
read(int fd, void *bytes, size_t size)
{
    return fails(FILES, CALLER) ? refuse(EIO) : REAL(read)(fd, bytes, size);
}

/* Half of it arrives before the disk is full. */
SHOWN ssize_t
write(int fd, const void *bytes, size_t size)
{
    if (!fails(FILES, CALLER))
        return REAL(write)(fd, bytes, size);
    if (on && size > 1 && REAL(write)(fd, bytes, size / 2) < 0)
        return -1;
    return refuse(ENOSPC);
}

SHOWN int
fsync(int fd)
{
    return fails(FILES, CALLER) ? refuse(EIO) : REAL(fsync)(fd);
}

SHOWN int
ftruncate(int fd, off_t size)
{
    return fails(FILES, CALLER) ? refuse(EIO) : REAL(ftruncate)(fd, size);
}

SHOWN int
fchmod(int fd, mode_t mode)
{
    return fails(FILES, CALLER) ? refuse(EPERM) : REAL(fchmod)(fd, mode);
}

SHOWN int
rename(const char *from, const char *to)
{
    return fails(FILES, CALLER) ? refuse(EIO) : REAL(rename)(from, to);
}

SHOWN int
mkdir(const char *path, mode_t mode)
{
    return fails(FILES, CALLER) ? refuse(ENOSPC) : REAL(mkdir)(path, mode);
}
