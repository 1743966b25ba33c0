/* order.c - the order in which one person sees questions and their options.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/order.h"

struct lewis_session *
order_new(struct exchange *exchange)
{
    const struct lewis_session_options options = {
        .lang = exchange->lang, .seed = exchange->person.seed};
    struct lewis_session *session = lewis_session_new(
        lewis_workshop_bank(exchange->workshop), &options, NULL);

    exchange->failed |= session == NULL;
    return session;
}

size_t
order_topics(const struct lewis_bank *bank)
{
    size_t topics = 0;

    for (size_t s = 0; s < lewis_bank_section_count(bank); s++)
        topics += lewis_bank_section(bank, s)->count > 0;
    return topics;
}

const struct lewis_section *
order_topic(const struct lewis_bank *bank, size_t number)
{
    for (size_t s = 0; s < lewis_bank_section_count(bank); s++) {
        const struct lewis_section *section = lewis_bank_section(bank, s);

        if (section->count > 0 && --number == 0)
            return section;
    }
    return NULL;
}

size_t
order_topic_of(const struct lewis_bank *bank, size_t item)
{
    size_t topic = 0;

    for (size_t s = 0; s <= lewis_bank_item(bank, item)->section; s++)
        topic += lewis_bank_section(bank, s)->count > 0;
    return topic;
}

void
order_options(const struct lewis_session *session, size_t item,
              size_t option[LEWIS_OPTIONS])
{
    const struct lewis_item *it =
        lewis_bank_item(lewis_session_bank(session), item);

    for (size_t i = 0; i < it->option_count; i++)
        option[i] = lewis_session_option(session, item, i);
}
