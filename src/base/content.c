/* content.c - reading and checking content files of any kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/content.h"
#include "base/error.h"
#include "base/file.h"

/* The content in these bytes and everything there is to say against it; NULL
 * when there are errors. */
static void *
read_content(const struct content_kind *kind, const char *xml, size_t size,
             struct problems *problems)
{
    struct document *document = document_parse(xml, size, problems);
    void *content = NULL;

    if (document != NULL) {
        content = kind->make(document_root(document), problems);
        problems->failed |= content == NULL;
        document_free(document);
    }
    if (problems->failed || problems->errors > 0) {
        kind->free(content);
        content = NULL;
    }
    problems_sort(problems);
    return content;
}

void *
content_parse(const struct content_kind *kind, const char *xml, size_t size,
              const char *name, struct lewis_error *error)
{
    struct problems problems = {.file = name};
    void *content = read_content(kind, xml, size, &problems);

    if (content == NULL && problems_none(&problems, error))
        error_memory(error);
    problems_release(&problems);
    return content;
}

void *
content_load(const struct content_kind *kind, const char *path,
             struct lewis_error *error)
{
    size_t size;
    char *xml = file_read(path, DOCUMENT_LIMIT, &size, error);
    void *content;

    if (xml == NULL)
        return NULL;
    content = content_parse(kind, xml, size, path, error);
    free(xml);
    return content;
}

/* Was it for want of memory, or of the file? */
static bool
is_trouble(const struct lewis_error *error)
{
    return error->code == LEWIS_ENOMEM || error->code == LEWIS_ESYSTEM;
}

bool
content_sniff(const struct content_kind *kind, const char *path)
{
    struct lewis_error error = {0};
    size_t size;
    char *xml = file_read(path, DOCUMENT_LIMIT, &size, &error);
    struct problems problems = {.file = path};
    struct document *document =
        xml == NULL ? NULL : document_parse(xml, size, &problems);
    bool is = document != NULL &&
              strcmp(element_name(document_root(document)), kind->root) == 0;

    if (xml != NULL && document == NULL && problems_none(&problems, &error))
        error_memory(&error);
    document_free(document);
    problems_release(&problems);
    free(xml);
    return is || is_trouble(&error);
}

bool
content_check(const struct content_kind *kind, const char *path,
              struct lewis_finding **findings, size_t *count,
              struct lewis_error *error)
{
    struct problems problems = {.file = path};
    struct lewis_error trouble;
    size_t size;
    char *xml = file_read(path, DOCUMENT_LIMIT, &size, &trouble);

    if (xml == NULL)
        problems_error(&problems, trouble.code, trouble.line, "%s",
                       trouble.text);
    else
        kind->free(read_content(kind, xml, size, &problems));
    free(xml);
    if (problems.failed) {
        problems_release(&problems);
        return error_memory(error);
    }
    *findings = problems.item;
    *count = problems.count;
    return true;
}
