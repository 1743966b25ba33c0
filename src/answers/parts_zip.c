/* parts_zip.c - the parts of an Open Packaging file, read with minizip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unzip.h>

#include <lewis/text.h>

#include "answers/parts.h"
#include "base/arena.h"
#include "base/error.h"

/* A bomb: larger than SOME and more than MOST_TIMES what it takes. */
static const uint64_t some = 64 << 20, too_large = 8ull << 30;
enum { MOST_TIMES = 200, MOST_PARTS = 65535, LONGEST_NAME = 1024 };
enum { FLAG_ENCRYPTED = 1 };

struct part {
    const char *name;
    unz64_file_pos place;
};

struct package {
    char *bytes;
    unzFile zip;
    struct arena names;
    struct part *part;
    size_t count;
    bool reading;
    uint64_t left;    /* of the part at hand, by its own word */
    const char *name; /* of the source that a part is; its own */
};

static bool
no_package(struct lewis_error *error)
{
    return error_set(error, LEWIS_ESYNTAX,
                     "this is an Excel workbook or another ZIP file, and it is "
                     "damaged");
}

/* Does it end with its directory's end, whole (APPNOTE 4.3.16)? What is missing
 * there minizip takes for zeros. */
static bool
is_whole(const char *bytes, size_t size)
{
    enum { END = 22, COMMENT = 65535 };

    for (size_t back = END; back <= size && back <= END + COMMENT; back++)
        if (memcmp(bytes + size - back, "PK\5\6", 4) == 0)
            return true;
    return false;
}

/* The stream is there already. */
static voidpf
give_stream(voidpf opaque, const void *path, int mode)
{
    (void)path;
    (void)mode;
    return opaque;
}

static unzFile
open_bytes(char *bytes, size_t size)
{
    zlib_filefunc64_def calls;
    FILE *stream =
        is_whole(bytes, size) ? fmemopen(bytes, size, "r") : NULL;

    if (stream == NULL)
        return NULL;
    fill_fopen64_filefunc(&calls);
    calls.zopen64_file = give_stream;
    calls.opaque = stream;
    return unzOpen2_64("", &calls);
}

/* The entry at hand; one whose name nobody would ask for is passed over. */
static bool
list_part(struct package *package)
{
    struct part *part = &package->part[package->count];
    char name[LONGEST_NAME];
    unz_file_info64 info;

    if (unzGetCurrentFileInfo64(package->zip, &info, name, sizeof name, NULL, 0,
                                NULL, 0) != UNZ_OK ||
        unzGetFilePos64(package->zip, &part->place) != UNZ_OK)
        return false;
    if (info.size_filename >= sizeof name)
        return true;
    part->name = arena_copy(&package->names, name, strlen(name));
    package->count += part->name != NULL;
    return part->name != NULL;
}

static bool
list_parts(struct package *package)
{
    unz_global_info64 info;
    size_t left;
    int next;

    if (unzGetGlobalInfo64(package->zip, &info) != UNZ_OK ||
        info.number_entry > MOST_PARTS)
        return false;
    left = (size_t)info.number_entry;
    package->part = calloc(left + 1, sizeof *package->part);
    next = package->part == NULL ? UNZ_INTERNALERROR
                                 : unzGoToFirstFile(package->zip);
    for (; left > 0 && next == UNZ_OK; left--) {
        if (!list_part(package))
            return false;
        next = unzGoToNextFile(package->zip);
    }
    return left == 0 && package->part != NULL;
}

struct package *
package_open(char *bytes, size_t size, struct lewis_error *error)
{
    struct package *package = calloc(1, sizeof *package);

    if (package == NULL) {
        free(bytes);
        error_memory(error);
        return NULL;
    }
    package->bytes = bytes;
    package->zip = open_bytes(bytes, size);
    if (package->zip != NULL && list_parts(package))
        return package;
    package_free(package);
    no_package(error);
    return NULL;
}

/* Is what was read what was put in? */
static bool
end_part(struct package *package)
{
    bool reading = package->reading;

    package->reading = false;
    return !reading || unzCloseCurrentFile(package->zip) == UNZ_OK;
}

void
package_free(struct package *package)
{
    if (package == NULL)
        return;
    end_part(package);
    if (package->zip != NULL)
        unzClose(package->zip);
    arena_release(&package->names);
    free(package->part);
    free(package->bytes);
    free(package);
}

static int
read_part(void *state, char *bytes, int size)
{
    struct package *package = state;
    int n;

    if (!package->reading || size <= 0)
        return 0;
    n = unzReadCurrentFile(package->zip, bytes, (unsigned)size);
    if (n < 0 || (uint64_t)n > package->left)
        return -1;
    package->left -= (uint64_t)n;
    if (n == 0 && (package->left > 0 || !end_part(package)))
        return -1;
    return n;
}

static bool
is_bomb(const unz_file_info64 *info)
{
    return info->uncompressed_size > too_large ||
           (info->uncompressed_size > some &&
            info->uncompressed_size / MOST_TIMES > info->compressed_size);
}

/* NULL: there is none. */
static const struct part *
find_part(const struct package *package, const char *path)
{
    for (size_t i = 0; i < package->count; i++)
        if (lewis_text_same(package->part[i].name, path))
            return &package->part[i];
    return NULL;
}

const char *
package_first(const struct package *package)
{
    return package->count > 0 ? package->part[0].name : NULL;
}

static bool
has_ending(const char *name, const char *ending)
{
    size_t a = strlen(name), b = strlen(ending);

    return a > b && lewis_text_same(name + a - b, ending);
}

const char *
package_only(const struct package *package, const char *ending)
{
    const char *found = NULL;

    for (size_t i = 0; i < package->count; i++) {
        const char *name = package->part[i].name;
        if (strncmp(name, "__MACOSX/", 9) == 0 || !has_ending(name, ending))
            continue;
        if (found != NULL)
            return NULL;
        found = name;
    }
    return found;
}

static bool
begin_part(struct package *package, const char *path,
           struct lewis_error *error)
{
    const struct part *part = find_part(package, path);
    unz_file_info64 info;

    if (part == NULL)
        return error_set(error, LEWIS_ESYNTAX,
                         "this is no workbook: it has no %.80s", path);
    if (unzGoToFilePos64(package->zip, &part->place) != UNZ_OK ||
        unzGetCurrentFileInfo64(package->zip, &info, NULL, 0, NULL, 0, NULL,
                                0) != UNZ_OK)
        return no_package(error);
    if (is_bomb(&info))
        return error_set(error, LEWIS_EINVALID,
                         "%.80s in this archive would take %llu MiB; it is not "
                         "read",
                         path, (unsigned long long)(info.uncompressed_size >> 20));
    if ((info.flag & FLAG_ENCRYPTED) != 0)
        return error_set(error, LEWIS_EINVALID,
                         "%.80s in this archive is encrypted; save it without a "
                         "password",
                         path);
    package->left = info.uncompressed_size;
    package->reading = unzOpenCurrentFile(package->zip) == UNZ_OK;
    return package->reading ||
           error_set(error, LEWIS_ESYNTAX, "%.80s in this archive is damaged",
                     path);
}

struct xml_stream *
part_open(struct package *package, const char *path, struct lewis_error *error)
{
    struct xml_stream *stream;

    if (!begin_part(package, path, error))
        return NULL;
    stream = xml_stream_open(read_part, package);
    if (stream == NULL) {
        part_close(package, NULL);
        error_memory(error);
    }
    return stream;
}

void
part_close(struct package *package, struct xml_stream *stream)
{
    xml_stream_free(stream);
    end_part(package);
}

static ssize_t
read_source(void *state, char *bytes, size_t size, struct lewis_error *error)
{
    const struct package *package = state;
    int n = read_part(state, bytes, size > INT_MAX ? INT_MAX : (int)size);

    if (n >= 0)
        return n;
    no_package(error);
    error_at(error, package->name, 0, NULL);
    return -1;
}

static void
free_source(void *state)
{
    package_free(state);
}

struct source *
part_source(struct package *package, const char *path, const char *name,
            struct lewis_error *error)
{
    static const struct source_kind kind = {read_source, free_source};

    struct source *source;
    long long size;

    if (!begin_part(package, path, error)) {
        package_free(package);
        return NULL;
    }
    size = (long long)package->left;
    source = source_make(&kind, package, name, error);
    if (source == NULL)
        return NULL;
    package->name = source_name(source);
    source_set_size(source, size);
    return source;
}

/* "xl/workbook.xml" and "_rels/", ".rels": "xl/_rels/workbook.xml.rels". */
static void
relations_of(const char *from, struct text *path)
{
    const char *slash = strrchr(from, '/');
    const char *name = slash == NULL ? from : slash + 1;

    text_clear(path);
    text_add_bytes(path, from, (size_t)(name - from));
    text_add(path, "_rels/");
    text_add(path, name);
    text_add(path, ".rels");
}

/* A target is seen from its folder, or from the root. */
static void
resolve(const char *from, const char *target, struct text *path)
{
    const char *slash = strrchr(from, '/');

    text_clear(path);
    if (*target != '/' && slash != NULL)
        text_add_bytes(path, from, (size_t)(slash + 1 - from));
    text_add(path, *target == '/' ? target + 1 : target);
}

static bool
ends_in(const char *text, const char *end)
{
    size_t a = strlen(text), b = strlen(end);

    return a >= b && strcmp(text + a - b, end) == 0;
}

bool
part_related(struct package *package, const char *from, const char *attribute,
             const char *value, struct text *path)
{
    struct text key = {0}, target = {0};
    struct xml_stream *stream;
    bool found = false;

    relations_of(from, path);
    stream = part_open(package, text_string(path), NULL);
    while (stream != NULL && !found) {
        enum xml_event event = xml_stream_next(stream);
        if (event == XML_EVENT_DONE || event == XML_EVENT_FAILED)
            break;
        found = event == XML_EVENT_START &&
                xml_stream_attribute(stream, attribute, &key) &&
                ends_in(text_string(&key), value) &&
                xml_stream_attribute(stream, "Target", &target);
    }
    if (stream != NULL)
        part_close(package, stream);
    if (found)
        resolve(from, text_string(&target), path);
    text_release(&key);
    text_release(&target);
    return found;
}
