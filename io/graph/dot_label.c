/* SPDX-License-Identifier: MIT
 * Escapes of Graphviz and entities of HTML 4, which it reads in every label: those for Latin-1 have
 * their names in the order of their characters. */
#include "io/graph/dot_label.h"

#include <stdlib.h>
#include <string.h>

bool gp_is_dot_label(const char *name)
{
    static const char *const names[] = {"label", "xlabel", "headlabel", "taillabel"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0) return true;
    return false;
}

/* ---- entities ---- */

static const struct {
    const char *name;
    uint32_t character;
} others[] = {{"amp", '&'},      {"lt", '<'},        {"gt", '>'},       {"quot", '"'},
              {"euro", 0x20AC},  {"hellip", 0x2026}, {"ndash", 0x2013}, {"mdash", 0x2014},
              {"lsquo", 0x2018}, {"rsquo", 0x2019},  {"ldquo", 0x201C}, {"rdquo", 0x201D},
              {"sbquo", 0x201A}, {"bdquo", 0x201E},  {"bull", 0x2022},  {"larr", 0x2190},
              {"rarr", 0x2192},  {"harr", 0x2194},   {"trade", 0x2122}, {"le", 0x2264},
              {"ge", 0x2265},    {"ne", 0x2260},     {"OElig", 0x152},  {"oelig", 0x153},
              {"Scaron", 0x160}, {"scaron", 0x161},  {"fnof", 0x192},   {"minus", 0x2212}};

static const char latin[] =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn "
    "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave "
    "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
    "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN "
    "szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave "
    "iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute "
    "ucirc "
    "uuml yacute thorn yuml";

static uint32_t named_character(const char *name, size_t size)
{
    uint32_t character = 0xA0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strncmp(others[i].name, name, size) == 0 && !others[i].name[size])
            return others[i].character;
    for (const char *at = latin; *at; character++) {
        size_t length = strcspn(at, " ");
        if (length == size && memcmp(at, name, size) == 0) return character;
        at += length + (at[length] == ' ');
    }
    return 0;
}

static uint32_t numbered_character(const char *digits, size_t size)
{
    bool is_hex = size > 1 && (digits[0] == 'x' || digits[0] == 'X');
    char *end;
    if (size == 0 || size > 8 || (digits[0] < '0' || digits[0] > '9') != is_hex) return 0;
    unsigned long character = strtoul(digits + is_hex, &end, is_hex ? 16 : 10);
    bool is_valid =
        end == digits + size && character < 0x110000 && (character < 0xD800 || character > 0xDFFF);
    return is_valid ? (uint32_t)character : 0;
}

/* The character that "&name;" at the start of a text stands for, and its size; 0: it is none. */
static uint32_t read_entity(const char *text, size_t *size)
{
    enum { NAME_MAX_SIZE = 10 };
    size_t length = 0;
    while (length < NAME_MAX_SIZE && text[1 + length] && !strchr("; &\n", text[1 + length]))
        length++;
    if (length == 0 || text[1 + length] != ';') return 0;
    *size = length + 2;
    return text[1] == '#' ? numbered_character(text + 2, length - 1)
                          : named_character(text + 1, length);
}

static void add_character(gp_buffer *b, uint32_t c)
{
    char bytes[4];
    size_t size = 0;
    if (c < 0x80) {
        bytes[size++] = (char)c;
    } else if (c < 0x800) {
        bytes[size++] = (char)(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        bytes[size++] = (char)(0xE0 | c >> 12);
        bytes[size++] = (char)(0x80 | (c >> 6 & 0x3F));
    } else {
        bytes[size++] = (char)(0xF0 | c >> 18);
        bytes[size++] = (char)(0x80 | (c >> 12 & 0x3F));
        bytes[size++] = (char)(0x80 | (c >> 6 & 0x3F));
    }
    if (c >= 0x80) bytes[size++] = (char)(0x80 | (c & 0x3F));
    gp_add_bytes(b, bytes, size);
}

/* ---- in ---- */

static void add_name(gp_buffer *b, const char *name)
{
    gp_add_text(b, name ? name : "");
}

static void add_edge_name(gp_buffer *b, const gp_dot_owner *owner)
{
    if (!owner->tail) return;
    gp_add_text(b, owner->tail);
    gp_add_text(b, owner->is_directed ? "->" : "--");
    add_name(b, owner->head);
}

/* What stands after a backslash. A label that names itself would never end: \L is nothing. */
static void add_escaped(gp_buffer *b, const char *escaped, const gp_dot_owner *owner, bool is_last)
{
    switch (*escaped) {
    case 'N': add_name(b, owner->node); return;
    case 'G': add_name(b, owner->graph); return;
    case 'T': add_name(b, owner->tail); return;
    case 'H': add_name(b, owner->head); return;
    case 'E': add_edge_name(b, owner); return;
    case 'L': return;
    case 'n': gp_add_text(b, "\n"); return;
    case 'l':
    case 'r':
        if (!is_last) gp_add_text(b, "\n"); /* these end the last line too */
        return;
    default: gp_add_bytes(b, escaped, 1);
    }
}

void gp_add_shown_label(gp_buffer *buffer, const char *label, const gp_dot_owner *owner)
{
    for (const char *c = label; *c;) {
        size_t size = 1;
        uint32_t character = *c == '&' ? read_entity(c, &size) : 0;
        if (character) {
            add_character(buffer, character);
        } else if (*c == '\\' && c[1]) {
            add_escaped(buffer, c + 1, owner, !c[2]);
            size = 2;
        } else {
            size = 1;
            gp_add_bytes(buffer, c, 1);
        }
        c += size;
    }
}

/* ---- out ---- */

void gp_add_label(gp_buffer *buffer, const char *text)
{
    for (const char *c = text; *c; c++) {
        size_t size;
        if (*c == '\\')
            gp_add_text(buffer, "\\\\");
        else if (*c == '"')
            gp_add_text(buffer, "\\\"");
        else if (*c == '\n')
            gp_add_text(buffer, "\\n");
        else if (*c == '&' && read_entity(c, &size))
            gp_add_text(buffer, "&amp;");
        else
            gp_add_bytes(buffer, c, 1);
    }
}
