/* SPDX-License-Identifier: MIT
 * libxml2 compares every attribute of a tag with all before it, so a tag of 100 kB can take
 * seconds. A walk over the bytes, which knows no more of XML than where a tag, a quote, a comment
 * and the like begin and end, stops before that. */
#include "io/xml/xml_guard.h"

#include <string.h>

enum {
    IN_TEXT,
    AFTER_OPEN, /* '<' */
    AFTER_BANG, /* '<!' */
    AFTER_DASH, /* '<!-' */
    IN_TAG,
    IN_QUOTE,
    IN_COMMENT,     /* ends with "-->" */
    IN_CDATA,       /* ends with "]]>" */
    IN_INSTRUCTION, /* ends with "?>" */
    IN_DECLARATION  /* such as a DOCTYPE, whose parts are passed over as if they were tags */
};

static uint8_t after_open(gp_xml_guard *guard, char c)
{
    guard->attributes = guard->run = 0;
    return c == '!' ? AFTER_BANG : c == '?' ? IN_INSTRUCTION : IN_TAG;
}

static uint8_t after_bang(char c)
{
    return c == '-' ? AFTER_DASH : c == '[' ? IN_CDATA : IN_DECLARATION;
}

static uint8_t in_tag(gp_xml_guard *guard, char c)
{
    if (c == '=') guard->attributes++;
    if (c != '"' && c != '\'') return c == '>' ? IN_TEXT : IN_TAG;
    guard->quote = c;
    return IN_QUOTE;
}

/* Within what ends with `needed` characters c and a '>'. */
static uint8_t in_run(gp_xml_guard *guard, char c, char ending, uint32_t needed)
{
    if (c == '>' && guard->run >= needed) return IN_TEXT;
    guard->run = c == ending ? guard->run + 1 : 0;
    return guard->state;
}

static uint8_t next_state(gp_xml_guard *guard, char c)
{
    switch (guard->state) {
    case IN_TEXT: return c == '<' ? AFTER_OPEN : IN_TEXT;
    case AFTER_OPEN: return after_open(guard, c);
    case AFTER_BANG: return after_bang(c);
    case AFTER_DASH: return c == '-' ? IN_COMMENT : IN_DECLARATION;
    case IN_TAG: return in_tag(guard, c);
    case IN_QUOTE: return c == guard->quote ? IN_TAG : IN_QUOTE;
    case IN_COMMENT: return in_run(guard, c, '-', 2);
    case IN_CDATA: return in_run(guard, c, ']', 2);
    case IN_INSTRUCTION: return in_run(guard, c, '?', 1);
    default: return c == '>' || c == '[' ? IN_TEXT : IN_DECLARATION;
    }
}

/* The next byte of a text or a quote that is not simply passed over. */
static size_t skip_plain(const gp_xml_guard *guard, const char *bytes, size_t size)
{
    if (guard->state != IN_TEXT && guard->state != IN_QUOTE) return 0;
    const char *next = memchr(bytes, guard->state == IN_TEXT ? '<' : guard->quote, size);
    return next ? (size_t)(next - bytes) : size;
}

size_t gp_guard_xml(gp_xml_guard *guard, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        i += skip_plain(guard, bytes + i, size - i);
        if (i == size) break;
        guard->state = next_state(guard, bytes[i]);
        if (guard->attributes > GP_XML_ATTRIBUTES_MAX) return i;
    }
    return size;
}
