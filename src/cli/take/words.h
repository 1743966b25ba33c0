/* words.h - the program's own words for somebody who takes a
 * questionnaire, in the languages that there are.
 *
 * How to add a language: a table in words.c and a row in its list. The
 * remarks say what a format is given; tests/unit/take_words_test.c holds every
 * language to the formats of the first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_WORDS_H
#define CLI_TAKE_WORDS_H

#include <stddef.h>

struct take_words {
    /* welcome */
    const char *size; /* %zu questions, %zu minutes */
    const char *no_wrong, *private, *handed_to; /* %s a file */
    const char *stop_freely, *by_key, *by_line, *begin,
        *begin_again;
    /* a draft was found */
    const char *found; /* %zu answered of %zu, %s a time */
    const char *found_skipped; /* %zu */
    const char *go_on, *afresh, *choose;
    /* an item; numbers are those of the options */
    const char *question;   /* %zu of %zu */
    const char *topic;      /* %s a topic, %zu of %zu */
    const char *most, *least, *answer, *place;
    const char *points;     /* %zu an option, %d points left */
    const char *share_out;  /* %d points */
    const char *between;    /* 1 wholly the first, %d wholly the second */
    const char *is_most, *is_least; /* beside a number: short */
    const char *last, *skipped; /* %zu a question; last: %s its answer */
    const char *not_right;
    const char *left_out;   /* this one was */
    const char *go_to;      /* %zu questions */
    const char *or_word;    /* 1, 2 "or" 3 */
    const char *type;       /* %s numbers */
    /* review */
    const char *review, *answered;      /* %zu of %zu */
    const char *review_how, *review_how_line, *review_rank;
    const char *open_mark, *half_mark, *skip_mark;
    const char *none_open, *none_left; /* the same, some being left out */
    const char *first_open; /* %zu */
    const char *may_skip;
    const char *skip_list;  /* %s numbers */
    const char *on_to_open; /* %zu a question */
    const char *on_to_asks;
    /* questions about the person */
    const char *about_you, *optional, *needed, *reply;
    const char *country_how, *kept; /* %s the reply */
    const char *no_reply;
    /* ready */
    const char *ready, *final, *hand_in, *hand_in_to; /* %s a file */
    /* keys */
    const char *back, *skip, *go, *look, *language, *help, *stop;
    const char *done, *cancel, *rather_not, *more;
    const char *slash;      /* letters while a text is typed, in lines */
    const char *help_title;
    const char *help_rank, *help_pick, *help_rate, *help_place, *help_points,
        *help_choice;
    const char *help_begin, *help_reply, *help_on_review, *help_result;
    const char *help_back, *help_on, *help_arrows, *help_skip, *help_go,
        *help_look, *help_clear, *help_language, *help_help, *help_stop,
        *help_close;
    /* what cannot be; see enum lewis_outcome */
    const char *no_option;   /* %s numbers */
    const char *again;       /* %ld */
    const char *no_points;   /* %d points left */
    const char *no_question; /* %zu questions */
    const char *ahead;       /* %zu a question */
    const char *open, *no_skip, *has_answer, *required, *asks_first,
        *one_language, *no_number, *no_text;
    const char *no_country;   /* %s what was typed */
    const char *mean_country; /* %s a name */
    const char *not_saved;   /* %s why */
    const char *no_meaning;  /* in lines */
    const char *no_key;      /* %s a key */
    const char *too_long;
    /* the end */
    const char *left;        /* %zu answered of %zu */
    const char *left_empty;
    const char *finished;    /* before, and here is its result */
    const char *more_pages;  /* %zu of %zu */
    const char *resume;      /* %s a command */
    const char *handed_in;   /* %s a file */
    const char *not_handed;  /* after the reason */
    const char *kept_draft;
    const char *see_again, *remove; /* %s a command */
    const char *picture_ask, *picture_done; /* done: %s a file */
    const char *picture_kind;
    const char *picture_there; /* %s a file */
    /* lewis drafts */
    const char *drafts_none;
    const char *drafts_count; /* %zu answered of %zu */
    const char *drafts_busy, *drafts_done, *drafts_left_out;
    const char *drafts_draft, *drafts_bank, *drafts_begun, *drafts_name,
        *drafts_team, *drafts_answered;
    const char *drafts_deleted, *drafts_unknown; /* %s a draft */
};

/* The words of that language, or of the first there is. */
const struct take_words *take_words_in(const char *lang);

/* For tests: the languages, NULL after the last. */
const char *take_words_language(size_t index);

#endif
