/* SPDX-License-Identifier: MIT
 *
 * Which groeipad this is. The version stands here and nowhere else; docs/stability.md says what
 * may change from one to the next. */
#ifndef GROEIPAD_VERSION_H
#define GROEIPAD_VERSION_H

#include <stdint.h>

#define GP_API __attribute__((visibility("default")))
#define GP_VERSION "0.1.0"
#define GP_NONE UINT32_MAX /* "no index": every index here is a uint32_t */

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the library that is linked, which need not be the one of these headers
 * (GP_VERSION). Owner: static. */
GP_API const char *gp_version(void);

#ifdef __cplusplus
}
#endif
#endif
