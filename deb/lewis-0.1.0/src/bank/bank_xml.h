/* bank_xml.h - what the readers of a bank's document share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BANK_BANK_XML_H
#define BANK_BANK_XML_H

#include "bank/bank.h"
#include "base/grammar.h"
#include "base/reader.h"

extern const struct grammar_rule bank_grammar[];
extern const size_t bank_grammar_size;

/* order="random": may what is in it be shown in any order? */
bool bank_read_order(struct reader *reader, const struct element *element);

/* name="true"; absent is false. */
bool bank_read_flag(struct reader *reader, const struct element *element,
                    const char *name);

/* Is this one of the item forms? If so, reads it; item->section is set. */
bool bank_is_item(const struct element *element);
void bank_read_item(struct lewis_item *item, const struct lewis_bank *bank,
                    struct reader *reader, const struct element *element);

#endif
