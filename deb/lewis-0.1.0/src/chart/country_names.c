/* country_names.c - which names stand on a place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/country_labels.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

static bool
has(const char *const *name, size_t names, const char *what)
{
    for (size_t i = 0; i < names; i++)
        if (strcmp(name[i], what) == 0)
            return true;
    return false;
}

/* What is shown, see lewis/country.h; and from where nearness is counted. */
struct choice {
    const struct lewis_atlas *atlas;
    const struct lewis_selection *selection;
    enum lewis_selecting kind;
    const char *lang;
    bool by_figure;                 /* regions by their names */
    const struct lewis_point *near; /* NULL: nowhere */
};

static bool
is_named(const struct choice *choice, size_t country)
{
    return choice->by_figure ? lewis_atlas_in_figure(choice->atlas, country)
                             : lewis_selection_has(choice->selection, country);
}

/* Adds the names of a place, countries before regions. */
static void
add_names(struct country_label *label, const char **name,
          const struct choice *choice, size_t place, bool regions)
{
    for (size_t i = 0; i < lewis_atlas_count(choice->atlas); i++) {
        const struct lewis_country *country = lewis_atlas_at(choice->atlas, i);
        bool by_region = choice->by_figure && country->region != NULL;
        const char *text;

        if (country->place != place || by_region != regions ||
            (!by_region && !is_named(choice, i)))
            continue;
        text = lewis_text_in(by_region ? country->region : country->name,
                             choice->lang);
        if (!has(name, label->names, text))
            name[label->names++] = text;
    }
}

/* Every country of the place, or those that were asked for. */
static const char *
hover_text(struct arena *arena, const struct choice *choice, size_t place)
{
    struct text text = {0};

    for (size_t i = 0; i < lewis_atlas_count(choice->atlas); i++) {
        const struct lewis_country *country = lewis_atlas_at(choice->atlas, i);

        if (country->place != place ||
            (!choice->by_figure && !is_named(choice, i)))
            continue;
        text_add(&text, text.size > 0 ? ", " : "");
        text_add(&text, lewis_text_in(country->name, choice->lang));
    }
    return typeset_keep(arena, &text);
}

/* How many places are nearer; of places equally near, the first is. */
static size_t
nearer_places(const struct choice *choice, size_t place)
{
    double own = lewis_triangle_distance(
        lewis_atlas_place(choice->atlas, place), *choice->near);
    size_t nearer = 0;

    for (size_t i = 0; i < lewis_atlas_place_count(choice->atlas); i++) {
        double other = lewis_triangle_distance(
            lewis_atlas_place(choice->atlas, i), *choice->near);

        if (other < own - 1e-12 || (i < place && other <= own + 1e-12))
            nearer++;
    }
    return nearer;
}

static bool
is_shown(const struct choice *choice, size_t place)
{
    if (choice->kind != LEWIS_SELECT_NEAREST)
        return true;
    return choice->near != NULL &&
           nearer_places(choice, place) <
               lewis_selection_places(choice->selection);
}

/* Which side a place stands on: the one of its smallest share. */
static void
find_side(struct country_label *label)
{
    double share[LEWIS_STYLES];

    lewis_triangle_shares(label->point, share);
    label->inside = fmin(fmin(share[0], share[1]), share[2]) > 1e-6;
    for (int i = 0; i < LEWIS_STYLES; i++)
        if (share[i] > 1 - 1e-6) {
            label->side = COUNTRY_CORNER;
            label->corner = (enum lewis_style)i;
            return;
        }
    if (share[LEWIS_REACTIVE] <= fmin(share[LEWIS_LINEAR], share[LEWIS_MULTI]))
        label->side = COUNTRY_LEFT;
    else if (share[LEWIS_LINEAR] <= share[LEWIS_MULTI])
        label->side = COUNTRY_RIGHT;
    else
        label->side = COUNTRY_BELOW;
}

/* Room below the triangle: the distance to the nearest neighbours. */
static void
find_room(struct country_labels *labels)
{
    for (size_t i = 0; i < labels->count; i++) {
        struct country_label *label = &labels->label[i];

        label->below_pt = 1;
        for (size_t k = 0; k < labels->count; k++) {
            double apart = fabs(labels->label[k].point.x - label->point.x);

            if (k != i && labels->label[k].side == COUNTRY_BELOW &&
                !labels->label[k].inside)
                label->below_pt = fmin(label->below_pt, apart);
        }
    }
}

/* Nothing is added when none of the place's names is asked for. */
static void
add_place(struct country_labels *labels, struct arena *arena,
          const struct choice *choice, size_t place)
{
    struct country_label *label = &labels->label[labels->count];
    const char **name =
        arena_array(arena, lewis_atlas_count(choice->atlas), sizeof *name);

    if (name == NULL)
        return;
    *label = (struct country_label){
        .point = lewis_atlas_place(choice->atlas, place), .name = name};
    add_names(label, name, choice, place, false);
    add_names(label, name, choice, place, true);
    if (label->names == 0)
        return;
    find_side(label);
    label->hover = hover_text(arena, choice, place);
    labels->count++;
}

struct country_labels
country_labels_gather(struct arena *arena,
                      const struct lewis_chart_options *options,
                      const struct lewis_point *near)
{
    struct country_labels labels = {.shown = true};
    struct choice choice = {.atlas = options->atlas,
                            .selection = options->countries,
                            .lang = options->lang,
                            .near = near};
    size_t places =
        choice.atlas == NULL ? 0 : lewis_atlas_place_count(choice.atlas);

    if (choice.selection != NULL)
        choice.kind = lewis_selection_kind(choice.selection);
    choice.by_figure = choice.kind == LEWIS_SELECT_FIGURE ||
                       choice.kind == LEWIS_SELECT_NEAREST;
    if (places > 0)
        labels.label = arena_array(arena, places, sizeof *labels.label);
    for (size_t i = 0; labels.label != NULL && i < places; i++)
        if (is_shown(&choice, i))
            add_place(&labels, arena, &choice, i);
    find_room(&labels);
    return labels;
}

const char *
country_labels_left_out(const struct country_labels *labels,
                        struct arena *arena)
{
    struct text text = {0};

    for (size_t i = 0; i < labels->count; i++) {
        const struct country_label *label = &labels->label[i];

        for (size_t k = label->names - label->left_out; k < label->names; k++) {
            text_add(&text, text.size == 0                       ? ""
                            : k > label->names - label->left_out ? ", "
                                                                 : "; ");
            if (k == label->names - label->left_out)
                text_print(&text, "with %s: ", label->name[0]);
            text_add(&text, label->name[k]);
        }
    }
    return typeset_keep(arena, &text);
}

const char *
country_labels_listed(const struct country_labels *labels, struct arena *arena)
{
    struct text text = {0};

    for (size_t i = 0; i < labels->count; i++)
        for (size_t k = 0; labels->label[i].listed && k < labels->label[i].names;
             k++) {
            text_add(&text, text.size > 0 ? ", " : "");
            text_add(&text, labels->label[i].name[k]);
        }
    return typeset_keep(arena, &text);
}

size_t
country_labels_missing(const struct country_labels *labels)
{
    size_t missing = 0;

    for (size_t i = 0; i < labels->count; i++)
        missing += labels->label[i].left_out;
    return missing;
}
