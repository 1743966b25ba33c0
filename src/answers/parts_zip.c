/* parts_zip.c - the parts of an Open Packaging file, read with libzip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include <lewis/text.h>

#include "answers/parts.h"
#include "base/error.h"

/* A bomb: larger than SOME and more than MOST_TIMES what it takes. */
static const zip_uint64_t some = 64 << 20, too_large = 8ull << 30;
enum { MOST_TIMES = 200 };

struct package {
    char *bytes;
    zip_t *zip;
    zip_file_t *file;
    zip_uint64_t left; /* of the part at hand, by its own word */
    const char *name;  /* of the source that a part is; its own */
};

static bool
no_package(struct lewis_error *error)
{
    return error_set(error, LEWIS_ESYNTAX,
                     "this is an Excel workbook or another ZIP file, and it is "
                     "damaged");
}

struct package *
package_open(char *bytes, size_t size, struct lewis_error *error)
{
    struct package *package = calloc(1, sizeof *package);
    zip_source_t *source;

    if (package == NULL) {
        free(bytes);
        error_memory(error);
        return NULL;
    }
    package->bytes = bytes;
    source = zip_source_buffer_create(bytes, size, 0, NULL);
    package->zip =
        source == NULL ? NULL : zip_open_from_source(source, ZIP_RDONLY, NULL);
    if (package->zip != NULL)
        return package;
    zip_source_free(source);
    package_free(package);
    no_package(error);
    return NULL;
}

void
package_free(struct package *package)
{
    if (package == NULL)
        return;
    if (package->file != NULL)
        zip_fclose(package->file);
    if (package->zip != NULL)
        zip_discard(package->zip);
    free(package->bytes);
    free(package);
}

static int
read_part(void *state, char *bytes, int size)
{
    struct package *package = state;
    zip_int64_t n = zip_fread(package->file, bytes, (zip_uint64_t)size);

    if (n < 0 || (zip_uint64_t)n > package->left)
        return -1;
    package->left -= (zip_uint64_t)n;
    return (int)n;
}

static bool
is_bomb(const zip_stat_t *stat)
{
    return stat->size > too_large ||
           (stat->size > some && stat->size / MOST_TIMES > stat->comp_size);
}

bool
part_exists(const struct package *package, const char *path)
{
    return zip_name_locate(package->zip, path, ZIP_FL_NOCASE) >= 0;
}

const char *
package_first(const struct package *package)
{
    return zip_get_name(package->zip, 0, 0);
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
    zip_int64_t count = zip_get_num_entries(package->zip, 0);
    const char *found = NULL;

    for (zip_int64_t i = 0; i < count; i++) {
        const char *name = zip_get_name(package->zip, (zip_uint64_t)i, 0);
        if (name == NULL || strncmp(name, "__MACOSX/", 9) == 0 ||
            !has_ending(name, ending))
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
    zip_int64_t index = zip_name_locate(package->zip, path, ZIP_FL_NOCASE);
    zip_stat_t stat;

    if (index < 0 ||
        zip_stat_index(package->zip, (zip_uint64_t)index, 0, &stat) != 0) {
        error_set(error, LEWIS_ESYNTAX, "this is no workbook: it has no %.80s",
                  path);
        return false;
    }
    if (is_bomb(&stat)) {
        error_set(error, LEWIS_EINVALID,
                  "%.80s in this archive would take %llu MiB; it is not "
                  "read",
                  path, (unsigned long long)(stat.size >> 20));
        return false;
    }
    package->left = stat.size;
    package->file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
    if (package->file == NULL) {
        error_set(error, LEWIS_ESYNTAX,
                  "%.80s in this archive cannot be read (%s)", path,
                  zip_strerror(package->zip));
        return false;
    }
    return true;
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
    if (package->file != NULL)
        zip_fclose(package->file);
    package->file = NULL;
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
