/* lewis/checklist.h - questions to ask oneself; no score.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_CHECKLIST_H
#define LEWIS_CHECKLIST_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/text.h>

LEWIS_BEGIN

struct lewis_checklist;

struct lewis_trait {
    const char *id;
    const struct lewis_text *name;
    const struct lewis_text *question; /* to ask oneself */
    const struct lewis_text *attempt;  /* one small thing to try */
};

/* Reads a checklist from a file. Returns an object the caller frees with
 * lewis_checklist_free(), or NULL with *error set as lewis_bank_load() does.
 * Views live as long as it. */
LEWIS_API struct lewis_checklist *
lewis_checklist_load(const char *path, struct lewis_error *error);
LEWIS_API struct lewis_checklist *
lewis_checklist_parse(const char *xml, size_t size, const char *name,
                      struct lewis_error *error);
LEWIS_API void lewis_checklist_free(struct lewis_checklist *checklist);

/* As lewis_bank_sniff() and lewis_bank_check(). */
LEWIS_API bool lewis_checklist_sniff(const char *path);
LEWIS_API bool lewis_checklist_check(const char *path,
                                     struct lewis_finding **findings,
                                     size_t *count, struct lewis_error *error);

LEWIS_API const struct lewis_text *
lewis_checklist_title(const struct lewis_checklist *checklist);
LEWIS_API const struct lewis_text *
lewis_checklist_intro(const struct lewis_checklist *checklist);
LEWIS_API size_t
lewis_checklist_count(const struct lewis_checklist *checklist);
LEWIS_API const struct lewis_trait *
lewis_checklist_at(const struct lewis_checklist *checklist, size_t index);

LEWIS_END

#endif
