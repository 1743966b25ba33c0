/* address.h - where a server listens, and what that is called from elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_ADDRESS_H
#define SERVE_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

#include <sys/socket.h>

#include <lewis/error.h>

/* Opens a listening socket on "ADDRESS:PORT" ("[::1]:8080" for IPv6). Returns
 * its descriptor, or -1 with *error set: EINVALID (no such address), ESYSTEM. */
int address_listen(const char *listen, struct lewis_error *error);

/* What a listening socket is bound to: its port, whether only this machine can
 * reach it, and its URL; of all networks, that of the first one that is up. */
struct address {
    unsigned port;
    bool local;
    char url[300];
};
bool address_of(int fd, struct address *address, struct lewis_error *error);

/* Checks "https://host[:port]" and copies it without a "/" at its end. */
bool address_public(const char *url, char out[], size_t size,
                    struct lewis_error *error);

/* A socket address as text, without the port. */
void address_print(const struct sockaddr *address, char out[], size_t size);

#endif
