/* session_walk_test.c - any keys in any order, against a simple model.
 *
 * The model knows the rules as include/lewis/session.h tells them, and keeps
 * what a person would see: numbers as shown, by position. At every step the
 * outcome and all that can be seen must agree; a journal that is written and
 * read again line by line must give the same; whatever was refused must have
 * changed nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <lewis/session.h>

#include "session/journal.h"

enum { MOST = 64, WALKS = 60, STEPS = 500 };

/* What a person gave to one question. */
struct given {
    char state; /* '.' open, 'a' answered, 's' skipped */
    long step[LEWIS_OPTIONS]; /* of the whole answer, numbers as typed; points:
                                 all of them */
    long half[LEWIS_OPTIONS];
    size_t halves;
    unsigned changes;
    uint64_t ms;
};

struct model {
    const struct lewis_bank *bank;
    const struct lewis_session *session; /* asked for the order shown only */
    size_t items, asks;
    struct given item[MOST]; /* by position */
    char ask[MOST];          /* as given.state */
    char reply[MOST][LEWIS_REPLY_SIZE];
    enum lewis_stage stage;
    size_t at, asked, detour, lang;
    bool left;
    uint64_t since;
};

static const struct lewis_item *
item_at(const struct model *m, size_t position)
{
    return lewis_bank_item(m->bank, lewis_session_item(m->session, position));
}

static size_t
first_open(const struct model *m)
{
    size_t p = 0;

    while (p < m->items && m->item[p].state != '.')
        p++;
    return p;
}

static size_t
count_pool(const struct model *m, const struct lewis_item *like, char state)
{
    bool rating = lewis_bank_kind(m->bank) == LEWIS_BANK_RATING;
    size_t n = 0;

    for (size_t p = 0; p < m->items; p++) {
        const struct lewis_item *item = item_at(m, p);
        n += item->form != LEWIS_CHECK &&
             (!rating || item->style == like->style) &&
             (state == '*' || m->item[p].state == state);
    }
    return n;
}

/* One more left out: is a profile still within reach? */
static bool
may_skip(const struct model *m)
{
    const struct lewis_item *item = item_at(m, m->at);
    size_t all = count_pool(m, item, '*');
    size_t left = all - count_pool(m, item, 's');

    return item->form == LEWIS_CHECK ||
           (left > 1 && (double)(left - 1) >=
                            lewis_bank_min_answered(m->bank) * (double)all -
                                1e-9);
}

static enum lewis_outcome
leave_item(struct model *m)
{
    if (m->at + 1 == m->detour || m->at + 1 == m->items) {
        m->stage = LEWIS_STAGE_REVIEW;
        m->detour = 0;
    } else {
        m->at++;
    }
    return LEWIS_MOVED;
}

/* On from an item that was given an answer, or left out: the first of several
 * open ones leads to the others. */
static enum lewis_outcome
leave_given(struct model *m)
{
    size_t open = 0;

    for (size_t p = 0; p < m->items; p++)
        open += m->item[p].state == '.';
    if (open > 1 && first_open(m) == m->at && m->at + 1 < m->items) {
        m->detour = 0;
        m->at++;
        return LEWIS_MOVED;
    }
    return leave_item(m);
}

static enum lewis_outcome
show_ask(struct model *m, size_t ask)
{
    m->asked = ask;
    m->stage = ask < m->asks ? LEWIS_STAGE_ASK : LEWIS_STAGE_READY;
    return LEWIS_MOVED;
}

static enum lewis_outcome
whole(struct model *m, struct given *g, const long step[LEWIS_OPTIONS])
{
    if (g->state == 'a' && memcmp(g->step, step, sizeof g->step) != 0)
        g->changes++;
    leave_given(m); /* by what is open before */
    g->state = 'a';
    memcpy(g->step, step, sizeof g->step);
    memset(g->half, 0, sizeof g->half);
    g->halves = 0;
    return LEWIS_MOVED;
}

static enum lewis_outcome
give(struct model *m, long n)
{
    const struct lewis_item *item = item_at(m, m->at);
    struct given *g = &m->item[m->at];
    long step[LEWIS_OPTIONS] = {n}, left = item->total;

    switch (item->form) {
    case LEWIS_RATE:
    case LEWIS_CHECK:
        return n >= item->response->lo && n <= item->response->hi
                   ? whole(m, g, step)
                   : LEWIS_REFUSED_OPTION;
    case LEWIS_PAIR:
        return n >= 1 && n <= item->places ? whole(m, g, step)
                                           : LEWIS_REFUSED_OPTION;
    case LEWIS_PICK:
        return n >= 1 && n <= (long)item->option_count ? whole(m, g, step)
                                                       : LEWIS_REFUSED_OPTION;
    case LEWIS_RANK:
        if (n < 1 || n > 3)
            return LEWIS_REFUSED_OPTION;
        if (g->halves == 0) {
            g->half[g->halves++] = n;
            return LEWIS_STAYED;
        }
        if (n == g->half[0])
            return LEWIS_REFUSED_AGAIN;
        step[0] = g->half[0];
        step[1] = 6 - n - g->half[0];
        step[2] = n;
        return whole(m, g, step);
    case LEWIS_POINTS:
        break;
    }
    for (size_t k = 0; k < g->halves; k++)
        left -= g->half[k];
    if (n < 0 || n > left)
        return LEWIS_REFUSED_POINTS;
    g->half[g->halves++] = n;
    left -= n;
    if (left > 0 && g->halves < item->option_count - 1)
        return LEWIS_STAYED;
    memcpy(step, g->half, sizeof step);
    if (g->halves < item->option_count)
        step[g->halves] = left;
    return whole(m, g, step);
}

static enum lewis_outcome
reply(struct model *m, const struct lewis_act *act)
{
    const struct lewis_ask *ask = lewis_bank_ask(m->bank, m->asked);
    char words[LEWIS_REPLY_SIZE] = "";
    long n = act->number;
    bool number = act->kind == LEWIS_ACT_NUMBER;

    if (ask->type == LEWIS_ASK_CHOICE && number) {
        if (n < 1 || n > (long)ask->option_count)
            return LEWIS_REFUSED_OPTION;
        strcpy(words, ask->option[n - 1].id);
    } else if (ask->type == LEWIS_ASK_CHOICE) {
        return LEWIS_REFUSED_OPTION; /* the walk's texts are no options */
    } else if (ask->type == LEWIS_ASK_NUMBER) {
        if (!number || n < 0)
            return LEWIS_REFUSED_NUMBER;
        snprintf(words, sizeof words, "%ld", n);
    } else if (number) {
        return LEWIS_IGNORED;
    } else if (ask->type == LEWIS_ASK_COUNTRY) {
        if (strcmp(act->text, "nl") != 0)
            return LEWIS_REFUSED_COUNTRY;
        strcpy(words, "NL");
    } else {
        strcpy(words, act->text);
    }
    m->ask[m->asked] = 'a';
    strcpy(m->reply[m->asked], words);
    return show_ask(m, m->asked + 1);
}

static enum lewis_outcome
enter(struct model *m)
{
    if (m->stage == LEWIS_STAGE_WELCOME) {
        m->stage = LEWIS_STAGE_ITEM;
        return LEWIS_MOVED;
    }
    if (m->stage != LEWIS_STAGE_REVIEW)
        return LEWIS_IGNORED;
    if (first_open(m) == m->items)
        return show_ask(m, 0);
    m->stage = LEWIS_STAGE_ITEM;
    m->at = first_open(m);
    m->detour = m->at + 1;
    return LEWIS_MOVED;
}

static bool
is_required(const struct model *m)
{
    return lewis_bank_ask(m->bank, m->asked)->required &&
           m->ask[m->asked] != 'a';
}

static enum lewis_outcome
back(struct model *m)
{
    struct given *g = &m->item[m->at];

    switch (m->stage) {
    case LEWIS_STAGE_ITEM:
        if (g->halves > 0) {
            g->half[--g->halves] = 0;
            return LEWIS_STAYED;
        }
        if (m->at == 0)
            m->stage = LEWIS_STAGE_WELCOME;
        else
            m->at--;
        return LEWIS_MOVED;
    case LEWIS_STAGE_REVIEW:
        m->stage = LEWIS_STAGE_ITEM;
        m->detour = m->at + 1;
        return LEWIS_MOVED;
    case LEWIS_STAGE_ASK:
    case LEWIS_STAGE_READY:
        if (m->asked > 0)
            return show_ask(m, m->asked - 1);
        m->stage = LEWIS_STAGE_REVIEW;
        return LEWIS_MOVED;
    default:
        return LEWIS_IGNORED;
    }
}

static enum lewis_outcome
forward(struct model *m)
{
    if (m->stage == LEWIS_STAGE_ITEM)
        return m->item[m->at].state == '.' && m->detour != m->at + 1
                   ? LEWIS_REFUSED_OPEN
                   : leave_item(m);
    if (m->stage == LEWIS_STAGE_ASK)
        return is_required(m) ? LEWIS_REFUSED_REQUIRED
                              : show_ask(m, m->asked + 1);
    return enter(m);
}

static enum lewis_outcome
go(struct model *m, long n)
{
    if (m->stage == LEWIS_STAGE_WELCOME)
        return LEWIS_IGNORED;
    if (n < 1 || n > (long)m->items)
        return LEWIS_REFUSED_QUESTION;
    if ((size_t)n - 1 > first_open(m))
        return LEWIS_REFUSED_AHEAD;
    if (m->stage == LEWIS_STAGE_ITEM && m->detour == 0) {
        if ((size_t)n - 1 == m->at)
            return LEWIS_IGNORED;
    } else {
        m->detour = (size_t)n;
    }
    m->stage = LEWIS_STAGE_ITEM;
    m->at = (size_t)n - 1;
    return LEWIS_MOVED;
}

static enum lewis_outcome
leave_out(struct model *m)
{
    struct given *g = &m->item[m->at];

    if (m->stage == LEWIS_STAGE_ASK) {
        if (m->ask[m->asked] == 'a')
            return LEWIS_REFUSED_ANSWERED;
        if (is_required(m))
            return LEWIS_REFUSED_REQUIRED;
        m->ask[m->asked] = 's';
        return show_ask(m, m->asked + 1);
    }
    if (m->stage != LEWIS_STAGE_ITEM)
        return LEWIS_IGNORED;
    if (g->state == 'a')
        return LEWIS_REFUSED_ANSWERED;
    if (g->state == '.' && !may_skip(m))
        return LEWIS_REFUSED_SKIP;
    leave_given(m);
    g->state = 's';
    memset(g->half, 0, sizeof g->half);
    g->halves = 0;
    return LEWIS_MOVED;
}

static enum lewis_outcome
clear(struct model *m)
{
    struct given *g = &m->item[m->at];

    if (m->stage == LEWIS_STAGE_ASK && m->ask[m->asked] != '.') {
        m->ask[m->asked] = '.';
        m->reply[m->asked][0] = '\0';
        return LEWIS_STAYED;
    }
    if (m->stage != LEWIS_STAGE_ITEM || (g->state == '.' && g->halves == 0))
        return LEWIS_IGNORED;
    *g = (struct given){.state = '.',
                        .ms = g->ms,
                        .changes = g->changes + (g->state == 'a')};
    return LEWIS_STAYED;
}

static enum lewis_outcome
hand_in(struct model *m)
{
    if (m->stage != LEWIS_STAGE_REVIEW && m->stage != LEWIS_STAGE_READY)
        return LEWIS_IGNORED;
    if (first_open(m) < m->items)
        return LEWIS_REFUSED_AHEAD;
    if (m->stage == LEWIS_STAGE_REVIEW && m->asks > 0)
        return LEWIS_REFUSED_ASKS;
    m->stage = LEWIS_STAGE_DONE;
    return LEWIS_MOVED;
}

static enum lewis_outcome
decide(struct model *m, const struct lewis_act *act)
{
    switch (act->kind) {
    case LEWIS_ACT_ENTER:
        return enter(m);
    case LEWIS_ACT_NUMBER:
    case LEWIS_ACT_TEXT:
        if (m->stage == LEWIS_STAGE_ITEM && act->kind == LEWIS_ACT_NUMBER)
            return give(m, act->number);
        return m->stage == LEWIS_STAGE_ASK ? reply(m, act) : LEWIS_IGNORED;
    case LEWIS_ACT_BACK:
        return back(m);
    case LEWIS_ACT_FORWARD:
        return forward(m);
    case LEWIS_ACT_GO:
        return go(m, act->number);
    case LEWIS_ACT_SKIP:
        return leave_out(m);
    case LEWIS_ACT_CLEAR:
        return clear(m);
    case LEWIS_ACT_REVIEW:
        if (m->stage == LEWIS_STAGE_WELCOME || m->stage == LEWIS_STAGE_REVIEW)
            return LEWIS_IGNORED;
        m->stage = LEWIS_STAGE_REVIEW;
        m->detour = 0;
        return LEWIS_MOVED;
    case LEWIS_ACT_LANGUAGE:
        m->lang = (m->lang + 1) % lewis_bank_language_count(m->bank);
        return lewis_bank_language_count(m->bank) > 1 ? LEWIS_STAYED
                                                      : LEWIS_IGNORED;
    case LEWIS_ACT_HAND_IN:
        return hand_in(m);
    case LEWIS_ACT_QUIT:
        m->left = true;
        return LEWIS_MOVED;
    }
    return LEWIS_IGNORED;
}

/* The model after an act; 'saved' is whether the recorder works. */
static enum lewis_outcome
model_do(struct model *m, const struct lewis_act *act, uint64_t now,
         bool saved)
{
    struct model before = *m;
    enum lewis_outcome outcome;
    uint64_t gap = now - m->since < 120000 ? now - m->since : 120000;

    if (m->left || m->stage == LEWIS_STAGE_DONE)
        return LEWIS_IGNORED;
    outcome = decide(m, act);
    if (outcome != LEWIS_MOVED && outcome != LEWIS_STAYED) {
        *m = before;
        return outcome;
    }
    if (!saved) {
        *m = before;
        m->left = act->kind == LEWIS_ACT_QUIT;
        m->since = m->left ? now : m->since;
        return m->left ? outcome : LEWIS_NOT_SAVED;
    }
    if (before.stage == LEWIS_STAGE_ITEM)
        m->item[before.at].ms += gap;
    m->since = now;
    return outcome;
}

/* The answer that the numbers, as shown, mean. */
static struct lewis_answer
meaning(const struct model *m, size_t position)
{
    const struct lewis_item *item = item_at(m, position);
    const long *step = m->item[position].step;
    size_t i = lewis_session_item(m->session, position);
    struct lewis_answer answer = {0};

    if (m->item[position].state != 'a')
        return answer;
    answer.count = 1;
    switch (item->form) {
    case LEWIS_RATE:
    case LEWIS_CHECK:
    case LEWIS_PAIR:
        answer.value = (int16_t)step[0];
        break;
    case LEWIS_PICK:
        answer.part[0] = (uint8_t)lewis_session_option(m->session, i,
                                                       (size_t)step[0] - 1);
        break;
    case LEWIS_RANK:
        answer.count = 3;
        for (size_t k = 0; k < 3; k++)
            answer.part[k] = (uint8_t)lewis_session_option(
                m->session, i, (size_t)step[k] - 1);
        break;
    case LEWIS_POINTS:
        answer.count = (uint8_t)item->option_count;
        for (size_t k = 0; k < item->option_count; k++)
            answer.part[lewis_session_option(m->session, i, k)] =
                (uint8_t)step[k];
    }
    return answer;
}

static void
assert_agree(const struct model *m, const struct lewis_session *s)
{
    struct lewis_session_place place = lewis_session_place(s);

    assert_int_equal(place.stage, m->stage);
    assert_int_equal(place.item, m->at);
    assert_int_equal(place.ask, m->asked);
    assert_int_equal(place.detour, m->detour);
    assert_string_equal(lewis_session_language(s),
                        lewis_bank_language(m->bank, m->lang));
    for (size_t p = 0; p < m->items; p++) {
        size_t i = lewis_session_item(s, p);
        struct lewis_answer answer = meaning(m, p);
        const struct given *g = &m->item[p];
        assert_int_equal(".as"[lewis_session_given(s, i)], g->state);
        assert_memory_equal(&lewis_session_answers(s)[i], &answer,
                            sizeof answer);
        assert_int_equal(lewis_session_half(s, i)->count, g->halves);
        assert_int_equal(lewis_session_changes(s, i), g->changes);
        assert_true(lewis_session_ms(s, i) == g->ms);
    }
    assert_int_equal(lewis_session_first_open(s), first_open(m));
    for (size_t a = 0; a < m->asks; a++) {
        assert_int_equal(".as"[lewis_session_ask_given(s, a)], m->ask[a]);
        assert_string_equal(lewis_session_reply(s, a), m->reply[a]);
    }
}

/* The journal: each entry as a line, read into a session of its own. */
struct mirror {
    struct lewis_session *session;
    bool saves;
    size_t entries;
};

static bool
mirror_record(void *payload, const struct lewis_entry *entry,
              struct lewis_error *error)
{
    struct mirror *mirror = payload;
    struct lewis_error why = {0};
    struct lewis_entry read;
    struct text line = {0};

    (void)error;
    if (!mirror->saves)
        return false;
    journal_write_entry(&line, mirror->session, entry);
    assert_true(text_ok(&line));
    if (!journal_read_entry(line.bytes, line.size - 1, mirror->session, &read,
                            &why) ||
        !lewis_session_replay(mirror->session, &read, &why))
        print_error("%s%s\n", line.bytes, why.text);
    assert_int_equal(why.code, LEWIS_OK);
    mirror->entries++;
    text_release(&line);
    return true;
}

static uint64_t chance_state;

static unsigned
chance(unsigned n)
{
    chance_state = chance_state * UINT64_C(6364136223846793005) + 1;
    return (unsigned)(chance_state >> 33) % n;
}

static struct lewis_act
some_act(void)
{
    static const enum lewis_act_kind often[] = {
        LEWIS_ACT_NUMBER, LEWIS_ACT_NUMBER, LEWIS_ACT_NUMBER, LEWIS_ACT_NUMBER,
        LEWIS_ACT_NUMBER, LEWIS_ACT_NUMBER, LEWIS_ACT_BACK,   LEWIS_ACT_FORWARD,
        LEWIS_ACT_ENTER,  LEWIS_ACT_TEXT,   LEWIS_ACT_SKIP};
    static const char *const texts[] = {"nl", "North", "xx"};
    struct lewis_act act = {.number = (long)chance(10) - 1};

    act.kind = chance(4) > 0 ? often[chance(11)]
                             : (enum lewis_act_kind)chance(LEWIS_ACTS);
    if (act.kind == LEWIS_ACT_QUIT && chance(20) > 0)
        act.kind = LEWIS_ACT_NUMBER;
    if (act.kind == LEWIS_ACT_GO)
        act.number = (long)chance(40);
    if (act.kind == LEWIS_ACT_TEXT)
        act.text = texts[chance(3)];
    return act;
}

struct walk {
    struct model model;
    struct lewis_session *session;
    struct mirror mirror;
    uint64_t now;
    size_t steps, done;
};

static enum lewis_outcome
step(struct walk *w, struct lewis_act act, bool saves)
{
    size_t entries = w->mirror.entries;
    enum lewis_outcome expected, outcome;

    w->now += chance(50) == 0 ? 500000 : chance(9000);
    w->mirror.saves = saves;
    expected = model_do(&w->model, &act, w->now, saves);
    outcome = lewis_session_do(w->session, &act, w->now, NULL);
    if (outcome != expected)
        print_error("act %d %ld in stage %d: %d, not %d\n", act.kind,
                    act.number, w->model.stage, outcome, expected);
    assert_int_equal(outcome, expected);
    bool recorded = saves && (outcome == LEWIS_MOVED ||
                              outcome == LEWIS_STAYED);
    assert_int_equal(w->mirror.entries, entries + recorded);
    assert_agree(&w->model, w->session);
    assert_agree(&w->model, w->mirror.session);
    w->steps++;
    return outcome;
}

/* Goes back and forward: one is where one was, and nothing else is changed but
 * time. */
static void
go_back_and_forward(struct walk *w)
{
    struct model before = w->model;

    if (step(w, (struct lewis_act){.kind = LEWIS_ACT_BACK}, true) !=
        LEWIS_MOVED)
        return;
    assert_int_equal(
        step(w, (struct lewis_act){.kind = LEWIS_ACT_FORWARD}, true),
        LEWIS_MOVED);
    before.since = w->model.since;
    for (size_t p = 0; p < MOST; p++)
        before.item[p].ms = w->model.item[p].ms;
    assert_memory_equal(&before, &w->model, sizeof before);
}

static struct lewis_session *
new_session(const struct lewis_bank *bank, uint64_t seed,
            struct mirror *mirror)
{
    struct lewis_session *s = lewis_session_new(
        bank,
        &(struct lewis_session_options){
            .seed = seed,
            .recorder = mirror != NULL ? mirror_record : NULL,
            .payload = mirror},
        NULL);

    assert_non_null(s);
    return s;
}

static void
walk_once(const struct lewis_bank *bank, uint64_t seed, struct walk *w)
{
    struct model *m = &w->model;

    memset(m, 0, sizeof *m);
    w->session = new_session(bank, seed, &w->mirror);
    w->mirror = (struct mirror){.session = new_session(bank, seed, NULL)};
    m->bank = bank;
    m->session = w->session;
    m->items = lewis_bank_item_count(bank);
    m->asks = lewis_bank_ask_count(bank);
    assert_true(m->items <= MOST && m->asks <= MOST);
    memset(m->ask, '.', sizeof m->ask);
    for (size_t p = 0; p < MOST; p++)
        m->item[p].state = '.';
    w->now = 0;
    lewis_session_show(w->session, 0);
    for (int i = 0; i < STEPS; i++) {
        if (chance(8) == 0)
            go_back_and_forward(w);
        else
            step(w, some_act(), chance(20) > 0);
    }
    w->done += m->stage == LEWIS_STAGE_DONE;
    lewis_session_free(w->session);
    lewis_session_free(w->mirror.session);
}

static void
test_any_keys_in_any_order(void **state)
{
    static const struct {
        const char *where, *name;
    } row[] = {{"top_srcdir", "tests/fixtures/forms"},
               {"top_srcdir", "tests/fixtures/asks"},
               {"LEWIS_PATH", "lmr-12"},
               {"LEWIS_PATH", "lmr-30"},
               {"LEWIS_PATH", "lmr-ratings"}};
    struct walk *w = calloc(1, sizeof *w);

    (void)state;
    chance_state = 20261121;
    for (size_t r = 0; r < sizeof row / sizeof row[0]; r++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s.xml", getenv(row[r].where),
                 row[r].name);
        struct lewis_bank *bank = lewis_bank_load(path, NULL);
        assert_non_null(bank);
        for (uint64_t seed = 0; seed < WALKS; seed++)
            walk_once(bank, seed, w);
        lewis_bank_free(bank);
    }
    print_message("# %zu steps, %zu walks of %d handed in\n", w->steps,
                  w->done, 5 * WALKS);
    assert_true(w->steps > 100000);
    assert_true(w->done > WALKS / 2);
    free(w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_keys_in_any_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
