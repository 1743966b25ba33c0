/* zoom.c - which part of the triangle is shown, and how that is said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/zoom.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "chart/backdrop.h"
#include "chart/hexagons.h"
#include "chart/highlight.h"
#include "chart/moves.h"
#include "chart/theme.h"
#include "chart/wording.h"

/* Directions of a person's region, and what a share may miss by rounding. */
enum { CURVE = 360, NAME = 60 /* bytes of a name that an error has */ };
static const double hair = 1e-9;

/* --- what must be in sight --- */

struct zoom_need
zoom_need_nothing(void)
{
    return (struct zoom_need){{1, 1, 1}};
}

void
zoom_need_point(struct zoom_need *need, struct lewis_point point)
{
    double share[LEWIS_STYLES];

    lewis_triangle_shares(point, share);
    for (int i = 0; i < LEWIS_STYLES; i++)
        need->least[i] = fmin(need->least[i], share[i]);
}

static void
need_outline(struct zoom_need *need, const struct groups *groups, size_t team)
{
    struct lewis_point outline[GROUPS_OUTLINE];
    size_t count = groups_outline(groups, team, outline);

    for (size_t i = 0; i < count; i++)
        zoom_need_point(need, outline[i]);
}

static void
need_places(struct zoom_need *need, const struct lewis_chart *chart)
{
    for (int i = 0; chart->count > 0 && i < LEWIS_STYLES; i++)
        need->least[i] = fmin(need->least[i], chart->least[i]);
}

void
zoom_need_people(struct zoom_need *need, const struct lewis_chart *chart)
{
    need_places(need, chart);
    for (size_t i = 0; i < chart->kept; i++)
        if (moves_known(chart, i))
            zoom_need_point(need, chart->moves->then[i]);
}

static bool
is_in(const struct view *view, const struct zoom_need *need)
{
    for (int i = 0; i < LEWIS_STYLES; i++)
        if (need->least[i] < view->low[i] - hair)
            return false;
    return true;
}

void
zoom_need_chart(struct zoom_need *need, const struct groups *groups)
{
    const struct lewis_chart *chart = groups->chart;
    struct lewis_point curve[CURVE];

    zoom_need_people(need, chart);
    for (size_t i = 0; i < chart->teams; i++)
        need_outline(need, groups, i);
    if (chart->count != 1)
        return;
    lewis_region_curve(&chart->region[0], curve, CURVE);
    for (size_t i = 0; i < CURVE; i++)
        zoom_need_point(need, curve[i]);
}

/* --- the view --- */

static struct view
view_of(const int percent[LEWIS_STYLES])
{
    struct view view = {.size = 1};
    int rest = 100;

    for (int i = 0; i < LEWIS_STYLES; i++) {
        view.low[i] = percent[i] / 100.0;
        rest -= percent[i];
    }
    view.size = rest / 100.0;
    return view;
}

/* The style that has the least to spare under its lowest share. */
static int
tightest(const struct zoom_need *need, const int percent[LEWIS_STYLES])
{
    int best = -1;
    double least = INFINITY;

    for (int i = 0; i < LEWIS_STYLES; i++) {
        double spare = 100 * need->least[i] - percent[i];

        if (percent[i] > 0 && spare < least - hair) {
            least = spare;
            best = i;
        }
    }
    assert(best >= 0);
    return best;
}

struct view
zoom_view(const struct zoom_need *need)
{
    int percent[LEWIS_STYLES], size = 100;

    if (need->least[LEWIS_LINEAR] + need->least[LEWIS_MULTI] +
            need->least[LEWIS_REACTIVE] > 2)
        return (struct view){.size = 1};
    for (int i = 0; i < LEWIS_STYLES; i++) {
        double steps = floor(100 * need->least[i] / ZOOM_STEP + hair);

        percent[i] = ZOOM_STEP * (int)fmax(steps, 0);
        size -= percent[i];
    }
    for (; size < ZOOM_LEAST; size += ZOOM_STEP)
        percent[tightest(need, percent)] -= ZOOM_STEP;
    return view_of(percent);
}

static bool
is_worth_it(const struct view *view)
{
    return 100 * view->size < ZOOM_MOST + hair;
}

struct view
zoom_auto(const struct zoom_need *all, const struct zoom_need *people)
{
    struct view view = zoom_view(all);

    if (!is_worth_it(&view))
        view = zoom_view(people);
    return is_worth_it(&view) ? view : (struct view){.size = 1};
}

bool
zoom_holds(const struct view *view, struct lewis_point point)
{
    double share[LEWIS_STYLES];

    lewis_triangle_shares(point, share);
    for (int i = 0; i < LEWIS_STYLES; i++)
        if (share[i] < view->low[i] - hair)
            return false;
    return true;
}

/* --- the one that is asked for --- */

static bool
check_numbers(const int low[LEWIS_STYLES], struct lewis_error *error)
{
    int sum = 0;

    for (int i = 0; i < LEWIS_STYLES; i++) {
        if (low[i] < 0 || low[i] > 100 - ZOOM_GIVEN)
            return error_set(error, LEWIS_EINVALID,
                             "a view from %d %% %s: it must begin at 0 to %d",
                             low[i],
                             lewis_style_keyword((enum lewis_style)i),
                             100 - ZOOM_GIVEN);
        sum += low[i];
    }
    if (sum > 100 - ZOOM_GIVEN)
        return error_set(error, LEWIS_EINVALID,
                         "a view from %d, %d and %d %%: together that is %d, "
                         "and at most %d leaves something to be seen",
                         low[0], low[1], low[2], sum, 100 - ZOOM_GIVEN);
    return true;
}

/* Where everybody stands is known, but not how many of them, and who. */
static bool
refuse_crowd(const struct lewis_chart *chart, const struct view *all,
             struct lewis_error *error)
{
    return error_set(error, LEWIS_EINVALID,
                     "some of the %zu people stand outside that view, so "
                     "nothing is drawn; from %.0f,%.0f,%.0f on everybody is "
                     "in it",
                     chart->count, 100 * all->low[0], 100 * all->low[1],
                     100 * all->low[2]);
}

/* Nobody is left out without a word. */
static bool
check_people(const struct lewis_chart *chart, const struct view *view,
             struct lewis_error *error)
{
    struct zoom_need need = zoom_need_nothing();
    size_t out = 0, first = 0;
    const char *name;
    struct view all;

    need_places(&need, chart);
    all = zoom_view(&need);
    if (chart->count > chart->kept)
        return is_in(view, &need) || refuse_crowd(chart, &all, error);
    for (size_t i = 0; i < chart->count; i++) {
        if (zoom_holds(view, chart->point[i]))
            continue;
        first = out++ == 0 ? i : first;
    }
    if (out == 0)
        return true;
    name = first < CHART_NAMED ? chart->name[first] : "";
    if (*name == '\0')
        return error_set(error, LEWIS_EINVALID,
                         "%zu of %zu people stand outside that view, so "
                         "nothing is drawn; from %.0f,%.0f,%.0f on everybody "
                         "is in it",
                         out, chart->count, 100 * all.low[0],
                         100 * all.low[1], 100 * all.low[2]);
    return error_set(error, LEWIS_EINVALID,
                     "%zu of %zu people stand outside that view, the first is "
                     "%.*s, so nothing is drawn; from %.0f,%.0f,%.0f on "
                     "everybody is in it",
                     out, chart->count,
                     (int)utf8_cut(name, strnlen(name, NAME)), name,
                     100 * all.low[0], 100 * all.low[1], 100 * all.low[2]);
}

/* One who stands out is what the chart is about. */
static bool
check_stars(const struct lewis_chart *chart, const struct view *view,
            struct lewis_error *error)
{
    for (size_t i = 0; i < highlight_count(chart); i++) {
        const struct chart_star *star = highlight_at(chart, i);
        size_t size = utf8_cut(star->name, strnlen(star->name, NAME));

        if (!zoom_holds(view, star->point))
            return error_set(error, LEWIS_EINVALID,
                             "%.*s, who is to stand out, stands outside that "
                             "view, so nothing is drawn",
                             (int)size, star->name);
    }
    return true;
}

/* Hexagons need not have everybody. */
static bool
check_hexagons(const struct lewis_chart *chart, const struct view *view,
               size_t *outside, struct lewis_error *error)
{
    *outside = hexagons_outside(chart, view);
    return *outside == chart->count ? check_people(chart, view, error)
                                    : check_stars(chart, view, error);
}

bool
zoom_settle(const struct groups *groups,
            const struct lewis_chart_options *options, struct view *view,
            size_t *outside, struct lewis_error *error)
{
    struct zoom_need need = zoom_need_nothing(), people = need;

    *view = (struct view){.size = 1};
    if (outside != NULL)
        *outside = 0;
    if (options->zoom == LEWIS_ZOOM_NONE)
        return true;
    if (options->zoom == LEWIS_ZOOM_AUTO) {
        zoom_need_chart(&need, groups);
        zoom_need_people(&people, groups->chart);
        *view = zoom_auto(&need, groups->chart->count == 1 ? &need : &people);
        return true;
    }
    if (!check_numbers(options->zoom_low, error))
        return false;
    *view = view_of(options->zoom_low);
    if (outside != NULL && panel_hexagons(groups->chart, options))
        return check_hexagons(groups->chart, view, outside, error);
    return check_people(groups->chart, view, error);
}

/* --- what is out of sight --- */

/* Keeps what has at least the lowest share of one style (Sutherland & Hodgman
 * 1974, Communications of the ACM 17:32). */
static size_t
clip_style(const struct view *view, int style, struct lewis_point point[],
           size_t count, size_t room)
{
    struct lewis_point before = point[count - 1], last;
    double share[LEWIS_STYLES], from, to, t;
    size_t kept = 0;

    /* to the end, so that what is kept has room before what is to be read */
    memmove(point + room - count, point, count * sizeof *point);
    for (size_t i = room - count; i < room; i++) {
        last = point[i];
        lewis_triangle_shares(before, share);
        from = share[style] - view->low[style];
        lewis_triangle_shares(last, share);
        to = share[style] - view->low[style];
        t = from == to ? 0 : from / (from - to);
        if ((from >= -hair) != (to >= -hair) && kept < i)
            point[kept++] =
                (struct lewis_point){before.x + t * (last.x - before.x),
                                     before.y + t * (last.y - before.y)};
        if (to >= -hair && kept <= i)
            point[kept++] = last;
        before = last;
    }
    return kept;
}

size_t
zoom_clip(const struct view *view, struct lewis_point point[], size_t count,
          size_t room)
{
    for (int i = 0; i < LEWIS_STYLES && count > 0; i++)
        count = clip_style(view, i, point, count, room);
    return count;
}

static void
add_names(struct text *text, const struct country_label *label)
{
    for (size_t i = 0; i < label->names; i++) {
        text_add(text, text->size > 0 ? ", " : "");
        text_add(text, label->name[i]);
    }
}

const char *
zoom_countries(const struct view *view, struct country_labels *labels,
               struct arena *arena)
{
    struct text text = {0};
    size_t kept = 0;

    for (size_t i = 0; i < labels->count; i++)
        if (zoom_holds(view, labels->label[i].point))
            labels->label[kept++] = labels->label[i];
        else
            add_names(&text, &labels->label[i]);
    labels->count = kept;
    return typeset_keep(arena, &text);
}

/* --- in words --- */

static double
percent(double share)
{
    return 100 * share;
}

const char *
zoom_corner(const struct frame *frame, enum lewis_style style,
            struct arena *arena)
{
    const struct view *view = &frame->view;
    struct text text = {0};

    text_add(&text, frame->corner_name[style]);
    if (view->size < 1)
        text_print(&text, " %.0f\xC2\xA0%%",
                   percent(view->low[style] + view->size));
    return typeset_keep(arena, &text);
}

void
zoom_add_words(struct text *text, const struct view *view, const char *lang)
{
    const double *low = view->low, size = view->size;

    if (size < 1)
        text_print(text, wording(lang, TELL_VIEW_PART), percent(low[0] + size),
                   percent(low[1] + size), percent(low[2] + size),
                   percent(low[0]), percent(low[1]), percent(low[2]),
                   backdrop_grid_percent(view));
    else
        text_print(text, wording(lang, TELL_VIEW_WHOLE),
                   backdrop_grid_percent(view));
}
