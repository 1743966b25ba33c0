/* people.h - what a chart holds of the people added to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_PEOPLE_H
#define CHART_PEOPLE_H

#include <stddef.h>

#include <lewis/chart.h>
#include <lewis/team.h>

#include "base/arena.h"
#include "base/text.h"
#include "chart/density.h"

enum {
    CHART_LABELLED = 40, /* people that get their name beside the marker, */
    CHART_UNCODED = 12,  /* or, when there are more than that, a code */
    CHART_NAMED = 400,   /* people whose names are kept at all, for hover */
    CHART_KEPT = 10000,  /* people whose places are kept */
    CHART_TEAMS = 48,    /* different teams; the rest is put together */
    CHART_ZEROS = 7,     /* which shares of a profile are 0, as bits */
    CHART_HALF = 51      /* half-widths of ranges, 0 to 50 percentage points */
};

struct chart_range {
    double low[LEWIS_STYLES], high[LEWIS_STYLES];
};

struct chart_team {
    const char *name; /* "": none given */
    struct lewis_cloud cloud;
    struct lewis_cloud ratio[CHART_ZEROS]; /* see groups_add() */
};

/* One who is to stand out. */
struct chart_star {
    const char *name;
    char near[64]; /* the nearest other name; or "" */
    size_t seen;   /* people of that name */
    bool found;    /* one of them has a profile, which is */
    size_t person; /* that one, */
    size_t team;
    struct lewis_point point, then; /* 'then' NaN: not known */
    struct chart_range range;
    struct lewis_region region;
};

struct lewis_chart {
    struct arena arena;
    struct lewis_point *point; /* of the first people that were scored */
    unsigned char *team_of;    /* their team */
    size_t kept, room;         /* of these two */
    size_t count;              /* people that were scored */
    size_t unscored;
    const char *name[CHART_NAMED];              /* of the first ones */
    struct chart_range range[CHART_LABELLED];   /* of the first ones */
    struct lewis_region region[CHART_LABELLED]; /* of the first ones */
    size_t half[CHART_HALF]; /* how many ranges of all have that half-width */
    struct chart_team team[CHART_TEAMS];
    size_t teams;
    struct lewis_cloud cloud;   /* everybody */
    double least[LEWIS_STYLES]; /* lowest share of anybody */
    struct density density;
    size_t last_team;           /* of who was added last */
    struct moves *moves;        /* NULL: nobody was anywhere before */
    struct chart_star star[LEWIS_CHART_STARS];
    size_t stars; /* asked for */
};

/* Adds a count: digits from 10 000 on in groups of three. */
void people_add_number(struct text *text, size_t number);

/* Adds "linear-active 50 %, multi-active 30 %, reactive 20 %", with each
 * share's range, "50 % (32-68)", when 'range' is not NULL and has numbers. */
void people_add_shares(struct text *text, struct lewis_point point,
                       const struct chart_range *range);

/* Adds " Each person's own shares are known to about +-24 percentage points
 * (90 %).": the median half-width of all ranges. Nothing for one person, whose
 * ranges are shown, or when no range is known. */
void people_add_sureness(struct text *text, const struct lewis_chart *chart,
                         double level);

/* What is shown when the pointer stands on a person whose name is kept, with
 * the ranges of up to CHART_LABELLED people; without the name if not 'named'; NULL once the arena has failed. */
const char *people_hover(const struct lewis_chart *chart, size_t index,
                         bool named, struct arena *arena);

/* The same for one who stands out. */
const char *people_star_hover(const struct chart_star *star, bool named,
                              struct arena *arena);

#endif
