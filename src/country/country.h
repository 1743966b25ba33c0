/* country.h - what an atlas is made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef COUNTRY_COUNTRY_H
#define COUNTRY_COUNTRY_H

#include <stdint.h>

#include <lewis/country.h>

#include "base/arena.h"
#include "base/document.h"
#include "base/problems.h"

#define COUNTRY_XMLNS "urn:x-lewis:countries:1"

/* Something the file defines once and refers to by id. */
struct country_term {
    const char *id;
    const char *plain;              /* a source */
    const struct lewis_text *text;  /* a region, a confidence */
};

struct country_terms {
    struct country_term *term;
    size_t count;
};

struct country_place {
    struct lewis_point point;
    const char *codes;
};

enum { NEAREST_CELLS = 32 }; /* on each side of a square of side 1 */

struct lewis_atlas {
    struct arena arena; /* owns everything below */
    const char *const *language;
    size_t language_count;
    struct country_terms source, region, confidence;
    struct lewis_country *country;
    size_t count;
    struct country_place *place;
    size_t place_count;
    /* places that can be the nearest in a cell, row by row: those of cell c are
     * near[near_begin[c]] .. near[near_begin[c + 1] - 1]; NULL: ask all */
    uint32_t *near;
    uint32_t near_begin[NEAREST_CELLS * NEAREST_CELLS + 1];
};

/* country_xml.c: reads the document into a zeroed atlas. */
void country_read(struct lewis_atlas *atlas, const struct element *root,
                  struct problems *problems);

/* nearest.c: makes the cells, once the places are settled. */
void nearest_prepare(struct lewis_atlas *atlas);

const struct country_term *country_term(const struct country_terms *terms,
                                        const char *id);

#endif
