/* grammar.h - which elements, attributes and texts a file may have, as a table.
 *
 * A vocabulary is an array of rules, one an element. grammar_check() holds a
 * document against it and reports everything at once; what a rule cannot say
 * (references, ranges, balance) is left to whoever reads the values
 * (base/reader.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_GRAMMAR_H
#define BASE_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/document.h"
#include "base/problems.h"

enum { GRAMMAR_MANY = 0 }; /* no upper bound */

struct grammar_attribute {
    const char *name;
    bool optional;
};

/* One step in the fixed order of children: any of 'names' (separated by a
 * space), 'least' to 'most' times. */
struct grammar_child {
    const char *names;
    size_t least, most;
};

struct grammar_rule {
    const char *element;
    const char *parent; /* NULL: wherever it stands */
    bool text;          /* holds a text that is not empty, and no elements */
    struct grammar_attribute attribute[12];
    struct grammar_child child[10];
};

/* An element that holds a text in one language. */
#define GRAMMAR_TEXT(name) {name, NULL, true, {{"xml:lang", false}}, {{0}}}

/* <meta> and what stands in it, the same in every vocabulary. */
#define GRAMMAR_META                                                         \
    {"meta", NULL, false, {{0}},                                             \
     {{"title", 1, GRAMMAR_MANY}, {"author", 1, GRAMMAR_MANY},               \
      {"licence", 1, 1}, {"source", 1, GRAMMAR_MANY},                        \
      {"translation", 0, GRAMMAR_MANY}, {"note", 0, GRAMMAR_MANY}}},         \
    GRAMMAR_TEXT("title"), GRAMMAR_TEXT("note"),                             \
    {"author", NULL, true, {{0}}, {{0}}},                                    \
    {"licence", NULL, true, {{"spdx", false}}, {{0}}},                       \
    {"source", "meta", true, {{0}}, {{0}}},                                  \
    {"translation", NULL, true, {{"xml:lang", false}, {"status", false}},    \
     {{0}}}

/* Checks 'root' and everything in it. 'xmlns' is the namespace of all
 * elements; rule[0] is the root's. */
void grammar_check(const struct grammar_rule rule[], size_t count,
                   const char *xmlns, const struct element *root,
                   struct problems *problems);

/* Child elements by name: the first, the next sister of the same name, and how
 * many there are. A NULL parent has none. */
const struct element *grammar_child_first(const struct element *parent,
                                          const char *name);
const struct element *grammar_child_next(const struct element *child);
size_t grammar_child_count(const struct element *parent, const char *name);

#endif
