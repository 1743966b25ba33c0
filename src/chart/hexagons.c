/* hexagons.c - draws many people as hexagons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hexagons.h"

#include <math.h>

#include "base/text.h"
#include "chart/density.h"
#include "chart/theme.h"
#include "chart/wording.h"
#include "chart/zoom.h"

/* Room for what a view cuts. */
enum { ROOM = DENSITY_CORNERS + 6 };

_Static_assert((int)DENSITY_TONES == (int)PALETTE_TONES, "a tone a class");

/* All of one size, a little apart: tone alone tells how many people there are,
 * and no area says something else. */
static const double size = 0.94;

static struct scene_style
tone_style(const struct panel_facts *facts, const struct frame *frame, int tone)
{
    return scene_fill(
        palette_tone(frame->colour, density_palette(&facts->scale, tone)), 1);
}

static const char *
hover(const struct panel_facts *facts, size_t cell, size_t people)
{
    const char *lang = facts->options->lang;
    double share[LEWIS_STYLES];
    struct text text = {0};

    density_knot(facts->grid, cell, share);
    people_add_number(&text, people);
    text_add(&text,
             wording(lang, people == 1 ? TELL_PERSON_NEAR : TELL_PEOPLE_NEAR));
    people_add_shares(&text, lang, lewis_triangle_point(share), NULL);
    return typeset_keep(facts->arena, &text);
}

static void
draw_hexagon(const struct panel_facts *facts, const struct frame *frame,
             size_t cell, size_t people, struct lewis_scene *scene)
{
    struct lewis_point point[ROOM];
    struct scene_point corner[ROOM];
    int tone = density_tone(&facts->scale, people);
    size_t count;

    density_outline(facts->grid, cell, size, point);
    count = zoom_clip(&frame->view, point, DENSITY_CORNERS, ROOM);
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        corner[i] = frame_point(frame, point[i]);
    scene_group(scene, "hexagon", hover(facts, cell, people));
    scene_polygon(scene, corner, count, tone_style(facts, frame, tone));
    scene_end(scene);
}

static bool
is_in_view(int grid, size_t cell, const struct view *view)
{
    struct lewis_point point[ROOM];

    density_outline(grid, cell, size, point);
    return zoom_clip(view, point, DENSITY_CORNERS, ROOM) > 0;
}

size_t
hexagons_outside(const struct lewis_chart *chart, const struct view *view)
{
    int grid = density_grid(chart->count);
    size_t outside = 0;

    for (size_t i = 0; i < density_cells(grid); i++)
        if (!is_in_view(grid, i, view))
            outside += chart->density.people[grid][i];
    return outside;
}

struct density_scale
hexagons_scale(const struct lewis_chart *chart, const struct view *view)
{
    int grid = density_grid(chart->count);
    struct density_counts counts = {.count = 0};

    for (size_t i = 0; i < density_cells(grid); i++)
        if (is_in_view(grid, i, view))
            density_count(&counts, chart->density.people[grid][i]);
    return density_scale_of(&counts);
}

void
hexagons_draw(const struct panel_facts *facts, const struct frame *frame,
              struct lewis_scene *scene)
{
    const size_t *people = facts->chart->density.people[facts->grid];

    for (size_t i = 0; i < density_cells(facts->grid); i++)
        if (people[i] > 0)
            draw_hexagon(facts, frame, i, people[i], scene);
}

void
hexagons_sign(const struct panel_facts *facts, const struct frame *frame,
              int tone, struct scene_point at, double radius_pt,
              struct lewis_scene *scene)
{
    struct scene_point corner[DENSITY_CORNERS];
    double r = radius_pt * size;

    for (int i = 0; i < DENSITY_CORNERS; i++) {
        double angle = (2 * i + 1) * 3.14159265358979323846 / 6;

        corner[i].x = at.x + r * cos(angle);
        corner[i].y = at.y + r * sin(angle);
    }
    scene_polygon(scene, corner, DENSITY_CORNERS,
                  tone_style(facts, frame, tone));
}
