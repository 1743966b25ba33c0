/* server.c - a workshop in the browsers of a room: what it is put together
 * from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/serve.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "serve/address.h"
#include "serve/daemon.h"
#include "serve/desk.h"
#include "serve/site.h"

struct lewis_server {
    struct lewis_server_options options;
    struct address address;
    struct site site;
    struct desk writer, painter;
    struct daemon daemon;
    bool streams, writer_runs, painter_runs, site_there, daemon_runs;
};

static void
beat(void *payload)
{
    streams_beat(payload);
}

/* Each thread has a handle of its own. */
static bool
load(struct lewis_server *server, const char *path, struct lewis_error *error)
{
    struct lewis_workshop **const handles[] = {&server->daemon.reader,
                                               &server->writer.workshop,
                                               &server->painter.workshop};

    for (size_t i = 0; i < sizeof handles / sizeof handles[0]; i++) {
        *handles[i] = lewis_workshop_load(path, error);
        if (*handles[i] == NULL)
            return false;
    }
    return true;
}

static bool
name_site(struct lewis_server *server, struct lewis_error *error)
{
    const char *public_url = server->options.public_url;
    struct address *address = &server->address;

    if (public_url == NULL)
        return true;
    address->local = false;
    return address_public(public_url, address->url, sizeof address->url,
                          error);
}

static bool
start_desks(struct lewis_server *server, struct lewis_error *error)
{
    server->writer.writes = true;
    server->writer.idle = beat;
    server->writer.payload = &server->site.streams;
    server->writer.done = server->painter.done = daemon_ready;
    server->writer_runs = desk_start(&server->writer);
    server->painter_runs = server->writer_runs && desk_start(&server->painter);
    return server->painter_runs || error_system(error, NULL, "start threads");
}

/* Takes over the socket. */
static bool
start_daemon(struct lewis_server *server, int fd, struct lewis_error *error)
{
    server->daemon.site = &server->site;
    server->daemon.writer = &server->writer;
    server->daemon.painter = &server->painter;
    server->daemon_runs = daemon_start(&server->daemon, fd, error);
    return server->daemon_runs;
}

static bool
prepare(struct lewis_server *server, struct lewis_error *error)
{
    server->streams =
        streams_init(&server->site.streams, daemon_sleep, daemon_wake);
    if (!server->streams)
        return error_system(error, NULL, "start threads");
    server->site_there =
        name_site(server, error) &&
        site_init(&server->site, &server->options, server->address.url,
                  server->address.local, error);
    return server->site_there && start_desks(server, error);
}

struct lewis_server *
lewis_server_start(const struct lewis_server_options *options,
                   struct lewis_error *error)
{
    struct lewis_server *server = calloc(1, sizeof *server);
    const char *listen =
        options->listen != NULL ? options->listen : "127.0.0.1:8080";
    int fd = -1;

    if (server == NULL) {
        error_memory(error);
        return NULL;
    }
    server->options = *options;
    if (load(server, options->path, error))
        fd = address_listen(listen, error);
    if (fd >= 0 && address_of(fd, &server->address, error) &&
        prepare(server, error)) {
        if (start_daemon(server, fd, error)) {
            site_tell_link(&server->site);
            return server;
        }
        fd = -1;
    }
    if (fd >= 0)
        close(fd);
    lewis_server_stop(server);
    return NULL;
}

/* What the desks have is done, and then sent, before connections are closed. */
static void
stop_running(struct lewis_server *server)
{
    if (server->daemon_runs)
        daemon_quiesce(&server->daemon);
    if (server->writer_runs)
        desk_stop(&server->writer);
    if (server->painter_runs)
        desk_stop(&server->painter);
    if (server->streams)
        streams_close(&server->site.streams);
    if (server->daemon_runs)
        daemon_stop(&server->daemon);
}

void
lewis_server_stop(struct lewis_server *server)
{
    if (server == NULL)
        return;
    stop_running(server);
    if (server->streams)
        streams_release(&server->site.streams);
    site_release(&server->site);
    lewis_workshop_free(server->daemon.reader);
    lewis_workshop_free(server->writer.workshop);
    lewis_workshop_free(server->painter.workshop);
    free(server);
}

const char *
lewis_server_url(const struct lewis_server *server)
{
    return server->address.url;
}

bool
lewis_server_is_local(const struct lewis_server *server)
{
    return server->address.local;
}

unsigned
lewis_server_port(const struct lewis_server *server)
{
    return server->address.port;
}
