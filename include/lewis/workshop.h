/* lewis/workshop.h - a workshop: people who answer with a code, kept in one file.
 *
 * The file is an SQLite database that is whole by itself: it holds the bytes of
 * the bank, the teams, a code for each person, and the answers. The way is
 *
 *     draft -> open -> closed -> purged
 *
 * and never back. Answers are taken only while it is open; purging deletes all
 * that anybody said. Whoever has the file has the answers: it is made for its
 * owner only (mode 0600).
 *
 * Who sees what is kept here, not in what is shown:
 *
 * - A person's own answers come out by lewis_workshop_sheet(), for whoever has
 *   the code. Nothing is kept of when a person answered, but the day on which
 *   he or she agreed.
 * - What the room or a report may see comes out by lewis_workshop_people(),
 *   lewis_workshop_figures() and lewis_workshop_export(), and is about people
 *   who were *released*, together with others: always 'minimum' or more at a
 *   time who cannot be told apart. See "Release" below.
 * - Counts of who takes part (lewis_workshop_counts()) are exact at any time:
 *   that somebody has not handed in yet is no answer.
 *
 * A workshop is without names unless its maker asked for them: then nobody is
 * asked for a name, nor any of the bank's questions about the person (a country
 * or a role would single people out; what people are to be compared by belongs
 * into the teams, which are part of the codes), and exported rows have random
 * ids. In a workshop with names people know before they begin that the trainer
 * will see their answers, and they are exported with code, name and replies.
 * Either way it cannot be changed later.
 *
 * Release. While a workshop is open and revealed, the people of a team who have
 * handed in are released together, as soon as they are 'minimum' or more and
 * those of the team who have begun, but not yet handed in, are nobody or
 * 'minimum' or more; teams in which fewer than 'minimum' people have begun are
 * taken together as one. Closing releases everybody else: the people of a team
 * together, those of too small teams as one group without a team's name; when
 * that is too small, the smallest team that closing releases is joined to it,
 * which leaves no difference that tells about fewer. When there is none to
 * join, because all were released before, these last ones are *withheld* for
 * good. So what is shown at one time less what was shown at another time is
 * about 'minimum' people, too, or nobody, and each group shown is made of such
 * parts. Somebody who was released cannot take the sheet back any more. To
 * lose nobody, close the workshop first: closing reveals.
 *
 * Threads: a handle may be used by one thread at a time, and any number of
 * handles, in any number of threads and processes, may be open on one file;
 * they take turns at writing. Every function but those that say otherwise reads
 * the file anew, so a handle sees at once what others have changed. The file
 * must be on a disk of this machine: SQLite's write-ahead log does not work on
 * network file systems.
 *
 * Functions that can fail do so with ESYSTEM (the file cannot be read or
 * written, the disk is full, it is locked for over 5 seconds, it is damaged),
 * ENOMEM, EINVALID (against a rule of the above), and change nothing then.
 *
 * A library that was configured --without-workshop has none of this, and this
 * header is not installed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_WORKSHOP_H
#define LEWIS_WORKSHOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/answers.h>
#include <lewis/bank.h>
#include <lewis/error.h>
#include <lewis/figures.h>
#include <lewis/output.h>
#include <lewis/score.h>
#include <lewis/session.h>

LEWIS_BEGIN

enum {
    LEWIS_WORKSHOP_TEAMS = 20,         /* at most */
    LEWIS_WORKSHOP_TEAM_CODES = 1600,  /* at most in a team: one code in 100 */
    LEWIS_WORKSHOP_CODES = 5000,       /* at most in all */
    LEWIS_WORKSHOP_NAME = 80,          /* bytes of a team's name, with NUL */
    LEWIS_WORKSHOP_TITLE = 200,        /* bytes of a title, with NUL */
    LEWIS_CODE = 7,                    /* bytes of a code, with NUL */
    LEWIS_LANGUAGE = 36,               /* bytes of a language tag, with NUL */
    LEWIS_NO_TEAM = -1
};

struct lewis_workshop;

/* --- making and opening the file --- */

struct lewis_workshop_team {
    const char *name; /* not empty, each another one */
    size_t codes;     /* people, 1 or more */
};

struct lewis_workshop_options {
    const char *title;     /* NULL: the bank's */
    const char *bank_path; /* its XML; the file takes a copy */
    const struct lewis_workshop_team *team;
    size_t teams;
    size_t minimum; /* people, LEWIS_GROUP_LEAST or more; 0: 5 */
    bool names;
};

/* Makes the file, in the state draft. Returns a handle the caller frees with
 * lewis_workshop_free(), or NULL with *error set: also EINVALID (an option out
 * of its range, or the bank's own errors), ESYSTEM (there is a file of that
 * name). A file that could not be made whole is taken away again. */
LEWIS_API struct lewis_workshop *
lewis_workshop_create(const char *path,
                      const struct lewis_workshop_options *options,
                      struct lewis_error *error);

/* Opens a file. One of an older lewis is brought up to date; one of a newer
 * lewis, and a file that is no workshop, or whose bank is not what its digest
 * says, is EINVALID. Returns and frees as above. */
LEWIS_API struct lewis_workshop *
lewis_workshop_load(const char *path, struct lewis_error *error);

/* Accepts NULL. */
LEWIS_API void lewis_workshop_free(struct lewis_workshop *workshop);

/* What never changes; does not read the file. Views live as long as the
 * handle. */
LEWIS_API const char *
lewis_workshop_path(const struct lewis_workshop *workshop);
LEWIS_API const char *
lewis_workshop_title(const struct lewis_workshop *workshop);
LEWIS_API const struct lewis_bank *
lewis_workshop_bank(const struct lewis_workshop *workshop);
LEWIS_API size_t lewis_workshop_minimum(const struct lewis_workshop *workshop);
LEWIS_API bool lewis_workshop_names(const struct lewis_workshop *workshop);
LEWIS_API size_t
lewis_workshop_team_count(const struct lewis_workshop *workshop);
LEWIS_API const char *
lewis_workshop_team_name(const struct lewis_workshop *workshop, size_t team);

/* Is this question of the bank about the person (its index) to be asked here?
 * None is in a workshop without names; with names, all but the one whose id is
 * "team", which the code has told. */
LEWIS_API bool lewis_workshop_asks(const struct lewis_workshop *workshop,
                                   size_t ask);

/* --- its life --- */

enum lewis_workshop_state {
    LEWIS_WORKSHOP_DRAFT,
    LEWIS_WORKSHOP_OPEN,
    LEWIS_WORKSHOP_CLOSED,
    LEWIS_WORKSHOP_PURGED
};

/* "draft", "open", "closed", "purged". Never translated. */
LEWIS_API const char *
lewis_workshop_state_keyword(enum lewis_workshop_state state);

struct lewis_workshop_status {
    enum lewis_workshop_state state;
    bool revealed; /* by the trainer, or by closing */
    /* Days in UTC, "2026-11-22"; "" when it has not come to that. */
    char created[12], opened[12], closed[12], purged[12];
};
LEWIS_API bool lewis_workshop_status(struct lewis_workshop *workshop,
                                     struct lewis_workshop_status *status,
                                     struct lewis_error *error);

/* The next state. EINVALID when it is not in the state before that; opening
 * what is open, and so on, is done already and succeeds. */
LEWIS_API bool lewis_workshop_open(struct lewis_workshop *workshop,
                                   struct lewis_error *error);
LEWIS_API bool lewis_workshop_close(struct lewis_workshop *workshop,
                                    struct lewis_error *error);

/* Deletes every answer, name, code, language and sign of consent, from the
 * pages of the file and from SQLite's log beside it, whose bytes are written
 * over; what stays are title, bank, teams and counts. Wants the file for itself: ESYSTEM while another
 * program has it open. To be done again when it failed half-way: the answers
 * are gone then, but perhaps not yet every copy of their bytes. */
LEWIS_API bool lewis_workshop_purge(struct lewis_workshop *workshop,
                                    struct lewis_error *error);

/* Shows, while open, what was released, and releases more from now on; or stops
 * doing so. EINVALID before it is open; a closed workshop stays revealed. */
LEWIS_API bool lewis_workshop_reveal(struct lewis_workshop *workshop, bool on,
                                     struct lewis_error *error);

/* More codes for a team, while draft or open. */
LEWIS_API bool lewis_workshop_add_codes(struct lewis_workshop *workshop,
                                        size_t team, size_t count,
                                        struct lewis_error *error);

/* How many of a team. After a purge, what it was then. */
struct lewis_workshop_count {
    size_t invited;   /* codes */
    size_t joined;    /* agreed to take part */
    size_t handed_in;
    size_t released;  /* of them; with the team's name, or without */
};

/* For each team. */
LEWIS_API bool lewis_workshop_counts(struct lewis_workshop *workshop,
                                     struct lewis_workshop_count count[],
                                     struct lewis_error *error);

/* What becomes of the people of a team when it is closed now; of a workshop that
 * is closed, what became of them. It follows from the counts above alone. */
struct lewis_workshop_fate {
    size_t named;      /* handed in: shown with the team's name */
    size_t pooled;     /* handed in: shown, their team untold */
    size_t withheld;   /* handed in: never shown, too few even together */
    size_t unfinished; /* joined, not handed in: what they said is not used */
};

/* For each team. What is shown while a workshop is open stays as it is; in one
 * with names, 'named' and the others tell of the room, not of the report and
 * the export, which have everybody and their team. All 0 after a purge. */
LEWIS_API bool lewis_workshop_fates(struct lewis_workshop *workshop,
                                    struct lewis_workshop_fate fate[],
                                    struct lewis_error *error);

/* Writes status and counts as one JSON object, ended by a line end: title, bank,
 * version, sha256, state, revealed, names, minimum, created, opened, closed,
 * purged; teams, an array of objects with team and the counts; all, their
 * sums. */
LEWIS_API bool lewis_workshop_json(struct lewis_workshop *workshop,
                                   struct lewis_output *output,
                                   struct lewis_error *error);

/* --- codes and respondents --- */

/* A code is six of the 23 letters ABCDEFGHJKLMNPQRSTUWXYZ. The first tells the
 * team, the next four are drawn at random and never A, E or U, so that no code
 * is a word, and the last is a check letter: with letters as numbers 0..22 in
 * that order, 1 a + 2 b + 3 c + 4 d + 5 e + 6 f is a multiple of 23. Since 23 is
 * a prime, one wrong letter is always found, and so are any two that were
 * swapped. As typed by people: small letters are taken as capitals, spaces and
 * hyphens skipped, and what looks like a letter is read as it: O and 0 as Q, I
 * and 1 as L, V as U, 2 as Z, 5 as S, 6 as G, 8 as B. */
enum lewis_code_fault {
    LEWIS_CODE_FINE,
    LEWIS_CODE_SHORT,    /* fewer than six letters; also none */
    LEWIS_CODE_LONG,     /* more */
    LEWIS_CODE_LETTER,   /* a character that is in no code: see 'at' */
    LEWIS_CODE_MISTYPED, /* the check letter is not that of the others */
    LEWIS_CODE_UNKNOWN   /* a code, but of another workshop, or of none */
};

/* Reads a code as typed into 'code'. Never says UNKNOWN. *at (may be NULL) is
 * where in 'text' the faulty character is, in bytes. */
LEWIS_API enum lewis_code_fault lewis_code_read(const char *text,
                                                char code[LEWIS_CODE],
                                                size_t *at);

struct lewis_respondent {
    size_t number;         /* 1, 2, ...: what other functions want; never to be
                              shown or sent to anybody */
    char code[LEWIS_CODE];
    size_t team;
    uint64_t seed;         /* for lewis_session_new(): the order shown */
    bool consented;
    bool handed_in;
    bool released;         /* then it cannot be taken back */
    size_t answered;       /* items, of the bank's */
    size_t left_out;       /* items, on purpose */
    char language[LEWIS_LANGUAGE]; /* "" when none was chosen */
    char name[LEWIS_REPLY_SIZE];   /* "" without names */
};

/* Who has that code? *fault is FINE and *respondent filled, or why not. False
 * only for trouble with the file. After a purge every code is UNKNOWN. */
LEWIS_API bool lewis_workshop_find(struct lewis_workshop *workshop,
                                   const char *text,
                                   struct lewis_respondent *respondent,
                                   enum lewis_code_fault *fault,
                                   struct lewis_error *error);

/* The respondent of that number. EUNKNOWN when there is none. */
LEWIS_API bool lewis_workshop_respondent(struct lewis_workshop *workshop,
                                         size_t number,
                                         struct lewis_respondent *respondent,
                                         struct lewis_error *error);

/* The codes of a team, in the order of the alphabet, for the slips of paper.
 * The caller frees the array with lewis_workshop_codes_free(). */
LEWIS_API bool lewis_workshop_codes(struct lewis_workshop *workshop,
                                    size_t team, char (**code)[LEWIS_CODE],
                                    size_t *count, struct lewis_error *error);
LEWIS_API void lewis_workshop_codes_free(char (*code)[LEWIS_CODE]);

/* --- answering --- */

enum lewis_change_kind {
    LEWIS_CHANGE_CONSENT,  /* agrees; comes before all others but LANGUAGE */
    LEWIS_CHANGE_LANGUAGE, /* text: one of the bank's languages */
    LEWIS_CHANGE_NAME,     /* text: with names only; "" takes it back */
    LEWIS_CHANGE_ANSWER,   /* id, text, ms: an item's answer as in a cell of CSV
                              (lewis/answers.h), "" leaves it out on purpose */
    LEWIS_CHANGE_REPLY,    /* id, text: a question about the person, as
                              LEWIS_ACT_TEXT takes it; "" is none */
    LEWIS_CHANGE_HAND_IN,  /* the answers are whole enough for a profile */
    LEWIS_CHANGE_TAKE_BACK /* to change them, unless released */
};

struct lewis_change {
    size_t respondent; /* its number */
    enum lewis_change_kind kind;
    const char *id, *text;
    uint64_t ms; /* what answering took; 0: not known */
};

/* What became of a change. */
enum lewis_saved {
    LEWIS_SAVED,            /* on the disk; also what was so already */
    LEWIS_UNSAVED_TROUBLE,  /* nothing was saved: *error says why */
    LEWIS_UNSAVED_DRAFT,    /* the workshop is not open yet */
    LEWIS_UNSAVED_CLOSED,   /* it is closed, or purged */
    LEWIS_UNSAVED_PERSON,   /* there is no such respondent */
    LEWIS_UNSAVED_CONSENT,  /* has not agreed yet */
    LEWIS_UNSAVED_HANDED_IN, /* has handed in, and not taken it back */
    LEWIS_UNSAVED_RELEASED, /* is part of what was shown */
    LEWIS_UNSAVED_QUESTION, /* there is no item, or question to be asked here, of
                               that id */
    LEWIS_UNSAVED_VALUE,    /* not an answer of the item; not a name, a reply, a
                               language of the bank */
    LEWIS_UNSAVED_OPEN,     /* too few answers for a profile */
    LEWIS_UNSAVED_LOWEST,   /* a rating bank, and all ratings the lowest: that
                               has no direction, so no profile */
    LEWIS_UNSAVED_REQUIRED  /* a question about the person that wants a reply has
                               none */
};

/* Saves all that can be saved of 'count' changes, of any respondents, in their
 * order and in one transaction: when it returns true, what is LEWIS_SAVED is on
 * the disk. A changed answer is a new row, the old one stays; the same answer
 * again is no change, so that a change may be sent twice. False with *error
 * set: nothing was saved, and every outcome is LEWIS_UNSAVED_TROUBLE. */
LEWIS_API bool lewis_workshop_save(struct lewis_workshop *workshop,
                                   const struct lewis_change change[],
                                   size_t count, enum lewis_saved saved[],
                                   struct lewis_error *error);

/* What one person said, for this person. */
struct lewis_workshop_cell {
    enum lewis_given given; /* LEWIS_SKIPPED: left out on purpose */
    const char *text;       /* as in a cell of CSV; "" unless answered */
    uint64_t ms;            /* of all its answers together */
    size_t changes;         /* how often another one followed */
};
struct lewis_workshop_sheet {
    struct lewis_workshop_cell *item; /* one per item of the bank */
    struct lewis_workshop_cell *ask;  /* one per question about the person */
    struct lewis_answer *answer;      /* for lewis_score_answers() */
};

/* Returns the current answers, to be freed by lewis_workshop_sheet_free(), or
 * NULL with *error set, also EUNKNOWN: no such respondent. */
LEWIS_API struct lewis_workshop_sheet *
lewis_workshop_sheet(struct lewis_workshop *workshop, size_t respondent,
                     struct lewis_error *error);
LEWIS_API void lewis_workshop_sheet_free(struct lewis_workshop_sheet *sheet);

/* --- what may be shown --- */

struct lewis_workshop_person {
    long team; /* or LEWIS_NO_TEAM: of a team too small to be named */
    struct lewis_score score; /* scored, by lewis_score_defaults() */
};

/* The people released, in an order that says nothing (but stays the same). */
struct lewis_workshop_people {
    enum lewis_presence presence; /* LEWIS_NOT_ASKED: not revealed;
                                     LEWIS_WITHHELD: too few so far; PRESENT */
    struct lewis_workshop_person *person;
    size_t count;    /* 0 unless present */
    size_t withheld; /* of those who handed in: they can never be shown; 0 until
                        closed */
};

/* Returns those, to be freed by lewis_workshop_people_free(), or NULL with
 * *error set. A purged workshop is EINVALID. */
LEWIS_API struct lewis_workshop_people *
lewis_workshop_people(struct lewis_workshop *workshop,
                      struct lewis_error *error);
LEWIS_API void
lewis_workshop_people_free(struct lewis_workshop_people *people);
/* The figures of the people released, with their teams as groups, as
 * lewis_team_figures_new() makes them; they are made of no more than what
 * lewis_workshop_people() gives, and always anonymous, with a min_group that is
 * not below 'minimum'.
 *
 * A closed workshop with names is another matter, for its trainer: then they are
 * of everybody who handed in, by name (or code), anonymous or not as the options
 * say, and what people replied to the bank's questions about country and choices
 * makes groups, too.
 *
 * Returns them, to be freed by lewis_team_figures_free(), or NULL with *error
 * set, also EINVALID: nothing is revealed, nobody is released, or it was
 * purged. */
LEWIS_API struct lewis_team_figures *
lewis_workshop_figures(struct lewis_workshop *workshop,
                       const struct lewis_team_options *options,
                       struct lewis_error *error);

struct lewis_workshop_exported {
    size_t rows;
    size_t withheld; /* handed in, but may not be shown */
    size_t unnamed;  /* of the rows: without their team's name */
};

/* Writes canonical CSV (lewis/answers.h) of a closed workshop, one row for each
 * of the people released: id (random, and the rows in its order), team, the
 * items. With names: of everybody who handed in, id (the code), name, team, the
 * replies, the items, lang; sorted by team and code. The same bytes each time.
 * EINVALID before it is closed, after it was purged, and when there is no row to
 * write; nothing was written then. Whether the output took it,
 * lewis_output_commit() tells. */
LEWIS_API bool
lewis_workshop_export(struct lewis_workshop *workshop,
                      struct lewis_output *output,
                      struct lewis_workshop_exported *exported,
                      struct lewis_error *error);

LEWIS_END

#endif
