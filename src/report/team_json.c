/* team_json.c - the figures of a team as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include <lewis/team_text.h>

#include "base/error.h"
#include "base/text.h"

/* A document on its way. */
struct json {
    struct text text;
    bool first; /* nothing stands in this object or list yet */
};

static void
key(struct json *json, const char *name)
{
    text_add(&json->text, json->first ? "" : ",");
    json->first = false;
    if (name != NULL)
        text_print(&json->text, "\"%s\":", name);
}

static void
begin(struct json *json, const char *name, const char *bracket)
{
    key(json, name);
    text_add(&json->text, bracket);
    json->first = true;
}

static void
end(struct json *json, const char *bracket)
{
    text_add(&json->text, bracket);
    json->first = false;
}

static void
number(struct json *json, const char *name, double x)
{
    key(json, name);
    if (isfinite(x))
        text_print(&json->text, "%.9g", x);
    else
        text_add(&json->text, "null");
}

static void
count(struct json *json, const char *name, size_t n)
{
    key(json, name);
    text_print(&json->text, "%zu", n);
}

static void
word(struct json *json, const char *name, const char *string)
{
    key(json, name);
    if (string == NULL)
        text_add(&json->text, "null");
    else
        text_add_json(&json->text, string, strlen(string));
}

static void
flag(struct json *json, const char *name, bool is)
{
    key(json, name);
    text_add(&json->text, is ? "true" : "false");
}

/* {"presence": "..."}; true when there is more to say. */
static bool
presence(struct json *json, enum lewis_presence presence)
{
    word(json, "presence", lewis_presence_keyword(presence));
    return presence == LEWIS_PRESENT;
}

static void
triple(struct json *json, const char *name, const double share[])
{
    begin(json, name, "{");
    for (int s = 0; s < LEWIS_STYLES; s++)
        number(json, lewis_style_keyword((enum lewis_style)s), share[s]);
    end(json, "}");
}

static void
ellipse(struct json *json, const char *name,
        const struct lewis_ellipse *ellipse, bool is)
{
    if (!is) {
        word(json, name, NULL);
        return;
    }
    begin(json, name, "{");
    number(json, "x", ellipse->center.x);
    number(json, "y", ellipse->center.y);
    number(json, "major", ellipse->major);
    number(json, "minor", ellipse->minor);
    number(json, "angle", ellipse->angle);
    end(json, "}");
}

static void
center(struct json *json, const char *name, const struct lewis_center *center)
{
    begin(json, name, "{");
    count(json, "n", center->n);
    number(json, "x", center->point.x);
    number(json, "y", center->point.y);
    triple(json, "share", center->share);
    triple(json, "low", center->low);
    triple(json, "high", center->high);
    ellipse(json, "region", &center->region, center->has_region);
    word(json, "style", lewis_styles_keyword(center->styles));
    end(json, "}");
}

static void
counts(struct json *json, const struct lewis_style_counts *styles)
{
    begin(json, "styles", "{");
    for (unsigned bits = 1; bits < 8; bits++)
        if ((styles->hidden >> bits & 1) != 0)
            word(json, lewis_styles_keyword(bits), NULL);
        else
            count(json, lewis_styles_keyword(bits), styles->of[bits]);
    count(json, "hidden_people", styles->hidden_people);
    end(json, "}");
}

static void
test(struct json *json, const char *name, const struct lewis_test *test)
{
    begin(json, name, "{");
    number(json, "f", test->statistic);
    number(json, "p", test->p);
    number(json, "p_least", test->p_least);
    count(json, "permutations", test->permutations);
    flag(json, "exact", test->exact);
    count(json, "n", test->n);
    count(json, "groups", test->groups);
    end(json, "}");
}

static void
write_spread(struct json *json, const struct lewis_spread *spread)
{
    begin(json, "spread", "{");
    if (presence(json, spread->presence)) {
        number(json, "standard_distance", spread->standard_distance);
        number(json, "mean_pairwise", spread->mean_pairwise);
        ellipse(json, "persons", &spread->persons, spread->has_persons);
        number(json, "major", spread->major);
        number(json, "minor", spread->minor);
        number(json, "angle", spread->angle);
        number(json, "part", spread->part);
        triple(json, "axis", spread->axis);
        word(json, "from", lewis_style_keyword(spread->from));
        word(json, "toward", lewis_style_keyword(spread->toward));
        number(json, "p", spread->p);
    }
    end(json, "}");
}

static void
write_member(struct json *json, const struct lewis_team_figures *f, size_t i)
{
    const struct lewis_member *member = &f->member[i];

    begin(json, NULL, "{");
    word(json, "id", member->id);
    triple(json, "share", member->score.share);
    word(json, "style", lewis_styles_keyword(member->score.styles));
    number(json, "distance", member->distance);
    number(json, "robust", member->robust);
    flag(json, "outlier", member->outlier);
    if (f->faultline.member_side != NULL)
        count(json, "side", f->faultline.member_side[i]);
    end(json, "}");
}

static void
write_members(struct json *json, const struct lewis_team_figures *f)
{
    if (f->member == NULL) {
        word(json, "members", NULL);
        return;
    }
    begin(json, "members", "[");
    for (size_t i = 0; i < f->members; i++)
        write_member(json, f, i);
    end(json, "]");
    key(json, "medoid");
    if (f->medoid < f->members)
        text_print(&json->text, "%zu", f->medoid);
    else
        text_add(&json->text, "null");
    begin(json, "outliers", "{");
    if (presence(json, f->outliers.presence)) {
        flag(json, "robust", f->outliers.robust);
        number(json, "cutoff", f->outliers.cutoff);
        begin(json, "members", "[");
        for (size_t k = 0; k < f->outliers.count; k++)
            count(json, NULL, f->outliers.member[k]);
        end(json, "]");
    }
    end(json, "}");
}

static void
write_grouping(struct json *json, const struct lewis_grouping *grouping)
{
    begin(json, NULL, "{");
    word(json, "column", grouping->column);
    presence(json, grouping->presence);
    count(json, "hidden_groups", grouping->hidden_groups);
    count(json, "hidden_people", grouping->hidden_people);
    count(json, "unlabelled", grouping->unlabelled);
    begin(json, "groups", "[");
    for (size_t g = 0; g < grouping->count; g++) {
        const struct lewis_group *group = &grouping->group[g];
        begin(json, NULL, "{");
        word(json, "label", group->label);
        center(json, "center", &group->center);
        number(json, "standard_distance", group->standard_distance);
        counts(json, &group->styles);
        end(json, "}");
    }
    end(json, "]");
    if (grouping->tested) {
        number(json, "r2", grouping->r2);
        test(json, "places", &grouping->places);
        test(json, "spreads", &grouping->spreads);
    }
    end(json, "}");
}

static void
write_faultline(struct json *json, const struct lewis_faultline *line)
{
    begin(json, "faultline", "{");
    if (presence(json, line->presence)) {
        number(json, "between", line->between);
        number(json, "usual", line->usual);
        number(json, "usual_high", line->usual_high);
        number(json, "p", line->p);
        number(json, "p_least", line->p_least);
        count(json, "draws", line->draws);
        flag(json, "exact", line->exact);
        number(json, "silhouette", line->silhouette);
        count(json, "least", line->least);
        begin(json, "sides", "[");
        for (int s = 0; s < 2; s++) {
            begin(json, NULL, "{");
            count(json, "n", line->side_n[s]);
            if (line->sides == LEWIS_PRESENT)
                center(json, "center", &line->side[s]);
            end(json, "}");
        }
        end(json, "]");
        number(json, "gap", line->gap);
    }
    end(json, "}");
}

static void
write_move(struct json *json, const struct lewis_move *move)
{
    begin(json, "move", "{");
    if (presence(json, move->presence)) {
        count(json, "n", move->n);
        count(json, "only_now", move->only_now);
        count(json, "only_before", move->only_before);
        triple(json, "share", move->share);
        triple(json, "low", move->low);
        triple(json, "high", move->high);
        number(json, "distance", move->distance);
        number(json, "each", move->each);
        number(json, "t2", move->t2);
        number(json, "f", move->f);
        number(json, "p", move->p);
    }
    end(json, "}");
}

static void
write_near(struct json *json, const char *name, const struct lewis_near near[],
           size_t n)
{
    begin(json, name, "[");
    for (size_t k = 0; k < n; k++) {
        begin(json, NULL, "{");
        count(json, "member", near[k].member);
        number(json, "distance", near[k].distance);
        flag(json, "open", near[k].open);
        end(json, "}");
    }
    end(json, "]");
}

static void
write_gap(struct json *json, const struct lewis_gap *gap)
{
    static const char *const kinds[] = {"none", "country", "team", "person"};

    begin(json, "gap", "{");
    if (presence(json, gap->presence)) {
        word(json, "kind", kinds[gap->kind]);
        word(json, "name", gap->name);
        word(json, "iso", gap->country == NULL ? NULL : gap->country->iso);
        count(json, "n", gap->n);
        triple(json, "partner", gap->partner);
        triple(json, "share", gap->share);
        triple(json, "low", gap->share_low);
        triple(json, "high", gap->share_high);
        number(json, "distance", gap->distance);
        number(json, "distance_low", gap->low);
        number(json, "distance_high", gap->high);
        number(json, "slack", gap->slack);
        flag(json, "open", gap->open);
        if (gap->bridge != NULL)
            write_near(json, "bridges", gap->bridge, gap->bridges);
    }
    end(json, "}");
}

static void
write_fit(struct json *json, const struct lewis_fit *fit)
{
    begin(json, "tasks", "{");
    if (presence(json, fit->presence)) {
        flag(json, "assigned", fit->assigned);
        number(json, "total", fit->total);
        begin(json, "tasks", "[");
        for (size_t t = 0; t < fit->count; t++) {
            begin(json, NULL, "{");
            word(json, "id", fit->task[t].task->id);
            begin(json, "assigned", "[");
            for (size_t k = 0; k < fit->task[t].assigned_count; k++)
                count(json, NULL, fit->task[t].assigned[k]);
            end(json, "]");
            write_near(json, "near", fit->task[t].near, fit->task[t].count);
            end(json, "}");
        }
        end(json, "]");
    }
    end(json, "}");
}

static void
write_nearest(struct json *json, const struct lewis_team_figures *f)
{
    begin(json, "nearest", "[");
    for (size_t k = 0; k < f->nears; k++) {
        begin(json, NULL, "{");
        count(json, "place", f->near[k].place);
        number(json, "distance", f->near[k].distance);
        flag(json, "open", f->near[k].open);
        end(json, "}");
    }
    end(json, "]");
}

static void
write_all(struct json *json, const struct lewis_team_figures *f)
{
    center(json, "center", &f->center);
    counts(json, &f->styles);
    write_spread(json, &f->spread);
    write_members(json, f);
    begin(json, "groupings", "[");
    for (size_t c = 0; c < f->groupings; c++)
        write_grouping(json, &f->grouping[c]);
    end(json, "]");
    write_faultline(json, &f->faultline);
    write_move(json, &f->move);
    write_gap(json, &f->gap);
    write_nearest(json, f);
    write_fit(json, &f->fit);
}

bool
lewis_team_json(const struct lewis_team_figures *figures,
                struct lewis_output *output, struct lewis_error *error)
{
    struct json json = {.first = true};
    bool ok;

    begin(&json, NULL, "{");
    word(&json, "name", figures->name);
    count(&json, "people", figures->people);
    count(&json, "n", figures->n);
    number(&json, "level", figures->level);
    count(&json, "min_group", figures->min_group);
    flag(&json, "anonymous", figures->anonymous);
    if (presence(&json, figures->presence))
        write_all(&json, figures);
    end(&json, "}");
    text_add(&json.text, "\n");
    ok = text_ok(&json.text);
    if (ok)
        lewis_output_write(output, text_string(&json.text), json.text.size);
    text_release(&json.text);
    return ok || error_memory(error);
}
