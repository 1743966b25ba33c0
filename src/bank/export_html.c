/* export_html.c - the questionnaire as one page that works by itself.
 *
 * One file with everything in it, in all languages of the bank. It is HTML that
 * can be read and printed as it is; a script makes one topic a page of it and
 * hands the answers back as a CSV row. It asks nothing of any other place, and
 * its Content-Security-Policy forbids it to: what may run and what may be seen
 * are this style and this script, named by their SHA-256. The keys are not in it.
 *
 * The words of the page stand here, in the HTML, and none in the script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "bank/controls.h"
#include "bank/export.h"
#include "base/digest.h"
#include "base/error.h"

extern const char export_html_css[], export_html_js[];

enum { LANGUAGES = 64 };

/* The page under way. */
struct page {
    struct controls controls; /* lang[0] is shown first */
    const char *lang[LANGUAGES];
    const struct lewis_bank *bank;
    struct text *out;
};

static const struct lewis_text
    languages[] = {{"en", "Language"}, {"nl", "Taal"}, {0}},
    no_script[] = {{"en", "In this browser the page may not run its script. "
                          "You can read and print it, and answer on paper. To "
                          "hand over your answers as a file, allow JavaScript "
                          "for this page, or open it in another browser."},
                   {"nl", "In deze browser mag het script van deze pagina niet "
                          "draaien. Je kunt de pagina lezen en afdrukken, en "
                          "op papier antwoorden. Wil je je antwoorden als "
                          "bestand inleveren, sta dan JavaScript toe voor "
                          "deze pagina, of open haar in een andere browser."},
                   {0}},
    answered[] = {{"en", "of %d answered"}, {"nl", "van de %d beantwoord"}, {0}},
    before[] = {{"en", "Before you begin"}, {"nl", "Voor je begint"}, {0}},
    how_long[] = {{"en", "questions, about %d min."},
                  {"nl", "vragen, ongeveer %d min."},
                  {0}},
    no_wrong[] = {{"en", "There are no right or wrong answers. Every answer is "
                         "a good way to work; choose what fits you as you are "
                         "now. You may leave out what you do not want to "
                         "answer, and stop whenever you like."},
                  {"nl", "Goede of foute antwoorden zijn er niet. Elk antwoord "
                         "is een goede manier van werken; kies wat bij je past "
                         "zoals je nu bent. Je mag overslaan wat je niet wilt "
                         "beantwoorden, en stoppen wanneer je wilt."},
                  {0}},
    stays_here[] = {{"en", "This page sends nothing to anybody. At the end you "
                           "see your answers, and hand them over yourself, as "
                           "a file or a text."},
                    {"nl", "Deze pagina stuurt niets naar iemand. Aan het "
                           "eind zie je je antwoorden, en lever je ze zelf in, "
                           "als bestand of als tekst."},
                    {0}},
    keep[] = {{"en", "Keep my answers in this browser, so that I can close the "
                     "page and go on later. (Whoever uses this browser after "
                     "me can then see them, until I erase them.)"},
              {"nl", "Bewaar mijn antwoorden in deze browser, zodat ik de "
                     "pagina kan sluiten en later verder kan gaan. (Wie deze "
                     "browser na mij gebruikt, kan ze dan zien, tot ik ze "
                     "wis.)"},
              {0}},
    kept_here[] = {{"en", "These are answers that were kept in this browser. "
                          "If they are not yours, please erase them."},
                   {"nl", "Dit zijn antwoorden die in deze browser zijn "
                          "bewaard. Zijn ze niet van jou, wis ze dan."},
                   {0}},
    name[] = {{"en", "Name or code"}, {"nl", "Naam of code"}, {0}},
    name_hint[] = {{"en", "What you were asked to write here. It may stay "
                          "empty."},
                   {"nl", "Wat je gevraagd is hier in te vullen. Het mag leeg "
                          "blijven."},
                   {0}},
    team[] = {{"en", "Team"}, {"nl", "Team"}, {0}},
    about[] = {{"en", "About you"}, {"nl", "Over jou"}, {0}},
    optional[] = {{"en", "You may leave these out."},
                  {"nl", "Deze mag je overslaan."},
                  {0}},
    end[] = {{"en", "Your answers"}, {"nl", "Je antwoorden"}, {0}},
    none_open[] = {{"en", "All questions have an answer."},
                   {"nl", "Alle vragen hebben een antwoord."},
                   {0}},
    still_open[] = {{"en", "Still open, if you want to answer them:"},
                    {"nl", "Nog open, als je ze wilt beantwoorden:"},
                    {0}},
    half_way[] = {{"en", "Begun, but not whole:"},
                  {"nl", "Begonnen, maar niet af:"},
                  {0}},
    too_few[] = {{"en", "For a result at least %d questions need an answer."},
                 {"nl", "Voor een uitslag hebben minstens %d vragen een "
                        "antwoord nodig."},
                 {0}},
    wanted[] = {{"en", "These need a reply before you can hand over your "
                       "answers:"},
                {"nl", "Deze moeten zijn ingevuld voor je je antwoorden kunt "
                       "inleveren:"},
                {0}},
    look[] = {{"en", "Look at all your answers"},
              {"nl", "Al je antwoorden bekijken"},
              {0}},
    hand_over[] = {{"en", "Hand over your answers"},
                   {"nl", "Je antwoorden inleveren"},
                   {0}},
    this_is_all[] = {{"en", "This is all that you hand over:"},
                     {"nl", "Dit is alles wat je inlevert:"},
                     {0}},
    save[] = {{"en", "Save as a file"}, {"nl", "Opslaan als bestand"}, {0}},
    copy[] = {{"en", "Copy"}, {"nl", "Kopiëren"}, {0}},
    print[] = {{"en", "Print"}, {"nl", "Afdrukken"}, {0}},
    erase[] = {{"en", "Erase everything"}, {"nl", "Alles wissen"}, {0}},
    saved[] = {{"en", "Your browser saves it as the file below. Give that file "
                      "to the person who asked you."},
               {"nl", "Je browser slaat het op als het bestand hieronder. Geef "
                      "dat bestand aan wie je dit vroeg."},
               {0}},
    copied[] = {{"en", "Copied. Paste it into a message to the person who "
                       "asked you."},
                {"nl", "Gekopieerd. Plak het in een bericht aan wie je dit "
                       "vroeg."},
                {0}},
    not_copied[] = {{"en", "This browser does not let the page copy. The text "
                           "is marked: press Ctrl+C."},
                    {"nl", "Deze browser laat de pagina niet kopiëren. De "
                           "tekst is gemarkeerd: druk op Ctrl+C."},
                    {0}},
    not_kept[] = {{"en", "This browser does not let the page keep anything."},
                  {"nl", "Deze browser laat de pagina niets bewaren."},
                  {0}},
    erased[] = {{"en", "Erased: nothing of your answers is left in this page "
                       "or in this browser."},
                {"nl", "Gewist: er is niets meer van je antwoorden in deze "
                       "pagina of in deze browser."},
                {0}},
    sure[] = {{"en", "Erase all your answers in this page and in this browser?"},
              {"nl", "Al je antwoorden in deze pagina en in deze browser "
                     "wissen?"},
              {0}},
    back[] = {{"en", "Back"}, {"nl", "Terug"}, {0}},
    onward[] = {{"en", "Next"}, {"nl", "Verder"}, {0}},
    keys[] = {{"en", "With a keyboard: Tab to the first answer, then the "
                     "number of your answer; the next question comes by "
                     "itself."},
              {"nl", "Met een toetsenbord: met Tab naar het eerste antwoord, "
                     "dan het nummer van je antwoord; de volgende vraag komt "
                     "vanzelf."},
              {0}},
    licence[] = {{"en", "Licence"}, {"nl", "Licentie"}, {0}},
    about_this[] = {{"en", "About this questionnaire"},
                    {"nl", "Over deze vragenlijst"},
                    {0}};

static void
add(struct page *page, const char *html)
{
    text_add(page->out, html);
}

/* A text of the page between two pieces of HTML. */
static void
add_text(struct page *page, const char *open, const struct lewis_text *text,
         const char *close)
{
    add(page, open);
    controls_text(&page->controls, text);
    add(page, close);
}

static void
add_count(struct page *page, const char *open, const struct lewis_text *text,
          int n, const char *close)
{
    add(page, open);
    controls_count(&page->controls, text, n);
    add(page, close);
}

/* The language asked for comes first, the others as in the bank. */
static void
order_languages(struct page *page, const char *asked)
{
    size_t count = lewis_bank_language_count(page->bank), n = 0, first = 0;

    count = count < LANGUAGES ? count : LANGUAGES;
    for (size_t i = 0; asked != NULL && i < count; i++)
        if (lewis_text_same(lewis_bank_language(page->bank, i), asked))
            first = i;
    page->lang[n++] = lewis_bank_language(page->bank, first);
    for (size_t i = 0; i < count; i++)
        if (i != first)
            page->lang[n++] = lewis_bank_language(page->bank, i);
    page->controls.langs = n;
    page->controls.lang = page->lang;
    page->controls.out = page->out;
}

/* Only the language chosen is seen: by the script's class on the page, or
 * without it by the radio itself. */
static void
add_language_rules(const struct page *page, struct text *css)
{
    for (size_t l = 1; l < page->controls.langs; l++)
        text_print(css,
                   ".l%zu, .in%zu .l0 { display: none }\n"
                   ".in%zu .l%zu { display: inline }\n"
                   ":root:not(.script):has(#lewis-in%zu:checked) .l0 "
                   "{ display: none }\n"
                   ":root:not(.script):has(#lewis-in%zu:checked) .l%zu "
                   "{ display: inline }\n",
                   l, l, l, l, l, l, l);
}

/* 'sha256-...': the digest as Content Security Policy wants it, in base64. */
static bool
add_source(struct text *out, const struct text *bytes)
{
    static const char letter[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "abcdefghijklmnopqrstuvwxyz0123456789+/";
    char hex[DIGEST_SIZE] = "";
    unsigned held = 0, bits = 0;

    if (!digest_of(text_string(bytes), bytes->size, hex))
        return false;
    text_add(out, " 'sha256-");
    for (const char *p = hex; *p != '\0'; p++) {
        unsigned digit = (unsigned)(*p <= '9' ? *p - '0' : *p - 'a' + 10);
        held = held << 4 | digit;
        bits += 4;
        if (bits >= 6) {
            bits -= 6;
            text_add_bytes(out, &letter[held >> bits & 63], 1);
        }
    }
    text_add_bytes(out, &letter[held << (6 - bits) & 63], 1); /* 256 = 42*6+4 */
    text_add(out, "='");
    return true;
}

static void
add_policy(struct page *page, const struct text *style,
           const struct text *script)
{
    bool ok;

    add(page, "<meta http-equiv=\"Content-Security-Policy\" content=\""
              "default-src 'none'; style-src");
    ok = add_source(page->out, style);
    add(page, "; script-src");
    ok &= add_source(page->out, script);
    add(page, "; base-uri 'none'; form-action 'none'\">\n");
    page->out->failed |= !ok;
}

static void
add_head(struct page *page, const struct text *style,
         const struct text *script)
{
    const char *lang = page->lang[0];

    text_print(page->out,
               "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
               "<meta charset=\"utf-8\">\n",
               lang, controls_direction(lang));
    add_policy(page, style, script);
    add(page, "<meta name=\"viewport\" content=\"width=device-width, "
              "initial-scale=1\">\n<meta name=\"referrer\" "
              "content=\"no-referrer\">\n<title>");
    text_add_xml(page->out, lewis_text_in(lewis_bank_title(page->bank), lang));
    add(page, "</title>\n<style>");
    text_add_bytes(page->out, text_string(style), style->size);
    add(page, "</style>\n</head>\n");
}

static void
add_languages(struct page *page)
{
    if (page->controls.langs < 2)
        return;
    add_text(page, "<fieldset class=\"languages\"><legend class=\"heard\">",
             languages, "</legend>\n");
    for (size_t l = 0; l < page->controls.langs; l++) {
        const char *tag = page->lang[l];

        text_print(page->out,
                   "<label class=\"option\"><input type=\"radio\" "
                   "name=\"lewis-in\" id=\"lewis-in%zu\" value=\"%s\" "
                   "data-direction=\"%s\"%s> <span lang=\"%s\">",
                   l, tag, controls_direction(tag), l == 0 ? " checked" : "",
                   tag);
        text_add_xml(page->out, controls_language_name(tag));
        add(page, "</span></label>\n");
    }
    add(page, "</fieldset>\n");
}

/* Choices: so many items must be answered. Of ratings it depends on the styles,
 * which the page does not know: 0. */
static size_t
enough(const struct lewis_bank *bank)
{
    if (lewis_bank_kind(bank) == LEWIS_BANK_RATING)
        return 0;
    return lewis_bank_needed(lewis_bank_min_answered(bank),
                             lewis_bank_scored_count(bank));
}

/* The columns stand in the body for the script. */
static void
add_body(struct page *page, const char *asked)
{
    const struct lewis_bank *bank = page->bank;

    text_print(page->out,
               "<body data-bank=\"%s\" data-version=\"%s\" data-digest=\"%s\" "
               "data-enough=\"%zu\"%s data-columns=\"id,team",
               lewis_bank_id(bank), lewis_bank_version(bank),
               lewis_bank_digest(bank), enough(bank),
               asked != NULL ? " data-asked" : "");
    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
        if (strcmp(lewis_bank_ask(bank, i)->id, "team") != 0)
            text_print(page->out, ",%s", lewis_bank_ask(bank, i)->id);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        text_print(page->out, ",%s", lewis_bank_item(bank, i)->id);
    add(page, ",lang,bank,version,seed\">\n<header>\n<h1 id=\"lewis-title\" "
              "tabindex=\"-1\">");
    controls_text(&page->controls, lewis_bank_title(bank));
    add(page, "</h1>\n");
    add_languages(page);
    add_text(page, "<noscript><p class=\"warning\">", no_script,
             "</p></noscript>\n");
    add_count(page,
              "<div class=\"script progress\" hidden><p "
              "id=\"lewis-answered\"><span class=\"n\">0</span> ",
              answered, (int)lewis_bank_item_count(bank), "</p>\n");
    text_print(page->out,
               "<progress aria-labelledby=\"lewis-answered\" max=\"%zu\" "
               "value=\"0\"></progress></div>\n</header>\n",
               lewis_bank_item_count(bank));
}

static void
add_step(struct page *page, const char *id, size_t number,
         const struct lewis_text *heading)
{
    text_print(page->out, "<section class=\"step\" id=\"lewis-%s", id);
    if (number > 0)
        text_print(page->out, "%zu", number);
    add_text(page, "\">\n<h2 tabindex=\"-1\">", heading, "</h2>\n");
}

static void
add_field(struct page *page, const char *id, const struct lewis_text *label,
          const struct lewis_text *hint)
{
    text_print(page->out, "<div class=\"ask text\"><label for=\"lewis-%s\">",
               id);
    add_text(page, "", label, "</label>\n");
    text_print(page->out,
               "<input type=\"text\" id=\"lewis-%s\" name=\"lewis-%s\" "
               "maxlength=\"60\" autocomplete=\"off\"%s%s%s>\n",
               id, id, hint != NULL ? " aria-describedby=\"lewis-" : "",
               hint != NULL ? id : "", hint != NULL ? ".hint\"" : "");
    if (hint != NULL) {
        text_print(page->out, "<p class=\"hint\" id=\"lewis-%s.hint\">", id);
        add_text(page, "", hint, "</p>\n");
    }
    add(page, "</div>\n");
}

static bool
asks_team(const struct lewis_bank *bank)
{
    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
        if (strcmp(lewis_bank_ask(bank, i)->id, "team") == 0)
            return true;
    return false;
}

static void
add_start(struct page *page)
{
    const struct lewis_bank *bank = page->bank;

    add_step(page, "start", 0, before);
    add_text(page,
             "<div class=\"notice script\" id=\"lewis-kept\" hidden><p>",
             kept_here, "</p>\n<button type=\"button\" class=\"erase\">");
    add_text(page, "", erase, "</button></div>\n");
    text_print(page->out, "<p>%zu ", lewis_bank_item_count(bank));
    add_count(page, "", how_long,
              (int)(lewis_bank_minutes(bank, page->lang[0]) + 1), "</p>\n");
    add_text(page, "<p>", no_wrong, "</p>\n");
    add_text(page, "<p class=\"notice script\" hidden>", stays_here, "</p>\n");
    add_text(page,
             "<label class=\"option script\" hidden><input type=\"checkbox\" "
             "id=\"lewis-keep\"> <span>",
             keep, "</span></label>\n");
    add_field(page, "id", name, name_hint);
    if (!asks_team(bank))
        add_field(page, "team", team, NULL);
    add_text(page, "<p class=\"quiet script keys\" hidden>", keys, "</p>\n");
    add(page, "</section>\n");
}

static void
add_section(struct page *page, size_t index)
{
    const struct lewis_section *section =
        lewis_bank_section(page->bank, index);

    add_step(page, "topic", index + 1, section->name);
    if (section->note != NULL)
        add_text(page, "<p class=\"note\">", section->note, "</p>\n");
    text_print(page->out, "<div class=\"items\"%s>\n",
               section->random ? " data-random" : "");
    for (size_t i = 0; i < section->count; i++) {
        const struct lewis_item *item =
            lewis_bank_item(page->bank, section->first + i);

        add(page, "<div class=\"question\">\n");
        if (i == 0 || item->form != item[-1].form || section->random ||
            item->total != item[-1].total) {
            add(page, "<p class=\"how\">");
            controls_how(&page->controls, item);
            add(page, "</p>\n");
        }
        controls_item(&page->controls, item, section->first + i + 1, NULL,
                      NULL);
        add(page, "</div>\n");
    }
    add(page, "</div>\n</section>\n");
}

static bool
needs_reply(const struct lewis_bank *bank)
{
    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
        if (lewis_bank_ask(bank, i)->required)
            return true;
    return false;
}

static void
add_asks(struct page *page)
{
    if (lewis_bank_ask_count(page->bank) == 0)
        return;
    add_step(page, "about", 0, about);
    if (!needs_reply(page->bank))
        add_text(page, "<p class=\"note\">", optional, "</p>\n");
    for (size_t i = 0; i < lewis_bank_ask_count(page->bank); i++) {
        const struct lewis_ask *ask = lewis_bank_ask(page->bank, i);

        text_print(page->out, "<div class=\"question\"%s>\n",
                   ask->required ? " data-required" : "");
        controls_ask(&page->controls, ask, NULL);
        add(page, "</div>\n");
    }
    add(page, "</section>\n");
}

static void
add_button(struct page *page, const char *id, const char *class_,
           const struct lewis_text *label)
{
    text_print(page->out, "<button type=\"button\" id=\"lewis-%s\"%s>", id,
               class_);
    add_text(page, "", label, "</button>\n");
}

/* What is open, what was answered, and what is handed over. */
static void
add_end(struct page *page)
{
    add_step(page, "end", 0, end);
    add_text(page, "<p class=\"done\" id=\"lewis-whole\" hidden>", none_open,
             "</p>\n");
    add_text(page, "<p class=\"notice\" id=\"lewis-half\" hidden>", half_way,
             " <span class=\"list\"></span></p>\n");
    add_text(page, "<p class=\"notice\" id=\"lewis-open\" hidden>", still_open,
             " <span class=\"list\"></span></p>\n");
    add_count(page, "<p class=\"warning\" id=\"lewis-few\" hidden>", too_few,
              (int)enough(page->bank), "</p>\n");
    add_text(page, "<p class=\"warning\" id=\"lewis-wanted\" hidden>", wanted,
             " <span class=\"list\"></span></p>\n");
    add_text(page, "<details><summary>", look,
             "</summary>\n<ol id=\"lewis-review\"></ol></details>\n");
    add_text(page, "<h2>", hand_over, "</h2>\n");
    add_text(page, "<p><label for=\"lewis-row\">", this_is_all,
             "</label></p>\n<textarea id=\"lewis-row\" readonly rows=\"5\" "
             "spellcheck=\"false\"></textarea>\n<div class=\"buttons\">\n");
    add_button(page, "save", " class=\"main\"", save);
    add_button(page, "copy", "", copy);
    add_button(page, "print", "", print);
    add_button(page, "erase", " class=\"erase\"", erase);
    add(page, "</div>\n</section>\n");
}

/* What the script may have to say, to be copied from here. */
static void
add_sayings(struct page *page)
{
    const struct {
        const char *id;
        const struct lewis_text *text;
    } saying[] = {
        {"saved", saved},       {"copied", copied}, {"not-copied", not_copied},
        {"not-kept", not_kept}, {"erased", erased}, {"sure", sure},
    };

    for (size_t i = 0; i < sizeof saying / sizeof saying[0]; i++) {
        text_print(page->out, "<template id=\"lewis-say-%s\">", saying[i].id);
        add_text(page, "", saying[i].text, "</template>\n");
    }
    for (size_t l = 0; l < page->controls.langs; l++) {
        text_print(page->out, "<template class=\"title\">");
        text_add_xml(page->out, lewis_text_in(lewis_bank_title(page->bank),
                                              page->lang[l]));
        add(page, "</template>\n");
    }
}

static void
add_foot(struct page *page)
{
    const struct lewis_bank *bank = page->bank;

    add(page, "<footer class=\"quiet\">\n");
    if (lewis_bank_note(bank) != NULL) {
        add_text(page, "<details><summary>", about_this, "</summary>\n<p>");
        add_text(page, "", lewis_bank_note(bank), "</p></details>\n");
    }
    text_print(page->out, "<p>%s %s. ", lewis_bank_id(bank),
               lewis_bank_version(bank));
    text_add_xml(page->out, lewis_bank_authors(bank));
    add_text(page, ". ", licence, ": ");
    text_add_xml(page->out, lewis_bank_licence(bank));
    add(page, "</p>\n</footer>\n");
}

static void
add_page(struct page *page, const char *asked, const struct text *style,
         const struct text *script)
{
    add_head(page, style, script);
    add_body(page, asked);
    add(page, "<main>\n<form autocomplete=\"off\" novalidate>\n");
    add_start(page);
    for (size_t s = 0; s < lewis_bank_section_count(page->bank); s++)
        add_section(page, s);
    add_asks(page);
    add(page, "<div class=\"script\" hidden>\n");
    add_end(page);
    add(page, "</div>\n<div id=\"lewis-said\" role=\"status\"></div>\n"
              "<div class=\"buttons script\" hidden>\n");
    add_button(page, "back", "", back);
    add_button(page, "next", " class=\"main\"", onward);
    add(page, "</div>\n</form>\n</main>\n");
    add_foot(page);
    add_sayings(page);
    add(page, "<script>");
    text_add_bytes(page->out, text_string(script), script->size);
    add(page, "</script>\n</body>\n</html>\n");
}

bool
export_html(const struct lewis_bank *bank, const char *lang, struct text *out,
            struct lewis_error *error)
{
    struct page page = {.bank = bank, .out = out};
    struct text style = {0}, script = {0};

    (void)error;
    order_languages(&page, lang);
    text_add(&style, "\n");
    text_add(&style, controls_css);
    text_add(&style, export_html_css);
    add_language_rules(&page, &style);
    text_add(&script, "\n");
    text_add(&script, controls_js);
    text_add(&script, export_html_js);
    out->failed |= !text_ok(&style) || !text_ok(&script);
    add_page(&page, lang, &style, &script);
    text_release(&style);
    text_release(&script);
    return true;
}
