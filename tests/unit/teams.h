/* teams.h - people with given places, for tests of figures.
 *
 * Include after <cmocka.h>.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TEAMS_H
#define TESTS_TEAMS_H

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <lewis/figures.h>

/* A score with these shares, each as sure as 'sd' in every direction. */
static inline struct lewis_score
teams_score(double linear, double multi, double sd)
{
    struct lewis_score score = {.status = LEWIS_SCORED};
    double share[LEWIS_STYLES] = {linear, multi, 1 - linear - multi};
    int lead = 0;

    memcpy(score.share, share, sizeof share);
    for (int s = 1; s < LEWIS_STYLES; s++)
        if (share[s] > share[lead])
            lead = s;
    score.styles = 1u << lead;
    score.point = lewis_triangle_point(share);
    score.region.covariance[0] = score.region.covariance[2] = sd * sd * 4 / 3;
    score.region.covariance[1] = -sd * sd * 2 / 3;
    return score;
}

static inline struct lewis_label
teams_label(const char *text)
{
    return (struct lewis_label){text, strlen(text)};
}

/* Adds somebody; 'label' may be NULL when there are no columns. */
static inline void
teams_add(struct lewis_team *team, const char *id, double linear, double multi,
          const char *label)
{
    struct lewis_score score = teams_score(linear, multi, 0.01);
    struct lewis_label labels[1] = {teams_label(label == NULL ? "" : label)};

    assert_true(lewis_team_add(team, teams_label(id), &score, labels, NULL,
                               NULL));
}

#endif
