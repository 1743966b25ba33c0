/* target_draft.c - the journal of a draft: listed, looked at, gone on with.
 *
 * The first byte chooses the item bank; the rest is the journal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include <lewis/draft.h>

#include "fuzz.h"

/* Every question and a few acts. */
static void
walk(struct lewis_session *session)
{
    static const struct lewis_act acts[] = {
        {.kind = LEWIS_ACT_ENTER},
        {.kind = LEWIS_ACT_NUMBER, .number = 1},
        {.kind = LEWIS_ACT_TEXT, .text = "NL"},
        {.kind = LEWIS_ACT_BACK},
        {.kind = LEWIS_ACT_SKIP},
        {.kind = LEWIS_ACT_REVIEW},
        {.kind = LEWIS_ACT_LANGUAGE},
        {.kind = LEWIS_ACT_HAND_IN},
    };

    lewis_session_show(session, 0);
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
        lewis_session_do(session, &acts[i], 1000, NULL);
}

void
run_draft(const char *bytes, size_t size)
{
    const struct lewis_bank *bank;
    struct lewis_draft_info *list;
    struct lewis_session *session;
    struct lewis_draft *draft;
    size_t count;

    if (size == 0)
        return;
    bank = fuzz_bank(fuzz_digit(bytes[0]));
    fuzz_file(0, bytes + 1, size - 1);
    if (lewis_draft_list(fuzz_folder(), &list, &count, NULL))
        lewis_draft_list_free(list);
    lewis_session_free(lewis_draft_read(fuzz_folder(), "0", bank, NULL));
    draft = lewis_draft_resume(fuzz_folder(), "0", bank, &session, NULL);
    lewis_draft_free(draft);
    if (session != NULL)
        walk(session);
    lewis_session_free(session);
}
