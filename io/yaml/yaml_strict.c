/* SPDX-License-Identifier: MIT
 * What YAML 1.2 forbids and libyaml lets pass, so that the same file is not read here and refused
 * by the next tool: a comment without a blank before it, a text or list in brackets that goes on
 * further left than what it belongs to, and empty lines of blanks that make a block of text look
 * indented. Each is seen in the text between two places that libyaml gives. */
#include "io/yaml/yaml_strict.h"

#include <yaml.h>

static const gp_yaml_wrong fine;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && *at == ' ') at++;
    return at;
}

static const char *find_break(const char *at, const char *end)
{
    while (at < end && *at != '\n' && *at != '\r') at++;
    return at;
}

/* ---- comments ---- */

static gp_yaml_wrong wrong_comment(const char *at)
{
    return (gp_yaml_wrong){
        at, GP_WORDS("a '#' right behind something else", "een '#' direct achter iets anders"),
        GP_WORDS("a blank before the comment", "een spatie voor het commentaar")};
}

/* Between what was parsed there are only blanks, comments, and marks such as '-' and ':'. */
static gp_yaml_wrong check_comments(const gp_yaml_layout *layout, const char *end)
{
    for (const char *at = layout->seen; at < end; at++) {
        if (*at != '#') continue;
        if (at > layout->text && !is_blank(at[-1])) return wrong_comment(at);
        at = find_break(at, end);
    }
    return fine;
}

/* ---- lines that go on ---- */

/* Every further line of a text in quotes, or of what is in brackets, stands further right than the
 * list or map around it. Not so strict: a bracket that closes may stand right below, as many write.
 */
static gp_yaml_wrong check_lines(const char *first, const char *end, int64_t column, bool is_flow)
{
    for (const char *at = find_break(first, end); at < end; at = find_break(at, end)) {
        const char *line = ++at;
        at = skip_blanks(line, end);
        int64_t blanks = at - line;
        const char *word = at;
        while (word < end && is_blank(*word) && *word != '\n' && *word != '\r') word++;
        bool is_empty = word == end || is_blank(*word);
        bool may_stand = is_flow && (*word == '#' || *word == ']' || *word == '}');
        if (is_empty || may_stand || blanks > column) continue;
        return (gp_yaml_wrong){word,
                               GP_WORDS("a line that goes on too far to the left",
                                        "een regel die te ver naar links verdergaat"),
                               GP_WORDS("more blanks before it than before what it belongs to",
                                        "meer spaties ervoor dan voor dat waar hij bij hoort")};
    }
    return fine;
}

/* ---- blocks of text ---- */

/* Past an anchor and a tag, to the '|' or '>' of a block. */
static const char *skip_properties(const char *at, const char *end)
{
    while (at < end && *at != '|' && *at != '>') {
        if (*at == '#') at = find_break(at, end);
        while (at < end && !is_blank(*at)) at++;
        while (at < end && is_blank(*at)) at++;
    }
    return at;
}

/* How far right the text stands is taken from its first line, so no empty line before that may have
 * more blanks. */
static gp_yaml_wrong check_first_line(const gp_yaml_layout *layout, const char *at, int64_t column)
{
    int64_t widest = 0;
    while (at < layout->end) {
        const char *line = at + 1;
        at = skip_blanks(line, layout->end);
        bool is_empty = at == layout->end || *at == '\n' || *at == '\r';
        if (is_empty && at - line > widest) widest = at - line;
        if (is_empty) continue;
        if (at - line <= column || at - line >= widest) break;
        return (gp_yaml_wrong){at,
                               GP_WORDS("a text below empty lines that have more blanks",
                                        "een tekst onder lege regels met meer spaties"),
                               GP_WORDS("no blanks in empty lines", "geen spaties in lege regels")};
    }
    return fine;
}

static gp_yaml_wrong check_block(const gp_yaml_layout *layout, const char *first, const char *end,
                                 int64_t column)
{
    const char *at = skip_properties(first, end);
    bool has_width = false;
    if (at == end) return fine;
    for (at++; at < end && (*at == '+' || *at == '-' || (*at >= '0' && *at <= '9')); at++)
        has_width = has_width || (*at != '+' && *at != '-');
    if (at < end && *at == '#') return wrong_comment(at);
    return has_width ? fine : check_first_line(layout, find_break(at, layout->end), column);
}

/* ---- the walk ---- */

/* The column of the list or map that we are in; -1: none. */
static int64_t column_around(const gp_yaml_layout *layout)
{
    return layout->depth ? layout->columns[layout->depth - 1] : -1;
}

static void open_block(gp_yaml_layout *layout, bool is_list, const char *end, int64_t column)
{
    /* libyaml says where the first thing in it begins, but behind the '-' of a list that stands
     * right below its key. */
    if (is_list && *end != '-') column--;
    if (layout->depth <= GP_YAML_OPEN_MAX) layout->columns[layout->depth++] = column;
}

static gp_yaml_wrong close_one(gp_yaml_layout *layout, const char *end)
{
    if (layout->flow_depth == 0) {
        layout->depth--;
        return fine;
    }
    if (--layout->flow_depth) return fine;
    return check_lines(layout->flow, end, column_around(layout), true);
}

static gp_yaml_wrong check_scalar(const gp_yaml_layout *layout, yaml_scalar_style_t style,
                                  const char *first, const char *end)
{
    int64_t column = column_around(layout);
    if (layout->flow_depth || style == YAML_PLAIN_SCALAR_STYLE) return fine;
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
        return check_block(layout, first, end, column);
    return check_lines(first, end, column, false);
}

gp_yaml_wrong gp_check_yaml_layout(gp_yaml_layout *layout, const yaml_event_t *event,
                                   const char *first, const char *end, int64_t column)
{
    gp_yaml_wrong wrong = check_comments(layout, first);
    if (wrong.at) return wrong;
    if (end > layout->seen) layout->seen = end;
    bool is_list = event->type == YAML_SEQUENCE_START_EVENT, is_flow;
    switch (event->type) {
    case YAML_SCALAR_EVENT: return check_scalar(layout, event->data.scalar.style, first, end);
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
        is_flow = is_list ? event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
                          : event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        if (!is_flow)
            open_block(layout, is_list, end, column);
        else if (layout->flow_depth++ == 0)
            layout->flow = first;
        return fine;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT: return close_one(layout, end);
    default: return fine;
    }
}
