/* sheet.c - what one person said: the rows of answers as they came, folded to
 * what holds now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "workshop/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* What is handed out, and the memory of it. */
struct sheet {
    struct lewis_workshop_sheet open; /* first: handed out */
    struct arena arena;
};

static long
find_ask(const struct lewis_bank *bank, const char *id)
{
    for (size_t a = 0; a < lewis_bank_ask_count(bank); a++)
        if (strcmp(lewis_bank_ask(bank, a)->id, id) == 0)
            return (long)a;
    return -1;
}

static long
find_item(const struct lewis_bank *bank, const char *id)
{
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        if (strcmp(lewis_bank_item(bank, i)->id, id) == 0)
            return (long)i;
    return -1;
}

static void
fold(struct sheet *sheet, struct lewis_workshop_cell *cell,
     const struct query *query)
{
    const char *text = query_get_text(query, 2);

    cell->changes += cell->given != LEWIS_OPEN;
    cell->ms += (uint64_t)query_get(query, 3);
    cell->given = *text != '\0' ? LEWIS_ANSWERED : LEWIS_SKIPPED;
    cell->text = arena_copy(&sheet->arena, text, strlen(text));
}

static void
read_rows(struct sheet *sheet, struct lewis_workshop *workshop,
          size_t respondent)
{
    struct query query =
        query_begin(&workshop->database,
                    "SELECT ask, question, value, ms FROM answer "
                    "WHERE respondent = ? ORDER BY sequence");

    query_number(&query, (int64_t)respondent);
    while (query_row(&query)) {
        bool ask = query_get(&query, 0) != 0;
        const char *id = query_get_text(&query, 1);
        long at = ask ? find_ask(workshop->bank, id)
                      : find_item(workshop->bank, id);
        if (at >= 0)
            fold(sheet, ask ? &sheet->open.ask[at] : &sheet->open.item[at],
                 &query);
    }
    query_end(&query);
}

static void
read_answers(struct sheet *sheet, const struct lewis_bank *bank)
{
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const char *text = sheet->open.item[i].text;
        lewis_answer_parse(lewis_bank_item(bank, i), text, strlen(text),
                           &sheet->open.answer[i], NULL);
    }
}

static void
make_room(struct sheet *sheet, const struct lewis_bank *bank)
{
    size_t items = lewis_bank_item_count(bank);
    size_t asks = lewis_bank_ask_count(bank);
    struct lewis_workshop_sheet *open = &sheet->open;

    open->item = arena_array(&sheet->arena, items + 1, sizeof *open->item);
    open->ask = arena_array(&sheet->arena, asks + 1, sizeof *open->ask);
    open->answer =
        arena_array(&sheet->arena, items + 1, sizeof *open->answer);
    if (arena_failed(&sheet->arena))
        return;
    for (size_t i = 0; i < items; i++)
        open->item[i].text = "";
    for (size_t a = 0; a < asks; a++)
        open->ask[a].text = "";
}

struct lewis_workshop_sheet *
sheet_read(struct lewis_workshop *workshop, size_t respondent,
           struct lewis_error *error)
{
    struct sheet *sheet = calloc(1, sizeof *sheet);

    if (sheet != NULL)
        make_room(sheet, workshop->bank);
    if (sheet != NULL && !arena_failed(&sheet->arena)) {
        read_rows(sheet, workshop, respondent);
        if (!arena_failed(&sheet->arena)) {
            read_answers(sheet, workshop->bank);
            return &sheet->open;
        }
    }
    error_memory(error);
    lewis_workshop_sheet_free(sheet != NULL ? &sheet->open : NULL);
    return NULL;
}

void
lewis_workshop_sheet_free(struct lewis_workshop_sheet *open)
{
    struct sheet *sheet = (struct sheet *)open;

    if (sheet == NULL)
        return;
    arena_release(&sheet->arena);
    free(sheet);
}

struct lewis_workshop_sheet *
lewis_workshop_sheet(struct lewis_workshop *workshop, size_t respondent,
                     struct lewis_error *error)
{
    struct lewis_respondent known;
    struct lewis_workshop_sheet *sheet;
    struct database *database = &workshop->database;

    if (!lewis_workshop_respondent(workshop, respondent, &known, error))
        return NULL;
    sheet = sheet_read(workshop, respondent, error);
    if (sheet == NULL || database_ok(database, error))
        return sheet;
    lewis_workshop_sheet_free(sheet);
    return NULL;
}
