/* SPDX-License-Identifier: MIT
 * How the pictures look: one table of colours, each for the light scheme, the dark one and paper,
 * and one table of style rules that names them. Colour never carries a meaning alone: shape says
 * the kind, dashes say what is not certain, weight says what is critical. The hues are those that
 * people with deuteranopia and protanopia keep apart (blue, yellow, grey; after Okabe and Ito
 * 2008), with fills of different lightness so that they survive a grey printer. */
#include "render/theme.h"

typedef struct colour_row {
    uint32_t light, dark;
    uint32_t print; /* 0: the grey that is as bright as the light one */
} colour_row;

static const colour_row colours[GP_COLOURS] = {
    [GP_COLOUR_PAGE] = {0xFFFFFF, 0x14181D, 0},
    [GP_COLOUR_PANEL] = {0xF5F6F8, 0x1C2229, 0},
    [GP_COLOUR_INK] = {0x14181D, 0xF2F5F8, 0},
    [GP_COLOUR_MUTED] = {0x47515E, 0xB9C3CE, 0},
    [GP_COLOUR_ARROW] = {0x6B7684, 0x8C98A6, 0},
    [GP_COLOUR_INTERVENTION] = {0xC0DCF4, 0x123A5C, 0xD5D5D5},
    [GP_COLOUR_INTERVENTION_LINE] = {0x14507F, 0x7FBBEC, 0},
    [GP_COLOUR_REQUESTED] = {0xFFF3C9, 0x3B2E02, 0xFFFFFF},
    [GP_COLOUR_REQUESTED_LINE] = {0x7A5600, 0xE6BE54, 0},
    [GP_COLOUR_PREREQUISITE] = {0xC6CED8, 0x434E5B, 0xC0C0C0},
    [GP_COLOUR_PREREQUISITE_LINE] = {0x4A5562, 0xA9B5C2, 0},
    [GP_COLOUR_UNFOUNDED] = {0xF4E1F0, 0x2B1729, 0xEAEAEA},
    [GP_COLOUR_UNFOUNDED_LINE] = {0x77406F, 0xD79BCE, 0},
    [GP_COLOUR_MISSING] = {0xFFFFFF, 0x14181D, 0},
    [GP_COLOUR_MISSING_LINE] = {0xA12C0E, 0xFF9C78, 0x14181D},
    [GP_COLOUR_CLASH] = {0xA12C0E, 0xFF9C78, 0x14181D},
    [GP_COLOUR_CLASH_TEXT] = {0xFFFFFF, 0x14181D, 0},
    [GP_COLOUR_GRID] = {0xD5DAE1, 0x38424D, 0},
    [GP_COLOUR_MAP_1] = {0xEAF2FA, 0x14212D, 0xF4F4F4},
    [GP_COLOUR_MAP_2] = {0xD4E6F6, 0x152D42, 0xE6E6E6},
    [GP_COLOUR_MAP_3] = {0xBCD9F1, 0x163A58, 0xD8D8D8},
    [GP_COLOUR_MAP_4] = {0xA3CAEA, 0x17476E, 0xCACACA},
    [GP_COLOUR_MAP_5] = {0x89BAE2, 0x185484, 0xBCBCBC},
    [GP_COLOUR_HEAT_1] = {0xFDE6DB, 0x3A1D12, 0xF0F0F0},
    [GP_COLOUR_HEAT_2] = {0xF9CDB8, 0x532513, 0xDADADA},
    [GP_COLOUR_HEAT_3] = {0xF4B193, 0x6E2D13, 0xC2C2C2},
    [GP_COLOUR_HUE_GREEN] = {0xD3EBD6, 0x16341D, 0xECECEC},
    [GP_COLOUR_HUE_VIOLET] = {0xE0DAF4, 0x2A2350, 0xDEDEDE},
};

static const gp_font_row fonts[GP_FONTS] = {
    [GP_FONT_TITLE] = {"title", 220, true},      [GP_FONT_SUBTITLE] = {"subtitle", 130, false},
    [GP_FONT_NAME] = {"name", 125, true},        [GP_FONT_TAG] = {"tag", 95, false},
    [GP_FONT_LINE] = {"line", 105, false},       [GP_FONT_CLASH] = {"late", 105, true},
    [GP_FONT_CAPTION] = {"caption", 110, false}, [GP_FONT_LABEL] = {"label", 105, false},
    [GP_FONT_GAP] = {"gap", 100, true},
};

static const gp_contrast contrasts[] = {
    {GP_COLOUR_INK, GP_COLOUR_PAGE},         {GP_COLOUR_MUTED, GP_COLOUR_PAGE},
    {GP_COLOUR_INK, GP_COLOUR_PANEL},        {GP_COLOUR_MUTED, GP_COLOUR_PANEL},
    {GP_COLOUR_INK, GP_COLOUR_INTERVENTION}, {GP_COLOUR_MUTED, GP_COLOUR_INTERVENTION},
    {GP_COLOUR_INK, GP_COLOUR_REQUESTED},    {GP_COLOUR_MUTED, GP_COLOUR_REQUESTED},
    {GP_COLOUR_INK, GP_COLOUR_PREREQUISITE}, {GP_COLOUR_MUTED, GP_COLOUR_PREREQUISITE},
    {GP_COLOUR_INK, GP_COLOUR_UNFOUNDED},    {GP_COLOUR_MUTED, GP_COLOUR_UNFOUNDED},
    {GP_COLOUR_INK, GP_COLOUR_MISSING},      {GP_COLOUR_MUTED, GP_COLOUR_MISSING},
    {GP_COLOUR_CLASH_TEXT, GP_COLOUR_CLASH}, {GP_COLOUR_CLASH, GP_COLOUR_PAGE},
    {GP_COLOUR_CLASH, GP_COLOUR_PANEL},      {GP_COLOUR_INK, GP_COLOUR_MAP_1},
    {GP_COLOUR_INK, GP_COLOUR_MAP_2},        {GP_COLOUR_INK, GP_COLOUR_MAP_3},
    {GP_COLOUR_INK, GP_COLOUR_MAP_4},        {GP_COLOUR_INK, GP_COLOUR_MAP_5},
    {GP_COLOUR_INK, GP_COLOUR_HEAT_1},       {GP_COLOUR_INK, GP_COLOUR_HEAT_2},
    {GP_COLOUR_INK, GP_COLOUR_HEAT_3},       {GP_COLOUR_INK, GP_COLOUR_HUE_GREEN},
    {GP_COLOUR_INK, GP_COLOUR_HUE_VIOLET},   {GP_COLOUR_INK, GP_COLOUR_GRID},
};

static const gp_style_rule rules[] = {
    {".page", GP_COLOUR_PAGE, GP_COLOUR_NONE},
    {".band", GP_COLOUR_PANEL, GP_COLOUR_ARROW},
    {"text", GP_COLOUR_INK, GP_COLOUR_NONE},
    {".subtitle,.tag,.line,.caption", GP_COLOUR_MUTED, GP_COLOUR_NONE},
    {".intervention .shape", GP_COLOUR_INTERVENTION, GP_COLOUR_INTERVENTION_LINE},
    {".requested .shape", GP_COLOUR_REQUESTED, GP_COLOUR_REQUESTED_LINE},
    {".prerequisite .shape", GP_COLOUR_PREREQUISITE, GP_COLOUR_PREREQUISITE_LINE},
    {".unfounded .shape", GP_COLOUR_UNFOUNDED, GP_COLOUR_UNFOUNDED_LINE},
    {".missing .shape", GP_COLOUR_MISSING, GP_COLOUR_MISSING_LINE},
    {".reference .shape", GP_COLOUR_PANEL, GP_COLOUR_ARROW},
    {".critical .shape", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".pip", GP_COLOUR_PAGE, GP_COLOUR_MUTED},
    {".pip.had", GP_COLOUR_MUTED, GP_COLOUR_MUTED},
    {".pip.step", GP_COLOUR_INK, GP_COLOUR_INK},
    {".clash .mark", GP_COLOUR_CLASH, GP_COLOUR_CLASH},
    {"text.late,.sign", GP_COLOUR_CLASH_TEXT, GP_COLOUR_NONE},
    {".arrow path", GP_COLOUR_NONE, GP_COLOUR_ARROW},
    {".arrow .head", GP_COLOUR_ARROW, GP_COLOUR_ARROW},
    {".arrow .head.live", GP_COLOUR_PAGE, GP_COLOUR_ARROW},
    {".arrow.chain .rail", GP_COLOUR_NONE, GP_COLOUR_PAGE},
    {".arrow.critical path", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".arrow.critical .head", GP_COLOUR_INK, GP_COLOUR_INK},
    {".arrow.critical .head.live", GP_COLOUR_PAGE, GP_COLOUR_INK},
    {".arrow.chain.critical .rail", GP_COLOUR_NONE, GP_COLOUR_PAGE},
};

/* Dashes and weights, which mean the same in every scheme and on paper. */
static const char shapes[] =
    "text{font-family:Helvetica,Arial,'Liberation Sans','DejaVu Sans',sans-serif;"
    "direction:ltr;unicode-bidi:isolate;stroke:none}\n"
    "a .name,a .label{text-decoration:underline}\n"
    ".shape{stroke-width:1.2px}\n"
    ".band{stroke-width:1px;stroke-dasharray:2 3}\n"
    ".missing .shape{stroke-width:1.8px;stroke-dasharray:7 4}\n"
    ".unfounded .shape{stroke-dasharray:8 3 2 3}\n"
    ".reference .shape{stroke-dasharray:3 3}\n"
    ".option .shape{stroke-dasharray:1.5 3;stroke-linecap:round}\n"
    ".critical .shape{stroke-width:3.2px}\n"
    ".pip{stroke-width:.8px}\n"
    ".sign{fill-rule:evenodd}\n"
    ".arrow path{fill:none;stroke-width:1.3px}\n"
    ".arrow .head{stroke-width:1.3px;stroke-linejoin:round}\n"
    ".arrow.option path{stroke-dasharray:1.5 4;stroke-linecap:round}\n"
    ".arrow.option .head{stroke-dasharray:none}\n"
    ".arrow.chain path{stroke-width:5px}\n"
    ".arrow.chain .rail{stroke-width:2px}\n"
    ".arrow.critical path{stroke-width:3px}\n"
    ".arrow.chain.critical path{stroke-width:6px}\n"
    ".arrow.chain.critical .rail{stroke-width:1.6px}\n"
    ".arrow path.head{stroke-width:1.3px}\n";

/* As bright as the eye takes a colour to be (the luma of ITU-R BT.601), in whole numbers. */
static uint32_t grey_of(uint32_t colour)
{
    uint32_t red = colour >> 16, green = colour >> 8 & 255, blue = colour & 255;
    uint32_t grey = (299 * red + 587 * green + 114 * blue + 500) / 1000;
    return grey << 16 | grey << 8 | grey;
}

uint32_t gp_colour_value(gp_colour colour, gp_scheme scheme)
{
    const colour_row *row = &colours[colour];
    if (scheme == GP_SCHEME_DARK) return row->dark;
    if (scheme == GP_SCHEME_LIGHT) return row->light;
    return row->print ? row->print : grey_of(row->light);
}

gp_scheme gp_scheme_of(gp_theme theme)
{
    return theme == GP_THEME_DARK    ? GP_SCHEME_DARK
           : theme == GP_THEME_PRINT ? GP_SCHEME_PRINT
                                     : GP_SCHEME_LIGHT;
}

const gp_contrast *gp_contrasts(size_t *count)
{
    *count = sizeof contrasts / sizeof *contrasts;
    return contrasts;
}

const gp_font_row *gp_font_of(gp_font font)
{
    return &fonts[font];
}

static void add_colour(gp_buffer *buffer, const char *property, gp_colour colour, gp_scheme scheme)
{
    if (colour == GP_COLOUR_NONE) return;
    uint32_t value = gp_colour_value(colour, scheme);
    char digits[8] = "#";
    for (int i = 0; i < 6; i++) digits[1 + i] = "0123456789abcdef"[value >> (20 - 4 * i) & 0xF];
    gp_add_text(buffer, property);
    gp_add_bytes(buffer, digits, 7);
    gp_add_text(buffer, ";");
}

static void add_rules(gp_buffer *buffer, const gp_style_rule *added, size_t count, gp_scheme scheme)
{
    for (size_t i = 0; i < count; i++) {
        gp_add_text(buffer, added[i].selector);
        gp_add_text(buffer, "{");
        add_colour(buffer, "fill:", added[i].fill, scheme);
        add_colour(buffer, "stroke:", added[i].stroke, scheme);
        gp_add_text(buffer, "}\n");
    }
}

static void add_scheme(gp_buffer *buffer, const gp_style *own, const gp_style *more,
                       gp_scheme scheme)
{
    add_rules(buffer, rules, sizeof rules / sizeof *rules, scheme);
    if (own) add_rules(buffer, own->rules, own->rule_count, scheme);
    for (; more; more = more->next) add_rules(buffer, more->rules, more->rule_count, scheme);
}

void gp_add_style(gp_buffer *buffer, gp_theme theme, const gp_style *own, const gp_style *more,
                  bool is_tall)
{
    add_scheme(buffer, own, more, gp_scheme_of(theme));
    gp_add_text(buffer, shapes);
    if (own) gp_add_text(buffer, own->shapes);
    for (const gp_style *style = more; style; style = style->next)
        gp_add_text(buffer, style->shapes);
    for (int i = 0; i < GP_FONTS; i++) {
        gp_add_text(buffer, ".");
        gp_add_text(buffer, fonts[i].name);
        gp_add_text(buffer, "{font-size:");
        gp_add_tenths(buffer, fonts[i].size);
        gp_add_text(buffer, fonts[i].is_bold ? "px;font-weight:700}\n" : "px}\n");
    }
    if (theme == GP_THEME_DEFAULT) {
        gp_add_text(buffer, "@media screen and (prefers-color-scheme:dark){\n");
        add_scheme(buffer, own, more, GP_SCHEME_DARK);
        gp_add_text(buffer, "}\n");
    }
    gp_add_text(buffer, "@media print{svg.groeipad{width:100%;height:auto;max-height:100vh}}\n"
                        "@page{margin:10mm;size:A3 ");
    gp_add_text(buffer, is_tall ? "portrait}\n" : "landscape}\n");
}
