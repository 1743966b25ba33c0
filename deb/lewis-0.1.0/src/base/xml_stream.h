/* xml_stream.h - an XML file as a stream of events, in bounded memory: the
 * second door to libxml2, beside document.h, for files that are too large to
 * hold and come from strangers.
 *
 * No network, no entity but the five of XML, any DOCTYPE refused, a text of
 * 10 MB refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_XML_STREAM_H
#define BASE_XML_STREAM_H

#include <stdbool.h>

#include <lewis/error.h>

#include "base/text.h"

struct xml_stream;

/* Up to 'size' bytes; 0 at the end, -1 when reading failed. */
typedef int xml_stream_read(void *state, char *bytes, int size);

enum xml_event {
    XML_EVENT_START, /* of an element; an empty one has an end too */
    XML_EVENT_END,
    XML_EVENT_TEXT,
    XML_EVENT_DONE,
    XML_EVENT_FAILED /* reading failed, or it is no XML */
};

/* 'state' stays the caller's. NULL: out of memory. */
struct xml_stream *xml_stream_open(xml_stream_read *read, void *state);
void xml_stream_free(struct xml_stream *stream);

enum xml_event xml_stream_next(struct xml_stream *stream);

/* Of the element at hand: its name without prefix, "" for other events. */
const char *xml_stream_name(const struct xml_stream *stream);

/* The text at hand; lives until the next event. */
const char *xml_stream_text(const struct xml_stream *stream);

/* Sets 'value' to an attribute's value, by its name without prefix, when an
 * element starts; false when there is no such attribute. */
bool xml_stream_attribute(struct xml_stream *stream, const char *name,
                          struct text *value);

/* "line 3: reason", after XML_EVENT_FAILED. */
const char *xml_stream_reason(const struct xml_stream *stream);

#endif
