/* reader.h - values out of an XML file, once its grammar is checked.
 *
 * What is missing is passed over without a word: grammar_check() has already
 * complained.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_READER_H
#define BASE_READER_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/style.h>
#include <lewis/text.h>

#include "base/arena.h"
#include "base/document.h"
#include "base/grammar.h"
#include "base/problems.h"

/* What a reader of values needs. */
struct reader {
    struct arena *arena;
    struct problems *problems;
    const char *const *language; /* the declared ones */
    size_t language_count;
    const char *stranger; /* a language already complained of */
};

/* Begins to read a document: holds it against its grammar, reads
 * languages="en nl" and checks what all <meta> have in common. False, reported,
 * when the outermost element is another one: there is nothing to read. */
bool reader_begin(struct reader *reader, struct arena *arena,
                  struct problems *problems, const struct grammar_rule rule[],
                  size_t rules, const char *xmlns, const struct element *root);

/* An attribute, or an element's text, copied to the arena; NULL when absent. */
const char *reader_attribute(struct reader *reader,
                             const struct element *element, const char *name);
const char *reader_text(struct reader *reader, const struct element *element);

/* An attribute that must be a name: a letter, then letters, digits, ".", "_",
 * "-"; at most 63 bytes. NULL when absent or wrong (reported). */
const char *reader_id(struct reader *reader, const struct element *element,
                      const char *name);

/* An element's xml:lang. NULL when absent, or when the file does not declare
 * it (reported, once while it stays the same). */
const char *reader_language(struct reader *reader,
                            const struct element *element);

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

/* An attribute that must be one of the words (ended by NULL): its index. False
 * when absent or wrong (reported, with the nearest or the list). */
bool reader_word(struct reader *reader, const struct element *element,
                 const char *name, const char *const words[], size_t *index);

/* An attribute that must be a decimal number from 'least' to 'most'. */
bool reader_number(struct reader *reader, const struct element *element,
                   const char *name, double least, double most,
                   double *value);

/* An attribute that must be an integer from 'least' to 'most'. */
bool reader_int(struct reader *reader, const struct element *element,
                const char *name, int least, int most, int *value);

#endif
