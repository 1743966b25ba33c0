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

/* The Skye lavas of tests/oracle/team.R: A linear, F reactive. */
enum { TEAMS_LAVAS = 23 };

static inline struct lewis_point
teams_lava(size_t i)
{
    static const double lava[TEAMS_LAVAS][2] = {
        {52, 42}, {52, 44}, {47, 48}, {45, 49}, {40, 50}, {37, 54},
        {27, 58}, {27, 54}, {23, 59}, {22, 59}, {21, 60}, {25, 53},
        {24, 54}, {22, 55}, {22, 56}, {20, 58}, {16, 62}, {17, 57},
        {14, 54}, {13, 55}, {13, 52}, {14, 47}, {24, 56},
    };
    double l = lava[i][0] / 100, r = lava[i][1] / 100;

    return teams_score(l, 1 - l - r, 0).point;
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
