/* controls.c - a question as controls of an HTML form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "bank/controls.h"

/* The words that the controls themselves need. */
static const struct lewis_text
    most[] = {{"en", "Most like me"}, {"nl", "Past het best bij mij"}, {0}},
    least[] = {{"en", "Least like me"}, {"nl", "Past het minst bij mij"}, {0}},
    statement[] = {{"en", "Statement"}, {"nl", "Uitspraak"}, {0}},
    take_back[] = {{"en", "Take my answer back"},
                   {"nl", "Mijn antwoord weghalen"},
                   {0}},
    between[] = {{"en", "Where do you stand between these two?"},
                 {"nl", "Waar sta je tussen deze twee?"},
                 {0}},
    points_left[] = {{"en", "Points left:"}, {"nl", "Punten over:"}, {0}},
    rather_not[] = {{"en", "I prefer not to say"},
                    {"nl", "Dat zeg ik liever niet"},
                    {0}},
    needed[] = {{"en", "This one needs an answer."},
                {"nl", "Hier is een antwoord nodig."},
                {0}},
    country[] = {{"en", "The two letters of the country, such as NL."},
                 {"nl", "De twee letters van het land, zoals NL."},
                 {0}},
    whole[] = {{"en", "A whole number, such as 12."},
               {"nl", "Een heel getal, zoals 12."},
               {0}};

static const struct lewis_text
    how_rate[] = {{"en", "Choose one answer on every line."},
                  {"nl", "Kies op elke regel één antwoord."},
                  {0}},
    how_pick[] = {{"en", "Choose the one that fits you best."},
                  {"nl", "Kies wat het best bij je past."},
                  {0}},
    how_rank[] = {{"en", "Choose the one most like you, and the one least "
                         "like you."},
                  {"nl", "Kies wat het best bij je past, en wat het minst bij "
                         "je past."},
                  {0}},
    how_points[] = {{"en", "Share out %d points: more for what is more like "
                           "you."},
                    {"nl", "Verdeel %d punten: meer voor wat meer bij je "
                           "past."},
                    {0}},
    how_pair[] = {{"en", "Choose where you stand between the two."},
                  {"nl", "Kies waar je tussen de twee staat."},
                  {0}};

/* The language that lewis_text_in() found. */
static const char *
language_of(const struct lewis_text *text, const char *wording)
{
    while (text->text != wording)
        text++;
    return text->lang;
}

static void
add_wording(const struct controls *controls, const struct lewis_text *text,
            size_t l, const char *string)
{
    const char *wording = lewis_text_in(text, controls->lang[l]);

    if (controls->langs > 1)
        text_print(controls->out, "<span class=\"l%zu\" lang=\"%s\">", l,
                   language_of(text, wording));
    text_add_xml(controls->out, string != NULL ? string : wording);
    if (controls->langs > 1)
        text_add(controls->out, "</span>");
}

void
controls_text(const struct controls *controls, const struct lewis_text *text)
{
    for (size_t l = 0; l < controls->langs; l++)
        add_wording(controls, text, l, NULL);
}

void
controls_count(const struct controls *controls, const struct lewis_text *text,
               int n)
{
    for (size_t l = 0; l < controls->langs; l++) {
        struct text string = {0};

        text_print(&string, lewis_text_in(text, controls->lang[l]), n);
        controls->out->failed |= !text_ok(&string);
        add_wording(controls, text, l, text_string(&string));
        text_release(&string);
    }
}

/* Arabic, Divehi, Persian, Hebrew, Kurdish (Sorani), Pashto, Sindhi, Syriac,
 * Uyghur, Urdu, Yiddish. */
const char *
controls_direction(const char *lang)
{
    static const char *const rtl[] = {"ar", "dv", "fa",  "he", "ckb", "ps",
                                      "sd", "syr", "ug", "ur", "yi"};
    size_t size = strcspn(lang, "-_");

    for (size_t i = 0; i < sizeof rtl / sizeof rtl[0]; i++)
        if (strlen(rtl[i]) == size && lewis_text_same_start(lang, rtl[i], size))
            return "rtl";
    return "ltr";
}

const char *
controls_language_name(const char *lang)
{
    static const struct {
        const char *lang, *name;
    } names[] = {
        {"ar", "العربية"},  {"de", "Deutsch"},    {"en", "English"},
        {"es", "Español"},  {"fi", "Suomi"},      {"fr", "Français"},
        {"fy", "Frysk"},    {"he", "עברית"},      {"hi", "हिन्दी"},
        {"it", "Italiano"}, {"ja", "日本語"},     {"ko", "한국어"},
        {"nl", "Nederlands"}, {"pl", "Polski"},   {"pt", "Português"},
        {"ru", "Русский"},  {"sv", "Svenska"},    {"tr", "Türkçe"},
        {"uk", "Українська"}, {"zh", "中文"},
    };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (lewis_text_same(names[i].lang, lang))
            return names[i].name;
    return lang;
}

void
controls_how(const struct controls *controls, const struct lewis_item *item)
{
    static const struct lewis_text *const how[] = {
        [LEWIS_RATE] = how_rate,     [LEWIS_PICK] = how_pick,
        [LEWIS_RANK] = how_rank,     [LEWIS_POINTS] = how_points,
        [LEWIS_PAIR] = how_pair,     [LEWIS_CHECK] = how_rate,
    };

    controls_count(controls, how[item->form], item->total);
}

static void
add_legend(const struct controls *controls, const struct lewis_item *item,
           size_t number)
{
    text_print(controls->out,
               "<legend><span class=\"no\" data-id=\"%s\">%zu</span> ",
               item->id, number);
    controls_text(controls, item->stem != NULL ? item->stem : between);
    text_add(controls->out, "</legend>\n");
}

/* One radio with its words beside it. */
static void
add_radio(const struct controls *controls, const char *name, const char *value,
          size_t index, bool on)
{
    text_print(controls->out,
               "<label class=\"option\" data-index=\"%zu\"><input "
               "type=\"radio\" name=\"%s\" value=\"%s\"%s>",
               index, name, value, on ? " checked" : "");
}

static size_t
in_order(const size_t *order, size_t i)
{
    return order != NULL ? order[i] : i;
}

static void
add_pick(const struct controls *controls, const struct lewis_item *item,
         const size_t *order, const char *raw)
{
    for (size_t i = 0; i < item->option_count; i++) {
        size_t o = in_order(order, i);
        const char *id = item->option[o].id;

        add_radio(controls, item->id, id, o, strcmp(id, raw) == 0);
        text_print(controls->out,
                   "<span class=\"key\" data-letter=\"%s\">%zu</span> <span>",
                   id, i + 1);
        controls_text(controls, item->option[o].label);
        text_add(controls->out, "</span></label>\n");
    }
}

static void
add_number(const struct controls *controls, const char *name, int value,
           const char *raw)
{
    struct text number = {0};

    text_print(&number, "%d", value);
    controls->out->failed |= !text_ok(&number);
    add_radio(controls, name, text_string(&number), (size_t)value,
              strcmp(text_string(&number), raw) == 0);
    text_print(controls->out, "<span class=\"key\">%d</span>", value);
    text_release(&number);
}

static void
add_scale(const struct controls *controls, const struct lewis_item *item,
          const char *raw)
{
    const struct lewis_response *response = item->response;

    for (int x = response->lo; x <= response->hi; x++) {
        add_number(controls, item->id, x, raw);
        text_add(controls->out, " <span>");
        controls_text(controls, response->point[x - response->lo].label);
        text_add(controls->out, "</span></label>\n");
    }
}

/* The statements stand above the ends; who hears the page hears them with the
 * first and the last place. */
static void
add_pair(const struct controls *controls, const struct lewis_item *item,
         const char *raw)
{
    text_add(controls->out, "<div class=\"ends\" aria-hidden=\"true\">");
    for (size_t o = 0; o < 2; o++) {
        text_add(controls->out, "<span>");
        controls_text(controls, item->option[o].label);
        text_add(controls->out, "</span>");
    }
    text_add(controls->out, "</div>\n<div class=\"places\">\n");
    for (int x = 1; x <= item->places; x++) {
        add_number(controls, item->id, x, raw);
        if (x == 1 || x == item->places) {
            text_add(controls->out, "<span class=\"heard\">: ");
            controls_text(controls, item->option[x != 1].label);
            text_add(controls->out, "</span>");
        }
        text_add(controls->out, "</label>\n");
    }
    text_add(controls->out, "</div>\n");
}

static void
add_column(const struct controls *controls, const struct lewis_item *item,
           const char *name, const struct lewis_text *head)
{
    text_print(controls->out, "<th scope=\"col\" id=\"%s.%s\">", item->id,
               name);
    controls_text(controls, head);
    text_add(controls->out, "</th>");
}

static void
add_cell(const struct controls *controls, const char *item, const char *name,
         const char *option, bool on)
{
    text_print(controls->out,
               "<td><label class=\"cell\"><input type=\"radio\" "
               "name=\"%s.%s\" value=\"%s\" aria-labelledby=\"%s.%s "
               "%s.%s\"%s></label></td>",
               item, name, option, item, name, item, option,
               on ? " checked" : "");
}

static void
add_row(const struct controls *controls, const struct lewis_item *item,
        size_t shown, size_t o, const char *raw)
{
    const char *id = item->option[o].id;
    bool whole_rank = strlen(raw) == item->option_count;

    text_print(controls->out,
               "<tr data-index=\"%zu\"><th scope=\"row\"><span class=\"key\" "
               "data-letter=\"%s\">%zu</span> <span id=\"%s.%s\">",
               o, id, shown, item->id, id);
    controls_text(controls, item->option[o].label);
    text_add(controls->out, "</span></th>");
    add_cell(controls, item->id, "most", id, raw[0] == id[0]);
    if (item->option_count > 2)
        add_cell(controls, item->id, "least", id,
                 whole_rank && raw[item->option_count - 1] == id[0]);
    text_add(controls->out, "</tr>\n");
}

static void
add_rank(const struct controls *controls, const struct lewis_item *item,
         const size_t *order, const char *raw)
{
    text_add(controls->out,
             "<table>\n<thead><tr><th scope=\"col\"><span class=\"heard\">");
    controls_text(controls, statement);
    text_add(controls->out, "</span></th>");
    add_column(controls, item, "most", most);
    if (item->option_count > 2)
        add_column(controls, item, "least", least);
    text_add(controls->out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < item->option_count; i++)
        add_row(controls, item, i + 1, in_order(order, i), raw);
    text_add(controls->out, "</tbody>\n</table>\n");
}

/* Points of each option out of "5 3 2"; -1: none. */
static void
read_points(const char *raw, int points[LEWIS_OPTIONS])
{
    for (size_t o = 0; o < LEWIS_OPTIONS; o++) {
        char *end;
        long value = strtol(raw, &end, 10);

        points[o] = end == raw || value < 0 || value > 9999 ? -1 : (int)value;
        raw = end;
    }
}

static void
add_points(const struct controls *controls, const struct lewis_item *item,
           const size_t *order, const char *raw)
{
    int points[LEWIS_OPTIONS], left = item->total;

    assert(item->option_count <= LEWIS_OPTIONS);
    read_points(raw, points);
    for (size_t i = 0; i < item->option_count; i++) {
        size_t o = in_order(order, i);

        text_print(controls->out,
                   "<label class=\"option\" data-index=\"%zu\"><input "
                   "type=\"number\" inputmode=\"numeric\" min=\"0\" "
                   "max=\"%d\" step=\"1\" autocomplete=\"off\" "
                   "name=\"%s.%s\"",
                   o, item->total, item->id, item->option[o].id);
        if (points[o] >= 0)
            text_print(controls->out, " value=\"%d\"", points[o]);
        left -= points[o] > 0 ? points[o] : 0;
        text_add(controls->out, "> <span>");
        controls_text(controls, item->option[o].label);
        text_add(controls->out, "</span></label>\n");
    }
    text_add(controls->out, "<p class=\"left\" role=\"status\">");
    controls_text(controls, points_left);
    text_print(controls->out, " <span class=\"n\">%d</span></p>\n", left);
}

void
controls_item(const struct controls *controls, const struct lewis_item *item,
              size_t number, const size_t *order, const char *raw)
{
    const char *given = raw != NULL ? raw : "";

    text_print(controls->out,
               "<fieldset class=\"item %s\" id=\"%s\" data-total=\"%d\"%s>\n",
               lewis_form_keyword(item->form), item->id, item->total,
               item->random ? " data-random" : "");
    add_legend(controls, item, number);
    if (item->response != NULL)
        add_scale(controls, item, given);
    else if (item->form == LEWIS_PICK)
        add_pick(controls, item, order, given);
    else if (item->form == LEWIS_RANK)
        add_rank(controls, item, order, given);
    else if (item->form == LEWIS_POINTS)
        add_points(controls, item, order, given);
    else
        add_pair(controls, item, given);
    text_add(controls->out,
             "<button type=\"button\" class=\"take-back\" hidden>"
             "<span aria-hidden=\"true\">\xe2\x86\xba</span>" /* an arrow */
             "<span class=\"heard\">");
    controls_text(controls, take_back);
    text_add(controls->out, "</span></button>\n</fieldset>\n");
}

/* Many banks have that as an option of their own. */
static bool
offers_rather_not(const struct lewis_ask *ask)
{
    for (size_t o = 0; o < ask->option_count; o++)
        if (lewis_text_same(lewis_text_in(ask->option[o].label, "en"),
                            lewis_text_in(rather_not, "en")))
            return true;
    return false;
}

static void
add_choices(const struct controls *controls, const struct lewis_ask *ask,
            const char *reply)
{
    text_print(controls->out, "<fieldset class=\"ask choice\" id=\"%s\">\n"
                              "<legend>",
               ask->id);
    controls_text(controls, ask->stem);
    text_add(controls->out, "</legend>\n");
    for (size_t o = 0; o < ask->option_count; o++) {
        const char *id = ask->option[o].id;

        add_radio(controls, ask->id, id, o, strcmp(id, reply) == 0);
        text_add(controls->out, "<span>");
        controls_text(controls, ask->option[o].label);
        text_add(controls->out, "</span></label>\n");
    }
    if (!ask->required && !offers_rather_not(ask)) {
        add_radio(controls, ask->id, "", ask->option_count, false);
        text_add(controls->out, "<span>");
        controls_text(controls, rather_not);
        text_add(controls->out, "</span></label>\n");
    }
}

/* What is wanted, beside the field. */
static void
add_hint(const struct controls *controls, const struct lewis_ask *ask)
{
    text_print(controls->out, "<p class=\"hint\" id=\"%s.hint\">", ask->id);
    if (ask->type == LEWIS_ASK_COUNTRY)
        controls_text(controls, country);
    if (ask->type == LEWIS_ASK_NUMBER)
        controls_text(controls, whole);
    text_add(controls->out, " ");
    if (ask->required)
        controls_text(controls, needed);
    text_add(controls->out, "</p>\n");
}

static void
add_line(const struct controls *controls, const struct lewis_ask *ask,
         const char *reply)
{
    static const char *const kind[] = {
        [LEWIS_ASK_TEXT] = "maxlength=\"100\"",
        [LEWIS_ASK_NUMBER] = "inputmode=\"numeric\" maxlength=\"9\"",
        [LEWIS_ASK_COUNTRY] = "maxlength=\"2\" autocapitalize=\"characters\"",
        [LEWIS_ASK_CHOICE] = "",
    };

    text_print(controls->out,
               "<div class=\"ask %s\" id=\"%s\">\n<label for=\"%s.field\">",
               ask->type == LEWIS_ASK_NUMBER    ? "number"
               : ask->type == LEWIS_ASK_COUNTRY ? "country"
                                                : "text",
               ask->id, ask->id);
    controls_text(controls, ask->stem);
    text_print(controls->out,
               "</label>\n<input type=\"text\" autocomplete=\"off\" "
               "id=\"%s.field\" name=\"%s\" aria-describedby=\"%s.hint\" %s "
               "value=\"",
               ask->id, ask->id, ask->id, kind[ask->type]);
    text_add_xml(controls->out, reply);
    text_add(controls->out, "\">\n");
}

void
controls_ask(const struct controls *controls, const struct lewis_ask *ask,
             const char *reply)
{
    const char *given = reply != NULL ? reply : "";

    if (ask->type == LEWIS_ASK_CHOICE)
        add_choices(controls, ask, given);
    else
        add_line(controls, ask, given);
    add_hint(controls, ask);
    text_add(controls->out, ask->type == LEWIS_ASK_CHOICE ? "</fieldset>\n"
                                                          : "</div>\n");
}

/* A field of an item: "T01.most". NULL when it did not come, "" when empty. */
static const char *
part_of(const struct lewis_item *item, const char *part, controls_field *field,
        void *payload)
{
    struct text name = {0};
    const char *value;

    text_print(&name, "%s.%s", item->id, part);
    value = field(payload, text_string(&name));
    text_release(&name);
    return value;
}

/* The option of that letter, or the number of options. */
static size_t
option_of(const struct lewis_item *item, const char *letter)
{
    size_t o = 0;

    while (o < item->option_count &&
           (letter == NULL || strcmp(item->option[o].id, letter) != 0))
        o++;
    return o;
}

static void
rank_raw(const struct lewis_item *item, controls_field *field, void *payload,
         struct text *out)
{
    size_t count = item->option_count;
    size_t first = option_of(item, part_of(item, "most", field, payload));
    size_t last = option_of(item, part_of(item, "least", field, payload));

    if (first == count)
        return;
    if (count == 2)
        last = 1 - first;
    text_add(out, item->option[first].id);
    if (last == count || last == first)
        return;
    for (size_t o = 0; o < count; o++)
        if (o != first && o != last)
            text_add(out, item->option[o].id);
    text_add(out, item->option[last].id);
}

static void
points_raw(const struct lewis_item *item, controls_field *field, void *payload,
           struct text *out)
{
    struct text cell = {0};
    bool any = false;

    for (size_t o = 0; o < item->option_count; o++) {
        const char *value =
            part_of(item, item->option[o].id, field, payload);
        bool given = value != NULL && *value != '\0';

        text_print(&cell, "%s%s", o > 0 ? " " : "", given ? value : "0");
        any |= given;
    }
    if (any)
        text_add(out, text_string(&cell));
    out->failed |= !text_ok(&cell);
    text_release(&cell);
}

void
controls_raw(const struct lewis_item *item, controls_field *field,
             void *payload, struct text *out)
{
    const char *value;

    switch (item->form) {
    case LEWIS_RANK:
        rank_raw(item, field, payload, out);
        break;
    case LEWIS_POINTS:
        points_raw(item, field, payload, out);
        break;
    case LEWIS_RATE:
    case LEWIS_CHECK:
    case LEWIS_PICK:
    case LEWIS_PAIR:
        value = field(payload, item->id);
        text_add(out, value != NULL ? value : "");
        break;
    }
}
