/* before.c - the people of two files, paired by their id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "before.h"
#include "say.h"

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

/* A name cut at a whole character. */
static void
note_stranger(struct strangers *strangers, const char *id, size_t size)
{
    char *name;

    if (strangers->count++ >= BEFORE_NAMED)
        return;
    name = strangers->name[strangers->count - 1];
    if (size >= BEFORE_NAME) {
        size = BEFORE_NAME - 4;
        while (size > 0 && ((unsigned char)id[size] & 0xC0) == 0x80)
            size--;
        snprintf(name, BEFORE_NAME, "%.*s...", (int)size, id);
    } else if (size > 0)
        snprintf(name, BEFORE_NAME, "%.*s", (int)size, id);
    else
        snprintf(name, BEFORE_NAME, "no id");
}

bool
before_add(struct before *before, struct lewis_chart *chart,
           const struct lewis_sheet *sheet, const struct lewis_score *score,
           struct lewis_error *error)
{
    const struct lewis_place *then =
        lewis_earlier_take(before->earlier, sheet->id, sheet->id_size);

    if (then == NULL) {
        note_stranger(&before->now, sheet->id, sheet->id_size);
        return true;
    }
    before->pairs += score->status == LEWIS_SCORED;
    return lewis_chart_add_move(chart, sheet->id, sheet->id_size, sheet->team,
                                sheet->team_size, then, score, error);
}

/* "3 (Ann, Bob, Eve)". */
static void
list_strangers(const struct strangers *strangers, char *out, size_t room)
{
    size_t size = (size_t)snprintf(out, room, "%zu (", strangers->count);

    for (size_t i = 0; i < strangers->count && i < BEFORE_NAMED; i++)
        size += (size_t)snprintf(out + size, room - size, "%s%s",
                                 i == 0 ? "" : ", ", strangers->name[i]);
    snprintf(out + size, room - size, "%s)",
             strangers->count > BEFORE_NAMED ? " ..." : "");
}

static struct strangers
earlier_only(const struct lewis_earlier *earlier)
{
    struct strangers strangers = {0};
    bool taken;

    for (size_t i = 0; i < lewis_earlier_count(earlier); i++) {
        const char *id = lewis_earlier_id(earlier, i, &taken);

        if (!taken)
            note_stranger(&strangers, id, strlen(id));
    }
    return strangers;
}

/* Says it, and adds it to the note. */
static void
report_strangers(struct before *before, const char *which,
                 const struct strangers *strangers)
{
    char list[BEFORE_NAMED * (BEFORE_NAME + 2) + 40];
    size_t size = strlen(before->note);

    if (strangers->count == 0)
        return;
    list_strangers(strangers, list, sizeof list);
    say("only in the %s answers: %s; not drawn", which, list);
    snprintf(before->note + size, sizeof before->note - size,
             "%sOnly in the %s answers: %s; not drawn.", size == 0 ? "" : " ",
             which, list);
}

bool
before_report(struct before *before, const char *path)
{
    struct strangers then = earlier_only(before->earlier);
    size_t repeated = lewis_earlier_repeated(before->earlier);

    if (before->pairs == 0) {
        say("nobody has a profile in both: no id of the answers stands in %s"
            "%s%s%s%s%s",
            path, then.count > 0 ? ", where the first is \"" : "",
            then.count > 0 ? then.name[0] : "",
            then.count > 0 && before->now.count > 0
                ? "\" and not \""
                : "",
            then.count > 0 && before->now.count > 0 ? before->now.name[0]
                                                    : "",
            then.count > 0 ? "\"" : "");
        return false;
    }
    if (repeated > 0)
        say("%s: %zu %s an id that stood there before; of each the first "
            "counts",
            path, repeated, repeated == 1 ? "row has" : "rows have");
    report_strangers(before, "earlier", &then);
    report_strangers(before, "later", &before->now);
    return true;
}

void
before_free(struct before *before)
{
    lewis_earlier_free(before->earlier);
}
