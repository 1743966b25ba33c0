/* team_say.c - sentences about a team.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/team_say.h"

#include <math.h>
#include <string.h>

#include "report/words.h"

enum {
    NAMED = 6,   /* people in one sentence */
    A_SIDE = 40  /* of those on one side */
};

void
team_say_p(struct text *text, const char *lang, double p)
{
    if (p < 0.0001)
        text_add(text, phrase(lang, SAY_TEAM_P_TINY));
    else
        text_print(text, phrase(lang, SAY_TEAM_P), p);
}

/* A space before the next sentence. */
static void
join(struct text *text)
{
    if (text->size > 0 && text->bytes[text->size - 1] != ' ')
        text_add(text, " ");
}

void
team_say_member(struct text *text, const char *lang,
                const struct lewis_team_figures *figures, size_t member,
                size_t k, size_t count)
{
    const char *id = figures->member[member].id;

    text_add(text, words_joint(lang, k, count));
    if (*id != '\0')
        text_add(text, id);
    else
        text_print(text, "#%zu", member + 1);
}

void
team_say_shares(struct text *text, const char *lang,
                const struct lewis_center *center)
{
    for (int s = 0; s < LEWIS_STYLES; s++) {
        const char *style = words_style(lang, (enum lewis_style)s);
        text_add(text, s == 0 ? "" : ", ");
        if (center->has_region)
            text_print(text, phrase(lang, SAY_TEAM_RANGE),
                       100 * center->share[s], style, 100 * center->low[s],
                       100 * center->high[s]);
        else
            text_print(text, phrase(lang, SAY_SHARE_OF),
                       100 * center->share[s], style);
    }
    text_add(text, ".");
}

void
team_say_first(struct text *text, const char *lang,
               const struct lewis_center *center)
{
    struct text styles = {0};
    int count = words_style_count(center->styles);

    words_add_styles(&styles, lang, center->styles, center->share);
    if (count == LEWIS_STYLES)
        text_add(text, phrase(lang, SAY_TEAM_NONE_FIRST));
    else
        text_print(text,
                   phrase(lang, count == 1 ? SAY_TEAM_ONE_FIRST
                                           : SAY_TEAM_TWO_FIRST),
                   text_string(&styles));
    text_release_into(&styles, text);
}

/* The styles at one end of the axis: the one that changes most that way, and
 * others that change at least half as much. */
static unsigned
axis_end(const struct lewis_spread *spread, int sign)
{
    double most = 0;
    unsigned styles = 0;

    for (int s = 0; s < LEWIS_STYLES; s++)
        most = fmax(most, sign * spread->axis[s]);
    for (int s = 0; s < LEWIS_STYLES; s++)
        if (sign * spread->axis[s] >= most / 2)
            styles |= 1u << s;
    return styles;
}

static bool
has_axis(const struct lewis_spread *spread)
{
    return spread->presence == LEWIS_PRESENT && !isnan(spread->part);
}

void
team_say_axis(struct text *text, const char *lang,
              const struct lewis_spread *spread)
{
    struct text low = {0}, high = {0};

    if (!has_axis(spread))
        return;
    words_add_styles(&low, lang, axis_end(spread, -1), NULL);
    words_add_styles(&high, lang, axis_end(spread, 1), NULL);
    join(text);
    text_print(text, phrase(lang, SAY_TEAM_AXIS), text_string(&low),
               text_string(&high));
    if (!isnan(spread->p)) {
        join(text);
        text_add(text, phrase(lang, spread->p < TEAM_SIGNIFICANT
                                        ? SAY_TEAM_AXIS_CLEAR
                                        : SAY_TEAM_AXIS_UNCLEAR));
    }
    text_release_into(&low, text);
    text_release_into(&high, text);
}

void
team_say_axis_basis(struct text *text, const char *lang,
                    const struct lewis_spread *spread, size_t n)
{
    struct text p = {0};

    if (!has_axis(spread))
        return;
    text_print(text, phrase(lang, SAY_TEAM_AXIS_PART), 100 * spread->part);
    if (!isnan(spread->p)) {
        team_say_p(&p, lang, spread->p);
        text_print(text, phrase(lang, SAY_TEAM_SPHERICITY), n,
                   text_string(&p));
    }
    text_add(text, ".");
    text_release_into(&p, text);
}

void
team_say_distances(struct text *text, const char *lang,
                   const struct lewis_spread *spread)
{
    if (spread->presence != LEWIS_PRESENT)
        return;
    if (!isnan(spread->mean_pairwise)) {
        text_print(text, phrase(lang, SAY_TEAM_PAIRWISE),
                   spread->mean_pairwise);
        text_add(text, "; ");
    }
    text_print(text, phrase(lang, SAY_TEAM_STANDARD),
               spread->standard_distance);
}

void
team_say_medoid(struct text *text, const char *lang,
                const struct lewis_team_figures *figures)
{
    struct text name = {0};

    if (figures->member == NULL || figures->medoid >= figures->members)
        return;
    team_say_member(&name, lang, figures, figures->medoid, 0, 1);
    text_print(text, phrase(lang, SAY_TEAM_MEDOID), text_string(&name));
    text_release_into(&name, text);
}

void
team_say_outliers(struct text *text, const char *lang,
                  const struct lewis_team_figures *figures)
{
    const struct lewis_outliers *outliers = &figures->outliers;
    struct text names = {0};

    if (outliers->presence != LEWIS_PRESENT)
        return;
    join(text);
    for (size_t k = 0; k < outliers->count; k++)
        team_say_member(&names, lang, figures, outliers->member[k], k,
                        outliers->count);
    if (outliers->count == 0)
        text_print(text, phrase(lang, SAY_TEAM_NO_OUTLIER), figures->n);
    else
        text_print(text, phrase(lang, SAY_TEAM_OUTLIERS), figures->n,
                   text_string(&names));
    text_release_into(&names, text);
}

/* "Sales (5) and Support (4)": of the groups not shown, those below that size,
 * or the others. */
static void
add_hidden_names(struct text *text, const char *lang,
                 const struct lewis_grouping *grouping, size_t least,
                 bool small)
{
    size_t count = small ? grouping->small_groups
                         : grouping->hidden_groups - grouping->small_groups;
    size_t k = 0;

    for (size_t g = 0; g < grouping->hidden_groups; g++) {
        const struct lewis_hidden_group *group = &grouping->hidden[g];

        if ((group->n < least) != small)
            continue;
        text_add(text, words_joint(lang, k++, count));
        text_print(text, "%s (%zu)", group->label, group->n);
    }
}

static void
say_hidden_names(struct text *text, const struct lewis_team_look *look,
                 const struct lewis_grouping *grouping, size_t least)
{
    const char *lang = look->lang;
    struct text small = {0}, large = {0};

    add_hidden_names(&small, lang, grouping, least, true);
    add_hidden_names(&large, lang, grouping, least, false);
    if (small.size > 0)
        text_print(text, phrase(lang, SAY_TEAM_HIDDEN_SMALL), least,
                   text_string(&small));
    if (small.size > 0 && large.size > 0) {
        join(text);
        text_print(text, phrase(lang, SAY_TEAM_HIDDEN_WITH),
                   text_string(&large));
    } else if (large.size > 0) {
        text_print(text, phrase(lang, SAY_TEAM_HIDDEN_ALONE),
                   text_string(&large), least);
    }
    text_release_into(&small, text);
    text_release_into(&large, text);
    if (look->least_option != NULL && grouping->least_for_all > 0) {
        join(text);
        text_print(text, phrase(lang, SAY_TEAM_HIDDEN_OPTION),
                   look->least_option, grouping->least_for_all);
    }
}

void
team_say_hidden(struct text *text, const struct lewis_team_look *look,
                const struct lewis_grouping *grouping, size_t least,
                bool names)
{
    const char *lang = look->lang;

    if (grouping->hidden_groups > 0 && names && grouping->hidden != NULL)
        say_hidden_names(text, look, grouping, least);
    else if (grouping->hidden_groups > 0)
        text_print(text, phrase(lang, SAY_TEAM_HIDDEN),
                   grouping->hidden_groups, grouping->hidden_people, least);
    if (grouping->unlabelled > 0) {
        join(text);
        text_print(text, phrase(lang, SAY_TEAM_UNLABELLED),
                   grouping->unlabelled);
    }
}

/* "PERMANOVA: n = 24, p = 0.012, 9999 rearrangements; p cannot be below
 * 0.0001." */
static void
say_test(struct text *text, const char *lang, enum phrase name,
         const struct lewis_test *test)
{
    struct text p = {0};

    team_say_p(&p, lang, test->p);
    text_print(text, phrase(lang, SAY_TEAM_TEST), phrase(lang, name), test->n,
               text_string(&p), test->permutations);
    if (test->exact)
        text_add(text, phrase(lang, SAY_TEAM_TEST_ALL));
    text_print(text, phrase(lang, SAY_TEAM_TEST_LEAST), test->p_least);
    if (test->p_least >= TEAM_SIGNIFICANT) {
        join(text);
        text_print(text, phrase(lang, SAY_TEAM_SMALL_TEST),
                   100 * TEAM_SIGNIFICANT);
    }
    text_release_into(&p, text);
}

void
team_say_places(struct text *text, const char *lang,
                const struct lewis_grouping *grouping)
{
    if (!grouping->tested)
        return;
    text_add(text, phrase(lang, isnan(grouping->places.p)
                                    ? SAY_TEAM_TOO_ALIKE
                                : grouping->places.p < TEAM_SIGNIFICANT
                                    ? SAY_TEAM_PLACES_DIFFER
                                    : SAY_TEAM_PLACES_SAME));
}

void
team_say_places_basis(struct text *text, const char *lang,
                      const struct lewis_grouping *grouping)
{
    if (!grouping->tested || isnan(grouping->places.p))
        return;
    text_print(text, phrase(lang, SAY_TEAM_PLACES_PART), 100 * grouping->r2);
    say_test(text, lang, SAY_TEAM_PERMANOVA, &grouping->places);
}

void
team_say_spreads(struct text *text, const char *lang,
                 const struct lewis_grouping *grouping)
{
    if (!grouping->tested || isnan(grouping->spreads.p))
        return;
    text_add(text, phrase(lang, grouping->spreads.p < TEAM_SIGNIFICANT
                                    ? SAY_TEAM_SPREADS_DIFFER
                                    : SAY_TEAM_SPREADS_SAME));
}

void
team_say_spreads_basis(struct text *text, const char *lang,
                       const struct lewis_grouping *grouping)
{
    if (grouping->tested && !isnan(grouping->spreads.p))
        say_test(text, lang, SAY_TEAM_DISPERSION, &grouping->spreads);
}

void
team_say_faultline(struct text *text, const char *lang,
                   const struct lewis_faultline *line)
{
    if (line->presence == LEWIS_TOO_FEW)
        text_print(text, phrase(lang, SAY_TEAM_FAULTLINE_FEW), line->least);
    if (line->presence == LEWIS_TOO_MANY)
        text_add(text, phrase(lang, SAY_TEAM_FAULTLINE_MANY));
    if (line->presence == LEWIS_PRESENT)
        text_print(text,
                   phrase(lang, line->p < TEAM_SIGNIFICANT
                                    ? SAY_TEAM_FAULTLINE_CLEAR
                                    : SAY_TEAM_FAULTLINE_NONE),
                   line->side_n[0], line->side_n[1]);
}

void
team_say_faultline_basis(struct text *text, const char *lang,
                         const struct lewis_faultline *line)
{
    struct text p = {0};

    if (line->presence != LEWIS_PRESENT)
        return;
    team_say_p(&p, lang, line->p);
    text_print(text, phrase(lang, SAY_TEAM_FAULTLINE_TEST),
               100 * line->between, 100 * line->usual, 100 * line->usual_high,
               text_string(&p), line->draws, line->p_least);
    join(text);
    text_print(text, phrase(lang, SAY_TEAM_SILHOUETTE), line->silhouette);
    text_release_into(&p, text);
}

void
team_say_side(struct text *text, const char *lang,
              const struct lewis_team_figures *figures, unsigned char side)
{
    const struct lewis_faultline *line = &figures->faultline;
    struct text names = {0};
    size_t k = 0;

    if (line->presence != LEWIS_PRESENT || line->member_side == NULL ||
        !(line->p < TEAM_SIGNIFICANT) || line->side_n[side] > A_SIDE)
        return;
    for (size_t i = 0; i < figures->members; i++)
        if (line->member_side[i] == side)
            team_say_member(&names, lang, figures, i, k++, line->side_n[side]);
    text_print(text,
               phrase(lang, side == 0 ? SAY_TEAM_SIDE : SAY_TEAM_OTHER_SIDE),
               text_string(&names));
    text_release_into(&names, text);
}

/* Whole points; what is nearest to nought has no sign. */
static double
points(double share)
{
    return rint(100 * share) + 0.0;
}

/* "+4", "0", and a minus that is as long as the plus. */
static void
add_points(struct text *text, const struct lewis_team_look *look, double share)
{
    double whole = points(share);

    text_add(text, whole > 0   ? "+"
                   : whole < 0 ? (look->ascii ? "-" : "\xE2\x88\x92")
                               : "");
    text_print(text, "%.0f", fabs(whole));
}

static void
say_change(struct text *text, const struct lewis_team_look *look,
           const struct lewis_move *move, int s)
{
    const char *style = words_style(look->lang, (enum lewis_style)s);
    struct text share = {0}, low = {0}, high = {0};

    add_points(&share, look, move->share[s]);
    if (isnan(move->low[s])) {
        text_print(text, phrase(look->lang, SAY_TEAM_MORE_BARE), style,
                   text_string(&share));
    } else {
        add_points(&low, look, move->low[s]);
        add_points(&high, look, move->high[s]);
        text_print(text, phrase(look->lang, SAY_TEAM_MORE), style,
                   text_string(&share), text_string(&low), text_string(&high));
    }
    text_release_into(&share, text);
    text_release_into(&low, text);
    text_release_into(&high, text);
}

/* Does the range of every style, as it is told, hold nought? */
static bool
ranges_hold_none(const struct lewis_move *move)
{
    for (int s = 0; s < LEWIS_STYLES; s++)
        if (!(points(move->low[s]) <= 0 && points(move->high[s]) >= 0))
            return false;
    return true;
}

/* Does the region of all three together? */
static bool
region_holds_none(const struct lewis_ellipse *at)
{
    double c = cos(at->angle), s = sin(at->angle);
    double u = c * at->center.x + s * at->center.y;
    double v = c * at->center.y - s * at->center.x;

    return hypot(u / at->major, v / at->minor) <= 1;
}

static void
say_chance(struct text *text, const char *lang,
           const struct lewis_team_figures *figures)
{
    const struct lewis_move *move = &figures->move;
    bool clear = move->p < TEAM_SIGNIFICANT;

    join(text);
    text_add(text, phrase(lang, isnan(move->p) ? SAY_TEAM_MOVE_NO_TEST
                                : clear        ? SAY_TEAM_MOVE_CLEAR
                                               : SAY_TEAM_MOVE_UNCLEAR));
    if (!clear || !ranges_hold_none(move))
        return;
    join(text);
    if (region_holds_none(&move->region))
        text_print(text, phrase(lang, SAY_TEAM_MOVE_CAREFUL),
                   100 * figures->level);
    else
        text_add(text, phrase(lang, SAY_TEAM_MOVE_TOGETHER));
}

void
team_say_move(struct text *text, const struct lewis_team_look *look,
              const struct lewis_team_figures *figures)
{
    const struct lewis_move *move = &figures->move;
    struct text changes = {0};

    if (move->presence == LEWIS_TOO_FEW)
        text_print(text, phrase(look->lang, SAY_TEAM_MOVE_FEW), move->n);
    if (move->presence == LEWIS_WITHHELD)
        text_print(text, phrase(look->lang, SAY_TEAM_MOVE_WITHHELD), move->n);
    if (move->presence != LEWIS_PRESENT)
        return;
    for (int s = 0; s < LEWIS_STYLES; s++) {
        text_add(&changes, s == 0 ? "" : ", ");
        say_change(&changes, look, move, s);
    }
    text_add(&changes, phrase(look->lang, SAY_TEAM_POINTS));
    text_print(text, phrase(look->lang, SAY_TEAM_MOVED), move->n,
               move->distance, text_string(&changes), move->each);
    text_release_into(&changes, text);
    say_chance(text, look->lang, figures);
}

void
team_say_move_basis(struct text *text, const char *lang,
                    const struct lewis_move *move)
{
    struct text p = {0};

    if (move->presence != LEWIS_PRESENT || isnan(move->p))
        return;
    team_say_p(&p, lang, move->p);
    text_print(text, phrase(lang, SAY_TEAM_HOTELLING), move->t2, move->n,
               text_string(&p));
    text_release_into(&p, text);
}

/* "more reactive, less linear-active": what changes by 3 points and more, the
 * largest first. */
void
team_say_way(struct text *text, const char *lang, const struct lewis_gap *gap)
{
    static const double small = 0.03;
    struct text way = {0};
    unsigned left = 7;

    while (left != 0) {
        int most = -1;
        for (int s = 0; s < LEWIS_STYLES; s++)
            if ((left >> s & 1) != 0 &&
                (most < 0 || fabs(gap->share[s]) > fabs(gap->share[most])))
                most = s;
        left &= ~(1u << most);
        if (fabs(gap->share[most]) < small)
            continue;
        text_add(&way, way.size == 0 ? "" : ", ");
        text_print(&way,
                   phrase(lang, gap->share[most] > 0 ? SAY_TEAM_WAY_MORE
                                                     : SAY_TEAM_WAY_LESS),
                   words_style(lang, (enum lewis_style)most));
    }
    if (way.size == 0)
        text_add(&way, phrase(lang, SAY_TEAM_WAY_NONE));
    join(text);
    text_print(text, phrase(lang, SAY_TEAM_WAY), gap->name,
               text_string(&way));
    text_release_into(&way, text);
}

void
team_say_gap(struct text *text, const char *lang, const struct lewis_gap *gap)
{
    join(text);
    if (isnan(gap->low)) {
        text_print(text, phrase(lang, SAY_TEAM_GAP_BARE), gap->distance);
        return;
    }
    text_print(text, phrase(lang, SAY_TEAM_GAP), gap->distance, gap->low,
               gap->high);
    join(text);
    text_print(text,
               phrase(lang, gap->open ? SAY_TEAM_GAP_OPEN
                                      : SAY_TEAM_GAP_CLEAR),
               gap->name);
}

void
team_say_bridges(struct text *text, const char *lang,
                 const struct lewis_team_figures *figures)
{
    const struct lewis_gap *gap = &figures->gap;
    struct text names = {0};
    size_t open = 0, named;

    while (open < gap->bridges && gap->bridge[open].open)
        open++;
    named = open < NAMED ? open : NAMED;
    if (gap->bridge == NULL || open == 0)
        return;
    for (size_t k = 0; k < named; k++)
        team_say_member(&names, lang, figures, gap->bridge[k].member, k,
                        open > named ? named + 1 : named);
    if (open > named)
        text_print(&names, phrase(lang, SAY_AND_MORE), open - named);
    join(text);
    text_print(text,
               phrase(lang, open == 1 ? SAY_TEAM_BRIDGE : SAY_TEAM_BRIDGES),
               gap->name, text_string(&names));
    text_release_into(&names, text);
}

static bool
is_assigned(const struct lewis_task_fit *task, size_t member)
{
    for (size_t k = 0; k < task->assigned_count; k++)
        if (task->assigned[k] == member)
            return true;
    return false;
}

/* Is everybody who has the task as fit as the nearest? */
static bool
assigned_are_fit(const struct lewis_task_fit *task)
{
    for (size_t i = 0; i < task->count; i++)
        if (!task->near[i].open && is_assigned(task, task->near[i].member))
            return false;
    return true;
}

/* The nearest, but for those who have the task; where nobody has it, but for
 * the first, who is named already. */
static bool
is_another(const struct lewis_task_fit *task, size_t i)
{
    return task->near[i].open &&
           (task->assigned_count > 0
                ? !is_assigned(task, task->near[i].member)
                : i > 0);
}

void
team_say_equal(struct text *text, const char *lang,
               const struct lewis_team_figures *figures,
               const struct lewis_task_fit *task)
{
    struct text names = {0};
    size_t count = 0, k = 0;

    for (size_t i = 0; i < task->count; i++)
        count += is_another(task, i);
    if (count == 0)
        return;
    join(text);
    for (size_t i = 0; i < task->count && count <= NAMED; i++)
        if (is_another(task, i))
            team_say_member(&names, lang, figures, task->near[i].member, k++,
                            count);
    if (count > NAMED)
        text_print(text, phrase(lang, SAY_TEAM_TASK_EQUAL_MANY), count);
    else
        text_print(text,
                   phrase(lang, assigned_are_fit(task)
                                    ? SAY_TEAM_TASK_EQUAL
                                    : SAY_TEAM_TASK_NEARER),
                   text_string(&names));
    text_release_into(&names, text);
}

void
team_say_tasks(struct text *text, const char *lang,
               const struct lewis_fit *fit)
{
    if (fit->presence == LEWIS_WITHHELD)
        text_add(text, phrase(lang, SAY_TEAM_TASKS_WITHHELD));
    else if (fit->assigned)
        text_print(text, phrase(lang, SAY_TEAM_TASKS_LEAD), fit->total);
    else if (fit->presence == LEWIS_PRESENT)
        text_add(text, phrase(lang, SAY_TEAM_TASKS_RANKED));
}

void
team_say_task(struct text *text, const char *lang,
              const struct lewis_team_figures *figures,
              const struct lewis_task_fit *task)
{
    struct text names = {0};

    for (size_t k = 0; k < task->assigned_count; k++)
        team_say_member(&names, lang, figures, task->assigned[k], k,
                        task->assigned_count);
    if (task->assigned_count == 0 && task->count > 0)
        team_say_member(&names, lang, figures, task->near[0].member, 0, 1);
    if (task->assigned_count == 0 && figures->fit.assigned)
        text_print(text, phrase(lang, SAY_TEAM_TASK_NOBODY),
                   text_string(&names));
    else
        text_add(text, text_string(&names));
    text_add(text, ". ");
    text_add(text, lewis_text_in(task->task->reason, lang));
    team_say_equal(text, lang, figures, task);
    text_release_into(&names, text);
}

/* The first country's name that the figure has on a place. */
static const char *
place_name(const struct lewis_team_look *look, size_t place)
{
    const char *code = lewis_atlas_codes(look->atlas, place);
    size_t size = strcspn(code, " ");
    const struct lewis_country *country;
    char iso[8] = "";

    if (size < sizeof iso)
        memcpy(iso, code, size);
    country = lewis_atlas_find(look->atlas, iso);
    return country == NULL ? iso[0] == '\0' ? "?" : code
                           : lewis_text_in(country->name, look->lang);
}

void
team_say_nearest(struct text *text, const struct lewis_team_look *look,
                 const struct lewis_team_figures *figures)
{
    struct text names = {0};
    size_t open = 0;

    if (look->atlas == NULL || figures->nears == 0)
        return;
    for (size_t k = 0; k < figures->nears; k++) {
        text_add(&names, words_joint(look->lang, k, figures->nears));
        text_add(&names, place_name(look, figures->near[k].place));
        open += figures->near[k].open && open == k;
    }
    text_print(text, phrase(look->lang, SAY_TEAM_NEAREST),
               text_string(&names));
    if (open > 0)
        join(text);
    if (open == 1)
        text_print(text, phrase(look->lang, SAY_TEAM_NEAREST_OPEN),
                   place_name(look, figures->near[0].place));
    else if (open > 1)
        text_print(text, phrase(look->lang, SAY_TEAM_NEAREST_OPEN_MANY), open);
    text_release_into(&names, text);
}
