/* sheet_json.c - a session's sheet as a line for a file of JSON Lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/error.h"
#include "session/journal.h"
#include "session/session.h"
#include "session/sheet_text.h"

/* "name":"value" behind a comma, or behind the brace that opens an object. */
static void
add_string(struct text *text, const char *name, const char *value)
{
    if (text->size > 0 && text->bytes[text->size - 1] != '{')
        text_add(text, ",");
    text_print(text, "\"%s\":", name);
    text_add_json(text, value, strlen(value));
}

static void
add_person(struct text *text, const struct lewis_session *session,
           const struct lewis_handin *handin)
{
    char time[JOURNAL_TIME];

    text_add(text, "{");
    add_string(text, "id", session->id);
    add_string(text, "team", sheet_team(session));
    add_string(text, "bank", lewis_bank_id(session->bank));
    add_string(text, "version", lewis_bank_version(session->bank));
    add_string(text, "sha256", lewis_bank_digest(session->bank));
    add_string(text, "lang", session->lang);
    text_print(text, ",\"seed\":\"%" PRIu64 "\"", session->seed);
    add_string(text, "started", journal_time(handin->started, time));
    add_string(text, "draft", handin->draft != NULL ? handin->draft : "");
    add_string(text, "program", PACKAGE_STRING);
}

static void
add_order(struct text *text, const struct lewis_session *session)
{
    text_add(text, ",\"order\":[");
    for (size_t p = 0; p < session->items; p++)
        text_print(text, "%s\"%s\"", p > 0 ? "," : "",
                   lewis_bank_item(session->bank, session->order[p])->id);
    text_add(text, "]");
}

static void
add_answers(struct text *text, const struct lewis_session *session)
{
    char cell[LEWIS_CELL];

    text_add(text, ",\"answers\":{");
    for (size_t i = 0; i < session->items; i++) {
        const struct lewis_item *item = lewis_bank_item(session->bank, i);
        if (session->item[i].given == LEWIS_ANSWERED)
            add_string(text, item->id,
                       lewis_answer_print(item, &session->answer[i], cell));
    }
    text_add(text, "},\"asks\":{");
    for (size_t a = 0; a < session->asks; a++)
        if (session->ask[a].given == LEWIS_ANSWERED)
            add_string(text, lewis_bank_ask(session->bank, a)->id,
                       session->ask[a].text);
    text_add(text, "}");
}

static void
add_manner(struct text *text, const struct lewis_session *session)
{
    text_add(text, ",\"shown\":{");
    for (size_t i = 0; i < session->items; i++) {
        struct lewis_entry entry = {0};
        session_tell_item(session, i, &entry);
        if (entry.shown[0] != '\0')
            add_string(text, lewis_bank_item(session->bank, i)->id,
                       entry.shown);
    }
    text_add(text, "},\"ms\":{");
    for (size_t i = 0; i < session->items; i++)
        text_print(text, "%s\"%s\":%" PRIu64, i > 0 ? "," : "",
                   lewis_bank_item(session->bank, i)->id,
                   session->item[i].ms);
    text_add(text, "},\"changes\":{");
    for (size_t i = 0; i < session->items; i++)
        text_print(text, "%s\"%s\":%u", i > 0 ? "," : "",
                   lewis_bank_item(session->bank, i)->id,
                   session->item[i].changes);
    text_add(text, "}}\n");
}

/* Is the line an object; the sheet itself? */
static bool
look_at(const char *line, size_t size, const char *draft, bool *there)
{
    json_t *object = json_loadb(line, size, 0, NULL);
    const char *id = json_string_value(json_object_get(object, "draft"));
    bool sound = json_is_object(object);

    *there = draft != NULL && id != NULL && strcmp(id, draft) == 0;
    json_decref(object);
    return sound;
}

static bool
is_blank(const char *line, size_t size)
{
    text_trim(&line, &size);
    return size == 0;
}

/* Every line of the file; the fence ends the last. */
static bool
check_lines(const char *bytes, size_t size, const char *draft, bool *there,
            struct lewis_error *error)
{
    const char *end = bytes + size;
    long number = 0;

    while (bytes < end && !*there) {
        size_t length =
            (size_t)((char *)memchr(bytes, '\n', (size_t)(end - bytes) + 1) -
                     bytes);
        number++;
        if (!is_blank(bytes, length) &&
            !look_at(bytes, length, draft, there)) {
            error_set(error, LEWIS_ESYNTAX,
                      "this line is no JSON object; mend it before more is "
                      "added, or hand in to another file");
            return error_at(error, NULL, number, NULL);
        }
        bytes += length + 1;
    }
    return true;
}

bool
sheet_json(const struct lewis_session *session,
           const struct lewis_handin *handin, const char *bytes, size_t size,
           struct text *text, struct lewis_error *error)
{
    struct text line = {0};
    bool there = false;

    if (!check_lines(bytes, size, handin->draft, &there, error))
        return false;
    if (there)
        return true;
    if (size > 0 && bytes[size - 1] != '\n')
        text_add(text, "\n");
    add_person(&line, session, handin);
    add_order(&line, session);
    add_answers(&line, session);
    add_manner(&line, session);
    text_add_bytes(text, text_string(&line), line.size);
    text->failed |= !text_ok(&line);
    text_release(&line);
    return true;
}
