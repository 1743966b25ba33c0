/* journal.c - the lines of a draft's journal, as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <jansson.h>

#include "base/error.h"
#include "base/number.h"
#include "session/journal.h"
#include "session/session.h"

static const char *const given_word[] = {
    [LEWIS_OPEN] = "open",
    [LEWIS_ANSWERED] = "answered",
    [LEWIS_SKIPPED] = "skipped",
};
enum { GIVEN_WORDS = sizeof given_word / sizeof given_word[0] };

static const char *const stage_word[] = {
    [LEWIS_STAGE_WELCOME] = "welcome", [LEWIS_STAGE_ITEM] = "item",
    [LEWIS_STAGE_REVIEW] = "review",   [LEWIS_STAGE_ASK] = "ask",
    [LEWIS_STAGE_READY] = "ready",     [LEWIS_STAGE_DONE] = "done",
};
enum { STAGE_WORDS = sizeof stage_word / sizeof stage_word[0] };

char *
journal_time(int64_t seconds, char out[JOURNAL_TIME])
{
    time_t time = (time_t)seconds;
    struct tm tm;

    out[0] = '\0';
    if (gmtime_r(&time, &tm) != NULL)
        strftime(out, JOURNAL_TIME, "%Y-%m-%dT%H:%M:%SZ", &tm);
    return out;
}

/* ,"name":"value" */
static void
add_string(struct text *text, const char *name, const char *value)
{
    text_print(text, ",\"%s\":", name);
    text_add_json(text, value, strlen(value));
}

void
journal_write_head(struct text *text, const struct lewis_session *session,
                   int64_t started)
{
    char time[JOURNAL_TIME];

    text_print(text, "{\"journal\":%d", JOURNAL_VERSION);
    add_string(text, "program", PACKAGE_STRING);
    add_string(text, "bank", lewis_bank_id(session->bank));
    add_string(text, "version", lewis_bank_version(session->bank));
    add_string(text, "sha256", lewis_bank_digest(session->bank));
    text_print(text, ",\"items\":%zu,\"seed\":\"%" PRIu64 "\"", session->items,
               session->seed);
    add_string(text, "lang", session->lang);
    add_string(text, "name", session->id);
    add_string(text, "team", session->team);
    text_print(text, ",\"started\":%" PRId64, started);
    add_string(text, "time", journal_time(started, time));
    text_add(text, "}\n");
}

/* The steps of a half: the letter of a ranking, points in the order shown. */
static void
write_half(struct text *text, const struct lewis_session *session,
           const struct lewis_entry *entry)
{
    const struct lewis_item *item =
        lewis_bank_item(session->bank, entry->index);
    char cell[LEWIS_CELL];

    if (entry->half.count == 0)
        return;
    if (item->form == LEWIS_RANK) {
        add_string(text, "half",
                   lewis_answer_print(item, &entry->half, cell));
        return;
    }
    text_add(text, ",\"half\":\"");
    for (size_t k = 0; k < entry->half.count; k++)
        text_print(text, "%s%u", k > 0 ? " " : "",
                   entry->half.part[session->item[entry->index].option[k]]);
    text_add(text, "\"");
}

static void
write_item(struct text *text, const struct lewis_session *session,
           const struct lewis_entry *entry)
{
    const struct lewis_item *item =
        lewis_bank_item(session->bank, entry->index);
    char cell[LEWIS_CELL];

    add_string(text, "item", item->id);
    add_string(text, "given", given_word[entry->given]);
    if (entry->given == LEWIS_ANSWERED)
        add_string(text, "answer",
                   lewis_answer_print(item, &entry->answer, cell));
    write_half(text, session, entry);
    add_string(text, "shown", entry->shown);
    text_print(text, ",\"ms\":%" PRIu64 ",\"changes\":%u", entry->ms,
               entry->changes);
}

void
journal_write_entry(struct text *text, const struct lewis_session *session,
                    const struct lewis_entry *entry)
{
    text_print(text, "{\"n\":%" PRIu64, entry->sequence);
    if (entry->subject == LEWIS_OF_ITEM) {
        write_item(text, session, entry);
    } else if (entry->subject == LEWIS_OF_ASK) {
        add_string(text, "ask",
                   lewis_bank_ask(session->bank, entry->index)->id);
        add_string(text, "given", given_word[entry->given]);
        if (entry->given == LEWIS_ANSWERED)
            add_string(text, "reply", entry->text);
    }
    add_string(text, "lang", entry->lang);
    add_string(text, "stage", stage_word[entry->place.stage]);
    text_print(text, ",\"at\":%zu,\"asked\":%zu,\"detour\":%zu}\n",
               entry->place.item + 1, entry->place.ask + 1,
               entry->place.detour);
}

/* Reading: members are taken one by one; the first that is not as it should be
 * is told, and nothing after it is read. */
struct members {
    json_t *object;
    const char *wrong; /* the name of a member, or NULL */
};

static bool
members_open(struct members *members, const char *line, size_t size,
             struct lewis_error *error)
{
    json_error_t trouble;

    *members = (struct members){0};
    members->object =
        json_loadb(line, size, JSON_REJECT_DUPLICATES, &trouble);
    if (json_is_object(members->object))
        return true;
    json_decref(members->object);
    return error_set(error, LEWIS_EINVALID,
                     "this line is damaged: it is no JSON object");
}

static bool
members_close(struct members *members, struct lewis_error *error)
{
    if (members->wrong != NULL)
        error_set(error, LEWIS_EINVALID,
                  "this line is damaged: its \"%s\" is missing or makes no "
                  "sense",
                  members->wrong);
    json_decref(members->object);
    return members->wrong == NULL;
}

static void
members_fail(struct members *members, const char *name)
{
    if (members->wrong == NULL)
        members->wrong = name;
}

static bool
members_have(const struct members *members, const char *name)
{
    return json_object_get(members->object, name) != NULL;
}

/* A string; "" when it is wrong. */
static const char *
members_string(struct members *members, const char *name)
{
    const char *value =
        json_string_value(json_object_get(members->object, name));

    if (value == NULL)
        members_fail(members, name);
    return value == NULL ? "" : value;
}

static void
members_copy(struct members *members, const char *name, char *out, size_t room)
{
    const char *value = members_string(members, name);

    if (strlen(value) >= room)
        members_fail(members, name);
    else
        memcpy(out, value, strlen(value) + 1);
}

/* A whole number, lo..hi; lo when it is wrong. */
static int64_t
members_number(struct members *members, const char *name, int64_t lo,
               int64_t hi)
{
    json_t *value = json_object_get(members->object, name);

    if (json_is_integer(value) && json_integer_value(value) >= lo &&
        json_integer_value(value) <= hi)
        return json_integer_value(value);
    members_fail(members, name);
    return lo;
}

/* The index of a word in a list; 0 when it is none of them. */
static size_t
members_word(struct members *members, const char *name,
             const char *const word[], size_t count)
{
    const char *value = members_string(members, name);

    for (size_t w = 0; w < count; w++)
        if (strcmp(word[w], value) == 0)
            return w;
    members_fail(members, name);
    return 0;
}

static uint64_t
members_seed(struct members *members, const char *name)
{
    const char *value = members_string(members, name);
    size_t digits = strspn(value, "0123456789");

    if (digits == 0 || digits > 20 || value[digits] != '\0')
        members_fail(members, name);
    return strtoull(value, NULL, 10);
}

bool
journal_read_head(const char *line, size_t size, struct journal_head *head,
                  struct lewis_error *error)
{
    struct members m;
    int64_t version;

    *head = (struct journal_head){0};
    if (!members_open(&m, line, size, error))
        return false;
    version = members_number(&m, "journal", 1, INT32_MAX);
    if (m.wrong == NULL && version > JOURNAL_VERSION) {
        json_decref(m.object);
        return error_set(error, LEWIS_EINVALID,
                         "this draft was made by a newer lewis (its journal is "
                         "of version %" PRId64 ", this program reads %d); "
                         "continue it with that one",
                         version, JOURNAL_VERSION);
    }
    members_copy(&m, "bank", head->bank, sizeof head->bank);
    members_copy(&m, "version", head->version, sizeof head->version);
    members_copy(&m, "sha256", head->digest, sizeof head->digest);
    head->items = (size_t)members_number(&m, "items", 1, INT32_MAX);
    head->seed = members_seed(&m, "seed");
    members_copy(&m, "lang", head->lang, sizeof head->lang);
    members_copy(&m, "name", head->id, sizeof head->id);
    members_copy(&m, "team", head->team, sizeof head->team);
    head->started = members_number(&m, "started", INT64_MIN, INT64_MAX);
    return members_close(&m, error);
}

static void
read_points(struct members *m, const struct session_item *item,
            struct lewis_answer *half)
{
    const char *p = members_string(m, "half");
    int points;

    while (*p != '\0' && half->count < LEWIS_OPTIONS) {
        size_t size = strcspn(p, " ");
        if (!number_parse_int(p, size, &points) || points < 0 || points > 255)
            break;
        half->part[item->option[half->count++]] = (uint8_t)points;
        p += size;
        p += *p == ' ';
    }
    if (*p != '\0' || half->count == 0)
        members_fail(m, "half");
}

static void
read_half(struct members *m, const struct lewis_session *session,
          struct lewis_entry *entry)
{
    const struct lewis_item *item =
        lewis_bank_item(session->bank, entry->index);
    const char *cell;

    if (!members_have(m, "half"))
        return;
    if (item->form == LEWIS_POINTS) {
        read_points(m, &session->item[entry->index], &entry->half);
        return;
    }
    cell = members_string(m, "half");
    if (!lewis_answer_parse(item, cell, strlen(cell), &entry->half, NULL))
        members_fail(m, "half");
}

static void
read_item(struct members *m, const struct lewis_session *session,
          struct lewis_entry *entry)
{
    const struct lewis_item *item =
        lewis_bank_find(session->bank, members_string(m, "item"));
    const char *cell;

    if (item == NULL) {
        members_fail(m, "item");
        return;
    }
    entry->subject = LEWIS_OF_ITEM;
    entry->index = (size_t)(item - lewis_bank_item(session->bank, 0));
    cell = entry->given == LEWIS_ANSWERED ? members_string(m, "answer") : "";
    if (!lewis_answer_parse(item, cell, strlen(cell), &entry->answer, NULL))
        members_fail(m, "answer");
    read_half(m, session, entry);
    members_copy(m, "shown", entry->shown, sizeof entry->shown);
    entry->ms = (uint64_t)members_number(m, "ms", 0, INT64_MAX);
    entry->changes = (unsigned)members_number(m, "changes", 0, INT32_MAX);
}

static void
read_ask(struct members *m, const struct lewis_session *session,
         struct lewis_entry *entry)
{
    const char *id = members_string(m, "ask");
    size_t a = 0;

    while (a < session->asks &&
           strcmp(lewis_bank_ask(session->bank, a)->id, id) != 0)
        a++;
    if (a == session->asks)
        members_fail(m, "ask");
    entry->subject = LEWIS_OF_ASK;
    entry->index = a;
    if (entry->given == LEWIS_ANSWERED)
        members_copy(m, "reply", entry->text, sizeof entry->text);
}

bool
journal_read_entry(const char *line, size_t size,
                   const struct lewis_session *session,
                   struct lewis_entry *entry, struct lewis_error *error)
{
    struct members m;

    *entry = (struct lewis_entry){0};
    if (!members_open(&m, line, size, error))
        return false;
    entry->sequence = (uint64_t)members_number(&m, "n", 1, INT64_MAX);
    if (members_have(&m, "item") || members_have(&m, "ask"))
        entry->given = (enum lewis_given)members_word(&m, "given", given_word,
                                                      GIVEN_WORDS);
    if (members_have(&m, "item"))
        read_item(&m, session, entry);
    else if (members_have(&m, "ask"))
        read_ask(&m, session, entry);
    entry->lang = session_language(session->bank, members_string(&m, "lang"));
    if (entry->lang == NULL)
        members_fail(&m, "lang");
    entry->place.stage = (enum lewis_stage)members_word(
        &m, "stage", stage_word, STAGE_WORDS);
    entry->place.item = (size_t)members_number(&m, "at", 1, INT32_MAX) - 1;
    entry->place.ask = (size_t)members_number(&m, "asked", 1, INT32_MAX) - 1;
    entry->place.detour = (size_t)members_number(&m, "detour", 0, INT32_MAX);
    return members_close(&m, error);
}

bool
journal_glance(const char *line, size_t size, struct journal_glance *glance,
               struct lewis_error *error)
{
    struct members m;

    *glance = (struct journal_glance){0};
    if (!members_open(&m, line, size, error))
        return false;
    if (members_have(&m, "item")) {
        members_copy(&m, "item", glance->item, sizeof glance->item);
        glance->given = (enum lewis_given)members_word(&m, "given", given_word,
                                                       GIVEN_WORDS);
        glance->half = members_have(&m, "half");
    }
    members_copy(&m, "lang", glance->lang, sizeof glance->lang);
    glance->done = members_word(&m, "stage", stage_word, STAGE_WORDS) ==
                   LEWIS_STAGE_DONE;
    return members_close(&m, error);
}
