/* cmd_country.c - lewis country: the reference points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <lewis/country.h>
#include <lewis/shelf.h>

#include "content.h"
#include "option.h"
#include "say.h"

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
    printf("%s  %-23s %c  %-12s %s", country->iso, position,
           country->confidence, country->sources,
           lewis_text_in(country->name, lang));
    if (country->region != NULL)
        printf(" (the figure: %s)", lewis_text_in(country->region, lang));
    printf("\n");
}

static void
print_legend(const struct lewis_atlas *atlas, const char *lang)
{
    printf("\nConfidence:\n");
    for (char c = 'A'; c <= 'Z'; c++) {
        const struct lewis_text *text = lewis_atlas_confidence(atlas, c);
        if (text != NULL)
            printf("  %c  %s\n", c, lewis_text_in(text, lang));
    }
    printf("\nSources:\n");
    for (size_t i = 0; i < lewis_atlas_source_count(atlas); i++) {
        const char *id = lewis_atlas_source_id(atlas, i);
        printf("  %-2s %s\n", id, lewis_atlas_source(atlas, id));
    }
    printf("\nIllustrative, ordinal: only the order along the edges is "
           "sourced, the equal steps\nare a convention. People of one country "
           "differ widely: about 80 %% of the\nvariation in values lies within "
           "countries (Taras, Steel & Kirkman 2016).\n");
}

static int
list(const char *file, const char *lang)
{
    struct lewis_error error;
    struct lewis_shelf *shelf = lewis_shelf_open(&error);
    struct lewis_atlas *atlas;

    if (shelf == NULL)
        return say_error(&error);
    atlas = content_atlas(shelf, file);
    if (atlas != NULL)
        content_atlas_language(atlas, lang);
    for (size_t i = 0; atlas != NULL && i < lewis_atlas_count(atlas); i++)
        print_country(lewis_atlas_at(atlas, i), lang);
    if (atlas != NULL)
        print_legend(atlas, lang);
    lewis_shelf_free(shelf);
    if (atlas == NULL)
        return EXIT_TROUBLE;
    lewis_atlas_free(atlas);
    return EXIT_DONE;
}

static int
run(int argc, char **argv)
{
    const char *lang = NULL, *file = NULL;
    const struct option_row rows[] = {
        {"lang", '\0', OPTION_TEXT, &lang},
        {"countries", '\0', OPTION_TEXT, &file},
        {0},
    };
    int first, status = option_read(&cmd_country, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    if (first == argc || strcmp(argv[first], "list") != 0)
        return say_usage(&cmd_country, "only \"list\" is there");
    if (first + 1 < argc)
        return say_usage(&cmd_country, "list takes no names");
    return list(file, lang);
}

const struct cmd cmd_country = {
    .name = "country",
    .usage = "list",
    .summary = "List the countries that serve as reference points",
    .help =
        "  list               where the published figure puts each country, how\n"
        "                     well that is known (A best, D least), and the\n"
        "                     sources\n"
        "\n"
        "      --lang LANG       language of the names (en, nl)\n"
        "      --countries FILE  reference points other than our own\n",
    .run = run,
};
