/* tracks.c - the thin lines that lead from a person to the sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/tracks.h"

#include <math.h>

#include "base/text.h"
#include "chart/highlight.h"
#include "chart/members.h"
#include "chart/theme.h"
#include "chart/wording.h"

/* What words cost that cover a text, or a marker: more than any distance from
 * the side, which is counted in points. */
static const double on_text = 1e6, on_marker = 1e3;

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

/* What the words of one line must not or should not cover. */
struct ground {
    const struct frame *frame;
    const struct tracks *tracks;
    const struct members_around *around;
    const struct scene_point *at;
    const double *reach;
    size_t count;
};

static double
cost_of(const struct ground *ground, struct box box)
{
    double cost = box_within(box, ground->frame->area) ? 0 : on_text;

    for (size_t i = 0; i < ground->around->count; i++)
        if (box_overlap(box, ground->around->box[i]))
            cost += on_text;
    for (size_t i = 0; i < ground->tracks->count; i++)
        if (ground->tracks->track[i].words != NULL &&
            box_overlap(box, ground->tracks->track[i].box))
            cost += on_text;
    for (size_t i = 0; i < ground->count; i++)
        if (box_distance(box, ground->at[i]) < ground->reach[i])
            cost += on_marker;
    return cost;
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

/* Along the line, as near to its middle as can be, for at the side words would
 * look as if they named a place there; then beyond the side. */
static void
place_words(struct track *track, const struct ground *ground, double width,
            double height, const char *words)
{
    double unit = ground->frame->scale, best = on_text;
    double length =
        hypot(track->from.x - track->to.x, track->from.y - track->to.y);

    for (double in = 3 * unit; in < length - height; in += 2 * unit) {
        struct box box = words_box(track, width, height, in);
        double cost = cost_of(ground, box) +
                      fabs(in + height / 2 - length / 2) / unit;

        if (cost < best) {
            best = cost;
            track->box = box;
            track->words = words;
        }
    }
    for (int beyond = 3; beyond < 12 && best >= on_marker; beyond += 2) {
        struct box box = words_box(track, width, height, -beyond * unit);

        if (cost_of(ground, box) > 0)
            continue;
        best = 0;
        track->box = box;
        track->words = words;
    }
}

struct tracks
tracks_of(const struct panel_facts *facts, const struct frame *frame,
          const struct members_around *around, const struct scene_point at[],
          const double reach[], size_t count)
{
    const struct lewis_chart *chart = facts->chart;
    struct tracks tracks = {.count = 0};
    struct ground ground = {frame, &tracks, around, at, reach, count};
    struct typeset set = {facts->arena, facts->measure, words_size(frame),
                          true};

    if (chart->count == 1)
        add_lines(&tracks, frame, chart->point[0]);
    for (size_t i = 0; chart->count > 1 && i < highlight_count(chart); i++)
        add_lines(&tracks, frame, highlight_at(chart, i)->point);
    for (size_t i = 0; i < tracks.count && !facts->small; i++) {
        const char *words = words_of(facts, &tracks.track[i]);

        if (words != NULL)
            place_words(&tracks.track[i], &ground, typeset_width(&set, words),
                        1.1 * set.size_pt, words);
    }
    return tracks;
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

void
tracks_draw_words(const struct tracks *tracks, const struct frame *frame,
                  struct lewis_scene *scene)
{
    double size = words_size(frame);

    if (tracks->count == 0)
        return;
    scene_group(scene, "track-shares", NULL);
    for (size_t i = 0; i < tracks->count; i++) {
        const struct track *track = &tracks->track[i];
        struct scene_point at = {(track->box.x0 + track->box.x1) / 2,
                                 track->box.y1 - 0.2 * size};

        if (track->words != NULL)
            scene_text(scene, at, track->words, size, true, SCENE_MIDDLE,
                       frame->colour->corner_text[track->style],
                       1.8 * theme.halo * frame->scale, frame->colour->paper);
    }
    scene_end(scene);
}

/* Three lines that meet in a dot. */
void
tracks_draw_sign(const struct frame *frame, struct scene_point at,
                 struct lewis_scene *scene)
{
    double r = theme.center_arm * frame->text, c = 0.5, s = sqrt(3) / 2;
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
