/* save.c - what people do, written down: many changes in one transaction.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "session/reply.h"
#include "session/session.h"
#include "workshop/release.h"
#include "workshop/respondents.h"
#include "workshop/sheet.h"
#include "workshop/workshop.h"

/* A change under way, and whose it is. */
struct saving {
    struct lewis_workshop *workshop;
    const struct lewis_change *change;
    struct lewis_respondent who;
    bool handed_in;            /* somebody did, in this transaction */
    struct lewis_error *error; /* of what is not the file's trouble */
    bool failed;               /* *error is set */
};

static void
set_text(const struct saving *saving, const char *statement, const char *text)
{
    struct query query = query_begin(&saving->workshop->database, statement);

    query_text(&query, text);
    query_number(&query, (int64_t)saving->who.number);
    query_do(&query);
}

static enum lewis_saved
save_consent(struct saving *saving)
{
    char day[WORKSHOP_DAY];

    if (!saving->who.consented)
        set_text(saving,
                 "UPDATE respondent SET consented = ? WHERE respondent = ?",
                 workshop_day(day));
    return LEWIS_SAVED;
}

static enum lewis_saved
save_language(struct saving *saving)
{
    const char *lang =
        session_language(saving->workshop->bank, saving->change->text);

    if (lang == NULL || strlen(lang) >= LEWIS_LANGUAGE)
        return LEWIS_UNSAVED_VALUE;
    if (strcmp(lang, saving->who.language) != 0)
        set_text(saving,
                 "UPDATE respondent SET language = ? WHERE respondent = ?",
                 lang);
    return LEWIS_SAVED;
}

/* A name is a text as the reply to any question. */
static enum lewis_saved
save_name(struct saving *saving)
{
    static const struct lewis_ask name = {.type = LEWIS_ASK_TEXT};
    char text[LEWIS_REPLY_SIZE] = "";

    if (!saving->workshop->names)
        return LEWIS_UNSAVED_QUESTION;
    if (*saving->change->text != '\0' &&
        reply_text(&name, saving->change->text, text) != LEWIS_MOVED)
        return LEWIS_UNSAVED_VALUE;
    if (strcmp(text, saving->who.name) != 0)
        set_text(saving,
                 "UPDATE respondent SET name = ? WHERE respondent = ?", text);
    return LEWIS_SAVED;
}

/* Is this what was said last? */
static bool
is_current(const struct saving *saving, bool ask, const char *value)
{
    struct query query =
        query_begin(&saving->workshop->database,
                    "SELECT value FROM answer WHERE respondent = ? AND ask = ? "
                    "AND question = ? ORDER BY sequence DESC LIMIT 1");
    bool same;

    query_number(&query, (int64_t)saving->who.number);
    query_number(&query, ask);
    query_text(&query, saving->change->id);
    same = query_row(&query) && strcmp(query_get_text(&query, 0), value) == 0;
    query_end(&query);
    return same;
}

static enum lewis_saved
save_value(const struct saving *saving, bool ask, const char *value)
{
    struct query query;
    uint64_t ms = saving->change->ms;

    if (is_current(saving, ask, value))
        return LEWIS_SAVED;
    query = query_begin(
        &saving->workshop->database,
        "INSERT INTO answer (respondent, sequence, ask, question, value, ms) "
        "SELECT ?1, coalesce(max(sequence), 0) + 1, ?2, ?3, ?4, ?5 "
        "FROM answer WHERE respondent = ?1");
    query_number(&query, (int64_t)saving->who.number);
    query_number(&query, ask);
    query_text(&query, saving->change->id);
    query_text(&query, value);
    query_number(&query, ms > INT32_MAX ? INT32_MAX : (int64_t)ms);
    query_do(&query);
    return LEWIS_SAVED;
}

static enum lewis_saved
save_answer(struct saving *saving)
{
    const struct lewis_change *change = saving->change;
    const struct lewis_item *item =
        lewis_bank_find(saving->workshop->bank, change->id);
    struct lewis_answer answer;
    char cell[LEWIS_CELL];

    if (item == NULL)
        return LEWIS_UNSAVED_QUESTION;
    if (!lewis_answer_parse(item, change->text, strlen(change->text), &answer,
                            NULL))
        return LEWIS_UNSAVED_VALUE;
    return save_value(saving, false, lewis_answer_print(item, &answer, cell));
}

static const struct lewis_ask *
find_ask(const struct lewis_workshop *workshop, const char *id)
{
    for (size_t a = 0; a < lewis_bank_ask_count(workshop->bank); a++)
        if (lewis_workshop_asks(workshop, a) &&
            strcmp(lewis_bank_ask(workshop->bank, a)->id, id) == 0)
            return lewis_bank_ask(workshop->bank, a);
    return NULL;
}

static enum lewis_saved
save_reply(struct saving *saving)
{
    const struct lewis_change *change = saving->change;
    const struct lewis_ask *ask = find_ask(saving->workshop, change->id);
    char text[LEWIS_REPLY_SIZE] = "";

    if (ask == NULL)
        return LEWIS_UNSAVED_QUESTION;
    if (*change->text != '\0' &&
        reply_text(ask, change->text, text) != LEWIS_MOVED)
        return LEWIS_UNSAVED_VALUE;
    return save_value(saving, true, text);
}

/* Whoever hands in has a profile, so that those who handed in can be counted
 * as those who are shown. */
static enum lewis_saved
check_profile(const struct lewis_workshop *workshop,
              const struct lewis_workshop_sheet *sheet)
{
    struct lewis_score score;

    for (size_t a = 0; a < lewis_bank_ask_count(workshop->bank); a++)
        if (lewis_workshop_asks(workshop, a) &&
            lewis_bank_ask(workshop->bank, a)->required &&
            sheet->ask[a].given != LEWIS_ANSWERED)
            return LEWIS_UNSAVED_REQUIRED;
    lewis_score_answers(workshop->key, sheet->answer, &score);
    if (score.status == LEWIS_SCORED)
        return LEWIS_SAVED;
    return score.reason == LEWIS_ALL_ZERO ? LEWIS_UNSAVED_LOWEST
                                          : LEWIS_UNSAVED_OPEN;
}

static void
set_handed_in(struct saving *saving, bool handed_in)
{
    struct query query =
        query_begin(&saving->workshop->database,
                    "UPDATE respondent SET handed_in = ? WHERE respondent = ?");

    query_number(&query, handed_in);
    query_number(&query, (int64_t)saving->who.number);
    query_do(&query);
}

static enum lewis_saved
save_hand_in(struct saving *saving)
{
    struct lewis_workshop *workshop = saving->workshop;
    struct lewis_workshop_sheet *sheet;
    enum lewis_saved saved;

    if (saving->who.handed_in)
        return LEWIS_SAVED;
    sheet = sheet_read(workshop, saving->who.number, saving->error);
    if (sheet == NULL) {
        saving->failed = true;
        return LEWIS_UNSAVED_TROUBLE;
    }
    saved = check_profile(workshop, sheet);
    lewis_workshop_sheet_free(sheet);
    if (saved == LEWIS_SAVED) {
        set_handed_in(saving, true);
        saving->handed_in = true;
    }
    return saved;
}

static enum lewis_saved
save_take_back(struct saving *saving)
{
    if (saving->who.released)
        return LEWIS_UNSAVED_RELEASED;
    if (saving->who.handed_in)
        set_handed_in(saving, false);
    return LEWIS_SAVED;
}

/* By kind. */
static const struct {
    enum lewis_saved (*save)(struct saving *saving);
    bool early;   /* also of somebody who did not agree yet */
    bool content; /* of the sheet: not once it was handed in */
} kinds[] = {
    [LEWIS_CHANGE_CONSENT] = {save_consent, true, false},
    [LEWIS_CHANGE_LANGUAGE] = {save_language, true, false},
    [LEWIS_CHANGE_NAME] = {save_name, false, true},
    [LEWIS_CHANGE_ANSWER] = {save_answer, false, true},
    [LEWIS_CHANGE_REPLY] = {save_reply, false, true},
    [LEWIS_CHANGE_HAND_IN] = {save_hand_in, false, false},
    [LEWIS_CHANGE_TAKE_BACK] = {save_take_back, false, false},
};

static enum lewis_saved
save_one(struct saving *saving)
{
    const struct lewis_change *change = saving->change;

    if (!respondents_get(&saving->workshop->database, change->respondent,
                         &saving->who))
        return LEWIS_UNSAVED_PERSON;
    if (!saving->who.consented && !kinds[change->kind].early)
        return LEWIS_UNSAVED_CONSENT;
    if (saving->who.handed_in && kinds[change->kind].content)
        return saving->who.released ? LEWIS_UNSAVED_RELEASED
                                    : LEWIS_UNSAVED_HANDED_IN;
    return kinds[change->kind].save(saving);
}

static bool
save_open(struct saving *saving, const struct lewis_change change[],
          size_t count, enum lewis_saved saved[])
{
    bool revealed = workshop_standing(&saving->workshop->database).revealed;

    for (size_t i = 0; i < count && !saving->failed; i++) {
        saving->change = &change[i];
        saved[i] = save_one(saving);
    }
    if (revealed && saving->handed_in)
        release_some(saving->workshop);
    return !saving->failed;
}

static void
set_all(enum lewis_saved saved[], size_t count, enum lewis_saved value)
{
    for (size_t i = 0; i < count; i++)
        saved[i] = value;
}

bool
lewis_workshop_save(struct lewis_workshop *workshop,
                    const struct lewis_change change[], size_t count,
                    enum lewis_saved saved[], struct lewis_error *error)
{
    struct saving saving = {.workshop = workshop, .error = error};
    struct database *database = &workshop->database;
    enum lewis_workshop_state state;
    bool done = true;

    database_begin(database);
    state = workshop_standing(database).state;
    if (state == LEWIS_WORKSHOP_OPEN)
        done = save_open(&saving, change, count, saved);
    else
        set_all(saved, count, state == LEWIS_WORKSHOP_DRAFT
                                  ? LEWIS_UNSAVED_DRAFT
                                  : LEWIS_UNSAVED_CLOSED);
    if (done)
        done = database_commit(database, error);
    else
        database_rollback(database), database_ok(database, NULL);
    if (!done)
        set_all(saved, count, LEWIS_UNSAVED_TROUBLE);
    return done;
}
