/* bank_export.c - lewis bank export: the questionnaire for other tools.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <lewis/export.h>

#include "bank_verb.h"
#include "content.h"
#include "say.h"

static int
export_to(const struct lewis_bank *bank, enum lewis_export format,
          const struct bank_options *options)
{
    struct lewis_error error;
    struct lewis_output *output = lewis_output_open(options->output, &error);
    bool ok;

    if (output == NULL)
        return say_error(&error);
    ok = lewis_bank_export(bank, format, options->lang, output, &error) &&
         lewis_output_commit(output, &error);
    lewis_output_free(output);
    return ok ? EXIT_DONE : say_error(&error);
}

int
bank_export(const struct lewis_shelf *shelf,
            const struct bank_options *options, char **names, int count)
{
    enum lewis_export format = LEWIS_EXPORT_CSV;
    struct lewis_bank *bank;
    const char *path;
    int status;

    if (count != 1)
        return say_usage(&cmd_bank, "export takes one bank");
    if (options->format == NULL)
        return say_usage(&cmd_bank, "export for what? Give --format csv, "
                                    "limesurvey, google or paper");
    if (!lewis_export_parse(options->format, &format))
        return say_usage(&cmd_bank,
                         "there is no format \"%s\"; there are csv, "
                         "limesurvey, google and paper",
                         options->format);
    path = lewis_shelf_find(shelf, names[0], NULL);
    if (path != NULL && content_same_file(path, options->output)) {
        say("%s: this is the bank itself; name another file with -o",
            options->output);
        return EXIT_TROUBLE;
    }
    bank = content_bank(shelf, names[0]);
    if (bank == NULL)
        return EXIT_TROUBLE;
    content_bank_language(bank, options->lang);
    status = export_to(bank, format, options);
    lewis_bank_free(bank);
    return status;
}
