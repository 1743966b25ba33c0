/* lewis/bank.h - an item bank: the questions, their options and their keys.
 *
 * A bank is read from an XML file (questionnaires/ has examples) and never
 * changes. All views live as long as the bank, which owns one arena. Safe to
 * read from several threads.
 *
 * A bank is of one of two kinds. A rating bank has `rate` items: each is keyed
 * to one style, straight or reversed. A choice bank has `pick`, `rank`,
 * `points` and `pair` items: each offers two or three options, every option
 * keyed to another style. Either may have `check` items, which test attention
 * and are not scored.
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
enum lewis_form {
    LEWIS_RATE,   /* a point of a response scale */
    LEWIS_PICK,   /* one of the options */
    LEWIS_RANK,   /* the options in order, or only the first of them */
    LEWIS_POINTS, /* a number of points shared out over the options */
    LEWIS_PAIR,   /* a place between two options */
    LEWIS_CHECK   /* a point of a response scale, known beforehand */
};
enum { LEWIS_FORMS = LEWIS_CHECK + 1 };
enum { LEWIS_OPTIONS = 3 }; /* most options an item can have */
enum { LEWIS_NO_SECTION = -1 };

/* "rate", "pick", ...: the name of its element. Static storage. */
LEWIS_API const char *lewis_form_keyword(enum lewis_form form);

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
    const struct lewis_text *stem; /* NULL only for a pair without one */
    /* rate, check */
    const struct lewis_response *response;
    int expect; /* check: the answer of somebody who reads */
    /* rate */
    enum lewis_style style;
    bool reverse;
    double weight; /* of the key, > 0; 1 unless the bank says otherwise */
    /* pick, rank, points, pair (0 left, 1 right) */
    size_t option_count;
    struct lewis_option option[LEWIS_OPTIONS];
    bool random; /* the options may be shown in any order */
    int total;   /* points: how many there are to share out */
    int places;  /* pair: answers are 1 (left) .. places (right) */
};

struct lewis_section {
    const char *id;
    const struct lewis_text *name;
    const struct lewis_text *note; /* or NULL */
    bool random;         /* its items may be shown in any order */
    size_t first, count; /* its items: first .. first + count - 1 */
};

/* A question about the person, never scored. */
enum lewis_ask_type {
    LEWIS_ASK_TEXT,
    LEWIS_ASK_NUMBER,
    LEWIS_ASK_COUNTRY, /* an ISO 3166-1 code */
    LEWIS_ASK_CHOICE
};

struct lewis_ask_option {
    const char *id;
    const struct lewis_text *label;
};

struct lewis_ask {
    const char *id; /* the column name in answer files */
    enum lewis_ask_type type;
    bool required; /* default false */
    long line;
    const struct lewis_text *stem;
    size_t option_count; /* LEWIS_ASK_CHOICE */
    const struct lewis_ask_option *option;
};

/* Mean and standard deviation of the three shares in a named group. */
struct lewis_norm {
    const char *id, *source;
    int n; /* people */
    double mean[LEWIS_STYLES], sd[LEWIS_STYLES]; /* shares, 0..1 */
};

/* Three levels of a share. */
enum lewis_level { LEWIS_LOW, LEWIS_MIDDLE, LEWIS_HIGH };

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

/* True when the file's outermost element is a bank's; any other file is false.
 * One that cannot be read, or that memory runs out for, may be a bank: it is
 * true, and lewis_bank_load() says why. */
LEWIS_API bool lewis_bank_sniff(const char *path);

/* Everything there is to say against a bank's file, errors first, each with
 * its line; 0 findings and a NULL list when there is nothing. Returns false
 * with *error set when the check itself could not be made (ENOMEM). The caller
 * releases the list with lewis_findings_free(). */
LEWIS_API bool lewis_bank_check(const char *path,
                                struct lewis_finding **findings, size_t *count,
                                struct lewis_error *error);
/* What was changed between two versions of a bank so that old answers would be
 * read wrongly: an id that is used again with another form, key, scale or
 * options (error), with other words (warning), and a version that is not
 * higher although something changed (error). The lines are those of 'bank',
 * the list as from lewis_bank_check(). */
LEWIS_API bool lewis_bank_compare(const struct lewis_bank *bank,
                                  const struct lewis_bank *old,
                                  const char *path,
                                  struct lewis_finding **findings,
                                  size_t *count, struct lewis_error *error);

LEWIS_API void lewis_findings_free(struct lewis_finding *findings);

LEWIS_API const char *lewis_bank_id(const struct lewis_bank *bank);
LEWIS_API const char *lewis_bank_version(const struct lewis_bank *bank);

/* SHA-256 of the bytes it was read from, 64 hexadecimal digits: tells whether
 * answers were given to just this bank. */
LEWIS_API const char *lewis_bank_digest(const struct lewis_bank *bank);
LEWIS_API enum lewis_bank_kind lewis_bank_kind(const struct lewis_bank *bank);
LEWIS_API const struct lewis_text *
lewis_bank_title(const struct lewis_bank *bank);
LEWIS_API const char *lewis_bank_licence(const struct lewis_bank *bank);

/* The authors, sources: texts joined by "; ". */
LEWIS_API const char *lewis_bank_authors(const struct lewis_bank *bank);
LEWIS_API const char *lewis_bank_sources(const struct lewis_bank *bank);

/* Remarks on the bank as a whole; or NULL. */
LEWIS_API const struct lewis_text *
lewis_bank_note(const struct lewis_bank *bank);

/* Least part of the items that must be answered, 0..1: of each style's items
 * in a rating bank, of all items in a choice bank. Default 0.8. */
LEWIS_API double lewis_bank_min_answered(const struct lewis_bank *bank);

/* How many of so many items that is, when a result needs that part of them: the
 * least whole number that is no less (but for a rounding error of 1e-9), and at
 * least one. */
LEWIS_API size_t lewis_bank_needed(double part, size_t items);

LEWIS_API size_t lewis_bank_language_count(const struct lewis_bank *bank);
LEWIS_API const char *lewis_bank_language(const struct lewis_bank *bank,
                                          size_t index);

/* How many words a respondent reads, stems and options, in that language. */
LEWIS_API size_t lewis_bank_words(const struct lewis_bank *bank,
                                  const char *lang);

/* Decisions that an item takes; the last of several follows by itself. */
LEWIS_API size_t lewis_item_choices(const struct lewis_item *item);

/* Minutes that so many words and choices take, an estimate: 238 words a minute
 * (silent reading of English; Brysbaert 2019, Journal of Memory and Language
 * 109:104047), and 4 seconds a choice, which is ours. The second: of the whole
 * bank. */
LEWIS_API double lewis_answering_minutes(double words, size_t choices);
LEWIS_API double lewis_bank_minutes(const struct lewis_bank *bank,
                                    const char *lang);

LEWIS_API size_t lewis_bank_section_count(const struct lewis_bank *bank);
LEWIS_API const struct lewis_section *
lewis_bank_section(const struct lewis_bank *bank, size_t index);
LEWIS_API size_t lewis_bank_item_count(const struct lewis_bank *bank);
LEWIS_API const struct lewis_item *
lewis_bank_item(const struct lewis_bank *bank, size_t index);

/* Those that count for a result: all but LEWIS_CHECK. */
LEWIS_API size_t lewis_bank_scored_count(const struct lewis_bank *bank);

/* Questions about the person. */
LEWIS_API size_t lewis_bank_ask_count(const struct lewis_bank *bank);
LEWIS_API const struct lewis_ask *
lewis_bank_ask(const struct lewis_bank *bank, size_t index);

LEWIS_API size_t lewis_bank_norm_count(const struct lewis_bank *bank);
LEWIS_API const struct lewis_norm *
lewis_bank_norm(const struct lewis_bank *bank, size_t index);

/* What a share at that level may mean, for a section (its index) or for the
 * whole profile (LEWIS_NO_SECTION); NULL when the bank does not say. */
LEWIS_API const struct lewis_text *
lewis_bank_reading(const struct lewis_bank *bank, long section,
                   enum lewis_style style, enum lewis_level level);

/* The item of that id, or NULL. */
LEWIS_API const struct lewis_item *
lewis_bank_find(const struct lewis_bank *bank, const char *id);

LEWIS_END

#endif
