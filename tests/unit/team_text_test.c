/* team_text_test.c - what is said of a team, and that nothing said depends on
 * what is hidden.
 *
 * The attack: people of hidden groups change places with each other. The one
 * team and the other have the same figures of all together and of every group
 * that may be shown, and differ in all that is hidden. Text, rows and JSON have
 * to be the same, byte for byte: then nothing in them, however it is added,
 * subtracted or otherwise used, tells which of the two it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

#include "near.h"
#include "teams.h"

#include <lewis/team_text.h>

#include "team/chance.h"

enum { MOST = 40 };

/* People with places and labels in two columns. */
struct people {
    size_t n;
    double linear[MOST], multi[MOST];
    char site[MOST][2], role[MOST][2];
};

static struct lewis_team_figures *
figures_of(const struct people *people, bool anonymous)
{
    static const char *const column[] = {"site", "role"};
    struct lewis_team_options options = lewis_team_defaults();
    struct lewis_team *team = lewis_team_new(column, 2, NULL);
    struct lewis_team_figures *figures;

    assert_non_null(team);
    options.anonymous = anonymous;
    for (size_t i = 0; i < people->n; i++) {
        struct lewis_score score =
            teams_score(people->linear[i], people->multi[i], 0.02);
        struct lewis_label label[] = {teams_label(people->site[i]),
                                      teams_label(people->role[i])};
        char id[32];

        snprintf(id, sizeof id, "Name%zu", i);
        assert_true(lewis_team_add(team, teams_label(id), &score, label, NULL,
                                   NULL));
    }
    figures = lewis_team_figures_new(team, &options, NULL);
    assert_non_null(figures);
    lewis_team_free(team);
    return figures;
}

/* All three outputs, one after the other; the caller frees. */
static char *
outputs(const struct lewis_team_figures *figures, const char *lang)
{
    const struct lewis_team_look look = {.lang = lang};
    struct lewis_page *page = lewis_page_new(80, NULL);
    char path[] = "/tmp/lewis-team-XXXXXX", *all = calloc(1, 1 << 18);
    int fd = mkstemp(path);
    struct lewis_output *output;
    FILE *file;
    size_t size;

    assert_true(fd >= 0 && page != NULL && all != NULL);
    close(fd);
    output = lewis_output_open(path, NULL);
    assert_non_null(output);
    assert_true(lewis_team_page(figures, &look, page, NULL));
    lewis_output_print(output, "%s", lewis_page_text(page));
    lewis_team_rows(figures, output);
    assert_true(lewis_team_json(figures, output, NULL));
    assert_true(lewis_output_commit(output, NULL));
    lewis_output_free(output);
    lewis_page_free(page);
    file = fopen(path, "rb");
    assert_non_null(file);
    size = fread(all, 1, (1 << 18) - 1, file);
    assert_true(size > 100);
    fclose(file);
    unlink(path);
    return all;
}

static char *
outputs_of(const struct people *people, bool anonymous)
{
    struct lewis_team_figures *figures = figures_of(people, anonymous);
    char *all = outputs(figures, "en");

    lewis_team_figures_free(figures);
    return all;
}

static struct people
random_people(struct chance *chance, size_t sites, size_t roles)
{
    struct people people = {.n = 12 + chance_below(chance, 20)};

    for (size_t i = 0; i < people.n; i++) {
        people.linear[i] = 0.1 + 0.3 * (double)chance_below(chance, 1000) / 1000;
        people.multi[i] = 0.1 + 0.3 * (double)chance_below(chance, 1000) / 1000;
        people.site[i][0] = (char)('a' + chance_below(chance, sites));
        people.role[i][0] = (char)('p' + chance_below(chance, roles));
    }
    return people;
}

static bool
is_shown(const struct lewis_grouping *grouping, const char *label)
{
    for (size_t g = 0; g < grouping->count; g++)
        if (strcmp(grouping->group[g].label, label) == 0)
            return true;
    return false;
}

/* In which of the shown groups is everybody? People of whom that is the same,
 * change places in a ring. Returns how many moved to another hidden group. */
static size_t
change_places(struct people *people, const struct lewis_team_figures *figures)
{
    size_t moved = 0;

    for (size_t i = 0; i < people->n; i++)
        for (size_t j = i + 1; j < people->n; j++) {
            const struct lewis_grouping *site = &figures->grouping[0];
            const struct lewis_grouping *role = &figures->grouping[1];
            bool site_same = strcmp(people->site[i], people->site[j]) == 0;
            bool role_same = strcmp(people->role[i], people->role[j]) == 0;
            double linear = people->linear[i], multi = people->multi[i];

            if ((!site_same && (is_shown(site, people->site[i]) ||
                                is_shown(site, people->site[j]))) ||
                (!role_same && (is_shown(role, people->role[i]) ||
                                is_shown(role, people->role[j]))))
                continue;
            people->linear[i] = people->linear[j];
            people->multi[i] = people->multi[j];
            people->linear[j] = linear;
            people->multi[j] = multi;
            moved += !site_same || !role_same;
        }
    return moved;
}

static void
test_outputs_do_not_depend_on_what_is_hidden(void **state)
{
    struct chance chance = {4};
    size_t attacks = 0;

    (void)state;
    for (int draw = 0; draw < 60; draw++) {
        struct people people = random_people(&chance, 3, 4), other;
        struct lewis_team_figures *figures = figures_of(&people, true);
        char *a, *b;

        other = people;
        attacks += change_places(&other, figures) > 0;
        lewis_team_figures_free(figures);
        a = outputs_of(&people, true);
        b = outputs_of(&other, true);
        assert_string_equal(a, b);
        free(a);
        free(b);
    }
    assert_true(attacks > 30);
}

/* The centre of every shown set times its people, taken apart by hand: what is
 * left over of a column is never a few people. */
static void
test_what_is_left_over_is_never_a_few(void **state)
{
    struct chance chance = {9};

    (void)state;
    for (int draw = 0; draw < 60; draw++) {
        struct people people = random_people(&chance, 4, 3);
        struct lewis_team_figures *figures = figures_of(&people, true);

        for (size_t c = 0; c < figures->groupings; c++) {
            size_t left = figures->n;
            for (size_t g = 0; g < figures->grouping[c].count; g++) {
                assert_true(figures->grouping[c].group[g].center.n >= 5);
                left -= figures->grouping[c].group[g].center.n;
            }
            assert_true(left == 0 || left >= 5);
        }
        lewis_team_figures_free(figures);
    }
}

static void
test_an_anonymous_team_names_nobody(void **state)
{
    struct chance chance = {5};
    struct people people = random_people(&chance, 2, 2);
    char *named = outputs_of(&people, false), *all;

    (void)state;
    all = outputs_of(&people, true);
    assert_non_null(strstr(named, "Name"));
    assert_null(strstr(all, "Name"));
    assert_null(strstr(all, "medoid"));
    assert_null(strstr(all, "outlier"));
    free(all);
    free(named);
}

static void
test_a_small_team_says_why_there_are_no_figures(void **state)
{
    struct chance chance = {6};
    struct people people = random_people(&chance, 2, 2);
    char *all;

    (void)state;
    people.n = 4;
    all = outputs_of(&people, false);
    assert_non_null(strstr(all, "Figures are given of 5 people and more"));
    assert_null(strstr(all, "center"));
    assert_non_null(strstr(all, "\"presence\":\"withheld\""));
    free(all);
}

static void
test_dutch_is_dutch(void **state)
{
    struct chance chance = {7};
    struct people people = random_people(&chance, 2, 2);
    struct lewis_team_figures *figures = figures_of(&people, false);
    char *all = outputs(figures, "nl_BE.UTF-8");

    (void)state;
    assert_non_null(strstr(all, "Twee kampen?"));
    assert_null(strstr(all, "Two camps?"));
    free(all);
    lewis_team_figures_free(figures);
}

/* The text in one line; the caller frees. */
static char *
joined(const char *text)
{
    char *line = calloc(1, strlen(text) + 1), *end = line;

    assert_non_null(line);
    for (; *text != '\0'; text++) {
        bool space = *text == '\n' || *text == ' ';

        if (!space || (end > line && end[-1] != ' '))
            *end++ = space ? ' ' : *text;
    }
    return line;
}

/* A page of a team of twelve that moved: the middle .03 to the left along the
 * side of linear and multi-active, everybody .2 up or down across it, no more
 * and no less. The caller frees. */
static char *
moved_page(double level, double sd, bool ascii)
{
    struct lewis_team_look look = {.lang = "en", .ascii = ascii};
    struct lewis_team_options options = lewis_team_defaults();
    struct lewis_team *team = lewis_team_new(NULL, 0, NULL);
    struct lewis_team_figures *figures;
    struct lewis_page *page = lewis_page_new(80, NULL);
    char *text;

    for (int i = 0; i < 12; i++) {
        double up = i % 2 == 0 ? 0.2 : -0.2, wave = 0.01 * (i % 3 - 1);
        double then[] = {.35, .35, .3};
        struct lewis_place place = {.point = lewis_triangle_point(then)};
        struct lewis_score score = teams_score(.35 - .028 + wave - up / 2,
                                               .35 + .030 - wave - up / 2, sd);

        assert_true(lewis_team_add(team, teams_label("x"), &score, NULL,
                                   &place, NULL));
    }
    options.level = level;
    figures = lewis_team_figures_new(team, &options, NULL);
    assert_non_null(figures);
    assert_true(figures->move.p < 0.001);
    assert_true(lewis_team_page(figures, &look, page, NULL));
    text = joined(lewis_page_text(page));
    lewis_page_free(page);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
    return text;
}

static void
test_a_move_is_that_of_the_middle_and_that_of_each(void **state)
{
    char *page = moved_page(0.9, 0, false);

    (void)state;
    /* sqrt((.028^2 + .030^2 + .002^2) / 2) and, of up and down, the mean of
     * sqrt(sum of squares / 2): .1756 */
    assert_non_null(strstr(page, "The middle of the 12 people who answered "
                                 "both times moved 0.03: linear-active "
                                 "\xE2\x88\x92" "3 ("));
    assert_non_null(strstr(page, "Each of them moved 0.18 on average"));
    free(page);
}

/* The mean of reactive is -.002. */
static void
test_nought_has_no_sign_and_a_minus_is_one(void **state)
{
    char *page = moved_page(0.9, 0, false), *plain = moved_page(0.9, 0, true);

    (void)state;
    assert_non_null(strstr(page, "reactive 0 (\xE2\x88\x92"));
    assert_null(strstr(page, "(-"));
    assert_non_null(strstr(plain, "reactive 0 (-"));
    assert_null(strstr(plain, "\xE2\x88\x92"));
    free(page);
    free(plain);
}

/* Every range holds 0 in all three; in the first case no move is outside of
 * what the three have together, in the others within it. */
static void
test_ranges_that_hold_nought_are_explained(void **state)
{
    static const struct {
        double level, sd;
        const char *said;
    } cases[] = {{.90, 0, "the styles move together, and the test"},
                 {.90, .10, "the ranges, at 90 % and with how unsure"},
                 {.99999999, 0, "more careful than the test"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *page = moved_page(cases[i].level, cases[i].sd, false);

        assert_non_null(strstr(page, "more than chance makes likely. That the "
                                     "range of each style holds 0"));
        assert_non_null(strstr(page, cases[i].said));
        free(page);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_outputs_do_not_depend_on_what_is_hidden),
        cmocka_unit_test(test_what_is_left_over_is_never_a_few),
        cmocka_unit_test(test_an_anonymous_team_names_nobody),
        cmocka_unit_test(test_a_small_team_says_why_there_are_no_figures),
        cmocka_unit_test(test_dutch_is_dutch),
        cmocka_unit_test(test_a_move_is_that_of_the_middle_and_that_of_each),
        cmocka_unit_test(test_nought_has_no_sign_and_a_minus_is_one),
        cmocka_unit_test(test_ranges_that_hold_nought_are_explained),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
