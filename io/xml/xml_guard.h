/* SPDX-License-Identifier: MIT
 * Counts the attributes of every tag before libxml2 sees it. Private to io/xml. */
#ifndef GP_XML_GUARD_H
#define GP_XML_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GP_XML_ATTRIBUTES_MAX 5000 /* of one tag */

/* Where the bytes so far have ended. Zero-initialise. */
typedef struct gp_xml_guard {
    uint8_t state;
    char quote;
    uint32_t run;        /* of the characters that end a comment and the like */
    uint32_t attributes; /* of the open tag */
} gp_xml_guard;

/* How many of the next bytes may go to the parser: all of them, or those before the attribute that
 * is one too many. Cost: O(size). */
size_t gp_guard_xml(gp_xml_guard *guard, const char *bytes, size_t size);

#endif
