/* cmd_country.c - lewis country: the reference points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <lewis/country.h>
#include <lewis/output.h>
#include <lewis/report.h>
#include <lewis/shelf.h>

#include "cli/terminal/terminal.h"
#include "choice.h"
#include "content.h"
#include "language.h"
#include "option.h"
#include "say.h"

struct options {
    const char *lang, *file;
    struct terminal terminal;
};

static void
print_country(const struct lewis_country *country, const char *lang)
{
    char position[32];

    if (country->measured)
        snprintf(position, sizeof position, "%.0f %.0f %.0f %%, n %d",
                 100 * country->share[0], 100 * country->share[1],
                 100 * country->share[2], country->n);
    else if (country->step == 0)
        snprintf(position, sizeof position, "%s",
                 lewis_style_keyword(country->from));
    else
        snprintf(position, sizeof position, "%s > %s %d/%d",
                 lewis_style_keyword(country->from),
                 lewis_style_keyword(country->toward), country->step,
                 country->steps);
    tell("%s  %-23s %c  %-12s %s", country->iso, position,
         country->confidence, country->sources,
         lewis_text_in(country->name, lang));
    if (country->region != NULL)
        tell(_(" (the figure: %s)"), lewis_text_in(country->region, lang));
    tell("\n");
}

static void
print_legend(const struct lewis_atlas *atlas, const char *lang)
{
    tell(_("\nConfidence:\n"));
    for (char c = 'A'; c <= 'Z'; c++) {
        const struct lewis_text *text = lewis_atlas_confidence(atlas, c);
        if (text != NULL)
            tell("  %c  %s\n", c, lewis_text_in(text, lang));
    }
    tell(_("\nSources:\n"));
    for (size_t i = 0; i < lewis_atlas_source_count(atlas); i++) {
        const char *id = lewis_atlas_source_id(atlas, i);
        tell("  %-2s %s\n", id, lewis_atlas_source(atlas, id));
    }
    tell(_("\nIllustrative, ordinal: only the order along the edges is "
           "sourced, the equal steps\nare a convention. People of one country "
           "differ widely: about 80 %% of the\nvariation in values lies within "
           "countries (Taras, Steel & Kirkman 2016).\n"));
}

static int
list(const struct lewis_countries *in, const struct options *options,
     char **names)
{
    (void)options;
    (void)names;
    for (size_t i = 0; i < lewis_atlas_count(in->atlas); i++)
        print_country(lewis_atlas_at(in->atlas, i), in->lang);
    print_legend(in->atlas, in->lang);
    return EXIT_DONE;
}

static const struct lewis_country *
find(const struct lewis_atlas *atlas, const char *what)
{
    struct lewis_error error;
    const struct lewis_country *country =
        lewis_atlas_search(atlas, what, &error);

    if (country == NULL)
        say_error(&error);
    return country;
}

static int
print_page(const struct lewis_page *page, const struct options *options)
{
    struct lewis_error error;
    struct lewis_output *output = lewis_output_open("-", &error);
    int status = EXIT_DONE;

    if (output == NULL)
        return say_error(&error);
    lewis_page_print(page, output, terminal_color(&options->terminal, "-"));
    if (!lewis_output_commit(output, &error))
        status = say_error(&error);
    lewis_output_free(output);
    return status;
}

/* One country, or two compared (b not NULL). */
static int
describe(const struct lewis_countries *in, const struct options *options,
         const struct lewis_country *a, const struct lewis_country *b)
{
    struct lewis_error error;
    struct lewis_page *page =
        lewis_page_new(terminal_width(&options->terminal), &error);
    int status;

    if (page == NULL)
        return say_error(&error);
    if (b == NULL)
        lewis_report_country(in, a, page);
    else
        lewis_report_countries(in, a, b, page);
    if (lewis_page_ok(page))
        status = print_page(page, options);
    else
        status = (say("out of memory"), EXIT_TROUBLE);
    lewis_page_free(page);
    return status;
}

static int
show(const struct lewis_countries *in, const struct options *options,
     char **names)
{
    const struct lewis_country *a = find(in->atlas, names[0]);

    return a == NULL ? EXIT_TROUBLE : describe(in, options, a, NULL);
}

static int
compare(const struct lewis_countries *in, const struct options *options,
        char **names)
{
    const struct lewis_country *a = find(in->atlas, names[0]);
    const struct lewis_country *b = find(in->atlas, names[1]);

    if (a == NULL || b == NULL)
        return EXIT_TROUBLE;
    return describe(in, options, a, b);
}

static const struct verb {
    const char *name;
    int operands;
    const char *operands_words;
    int (*run)(const struct lewis_countries *in, const struct options *options,
               char **names);
} verbs[] = {
    {"list", 0, N_("list takes no names"), list},
    {"show", 1, N_("show takes one country"), show},
    {"compare", 2, N_("compare takes two countries"), compare},
};
enum { VERBS = sizeof verbs / sizeof verbs[0] };

static const struct verb *
find_verb(const char *word)
{
    const char *known[VERBS];
    const struct choice choice = {
        N_("there is no \"%s\"; did you mean \"%s\"?"),
        N_("there is no \"%s\"; there are list, show and compare"),
        known, VERBS};

    for (size_t i = 0; i < VERBS; i++) {
        if (strcmp(word, verbs[i].name) == 0)
            return &verbs[i];
        known[i] = verbs[i].name;
    }
    choice_refuse(&cmd_country, &choice, word);
    return NULL;
}

static int
run_verb(const struct verb *verb, const struct options *options, char **names)
{
    struct lewis_error error;
    struct lewis_shelf *shelf = lewis_shelf_open(&error);
    struct lewis_countries in = {.lang = NULL};
    struct lewis_atlas *atlas;
    struct lewis_advice *advice = NULL;
    int status = EXIT_TROUBLE;

    if (shelf == NULL)
        return say_error(&error);
    atlas = content_atlas(shelf, options->file);
    if (atlas != NULL &&
        (verb->operands < 2 || content_advice(shelf, &advice))) {
        content_atlas_language(atlas, options->lang);
        in.lang = language_to_read(options->lang, NULL);
        in.atlas = atlas;
        in.advice = advice;
        status = verb->run(&in, options, names);
    }
    lewis_advice_free(advice);
    lewis_atlas_free(atlas);
    lewis_shelf_free(shelf);
    return status;
}

static int
run(int argc, char **argv)
{
    struct options options = {.lang = NULL};
    const struct option_row rows[] = {
        {"lang", '\0', OPTION_TEXT, &options.lang},
        {"atlas", '\0', OPTION_TEXT, &options.file},
        {"countries", '\0', OPTION_ELSEWHERE,
         N_("--atlas FILE reads reference points of your own")},
        TERMINAL_OPTIONS(options.terminal),
        {0},
    };
    int first, status = option_read(&cmd_country, argc, argv, rows, &first);
    const struct verb *verb;

    if (status >= 0)
        return status;
    status = terminal_check(&cmd_country, &options.terminal);
    if (status >= 0)
        return status;
    if (first == argc)
        return say_usage(&cmd_country, "list, show or compare?");
    verb = find_verb(argv[first]);
    if (verb == NULL)
        return EXIT_TROUBLE;
    if (argc - first - 1 != verb->operands)
        return say_usage(&cmd_country, "%s", _(verb->operands_words));
    return run_verb(verb, &options, argv + first + 1);
}

const struct cmd cmd_country = {
    .name = "country",
    .usage = N_("list | show COUNTRY | compare COUNTRY COUNTRY"),
    .summary = N_("Show and compare the countries that serve as reference points"),
    /* clang-format off */
    .help = {
        N_(
        "  list               where the published figure puts each country,\n"
        "                     how well that is known (A best, D least), and\n"
        "                     the sources\n"
        "  show COUNTRY       the same for one, in words\n"
        "  compare A B        two of them, what differs, and advice for\n"
        "                     people who lean the same ways\n"
        "\n"
        "A country is an ISO code or a name: NL, \"United States\".\n"
        "\n"
        "      --lang LANG        language of the texts (en, nl; default: "
        "that of\n"
        "                         your locale)\n"
        "      --atlas FILE       reference points other than our own\n"
        ),
        TERMINAL_HELP,
        N_(
        "\n"
        "  lewis country compare NL Japan\n"
        ),
    },
    /* clang-format on */
    .run = run,
};
