/* SPDX-License-Identifier: MIT
 * The versions of records. Most records are about one edit at most: OLD and NEW have all versions
 * of those. For the others portfolios are made with part of the edits, each for a version of as
 * many records as possible. */
#include "core/world_records.h"

/* ---- the versions that are not known yet ---- */

typedef struct making {
    gp_world_source *source;
    gp_records_of_worlds *records;
    bool *is_marked, *is_settled; /* by unit, in the world that is being put together */
    bool is_single;               /* one record a world: another one failed */
} making;

/* Can a version have its place in the world that is being put together? */
static bool fits(const making *m, const uint32_t *units, uint32_t count, uint32_t version)
{
    for (uint32_t i = 0; i < count; i++)
        if (m->is_settled[units[i]] && m->is_marked[units[i]] != (version >> i & 1)) return false;
    return true;
}

static void settle(const making *m, const uint32_t *units, uint32_t count, uint32_t version)
{
    for (uint32_t i = 0; i < count; i++) {
        m->is_settled[units[i]] = true;
        m->is_marked[units[i]] = version >> i & 1;
    }
}

/* Puts a world together; the units of the first version in it. False: all are known. */
static bool put_together(const making *m, const uint32_t **units, uint32_t *count)
{
    const gp_records_of_worlds *records = m->records;
    memset(m->is_marked, 0, m->source->unit_count);
    memset(m->is_settled, 0, m->source->unit_count);
    *units = NULL;
    for (uint32_t r = 0; r <= records->count; r++) {
        bool is_settings = r == records->count;
        const gp_world_record *record = &records->records[r];
        const uint32_t *own = is_settings ? records->settings_units : record->units;
        uint32_t own_count = is_settings ? records->settings_unit_count : record->unit_count;
        for (uint32_t v = 1; own_count > 1 && v < 1u << own_count; v++) {
            bool is_known =
                is_settings ? records->settings[v].is_known : record->versions[v].is_known;
            if (is_known || !fits(m, own, own_count, v)) continue;
            settle(m, own, own_count, v);
            if (!*units) {
                *units = own;
                *count = own_count;
            }
            if (m->is_single) return true;
            break;
        }
    }
    return *units != NULL;
}

/* Makes the world and takes what it has. */
static gp_status make_one(const making *m, bool takes)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    if (!job) return gp_no_memory(m->source->job);
    gp_status status = gp_make_world(m->source, job, m->is_marked, &portfolio);
    if (status == GP_OK && takes)
        status = gp_take_versions(m->source, m->records, portfolio, m->is_marked, false, GP_NONE);
    gp_job_free(job);
    if (status == GP_NO_MEMORY) return gp_no_memory(m->source->job);
    return status == GP_OK || status == GP_INVALID ? status : GP_INTERNAL;
}

/* These units alone make no portfolio: they go together with the one that helps, or all that are
 * about the record do. */
static gp_status join_failed(const making *m, const uint32_t *units, uint32_t count)
{
    bool has_helped = false;
    for (uint32_t i = 0; i < count && !has_helped; i++) {
        if (m->is_marked[units[i]]) continue;
        m->is_marked[units[i]] = true;
        gp_status status = make_one(m, false);
        if (status != GP_OK && status != GP_INVALID) return status;
        has_helped = status == GP_OK;
        if (!has_helped) m->is_marked[units[i]] = false;
    }
    for (uint32_t i = 0; i < count && !has_helped; i++) m->is_marked[units[i]] = true;
    gp_join_units(m->source, m->is_marked);
    return GP_OK;
}

static gp_status make_unknown(gp_world_source *source, gp_records_of_worlds *records,
                              bool *has_joined)
{
    making m = {.source = source,
                .records = records,
                .is_marked = GP_NEW(source->job, bool, source->unit_count),
                .is_settled = GP_NEW(source->job, bool, source->unit_count)};
    const uint32_t *units;
    uint32_t count = 0;
    if (!m.is_marked || !m.is_settled) return gp_no_memory(source->job);
    while (put_together(&m, &units, &count)) {
        gp_status status = make_one(&m, true);
        if (status == GP_OK) continue;
        if (status != GP_INVALID) return status;
        if (m.is_single) {
            *has_joined = true;
            return join_failed(&m, units, count);
        }
        m.is_single = true;
    }
    return GP_OK;
}

/* ---- all ---- */

static gp_status intern_ids(gp_records_of_worlds *records, const gp_portfolio *portfolio)
{
    for (uint32_t i = 0; i < portfolio->symbol_count; i++)
        if (gp_intern(records->ids, portfolio->ids[i], strlen(portfolio->ids[i])) == GP_NONE)
            return GP_NO_MEMORY;
    return GP_OK;
}

static gp_status intern_edits(gp_records_of_worlds *records, const gp_edits *edits)
{
    for (uint32_t e = 0; e < edits->count; e++)
        for (uint32_t i = 0; i < edits->edits[e].require_count; i++) {
            const char *id = edits->edits[e].requires[i];
            if (gp_intern(records->ids, id, strlen(id)) == GP_NONE) return GP_NO_MEMORY;
        }
    return GP_OK;
}

static gp_status make_tables(gp_job *job, gp_records_of_worlds *records)
{
    size_t count = 0;
    for (uint32_t i = 0; i < records->count; i++)
        count += (size_t)1 << records->records[i].unit_count;
    gp_record_version *versions = GP_NEW(job, gp_record_version, count);
    records->settings = GP_NEW(job, gp_settings_version, (size_t)1 << records->settings_unit_count);
    if (!versions || !records->settings) return gp_no_memory(job);
    for (uint32_t i = 0; i < records->count; i++) {
        records->records[i].versions = versions;
        versions += (size_t)1 << records->records[i].unit_count;
    }
    return GP_OK;
}

static gp_status start(gp_world_source *source, gp_records_of_worlds *records)
{
    gp_job *job = source->job;
    *records = (gp_records_of_worlds){.ids = gp_new_names(job)};
    if (!records->ids || intern_ids(records, source->old) != GP_OK ||
        intern_ids(records, source->new) != GP_OK || intern_edits(records, source->edits) != GP_OK)
        return gp_no_memory(job);
    records->count = (uint32_t)records->ids->texts.count;
    records->records = GP_NEW(job, gp_world_record, (size_t)records->count + 1);
    if (!records->records) return gp_no_memory(job);
    return GP_OK;
}

gp_status gp_find_world_records(gp_world_source *source, gp_records_of_worlds *out,
                                bool *has_joined)
{
    bool *is_marked = GP_NEW(source->job, bool, source->unit_count);
    if (!is_marked) return gp_no_memory(source->job);
    *has_joined = false;
    GP_TRY(start(source, out));
    GP_TRY(gp_find_touched(source, out, has_joined));
    if (*has_joined) return GP_OK;
    GP_TRY(make_tables(source->job, out));
    out->links.size = sizeof(gp_link);
    GP_TRY(gp_take_versions(source, out, source->old, is_marked, true, 0));
    memset(is_marked, 1, source->unit_count);
    GP_TRY(gp_take_versions(source, out, source->new, is_marked, true, 1));
    return make_unknown(source, out, has_joined);
}
