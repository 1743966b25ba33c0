/* grammar.h - which elements, attributes and texts a file may have, as a table.
 *
 * A vocabulary is an array of rules, one an element. grammar_check() holds a
 * document against it and reports everything at once; what a rule cannot say
 * (references, ranges, balance) is left to whoever reads the values. The
 * readers below therefore pass over what is missing without a word: the
 * grammar has already complained.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_GRAMMAR_H
#define BASE_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/style.h>
#include <lewis/text.h>

#include "base/arena.h"
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
    struct grammar_attribute attribute[10];
    struct grammar_child child[8];
};

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

/* What a reader of values needs. */
struct reader {
    struct arena *arena;
    struct problems *problems;
    const char *const *language; /* the declared ones */
    size_t language_count;
};

/* An attribute, or an element's text, copied to the arena; NULL when absent. */
const char *reader_attribute(struct reader *reader,
                             const struct element *element, const char *name);
const char *reader_text(struct reader *reader, const struct element *element);

/* An attribute that must be a name: a letter, then letters, digits, ".", "_",
 * "-"; at most 63 bytes. NULL when absent or wrong (reported). */
const char *reader_id(struct reader *reader, const struct element *element,
                      const char *name);

/* The attribute languages="en nl" into reader->language. */
void reader_languages(struct reader *reader, const struct element *root);

/* All children of that name as one text in several languages, ended by a NULL
 * lang; NULL when there is none. Reports a language that is not declared or
 * stands twice, and warns of one that is missing. */
const struct lewis_text *reader_texts(struct reader *reader,
                                      const struct element *parent,
                                      const char *name);

/* An attribute that must be a style's keyword. False when absent or wrong
 * (reported, with the nearest). */
bool reader_style(struct reader *reader, const struct element *element,
                  const char *name, enum lewis_style *style);

/* An attribute that must be an integer from 'least' to 'most'. */
bool reader_int(struct reader *reader, const struct element *element,
                const char *name, int least, int most, int *value);

#endif
