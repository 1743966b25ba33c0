/* session.h - what a session is made of.
 *
 * A change is decided on as an entry, recorded, and only then applied: nothing
 * but session_apply() alters answers or place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include <lewis/session.h>

#include "base/arena.h"

struct session_item {
    size_t position;
    size_t option[LEWIS_OPTIONS]; /* shown -> index */
    enum lewis_given given;
    struct lewis_answer half;
    uint64_t ms;
    unsigned changes;
};

struct session_ask {
    enum lewis_given given;
    char text[LEWIS_REPLY_SIZE];
};

struct lewis_session {
    struct arena arena; /* owns what is below */
    const struct lewis_bank *bank;
    const char *id, *team, *lang;
    uint64_t seed;
    lewis_recorder *recorder;
    void *payload;
    size_t items, asks;
    size_t *order; /* position -> item */
    struct session_item *item;
    struct lewis_answer *answer; /* apart, for whoever scores them */
    struct session_ask *ask;
    struct lewis_session_place place;
    uint64_t sequence;
    bool left;
    bool timed; /* 'since' is known */
    uint64_t since;
};

/* An entry that says what is so already, about the item shown (its time so far
 * added), the question about the person shown, or nothing. */
struct lewis_entry session_entry(const struct lewis_session *session,
                                 uint64_t now_ms);

/* The same about an item or a question about the person. */
void session_tell_item(const struct lewis_session *session, size_t item,
                       struct lewis_entry *entry);
void session_tell_ask(const struct lewis_session *session, size_t ask,
                      struct lewis_entry *entry);

/* Makes it so. The entry is known to fit. */
void session_apply(struct lewis_session *session,
                   const struct lewis_entry *entry);

/* The bank's own name of a language: the tag itself, else a shorter one ("nl"
 * for "nl-BE"); NULL when it has none. */
const char *session_language(const struct lewis_bank *bank, const char *lang);

/* The item shown. */
static inline size_t
session_here(const struct lewis_session *session)
{
    return session->order[session->place.item];
}

#endif
