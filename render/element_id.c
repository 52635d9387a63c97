/* SPDX-License-Identifier: MIT
 * How does an id of the portfolio, which may hold anything, become the id of an element that
 * scripts and style sheets can name? By an escape that can be undone, so two ids never meet;
 * only of a very long id the end becomes a hash (FNV-1a, 64 bits). */
#include "render/element_id.h"

#include <string.h>

#define KEPT_MAX 64 /* bytes of an id that are written out */

void gp_add_element_id(gp_buffer *buffer, const char *id)
{
    static const char hex[] = "0123456789abcdef";
    size_t size = strlen(id), kept = size <= KEPT_MAX ? size : KEPT_MAX / 2;
    for (size_t i = 0; i < kept; i++) {
        unsigned char c = (unsigned char)id[i];
        bool is_plain =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
        const char escape[3] = {'_', hex[c >> 4], hex[c & 15]};
        if (is_plain)
            gp_add_bytes(buffer, id + i, 1);
        else
            gp_add_bytes(buffer, escape, 3);
    }
    if (kept == size) return;
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < size; i++) hash = (hash ^ (unsigned char)id[i]) * 1099511628211u;
    gp_add_text(buffer, "_x"); /* no escape: x is no hexadecimal digit */
    for (int shift = 60; shift >= 0; shift -= 4) gp_add_bytes(buffer, &hex[hash >> shift & 15], 1);
}

void gp_add_activity_id(gp_buffer *buffer, const gp_network *network, uint32_t activity)
{
    gp_add_text(buffer, "__");
    gp_add_element_id(buffer, gp_activity_id(network, activity));
    if (network->activities[activity].level == 0) return;
    gp_add_text(buffer, "__");
    gp_add_number(buffer, network->activities[activity].level);
}
