/* route.h - which handler answers what: one table.
 *
 * How to add a page: a handler in a file page_NAME.c, its declaration in
 * page.h, a row in the table of route.c, and its words in words.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_ROUTE_H
#define SERVE_ROUTE_H

#include <stddef.h>

struct exchange;
typedef void exchange_handler(struct exchange *exchange);

enum method { METHOD_GET, METHOD_POST }; /* HEAD is GET, without the body */

/* Who may. */
enum access {
    ACCESS_ALL,
    ACCESS_PERSON,  /* who is in with a code */
    ACCESS_TRAINER
};

struct route {
    enum method method;
    const char *path; /* "#" stands for a number from 1 on */
    enum access access;
    exchange_handler *handler;
};

/* The route of that path, and the number in it (or 0). NULL: there is none;
 * *allow is then the methods that there are for the path, or NULL. */
const struct route *route_find(enum method method, const char *path,
                               size_t *number, const char **allow);

#endif
