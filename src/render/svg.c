/* svg.c - a scene as SVG, by our own hand: real text, a title on every group
 * (browsers show it on hover), classes for style sheets. cairo's SVG has none
 * of these.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/picture.h"

#include <stdint.h>
#include <string.h>

#include <pango/pango.h>

#include "base/error.h"
#include "base/text.h"
#include "chart/scene.h"
#include "render/document.h"

enum { FLUSH_AT = 1 << 16 };

struct svg {
    struct text text; /* not yet written */
    struct lewis_output *output;
    const struct lewis_scene *scene;
    uint32_t page; /* tells the ids of two pictures on one page apart */
    size_t groups;
};

static void
flush(struct svg *svg)
{
    if (!text_ok(&svg->text))
        return;
    lewis_output_write(svg->output, text_string(&svg->text), svg->text.size);
    text_clear(&svg->text);
}

static void
number(struct svg *svg, const char *before, double x, const char *after)
{
    char out[SCENE_NUMBER];

    text_add(&svg->text, before);
    text_add(&svg->text, scene_number(x, out));
    text_add(&svg->text, after);
}

static void
colour(struct svg *svg, const char *name, int32_t value, double alpha)
{
    text_print(&svg->text, " %s=\"#%06X\"", name, (unsigned)value);
    if (alpha < 1) {
        text_print(&svg->text, " %s-opacity", name);
        number(svg, "=\"", alpha, "\"");
    }
}

static void
paint(struct svg *svg, const struct scene_style *style)
{
    if (style->fill_alpha > 0)
        colour(svg, "fill", style->fill, style->fill_alpha);
    else
        text_add(&svg->text, " fill=\"none\"");
    if (style->stroke_alpha <= 0)
        return;
    colour(svg, "stroke", style->stroke, style->stroke_alpha);
    number(svg, " stroke-width=\"", style->width_pt, "\"");
    if (style->dash_pt[0] > 0) {
        number(svg, " stroke-dasharray=\"", style->dash_pt[0], " ");
        number(svg, "", style->dash_pt[1], "\"");
    }
}

static void
circle(struct svg *svg, const struct scene_shape *shape)
{
    number(svg, "<circle cx=\"", shape->point->x, "\"");
    number(svg, " cy=\"", shape->point->y, "\"");
    number(svg, " r=\"", shape->radius_pt, "\"");
    paint(svg, &shape->style);
    text_add(&svg->text, "/>\n");
}

static void
points(struct svg *svg, const struct scene_shape *shape)
{
    text_print(&svg->text, "<%s points=\"",
               shape->kind == SCENE_POLYGON ? "polygon" : "polyline");
    for (size_t i = 0; i < shape->count; i++) {
        number(svg, i > 0 ? " " : "", shape->point[i].x, ",");
        number(svg, "", shape->point[i].y, "");
    }
    text_add(&svg->text, "\"");
    paint(svg, &shape->style);
    text_add(&svg->text, "/>\n");
}

static bool
is_from_right(GUnicodeScript script)
{
    return script == G_UNICODE_SCRIPT_ARABIC ||
           script == G_UNICODE_SCRIPT_HEBREW ||
           script == G_UNICODE_SCRIPT_SYRIAC ||
           script == G_UNICODE_SCRIPT_THAANA ||
           script == G_UNICODE_SCRIPT_NKO || script == G_UNICODE_SCRIPT_ADLAM;
}

/* As its first letter does (Unicode Standard Annex 9, P2 and P3). */
static bool
runs_from_right(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_isalpha(g_utf8_get_char(text)))
            return is_from_right(
                g_unichar_get_script(g_utf8_get_char(text)));
    return false;
}

/* Where a text is held. One that runs from right to left says so, for what a
 * name holds besides its letters to come in the right order; there the start
 * of a text is on the right. */
static const char *
anchor_of(const struct scene_shape *shape)
{
    static const char *const anchor[][3] = {
        {"", " text-anchor=\"middle\"", " text-anchor=\"end\""},
        {" text-anchor=\"end\" direction=\"rtl\" unicode-bidi=\"embed\"",
         " text-anchor=\"middle\" direction=\"rtl\" unicode-bidi=\"embed\"",
         " direction=\"rtl\" unicode-bidi=\"embed\""},
    };

    return anchor[runs_from_right(shape->text)][shape->anchor];
}

static void
words(struct svg *svg, const struct scene_shape *shape)
{

    number(svg, "<text x=\"", shape->point->x, "\"");
    number(svg, " y=\"", shape->point->y, "\"");
    number(svg, " font-size=\"", shape->size_pt, "\"");
    text_add(&svg->text, shape->bold ? " font-weight=\"bold\"" : "");
    text_add(&svg->text, anchor_of(shape));
    colour(svg, "fill", shape->style.fill, shape->style.fill_alpha);
    if (shape->halo_pt > 0) {
        colour(svg, "stroke", shape->halo, 1);
        number(svg, " stroke-width=\"", 2 * shape->halo_pt, "\"");
        text_add(&svg->text, " paint-order=\"stroke\"");
    }
    text_add(&svg->text, ">");
    text_add_xml(&svg->text, shape->text);
    text_add(&svg->text, "</text>\n");
}

static void
group(struct svg *svg, const struct scene_shape *shape)
{
    svg->groups++;
    text_print(&svg->text, "<g id=\"lewis-%08x-%zu\" class=\"%s\">\n",
               (unsigned)svg->page, svg->groups, shape->role);
    if (shape->title == NULL)
        return;
    text_add(&svg->text, "<title>");
    text_add_xml(&svg->text, shape->title);
    text_add(&svg->text, "</title>\n");
}

static void
draw(struct svg *svg, const struct scene_shape *shape)
{
    switch (shape->kind) {
    case SCENE_GROUP:
        group(svg, shape);
        break;
    case SCENE_END:
        text_add(&svg->text, "</g>\n");
        break;
    case SCENE_POLYGON:
    case SCENE_LINE:
        points(svg, shape);
        break;
    case SCENE_CIRCLE:
        circle(svg, shape);
        break;
    case SCENE_TEXT:
        words(svg, shape);
        break;
    }
}

/* FNV-1a of a text, so that the ids depend on the content and nothing else. */
static uint32_t
hash(uint32_t from, const char *text)
{
    for (; *text != '\0'; text++)
        from = (from ^ (unsigned char)*text) * 16777619u;
    return from;
}

static void
root(struct svg *svg)
{
    const struct lewis_scene *scene = svg->scene;
    double width = scene_width_pt(scene), height = scene_height_pt(scene);

    text_add(&svg->text, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    number(svg, " width=\"", width, "pt\"");
    number(svg, " height=\"", height, "pt\"");
    number(svg, " viewBox=\"0 0 ", width, "");
    number(svg, " ", height, "\"");
    text_add(&svg->text, " xml:lang=\"");
    text_add_xml(&svg->text, scene_lang(scene));
    text_print(&svg->text,
               "\" role=\"img\" aria-labelledby=\"lewis-%08x-title "
               "lewis-%08x-desc\" font-family=\"DejaVu Sans, Verdana, Arial, "
               "sans-serif\" stroke-linejoin=\"round\" "
               "stroke-linecap=\"round\"",
               (unsigned)svg->page, (unsigned)svg->page);
    text_add(&svg->text, svg->output == NULL
                             ? ">\n"
                             : " style=\"font-variant-ligatures:none\">\n");
    text_print(&svg->text, "<title id=\"lewis-%08x-title\">",
               (unsigned)svg->page);
    text_add_xml(&svg->text, scene_title(scene));
    text_print(&svg->text, "</title>\n<desc id=\"lewis-%08x-desc\">",
               (unsigned)svg->page);
    text_add_xml(&svg->text, scene_description(scene));
    text_add(&svg->text, "</desc>\n");
    text_add(&svg->text, "<rect width=\"100%\" height=\"100%\" "
                         "fill=\"#FFFFFF\"/>\n");
}

static uint32_t
page_of(const struct lewis_scene *scene)
{
    return hash(hash(2166136261u, scene_title(scene)),
                scene_description(scene));
}

void
svg_add(const struct lewis_scene *scene, struct text *text)
{
    struct svg svg = {.text = *text, .scene = scene, .page = page_of(scene)};

    root(&svg);
    for (size_t i = 0; i < scene_count(scene); i++)
        draw(&svg, scene_at(scene, i));
    text_add(&svg.text, "</svg>\n");
    *text = svg.text;
}

bool
svg_write(const struct lewis_scene *scene,
          const struct lewis_render_options *options,
          struct lewis_output *output, struct lewis_error *error)
{
    struct svg svg = {.output = output, .scene = scene};
    bool done;

    (void)options;
    svg.page = page_of(scene);
    text_add(&svg.text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    root(&svg);
    for (size_t i = 0; i < scene_count(scene); i++) {
        draw(&svg, scene_at(scene, i));
        if (svg.text.size > FLUSH_AT)
            flush(&svg);
    }
    text_add(&svg.text, "</svg>\n");
    flush(&svg);
    done = text_ok(&svg.text);
    text_release(&svg.text);
    return done || error_memory(error);
}
