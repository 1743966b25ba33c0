/* document.h - an XML file as a tree of elements: the one door to libxml2.
 *
 * Read with network access off, line numbers beyond 65,535 right, no entity
 * ever expanded but the five of XML, any DOCTYPE refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DOCUMENT_H
#define BASE_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/problems.h"

enum { DOCUMENT_LIMIT = 8 * 1024 * 1024 }; /* bytes */

struct document;
struct element; /* a view into its document */

/* Returns a document to be freed with document_free(), or NULL with the
 * reasons added to 'problems'. */
struct document *document_parse(const char *xml, size_t size,
                                struct problems *problems);
void document_free(struct document *document);

const struct element *document_root(const struct document *document);

/* Name without prefix; "" namespace when it has none. */
const char *element_name(const struct element *element);
const char *element_namespace(const struct element *element);
long element_line(const struct element *element);

/* Child elements and their next sisters; NULL at the end. */
const struct element *element_first(const struct element *element);
const struct element *element_next(const struct element *element);

/* True when there is text other than white space directly in it. */
bool element_has_text(const struct element *element);

/* The text directly in it, white space collapsed, to be freed by the caller;
 * NULL when out of memory. */
char *element_text(const struct element *element);

/* An attribute's value; "xml:lang" for that one; NULL when absent. Lives as
 * long as the document. */
const char *element_attribute(const struct element *element,
                              const char *name);

/* The name of an attribute that is not in the list (NULL-terminated), or NULL.
 */
const char *element_stranger(const struct element *element,
                             const char *const names[]);

#endif
