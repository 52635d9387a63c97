/* SPDX-License-Identifier: MIT
 * The style sheet of a picture for tests: which fill and which stroke does an element get? */
#ifndef GP_TESTS_SUPPORT_CSS_H
#define GP_TESTS_SUPPORT_CSS_H

#include "tests/support_svg_tree.h"

#define CSS_NONE UINT32_MAX /* no colour */

typedef struct css_sheet {
    struct css_rule *rules;
    uint32_t count;
} css_sheet;

/* Reads the rules of a picture that hold on every screen (not those within @media). */
css_sheet read_css(const svg_tree *tree);
void free_css(css_sheet *sheet);

/* 0xRRGGBB, or CSS_NONE. SVG fills with black where nothing is said. */
uint32_t css_fill(const css_sheet *sheet, const svg_tree *tree, uint32_t node);

/* Whether any selector names the class. */
bool css_knows(const css_sheet *sheet, const char *class_name, size_t size);

#endif
