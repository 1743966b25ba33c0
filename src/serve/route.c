/* route.c - which handler answers what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/route.h"

#include <stdbool.h>
#include <string.h>

#include "serve/page.h"

static const struct route routes[] = {
    /* everybody */
    {METHOD_GET, "/", ACCESS_ALL, page_join},
    {METHOD_POST, "/join", ACCESS_ALL, page_join_do},
    {METHOD_POST, "/leave", ACCESS_ALL, page_leave_do},
    {METHOD_GET, "/style.css", ACCESS_ALL, page_style},
    {METHOD_GET, "/script.js", ACCESS_ALL, page_script},
    {METHOD_GET, "/icon.svg", ACCESS_ALL, page_icon},
    /* people */
    {METHOD_GET, "/consent", ACCESS_PERSON, page_consent},
    {METHOD_POST, "/consent", ACCESS_PERSON, page_consent_do},
    {METHOD_GET, "/topic/#", ACCESS_PERSON, page_topic},
    {METHOD_POST, "/topic/#", ACCESS_PERSON, page_topic_do},
    {METHOD_GET, "/about", ACCESS_PERSON, page_about},
    {METHOD_POST, "/about", ACCESS_PERSON, page_about_do},
    {METHOD_GET, "/review", ACCESS_PERSON, page_review},
    {METHOD_POST, "/answer", ACCESS_PERSON, page_answer_do},
    {METHOD_POST, "/hand-in", ACCESS_PERSON, page_hand_in_do},
    {METHOD_POST, "/take-back", ACCESS_PERSON, page_take_back_do},
    {METHOD_GET, "/result", ACCESS_PERSON, page_result},
    {METHOD_GET, "/result.pdf", ACCESS_PERSON, page_result_pdf},
    /* the trainer */
    {METHOD_GET, "/trainer", ACCESS_ALL, page_trainer},
    {METHOD_GET, "/trainer/part", ACCESS_TRAINER, page_trainer_part},
    {METHOD_POST, "/trainer/open", ACCESS_TRAINER, page_open_do},
    {METHOD_GET, "/trainer/close", ACCESS_TRAINER, page_close},
    {METHOD_GET, "/trainer/close/part", ACCESS_TRAINER, page_close_part},
    {METHOD_POST, "/trainer/close", ACCESS_TRAINER, page_close_do},
    {METHOD_POST, "/trainer/reveal", ACCESS_TRAINER, page_reveal_do},
    {METHOD_POST, "/trainer/hide", ACCESS_TRAINER, page_hide_do},
    {METHOD_POST, "/trainer/link", ACCESS_TRAINER, page_link_do},
    {METHOD_GET, "/wall", ACCESS_TRAINER, page_wall},
    {METHOD_GET, "/wall/part", ACCESS_TRAINER, page_wall_part},
    {METHOD_GET, "/events", ACCESS_TRAINER, page_events},
};

enum { ROUTES = sizeof routes / sizeof routes[0], NUMBER_DIGITS = 4 };

/* A number from 1 on, without leading zeros, to the end of the path. */
static bool
read_number(const char *text, size_t *number)
{
    size_t digits = strspn(text, "0123456789");

    if (digits == 0 || digits > NUMBER_DIGITS || text[digits] != '\0' ||
        text[0] == '0')
        return false;
    for (*number = 0; *text != '\0'; text++)
        *number = *number * 10 + (size_t)(*text - '0');
    return true;
}

static bool
matches(const char *pattern, const char *path, size_t *number)
{
    size_t same = strcspn(pattern, "#");

    *number = 0;
    if (strncmp(pattern, path, same) != 0)
        return false;
    return pattern[same] == '#' ? read_number(path + same, number)
                                : path[same] == '\0';
}

const struct route *
route_find(enum method method, const char *path, size_t *number,
           const char **allow)
{
    *allow = NULL;
    for (size_t i = 0; i < ROUTES; i++) {
        if (!matches(routes[i].path, path, number))
            continue;
        if (routes[i].method == method)
            return &routes[i];
        *allow = routes[i].method == METHOD_GET ? "GET, HEAD" : "POST";
    }
    return NULL;
}
