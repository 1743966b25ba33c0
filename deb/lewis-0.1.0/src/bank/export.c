/* export.c - a questionnaire for other tools: the table, and CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bank/export.h"
#include "base/error.h"

static const struct {
    const char *keyword;
    export_writer *write;
} exports[] = {
    [LEWIS_EXPORT_CSV] = {"csv", export_csv},
    [LEWIS_EXPORT_LIMESURVEY] = {"limesurvey", export_limesurvey},
    [LEWIS_EXPORT_GOOGLE] = {"google", export_google},
    [LEWIS_EXPORT_PAPER] = {"paper", export_paper},
};
enum { EXPORTS = sizeof exports / sizeof exports[0] };

bool
lewis_export_parse(const char *keyword, enum lewis_export *export_)
{
    for (size_t i = 0; i < EXPORTS; i++)
        if (strcmp(exports[i].keyword, keyword) == 0) {
            *export_ = (enum lewis_export)i;
            return true;
        }
    return false;
}

bool
lewis_bank_export(const struct lewis_bank *bank, enum lewis_export export_,
                  const char *lang, struct lewis_output *output,
                  struct lewis_error *error)
{
    struct text out = {0};
    bool ok = exports[export_].write(bank, lang, &out, error);

    if (ok && !text_ok(&out))
        ok = error_memory(error);
    if (ok)
        lewis_output_write(output, text_string(&out), out.size);
    text_release(&out);
    return ok;
}

const char *
export_about(const char *lang)
{
    return lang != NULL && strncmp(lang, "nl", 2) == 0 ? "Over jou"
                                                       : "About you";
}

/* id, team, the questions about the person, the items. Ids need no quotes. */
bool
export_csv(const struct lewis_bank *bank, const char *lang, struct text *out,
           struct lewis_error *error)
{
    (void)lang;
    (void)error;
    text_add(out, "id,team");
    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
        if (strcmp(lewis_bank_ask(bank, i)->id, "team") != 0)
            text_print(out, ",%s", lewis_bank_ask(bank, i)->id);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        text_print(out, ",%s", lewis_bank_item(bank, i)->id);
    text_add(out, "\n");
    return true;
}
