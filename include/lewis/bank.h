/* lewis/bank.h - an item bank: the questions, their options and their keys.
 *
 * A bank is read from an XML file (questionnaires/ has examples) and never
 * changes. All views live as long as the bank, which owns one arena. Safe to
 * read from several threads.
 *
 * A bank is of one of two kinds. A rating bank has `rate` items only: each is
 * keyed to one style, straight or reversed. A choice bank has `pick` and
 * `rank` items: each offers two or three options, every option keyed to
 * another style.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_BANK_H
#define LEWIS_BANK_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/style.h>
#include <lewis/text.h>

LEWIS_BEGIN

struct lewis_bank;

enum lewis_bank_kind { LEWIS_BANK_RATING, LEWIS_BANK_CHOICE };
enum lewis_form { LEWIS_RATE, LEWIS_PICK, LEWIS_RANK };
enum { LEWIS_OPTIONS = 3 }; /* most options an item can have */

/* One point of a response scale. */
struct lewis_response_point {
    int value;
    const struct lewis_text *label;
};

/* A response scale: consecutive integers lo..hi, each with its label. */
struct lewis_response {
    const char *id;
    int lo, hi;
    const struct lewis_response_point *point; /* hi - lo + 1 of them */
};

/* One option of a `pick` or `rank` item. */
struct lewis_option {
    const char *id; /* one letter a..z: what stands in an answer cell */
    const struct lewis_text *label;
    enum lewis_style style;
};

struct lewis_item {
    const char *id; /* the column name in answer files */
    enum lewis_form form;
    size_t section; /* index of its section */
    long line;      /* of the bank's file */
    const struct lewis_text *stem;
    /* rate */
    const struct lewis_response *response;
    enum lewis_style style;
    bool reverse;
    /* pick, rank */
    size_t option_count;
    struct lewis_option option[LEWIS_OPTIONS];
};

struct lewis_section {
    const char *id;
    const struct lewis_text *name;
    size_t first, count; /* its items: first .. first + count - 1 */
};

/* Reads a bank from a file. Returns a bank the caller frees with
 * lewis_bank_free(), or NULL with *error set to the first thing wrong:
 * ESYSTEM (cannot be read, or over 8 MiB), ESYNTAX (not XML, or a DOCTYPE),
 * EINVALID (a rule of the vocabulary is broken), ENOMEM. */
LEWIS_API struct lewis_bank *lewis_bank_load(const char *path,
                                             struct lewis_error *error);

/* The same from memory: 'size' bytes of UTF-8, not kept. 'name' is used in
 * messages only. */
LEWIS_API struct lewis_bank *lewis_bank_parse(const char *xml, size_t size,
                                              const char *name,
                                              struct lewis_error *error);
LEWIS_API void lewis_bank_free(struct lewis_bank *bank);

/* True when the file's outermost element is a bank's. Any other file, and one
 * that cannot be read, is false. */
LEWIS_API bool lewis_bank_sniff(const char *path);

/* Everything there is to say against a bank's file, errors first, each with
 * its line; 0 findings and a NULL list when there is nothing. Returns false
 * with *error set when the check itself could not be made (ENOMEM). The caller
 * releases the list with lewis_findings_free(). */
LEWIS_API bool lewis_bank_check(const char *path,
                                struct lewis_finding **findings, size_t *count,
                                struct lewis_error *error);
LEWIS_API void lewis_findings_free(struct lewis_finding *findings);

LEWIS_API const char *lewis_bank_id(const struct lewis_bank *bank);
LEWIS_API const char *lewis_bank_version(const struct lewis_bank *bank);
LEWIS_API enum lewis_bank_kind lewis_bank_kind(const struct lewis_bank *bank);
LEWIS_API const struct lewis_text *
lewis_bank_title(const struct lewis_bank *bank);
LEWIS_API const char *lewis_bank_licence(const struct lewis_bank *bank);

/* The authors, sources: texts joined by "; ". */
LEWIS_API const char *lewis_bank_authors(const struct lewis_bank *bank);
LEWIS_API const char *lewis_bank_sources(const struct lewis_bank *bank);

/* Least part of the items that must be answered, 0..1: of each style's items
 * in a rating bank, of all items in a choice bank. Default 0.8. */
LEWIS_API double lewis_bank_min_answered(const struct lewis_bank *bank);

LEWIS_API size_t lewis_bank_language_count(const struct lewis_bank *bank);
LEWIS_API const char *lewis_bank_language(const struct lewis_bank *bank,
                                          size_t index);
LEWIS_API size_t lewis_bank_section_count(const struct lewis_bank *bank);
LEWIS_API const struct lewis_section *
lewis_bank_section(const struct lewis_bank *bank, size_t index);
LEWIS_API size_t lewis_bank_item_count(const struct lewis_bank *bank);
LEWIS_API const struct lewis_item *
lewis_bank_item(const struct lewis_bank *bank, size_t index);

/* The item of that id, or NULL. */
LEWIS_API const struct lewis_item *
lewis_bank_find(const struct lewis_bank *bank, const char *id);

LEWIS_END

#endif
