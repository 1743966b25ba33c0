/* reader.c - values out of an XML file, once its grammar is checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/grammar.h"
#include "base/number.h"
#include "base/reader.h"
#include <lewis/spelling.h>
#include "base/text.h"
#include "base/translation.h"

enum { LANGUAGES = 24 }; /* most a file can declare */

static const char *
keep(struct reader *reader, const char *string)
{
    return arena_copy(reader->arena, string, strlen(string));
}

const char *
reader_attribute(struct reader *reader, const struct element *element,
                 const char *name)
{
    const char *value = element_attribute(element, name);

    return value == NULL ? NULL : keep(reader, value);
}

const char *
reader_text(struct reader *reader, const struct element *element)
{
    char *text = element_text(element);
    const char *kept = NULL;

    if (text == NULL)
        reader->problems->failed = true;
    else
        kept = keep(reader, text);
    free(text);
    return kept;
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_name(const char *s)
{
    size_t n = strlen(s);

    if (n == 0 || n > 63 || !is_letter(s[0]))
        return false;
    for (size_t i = 1; i < n; i++)
        if (!is_letter(s[i]) && !(s[i] >= '0' && s[i] <= '9') &&
            strchr("._-", s[i]) == NULL)
            return false;
    return true;
}

const char *
reader_id(struct reader *reader, const struct element *element,
          const char *name)
{
    const char *value = element_attribute(element, name);

    if (value == NULL)
        return NULL;
    if (!is_name(value)) {
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "%s=\"%s\" is not a name: a letter, then letters, "
                       "digits, \".\", \"_\" or \"-\", at most 63",
                       name, value);
        return NULL;
    }
    return keep(reader, value);
}

static void
read_languages(struct reader *reader, const struct element *root)
{
    const char *value = element_attribute(root, "languages");
    char *copy = value == NULL ? NULL : arena_copy(reader->arena, value,
                                                   strlen(value));
    const char **language =
        arena_array(reader->arena, LANGUAGES, sizeof *language);
    size_t count = 0;

    if (copy == NULL || language == NULL)
        return;
    for (char *rest = copy, *tag;
         (tag = strtok_r(rest, " \t\r\n", &rest)) != NULL;) {
        if (count == LANGUAGES) {
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(root),
                           "languages names more than %d languages",
                           LANGUAGES);
            break;
        }
        if (!is_name(tag))
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(root),
                           "\"%s\" in languages is not a language tag such "
                           "as \"en\" or \"pt-BR\"",
                           tag);
        language[count++] = tag;
    }
    if (count == 0)
        problems_error(reader->problems, LEWIS_EINVALID, element_line(root),
                       "languages=\"\" names no language");
    reader->language = language;
    reader->language_count = count;
}

static bool
is_declared(const struct reader *reader, const char *lang)
{
    for (size_t i = 0; i < reader->language_count; i++)
        if (reader->language[i] != NULL &&
            strcmp(reader->language[i], lang) == 0)
            return true;
    return false;
}

const char *
reader_language(struct reader *reader, const struct element *element)
{
    const char *lang = reader_attribute(reader, element, "xml:lang");

    if (lang == NULL || is_declared(reader, lang))
        return lang;
    if (reader->stranger == NULL || strcmp(reader->stranger, lang) != 0)
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "xml:lang=\"%s\" is not one of the file's languages",
                       lang);
    reader->stranger = lang;
    return NULL;
}

static bool
has_language(const struct lewis_text *text, size_t count, const char *lang)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(text[i].lang, lang) == 0)
            return true;
    return false;
}

static void
warn_missing(struct reader *reader, const struct element *first,
             const char *name, const struct lewis_text *text, size_t count)
{
    for (size_t i = 0; i < reader->language_count; i++)
        if (reader->language[i] != NULL &&
            !has_language(text, count, reader->language[i]))
            problems_warning(reader->problems, element_line(first),
                             "<%s> has no text in \"%s\"", name,
                             reader->language[i]);
}

/* One wording; false when it cannot be used. */
static bool
read_wording(struct reader *reader, const struct element *child,
             const struct lewis_text *before, size_t count,
             struct lewis_text *wording)
{
    wording->lang = reader_language(reader, child);
    wording->text = reader_text(reader, child);
    if (wording->lang == NULL || wording->text == NULL)
        return false;
    if (has_language(before, count, wording->lang)) {
        problems_error(reader->problems, LEWIS_EINVALID, element_line(child),
                       "a second <%s> in \"%s\"", element_name(child),
                       wording->lang);
        return false;
    }
    return true;
}

const struct lewis_text *
reader_texts(struct reader *reader, const struct element *parent,
             const char *name)
{
    const struct element *first = grammar_child_first(parent, name);
    size_t most = grammar_child_count(parent, name), count = 0;
    struct lewis_text *text;

    if (most == 0)
        return NULL;
    text = arena_array(reader->arena, most + 1, sizeof *text);
    if (text == NULL)
        return NULL;
    for (const struct element *child = first; child != NULL;
         child = grammar_child_next(child))
        if (read_wording(reader, child, text, count, &text[count]))
            count++;
    text[count] = (struct lewis_text){NULL, NULL};
    warn_missing(reader, first, name, text, count);
    return count == 0 ? NULL : text;
}

static void
report_word(struct reader *reader, const struct element *element,
            const char *name, const char *value, const char *const words[])
{
    struct text list = {0};
    size_t count = 0;

    while (words[count] != NULL)
        count++;
    const char *near = lewis_spelling_nearest(value, words, count);
    for (size_t i = 0; i < count; i++)
        text_print(&list, "%s%s",
                   i == 0           ? ""
                   : i + 1 == count ? _(" or ")
                                    : ", ",
                   words[i]);
    if (near != NULL)
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "unknown %s \"%s\"; did you mean \"%s\"?", name, value,
                       near);
    else
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "unknown %s \"%s\"; it must be %s", name, value,
                       text_string(&list));
    text_release(&list);
}

bool
reader_word(struct reader *reader, const struct element *element,
            const char *name, const char *const words[], size_t *index)
{
    const char *value = element_attribute(element, name);

    if (value == NULL)
        return false;
    for (size_t i = 0; words[i] != NULL; i++)
        if (strcmp(words[i], value) == 0) {
            *index = i;
            return true;
        }
    report_word(reader, element, name, value, words);
    return false;
}

bool
reader_number(struct reader *reader, const struct element *element,
              const char *name, double least, double most, double *value)
{
    const char *string = element_attribute(element, name);
    double number;

    if (string == NULL)
        return false;
    if (number_parse(string, &number) && number >= least && number <= most) {
        *value = number;
        return true;
    }
    problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                   "%s=\"%s\" is not a number from %g to %g", name, string,
                   least, most);
    return false;
}

bool
reader_style(struct reader *reader, const struct element *element,
             const char *name, enum lewis_style *style)
{
    static const char *const words[] = {"linear", "multi", "reactive", NULL};
    size_t index;

    if (!reader_word(reader, element, name, words, &index))
        return false;
    *style = (enum lewis_style)index;
    return true;
}

bool
reader_int(struct reader *reader, const struct element *element,
           const char *name, int least, int most, int *value)
{
    const char *string = element_attribute(element, name);

    if (string == NULL)
        return false;
    if (number_parse_int(string, strlen(string), value) && *value >= least &&
        *value <= most)
        return true;
    problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                   "%s=\"%s\" is not a whole number from %d to %d", name,
                   string, least, most);
    return false;
}

static void
check_translations(struct reader *reader, const struct element *meta)
{
    static const char *const words[] = {"draft", "reviewed",
                                        "back-translated", NULL};
    size_t status;

    for (const struct element *t = grammar_child_first(meta, "translation");
         t != NULL; t = grammar_child_next(t)) {
        reader_language(reader, t);
        reader_word(reader, t, "status", words, &status);
    }
}

bool
reader_begin(struct reader *reader, struct arena *arena,
             struct problems *problems, const struct grammar_rule rule[],
             size_t rules, const char *xmlns, const struct element *root)
{
    *reader = (struct reader){.arena = arena, .problems = problems};
    grammar_check(rule, rules, xmlns, root, problems);
    if (strcmp(element_name(root), rule[0].element) != 0)
        return false;
    read_languages(reader, root);
    check_translations(reader, grammar_child_first(root, "meta"));
    return true;
}
