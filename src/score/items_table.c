/* items_table.c - the figures as tables for people, with a sentence for every
 * figure that needs one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "score/items_write.h"
#include "base/translation.h"

enum { N = LEWIS_STYLES, WIDEST = 11 /* answers in a table */, CELL = 64 };

enum { LABEL = 18, COLUMN = 20 }; /* widths in the table of styles */

#define AT(name) offsetof(struct lewis_style_figures, name)
#define NOWHERE ((size_t)-1)

/* A line of the table of styles: a figure, or two from .. to. */
struct line {
    const char *label;
    size_t at, to;
    const char *sentence; /* below it, or NULL */
};

static const struct line rating_lines[] = {
    {N_("mean"), AT(mean), NOWHERE, NULL},
    {N_("SD"), AT(sd), NOWHERE,
     N_("The style's score: 0 is the lowest there can be, 1 the highest. SD: how\n"
        "    far people differ.\n")},
    {N_("mean, in points"), AT(mean_points), NOWHERE, NULL},
    {N_("SD, in points"), AT(sd_points), NOWHERE,
     N_("The same on the scale of the answers.\n")},
    {N_("alpha"), AT(alpha), NOWHERE,
     N_("How far the items go together: near 1 they tell the same story, near 0\n"
        "    each its own. To compare groups 0.7 will do. A spread-out group makes\n"
        "    it higher, and no value makes it fit for judging a person.\n")},
    {N_("  95 %, Feldt"), AT(feldt_low), AT(feldt_high), NULL},
    {N_("  95 %, Duhachek"), AT(duhachek_low), AT(duhachek_high),
     N_("Where alpha may lie for all people like these, computed in two ways.\n")},
    {N_("lambda2"), AT(lambda2), NOWHERE, NULL},
    {N_("omega"), AT(omega), NOWHERE,
     N_("The same question as alpha's: lambda2 is never below alpha; omega lets\n"
        "    items differ in how much they tell.\n")},
    {N_("SEM"), AT(sem), NOWHERE, NULL},
    {N_("SEM, in points"), AT(sem_points), NOWHERE,
     N_("The error of one person's score: two times in three the score is off by\n"
        "    no more than this.\n")},
    {N_("mean r"), AT(mean_r), NOWHERE,
     N_("The mean correlation of two items; 0.15 to 0.50 is usual.\n")},
    {NULL, 0, 0, NULL},
};

static const struct line choice_lines[] = {
    {N_("r of the halves"), AT(halves_r), NOWHERE,
     N_("The items are parted at random into two halves and each person gets a\n"
        "    profile from each: how far the two agree, over people.\n")},
    {N_("reliability"), AT(reliability), NOWHERE, NULL},
    {N_("  lowest, highest"), AT(reliability_low), AT(reliability_high),
     N_("The same for the whole questionnaire (Spearman-Brown), the mean over "
        "all\n"
        "    partings, and what the worst and the best parting gave. To compare\n"
        "    groups 0.7 will do. A spread-out group makes it higher, and no value\n"
        "    makes it fit for judging a person.\n")},
    {NULL, 0, 0, NULL},
};

static struct lewis_figure
figure_at(const struct lewis_style_figures *f, size_t at)
{
    struct figure_row row = {"", at};

    return *items_figure(f, &row);
}

/* To the left in its column, translated. */
static void
add_label(const char *label, struct text *out)
{
    const char *words = _(label);
    size_t columns = utf8_columns(words, strlen(words));

    text_add(out, words);
    for (; columns < LABEL; columns++)
        text_add(out, " ");
}

/* To the right. */
static void
add_cell(const char *cell, struct text *out)
{
    for (size_t n = utf8_columns(cell, strlen(cell)); n < COLUMN; n++)
        text_add(out, " ");
    text_add(out, cell);
}

static void
add_line(const struct lewis_items *items, const struct line *line,
         struct text *out)
{
    add_label(line->label, out);
    for (int s = 0; s < N; s++) {
        const struct lewis_style_figures *f = &items->style[s];
        struct lewis_figure from = figure_at(f, line->at);
        char cell[CELL] = "";
        if (from.lack != LEWIS_LACK_NOTHING)
            snprintf(cell, sizeof cell, "%s",
                     _(lewis_lack_words(from.lack)));
        else if (line->to == NOWHERE)
            snprintf(cell, sizeof cell, "%.3f", from.value);
        else
            snprintf(cell, sizeof cell, _("%.3f to %.3f"), from.value,
                     figure_at(f, line->to).value);
        add_cell(cell, out);
    }
    text_add(out, "\n");
    if (line->sentence != NULL)
        text_print(out, "    %s", _(line->sentence));
}

static void
add_styles(const struct lewis_items *items, struct text *out)
{
    bool rating = lewis_bank_kind(items->bank) == LEWIS_BANK_RATING;
    const struct line *line = rating ? rating_lines : choice_lines;

    text_print(out, "%-18s", "");
    for (int s = 0; s < N; s++)
        text_print(out, "%20s", lewis_style_keyword((enum lewis_style)s));
    text_add(out, "\n");
    add_label(N_("items"), out);
    for (int s = 0; s < N; s++)
        text_print(out, "%20zu", items->style[s].items);
    if (rating) {
        text_add(out, "\n");
        add_label(N_("complete rows"), out);
        for (int s = 0; s < N; s++)
            text_print(out, "%20" PRIu64, items->style[s].complete);
        text_print(out,
                   _("\n    Of %" PRIu64
                     ". What follows is of the rows that have "
                     "all items of the style."),
                   items->rows - items->refused);
    }
    text_add(out, "\n");
    for (; line->label != NULL; line++)
        add_line(items, line, out);
}

/* What has to be said of a style besides its numbers. */
static void
add_remarks(const struct lewis_items *items, struct text *out)
{
    for (int s = 0; s < N; s++) {
        const struct lewis_style_figures *f = &items->style[s];
        const char *name = lewis_style_keyword((enum lewis_style)s);
        if (f->alpha.lack == LEWIS_LACK_NOTHING && f->alpha.value < 0)
            text_print(out,
                       _("\n%s: alpha is below 0; check the keying: is every "
                       "item that is worded\nthe other way round marked "
                       "reverse?\n"),
                       name);
        if (f->reliability.lack == LEWIS_LACK_NOTHING &&
            f->reliability.value < 0)
            text_print(out,
                       _("\n%s: reliability is below 0; the answers follow "
                       "something else than the styles,\nsuch as the order of "
                       "the options.\n"),
                       name);
        if (f->omega.lack == LEWIS_LACK_NOTHING && f->heywood)
            text_print(out,
                       _("\n%s: an item's own variance came out as nothing (a "
                       "Heywood case); do not\nrely on omega.\n"),
                       name);
        if (f->omega.lack == LEWIS_LACK_NOTHING && f->mixed)
            text_print(out,
                       _("\n%s: for omega the items pull in opposite "
                       "directions; check the keying.\n"),
                       name);
    }
}

static void
add_ratings(const struct lewis_items *items, struct text *out)
{
    static const char *const heading[] = {
        N_("item"),  N_("style"), N_("n"),      N_("missing"),
        N_("mean"),  N_("SD"),    N_("skew"),   N_("floor"),
        N_("ceil"),  N_("r.drop"), N_("without")};
    struct grid grid = {.columns = sizeof heading / sizeof heading[0]};

    for (size_t c = 0; c < grid.columns; c++)
        grid_add(&grid, "%s", _(heading[c]));
    for (size_t i = 0; i < items->count; i++) {
        const struct lewis_item *item = lewis_bank_item(items->bank, i);
        const struct lewis_item_figures *f = &items->item[i];
        if (item->form != LEWIS_RATE)
            continue;
        grid_add(&grid, "%s", item->id);
        grid_add(&grid, "%s%s", lewis_style_keyword(item->style),
                 item->reverse ? " -" : "  ");
        grid_add(&grid, "%" PRIu64, f->n);
        grid_add(&grid, "%" PRIu64, f->missing);
        grid_figure(&grid, 2, f->mean, 1);
        grid_figure(&grid, 2, f->sd, 1);
        grid_figure(&grid, 2, f->skew, 1);
        grid_figure(&grid, 0, f->floor, 100);
        grid_figure(&grid, 0, f->ceiling, 100);
        grid_figure(&grid, 2, f->r_drop, 1);
        grid_figure(&grid, 3, f->alpha_without, 1);
    }
    text_add(out, "\n");
    grid_print(&grid, out);
    text_add(
        out,
        _("    mean, SD, skew: of the answers as they were given; \"-\" marks "
        "reversed items.\n"
        "    floor, ceil: percent of answers at the lowest and the highest "
        "point; there\n"
        "    the item cannot tell people apart.\n"
        "    r.drop: correlation with the style's other items; below 0.2 "
        "the item says\n"
        "    something else, below 0 check its keying.\n"
        "    without: what alpha would be if the item were left "
        "out.\n"));
}

/* How often each answer was given, for scales that fit a table. */
static void
add_answers(const struct lewis_items *items, struct text *out)
{
    struct grid grid = {.columns = 3};
    size_t rows = 0;

    grid_add(&grid, "%s", _("item"));
    grid_add(&grid, "%s", _("lowest"));
    grid_add(&grid, "%s", _("answers, lowest first, %"));
    for (size_t i = 0; i < items->count; i++) {
        const struct lewis_item_figures *f = &items->item[i];
        const struct lewis_item *item = lewis_bank_item(items->bank, i);
        char cell[8 * WIDEST] = "";
        size_t size = 0;
        if (f->values == 0 || f->values > WIDEST || f->n == 0)
            continue;
        for (size_t v = 0; v < f->values; v++)
            size += (size_t)snprintf(cell + size, sizeof cell - size, "%s%5.1f",
                                     v == 0 ? "" : " ",
                                     100 * (double)f->count[v] / (double)f->n);
        grid_add(&grid, "%s", item->id);
        grid_add(&grid, "%d", item->response->lo);
        grid_add(&grid, "%s", cell);
        rows++;
    }
    text_add(out, rows > 0 ? "\n" : "");
    if (rows > 0)
        grid_print(&grid, out);
    text_release(&grid.cells);
}

static void
add_shares(struct grid *grid, const struct lewis_item *item,
           const struct lewis_figure figure[])
{
    for (int s = 0; s < N; s++) {
        size_t o = 0;
        while (o < item->option_count && (int)item->option[o].style != s)
            o++;
        if (o == item->option_count ||
            figure[o].lack == LEWIS_LACK_DOES_NOT_APPLY)
            grid_add(grid, "-");
        else
            grid_figure(grid, 1, figure[o], 100);
    }
}

static void
add_choices(const struct lewis_items *items, struct text *out)
{
    /* TRANSLATORS: L, M and R are linear, multi and reactive. */
    static const char *const heading[] = {
        N_("item"), N_("form"),   N_("n"), N_("missing"),
        N_("first L"), "M",       "R",     N_("last L"),
        "M",        "R",          N_("tells"), N_("here")};
    struct grid grid = {.columns = sizeof heading / sizeof heading[0]};

    for (size_t c = 0; c < grid.columns; c++)
        grid_add(&grid, "%s", _(heading[c]));
    for (size_t i = 0; i < items->count; i++) {
        const struct lewis_item *item = lewis_bank_item(items->bank, i);
        const struct lewis_item_figures *f = &items->item[i];
        if (item->form == LEWIS_CHECK)
            continue;
        grid_add(&grid, "%s", item->id);
        grid_add(&grid, "%s", lewis_form_keyword(item->form));
        grid_add(&grid, "%" PRIu64, f->n);
        grid_add(&grid, "%" PRIu64, f->missing);
        add_shares(&grid, item, f->first);
        add_shares(&grid, item, f->last);
        grid_figure(&grid, 1, f->information, 100);
        grid_figure(&grid, 1, f->information_own, 100);
    }
    text_add(out, "\n");
    grid_print(&grid, out);
    text_print(
        out,
        _("    first, last: percent of answers with linear (L), multi (M), "
        "reactive (R)\n"
        "    first and last; of points, the mean part; of a pair, the mean "
        "nearness.\n"
        "    tells: the item's percentage of what a whole sheet tells "
        "about a profile\n"
        "    (Fisher information), at the worths of all answers together: "
        "L %.2f, M %.2f,\n"
        "    R %.2f; it depends on the form only. here: the same at the "
        "worths of the\n"
        "    item's own answers; one that nearly everybody answers alike "
        "tells little.\n"),
        items->worths[0], items->worths[1], items->worths[2]);
}

static void
add_checks(const struct lewis_items *items, struct text *out)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct lewis_item_figures *f = &items->item[i];
        if (lewis_bank_item(items->bank, i)->form == LEWIS_CHECK && f->n > 0)
            text_print(out,
                       _("\n%s checks attention: %.1f %% of %" PRIu64
                       " answers are not the one asked for.\n"),
                       lewis_bank_item(items->bank, i)->id,
                       100 * f->failed.value, f->n);
    }
}

static void
add_head(const struct lewis_items *items, struct text *out)
{
    bool rating = lewis_bank_kind(items->bank) == LEWIS_BANK_RATING;

    const char *kind = rating ? _("ratings") : _("choices");

    text_print(out,
               lewis_translated_count(
                   "%s %s, a bank of %s: %" PRIu64 " row, %" PRIu64
                   " refused.\n",
                   "%s %s, a bank of %s: %" PRIu64 " rows, %" PRIu64
                   " refused.\n",
                   (unsigned long)items->rows),
               lewis_bank_id(items->bank), lewis_bank_version(items->bank),
               kind, items->rows, items->refused);
    text_add(out, _("All figures are of the people who answered; for others "
                    "they may differ.\n"));
    if (rating && items_weighted(items))
        text_add(out, _("The keys have weights; every item counts the same here, "
                      "so scores may differ\nfrom those of lewis score.\n"));
    if (!rating)
        text_print(out,
                   _("Alpha is not given: scores of choices are ipsative, what "
                   "one style gains another\nloses, and alpha of such scores "
                   "means nothing. Halves are compared instead:\n%zu random "
                   "partings, %zu people with enough answers.\n"),
                   items->options.halves, items->crowd.count);
    if (items->crowd.left_out > 0)
        text_print(out,
                   _("%" PRIu64 " more people are not in the halves, which take "
                   "the first %zu.\n"),
                   items->crowd.left_out, items->options.people);
    text_add(out, "\n");
}

void
items_write_table(const struct lewis_items *items, struct text *out)
{
    add_head(items, out);
    add_styles(items, out);
    add_remarks(items, out);
    if (lewis_bank_kind(items->bank) == LEWIS_BANK_RATING) {
        add_ratings(items, out);
        add_answers(items, out);
    } else {
        add_choices(items, out);
    }
    add_checks(items, out);
}
