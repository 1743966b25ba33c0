/* words.c - the pages' own words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/words.h"

#include <string.h>

#include <lewis/text.h>

static const struct words english = {
    .lang = "en",
    .to_content = "To the content",
    .languages = "Language",
    .privacy_foot = "This page is sent by a computer in this room or of your "
                    "trainer, and by nobody else. Independent work, not "
                    "affiliated with Richard Lewis Communications.",
    .join_title = "Join with your code",
    .join_intro = "Your trainer has given you a code of six letters. With the "
                  "same code you can go on later, on another device, too.",
    .code = "Your code",
    .code_how = "Six letters; capitals and spaces do not matter.",
    .enter = "Enter",
    .code_short = "That code is too short: it has six letters.",
    .code_long = "That code is too long: it has six letters.",
    .code_letter = "There is a character in it that is in no code: codes have "
                   "letters only.",
    .code_mistyped = "One of the letters is not right, or two have changed "
                     "places. Please look at your code again.",
    .code_unknown = "That code is not one of this workshop. Please look at it "
                    "again, or ask your trainer.",
    .wait = "There were many wrong codes. Please wait %u seconds, then try "
            "again.",
    .cookies = "This page needs cookies, to know that the answers are yours. "
               "They are deleted when you close the browser.",
    .consent_title = "Before you begin",
    .consent_size = "%zu questions, about %zu min.",
    .no_wrong = "There are no right or wrong answers. Every answer is a good "
                "way to work; choose what fits you as you are now.",
    .saved_at_once = "Every answer is saved at once. You can go back and "
                     "change it until you hand in.",
    .your_code = "Your code is %s. Keep it: with it you can go on later, and "
                 "see your result again.",
    .who_sees = "Your result is for you alone. Your trainer sees how many "
                "people take part, and groups of at least %zu people, without "
                "names: marks in a triangle, of which nobody can say which one "
                "is yours.",
    .who_sees_names = "In this workshop your trainer sees your answers and "
                      "your result, with your name if you give it. The room "
                      "sees only groups, without names.",
    .kept_where = "Your answers are kept in one file on your trainer's "
                  "computer. They are not sent to anybody else. Your trainer "
                  "can delete them all when the workshop is over.",
    .may_stop = "Taking part is up to you. You may leave out a question, and "
                "stop at any time; what you did not hand in is not used.",
    .name = "Your name",
    .name_how = "Your trainer will see it. You may leave it empty.",
    .agree = "I agree, begin",
    .leave = "Leave",
    .not_open = "The workshop is not open yet.",
    .not_open_how = "Your trainer will open it. This page looks again by "
                    "itself.",
    .closed_title = "It is over",
    .closed = "The workshop is closed.",
    .closed_how = "Answers are no longer taken.",
    .closed_unused = "You had not handed in. So your answers are not used, and "
                     "there is no result.",
    .purged = "The workshop is over, and all answers have been deleted.",
    .topic = "Topic %zu of %zu",
    .next = "Next",
    .back = "Back",
    .to_review = "All topics",
    .idle = "Your answers are saved as you give them.",
    .saving = "Saving ...",
    .saved = "Saved",
    .unsaved = "Not saved! Your answer is kept on this page, and is sent again "
               "by itself. Please do not close the page.",
    .half = "This one is not complete yet, so it is not saved.",
    .signed_out = "Not saved! The server does not know you any more. Open the "
                  "first page, enter your code, and answer this page again.",
    .some_open = "Some questions on this page are not complete. What is "
                 "complete has been saved.",
    .about_title = "About you",
    .about_intro = "You do not have to answer these. Your trainer sees what "
                   "you write.",
    .about_some = "Some of these need an answer, and say so. Your trainer sees "
                  "what you write.",
    .review_title = "All topics",
    .answered = "%zu of %zu answered",
    .all_answered = "You have answered everything.",
    .some_left = "Some questions are still open. You may leave some out; a "
                 "result needs at least %zu of the %zu answers.",
    .too_few = "There are not enough answers for a result yet. Please answer "
               "some more.",
    .lowest = "All your answers are the lowest there is: that points in no "
              "direction, so there can be no result. Please look at them "
              "again.",
    .required = "A question about you needs an answer.",
    .hand_in = "Hand in",
    .hand_in_how = "Then you see your result, and you are counted in the "
                   "triangle of the room, without a name.",
    .hand_in_how_names = "Then you see your result, and your trainer can see "
                         "it, too.",
    .result_title = "Your result",
    .handed_in = "Thank you! Your answers are handed in.",
    .result_key = "The black dot is you; thin lines lead from it to its three "
                  "shares on the sides. The shaded region holds every place "
                  "that fits your answers too.",
    .pdf = "Download as PDF",
    .take_back = "Change my answers",
    .take_back_how = "You can take your answers back, change them, and hand in "
                     "again.",
    .released = "The room has seen your answers in the triangle, without a "
                "name. So they can not be changed any more.",
    .result_private = "This page is for you. If the device is not yours, press "
                      "\"Leave\" when you have read it.",
    .trouble_title = "That did not work",
    .not_found = "There is no such page.",
    .wrong_method = "This page cannot be used in that way.",
    .malformed = "The form did not arrive as it should. Please try again.",
    .too_large = "That was too much at once.",
    .old_form = "This form is too old, or it does not come from here. Please "
                "open the page again and send it once more. If this happens "
                "again, allow cookies for this page.",
    .not_trainer = "This page is for the trainer. Open the link that the "
                   "program printed; each link opens once.",
    .trouble = "The workshop's file cannot be read or written now, so nothing "
               "was saved. Please tell your trainer:",
    .busy = "There is too much to do at the moment. Please try again in some "
            "seconds.",
    .start_again = "To the first page",
    .unsaved_value = "That is not an answer to this question.",
    .unsaved_person = "This code is not in the workshop any more.",
    .trainer_title = "Trainer",
    .state = "State",
    .state_draft = "not open yet",
    .state_open = "open",
    .state_closed = "closed",
    .state_purged = "purged",
    .open = "Open the workshop",
    .open_how = "From then on people can answer.",
    .close = "Close the workshop",
    .close_how = "No answers are taken any more, and the triangle is shown "
                 "with everybody who handed in. It cannot be opened again.",
    .reveal = "Show the triangle now",
    .reveal_how = "It fills while people hand in. Those who are shown cannot "
                  "change their answers any more, and who is still answering "
                  "may look at it: closing first is better.",
    .hide = "Hide the triangle",
    .hide_how = "Nobody new is shown until you show it again, or close.",
    .close_sure = "Close the workshop?",
    .closing_now = "If you close it now:",
    .not_yet = "Not yet",
    .fate_unfinished = "Joined and not handed in: %zu. What they answered is "
                       "not used, and they get no result.",
    .fate_pooled = "Shown as one, without the names of their teams: %s.",
    .fate_why = "A team is shown by itself when at least %zu of it have handed "
                "in. Smaller ones are put together; if they are still too "
                "few, the smallest of the other teams goes with them, for "
                "they could be told from the rest.",
    .fate_withheld = "Handed in and never shown: %zu. Even together they are "
                     "fewer than %zu.",
    .fate_names = "Only the room does not see it: your report and your export "
                  "have everybody, with name and team.",
    .fate_fine = "Everybody who joined has handed in, and every team can be "
                 "shown.",
    .team = "Team",
    .invited = "Codes",
    .joined = "Joined",
    .handed = "Handed in",
    .total = "All",
    .never_answers = "You see how many, and never who or what. Groups are shown "
                     "from %zu people on.",
    .never_answers_names = "You see how many; who and what is told by your "
                           "report and your export, when it is closed. The "
                           "room sees groups, from %zu people on.",
    .wall = "Open the projector page",
    .wall_how = "For the screen in the room; press F11 for full screen.",
    .join_at = "People join here:",
    .link = "Make a link for another trainer",
    .link_how = "The link opens once, on one device.",
    .link_made = "The new link stands in the terminal in which the program "
                 "runs, and here:",
    .hidden_now = "The triangle is hidden.",
    .shown_now = "The triangle is shown.",
    .local_only = "Only this computer can open that address. For a room, start "
                  "the server so:",
    .after_close = "What you can do now, in a terminal",
    .report_how = "The report of the team:",
    .export_how = "The answers as a table:",
    .purge_how = "When the workshop is over, end this program (Ctrl+C in its "
                 "terminal) and delete all that anybody said:",
    .report_file = "-o report.pdf",
    .export_file = "-o answers.csv",
    .wall_title = "The room",
    .wall_join = "Join here",
    .wall_waiting = "The workshop opens soon.",
    .wall_closed = "The workshop is closed.",
    .wall_handed = "%zu of %zu handed in",
    .wall_joined = "%zu of %zu joined",
    .wall_withheld = "The triangle fills when at least %zu people of a group "
                     "have handed in.",
    .wall_hidden = "The triangle comes later.",
    .wall_shown = "%zu people, each a mark in the triangle",
    .wall_left_out = "Not shown: %zu. They are so few that one could guess "
                     "who they are.",
};

static const struct words dutch = {
    .lang = "nl",
    .to_content = "Naar de inhoud",
    .languages = "Taal",
    .privacy_foot = "Deze pagina komt van een computer in deze ruimte of van "
                    "je trainer, en van niemand anders. Onafhankelijk werk, "
                    "niet verbonden aan Richard Lewis Communications.",
    .join_title = "Doe mee met je code",
    .join_intro = "Je trainer heeft je een code van zes letters gegeven. Met "
                  "dezelfde code kun je later verdergaan, ook op een ander "
                  "apparaat.",
    .code = "Je code",
    .code_how = "Zes letters; hoofdletters en spaties maken niet uit.",
    .enter = "Verder",
    .code_short = "Die code is te kort: een code heeft zes letters.",
    .code_long = "Die code is te lang: een code heeft zes letters.",
    .code_letter = "Er staat een teken in dat in geen enkele code voorkomt: "
                   "codes hebben alleen letters.",
    .code_mistyped = "Eén letter klopt niet, of er zijn er twee verwisseld. "
                     "Kijk nog eens naar je code.",
    .code_unknown = "Die code hoort niet bij deze workshop. Kijk er nog eens "
                    "naar, of vraag het je trainer.",
    .wait = "Er zijn veel verkeerde codes ingevoerd. Wacht %u seconden en "
            "probeer het dan opnieuw.",
    .cookies = "Deze pagina heeft cookies nodig, om te weten dat de antwoorden "
               "van jou zijn. Ze worden gewist als je de browser sluit.",
    .consent_title = "Voor je begint",
    .consent_size = "%zu vragen, ongeveer %zu min.",
    .no_wrong = "Er zijn geen goede of foute antwoorden. Elk antwoord is een "
                "goede manier van werken; kies wat bij je past zoals je nu "
                "bent.",
    .saved_at_once = "Elk antwoord wordt meteen bewaard. Je kunt teruggaan en "
                     "het veranderen tot je inlevert.",
    .your_code = "Je code is %s. Bewaar hem: ermee kun je later verdergaan, en "
                 "je uitslag nog eens bekijken.",
    .who_sees = "Je uitslag is alleen voor jou. Je trainer ziet hoeveel mensen "
                "er meedoen, en groepen van minstens %zu mensen, zonder namen: "
                "tekens in een driehoek, waarvan niemand kan zeggen welke van "
                "jou is.",
    .who_sees_names = "In deze workshop ziet je trainer je antwoorden en je "
                      "uitslag, met je naam als je die geeft. De zaal ziet "
                      "alleen groepen, zonder namen.",
    .kept_where = "Je antwoorden staan in één bestand op de computer van je "
                  "trainer. Ze gaan naar niemand anders. Je trainer kan ze "
                  "allemaal wissen als de workshop voorbij is.",
    .may_stop = "Of je meedoet, bepaal je zelf. Je mag een vraag overslaan, en "
                "stoppen wanneer je wilt; wat je niet inlevert, wordt niet "
                "gebruikt.",
    .name = "Je naam",
    .name_how = "Je trainer krijgt hem te zien. Je mag dit leeg laten.",
    .agree = "Akkoord, begin",
    .leave = "Weggaan",
    .not_open = "De workshop is nog niet open.",
    .not_open_how = "Je trainer opent hem. Deze pagina kijkt vanzelf opnieuw.",
    .closed_title = "Het is voorbij",
    .closed = "De workshop is gesloten.",
    .closed_how = "Er kunnen geen antwoorden meer bij.",
    .closed_unused = "Je had nog niet ingeleverd. Daarom worden je antwoorden "
                     "niet gebruikt, en is er geen uitslag.",
    .purged = "De workshop is voorbij, en alle antwoorden zijn gewist.",
    .topic = "Onderwerp %zu van %zu",
    .next = "Verder",
    .back = "Terug",
    .to_review = "Alle onderwerpen",
    .idle = "Je antwoorden worden bewaard zodra je ze geeft.",
    .saving = "Bewaren ...",
    .saved = "Bewaard",
    .unsaved = "Niet bewaard! Je antwoord staat nog op deze pagina en wordt "
               "vanzelf opnieuw verstuurd. Sluit de pagina niet.",
    .half = "Dit antwoord is nog niet compleet, en dus niet bewaard.",
    .signed_out = "Niet bewaard! De server kent je niet meer. Open de eerste "
                  "pagina, voer je code in, en beantwoord deze pagina "
                  "opnieuw.",
    .some_open = "Sommige vragen op deze pagina zijn niet compleet. Wat "
                 "compleet is, is bewaard.",
    .about_title = "Over jou",
    .about_intro = "Je hoeft deze vragen niet te beantwoorden. Je trainer ziet "
                   "wat je opschrijft.",
    .about_some = "Sommige van deze vragen hebben een antwoord nodig; dat "
                  "staat erbij. Je trainer ziet wat je opschrijft.",
    .review_title = "Alle onderwerpen",
    .answered = "%zu van %zu beantwoord",
    .all_answered = "Je hebt alles beantwoord.",
    .some_left = "Sommige vragen staan nog open. Je mag er een paar overslaan; "
                 "voor een uitslag zijn minstens %zu van de %zu antwoorden "
                 "nodig.",
    .too_few = "Er zijn nog niet genoeg antwoorden voor een uitslag. "
               "Beantwoord er nog een paar.",
    .lowest = "Al je antwoorden zijn de laagste die er zijn: dat wijst geen "
              "richting aan, dus er kan geen uitslag zijn. Kijk er nog eens "
              "naar.",
    .required = "Een vraag over jou heeft een antwoord nodig.",
    .hand_in = "Inleveren",
    .hand_in_how = "Dan zie je je uitslag, en tel je mee in de driehoek van de "
                   "groep, zonder naam.",
    .hand_in_how_names = "Dan zie je je uitslag, en je trainer kan hem ook "
                         "zien.",
    .result_title = "Je uitslag",
    .handed_in = "Dank je wel! Je antwoorden zijn ingeleverd.",
    .result_key = "De zwarte stip ben jij; dunne lijnen lopen naar de drie "
                  "percentages op de zijden. Het gevulde gebied bevat elke "
                  "plek die ook bij je antwoorden past.",
    .pdf = "Downloaden als PDF",
    .take_back = "Mijn antwoorden veranderen",
    .take_back_how = "Je kunt je antwoorden terugnemen, veranderen en opnieuw "
                     "inleveren.",
    .released = "De groep heeft je antwoorden al in de driehoek gezien, zonder "
                "naam. Daarom kun je ze niet meer veranderen.",
    .result_private = "Deze pagina is voor jou. Is het apparaat niet van jou, "
                      "druk dan op \"Weggaan\" als je klaar bent met lezen.",
    .trouble_title = "Dat lukte niet",
    .not_found = "Deze pagina bestaat niet.",
    .wrong_method = "Zo kun je deze pagina niet gebruiken.",
    .malformed = "Het formulier is niet goed aangekomen. Probeer het opnieuw.",
    .too_large = "Dat was te veel in één keer.",
    .old_form = "Dit formulier is te oud, of het komt niet van hier. Open de "
                "pagina opnieuw en verstuur het nog eens. Gebeurt dit weer, "
                "sta dan cookies toe voor deze pagina.",
    .not_trainer = "Deze pagina is voor de trainer. Open de link die het "
                   "programma heeft laten zien; elke link werkt één keer.",
    .trouble = "Het bestand van de workshop kan nu niet worden gelezen of "
               "geschreven, dus er is niets bewaard. Zeg het tegen je "
               "trainer:",
    .busy = "Het is nu even te druk. Probeer het over een paar seconden "
            "opnieuw.",
    .start_again = "Naar de eerste pagina",
    .unsaved_value = "Dat is geen antwoord op deze vraag.",
    .unsaved_person = "Deze code hoort niet meer bij de workshop.",
    .trainer_title = "Trainer",
    .state = "Status",
    .state_draft = "nog niet open",
    .state_open = "open",
    .state_closed = "gesloten",
    .state_purged = "gewist",
    .open = "Open de workshop",
    .open_how = "Vanaf dan kunnen mensen antwoorden.",
    .close = "Sluit de workshop",
    .close_how = "Er kunnen geen antwoorden meer bij, en de driehoek wordt "
                 "getoond met iedereen die heeft ingeleverd. Daarna kan hij "
                 "niet weer open.",
    .reveal = "Toon de driehoek nu",
    .reveal_how = "Hij vult zich terwijl mensen inleveren. Wie getoond is, kan "
                  "zijn antwoorden niet meer veranderen, en wie nog bezig is, "
                  "kan ernaar kijken: eerst sluiten is beter.",
    .hide = "Verberg de driehoek",
    .hide_how = "Er komt niemand bij tot je hem weer toont, of sluit.",
    .close_sure = "De workshop sluiten?",
    .closing_now = "Als je nu sluit:",
    .not_yet = "Nog niet",
    .fate_unfinished = "Doet mee en heeft niet ingeleverd: %zu. Die antwoorden "
                       "tellen niet mee, en er komt geen uitslag bij.",
    .fate_pooled = "Als één groep getoond, zonder de namen van hun teams: %s.",
    .fate_why = "Een team wordt apart getoond als er minstens %zu van hebben "
                "ingeleverd. Kleinere teams gaan samen; zijn ze dan nog met "
                "te weinig, dan gaat het kleinste van de andere teams mee, "
                "want anders zijn ze uit de rest af te leiden.",
    .fate_withheld = "Ingeleverd en nooit getoond: %zu. Ook samen zijn het er "
                     "minder dan %zu.",
    .fate_names = "Alleen de zaal ziet het niet: in je rapport en je export "
                  "staat iedereen, met naam en team.",
    .fate_fine = "Iedereen die meedoet heeft ingeleverd, en elk team kan "
                 "worden getoond.",
    .team = "Team",
    .invited = "Codes",
    .joined = "Doet mee",
    .handed = "Ingeleverd",
    .total = "Alle",
    .never_answers = "Je ziet hoeveel, en nooit wie of wat. Groepen worden "
                     "getoond vanaf %zu mensen.",
    .never_answers_names = "Je ziet hoeveel; wie en wat staat in je rapport en "
                           "je export, als de workshop gesloten is. De zaal "
                           "ziet groepen, vanaf %zu mensen.",
    .wall = "Open de pagina voor de projector",
    .wall_how = "Voor het scherm in de zaal; met F11 vult hij het scherm.",
    .join_at = "Hier doen mensen mee:",
    .link = "Maak een link voor nog een trainer",
    .link_how = "De link werkt één keer, op één apparaat.",
    .link_made = "De nieuwe link staat in de terminal waarin het programma "
                 "draait, en hier:",
    .hidden_now = "De driehoek is verborgen.",
    .shown_now = "De driehoek is te zien.",
    .local_only = "Alleen deze computer kan dat adres openen. Start de server "
                  "voor een zaal zo:",
    .after_close = "Wat je nu kunt doen, in een terminal",
    .report_how = "Het rapport van het team:",
    .export_how = "De antwoorden als tabel:",
    .purge_how = "Is de workshop voorbij, beëindig dan dit programma (Ctrl+C "
                 "in zijn terminal) en wis alles wat mensen hebben gezegd:",
    .report_file = "-o rapport.pdf",
    .export_file = "-o antwoorden.csv",
    .wall_title = "De groep",
    .wall_join = "Doe hier mee",
    .wall_waiting = "De workshop gaat zo open.",
    .wall_closed = "De workshop is gesloten.",
    .wall_handed = "%zu van %zu ingeleverd",
    .wall_joined = "%zu van %zu doen mee",
    .wall_withheld = "De driehoek vult zich als minstens %zu mensen van een "
                     "groep hebben ingeleverd.",
    .wall_hidden = "De driehoek komt later.",
    .wall_shown = "%zu mensen, ieder een teken in de driehoek",
    .wall_left_out = "Niet getoond: %zu. Het zijn er zo weinig dat je zou "
                     "kunnen raden wie het zijn.",
};

static const struct words *const tables[] = {&english, &dutch};
enum { TABLES = sizeof tables / sizeof tables[0] };

/* "nl-BE" is Dutch, "nlx" is not. */
const struct words *
words_in(const char *lang)
{
    for (size_t i = 0; i < TABLES && lang != NULL; i++) {
        size_t size = strlen(tables[i]->lang);

        if (strcspn(lang, "-_") == size &&
            lewis_text_same_start(lang, tables[i]->lang, size))
            return tables[i];
    }
    return tables[0];
}

const struct words *
words_at(size_t index)
{
    return index < TABLES ? tables[index] : NULL;
}
