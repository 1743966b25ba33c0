/* check.c - lewis bank check: every kind of content file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lewis/advice.h>
#include <lewis/agenda.h>
#include <lewis/bank.h>
#include <lewis/checklist.h>
#include <lewis/country.h>
#include <lewis/overlay.h>
#include <lewis/tasks.h>

#include "cli/bank/verb.h"
#include "cli/content.h"
#include "cli/say.h"

enum { SHOWN = 100 }; /* bytes of an offending line */

/* The kinds of content; a file of none of them is checked as a bank. */
static const struct {
    bool (*sniff)(const char *path);
    bool (*check)(const char *path, struct lewis_finding **findings,
                  size_t *count, struct lewis_error *error);
} kinds[] = {
    {lewis_atlas_sniff, lewis_atlas_check},
    {lewis_advice_sniff, lewis_advice_check},
    {lewis_tasks_sniff, lewis_tasks_check},
    {lewis_checklist_sniff, lewis_checklist_check},
    {lewis_agenda_sniff, lewis_agenda_check},
    {lewis_overlay_sniff, lewis_overlay_check},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static bool
find_all(const char *path, struct lewis_finding **findings, size_t *count,
         struct lewis_error *error)
{
    for (size_t k = 0; k < KINDS; k++)
        if (kinds[k].sniff(path))
            return kinds[k].check(path, findings, count, error);
    return lewis_bank_check(path, findings, count, error);
}

/* The line of the file that a finding is about, without what would trouble a
 * terminal. */
static void
print_line(FILE *file, long line)
{
    char *text = NULL;
    size_t room = 0, from = 0;
    ssize_t size = -1;

    rewind(file);
    for (long n = 0; n < line; n++)
        if ((size = getline(&text, &room, file)) < 0)
            break;
    if (size > 0) {
        while (text[from] == ' ' || text[from] == '\t')
            from++;
        text[strcspn(text, "\r\n")] = '\0';
        for (char *p = text + from; *p != '\0'; p++)
            *p = (unsigned char)*p < 32 || *p == 127 ? '?' : *p;
        if (strlen(text + from) > SHOWN)
            strcpy(text + from + SHOWN - 3, "...");
        if (text[from] != '\0')
            tell("    %s\n", text + from);
    }
    free(text);
}

static bool
print_findings(const char *path, const struct lewis_finding *findings,
               size_t count)
{
    FILE *file = count > 0 ? fopen(path, "r") : NULL;
    size_t errors = 0, warnings;

    for (size_t i = 0; i < count; i++) {
        const struct lewis_error *error = &findings[i].error;
        char line[LEWIS_ERROR_TEXT + 2 * LEWIS_ERROR_NAME + 64];
        tell(findings[i].warning ? _("%s (warning)\n") : "%s\n",
             lewis_error_print(error, line, sizeof line));
        if (file != NULL && error->line > 0)
            print_line(file, error->line);
        errors += !findings[i].warning;
    }
    if (file != NULL)
        fclose(file);
    warnings = count - errors;
    tell("%s: ", path);
    tell(lewis_translated_count("%zu error", "%zu errors", errors), errors);
    tell(", ");
    tell(lewis_translated_count("%zu warning", "%zu warnings", warnings),
         warnings);
    tell("\n");
    return errors == 0;
}

/* A file that is there, or else a name on the shelf. */
static const char *
find_file(const struct lewis_shelf *shelf, const char *name,
          struct lewis_error *error)
{
    return access(name, F_OK) == 0 ? name
                                   : lewis_shelf_find(shelf, name, error);
}

/* How much a respondent has to read, in every language; nothing for other
 * kinds of content and for banks with errors. */
static void
print_length(const char *path)
{
    struct lewis_bank *bank =
        lewis_bank_sniff(path) ? lewis_bank_load(path, NULL) : NULL;

    if (bank == NULL)
        return;
    tell(_("%s: %zu items, about %zu minutes; words to read:"), path,
         lewis_bank_item_count(bank), bank_minutes(bank, NULL));
    for (size_t i = 0; i < lewis_bank_language_count(bank); i++)
        tell(" %s %zu", lewis_bank_language(bank, i),
             lewis_bank_words(bank, lewis_bank_language(bank, i)));
    tell("\n");
    lewis_bank_free(bank);
}

static int
check_one(const struct lewis_shelf *shelf, const char *name)
{
    struct lewis_finding *findings = NULL;
    struct lewis_error error;
    size_t count = 0;
    const char *path = find_file(shelf, name, &error);
    bool clean;

    if (path == NULL || !find_all(path, &findings, &count, &error))
        return say_error(&error);
    print_length(path);
    clean = print_findings(path, findings, count);
    lewis_findings_free(findings);
    return clean ? EXIT_DONE : EXIT_DATA;
}

static int
compare(const struct lewis_shelf *shelf, const char *name, const char *old)
{
    struct lewis_finding *findings = NULL;
    struct lewis_error error;
    size_t count = 0;
    struct lewis_bank *bank = content_bank(shelf, name);
    struct lewis_bank *before = bank == NULL ? NULL : content_bank(shelf, old);
    int status = EXIT_TROUBLE;

    if (before != NULL) {
        const char *path = find_file(shelf, name, NULL);
        if (lewis_bank_compare(bank, before, path, &findings, &count, &error))
            status = print_findings(path, findings, count) ? EXIT_DONE
                                                           : EXIT_DATA;
        else
            say_error(&error);
    }
    lewis_findings_free(findings);
    lewis_bank_free(before);
    lewis_bank_free(bank);
    return status;
}

int
bank_check(const struct lewis_shelf *shelf, const struct bank_options *options,
           char **names, int count)
{
    int status = EXIT_DONE;

    if (count == 0)
        return say_usage(&cmd_bank, "check which file?");
    if (options->against != NULL && count > 1)
        return say_usage(&cmd_bank, "--against compares one file");
    for (int i = 0; i < count; i++) {
        int one = check_one(shelf, names[i]);
        status = one > status ? one : status;
    }
    if (options->against != NULL && status == EXIT_DONE)
        status = compare(shelf, names[0], options->against);
    return status;
}
