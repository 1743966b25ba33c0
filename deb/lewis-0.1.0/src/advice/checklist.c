/* checklist.c - questions to ask oneself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include <lewis/checklist.h>

#include "base/content.h"
#include "base/grammar.h"
#include "base/reader.h"

#define XMLNS "urn:x-lewis:checklist:1"
#define TEXTS(name) {name, 1, GRAMMAR_MANY}

struct lewis_checklist {
    struct arena arena; /* owns everything below */
    const struct lewis_text *title, *intro;
    struct lewis_trait *trait;
    size_t count;
};

static const struct grammar_rule rules[] = {
    {"checklist", NULL, false,
     {{"id", false}, {"version", false}, {"languages", false}},
     {{"meta", 1, 1}, TEXTS("intro"), {"trait", 1, GRAMMAR_MANY}}},
    GRAMMAR_META,
    {"trait", NULL, false,
     {{"id", false}}, {TEXTS("name"), TEXTS("question"), TEXTS("try")}},
    GRAMMAR_TEXT("intro"), GRAMMAR_TEXT("name"),
    GRAMMAR_TEXT("question"), GRAMMAR_TEXT("try"),
};

static void *
make_checklist(const struct element *root, struct problems *problems)
{
    struct lewis_checklist *list = calloc(1, sizeof *list);
    struct reader reader;

    if (list == NULL)
        return NULL;
    if (!reader_begin(&reader, &list->arena, problems, rules,
                      sizeof rules / sizeof rules[0], XMLNS, root))
        return list;
    list->title = reader_texts(&reader, grammar_child_first(root, "meta"),
                               "title");
    list->intro = reader_texts(&reader, root, "intro");
    list->trait = arena_array(&list->arena, grammar_child_count(root, "trait"),
                              sizeof *list->trait);
    for (const struct element *e = grammar_child_first(root, "trait");
         e != NULL && list->trait != NULL; e = grammar_child_next(e))
        list->trait[list->count++] = (struct lewis_trait){
            .id = reader_id(&reader, e, "id"),
            .name = reader_texts(&reader, e, "name"),
            .question = reader_texts(&reader, e, "question"),
            .attempt = reader_texts(&reader, e, "try"),
        };
    problems->failed |= arena_failed(&list->arena);
    return list;
}

static void
free_checklist(void *checklist)
{
    lewis_checklist_free(checklist);
}

static const struct content_kind content = {"checklist", make_checklist,
                                            free_checklist};

struct lewis_checklist *
lewis_checklist_parse(const char *xml, size_t size, const char *name,
                      struct lewis_error *error)
{
    return content_parse(&content, xml, size, name, error);
}

struct lewis_checklist *
lewis_checklist_load(const char *path, struct lewis_error *error)
{
    return content_load(&content, path, error);
}

bool
lewis_checklist_sniff(const char *path)
{
    return content_sniff(&content, path);
}

bool
lewis_checklist_check(const char *path, struct lewis_finding **findings,
                      size_t *count, struct lewis_error *error)
{
    return content_check(&content, path, findings, count, error);
}

void
lewis_checklist_free(struct lewis_checklist *checklist)
{
    if (checklist == NULL)
        return;
    arena_release(&checklist->arena);
    free(checklist);
}

const struct lewis_text *
lewis_checklist_title(const struct lewis_checklist *checklist)
{
    return checklist->title;
}

const struct lewis_text *
lewis_checklist_intro(const struct lewis_checklist *checklist)
{
    return checklist->intro;
}

size_t
lewis_checklist_count(const struct lewis_checklist *checklist)
{
    return checklist->count;
}

const struct lewis_trait *
lewis_checklist_at(const struct lewis_checklist *checklist, size_t index)
{
    return &checklist->trait[index];
}
