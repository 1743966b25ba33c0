/* bank.h - what an item bank is made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BANK_BANK_H
#define BANK_BANK_H

#include <lewis/bank.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/document.h"
#include "base/problems.h"

#define BANK_XMLNS "urn:x-lewis:bank:1"

enum { BANK_LEVELS = 3 };

/* What shares of each level may mean. */
struct bank_reading {
    const struct lewis_text *text[LEWIS_STYLES][BANK_LEVELS];
};

struct lewis_bank {
    struct arena arena; /* owns everything below */
    const char *id, *version, *licence, *authors, *sources;
    char digest[DIGEST_SIZE];
    const struct lewis_text *title;
    enum lewis_bank_kind kind;
    double min_answered;
    const char *const *language;
    size_t language_count;
    struct lewis_response *response;
    size_t response_count;
    struct lewis_section *section;
    size_t section_count;
    struct lewis_item *item;
    size_t item_count;
    struct lewis_ask *ask;
    size_t ask_count;
    struct lewis_norm *norm;
    size_t norm_count;
    const struct lewis_text *note;
    struct bank_reading reading;          /* of the whole profile */
    struct bank_reading *section_reading; /* one a section */
};

/* bank_xml.c: reads the document into a zeroed bank, as far as it can be
 * understood; what is wrong goes to 'problems'. */
void bank_read(struct lewis_bank *bank, const struct element *root,
               struct problems *problems);

/* bank_rules.c: what no grammar can say: ids, kinds, balance. Expects a bank
 * that was read without errors. */
void bank_rules(const struct lewis_bank *bank, struct problems *problems);

#endif
