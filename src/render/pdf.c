/* pdf.c - a scene as PDF, through cairo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/picture.h"

#include <stdlib.h>
#include <time.h>

#include <cairo-pdf.h>

#include "base/error.h"
#include "base/number.h"
#include "render/paint.h"

static cairo_status_t
write_bytes(void *closure, const unsigned char *bytes, unsigned int size)
{
    struct lewis_output *output = closure;

    lewis_output_write(output, bytes, size);
    return CAIRO_STATUS_SUCCESS; /* the output remembers its failures */
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

static bool
draw(cairo_surface_t *surface, const struct lewis_scene *scene)
{
    cairo_t *cr = cairo_create(surface);
    bool done;

    cairo_tag_begin(cr, "Document", NULL);
    cairo_tag_begin(cr, "Figure", NULL);
    done = paint_scene(cr, scene);
    cairo_tag_end(cr, "Figure");
    cairo_tag_end(cr, "Document");
    cairo_show_page(cr);
    if (cairo_status(cr) != CAIRO_STATUS_SUCCESS)
        done = false;
    cairo_destroy(cr);
    return done;
}

bool
pdf_write(const struct lewis_scene *scene,
          const struct lewis_render_options *options,
          struct lewis_output *output, struct lewis_error *error)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        write_bytes, output, scene_width_pt(scene), scene_height_pt(scene));
    bool done;

    (void)options;
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
                                   scene_title(scene));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
                                   scene_description(scene));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
                                   PICTURE_SOFTWARE);
    set_date(surface);
    done = draw(surface, scene);
    cairo_surface_finish(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        done = false;
    cairo_surface_destroy(surface);
    if (!done)
        return error_set(error, LEWIS_ESYSTEM, "cairo cannot write the PDF");
    return true;
}
