/* take_words.c - the program's own words for somebody who takes a
 * questionnaire.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "take_words.h"

#include <string.h>

#include <lewis/text.h>

static const struct take_words english = {
    .size = "%zu questions, about %zu min.",
    .no_wrong = "There are no right or wrong answers. Every answer is a good "
                "way to work; choose what fits you as you are now.",
    .private = "Nobody looks over your shoulder: your answers stay in a file "
               "of yours on this computer.",
    .handed_to = "When you are done, and only then, they are added to %s.",
    .stop_freely = "You may stop whenever you like and go on another day. "
                   "Every answer is kept at once, and you can change it.",
    .by_key = "One key is one answer; the next question comes by itself.",
    .by_line = "Type the number of your answer, then Enter. Other words: b "
               "for back, h for help, q to stop.",
    .begin = "Press Enter to begin.",
    .found = "You began this questionnaire before: %zu of %zu answered, on "
             "%s.",
    .go_on = "Go on where I was",
    .afresh = "Start afresh (the other one is kept too)",
    .choose = "My choice",
    .question = "%zu of %zu",
    .topic = "%s: %zu of %zu",
    .most = "Most like me",
    .least = "Least like me",
    .answer = "My answer",
    .place = "My place",
    .points = "Points for %zu (%d left)",
    .share_out = "Share out %d points: more for what is more like you.",
    .between = "1 is wholly the first, %d wholly the second.",
    .is_most = "most",
    .is_least = "least",
    .last = "Question %zu: %s.",
    .skipped = "Question %zu: left out.",
    .not_right = "Not right? b takes you back.",
    .left_out = "You left this one out. You can still answer it.",
    .go_to = "Go to question (1-%zu):",
    .or_word = "or",
    .type = "type %s",
    .review = "Your answers",
    .answered = "%zu of %zu answered",
    .review_how = "To change one, press g and its number. 2-3-1 means: 2 most "
                  "like me, then 3, and 1 least.",
    .open_mark = "open",
    .skip_mark = "left out",
    .none_open = "All questions have an answer.",
    .first_open = "Still open: question %zu is the first.",
    .on_to_open = "Press Enter to go on with question %zu.",
    .on_to_asks = "Press Enter to go on: a few questions about you, then your "
                  "result.",
    .about_you = "About you",
    .optional = "You do not have to answer this. Enter alone: I prefer not to "
                "say.",
    .needed = "This one needs an answer.",
    .reply = "My answer",
    .country_how = "The name of the country, or two letters such as NL.",
    .kept = "Your answer so far: %s",
    .no_reply = "I prefer not to say",
    .ready = "That was the last question. Thank you!",
    .hand_in = "Press Enter to see your result.",
    .hand_in_to = "Press Enter to add your answers to %s and see your result.",
    .back = "back",
    .skip = "leave out",
    .go = "go to",
    .look = "all answers",
    .language = "language",
    .help = "help",
    .stop = "stop",
    .done = "done",
    .cancel = "cancel",
    .rather_not = "rather not say",
    .more = "Up and Down show the rest.",
    .slash = "(/b goes back, /q stops)",
    .help_title = "What you can do",
    .help_answer = "your answer; with three statements first what is most "
                   "like you, then what is least",
    .help_back = "back, to change an answer (also the Left key)",
    .help_skip = "leave this question out, when it does not fit you",
    .help_go = "go to a question by its number",
    .help_look = "all your answers on one page",
    .help_clear = "take the answer to this question back",
    .help_language = "another language; your answers stay",
    .help_stop = "stop; what you answered is kept, and you can go on later",
    .help_close = "Press any key to go on.",
    .no_option = "Please choose one of these: %s.",
    .again = "%ld is already what is most like you. Which of the others is "
             "least?",
    .no_points = "There are %d points left to give.",
    .no_question = "There are %zu questions; please give a number from 1.",
    .ahead = "Question %zu is still open and comes first.",
    .open = "This question has no answer yet. If it does not fit you, s "
            "leaves it out.",
    .no_skip = "No more questions can be left out, or there would be no "
               "result.",
    .has_answer = "This question has an answer. To leave it out, first take "
                  "that back with c.",
    .required = "The makers of this questionnaire need an answer here.",
    .asks_first = "First a few questions about you.",
    .one_language = "This questionnaire has no other language.",
    .no_number = "Please type a whole number, such as 12.",
    .no_country = "No such country is known here. Please type its two letters "
                  "(as in web addresses, NL or DE), or Enter alone.",
    .no_text = "That cannot be kept: it is too long, or has odd characters in "
               "it.",
    .not_saved = "This answer could not be saved, so it does not count yet: "
                 "%s. Your other answers are safe. When there is room again, "
                 "answer once more.",
    .no_meaning = "That is no answer here. h is for help.",
    .too_long = "That line is too long.",
    .left = "Kept: %zu of %zu answered.",
    .left_empty = "Nothing was answered, so nothing is kept.",
    .resume = "To go on: %s",
    .handed_in = "Your answers are in %s.",
    .not_handed = "Your answers are safe, but not in that file yet.",
    .kept_draft = "Your answers stay on this computer; to remove them: %s",
    .picture_ask = "Would you like the picture in a file? Its name (such as "
                   "me.png or me.pdf), or Enter for no: ",
    .picture_done = "Drawn: %s",
    .picture_kind = "The name must end in .png, .pdf or .svg.",
};

static const struct take_words dutch = {
    .size = "%zu vragen, ongeveer %zu min.",
    .no_wrong = "Goede of foute antwoorden zijn er niet. Elk antwoord is een "
                "goede manier van werken; kies wat bij je past zoals je nu "
                "bent.",
    .private = "Niemand kijkt mee: je antwoorden blijven in een bestand van "
               "jou op deze computer.",
    .handed_to = "Als je klaar bent, en niet eerder, komen ze ook in %s.",
    .stop_freely = "Je mag stoppen wanneer je wilt en een andere dag verder "
                   "gaan. Elk antwoord wordt meteen bewaard, en je kunt het "
                   "veranderen.",
    .by_key = "Eén toets is één antwoord; de volgende vraag komt vanzelf.",
    .by_line = "Typ het nummer van je antwoord en dan Enter. Verder: b voor "
               "terug, h voor hulp, q om te stoppen.",
    .begin = "Druk op Enter om te beginnen.",
    .found = "Je was al eens aan deze vragenlijst begonnen: %zu van de %zu "
             "beantwoord, op %s.",
    .go_on = "Verder gaan waar ik was",
    .afresh = "Opnieuw beginnen (de andere blijft ook bewaard)",
    .choose = "Mijn keuze",
    .question = "%zu van %zu",
    .topic = "%s: %zu van %zu",
    .most = "Past het best bij mij",
    .least = "Past het minst bij mij",
    .answer = "Mijn antwoord",
    .place = "Mijn plaats",
    .points = "Punten voor %zu (nog %d over)",
    .share_out = "Verdeel %d punten: meer voor wat meer bij je past.",
    .between = "1 is helemaal het eerste, %d helemaal het tweede.",
    .is_most = "best",
    .is_least = "minst",
    .last = "Vraag %zu: %s.",
    .skipped = "Vraag %zu: overgeslagen.",
    .not_right = "Niet goed? Met b ga je terug.",
    .left_out = "Deze heb je overgeslagen. Je kunt hem alsnog beantwoorden.",
    .go_to = "Ga naar vraag (1-%zu):",
    .or_word = "of",
    .type = "typ %s",
    .review = "Je antwoorden",
    .answered = "%zu van %zu beantwoord",
    .review_how = "Wil je er een veranderen? Druk op g en geef het nummer. "
                  "2-3-1 betekent: 2 past het best, dan 3, en 1 het minst.",
    .open_mark = "open",
    .skip_mark = "geen",
    .none_open = "Alle vragen hebben een antwoord.",
    .first_open = "Nog open: vraag %zu is de eerste.",
    .on_to_open = "Druk op Enter om verder te gaan met vraag %zu.",
    .on_to_asks = "Druk op Enter om verder te gaan: een paar vragen over jou, "
                  "en dan je uitslag.",
    .about_you = "Over jou",
    .optional = "Je hoeft dit niet te beantwoorden. Alleen Enter: dat zeg ik "
                "liever niet.",
    .needed = "Hier is een antwoord nodig.",
    .reply = "Mijn antwoord",
    .country_how = "De naam van het land, of twee letters zoals NL.",
    .kept = "Je antwoord tot nu toe: %s",
    .no_reply = "Dat zeg ik liever niet",
    .ready = "Dat was de laatste vraag. Dank je wel!",
    .hand_in = "Druk op Enter om je uitslag te zien.",
    .hand_in_to = "Druk op Enter om je antwoorden toe te voegen aan %s en je "
                  "uitslag te zien.",
    .back = "terug",
    .skip = "overslaan",
    .go = "ga naar",
    .look = "overzicht",
    .language = "taal",
    .help = "hulp",
    .stop = "stoppen",
    .done = "klaar",
    .cancel = "toch niet",
    .rather_not = "liever niet",
    .more = "Met Omhoog en Omlaag zie je de rest.",
    .slash = "(/b is terug, /q is stoppen)",
    .help_title = "Wat je kunt doen",
    .help_answer = "je antwoord; bij drie zinnen eerst wat het best bij je "
                   "past, dan wat het minst past",
    .help_back = "terug, om een antwoord te veranderen (ook met de toets "
                 "Links)",
    .help_skip = "deze vraag overslaan, als hij niet bij je past",
    .help_go = "naar een vraag gaan met het nummer",
    .help_look = "al je antwoorden op één bladzijde",
    .help_clear = "het antwoord op deze vraag weghalen",
    .help_language = "een andere taal; je antwoorden blijven",
    .help_stop = "stoppen; wat je hebt beantwoord blijft bewaard, en je kunt "
                 "later verder gaan",
    .help_close = "Druk op een toets om verder te gaan.",
    .no_option = "Kies een van deze: %s.",
    .again = "%ld past al het best bij je. Welke van de andere past het "
             "minst?",
    .no_points = "Er zijn nog %d punten te geven.",
    .no_question = "Er zijn %zu vragen; geef een nummer vanaf 1.",
    .ahead = "Vraag %zu is nog open en komt eerst.",
    .open = "Deze vraag heeft nog geen antwoord. Past hij niet bij je, dan "
            "slaat s hem over.",
    .no_skip = "Er kunnen geen vragen meer worden overgeslagen, anders is er "
               "geen uitslag.",
    .has_answer = "Deze vraag heeft een antwoord. Wil je hem overslaan, haal "
                  "dat dan eerst weg met c.",
    .required = "De makers van deze vragenlijst hebben hier een antwoord "
                "nodig.",
    .asks_first = "Eerst een paar vragen over jou.",
    .one_language = "Deze vragenlijst heeft geen andere taal.",
    .no_number = "Typ een heel getal, zoals 12.",
    .no_country = "Dat land is hier niet bekend. Typ de twee letters (zoals "
                  "in webadressen, NL of DE), of alleen Enter.",
    .no_text = "Dat kan niet worden bewaard: het is te lang, of er staan "
               "vreemde tekens in.",
    .not_saved = "Dit antwoord kon niet worden bewaard en telt dus nog niet: "
                 "%s. Je andere antwoorden zijn veilig. Als er weer ruimte "
                 "is, antwoord dan nog een keer.",
    .no_meaning = "Dat is hier geen antwoord. h is voor hulp.",
    .too_long = "Die regel is te lang.",
    .left = "Bewaard: %zu van de %zu beantwoord.",
    .left_empty = "Er is niets beantwoord en dus niets bewaard.",
    .resume = "Verder gaan: %s",
    .handed_in = "Je antwoorden staan in %s.",
    .not_handed = "Je antwoorden zijn veilig, maar staan nog niet in dat "
                  "bestand.",
    .kept_draft = "Je antwoorden blijven op deze computer; zo haal je ze weg: "
                  "%s",
    .picture_ask = "Wil je de tekening in een bestand? De naam (zoals ik.png "
                   "of ik.pdf), of Enter voor nee: ",
    .picture_done = "Getekend: %s",
    .picture_kind = "De naam moet eindigen op .png, .pdf of .svg.",
};

/* The tags, as lewis_text_in() looks them up, and their tables. */
static const struct lewis_text tags[] = {
    {"en", "en"},
    {"nl", "nl"},
    {NULL, NULL},
};
static const struct take_words *const tables[] = {&english, &dutch};

const struct take_words *
take_words_in(const char *lang)
{
    const char *tag = lewis_text_in(tags, lang);

    for (size_t i = 1; tags[i].lang != NULL; i++)
        if (strcmp(tags[i].lang, tag) == 0)
            return tables[i];
    return tables[0];
}

const char *
take_words_language(size_t index)
{
    return tags[index].lang;
}
