/* grammar.c - holding an XML file against a table of rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/grammar.h"
#include <lewis/spelling.h>
#include "base/text.h"
#include "base/translation.h"

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

/* What is said of a stranger: one that is near, the list of what is allowed,
 * or that nothing is. */
struct hint {
    const char *near, *allowed, *none; /* formats of stranger, parent, list */
    const char *open, *close;          /* around a name */
};

static void
report_stranger(struct problems *problems, const struct element *element,
                const struct hint *hint, const char *stranger,
                const char *parent, const char *allowed)
{
    char store[512];
    const char *word[WORDS] = {NULL};
    size_t count = split(allowed, store, sizeof store, word);
    const char *near = lewis_spelling_nearest(stranger, word, count);
    struct text list = {0};

    for (size_t i = 0; i < count; i++)
        text_print(&list, "%s%s%s%s",
                   i == 0           ? ""
                   : i + 1 == count ? _(" and ")
                                    : ", ",
                   hint->open, word[i], hint->close);
    if (near != NULL)
        problems_error(problems, LEWIS_EINVALID, element_line(element),
                       hint->near, stranger, parent, near);
    else if (count == 0)
        problems_error(problems, LEWIS_EINVALID, element_line(element),
                       hint->none, stranger, parent);
    else
        problems_error(problems, LEWIS_EINVALID, element_line(element),
                       hint->allowed, stranger, parent, text_string(&list));
    problems->failed |= !text_ok(&list);
    text_release(&list);
}

static void
join(struct text *out, const char *name)
{
    if (out->size > 0)
        text_add(out, " ");
    text_add(out, name);
}

static const struct hint attribute_hint = {
    N_("unknown attribute \"%s\" of <%s>; did you mean \"%s\"?"),
    N_("unknown attribute \"%s\" of <%s>; allowed: %s"),
    N_("unknown attribute \"%s\" of <%s>; none is allowed"),
    "\"",
    "\"",
};

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
    if (stranger != NULL)
        report_stranger(problems, element, &attribute_hint, stranger,
                        rule->element, text_string(&allowed));
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

static const struct hint element_hint = {
    N_("unknown element <%s> in <%s>; did you mean <%s>?"),
    N_("unknown element <%s> in <%s>; allowed: %s"),
    N_("unknown element <%s> in <%s>; none is allowed"),
    "<",
    ">",
};

static void
check_name(const struct grammar_rule *rule, const struct element *child,
           struct problems *problems)
{
    struct text allowed = {0};

    for (size_t i = 0; i < child_steps(rule); i++)
        join(&allowed, rule->child[i].names);
    report_stranger(problems, child, &element_hint, element_name(child),
                    rule->element, text_string(&allowed));
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
    const char *word[WORDS] = {NULL};
    size_t count = split(names, store, sizeof store, word);

    for (size_t i = 0; i < count; i++)
        text_print(out, "%s<%s>", i == 0 ? "" : _(" or "), word[i]);
}

static void
check_counts(const struct grammar_rule *rule, const struct element *element,
             const size_t seen[], struct problems *problems)
{
    for (size_t i = 0; i < child_steps(rule); i++) {
        const struct grammar_child *child = &rule->child[i];
        struct text names = {0};
        const char *said;
        size_t number = child->least;

        if (seen[i] < child->least && child->most == child->least)
            said = N_("<%s> needs %zu %s, and has %zu");
        else if (seen[i] < child->least)
            said = N_("<%s> needs at least %zu %s, and has %zu");
        else if (child->most != GRAMMAR_MANY && seen[i] > child->most) {
            said = N_("<%s> may have at most %zu %s, and has %zu");
            number = child->most;
        } else
            continue;
        or_list(&names, child->names);
        problems_error(problems, LEWIS_EINVALID, element_line(element), said,
                       rule->element, number, text_string(&names), seen[i]);
        text_release(&names);
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
            check_name(rule, child, problems);
            continue;
        }
        seen[step]++;
        if (step < now) {
            struct text names = {0};
            or_list(&names, rule->child[now].names);
            problems_error(problems, LEWIS_EINVALID, element_line(child),
                           "<%s> must stand before %s in <%s>",
                           element_name(child), text_string(&names),
                           rule->element);
            text_release(&names);
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
    if (strcmp(element_namespace(element), xmlns) != 0) {
        problems_error(problems, LEWIS_EINVALID, element_line(element),
                       "<%s> is not in the namespace \"%s\"",
                       element_name(element), xmlns);
        xmlns = element_namespace(element); /* once is enough */
    }
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
