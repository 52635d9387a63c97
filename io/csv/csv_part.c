/* SPDX-License-Identifier: MIT
 * The parts of a cell: what stands between bars, or between slashes. */
#include "io/csv/csv_part.h"

#include <string.h>

void gp_add_part_key(gp_decoder *d, const char *key, gp_spot spot)
{
    gp_add_key(d->tree, key, strlen(key), spot);
}

static size_t blank_size(const char *text)
{
    if (*text == ' ') return 1;
    return strncmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0; /* a blank that does not break */
}

bool gp_next_part(const char **at, const char *marks, gp_cell_part *out)
{
    if (!*at) return false;
    size_t length = strcspn(*at, marks), blank;
    const char *text = *at;
    *at = text[length] ? text + length + 1 : NULL;
    for (; length && (blank = blank_size(text)) && blank <= length; text += blank) length -= blank;
    for (;;) {
        size_t wide = length >= 2 && memcmp(text + length - 2, "\xC2\xA0", 2) == 0 ? 2 : 0;
        size_t trimmed = length && text[length - 1] == ' ' ? 1 : wide;
        if (!trimmed) break;
        length -= trimmed;
    }
    *out = (gp_cell_part){text, length};
    return true;
}

const char *gp_written_part(gp_decoder *d, const char *path, gp_cell_part p,
                            char copy[GP_PART_SIZE_MAX + 1])
{
    if (p.size > GP_PART_SIZE_MAX) return NULL;
    memcpy(copy, p.text, p.size);
    copy[p.size] = '\0';
    return gp_written_value(path, copy, d->scratch);
}

void gp_add_part(gp_decoder *d, const char *path, gp_cell_part p, gp_spot spot)
{
    char copy[GP_PART_SIZE_MAX + 1];
    const char *text = gp_written_part(d, path, p, copy);
    gp_add_text_node(d->tree, text ? text : p.text, text ? strlen(text) : p.size, spot);
}

static bool has_parts(const char *key, const char *text)
{
    gp_day day;
    return strchr(text, '/') && !(strcmp(key, "planning") == 0 && gp_read_written_day(text, &day));
}

void gp_add_cell_members(gp_decoder *d, const char *text, gp_spot spot, const char *const *paths)
{
    gp_cell_part p;
    while (gp_next_part(&text, "/", &p)) {
        const char *dot = *paths ? strchr(*paths, '.') : NULL;
        if (p.size) {
            gp_add_part_key(d, dot ? dot + 1 : "/", spot);
            gp_add_part(d, *paths ? *paths : "/", p, spot);
        }
        if (*paths) paths++;
    }
}

void gp_add_cell_parts(gp_decoder *d, const gp_sheet_cell *cell, const char *key,
                       const char *const *paths)
{
    gp_cell_part whole = {cell->text, strlen(cell->text)};
    if (!has_parts(key, cell->text)) {
        gp_add_part(d, key, whole, cell->spot);
        return;
    }
    gp_open_node(d->tree, '{', cell->spot);
    gp_add_cell_members(d, cell->text, cell->spot, paths);
    gp_close_node(d->tree);
}
