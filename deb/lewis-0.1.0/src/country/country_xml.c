/* country_xml.c - an XML document read into an atlas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/grammar.h"
#include "base/reader.h"
#include "base/text.h"
#include "country/country.h"

static const struct grammar_rule rules[] = {
    {"countries", NULL, false,
     {{"version", false}, {"languages", false}, {"steps", false}},
     {{"meta", 1, 1}, {"source", 0, GRAMMAR_MANY},
      {"confidence", 0, GRAMMAR_MANY}, {"region", 0, GRAMMAR_MANY},
      {"country", 1, GRAMMAR_MANY}}},
    GRAMMAR_META,
    {"source", "countries", true, {{"id", false}}, {{0}}},
    {"confidence", NULL, false,
     {{"id", false}}, {{"label", 1, GRAMMAR_MANY}}},
    {"label", NULL, true, {{"xml:lang", false}}, {{0}}},
    {"region", NULL, false, {{"id", false}}, {{"name", 1, GRAMMAR_MANY}}},
    {"name", NULL, true, {{"xml:lang", false}}, {{0}}},
    {"country", NULL, false,
     {{"iso", false}, {"confidence", false}, {"sources", false},
      {"region", true}, {"from", true}, {"toward", true}, {"step", true},
      {"linear", true}, {"multi", true}, {"reactive", true}, {"n", true},
      {"sd", true}},
     {{"name", 1, GRAMMAR_MANY}, {"note", 0, GRAMMAR_MANY}}},
};

static void
read_terms(struct country_terms *terms, struct reader *reader,
           const struct element *root, const char *element,
           const char *texts)
{
    terms->term = arena_array(
        reader->arena, grammar_child_count(root, element),
        sizeof *terms->term);
    if (terms->term == NULL)
        return;
    for (const struct element *e = grammar_child_first(root, element);
         e != NULL; e = grammar_child_next(e)) {
        const char *id = reader_id(reader, e, "id");
        if (id == NULL)
            continue;
        if (country_term(terms, id) != NULL)
            problems_error(reader->problems, LEWIS_EINVALID, element_line(e),
                           "a second <%s> \"%s\"", element, id);
        struct country_term *term = &terms->term[terms->count++];
        term->id = id;
        if (texts == NULL)
            term->plain = reader_text(reader, e);
        else
            term->text = reader_texts(reader, e, texts);
    }
}

/* The term that an attribute refers to; NULL when absent or unknown. */
static const struct country_term *
read_reference(const struct country_terms *terms, struct reader *reader,
               const struct element *element, const char *name)
{
    const char *id = element_attribute(element, name);
    const struct country_term *term =
        id == NULL ? NULL : country_term(terms, id);

    if (id != NULL && term == NULL)
        problems_error(reader->problems, LEWIS_EINVALID,
                       element_line(element),
                       "%s=\"%s\" is not defined above", name, id);
    return term;
}

static void
check_sources(const struct lewis_atlas *atlas, struct reader *reader,
              const struct element *element, const char *sources)
{
    while (*sources != '\0') {
        size_t size = strcspn(sources, " ");
        char id[64];
        if (size > 0 && size < sizeof id) {
            memcpy(id, sources, size);
            id[size] = '\0';
            if (country_term(&atlas->source, id) == NULL)
                problems_error(reader->problems, LEWIS_EINVALID,
                               element_line(element),
                               "source \"%s\" is not defined above", id);
        }
        sources += size + (sources[size] == ' ');
    }
}

static const char *
read_iso(const struct lewis_atlas *atlas, struct reader *reader,
         const struct element *element)
{
    const char *iso = reader_attribute(reader, element, "iso");

    if (iso == NULL)
        return NULL;
    if (strlen(iso) != 2 || strspn(iso, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 2) {
        problems_error(reader->problems, LEWIS_EINVALID,
                       element_line(element),
                       "iso=\"%s\" is not two capital letters (ISO 3166-1)",
                       iso);
        return NULL;
    }
    for (size_t i = 0; i < atlas->count; i++)
        if (atlas->country[i].iso != NULL &&
            strcmp(atlas->country[i].iso, iso) == 0)
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(element), "a second country \"%s\"",
                           iso);
    return iso;
}

static void
place_on_edge(struct lewis_country *country)
{
    double part = (double)country->step / country->steps;

    country->share[country->from] += 1 - part;
    country->share[country->toward] += part;
    country->point = lewis_triangle_point(country->share);
}

static bool
has_all(const struct element *element, const char *const names[])
{
    for (size_t i = 0; names[i] != NULL; i++)
        if (element_attribute(element, names[i]) == NULL)
            return false;
    return true;
}

/* linear, multi, reactive, n and sd. */
static void
read_measure(struct lewis_country *country, struct reader *reader,
             const struct element *element)
{
    double sum = 0;

    country->measured = true;
    reader_int(reader, element, "n", 1, 999999999, &country->n);
    reader_number(reader, element, "sd", 0, 1, &country->sd);
    for (int s = 0; s < LEWIS_STYLES; s++) {
        if (!reader_number(reader, element,
                           lewis_style_keyword((enum lewis_style)s), 0, 1,
                           &country->share[s]))
            return;
        sum += country->share[s];
    }
    if (!(sum > 0.999 && sum < 1.001))
        problems_error(reader->problems, LEWIS_EINVALID,
                       element_line(element),
                       "linear, multi and reactive sum to %g, not 1", sum);
    for (int s = 0; s < LEWIS_STYLES && sum > 0; s++)
        country->share[s] /= sum;
    country->point = lewis_triangle_point(country->share);
}

/* from, toward and step. */
static void
read_step(struct lewis_country *country, struct reader *reader,
          const struct element *element, int steps)
{
    bool read = reader_style(reader, element, "from", &country->from) &&
                reader_style(reader, element, "toward", &country->toward) &&
                reader_int(reader, element, "step", 0, steps, &country->step);

    country->steps = steps;
    if (read && country->from == country->toward && country->step != 0)
        problems_error(reader->problems, LEWIS_EINVALID,
                       element_line(element),
                       "step=\"%d\" from a corner toward itself; it must be 0",
                       country->step);
    if (read)
        place_on_edge(country);
}

/* A country stands on an edge, or was measured; one of the two. */
static void
read_position(struct lewis_country *country, struct reader *reader,
              const struct element *element, int steps)
{
    static const char *const edge[] = {"from", "toward", "step", NULL};
    static const char *const measure[] = {"linear", "multi", "reactive", "n",
                                          "sd", NULL};

    if (has_all(element, edge) && !has_all(element, measure))
        read_step(country, reader, element, steps);
    else if (has_all(element, measure) && !has_all(element, edge))
        read_measure(country, reader, element);
    else
        problems_error(reader->problems, LEWIS_EINVALID,
                       element_line(element),
                       "a country has either from, toward and step, or "
                       "linear, multi, reactive, n and sd");
}

static void
read_country(struct lewis_atlas *atlas, struct reader *reader,
             const struct element *element, int steps)
{
    struct lewis_country *country = &atlas->country[atlas->count];
    const struct country_term *region =
        read_reference(&atlas->region, reader, element, "region");
    const struct country_term *confidence =
        read_reference(&atlas->confidence, reader, element, "confidence");

    country->iso = read_iso(atlas, reader, element);
    country->name = reader_texts(reader, element, "name");
    country->note = reader_texts(reader, element, "note");
    country->region = region == NULL ? NULL : region->text;
    country->confidence = confidence == NULL ? '?' : confidence->id[0];
    country->sources = reader_attribute(reader, element, "sources");
    if (country->sources != NULL)
        check_sources(atlas, reader, element, country->sources);
    read_position(country, reader, element, steps);
    atlas->count++;
}

void
country_read(struct lewis_atlas *atlas, const struct element *root,
             struct problems *problems)
{
    struct reader reader;
    int steps = 1;

    if (!reader_begin(&reader, &atlas->arena, problems, rules,
                      sizeof rules / sizeof rules[0], COUNTRY_XMLNS, root))
        return;
    atlas->language = reader.language;
    atlas->language_count = reader.language_count;
    reader_int(&reader, root, "steps", 1, 1000, &steps);
    read_terms(&atlas->source, &reader, root, "source", NULL);
    read_terms(&atlas->confidence, &reader, root, "confidence", "label");
    read_terms(&atlas->region, &reader, root, "region", "name");
    atlas->country =
        arena_array(&atlas->arena, grammar_child_count(root, "country"),
                    sizeof *atlas->country);
    if (atlas->country == NULL)
        return;
    for (const struct element *e = grammar_child_first(root, "country");
         e != NULL; e = grammar_child_next(e))
        read_country(atlas, &reader, e, steps);
}
