/* parts.h - the parts of an Open Packaging file (ISO/IEC 29500-2): a ZIP
 * archive of XML files that name one another. The door to minizip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_PARTS_H
#define ANSWERS_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "answers/source.h"
#include "base/text.h"
#include "base/xml_stream.h"

struct package;

/* An archive in memory; 'bytes' are freed with the package, also when this
 * fails: NULL with *error set. */
struct package *package_open(char *bytes, size_t size,
                             struct lewis_error *error);
void package_free(struct package *package);

/* One part as XML events; one part at a time. NULL with *error set: it is not
 * there, is a zip bomb, or memory ran out. End with part_close(). */
struct xml_stream *part_open(struct package *package, const char *path,
                             struct lewis_error *error);
void part_close(struct package *package, struct xml_stream *stream);

/* What the first file in the archive is called; NULL when it is empty. A
 * view. */
const char *package_first(const struct package *package);

/* The only file whose name ends so, in any case; NULL when there is none, or
 * another one. What macOS puts beside files is passed over. A view. */
const char *package_only(const struct package *package, const char *ending);

/* A part's bytes as a source that is called 'name' in messages; the package is
 * freed with it, also when this fails: NULL with *error set. */
struct source *part_source(struct package *package, const char *path,
                           const char *name, struct lewis_error *error);

/* Sets 'path' to what the part 'from' ("" for the package) relates to: the
 * first relation whose attribute ("Id", "Type") is, or ends in, that value.
 * False when there is none. */
bool part_related(struct package *package, const char *from,
                  const char *attribute, const char *value, struct text *path);

#endif
