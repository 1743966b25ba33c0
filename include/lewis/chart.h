/* lewis/chart.h - the triangle, as a scene: shapes and texts in points.
 *
 * A chart is made in two steps. This one lays out: figures in, scene out, the
 * same scene on every machine for the same text measure. The second one,
 * lewis/render.h, turns the scene into a file. A scene can be printed as text,
 * which is how charts are tested.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_CHART_H
#define LEWIS_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/country.h>
#include <lewis/earlier.h>
#include <lewis/error.h>
#include <lewis/output.h>
#include <lewis/overlay.h>
#include <lewis/score.h>
#include <lewis/style.h>

LEWIS_BEGIN

/* How wide a text is. Given to lewis_chart_scene() by whoever can measure:
 * lewis/render.h has the one that knows fonts. */
struct lewis_measure {
    /* Width in points of 'text' (UTF-8) at 'size_pt', bold or not. */
    double (*width_pt)(void *payload, const char *text, double size_pt,
                       bool bold);
    void *payload;
    /* Told of texts that will be measured before any is: names, whose fonts may
     * have to be looked for. NULL: nobody wants to know. */
    void (*expect)(void *payload, const char *text, bool bold);
};

/* A chart's figures, gathered one person at a time, in bounded memory: of
 * 10,000 people the places are kept, about 0.2 MB, and names of the first 400;
 * of any more no more than counts and sums.
 *
 * Up to 40 people are drawn with their names, or a code and a key. Markers that would hide each
 * other, of people with the same or nearly the same answers, are moved apart,
 * each as little as will do: two go a good radius each, of n on one spot the
 * furthest about 1.1 sqrt(n) diameters, and where there is less room, at a side
 * 1.6 and in a corner 2.1 sqrt(n); none leaves the triangle. Once moved they
 * do not stand on the centre of a group either. A hair line leads from a marker
 * moved by more than its radius to the true place. Only markers move: centres,
 * regions and the shares shown on hover are those of the figures.
 *
 * More people are dots, at their true places, and more than 400 are counted in
 * hexagons. Up to 48 teams have each a colour and a shape that no other team
 * has together, dots too; their centres and regions are exact for any number of
 * people.
 *
 * The region of a group's centre, of 4 people and more, is that of
 * lewis_cloud_center_region() with the members' own errors: the same answers
 * from everybody are not certainty. The foot tells how well a single person is
 * known: the median half-width of all ranges, in whole percentage points. */
struct lewis_chart;

/* The geometry of groups, of 2 people and more. In log-ratios (see
 * lewis/composition.h) a centre is the closed geometric mean, and a region
 * stays inside the triangle, bent along its sides; it is Hotelling's alone,
 * without the members' own errors. People stand where they stand in both.
 *
 * Shares of 0 have no logarithm. They are replaced, and the legend and the foot
 * say how many were and by what; the smaller the number taken, the more it
 * decides. So no chart is drawn when a fifth or more of the people have one,
 * unless it is forced. */
enum lewis_geometry {
    LEWIS_PLANE,    /* the triangle's own: means and plain distances */
    LEWIS_AITCHISON /* log-ratios */
};

/* Which part of the triangle is shown: always an upright triangle, its corners
 * named with their percent and the foot saying what its corners and sides are;
 * a small whole triangle beside it shows where it lies, and countries outside
 * of it are listed in the foot, but for a long list of all there are. */
enum lewis_zoom {
    LEWIS_ZOOM_NONE, /* the whole triangle */
    LEWIS_ZOOM_AUTO, /* the smallest part that holds everybody, all centres and
                        their regions, in steps of 5 % and not under 20 %;
                        when that takes more than 80 % of a side, the smallest
                        that holds everybody, and the whole when that does */
    LEWIS_ZOOM_GIVEN /* see zoom_low */
};

/* What a chart is drawn in. In each of them words can be read (a contrast of
 * 4.5 and more by WCAG 2) and signs be seen (3 and more), and teams that share
 * a shape differ for readers with any of the three kinds of colour blindness:
 * the screen's colours need no variant of their own. */
enum lewis_theme {
    LEWIS_THEME_SCREEN, /* dark on white: screens, and print in colour */
    LEWIS_THEME_DARK,   /* light on dark: projectors */
    LEWIS_THEME_GREY    /* print in black: shapes and words carry all */
};

/* How people are named; more than 40 are dots without names. */
enum lewis_labels {
    LEWIS_LABELS_AUTO,  /* names up to 12 people, then codes */
    LEWIS_LABELS_NEAR,  /* names beside the markers */
    LEWIS_LABELS_CODES, /* numbers beside the markers, and a key with code, name
                           and shares; names where the page has no room for
                           the key */
    LEWIS_LABELS_NONE   /* nobody is named, on hover neither */
};

/* How many people are drawn. */
enum lewis_density {
    LEWIS_DENSITY_AUTO,
    LEWIS_DENSITY_DOTS,    /* one each, without names; of up to 10,000: more
                              are hexagons all the same */
    LEWIS_DENSITY_HEXAGONS /* counts, in classes of 1, 2, 5, 10 ... people */
};

/* Which regions are drawn: any of these together, 0 for none. The first two are
 * of groups of 4 people and more. */
enum {
    LEWIS_REGIONS_CENTERS = 1, /* where each group's centre lies */
    LEWIS_REGIONS_SPREAD = 2,  /* where that part of each group's people
                                  stands: lewis_cloud_spread() */
    LEWIS_REGIONS_PERSONS = 4, /* where each of up to 40 people's profile
                                  lies */
    LEWIS_REGIONS_AUTO = 8     /* one person's; the centres; and the spread of a
                                  single group of 8 people and more */
};

struct lewis_chart_options {
    double width_pt, height_pt;      /* page; A4 lying: 841.89 x 595.28 */
    const char *title, *subtitle;    /* NULL or "": none */
    const char *note;                /* more for the foot; NULL or "": none */
    const char *corner[LEWIS_STYLES]; /* names of the corners; NULL: the
                                         English ones */
    bool bare;  /* the triangle and what is in it alone, for a page that says
                   the rest itself: no title, shares, key and foot, and of the
                   legend only the teams, where there are several */
    const char *lang;                /* of country names and the overlay;
                                        NULL: the first */
    const struct lewis_atlas *atlas; /* NULL: no countries */
    const struct lewis_selection *countries; /* of the atlas; NULL: those of
                                                the figure. The nearest are
                                                those to the one person, or to
                                                the centre of all */
    const struct lewis_overlay *overlay; /* words in the triangle, where they
                                            cover nobody; NULL: none */
    double level; /* of the regions; that of the scores' own ranges */
    enum lewis_geometry geometry; /* of groups */
    double zeros; /* what a share of 0 is taken as in LEWIS_AITCHISON, above 0
                     and below 0.1 */
    bool force;   /* LEWIS_AITCHISON with however many shares of 0 */
    enum lewis_theme theme;
    enum lewis_labels labels;
    enum lewis_density density;
    unsigned regions; /* LEWIS_REGIONS_... */
    enum lewis_zoom zoom;
    int zoom_low[LEWIS_STYLES]; /* LEWIS_ZOOM_GIVEN: the least percent of each
                                   style in sight; at most 90 together */
};

/* A4 lying, no title, no countries, level 0.90, the plane, zeros 0.005,
 * the screen's theme, the whole triangle. */
LEWIS_API struct lewis_chart_options lewis_chart_defaults(void);

/* Returns an object the caller frees with lewis_chart_free(), or NULL with
 * *error set (ENOMEM). */
LEWIS_API struct lewis_chart *lewis_chart_new(struct lewis_error *error);
LEWIS_API void lewis_chart_free(struct lewis_chart *chart);

/* Adds a person. Rows that are not scored, or stand outside the triangle, are
 * counted and named in the chart's foot, and not drawn. Up to 48 different teams are told apart. Texts of
 * 'name_size' and 'team_size' bytes are copied. False with *error set on
 * ENOMEM. */
LEWIS_API bool lewis_chart_add(struct lewis_chart *chart, const char *name,
                               size_t name_size, const char *team,
                               size_t team_size,
                               const struct lewis_score *score,
                               struct lewis_error *error);

/* The same for a person whose earlier place is known: an arrow leads from there
 * to the marker, or a ring tells that it would be too short to see. The centres
 * of groups have arrows too, and a group's region is then that of the end of
 * its centre's move, seen from where it was: that of the mean of the members'
 * own moves. Add everybody in this way or nobody, and add nobody who was not
 * there before: like is compared with like. */
LEWIS_API bool lewis_chart_add_move(struct lewis_chart *chart,
                                    const char *name, size_t name_size,
                                    const char *team, size_t team_size,
                                    const struct lewis_place *then,
                                    const struct lewis_score *now,
                                    struct lewis_error *error);

/* Why a row is not drawn. */
enum lewis_left_out {
    LEWIS_LEFT_NO_PROFILE,      /* noted by lewis_chart_add() itself */
    LEWIS_LEFT_NO_ID,           /* nothing to find the earlier answers by */
    LEWIS_LEFT_ONLY_EARLIER,    /* answered only then */
    LEWIS_LEFT_ONLY_LATER,      /* answered only now */
    LEWIS_LEFT_WITHOUT_EARLIER, /* answered then, but has no profile of it */
    LEWIS_LEFT_REPEATED,        /* another row of the same id counts */
    LEWIS_LEFT_OUTS
};

/* Who they are: how many, and the first of them. */
enum { LEWIS_LEFT_NAMED = 5 };
struct lewis_left {
    size_t count, names;
    const char *name[LEWIS_LEFT_NAMED]; /* cleaned and cut; never empty */
};

/* Notes a row that is not drawn, for the foot; names are said there only where
 * people have names at all. False with *error set on ENOMEM. */
LEWIS_API bool lewis_chart_leave_out(struct lewis_chart *chart,
                                     enum lewis_left_out why, const char *name,
                                     size_t size, struct lewis_error *error);

/* The rows noted; they live as long as the chart. */
LEWIS_API const struct lewis_left *
lewis_chart_left(const struct lewis_chart *chart, enum lewis_left_out why);

/* Notes, for the foot, that so many of the rows drawn have an id that stood
 * before. */
LEWIS_API void lewis_chart_repeated(struct lewis_chart *chart, size_t rows);

/* Makes the person of that name stand out: a star in a ring, the name in bold,
 * the region of the profile, and three thin lines to the sides, each parallel
 * to the side that faces a corner and with that corner's share at its end. Of
 * several people with that name the last one; kept when people are dots or
 * hexagons. A person alone has lines without being asked for. To be called
 * before people are added; False with *error set on ENOMEM, and EINVALID when
 * LEWIS_CHART_STARS are asked for already. */
enum { LEWIS_CHART_STARS = 8 };
LEWIS_API bool lewis_chart_highlight(struct lewis_chart *chart,
                                     const char *name,
                                     struct lewis_error *error);

/* What became of one who is to stand out. */
struct lewis_highlight {
    const char *name; /* as asked for */
    const char *near; /* the nearest name that was added; or NULL */
    size_t seen;      /* people of that name, with a profile or without */
    bool drawn;       /* false: none of them has a profile */
};

/* Fills in number 'index', in the order of asking; false when there are not
 * that many. The texts live as long as the chart. */
LEWIS_API bool lewis_chart_highlighted(const struct lewis_chart *chart,
                                       size_t index,
                                       struct lewis_highlight *highlight);

/* People added that were scored. */
LEWIS_API size_t lewis_chart_count(const struct lewis_chart *chart);

/* Shares of 0 in their profiles; *people, when not NULL, is how many people
 * have one. */
LEWIS_API size_t lewis_chart_zeros(const struct lewis_chart *chart,
                                   size_t *people);

struct lewis_scene;

/* Lays the chart out. Returns a scene the caller frees with
 * lewis_scene_free(), or NULL with *error set (ENOMEM; EINVALID: a page too
 * small or too large to draw on, 200..14400 points a side; a level that is not
 * between 0 and 1; what LEWIS_AITCHISON cannot do; a given view that is none,
 * or leaves people out; of hexagons it may, but neither everybody nor somebody
 * who stands out). */
LEWIS_API struct lewis_scene *
lewis_chart_scene(const struct lewis_chart *chart,
                  const struct lewis_chart_options *options,
                  const struct lewis_measure *measure,
                  struct lewis_error *error);

/* What lewis_chart_scene() shows by these options. */
struct lewis_view {
    double size;    /* of a side; 1: the whole triangle */
    size_t outside; /* people who are not drawn: those of hexagons outside of a
                       given view */
    bool hexagons;  /* people are counted in hexagons */
};

/* Fills it in; false with *error set where lewis_chart_scene() would fail for
 * what LEWIS_AITCHISON or a given view cannot do. */
LEWIS_API bool lewis_chart_view(const struct lewis_chart *chart,
                                const struct lewis_chart_options *options,
                                struct lewis_view *view,
                                struct lewis_error *error);

/* A small triangle of several: the same people, by other items. */
struct lewis_panel {
    const struct lewis_chart *chart;
    const char *title; /* over the triangle; NULL: "All items" */
    size_t items;      /* it goes by; 0: not said */
};

/* Lays out 'count' panels (1 and more) side by side, all of one size, one view
 * and one set of colours, under one legend; the first one has everything, and
 * head and legend are its. Where people are counted in hexagons these are larger
 * than in a chart, and their classes go by the fullest one of all panels. Under
 * each title stand the shares, the items, and
 * how well a single person is known by these. Up to 12 people have names; there
 * are no countries and no overlay. Returns and fails as lewis_chart_scene() does. */
LEWIS_API struct lewis_scene *
lewis_chart_panels(const struct lewis_panel panel[], size_t count,
                   const struct lewis_chart_options *options,
                   const struct lewis_measure *measure,
                   struct lewis_error *error);

LEWIS_API void lewis_scene_free(struct lewis_scene *scene);

/* Prints the scene as text, one shape a line, two decimals. False when out of
 * memory. */
LEWIS_API bool lewis_scene_print(const struct lewis_scene *scene,
                                 struct lewis_output *output);

LEWIS_END

#endif
