/* words.h - the pages' own words, in the languages that there are.
 *
 * How to add a language: a table in words.c and a row in its list. The remarks
 * say what a format is given; tests/unit/serve_words_test.c holds every
 * language to the formats of the first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_WORDS_H
#define SERVE_WORDS_H

#include <stddef.h>

struct words {
    const char *lang;
    /* every page */
    const char *to_content, *languages, *privacy_foot;
    /* join */
    const char *join_title, *join_intro, *code, *code_how, *enter;
    const char *code_short, *code_long, *code_letter, *code_mistyped,
        *code_unknown;
    const char *wait; /* %u seconds */
    const char *cookies;
    /* consent */
    const char *consent_title, *consent_size; /* %zu questions, %zu minutes */
    const char *no_wrong, *saved_at_once;
    const char *your_code;  /* %s a code */
    const char *who_sees;   /* %zu people: without names */
    const char *who_sees_names;
    const char *kept_where, *may_stop;
    const char *name, *name_how, *agree, *leave;
    const char *not_open, *not_open_how;
    const char *closed_title, *closed, *closed_how, *closed_unused, *purged;
    /* a topic */
    const char *topic; /* %zu of %zu */
    const char *next, *back, *to_review;
    const char *idle, *saving, *saved, *unsaved, *half;
    const char *signed_out;
    const char *some_open; /* after a page without script was sent */
    /* about */
    const char *about_title, *about_intro, *about_some;
    /* review */
    const char *review_title, *answered; /* %zu of %zu */
    const char *all_answered;
    const char *some_left; /* %zu of %zu */
    const char *too_few, *lowest, *required;
    const char *hand_in, *hand_in_how, *hand_in_how_names;
    /* result */
    const char *result_title, *handed_in, *result_key, *pdf, *take_back,
        *take_back_how, *released, *result_private;
    /* what was not accepted */
    const char *trouble_title, *not_found, *wrong_method, *malformed,
        *too_large, *old_form, *not_trainer, *trouble, *busy;
    const char *start_again;
    const char *unsaved_value, *unsaved_person;
    /* trainer */
    const char *trainer_title, *state, *state_draft, *state_open,
        *state_closed, *state_purged;
    const char *open, *open_how, *close, *close_how, *reveal, *reveal_how,
        *hide, *hide_how;
    const char *close_sure, *closing_now, *not_yet;
    const char *fate_unfinished; /* %zu people */
    const char *fate_pooled;     /* %s: names of teams, people of each */
    const char *fate_why;        /* %zu people */
    const char *fate_withheld;   /* %zu people, %zu would be enough */
    const char *fate_names, *fate_fine;
    const char *team, *invited, *joined, *handed, *total;
    const char *never_answers; /* %zu people */
    const char *never_answers_names; /* %zu people */
    const char *wall, *wall_how, *join_at, *link, *link_how, *link_made;
    const char *hidden_now, *shown_now;
    const char *local_only;
    const char *after_close, *report_how, *export_how, *purge_how;
    const char *report_file, *export_file; /* of commands */
    /* wall */
    const char *wall_title, *wall_join, *wall_waiting, *wall_closed;
    const char *wall_handed; /* %zu of %zu */
    const char *wall_joined; /* %zu of %zu */
    const char *wall_withheld; /* %zu people */
    const char *wall_hidden;
    const char *wall_shown;    /* %zu people */
    const char *wall_left_out; /* %zu people */
};

/* The words of that language, or of the first there is. */
const struct words *words_in(const char *lang);

/* For tests: a table after the other, NULL after the last. */
const struct words *words_at(size_t index);

#endif
