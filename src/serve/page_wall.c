/* page_wall.c - the projector's page: where to join, how many, and the triangle
 * that fills. What may be seen of people is what lewis_workshop_people() hands
 * out. The painter draws it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "chart/scene.h"
#include "render/document.h"
#include "report/words.h"
#include "serve/html.h"
#include "serve/page.h"
#include "serve/qr.h"
#include "serve/site.h"

enum { POLL = 10 /* seconds, without a script */ };

/* A small page, since on a small page words are large. */
static const double width_pt = 440, height_pt = 340;

/* What the page is made from. */
struct wall {
    struct lewis_workshop_status status;
    struct lewis_workshop_people *people;
    size_t invited, joined, handed_in;
};

/* --- reading --- */

static bool
read_counts(struct exchange *exchange, struct wall *wall,
            struct lewis_error *error)
{
    size_t teams = lewis_workshop_team_count(exchange->workshop);
    struct lewis_workshop_count *count = calloc(teams, sizeof *count);
    bool done = count != NULL &&
                lewis_workshop_counts(exchange->workshop, count, error);

    exchange->failed |= count == NULL;
    for (size_t t = 0; done && t < teams; t++) {
        wall->invited += count[t].invited;
        wall->joined += count[t].joined;
        wall->handed_in += count[t].handed_in;
    }
    free(count);
    return done;
}

/* Who was purged is nobody. */
static bool
read_people(struct exchange *exchange, struct wall *wall,
            struct lewis_error *error)
{
    if (wall->status.state == LEWIS_WORKSHOP_PURGED)
        return true;
    wall->people = lewis_workshop_people(exchange->workshop, error);
    return wall->people != NULL;
}

/* --- the triangle --- */

/* The people of one team, called 'name'. */
static bool
add_team(const struct wall *wall, long team, const char *name,
         struct lewis_chart *chart, struct lewis_error *error)
{
    for (size_t i = 0; i < wall->people->count; i++) {
        const struct lewis_workshop_person *person = &wall->people->person[i];

        if (person->team == team &&
            !lewis_chart_add(chart, "", 0, name, strlen(name), &person->score,
                             error))
            return false;
    }
    return true;
}

/* In the order of the teams; those without one last. */
static bool
add_people(struct exchange *exchange, const struct wall *wall,
           struct lewis_chart *chart, struct lewis_error *error)
{
    size_t teams = lewis_workshop_team_count(exchange->workshop);
    bool done = true;

    if (wall->people == NULL)
        return true;
    for (size_t t = 0; done && t < teams; t++)
        done = add_team(wall, (long)t,
                        lewis_workshop_team_name(exchange->workshop, t), chart,
                        error);
    return done && add_team(wall, LEWIS_NO_TEAM, "", chart, error);
}

static bool
is_dark(const struct exchange *exchange)
{
    const char *theme = form_value(&exchange->query, "theme");

    return theme != NULL && strcmp(theme, "dark") == 0;
}

static struct lewis_scene *
scene_of(struct exchange *exchange, const struct lewis_chart *chart,
         struct lewis_error *error)
{
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_measure measure =
        lewis_ruler_measure(exchange->site->ruler);

    options.width_pt = width_pt;
    options.height_pt = height_pt;
    options.lang = exchange->lang;
    options.labels = LEWIS_LABELS_NONE;
    options.theme = is_dark(exchange) ? LEWIS_THEME_DARK : LEWIS_THEME_SCREEN;
    for (int s = 0; s < LEWIS_STYLES; s++)
        options.corner[s] =
            words_style_title(exchange->lang, (enum lewis_style)s);
    return lewis_chart_scene(chart, &options, &measure, error);
}

static bool
draw(struct exchange *exchange, const struct wall *wall, struct text *svg,
     struct lewis_error *error)
{
    struct lewis_chart *chart = lewis_chart_new(error);
    struct lewis_scene *scene = NULL;

    if (chart != NULL && add_people(exchange, wall, chart, error))
        scene = scene_of(exchange, chart, error);
    if (scene != NULL)
        svg_add(scene, svg);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
    return scene != NULL;
}

/* Several who watch get one drawing. */
static bool
add_triangle(struct exchange *exchange, const struct wall *wall,
             uint64_t version, struct lewis_error *error)
{
    struct drawing *drawing = &exchange->site->drawing;
    bool done = true;

    if (drawing->version != version || drawing->words != exchange->words ||
        drawing->dark != is_dark(exchange)) {
        *drawing = (struct drawing){.svg = drawing->svg};
        text_clear(&drawing->svg);
        done = draw(exchange, wall, &drawing->svg, error);
        if (done && text_ok(&drawing->svg))
            *drawing = (struct drawing){.version = version,
                                        .words = exchange->words,
                                        .dark = is_dark(exchange),
                                        .svg = drawing->svg};
    }
    html_add(exchange, "<figure id=\"triangle\">\n");
    text_add(&exchange->body, text_string(&drawing->svg));
    html_add(exchange, "</figure>\n");
    exchange->failed |= !text_ok(&drawing->svg);
    return done;
}

/* --- the page --- */

static void
add_count(struct exchange *exchange, const char *id, const char *format,
          size_t count, size_t of)
{
    text_print(&exchange->body, "<p id=\"%s\" data-count=\"%zu\">", id, count);
    text_print(&exchange->body, format, count, of);
    text_print(&exchange->body,
               "<progress aria-hidden=\"true\" value=\"%zu\" max=\"%zu\">"
               "</progress></p>\n",
               count, of);
}

static void
add_counts(struct exchange *exchange, const struct wall *wall)
{
    const struct words *words = exchange->words;

    if (wall->status.state == LEWIS_WORKSHOP_DRAFT)
        html_element(exchange, "<p class=\"big\">", words->wall_waiting);
    if (wall->status.state == LEWIS_WORKSHOP_CLOSED)
        html_element(exchange, "<p class=\"big\">", words->wall_closed);
    if (wall->status.state == LEWIS_WORKSHOP_PURGED)
        html_element(exchange, "<p class=\"big\">", words->purged);
    add_count(exchange, "joined", words->wall_joined, wall->joined,
              wall->invited);
    add_count(exchange, "handed", words->wall_handed, wall->handed_in,
              wall->invited);
}

static void
add_caption(struct exchange *exchange, const struct wall *wall)
{
    const struct words *words = exchange->words;
    enum lewis_presence presence =
        wall->people != NULL ? wall->people->presence : LEWIS_NOT_ASKED;

    if (presence == LEWIS_NOT_ASKED)
        html_element(exchange, "<p id=\"hidden\">", words->wall_hidden);
    else if (presence == LEWIS_WITHHELD)
        html_counts(exchange, "<p id=\"withheld\">", words->wall_withheld,
                    lewis_workshop_minimum(exchange->workshop), 0);
    else
        html_counts(exchange, "<p id=\"shown\">", words->wall_shown,
                    wall->people->count, 0);
    if (wall->people != NULL && wall->people->withheld > 0)
        html_counts(exchange, "<p id=\"left-out\">", words->wall_left_out,
                    wall->people->withheld, 0);
}

static void
add_join(struct exchange *exchange, const struct wall *wall)
{
    const struct site *site = exchange->site;

    if (wall->status.state > LEWIS_WORKSHOP_OPEN)
        return;
    html_element(exchange, "<h2>", exchange->words->wall_join);
    qr_add(&exchange->body, site->url, site->url);
    html_element(exchange, "<p class=\"address\">", site->url);
}

/* In the stream's version that was there before anything was read: what changes
 * meanwhile is drawn the next time. */
static void
add_part(struct exchange *exchange)
{
    uint64_t version = streams_version(&exchange->site->streams);
    struct lewis_error error = {0};
    struct wall wall = {0};
    bool done;

    done = lewis_workshop_status(exchange->workshop, &wall.status, &error) &&
           read_counts(exchange, &wall, &error) &&
           read_people(exchange, &wall, &error);
    if (done) {
        text_print(&exchange->body,
                   "<div id=\"part\" data-state=\"%s\" "
                   "data-revealed=\"%d\">\n<section class=\"join\">\n",
                   lewis_workshop_state_keyword(wall.status.state),
                   wall.status.revealed);
        add_join(exchange, &wall);
        add_counts(exchange, &wall);
        add_caption(exchange, &wall);
        html_add(exchange, "</section>\n");
        done = add_triangle(exchange, &wall, version, &error);
        html_add(exchange, "</div>\n");
    }
    lewis_workshop_people_free(wall.people);
    if (!done)
        page_trouble(exchange, &error);
}

static void
paint_part(struct exchange *exchange)
{
    text_clear(&exchange->body);
    add_part(exchange);
}

static void
paint_page(struct exchange *exchange)
{
    const struct html_frame frame = {
        .title = exchange->words->wall_title,
        .script_refresh = POLL,
        .body = is_dark(exchange) ? "wide dark" : "wide light"};

    html_begin_frame(exchange, &frame);
    add_part(exchange);
    if (exchange->status == 200)
        html_end(exchange);
}

void
page_wall(struct exchange *exchange)
{
    exchange_paint(exchange, paint_page);
}

void
page_wall_part(struct exchange *exchange)
{
    exchange_paint(exchange, paint_part);
}

void
page_events(struct exchange *exchange)
{
    exchange->type = "text/event-stream";
    exchange->next = NEXT_STREAM;
}
