/* recognised.c - what was recognised in a file of answers, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "recognised.h"
#include "role_hint.h"
#include "say.h"

enum { ROWS = 3, SHOWN = 80 }; /* by --dry-run, and bytes of a name */

/* A line that is made bit by bit, cut where it is full. */
struct line {
    char text[640];
    size_t size;
};

static void
add(struct line *line, const char *text)
{
    size_t size = strlen(text);

    if (size >= sizeof line->text - line->size)
        return;
    memcpy(line->text + line->size, text, size + 1);
    line->size += size;
}

/* A heading can be a whole question: its beginning, on one line. */
static void
add_short(struct line *line, const char *name)
{
    enum { MOST = 24 };
    char shown[MOST + 8];
    size_t size = strlen(name), cut = size;

    if (size > MOST)
        for (cut = MOST; cut > 0 && ((unsigned char)name[cut] & 0xC0) == 0x80;)
            cut--;
    memcpy(shown, name, cut);
    strcpy(shown + cut, cut < size ? "..." : "");
    for (char *p = shown; *p != '\0'; p++)
        if ((unsigned char)*p < ' ')
            *p = ' ';
    add(line, shown);
}

static const char *
separator_name(const struct lewis_recognised *r)
{
    return r->workbook            ? _("workbook")
           : r->separator == ';'  ? _("semicolons")
           : r->separator == '\t' ? _("tabs")
                                  : _("commas");
}

static void
add_unused(struct line *line, const struct lewis_answers *answers)
{
    enum { NAMED = 6 };
    size_t unused = 0;
    char more[40];

    for (size_t c = 0; c < lewis_answers_column_count(answers); c++) {
        const char *name = lewis_answers_column(answers, c);
        if (*name == '\0' ||
            lewis_answers_use(answers, c).use != LEWIS_USE_NONE)
            continue;
        if (unused++ < NAMED) {
            add(line, unused == 1 ? _("; not used: ") : ", ");
            add_short(line, name);
        }
    }
    snprintf(more, sizeof more, _(" and %zu more"), unused - NAMED);
    add(line, unused > NAMED ? more : "");
}

/* What stands in the file but is not taken for it is named with the line that
 * does. */
static void
add_roles(struct line *line, const struct lewis_answers *answers)
{
    char hint[ROLE_HINT], words[160];
    bool likely, has_team = false;

    role_hint(answers, HINT_ID, &likely, hint);
    snprintf(words, sizeof words,
             /* TRANSLATORS: %s is a line of the file for --map: "Name,id,". */
             _("; no column is called id, so rows have no name (--map FILE "
               "gives them one, with the line %s)"),
             hint);
    if (!lewis_answers_has_id(answers))
        add(line, words);
    for (size_t c = 0; c < lewis_answers_column_count(answers); c++)
        has_team |= lewis_answers_use(answers, c).use == LEWIS_USE_TEAM;
    role_hint(answers, HINT_TEAM, &likely, hint);
    snprintf(words, sizeof words, _("; no column is called team (--map: %s)"), hint);
    if (!has_team && likely)
        add(line, words);
}

static size_t
count_used(const struct lewis_answers *answers, enum lewis_use least)
{
    size_t used = 0;

    for (size_t c = 0; c < lewis_answers_column_count(answers); c++)
        used += lewis_answers_use(answers, c).use >= least;
    return used;
}

void
recognised_say(const struct lewis_answers *answers,
               const struct lewis_bank *bank, const char *path)
{
    struct lewis_recognised r = lewis_answers_recognised(answers);
    struct line line = {{0}, 0};
    char figures[160];

    snprintf(figures, sizeof figures,
             /* TRANSLATORS: behind the name of a file: the tool it came from,
              * "commas", "UTF-8", how many rows of header it has. */
             lewis_translated_count(
                 ": %s, %s, %.40s, %zu header row; %zu columns for %zu items",
                 ": %s, %s, %.40s, %zu header rows; %zu columns for %zu items",
                 r.header_rows),
             lewis_vendor_name(r.vendor), separator_name(&r), r.encoding,
             r.header_rows, count_used(answers, LEWIS_USE_ITEM), lewis_bank_item_count(bank));
    add(&line, figures);
    add_roles(&line, answers);
    add_unused(&line, answers);
    say("%s%s", strcmp(path, "-") == 0 ? _("standard input") : path, line.text);
}

/* "T01", "T01, rank of option a", "T01, option at rank 2". */
static const char *
use_in_words(const struct lewis_bank *bank, struct lewis_column_use use,
             char out[120])
{
    const struct lewis_item *item = lewis_bank_item(bank, use.item);

    switch (use.use) {
    case LEWIS_USE_NONE:
        return "-";
    case LEWIS_USE_ID:
        return "id";
    case LEWIS_USE_TEAM:
        return "team";
    case LEWIS_USE_ITEM:
        return item->id;
    case LEWIS_USE_OPTION:
        snprintf(out, 120, _("%s, option %s"), item->id,
                 item->option[use.part].id);
        return out;
    case LEWIS_USE_PLACE:
        snprintf(out, 120, _("%s, rank %zu"), item->id, use.part + 1);
        return out;
    }
    return "-";
}

static void
print_columns(const struct lewis_answers *answers,
              const struct lewis_bank *bank)
{
    char words[120];

    for (size_t c = 0; c < lewis_answers_column_count(answers); c++) {
        struct line name = {{0}, 0};
        add_short(&name, lewis_answers_column(answers, c));
        tell("  #%-4zu %-28s %s\n", c + 1, name.text,
             use_in_words(bank, lewis_answers_use(answers, c), words));
    }
}

static void
print_answer(const struct lewis_item *item, const struct lewis_answer *answer)
{
    tell(" %s=", item->id);
    for (size_t i = 0; i < answer->count; i++)
        if (item->form == LEWIS_PICK || item->form == LEWIS_RANK)
            tell("%s", item->option[answer->part[i]].id);
        else if (item->form == LEWIS_POINTS)
            tell("%s%d", i == 0 ? "" : "/", answer->part[i]);
        else
            tell("%d", answer->value);
}

/* A name, on one line and not too long. */
static const char *
short_name(const char *name, size_t size, char out[SHOWN])
{
    size_t used = 0;

    for (; used < size && used < SHOWN - 1; used++)
        out[used] = name[used] == '\n' || name[used] == '\t' ? '?' : name[used];
    while (used < size && used > 0 && ((unsigned char)name[used] & 0xC0) == 0x80)
        used--;
    out[used] = '\0';
    return out;
}

static void
print_sheet(const struct lewis_bank *bank, const struct lewis_sheet *sheet)
{
    char words[LEWIS_ERROR_TEXT + 2 * LEWIS_ERROR_NAME + 64];
    char id[SHOWN], team[SHOWN];

    tell(_("  line %ld: id \"%s\", team \"%s\""), sheet->line,
         short_name(sheet->id, sheet->id_size, id),
         short_name(sheet->team, sheet->team_size, team));
    if (sheet->refused)
        tell(_(": refused: %s"),
             lewis_error_print(&sheet->why, words, sizeof words));
    else
        for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
            print_answer(lewis_bank_item(bank, i), &sheet->answer[i]);
    tell("\n");
}

static int
dry_run_file(struct scoring *scoring, const char *path)
{
    struct lewis_answers *answers = NULL;
    struct lewis_sheet sheet;
    struct lewis_error error = {0};
    int status = EXIT_TROUBLE;

    if (scoring_file(scoring, path, &answers)) {
        tell("%s\n", strcmp(path, "-") == 0 ? _("standard input") : path);
        print_columns(answers, scoring->bank);
        status = EXIT_DONE;
        for (int row = 0;
             row < ROWS && lewis_answers_next(answers, &sheet, &error); row++)
            print_sheet(scoring->bank, &sheet);
        if (error.code != LEWIS_OK)
            status = say_error(&error);
    }
    lewis_answers_free(answers);
    return status;
}

int
recognised_dry_run(struct scoring *scoring, char **paths, int count)
{
    int status = EXIT_DONE;

    for (int i = 0; i < count && status == EXIT_DONE; i++)
        status = dry_run_file(scoring, paths[i]);
    return status;
}
