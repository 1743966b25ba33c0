/* overlay.c - quiet words over the triangle, where they cover least.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/overlay.h"

#include <math.h>

#include "base/text.h"
#include "chart/lines.h"
#include "chart/theme.h"
#include "chart/zoom.h"

enum {
    REACH = 8,  /* steps that a word may go from its place in each direction */
    STEP = 8,   /* points of the theme */
    LINES = 3,  /* of a word at most */
    COVER = 70, /* a covered marker is as bad as so many points of way */
    CROSS = 64, /* and so is a line through the word */
    PEOPLE = 400 /* more than these are a cloud, and no reason to move */
};

static struct typeset
word_type(const struct panel_facts *facts, const struct frame *frame)
{
    return (struct typeset){facts->arena, facts->measure,
                            theme.overlay_size * frame->text, false, false};
}

/* --- where it would stand --- */

static struct box
box_at(const struct overlay_word *word, struct scene_point middle,
       const struct frame *frame)
{
    double half = word->text.width_pt / 2;
    double line = theme.overlay_size * frame->text * theme.line_height;
    double height = (double)word->text.count * line;

    return (struct box){middle.x - half, middle.y - height / 2,
                        middle.x + half, middle.y + height / 2};
}

static bool
in_triangle(const struct frame *frame, struct box box)
{
    struct scene_point corner[4] = {
        {box.x0, box.y0}, {box.x1, box.y0}, {box.x0, box.y1}, {box.x1, box.y1}};

    for (int i = 0; i < 4; i++)
        if (!zoom_holds(&frame->view, frame_plane(frame, corner[i])))
            return false;
    return true;
}

static bool
on_other(const struct overlay *overlay, size_t count, struct box box)
{
    for (size_t i = 0; i < count; i++)
        if (overlay->word[i].shown && box_overlap(box, overlay->word[i].box))
            return true;
    return false;
}

static double
covered_people(const struct panel_facts *facts, const struct frame *frame,
               struct box box)
{
    const struct lewis_chart *chart = facts->chart;
    double radius = theme.member_radius * frame->scale, sum = 0;

    for (size_t i = 0; i < chart->count && chart->count <= PEOPLE; i++)
        sum += box_distance(box, frame_point(frame, chart->point[i])) < radius;
    return sum;
}

static double
covered_centers(const struct panel_facts *facts, const struct frame *frame,
                struct box box)
{
    const struct lewis_chart *chart = facts->chart;
    double arm = theme.center_arm * frame->scale, sum = 0;

    for (size_t i = 0; i < chart->teams; i++)
        if (chart->team[i].cloud.n >= 2)
            sum += box_distance(box, frame_point(frame, groups_center(
                                                            facts->groups,
                                                            i))) < arm;
    return sum;
}

/* Tries one place; takes it when it is better than *best. */
static void
try_place(struct overlay *overlay, size_t index,
          const struct panel_facts *facts, const struct frame *frame,
          const struct lines *lines, struct scene_point home,
          struct scene_point way, double *best)
{
    struct overlay_word *word = &overlay->word[index];
    struct scene_point middle = {home.x + way.x, home.y + way.y};
    struct box box = box_at(word, middle, frame);
    struct box air = box_grown(box, 3 * frame->scale);
    double cost = hypot(way.x, way.y) / frame->scale;

    if (cost >= *best || !in_triangle(frame, air) ||
        on_other(overlay, index, air))
        return;
    cost += COVER * (covered_people(facts, frame, air) +
                     covered_centers(facts, frame, air));
    if (cost < *best)
        cost += CROSS * (double)lines_across(lines, air);
    if (cost >= *best)
        return;
    *best = cost;
    word->box = box;
    word->shown = true;
}

static void
place_word(struct overlay *overlay, size_t index,
           const struct panel_facts *facts, const struct frame *frame,
           const struct lines *lines, struct lewis_point point)
{
    struct scene_point home = frame_point(frame, point);
    double step = STEP * frame->scale, best = INFINITY;

    if (!zoom_holds(&frame->view, point))
        return;
    for (int y = -REACH; y <= REACH; y++)
        for (int x = -REACH; x <= REACH; x++)
            try_place(overlay, index, facts, frame, lines, home,
                      (struct scene_point){x * step, y * step}, &best);
}

/* --- all of them --- */

static void
set_word(struct overlay_word *word, const struct lewis_word *from,
         const struct panel_facts *facts, const struct frame *frame)
{
    struct typeset set = word_type(facts, frame);
    const char *lang = facts->options->lang;
    const char *name = panel_clean(facts, lewis_text_in(from->name, lang));

    *word = (struct overlay_word){.shown = false};
    if (name == NULL)
        return;
    word->text =
        typeset_balance(&set, name, theme.overlay_width * frame->text, LINES);
    if (from->text != NULL)
        word->hover = panel_clean(facts, lewis_text_in(from->text, lang));
}

bool
overlay_place(struct overlay *overlay, const struct panel_facts *facts,
              const struct frame *frame)
{
    const struct lewis_overlay *from = facts->options->overlay;
    const char *lang = facts->options->lang;
    struct text left_out = {0};
    struct lines lines;

    *overlay = (struct overlay){.left_out = ""};
    if (from == NULL)
        return true;
    lines = lines_of(facts, frame);
    overlay->count = lewis_overlay_count(from);
    overlay->word = arena_array(facts->arena, overlay->count,
                                sizeof *overlay->word);
    for (size_t i = 0; overlay->word != NULL && i < overlay->count; i++) {
        const struct lewis_word *word = lewis_overlay_at(from, i);

        set_word(&overlay->word[i], word, facts, frame);
        place_word(overlay, i, facts, frame, &lines,
                   lewis_triangle_point(word->share));
        if (overlay->word[i].shown)
            continue;
        text_add(&left_out, left_out.size > 0 ? "; " : "");
        text_add(&left_out, lewis_text_in(word->name, lang));
    }
    overlay->left_out = typeset_keep(facts->arena, &left_out);
    return !arena_failed(facts->arena);
}

static void
draw_word(const struct overlay_word *word, const struct frame *frame,
          struct lewis_scene *scene)
{
    double size = theme.overlay_size * frame->text;
    double x = (word->box.x0 + word->box.x1) / 2;

    scene_group(scene, "word", word->hover);
    for (size_t i = 0; i < word->text.count; i++)
        scene_text(scene,
                   (struct scene_point){
                       x, word->box.y0 + 0.95 * size +
                              (double)i * size * theme.line_height},
                   word->text.line[i], size, false, SCENE_MIDDLE, frame->colour->quiet,
                   0, 0);
    scene_end(scene);
}

void
overlay_draw(const struct overlay *overlay, const struct frame *frame,
             struct lewis_scene *scene)
{
    if (overlay->count == 0)
        return;
    scene_group(scene, "overlay", NULL);
    for (size_t i = 0; i < overlay->count; i++)
        if (overlay->word[i].shown)
            draw_word(&overlay->word[i], frame, scene);
    scene_end(scene);
}
