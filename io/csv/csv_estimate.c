/* SPDX-License-Identifier: MIT
 * An estimate in a cell, there and back: "2mo", "1mo/2mo/4mo", how its durations are spread after
 * it
 * ("1mo/2mo/4mo (triangular)"), or durations with their weights ("3mo (7) | 9mo (3)"). */
#include "io/csv/csv_part.h"

#include <cjson/cJSON.h>
#include <string.h>

static const char *const points[] = {"lead_time.min", "lead_time.likely", "lead_time.max", NULL};

/* "3mo (7)": splits what stands in brackets off. False: there is nothing. */
static bool split_brackets(gp_cell_part *p, gp_cell_part *inner)
{
    size_t open = p->size;
    if (!p->size || p->text[p->size - 1] != ')') return false;
    while (open && p->text[open - 1] != '(') open--;
    if (!open) return false;
    *inner = (gp_cell_part){p->text + open, p->size - open - 1};
    p->size = open - 1;
    while (p->size && p->text[p->size - 1] == ' ') p->size--;
    return true;
}

/* A number, or what stands there instead: the table then says what is expected. */
static void add_weight(gp_decoder *d, gp_cell_part p, gp_spot spot)
{
    char copy[GP_PART_SIZE_MAX + 1];
    double number;
    const char *text = gp_written_part(d, "weight", p, copy);
    if (text && gp_parse_number(text, strlen(text), &number))
        gp_add_number_node(d->tree, number, spot);
    else
        gp_add_text_node(d->tree, p.text, p.size, spot);
}

static void add_chance(gp_decoder *d, gp_cell_part p, gp_spot spot)
{
    gp_cell_part weight;
    bool has_weight = split_brackets(&p, &weight);
    gp_open_node(d->tree, '{', spot);
    gp_add_part_key(d, "lead_time", spot);
    gp_add_part(d, "lead_time", p, spot);
    if (has_weight) {
        gp_add_part_key(d, "weight", spot);
        add_weight(d, weight, spot);
    }
    gp_close_node(d->tree);
}

/* One duration with a weight is a list as well: a weight is a number, a spread a word. */
static bool is_list(gp_decoder *d, const char *text)
{
    char copy[GP_PART_SIZE_MAX + 1];
    gp_cell_part p, inner;
    double number;
    const char *at = text;
    if (strchr(text, '|')) return true;
    if (!gp_next_part(&at, "|", &p) || !split_brackets(&p, &inner)) return false;
    const char *weight = gp_written_part(d, "weight", inner, copy);
    return weight && gp_parse_number(weight, strlen(weight), &number);
}

static gp_status add_spread(gp_decoder *d, const gp_sheet_cell *cell, gp_cell_part p,
                            gp_cell_part word)
{
    gp_job *job = d->records->job;
    const char *text = gp_copy_text(job, p.text, p.size);
    if (!text) return gp_no_memory(job);
    gp_open_node(d->tree, '{', cell->spot);
    gp_add_cell_members(d, text, cell->spot, strchr(text, '/') ? points : points + 1);
    gp_add_part_key(d, "distribution", cell->spot);
    gp_add_part(d, "distribution", word, cell->spot);
    gp_close_node(d->tree);
    return GP_OK;
}

gp_status gp_decode_estimate(gp_decoder *d, const gp_sheet_cell *cell, const char *key)
{
    const char *at = cell->text;
    gp_cell_part p, word;
    if (is_list(d, cell->text)) {
        gp_open_node(d->tree, '[', cell->spot);
        while (gp_next_part(&at, "|", &p))
            if (p.size) add_chance(d, p, cell->spot);
        gp_close_node(d->tree);
        return GP_OK;
    }
    if (gp_next_part(&at, "|", &p) && split_brackets(&p, &word))
        return add_spread(d, cell, p, word);
    gp_add_cell_parts(d, cell, key, points);
    return GP_OK;
}

/* ---- there ---- */

/* "3mo (7) | 9mo (3)"; false: a key of the user's own stands in it. */
static bool encode_chances(gp_buffer *out, const cJSON *list, char point)
{
    for (const cJSON *item = list->child; item; item = item->next) {
        const cJSON *duration = cJSON_GetObjectItemCaseSensitive(item, "lead_time");
        const cJSON *weight = cJSON_GetObjectItemCaseSensitive(item, "weight");
        bool is_whole = cJSON_IsString(duration) && cJSON_IsNumber(weight);
        if (!is_whole || item->child->next->next) return false;
        if (item != list->child) gp_add_text(out, " | ");
        gp_add_text(out, duration->valuestring);
        gp_add_text(out, " (");
        char digits[GP_NUMBER_TEXT_SIZE];
        gp_print_number(weight->valuedouble, digits);
        char *written = strchr(digits, '.');
        if (written) *written = point;
        gp_add_text(out, digits);
        gp_add_text(out, ")");
    }
    return true;
}

bool gp_encode_estimate(gp_buffer *out, const cJSON *node, char point)
{
    static const char *const keys[] = {"min", "likely", "max"};
    size_t known = 0;
    if (cJSON_IsString(node)) {
        gp_add_text(out, node->valuestring);
        return true;
    }
    if (cJSON_IsArray(node)) return encode_chances(out, node, point);
    for (size_t i = 0; i < 3; i++) {
        const cJSON *part = cJSON_GetObjectItemCaseSensitive(node, keys[i]);
        if (i) gp_add_text(out, "/");
        if (part) gp_add_text(out, part->valuestring);
        known += part != NULL;
    }
    const cJSON *word = cJSON_GetObjectItemCaseSensitive(node, "distribution");
    if (word) {
        gp_add_text(out, " (");
        gp_add_text(out, word->valuestring);
        gp_add_text(out, ")");
    }
    known += word != NULL;
    for (const cJSON *member = node->child; member; member = member->next) known--;
    return known == 0;
}
