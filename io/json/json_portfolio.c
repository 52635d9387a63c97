/* SPDX-License-Identifier: MIT
 * Writes a portfolio as JSON, to be read and compared by people: a record starts on a line of its
 * own, and lines are filled up to LINE_MAX columns, as one would by hand. */
#include "io/formats.h"
#include "io/json/json_write.h"
#include "io/tree.h"

#include <cjson/cJSON.h>
#include <string.h>

#define LINE_MAX 110

typedef struct writer {
    gp_buffer *buffer;
    uint32_t *widths; /* by a node's valueint: columns that it takes on one line */
    size_t column;
} writer;

/* ---- how wide is it? ---- */

static uint32_t width_of_text(const char *text)
{
    size_t width = 2;
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        bool is_short = byte == '"' || byte == '\\' || (byte != 0 && strchr("\n\r\t", byte));
        if (is_short)
            width += 2;
        else if (byte < 0x20 || byte == 0x7F)
            width += 6;
        else
            width += (byte & 0xC0) != 0x80;
    }
    return (uint32_t)width;
}

static uint32_t own_width(const cJSON *node)
{
    char digits[GP_NUMBER_TEXT_SIZE];
    switch (node->type) {
    case cJSON_String: return width_of_text(node->valuestring);
    case cJSON_Number: gp_print_number(node->valuedouble, digits); return (uint32_t)strlen(digits);
    case cJSON_False: return 5;
    case cJSON_True:
    case cJSON_NULL: return 4;
    default: return 2; /* brackets; the children add themselves */
    }
}

static uint32_t width_of_key(const cJSON *node)
{
    return node->string ? width_of_text(node->string) + 2 : 0;
}

static void add_to_parent(writer *w, const cJSON *parent, const cJSON *node)
{
    w->widths[parent->valueint] +=
        w->widths[node->valueint] + width_of_key(node) + (node->next ? 2 : 0);
}

/* A node is complete when its last child is: then it is added to its parent. */
static bool measure(writer *w, const gp_conversion *conversion)
{
    const cJSON *open[GP_TREE_DEPTH_MAX + 4];
    size_t depth = 0;
    w->widths = GP_NEW(conversion->job, uint32_t, gp_document_size(conversion->document));
    if (!w->widths) return false;
    for (const cJSON *node = conversion->document->top; node;) {
        w->widths[node->valueint] += own_width(node);
        if (node->child) {
            open[depth++] = node;
            node = node->child;
            continue;
        }
        while (depth) {
            add_to_parent(w, open[depth - 1], node);
            if (node->next) break;
            node = open[--depth];
        }
        node = depth ? node->next : NULL;
    }
    return true;
}

/* ---- lines ---- */

static void add(writer *w, const char *text, size_t columns)
{
    gp_add_text(w->buffer, text);
    w->column += columns;
}

static void start_line(writer *w, size_t indent)
{
    static const char blanks[] = "                                                                ";
    gp_add_bytes(w->buffer, "\n", 1);
    for (size_t left = indent; left;) {
        size_t size = left < sizeof blanks - 1 ? left : sizeof blanks - 1;
        gp_add_bytes(w->buffer, blanks, size);
        left -= size;
    }
    w->column = indent;
}

static void add_text(writer *w, const char *text)
{
    gp_json json = {.buffer = w->buffer};
    gp_json_text(&json, text);
    w->column += width_of_text(text);
}

static void add_scalar(writer *w, const cJSON *node)
{
    char digits[GP_NUMBER_TEXT_SIZE];
    switch (node->type) {
    case cJSON_String: add_text(w, node->valuestring); return;
    case cJSON_True: add(w, "true", 4); return;
    case cJSON_False: add(w, "false", 5); return;
    case cJSON_NULL: add(w, "null", 4); return;
    default: gp_print_number(node->valuedouble, digits); add(w, digits, strlen(digits));
    }
}

static bool is_container(const cJSON *node)
{
    return cJSON_IsObject(node) || cJSON_IsArray(node);
}

static void add_key(writer *w, const cJSON *node)
{
    if (!node->string) return;
    add_text(w, node->string);
    add(w, ": ", 2);
}

/* An open list or object: what comes next in it, and where its lines begin. */
typedef struct open_value {
    const cJSON *next;
    size_t indent;
    bool is_object, has_begun;
} open_value;

static open_value open_bracket(writer *w, const cJSON *node)
{
    bool is_object = cJSON_IsObject(node);
    add(w, is_object ? "{" : "[", 1);
    return (open_value){node->child, w->column, is_object, false};
}

/* How many brackets close right after a member of the innermost of the open values. */
static size_t count_closing(const open_value *stack, size_t depth, const cJSON *member)
{
    size_t count = 0;
    if (member->next) return 0;
    while (depth-- > 0) {
        count++;
        if (depth && stack[depth - 1].next) break;
    }
    return count;
}

/* Before a member: a comma, and a new line where it does not fit on this one. */
static void separate(writer *w, const open_value *stack, size_t depth, const cJSON *member)
{
    const open_value *open = &stack[depth - 1];
    size_t width = width_of_key(member) + w->widths[member->valueint];
    if (!open->has_begun) return;
    add(w, ",", 1);
    width += count_closing(stack, depth, member);
    if (w->column + 1 + width + 1 > LINE_MAX)
        start_line(w, open->indent);
    else
        add(w, " ", 1);
}

static void add_value(writer *w, const cJSON *value)
{
    open_value stack[GP_TREE_DEPTH_MAX + 2];
    size_t depth = 0;
    if (!is_container(value)) {
        add_scalar(w, value);
        return;
    }
    stack[depth++] = open_bracket(w, value);
    while (depth) {
        open_value *open = &stack[depth - 1];
        const cJSON *member = open->next;
        if (!member) {
            add(w, open->is_object ? "}" : "]", 1);
            depth--;
            continue;
        }
        separate(w, stack, depth, member);
        open->has_begun = true;
        open->next = member->next;
        add_key(w, member);
        if (is_container(member))
            stack[depth++] = open_bracket(w, member);
        else
            add_scalar(w, member);
    }
}

/* ---- the portfolio ---- */

static bool is_list_of_records(const cJSON *node)
{
    return cJSON_IsArray(node) && cJSON_IsObject(node->child);
}

/* Records, and what is too long for one line. */
static bool is_line_by_line(const writer *w, const cJSON *node)
{
    uint32_t width = 2 + width_of_key(node) + w->widths[node->valueint] + 1;
    return is_list_of_records(node) || (cJSON_IsArray(node) && width > LINE_MAX);
}

static void add_records(writer *w, const cJSON *list)
{
    add(w, "[", 1);
    for (const cJSON *record = list->child; record; record = record->next) {
        start_line(w, 4);
        add_value(w, record);
        if (record->next) add(w, ",", 1);
    }
    start_line(w, 2);
    add(w, "]", 1);
}

gp_status gp_write_portfolio_json(const gp_conversion *conversion, gp_output *out)
{
    writer w = {.buffer = gp_new_buffer(conversion->job)};
    if (!w.buffer || !measure(&w, conversion)) return gp_no_memory(conversion->job);
    add(&w, "{", 1);
    const cJSON *first = conversion->document->top->child;
    bool was_list = false;
    for (const cJSON *member = first; member; member = member->next) {
        bool is_list = is_list_of_records(member);
        if (member != first && (is_list || was_list)) start_line(&w, 0); /* a blank line */
        was_list = is_list;
        start_line(&w, 2);
        add_key(&w, member);
        if (is_line_by_line(&w, member))
            add_records(&w, member);
        else
            add_value(&w, member);
        if (member->next) add(&w, ",", 1);
    }
    add(&w, "\n}\n", 0);
    return gp_finish_buffer(w.buffer, &out->text, &out->size);
}
