/* session.c - making a session, its state, and looking at it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "session/session.h"
#include "session/shuffle.h"

static void
order_options(struct lewis_session *session, size_t i, struct shuffle *shuffle)
{
    const struct lewis_item *item = lewis_bank_item(session->bank, i);

    for (size_t o = 0; o < LEWIS_OPTIONS; o++)
        session->item[i].option[o] = o;
    if (item->random)
        shuffle_values(shuffle, session->item[i].option, item->option_count);
}

static void
settle_order(struct lewis_session *session)
{
    struct shuffle shuffle = {session->seed};

    for (size_t i = 0; i < session->items; i++)
        session->order[i] = i;
    for (size_t s = 0; s < lewis_bank_section_count(session->bank); s++) {
        const struct lewis_section *section =
            lewis_bank_section(session->bank, s);
        if (section->random)
            shuffle_values(&shuffle, session->order + section->first,
                           section->count);
    }
    for (size_t i = 0; i < session->items; i++)
        order_options(session, i, &shuffle);
    for (size_t p = 0; p < session->items; p++)
        session->item[session->order[p]].position = p;
}

/* Is the tag asked for this language, or one of its kind ("nl-BE" of "nl")? */
static bool
is_language(const char *known, const char *lang)
{
    size_t size = strlen(known);

    return lewis_text_same_start(known, lang, size) &&
           strchr("-_.@", lang[size]) != NULL; /* NUL, too */
}

const char *
session_language(const struct lewis_bank *bank, const char *lang)
{
    size_t count = lewis_bank_language_count(bank);

    for (size_t i = 0; i < count; i++)
        if (lewis_text_same(lewis_bank_language(bank, i), lang))
            return lewis_bank_language(bank, i);
    for (size_t i = 0; i < count; i++)
        if (is_language(lewis_bank_language(bank, i), lang))
            return lewis_bank_language(bank, i);
    return NULL;
}

static const char *
keep(struct arena *arena, const char *string)
{
    return string == NULL ? "" : arena_copy(arena, string, strlen(string));
}

/* A team that was given need not be asked for. */
static void
prefill_team(struct lewis_session *session)
{
    for (size_t a = 0; a < session->asks; a++) {
        const struct lewis_ask *ask = lewis_bank_ask(session->bank, a);
        size_t size = strlen(session->team);
        if (ask->type != LEWIS_ASK_TEXT || strcmp(ask->id, "team") != 0 ||
            size == 0 || size >= LEWIS_REPLY_SIZE)
            continue;
        memcpy(session->ask[a].text, session->team, size + 1);
        session->ask[a].given = LEWIS_ANSWERED;
    }
}

static void
make_room(struct lewis_session *session)
{
    struct arena *arena = &session->arena;

    session->items = lewis_bank_item_count(session->bank);
    session->asks = lewis_bank_ask_count(session->bank);
    session->order =
        arena_array(arena, session->items, sizeof *session->order);
    session->item = arena_array(arena, session->items, sizeof *session->item);
    session->answer =
        arena_array(arena, session->items, sizeof *session->answer);
    session->ask = arena_array(arena, session->asks, sizeof *session->ask);
}

struct lewis_session *
lewis_session_new(const struct lewis_bank *bank,
                  const struct lewis_session_options *options,
                  struct lewis_error *error)
{
    struct lewis_session *session = calloc(1, sizeof *session);

    if (session == NULL) {
        error_memory(error);
        return NULL;
    }
    session->bank = bank;
    session->seed = options->seed;
    session->recorder = options->recorder;
    session->payload = options->payload;
    if (options->lang != NULL)
        session->lang = session_language(bank, options->lang);
    if (session->lang == NULL)
        session->lang = lewis_bank_language(bank, 0);
    session->id = keep(&session->arena, options->id);
    session->team = keep(&session->arena, options->team);
    make_room(session);
    if (arena_failed(&session->arena)) {
        error_memory(error);
        lewis_session_free(session);
        return NULL;
    }
    settle_order(session);
    prefill_team(session);
    return session;
}

void
lewis_session_free(struct lewis_session *session)
{
    if (session == NULL)
        return;
    arena_release(&session->arena);
    free(session);
}

void
lewis_session_record(struct lewis_session *session, lewis_recorder *recorder,
                     void *payload)
{
    session->recorder = recorder;
    session->payload = payload;
}

void
lewis_session_show(struct lewis_session *session, uint64_t now_ms)
{
    session->timed = true;
    session->since = now_ms;
}

/* Milliseconds since the last act, less what is idle. */
static uint64_t
elapsed(const struct lewis_session *session, uint64_t now_ms)
{
    if (!session->timed || now_ms <= session->since)
        return 0;
    uint64_t gap = now_ms - session->since;
    return gap < LEWIS_IDLE_MS ? gap : LEWIS_IDLE_MS;
}

void
session_tell_item(const struct lewis_session *session, size_t item,
                  struct lewis_entry *entry)
{
    const struct lewis_item *in_bank = lewis_bank_item(session->bank, item);
    const struct session_item *state = &session->item[item];

    entry->subject = LEWIS_OF_ITEM;
    entry->index = item;
    entry->given = state->given;
    entry->answer = session->answer[item];
    entry->half = state->half;
    entry->ms = state->ms;
    entry->changes = state->changes;
    for (size_t k = 0; k < in_bank->option_count; k++)
        entry->shown[k] = in_bank->option[state->option[k]].id[0];
    entry->shown[in_bank->option_count] = '\0';
}

void
session_tell_ask(const struct lewis_session *session, size_t ask,
                 struct lewis_entry *entry)
{
    entry->subject = LEWIS_OF_ASK;
    entry->index = ask;
    entry->given = session->ask[ask].given;
    memcpy(entry->text, session->ask[ask].text, sizeof entry->text);
}

struct lewis_entry
session_entry(const struct lewis_session *session, uint64_t now_ms)
{
    struct lewis_entry entry = {.sequence = session->sequence + 1,
                                .lang = session->lang,
                                .place = session->place};

    if (session->place.stage == LEWIS_STAGE_ITEM) {
        session_tell_item(session, session_here(session), &entry);
        entry.ms += elapsed(session, now_ms);
    } else if (session->place.stage == LEWIS_STAGE_ASK) {
        session_tell_ask(session, session->place.ask, &entry);
    }
    return entry;
}

static void
apply_item(struct lewis_session *session, const struct lewis_entry *entry)
{
    struct session_item *state = &session->item[entry->index];

    session->answer[entry->index] = entry->answer;
    state->given = entry->given;
    state->half = entry->half;
    state->ms = entry->ms;
    state->changes = entry->changes;
}

static void
apply_ask(struct lewis_session *session, const struct lewis_entry *entry)
{
    struct session_ask *state = &session->ask[entry->index];

    state->given = entry->given;
    memcpy(state->text, entry->text, sizeof state->text);
}

void
session_apply(struct lewis_session *session, const struct lewis_entry *entry)
{
    if (entry->subject == LEWIS_OF_ITEM)
        apply_item(session, entry);
    else if (entry->subject == LEWIS_OF_ASK)
        apply_ask(session, entry);
    session->lang = entry->lang;
    session->place = entry->place;
    session->sequence = entry->sequence;
    session->left = false;
}

const struct lewis_bank *
lewis_session_bank(const struct lewis_session *session)
{
    return session->bank;
}

const char *
lewis_session_id(const struct lewis_session *session)
{
    return session->id;
}

const char *
lewis_session_team(const struct lewis_session *session)
{
    return session->team;
}

uint64_t
lewis_session_seed(const struct lewis_session *session)
{
    return session->seed;
}

const char *
lewis_session_language(const struct lewis_session *session)
{
    return session->lang;
}

enum lewis_stage
lewis_session_stage(const struct lewis_session *session)
{
    return session->left ? LEWIS_STAGE_LEFT : session->place.stage;
}

struct lewis_session_place
lewis_session_place(const struct lewis_session *session)
{
    return session->place;
}

uint64_t
lewis_session_sequence(const struct lewis_session *session)
{
    return session->sequence;
}

size_t
lewis_session_item(const struct lewis_session *session, size_t position)
{
    return session->order[position];
}

size_t
lewis_session_position(const struct lewis_session *session, size_t item)
{
    return session->item[item].position;
}

size_t
lewis_session_option(const struct lewis_session *session, size_t item,
                     size_t shown)
{
    return session->item[item].option[shown];
}

const struct lewis_answer *
lewis_session_answers(const struct lewis_session *session)
{
    return session->answer;
}

const struct lewis_answer *
lewis_session_half(const struct lewis_session *session, size_t item)
{
    return &session->item[item].half;
}

enum lewis_given
lewis_session_given(const struct lewis_session *session, size_t item)
{
    return session->item[item].given;
}

uint64_t
lewis_session_ms(const struct lewis_session *session, size_t item)
{
    return session->item[item].ms;
}

unsigned
lewis_session_changes(const struct lewis_session *session, size_t item)
{
    return session->item[item].changes;
}

int
lewis_session_points_left(const struct lewis_session *session, size_t item)
{
    const struct session_item *state = &session->item[item];
    int left = lewis_bank_item(session->bank, item)->total;

    for (size_t k = 0; k < state->half.count; k++)
        left -= state->half.part[state->option[k]];
    return left;
}

enum lewis_given
lewis_session_ask_given(const struct lewis_session *session, size_t ask)
{
    return session->ask[ask].given;
}

const char *
lewis_session_reply(const struct lewis_session *session, size_t ask)
{
    return session->ask[ask].text;
}

struct lewis_progress
lewis_session_progress(const struct lewis_session *session, long section)
{
    struct lewis_progress progress = {0};

    for (size_t i = 0; i < session->items; i++) {
        if (section != LEWIS_NO_SECTION &&
            lewis_bank_item(session->bank, i)->section != (size_t)section)
            continue;
        enum lewis_given given = session->item[i].given;
        progress.items++;
        progress.answered += given == LEWIS_ANSWERED;
        progress.skipped += given == LEWIS_SKIPPED;
        progress.open += given == LEWIS_OPEN;
    }
    return progress;
}

size_t
lewis_session_first_open(const struct lewis_session *session)
{
    size_t p = 0;

    while (p < session->items &&
           session->item[session->order[p]].given != LEWIS_OPEN)
        p++;
    return p;
}

/* Are these items scored together: all of a choice bank, those of one style of
 * a rating bank? */
static bool
same_pool(const struct lewis_session *session, const struct lewis_item *a,
          const struct lewis_item *b)
{
    return a->form != LEWIS_CHECK && b->form != LEWIS_CHECK &&
           (lewis_bank_kind(session->bank) == LEWIS_BANK_CHOICE ||
            a->style == b->style);
}

/* The items scored together with this one, and how many of them are in that
 * state. */
static size_t
pool(const struct lewis_session *session, const struct lewis_item *item,
     enum lewis_given given, size_t *all)
{
    size_t n = 0;

    *all = 0;
    for (size_t i = 0; i < session->items; i++)
        if (same_pool(session, item, lewis_bank_item(session->bank, i))) {
            n += session->item[i].given == given;
            ++*all;
        }
    return n;
}

/* The answers a profile needs of so many items. */
static size_t
needed(const struct lewis_session *session, size_t items)
{
    return lewis_bank_needed(lewis_bank_min_answered(session->bank), items);
}

size_t
lewis_session_skips_left(const struct lewis_session *session, size_t item)
{
    const struct lewis_item *in_bank = lewis_bank_item(session->bank, item);
    size_t all, skipped;

    if (in_bank->form == LEWIS_CHECK)
        return SIZE_MAX;
    skipped = pool(session, in_bank, LEWIS_SKIPPED, &all);
    return all - needed(session, all) - skipped;
}

bool
lewis_session_enough(const struct lewis_session *session)
{
    for (size_t i = 0; i < session->items; i++) {
        const struct lewis_item *item = lewis_bank_item(session->bank, i);
        size_t all, answered = pool(session, item, LEWIS_ANSWERED, &all);
        if (item->form != LEWIS_CHECK && answered < needed(session, all))
            return false;
    }
    return true;
}

bool
lewis_session_complete(const struct lewis_session *session)
{
    for (size_t a = 0; a < session->asks; a++)
        if (lewis_bank_ask(session->bank, a)->required &&
            session->ask[a].given != LEWIS_ANSWERED)
            return false;
    return lewis_session_first_open(session) == session->items;
}

double
lewis_session_minutes(const struct lewis_session *session)
{
    size_t words = lewis_bank_words(session->bank, session->lang);
    struct lewis_progress all =
        lewis_session_progress(session, LEWIS_NO_SECTION);
    double part = all.items > 0 ? (double)all.open / (double)all.items : 0;
    size_t n = 0;

    for (size_t i = 0; i < session->items; i++)
        if (session->item[i].given == LEWIS_OPEN)
            n += lewis_item_choices(lewis_bank_item(session->bank, i));
    return lewis_answering_minutes((double)words * part, n);
}
