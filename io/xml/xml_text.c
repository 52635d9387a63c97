/* SPDX-License-Identifier: MIT
 * Escapes. A parser turns line ends into \n, and in attributes white space into blanks, unless
 * they are written as numbers. */
#include "io/xml/xml_text.h"

#include <string.h>

static bool is_allowed(uint32_t c)
{
    bool is_control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    return !is_control && c != 0xFFFE && c != 0xFFFF;
}

static const char *escape_of(uint32_t c, bool is_attribute)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '\r': return "&#13;";
    case '"': return is_attribute ? "&quot;" : NULL;
    case '\n': return is_attribute ? "&#10;" : NULL;
    case '\t': return is_attribute ? "&#9;" : NULL;
    default: return NULL;
    }
}

static void add(gp_buffer *buffer, const char *text, bool is_attribute)
{
    for (size_t at = 0, size = strlen(text); at < size;) {
        uint32_t c;
        size_t length = gp_decode_utf8(text + at, size - at, &c);
        const char *escape = escape_of(c, is_attribute);
        if (length == 0 || !is_allowed(c))
            gp_add_text(buffer, "\xEF\xBF\xBD");
        else if (escape)
            gp_add_text(buffer, escape);
        else
            gp_add_bytes(buffer, text + at, length);
        at += length ? length : 1;
    }
}

void gp_add_xml_text(gp_buffer *buffer, const char *text)
{
    add(buffer, text, false);
}

void gp_add_xml_attribute(gp_buffer *buffer, const char *name, const char *value)
{
    gp_add_text(buffer, " ");
    gp_add_text(buffer, name);
    gp_add_text(buffer, "=\"");
    add(buffer, value, true);
    gp_add_text(buffer, "\"");
}

void gp_add_xml_element(gp_buffer *buffer, int indent, const char *name, const char *text)
{
    while (indent-- > 0) gp_add_text(buffer, " ");
    gp_add_text(buffer, "<");
    gp_add_text(buffer, name);
    gp_add_text(buffer, ">");
    gp_add_xml_text(buffer, text);
    gp_add_text(buffer, "</");
    gp_add_text(buffer, name);
    gp_add_text(buffer, ">\n");
}

bool gp_is_xml_text(const char *text)
{
    for (size_t at = 0, size = strlen(text); at < size;) {
        uint32_t c;
        size_t length = gp_decode_utf8(text + at, size - at, &c);
        if (length == 0 || !is_allowed(c)) return false;
        at += length;
    }
    return true;
}

/* Control characters are escapes in JSON text already. */
void gp_add_json_for_xml(gp_buffer *buffer, const char *json)
{
    const char *from = json;
    for (const char *at = strstr(json, "\xEF\xBF"); at; at = strstr(at + 2, "\xEF\xBF")) {
        unsigned char last = (unsigned char)at[2];
        if (last < 0xBE) continue;
        gp_add_bytes(buffer, from, (size_t)(at - from));
        gp_add_text(buffer, last == 0xBE ? "\\ufffe" : "\\uffff");
        from = at + 3;
    }
    gp_add_text(buffer, from);
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

static bool is_name_byte(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

void gp_add_xml_id(gp_buffer *buffer, const char *id)
{
    static const char hex[] = "0123456789abcdef";
    bool is_name = is_letter(*id);
    for (const char *c = id; *c && is_name; c++) is_name = is_name_byte(*c);
    if (is_name) {
        gp_add_text(buffer, id);
        return;
    }
    gp_add_text(buffer, "id-");
    for (const char *c = id; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        const char code[] = {'_', hex[byte >> 4], hex[byte & 15]};
        if (is_name_byte(*c) && *c != '_')
            gp_add_bytes(buffer, c, 1);
        else
            gp_add_bytes(buffer, code, sizeof code);
    }
}
