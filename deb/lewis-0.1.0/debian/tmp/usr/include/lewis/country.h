/* lewis/country.h - reference points: where the published figure puts
 * countries, and how well that is known.
 *
 * They are ordinal and illustrative. Only the order along the edges of the
 * triangle is sourced; the equal spacing of the steps is a convention. People
 * of one country differ widely (about 80 % of the variation in cultural values
 * lies within countries: Taras, Steel & Kirkman 2016,
 * doi 10.1007/s11575-016-0283-x).
 *
 * A user's file may hold points of its own: measured on n people with a
 * standard deviation, anywhere in the triangle. For what is no country there
 * are the codes that ISO 3166-1 leaves to users: AA, QM-QZ, XA-XZ, ZZ.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_COUNTRY_H
#define LEWIS_COUNTRY_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/style.h>
#include <lewis/text.h>

LEWIS_BEGIN

struct lewis_atlas;

struct lewis_country {
    const char *iso;   /* ISO 3166-1 alpha-2, upper case */
    const struct lewis_text *name;
    const struct lewis_text *region; /* the figure's own label, when it names
                                        a region and not the country; or NULL */
    const struct lewis_text *note;   /* or NULL */
    bool measured; /* a user's own point, from n people; else ordinal */
    int n;         /* measured: people */
    double sd;     /* measured: of the people's points, in sides (0..1) */
    enum lewis_style from, toward; /* ordinal: the edge it stands on, */
    int step, steps;               /* 'step' of 'steps' along it */
    char confidence;                 /* 'A' (best) .. 'D' */
    const char *sources;             /* ids, separated by a space */
    double share[3]; /* measured, or what the step stands for by convention */
    struct lewis_point point;
    size_t place; /* countries with the same point have the same place:
                     0 .. lewis_atlas_place_count() - 1 */
};

/* Reads reference points from a file. Returns an atlas the caller frees with
 * lewis_atlas_free(), or NULL with *error set as lewis_bank_load() does. */
LEWIS_API struct lewis_atlas *lewis_atlas_load(const char *path,
                                               struct lewis_error *error);
LEWIS_API struct lewis_atlas *lewis_atlas_parse(const char *xml, size_t size,
                                                const char *name,
                                                struct lewis_error *error);
LEWIS_API void lewis_atlas_free(struct lewis_atlas *atlas);

/* True when the file's outermost element is that of reference points. */
LEWIS_API bool lewis_atlas_sniff(const char *path);

/* Everything there is to say against such a file, as lewis_bank_check(). */
LEWIS_API bool lewis_atlas_check(const char *path,
                                 struct lewis_finding **findings,
                                 size_t *count, struct lewis_error *error);

/* In the file's order. Views live as long as the atlas. */
LEWIS_API size_t lewis_atlas_count(const struct lewis_atlas *atlas);
LEWIS_API const struct lewis_country *
lewis_atlas_at(const struct lewis_atlas *atlas, size_t index);

/* The country of an ISO code (any case) or a name in any of the file's
 * languages; or NULL. */
LEWIS_API const struct lewis_country *
lewis_atlas_find(const struct lewis_atlas *atlas, const char *what);

/* The same; an unknown one is NULL with *error set (EINVALID), with the name
 * that was meant when one is near. */
LEWIS_API const struct lewis_country *
lewis_atlas_search(const struct lewis_atlas *atlas, const char *what,
                   struct lewis_error *error);

/* The sources that the file names: their ids, and what an id stands for (NULL
 * when not known). */
LEWIS_API size_t lewis_atlas_source_count(const struct lewis_atlas *atlas);
LEWIS_API const char *lewis_atlas_source_id(const struct lewis_atlas *atlas,
                                            size_t index);
LEWIS_API const char *lewis_atlas_source(const struct lewis_atlas *atlas,
                                         const char *id);

/* The languages that names come in. */
LEWIS_API size_t lewis_atlas_language_count(const struct lewis_atlas *atlas);
LEWIS_API const char *lewis_atlas_language(const struct lewis_atlas *atlas,
                                           size_t index);

/* What a confidence letter stands for; NULL when not known. */
LEWIS_API const struct lewis_text *
lewis_atlas_confidence(const struct lewis_atlas *atlas, char confidence);

/* Places: the different points that countries stand on. */
LEWIS_API size_t lewis_atlas_place_count(const struct lewis_atlas *atlas);
LEWIS_API struct lewis_point
lewis_atlas_place(const struct lewis_atlas *atlas, size_t place);

/* The codes that stand on a place, separated by a space, in the file's order.
 * Countries that the figure names only as part of a region (confidence D) are
 * left out where any other stands there. */
LEWIS_API const char *lewis_atlas_codes(const struct lewis_atlas *atlas,
                                        size_t place);

/* The place nearest to a point; of places equally near, the first. A NaN
 * point, or an atlas without countries, gives lewis_atlas_place_count(). */
LEWIS_API size_t lewis_atlas_nearest(const struct lewis_atlas *atlas,
                                     struct lewis_point point);

/* True when the figure names the country of that index, or where it stands
 * there is none that it names, nor a region: all but those of confidence D. */
LEWIS_API bool lewis_atlas_in_figure(const struct lewis_atlas *atlas,
                                     size_t index);

/* Which countries are shown. */
enum lewis_selecting {
    LEWIS_SELECT_FIGURE, /* what the figure names: countries, and regions in
                            place of theirs */
    LEWIS_SELECT_ALL,    /* every country by its own name */
    LEWIS_SELECT_NONE,
    LEWIS_SELECT_NEAREST, /* what the figure names on the nearest places */
    LEWIS_SELECT_LISTED   /* countries asked for, by their own names */
};

struct lewis_selection;

/* Reads "figure", "all", "none", "nearest:N" (1 to 999 places) or a list of
 * codes and names separated by commas, case ignored. Returns an object the
 * caller frees with lewis_selection_free(), which must not outlive the atlas,
 * or NULL with *error set (EINVALID, ENOMEM). */
LEWIS_API struct lewis_selection *
lewis_selection_parse(const struct lewis_atlas *atlas, const char *text,
                      struct lewis_error *error);
LEWIS_API void lewis_selection_free(struct lewis_selection *selection);

LEWIS_API enum lewis_selecting
lewis_selection_kind(const struct lewis_selection *selection);

/* Of LEWIS_SELECT_NEAREST: how many places; else 0. */
LEWIS_API size_t
lewis_selection_places(const struct lewis_selection *selection);

/* True when the country of that index in the atlas is shown by its own name;
 * for LEWIS_SELECT_FIGURE and LEWIS_SELECT_NEAREST, lewis_atlas_in_figure(). */
LEWIS_API bool lewis_selection_has(const struct lewis_selection *selection,
                                   size_t index);

LEWIS_END

#endif
