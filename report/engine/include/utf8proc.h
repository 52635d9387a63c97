/* SPDX-License-Identifier: MIT
 * Stands in for utf8proc in the page: the part that core asks for, under its names. Its tables are
 * made when this is built, by asking the library itself, so that both say the same. */
#ifndef GP_ENGINE_UTF8PROC_H
#define GP_ENGINE_UTF8PROC_H

#include <stddef.h>
#include <stdint.h>

typedef uint8_t utf8proc_uint8_t;
typedef int32_t utf8proc_int32_t;
typedef ptrdiff_t utf8proc_ssize_t;

typedef enum utf8proc_category_t {
    UTF8PROC_CATEGORY_OTHER, /* what core does not ask for */
    UTF8PROC_CATEGORY_ZS,
    UTF8PROC_CATEGORY_CF,
    UTF8PROC_CATEGORY_MN,
    UTF8PROC_CATEGORY_CN
} utf8proc_category_t;

/* Classes of UAX #29. */
typedef enum utf8proc_boundclass_t {
    UTF8PROC_BOUNDCLASS_OTHER,
    UTF8PROC_BOUNDCLASS_CR,
    UTF8PROC_BOUNDCLASS_LF,
    UTF8PROC_BOUNDCLASS_CONTROL,
    UTF8PROC_BOUNDCLASS_EXTEND,
    UTF8PROC_BOUNDCLASS_L,
    UTF8PROC_BOUNDCLASS_V,
    UTF8PROC_BOUNDCLASS_T,
    UTF8PROC_BOUNDCLASS_LV,
    UTF8PROC_BOUNDCLASS_LVT,
    UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR,
    UTF8PROC_BOUNDCLASS_SPACINGMARK,
    UTF8PROC_BOUNDCLASS_PREPEND,
    UTF8PROC_BOUNDCLASS_ZWJ,
    UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC,
    GP_BOUNDCLASS_COUNT
} utf8proc_boundclass_t;

typedef struct utf8proc_property_t {
    uint8_t boundclass;
} utf8proc_property_t;

/* Taken together these are all that utf8proc_map does here. */
typedef enum utf8proc_option_t {
    UTF8PROC_STABLE = 1,
    UTF8PROC_COMPAT = 2,
    UTF8PROC_COMPOSE = 4,
    UTF8PROC_IGNORE = 8,
    UTF8PROC_STRIPNA = 16
} utf8proc_option_t;
#define UTF8PROC_ERROR_NOMEM (-1)
#define UTF8PROC_ERROR_INVALIDUTF8 (-3)

#define utf8proc_charwidth gp_page_charwidth
#define utf8proc_category gp_page_category
#define utf8proc_get_property gp_page_property
#define utf8proc_grapheme_break_stateful gp_page_grapheme_break
#define utf8proc_map gp_page_map
int utf8proc_charwidth(utf8proc_int32_t character);
utf8proc_category_t utf8proc_category(utf8proc_int32_t character);
const utf8proc_property_t *utf8proc_get_property(utf8proc_int32_t character);
int utf8proc_grapheme_break_stateful(utf8proc_int32_t before, utf8proc_int32_t after,
                                     utf8proc_int32_t *state);

/* What a text becomes in Unicode's NFKC, without what is unassigned or not seen. The options are
 * those above, all of them. *out: to be freed. Returns its length, or an error. */
utf8proc_ssize_t utf8proc_map(const utf8proc_uint8_t *text, utf8proc_ssize_t size,
                              utf8proc_uint8_t **out, utf8proc_option_t options);

#endif
