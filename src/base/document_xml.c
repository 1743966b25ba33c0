/* document_xml.c - an XML file as a tree of elements, read with libxml2.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <lewis/text.h>

#include "base/document.h"
#include "base/text.h"

static const char blanks[] = " \t\r\n";

struct document {
    xmlDocPtr doc;
};

/* What the parser's callbacks know, by way of its _private. */
struct reader {
    struct problems *problems;
    bool stopped; /* what follows a fatal error is noise */
};

static struct reader *
reader_of(void *parser)
{
    return ((xmlParserCtxtPtr)parser)->_private;
}

/* An entity nobody declared is the one mistake that needs more than libxml2's
 * own words. */
static void
report(struct problems *problems, const xmlError *error)
{
    const char *words = error->message != NULL ? error->message : "no reason";
    int size = (int)strcspn(words, "\r\n");

    if (error->code == XML_ERR_NO_MEMORY)
        problems_error(problems, LEWIS_ENOMEM, 0, "out of memory");
    else if (error->code == XML_ERR_UNDECLARED_ENTITY ||
             error->code == XML_WAR_UNDECLARED_ENTITY)
        problems_error(problems, LEWIS_ESYNTAX, error->line,
                       "not well-formed XML: %.*s; write the character itself",
                       size, words);
    else
        problems_error(problems, LEWIS_ESYNTAX, error->line,
                       "not well-formed XML: %.*s", size, words);
}

#if LIBXML_VERSION < 21200
static void
on_error(void *parser, xmlError *error)
#else
static void
on_error(void *parser, const xmlError *error)
#endif
{
    struct reader *reader = reader_of(parser);

    if (reader->stopped || error->level < XML_ERR_ERROR)
        return;
    report(reader->problems, error);
    reader->stopped = error->level == XML_ERR_FATAL;
}

static void
on_doctype(void *parser, const xmlChar *name, const xmlChar *external,
           const xmlChar *system)
{
    struct reader *reader = reader_of(parser);

    (void)name;
    (void)external;
    (void)system;
    if (!reader->stopped)
        problems_error(reader->problems, LEWIS_EINVALID,
                       xmlSAX2GetLineNumber(parser),
                       "a bank may not have a DOCTYPE; remove this line");
    reader->stopped = true;
    xmlStopParser(parser);
}

/* Keeps the line in the node's own _private: the node's short one ends at
 * 65,535, and xmlGetLineNo() beyond that gives the line of a neighbour. */
static void
on_element(void *parser, const xmlChar *name, const xmlChar *prefix,
           const xmlChar *uri, int namespaces, const xmlChar **namespace,
           int attributes, int defaulted, const xmlChar **attribute)
{
    xmlParserCtxtPtr context = parser;
    intptr_t line = xmlSAX2GetLineNumber(parser);

    xmlSAX2StartElementNs(parser, name, prefix, uri, namespaces, namespace,
                          attributes, defaulted, attribute);
    if (context->node != NULL)
        context->node->_private = (void *)line;
}

static xmlParserCtxtPtr
parser_new(struct reader *reader)
{
    xmlParserCtxtPtr parser;

    xmlInitParser();
    parser = xmlNewParserCtxt();
    if (parser == NULL)
        return NULL;
    parser->_private = reader;
    parser->sax->serror = on_error;
    parser->sax->internalSubset = on_doctype;
    parser->sax->startElementNs = on_element;
    return parser;
}

/* The encoding is given, so that a file's own claim does not bring converters
 * in. XML_PARSE_NOERROR would also silence on_error() from libxml2 2.13 on;
 * with on_error() in place nothing is printed. */
static xmlDocPtr
parse(const char *xml, size_t size, struct reader *reader)
{
    xmlParserCtxtPtr parser = parser_new(reader);
    size_t before = reader->problems->errors;
    const xmlError *error;
    xmlDocPtr doc;

    if (parser == NULL) {
        problems_error(reader->problems, LEWIS_ENOMEM, 0, "out of memory");
        return NULL;
    }
    doc = xmlCtxtReadMemory(parser, xml, (int)size, NULL, "UTF-8",
                            XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    error = xmlCtxtGetLastError(parser);
    if (reader->problems->errors == before && error != NULL &&
        error->level >= XML_ERR_ERROR)
        report(reader->problems, error);
    else if (reader->problems->errors == before && doc == NULL)
        problems_error(reader->problems, LEWIS_ESYNTAX, 0,
                       "not well-formed XML");
    xmlFreeParserCtxt(parser);
    return doc;
}

/* The first byte that is not UTF-8. */
static void
report_encoding(const char *xml, size_t size, struct problems *problems)
{
    size_t at = 0, length;
    long line = 1;

    while ((length = utf8_length(xml + at, size - at)) > 0) {
        line += xml[at] == '\n';
        at += length;
    }
    problems_error(problems, LEWIS_ESYNTAX, line,
                   "not UTF-8 (byte 0x%02X); save the file as UTF-8",
                   (unsigned)(unsigned char)xml[at]);
}

/* The encoding that the XML declaration claims, when it is not UTF-8: we would
 * read the file as UTF-8 all the same, and an editor would not. */
static bool
claims_other(const char *xml, size_t size, char claim[32])
{
    size_t from = size >= 3 && memcmp(xml, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    const char *end, *at;
    size_t length;

    if (size - from < 6 || memcmp(xml + from, "<?xml ", 6) != 0)
        return false;
    end = memmem(xml + from, size - from, "?>", 2);
    if (end == NULL)
        return false;
    at = memmem(xml + from, (size_t)(end - xml) - from, "encoding", 8);
    if (at == NULL)
        return false;
    at += 8 + strspn(at + 8, " \t\r\n=\"'");
    length = strcspn(at, " \t\r\n\"'?");
    snprintf(claim, 32, "%.*s", (int)(length < 31 ? length : 31), at);
    return !lewis_text_same(claim, "UTF-8");
}

static bool
is_readable(const char *xml, size_t size, struct problems *problems)
{
    char claim[32];

    if (size > DOCUMENT_LIMIT)
        problems_error(problems, LEWIS_EINVALID, 0, "larger than %d MiB",
                       DOCUMENT_LIMIT / (1024 * 1024));
    else if (size == 0)
        problems_error(problems, LEWIS_ESYNTAX, 0, "the file is empty");
    else if (!utf8_valid(xml, size))
        report_encoding(xml, size, problems);
    else if (claims_other(xml, size, claim))
        problems_error(problems, LEWIS_ESYNTAX, 1,
                       "the file is UTF-8 and says encoding=\"%s\"; make that "
                       "UTF-8",
                       claim);
    else
        return true;
    return false;
}

struct document *
document_parse(const char *xml, size_t size, struct problems *problems)
{
    struct reader reader = {.problems = problems};
    struct document *document;
    size_t before = problems->errors;
    xmlDocPtr doc;

    if (!is_readable(xml, size, problems))
        return NULL;
    doc = parse(xml, size, &reader);
    if (doc == NULL || problems->errors > before || problems->failed) {
        xmlFreeDoc(doc);
        return NULL;
    }
    document = malloc(sizeof *document);
    if (document == NULL) {
        problems_error(problems, LEWIS_ENOMEM, 0, "out of memory");
        xmlFreeDoc(doc);
        return NULL;
    }
    document->doc = doc;
    return document;
}

void
document_free(struct document *document)
{
    if (document == NULL)
        return;
    xmlFreeDoc(document->doc);
    free(document);
}

/* An element is libxml2's node under another name. */
static const xmlNode *
node_of(const struct element *element)
{
    return (const xmlNode *)element;
}

/* The first element from here on, among sisters. */
static const struct element *
element_from(const xmlNode *node)
{
    while (node != NULL && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return (const struct element *)node;
}

const struct element *
document_root(const struct document *document)
{
    return element_from(document->doc->children);
}

const char *
element_name(const struct element *element)
{
    return (const char *)node_of(element)->name;
}

const char *
element_namespace(const struct element *element)
{
    const xmlNs *namespace = node_of(element)->ns;

    if (namespace == NULL || namespace->href == NULL)
        return "";
    return (const char *)namespace->href;
}

long
element_line(const struct element *element)
{
    return (long)(intptr_t)node_of(element)->_private;
}

const struct element *
element_first(const struct element *element)
{
    return element_from(node_of(element)->children);
}

const struct element *
element_next(const struct element *element)
{
    return element_from(node_of(element)->next);
}

/* The bytes of a text or CDATA node, "" for any other. */
static const char *
node_text(const xmlNode *node)
{
    if (node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE)
        return "";
    return node->content != NULL ? (const char *)node->content : "";
}

bool
element_has_text(const struct element *element)
{
    const xmlNode *child = node_of(element)->children;

    for (; child != NULL; child = child->next) {
        const char *text = node_text(child);

        if (text[strspn(text, blanks)] != '\0')
            return true;
    }
    return false;
}

/* In place: every run of white space one space, none at the ends. */
static void
collapse(char *string)
{
    char *to = string;
    const char *from = string + strspn(string, blanks);

    while (*from != '\0') {
        size_t blank = strspn(from, blanks);

        from += blank;
        if (*from == '\0')
            break;
        if (blank > 0)
            *to++ = ' ';
        *to++ = *from++;
    }
    *to = '\0';
}

char *
element_text(const struct element *element)
{
    const xmlNode *child = node_of(element)->children;
    struct text text = {0};

    text_add(&text, ""); /* so that there are bytes to give away */
    for (; child != NULL; child = child->next)
        text_add(&text, node_text(child));
    if (!text_ok(&text)) {
        text_release(&text);
        return NULL;
    }
    collapse(text.bytes);
    return text.bytes;
}

/* xml:lang is the one attribute with a prefix that we know. */
static bool
is_named(const xmlAttr *attribute, const char *name)
{
    static const char prefix[] = "xml:";
    size_t skip = attribute->ns != NULL ? sizeof prefix - 1 : 0;

    if (attribute->ns != NULL &&
        !xmlStrEqual(attribute->ns->href, XML_XML_NAMESPACE))
        return false;
    return strncmp(name, prefix, skip) == 0 &&
           strcmp((const char *)attribute->name, name + skip) == 0;
}

/* Without a DOCTYPE there are no entities of its own in it, so that libxml2
 * makes it one text node, or none when empty. */
static const char *
attribute_value(const xmlAttr *attribute)
{
    const xmlNode *child = attribute->children;

    return child != NULL ? node_text(child) : "";
}

const char *
element_attribute(const struct element *element, const char *name)
{
    const xmlAttr *attribute = node_of(element)->properties;

    for (; attribute != NULL; attribute = attribute->next)
        if (is_named(attribute, name))
            return attribute_value(attribute);
    return NULL;
}

static bool
is_listed(const xmlAttr *attribute, const char *const names[])
{
    for (; *names != NULL; names++)
        if (is_named(attribute, *names))
            return true;
    return false;
}

const char *
element_stranger(const struct element *element, const char *const names[])
{
    const xmlAttr *attribute = node_of(element)->properties;

    for (; attribute != NULL; attribute = attribute->next)
        if (!is_listed(attribute, names))
            return (const char *)attribute->name;
    return NULL;
}
