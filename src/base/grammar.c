/* grammar.c - holding an XML file against a table of rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/grammar.h"
#include "base/number.h"
#include "base/spelling.h"
#include "base/text.h"

enum { WORDS = 24 };

/* The n words of a text separated by spaces, as views into 'store'. */
static size_t
split(const char *text, char *store, size_t size, const char *word[WORDS])
{
    size_t n = 0;

    if (strlen(text) >= size)
        return 0;
    strcpy(store, text);
    for (char *rest = store, *w; (w = strtok_r(rest, " ", &rest)) != NULL;)
        if (n < WORDS)
            word[n++] = w;
    return n;
}

static bool
listed(const char *names, const char *name)
{
    size_t size = strlen(name);

    for (const char *at = names; (at = strstr(at, name)) != NULL; at++)
        if ((at == names || at[-1] == ' ') &&
            (at[size] == ' ' || at[size] == '\0'))
            return true;
    return false;
}

static const struct grammar_rule *
find_rule(const struct grammar_rule rule[], size_t count, const char *parent,
          const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(rule[i].element, name) == 0 &&
            (rule[i].parent == NULL || strcmp(rule[i].parent, parent) == 0))
            return &rule[i];
    return NULL;
}

/* "; did you mean "x"?" or the list of what is allowed. */
static void
add_hint(struct text *out, const char *wrong, const char *allowed,
         const char *open, const char *close)
{
    char store[512];
    const char *word[WORDS];
    size_t count = split(allowed, store, sizeof store, word);
    const char *near = spelling_nearest(wrong, word, count);

    if (near != NULL) {
        text_print(out, "; did you mean %s%s%s?", open, near, close);
        return;
    }
    text_print(out, "; allowed %s", count > 1 ? "are " : "is ");
    for (size_t i = 0; i < count; i++)
        text_print(out, "%s%s%s%s",
                   i == 0           ? ""
                   : i + 1 == count ? " and "
                                    : ", ",
                   open, word[i], close);
    if (count == 0)
        text_add(out, "none");
}

static void
complain(struct problems *problems, const struct element *element,
         struct text *text)
{
    if (!text_ok(text))
        problems->failed = true;
    problems_error(problems, LEWIS_EINVALID, element_line(element), "%s",
                   text_string(text));
    text_release(text);
}

static void
join(struct text *out, const char *name)
{
    if (out->size > 0)
        text_add(out, " ");
    text_add(out, name);
}

static void
check_attributes(const struct grammar_rule *rule, const struct element *element,
                 struct problems *problems)
{
    enum { MOST = sizeof rule->attribute / sizeof rule->attribute[0] };
    const char *names[MOST + 1] = {NULL};
    struct text allowed = {0};

    for (size_t i = 0; i < MOST && rule->attribute[i].name != NULL; i++) {
        names[i] = rule->attribute[i].name;
        join(&allowed, names[i]);
        if (!rule->attribute[i].optional &&
            element_attribute(element, names[i]) == NULL)
            problems_error(problems, LEWIS_EINVALID, element_line(element),
                           "<%s> needs the attribute %s=\"...\"",
                           rule->element, names[i]);
    }
    const char *stranger = element_stranger(element, names);
    if (stranger != NULL) {
        struct text text = {0};
        text_print(&text, "unknown attribute \"%s\" of <%s>", stranger,
                   rule->element);
        add_hint(&text, stranger, text_string(&allowed), "\"", "\"");
        complain(problems, element, &text);
    }
    text_release(&allowed);
}

static size_t
child_steps(const struct grammar_rule *rule)
{
    size_t n = 0;

    while (n < sizeof rule->child / sizeof rule->child[0] &&
           rule->child[n].names != NULL)
        n++;
    return n;
}

static void
report_stranger(const struct grammar_rule *rule, const struct element *child,
                struct problems *problems)
{
    struct text allowed = {0}, text = {0};

    for (size_t i = 0; i < child_steps(rule); i++)
        join(&allowed, rule->child[i].names);
    text_print(&text, "unknown element <%s> in <%s>", element_name(child),
               rule->element);
    add_hint(&text, element_name(child), text_string(&allowed), "<", ">");
    complain(problems, child, &text);
    text_release(&allowed);
}

/* The step that 'name' belongs to, or the number of steps. */
static size_t
step_of(const struct grammar_rule *rule, const char *name)
{
    size_t steps = child_steps(rule), i = 0;

    while (i < steps && !listed(rule->child[i].names, name))
        i++;
    return i;
}

static void
or_list(struct text *out, const char *names)
{
    char store[512];
    const char *word[WORDS];
    size_t count = split(names, store, sizeof store, word);

    for (size_t i = 0; i < count; i++)
        text_print(out, "%s<%s>", i == 0 ? "" : " or ", word[i]);
}

static void
check_counts(const struct grammar_rule *rule, const struct element *element,
             const size_t seen[], struct problems *problems)
{
    for (size_t i = 0; i < child_steps(rule); i++) {
        const struct grammar_child *child = &rule->child[i];
        struct text text = {0};

        if (seen[i] < child->least)
            text_print(&text, "<%s> needs %s%zu ", rule->element,
                       child->most == child->least ? "" : "at least ",
                       child->least);
        else if (child->most != GRAMMAR_MANY && seen[i] > child->most)
            text_print(&text, "<%s> may have at most %zu ", rule->element,
                       child->most);
        else
            continue;
        or_list(&text, child->names);
        text_print(&text, ", and has %zu", seen[i]);
        complain(problems, element, &text);
    }
}

static void
check_children(const struct grammar_rule *rule, const struct element *element,
               struct problems *problems)
{
    size_t seen[sizeof rule->child / sizeof rule->child[0]] = {0};
    size_t steps = child_steps(rule), now = 0;

    for (const struct element *child = element_first(element); child != NULL;
         child = element_next(child)) {
        size_t step = step_of(rule, element_name(child));
        if (step == steps) {
            report_stranger(rule, child, problems);
            continue;
        }
        seen[step]++;
        if (step < now) {
            struct text text = {0};
            text_print(&text, "<%s> must stand before ", element_name(child));
            or_list(&text, rule->child[now].names);
            text_print(&text, " in <%s>", rule->element);
            complain(problems, child, &text);
        } else {
            now = step;
        }
    }
    check_counts(rule, element, seen, problems);
}

static void
check_text(const struct grammar_rule *rule, const struct element *element,
           struct problems *problems)
{
    bool has = element_has_text(element);

    if (has && !rule->text)
        problems_error(problems, LEWIS_EINVALID, element_line(element),
                       "<%s> may not hold text of its own", rule->element);
    if (!has && rule->text)
        problems_error(problems, LEWIS_EINVALID, element_line(element),
                       "<%s> is empty; it needs a text", rule->element);
}

static void
check_element(const struct grammar_rule rules[], size_t count,
              const struct grammar_rule *rule, const char *xmlns,
              const struct element *element, struct problems *problems)
{
    if (strcmp(element_namespace(element), xmlns) != 0)
        problems_error(problems, LEWIS_EINVALID, element_line(element),
                       "<%s> is not in the namespace \"%s\"",
                       element_name(element), xmlns);
    check_attributes(rule, element, problems);
    check_text(rule, element, problems);
    check_children(rule, element, problems);
    for (const struct element *child = element_first(element); child != NULL;
         child = element_next(child)) {
        const struct grammar_rule *next =
            find_rule(rules, count, rule->element, element_name(child));
        if (next != NULL && step_of(rule, element_name(child)) <
                                child_steps(rule))
            check_element(rules, count, next, xmlns, child, problems);
    }
}

void
grammar_check(const struct grammar_rule rule[], size_t count,
              const char *xmlns, const struct element *root,
              struct problems *problems)
{
    if (strcmp(element_name(root), rule[0].element) != 0)
        problems_error(problems, LEWIS_EINVALID, element_line(root),
                       "the outermost element is <%s>, not <%s>",
                       element_name(root), rule[0].element);
    else
        check_element(rule, count, &rule[0], xmlns, root, problems);
}

const struct element *
grammar_child_first(const struct element *parent, const char *name)
{
    const struct element *child =
        parent == NULL ? NULL : element_first(parent);

    while (child != NULL && strcmp(element_name(child), name) != 0)
        child = element_next(child);
    return child;
}

const struct element *
grammar_child_next(const struct element *child)
{
    const char *name = element_name(child);

    do
        child = element_next(child);
    while (child != NULL && strcmp(element_name(child), name) != 0);
    return child;
}

size_t
grammar_child_count(const struct element *parent, const char *name)
{
    size_t n = 0;

    for (const struct element *child = grammar_child_first(parent, name);
         child != NULL; child = grammar_child_next(child))
        n++;
    return n;
}

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

void
reader_languages(struct reader *reader, const struct element *root)
{
    const char *value = reader_attribute(reader, root, "languages");
    char store[256];
    const char *word[WORDS];

    if (value == NULL)
        return;
    size_t count = split(value, store, sizeof store, word);
    const char **language =
        arena_array(reader->arena, count + 1, sizeof *language);
    if (language == NULL)
        return;
    for (size_t i = 0; i < count; i++) {
        if (!is_name(word[i]))
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(root),
                           "\"%s\" in languages is not a language tag such "
                           "as \"en\" or \"pt-BR\"",
                           word[i]);
        language[i] = keep(reader, word[i]);
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
    wording->lang = reader_attribute(reader, child, "xml:lang");
    wording->text = reader_text(reader, child);
    if (wording->lang == NULL || wording->text == NULL)
        return false;
    if (!is_declared(reader, wording->lang)) {
        problems_error(reader->problems, LEWIS_EINVALID, element_line(child),
                       "xml:lang=\"%s\" is not one of the file's languages",
                       wording->lang);
        return false;
    }
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

bool
reader_style(struct reader *reader, const struct element *element,
             const char *name, enum lewis_style *style)
{
    static const char *const words[] = {"linear", "multi", "reactive"};
    const char *value = element_attribute(element, name), *near;

    if (value == NULL)
        return false;
    if (lewis_style_parse(value, style))
        return true;
    near = spelling_nearest(value, words, LEWIS_STYLES);
    problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                   "unknown style \"%s\"; %s%s%s", value,
                   near != NULL ? "did you mean \"" : "",
                   near != NULL ? near : "it must be linear, multi or reactive",
                   near != NULL ? "\"?" : "");
    return false;
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
