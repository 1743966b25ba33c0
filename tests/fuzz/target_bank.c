/* target_bank.c - an item bank: read, checked, compared with itself, shown,
 * exported in every form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>

#include <lewis/export.h>
#include <lewis/output.h>

#include "fuzz.h"

static void
export_all(const struct lewis_bank *bank)
{
    static const char *const words[] = {"csv", "google", "html",
                                        "limesurvey", "paper"};
    enum lewis_export form;

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct lewis_output *output = fuzz_nowhere();
        if (lewis_export_parse(words[i], &form))
            lewis_bank_export(bank, form, NULL, output, NULL);
        lewis_output_free(output);
    }
}

static void
look_at(const struct lewis_bank *bank)
{
    struct lewis_finding *findings;
    size_t count;

    for (size_t i = 0; i < lewis_bank_language_count(bank); i++)
        lewis_bank_words(bank, lewis_bank_language(bank, i));
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        assert(lewis_bank_find(bank, lewis_bank_item(bank, i)->id) ==
               lewis_bank_item(bank, i));
    if (lewis_bank_compare(bank, bank, "bank", &findings, &count, NULL)) {
        assert(count == 0);
        lewis_findings_free(findings);
    }
}

/* A bank without errors is one that can be read. */
static void
check(const char *path, const struct lewis_bank *bank)
{
    struct lewis_finding *findings;
    size_t count, errors = 0;

    if (!lewis_bank_check(path, &findings, &count, NULL))
        return;
    for (size_t i = 0; i < count; i++)
        errors += !findings[i].warning;
    assert((errors == 0) == (bank != NULL));
    lewis_findings_free(findings);
}

void
run_bank(const char *bytes, size_t size)
{
    struct lewis_bank *bank = lewis_bank_parse(bytes, size, "bank", NULL);
    const char *path = fuzz_file(0, bytes, size);

    lewis_bank_sniff(path);
    check(path, bank);
    if (bank != NULL) {
        look_at(bank);
        export_all(bank);
    }
    lewis_bank_free(bank);
}
