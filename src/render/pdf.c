/* pdf.c - a scene as PDF, through cairo: text that can be searched, tags for
 * those who listen to it, an outline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/picture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>

#include <lewis/text.h>

#include "base/error.h"
#include "base/text.h"
#include "chart/scene.h"
#include "render/paint.h"
#include "render/pdf_field.h"
#include "render/pdf_surface.h"
#include "render/pdf_update.h"

enum { DEPTH = 16 /* groups in groups that may have tags */ };

/* The parts of a page in the order in which they are read. Every group on the
 * outside of the scene belongs to one; those that have no row, to the figure.
 */
enum part { PART_HEAD, PART_FIGURE, PART_LEGEND, PART_FOOT, PARTS };

/* A part in the structure of the document, and its line in the outline. */
struct tag {
    const char *role; /* of the groups of the scene */
    const char *tag;  /* NULL: its groups have their own */
    const struct lewis_text *outline; /* NULL: none */
};

static const struct lewis_text triangle[] = {
    {"en", "Triangle"}, {"nl", "Driehoek"}, {NULL, NULL}};
static const struct lewis_text legend[] = {
    {"en", "Legend"}, {"nl", "Legenda"}, {NULL, NULL}};
static const struct lewis_text foot[] = {
    {"en", "How to read it"}, {"nl", "Hoe je het leest"}, {NULL, NULL}};

static const struct tag parts[] = {
    [PART_HEAD] = {"head", NULL, NULL},
    [PART_FIGURE] = {"", "Figure", triangle},
    [PART_LEGEND] = {"legend", "L", legend},
    [PART_FOOT] = {"foot", NULL, foot},
};

/* Groups inside of them. */
static const struct tag inner[] = {
    {"title", "H1", NULL},  {"subtitle", "P", NULL}, {"share", "P", NULL},
    {"entry", "LI", NULL},  {"paragraph", "P", NULL},
};

enum { INNER = sizeof inner / sizeof inner[0] };

static enum part
part_of(const char *role)
{
    for (int i = 0; i < PARTS; i++)
        if (strcmp(parts[i].role, role) == 0)
            return (enum part)i;
    return PART_FIGURE;
}

static const char *
inner_tag(enum part part, const char *role)
{
    for (int i = 0; part != PART_FIGURE && i < INNER; i++)
        if (strcmp(inner[i].role, role) == 0)
            return inner[i].tag;
    return NULL;
}

/* A document under way. */
struct document {
    cairo_surface_t *surface;
    struct painter painter;
    const struct lewis_scene *scene;
    size_t field; /* shapes at its bottom that are not drawn here */
    const char *open[DEPTH]; /* tags of the groups around, NULL: none */
    size_t depth;
};

static void
enter(struct document *document, enum part part, const struct scene_shape *group)
{
    const char *tag = inner_tag(part, group->role);

    if (document->depth < DEPTH)
        document->open[document->depth] = tag;
    document->depth++;
    if (tag != NULL && document->depth <= DEPTH)
        cairo_tag_begin(document->painter.cr, tag, NULL);
}

static void
leave(struct document *document)
{
    document->depth--;
    if (document->depth < DEPTH && document->open[document->depth] != NULL)
        cairo_tag_end(document->painter.cr, document->open[document->depth]);
}

/* Draws what belongs to the part; how many shapes that are. */
static size_t
draw_shapes(struct document *document, enum part part)
{
    enum part now = PART_FIGURE;
    size_t drawn = 0;

    document->depth = 0;
    for (size_t i = document->field; i < scene_count(document->scene); i++) {
        const struct scene_shape *shape = scene_at(document->scene, i);

        if (shape->kind == SCENE_GROUP && document->depth == 0)
            now = part_of(shape->role);
        if (shape->kind == SCENE_GROUP)
            enter(document, now == part ? part : PART_FIGURE, shape);
        else if (shape->kind == SCENE_END)
            leave(document);
        else if (now == part && ++drawn > 0)
            paint_shape(&document->painter, shape);
        if (shape->kind == SCENE_END && document->depth == 0)
            now = PART_FIGURE;
    }
    return drawn;
}

/* The highest point of a part, for the outline; -1 when nothing is in it. */
static double
top_of(const struct lewis_scene *scene, enum part part)
{
    enum part now = PART_FIGURE;
    double top = -1;
    size_t depth = 0;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP && depth++ == 0)
            now = part_of(shape->role);
        else if (shape->kind == SCENE_END && --depth == 0)
            now = PART_FIGURE;
        for (size_t k = 0; now == part && k < shape->count; k++)
            top = top < 0 ? shape->point[k].y : fmin(top, shape->point[k].y);
    }
    return top;
}

static void
draw_part(struct document *document, enum part part)
{
    cairo_t *cr = document->painter.cr;

    if (top_of(document->scene, part) < 0 && part != PART_FIGURE)
        return;
    if (parts[part].tag != NULL)
        cairo_tag_begin(cr, parts[part].tag, NULL);
    draw_shapes(document, part);
    if (parts[part].tag != NULL)
        cairo_tag_end(cr, parts[part].tag);
}

static void
add_outline(const struct document *document)
{
    int root = cairo_pdf_surface_add_outline(
        document->surface, CAIRO_PDF_OUTLINE_ROOT, scene_title(document->scene),
        "page=1", CAIRO_PDF_OUTLINE_FLAG_OPEN);

    for (int i = 0; i < PARTS; i++) {
        char attributes[80], number[SCENE_NUMBER];
        double top = top_of(document->scene, (enum part)i);

        if (parts[i].outline == NULL || top < 0)
            continue;
        snprintf(attributes, sizeof attributes, "page=1 pos=[0 %s]",
                 scene_number(fmax(0, top - 12), number));
        cairo_pdf_surface_add_outline(
            document->surface, root,
            lewis_text_in(parts[i].outline, scene_lang(document->scene)),
            attributes, 0);
    }
}

static bool
draw(struct document *document, struct lewis_ruler *ruler)
{
    cairo_t *cr = cairo_create(document->surface);
    bool done = painter_init(&document->painter, cr, ruler);

    document->painter.spaces = true;
    if (done) {
        cairo_tag_begin(cr, "Document", NULL);
        for (int i = 0; i < PARTS; i++)
            draw_part(document, (enum part)i);
        cairo_tag_end(cr, "Document");
        cairo_show_page(cr);
        add_outline(document);
        done = painter_ok(&document->painter);
    }
    painter_release(&document->painter);
    cairo_destroy(cr);
    return done;
}

/* The bytes as cairo makes them. */
static bool
make(const struct lewis_scene *scene, size_t field, struct lewis_ruler *ruler,
     struct text *bytes)
{
    struct document document = {.scene = scene, .field = field};
    cairo_surface_t *surface =
        pdf_surface_new(bytes, scene_width_pt(scene), scene_height_pt(scene),
                        scene_title(scene), scene_description(scene));
    bool done;

    document.surface = surface;
    done = draw(&document, ruler);
    return pdf_surface_finish(surface) && done;
}

/* With the field added behind the end. Where a cairo builds documents another
 * way than we know it draws the field too, and the picture is whole without the
 * rest that is added. */
static bool
make_whole(const struct lewis_scene *scene, struct lewis_ruler *ruler,
           struct text *bytes)
{
    const char *const alt[] = {scene_description(scene)};
    struct text field = {0};
    struct pdf_facts facts = {.lang = scene_lang(scene),
                              .alt = alt,
                              .alts = 1,
                              .field = &field};
    size_t shapes = pdf_field(scene, &field);
    bool done = make(scene, shapes, ruler, bytes);

    if (done && !pdf_update(bytes, &facts) && shapes > 0 && text_ok(bytes)) {
        text_clear(bytes);
        done = make(scene, 0, ruler, bytes);
        facts.field = NULL;
        pdf_update(bytes, &facts);
    }
    text_release(&field);
    return done;
}

bool
pdf_write(const struct lewis_scene *scene,
          const struct lewis_render_options *options,
          struct lewis_output *output, struct lewis_error *error)
{
    struct text bytes = {0};
    bool done = make_whole(scene, options->ruler, &bytes);

    done = pdf_give(&bytes, done, output, error);
    text_release(&bytes);
    return done;
}
