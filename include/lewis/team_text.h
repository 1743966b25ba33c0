/* lewis/team_text.h - the figures of a team in words, as rows, and as JSON.
 *
 * All three are made from struct lewis_team_figures and nothing else: what is
 * not in there, for privacy or for want of people, is in none of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_TEAM_TEXT_H
#define LEWIS_TEAM_TEXT_H

#include <lewis/country.h>
#include <lewis/error.h>
#include <lewis/figures.h>
#include <lewis/output.h>
#include <lewis/page.h>

LEWIS_BEGIN

/* What the figures are told with. */
struct lewis_team_look {
    const struct lewis_atlas *atlas; /* that the figures were made with; or
                                        NULL */
    const char *lang;                /* of all texts */
    bool ascii;                      /* a minus is "-" */
    const char *least_option; /* what changes options.min_group, "--min-group",
                                 to be named where groups are hidden; or
                                 NULL */
};

/* Adds every figure with a sentence. False with *error set (ENOMEM). */
LEWIS_API bool lewis_team_page(const struct lewis_team_figures *figures,
                               const struct lewis_team_look *look,
                               struct lewis_page *page,
                               struct lewis_error *error);

/* Writes one row a figure, columns separated by tabs: figure, of, value, low,
 * high, n, p, p_least; what is not there is empty. Names are never
 * translated. */
LEWIS_API void lewis_team_rows(const struct lewis_team_figures *figures,
                               struct lewis_output *output);

/* Writes one JSON object, ended by a line end. Keys are never translated; a
 * figure that is not there is null, or tells why: {"presence": "withheld"}.
 * False with *error set (ENOMEM). */
LEWIS_API bool lewis_team_json(const struct lewis_team_figures *figures,
                               struct lewis_output *output,
                               struct lewis_error *error);

/* "present", "not asked", "too few", "withheld", "too many". */
LEWIS_API const char *lewis_presence_keyword(enum lewis_presence presence);

LEWIS_END

#endif
