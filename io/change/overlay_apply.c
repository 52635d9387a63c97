/* SPDX-License-Identifier: MIT
 * Makes the changes of an overlay to what passes the door, and at the end what is new. */
#include "io/change/members.h"
#include "io/change/overlay.h"

#include <cjson/cJSON.h>
#include <string.h>

#define DROPPED_FEW 8

gp_status gp_use_overlay(gp_records *records, const gp_overlay *overlay)
{
    gp_overlay_seen *seen = GP_NEW(records->job, gp_overlay_seen, 1);
    if (!seen) return gp_no_memory(records->job);
    seen->names = GP_NEW(records->job, bool, overlay->names.texts.count + 1);
    seen->listed.size = sizeof(const char *);
    seen->workshop = gp_new_workshop(records->job);
    seen->tree = gp_new_tree(records->job);
    if (!seen->names || !seen->workshop || !seen->tree) return gp_no_memory(records->job);
    records->overlay = overlay;
    records->change_sources = overlay->sources;
    records->overlay_seen = seen;
    return GP_OK;
}

gp_status gp_join_seen(gp_records *records, const gp_records *part)
{
    if (!records->overlay) return GP_OK;
    const gp_array *listed = &part->overlay_seen->listed;
    for (size_t i = 0; i < records->overlay->names.texts.count; i++)
        records->overlay_seen->names[i] |= part->overlay_seen->names[i];
    bool is_joined = listed->count == 0 || gp_push(records->job, &records->overlay_seen->listed,
                                                   listed->data, listed->count);
    return is_joined ? GP_OK : gp_no_memory(records->job);
}

/* A record or a value under construction. */
typedef struct making {
    gp_records *records;
    const gp_overlay *overlay;
    cJSON *tree;               /* NULL: it is not there, or no longer */
    const char *section;       /* the list that it is in */
    uint32_t dropped, emptied; /* how many of the overlay's were seen to */
} making;

static const gp_change_step *step_at(const gp_overlay *overlay, uint32_t step)
{
    return (const gp_change_step *)overlay->steps.data + step;
}

/* The setting whose name is nearest; NULL: none is near. */
static const char *nearest_setting(const char *text)
{
    const char *names[GP_ROWS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < gp_top_kind.count; i++)
        if (!gp_top_kind.keys[i].detail) names[count++] = gp_top_kind.keys[i].name;
    return gp_nearest_text(text, names, count);
}

/* The nearest of the records in the same list, as "risks\tsupplier" is in that of risks; of risks
 * where the name is that of no list. In *out NULL: none is near. */
static gp_status find_nearest_listed(const making *m, const char *name, const char **out)
{
    const gp_array *listed = &m->records->overlay_seen->listed;
    const char *tab = strchr(name, '\t'), *list = tab ? name : "risks\t";
    size_t before = tab ? (size_t)(tab + 1 - name) : strlen(list), count = 0;
    const char **ids = GP_NEW(m->records->job, const char *, listed->count);
    if (!ids) return gp_no_memory(m->records->job);
    for (size_t i = 0; i < listed->count; i++) {
        const char *other = ((const char *const *)listed->data)[i];
        if (strncmp(other, list, before) == 0) ids[count++] = other + before;
    }
    *out = gp_nearest_text(tab ? tab + 1 : name, ids, count);
    if (tab || !*out) return GP_OK;
    gp_buffer *target = gp_new_buffer(m->records->job);
    size_t size;
    if (!target) return gp_no_memory(m->records->job);
    gp_add_text(target, "risks.");
    gp_add_text(target, *out);
    return gp_finish_buffer(target, out, &size);
}

static gp_status lacks_record(const making *m, const gp_change_step *step, uint32_t name)
{
    const char *full = gp_name(&m->overlay->names, name), *tab = strchr(full, '\t');
    const char *shown = tab ? tab + 1 : full;
    const char *nearest = tab ? NULL : gp_draft_nearest(m->records->draft, shown);
    if (!tab && !nearest) nearest = nearest_setting(shown);
    if (!nearest) GP_TRY(find_nearest_listed(m, full, &nearest));
    return gp_report_lack(m->records->job, step->place, shown, nearest);
}

/* Reports what a step names and is not there, where it is named. */
static gp_status report_lack(const making *m, const gp_change_step *step, const gp_merge *merging)
{
    gp_place place = step->place;
    if (!merging->lacks) return GP_OK;
    if (merging->lacks_place.line) place = merging->lacks_place;
    gp_cell_place cell; /* in a sheet all of a cell is at one place */
    bool is_cell = gp_find_cell(m->records->job, place, NULL, &cell);
    if (merging->lacks_column && !is_cell) {
        uint32_t column = (uint32_t)place.column + merging->lacks_column - step->drop.id.column;
        place = gp_place_at(place.source, (uint32_t)place.line, column);
    }
    return gp_report_lack(m->records->job, place, merging->lacks, merging->nearest);
}

static gp_status merge(making *m, const gp_change_step *step)
{
    gp_workshop *workshop = m->records->overlay_seen->workshop;
    gp_merge merging = {.workshop = workshop, .from = step->from, .is_strict = step->is_strict};
    if (!step->change)
        GP_TRY(gp_drop_target(&merging, m->tree, &step->drop));
    else
        GP_TRY(gp_merge_record(&merging, m->tree, step->change));
    if (workshop->has_failed) return gp_no_memory(m->records->job);
    return report_lack(m, step, &merging);
}

/* A record that was not there is taken as it is written: only null says nothing, but for keys of
 * the user's own. */
static gp_status take_whole(making *m, const gp_change_step *step)
{
    gp_workshop *workshop = m->records->overlay_seen->workshop;
    m->section = step->section;
    m->tree = gp_copy_into(workshop, step->change, step->from, NULL);
    if (!m->tree) return gp_no_memory(m->records->job);
    for (cJSON *member = m->tree->child, *next; member; member = next) {
        next = member->next;
        if (cJSON_IsNull(member) && strncmp(member->string, "x-", 2) != 0)
            gp_take_out(m->tree, member);
    }
    return GP_OK;
}

/* Makes one step to a record. */
static gp_status make_step(making *m, const gp_change_step *step, uint32_t name)
{
    if (step->is_whole && m->tree) {
        m->tree = NULL;
        return GP_OK;
    }
    if (!m->tree && !step->section) return lacks_record(m, step, name);
    return m->tree ? merge(m, step) : take_whole(m, step);
}

/* A correlation of less than two is none. */
static bool is_left_alone(const making *m)
{
    const cJSON *ids = gp_member_of(m->tree, "ids");
    bool is_correlation = m->section && strcmp(m->section, "correlations") == 0;
    return is_correlation && cJSON_IsArray(ids) && !(ids->child && ids->child->next);
}

static bool is_measure(const char *section)
{
    return section && strcmp(section, "measures") == 0;
}

/* Up to a layer: takes out requirements on records that layers take out, and the record itself
 * where they take out its list. */
static void drop_until(making *m, uint32_t layer)
{
    const uint32_t *dropped = m->overlay->dropped.data;
    const gp_emptied *emptied = m->overlay->emptied.data;
    for (; m->dropped < m->overlay->dropped.count; m->dropped++) {
        const gp_change_step *step = step_at(m->overlay, dropped[m->dropped]);
        if (step->layer > layer) break;
        bool is_of_measures = is_measure(step->drop.section);
        if (m->tree && is_of_measures && is_measure(m->section))
            gp_drop_measure(m->tree, step->drop.id.text);
        if (m->tree && !is_of_measures && !is_measure(m->section))
            gp_drop_references(m->tree, step->drop.id.text);
        if (m->tree && is_left_alone(m)) m->tree = NULL;
    }
    for (; m->emptied < m->overlay->emptied.count; m->emptied++) {
        if (emptied[m->emptied].layer > layer) break;
        if (m->tree && strcmp(emptied[m->emptied].section, m->section) == 0) m->tree = NULL;
    }
}

/* Makes all steps, layer by layer. In a layer what is taken out goes first. */
static gp_status make_all(making *m, uint32_t name)
{
    uint32_t at = name == GP_NONE ? GP_NONE : ((const uint32_t *)m->overlay->firsts.data)[name];
    for (; at != GP_NONE; at = step_at(m->overlay, at)->next) {
        const gp_change_step *step = step_at(m->overlay, at);
        drop_until(m, step->change ? step->layer : step->layer - 1);
        GP_TRY(make_step(m, step, name));
    }
    drop_until(m, m->overlay->layers);
    return GP_OK;
}

static const gp_key *row_of(const char *section)
{
    for (size_t i = 0; i < gp_top_kind.count; i++)
        if (strcmp(gp_top_kind.keys[i].name, section) == 0) return &gp_top_kind.keys[i];
    return NULL;
}

/* What came of it, as a tree that a reader built. */
static gp_status finish(making *m, const char *name, gp_changed *out)
{
    gp_overlay_seen *seen = m->records->overlay_seen;
    *out = (gp_changed){.is_changed = true};
    if (!m->tree) return GP_OK;
    gp_build_from(seen->workshop, m->tree, seen->tree);
    out->name = name;
    out->row = row_of(name);
    out->built = seen->tree;
    return gp_finish_tree(seen->tree, &out->tree);
}

static gp_standings standings_of(const gp_records *records)
{
    return (gp_standings){
        .entries = records->entries, .sources = records->sources, .source = records->source};
}

static bool is_dropped(const gp_overlay *overlay, const char *id)
{
    const uint32_t *dropped = overlay->dropped.data;
    for (uint32_t i = 0; i < overlay->dropped.count; i++)
        if (strcmp(step_at(overlay, dropped[i])->drop.id.text, id) == 0) return true;
    return false;
}

/* Is any text of a tree the id of a record that is taken out? With more than a few of those a copy
 * costs less than asking. */
static bool names_dropped(const gp_overlay *overlay, const cJSON *tree)
{
    const cJSON *open[GP_TREE_DEPTH_MAX + 2];
    size_t depth = 0;
    if (overlay->dropped.count > DROPPED_FEW) return true;
    for (const cJSON *node = tree; node;) {
        if (cJSON_IsString(node) && is_dropped(overlay, node->valuestring)) return true;
        if (node->child && depth <= GP_TREE_DEPTH_MAX) {
            open[depth++] = node;
            node = node->child;
            continue;
        }
        while (depth && !node->next) node = open[--depth];
        node = depth ? node->next : NULL;
    }
    return false;
}

/* May the record name one that is taken out, or be in a list that is? */
static bool rests_on_dropped(const gp_overlay *overlay, const gp_key *key, const cJSON *tree)
{
    const gp_section *section = key->detail;
    bool is_planned = section->read == gp_read_capability || section->read == gp_read_intervention;
    bool is_naming = section->read == gp_read_risk || section->read == gp_read_correlation ||
                     section->read == gp_read_measure;
    if (!is_planned && overlay->emptied.count) return true;
    if (!is_planned && !is_naming) return false;
    return overlay->dropped.count && names_dropped(overlay, tree);
}

gp_status gp_overlay_record(gp_records *records, const gp_key *key, const cJSON *tree,
                            gp_changed *out)
{
    const gp_overlay *overlay = records->overlay;
    const char *identity = gp_record_identity(records->job, key->name, tree);
    const char *named = identity ? gp_changed_name(records->job, key->name, identity) : NULL;
    uint32_t name = named ? gp_find_name(&overlay->names, named, strlen(named)) : GP_NONE;
    *out = (gp_changed){.is_changed = false};
    if (named && strchr(named, '\t') &&
        !gp_push(records->job, &records->overlay_seen->listed, &named, 1))
        return gp_no_memory(records->job);
    if (!cJSON_IsObject(tree) || (name == GP_NONE && !rests_on_dropped(overlay, key, tree)))
        return GP_OK;
    making m = {.records = records, .overlay = overlay, .section = key->name};
    gp_clear_workshop(records->overlay_seen->workshop);
    m.tree = gp_copy_into(records->overlay_seen->workshop, tree, standings_of(records), NULL);
    if (!m.tree) return gp_no_memory(records->job);
    if (name != GP_NONE) records->overlay_seen->names[name] = true;
    GP_TRY(make_all(&m, name));
    return finish(&m, m.section, out);
}

/* ---- settings ---- */

/* The value of a setting lies under its key in an object, so that it is merged as any member is. */
static gp_status make_value(making *m, uint32_t name, const char *key)
{
    gp_workshop *workshop = m->records->overlay_seen->workshop;
    for (uint32_t at = ((const uint32_t *)m->overlay->firsts.data)[name]; at != GP_NONE;
         at = step_at(m->overlay, at)->next) {
        const gp_change_step *step = step_at(m->overlay, at);
        gp_merge merging = {.workshop = workshop, .from = step->from};
        if (step->change) {
            cJSON change = {.type = cJSON_Object, .child = (cJSON *)(uintptr_t)step->change};
            cJSON *alone = gp_copy_into(workshop, step->change, step->from, key);
            if (!alone) return gp_no_memory(m->records->job);
            merging.from = (gp_standings){.workshop = workshop};
            change.child = alone;
            GP_TRY(gp_merge_object(&merging, m->tree, &change, NULL));
        } else {
            gp_target target = step->drop;
            memmove(&target.keys[1], &target.keys[0], sizeof target.keys - sizeof target.keys[0]);
            target.keys[0] = target.id;
            target.key_count++;
            GP_TRY(gp_drop_target(&merging, m->tree, &target));
        }
        GP_TRY(report_lack(m, step, &merging));
    }
    return workshop->has_failed ? gp_no_memory(m->records->job) : GP_OK;
}

static gp_status change_value(gp_records *records, uint32_t name, const char *key,
                              const cJSON *tree, gp_changed *out)
{
    gp_workshop *workshop = records->overlay_seen->workshop;
    making m = {.records = records, .overlay = records->overlay, .section = key};
    gp_clear_workshop(workshop);
    m.tree = gp_make_node(workshop, cJSON_Object, (gp_standing){.source = 0});
    if (!m.tree) return gp_no_memory(records->job);
    if (tree) {
        cJSON *copy = gp_copy_into(workshop, tree, standings_of(records), key);
        if (!copy) return gp_no_memory(records->job);
        gp_put_last(m.tree, copy);
    }
    GP_TRY(make_value(&m, name, key));
    m.tree = gp_member_of(m.tree, key);
    return finish(&m, key, out);
}

gp_status gp_overlay_value(gp_records *records, const char *name, const cJSON *tree,
                           gp_changed *out)
{
    const char *named = gp_changed_name(records->job, NULL, name);
    if (!named) return gp_no_memory(records->job);
    uint32_t number = gp_find_name(&records->overlay->names, named, strlen(named));
    *out = (gp_changed){.is_changed = false};
    if (number == GP_NONE) return GP_OK;
    records->overlay_seen->names[number] = true;
    return change_value(records, number, name, tree, out);
}

/* ---- what is new ---- */

static gp_status make_new(gp_records *records, uint32_t name, gp_changed *out)
{
    const gp_overlay *overlay = records->overlay;
    making m = {.records = records, .overlay = overlay};
    const char *text = gp_name(&overlay->names, name);
    const gp_change_step *first = step_at(overlay, ((const uint32_t *)overlay->firsts.data)[name]);
    if (text[0] == '\t' && (!first->section || !*first->section))
        return change_value(records, name, text + 1, NULL, out);
    gp_clear_workshop(records->overlay_seen->workshop);
    GP_TRY(make_all(&m, name));
    return finish(&m, m.section, out);
}

gp_status gp_next_new(gp_records *records, uint32_t *at, gp_changed *out)
{
    *out = (gp_changed){.is_changed = false};
    while (*at < records->overlay->names.texts.count) {
        uint32_t name = (*at)++;
        if (!records->overlay_seen->names[name]) return make_new(records, name, out);
    }
    return GP_OK;
}
