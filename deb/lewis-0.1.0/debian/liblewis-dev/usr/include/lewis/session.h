/* lewis/session.h - one person taking the questionnaire, as a state machine.
 *
 * No terminal, no file, no clock: the program shows what the views say, turns
 * keys into acts, and passes the time. The way is
 *
 *     welcome -> items, as shown -> review -> questions about the person
 *             -> ready -> done (handed in)
 *
 * and LEFT from anywhere. A bank without questions about the person goes from
 * the review to ready. One function moves it, lewis_session_do(). Each change
 * is handed to a recorder before it is made (lewis/draft.h writes them to a
 * journal), and lewis_session_replay() makes a recorded one again: a journal
 * replayed into a new session of the same bank and seed gives the same state.
 *
 * Words: an item's *position* counts from 0 in the order shown; its *index* is
 * that of the bank. Numbers in acts count from 1, as a person sees them.
 *
 * Everything before the present position is answered or skipped, so BACK and
 * then FORWARD leads to where one was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_SESSION_H
#define LEWIS_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/answers.h>
#include <lewis/bank.h>
#include <lewis/error.h>

LEWIS_BEGIN

enum {
    LEWIS_REPLY_SIZE = 200,      /* bytes of a reply about the person, with NUL */
    LEWIS_IDLE_MS = 2 * 60 * 1000 /* longer between two acts is not counted */
};

enum lewis_stage {
    LEWIS_STAGE_WELCOME,
    LEWIS_STAGE_ITEM,
    LEWIS_STAGE_REVIEW,
    LEWIS_STAGE_ASK,   /* a question about the person */
    LEWIS_STAGE_READY, /* nothing is left but to hand in */
    LEWIS_STAGE_DONE,  /* handed in */
    LEWIS_STAGE_LEFT   /* stopped; the journal stays */
};
enum { LEWIS_STAGES = LEWIS_STAGE_LEFT + 1 };

enum lewis_act_kind {
    LEWIS_ACT_ENTER,    /* go on from welcome and review, from there to the
                           first open item; else ignored: no answer is ever
                           taken by default */
    LEWIS_ACT_NUMBER,   /* 'number': an option as shown (1..), a rating, a
                           place, points; of a question about the person, an
                           option (1..) or the number itself */
    LEWIS_ACT_TEXT,     /* 'text': a reply to a question about the person; also
                           a number, a country's code, an option's id */
    LEWIS_ACT_BACK,     /* undoes the half of an answer, else goes back */
    LEWIS_ACT_FORWARD,  /* on, where nothing open would be passed over */
    LEWIS_ACT_GO,       /* 'number': to that question as shown (1..) */
    LEWIS_ACT_SKIP,     /* leave it out; of a question about the person: rather
                           not say */
    LEWIS_ACT_CLEAR,    /* take the answer, or the skip, back */
    LEWIS_ACT_REVIEW,   /* to the review */
    LEWIS_ACT_LANGUAGE, /* 'text': a language tag; NULL: the bank's next */
    LEWIS_ACT_HAND_IN,  /* from ready; from the review when nothing is asked */
    LEWIS_ACT_QUIT
};
enum { LEWIS_ACTS = LEWIS_ACT_QUIT + 1 };

struct lewis_act {
    enum lewis_act_kind kind;
    long number;
    const char *text; /* UTF-8 */
};

/* What came of an act. From LEWIS_REFUSED_OPTION on it was refused; a refusal,
 * like LEWIS_IGNORED, changes nothing. The words are the program's. */
enum lewis_outcome {
    LEWIS_MOVED,            /* done: there is something else to show */
    LEWIS_STAYED,           /* done: half an answer, an answer taken back,
                               another language */
    LEWIS_IGNORED,          /* this act means nothing here */
    LEWIS_REFUSED_OPTION,   /* there is no such option, rating or place */
    LEWIS_REFUSED_AGAIN,    /* that option was chosen as most like me */
    LEWIS_REFUSED_POINTS,   /* more than lewis_session_points_left(), or < 0 */
    LEWIS_REFUSED_QUESTION, /* there is no question of that number */
    LEWIS_REFUSED_AHEAD,    /* lewis_session_first_open() comes first */
    LEWIS_REFUSED_OPEN,     /* this question wants an answer, or a skip */
    LEWIS_REFUSED_SKIP,     /* a profile would be out of reach: no more may be
                               left out, see lewis_session_skips_left() */
    LEWIS_REFUSED_ANSWERED, /* it has an answer; CLEAR it before you SKIP */
    LEWIS_REFUSED_REQUIRED, /* the bank wants an answer to this question about
                               the person */
    LEWIS_REFUSED_ASKS,     /* the questions about the person come first */
    LEWIS_REFUSED_LANGUAGE, /* the bank does not have that language */
    LEWIS_REFUSED_NUMBER,   /* not a whole number of up to 9 digits, >= 0 */
    LEWIS_REFUSED_COUNTRY,  /* not a code of ISO 3166-1 (two letters) */
    LEWIS_REFUSED_TEXT,     /* empty, too long, not UTF-8, or a control
                               character in it */
    LEWIS_NOT_SAVED         /* the recorder failed; *error says why */
};
enum { LEWIS_OUTCOMES = LEWIS_NOT_SAVED + 1 };

enum lewis_given { LEWIS_OPEN, LEWIS_ANSWERED, LEWIS_SKIPPED };

/* Where the person is. 'item' is a position, kept while the review is shown;
 * 'detour', when not 0, is the position + 1 of the item gone to from the
 * review: going on from there leads back to it, except when an answer is given
 * to the first of several open items. */
struct lewis_session_place {
    enum lewis_stage stage;
    size_t item, ask, detour;
};

enum lewis_subject { LEWIS_OF_NOTHING, LEWIS_OF_ITEM, LEWIS_OF_ASK };

/* One change, whole: what it is about is afterwards just as it says here. */
struct lewis_entry {
    uint64_t sequence; /* 1, 2, ... */
    enum lewis_subject subject;
    size_t index; /* of the item or the ask in the bank */
    enum lewis_given given;
    /* item */
    struct lewis_answer answer; /* missing unless given is LEWIS_ANSWERED */
    struct lewis_answer half;   /* see lewis_session_half() */
    char shown[LEWIS_OPTIONS + 1]; /* letters of its options, as shown */
    uint64_t ms;
    unsigned changes;
    /* ask */
    char text[LEWIS_REPLY_SIZE];
    /* always */
    const char *lang; /* as in the bank's list of languages */
    struct lewis_session_place place;
};

/* Takes an entry before it happens. False with *error set: it shall not. */
typedef bool lewis_recorder(void *payload, const struct lewis_entry *entry,
                            struct lewis_error *error);

struct lewis_session_options {
    const char *lang;  /* NULL, or not in the bank: the bank's first */
    uint64_t seed;     /* of the order shown */
    const char *id;    /* what the person is called; NULL: nothing */
    const char *team;  /* NULL: none. Also the first reply to a question about
                          the person whose id is "team" */
    lewis_recorder *recorder; /* NULL: none */
    void *payload;
};

struct lewis_session;

/* Returns a session at the welcome, to be freed with lewis_session_free(), or
 * NULL with *error set (ENOMEM). 'bank' must outlive it; the strings are
 * copied.
 *
 * Order shown: the generator is splitmix64 (Steele, Lea, Flood: Fast splittable
 * pseudorandom number generators, OOPSLA 2014) begun at the seed. For each
 * section in order, when it is random, its items are shuffled; then for each
 * item in the bank's order, when it is random, its options. A shuffle is
 * Fisher and Yates's, from the last place down; a number below n is drawn by
 * taking the next that is not under 2^64 mod n, modulo n, so that all orders
 * come equally often. It does not depend on the language. */
LEWIS_API struct lewis_session *
lewis_session_new(const struct lewis_bank *bank,
                  const struct lewis_session_options *options,
                  struct lewis_error *error);
LEWIS_API void lewis_session_free(struct lewis_session *session);

/* Sets or takes away (NULL) the recorder: after a journal was replayed. */
LEWIS_API void lewis_session_record(struct lewis_session *session,
                                    lewis_recorder *recorder, void *payload);

/* The question is before the person from 'now_ms' on, on a clock that does not
 * go back. Call it at the start and after an interruption; lewis_session_do()
 * does it by itself. Without it the time up to the first act is not counted. */
LEWIS_API void lewis_session_show(struct lewis_session *session,
                                  uint64_t now_ms);

/* One act.
 *
 * Answers: a pick is the number of its option; a ranking the number of what is
 * most like me, then of what is least (the third stands between); a rating, a
 * check and a pair the number itself; points a number for each option as
 * shown, the last following by itself, and all that follow once no points are
 * left. A first step is kept
 * as a half, also when one goes elsewhere, and the old answer stands until the
 * new one is whole. An answer leads on to the next question.
 *
 * FORWARD, like GO, leads no further than the first open item. SKIP leaves an
 * item out while the bank's min_answered still allows a profile; checks may
 * always be left out.
 *
 * Time: the milliseconds between two acts count for the item shown, at most
 * LEWIS_IDLE_MS of them; what goes beyond that is idle. Acts that are refused
 * or ignored stop no clock.
 *
 * *error is set only with LEWIS_NOT_SAVED. QUIT cannot be refused: when its
 * entry cannot be recorded, only the time since the last act is lost. */
LEWIS_API enum lewis_outcome lewis_session_do(struct lewis_session *session,
                                              const struct lewis_act *act,
                                              uint64_t now_ms,
                                              struct lewis_error *error);

/* Makes a recorded change again. False with *error set (EINVALID), and nothing
 * changed, when it is not the next one or does not fit the bank and the
 * seed. */
LEWIS_API bool lewis_session_replay(struct lewis_session *session,
                                    const struct lewis_entry *entry,
                                    struct lewis_error *error);

/* Views. Those that are pointers live as long as the session. */
LEWIS_API const struct lewis_bank *
lewis_session_bank(const struct lewis_session *session);
LEWIS_API const char *lewis_session_id(const struct lewis_session *session);
LEWIS_API const char *lewis_session_team(const struct lewis_session *session);
LEWIS_API uint64_t lewis_session_seed(const struct lewis_session *session);
LEWIS_API const char *
lewis_session_language(const struct lewis_session *session);
LEWIS_API enum lewis_stage
lewis_session_stage(const struct lewis_session *session);

/* The stage is LEWIS_STAGE_LEFT only in lewis_session_stage(): here it stays
 * what it was. */
LEWIS_API struct lewis_session_place
lewis_session_place(const struct lewis_session *session);
LEWIS_API uint64_t
lewis_session_sequence(const struct lewis_session *session); /* last entry's */

/* The item, as an index, that is shown at a position; and back. */
LEWIS_API size_t lewis_session_item(const struct lewis_session *session,
                                    size_t position);
LEWIS_API size_t lewis_session_position(const struct lewis_session *session,
                                        size_t item);

/* The option, as an index, that is shown as number 'shown' + 1. */
LEWIS_API size_t lewis_session_option(const struct lewis_session *session,
                                      size_t item, size_t shown);

/* All answers in the bank's order, as lewis_score_answers() takes them. */
LEWIS_API const struct lewis_answer *
lewis_session_answers(const struct lewis_session *session);

/* The first steps of an answer under way; count 0 when there is none. A
 * ranking: part[0] is what is most like me. Points: count options, as shown,
 * have got theirs: part[o] of each. */
LEWIS_API const struct lewis_answer *
lewis_session_half(const struct lewis_session *session, size_t item);
LEWIS_API enum lewis_given
lewis_session_given(const struct lewis_session *session, size_t item);
LEWIS_API uint64_t lewis_session_ms(const struct lewis_session *session,
                                    size_t item);

/* How often an answer was replaced by another one, or taken back. */
LEWIS_API unsigned lewis_session_changes(const struct lewis_session *session,
                                         size_t item);

/* Points of an item that the half of an answer has not given away. */
LEWIS_API int lewis_session_points_left(const struct lewis_session *session,
                                        size_t item);

LEWIS_API enum lewis_given
lewis_session_ask_given(const struct lewis_session *session, size_t ask);

/* The reply as it goes into the file: text, digits, a country's code in
 * capitals, an option's id; "" when there is none. */
LEWIS_API const char *lewis_session_reply(const struct lewis_session *session,
                                          size_t ask);

struct lewis_progress {
    size_t items, answered, skipped, open;
};

/* Of a section, or of all (LEWIS_NO_SECTION). */
LEWIS_API struct lewis_progress
lewis_session_progress(const struct lewis_session *session, long section);

/* The position of the first open item; the number of items when none is. */
LEWIS_API size_t lewis_session_first_open(const struct lewis_session *session);

/* How many more items may be left out: of all (choices), or of those keyed to
 * the style of the item named (ratings). A check's is SIZE_MAX. */
LEWIS_API size_t lewis_session_skips_left(const struct lewis_session *session,
                                          size_t item);

/* Would HAND_IN be accepted, were one at ready? Enough answers for a profile?
 * (lewis/score.h has the last word: ratings that are all the lowest give
 * none.) */
LEWIS_API bool lewis_session_complete(const struct lewis_session *session);
LEWIS_API bool lewis_session_enough(const struct lewis_session *session);

/* Minutes that the open items take: lewis_answering_minutes() of their part of
 * the words of the bank, and of their choices. */
LEWIS_API double lewis_session_minutes(const struct lewis_session *session);

LEWIS_END

#endif
