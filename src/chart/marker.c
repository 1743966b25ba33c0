/* marker.c - the signs that stand for people, teams and regions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/marker.h"

#include <math.h>
#include <string.h>

#include "chart/theme.h"

#define PI 3.14159265358979323846

enum { CORNERS = 10, STEPS = 96 };

/* A regular polygon or star: corners (0: a circle), where the first one points
 * (in degrees, counter-clockwise from the right), the radius for about the
 * area of a circle of radius 1, and that of a star's inner corners in parts of
 * it. A triangle's middle is lower than that of the circle around it. */
struct shape {
    int corners;
    double angle, radius, inner, drop;
    bool hollow;
};

static const struct shape shape[] = {
    {0, 0, 1, 1, 0, false},         {4, 45, 1.25, 1, 0, false},
    {3, 90, 1.50, 1, 0.2, false},   {4, 0, 1.32, 1, 0, false},
    {3, 270, 1.50, 1, -0.2, false}, {10, 90, 1.60, 0.45, 0, false},
    {4, 45, 1.30, 1, 0, true},      {3, 90, 1.55, 1, 0.2, true},
};

enum { SHAPES = sizeof shape / sizeof shape[0] };

/* White rims are wider on the outside only: the fill is drawn over half of
 * them. */
static struct scene_style
rimmed(const struct frame *frame, int32_t colour)
{
    struct scene_style style =
        scene_stroke(frame->colour->paper, 2 * theme.rim * frame->scale);

    style.fill = colour;
    style.fill_alpha = 1;
    return style;
}

/* The shape itself; light colours stand out from the backdrop by their dark
 * outline only. */
static struct scene_style
outlined(const struct frame *frame, int32_t colour)
{
    struct scene_style style =
        scene_stroke(frame->colour->ink, 0.5 * frame->scale);

    style.fill = colour;
    style.fill_alpha = 1;
    return style;
}

static void
place_corners(const struct shape *form, struct scene_point at, double radius_pt,
              struct scene_point corner[CORNERS])
{
    for (int i = 0; i < form->corners; i++) {
        double angle = (form->angle + 360.0 * i / form->corners) * PI / 180;
        double r = radius_pt * form->radius * (i % 2 == 0 ? 1 : form->inner);

        corner[i].x = at.x + r * cos(angle);
        corner[i].y = at.y + form->drop * radius_pt - r * sin(angle);
    }
}

static void
draw_shape(struct lewis_scene *scene, const struct shape *form,
           struct scene_point at, double radius_pt, struct scene_style style)
{
    struct scene_point corner[CORNERS];

    if (form->corners == 0) {
        scene_circle(scene, at, radius_pt, style);
        return;
    }
    place_corners(form, at, radius_pt, corner);
    scene_polygon(scene, corner, (size_t)form->corners, style);
}

void
marker_draw(struct lewis_scene *scene, const struct frame *frame, size_t team,
            struct scene_point at, double radius_pt, int32_t colour)
{
    const struct shape *form = &shape[team % SHAPES];
    struct shape hole = *form;

    draw_shape(scene, form, at, radius_pt, rimmed(frame, colour));
    draw_shape(scene, form, at, radius_pt, outlined(frame, colour));
    hole.radius *= 0.42;
    if (form->hollow)
        draw_shape(scene, &hole, at, radius_pt,
                   scene_fill(frame->colour->paper, 1));
}

/* The ring is of paper inside, so that the star is seen over anything. */
void
marker_star(struct lewis_scene *scene, const struct frame *frame, size_t team,
            bool shaped, struct scene_point at, double radius_pt,
            int32_t colour)
{
    static const struct shape star = {10, 90, 2, 0.42, 0.06, false};
    struct scene_style ring =
        scene_stroke(frame->colour->ink, 0.28 * radius_pt);

    ring.fill = frame->colour->paper;
    ring.fill_alpha = 1;
    scene_circle(scene, at, MARKER_STAR * radius_pt,
                 scene_fill(frame->colour->paper, 1));
    scene_circle(scene, at, (MARKER_STAR - 0.28) * radius_pt, ring);
    draw_shape(scene, &star, at, radius_pt,
               shaped ? scene_fill(frame->colour->ink, 1)
                      : outlined(frame, colour));
    if (shaped)
        marker_draw(scene, frame, team, at, 0.62 * radius_pt, colour);
}

void
marker_dot(struct lewis_scene *scene, const struct frame *frame, size_t team,
           struct scene_point at, double radius_pt, int32_t colour,
           double alpha)
{
    const struct shape *form = &shape[team % SHAPES];
    struct scene_style style = scene_fill(colour, alpha);

    style.stroke = palette_outline(frame->colour, colour);
    style.stroke_alpha = alpha;
    style.width_pt = (form->hollow ? 0.5 : 0.2) * radius_pt;
    if (form->hollow)
        style.fill_alpha = 0;
    draw_shape(scene, form, at, radius_pt, style);
}

void
marker_cross(struct lewis_scene *scene, const struct frame *frame,
             struct scene_point at, double arm_pt, int32_t colour)
{
    static const double unit[12][2] = {
        {-0.22, -1},   {0.22, -1},   {0.22, -0.22}, {1, -0.22},
        {1, 0.22},     {0.22, 0.22}, {0.22, 1},     {-0.22, 1},
        {-0.22, 0.22}, {-1, 0.22},   {-1, -0.22},   {-0.22, -0.22},
    };
    struct scene_point corner[12];

    for (int i = 0; i < 12; i++) {
        corner[i].x = at.x + arm_pt * unit[i][0];
        corner[i].y = at.y + arm_pt * unit[i][1];
    }
    scene_polygon(scene, corner, 12, rimmed(frame, colour));
    scene_polygon(scene, corner, 12, outlined(frame, colour));
}

void
marker_plate(struct lewis_scene *scene, const struct frame *frame,
             struct box box, double radius)
{
    enum { ARC = 5 };
    const double quarter = PI / 2;
    struct scene_point middle[4] = {{box.x1 - radius, box.y1 - radius},
                                    {box.x0 + radius, box.y1 - radius},
                                    {box.x0 + radius, box.y0 + radius},
                                    {box.x1 - radius, box.y0 + radius}};
    struct scene_point point[4 * ARC];

    for (int i = 0; i < 4 * ARC; i++) {
        double angle = quarter * (i / ARC + (double)(i % ARC) / (ARC - 1));

        point[i].x = middle[i / ARC].x + radius * cos(angle);
        point[i].y = middle[i / ARC].y + radius * sin(angle);
    }
    scene_polygon(scene, point, 4 * ARC, scene_fill(frame->colour->paper, 1));
}

struct scene_style
marker_region(const struct frame *frame, int32_t colour)
{
    struct scene_style style = scene_stroke(
        palette_outline(frame->colour, colour), 0.9 * frame->scale);

    style.fill = colour;
    style.fill_alpha = theme.region_alpha;
    return style;
}

struct scene_style
marker_spread(const struct frame *frame, int32_t colour)
{
    struct scene_style style = scene_stroke(
        palette_outline(frame->colour, colour), 1.1 * frame->scale);

    style.dash_pt[0] = 5 * frame->scale;
    style.dash_pt[1] = 3.5 * frame->scale;
    return style;
}

/* Keeps what has a share of 'style' of at least 0 (Sutherland & Hodgman 1974,
 * Communications of the ACM 17:32). */
static size_t
clip(const struct lewis_point in[], size_t count, enum lewis_style style,
     struct lewis_point out[])
{
    size_t kept = 0;

    for (size_t i = 0; i < count && kept + 2 <= MARKER_OUTLINE; i++) {
        struct lewis_point a = in[i], b = in[(i + 1) % count];
        double from[LEWIS_STYLES], to[LEWIS_STYLES], t;

        lewis_triangle_shares(a, from);
        lewis_triangle_shares(b, to);
        if (from[style] >= 0)
            out[kept++] = a;
        if ((from[style] >= 0) == (to[style] >= 0))
            continue;
        t = from[style] / (from[style] - to[style]);
        out[kept++] =
            (struct lewis_point){a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
    }
    return kept;
}

size_t
marker_outline(const struct lewis_ellipse *ellipse,
               struct lewis_point outline[MARKER_OUTLINE])
{
    struct lewis_point other[MARKER_OUTLINE];
    double c = cos(ellipse->angle), s = sin(ellipse->angle);
    size_t count = STEPS;

    for (int i = 0; i < STEPS; i++) {
        double u = ellipse->major * cos(2 * PI * i / STEPS);
        double v = ellipse->minor * sin(2 * PI * i / STEPS);

        outline[i].x = ellipse->center.x + c * u - s * v;
        outline[i].y = ellipse->center.y + s * u + c * v;
    }
    for (int i = 0; i < LEWIS_STYLES; i++) {
        count = clip(outline, count, (enum lewis_style)i, other);
        memcpy(outline, other, count * sizeof *outline);
    }
    return count;
}
