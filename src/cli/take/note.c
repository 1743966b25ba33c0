/* note.c - what there is to say to an act.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/note.h"

#include <stdio.h>

#include <lewis/spelling.h>

#include "cli/take/answer.h"

enum { COUNTRIES = 400 };

static size_t
item_shown(const struct take *take)
{
    return lewis_session_item(take->session,
                              lewis_session_place(take->session).item);
}

void
take_note_options(struct take *take)
{
    struct take_choices choices = take_choices(take);
    char list[TAKE_LIST];

    take_choices_say(take, &choices, list, sizeof list);
    snprintf(take->note, sizeof take->note, take_words(take)->no_option, list);
}

/* Sentences without figures. */
static const char *
plain_words(const struct take_words *words, enum lewis_outcome outcome)
{
    switch (outcome) {
    case LEWIS_REFUSED_OPEN:
        return words->open;
    case LEWIS_REFUSED_SKIP:
        return words->no_skip;
    case LEWIS_REFUSED_ANSWERED:
        return words->has_answer;
    case LEWIS_REFUSED_REQUIRED:
        return words->required;
    case LEWIS_REFUSED_ASKS:
        return words->asks_first;
    case LEWIS_REFUSED_LANGUAGE:
        return words->one_language;
    case LEWIS_REFUSED_NUMBER:
        return words->no_number;
    case LEWIS_REFUSED_TEXT:
        return words->no_text;
    default:
        return "";
    }
}

void
take_note_refusal(struct take *take, enum lewis_outcome outcome, long number,
                  const struct lewis_error *error)
{
    const struct take_words *words = take_words(take);
    const struct lewis_session *session = take->session;
    size_t size = sizeof take->note;

    take->refused = true;
    if (outcome == LEWIS_REFUSED_OPTION)
        take_note_options(take);
    else if (outcome == LEWIS_REFUSED_AGAIN)
        snprintf(take->note, size, words->again, number);
    else if (outcome == LEWIS_REFUSED_POINTS)
        snprintf(take->note, size, words->no_points,
                 lewis_session_points_left(session, item_shown(take)));
    else if (outcome == LEWIS_REFUSED_QUESTION)
        snprintf(take->note, size, words->no_question,
                 lewis_bank_item_count(lewis_session_bank(session)));
    else if (outcome == LEWIS_REFUSED_AHEAD)
        snprintf(take->note, size, words->ahead,
                 lewis_session_first_open(session) + 1);
    else if (outcome == LEWIS_NOT_SAVED)
        snprintf(take->note, size, words->not_saved, error->text);
    else
        snprintf(take->note, size, "%s", plain_words(words, outcome));
}

/* The name in the session's language that is a few letters away; or NULL. */
static const char *
meant_country(const struct take *take, const char *typed)
{
    const char *name[COUNTRIES], *lang = lewis_session_language(take->session);
    size_t count = take->atlas == NULL ? 0 : lewis_atlas_count(take->atlas);

    if (count > COUNTRIES)
        count = COUNTRIES;
    for (size_t i = 0; i < count; i++)
        name[i] = lewis_text_in(lewis_atlas_at(take->atlas, i)->name, lang);
    return lewis_spelling_nearest(typed, name, count);
}

void
take_note_country(struct take *take, const char *typed)
{
    const char *meant = meant_country(take, typed);
    size_t used;

    used = (size_t)snprintf(take->note, sizeof take->note,
                            take_words(take)->no_country, typed);
    if (meant == NULL || used + 2 > sizeof take->note)
        return;
    take->note[used++] = ' ';
    snprintf(take->note + used, sizeof take->note - used,
             take_words(take)->mean_country, meant);
}

void
take_note_answer(struct take *take, size_t position)
{
    const struct take_words *words = take_words(take);
    size_t item = lewis_session_item(take->session, position), used;
    char answer[TAKE_LIST];

    take_answer_print(take, item, answer, sizeof answer);
    take->refused = false;
    used = (size_t)snprintf(take->note, sizeof take->note,
                            *answer != '\0' ? words->last : words->skipped,
                            position + 1, answer);
    if (!take->lines && used < sizeof take->note)
        snprintf(take->note + used, sizeof take->note - used, " %s",
                 words->not_right);
}
