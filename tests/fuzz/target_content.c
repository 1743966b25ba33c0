/* target_content.c - the other files of content: reference points, advice,
 * tasks, ideas to lay over the triangle, the agenda, a checklist. Every input
 * goes to all of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/advice.h>
#include <lewis/agenda.h>
#include <lewis/checklist.h>
#include <lewis/country.h>
#include <lewis/overlay.h>
#include <lewis/tasks.h>

#include "fuzz.h"

typedef bool checker(const char *path, struct lewis_finding **findings,
                     size_t *count, struct lewis_error *error);

static void
check_all(const char *path)
{
    static checker *const checks[] = {
        lewis_advice_check,    lewis_agenda_check,  lewis_atlas_check,
        lewis_checklist_check, lewis_overlay_check, lewis_tasks_check,
    };
    struct lewis_finding *findings;
    size_t count;

    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++)
        if (checks[i](path, &findings, &count, NULL))
            lewis_findings_free(findings);
}

static void
look_at(const struct lewis_atlas *atlas)
{
    static const char *const wanted[] = {"all", "none", "nearest:8",
                                         "NL,Japan"};

    if (atlas == NULL)
        return;
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        lewis_selection_free(lewis_selection_parse(atlas, wanted[i], NULL));
}

void
run_content(const char *bytes, size_t size)
{
    struct lewis_atlas *atlas = lewis_atlas_parse(bytes, size, "f", NULL);

    look_at(atlas);
    lewis_atlas_free(atlas);
    lewis_advice_free(lewis_advice_parse(bytes, size, "f", NULL));
    lewis_agenda_free(lewis_agenda_parse(bytes, size, "f", NULL));
    lewis_checklist_free(lewis_checklist_parse(bytes, size, "f", NULL));
    lewis_overlay_free(lewis_overlay_parse(bytes, size, "f", NULL));
    lewis_tasks_free(lewis_tasks_parse(bytes, size, "f", NULL));
    check_all(fuzz_file(0, bytes, size));
}
