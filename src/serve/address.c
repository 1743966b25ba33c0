/* address.c - where a server listens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/address.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>

#include "base/error.h"

enum { HOST = 256, BACKLOG = 1024 };

/* --- listening --- */

static bool
refuse(struct lewis_error *error, const char *listen)
{
    return error_set(error, LEWIS_EINVALID,
                     "cannot listen on \"%.200s\": it must be an address of "
                     "this machine and a port, such as 127.0.0.1:8080, "
                     "[::1]:8080, or 0.0.0.0:8080 for all networks",
                     listen);
}

/* Splits "host:port", brackets around the host taken away. */
static bool
split(const char *listen, char host[HOST], const char **port)
{
    const char *colon = strrchr(listen, ':');
    size_t size = colon != NULL ? (size_t)(colon - listen) : 0;
    bool brackets = size > 2 && listen[0] == '[' && listen[size - 1] == ']';

    if (size == 0 || size >= HOST ||
        (!brackets && memchr(listen, ':', size) != NULL))
        return false;
    *port = colon + 1;
    if (strspn(*port, "0123456789") != strlen(*port) || **port == '\0' ||
        strlen(*port) > 5 || atoi(*port) > 65535)
        return false;
    snprintf(host, HOST, "%.*s", (int)(brackets ? size - 2 : size),
             brackets ? listen + 1 : listen);
    return true;
}

static bool
bind_and_listen(int fd, const struct addrinfo *info)
{
    int on = 1, off = 0;

    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (info->ai_family == AF_INET6)
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    return bind(fd, info->ai_addr, info->ai_addrlen) == 0 &&
           listen(fd, BACKLOG) == 0;
}

static int
open_socket(const struct addrinfo *info, const char *listen,
            struct lewis_error *error)
{
    int fd = socket(info->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (fd >= 0 && bind_and_listen(fd, info))
        return fd;
    if (errno == EADDRINUSE)
        error_set(error, LEWIS_ESYSTEM,
                  "cannot listen on %.200s: another program does; take "
                  "another port, or end it",
                  listen);
    else
        error_set(error, LEWIS_ESYSTEM, "cannot listen on %.200s: %s", listen,
                  strerror(errno));
    if (fd >= 0)
        close(fd);
    return -1;
}

int
address_listen(const char *listen, struct lewis_error *error)
{
    const struct addrinfo hints = {.ai_family = AF_UNSPEC,
                                   .ai_socktype = SOCK_STREAM,
                                   .ai_flags = AI_PASSIVE | AI_NUMERICSERV};
    struct addrinfo *info;
    const char *port;
    char host[HOST];
    int fd;

    if (!split(listen, host, &port) ||
        getaddrinfo(host, port, &hints, &info) != 0) {
        refuse(error, listen);
        return -1;
    }
    fd = open_socket(info, listen, error);
    freeaddrinfo(info);
    return fd;
}

/* --- what it is called --- */

void
address_print(const struct sockaddr *address, char out[], size_t size)
{
    const void *bytes = address->sa_family == AF_INET6
                            ? (const void *)&(
                                  (const struct sockaddr_in6 *)(const void *)
                                      address)->sin6_addr
                            : (const void *)&(
                                  (const struct sockaddr_in *)(const void *)
                                      address)->sin_addr;

    if (inet_ntop(address->sa_family, bytes, out, (socklen_t)size) == NULL)
        snprintf(out, size, "?");
    if (strncmp(out, "::ffff:", 7) == 0 && strchr(out, '.') != NULL)
        memmove(out, out + 7, strlen(out + 7) + 1);
}

static bool
is_loopback(const char *host)
{
    return strncmp(host, "127.", 4) == 0 || strcmp(host, "::1") == 0;
}

static bool
is_any(const char *host)
{
    return strcmp(host, "0.0.0.0") == 0 || strcmp(host, "::") == 0;
}

/* The first address of IPv4 that others can reach; false when there is none. */
static bool
find_reachable(char out[], size_t size)
{
    struct ifaddrs *all, *at;
    bool found = false;

    if (getifaddrs(&all) != 0)
        return false;
    for (at = all; at != NULL && !found; at = at->ifa_next) {
        if (at->ifa_addr == NULL || at->ifa_addr->sa_family != AF_INET ||
            (at->ifa_flags & IFF_UP) == 0 ||
            (at->ifa_flags & IFF_LOOPBACK) != 0)
            continue;
        address_print(at->ifa_addr, out, size);
        found = true;
    }
    freeifaddrs(all);
    return found;
}

bool
address_of(int fd, struct address *address, struct lewis_error *error)
{
    union {
        struct sockaddr any;
        struct sockaddr_in v4;
        struct sockaddr_in6 v6;
    } bound = {.v6 = {0}};
    socklen_t size = sizeof bound;
    char host[HOST];

    if (getsockname(fd, &bound.any, &size) != 0)
        return error_system(error, NULL, "listen");
    address_print(&bound.any, host, sizeof host);
    address->port = ntohs(bound.any.sa_family == AF_INET6 ? bound.v6.sin6_port
                                                          : bound.v4.sin_port);
    address->local = is_loopback(host);
    if (is_any(host) && !find_reachable(host, sizeof host))
        snprintf(host, sizeof host, "127.0.0.1");
    snprintf(address->url, sizeof address->url,
             strchr(host, ':') != NULL ? "http://[%.250s]:%u"
                                       : "http://%.250s:%u",
             host, address->port);
    return true;
}

/* Letters, digits and what stands in a host with a port. */
static bool
is_host(const char *text, size_t size)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "0123456789.-:[]";

    return size > 0 && strspn(text, allowed) >= size;
}

bool
address_public(const char *url, char out[], size_t size,
               struct lewis_error *error)
{
    size_t scheme = strncmp(url, "https://", 8) == 0  ? 8
                    : strncmp(url, "http://", 7) == 0 ? 7
                                                      : 0;
    size_t length = strlen(url);

    while (scheme > 0 && length > scheme && url[length - 1] == '/')
        length--;
    if (scheme == 0 || length >= size || !is_host(url + scheme, length - scheme))
        return error_set(error, LEWIS_EINVALID,
                         "\"%.200s\" is not where people can find a workshop: "
                         "it must be http:// or https:// and a host, without a "
                         "path, such as https://workshop.example.org",
                         url);
    memcpy(out, url, length);
    out[length] = '\0';
    return true;
}
