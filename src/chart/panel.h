/* panel.h - the blocks of text around the triangle: head, legend, foot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_PANEL_H
#define CHART_PANEL_H

#include "chart/frame.h"
#include "chart/groups.h"
#include "chart/people.h"
#include "chart/typeset.h"

/* How people are named at their markers. */
enum panel_names { PANEL_NONE, PANEL_NAMES, PANEL_CODES };

/* What the blocks are about. */
struct panel_facts {
    const struct lewis_chart *chart;
    const struct lewis_chart_options *options;
    const struct lewis_measure *measure;
    struct arena *arena;
    enum panel_names names;
    bool dots;     /* people are dots or hexagons, without names */
    bool hexagons; /* and have no shape of their own */
    size_t out_of_sight; /* people in hexagons that are */
    int grid;      /* of the hexagons, see chart/density.h */
    struct density_scale scale;
    unsigned regions; /* LEWIS_REGIONS_..., settled */
    bool star_regions; /* of those who stand out */
    const struct groups *groups;
    const char *outside; /* countries that are out of sight; or NULL */
    const char *listed; /* countries that have no label; or NULL */
    bool countries; /* any is shown */
    const char *words_left_out; /* of the overlay; or NULL */
    bool small; /* one of several small triangles: tracks go without shares */
};

/* True when people are counted in hexagons. */
bool panel_hexagons(const struct lewis_chart *chart,
                    const struct lewis_chart_options *options);

/* Settles how people are drawn, and which regions. */
void panel_settle(struct panel_facts *facts);

/* False with *error set (EINVALID) when nothing can be drawn on such a page, or
 * at such a level. */
bool panel_check_page(const struct lewis_chart_options *options,
                      struct lewis_error *error);

/* True when the people are one group, that has shares of its own. */
bool panel_one_group(const struct lewis_chart *chart);

/* The colour and the name of a team's markers. */
int32_t panel_team_colour(const struct frame *frame,
                          const struct lewis_chart *chart, size_t team);

/* True when the colours of teams do not suffice to tell them apart in their
 * centres and stars. */
bool panel_needs_shapes(const struct frame *frame,
                        const struct lewis_chart *chart);

/* True when there are countries, if only outside of what is shown. */
bool panel_any_country(const struct panel_facts *facts);

/* A text of the options, cleaned: "" for NULL, NULL once the arena has
 * failed. */
const char *panel_clean(const struct panel_facts *facts, const char *text);

/* Title, subtitle, and the three shares as bars when there is one person or
 * one group. Top left. */
struct head {
    struct paragraph title, subtitle;
    double title_size;
    double title_pt, subtitle_pt, bars_pt; /* heights */
    struct box box;
};

struct head head_of(const struct panel_facts *facts, const struct frame *frame);
void head_draw(const struct head *head, const struct panel_facts *facts,
               const struct frame *frame, struct lewis_scene *scene);

/* One row for each sign in the picture. Top right. */
enum legend_sign {
    LEGEND_PEOPLE,
    LEGEND_NONE, /* words only */
    LEGEND_CENTER,
    LEGEND_REGION,
    LEGEND_MOVE,
    LEGEND_STAYED,
    LEGEND_SPREAD,
    LEGEND_HEXAGON, /* 'team' is the class */
    LEGEND_STAR,
    LEGEND_TRACKS,
    LEGEND_COUNTRY
};

enum {
    LEGEND_TEAMS = 24, /* teams that have a row, at most */
    LEGEND_FEW = 10,   /* and at least */
    LEGEND_ROWS = LEGEND_TEAMS + DENSITY_TONES + 12
};

struct legend_row {
    enum legend_sign sign;
    size_t team;
    struct paragraph text;
};

struct legend {
    struct legend_row row[LEGEND_ROWS];
    size_t count;
    struct box box;
};

/* Where the middle of its signs stands, from its left. */
double legend_sign_middle(const struct frame *frame);

/* Beside the head, or under it where both are too wide. Of a bare chart only
 * the teams, where there are several. */
struct legend legend_of(const struct panel_facts *facts,
                        const struct frame *frame, struct box head);
void legend_draw(const struct legend *legend, const struct panel_facts *facts,
                 const struct frame *frame, struct lewis_scene *scene);

/* How many people, how well each of them is known, what had no room, how to
 * read it, and what the country positions are not. At the bottom. */
struct foot {
    struct paragraph text[2];
    struct box box;
};

struct foot foot_of(const struct panel_facts *facts, const struct frame *frame,
                    const char *left_out, bool no_country_names,
                    bool some_names_missing);
void foot_draw(const struct foot *foot, const struct frame *frame,
               struct lewis_scene *scene);

/* "2 people. 1 of 3 without a profile: not drawn." */
const char *foot_people(const struct panel_facts *facts);

#endif
