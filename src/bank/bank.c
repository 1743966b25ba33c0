/* bank.c - loading, checking and looking at a bank.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bank/bank.h"
#include "base/content.h"
#include "base/error.h"
#include "base/file.h"

static const double WORDS_A_MINUTE = 238;
static const double SECONDS_A_CHOICE = 4;

static void
settle_kind(struct lewis_bank *bank)
{
    size_t i = 0;

    while (i < bank->item_count && bank->item[i].form == LEWIS_CHECK)
        i++;
    bank->kind = i < bank->item_count && bank->item[i].form != LEWIS_RATE
                     ? LEWIS_BANK_CHOICE
                     : LEWIS_BANK_RATING;
}

static void *
make_bank(const struct element *root, struct problems *problems)
{
    struct lewis_bank *bank = calloc(1, sizeof *bank);

    if (bank == NULL)
        return NULL;
    bank_read(bank, root, problems);
    problems->failed |= arena_failed(&bank->arena);
    if (!problems->failed) {
        settle_kind(bank);
        bank_rules(bank, problems);
    }
    return bank;
}

static void
free_bank(void *bank)
{
    lewis_bank_free(bank);
}

static const struct content_kind content = {"bank", make_bank, free_bank};

struct lewis_bank *
lewis_bank_parse(const char *xml, size_t size, const char *name,
                 struct lewis_error *error)
{
    struct lewis_bank *bank = content_parse(&content, xml, size, name, error);

    if (bank != NULL && !digest_of(xml, size, bank->digest)) {
        lewis_bank_free(bank);
        bank = NULL;
        error_memory(error);
    }
    return bank;
}

struct lewis_bank *
lewis_bank_load(const char *path, struct lewis_error *error)
{
    size_t size;
    char *xml = file_read(path, DOCUMENT_LIMIT, &size, error);
    struct lewis_bank *bank = NULL;

    if (xml != NULL)
        bank = lewis_bank_parse(xml, size, path, error);
    free(xml);
    return bank;
}

bool
lewis_bank_sniff(const char *path)
{
    return content_sniff(&content, path);
}

bool
lewis_bank_check(const char *path, struct lewis_finding **findings,
                 size_t *count, struct lewis_error *error)
{
    return content_check(&content, path, findings, count, error);
}

void
lewis_bank_free(struct lewis_bank *bank)
{
    if (bank == NULL)
        return;
    arena_release(&bank->arena);
    free(bank);
}

void
lewis_findings_free(struct lewis_finding *findings)
{
    free(findings);
}

const char *
lewis_bank_id(const struct lewis_bank *bank)
{
    return bank->id;
}

const char *
lewis_bank_version(const struct lewis_bank *bank)
{
    return bank->version;
}

const char *
lewis_bank_digest(const struct lewis_bank *bank)
{
    return bank->digest;
}

enum lewis_bank_kind
lewis_bank_kind(const struct lewis_bank *bank)
{
    return bank->kind;
}

const struct lewis_text *
lewis_bank_title(const struct lewis_bank *bank)
{
    return bank->title;
}

const char *
lewis_bank_licence(const struct lewis_bank *bank)
{
    return bank->licence;
}

const char *
lewis_bank_authors(const struct lewis_bank *bank)
{
    return bank->authors;
}

const char *
lewis_bank_sources(const struct lewis_bank *bank)
{
    return bank->sources;
}

double
lewis_bank_min_answered(const struct lewis_bank *bank)
{
    return bank->min_answered;
}

size_t
lewis_bank_needed(double part, size_t items)
{
    return (size_t)fmax(1, ceil(part * (double)items - 1e-9));
}

size_t
lewis_bank_language_count(const struct lewis_bank *bank)
{
    return bank->language_count;
}

const char *
lewis_bank_language(const struct lewis_bank *bank, size_t index)
{
    return bank->language[index];
}

static size_t
count_words(const char *text)
{
    size_t n = *text != '\0';

    for (; *text != '\0'; text++)
        n += *text == ' ';
    return n;
}

size_t
lewis_bank_words(const struct lewis_bank *bank, const char *lang)
{
    size_t n = 0;

    for (size_t i = 0; i < bank->item_count; i++) {
        const struct lewis_item *item = &bank->item[i];
        if (item->stem != NULL)
            n += count_words(lewis_text_in(item->stem, lang));
        for (size_t o = 0; o < item->option_count; o++)
            n += count_words(lewis_text_in(item->option[o].label, lang));
    }
    return n;
}

size_t
lewis_item_choices(const struct lewis_item *item)
{
    return item->form == LEWIS_RANK || item->form == LEWIS_POINTS
               ? item->option_count - 1
               : 1;
}

double
lewis_answering_minutes(double words, size_t choices)
{
    return words / WORDS_A_MINUTE + (double)choices * SECONDS_A_CHOICE / 60;
}

double
lewis_bank_minutes(const struct lewis_bank *bank, const char *lang)
{
    size_t choices = 0;

    for (size_t i = 0; i < bank->item_count; i++)
        choices += lewis_item_choices(&bank->item[i]);
    return lewis_answering_minutes((double)lewis_bank_words(bank, lang),
                                   choices);
}

size_t
lewis_bank_section_count(const struct lewis_bank *bank)
{
    return bank->section_count;
}

const struct lewis_section *
lewis_bank_section(const struct lewis_bank *bank, size_t index)
{
    return &bank->section[index];
}

size_t
lewis_bank_item_count(const struct lewis_bank *bank)
{
    return bank->item_count;
}

size_t
lewis_bank_scored_count(const struct lewis_bank *bank)
{
    size_t scored = 0;

    for (size_t i = 0; i < bank->item_count; i++)
        scored += bank->item[i].form != LEWIS_CHECK;
    return scored;
}

const struct lewis_item *
lewis_bank_item(const struct lewis_bank *bank, size_t index)
{
    return &bank->item[index];
}

size_t
lewis_bank_ask_count(const struct lewis_bank *bank)
{
    return bank->ask_count;
}

const struct lewis_ask *
lewis_bank_ask(const struct lewis_bank *bank, size_t index)
{
    return &bank->ask[index];
}

size_t
lewis_bank_norm_count(const struct lewis_bank *bank)
{
    return bank->norm_count;
}

const struct lewis_norm *
lewis_bank_norm(const struct lewis_bank *bank, size_t index)
{
    return &bank->norm[index];
}

const struct lewis_text *
lewis_bank_note(const struct lewis_bank *bank)
{
    return bank->note;
}

const struct lewis_text *
lewis_bank_reading(const struct lewis_bank *bank, long section,
                   enum lewis_style style, enum lewis_level level)
{
    const struct bank_reading *reading =
        section == LEWIS_NO_SECTION ? &bank->reading
                                    : &bank->section_reading[section];

    return reading->text[style][level];
}

const struct lewis_item *
lewis_bank_find(const struct lewis_bank *bank, const char *id)
{
    for (size_t i = 0; i < bank->item_count; i++)
        if (strcmp(bank->item[i].id, id) == 0)
            return &bank->item[i];
    return NULL;
}
