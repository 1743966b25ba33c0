/* team_page.c - the figures of a team in words, from top to bottom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <lewis/team_text.h>

#include "base/error.h"
#include "report/team_say.h"
#include "report/words.h"

/* What is being written. */
struct writing {
    const struct lewis_team_figures *figures;
    const struct lewis_team_look *look;
    const char *lang;
    struct lewis_page *page;
};

/* A paragraph, when there is anything in it. */
static void
finish(const struct writing *w, struct text *text)
{
    if (text->size > 0 || text->failed)
        words_finish(w->page, text);
}

/* By what something was found. */
static void
finish_basis(const struct writing *w, struct text *text)
{
    if (text->size > 0 || text->failed)
        words_say(w->page, LEWIS_INK_QUIET, text_string(text));
    text_release(text);
}

static void
write_head(const struct writing *w)
{
    const struct lewis_team_figures *f = w->figures;
    struct text line = {0};

    lewis_page_wrap(w->page, 0, LEWIS_INK_STRONG,
                    f->name != NULL && *f->name != '\0'
                        ? f->name
                        : phrase(w->lang, SAY_TEAM));
    if (f->n == f->people)
        text_print(&line, phrase(w->lang, SAY_TEAM_PEOPLE), f->people);
    else
        text_print(&line, phrase(w->lang, SAY_TEAM_PEOPLE_OF), f->people,
                   f->n);
    text_add(&line, ".");
    if (f->anonymous) {
        text_add(&line, " ");
        text_add(&line, phrase(w->lang, SAY_TEAM_ANONYMOUS));
    }
    lewis_page_wrap(w->page, 0, LEWIS_INK_QUIET, text_string(&line));
    text_clear(&line);
    if (f->presence == LEWIS_PRESENT) {
        text_print(&line, phrase(w->lang, SAY_TEAM_SCALE), 100 * f->level);
        lewis_page_wrap(w->page, 0, LEWIS_INK_QUIET, text_string(&line));
    }
    text_release(&line);
}

static void
write_center(const struct writing *w)
{
    struct text text = {0};

    words_heading(w->page, phrase(w->lang, SAY_TEAM_CENTER));
    text_add(&text, phrase(w->lang, SAY_TEAM_SHARES));
    team_say_shares(&text, w->lang, &w->figures->center);
    finish(w, &text);
    team_say_first(&text, w->lang, &w->figures->center);
    text_add(&text, " ");
    text_add(&text, phrase(w->lang, SAY_TEAM_MIDDLE_IS_NOBODY));
    finish(w, &text);
    team_say_nearest(&text, w->look, w->figures);
    if (text.size > 0 || text.failed) {
        finish(w, &text);
        if (w->figures->gap.kind != LEWIS_PARTNER_COUNTRY)
            words_caveat(w->page, w->lang);
    }
}

/* One row for each answer to "what comes first". */
static void
write_counts(const struct writing *w)
{
    static const unsigned order[] = {1, 2, 4, 3, 5, 6, 7};
    const struct lewis_style_counts *counts = &w->figures->styles;

    words_heading(w->page, phrase(w->lang, SAY_TEAM_COUNTS));
    for (size_t k = 0; k < sizeof order / sizeof order[0]; k++) {
        struct text text = {0}, styles = {0};
        if (counts->of[order[k]] == 0)
            continue;
        words_add_styles(&styles, w->lang, order[k], NULL);
        if (order[k] == 7)
            text_print(&text, phrase(w->lang, SAY_TEAM_COUNT_OPEN),
                       counts->of[7]);
        else
            text_print(&text, phrase(w->lang, SAY_TEAM_COUNT_ONE),
                       text_string(&styles), counts->of[order[k]]);
        text_release_into(&styles, &text);
        words_item(w->page, text_string(&text));
        text_release(&text);
    }
    if (counts->hidden_people > 0) {
        struct text text = {0};
        text_print(&text, phrase(w->lang, SAY_TEAM_COUNT_HIDDEN),
                   counts->hidden_people);
        words_item(w->page, text_string(&text));
        text_release(&text);
    }
}

static void
write_spread(const struct writing *w)
{
    const struct lewis_team_figures *f = w->figures;
    struct text text = {0};

    words_heading(w->page, phrase(w->lang, SAY_TEAM_SPREAD));
    team_say_distances(&text, w->lang, &f->spread);
    finish(w, &text);
    team_say_axis(&text, w->lang, &f->spread);
    finish(w, &text);
    team_say_axis_basis(&text, w->lang, &f->spread, f->n);
    finish_basis(w, &text);
    team_say_medoid(&text, w->lang, f);
    team_say_outliers(&text, w->lang, f);
    finish(w, &text);
}

static void
write_grouping(const struct writing *w, const struct lewis_grouping *grouping)
{
    struct text text = {0};

    text_print(&text, phrase(w->lang, SAY_TEAM_BY), grouping->column);
    words_heading(w->page, text_string(&text));
    text_clear(&text);
    for (size_t g = 0; g < grouping->count; g++) {
        const struct lewis_group *group = &grouping->group[g];
        text_print(&text, phrase(w->lang, SAY_TEAM_GROUP), group->label,
                   group->center.n);
        team_say_shares(&text, w->lang, &group->center);
        words_item(w->page, text_string(&text));
        text_clear(&text);
    }
    team_say_hidden(&text, w->look, grouping, w->figures->min_group, true);
    finish(w, &text);
    team_say_places(&text, w->lang, grouping);
    finish(w, &text);
    team_say_places_basis(&text, w->lang, grouping);
    finish_basis(w, &text);
    team_say_spreads(&text, w->lang, grouping);
    finish(w, &text);
    team_say_spreads_basis(&text, w->lang, grouping);
    finish_basis(w, &text);
}

static void
write_faultline(const struct writing *w)
{
    const struct lewis_faultline *line = &w->figures->faultline;
    struct text text = {0};

    words_heading(w->page, phrase(w->lang, SAY_TEAM_FAULTLINE));
    team_say_faultline(&text, w->lang, line);
    finish(w, &text);
    team_say_faultline_basis(&text, w->lang, line);
    finish_basis(w, &text);
    for (unsigned char side = 0; side < 2; side++) {
        team_say_side(&text, w->lang, w->figures, side);
        finish(w, &text);
    }
}

static void
write_move(const struct writing *w)
{
    struct text text = {0};

    if (w->figures->move.presence == LEWIS_NOT_ASKED)
        return;
    words_heading(w->page, phrase(w->lang, SAY_TEAM_MOVE));
    team_say_move(&text, w->look, w->figures);
    finish(w, &text);
    team_say_move_basis(&text, w->lang, &w->figures->move);
    finish_basis(w, &text);
}

static void
write_gap(const struct writing *w)
{
    const struct lewis_gap *gap = &w->figures->gap;
    struct text text = {0};

    if (gap->presence == LEWIS_NOT_ASKED)
        return;
    text_print(&text, phrase(w->lang, SAY_TEAM_PARTNER), gap->name);
    words_heading(w->page, text_string(&text));
    text_clear(&text);
    if (gap->presence == LEWIS_WITHHELD) {
        text_print(&text, phrase(w->lang, SAY_TEAM_PARTNER_WITHHELD),
                   gap->name);
        finish(w, &text);
        return;
    }
    team_say_way(&text, w->lang, gap);
    team_say_gap(&text, w->lang, gap);
    finish(w, &text);
    team_say_bridges(&text, w->lang, w->figures);
    finish(w, &text);
    if (gap->kind == LEWIS_PARTNER_COUNTRY)
        words_caveat(w->page, w->lang);
}

static void
write_task(const struct writing *w, const struct lewis_task_fit *task)
{
    struct text text = {0};

    team_say_task(&text, w->lang, w->figures, task);
    words_labelled(w->page, LEWIS_INK_STRONG,
                   lewis_text_in(task->task->name, w->lang),
                   text_string(&text));
    text_release(&text);
}

static void
write_fit(const struct writing *w)
{
    const struct lewis_fit *fit = &w->figures->fit;
    struct text text = {0};

    if (fit->presence == LEWIS_NOT_ASKED)
        return;
    words_heading(w->page, phrase(w->lang, SAY_TEAM_TASKS));
    team_say_tasks(&text, w->lang, fit);
    finish(w, &text);
    for (size_t t = 0; t < fit->count; t++)
        write_task(w, &fit->task[t]);
}

static void
write_method(const struct writing *w)
{
    static const enum phrase lines[] = {SAY_TEAM_METHOD_STYLE,
                                        SAY_TEAM_METHOD_P,
                                        SAY_TEAM_METHOD_SELECT};

    words_heading(w->page, phrase(w->lang, SAY_TEAM_METHOD));
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct text text = {0};
        text_add(&text, phrase(w->lang, lines[i]));
        words_item(w->page, text_string(&text));
        text_release(&text);
    }
}

static void
write_all(const struct writing *w)
{
    write_center(w);
    write_counts(w);
    write_spread(w);
    for (size_t c = 0; c < w->figures->groupings; c++)
        write_grouping(w, &w->figures->grouping[c]);
    write_faultline(w);
    write_move(w);
    write_gap(w);
    write_fit(w);
    write_method(w);
}

bool
lewis_team_page(const struct lewis_team_figures *figures,
                const struct lewis_team_look *look, struct lewis_page *page,
                struct lewis_error *error)
{
    struct writing w = {figures, look, look->lang, page};
    struct text text = {0};

    write_head(&w);
    if (figures->presence == LEWIS_PRESENT) {
        write_all(&w);
    } else {
        lewis_page_end(page);
        if (figures->n < figures->min_group)
            text_print(&text, phrase(w.lang, SAY_TEAM_WITHHELD),
                       figures->min_group, figures->n);
        else
            text_print(&text, phrase(w.lang, SAY_TEAM_WITHHELD_BESIDE),
                       figures->beside);
        finish(&w, &text);
    }
    return lewis_page_ok(page) || error_memory(error);
}
