/* export.c - lewis bank export: the questionnaire for other tools.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <lewis/export.h>

#include "cli/bank/verb.h"
#include "cli/cleanup.h"
#include "cli/content.h"
#include "cli/places.h"
#include "cli/say.h"

static int
export_to(const struct lewis_bank *bank, enum lewis_export format,
          const struct bank_options *options)
{
    struct lewis_error error;
    struct lewis_output *output = cleanup_open(options->output, &error);
    bool ok;

    if (output == NULL)
        return say_error(&error);
    ok = lewis_bank_export(bank, format, options->lang, output, &error) &&
         cleanup_commit(&output, 1, &error);
    cleanup_close(output);
    return ok ? EXIT_DONE : say_error(&error);
}

int
bank_export(const struct lewis_shelf *shelf,
            const struct bank_options *options, char **names, int count)
{
    enum lewis_export format = LEWIS_EXPORT_CSV;
    struct places places = {.shelf = shelf};
    struct lewis_bank *bank;
    int status;

    if (count != 1)
        return say_usage(&cmd_bank, "export takes one bank");
    if (options->format == NULL)
        return say_usage(&cmd_bank, "export for what? Give --format csv, "
                                    "limesurvey, google, paper or html");
    if (!lewis_export_parse(options->format, &format))
        return say_usage(&cmd_bank,
                         "there is no format \"%s\"; there are csv, "
                         "limesurvey, google, paper and html",
                         options->format);
    places_find(&places, names[0], N_("the bank"));
    places_write(&places, options->output, "-o");
    if (!places_apart(&places))
        return EXIT_TROUBLE;
    bank = content_bank(shelf, names[0]);
    if (bank == NULL)
        return EXIT_TROUBLE;
    content_bank_language(bank, options->lang);
    status = export_to(bank, format, options);
    lewis_bank_free(bank);
    return status;
}
