/* country_labels.c - the names of countries beside the triangle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/country_labels.h"

#include <math.h>

#include "base/text.h"
#include "chart/theme.h"
#include "chart/zoom.h"

enum { LINES_BESIDE = 3, LINES_BELOW = 5 };

/* --- breaking them into lines --- */

/* The first 'count' names, and how many more there are. */
static char *
compose(struct arena *arena, const struct country_label *label, size_t count)
{
    struct text text = {0};

    for (size_t i = 0; i < count; i++) {
        const char *name = typeset_glued(arena, label->name[i]);

        text_add(&text, i > 0 ? ", " : "");
        text_add(&text, name == NULL ? "" : name);
    }
    if (count < label->names)
        text_print(&text, "\xC2\xA0+%zu", label->names - count);
    return typeset_keep(arena, &text);
}

/* The same, kept from the first time. */
static const char *
composed(struct arena *arena, struct country_label *label, size_t count)
{
    if (label->composed == NULL)
        label->composed =
            arena_array(arena, label->names, sizeof *label->composed);
    if (label->composed == NULL)
        return NULL;
    if (label->composed[count - 1] == NULL)
        label->composed[count - 1] = compose(arena, label, count);
    return label->composed[count - 1];
}

/* Whether the label has been broken for that, or for as good as that. */
static bool
is_wrapped(const struct country_label *label, const struct typeset *set,
           double max_pt, size_t max_lines)
{
    return label->text_pt == set->size_pt && label->room_lines == max_lines &&
           max_pt >= label->room_from && max_pt < label->room_below;
}

/* What the label is broken for, on the way to ever fewer names. */
static void
note_room(struct country_label *label, double max_pt)
{
    label->room_from = fmax(label->room_from, label->text.room_from);
    label->room_below = fmin(label->room_below, label->text.room_below);
    if (!label->text.whole && label->left_out + 1 == label->names) {
        label->room_from = max_pt; /* an ellipsis is fitted to the point */
        label->room_below = nextafter(max_pt, HUGE_VAL);
    }
}

/* How far two texts are the same. */
static size_t
common(const char *a, const char *b)
{
    size_t size = 0;

    while (a[size] == b[size] && a[size] != '\0')
        size++;
    return size;
}

/* The next fewer names to try when 'text', of that many, has no room: those
 * whose lines would be the same, and too many again, are left out. One name is
 * always tried, since it can be cut. */
static size_t
fewer(struct arena *arena, struct country_label *label, size_t count,
      const char *text)
{
    while (--count > 1) {
        const char *next = composed(arena, label, count);

        if (next == NULL || common(text, next) <= label->text.seen)
            break;
    }
    return count;
}

/* As many names as fit. The same on many a try, and breaking lines is what
 * takes long. */
static void
wrap_label(struct country_label *label, const struct typeset *set,
           double max_pt, size_t max_lines)
{
    if (is_wrapped(label, set, max_pt, max_lines))
        return;
    label->text_pt = set->size_pt;
    label->room_lines = max_lines;
    label->room_from = -HUGE_VAL;
    label->room_below = HUGE_VAL;
    for (size_t count = label->names; count > 0;) {
        const char *text = composed(set->arena, label, count);

        if (text == NULL)
            return;
        label->text = count > 1
                          ? typeset_whole(set, text, max_pt, max_lines)
                          : typeset_balance(set, text, max_pt, max_lines);
        label->left_out = label->names - count;
        note_room(label, max_pt);
        if (label->text.whole)
            return;
        count = fewer(set->arena, label, count, text);
    }
}

/* Where colours say nothing there are no swatches. */
static double
swatch_room(const struct frame *frame)
{
    return frame->colour->plain ? 0 : theme.corner_size * frame->text;
}

static void
measure_title(struct corner_title *title, const struct frame *frame,
              const struct typeset *set, enum lewis_style style)
{
    double size = theme.corner_size * frame->text;

    if (title->text != NULL && title->text_pt == set->size_pt)
        return;
    title->text_pt = set->size_pt;
    title->height = size * theme.line_height;
    title->text = zoom_corner(frame, style, set->arena);
    title->width =
        title->text == NULL
            ? 0
            : typeset_width(set, title->text) + swatch_room(frame);
}

void
country_labels_wrap(struct country_labels *labels, const struct frame *frame,
                    const struct typeset *names, const struct typeset *titles,
                    double max_pt)
{
    for (int i = 0; i < LEWIS_STYLES; i++)
        measure_title(&labels->title[i], frame, titles, (enum lewis_style)i);
    for (size_t i = 0; i < labels->count && labels->shown; i++) {
        struct country_label *label = &labels->label[i];
        double room = max_pt;
        size_t left_out = label->left_out;
        bool below = label->side == COUNTRY_BELOW && !label->inside &&
                     !labels->loose;

        if (below)
            room = fmin(max_pt,
                        label->below_pt * frame_unit(frame) - 4 * frame->scale);
        if (label->side == COUNTRY_CORNER && label->corner == LEWIS_MULTI)
            room = 1.5 * max_pt;
        wrap_label(label, names, room,
                   below ? LINES_BELOW : LINES_BESIDE);
        labels->changed = labels->changed || label->left_out != left_out;
    }
}

/* --- putting them in their places --- */

static double
line_height(const struct frame *frame)
{
    return theme.country_size * frame->text * theme.line_height;
}

static double
label_height(const struct country_label *label, const struct frame *frame)
{
    return (double)label->text.count * line_height(frame);
}

/* How much further down the titles of the lower corners stand. */
static double
low_corner(const struct country_labels *labels, const struct frame *frame)
{
    double most = 0;

    for (size_t i = 0; i < labels->count && labels->shown && labels->low; i++)
        if (labels->label[i].side == COUNTRY_BELOW && !labels->label[i].inside)
            most = fmax(most, label_height(&labels->label[i], frame));
    return most > 0 ? most + 3 * frame->scale : 0;
}

double
country_labels_depth(const struct country_labels *labels,
                     const struct frame *frame)
{
    double gap = theme.country_gap * frame->scale;
    double depth =
        gap + labels->title[LEWIS_LINEAR].height + low_corner(labels, frame);

    for (size_t i = 0; i < labels->count && labels->shown; i++) {
        const struct country_label *label = &labels->label[i];
        double own = gap + label_height(label, frame);

        if (label->side == COUNTRY_CORNER && label->corner != LEWIS_MULTI)
            own +=
                labels->title[label->corner].height + low_corner(labels, frame);
        else if (label->side != COUNTRY_BELOW || label->inside)
            continue;
        depth = fmax(depth, own);
    }
    return depth;
}

/* How far corner blocks reach past their corner, in under the triangle or, when
 * they stand low, out. */
static double
corner_reach(const struct frame *frame)
{
    return 16 * frame->scale;
}

static void
settle_title(struct country_labels *labels, const struct frame *frame,
             enum lewis_style style)
{
    struct corner_title *title = &labels->title[style];
    struct scene_point at = frame->corner[style];
    double gap = theme.country_gap * frame->scale;
    double x = at.x - title->width / 2;
    double y = at.y + gap + low_corner(labels, frame);
    bool left = (style == LEWIS_LINEAR) == labels->low;

    if (style != LEWIS_MULTI)
        x = left ? at.x - corner_reach(frame)
                 : at.x + corner_reach(frame) - title->width;
    if (style == LEWIS_MULTI)
        y = at.y - gap - title->height;
    title->box = (struct box){x, y, x + title->width, y + title->height};
}

/* The multi-active corner's names stand between title and triangle. */
static void
settle_corner_names(struct country_labels *labels, const struct frame *frame,
                    struct country_label *label)
{
    struct corner_title *title = &labels->title[label->corner];
    double height = label_height(label, frame), width = label->text.width_pt;
    double x = title->box.x0, y = title->box.y1;

    if (label->corner == LEWIS_MULTI) {
        title->box.y0 -= height;
        title->box.y1 -= height;
        x = frame->corner[LEWIS_MULTI].x - width / 2;
        y -= height;
    } else if ((label->corner == LEWIS_LINEAR) != labels->low)
        x = title->box.x1 - width;
    label->box = (struct box){x, y, x + width, y + height};
}

/* Beside a slanted side the lower lines come nearest to it: the text is moved
 * up by a quarter of its extra lines, and out by what they need. */
static void
settle_beside(const struct frame *frame, struct country_label *label)
{
    struct scene_point at = frame_point(frame, label->point);
    double height = label_height(label, frame), width = label->text.width_pt;
    double extra = height - line_height(frame);
    double bottom = at.y + line_height(frame) / 2 + extra / 4;
    double gap = theme.country_gap * frame->scale + extra / 4 / sqrt(3);
    double x = label->side == COUNTRY_LEFT ? at.x - gap - width : at.x + gap;

    label->box = (struct box){x, bottom - height, x + width, bottom};
}

static void
settle_below(const struct frame *frame, struct country_label *label)
{
    struct scene_point at = frame_point(frame, label->point);
    double y = at.y + theme.country_gap * frame->scale;
    double half = label->text.width_pt / 2;

    label->box = (struct box){at.x - half, y, at.x + half,
                              y + label_height(label, frame)};
}

static bool
free_of(struct box box, const struct box block[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (box_overlap(box, block[i]))
            return false;
    return true;
}

/* Whether box i of the labels stands clear of all others. */
static bool
label_fits(const struct country_labels *labels, size_t i,
           const struct frame *frame, const struct box block[], size_t count)
{
    struct box box = labels->label[i].box;
    struct box air = box_grown(box, 1.5 * frame->scale);

    if (!box_within(box, frame->area) || !free_of(air, block, count))
        return false;
    for (int k = 0; k < LEWIS_STYLES; k++)
        if (box_overlap(box, labels->title[k].box))
            return false;
    for (size_t k = 0; k < i; k++)
        if (!labels->label[k].free && box_overlap(air, labels->label[k].box))
            return false;
    return true;
}

bool
country_labels_settle(struct country_labels *labels, const struct frame *frame,
                      const struct box block[], size_t count)
{
    size_t shown = labels->shown ? labels->count : 0;

    for (int i = 0; i < LEWIS_STYLES; i++)
        settle_title(labels, frame, (enum lewis_style)i);
    for (size_t i = 0; i < shown; i++) {
        struct country_label *label = &labels->label[i];

        label->free = label->inside || label->listed;
        if (label->free)
            continue;
        if (label->side == COUNTRY_CORNER)
            settle_corner_names(labels, frame, label);
        else if (label->side == COUNTRY_BELOW)
            settle_below(frame, label);
        else
            settle_beside(frame, label);
    }
    for (int i = 0; i < LEWIS_STYLES; i++)
        if (!box_within(labels->title[i].box, frame->area) ||
            !free_of(labels->title[i].box, block, count))
            return false;
    for (size_t i = 0; i < shown; i++) {
        struct country_label *label = &labels->label[i];

        if (label->free || label_fits(labels, i, frame, block, count))
            continue;
        if (!labels->loose)
            return false;
        label->free = true;
    }
    return true;
}

/* --- those without a place of their own --- */

static bool
wants_place(const struct country_labels *labels, size_t i)
{
    const struct country_label *label = &labels->label[i];

    return labels->shown && label->free && !label->listed;
}

size_t
country_labels_free(const struct country_labels *labels)
{
    size_t count = 0;

    for (size_t i = 0; i < labels->count; i++)
        count += wants_place(labels, i);
    return count;
}

void
country_labels_wish(const struct country_labels *labels,
                    const struct frame *frame, struct label_wish wish[])
{
    for (size_t i = 0; i < labels->count; i++) {
        const struct country_label *label = &labels->label[i];

        if (wants_place(labels, i))
            *wish++ = (struct label_wish){
                .anchor = frame_point(frame, label->point),
                .radius = (theme.country_radius + 1) * frame->scale,
                .width = label->text.width_pt,
                .height = label_height(label, frame),
                .spare = true};
    }
}

/* False when any became listed. */
bool
country_labels_take(struct country_labels *labels,
                    const struct label_place place[])
{
    bool all = true;

    for (size_t i = 0; i < labels->count; i++) {
        struct country_label *label = &labels->label[i];

        if (!wants_place(labels, i))
            continue;
        label->listed = !place->placed;
        label->box = place->box;
        label->leader = place->leader;
        label->from = place->from;
        label->to = place->to;
        all = all && place->placed;
        place++;
    }
    return all;
}

/* --- drawing --- */

/* Of a free name: towards its marker. */
static enum scene_anchor
free_anchor(const struct country_label *label, struct scene_point marker)
{
    if (label->box.x0 >= marker.x)
        return SCENE_START;
    return label->box.x1 <= marker.x ? SCENE_FINISH : SCENE_MIDDLE;
}

static enum scene_anchor
anchor_of(const struct country_labels *labels,
          const struct country_label *label, const struct frame *frame)
{
    if (label->free)
        return free_anchor(label, frame_point(frame, label->point));
    if (label->side == COUNTRY_CORNER && label->corner != LEWIS_MULTI)
        return (label->corner == LEWIS_LINEAR) == labels->low ? SCENE_START
                                                              : SCENE_FINISH;
    if (label->side == COUNTRY_LEFT)
        return SCENE_FINISH;
    return label->side == COUNTRY_RIGHT ? SCENE_START : SCENE_MIDDLE;
}

static void
draw_names(const struct country_labels *labels,
           const struct country_label *label, const struct frame *frame,
           struct lewis_scene *scene)
{
    double size = theme.country_size * frame->text;
    enum scene_anchor anchor = anchor_of(labels, label, frame);
    double x = (label->box.x0 + label->box.x1) / 2;

    if (anchor != SCENE_MIDDLE)
        x = anchor == SCENE_START ? label->box.x0 : label->box.x1;
    for (size_t i = 0; i < label->text.count; i++) {
        double y = label->box.y0 + (double)i * line_height(frame) + size * 0.95;

        scene_text(scene, (struct scene_point){x, y}, label->text.line[i], size,
                   false, anchor, frame->colour->quiet,
                   label->free ? theme.halo * frame->scale : 0,
                   frame->colour->paper);
    }
}

static void
draw_title(const struct corner_title *title, const struct frame *frame,
           enum lewis_style style, struct lewis_scene *scene)
{
    double size = theme.corner_size * frame->text, swatch = 0.7 * size;
    double x = title->box.x0, y = title->box.y0 + size * 0.98;
    struct scene_point square[4] = {
        {x, y - swatch}, {x + swatch, y - swatch}, {x + swatch, y}, {x, y}};
    struct scene_style style_of = scene_fill(frame->colour->corner[style], 1);

    style_of.stroke = frame->colour->corner_text[style];
    style_of.stroke_alpha = 1;
    style_of.width_pt = 0.5 * frame->scale;
    scene_group(scene, "corner", frame->corner_name[style]);
    if (!frame->colour->plain)
        scene_polygon(scene, square, 4, style_of);
    scene_text(scene, (struct scene_point){x + swatch_room(frame), y},
               title->text, size, true, SCENE_START, frame->colour->corner_text[style], 0, 0);
    scene_end(scene);
}

void
country_labels_draw(const struct country_labels *labels,
                    const struct frame *frame, struct lewis_scene *scene)
{
    struct scene_style marker =
        scene_stroke(frame->colour->country, 0.9 * frame->scale);

    marker.fill = frame->colour->paper;
    marker.fill_alpha = 1;
    scene_group(scene, "corners", NULL);
    for (int i = 0; i < LEWIS_STYLES; i++)
        draw_title(&labels->title[i], frame, (enum lewis_style)i, scene);
    scene_end(scene);
    scene_group(scene, "countries", NULL);
    for (size_t i = 0; i < labels->count; i++) {
        const struct country_label *label = &labels->label[i];

        scene_group(scene, "country", label->hover);
        scene_circle(scene, frame_point(frame, label->point),
                     theme.country_radius * frame->scale, marker);
        if (labels->shown && !label->listed && label->free && label->leader)
            scene_line(scene,
                       (struct scene_point[]){label->from, label->to}, 2,
                       scene_stroke(frame->colour->leader,
                                    theme.leader_width * frame->scale));
        if (labels->shown && !label->listed)
            draw_names(labels, label, frame, scene);
        scene_end(scene);
    }
    scene_end(scene);
}
