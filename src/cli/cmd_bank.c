/* cmd_bank.c - lewis bank: looking at item banks and checking them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <lewis/bank.h>
#include <lewis/country.h>
#include <lewis/shelf.h>

#include "content.h"
#include "option.h"
#include "say.h"

static const char *const form_name[] = {
    [LEWIS_RATE] = "rate", [LEWIS_PICK] = "pick", [LEWIS_RANK] = "rank"};

static void
print_languages(const struct lewis_bank *bank)
{
    for (size_t i = 0; i < lewis_bank_language_count(bank); i++)
        printf("%s%s", i == 0 ? "" : " ", lewis_bank_language(bank, i));
}

static void
print_summary(const struct lewis_bank *bank, const char *lang)
{
    printf("%-14s %-8s %-7s %3zu  ", lewis_bank_id(bank),
           lewis_bank_version(bank),
           lewis_bank_kind(bank) == LEWIS_BANK_RATING ? "ratings" : "choices",
           lewis_bank_item_count(bank));
    print_languages(bank);
    printf("  %s\n", lewis_text_in(lewis_bank_title(bank), lang));
}

static int
list(const struct lewis_shelf *shelf, const char *lang, char **names,
     int count)
{
    int status = EXIT_DONE;

    (void)names;
    if (count > 0)
        return say_usage(&cmd_bank, "list takes no names");
    for (size_t i = 0; i < lewis_shelf_count(shelf); i++) {
        const char *path = lewis_shelf_path(shelf, i);
        struct lewis_error error;
        if (!lewis_bank_sniff(path))
            continue;
        struct lewis_bank *bank = lewis_bank_load(path, &error);
        if (bank == NULL) {
            say_error(&error);
            status = EXIT_DATA;
            continue;
        }
        print_summary(bank, lang);
        lewis_bank_free(bank);
    }
    return status;
}

static void
print_item(const struct lewis_item *item, const char *lang)
{
    printf("  %-5s %s  %s\n", item->id, form_name[item->form],
           lewis_text_in(item->stem, lang));
    if (item->form == LEWIS_RATE)
        printf("        %d-%d  %s%s\n", item->response->lo,
               item->response->hi, lewis_style_keyword(item->style),
               item->reverse ? ", reversed" : "");
    for (size_t o = 0; o < item->option_count; o++)
        printf("        %s  %-8s  %s\n", item->option[o].id,
               lewis_style_keyword(item->option[o].style),
               lewis_text_in(item->option[o].label, lang));
}

static void
print_bank(const struct lewis_bank *bank, const char *lang)
{
    printf("%s\n%s %s, %s\nby %s, licence %s\n",
           lewis_text_in(lewis_bank_title(bank), lang), lewis_bank_id(bank),
           lewis_bank_version(bank),
           lewis_bank_kind(bank) == LEWIS_BANK_RATING ? "ratings" : "choices",
           lewis_bank_authors(bank), lewis_bank_licence(bank));
    printf("source: %s\nlanguages: ", lewis_bank_sources(bank));
    print_languages(bank);
    printf("\nat least %.0f %% must be answered\n",
           100 * lewis_bank_min_answered(bank));
    for (size_t s = 0; s < lewis_bank_section_count(bank); s++) {
        const struct lewis_section *section = lewis_bank_section(bank, s);
        printf("\n%s\n", lewis_text_in(section->name, lang));
        for (size_t i = 0; i < section->count; i++)
            print_item(lewis_bank_item(bank, section->first + i), lang);
    }
}

static int
show(const struct lewis_shelf *shelf, const char *lang, char **names,
     int count)
{
    if (count == 0)
        return say_usage(&cmd_bank, "show which bank?");
    for (int i = 0; i < count; i++) {
        struct lewis_bank *bank = content_bank(shelf, names[i]);
        if (bank == NULL)
            return EXIT_TROUBLE;
        printf("%s", i == 0 ? "" : "\n");
        print_bank(bank, lang);
        lewis_bank_free(bank);
    }
    return EXIT_DONE;
}

/* Prints the findings; true when none is an error. */
static bool
print_findings(const char *path, const struct lewis_finding *findings,
               size_t count)
{
    size_t errors = 0;

    for (size_t i = 0; i < count; i++) {
        char line[LEWIS_ERROR_TEXT + 2 * LEWIS_ERROR_NAME + 64];
        printf("%s%s\n",
               lewis_error_print(&findings[i].error, line, sizeof line),
               findings[i].warning ? " (warning)" : "");
        errors += !findings[i].warning;
    }
    printf("%s: %zu errors, %zu warnings\n", path, errors, count - errors);
    return errors == 0;
}

static int
check_one(const struct lewis_shelf *shelf, const char *name)
{
    struct lewis_finding *findings = NULL;
    struct lewis_error error;
    size_t count = 0;
    const char *path = lewis_shelf_find(shelf, name, &error);
    bool clean;

    if (path == NULL)
        return say_error(&error);
    if (!(lewis_atlas_sniff(path) ? lewis_atlas_check : lewis_bank_check)(
            path, &findings, &count, &error))
        return say_error(&error);
    clean = print_findings(path, findings, count);
    lewis_findings_free(findings);
    return clean ? EXIT_DONE : EXIT_DATA;
}

static int
check(const struct lewis_shelf *shelf, const char *lang, char **names,
      int count)
{
    int status = EXIT_DONE;

    (void)lang;
    if (count == 0)
        return say_usage(&cmd_bank, "check which file?");
    for (int i = 0; i < count; i++) {
        int one = check_one(shelf, names[i]);
        status = one > status ? one : status;
    }
    return status;
}

static const struct {
    const char *verb;
    int (*run)(const struct lewis_shelf *shelf, const char *lang,
               char **names, int count);
} verbs[] = {{"list", list}, {"show", show}, {"check", check}};
enum { VERBS = sizeof verbs / sizeof verbs[0] };

static int
run_verb(const char *verb, const char *lang, char **names, int count)
{
    struct lewis_error error;
    struct lewis_shelf *shelf;
    size_t v = 0;
    int status;

    while (v < VERBS && strcmp(verbs[v].verb, verb) != 0)
        v++;
    if (v == VERBS)
        return say_usage(&cmd_bank,
                         "there is no \"%s\"; there are list, show and check",
                         verb);
    shelf = lewis_shelf_open(&error);
    if (shelf == NULL)
        return say_error(&error);
    status = verbs[v].run(shelf, lang, names, count);
    lewis_shelf_free(shelf);
    return status;
}

static int
run(int argc, char **argv)
{
    const char *lang = NULL;
    const struct option_row rows[] = {{"lang", '\0', OPTION_TEXT, &lang}, {0}};
    int first, status = option_read(&cmd_bank, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    if (first == argc)
        return say_usage(&cmd_bank, "list, show or check?");
    return run_verb(argv[first], lang, argv + first + 1, argc - first - 1);
}

const struct cmd cmd_bank = {
    .name = "bank",
    .usage = "list | show NAME... | check FILE...",
    .summary = "List, show and check item banks",
    .help =
        "  list           the banks that are found, a line each\n"
        "  show NAME      a bank's items, options and keys\n"
        "  check FILE     everything that is wrong with a file, with its line;\n"
        "                 warnings apart from errors\n"
        "\n"
        "      --lang LANG  language of the texts (default: the bank's first)\n"
        "\n"
        "Banks are XML files. They are looked for in $LEWIS_PATH, your\n"
        "~/.local/share/lewis, and where lewis is installed.\n"
        "\n"
        "Exit status: 0 done; 1 a file has errors; 2 trouble.\n",
    .run = run,
};
