/* fill.c - people of a CSV file answer in a workshop, for tests.
 *
 *     fill FILE CSV [ONE]
 *
 * Each row takes the next code of the team of its name, agrees, gives its id as
 * a name where names are asked for, answers and hands in. With ONE, every answer
 * is saved by itself, and told on standard output when it is saved: "CODE ITEM
 * ANSWER". Instead of CSV, "-" opens the file and waits until standard input
 * ends; "saved" tells all answers that are in the file, in the same way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/workshop.h>

enum { CHANGES = 100 };

static void
die(const struct lewis_error *error)
{
    char line[LEWIS_ERROR_TEXT + 2 * LEWIS_ERROR_NAME];

    fprintf(stderr, "fill: %s\n", lewis_error_print(error, line, sizeof line));
    exit(2);
}

static void
save(struct lewis_workshop *workshop, const struct lewis_change change[],
     size_t count)
{
    enum lewis_saved saved[CHANGES];
    struct lewis_error error;

    if (!lewis_workshop_save(workshop, change, count, saved, &error))
        die(&error);
    for (size_t i = 0; i < count; i++)
        if (saved[i] != LEWIS_SAVED) {
            fprintf(stderr, "fill: change %zu: outcome %d\n", i,
                    (int)saved[i]);
            exit(1);
        }
}

/* The next code of the team that nobody has used. */
static struct lewis_respondent
next_person(struct lewis_workshop *workshop, const char *name, size_t size)
{
    for (size_t t = 0; t < lewis_workshop_team_count(workshop); t++) {
        const char *team = lewis_workshop_team_name(workshop, t);
        char (*code)[LEWIS_CODE];
        struct lewis_respondent who;
        enum lewis_code_fault fault;
        size_t count;

        if (strlen(team) != size || memcmp(team, name, size) != 0)
            continue;
        if (!lewis_workshop_codes(workshop, t, &code, &count, NULL))
            exit(2);
        for (size_t i = 0; i < count; i++)
            if (lewis_workshop_find(workshop, code[i], &who, &fault, NULL) &&
                !who.consented) {
                lewis_workshop_codes_free(code);
                return who;
            }
        lewis_workshop_codes_free(code);
    }
    fprintf(stderr, "fill: no code left for a team\n");
    exit(1);
}

static void
take_part(struct lewis_workshop *workshop, const struct lewis_sheet *sheet,
          bool one)
{
    const struct lewis_bank *bank = lewis_workshop_bank(workshop);
    struct lewis_respondent who =
        next_person(workshop, sheet->team, sheet->team_size);
    struct lewis_change change[CHANGES];
    char cell[CHANGES][LEWIS_CELL], name[LEWIS_REPLY_SIZE];
    size_t items = lewis_bank_item_count(bank), count = 0;

    change[count++] =
        (struct lewis_change){who.number, LEWIS_CHANGE_CONSENT, 0, 0, 0};
    snprintf(name, sizeof name, "%.*s", (int)sheet->id_size, sheet->id);
    if (lewis_workshop_names(workshop))
        change[count++] = (struct lewis_change){
            who.number, LEWIS_CHANGE_NAME, NULL, name, 0};
    for (size_t i = 0; i < items && i < CHANGES - 3; i++)
        change[count++] = (struct lewis_change){
            who.number, LEWIS_CHANGE_ANSWER, lewis_bank_item(bank, i)->id,
            lewis_answer_print(lewis_bank_item(bank, i), &sheet->answer[i],
                               cell[i]),
            2000};
    change[count++] =
        (struct lewis_change){who.number, LEWIS_CHANGE_HAND_IN, 0, 0, 0};
    if (!one) {
        save(workshop, change, count);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        save(workshop, &change[i], 1);
        if (change[i].kind == LEWIS_CHANGE_ANSWER) {
            printf("%s %s %s\n", who.code, change[i].id, change[i].text);
            fflush(stdout);
        }
    }
}

static void
fill(struct lewis_workshop *workshop, const char *path, bool one)
{
    struct lewis_error error;
    struct lewis_sheet sheet;
    struct lewis_answers *answers = lewis_answers_open(path, &error);

    if (answers == NULL ||
        !lewis_answers_bind(answers, lewis_workshop_bank(workshop), &error))
        die(&error);
    while (lewis_answers_next(answers, &sheet, &error))
        take_part(workshop, &sheet, one);
    lewis_answers_free(answers);
}

/* The answers of everybody with a code. */
static void
tell_saved(struct lewis_workshop *workshop)
{
    const struct lewis_bank *bank = lewis_workshop_bank(workshop);
    struct lewis_respondent who;

    for (size_t n = 1; lewis_workshop_respondent(workshop, n, &who, NULL);
         n++) {
        struct lewis_workshop_sheet *sheet =
            lewis_workshop_sheet(workshop, n, NULL);
        if (sheet == NULL)
            exit(2);
        for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
            if (sheet->item[i].given != LEWIS_OPEN)
                printf("%s %s %s\n", who.code, lewis_bank_item(bank, i)->id,
                       sheet->item[i].text);
        lewis_workshop_sheet_free(sheet);
    }
}

int
main(int argc, char **argv)
{
    struct lewis_error error;
    struct lewis_workshop *workshop;

    if (argc < 3) {
        fprintf(stderr, "usage: fill FILE CSV [ONE]\n");
        return 2;
    }
    workshop = lewis_workshop_load(argv[1], &error);
    if (workshop == NULL)
        die(&error);
    if (strcmp(argv[2], "-") == 0) {
        puts("open");
        fflush(stdout);
        while (getchar() != EOF)
            continue;
    } else if (strcmp(argv[2], "saved") == 0) {
        tell_saved(workshop);
    } else {
        fill(workshop, argv[2], argc > 3);
    }
    lewis_workshop_free(workshop);
    return 0;
}
