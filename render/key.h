/* SPDX-License-Identifier: MIT
 * The key of a picture: samples, drawn by the same code and classes as the real thing, with
 * words beside them. Private to render. */
#ifndef GP_KEY_H
#define GP_KEY_H

#include "render/svg.h"

#define GP_SAMPLE_WIDTH GP_UNITS(36)
#define GP_SAMPLE_HEIGHT GP_UNITS(20)

/* One sample. draw: into a box of GP_SAMPLE_WIDTH by GP_SAMPLE_HEIGHT whose top left is at `at`. */
typedef struct gp_key_entry {
    const char *class_name;
    void (*draw)(gp_buffer *buffer, gp_point at, int kind);
    int kind;
    const char *words; /* NULL: the picture has none of these */
} gp_key_entry;

/* Draws the entries that have words in rows no wider than `width` and returns where they end; draws
 * nothing where buffer is NULL. */
gp_length gp_draw_key(gp_buffer *buffer, gp_language language, const gp_key_entry *entries,
                      uint32_t count, gp_point at, gp_length width);

#endif
