/* words.c - the program's own words for somebody who takes a
 * questionnaire.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/words.h"

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
    .by_key = "No need for Enter: one key is enough for every choice, and the "
              "next question comes by itself.",
    .by_line = "Type the number of your answer, then Enter. Other words: b "
               "for back, h for help, q to stop.",
    .begin = "Press Enter to begin.",
    .begin_again = "Press Enter to go on.",
    .found = "You began this questionnaire before: %zu of %zu answered, on "
             "%s.",
    .found_skipped = "Left out so far: %zu.",
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
    .review_how = "To change one, press g and its number.",
    .review_how_line = "To change one, type g and its number, such as g 5.",
    .review_rank = "2-3-1 means: 2 most like me, then 3, and 1 least.",
    .open_mark = "open",
    .half_mark = "half",
    .skip_mark = "left out",
    .none_open = "All questions have an answer.",
    .none_left = "No question is open any more.",
    .first_open = "Still open: question %zu is the first.",
    .may_skip = "There, s leaves it out when it does not fit you.",
    .skip_list = "Left out: %s.",
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
    .final = "You can still change an answer. Once you see your result, answers "
             "can no longer be changed.",
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
    .help_rank = "first the one that is most like you, then the one that is "
                 "least",
    .help_pick = "the one that is most like you",
    .help_rate = "your answer",
    .help_place = "your place between the two",
    .help_points = "points for each in turn, then Enter; the last gets what is "
                   "left",
    .help_choice = "your answer",
    .help_begin = "to the questions",
    .help_reply = "Enter alone: you prefer not to say, or keep what you said",
    .help_on_review = "on, to what is still open or to the end",
    .help_result = "to your result",
    .help_back = "back, to change an answer",
    .help_on = "on to the next question, when this one has an answer",
    .help_arrows = "Left goes back and Right goes on, like b and n; Up and Down "
                   "move a page that is too long",
    .help_skip = "leave this question out, when it does not fit you",
    .help_go = "go to a question by its number",
    .help_look = "all your answers on one page",
    .help_clear = "take the answer to this question back",
    .help_language = "another language; your answers stay",
    .help_help = "this page",
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
    .no_country = "No country called \"%s\" is known here. Please type its "
                  "two letters (as in web addresses, NL or DE), or Enter "
                  "alone.",
    .mean_country = "Did you mean %s?",
    .no_text = "That cannot be kept: it is too long, or has odd characters in "
               "it.",
    .not_saved = "This answer could not be saved, so it does not count yet: "
                 "%s. Your other answers are safe. When there is room again, "
                 "answer once more.",
    .no_meaning = "That is no answer here. h is for help.",
    .no_key = "The key %s does nothing here. ? shows what you can do.",
    .too_long = "That line is too long.",
    .left = "Kept: %zu of %zu answered.",
    .left_empty = "Nothing was answered, so nothing is kept.",
    .finished = "This questionnaire is finished, so its answers can no longer "
                "be changed. This is its result.",
    .more_pages = "Enter shows more (page %zu of %zu); q and Enter goes to the "
                  "end:",
    .resume = "To go on: %s",
    .handed_in = "Your answers are in %s.",
    .not_handed = "Your answers are safe, but not in that file yet.",
    .kept_draft = "Your answers stay on this computer; they can no longer be "
                  "changed.",
    .see_again = "To see the result again: %s",
    .remove = "To remove the answers: %s",
    .picture_ask = "Would you like the picture in a file? Its name (such as "
                   "me.png or me.pdf), or Enter for no:",
    .picture_done = "Drawn: %s",
    .picture_kind = "The name must end in .png, .pdf or .svg.",
    .picture_there = "%s is there already. Type the same name once more to "
                     "replace it, or another one, or Enter for no:",
    .drafts_none = "there are no drafts",
    .drafts_count = "%zu of %zu",
    .drafts_busy = "open now",
    .drafts_done = "done",
    .drafts_left_out = "left out",
    .drafts_draft = "draft",
    .drafts_bank = "bank",
    .drafts_begun = "begun",
    .drafts_name = "name",
    .drafts_team = "team",
    .drafts_answered = "answered",
    .drafts_deleted = "deleted: %s",
    .drafts_unknown = "there is no draft \"%.100s\"; \"lewis drafts list\" "
                      "shows them",
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
    .by_key = "Enter is niet nodig: voor elke keuze is één toets genoeg, en de "
              "volgende vraag komt vanzelf.",
    .by_line = "Typ het nummer van je antwoord en dan Enter. Verder: b voor "
               "terug, h voor hulp, q om te stoppen.",
    .begin = "Druk op Enter om te beginnen.",
    .begin_again = "Druk op Enter om verder te gaan.",
    .found = "Je was al eens aan deze vragenlijst begonnen: %zu van de %zu "
             "beantwoord, op %s.",
    .found_skipped = "Tot nu toe overgeslagen: %zu.",
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
    .review_how = "Wil je er een veranderen? Druk op g en geef het nummer.",
    .review_how_line = "Wil je er een veranderen? Typ g en het nummer, zoals "
                       "g 5.",
    .review_rank = "2-3-1 betekent: 2 past het best, dan 3, en 1 het minst.",
    .open_mark = "open",
    .half_mark = "half",
    .skip_mark = "geen",
    .none_open = "Alle vragen hebben een antwoord.",
    .none_left = "Er zijn geen open vragen meer.",
    .first_open = "Nog open: vraag %zu is de eerste.",
    .may_skip = "Daar slaat s hem over, als hij niet bij je past.",
    .skip_list = "Overgeslagen: %s.",
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
    .final = "Je kunt een antwoord nog veranderen. Als je je uitslag ziet, "
             "liggen de antwoorden vast.",
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
    .help_rank = "eerst wat het best bij je past, dan wat het minst past",
    .help_pick = "wat het best bij je past",
    .help_rate = "je antwoord",
    .help_place = "je plaats tussen de twee",
    .help_points = "punten voor elk om de beurt, dan Enter; de laatste krijgt "
                   "wat over is",
    .help_choice = "je antwoord",
    .help_begin = "naar de vragen",
    .help_reply = "alleen Enter: dat zeg je liever niet, of het blijft zoals "
                  "het was",
    .help_on_review = "verder, naar wat nog open is of naar het einde",
    .help_result = "naar je uitslag",
    .help_back = "terug, om een antwoord te veranderen",
    .help_on = "verder naar de volgende vraag, als deze een antwoord heeft",
    .help_arrows = "Links is terug en Rechts is verder, net als b en n; Omhoog "
                   "en Omlaag schuiven een bladzijde die te lang is",
    .help_skip = "deze vraag overslaan, als hij niet bij je past",
    .help_go = "naar een vraag gaan met het nummer",
    .help_look = "al je antwoorden op één bladzijde",
    .help_clear = "het antwoord op deze vraag weghalen",
    .help_language = "een andere taal; je antwoorden blijven",
    .help_help = "deze bladzijde",
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
    .no_country = "Een land met de naam \"%s\" is hier niet bekend. Typ de "
                  "twee letters (zoals in webadressen, NL of DE), of alleen "
                  "Enter.",
    .mean_country = "Bedoel je %s?",
    .no_text = "Dat kan niet worden bewaard: het is te lang, of er staan "
               "vreemde tekens in.",
    .not_saved = "Dit antwoord kon niet worden bewaard en telt dus nog niet: "
                 "%s. Je andere antwoorden zijn veilig. Als er weer ruimte "
                 "is, antwoord dan nog een keer.",
    .no_meaning = "Dat is hier geen antwoord. h is voor hulp.",
    .no_key = "De toets %s doet hier niets. Met ? zie je wat je kunt doen.",
    .too_long = "Die regel is te lang.",
    .left = "Bewaard: %zu van de %zu beantwoord.",
    .left_empty = "Er is niets beantwoord en dus niets bewaard.",
    .finished = "Deze vragenlijst is klaar; de antwoorden liggen vast. Dit is "
                "de uitslag.",
    .more_pages = "Enter laat meer zien (bladzijde %zu van %zu); q en Enter "
                  "gaat naar het einde:",
    .resume = "Verder gaan: %s",
    .handed_in = "Je antwoorden staan in %s.",
    .not_handed = "Je antwoorden zijn veilig, maar staan nog niet in dat "
                  "bestand.",
    .kept_draft = "Je antwoorden blijven op deze computer en liggen vast.",
    .see_again = "De uitslag nog eens zien: %s",
    .remove = "De antwoorden weghalen: %s",
    .picture_ask = "Wil je de tekening in een bestand? De naam (zoals ik.png "
                   "of ik.pdf), of Enter voor nee:",
    .picture_done = "Getekend: %s",
    .picture_kind = "De naam moet eindigen op .png, .pdf of .svg.",
    .picture_there = "%s is er al. Typ dezelfde naam nog een keer om dat "
                     "bestand te vervangen, of een andere naam, of Enter voor "
                     "nee:",
    .drafts_none = "er zijn geen begonnen vragenlijsten",
    .drafts_count = "%zu van de %zu",
    .drafts_busy = "nu open",
    .drafts_done = "klaar",
    .drafts_left_out = "overgeslagen",
    .drafts_draft = "nummer",
    .drafts_bank = "lijst",
    .drafts_begun = "begonnen",
    .drafts_name = "naam",
    .drafts_team = "team",
    .drafts_answered = "beantwoord",
    .drafts_deleted = "weggehaald: %s",
    .drafts_unknown = "\"%.100s\" is hier niet begonnen; \"lewis drafts "
                      "list\" laat zien wat er is",
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

    for (size_t i = 1; i < sizeof tables / sizeof tables[0]; i++)
        if (strcmp(tags[i].lang, tag) == 0)
            return tables[i];
    return tables[0];
}

const char *
take_words_language(size_t index)
{
    return tags[index].lang;
}
