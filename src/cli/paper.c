/* paper.c - how large a picture is to be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/spelling.h>
#include <lewis/text.h>

#include "paper.h"
#include "say.h"

/* As lewis_chart_scene() and lewis_render() take them. */
enum { SIDE_LEAST = 200, SIDE_MOST = 14400, DPI_LEAST = 36, DPI_MOST = 1200 };

/* Paper as it stands: ISO 216, and North American sizes. */
struct format {
    const char *name;
    double width_pt, height_pt;
};

static const struct format format[] = {
    {"a3", 841.89, 1190.55}, {"a4", 595.28, 841.89}, {"a5", 419.53, 595.28},
    {"letter", 612, 792},    {"legal", 612, 1008},   {"tabloid", 792, 1224},
};

enum { FORMATS = sizeof format / sizeof format[0] };

/* Points of a unit; of a pixel it depends. */
static double
unit_pt(const char *unit, double dpi)
{
    if (strcmp(unit, "mm") == 0)
        return 72 / 25.4;
    if (strcmp(unit, "in") == 0)
        return 72;
    if (strcmp(unit, "pt") == 0)
        return 1;
    return strcmp(unit, "px") == 0 ? 72 / dpi : NAN;
}

/* A number in plain digits, from *at on. */
static bool
read_side(const char **at, double *side)
{
    size_t length = strspn(*at, "0123456789.");
    char number[16] = "", *end;

    if (length == 0 || length >= sizeof number)
        return false;
    memcpy(number, *at, length); /* apart, or strtod() reads 0x16 at once */
    *side = strtod(number, &end);
    *at += length;
    return *end == '\0';
}

/* 5080 mm are 14400.000000000002 points: a hair is no reason to refuse. */
static double
side_pt(double side, double unit)
{
    double pt = side * unit;

    return pt > SIDE_MOST && pt < SIDE_MOST + 1e-6 ? SIDE_MOST : pt;
}

/* Limits as they are told, within the real ones: of two digits and of three.
 * What is a hair off a round number is that number. */
static double
round_up(double side)
{
    double step = pow(10, floor(log10(side)) - 1);

    return ceil(side / step - 1e-9) * step;
}

static double
round_down(double side)
{
    double step = pow(10, floor(log10(side)) - 2);

    return floor(side / step + 1e-9) * step;
}

static int
settle_size(const struct cmd *cmd, const struct paper *paper, double *width_pt,
            double *height_pt)
{
    const char *at = paper->size;
    double width = NAN, height = NAN, unit = NAN;

    if (read_side(&at, &width) && *at == 'x' &&
        (at++, read_side(&at, &height)))
        unit = unit_pt(at, paper->dpi);
    if (isnan(unit))
        return say_usage(cmd,
                         "--size %s: give width x height and the unit, mm, "
                         "in, pt or px, such as 160x120mm",
                         paper->size);
    *width_pt = side_pt(width, unit);
    *height_pt = side_pt(height, unit);
    if (fmin(*width_pt, *height_pt) >= SIDE_LEAST &&
        fmax(*width_pt, *height_pt) <= SIDE_MOST)
        return -1;
    if (strcmp(at, "px") == 0)
        return say_usage(cmd,
                         "--size %s: each side must be from %.0f to %.0f px "
                         "at %.4g pixels an inch",
                         paper->size, ceil(SIDE_LEAST / unit),
                         floor(SIDE_MOST / unit), paper->dpi);
    return say_usage(cmd, "--size %s: each side must be from %g to %g %s",
                     paper->size, round_up(SIDE_LEAST / unit),
                     round_down(SIDE_MOST / unit), at);
}

static int
settle_name(const struct cmd *cmd, const struct paper *paper, double *width_pt,
            double *height_pt)
{
    const char *wanted = paper->name == NULL ? "a4" : paper->name;
    const char *name[FORMATS], *near;

    for (size_t i = 0; i < FORMATS; i++) {
        name[i] = format[i].name;
        if (!lewis_text_same(format[i].name, wanted))
            continue;
        *width_pt =
            paper->portrait ? format[i].width_pt : format[i].height_pt;
        *height_pt =
            paper->portrait ? format[i].height_pt : format[i].width_pt;
        return -1;
    }
    near = lewis_spelling_nearest(wanted, name, FORMATS);
    if (near != NULL)
        return say_usage(cmd, "there is no paper \"%s\"; did you mean %s?",
                         wanted, near);
    return say_usage(cmd,
                     "there is no paper \"%s\"; there are a3, a4, a5, letter, "
                     "legal and tabloid, and --size for any other",
                     wanted);
}

int
paper_settle(const struct cmd *cmd, const struct paper *paper,
             double *width_pt, double *height_pt)
{
    if (!(paper->dpi >= DPI_LEAST && paper->dpi <= DPI_MOST))
        return say_usage(cmd, "--dpi must be from %d to %d", DPI_LEAST,
                         DPI_MOST);
    if (paper->landscape && paper->portrait)
        return say_usage(cmd, "--landscape or --portrait, not both");
    if (paper->size == NULL)
        return settle_name(cmd, paper, width_pt, height_pt);
    if (paper->name != NULL || paper->landscape || paper->portrait)
        return say_usage(cmd, "--size says it all: leave out --paper, "
                              "--landscape and --portrait");
    return settle_size(cmd, paper, width_pt, height_pt);
}
