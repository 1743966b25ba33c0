/* serve_run.c - what lewis serve does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include <lewis/advice.h>
#include <lewis/country.h>
#include <lewis/serve.h>
#include <lewis/shelf.h>
#include <lewis/workshop.h>

#include "cmd.h"
#include "content.h"
#include "full.h"
#include "option.h"
#include "say.h"

/* Links are what a program reads that starts this one. */
static void
print_link(void *payload, const char *url)
{
    bool *first = payload;

    printf("%s %s\n",
           *first ? _("Trainer, opens once:")
                  : _("That link was used; the next one:"),
           url);
    fflush(stdout);
    *first = false;
}

static void
print_address(const struct lewis_server *server)
{
    printf("%s %s\n", _("People join at:"), lewis_server_url(server));
    puts(_("Ctrl-C ends it; every answer is saved when it is given."));
    fflush(stdout);
}

static void
warn(const struct lewis_server *server,
     const struct lewis_server_options *options)
{
    if (options->public_url != NULL)
        return;
    if (lewis_server_is_local(server))
        say("only this computer can open that address; for phones in the room "
            "start it with --listen 0.0.0.0:8080");
    else
        say("other computers in your network can open this address, and what "
            "is sent can be read there: use a network of your own, or TLS "
            "(doc/workshop.md)");
}

/* Of these two a file that is not there is no trouble: it was said. */
struct content {
    struct lewis_shelf *shelf;
    struct lewis_atlas *atlas;
    struct lewis_advice *advice;
};

static bool
load_content(struct content *content, const char *atlas)
{
    struct lewis_error error;

    content->shelf = lewis_shelf_open(&error);
    if (content->shelf == NULL)
        return say_error(&error), false;
    content->atlas = content_atlas(content->shelf, atlas);
    return content->atlas != NULL &&
           content_advice(content->shelf, &content->advice);
}

static void
release_content(struct content *content)
{
    lewis_advice_free(content->advice);
    lewis_atlas_free(content->atlas);
    lewis_shelf_free(content->shelf);
}

/* What ends it is asked for by the one thread that waits; the server's threads
 * inherit that it is blocked. A reader that went away ends nothing. */
static void
block_signals(sigset_t *ends)
{
    sigemptyset(ends);
    sigaddset(ends, SIGINT);
    sigaddset(ends, SIGTERM);
    sigaddset(ends, SIGHUP);
    pthread_sigmask(SIG_BLOCK, ends, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static int
serve(struct lewis_server_options *options)
{
    struct lewis_error error;
    struct lewis_server *server;
    bool first = true;
    sigset_t ends;
    int signal_number;

    block_signals(&ends);
    options->new_link = print_link;
    options->payload = &first;
    server = lewis_server_start(options, &error);
    if (server == NULL)
        return say_error(&error);
    print_address(server);
    warn(server, options);
    sigwait(&ends, &signal_number);
    lewis_server_stop(server);
    return EXIT_DONE;
}

int
serve_run(int argc, char **argv)
{
    struct lewis_server_options options = {0};
    struct content content = {0};
    const char *atlas = NULL;
    const struct option_row rows[] = {
        {"listen", 'l', OPTION_TEXT, &options.listen},
        {"public-url", '\0', OPTION_TEXT, &options.public_url},
        {"atlas", '\0', OPTION_TEXT, &atlas},
        {0},
    };
    int first, status = option_read(&cmd_serve, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    if (first == argc)
        return say_usage(&cmd_serve, "which workshop? Give the file that "
                                     "lewis workshop new made");
    if (argc - first > 1)
        return say_usage(&cmd_serve, "one workshop at a time; start another "
                                     "server, with another --listen, for "
                                     "another one");
    options.path = argv[first];
    status = EXIT_TROUBLE;
    if (load_content(&content, atlas)) {
        options.atlas = content.atlas;
        options.advice = content.advice;
        status = serve(&options);
    }
    release_content(&content);
    return status;
}
