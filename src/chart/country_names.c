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

/* Countries the figure does not name (confidence D, no region) count only
 * where nothing else stands. */
static bool
only_guessed(const struct lewis_atlas *atlas, size_t place)
{
    for (size_t i = 0; i < lewis_atlas_count(atlas); i++) {
        const struct lewis_country *country = lewis_atlas_at(atlas, i);

        if (country->place == place &&
            (country->confidence != 'D' || country->region != NULL))
            return false;
    }
    return true;
}

/* Adds the names of a place, countries before regions. */
static void
add_names(struct country_label *label, const char **name,
          const struct lewis_atlas *atlas, size_t place, const char *lang,
          bool regions)
{
    bool guessed = only_guessed(atlas, place);

    for (size_t i = 0; i < lewis_atlas_count(atlas); i++) {
        const struct lewis_country *country = lewis_atlas_at(atlas, i);
        const char *text;

        if (country->place != place || (country->region != NULL) != regions)
            continue;
        if (!regions && country->confidence == 'D' && !guessed)
            continue;
        text = lewis_text_in(regions ? country->region : country->name, lang);
        if (!has(name, label->names, text))
            name[label->names++] = text;
    }
}

/* Every country of the place, whatever the label says. */
static const char *
hover_text(struct arena *arena, const struct lewis_atlas *atlas, size_t place,
           const char *lang)
{
    struct text text = {0};

    for (size_t i = 0; i < lewis_atlas_count(atlas); i++) {
        const struct lewis_country *country = lewis_atlas_at(atlas, i);

        if (country->place != place)
            continue;
        text_add(&text, text.size > 0 ? ", " : "");
        text_add(&text, lewis_text_in(country->name, lang));
    }
    return typeset_keep(arena, &text);
}

/* Which side a place stands on: the one of its smallest share. */
static void
find_side(struct country_label *label)
{
    double share[LEWIS_STYLES];

    lewis_triangle_shares(label->point, share);
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

            if (k != i && labels->label[k].side == COUNTRY_BELOW)
                label->below_pt = fmin(label->below_pt, apart);
        }
    }
}

struct country_labels
country_labels_gather(struct arena *arena, const struct lewis_atlas *atlas,
                      const char *lang)
{
    struct country_labels labels = {.shown = true};
    size_t places = atlas == NULL ? 0 : lewis_atlas_place_count(atlas);

    if (places > 0)
        labels.label = arena_array(arena, places, sizeof *labels.label);
    for (size_t i = 0; labels.label != NULL && i < places; i++) {
        struct country_label *label = &labels.label[i];
        const char **name =
            arena_array(arena, lewis_atlas_count(atlas), sizeof *name);

        if (name == NULL)
            break;
        label->point = lewis_atlas_place(atlas, i);
        find_side(label);
        add_names(label, name, atlas, i, lang, false);
        add_names(label, name, atlas, i, lang, true);
        label->name = name;
        label->hover = hover_text(arena, atlas, i, lang);
        labels.count = i + 1;
    }
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

size_t
country_labels_missing(const struct country_labels *labels)
{
    size_t missing = 0;

    for (size_t i = 0; i < labels->count; i++)
        missing += labels->label[i].left_out;
    return missing;
}
