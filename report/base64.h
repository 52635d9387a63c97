/* SPDX-License-Identifier: MIT
 * Bytes as text. Private to report. */
#ifndef GP_REPORT_BASE64_H
#define GP_REPORT_BASE64_H

#include "core/job.h"

/* Appends the bytes in base64 (RFC 4648), padded. */
void gp_add_base64(gp_buffer *buffer, const char *bytes, size_t size);

/* Appends in base64 the bytes that hexadecimal digits stand for. */
void gp_add_hex_as_base64(gp_buffer *buffer, const char *hex);

#endif
