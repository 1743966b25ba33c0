/* pdf_surface.c - what all our PDFs have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/pdf_surface.h"

#include <stdlib.h>
#include <time.h>

#include <cairo-pdf.h>

#include "base/error.h"
#include "base/number.h"
#include "render/picture.h"

static cairo_status_t
write_bytes(void *closure, const unsigned char *bytes, unsigned int size)
{
    text_add_bytes(closure, (const char *)bytes, size);
    return CAIRO_STATUS_SUCCESS; /* the text remembers its failures */
}

/* SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch),
 * else now. */
static time_t
picture_time(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    double seconds;

    if (epoch != NULL && number_parse(epoch, &seconds) && seconds >= 0 &&
        seconds < 253402300800.0) /* year 10000 */
        return (time_t)seconds;
    return time(NULL);
}

/* cairo wants the date with its time zone, or viewers do not show it. */
static void
set_date(cairo_surface_t *surface)
{
    time_t now = picture_time();
    struct tm utc;
    char date[40];

    if (gmtime_r(&now, &utc) != NULL &&
        strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", &utc) > 0)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                       date);
}

cairo_surface_t *
pdf_surface_new(struct text *bytes, double width_pt, double height_pt,
                const char *title, const char *subject)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        write_bytes, bytes, width_pt, height_pt);

    /* the classic table of references, which pdf_update() reads */
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
                                   subject);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
                                   PICTURE_SOFTWARE);
    set_date(surface);
    return surface;
}

bool
pdf_surface_finish(cairo_surface_t *surface)
{
    bool done;

    cairo_surface_finish(surface);
    done = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    return done;
}

bool
pdf_give(const struct text *bytes, bool drawn, struct lewis_output *output,
         struct lewis_error *error)
{
    if (!drawn)
        return error_set(error, LEWIS_ESYSTEM, "cairo cannot write the PDF");
    if (!text_ok(bytes))
        return error_memory(error);
    lewis_output_write(output, bytes->bytes, bytes->size);
    return true;
}
