/* people_page.h - the people of a chart, for a picture in characters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TERMINAL_PEOPLE_PAGE_H
#define CLI_TERMINAL_PEOPLE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/answers.h>
#include <lewis/country.h>
#include <lewis/page.h>
#include <lewis/score.h>
#include <lewis/team.h>

/* Zero-initialise. */
struct people {
    struct people_one *person;
    size_t count, room;
    size_t unscored;
    struct lewis_cloud cloud;
    struct lewis_region region; /* of the first */
};

void people_page_release(struct people *people);

/* Adds a person; one without a profile is counted. False when out of memory. */
bool people_page_add(struct people *people, const struct lewis_sheet *sheet,
               const struct lewis_score *score);

/* What is drawn around the people. */
struct people_look {
    const char *title;               /* NULL: none */
    const char *lang;                /* NULL: English */
    const struct lewis_atlas *atlas; /* NULL: no countries */
    bool ascii;
    bool picture; /* false: the words only */
};

/* Adds the triangle with the people as letters, the countries by their codes,
 * and a key under it. False with *error set. */
bool people_page_draw(const struct people *people, const struct people_look *look,
                struct lewis_page *page, struct lewis_error *error);

#endif
