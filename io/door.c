/* SPDX-License-Identifier: MIT
 * Passes on what readers found: to the tables that make a portfolio of it, and to the document. */
#include "io/door.h"
#include "io/change/overlay.h"
#include "io/survey.h"

#include <cjson/cJSON.h>
#include <string.h>

void gp_begin(gp_records *records, const gp_input *input, gp_spot spot)
{
    records->source = input->source;
    records->sources = NULL;
    records->is_foreign = false;
    if (!records->first_place.line) records->first_place = gp_place_in(input->source, spot);
}

gp_status gp_refuse_input(gp_records *records, gp_spot spot, gp_argument problem,
                          gp_argument expected)
{
    records->is_incomplete = true;
    return gp_add_finding(records->job, &(gp_finding){.code = 101,
                                                      .place = gp_place_in(records->source, spot),
                                                      .arguments = {problem, expected}});
}

void gp_use_tree(gp_records *records, const gp_tree *tree)
{
    records->entries = tree->entries.data;
    records->sources = tree->has_sources ? tree->sources.data : NULL;
}

/* Only a file of changes has it: what it takes out. */
static bool is_drop(const gp_records *records, const char *name)
{
    return records->is_unjudged && strcmp(name, "drop") == 0;
}

gp_status gp_find_top(gp_records *records, const char *name, gp_place place, uint32_t *seen,
                      const gp_key **out)
{
    records->top_key = (gp_spot){(uint32_t)place.line, (uint32_t)place.column};
    *out = NULL;
    if (is_drop(records, name)) return GP_OK;
    GP_TRY(gp_find_key(records, &gp_top_kind, name, place, out));
    if (!*out) return gp_note_own_key(records, name, place);
    uint32_t bit = 1u << (*out - gp_top_kind.keys);
    if (*seen & bit) {
        *out = NULL;
        return gp_repeated_key(records, name, place);
    }
    *seen |= bit;
    return GP_OK;
}

/* Errors of which it is known what they put in doubt; of all others anything may be. */
static void place_errors(gp_records *records, uint32_t before)
{
    records->placed_errors += gp_count_file_errors(records->job) - before;
}

/* Takes what an overlay made, and lets the reader go on where it was. */
static gp_status take_changed(gp_records *records, const gp_changed *changed)
{
    const gp_entry *entries = records->entries;
    const uint8_t *sources = records->sources;
    const gp_overlay *overlay = records->overlay;
    const gp_key *row = changed->row;
    if (!changed->tree) return GP_OK;
    GP_TRY(gp_forget_refused(records, changed->built->entries.count));
    gp_use_tree(records, changed->built);
    records->overlay = NULL;
    gp_status status = !row          ? gp_take_other(records, changed->name, changed->tree)
                       : row->detail ? gp_take_record(records, row, changed->tree)
                                     : gp_take_value(records, row, changed->tree);
    records->overlay = overlay;
    records->entries = entries;
    records->sources = sources;
    return status;
}

gp_status gp_take_new(gp_records *records)
{
    gp_changed changed;
    uint32_t at = 0;
    if (!records->overlay) return GP_OK;
    for (;;) {
        GP_TRY(gp_next_new(records, &at, &changed));
        if (!changed.is_changed) return GP_OK;
        GP_TRY(take_changed(records, &changed));
    }
}

gp_status gp_take_record(gp_records *records, const gp_key *key, const cJSON *tree)
{
    const gp_section *section = key->detail;
    uint32_t before = gp_count_file_errors(records->job);
    gp_changed changed = {.is_changed = false};
    if (records->is_unjudged) return gp_add_record(records->document, records, key->name, tree);
    if (records->overlay) GP_TRY(gp_overlay_record(records, key, tree, &changed));
    if (changed.is_changed) return take_changed(records, &changed);
    if (records->survey) GP_TRY(gp_survey_record(records, key->name, tree));
    GP_TRY(section->read(records, tree));
    place_errors(records, before);
    if (!records->document || gp_is_refused(records, tree)) return GP_OK;
    return gp_add_record(records->document, records, key->name, tree);
}

gp_status gp_take_value(gp_records *records, const gp_key *key, const cJSON *tree)
{
    uint32_t before = gp_count_file_errors(records->job);
    gp_changed changed = {.is_changed = false};
    if (records->is_unjudged) return gp_add_value(records->document, records, key->name, tree);
    if (records->overlay) GP_TRY(gp_overlay_value(records, key->name, tree, &changed));
    if (changed.is_changed) return take_changed(records, &changed);
    /* A list where a text should be, or the other way round. */
    if (key->detail) return gp_wrong_type(records, key->name, tree, GP_A_LIST);
    if (records->survey) GP_TRY(gp_survey_setting(records, key->name, tree));
    GP_TRY(gp_read_setting(records, key, tree));
    if (gp_count_file_errors(records->job) != before && !(key->leaves & GP_PART_SETTINGS))
        gp_draft_lacks(records->draft, GP_PART_SETTINGS);
    place_errors(records, before);
    if (!records->document || gp_is_refused(records, tree)) return GP_OK;
    return gp_add_value(records->document, records, key->name, tree);
}

gp_status gp_take_other(gp_records *records, const char *name, const cJSON *tree)
{
    gp_changed changed = {.is_changed = false};
    if (records->overlay) GP_TRY(gp_overlay_value(records, name, tree, &changed));
    if (changed.is_changed) return take_changed(records, &changed);
    if (records->survey) GP_TRY(gp_survey_setting(records, name, tree));
    if (strcmp(name, GP_OWN_KEY) == 0) GP_TRY(gp_read_waivers(records, tree, NULL));
    return records->document ? gp_add_value(records->document, records, name, tree) : GP_OK;
}

/* A list of records that stands in one value. */
static gp_status take_each(gp_records *records, const gp_key *row, const cJSON *list)
{
    GP_TRY(gp_emit_empty(records, row->name));
    for (const cJSON *record = list->child; record; record = record->next)
        GP_TRY(gp_take_record(records, row, record));
    return GP_OK;
}

gp_status gp_emit(gp_records *records, const char *key, gp_tree *tree)
{
    const cJSON *root;
    const gp_key *row;
    GP_TRY(gp_finish_tree(tree, &root));
    gp_use_tree(records, tree);
    records->top_key.line = 0;
    GP_TRY(gp_forget_refused(records, tree->entries.count));
    gp_place place = gp_key_place_of(records, root);
    if (is_drop(records, key)) return gp_take_other(records, key, root);
    GP_TRY(gp_find_key(records, &gp_top_kind, key, place, &row));
    if (!row) {
        GP_TRY(gp_note_own_key(records, key, place));
        return gp_take_other(records, key, root);
    }
    if (!row->detail) return gp_take_value(records, row, root);
    return cJSON_IsArray(root) ? take_each(records, row, root) : gp_take_record(records, row, root);
}

gp_status gp_emit_empty(gp_records *records, const char *key)
{
    return records->document ? gp_add_empty_list(records->document, key) : GP_OK;
}
