/* status_json.c - where a workshop stands, as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "workshop/workshop.h"

static void
add_member(struct text *text, const char *name, const char *value)
{
    text_print(text, ", \"%s\": ", name);
    if (*value == '\0')
        text_add(text, "null");
    else
        text_add_json(text, value, strlen(value));
}

static void
add_count(struct text *text, const struct lewis_workshop_count *count)
{
    text_print(text,
               "\"invited\": %zu, \"joined\": %zu, \"handed_in\": %zu, "
               "\"released\": %zu}",
               count->invited, count->joined, count->handed_in,
               count->released);
}

static void
add_teams(struct text *text, const struct lewis_workshop *workshop,
          const struct lewis_workshop_count count[])
{
    struct lewis_workshop_count all = {0};

    text_add(text, ", \"teams\": [");
    for (size_t t = 0; t < workshop->teams; t++) {
        text_add(text, t > 0 ? ", {\"team\": " : "{\"team\": ");
        text_add_json(text, workshop->team[t], strlen(workshop->team[t]));
        text_add(text, ", ");
        add_count(text, &count[t]);
        all.invited += count[t].invited;
        all.joined += count[t].joined;
        all.handed_in += count[t].handed_in;
        all.released += count[t].released;
    }
    text_add(text, "], \"all\": {");
    add_count(text, &all);
}

static void
add_all(struct text *text, const struct lewis_workshop *workshop,
        const struct lewis_workshop_status *status,
        const struct lewis_workshop_count count[])
{
    text_add(text, "{\"title\": ");
    text_add_json(text, workshop->title, strlen(workshop->title));
    add_member(text, "bank", lewis_bank_id(workshop->bank));
    add_member(text, "version", lewis_bank_version(workshop->bank));
    add_member(text, "sha256", lewis_bank_digest(workshop->bank));
    add_member(text, "state", lewis_workshop_state_keyword(status->state));
    text_print(text, ", \"revealed\": %s, \"names\": %s, \"minimum\": %zu",
               status->revealed ? "true" : "false",
               workshop->names ? "true" : "false", workshop->minimum);
    add_member(text, "created", status->created);
    add_member(text, "opened", status->opened);
    add_member(text, "closed", status->closed);
    add_member(text, "purged", status->purged);
    add_teams(text, workshop, count);
    text_add(text, "}\n");
}

bool
lewis_workshop_json(struct lewis_workshop *workshop,
                    struct lewis_output *output, struct lewis_error *error)
{
    struct lewis_workshop_count count[LEWIS_WORKSHOP_TEAMS];
    struct lewis_workshop_status status;
    struct text text = {0};
    bool made;

    if (!lewis_workshop_status(workshop, &status, error) ||
        !lewis_workshop_counts(workshop, count, error))
        return false;
    add_all(&text, workshop, &status, count);
    made = text_ok(&text) || error_memory(error);
    if (made)
        lewis_output_write(output, text.bytes, text.size);
    text_release(&text);
    return made;
}
