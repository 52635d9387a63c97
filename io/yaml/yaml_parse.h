/* SPDX-License-Identifier: MIT
 * A YAML text as a flat list of what is in it, in the order of the text. */
#ifndef GP_YAML_PARSE_H
#define GP_YAML_PARSE_H

#include "io/door.h"

typedef enum gp_yaml_kind {
    GP_YAML_SCALAR,
    GP_YAML_MAP, /* its keys, all scalars, and values alternate */
    GP_YAML_LIST,
    GP_YAML_ALIAS
} gp_yaml_kind;

typedef struct gp_yaml_item {
    uint8_t kind;  /* gp_yaml_kind */
    bool is_typed; /* its tag says that it is no text: !!int, !!null */
    bool is_plain; /* a scalar without quotes: may be a number */
    bool is_copy;  /* a key that stands here by an alias */
    gp_spot spot;
    uint32_t end;    /* one past its last descendant */
    uint32_t target; /* of an alias: the item it stands for */
    size_t text;     /* of a scalar: where in the texts, with a NUL after it */
    size_t text_size;
} gp_yaml_item;

typedef struct gp_yaml {
    gp_array items; /* gp_yaml_item; the first is the document */
    gp_array texts; /* char */
} gp_yaml;

/* Parses the text of an input. What is not well formed, or what we do not take (tags of your
 * own, merge keys, a second document), is GP101 where it stands; *is_whole is then false, and
 * what comes out is what was whole before it: a map, or nothing.
 * Owner: the job. Errors: GP_NO_MEMORY. Cost: O(bytes). */
gp_status gp_parse_yaml(gp_records *records, const char *text, size_t size, gp_yaml *out,
                        bool *is_whole);

static inline const gp_yaml_item *gp_yaml_at(const gp_yaml *yaml, uint32_t index)
{
    return (const gp_yaml_item *)yaml->items.data + index;
}

static inline const char *gp_yaml_text(const gp_yaml *yaml, const gp_yaml_item *item)
{
    return (const char *)yaml->texts.data + item->text;
}

#endif
