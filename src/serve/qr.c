/* qr.c - a text as a QR code: the door to libqrencode.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/qr.h"

#include <qrencode.h>

enum { QUIET = 4 };

/* Runs of dark modules in a row, as one path for all rows. */
static void
add_row(struct text *out, const unsigned char *row, int width, int y)
{
    for (int x = 0; x < width;) {
        int from = x;

        while (x < width && (row[x] & 1) != 0)
            x++;
        if (x > from)
            text_print(out, "M%d %dh%dv1h-%dz", from + QUIET, y + QUIET,
                       x - from, x - from);
        else
            x++;
    }
}

bool
qr_add(struct text *out, const char *text, const char *label)
{
    QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    int side;

    if (code == NULL)
        return false;
    side = code->width + 2 * QUIET;
    text_print(out,
               "<svg id=\"qr\" class=\"qr\" role=\"img\" "
               "viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\" "
               "aria-label=\"",
               side, side);
    text_add_xml(out, label);
    text_print(out,
               "\"><rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>"
               "<path fill=\"#000\" d=\"",
               side, side);
    for (int y = 0; y < code->width; y++)
        add_row(out, code->data + y * code->width, code->width, y);
    text_add(out, "\"/></svg>\n");
    QRcode_free(code);
    return text_ok(out);
}
