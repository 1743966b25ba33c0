/* cmd_bank.c - lewis bank: item banks. The verbs are in files of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <string.h>

#include "cli/bank/verb.h"
#include "choice.h"
#include "option.h"
#include "say.h"

static const struct {
    const char *verb;
    bank_verb *run;
} verbs[] = {
    {"list", bank_list},
    {"show", bank_show},
    {"check", bank_check},
    {"export", bank_export},
    {"items", bank_items},
};
enum { VERBS = sizeof verbs / sizeof verbs[0] };

static int
report_verb(const char *verb)
{
    const char *known[VERBS];
    const struct choice choice = {
        N_("there is no \"%s\"; did you mean \"%s\"?"),
        N_("there is no \"%s\"; there are list, show, check, "
           "export and items"),
        known, VERBS};

    for (size_t i = 0; i < VERBS; i++)
        known[i] = verbs[i].verb;
    return choice_refuse(&cmd_bank, &choice, verb);
}

static int
run_verb(const char *verb, const struct bank_options *options, char **names,
         int count)
{
    struct lewis_error error;
    struct lewis_shelf *shelf;
    size_t v = 0;
    int status;

    while (v < VERBS && strcmp(verbs[v].verb, verb) != 0)
        v++;
    if (v == VERBS)
        return report_verb(verb);
    shelf = lewis_shelf_open(&error);
    if (shelf == NULL)
        return say_error(&error);
    status = verbs[v].run(shelf, options, names, count);
    lewis_shelf_free(shelf);
    return status;
}

static int
run(int argc, char **argv)
{
    struct bank_options options = {.output = "-"};
    const struct option_row rows[] = {
        {"lang", '\0', OPTION_TEXT, &options.lang},
        {"against", '\0', OPTION_TEXT, &options.against},
        {"format", 'f', OPTION_TEXT, &options.format},
        {"output", 'o', OPTION_TEXT, &options.output},
        {"keys", 'k', OPTION_FLAG, &options.keys},
        {0},
    };
    int first, status = option_read(&cmd_bank, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    if (first == argc)
        return say_usage(&cmd_bank, "list, show, check, export or items?");
    return run_verb(argv[first], &options, argv + first + 1,
                    argc - first - 1);
}

const struct cmd cmd_bank = {
    .name = "bank",
    .usage = N_("list | show NAME... | check FILE... | export NAME |\n"
                "       lewis bank items NAME ANSWERS..."),
    .summary = N_("List, show, check and export item banks; how items work"),
    /* clang-format off */
    .help = {
        N_(
        "  list           the banks that are found, a line each\n"
        "  show NAME      a bank's questions, as a respondent reads them\n"
        "  check FILE     everything that is wrong with a file, with its line;\n"
        "                 warnings apart from errors\n"
        "  export NAME    the questionnaire for another tool\n"
        "  items NAME ANSWERS...   what people's answers say about the items: "
        "how far\n"
        "                 they go together, how each is answered, how sure a "
        "score is\n"
        "\n"
        "      --lang LANG       language of the texts (list, show: default "
        "that\n"
        "                        of your locale; export: the bank's first)\n"
        "  -k, --keys            show: the style of every answer too, for "
        "authors\n"
        "      --against OLD     check: would answers to the older version be "
        "read\n"
        "                        wrongly?\n"
        "  -f, --format FORMAT   export: csv (the header of an answer file),\n"
        "                        limesurvey (a survey to import, all "
        "languages),\n"
        "                        google (an Apps Script that builds the form),\n"
        "                        paper (an HTML page to print), html (a page "
        "that\n"
        "                        works without a server and hands back a "
        "CSV\n"
        "                        row; all languages, LANG first)\n"
        "                        items: table (default, for people), csv (a "
        "line a\n"
        "                        figure), json\n"
        "  -o, --output FILE     export, items: write here, whole or not at "
        "all\n"
        "\n"
        "Banks are XML files. They are looked for in $LEWIS_PATH, your\n"
        "~/.local/share/lewis, and where lewis is installed.\n"
        "\n"
        "Exit status: 0 done; 1 a file has errors, or rows were refused; 2 "
        "trouble.\n"
        "\n"
        "  lewis bank show lmr-30 --lang nl\n"
        "  lewis bank export lmr-12 --format paper -o lmr-12.html\n"
        "  lewis bank items lmr-ratings answers.csv\n"
        ),
    },
    /* clang-format on */
    .run = run,
};
