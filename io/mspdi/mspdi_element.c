/* SPDX-License-Identifier: MIT
 * The elements of MS Project XML as they are written. */
#include "io/mspdi/mspdi_write.h"
#include "io/xml/xml_text.h"

#include <string.h>

void gp_add_mspdi_text(gp_mspdi_writer *w, int indent, const char *name, const char *text)
{
    gp_add_xml_element(w->buffer, indent, name, text);
}

void gp_add_mspdi_number(gp_mspdi_writer *w, int indent, const char *name, int64_t number)
{
    for (int i = 0; i < indent; i++) gp_add_text(w->buffer, " ");
    gp_add_text(w->buffer, "<");
    gp_add_text(w->buffer, name);
    gp_add_text(w->buffer, ">");
    gp_add_number(w->buffer, number);
    gp_add_text(w->buffer, "</");
    gp_add_text(w->buffer, name);
    gp_add_text(w->buffer, ">\n");
}

void gp_add_mspdi_moment(gp_mspdi_writer *w, int indent, const char *name, gp_day day,
                         const char *time)
{
    char text[GP_DATE_SIZE + 16];
    gp_format_date(day, text);
    memcpy(text + strlen(text), time, strlen(time) + 1);
    gp_add_mspdi_text(w, indent, name, text);
}

void gp_add_mspdi_line(gp_mspdi_writer *w, const char *text)
{
    gp_add_text(w->buffer, text);
    gp_add_text(w->buffer, "\n");
}

const char *gp_cut_mspdi_text(gp_mspdi_writer *w, const char *text, size_t limit)
{
    const char *end = text;
    for (size_t count = 0; *end; end++) {
        bool is_first = ((unsigned char)*end & 0xC0) != 0x80; /* byte of a character */
        if (is_first && ++count > limit) break;
    }
    return *end ? gp_copy_text(w->job, text, (size_t)(end - text)) : text;
}

const struct gp_mspdi_own_field gp_mspdi_own_fields[GP_MSPDI_OWN_FIELDS] = {
    [GP_MSPDI_OWN_ID] = {"groeipad id", "Text1", "188743731"},
    [GP_MSPDI_OWN_KIND] = {"groeipad kind", "Text2", "188743734"},
    [GP_MSPDI_OWN_OWNER] = {"groeipad owner", "Text3", "188743737"},
    [GP_MSPDI_OWN_TAGS] = {"groeipad tags", "Text4", "188743740"},
    [GP_MSPDI_OWN_PARENT] = {"groeipad parent", "Text5", "188743743"},
};

bool gp_is_mspdi_key(const char *key, const char *const *keys)
{
    for (; *keys; keys++)
        if (strcmp(key, *keys) == 0) return true;
    return false;
}
