/* SPDX-License-Identifier: MIT
 * Can everyone read the pictures? Contrast by WCAG 2.1 (1.4.3 text, 1.4.11 graphics), in every
 * scheme; and the kinds of boxes as people with protanopia and deuteranopia see them (Machado,
 * Oliveira and Fernandes 2009), and on a grey printer, by distance in CIE Lab. What colour says
 * is said by an outline or a dash too. */
#include "render/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

typedef struct rgb {
    double c[3];
} rgb;

static rgb linear(uint32_t colour)
{
    rgb out;
    for (int i = 0; i < 3; i++) {
        double v = (colour >> (16 - 8 * i) & 255) / 255.0;
        out.c[i] = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
    }
    return out;
}

static double luminance(uint32_t colour)
{
    rgb v = linear(colour);
    return 0.2126 * v.c[0] + 0.7152 * v.c[1] + 0.0722 * v.c[2];
}

static double contrast(gp_colour a, gp_colour b, int scheme)
{
    double x = luminance(gp_colour_value(a, (gp_scheme)scheme)),
           y = luminance(gp_colour_value(b, (gp_scheme)scheme));
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static void texts_stand_out(void **state)
{
    (void)state;
    size_t count;
    const gp_contrast *pairs = gp_contrasts(&count);
    assert_true(count > 10);
    for (size_t i = 0; i < count; i++)
        for (int scheme = 0; scheme < GP_SCHEMES; scheme++)
            assert_true(contrast(pairs[i].text, pairs[i].ground, scheme) >= 4.5);
}

static void lines_stand_out(void **state)
{
    (void)state;
    static const gp_colour lines[] = {
        GP_COLOUR_ARROW,
        GP_COLOUR_INK,
        GP_COLOUR_INTERVENTION_LINE,
        GP_COLOUR_REQUESTED_LINE,
        GP_COLOUR_PREREQUISITE_LINE,
        GP_COLOUR_UNFOUNDED_LINE,
        GP_COLOUR_MISSING_LINE,
        GP_COLOUR_CLASH,
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        for (int scheme = 0; scheme < GP_SCHEMES; scheme++) {
            assert_true(contrast(lines[i], GP_COLOUR_PAGE, scheme) >= 3);
            assert_true(contrast(lines[i], GP_COLOUR_PANEL, scheme) >= 3);
        }
}

typedef struct lab {
    double l, a, b;
} lab;

static double bend(double t)
{
    return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

static lab to_lab(rgb v)
{
    double x = (0.4124 * v.c[0] + 0.3576 * v.c[1] + 0.1805 * v.c[2]) / 0.9505;
    double y = 0.2126 * v.c[0] + 0.7152 * v.c[1] + 0.0722 * v.c[2];
    double z = (0.0193 * v.c[0] + 0.1192 * v.c[1] + 0.9505 * v.c[2]) / 1.089;
    return (lab){116 * bend(y) - 16, 500 * (bend(x) - bend(y)), 200 * (bend(y) - bend(z))};
}

#define SIGHTS 4
#define GREY 3
/* Severity 1.0. The first is what most people see, the last what a grey printer makes of it. */
static const double sights[SIGHTS][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868},
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968},
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}},
    {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
};

static lab seen(gp_colour colour, int scheme, int sight)
{
    rgb v = linear(gp_colour_value(colour, (gp_scheme)scheme)), out;
    for (int i = 0; i < 3; i++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) sum += sights[sight][i][k] * v.c[k];
        out.c[i] = fmin(fmax(sum, 0), 1);
    }
    return to_lab(out);
}

static double distance(lab x, lab y)
{
    return sqrt((x.l - y.l) * (x.l - y.l) + (x.a - y.a) * (x.a - y.a) + (x.b - y.b) * (x.b - y.b));
}

static void kinds_differ_for_every_eye(void **state)
{
    (void)state;
    static const gp_colour fills[] = {GP_COLOUR_INTERVENTION, GP_COLOUR_REQUESTED,
                                      GP_COLOUR_PREREQUISITE, GP_COLOUR_UNFOUNDED};
    for (int sight = 0; sight < SIGHTS; sight++)
        for (int scheme = 0; scheme < GP_SCHEMES; scheme++)
            for (size_t i = 0; i < 4; i++)
                for (size_t k = i + 1; k < 4; k++) {
                    double apart =
                        distance(seen(fills[i], scheme, sight), seen(fills[k], scheme, sight));
                    /* three times what an eye just tells apart; in grey, which has one dimension
                     * for three, a little more than it: the outlines differ too */
                    if (apart < (sight == GREY && scheme != GP_SCHEME_PRINT ? 3 : 7))
                        fail_msg("sight %d, scheme %d, fills %zu and %zu: %d tenths", sight, scheme,
                                 i, k, (int)(apart * 10));
                }
}

/* The style sheet of a theme, as it stands in a picture. */
static const char *style_of(gp_job *job, gp_theme theme)
{
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    assert_non_null(buffer);
    gp_add_style(buffer, theme, NULL, NULL, false);
    assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
    return text;
}

/* Every dash and weight stands in every theme; only the default one looks at the screen. */
static void themes_differ_in_colour_alone(void **state)
{
    (void)state;
    static const char *const meanings[] = {
        ".missing .shape{stroke-width:1.8px;stroke-dasharray:7 4}",
        ".unfounded .shape{stroke-dasharray:8 3 2 3}",
        ".reference .shape{stroke-dasharray:3 3}",
        ".option .shape{stroke-dasharray:1.5 3;stroke-linecap:round}",
        ".critical .shape{stroke-width:3.2px}",
        ".arrow.option path{stroke-dasharray:1.5 4;stroke-linecap:round}",
        ".arrow.critical path{stroke-width:3px}",
    };
    gp_job *job = gp_job_new();
    assert_non_null(job);
    for (gp_theme theme = GP_THEME_DEFAULT; theme <= GP_THEME_DARK; theme++) {
        const char *style = style_of(job, theme);
        for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
            assert_non_null(strstr(style, meanings[i]));
        bool looks = strstr(style, "prefers-color-scheme") != NULL;
        assert_int_equal(looks, theme == GP_THEME_DEFAULT);
    }
    assert_non_null(strstr(style_of(job, GP_THEME_DARK), ".page{fill:#14181d;}"));
    assert_non_null(strstr(style_of(job, GP_THEME_PRINT), ".page{fill:#ffffff;}"));
    gp_job_free(job);
}

/* Paper has no colour at all. */
static void print_is_grey(void **state)
{
    (void)state;
    for (gp_colour colour = GP_COLOUR_NONE + 1; colour < GP_COLOURS; colour++) {
        uint32_t value = gp_colour_value(colour, GP_SCHEME_PRINT), blue = value & 255;
        uint32_t red = value >> 16, green = value >> 8 & 255;
        uint32_t low = red < green ? red : green, high = red < green ? green : red;
        if (blue < low) low = blue;
        if (blue > high) high = blue;
        assert_true(high - low <= 9); /* the ink is a very dark blue */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_stand_out),
        cmocka_unit_test(lines_stand_out),
        cmocka_unit_test(kinds_differ_for_every_eye),
        cmocka_unit_test(themes_differ_in_colour_alone),
        cmocka_unit_test(print_is_grey),
    };
    return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
