/* SPDX-License-Identifier: MIT
 * A development path read back from its SVG: its boxes, and what holds for every such picture. */
#ifndef TESTS_SUPPORT_PATH_H
#define TESTS_SUPPORT_PATH_H

#include "groeipad/render.h"
#include "tests/support_svg.h"

typedef struct frame {
    int64_t left, top, right, bottom;
} frame;

/* A box and its id. */
typedef struct named_box {
    svg_text id;
    uint32_t box;
} named_box;

typedef struct page {
    svg_document document;
    frame *frames;     /* of the boxes */
    uint32_t *indices; /* their elements */
    named_box *named;  /* the boxes ascending by their ids */
    uint32_t count;
    int64_t width, height;
} page;

page read_page(const gp_picture *picture);
void free_page(page *p);

/* Each fails the test where it does not hold. The arrows: returns how many there are. */
void all_is_on_the_page(const page *p);
void texts_are_inside_their_boxes(const page *p);
void boxes_keep_apart(const page *p);
uint32_t arrows_end_on_their_boxes(const page *p);
void references_lead_somewhere(const page *p);

#endif
