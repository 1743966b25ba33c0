/* scene.h - shapes and texts in points, y downwards, origin top left.
 *
 * Building is sticky: once memory has run out every call is ignored and
 * scene_ok() says so. Colours are 0xRRGGBB. Texts are copied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENE_H
#define SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/chart.h>

enum scene_kind {
    SCENE_GROUP, /* opens a group: role, title (shown on hover), until END */
    SCENE_END,
    SCENE_POLYGON, /* closed, filled and/or stroked */
    SCENE_LINE,    /* open, stroked */
    SCENE_CIRCLE,  /* point[0] the centre, radius */
    SCENE_TEXT     /* point[0] the baseline at the anchor */
};

enum scene_anchor { SCENE_START, SCENE_MIDDLE, SCENE_FINISH };

struct scene_point {
    double x, y;
};

/* How a shape is painted. An alpha of 0 is no paint: zero-initialised, nothing
 * is drawn. */
struct scene_style {
    int32_t fill, stroke;            /* 0xRRGGBB */
    double fill_alpha, stroke_alpha; /* 0..1 */
    double width_pt;                 /* of the stroke */
    double dash_pt[2];               /* on, off; both 0: solid */
};

struct scene_shape {
    enum scene_kind kind;
    struct scene_style style;
    const struct scene_point *point;
    size_t count;
    double radius_pt;
    /* text */
    const char *text;
    double size_pt;
    bool bold;
    enum scene_anchor anchor;
    double halo_pt; /* width of an outline in 'halo' under the text */
    int32_t halo;
    /* group */
    const char *role;  /* one word: a CSS class */
    const char *title; /* or NULL */
};

/* The style of a plain fill, and of a plain stroke. */
struct scene_style scene_fill(int32_t colour, double alpha);
struct scene_style scene_stroke(int32_t colour, double width_pt);

/* The page: what a screen reader says, and the document's own title. */
struct lewis_scene *scene_new(double width_pt, double height_pt,
                              const char *title, const char *description,
                              const char *lang);

/* False once memory has run out. */
bool scene_ok(const struct lewis_scene *scene);

void scene_group(struct lewis_scene *scene, const char *role,
                 const char *title);
void scene_end(struct lewis_scene *scene);
void scene_polygon(struct lewis_scene *scene, const struct scene_point point[],
                   size_t count, struct scene_style style);
void scene_line(struct lewis_scene *scene, const struct scene_point point[],
                size_t count, struct scene_style style);
void scene_circle(struct lewis_scene *scene, struct scene_point center,
                  double radius_pt, struct scene_style style);
void scene_text(struct lewis_scene *scene, struct scene_point at,
                const char *text, double size_pt, bool bold,
                enum scene_anchor anchor, int32_t colour, double halo_pt,
                int32_t halo);

/* Adds every shape of another scene, its origin at 'at'. */
void scene_insert(struct lewis_scene *scene, const struct lewis_scene *other,
                  struct scene_point at);

/* Takes the titles of all groups away: nothing is shown on hover. */
void scene_hush(struct lewis_scene *scene);

/* Takes the groups of that role away. */
void scene_drop(struct lewis_scene *scene, const char *role);

/* Writes x with two decimals and no "-0.00" into 'out', in "C" notation
 * whatever the locale; not finite or beyond 1e12: "0.00". Returns out. */
enum { SCENE_NUMBER = 24 };
char *scene_number(double x, char out[SCENE_NUMBER]);

double scene_width_pt(const struct lewis_scene *scene);
double scene_height_pt(const struct lewis_scene *scene);
const char *scene_title(const struct lewis_scene *scene);
const char *scene_description(const struct lewis_scene *scene);
const char *scene_lang(const struct lewis_scene *scene);
size_t scene_count(const struct lewis_scene *scene);
const struct scene_shape *scene_at(const struct lewis_scene *scene,
                                   size_t index);

#endif
