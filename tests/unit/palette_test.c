/* palette_test.c - colours mix as OKLab says, every text can be read, and
 * colour-blind readers and grey printers tell apart what must be.
 *
 * Contrast, simulation and distance are written here from their papers, once
 * more in tests/oracle/colour.R, which printed the expected figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/palette.h"

enum { THEMES = LEWIS_THEME_GREY + 1, SHAPES = 8, TEAMS = 48, SPOTS = 20 };

static const struct palette *
screen(void)
{
    return palette_of(LEWIS_THEME_SCREEN);
}

/* --- WCAG 2.1, "relative luminance" and "contrast ratio" --- */

static double
channel(int32_t byte)
{
    double x = (byte & 0xFF) / 255.0;

    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double
luminance(int32_t colour)
{
    return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) +
           0.0722 * channel(colour);
}

static double
contrast(int32_t a, int32_t b)
{
    double x = luminance(a), y = luminance(b);

    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static void
test_the_contrast_formula_is_right(void **state)
{
    (void)state;
    assert_true(fabs(contrast(0x000000, 0xFFFFFF) - 21) < 1e-9);
    assert_true(fabs(contrast(0x777777, 0xFFFFFF) - 4.48) < 0.01);
}

/* --- colour blindness ---
 *
 * Machado, Oliveira & Fernandes 2009, "A physiologically-based model for
 * simulation of color vision deficiency", IEEE Transactions on Visualization
 * and Computer Graphics 15(6):1291, the authors' matrices of severity 1, for
 * linear RGB. */
enum vision { COMMON, PROTAN, DEUTAN, TRITAN, VISIONS };

static const double seen[VISIONS][3][3] = {
    [COMMON] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [PROTAN] = {{0.152286, 1.052583, -0.204868},
                {0.114503, 0.786281, 0.099216},
                {-0.003882, -0.048116, 1.051998}},
    [DEUTAN] = {{0.367322, 0.860646, -0.227968},
                {0.280085, 0.672501, 0.047413},
                {-0.011820, 0.042940, 0.968881}},
    [TRITAN] = {{1.255528, -0.076749, -0.178779},
                {-0.078411, 0.930809, 0.147602},
                {0.004733, 0.691367, 0.303900}},
};

static void
simulate(int32_t colour, enum vision vision, double out[3])
{
    double in[3] = {channel(colour >> 16), channel(colour >> 8),
                    channel(colour)};

    for (int i = 0; i < 3; i++) {
        double x = 0;

        for (int k = 0; k < 3; k++)
            x += seen[vision][i][k] * in[k];
        out[i] = fmin(fmax(x, 0), 1);
    }
}

/* OKLab (Ottosson 2020) of linear RGB. */
static void
oklab(const double rgb[3], double lab[3])
{
    static const double cone[3][3] = {
        {0.4122214708, 0.5363325363, 0.0514459929},
        {0.2119034982, 0.6806995451, 0.1073969566},
        {0.0883024619, 0.2817188376, 0.6299787005}};
    static const double axis[3][3] = {
        {0.2104542553, 0.7936177850, -0.0040720468},
        {1.9779984951, -2.4285922050, 0.4505937099},
        {0.0259040371, 0.7827717662, -0.8086757660}};
    double root[3];

    for (int i = 0; i < 3; i++)
        root[i] = cbrt(cone[i][0] * rgb[0] + cone[i][1] * rgb[1] +
                       cone[i][2] * rgb[2]);
    for (int i = 0; i < 3; i++)
        lab[i] =
            axis[i][0] * root[0] + axis[i][1] * root[1] + axis[i][2] * root[2];
}

/* 100 times the distance in OKLab, as that reader sees it. */
static double
distance(int32_t a, int32_t b, enum vision vision)
{
    double rgb[3], x[3], y[3];

    simulate(a, vision, rgb);
    oklab(rgb, x);
    simulate(b, vision, rgb);
    oklab(rgb, y);
    return 100 *
           sqrt((x[0] - y[0]) * (x[0] - y[0]) + (x[1] - y[1]) * (x[1] - y[1]) +
                (x[2] - y[2]) * (x[2] - y[2]));
}

/* To any of the readers. */
static double
least_distance(int32_t a, int32_t b)
{
    double least = 100;

    for (int v = 0; v < VISIONS; v++)
        least = fmin(least, distance(a, b, (enum vision)v));
    return least;
}

/* Blue-red, blue-yellow, red-yellow as tests/oracle/colour.R prints them. */
static void
test_the_simulation_agrees_with_R(void **state)
{
    static const double expected[VISIONS][3] = {
        [COMMON] = {31.708271, 46.785615, 33.451656},
        [PROTAN] = {20.465408, 42.086654, 36.681975},
        [DEUTAN] = {27.173584, 49.081387, 28.446826},
        [TRITAN] = {32.031018, 37.869688, 29.778108},
    };
    const int32_t *c = screen()->corner;

    (void)state;
    for (int v = 0; v < VISIONS; v++) {
        enum vision vision = (enum vision)v;

        assert_true(fabs(distance(c[0], c[1], vision) - expected[v][0]) < 0.01);
        assert_true(fabs(distance(c[0], c[2], vision) - expected[v][1]) < 0.01);
        assert_true(fabs(distance(c[1], c[2], vision) - expected[v][2]) < 0.01);
    }
}

static void
test_corners_differ_for_every_reader(void **state)
{
    (void)state;
    for (int t = LEWIS_THEME_SCREEN; t <= LEWIS_THEME_DARK; t++) {
        const int32_t *c = palette_of((enum lewis_theme)t)->corner;

        assert_true(least_distance(c[0], c[1]) > 19);
        assert_true(least_distance(c[0], c[2]) > 19);
        assert_true(least_distance(c[1], c[2]) > 19);
    }
}

/* Teams i and i + 8 share a shape; three such are 24 teams. */
static void
test_teams_that_share_a_shape_differ_for_every_reader(void **state)
{
    (void)state;
    for (int t = 0; t < THEMES; t++) {
        const int32_t *team = palette_of((enum lewis_theme)t)->team;

        for (int i = 0; i < TEAMS; i++)
            for (int k = i + SHAPES; k < TEAMS; k += SHAPES) {
                double least = least_distance(team[i % PALETTE_TEAMS],
                                              team[k % PALETTE_TEAMS]);

                assert_true(least > (k == i + SHAPES ? 9.5 : 7.5));
            }
    }
}

/* --- what lies under what --- */

static int32_t
tint(const struct palette *palette, double linear, double multi,
     double reactive)
{
    const double share[LEWIS_STYLES] = {linear, multi, reactive};

    return palette_tint(palette, share);
}

static int32_t
blend(double linear, double multi, double reactive)
{
    const double share[LEWIS_STYLES] = {linear, multi, reactive};

    return palette_blend(screen(), share);
}

/* The least contrast of a colour with any spot of the backdrop. */
static double
least_on_backdrop(const struct palette *palette, int32_t colour)
{
    double least = 21;

    for (int i = 0; i <= SPOTS; i++)
        for (int j = 0; i + j <= SPOTS; j++) {
            double linear = (double)i / SPOTS, multi = (double)j / SPOTS;
            int32_t spot = tint(palette, linear, multi, 1 - linear - multi);

            least = fmin(least, contrast(colour, spot));
        }
    return least;
}

static void
test_a_pure_profile_has_its_corners_colour(void **state)
{
    (void)state;
    assert_int_equal(blend(1, 0, 0), 0x0B5CAD);
    assert_int_equal(blend(0, 1, 0), 0xC8322B);
    assert_int_equal(blend(0, 0, 1), 0xF2C230);
}

static void
test_corner_tints_are_a_quarter_of_the_colour(void **state)
{
    (void)state;
    assert_int_equal(tint(screen(), 1, 0, 0), 0xC4D6ED);
    assert_int_equal(tint(screen(), 0, 1, 0), 0xF8CFC9);
    assert_int_equal(tint(screen(), 0, 0, 1), 0xFCF1D4);
}

static void
test_blue_and_yellow_do_not_mix_to_grey(void **state)
{
    int32_t middle = blend(0.5, 0, 0.5);
    int32_t r = middle >> 16, g = middle >> 8 & 0xFF, b = middle & 0xFF;

    (void)state;
    assert_true(g > r && g > b);
}

static void
test_every_text_can_be_read(void **state)
{
    (void)state;
    for (int t = 0; t < THEMES; t++) {
        const struct palette *p = palette_of((enum lewis_theme)t);

        assert_true(contrast(p->ink, p->paper) >= 4.5);
        assert_true(contrast(p->quiet, p->paper) >= 4.5);
        assert_true(least_on_backdrop(p, p->ink) >= 4.5);
        for (int i = 0; i < LEWIS_STYLES; i++)
            assert_true(contrast(p->corner_text[i], p->paper) >= 4.5);
    }
}

/* Of a corner's swatch and of a bar the outline is seen, in corner_text; of a
 * marker that in ink, whatever its fill. */
static void
test_lines_and_markers_stand_out(void **state)
{
    (void)state;
    for (int t = 0; t < THEMES; t++) {
        const struct palette *p = palette_of((enum lewis_theme)t);

        assert_true(least_on_backdrop(p, p->leader) >= 3);
        assert_true(least_on_backdrop(p, p->edge) >= 3);
        assert_true(least_on_backdrop(p, p->country) >= 3);
        assert_true(least_on_backdrop(p, p->single) >= 3);
        assert_true(contrast(p->country, p->paper) >= 3);
        for (int i = 0; i < PALETTE_TEAMS; i++)
            assert_true(least_on_backdrop(
                            p, palette_outline(p, p->team[i])) >= 3);
        assert_true(least_on_backdrop(p, p->tones[1]) >= 3);
    }
}

/* --- grey --- */

static bool
is_grey(int32_t colour)
{
    return (colour & 0xFF) == (colour >> 8 & 0xFF) &&
           (colour & 0xFF) == colour >> 16;
}

static void
test_grey_is_grey(void **state)
{
    const struct palette *p = palette_of(LEWIS_THEME_GREY);
    const int32_t all[] = {p->paper,  p->ink,      p->quiet,   p->grid,
                           p->edge,   p->country,  p->leader,  p->track,
                           p->single, p->tones[0], p->tones[1]};

    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        assert_true(is_grey(all[i]));
    for (int i = 0; i < LEWIS_STYLES; i++)
        assert_true(is_grey(p->corner[i]) && is_grey(p->corner_text[i]));
    for (int i = 0; i < PALETTE_TEAMS; i++)
        assert_true(is_grey(p->team[i]));
}

/* Teams 1 and 9, 2 and 10, ... are a third of the way from black to white
 * apart. */
static void
test_greys_of_one_shape_differ_in_lightness(void **state)
{
    const int32_t *team = palette_of(LEWIS_THEME_GREY)->team;

    (void)state;
    for (int i = 0; i < PALETTE_TEAMS; i++)
        assert_true(distance(team[i], team[(i + 1) % PALETTE_TEAMS], COMMON) >
                    33);
}

/* The screen's blue and red are one grey when a printer takes their colour
 * away: that is why grey is a theme of its own. */
static void
test_grey_does_not_lean_on_corner_colours(void **state)
{
    const struct palette *p = palette_of(LEWIS_THEME_GREY);
    const int32_t *c = screen()->corner;

    (void)state;
    assert_true(contrast(c[LEWIS_LINEAR], c[LEWIS_MULTI]) < 1.3);
    assert_int_equal(tint(p, 1, 0, 0), tint(p, 0, 1, 0));
    assert_int_equal(tint(p, 1, 0, 0), p->paper);
}

/* --- tones --- */

static void
test_tones_go_one_way_in_even_steps(void **state)
{
    (void)state;
    for (int t = 0; t < THEMES; t++) {
        const struct palette *p = palette_of((enum lewis_theme)t);
        double step = distance(palette_tone(p, 0), palette_tone(p, 1), COMMON);

        assert_int_equal(palette_tone(p, 0), p->tones[0]);
        assert_int_equal(palette_tone(p, PALETTE_TONES - 1), p->tones[1]);
        assert_true(step > 11);
        for (int i = 1; i < PALETTE_TONES; i++) {
            int32_t from = palette_tone(p, i - 1), to = palette_tone(p, i);

            assert_true(fabs(distance(from, to, COMMON) - step) < 0.5);
            assert_true(least_distance(from, to) > 11);
            assert_true((luminance(to) < luminance(from)) ==
                        (luminance(p->ink) < luminance(p->paper)));
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_contrast_formula_is_right),
        cmocka_unit_test(test_the_simulation_agrees_with_R),
        cmocka_unit_test(test_corners_differ_for_every_reader),
        cmocka_unit_test(test_teams_that_share_a_shape_differ_for_every_reader),
        cmocka_unit_test(test_a_pure_profile_has_its_corners_colour),
        cmocka_unit_test(test_corner_tints_are_a_quarter_of_the_colour),
        cmocka_unit_test(test_blue_and_yellow_do_not_mix_to_grey),
        cmocka_unit_test(test_every_text_can_be_read),
        cmocka_unit_test(test_lines_and_markers_stand_out),
        cmocka_unit_test(test_grey_is_grey),
        cmocka_unit_test(test_greys_of_one_shape_differ_in_lightness),
        cmocka_unit_test(test_grey_does_not_lean_on_corner_colours),
        cmocka_unit_test(test_tones_go_one_way_in_even_steps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
