/* SPDX-License-Identifier: MIT
 * XML, read safely in one pass: no network, no external entities, no entities of the file's own,
 * bounded depth. The one place that opens XML; formats in XML are handlers of it. */
#ifndef GP_XML_READ_H
#define GP_XML_READ_H

#include "io/files/input.h"
#include "io/place.h"

#define GP_XML_DEPTH_MAX 100 /* elements within each other */

typedef struct gp_xml_attribute {
    const char *space; /* the namespace, or "" */
    const char *name;  /* without its prefix */
    const char *value;
} gp_xml_attribute;

/* The start of an element. All texts live until the handler returns. */
typedef struct gp_xml_element {
    const char *space, *name;
    const gp_xml_attribute *attributes;
    size_t attribute_count;
    uint32_t depth;     /* 0: the root */
    gp_spot spot;       /* of its '<' */
    const char *before; /* the text between the last tag and this one */
} gp_xml_element;

/* The value of an attribute by its name, whatever its namespace; or NULL. */
const char *gp_xml_find(const gp_xml_element *element, const char *name);

typedef struct gp_xml gp_xml;

/* What a format does with the elements. `text` is the text between the last tag and this one;
 * for an element that holds no other elements that is all its text. */
typedef struct gp_xml_handler {
    gp_status (*start)(void *state, gp_xml *xml, const gp_xml_element *element);
    gp_status (*end)(void *state, const char *name, const char *text);
    void *state;
} gp_xml_handler;

/* Nothing after this is read: the handler has reported why. */
void gp_xml_stop(gp_xml *xml);

/* Reads an input to its end. What is not well formed is GP101 at its place, and so are a DOCTYPE
 * that defines entities, an encoding other than UTF-8, and too deep a nesting. *is_whole: false
 * where the reading stopped before the end.
 * Errors: GP_IO, GP_NO_MEMORY, what the handler returns. Cost: O(bytes); no tree is made. */
gp_status gp_read_xml(gp_job *job, gp_input *input, const gp_xml_handler *handler, bool *is_whole);

#endif
