/* before.c - the people of two files, paired by their id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/chart/before.h"
#include "cli/chart/left_out.h"
#include "cli/say.h"

/* Earlier people on their way. */
struct gathering {
    struct lewis_earlier *earlier;
    struct lewis_error error; /* code LEWIS_OK while all is well */
};

static void
gather(const struct lewis_sheet *sheet, const struct lewis_score *score,
       void *payload)
{
    struct gathering *g = payload;

    if (g->error.code == LEWIS_OK)
        lewis_earlier_add(g->earlier, sheet->id, sheet->id_size, score,
                          &g->error);
}

int
before_open(struct before *before, struct scoring *scoring, char *path)
{
    struct gathering g = {.error = {.code = LEWIS_OK}};
    struct lewis_batch_options options = {.scored = gather, .payload = &g};
    int status;

    before->earlier = g.earlier = lewis_earlier_new(&g.error);
    if (g.earlier == NULL)
        return say_error(&g.error);
    status = scoring_run(scoring, &path, 1, &options);
    if (status != EXIT_TROUBLE && g.error.code != LEWIS_OK)
        status = say_error(&g.error);
    return status;
}

/* --- the later answers --- */

static bool
set_memory(struct lewis_error *error)
{
    *error = (struct lewis_error){.code = LEWIS_ENOMEM};
    snprintf(error->text, sizeof error->text, "%s", _("out of memory"));
    return false;
}

static char *
copy_of(const char *text, size_t size)
{
    char *copy = malloc(size + 1);

    if (copy != NULL) {
        memcpy(copy, text, size);
        copy[size] = '\0';
    }
    return copy;
}

static bool
make_room(struct before *before)
{
    size_t people = lewis_earlier_count(before->earlier);
    size_t room = before->room == 0 ? 64 : 2 * before->room;
    struct later *later;

    if (before->of == NULL)
        before->of = calloc(people + 1, sizeof *before->of);
    if (before->of == NULL)
        return false;
    if (before->count < before->room)
        return true;
    later = realloc(before->later, room * sizeof *later);
    if (later == NULL)
        return false;
    before->later = later;
    before->room = room;
    return true;
}

/* The row in the place of another one of the same id, or in a new one. */
static bool
fill(struct later *later, const struct lewis_sheet *sheet,
     const struct lewis_score *score)
{
    later->id = copy_of(sheet->id, sheet->id_size);
    later->id_size = sheet->id_size;
    later->team = copy_of(sheet->team, sheet->team_size);
    later->team_size = sheet->team_size;
    later->score = *score;
    return later->id != NULL && later->team != NULL;
}

static void
empty(struct later *later)
{
    free(later->id);
    free(later->team);
}

static bool
take_again(struct before *before, struct lewis_chart *chart, size_t earlier,
           const struct lewis_sheet *sheet, const struct lewis_score *score,
           struct lewis_error *error)
{
    struct later *later = &before->later[before->of[earlier] - 1];

    if (!lewis_chart_leave_out(chart, LEWIS_LEFT_REPEATED, sheet->id,
                               sheet->id_size, error))
        return false;
    if (score->status != LEWIS_SCORED)
        return true;
    empty(later);
    return fill(later, sheet, score) || set_memory(error);
}

static bool
take_first(struct before *before, size_t earlier,
           const struct lewis_sheet *sheet, const struct lewis_score *score,
           struct lewis_error *error)
{
    struct later later = {.earlier = earlier};

    if (!fill(&later, sheet, score)) {
        empty(&later);
        return set_memory(error);
    }
    before->later[before->count++] = later;
    before->of[earlier] = before->count;
    return true;
}

/* Why the row has no earlier place; LEWIS_LEFT_OUTS when it has one. */
static enum lewis_left_out
reason(const struct before *before, const struct lewis_sheet *sheet,
       const struct lewis_score *score, size_t earlier)
{
    if (sheet->id_size == 0)
        return LEWIS_LEFT_NO_ID;
    if (earlier == lewis_earlier_count(before->earlier))
        return score->status == LEWIS_SCORED ? LEWIS_LEFT_ONLY_LATER
                                             : LEWIS_LEFT_NO_PROFILE;
    return lewis_earlier_place(before->earlier, earlier) == NULL
               ? LEWIS_LEFT_WITHOUT_EARLIER
               : LEWIS_LEFT_OUTS;
}

bool
before_add(struct before *before, struct lewis_chart *chart,
           const struct lewis_sheet *sheet, const struct lewis_score *score,
           struct lewis_error *error)
{
    size_t earlier =
        lewis_earlier_find(before->earlier, sheet->id, sheet->id_size);
    enum lewis_left_out why = reason(before, sheet, score, earlier);

    if (why == LEWIS_LEFT_ONLY_LATER && before->stranger[0] == '\0')
        snprintf(before->stranger, sizeof before->stranger, "%.*s",
                 (int)(sheet->id_size < 40 ? sheet->id_size : 40), sheet->id);
    if (why == LEWIS_LEFT_NO_PROFILE)
        return lewis_chart_add(chart, sheet->id, sheet->id_size, sheet->team,
                               sheet->team_size, score, error);
    if (why != LEWIS_LEFT_OUTS)
        return lewis_chart_leave_out(chart, why, sheet->id, sheet->id_size,
                                     error);
    if (!make_room(before))
        return set_memory(error);
    return before->of[earlier] == 0
               ? take_first(before, earlier, sheet, score, error)
               : take_again(before, chart, earlier, sheet, score, error);
}

/* --- all of it --- */

static bool
add_pairs(struct before *before, struct lewis_chart *chart,
          struct lewis_error *error)
{
    for (size_t i = 0; i < before->count; i++) {
        const struct later *later = &before->later[i];

        before->pairs += later->score.status == LEWIS_SCORED;
        if (!lewis_chart_add_move(
                chart, later->id, later->id_size, later->team,
                later->team_size,
                lewis_earlier_place(before->earlier, later->earlier),
                &later->score, error))
            return false;
    }
    return true;
}

/* Those of the earlier answers who did not answer later. */
static bool
add_gone(const struct before *before, struct lewis_chart *chart,
         struct lewis_error *error)
{
    for (size_t i = 0; i < lewis_earlier_count(before->earlier); i++) {
        const char *id = lewis_earlier_id(before->earlier, i);
        bool here = before->of != NULL && before->of[i] > 0;

        if (!here && lewis_earlier_place(before->earlier, i) != NULL &&
            !lewis_chart_leave_out(chart, LEWIS_LEFT_ONLY_EARLIER, id,
                                   strlen(id), error))
            return false;
    }
    return true;
}

static void
say_left_out(const struct lewis_chart *chart)
{
    static const char *const words[LEWIS_LEFT_OUTS] = {
        [LEWIS_LEFT_NO_ID] = N_("without an id to find the earlier answers by"),
        [LEWIS_LEFT_ONLY_EARLIER] = N_("only in the earlier answers"),
        [LEWIS_LEFT_ONLY_LATER] = N_("only in the later answers"),
        [LEWIS_LEFT_WITHOUT_EARLIER] =
            N_("without a profile in the earlier answers"),
        [LEWIS_LEFT_REPEATED] =
            N_("with an id that another row has, of which the last counts"),
    };

    for (int i = LEWIS_LEFT_NO_PROFILE + 1; i < LEWIS_LEFT_OUTS; i++)
        left_out_say(chart, (enum lewis_left_out)i, words[i]);
}

/* The first id of either tells most. */
static bool
say_nobody(const struct before *before, const char *path)
{
    const char *first = lewis_earlier_count(before->earlier) > 0
                            ? lewis_earlier_id(before->earlier, 0)
                            : NULL;

    if (first == NULL)
        say("nobody has a profile in both: no id of the answers stands in %s",
            path);
    else if (before->stranger[0] == '\0')
        say("nobody has a profile in both: no id of the answers stands in %s, "
            "where the first is \"%.40s\"",
            path, first);
    else
        say("nobody has a profile in both: no id of the answers stands in %s, "
            "where the first is \"%.40s\" and not \"%s\"",
            path, first, before->stranger);
    return false;
}

bool
before_close(struct before *before, struct lewis_chart *chart,
             const char *path)
{
    size_t repeated = lewis_earlier_repeated(before->earlier);
    struct lewis_error error;

    if (!add_pairs(before, chart, &error) || !add_gone(before, chart, &error))
        return say_error(&error), false;
    if (before->pairs == 0)
        return say_nobody(before, path);
    if (repeated > 0)
        say(lewis_translated_count(
                "%s: %zu row has an id that stood there before; of each the "
                "last with a profile counts",
                "%s: %zu rows have an id that stood there before; of each the "
                "last with a profile counts",
                repeated),
            path, repeated);
    say_left_out(chart);
    return true;
}

void
before_free(struct before *before)
{
    for (size_t i = 0; i < before->count; i++)
        empty(&before->later[i]);
    free(before->later);
    free(before->of);
    lewis_earlier_free(before->earlier);
}
