/* lewis/api.h - what every public header needs: linkage and visibility.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_API_H
#define LEWIS_API_H

#ifdef __cplusplus
#define LEWIS_BEGIN extern "C" {
#define LEWIS_END }
#else
#define LEWIS_BEGIN
#define LEWIS_END
#endif

#if defined __GNUC__
#define LEWIS_API __attribute__((visibility("default")))
#define LEWIS_PRINTF(at, first) \
    __attribute__((format(printf, at, first)))
#define LEWIS_FORMAT_ARG(at) __attribute__((format_arg(at)))
#else
#define LEWIS_API
#define LEWIS_PRINTF(at, first)
#define LEWIS_FORMAT_ARG(at)
#endif

#endif
