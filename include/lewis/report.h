/* lewis/report.h - results in words, for the person they are about.
 *
 * The sentences are there in English and Dutch; in another language they are
 * English, and only texts from files are in it.
 *
 * No sentence claims more than the region does: a style is named first only
 * when the answers put it first, and nobody "is" a style.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_REPORT_H
#define LEWIS_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/advice.h>
#include <lewis/agenda.h>
#include <lewis/answers.h>
#include <lewis/bank.h>
#include <lewis/country.h>
#include <lewis/document.h>
#include <lewis/error.h>
#include <lewis/figures.h>
#include <lewis/page.h>
#include <lewis/score.h>

LEWIS_BEGIN

enum { LEWIS_SKETCH_PLACES = 12 };

/* What a picture of a person shows, before it is one. */
struct lewis_sketch {
    const struct lewis_score *score;                /* scored */
    const struct lewis_atlas *atlas;                /* or NULL */
    size_t place[LEWIS_SKETCH_PLACES], place_count; /* of the atlas: the
                       person's own country, the nearest, then the corners and
                       the middles of the sides */
    char code[LEWIS_SKETCH_PLACES][4]; /* of a country that stands there */
    const char *corner[LEWIS_STYLES]; /* names of the styles */
};

/* Draws the sketch on the page. lewis/cells.h has the means. */
struct lewis_drawer {
    bool (*draw)(void *payload, const struct lewis_sketch *sketch,
                 struct lewis_page *page, struct lewis_error *error);
    void *payload;
    bool chart; /* what is drawn is a chart (lewis/chart.h): it names countries
                   itself */
};

/* One person's answers, and what they are read with. */
struct lewis_person {
    const char *id; /* may be empty, and hold anything */
    size_t id_size;
    const struct lewis_bank *bank;
    struct lewis_score_options options;
    const struct lewis_answer *answer; /* one per item */
    const struct lewis_error *refused; /* NULL, or why there are no answers */
    const struct lewis_atlas *atlas;   /* NULL: nothing about countries */
    const struct lewis_advice *advice; /* or NULL */
    const char *lang;                  /* of all texts; NULL: the first */
    const char *country; /* its code, to be drawn too; NULL or "": unknown */
    bool ascii;                        /* bars in plain ASCII */
    bool spoken;                       /* no bars and columns: sentences, for
                                          those who listen to them */
    struct lewis_drawer drawer;        /* draw NULL: no picture */
};

/* Adds the personal result to the page: what the answers put first, the
 * picture, the three shares with their ranges, topics, reference points, what
 * it may mean, what to look at, how it was computed. A sheet that is not scored
 * gets a kind page that says what is missing; *scored tells (may be NULL).
 * False with *error set: ENOMEM, EINVALID (an option out of its range), or what
 * the drawer said. */
LEWIS_API bool lewis_report_person(const struct lewis_person *person,
                                   struct lewis_page *page, bool *scored,
                                   struct lewis_error *error);

/* The same as a document of two pages: what the answers put first, the
 * triangle, the shares, what is near, topics, what it may mean, what to try
 * with others, how it was computed. 'options' has the ruler of whoever will
 * write it, and person->lang is its language; the drawer is not used. Returns
 * an object the caller frees with lewis_document_free(), or NULL with *error
 * set as above. */
LEWIS_API struct lewis_document *
lewis_report_person_document(const struct lewis_person *person,
                             const struct lewis_document_options *options,
                             bool *scored, struct lewis_error *error);

/* One page of it, as a picture to keep or to show: whose and what it is, what
 * the answers put first, the triangle, the shares. The same otherwise. */
LEWIS_API struct lewis_document *
lewis_report_person_picture(const struct lewis_person *person,
                            const struct lewis_document_options *options,
                            bool *scored, struct lewis_error *error);

/* Who a team's report is for. */
enum lewis_edition {
    LEWIS_EDITION_TEAM,   /* with names */
    LEWIS_EDITION_SELF,   /* for each member: nobody is named */
    LEWIS_EDITION_TRAINER /* with names, who stands apart, who stands near the
                             partner, questions to talk about and a plan */
};

/* A team's figures, and what they are told with. */
struct lewis_team_report {
    const struct lewis_team_figures *figures;
    const struct lewis_atlas *atlas;   /* of the figures; or NULL */
    const struct lewis_advice *advice; /* or NULL */
    const struct lewis_agenda *agenda; /* of the trainer's page; or NULL */
    enum lewis_edition edition;
    const char *title; /* NULL or "": the team's name, or "The team" */
    /* Of a workshop (lewis/workshop.h): names of the teams whose people are
     * shown without them, and how many handed in and are in no figure. */
    const char *const *pooled;
    size_t pooled_count, withheld;
    const char *least_option; /* as in struct lewis_team_look, for a trainer */
};

/* The team as a document: the triangle and the middle; how far apart people
 * are, groups, who is in it; a page for the partner, with advice; the trainer's
 * page. Returns and fails as lewis_report_person_document() does. */
LEWIS_API struct lewis_document *
lewis_report_team_document(const struct lewis_team_report *report,
                           const struct lewis_document_options *options,
                           struct lewis_error *error);

/* Codes for the people of a group, and a sheet of slips that they are handed. */
struct lewis_code_group {
    const char *name;
    const char *const *code;
    size_t count;
};
struct lewis_code_sheet {
    const char *title;   /* of what they take part in */
    const char *address; /* where they type the code; NULL: not known yet */
    const struct lewis_code_group *group;
    size_t groups;
};

/* The codes as a document to print and cut apart, every group on pages of its
 * own. Returns and fails as lewis_report_person_document() does. */
LEWIS_API struct lewis_document *
lewis_report_code_sheet(const struct lewis_code_sheet *sheet,
                        const struct lewis_document_options *options,
                        struct lewis_error *error);

/* Reference points in words. */
struct lewis_countries {
    const struct lewis_atlas *atlas;
    const struct lewis_advice *advice; /* or NULL */
    const char *lang;
};

/* Adds where the country stands, how well that is known and who says so. */
LEWIS_API void lewis_report_country(const struct lewis_countries *countries,
                                    const struct lewis_country *country,
                                    struct lewis_page *page);

/* Adds both, what differs, and the advice for somebody who leans as the one
 * does with a partner who leans as the other does, both ways. */
LEWIS_API void lewis_report_countries(const struct lewis_countries *countries,
                                      const struct lewis_country *a,
                                      const struct lewis_country *b,
                                      struct lewis_page *page);

LEWIS_END

#endif
