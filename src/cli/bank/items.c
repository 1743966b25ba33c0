/* items.c - lewis bank items: what answers say about a bank's items.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>

#include <lewis/items.h>

#include "cli/bank/verb.h"
#include "cli/cleanup.h"
#include "cli/content.h"
#include "cli/places.h"
#include "cli/say.h"

enum { SHOWN = 50 }; /* refused rows that are told one by one */

static bool
add_rows(struct lewis_items *items, struct lewis_answers *answers,
         struct lewis_error *error)
{
    struct lewis_sheet sheet;

    while (lewis_answers_next(answers, &sheet, error)) {
        if (!lewis_items_add(items, &sheet, error))
            return false;
        if (sheet.refused && lewis_items_refused(items) <= SHOWN)
            say_error(&sheet.why);
    }
    return error->code == LEWIS_OK;
}

static bool
add_file(struct lewis_items *items, const struct lewis_bank *bank,
         const char *path, struct lewis_error *error)
{
    struct lewis_answers *answers = lewis_answers_open(path, error);
    bool ok = answers != NULL && lewis_answers_bind(answers, bank, error) &&
              add_rows(items, answers, error);

    lewis_answers_free(answers);
    return ok;
}

static bool
add_files(struct lewis_items *items, const struct lewis_bank *bank,
          char **paths, int count, struct lewis_error *error)
{
    for (int i = 0; i < count; i++)
        if (!add_file(items, bank, paths[i], error))
            return false;
    return lewis_items_finish(items, error);
}

static void
report(const struct lewis_items *items)
{
    unsigned long long rows = lewis_items_rows(items);
    unsigned long long refused = lewis_items_refused(items);

    if (refused > SHOWN)
        say("and %llu more refused rows", refused - SHOWN);
    say(lewis_translated_count("%llu row: %llu used, %llu refused",
                               "%llu rows: %llu used, %llu refused",
                               (unsigned long)rows),
        rows, rows - refused, refused);
}

static bool
write_to(const struct lewis_items *items, enum lewis_items_format format,
         const char *path, struct lewis_error *error)
{
    struct lewis_output *output = cleanup_open(path, error);
    bool ok = output != NULL &&
              lewis_items_write(items, format, output, error) &&
              cleanup_commit(&output, 1, error);

    cleanup_close(output);
    return ok;
}

static int
run(const struct lewis_bank *bank, enum lewis_items_format format,
    const struct bank_options *options, char **paths, int count)
{
    struct lewis_items_options defaults = lewis_items_defaults();
    struct lewis_error error = {0};
    struct lewis_items *items = lewis_items_new(bank, &defaults, &error);
    int status = EXIT_DONE;

    if (items == NULL || !add_files(items, bank, paths, count, &error) ||
        !write_to(items, format, options->output, &error)) {
        status = say_error(&error);
    } else {
        report(items);
        if (lewis_items_refused(items) > 0)
            status = EXIT_DATA;
    }
    lewis_items_free(items);
    return status;
}

int
bank_items(const struct lewis_shelf *shelf, const struct bank_options *options,
           char **names, int count)
{
    enum lewis_items_format format = LEWIS_ITEMS_TABLE;
    struct places places = {.shelf = shelf};
    struct lewis_bank *bank;
    int status;

    if (count < 2)
        return say_usage(&cmd_bank,
                         "items takes a bank and one or more answer files");
    if (options->format != NULL &&
        !lewis_items_format_parse(options->format, &format))
        return say_usage(&cmd_bank,
                         "there is no format \"%s\"; there are table, csv and "
                         "json",
                         options->format);
    places.answers = names + 1;
    places.count = count - 1;
    places_find(&places, names[0], N_("the bank"));
    places_write(&places, options->output, "-o");
    if (!places_apart(&places))
        return EXIT_TROUBLE;
    bank = content_bank(shelf, names[0]);
    if (bank == NULL)
        return EXIT_TROUBLE;
    status = run(bank, format, options, names + 1, count - 1);
    lewis_bank_free(bank);
    return status;
}
