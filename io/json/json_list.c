/* SPDX-License-Identifier: MIT
 * Reads the values of a list or an object. Only one of them at a time is in memory as a tree,
 * which takes a third of the time and an eighth of the memory of a tree of the whole file. */
#include "io/json/json_list.h"
#include "io/json/json_ahead.h"

#include <cjson/cJSON.h>

void gp_start_reader(gp_json_reader *r, gp_records *records, gp_input *input)
{
    *r = (gp_json_reader){.records = records};
    gp_start_walk(&r->walk, records->job, input);
    records->source = input->source;
}

void gp_end_reader(gp_json_reader *r)
{
    r->records->entries = NULL;
    gp_free_nodes(&r->nodes);
    gp_end_walk(&r->walk);
}

/* A value could not be read; what is after it can. */
static void lose_value(gp_records *records, const gp_key *key)
{
    const gp_section *section = key->detail;
    records->placed_errors++;
    if (section)
        gp_draft_lacks(records->draft, section->hides);
    else
        gp_draft_lacks(records->draft, GP_PART_SETTINGS & ~key->leaves);
}

gp_status gp_read_json_value(gp_json_reader *r, const gp_key *key, gp_take_tree *take)
{
    bool is_sound;
    r->walk.scan.is_skipping = take == NULL;
    GP_TRY(gp_walk_value(&r->walk, &is_sound));
    if (!is_sound && key) lose_value(r->records, key);
    if (!is_sound || !take) return GP_OK;
    cJSON *tree = gp_make_tree(&r->nodes, &r->walk.scan, r->walk.input->window);
    if (!tree) return gp_no_memory(r->records->job);
    r->records->entries = r->walk.scan.values.entries;
    return take(r, key, tree);
}

const gp_separator gp_in_list = {']', '{', GP_WORDS_ROW("',' or ']'", "',' of ']'"),
                                 GP_WORDS_ROW("a value", "een waarde")};
const gp_separator gp_in_object = {'}', '"', GP_WORDS_ROW("',' or '}'", "',' of '}'"),
                                   GP_WORDS_ROW("\"key\"", "\"sleutel\"")};

gp_status gp_pass_comma(gp_json_reader *r, const gp_separator *s, bool *is_more)
{
    gp_json_walk *walk = &r->walk;
    char next;
    *is_more = false;
    GP_TRY(gp_walk_blank(walk, &next));
    if (next != s->close && next != ',') {
        GP_TRY(gp_walk_refuse(walk, s->expected));
        *is_more = next == s->next;
        if (*is_more) { /* only the comma is lacking */
            r->records->placed_errors++;
            return GP_OK;
        }
        GP_TRY(gp_skip_broken(walk));
        next = *walk->scan.position.at;
        walk->is_stopped = walk->is_stopped || (next != s->close && next != ',');
        if (walk->is_stopped) return GP_OK;
    }
    walk->scan.position.at++;
    if (next == s->close) return GP_OK;
    GP_TRY(gp_walk_blank(walk, &next));
    *is_more = next != s->close;
    if (*is_more) return GP_OK;
    GP_TRY(gp_walk_refuse(walk, s->expected_next));
    r->records->placed_errors++; /* a comma too many */
    walk->scan.position.at++;
    return GP_OK;
}

static gp_status read_elements(gp_json_reader *r, const gp_key *key, gp_take_tree *take,
                               gp_json_ahead *ahead)
{
    bool is_more = true;
    while (is_more) {
        GP_TRY(gp_read_json_value(r, key, take));
        if (r->walk.is_stopped) return GP_OK;
        GP_TRY(gp_pass_comma(r, &gp_in_list, &is_more));
        if (r->walk.is_stopped) return GP_OK;
        if (is_more) GP_TRY(gp_look_ahead(ahead, r, key, take, &is_more));
    }
    return GP_OK;
}

gp_status gp_read_json_list(gp_json_reader *r, const gp_key *key, gp_take_tree *take)
{
    char next;
    gp_json_ahead ahead = {0};
    r->walk.scan.position.at++;
    GP_TRY(gp_walk_blank(&r->walk, &next));
    if (next == ']') {
        r->walk.scan.position.at++;
        return GP_OK;
    }
    gp_status status = read_elements(r, key, take, &ahead);
    gp_end_ahead(&ahead);
    return status;
}
