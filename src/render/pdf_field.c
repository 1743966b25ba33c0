/* pdf_field.c - the tinted field of a chart as a stream of a PDF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/pdf_field.h"

#include <stdlib.h>
#include <string.h>

#include <zlib.h>

static bool
is_field(const struct scene_shape *group)
{
    return group->kind == SCENE_GROUP && (strcmp(group->role, "page") == 0 ||
                                          strcmp(group->role, "backdrop") == 0);
}

static bool
is_plain_fill(const struct scene_shape *shape)
{
    return shape->kind == SCENE_POLYGON && shape->style.fill_alpha >= 1 &&
           shape->style.stroke_alpha <= 0;
}

/* Where the group at 'at' ends, when it is one of the field; else 'at'. */
static size_t
group_end(const struct lewis_scene *scene, size_t at)
{
    size_t end = at + 1, count = scene_count(scene);

    if (at >= count || !is_field(scene_at(scene, at)))
        return at;
    while (end < count && is_plain_fill(scene_at(scene, end)))
        end++;
    return end < count && scene_at(scene, end)->kind == SCENE_END ? end + 1
                                                                  : at;
}

static size_t
field_end(const struct lewis_scene *scene)
{
    size_t end = 0, next;

    while ((next = group_end(scene, end)) > end)
        end = next;
    return end;
}

/* Three decimals tell all 256 apart. */
static void
add_channel(struct text *text, int32_t value)
{
    int32_t thousandths = ((value & 0xFF) * 1000 + 127) / 255;
    char digits[] = "0.000 ";

    digits[0] = (char)('0' + thousandths / 1000);
    digits[2] = (char)('0' + thousandths / 100 % 10);
    digits[3] = (char)('0' + thousandths / 10 % 10);
    digits[4] = (char)('0' + thousandths % 10);
    text_add(text, digits);
}

static void
add_polygon(struct text *text, const struct scene_shape *shape)
{
    char number[SCENE_NUMBER];

    add_channel(text, shape->style.fill >> 16);
    add_channel(text, shape->style.fill >> 8);
    add_channel(text, shape->style.fill);
    text_add(text, "rg\n");
    for (size_t i = 0; i < shape->count; i++) {
        text_add(text, scene_number(shape->point[i].x, number));
        text_add(text, " ");
        text_add(text, scene_number(shape->point[i].y, number));
        text_add(text, i == 0 ? " m\n" : " l\n");
    }
    text_add(text, "f\n");
}

/* In the scene's points, which go downwards. */
static void
add_operators(struct text *text, const struct lewis_scene *scene, size_t end)
{
    char number[SCENE_NUMBER];

    text_add(text, "/Artifact BMC\nq\n1 0 0 -1 0 ");
    text_add(text, scene_number(scene_height_pt(scene), number));
    text_add(text, " cm\n");
    for (size_t i = 0; i < end; i++)
        if (scene_at(scene, i)->kind == SCENE_POLYGON)
            add_polygon(text, scene_at(scene, i));
    text_add(text, "Q\nEMC\n");
}

static bool
add_compressed(struct text *stream, const struct text *text)
{
    uLongf size = compressBound(text->size);
    unsigned char *bytes = malloc(size);
    bool done = bytes != NULL && text_ok(text) &&
                compress2(bytes, &size,
                          (const unsigned char *)text_string(text), text->size,
                          Z_BEST_SPEED) == Z_OK;

    if (done)
        text_add_bytes(stream, (const char *)bytes, size);
    free(bytes);
    return done && text_ok(stream);
}

size_t
pdf_field(const struct lewis_scene *scene, struct text *stream)
{
    size_t end = field_end(scene);
    struct text text = {0};

    if (end > 0) {
        add_operators(&text, scene, end);
        end = add_compressed(stream, &text) ? end : 0;
    }
    text_release(&text);
    return end;
}
