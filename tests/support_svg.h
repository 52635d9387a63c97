/* SPDX-License-Identifier: MIT
 * Reads the SVG of a picture back for tests: a small strict walk over the elements that fails
 * the test where the text is not well formed. Sizes come back in tenths, as render counts. */
#ifndef GP_TESTS_SUPPORT_SVG_H
#define GP_TESTS_SUPPORT_SVG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SVG_ATTRIBUTES_MAX 16

/* Texts point into the document that was read, and are not ended by a NUL. */
typedef struct svg_text {
    const char *text;
    size_t size;
} svg_text;

typedef struct svg_element {
    svg_text name;
    svg_text attribute[SVG_ATTRIBUTES_MAX], value[SVG_ATTRIBUTES_MAX];
    uint32_t attribute_count;
    uint32_t parent;  /* index; UINT32_MAX for the root */
    uint32_t end;     /* one past its last descendant */
    svg_text content; /* between its tags */
} svg_element;

typedef struct svg_document {
    svg_element *elements; /* in document order */
    uint32_t count;
} svg_document;

/* Reads a document; fails the test unless it is well-formed XML in valid UTF-8 with unique
 * ids. Free with free_svg. */
svg_document read_svg(const char *text, size_t size);
void free_svg(svg_document *document);

/* The value of an attribute; text NULL where there is none. */
svg_text svg_attribute(const svg_element *element, const char *name);
bool svg_is(svg_text text, const char *expected);
bool svg_has_class(const svg_element *element, const char *name);

/* A number in tenths; fails the test where the attribute is none. */
int64_t svg_number(const svg_element *element, const char *name);

/* The numbers in a text, in tenths; returns how many, at most `max`. */
size_t svg_numbers(svg_text text, int64_t *out, size_t max);

#endif
