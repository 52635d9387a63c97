/* SPDX-License-Identifier: MIT
 * Base64: three bytes as four characters. */
#include "report/base64.h"

#include <string.h>

void gp_add_base64(gp_buffer *buffer, const char *bytes, size_t size)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char line[4 * 1024];
    size_t length = 0;
    for (size_t at = 0; at < size; at += 3) {
        size_t rest = size - at;
        uint32_t three = (uint32_t)(unsigned char)bytes[at] << 16;
        if (rest > 1) three |= (uint32_t)(unsigned char)bytes[at + 1] << 8;
        if (rest > 2) three |= (unsigned char)bytes[at + 2];
        line[length++] = digits[three >> 18 & 63];
        line[length++] = digits[three >> 12 & 63];
        line[length++] = rest > 1 ? digits[three >> 6 & 63] : '=';
        line[length++] = rest > 2 ? digits[three & 63] : '=';
        if (length == sizeof line) gp_add_bytes(buffer, line, length), length = 0;
    }
    gp_add_bytes(buffer, line, length);
}

static int digit_of(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

void gp_add_hex_as_base64(gp_buffer *buffer, const char *hex)
{
    char bytes[64];
    size_t size = strlen(hex) / 2;
    if (size > sizeof bytes) size = sizeof bytes;
    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)(digit_of(hex[2 * i]) << 4 | digit_of(hex[2 * i + 1]));
    gp_add_base64(buffer, bytes, size);
}
