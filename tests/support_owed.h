/* SPDX-License-Identifier: MIT
 * What every picture owes its reader (docs/pictures.md), read back from its SVG. */
#ifndef GP_TESTS_SUPPORT_OWED_H
#define GP_TESTS_SUPPORT_OWED_H

#include "tests/support_svg_tree.h"

#define OWED_ON_THE_PAGE 1u /* all that is drawn is on it */
#define OWED_APART 2u       /* no two texts overlap */
#define OWED_WHOLE 4u       /* what was cut ends in an ellipsis, and a tooltip has all of it */
#define OWED_UNBROKEN 8u    /* no date is broken, no number without its unit at the end of a line */
#define OWED_LEGEND 16u     /* the legend lists what occurs */
#define OWED_LINKS 32u      /* what a link within the picture leads to is there */
#define OWED_RULES 64u      /* every class of what is drawn has a rule */
#define OWED_CONTRAST 128u  /* texts stand out from what they stand on: 4.5 to 1 (WCAG 2.1, AA) */
#define OWED_ALL 255u

/* Checks what is asked for and returns how many breaches there are; each is printed with `where`,
 * at most so many of a kind. */
uint32_t count_breaches(const svg_tree *tree, uint32_t owed, const char *where);

#endif
