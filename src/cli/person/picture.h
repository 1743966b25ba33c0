/* picture.h - the picture in one person's result: characters within the
 * page, or pixels between its lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PERSON_PICTURE_H
#define CLI_PERSON_PICTURE_H

#include <lewis/report.h>

#include "cli/terminal/chart.h"

struct person_picture {
    const struct lewis_person *person;
    enum lewis_pixels pixels; /* NONE: characters */
    size_t rows;              /* most lines of characters; 0: any number */
    bool apart;               /* after drawing: pixels stand at ... */
    size_t line;              /* ... the end of that many lines */
};

/* The means of drawing; none for PICTURE_NONE. 'picture' must outlive the
 * person's page. Asks the terminal when the way is PICTURE_AUTO and 'output' is
 * "-". */
struct lewis_drawer person_picture_drawer(struct person_picture *picture,
                                          enum picture_way way,
                                          const char *output);

/* Shows the pixels. Returns an exit status. */
int person_picture_show(const struct person_picture *picture);

#endif
