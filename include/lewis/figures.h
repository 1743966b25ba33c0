/* lewis/figures.h - everything that is computed of a team, in one struct: what
 * text, table, JSON and reports are made from.
 *
 * Privacy is kept here, where the figures are made: a figure of fewer people
 * than options.min_group does not exist in any view, nor do figures from which
 * one could be reconstructed by taking sums and differences of what is given
 * (doc/method.md, section 7). An anonymous team has no members, no medoid, no
 * outliers, no bridges and no assignment: those pointers are NULL.
 *
 * The order in which people are added changes nothing but the order of
 * members and groups. All random numbers are seeded: same people, same figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_FIGURES_H
#define LEWIS_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/country.h>
#include <lewis/earlier.h>
#include <lewis/error.h>
#include <lewis/score.h>
#include <lewis/style.h>
#include <lewis/tasks.h>
#include <lewis/team.h>

LEWIS_BEGIN

enum {
    LEWIS_GROUP_LEAST = 3,    /* options.min_group is never below */
    LEWIS_TEAM_COLUMNS = 8,   /* that people can be grouped by */
    LEWIS_TEAM_NEAREST = 5
};

/* With whom or what the team is compared. */
enum lewis_partner_kind {
    LEWIS_PARTNER_NONE,
    LEWIS_PARTNER_COUNTRY,
    LEWIS_PARTNER_TEAM,
    LEWIS_PARTNER_PERSON
};

struct lewis_partner {
    enum lewis_partner_kind kind;
    const char *name;                    /* as it is to be shown */
    const struct lewis_country *country; /* of LEWIS_PARTNER_COUNTRY */
    struct lewis_cloud cloud;            /* of LEWIS_PARTNER_TEAM */
    const struct lewis_score *score;     /* of LEWIS_PARTNER_PERSON */
};

struct lewis_team_options {
    const char *name; /* of the team; NULL: none */
    double level;     /* of regions and intervals, 0..1 exclusive */
    size_t min_group; /* people that a figure needs at least */
    bool anonymous;
    struct lewis_partner partner;
    const struct lewis_tasks *tasks; /* or NULL */
    const struct lewis_atlas *atlas; /* for the nearest places; or NULL */
};

/* No name, level 0.90, min_group 5, named, no partner, no tasks, no atlas. */
LEWIS_API struct lewis_team_options lewis_team_defaults(void);

/* --- gathering people --- */

/* People on their way into figures; about 700 bytes each, and their texts. */
struct lewis_team;

/* Returns an object the caller frees with lewis_team_free(), or NULL with
 * *error set (ENOMEM). 'column' names what people are grouped by, 'columns' of
 * them, at most LEWIS_TEAM_COLUMNS. */
LEWIS_API struct lewis_team *lewis_team_new(const char *const column[],
                                            size_t columns,
                                            struct lewis_error *error);
LEWIS_API void lewis_team_free(struct lewis_team *team);

/* A text that need not end in NUL. */
struct lewis_label {
    const char *text;
    size_t size;
};

/* Adds a person with a label for each column (white space around it is left
 * out; an empty one: in no group of that column). 'then' is where the same
 * person was before, or NULL. Somebody without a profile is only counted. All
 * is copied. False with *error set on ENOMEM. */
LEWIS_API bool lewis_team_add(struct lewis_team *team, struct lewis_label id,
                              const struct lewis_score *score,
                              const struct lewis_label label[],
                              const struct lewis_place *then,
                              struct lewis_error *error);

/* People of the earlier measurement who were not found again: for privacy. */
LEWIS_API void lewis_team_gone(struct lewis_team *team, size_t count);

/* People with a profile who were left out, where the figures of all together
 * may be known too: an anonymous team has no figures when these are fewer than
 * min_group, for they could be taken from those of all. */
LEWIS_API void lewis_team_beside(struct lewis_team *team, size_t count);

/* --- figures --- */

/* Is a figure there? If not, why. */
enum lewis_presence {
    LEWIS_NOT_ASKED, /* no column, no partner, nothing earlier ... */
    LEWIS_PRESENT,
    LEWIS_TOO_FEW,   /* the method needs more people */
    LEWIS_WITHHELD,  /* it would tell about fewer than min_group people */
    LEWIS_TOO_MANY   /* people: it would take too long */
};

/* A permutation test. */
struct lewis_test {
    double statistic;    /* F; NaN when it is not defined */
    double p, p_least;   /* p_least: no p of this test can be below */
    size_t permutations; /* rearrangements that were looked at */
    bool exact;          /* these were all there are */
    size_t n, groups;
};

/* A centre: the mean of points, and how sure it is. */
struct lewis_center {
    size_t n;
    struct lewis_point point;
    double share[LEWIS_STYLES];
    double low[LEWIS_STYLES], high[LEWIS_STYLES]; /* NaN: n < 4 */
    bool has_region;
    struct lewis_ellipse region; /* of the mean */
    unsigned styles; /* bit i: style i may be the first, as far as the region
                        tells; without a region, all */
};

/* People by what may come first for them: [bits] as in struct lewis_score,
 * 1..7, and their sum. [7] are balanced. Of an anonymous team a count below
 * min_group is hidden, with another where it would follow from the rest; of its
 * groups all are. */
struct lewis_style_counts {
    size_t of[8];
    size_t n;
    unsigned hidden;      /* bit b: of[b] is not told, and 0 here */
    size_t hidden_people; /* in those together; 0, or min_group and more */
};

struct lewis_spread {
    enum lewis_presence presence;
    double standard_distance; /* root of the mean squared distance to the
                                 centre, in sides */
    double mean_pairwise;     /* of all pairs; NaN for more than 5,000 people */
    struct lewis_ellipse persons; /* that part (level) of persons, if normal */
    bool has_persons;             /* n >= 4 */
    /* What the team disagrees on: the direction in which it spreads most. */
    double major, minor, angle;     /* standard deviations along the axes */
    double part;                    /* of all variance, on the long axis */
    double axis[LEWIS_STYLES];      /* change of the shares for one side of
                                       length along it; axis[toward] > 0 */
    enum lewis_style from, toward;  /* what falls most and what rises most */
    double p; /* of the hypothesis that it spreads alike in all directions
                 (Mauchly 1940); NaN: n < 4 */
};

/* One person; of a team that is not anonymous. */
struct lewis_member {
    const char *id;           /* may be "" */
    struct lewis_score score; /* scored */
    double distance;          /* to the centre, in sides */
    double robust; /* distance from the middle of the others, in units of what
                      is usual; NaN: cannot be said */
    bool outlier;
    const char *const *label; /* one for each column */
    bool has_then;
    struct lewis_point then;
};

/* Somebody without a profile; of a team that is not anonymous. */
struct lewis_absentee {
    const char *id;        /* may be "" */
    enum lewis_status why; /* not LEWIS_SCORED */
};

/* People who stand apart from the others. */
struct lewis_outliers {
    enum lewis_presence presence;
    bool robust;    /* n >= 8: by the half that lies closest together (MCD);
                       else by the centre of the others */
    double cutoff;  /* a member's 'robust' above this is called an outlier */
    size_t *member; /* farthest first */
    size_t count;
};

struct lewis_group {
    const char *label;
    struct lewis_center center;
    double standard_distance;
    struct lewis_style_counts styles;
};

/* A group that is not shown: nothing but its name and size. */
struct lewis_hidden_group {
    const char *label;
    size_t n;
};

/* People by one column. */
struct lewis_grouping {
    const char *column;
    enum lewis_presence presence; /* WITHHELD: no group of it is shown */
    struct lewis_group *group;    /* shown, as they first appear among those
                                     added; of an anonymous team by label */
    size_t count;
    size_t hidden_groups, hidden_people; /* not shown, for privacy */
    size_t small_groups;                 /* of them: below min_group */
    struct lewis_hidden_group *hidden;   /* by label; NULL: anonymous */
    size_t least_for_all; /* the min_group, below the one there is, that would
                             show every group; 0: none, not the first column,
                             or anonymous */
    size_t unlabelled;                   /* people without a label */
    /* Of the groups shown, two or more: do their places differ, and do they
     * spread alike? */
    bool tested;
    double r2; /* part of all squared distance that lies between groups */
    struct lewis_test places, spreads;
};

struct lewis_faultline {
    enum lewis_presence presence;
    double between;                 /* part of the variance between the two */
    double usual, usual_high;       /* the same for teams of this size without
                                       any faultline: median and 95th percentile */
    double p, p_least;
    size_t draws;
    bool exact;                     /* the best of all splits by a line */
    double silhouette;              /* mean, -1..1 */
    double gap;                     /* of the two centres, in sides */
    size_t side_n[2];
    size_t least;                   /* people a side had to have */
    enum lewis_presence sides;      /* the centres */
    struct lewis_center side[2];
    unsigned char *member_side;     /* 0 or 1 by member; NULL: anonymous */
};

/* The same people before and now. */
struct lewis_move {
    enum lewis_presence presence;
    size_t n, only_now, only_before;
    double share[LEWIS_STYLES]; /* now less before, mean */
    double low[LEWIS_STYLES], high[LEWIS_STYLES];
    double distance; /* of the mean move, in sides */
    double each;     /* mean distance of the persons' own moves */
    struct lewis_ellipse region; /* of the move: its centre is the move */
    double t2, f, p; /* paired Hotelling; df 2 and n - 2 */
};

/* A place near the centre. */
struct lewis_neighbour {
    size_t place; /* of the atlas */
    double distance;
    bool open; /* cannot be told apart from the centre */
};

/* Somebody who stands near something. */
struct lewis_near {
    size_t member;
    double distance;
    bool open; /* cannot be told apart from the nearest by their own answers */
};

struct lewis_gap {
    enum lewis_presence presence;
    enum lewis_partner_kind kind;
    const char *name;
    const struct lewis_country *country;
    size_t n;                        /* of a partner team */
    struct lewis_point point;        /* the partner's */
    double partner[LEWIS_STYLES];
    double share[LEWIS_STYLES];      /* partner less centre: where to go */
    double share_low[LEWIS_STYLES], share_high[LEWIS_STYLES]; /* NaN: n < 4 */
    double distance, low, high;      /* in sides; low and high NaN: n < 4 */
    bool open; /* the partner cannot be told apart from the centre */
    double slack; /* the error of the partner's own place that was allowed for */
    struct lewis_near *bridge; /* members, nearest first; NULL: anonymous */
    size_t bridges;            /* all members; those with .open come first */
};

/* A task, and who might do it. */
struct lewis_task_fit {
    const struct lewis_task *task;
    struct lewis_near *near; /* members by distance to the task, nearest first;
                                .open: as fit as the nearest */
    size_t count;
    size_t *assigned;        /* members, so that each has one task */
    size_t assigned_count;
};

struct lewis_fit {
    enum lewis_presence presence; /* WITHHELD: anonymous */
    bool assigned; /* exactly, by the least sum of distances; else ranked only */
    double total;  /* that sum */
    struct lewis_task_fit *task;
    size_t count;
};

struct lewis_team_figures {
    const char *name; /* of the team, or NULL */
    double level;
    size_t min_group;
    bool anonymous;
    size_t people;   /* added */
    size_t n;        /* of them with a profile: all figures are of these */
    size_t beside;   /* left out: lewis_team_beside() */
    enum lewis_presence presence; /* of all the rest */
    struct lewis_center center;
    struct lewis_style_counts styles;
    struct lewis_spread spread;
    struct lewis_member *member; /* in the order added; NULL: anonymous */
    size_t members;
    struct lewis_absentee *absent; /* without a profile, in the order added;
                                      NULL: anonymous */
    size_t absents;
    const char **repeated; /* ids that stand more than once, with and without
                              a profile, in the order of their bytes; NULL:
                              anonymous */
    size_t repeats;
    size_t medoid; /* the member with the least sum of distances to the others;
                      == members: not said */
    struct lewis_outliers outliers;
    struct lewis_grouping *grouping;
    size_t groupings;
    struct lewis_faultline faultline;
    struct lewis_move move;
    struct lewis_gap gap;
    struct lewis_fit fit;
    struct lewis_neighbour near[LEWIS_TEAM_NEAREST]; /* nearest first */
    size_t nears;
};

/* Computes everything. Returns figures the caller frees with
 * lewis_team_figures_free(), or NULL with *error set: ENOMEM, EINVALID (an
 * option out of its range). Atlas, tasks and partner must outlive them; the
 * team need not. */
LEWIS_API struct lewis_team_figures *
lewis_team_figures_new(const struct lewis_team *team,
                       const struct lewis_team_options *options,
                       struct lewis_error *error);
LEWIS_API void lewis_team_figures_free(struct lewis_team_figures *figures);

LEWIS_END

#endif
