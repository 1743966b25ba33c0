/* reply.h - what a person says of himself or herself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_REPLY_H
#define SESSION_REPLY_H

#include <lewis/session.h>

/* Puts a reply, as it goes into the file, into 'out'. LEWIS_MOVED, or why
 * not. */
enum lewis_outcome reply_text(const struct lewis_ask *ask, const char *text,
                              char out[LEWIS_REPLY_SIZE]);
enum lewis_outcome reply_number(const struct lewis_ask *ask, long number,
                                char out[LEWIS_REPLY_SIZE]);

/* The two letters, in capitals, are a code of ISO 3166-1. country_code.c */
bool country_code_known(const char code[2]);

#endif
