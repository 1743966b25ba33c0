/* tracks.c - the thin lines that lead from a person to the sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/tracks.h"

#include <math.h>

#include "base/text.h"
#include "chart/highlight.h"
#include "chart/marker.h"
#include "chart/members.h"
#include "chart/theme.h"
#include "chart/wording.h"

/* What words cost that cover a text or a marker: more than any distance along
 * the line, which is counted in points; that cover another line, or stand
 * nearer to the side than that. */
static const double on_text = 1e6, on_marker = 1e3, on_line = 30,
                    at_side = 40, near_side = 7;

/* Round the words, in sizes of their text; and in points. */
static const double air_beside = 0.35, plate_height = 1.3, air_to_marker = 1.5;

bool
tracks_shown(const struct lewis_chart *chart)
{
    return chart->count == 1 || highlight_count(chart) > 0;
}

/* --- lines --- */

/* Where the line of that style ends: on the side that it shares with the one
 * that is lowest there. */
static struct scene_point
end_of(const struct frame *frame, const double own[LEWIS_STYLES],
       enum lewis_style style)
{
    static const int lowest[LEWIS_STYLES] = {
        [LEWIS_LINEAR] = LEWIS_MULTI,
        [LEWIS_MULTI] = LEWIS_REACTIVE,
        [LEWIS_REACTIVE] = LEWIS_LINEAR,
    };
    int low = lowest[style], rest = LEWIS_STYLES - (int)style - low;
    double share[LEWIS_STYLES];

    share[style] = own[style];
    share[low] = frame->view.low[low];
    share[rest] = 1 - share[style] - share[low];
    return frame_share(frame, share[0], share[1], share[2]);
}

static void
add_lines(struct tracks *tracks, const struct frame *frame,
          struct lewis_point point)
{
    double share[LEWIS_STYLES];

    lewis_triangle_shares(point, share);
    for (int i = 0; i < LEWIS_STYLES; i++)
        tracks->track[tracks->count++] = (struct track){
            .style = (enum lewis_style)i,
            .share = share[i],
            .from = frame_point(frame, point),
            .to = end_of(frame, share, (enum lewis_style)i),
        };
}

/* --- words --- */

static double
words_size(const struct frame *frame)
{
    return theme.legend_size * frame->text;
}

/* "L 36 %", with the first letter of the corner, as in the key. */
static const char *
words_of(const struct panel_facts *facts, const struct track *track)
{
    struct text text = {0};

    text_print(&text, "%c\xC2\xA0%.0f\xC2\xA0%%",
               *wording_corner(facts->options->lang, track->style),
               100 * fmax(track->share, 0));
    return typeset_keep(facts->arena, &text);
}

/* Of those that lines lead to, even when it was moved aside a little. */
static bool
is_own(const struct tracks *tracks, const struct tracks_ground *ground,
       size_t marker)
{
    for (size_t i = 0; i < tracks->count; i++) {
        struct scene_point from = tracks->track[i].from;

        if (hypot(ground->at[marker].x - from.x,
                  ground->at[marker].y - from.y) < ground->reach[marker])
            return true;
    }
    return false;
}

static double
cost_of(const struct tracks *tracks, const struct tracks_ground *ground,
        const struct frame *frame, struct box box)
{
    double cost = box_within(box, frame->area) ? 0 : on_text;
    size_t across = lines_across(ground->lines, box);

    for (size_t i = 0; i < ground->around->count; i++)
        if (box_overlap(box, ground->around->box[i]))
            cost += on_text;
    for (size_t i = 0; i < tracks->count; i++)
        if (tracks->track[i].words != NULL &&
            box_overlap(box, box_grown(tracks->track[i].box, frame->scale)))
            cost += on_text;
    for (size_t i = 0; i < ground->count; i++)
        if (box_distance(box, ground->at[i]) <
            ground->reach[i] + air_to_marker * frame->scale)
            cost += is_own(tracks, ground, i) ? on_text : on_marker;
    return cost + on_line * (double)across;
}

/* The middle of words of that size whose near edge is 'in' away from the
 * line's end, towards the person; beyond the end when that is below 0. */
static struct box
words_box(const struct track *track, double width, double height, double in)
{
    double dx = track->from.x - track->to.x, dy = track->from.y - track->to.y;
    double length = hypot(dx, dy), half;
    struct scene_point at;

    dx = length > 0 ? dx / length : 1;
    dy = length > 0 ? dy / length : 0;
    half = fmin(width / 2 / fmax(fabs(dx), 1e-9),
                height / 2 / fmax(fabs(dy), 1e-9));
    in += in < 0 ? -half : half;
    at = (struct scene_point){track->to.x + in * dx, track->to.y + in * dy};
    return (struct box){at.x - width / 2, at.y - height / 2, at.x + width / 2,
                        at.y + height / 2};
}

/* Takes the place when it costs less than *best. */
static void
try_place(struct track *track, const char *words, struct box box, double cost,
          double *best)
{
    if (cost >= *best)
        return;
    *best = cost;
    track->box = box;
    track->words = words;
}

/* Words to be placed. */
struct plate {
    const char *words;
    double width, height;
    double best; /* cost of its place so far */
};

static double
length_of(const struct track *track)
{
    return hypot(track->from.x - track->to.x, track->from.y - track->to.y);
}

/* Along the line, as near to its middle as can be, for at the side words would
 * look as if they named a place there. */
static void
place_along(struct tracks *tracks, size_t index,
            const struct tracks_ground *ground, const struct frame *frame,
            struct plate *plate)
{
    struct track *track = &tracks->track[index];
    double unit = frame->scale, length = length_of(track);

    for (double in = 3 * unit; in < length - plate->height; in += 2 * unit) {
        struct box box = words_box(track, plate->width, plate->height, in);
        double cost = cost_of(tracks, ground, frame, box) +
                      fabs(in + plate->height / 2 - length / 2) / unit;

        try_place(track, plate->words, box,
                  cost + (in < near_side * unit ? at_side : 0), &plate->best);
    }
}

/* Beyond the side. */
static void
place_beyond(struct tracks *tracks, size_t index,
             const struct tracks_ground *ground, const struct frame *frame,
             struct plate *plate)
{
    struct track *track = &tracks->track[index];

    for (int beyond = 3; beyond < 12 && plate->best >= on_marker; beyond += 2) {
        struct box box = words_box(track, plate->width, plate->height,
                                   -beyond * frame->scale);
        double cost = cost_of(tracks, ground, frame, box);

        if (cost < on_marker)
            try_place(track, plate->words, box, cost, &plate->best);
    }
}

/* That far to one side of the line. */
static void
try_beside(struct tracks *tracks, size_t index,
           const struct tracks_ground *ground, const struct frame *frame,
           double away, struct plate *plate)
{
    struct track *track = &tracks->track[index];
    double unit = frame->scale, length = length_of(track);
    double x = (track->from.x - track->to.x) / fmax(length, 1e-9);
    double y = (track->from.y - track->to.y) / fmax(length, 1e-9);

    for (double in = -8 * unit; in < length; in += 2 * unit) {
        struct scene_point at = {track->to.x + in * x - away * y,
                                 track->to.y + in * y + away * x};
        struct box box = {at.x - plate->width / 2, at.y - plate->height / 2,
                          at.x + plate->width / 2, at.y + plate->height / 2};
        double cost = cost_of(tracks, ground, frame, box);

        if (cost < on_marker)
            try_place(track, plate->words, box,
                      cost + fabs(in - length / 2) / unit, &plate->best);
    }
}

/* Beside the line, touching it if that can be. */
static void
place_beside(struct tracks *tracks, size_t index,
             const struct tracks_ground *ground, const struct frame *frame,
             struct plate *plate)
{
    const struct track *track = &tracks->track[index];
    double length = fmax(length_of(track), 1e-9);
    double dx = fabs(track->from.x - track->to.x) / length;
    double dy = fabs(track->from.y - track->to.y) / length;
    double touching = (dy * plate->width + dx * plate->height) / 2;

    for (int off = 0; off <= 12 && plate->best >= on_marker; off += 4)
        for (int side = -1; side <= 1; side += 2)
            try_beside(tracks, index, ground, frame,
                       side * (touching + off * frame->scale), plate);
}

/* On the line if that hides no marker, else next to it. */
static void
place_words(struct tracks *tracks, size_t index,
            const struct tracks_ground *ground, const struct frame *frame,
            struct plate plate)
{
    plate.best = on_text;
    place_along(tracks, index, ground, frame, &plate);
    if (plate.best >= on_marker)
        place_beyond(tracks, index, ground, frame, &plate);
    if (plate.best >= on_marker)
        place_beside(tracks, index, ground, frame, &plate);
}

struct tracks
tracks_of(const struct panel_facts *facts, const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    struct tracks tracks = {.count = 0};

    if (chart->count == 1)
        add_lines(&tracks, frame, chart->point[0]);
    for (size_t i = 0; chart->count > 1 && i < highlight_count(chart); i++)
        add_lines(&tracks, frame, highlight_at(chart, i)->point);
    return tracks;
}

void
tracks_place_words(struct tracks *tracks, const struct tracks_ground *ground,
                   const struct panel_facts *facts, const struct frame *frame)
{
    struct typeset set = {facts->arena, facts->measure, words_size(frame),
                          true, false};

    for (size_t i = 0; i < tracks->count && !facts->small; i++) {
        const char *words = words_of(facts, &tracks->track[i]);

        if (words != NULL)
            place_words(tracks, i, ground, frame,
                        (struct plate){.words = words,
                                       .width = typeset_width(&set, words) +
                                                2 * air_beside * set.size_pt,
                                       .height = plate_height * set.size_pt});
    }
}

/* --- drawing --- */

static struct scene_style
line_style(const struct frame *frame, enum lewis_style style, double unit)
{
    return scene_stroke(frame->colour->corner_text[style], 0.9 * unit);
}

void
tracks_draw_lines(const struct tracks *tracks,
                  const struct panel_facts *facts, const struct frame *frame,
                  struct lewis_scene *scene)
{
    struct scene_style rim =
        scene_stroke(frame->colour->paper, 2.4 * frame->scale);

    if (tracks->count == 0)
        return;
    scene_group(scene, "tracks", NULL);
    for (size_t i = 0; i < tracks->count; i++) {
        struct scene_point line[2] = {tracks->track[i].from,
                                      tracks->track[i].to};

        if (facts->hexagons)
            scene_line(scene, line, 2, rim);
        scene_line(scene, line, 2, line_style(frame, tracks->track[i].style,
                                              frame->scale));
    }
    scene_end(scene);
}

static void
draw_words(const struct track *track, const struct frame *frame,
           struct lewis_scene *scene)
{
    double size = words_size(frame);
    struct scene_point at = {(track->box.x0 + track->box.x1) / 2,
                             (track->box.y0 + track->box.y1) / 2 +
                                 0.36 * size};

    marker_plate(scene, frame, track->box, 0.4 * size);
    scene_text(scene, at, track->words, size, true, SCENE_MIDDLE,
               frame->colour->corner_text[track->style], 0, 0);
}

void
tracks_draw_words(const struct tracks *tracks, const struct frame *frame,
                  struct lewis_scene *scene)
{
    if (tracks->count == 0)
        return;
    scene_group(scene, "track-shares", NULL);
    for (size_t i = 0; i < tracks->count; i++)
        if (tracks->track[i].words != NULL)
            draw_words(&tracks->track[i], frame, scene);
    scene_end(scene);
}

/* Three lines that meet in a dot. */
void
tracks_draw_sign(const struct frame *frame, struct scene_point at,
                 struct lewis_scene *scene)
{
    double r = 0.75 * theme.center_arm * frame->text, c = 0.5, s = sqrt(3) / 2;
    struct scene_point end[LEWIS_STYLES] = {{at.x + c * r, at.y + s * r},
                                            {at.x - r, at.y},
                                            {at.x + c * r, at.y - s * r}};

    for (int i = 0; i < LEWIS_STYLES; i++) {
        struct scene_point line[2] = {at, end[i]};

        scene_line(scene, line, 2, line_style(frame, (enum lewis_style)i,
                                              frame->text));
    }
    scene_circle(scene, at, 1.4 * frame->text,
                 scene_fill(frame->colour->ink, 1));
}
