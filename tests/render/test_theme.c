/* SPDX-License-Identifier: MIT
 * Can everyone read the pictures? Contrast by WCAG 2.1 (1.4.3 text, 1.4.11 graphics), in both
 * schemes; and the kinds of boxes as people with protanopia and deuteranopia see them
 * (Machado, Oliveira and Fernandes 2009), by distance in CIE Lab. */
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

static double contrast(gp_colour a, gp_colour b, bool is_dark)
{
    double x = luminance(gp_colour_value(a, is_dark)), y = luminance(gp_colour_value(b, is_dark));
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static void texts_stand_out(void **state)
{
    (void)state;
    size_t count;
    const gp_contrast *pairs = gp_contrasts(&count);
    assert_true(count > 10);
    for (size_t i = 0; i < count; i++)
        for (int dark = 0; dark < 2; dark++)
            assert_true(contrast(pairs[i].text, pairs[i].ground, dark) >= 4.5);
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
        for (int dark = 0; dark < 2; dark++) {
            assert_true(contrast(lines[i], GP_COLOUR_PAGE, dark) >= 3);
            assert_true(contrast(lines[i], GP_COLOUR_PANEL, dark) >= 3);
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

/* Severity 1.0. The first is what everyone else sees. */
static const double sights[3][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868},
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968},
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}},
};

static lab seen(gp_colour colour, bool is_dark, int sight)
{
    rgb v = linear(gp_colour_value(colour, is_dark)), out;
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
    for (int sight = 0; sight < 3; sight++)
        for (int dark = 0; dark < 2; dark++)
            for (size_t i = 0; i < 4; i++)
                for (size_t k = i + 1; k < 4; k++) {
                    double apart =
                        distance(seen(fills[i], dark, sight), seen(fills[k], dark, sight));
                    if (apart < 7) /* three times what an eye just tells apart */
                        fail_msg("sight %d, scheme %d, fills %zu and %zu: %d tenths", sight, dark,
                                 i, k, (int)(apart * 10));
                }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_stand_out),
        cmocka_unit_test(lines_stand_out),
        cmocka_unit_test(kinds_differ_for_every_eye),
    };
    return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
