/* limit.c - how many wrong codes somebody may try.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/limit.h"

#include <stddef.h>
#include <string.h>

/* How much of the address counts: of IPv6, as it is printed, four groups. */
static size_t
size_that_counts(const char *address)
{
    const char *at = address;
    int groups = 0;

    if (strchr(address, ':') == NULL || strchr(address, '.') != NULL)
        return strlen(address);
    for (; *at != '\0' && groups < 4; at++)
        groups += *at == ':';
    return (size_t)(at - address);
}

/* FNV-1a. */
static size_t
place_of(const char *name, size_t size)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    return (hash ^ hash >> 16) % LIMIT_PLACES;
}

static uint64_t
used_now(const struct limit_bucket *bucket, uint64_t now_ms)
{
    uint64_t passed = now_ms - bucket->at_ms;

    return bucket->used_ms > passed ? bucket->used_ms - passed : 0;
}

static uint64_t
wait_of(const struct limit_bucket *bucket, uint64_t now_ms, uint64_t tries,
        uint64_t refill_ms)
{
    uint64_t used = used_now(bucket, now_ms), most = (tries - 1) * refill_ms;

    return used > most ? used - most : 0;
}

static size_t
place_of_device(const char *device)
{
    return place_of(device, strlen(device));
}

static size_t
place_of_address(const char *address)
{
    return place_of(address, size_that_counts(address));
}

uint64_t
limit_wait(const struct limit *limit, const char *device, const char *address,
           uint64_t now_ms)
{
    const uint64_t wait[] = {
        wait_of(&limit->device[place_of_device(device)], now_ms, LIMIT_TRIES,
                LIMIT_REFILL_MS),
        wait_of(&limit->address[place_of_address(address)], now_ms,
                LIMIT_TRIES_ADDRESS, LIMIT_REFILL_MS),
        wait_of(&limit->all, now_ms, LIMIT_TRIES_ALL, LIMIT_REFILL_ALL_MS),
    };
    uint64_t longest = 0;

    for (size_t i = 0; i < sizeof wait / sizeof wait[0]; i++)
        longest = wait[i] > longest ? wait[i] : longest;
    return longest;
}

static void
spend(struct limit_bucket *bucket, uint64_t now_ms, uint64_t refill_ms)
{
    bucket->used_ms = used_now(bucket, now_ms) + refill_ms;
    bucket->at_ms = now_ms;
}

void
limit_spend(struct limit *limit, const char *device, const char *address,
            uint64_t now_ms)
{
    spend(&limit->device[place_of_device(device)], now_ms, LIMIT_REFILL_MS);
    spend(&limit->address[place_of_address(address)], now_ms,
          LIMIT_REFILL_MS);
    spend(&limit->all, now_ms, LIMIT_REFILL_ALL_MS);
}
