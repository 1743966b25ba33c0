/* xml_stream.c - an XML file as a stream of events, read with libxml2.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

#include "base/translation.h"
#include "base/xml_stream.h"

struct xml_stream {
    xmlTextReaderPtr reader;
    const char *name; /* of the element at hand */
    bool empty;       /* its end is still to be told */
    char reason[160];
};

#if LIBXML_VERSION < 21200
static void
on_error(void *state, xmlError *error)
#else
static void
on_error(void *state, const xmlError *error)
#endif
{
    struct xml_stream *stream = state;
    const char *words = error->message != NULL ? error->message : "no reason";

    if (stream->reason[0] == '\0' && error->level >= XML_ERR_ERROR)
        snprintf(stream->reason, sizeof stream->reason, _("line %d: %.*s"),
                 error->line, (int)strcspn(words, "\r\n"), words);
}

struct xml_stream *
xml_stream_open(xml_stream_read *read, void *state)
{
    struct xml_stream *stream = calloc(1, sizeof *stream);

    if (stream == NULL)
        return NULL;
    xmlInitParser();
    stream->name = "";
    stream->reader = xmlReaderForIO(read, NULL, state, NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOWARNING);
    if (stream->reader == NULL) {
        free(stream);
        return NULL;
    }
    xmlTextReaderSetStructuredErrorHandler(stream->reader, on_error, stream);
    return stream;
}

void
xml_stream_free(struct xml_stream *stream)
{
    if (stream == NULL)
        return;
    xmlFreeTextReader(stream->reader);
    free(stream);
}

static enum xml_event
refuse(struct xml_stream *stream, const char *reason)
{
    if (stream->reason[0] == '\0')
        snprintf(stream->reason, sizeof stream->reason, _("line %d: %s"),
                 xmlTextReaderGetParserLineNumber(stream->reader), _(reason));
    return XML_EVENT_FAILED;
}

static enum xml_event
start(struct xml_stream *stream)
{
    stream->name = (const char *)xmlTextReaderConstLocalName(stream->reader);
    stream->empty = xmlTextReaderIsEmptyElement(stream->reader) == 1;
    return XML_EVENT_START;
}

enum xml_event
xml_stream_next(struct xml_stream *stream)
{
    int more;

    if (stream->empty) {
        stream->empty = false;
        return XML_EVENT_END;
    }
    stream->name = "";
    while ((more = xmlTextReaderRead(stream->reader)) == 1)
        switch (xmlTextReaderNodeType(stream->reader)) {
        case XML_READER_TYPE_ELEMENT:
            return start(stream);
        case XML_READER_TYPE_END_ELEMENT:
            stream->name =
                (const char *)xmlTextReaderConstLocalName(stream->reader);
            return XML_EVENT_END;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            return XML_EVENT_TEXT;
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
            return refuse(stream, N_("it has a DOCTYPE or an entity"));
        default:
            break;
        }
    return more == 0 ? XML_EVENT_DONE : refuse(stream, N_("it is not XML"));
}

const char *
xml_stream_name(const struct xml_stream *stream)
{
    return stream->name;
}

const char *
xml_stream_text(const struct xml_stream *stream)
{
    const xmlChar *text = xmlTextReaderConstValue(stream->reader);

    return text == NULL ? "" : (const char *)text;
}

bool
xml_stream_attribute(struct xml_stream *stream, const char *name,
                     struct text *value)
{
    bool found = false;

    text_clear(value);
    while (!found && xmlTextReaderMoveToNextAttribute(stream->reader) == 1)
        if (strcmp((const char *)xmlTextReaderConstLocalName(stream->reader),
                   name) == 0) {
            text_add(value, xml_stream_text(stream));
            found = true;
        }
    xmlTextReaderMoveToElement(stream->reader);
    return found;
}

const char *
xml_stream_reason(const struct xml_stream *stream)
{
    return stream->reason;
}
