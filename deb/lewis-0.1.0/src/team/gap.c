/* gap.c - from a team to a partner.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/gap.h"

#include <math.h>
#include <string.h>

#include "team/form.h"
#include "team/nearby.h"

#define PI 3.14159265358979323846

enum { EDGE = 720 }; /* points of an ellipse's edge that are looked at */

static const double STEP = 0.125;     /* of the figure, in sides */
static const double NORMAL90 = 1.645; /* two-sided */

void
gap_range(const struct lewis_ellipse *ellipse, struct lewis_point point,
          double *low, double *high)
{
    double c = cos(ellipse->angle), s = sin(ellipse->angle);
    double dx = point.x - ellipse->center.x, dy = point.y - ellipse->center.y;
    double u = c * dx + s * dy, v = c * dy - s * dx;
    double a = ellipse->major, b = ellipse->minor;

    *low = INFINITY;
    *high = 0;
    for (int k = 0; k < EDGE; k++) {
        double d = hypot(u - a * cos(2 * PI * k / EDGE),
                         v - b * sin(2 * PI * k / EDGE));
        *low = fmin(*low, d);
        *high = fmax(*high, d);
    }
    if (a > 0 && b > 0 && u / a * (u / a) + v / b * (v / b) <= 1)
        *low = 0;
}

/* How far off a reference point may be: as in lewis/nearness.h. */
static double
country_error(const struct lewis_country *country)
{
    return country->measured
               ? NORMAL90 * country->sd / sqrt((double)country->n)
               : STEP;
}

/* Two centres: Se = S1 / n1 + S2 / n2 with Nel & van der Merwe's degrees of
 * freedom (1986, Communications in Statistics A 15:3719), and no smaller than
 * the members' own errors. */
static struct lewis_ellipse
team_region(const struct lewis_cloud *one, const struct lewis_cloud *two,
            double level)
{
    struct form a = form_times(form_covariance(one), 1 / (double)one->n);
    struct form b = form_times(form_covariance(two), 1 / (double)two->n);
    struct form se = form_plus(a, b), error;
    const struct form part[] = {a, b};
    const double n[] = {(double)one->n, (double)two->n};
    double top = 0, bottom = 0, nu;

    top = se.xx * se.xx + 2 * se.xy * se.xy + se.yy * se.yy +
          4 * form_half(se) * form_half(se);
    for (int i = 0; i < 2; i++) {
        struct form p = part[i];
        bottom += (p.xx * p.xx + 2 * p.xy * p.xy + p.yy * p.yy +
                   4 * form_half(p) * form_half(p)) /
                  (n[i] - 1);
    }
    nu = bottom > 0 ? top / bottom : n[0] + n[1] - 2;
    error = form_times(form_plus(form_error(one), form_error(two)),
                       form_chi_square(level));
    return form_ellipse(
        form_larger(form_times(se, nu / (nu - 1) * form_two_f(level, nu - 1)),
                    error),
        lewis_cloud_center(one));
}

/* One more person: the centre's error and the person's own. */
static struct lewis_ellipse
person_region(const struct lewis_cloud *cloud, const struct lewis_score *score,
              double level, struct lewis_ellipse center)
{
    double c = cos(center.angle), s = sin(center.angle);
    double a = center.major * center.major, b = center.minor * center.minor;
    struct form mean = {a * c * c + b * s * s, (a - b) * c * s,
                        a * s * s + b * c * c};
    struct form own = form_times(form_of_shares(score->region.covariance),
                                 form_chi_square(level));

    return form_ellipse(form_plus(mean, own), lewis_cloud_center(cloud));
}

/* Where the partner is, and how large the region of the difference is. False:
 * there is none, for want of people. */
static bool
find_region(struct lewis_gap *gap, const struct lewis_cloud *cloud,
            const struct lewis_team_options *options,
            struct lewis_ellipse *region)
{
    const struct lewis_partner *partner = &options->partner;

    if (!lewis_cloud_center_region(cloud, options->level, region))
        return false;
    if (partner->kind == LEWIS_PARTNER_TEAM) {
        if (partner->cloud.n < 4)
            return false;
        *region = team_region(cloud, &partner->cloud, options->level);
    }
    if (partner->kind == LEWIS_PARTNER_PERSON)
        *region = person_region(cloud, partner->score, options->level, *region);
    if (partner->kind == LEWIS_PARTNER_COUNTRY)
        gap->slack = country_error(partner->country);
    return true;
}

/* How far each share's difference may be off: the shadow of the region, and the
 * slack in every direction. */
static void
add_shares(struct lewis_gap *gap, const struct lewis_ellipse *region, bool sure)
{
    double c = cos(region->angle), s = sin(region->angle);
    static const double toward[LEWIS_STYLES][2] = {
        {-0.8660254037844386, -0.5}, {0, 1}, {0.8660254037844386, -0.5}};

    for (int i = 0; i < LEWIS_STYLES; i++) {
        double x = toward[i][0], y = toward[i][1];
        double half = (hypot(region->major * (c * x + s * y),
                             region->minor * (c * y - s * x)) +
                       gap->slack) *
                      2 / sqrt(3);

        gap->share_low[i] = sure ? gap->share[i] - half : NAN;
        gap->share_high[i] = sure ? gap->share[i] + half : NAN;
    }
}

static void
place_partner(struct lewis_gap *gap, const struct lewis_partner *partner)
{
    gap->kind = partner->kind;
    gap->country = partner->country;
    gap->n = 1;
    if (partner->kind == LEWIS_PARTNER_COUNTRY)
        gap->point = partner->country->point;
    else if (partner->kind == LEWIS_PARTNER_PERSON)
        gap->point = partner->score->point;
    else
        gap->point = lewis_cloud_center(&partner->cloud);
    if (partner->kind == LEWIS_PARTNER_TEAM)
        gap->n = partner->cloud.n;
    lewis_triangle_shares(gap->point, gap->partner);
}

static void
add_distance(struct lewis_gap *gap, const struct lewis_cloud *cloud,
             const struct lewis_team_options *options)
{
    struct lewis_point center = lewis_cloud_center(cloud);
    struct lewis_ellipse region = {.major = 0};
    double own[LEWIS_STYLES];
    bool sure = find_region(gap, cloud, options, &region);

    lewis_triangle_shares(center, own);
    for (int s = 0; s < LEWIS_STYLES; s++)
        gap->share[s] = gap->partner[s] - own[s];
    gap->distance = lewis_triangle_distance(center, gap->point);
    gap->low = gap->high = NAN;
    add_shares(gap, &region, sure);
    if (!sure)
        return;
    gap_range(&region, gap->point, &gap->low, &gap->high);
    gap->open = gap->low <= gap->slack;
    gap->low = fmax(gap->low - gap->slack, 0);
    gap->high += gap->slack;
}

struct lewis_gap
gap_of(const struct crowd *crowd, const struct lewis_cloud *cloud,
       const struct lewis_team_options *options)
{
    const struct lewis_partner *partner = &options->partner;
    struct lewis_gap gap = {.presence = LEWIS_PRESENT};

    if (partner->kind == LEWIS_PARTNER_NONE) {
        gap.presence = LEWIS_NOT_ASKED;
        return gap;
    }
    gap.name = partner->name == NULL
                   ? ""
                   : arena_copy(crowd->arena, partner->name,
                                strlen(partner->name));
    gap.kind = partner->kind;
    if ((partner->kind == LEWIS_PARTNER_TEAM &&
         partner->cloud.n < options->min_group) ||
        (partner->kind == LEWIS_PARTNER_PERSON && options->anonymous)) {
        gap.presence = LEWIS_WITHHELD;
        return gap;
    }
    place_partner(&gap, partner);
    add_distance(&gap, cloud, options);
    if (!options->anonymous) {
        gap.bridge = nearby_list(crowd, gap.point);
        gap.bridges = gap.bridge == NULL ? 0 : crowd->n;
    }
    return gap;
}

/* The largest error of the countries that stand on a place. */
static double
place_error(const struct lewis_atlas *atlas, size_t place)
{
    double error = 0;

    for (size_t i = 0; i < lewis_atlas_count(atlas); i++)
        if (lewis_atlas_at(atlas, i)->place == place)
            error = fmax(error, country_error(lewis_atlas_at(atlas, i)));
    return error;
}

static void
insert_neighbour(struct lewis_neighbour near[], size_t *count,
                 struct lewis_neighbour neighbour)
{
    size_t at = *count;

    while (at > 0 && near[at - 1].distance > neighbour.distance + 1e-12)
        at--;
    if (at == LEWIS_TEAM_NEAREST)
        return;
    if (*count < LEWIS_TEAM_NEAREST)
        ++*count;
    for (size_t k = *count - 1; k > at; k--)
        near[k] = near[k - 1];
    near[at] = neighbour;
}

size_t
gap_nearest(const struct lewis_cloud *cloud, double level,
            const struct lewis_atlas *atlas,
            struct lewis_neighbour near[LEWIS_TEAM_NEAREST])
{
    struct lewis_ellipse region;
    bool sure = lewis_cloud_center_region(cloud, level, &region);
    size_t count = 0;

    for (size_t p = 0; atlas != NULL && p < lewis_atlas_place_count(atlas);
         p++) {
        struct lewis_point point = lewis_atlas_place(atlas, p);
        double low = 0, high;
        if (sure)
            gap_range(&region, point, &low, &high);
        insert_neighbour(
            near, &count,
            (struct lewis_neighbour){
                p, lewis_triangle_distance(lewis_cloud_center(cloud), point),
                low <= place_error(atlas, p)});
    }
    return count;
}
