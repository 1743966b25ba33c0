/* scene.c - shapes and texts in points, and how they are printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/scene.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

struct lewis_scene {
    double width_pt, height_pt;
    const char *title, *description, *lang;
    struct arena arena; /* texts and points */
    struct scene_shape *shape;
    size_t count, room;
    bool failed;
};

struct scene_style
scene_fill(int32_t colour, double alpha)
{
    return (struct scene_style){.fill = colour, .fill_alpha = alpha};
}

struct scene_style
scene_stroke(int32_t colour, double width_pt)
{
    return (struct scene_style){
        .stroke = colour, .stroke_alpha = 1, .width_pt = width_pt};
}

static const char *
keep(struct lewis_scene *scene, const char *text)
{
    return arena_copy(&scene->arena, text, strlen(text));
}

struct lewis_scene *
scene_new(double width_pt, double height_pt, const char *title,
          const char *description, const char *lang)
{
    struct lewis_scene *scene = calloc(1, sizeof *scene);

    if (scene == NULL)
        return NULL;
    scene->width_pt = width_pt;
    scene->height_pt = height_pt;
    scene->title = keep(scene, title);
    scene->description = keep(scene, description);
    scene->lang = keep(scene, lang);
    if (arena_failed(&scene->arena)) {
        lewis_scene_free(scene);
        return NULL;
    }
    return scene;
}

void
lewis_scene_free(struct lewis_scene *scene)
{
    if (scene == NULL)
        return;
    arena_release(&scene->arena);
    free(scene->shape);
    free(scene);
}

bool
scene_ok(const struct lewis_scene *scene)
{
    return !scene->failed && !arena_failed(&scene->arena);
}

static bool
grow(struct lewis_scene *scene)
{
    size_t room = scene->room == 0 ? 256 : scene->room * 2;
    struct scene_shape *shape;

    if (scene->count < scene->room)
        return true;
    shape = room > SIZE_MAX / sizeof *shape
                ? NULL
                : realloc(scene->shape, room * sizeof *shape);
    if (shape == NULL) {
        scene->failed = true;
        return false;
    }
    scene->shape = shape;
    scene->room = room;
    return true;
}

/* A new shape of that kind, or NULL once memory has run out. */
static struct scene_shape *
push(struct lewis_scene *scene, enum scene_kind kind,
     const struct scene_point point[], size_t count)
{
    struct scene_point *copy = NULL;
    struct scene_shape *shape;

    if (!scene_ok(scene) || !grow(scene))
        return NULL;
    if (count > 0) {
        copy = arena_array(&scene->arena, count, sizeof *copy);
        if (copy == NULL)
            return NULL;
        memcpy(copy, point, count * sizeof *copy);
    }
    shape = &scene->shape[scene->count++];
    *shape = (struct scene_shape){.kind = kind, .point = copy, .count = count};
    return shape;
}

void
scene_group(struct lewis_scene *scene, const char *role, const char *title)
{
    struct scene_shape *shape = push(scene, SCENE_GROUP, NULL, 0);

    if (shape == NULL)
        return;
    shape->role = keep(scene, role);
    shape->title = title == NULL ? NULL : keep(scene, title);
}

void
scene_end(struct lewis_scene *scene)
{
    push(scene, SCENE_END, NULL, 0);
}

static void
outline(struct lewis_scene *scene, enum scene_kind kind,
        const struct scene_point point[], size_t count,
        struct scene_style style)
{
    struct scene_shape *shape;

    if (count == 0)
        return;
    shape = push(scene, kind, point, count);
    if (shape != NULL)
        shape->style = style;
}

void
scene_polygon(struct lewis_scene *scene, const struct scene_point point[],
              size_t count, struct scene_style style)
{
    outline(scene, SCENE_POLYGON, point, count, style);
}

void
scene_line(struct lewis_scene *scene, const struct scene_point point[],
           size_t count, struct scene_style style)
{
    outline(scene, SCENE_LINE, point, count, style);
}

void
scene_circle(struct lewis_scene *scene, struct scene_point center,
             double radius_pt, struct scene_style style)
{
    struct scene_shape *shape = push(scene, SCENE_CIRCLE, &center, 1);

    if (shape == NULL)
        return;
    shape->radius_pt = radius_pt;
    shape->style = style;
}

void
scene_text(struct lewis_scene *scene, struct scene_point at, const char *text,
           double size_pt, bool bold, enum scene_anchor anchor, int32_t colour,
           double halo_pt, int32_t halo)
{
    struct scene_shape *shape = push(scene, SCENE_TEXT, &at, 1);

    if (shape == NULL)
        return;
    shape->style = scene_fill(colour, 1);
    shape->text = keep(scene, text);
    shape->size_pt = size_pt;
    shape->bold = bold;
    shape->anchor = anchor;
    shape->halo_pt = halo_pt;
    shape->halo = halo;
}

/* A copy of the shape, its points moved by 'at'. */
static void
insert(struct lewis_scene *scene, const struct scene_shape *from,
       struct scene_point at)
{
    struct scene_shape *shape =
        push(scene, from->kind, from->point, from->count);
    struct scene_point *point;

    if (shape == NULL)
        return;
    point = (struct scene_point *)shape->point;
    *shape = *from;
    shape->point = point;
    for (size_t i = 0; i < from->count; i++)
        point[i] = (struct scene_point){point[i].x + at.x, point[i].y + at.y};
    shape->text = from->text == NULL ? NULL : keep(scene, from->text);
    shape->role = from->role == NULL ? NULL : keep(scene, from->role);
    shape->title = from->title == NULL ? NULL : keep(scene, from->title);
}

void
scene_insert(struct lewis_scene *scene, const struct lewis_scene *other,
             struct scene_point at)
{
    for (size_t i = 0; i < other->count; i++)
        insert(scene, &other->shape[i], at);
}

void
scene_hush(struct lewis_scene *scene)
{
    for (size_t i = 0; i < scene->count; i++)
        scene->shape[i].title = NULL;
}

void
scene_drop(struct lewis_scene *scene, const char *role)
{
    size_t kept = 0, depth = 0; /* depth: inside of what goes */

    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_shape *shape = &scene->shape[i];
        bool begins = shape->kind == SCENE_GROUP &&
                      (depth > 0 || strcmp(shape->role, role) == 0);
        bool inside = depth > 0 || begins;

        depth += begins;
        if (depth > 0 && shape->kind == SCENE_END)
            depth--;
        if (!inside)
            scene->shape[kept++] = *shape;
    }
    scene->count = kept;
}

char *
scene_number(double x, char out[SCENE_NUMBER])
{
    char digit[SCENE_NUMBER];
    size_t count = 0, at = 0;
    long long hundredths =
        isfinite(x) && fabs(x) <= 1e12 ? llround(x * 100) : 0;
    unsigned long long rest = (unsigned long long)llabs(hundredths);

    do {
        digit[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0 || count < 3);
    if (hundredths < 0)
        out[at++] = '-';
    while (count > 0) {
        if (count == 2)
            out[at++] = '.';
        out[at++] = digit[--count];
    }
    out[at] = '\0';
    return out;
}

double
scene_width_pt(const struct lewis_scene *scene)
{
    return scene->width_pt;
}

double
scene_height_pt(const struct lewis_scene *scene)
{
    return scene->height_pt;
}

const char *
scene_title(const struct lewis_scene *scene)
{
    return scene->title;
}

const char *
scene_description(const struct lewis_scene *scene)
{
    return scene->description;
}

const char *
scene_lang(const struct lewis_scene *scene)
{
    return scene->lang;
}

size_t
scene_count(const struct lewis_scene *scene)
{
    return scene->count;
}

const struct scene_shape *
scene_at(const struct lewis_scene *scene, size_t index)
{
    assert(index < scene->count);
    return &scene->shape[index];
}

/* Printing: one shape a line, texts as JSON strings. */

static void
print_number(struct text *line, const char *before, double x)
{
    char number[SCENE_NUMBER];

    text_add(line, before);
    text_add(line, scene_number(x, number));
}

static void
print_string(struct text *line, const char *string)
{
    text_add(line, " ");
    text_add_json(line, string, strlen(string));
}

static void
print_points(struct text *line, const struct scene_shape *shape)
{
    for (size_t i = 0; i < shape->count; i++) {
        print_number(line, " ", shape->point[i].x);
        print_number(line, ",", shape->point[i].y);
    }
}

static void
print_paint(struct text *line, const char *name, int32_t colour, double alpha)
{
    text_print(line, " %s %06X", name, (unsigned)colour);
    if (alpha < 1)
        print_number(line, "/", alpha);
}

static void
print_style(struct text *line, const struct scene_style *style)
{
    if (style->fill_alpha > 0)
        print_paint(line, "fill", style->fill, style->fill_alpha);
    if (style->stroke_alpha <= 0)
        return;
    print_paint(line, "stroke", style->stroke, style->stroke_alpha);
    print_number(line, " width ", style->width_pt);
    if (style->dash_pt[0] > 0) {
        print_number(line, " dash ", style->dash_pt[0]);
        print_number(line, ",", style->dash_pt[1]);
    }
}

static void
print_text(struct text *line, const struct scene_shape *shape)
{
    static const char *const anchor[] = {
        [SCENE_START] = " start",
        [SCENE_MIDDLE] = " middle",
        [SCENE_FINISH] = " end",
    };

    text_add(line, "text");
    print_points(line, shape);
    text_add(line, anchor[shape->anchor]);
    print_number(line, " size ", shape->size_pt);
    text_add(line, shape->bold ? " bold" : "");
    print_style(line, &shape->style);
    if (shape->halo_pt > 0) {
        print_paint(line, "halo", shape->halo, 1);
        print_number(line, " width ", shape->halo_pt);
    }
    print_string(line, shape->text);
}

static void
print_shape(struct text *line, const struct scene_shape *shape)
{
    switch (shape->kind) {
    case SCENE_GROUP:
        text_print(line, "group %s", shape->role);
        if (shape->title != NULL)
            print_string(line, shape->title);
        return;
    case SCENE_END:
        text_add(line, "end");
        return;
    case SCENE_TEXT:
        print_text(line, shape);
        return;
    case SCENE_CIRCLE:
        text_add(line, "circle");
        print_points(line, shape);
        print_number(line, " radius ", shape->radius_pt);
        break;
    case SCENE_POLYGON:
    case SCENE_LINE:
        text_add(line, shape->kind == SCENE_LINE ? "line" : "polygon");
        print_points(line, shape);
        break;
    }
    print_style(line, &shape->style);
}

static void
print_page(struct text *line, const struct lewis_scene *scene)
{
    text_add(line, "page");
    print_number(line, " ", scene->width_pt);
    print_number(line, " ", scene->height_pt);
    print_string(line, scene->lang);
    print_string(line, scene->title);
    print_string(line, scene->description);
    text_add(line, "\n");
}

bool
lewis_scene_print(const struct lewis_scene *scene, struct lewis_output *output)
{
    struct text line = {0};
    size_t depth = 0;
    bool done;

    print_page(&line, scene);
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_shape *shape = &scene->shape[i];

        if (shape->kind == SCENE_END && depth > 0)
            depth--;
        for (size_t k = 0; k < depth; k++)
            text_add(&line, "  ");
        print_shape(&line, shape);
        text_add(&line, "\n");
        if (!text_ok(&line))
            break;
        lewis_output_write(output, text_string(&line), line.size);
        text_clear(&line);
        if (shape->kind == SCENE_GROUP)
            depth++;
    }
    done = text_ok(&line);
    text_release(&line);
    return done;
}
