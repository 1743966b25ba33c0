/* export.c - the answers of those who may be shown, as canonical CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "workshop/shown.h"

/* An export under way. */
struct exporting {
    const struct lewis_workshop *workshop;
    bool whole;
    struct text text;
    struct lewis_workshop_exported *exported;
};

static void
add_cell(struct exporting *exporting, const char *value)
{
    text_add(&exporting->text, ",");
    text_add_csv(&exporting->text, value, ',');
}

/* What a person typed. */
static void
add_words(struct exporting *exporting, const char *value)
{
    text_add(&exporting->text, ",");
    text_add_csv_words(&exporting->text, value, ',');
}

static void
add_header(struct exporting *exporting)
{
    const struct lewis_workshop *workshop = exporting->workshop;
    const struct lewis_bank *bank = workshop->bank;

    text_add(&exporting->text, exporting->whole ? "id,name,team" : "id,team");
    for (size_t a = 0; a < lewis_bank_ask_count(bank); a++)
        if (lewis_workshop_asks(workshop, a))
            add_cell(exporting, lewis_bank_ask(bank, a)->id);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        add_cell(exporting, lewis_bank_item(bank, i)->id);
    text_add(&exporting->text, exporting->whole ? ",lang\n" : "\n");
}

static void
add_answers(struct exporting *exporting,
            const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_workshop *workshop = exporting->workshop;
    const struct lewis_bank *bank = workshop->bank;

    for (size_t a = 0; a < lewis_bank_ask_count(bank); a++)
        if (lewis_workshop_asks(workshop, a))
            add_words(exporting, sheet->ask[a].text);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        add_cell(exporting, sheet->item[i].text);
}

static bool
add_row(void *payload, const struct shown *shown, struct lewis_error *error)
{
    struct exporting *exporting = payload;
    const char *team = shown->team == LEWIS_NO_TEAM
                           ? ""
                           : exporting->workshop->team[shown->team];

    (void)error;
    text_add_csv(&exporting->text, shown->id, ',');
    if (exporting->whole)
        add_words(exporting, shown->name);
    add_words(exporting, team);
    add_answers(exporting, shown->sheet);
    if (exporting->whole)
        add_cell(exporting, shown->language);
    text_add(&exporting->text, "\n");
    exporting->exported->rows++;
    exporting->exported->unnamed += shown->team == LEWIS_NO_TEAM;
    return true;
}

/* In a transaction. */
static bool
add_all(struct exporting *exporting, struct lewis_workshop *workshop,
        struct lewis_error *error)
{
    struct standing standing = workshop_standing(&workshop->database);

    if (standing.state < LEWIS_WORKSHOP_CLOSED)
        return workshop_refuse(workshop, error,
                               "answers are exported when the workshop is "
                               "closed; it is %s",
                               lewis_workshop_state_keyword(standing.state));
    exporting->whole = shown_whole(workshop, standing);
    if (!shown_check(workshop, exporting->whole, error))
        return false;
    if (!exporting->whole)
        exporting->exported->withheld = shown_withheld(workshop);
    add_header(exporting);
    return shown_each(workshop, exporting->whole, add_row, exporting, error);
}

bool
lewis_workshop_export(struct lewis_workshop *workshop,
                      struct lewis_output *output,
                      struct lewis_workshop_exported *exported,
                      struct lewis_error *error)
{
    struct exporting exporting = {.workshop = workshop,
                                  .exported = exported};
    struct database *database = &workshop->database;
    bool done;

    *exported = (struct lewis_workshop_exported){0};
    database_begin_reading(database);
    done = add_all(&exporting, workshop, error);
    if (!database_commit(database, done ? error : NULL))
        done = false;
    if (done && !text_ok(&exporting.text))
        done = error_memory(error);
    if (done)
        lewis_output_write(output, exporting.text.bytes, exporting.text.size);
    text_release(&exporting.text);
    return done;
}
