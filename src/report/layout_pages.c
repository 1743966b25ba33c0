/* layout_pages.c - pages, and lines of text that run over from one to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "report/layout.h"
#include "report/phrases.h"

static const double foot_size = 7.5; /* points */

void
layout_end_list(struct layout *layout)
{
    if (layout->in_list)
        scene_end(layout->scene);
    layout->in_list = false;
}

static void
keep_page(struct layout *layout)
{
    struct lewis_document *document = layout->document;

    if (document->pages == document->page_room) {
        size_t room = document->page_room == 0 ? 8 : 2 * document->page_room;
        struct lewis_scene **page =
            realloc(document->page, room * sizeof(struct lewis_scene *));

        if (page == NULL) {
            layout->failed = true;
            return;
        }
        document->page = page;
        document->page_room = room;
    }
    document->page[document->pages++] = layout->scene;
}

void
layout_new_page(struct layout *layout)
{
    const struct lewis_document *document = layout->document;

    layout_end_list(layout);
    layout->scene = scene_new(
        document_paper_width_pt(document), document_paper_height_pt(document),
        document->title, document->subject, document->lang);
    if (layout->scene == NULL)
        layout->failed = true;
    else
        keep_page(layout);
    layout->y = layout->top;
}

bool
layout_broken(const struct layout *layout)
{
    return layout->failed || arena_failed(&layout->arena);
}

void
layout_need(struct layout *layout, double height)
{
    if (layout->y + height > layout->bottom && layout->y > layout->top)
        layout_new_page(layout);
}

void
layout_line(struct layout *layout, const struct type *type, double x,
            const char *text)
{
    scene_text(layout->scene,
               (struct scene_point){x, layout->y + 0.98 * type->size}, text,
               type->size, type->bold, SCENE_START, type->colour, 0, 0);
}

/* A name from right to left that begins a line would turn the whole line about:
 * a left-to-right mark (U+200E) before it keeps the words round it in order. */
static const char *
in_order(struct layout *layout, const char *line)
{
    static const char mark[] = "\xE2\x80\x8E";
    unsigned char first = (unsigned char)*line;
    size_t size = strlen(line);
    char *marked;

    if (first < 0xD6 || first > 0xDF ||
        strpbrk(line, "abcdefghijklmnopqrstuvwxyz") == NULL)
        return line;
    marked = arena_alloc(&layout->arena, sizeof mark + size);
    if (marked == NULL)
        return line;
    memcpy(marked, mark, sizeof mark - 1);
    memcpy(marked + sizeof mark - 1, line, size + 1);
    return marked;
}

void
layout_lines(struct layout *layout, const struct type *type, double x,
             double first, const struct lines *lines, size_t from)
{
    scene_group(layout->scene, type->role, NULL);
    for (size_t i = from; i < lines->count && !layout_broken(layout); i++) {
        if (layout->y + layout_leading(type) > layout->bottom + 0.01) {
            scene_end(layout->scene);
            layout_new_page(layout);
            if (layout_broken(layout))
                return;
            scene_group(layout->scene, type->role, NULL);
        }
        layout_line(layout, type, x + (i == 0 ? first : 0),
                    in_order(layout, lines->line[i]));
        layout->y += layout_leading(type);
    }
    scene_end(layout->scene);
}

void
layout_feet(struct layout *layout)
{
    struct lewis_document *document = layout->document;
    struct type type = {foot_size, false, layout->colour->quiet, "Artifact"};

    for (size_t i = 0; i < document->pages && document->pages > 1; i++) {
        struct text number = {0};
        double y =
            document_paper_height_pt(document) - 0.62 * document_margin_pt();
        const char *name;

        text_print(&number, phrase(document->lang, SAY_PAGE_OF), i + 1,
                   document->pages);
        name = layout_cut(layout, &type, document->foot,
                          0.75 * (layout->right - layout->left));
        scene_group(document->page[i], "Artifact", NULL);
        scene_text(document->page[i], (struct scene_point){layout->left, y},
                   name, foot_size, false, SCENE_START, type.colour, 0, 0);
        scene_text(document->page[i], (struct scene_point){layout->right, y},
                   text_string(&number), foot_size, false, SCENE_FINISH,
                   type.colour, 0, 0);
        scene_end(document->page[i]);
        text_release(&number);
    }
}
