/* daemon.c - the network: the door to libmicrohttpd.
 *
 * A request becomes a carrier with an exchange in it when its first line has
 * come, is answered when its body is whole, and sleeps while a desk has it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/daemon.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <microhttpd.h>
#include <sys/resource.h>

#include "base/error.h"
#include "serve/address.h"
#include "serve/page.h"

enum {
    HEADER_MOST = 16 * 1024, /* of a connection: headers, in and out */
    BODY_MOST = 32 * 1024,
    BODY_CUT = 4 * BODY_MOST, /* from here on the connection is closed */
    URI_MOST = 1024,
    CONNECTIONS = 1000,
    OF_ONE_ADDRESS = 400,
    OTHER_FILES = 64,    /* descriptors that are not connections */
    TIMEOUT = 30,        /* seconds without a byte */
    EVENT = 512
};

struct carrier {
    struct daemon *daemon;
    struct MHD_Connection *connection;
    struct exchange *exchange;
    struct text body;
    size_t body_size; /* also of what was not kept */
    bool headers_read, asleep;
};

/* --- what was asked --- */

static uint64_t
now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static void
carrier_free(struct carrier *carrier)
{
    if (carrier == NULL)
        return;
    exchange_free(carrier->exchange);
    text_release(&carrier->body);
    free(carrier);
}

static void
count(struct daemon *daemon, int more)
{
    pthread_mutex_lock(&daemon->lock);
    daemon->under_way += (size_t)more;
    if (daemon->under_way == 0)
        pthread_cond_broadcast(&daemon->ended);
    pthread_mutex_unlock(&daemon->lock);
}

/* The first line has come. A path that is too long is one that is not there. */
static void *
begin(void *payload, const char *uri, struct MHD_Connection *connection)
{
    struct daemon *daemon = payload;
    struct carrier *carrier = calloc(1, sizeof *carrier);

    if (carrier == NULL)
        return NULL;
    carrier->daemon = daemon;
    carrier->connection = connection;
    carrier->exchange =
        exchange_new(daemon->site, METHOD_GET,
                     strlen(uri) <= URI_MOST ? uri : "/too-long");
    if (carrier->exchange != NULL) {
        carrier->exchange->carrier = carrier;
        count(daemon, 1);
        return carrier;
    }
    free(carrier);
    return NULL;
}

static void
complete(void *payload, struct MHD_Connection *connection, void **context,
         enum MHD_RequestTerminationCode code)
{
    (void)connection;
    (void)code;
    if (*context == NULL)
        return;
    carrier_free(*context);
    *context = NULL;
    count(payload, -1);
}

static const char *
header(struct MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static bool
is_loopback(const char *address)
{
    return strncmp(address, "127.", 4) == 0 || strcmp(address, "::1") == 0;
}

static enum MHD_Result
take_last(void *payload, enum MHD_ValueKind kind, const char *name,
          const char *value)
{
    const char **last = payload;

    (void)kind;
    if (lewis_text_same(name, "X-Forwarded-For") && value != NULL)
        *last = value;
    return MHD_YES;
}

/* What the proxy added is the last of the list, or a last header of its own. */
static void
believe_proxy(struct carrier *carrier)
{
    const char *list = NULL, *last;
    char *out = carrier->exchange->address;

    MHD_get_connection_values(carrier->connection, MHD_HEADER_KIND, take_last,
                              &list);
    last = list != NULL ? strrchr(list, ',') : NULL;

    if (list == NULL)
        return;
    last = last != NULL ? last + 1 : list;
    last += strspn(last, " \t");
    if (*last != '\0')
        snprintf(out, EXCHANGE_ADDRESS, "%s", last);
}

static void
read_address(struct carrier *carrier)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(
        carrier->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    char *out = carrier->exchange->address;

    if (info != NULL)
        address_print(info->client_addr, out, EXCHANGE_ADDRESS);
    if (carrier->daemon->site->behind_proxy && is_loopback(out))
        believe_proxy(carrier);
}

static void
read_headers(struct carrier *carrier, const char *method)
{
    struct exchange *exchange = carrier->exchange;
    const char *accept = header(carrier->connection, "Accept");

    exchange->is_head = strcmp(method, "HEAD") == 0;
    exchange->known_method = exchange->is_head ||
                             strcmp(method, "GET") == 0 ||
                             strcmp(method, "POST") == 0;
    if (strcmp(method, "POST") == 0)
        exchange->method = METHOD_POST;
    exchange->cookies = header(carrier->connection, "Cookie");
    exchange->accept_language = header(carrier->connection, "Accept-Language");
    exchange->wants_json =
        accept != NULL && strcmp(accept, "application/json") == 0;
    exchange->now_ms = now_ms();
    read_address(carrier);
}

/* --- the answer --- */

static void
add_header(struct MHD_Response *response, const char *name, const char *value)
{
    MHD_add_response_header(response, name, value);
}

static void
add_number(struct MHD_Response *response, const char *name, unsigned value)
{
    char number[16];

    snprintf(number, sizeof number, "%u", value);
    add_header(response, name, number);
}

/* Nothing of others is loaded, run, framed, sniffed, or told where one came
 * from. */
static void
add_guards(struct MHD_Response *response, bool lasting)
{
    add_header(response, "Content-Security-Policy",
               "default-src 'none'; style-src 'self'; script-src 'self'; "
               "img-src 'self'; connect-src 'self'; form-action 'self'; "
               "base-uri 'none'; frame-ancestors 'none'");
    add_header(response, "X-Content-Type-Options", "nosniff");
    add_header(response, "X-Frame-Options", "DENY");
    add_header(response, "Referrer-Policy", "no-referrer");
    add_header(response, "Cross-Origin-Opener-Policy", "same-origin");
    add_header(response, "Cross-Origin-Resource-Policy", "same-origin");
    add_header(response, "Cache-Control",
               lasting ? "public, max-age=86400" : "no-store");
}

static void
add_file(struct MHD_Response *response, const char *file)
{
    char value[80];

    snprintf(value, sizeof value, "attachment; filename=\"%s\"", file);
    add_header(response, "Content-Disposition", value);
}

static void
add_headers(struct MHD_Response *response, struct exchange *exchange)
{
    add_guards(response, exchange->lasting);
    add_header(response, "Content-Type", exchange->type);
    if (exchange->lang != NULL && !exchange->lasting)
        add_header(response, "Content-Language", exchange->lang);
    if (exchange->location[0] != '\0')
        add_header(response, "Location", exchange->location);
    if (exchange->allow != NULL)
        add_header(response, "Allow", exchange->allow);
    if (exchange->retry_after > 0)
        add_number(response, "Retry-After", exchange->retry_after);
    if (exchange->file != NULL)
        add_file(response, exchange->file);
    for (size_t i = 0; i < exchange->cookie_count; i++)
        add_header(response, "Set-Cookie", text_string(&exchange->cookie[i]));
}

static enum MHD_Result
send_response(struct carrier *carrier, struct MHD_Response *response)
{
    enum MHD_Result result;

    if (response == NULL)
        return MHD_NO;
    add_headers(response, carrier->exchange);
    result = MHD_queue_response(carrier->connection,
                                carrier->exchange->status, response);
    MHD_destroy_response(response);
    return result;
}

static enum MHD_Result
send_body(struct carrier *carrier)
{
    struct text *body = &carrier->exchange->body;
    struct MHD_Response *response;

    if (body->size == 0)
        return send_response(carrier, MHD_create_response_from_buffer(
                                          0, "", MHD_RESPMEM_PERSISTENT));
    response = MHD_create_response_from_buffer(body->size, body->bytes,
                                               MHD_RESPMEM_MUST_FREE);
    if (response != NULL)
        *body = (struct text){0};
    return send_response(carrier, response);
}

static ssize_t
read_stream(void *payload, uint64_t position, char *out, size_t size)
{
    ssize_t written = stream_read(payload, out, size);

    (void)position;
    return written < 0 ? MHD_CONTENT_READER_END_OF_STREAM : written;
}

static void
free_stream(void *payload)
{
    stream_free(payload);
}

static enum MHD_Result
send_stream(struct carrier *carrier)
{
    struct stream *stream =
        stream_new(&carrier->daemon->site->streams, carrier->connection);
    struct MHD_Response *response;

    if (stream == NULL) {
        page_busy(carrier->exchange);
        return send_body(carrier);
    }
    response = MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, EVENT, read_stream, stream, free_stream);
    if (response == NULL)
        stream_free(stream);
    return send_response(carrier, response);
}

/* --- the way through --- */

/* To a desk, and to sleep until it is done. */
static enum MHD_Result
pass_on(struct carrier *carrier, struct desk *desk)
{
    carrier->asleep = true;
    MHD_suspend_connection(carrier->connection);
    if (desk_add(desk, carrier->exchange))
        return MHD_YES;
    page_busy(carrier->exchange);
    MHD_resume_connection(carrier->connection);
    return MHD_YES;
}

void
daemon_ready(struct exchange *exchange)
{
    struct carrier *carrier = exchange->carrier;

    MHD_resume_connection(carrier->connection);
}

void
daemon_sleep(void *connection)
{
    MHD_suspend_connection(connection);
}

void
daemon_wake(void *connection)
{
    MHD_resume_connection(connection);
}

static bool
is_form(struct carrier *carrier)
{
    static const char form[] = "application/x-www-form-urlencoded";
    const char *type = header(carrier->connection, "Content-Type");

    return type != NULL && strncmp(type, form, strlen(form)) == 0;
}

static void
answer(struct carrier *carrier)
{
    struct exchange *exchange = carrier->exchange;

    exchange->workshop = carrier->daemon->reader;
    exchange->too_large = carrier->body_size > BODY_MOST;
    if (exchange->method == METHOD_POST && !exchange->too_large)
        exchange->malformed |=
            !is_form(carrier) || !text_ok(&carrier->body) ||
            !form_parse(&exchange->form, text_string(&carrier->body),
                        carrier->body.size);
    site_answer(exchange);
}

static enum MHD_Result
go_on(struct carrier *carrier)
{
    switch (carrier->exchange->next) {
    case NEXT_SAVE:
    case NEXT_WRITE:
        return pass_on(carrier, carrier->daemon->writer);
    case NEXT_PAINT:
        return pass_on(carrier, carrier->daemon->painter);
    case NEXT_STREAM:
        return send_stream(carrier);
    case NEXT_SEND:
        break;
    }
    return send_body(carrier);
}

static enum MHD_Result
take_body(struct carrier *carrier, const char *bytes, size_t size)
{
    carrier->body_size += size;
    if (carrier->body_size <= BODY_MOST)
        text_add_bytes(&carrier->body, bytes, size);
    return carrier->body_size <= BODY_CUT ? MHD_YES : MHD_NO;
}

/* A body that says beforehand that it is too large is not waited for. */
static bool
says_too_large(struct carrier *carrier)
{
    const char *length = header(carrier->connection, "Content-Length");

    return length != NULL && strtoull(length, NULL, 10) > BODY_MOST;
}

static enum MHD_Result
handle(void *payload, struct MHD_Connection *connection, const char *url,
       const char *method, const char *version, const char *upload,
       size_t *upload_size, void **context)
{
    struct carrier *carrier = *context;
    size_t size = *upload_size;

    (void)payload;
    (void)connection;
    (void)url;
    (void)version;
    if (carrier == NULL)
        return MHD_NO;
    if (!carrier->headers_read) {
        carrier->headers_read = true;
        read_headers(carrier, method);
        if (!says_too_large(carrier))
            return MHD_YES;
        carrier->body_size = BODY_CUT;
    } else if (size > 0) {
        *upload_size = 0;
        return take_body(carrier, upload, size);
    }
    if (carrier->asleep)
        return send_body(carrier);
    answer(carrier);
    return go_on(carrier);
}

/* --- beginning and end --- */

static unsigned
connections(void)
{
    struct rlimit files;

    if (getrlimit(RLIMIT_NOFILE, &files) != 0 ||
        files.rlim_cur > CONNECTIONS + OTHER_FILES)
        return CONNECTIONS;
    return files.rlim_cur > 2 * OTHER_FILES
               ? (unsigned)files.rlim_cur - OTHER_FILES
               : OTHER_FILES;
}

static bool
init_count(struct daemon *daemon)
{
    errno = pthread_mutex_init(&daemon->lock, NULL);
    if (errno != 0)
        return false;
    errno = condition_init(&daemon->ended);
    if (errno != 0)
        pthread_mutex_destroy(&daemon->lock);
    return errno == 0;
}

static void
release_count(struct daemon *daemon)
{
    pthread_cond_destroy(&daemon->ended);
    pthread_mutex_destroy(&daemon->lock);
}

bool
daemon_start(struct daemon *daemon, int fd, struct lewis_error *error)
{
    unsigned most = connections();
    unsigned of_one = daemon->site->behind_proxy ? most : OF_ONE_ADDRESS;

    if (!init_count(daemon)) {
        close(fd);
        return error_system(error, NULL, "start threads");
    }
    daemon->mhd = MHD_start_daemon(
        MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD |
            MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC,
        0, NULL, NULL, handle, daemon, MHD_OPTION_LISTEN_SOCKET, fd,
        MHD_OPTION_URI_LOG_CALLBACK, begin, daemon,
        MHD_OPTION_NOTIFY_COMPLETED, complete, daemon,
        MHD_OPTION_CONNECTION_LIMIT, most,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, of_one,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)TIMEOUT,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADER_MOST,
        MHD_OPTION_END);
    if (daemon->mhd != NULL)
        return true;
    close(fd);
    release_count(daemon);
    return error_set(error, LEWIS_ESYSTEM, "cannot start the server");
}

/* The socket that is given back is ours to close. */
void
daemon_quiesce(struct daemon *daemon)
{
    MHD_socket fd = MHD_quiesce_daemon(daemon->mhd);

    if (fd != MHD_INVALID_SOCKET)
        close(fd);
}

/* Whoever is slow to read does not keep the server from ending. */
static void
await_the_last(struct daemon *daemon)
{
    struct timespec until;
    int status = 0;

    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += DAEMON_PATIENCE_MS / 1000;
    pthread_mutex_lock(&daemon->lock);
    while (daemon->under_way > 0 && status == 0)
        status = pthread_cond_timedwait(&daemon->ended, &daemon->lock, &until);
    pthread_mutex_unlock(&daemon->lock);
}

void
daemon_stop(struct daemon *daemon)
{
    await_the_last(daemon);
    MHD_stop_daemon(daemon->mhd);
    release_count(daemon);
}
