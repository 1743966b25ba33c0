/* topics.c - the same answers by every topic of the bank, in one pass.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/chart/stars.h"
#include "cli/chart/topics.h"
#include "cli/say.h"

/* The charts and keys, once the first row has settled the bank. */
static bool
begin(struct topics *topics, struct lewis_error *error)
{
    const struct scoring *scoring = topics->scoring;
    struct lewis_score_options options = {.prior = scoring->prior,
                                          .level = scoring->level,
                                          .min_answered =
                                              scoring->min_answered};
    size_t sections = lewis_bank_section_count(scoring->bank);

    if (sections + 1 > TOPICS_MOST)
        sections = TOPICS_MOST - 1;
    for (size_t i = 0; i <= sections; i++) {
        topics->chart[i] = lewis_chart_new(error);
        topics->count = i + 1;
        if (topics->chart[i] == NULL ||
            !chart_stars_ask(topics->stars, topics->chart[i], error))
            return false;
        topics->panel[i].chart = topics->chart[i];
        if (i == 0)
            continue;
        topics->key[i] =
            lewis_key_new_topic(scoring->bank, i - 1, &options, error);
        if (topics->key[i] == NULL)
            return false;
    }
    return true;
}

static bool
add_to(struct lewis_chart *chart, const struct lewis_sheet *sheet,
       const struct lewis_score *score, struct lewis_error *error)
{
    return lewis_chart_add(chart, sheet->id, sheet->id_size, sheet->team,
                           sheet->team_size, score, error);
}

bool
topics_add(struct topics *topics, const struct lewis_sheet *sheet,
           const struct lewis_score *score, struct lewis_error *error)
{
    bool out = score->status == LEWIS_REFUSED ||
               score->status == LEWIS_EXCLUDED;

    if (topics->count == 0 && !begin(topics, error))
        return false;
    if (!add_to(topics->chart[0], sheet, score, error))
        return false;
    for (size_t i = 1; i < topics->count; i++) {
        struct lewis_score part = *score;

        if (!out)
            lewis_score_answers(topics->key[i], sheet->answer, &part);
        if (!add_to(topics->chart[i], sheet, &part, error))
            return false;
    }
    return true;
}

bool
topics_title(struct topics *topics, const char *lang)
{
    const struct lewis_bank *bank = topics->scoring->bank;

    if (topics->count < 3) {
        say("bank %s has one topic only; draw it without --topics",
            lewis_bank_id(bank));
        return false;
    }
    topics->panel[0].items = lewis_bank_item_count(bank);
    for (size_t i = 1; i < topics->count; i++) {
        const struct lewis_section *section = lewis_bank_section(bank, i - 1);

        topics->panel[i].title = lewis_text_in(section->name, lang);
        topics->panel[i].items = section->count;
    }
    if (topics->count <= lewis_bank_section_count(bank))
        say("bank %s has %zu topics; the first %zu are drawn",
            lewis_bank_id(bank), lewis_bank_section_count(bank),
            topics->count - 1);
    return true;
}

void
topics_free(struct topics *topics)
{
    for (size_t i = 0; i < topics->count; i++) {
        lewis_key_free(topics->key[i]);
        lewis_chart_free(topics->chart[i]);
    }
}
