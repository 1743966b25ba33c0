/* team_document.c - the report of a team: what it is like, who is in it, a
 * partner, and what a trainer needs in the room.
 *
 * Everything comes from struct lewis_team_figures, where privacy is kept: what
 * is not in there cannot be here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "chart/palette.h"
#include "report/document.h"
#include "report/meetings.h"
#include "report/person.h"
#include "report/team_say.h"

enum { CURVE = 120, CODED = 12, TIPS = 3, OTHERS = 3 };

static const double figure_height = 400, letter_height = 364;

/* What a team's report is made from. */
struct making {
    const struct lewis_team_report *report;
    const struct lewis_team_figures *figures;
    struct lewis_team_look look;
    struct lewis_document *document;
    const char *lang;
};

static void
add(const struct making *making, enum tone tone, enum phrase what)
{
    document_text(making->document, tone, phrase(making->lang, what));
}

static void
head(const struct making *making, enum phrase what)
{
    document_heading(making->document, phrase(making->lang, what));
}

/* A paragraph of what was put together, when there is anything. */
static void
finish(const struct making *making, enum tone tone, struct text *text)
{
    if (text->size > 0 || text->failed)
        document_text(making->document, tone, text_string(text));
    text_release(text);
}

static bool
named(const struct making *making)
{
    return making->figures->member != NULL &&
           making->report->edition != LEWIS_EDITION_SELF;
}

/* " (Ann, Bob)": those who have no profile for that reason. */
static void
add_absent_names(const struct making *making, enum lewis_status why,
                 struct text *text)
{
    const struct lewis_team_figures *f = making->figures;
    size_t names = 0;

    for (size_t i = 0; named(making) && i < f->absents; i++) {
        if (f->absent[i].why != why || *f->absent[i].id == '\0')
            continue;
        if (names++ <= CODED)
            text_add(text, names == 1 ? " (" : ", ");
        if (names <= CODED)
            text_add(text, f->absent[i].id);
        else if (names == CODED + 1)
            text_add(text, "...");
    }
    text_add(text, names > 0 ? ")" : "");
}

static void
add_absent(const struct making *making)
{
    static const struct {
        enum lewis_status why;
        enum phrase words;
    } part[] = {{LEWIS_INCOMPLETE, SAY_TEAM_ABSENT_INCOMPLETE},
                {LEWIS_REFUSED, SAY_TEAM_ABSENT_REFUSED},
                {LEWIS_EXCLUDED, SAY_TEAM_ABSENT_EXCLUDED}};
    const struct lewis_team_figures *f = making->figures;
    struct text text = {0};

    for (size_t p = 0; p < sizeof part / sizeof part[0]; p++) {
        size_t count = 0;

        for (size_t i = 0; i < f->absents; i++)
            count += f->absent[i].why == part[p].why;
        if (count == 0)
            continue;
        text_add(&text, text.size == 0 ? phrase(making->lang, SAY_TEAM_ABSENT)
                                       : "; ");
        text_print(&text, phrase(making->lang, part[p].words), count);
        add_absent_names(making, part[p].why, &text);
    }
    text_add(&text, text.size > 0 ? "." : "");
    finish(making, TONE_QUIET, &text);
}

/* Of a workshop: who handed in and cannot be shown. */
static void
add_withheld(const struct making *making)
{
    struct text text = {0};

    if (making->report->withheld > 0)
        text_print(&text, phrase(making->lang, SAY_TEAM_LEFT_OUT),
                   making->report->withheld, making->figures->min_group);
    finish(making, TONE_QUIET, &text);
}

static void
add_repeated(const struct making *making)
{
    const struct lewis_team_figures *f = making->figures;
    struct text text = {0}, names = {0};

    for (size_t i = 0; i < f->repeats && i <= CODED; i++) {
        text_add(&names, i == 0 ? "" : ", ");
        text_add(&names, i == CODED ? "..." : f->repeated[i]);
    }
    if (named(making) && f->repeats > 0)
        text_print(&text, phrase(making->lang, SAY_TEAM_REPEATED),
                   text_string(&names));
    text_release_into(&names, &text);
    finish(making, TONE_QUIET, &text);
}

static void
add_origin(const struct making *making)
{
    const struct lewis_team_figures *f = making->figures;
    const char *date = making->document->options.date;
    struct text line = {0};

    if (f->n == f->people)
        text_print(&line, phrase(making->lang, SAY_TEAM_PEOPLE), f->people);
    else
        text_print(&line, phrase(making->lang, SAY_TEAM_PEOPLE_OF), f->people,
                   f->n);
    if (date != NULL)
        text_print(&line, ", %s", date);
    text_add(&line, ".");
    if (f->anonymous)
        text_print(&line, " %s", phrase(making->lang, SAY_TEAM_ANONYMOUS));
    finish(making, TONE_QUIET, &line);
}

/* --- the triangle --- */

/* Where the corners of the triangle stand: the polygon of its sides. */
static bool
find_corners(const struct lewis_scene *scene,
             struct scene_point corner[LEWIS_STYLES])
{
    bool sides = false;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            sides = strcmp(shape->role, "sides") == 0;
        if (sides && shape->kind == SCENE_POLYGON && shape->count == 3) {
            memcpy(corner, shape->point, 3 * sizeof *corner);
            return true;
        }
    }
    return false;
}

/* What lies outside of the triangle comes to stand on its side. */
static struct scene_point
place(const struct scene_point corner[], struct lewis_point point)
{
    double share[LEWIS_STYLES], sum = 0;
    struct scene_point at = {0, 0};

    lewis_triangle_shares(point, share);
    for (int s = 0; s < LEWIS_STYLES; s++)
        sum += fmax(share[s], 0);
    for (int s = 0; s < LEWIS_STYLES; s++) {
        at.x += fmax(share[s], 0) / sum * corner[s].x;
        at.y += fmax(share[s], 0) / sum * corner[s].y;
    }
    return at;
}

static void
draw_ellipse(struct lewis_scene *scene, const struct scene_point corner[],
             const struct lewis_ellipse *ellipse, struct scene_style style)
{
    struct scene_point curve[CURVE];

    for (int i = 0; i < CURVE; i++) {
        double t = 2 * 3.14159265358979323846 * i / CURVE;
        double a = ellipse->major * cos(t), b = ellipse->minor * sin(t);
        struct lewis_point point = {
            ellipse->center.x + a * cos(ellipse->angle) -
                b * sin(ellipse->angle),
            ellipse->center.y + a * sin(ellipse->angle) +
                b * cos(ellipse->angle)};

        curve[i] = place(corner, point);
    }
    scene_polygon(scene, curve, CURVE, style);
}

static void
draw_cross(struct lewis_scene *scene, struct scene_point at, int32_t colour)
{
    struct scene_point line[2][2] = {
        {{at.x - 7, at.y}, {at.x + 7, at.y}},
        {{at.x, at.y - 7}, {at.x, at.y + 7}}};

    for (int i = 0; i < 2; i++)
        scene_line(scene, line[i], 2, scene_stroke(colour, 2.4));
}

/* The centre, its region, and where most people stand: from the figures and
 * nothing else. */
static void
draw_figures(const struct making *making, struct lewis_scene *scene)
{
    const struct lewis_team_figures *f = making->figures;
    const struct palette *colour =
        palette_of(making->document->options.theme);
    struct scene_style region = scene_stroke(colour->ink, 1);
    struct scene_style spread = scene_stroke(colour->ink, 0.8);
    struct scene_point corner[LEWIS_STYLES];

    if (!find_corners(scene, corner))
        return;
    region.fill = colour->ink;
    region.fill_alpha = 0.15;
    spread.dash_pt[0] = 4;
    spread.dash_pt[1] = 3;
    scene_group(scene, "figures", NULL);
    if (f->center.has_region)
        draw_ellipse(scene, corner, &f->center.region, region);
    if (f->spread.presence == LEWIS_PRESENT && f->spread.has_persons)
        draw_ellipse(scene, corner, &f->spread.persons, spread);
    draw_cross(scene, place(corner, f->center.point), colour->ink);
    scene_end(scene);
}

/* True when members are told apart by what they are grouped by first: some of
 * these groups are shown, and not everybody is in the same one. */
static bool
has_teams(const struct lewis_team_figures *f)
{
    const struct lewis_grouping *grouping = f->grouping;

    return f->member != NULL && f->groupings > 0 && grouping->count > 0 &&
           (grouping->count > 1 || grouping->hidden_groups > 0 ||
            grouping->unlabelled > 0);
}

/* The member's group, when it is one of those that may be shown; or NULL. */
static const char *
team_of(const struct lewis_team_figures *f, size_t member)
{
    const struct lewis_grouping *grouping = f->grouping;

    for (size_t g = 0; g < grouping->count; g++)
        if (strcmp(grouping->group[g].label, f->member[member].label[0]) == 0)
            return grouping->group[g].label;
    return NULL;
}

/* What those of groups that are not shown are called together: a trainer's
 * report says whose they are. */
static void
add_others(const struct making *making, struct text *text)
{
    const struct lewis_grouping *grouping = making->figures->grouping;
    size_t count = grouping->hidden_groups;

    if (making->report->edition != LEWIS_EDITION_TRAINER ||
        grouping->unlabelled > 0 || count > OTHERS) {
        text_add(text, phrase(making->lang, SAY_TEAM_NO_GROUP));
        return;
    }
    for (size_t g = 0; g < count; g++) {
        text_add(text, words_joint(making->lang, g, count));
        text_add(text, grouping->hidden[g].label);
    }
}

static bool
add_people(const struct making *making, struct lewis_chart *chart,
           struct lewis_error *error)
{
    const struct lewis_team_figures *f = making->figures;
    bool teams = has_teams(f), ok = true;
    struct text others = {0};

    if (teams)
        add_others(making, &others);
    for (size_t i = 0; f->member != NULL && i < f->members && ok; i++) {
        const char *id = named(making) ? f->member[i].id : "";
        const char *team = teams ? team_of(f, i) : "";

        if (team == NULL)
            team = text_string(&others);
        ok = lewis_chart_add(chart, id, strlen(id), team, strlen(team),
                             &f->member[i].score, error);
    }
    text_release(&others);
    return ok;
}

static void
add_alt(const struct making *making, struct text *alt)
{
    text_add(alt, phrase(making->lang, SAY_TRIANGLE_ALT));
    text_add(alt, phrase(making->lang, SAY_TEAM_SHARES));
    team_say_shares(alt, making->lang, &making->figures->center);
}

static bool
add_figure(const struct making *making, struct lewis_error *error)
{
    const struct lewis_document_options *options = &making->document->options;
    struct lewis_chart *chart = lewis_chart_new(error);
    struct lewis_chart_options look = lewis_chart_defaults();
    struct lewis_scene *scene = NULL;
    struct text alt = {0};

    add_alt(making, &alt);
    look.atlas = making->report->atlas;
    look.level = making->figures->level;
    look.regions = 0;
    look.labels = named(making) ? LEWIS_LABELS_AUTO : LEWIS_LABELS_NONE;
    if (chart != NULL && add_people(making, chart, error))
        scene = figure_scene(
            chart, options, &look,
            options->paper == LEWIS_PAPER_A4 ? figure_height : letter_height,
            phrase(making->lang, SAY_TRIANGLE), text_string(&alt), error);
    if (scene != NULL) {
        draw_figures(making, scene);
        document_figure(making->document, scene,
                        phrase(making->lang,
                               making->figures->anonymous
                                   ? SAY_TEAM_KEY_ANONYMOUS
                               : has_teams(making->figures)
                                   ? SAY_TEAM_KEY_TEAMS
                                   : SAY_TEAM_KEY));
    }
    text_release(&alt);
    lewis_chart_free(chart);
    return scene != NULL;
}

/* --- page 1 --- */

static void
add_center(const struct making *making)
{
    const struct lewis_center *center = &making->figures->center;
    struct text text = {0};

    head(making, SAY_TEAM_CENTER);
    for (int s = 0; s < LEWIS_STYLES; s++)
        document_bar(making->document, (enum lewis_style)s,
                     words_style_title(making->lang, (enum lewis_style)s),
                     center->share[s], center->low[s], center->high[s]);
    add(making, TONE_QUIET, SAY_TEAM_MIDDLE_IS_NOBODY);
    team_say_nearest(&text, &making->look, making->figures);
    finish(making, TONE_PLAIN, &text);
    add(making, TONE_QUIET, SAY_CAVEAT);
}

static bool
write_summary(const struct making *making, struct lewis_error *error)
{
    struct text text = {0};

    team_say_first(&text, making->lang, &making->figures->center);
    finish(making, TONE_LEAD, &text);
    if (!add_figure(making, error))
        return false;
    add_center(making);
    return true;
}

/* --- page 2 --- */

static void
add_counts(const struct making *making)
{
    static const unsigned order[] = {1, 2, 4, 3, 5, 6, 7};
    const struct lewis_style_counts *counts = &making->figures->styles;

    head(making, SAY_TEAM_COUNTS);
    for (size_t k = 0; k < sizeof order / sizeof order[0]; k++) {
        struct text text = {0}, styles = {0};

        if (counts->of[order[k]] == 0)
            continue;
        words_add_styles(&styles, making->lang, order[k], NULL);
        if (order[k] == 7)
            text_print(&text, phrase(making->lang, SAY_TEAM_COUNT_OPEN),
                       counts->of[7]);
        else
            text_print(&text, phrase(making->lang, SAY_TEAM_COUNT_ONE),
                       text_string(&styles), counts->of[order[k]]);
        text_release_into(&styles, &text);
        document_item(making->document, NULL, text_string(&text));
        text_release(&text);
    }
    if (counts->hidden_people > 0) {
        struct text text = {0};

        text_print(&text, phrase(making->lang, SAY_TEAM_COUNT_HIDDEN),
                   counts->hidden_people);
        document_item(making->document, NULL, text_string(&text));
        text_release(&text);
    }
}

static void
add_spread(const struct making *making)
{
    const struct lewis_team_figures *f = making->figures;
    struct text text = {0};

    head(making, SAY_TEAM_SPREAD);
    team_say_distances(&text, making->lang, &f->spread);
    finish(making, TONE_PLAIN, &text);
    team_say_axis(&text, making->lang, &f->spread);
    finish(making, TONE_PLAIN, &text);
    team_say_axis_basis(&text, making->lang, &f->spread, f->n);
    finish(making, TONE_QUIET, &text);
    if (making->report->edition == LEWIS_EDITION_TRAINER) {
        team_say_medoid(&text, making->lang, f);
        team_say_outliers(&text, making->lang, f);
    }
    finish(making, TONE_PLAIN, &text);
}

/* Why people are without a group, where a workshop knows it. */
static void
add_pooled(const struct making *making, const struct lewis_grouping *grouping)
{
    const struct lewis_team_report *report = making->report;
    struct text names = {0}, text = {0};

    for (size_t i = 0; i < report->pooled_count; i++) {
        text_add(&names, words_joint(making->lang, i, report->pooled_count));
        text_add(&names, report->pooled[i]);
    }
    if (grouping->unlabelled > 0 && report->pooled_count > 0)
        text_print(&text, phrase(making->lang, SAY_TEAM_POOLED),
                   text_string(&names), making->figures->min_group);
    text_release_into(&names, &text);
    finish(making, TONE_QUIET, &text);
}

static void
add_grouping(const struct making *making,
             const struct lewis_grouping *grouping)
{
    struct text text = {0};

    text_print(&text, phrase(making->lang, SAY_TEAM_BY), grouping->column);
    document_heading(making->document, text_string(&text));
    text_release(&text);
    for (size_t g = 0; g < grouping->count; g++) {
        const struct lewis_group *group = &grouping->group[g];

        text_print(&text, phrase(making->lang, SAY_TEAM_GROUP), group->label,
                   group->center.n);
        team_say_shares(&text, making->lang, &group->center);
        document_item(making->document, NULL, text_string(&text));
        text_release(&text);
    }
    team_say_hidden(&text, &making->look, grouping, making->figures->min_group,
                    making->report->edition == LEWIS_EDITION_TRAINER);
    finish(making, TONE_QUIET, &text);
    add_pooled(making, grouping);
    team_say_places(&text, making->lang, grouping);
    finish(making, TONE_PLAIN, &text);
    team_say_places_basis(&text, making->lang, grouping);
    finish(making, TONE_QUIET, &text);
    team_say_spreads(&text, making->lang, grouping);
    finish(making, TONE_PLAIN, &text);
    team_say_spreads_basis(&text, making->lang, grouping);
    finish(making, TONE_QUIET, &text);
}

static void
add_faultline(const struct making *making)
{
    const struct lewis_faultline *line = &making->figures->faultline;
    struct text text = {0};

    head(making, SAY_TEAM_FAULTLINE);
    team_say_faultline(&text, making->lang, line);
    finish(making, TONE_PLAIN, &text);
    team_say_faultline_basis(&text, making->lang, line);
    finish(making, TONE_QUIET, &text);
    for (unsigned char side = 0; side < 2; side++) {
        if (making->report->edition == LEWIS_EDITION_TRAINER)
            team_say_side(&text, making->lang, making->figures, side);
        finish(making, TONE_PLAIN, &text);
    }
}

static void
add_move(const struct making *making)
{
    struct text text = {0};

    if (making->figures->move.presence == LEWIS_NOT_ASKED)
        return;
    head(making, SAY_TEAM_MOVE);
    team_say_move(&text, &making->look, making->figures);
    finish(making, TONE_PLAIN, &text);
    team_say_move_basis(&text, making->lang, &making->figures->move);
    finish(making, TONE_QUIET, &text);
}

static void
add_task(const struct making *making, const struct lewis_task_fit *task)
{
    struct text text = {0};

    team_say_task(&text, making->lang, making->figures, task);
    document_item(making->document,
                  lewis_text_in(task->task->name, making->lang),
                  text_string(&text));
    text_release(&text);
}

/* Tasks name people: an edition that names nobody says that they are left
 * out. */
static void
add_tasks(const struct making *making)
{
    const struct lewis_fit *fit = &making->figures->fit;
    struct text text = {0};

    if (fit->presence == LEWIS_NOT_ASKED)
        return;
    head(making, SAY_TEAM_TASKS);
    if (!named(making)) {
        add(making, TONE_PLAIN, SAY_TEAM_TASKS_WITHHELD);
        return;
    }
    team_say_tasks(&text, making->lang, fit);
    finish(making, TONE_PLAIN, &text);
    for (size_t t = 0; t < fit->count; t++)
        add_task(making, &fit->task[t]);
}

/* "62 (45-78)", on one line: the head says that these are per cent. */
static void
add_points(struct text *text, const struct lewis_score *score, int s)
{
    text_print(text, "%.0f", 100 * fmax(score->share[s], 0));
    if (!isnan(score->low[s]) && !isnan(score->high[s]))
        text_print(text, "\xC2\xA0(%.0f\xE2\x80\x93%.0f)",
                   100 * fmax(score->low[s], 0), 100 * score->high[s]);
}

static void
add_member(const struct making *making, size_t index)
{
    const struct lewis_member *member = &making->figures->member[index];
    const struct lewis_score *score = &member->score;
    struct text share[LEWIS_STYLES] = {{0}}, first = {0};
    const char *cell[4 + LEWIS_STYLES], *team;
    size_t count = 0;
    char number[24];

    snprintf(number, sizeof number, "%zu", index + 1);
    person_add_topic(&first, making->lang, score);
    cell[count++] = number;
    cell[count++] = member->id;
    if (has_teams(making->figures)) {
        team = team_of(making->figures, index);
        cell[count++] = team == NULL ? "\xE2\x80\x93" : team;
    }
    cell[count++] = text_string(&first);
    for (int s = 0; s < LEWIS_STYLES; s++) {
        add_points(&share[s], score, s);
        cell[count++] = text_string(&share[s]);
    }
    document_row(making->document, cell);
    for (int s = 0; s < LEWIS_STYLES; s++)
        text_release(&share[s]);
    text_release(&first);
}

/* The head of a column of one's own is told as it was given. */
static const char *
group_title(const struct making *making)
{
    const char *column = making->figures->grouping->column;

    return strcmp(column, "team") == 0
               ? phrase(making->lang, SAY_TEAM_COLUMN)
               : column;
}

static void
add_members(const struct making *making)
{
    const struct lewis_team_figures *f = making->figures;
    const char *cell[4 + LEWIS_STYLES];
    struct text key = {0};
    size_t count = 0;

    if (!named(making))
        return;
    cell[count++] = phrase(making->lang, SAY_NUMBER);
    cell[count++] = phrase(making->lang, SAY_NAME);
    if (has_teams(f))
        cell[count++] = group_title(making);
    cell[count++] = phrase(making->lang, SAY_COMES_FIRST);
    for (int s = 0; s < LEWIS_STYLES; s++)
        cell[count++] = words_style_title(making->lang, (enum lewis_style)s);
    head(making, SAY_TEAM_MEMBERS);
    document_table(making->document, count, cell);
    for (size_t i = 0; i < f->members; i++)
        add_member(making, i);
    text_add(&key, phrase(making->lang, SAY_TEAM_MEMBERS_KEY));
    if (has_teams(f) &&
        (f->grouping->hidden_groups > 0 || f->grouping->unlabelled > 0))
        text_print(&key, " %s", phrase(making->lang, SAY_TEAM_MEMBERS_DASH));
    finish(making, TONE_QUIET, &key);
}

static void
write_inside(const struct making *making)
{
    document_page(making->document, phrase(making->lang, SAY_TEAM_SPREAD));
    add_counts(making);
    add_spread(making);
    for (size_t i = 0; i < making->figures->groupings; i++)
        add_grouping(making, &making->figures->grouping[i]);
    add_faultline(making);
    add_move(making);
    add_members(making);
    add_tasks(making);
}

/* --- a partner --- */

static void
add_meeting(const struct making *making, enum lewis_style from,
            enum lewis_style with)
{
    const struct lewis_meeting *meeting =
        lewis_advice_meeting(making->report->advice, from, with);
    struct text line = {0};

    text_print(&line, phrase(making->lang, SAY_MEETING),
               words_style(making->lang, from),
               words_style(making->lang, with));
    document_subheading(making->document, text_string(&line));
    text_release(&line);
    document_text(making->document, TONE_PLAIN,
                  lewis_text_in(meeting->text, making->lang));
    for (size_t i = 0; i < meeting->tip_count && i < TIPS; i++)
        document_item(making->document, NULL,
                      lewis_text_in(meeting->tip[i], making->lang));
}

/* For each style that people here may put first, with the partner's. */
static void
add_meetings(const struct making *making, unsigned partner)
{
    for (int from = 0; from < LEWIS_STYLES; from++)
        for (int with = 0; with < LEWIS_STYLES; with++)
            if (partner >> with & 1)
                add_meeting(making, (enum lewis_style)from,
                            (enum lewis_style)with);
}

static void
write_partner(const struct making *making)
{
    const struct lewis_gap *gap = &making->figures->gap;
    struct text text = {0};

    if (gap->presence == LEWIS_NOT_ASKED)
        return;
    text_print(&text, phrase(making->lang, SAY_TEAM_PARTNER), gap->name);
    document_page(making->document, text_string(&text));
    document_heading(making->document, text_string(&text));
    text_release(&text);
    if (gap->presence != LEWIS_PRESENT) {
        text_print(&text, phrase(making->lang, SAY_TEAM_PARTNER_WITHHELD),
                   gap->name);
        finish(making, TONE_PLAIN, &text);
        return;
    }
    team_say_way(&text, making->lang, gap);
    team_say_gap(&text, making->lang, gap);
    finish(making, TONE_PLAIN, &text);
    if (making->report->edition == LEWIS_EDITION_TRAINER)
        team_say_bridges(&text, making->lang, making->figures);
    finish(making, TONE_PLAIN, &text);
    if (gap->kind == LEWIS_PARTNER_COUNTRY)
        add(making, TONE_QUIET, SAY_CAVEAT);
    if (making->report->advice == NULL || gap->country == NULL)
        return;
    add(making, TONE_PLAIN, SAY_LOOK_FIRST);
    add_meetings(making, meetings_leaning(gap->country));
}

/* --- for the trainer --- */

static void
add_questions(const struct making *making)
{
    const struct lewis_agenda *agenda = making->report->agenda;

    head(making, SAY_TRAINER_QUESTIONS);
    for (size_t i = 0; i < lewis_agenda_questions(agenda); i++)
        document_item(making->document, NULL,
                      lewis_text_in(lewis_agenda_question(agenda, i),
                                    making->lang));
}

static void
add_plan(const struct making *making)
{
    const struct lewis_agenda *agenda = making->report->agenda;
    const char *const cell[] = {phrase(making->lang, SAY_TRAINER_MINUTES),
                                phrase(making->lang, SAY_TRAINER_STEP),
                                phrase(making->lang, SAY_TRAINER_WHAT)};
    int minute = 0;

    document_heading(making->document,
                     lewis_text_in(lewis_agenda_title(agenda), making->lang));
    document_table(making->document, 3, cell);
    for (size_t i = 0; i < lewis_agenda_steps(agenda); i++) {
        const struct lewis_step *step = lewis_agenda_step(agenda, i);
        char minutes[48];
        const char *const row[] = {minutes,
                                   lewis_text_in(step->name, making->lang),
                                   lewis_text_in(step->text, making->lang)};

        snprintf(minutes, sizeof minutes, "%d\xE2\x80\x93%d", minute,
                 minute + step->minutes);
        minute += step->minutes;
        document_row(making->document, row);
    }
}

static void
write_trainer(const struct making *making)
{
    if (making->report->edition != LEWIS_EDITION_TRAINER ||
        making->report->agenda == NULL)
        return;
    document_page(making->document, phrase(making->lang, SAY_TRAINER));
    add_questions(making);
    add_plan(making);
}

static void
write_limits(const struct making *making)
{
    static const enum phrase lines[] = {SAY_TEAM_METHOD_STYLE,
                                        SAY_TEAM_METHOD_P,
                                        SAY_TEAM_METHOD_SELECT};
    struct text text = {0};

    if (making->report->advice != NULL)
        document_text(
            making->document, TONE_NOTICE,
            lewis_text_in(lewis_advice_warning(making->report->advice),
                          making->lang));
    head(making, SAY_TEAM_METHOD);
    text_print(&text, phrase(making->lang, SAY_TEAM_SCALE),
               100 * making->figures->level);
    finish(making, TONE_QUIET, &text);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        text_add(&text, phrase(making->lang, lines[i]));
        finish(making, TONE_QUIET, &text);
    }
}

static void
write_withheld(const struct making *making)
{
    const struct lewis_team_figures *f = making->figures;
    struct text text = {0};

    if (f->n < f->min_group)
        text_print(&text, phrase(making->lang, SAY_TEAM_WITHHELD),
                   f->min_group, f->n);
    else
        text_print(&text, phrase(making->lang, SAY_TEAM_WITHHELD_BESIDE),
                   f->beside);
    finish(making, TONE_PLAIN, &text);
}

static bool
write_all(const struct making *making, struct lewis_error *error)
{
    add_origin(making);
    add_absent(making);
    add_withheld(making);
    add_repeated(making);
    if (making->figures->presence != LEWIS_PRESENT) {
        write_withheld(making);
        return true;
    }
    if (!write_summary(making, error))
        return false;
    write_inside(making);
    write_partner(making);
    write_trainer(making);
    write_limits(making);
    return true;
}

struct lewis_document *
lewis_report_team_document(const struct lewis_team_report *report,
                           const struct lewis_document_options *options,
                           struct lewis_error *error)
{
    const char *name = report->title != NULL && *report->title != '\0'
                           ? report->title
                           : report->figures->name;
    struct making making = {.report = report,
                            .figures = report->figures,
                            .look = {.atlas = report->atlas,
                                     .lang = options->lang,
                                     .least_option = report->least_option},
                            .lang = options->lang};
    bool ok;

    if (name == NULL || *name == '\0')
        name = phrase(options->lang, SAY_TEAM);
    making.document = document_new(options, name,
                                   phrase(options->lang, SAY_SUBJECT_TEAM));
    if (making.document == NULL) {
        error_memory(error);
        return NULL;
    }
    ok = write_all(&making, error);
    if (ok && document_ok(making.document))
        return making.document;
    if (ok)
        error_memory(error);
    lewis_document_free(making.document);
    return NULL;
}
