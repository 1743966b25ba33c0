/* assets.c - the style sheet, the script and the icon.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/assets.h"

#include <stddef.h>

#include "bank/controls.h"
#include "serve/exchange.h"
#include "serve/page.h"

extern const char serve_css[], serve_js[];

const char *const assets_style[] = {controls_css, serve_css, NULL};
const char *const assets_script[] = {controls_js, serve_js, NULL};

const char assets_icon[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">"
    "<path d=\"M16 3 30 28H2Z\" fill=\"#fff\" stroke=\"#444\"/>"
    "<circle cx=\"16\" cy=\"7\" r=\"4\" fill=\"#C8322B\"/>"
    "<circle cx=\"5\" cy=\"26\" r=\"4\" fill=\"#0B5CAD\"/>"
    "<circle cx=\"27\" cy=\"26\" r=\"4\" fill=\"#F2C230\"/></svg>\n";

static void
send(struct exchange *exchange, const char *type, const char *const parts[])
{
    exchange->type = type;
    exchange->lasting = true;
    for (size_t i = 0; parts[i] != NULL; i++)
        text_add(&exchange->body, parts[i]);
}

void
page_style(struct exchange *exchange)
{
    send(exchange, "text/css; charset=utf-8", assets_style);
}

void
page_script(struct exchange *exchange)
{
    send(exchange, "text/javascript; charset=utf-8", assets_script);
}

void
page_icon(struct exchange *exchange)
{
    const char *const icon[] = {assets_icon, NULL};

    send(exchange, "image/svg+xml", icon);
}
