/* order.h - the order in which one person sees questions and their options:
 * that of lewis/session.h for the person's seed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_ORDER_H
#define SERVE_ORDER_H

#include "serve/exchange.h"

/* NULL, and exchange->failed, when out of memory; freed with
 * lewis_session_free(). */
struct lewis_session *order_new(struct exchange *exchange);

/* Topics are numbered from 1; sections without items are none. */
size_t order_topics(const struct lewis_bank *bank);

/* The section of that topic, or NULL. */
const struct lewis_section *order_topic(const struct lewis_bank *bank,
                                        size_t number);

/* The topic of an item. */
size_t order_topic_of(const struct lewis_bank *bank, size_t item);

/* The options of an item as shown, into 'option'. */
void order_options(const struct lewis_session *session, size_t item,
                   size_t option[LEWIS_OPTIONS]);

#endif
