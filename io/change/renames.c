/* SPDX-License-Identifier: MIT
 * Guesses which record of OLD is which of NEW under another id: the one that went and the one that
 * came with the same name, or of the same kind and among the same neighbours, which are what it
 * requires and what requires it. Only what is plain is a guess: each of the two is the best for the
 * other, with nothing as good, and neither id stands for anything in the version of the other. */
#include "io/change/edits.h"
#include "io/json/json_compact.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

#define COMMON_MIN 3 /* neighbours; of two both must be the same, and of one nobody can tell */
#define CROWD 64     /* a neighbour of so many that came tells nothing */

/* A record that went, or one that came. */
typedef struct candidate {
    uint32_t symbol;
    uint32_t first, count;  /* its neighbours, ascending */
    uint32_t best, common;  /* the candidate of the other version that shares most, and how many */
    uint32_t either;        /* neighbours of the one or the other */
    bool is_tied, is_named; /* another is as good; the id stands in the other version */
} candidate;

/* `whose`: the candidate that has `neighbour`. */
typedef struct link {
    uint32_t whose, neighbour;
} link;

typedef struct search {
    gp_edit_sources *sources;
    gp_names names;                   /* of neighbours */
    gp_array candidates[GP_VERSIONS]; /* candidate: what went, what came */
    gp_array links[GP_VERSIONS];      /* link, by candidate then neighbour */
    uint32_t *numbers[GP_VERSIONS];   /* by symbol: its candidate, or GP_NONE */
} search;

static candidate *at(search *s, int version, uint32_t number)
{
    return (candidate *)s->candidates[version].data + number;
}

/* Lists the records that are in one version only. */
static gp_status list_candidates(search *s, int version)
{
    gp_edit_sources *sources = s->sources;
    s->candidates[version].size = sizeof(candidate);
    s->candidates[version].count = 0;
    s->links[version].size = sizeof(link);
    s->numbers[version] = GP_NEW(sources->job, uint32_t, sources->pairs.count);
    if (!s->numbers[version]) return gp_no_memory(sources->job);
    for (uint32_t symbol = 0; symbol < sources->pairs.count; symbol++) {
        const gp_pair *pair = gp_pair_of(sources, symbol);
        bool is_alone = pair->records[version] && !pair->records[!version];
        s->numbers[version][symbol] = is_alone ? (uint32_t)s->candidates[version].count : GP_NONE;
        candidate added = {.symbol = symbol, .best = GP_NONE};
        if (is_alone && !gp_push(sources->job, &s->candidates[version], &added, 1))
            return gp_no_memory(sources->job);
    }
    return GP_OK;
}

/* ---- who is beside whom ---- */

static gp_status add_link(search *s, int version, uint32_t number, const char *neighbour)
{
    if (number == GP_NONE) return GP_OK;
    uint32_t name = gp_intern(&s->names, neighbour, strlen(neighbour));
    if (name == GP_NONE || !gp_push(s->sources->job, &s->links[version], &(link){number, name}, 1))
        return gp_no_memory(s->sources->job);
    return GP_OK;
}

/* A record names another: the two are neighbours, unless it is only its parent. */
static gp_status note(search *s, int version, const char *owner, const char *target, bool is_parent)
{
    const gp_edit_sources *sources = s->sources;
    uint32_t from = gp_find_name(&sources->ids, owner, strlen(owner));
    uint32_t to = gp_find_name(&sources->ids, target, strlen(target));
    uint32_t other = to == GP_NONE ? GP_NONE : s->numbers[!version][to];
    if (other != GP_NONE) at(s, !version, other)->is_named = true;
    if (is_parent) return GP_OK;
    if (from != GP_NONE)
        GP_TRY(add_link(s, version, s->numbers[version][from],
                        gp_id_in_new(sources, version, target)));
    if (to == GP_NONE) return GP_OK;
    return add_link(s, version, s->numbers[version][to], gp_id_in_new(sources, version, owner));
}

static gp_status note_requires(search *s, int version, const char *owner, const cJSON *record)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(record, "requires");
    for (const cJSON *item = list ? list->child : NULL; item; item = item->next) {
        const cJSON *any =
            cJSON_IsObject(item) ? cJSON_GetObjectItemCaseSensitive(item, "any") : NULL;
        for (const cJSON *one = any ? any->child : item; one; one = any ? one->next : NULL) {
            const char *id = cJSON_IsString(one) ? one->valuestring : gp_text_of(one, "id");
            if (id) GP_TRY(note(s, version, owner, id, false));
        }
    }
    return GP_OK;
}

static gp_status note_record(search *s, int version, const cJSON *record)
{
    const char *id = gp_text_of(record, "id"), *parent = gp_text_of(record, "parent");
    if (!id) return GP_OK;
    if (parent) GP_TRY(note(s, version, id, parent, true));
    GP_TRY(note_requires(s, version, id, record));
    const cJSON *levels = cJSON_GetObjectItemCaseSensitive(record, "levels");
    for (const cJSON *entry = levels ? levels->child : NULL; entry; entry = entry->next)
        GP_TRY(note_requires(s, version, id, entry));
    return GP_OK;
}

static int compare_links(const void *left, const void *right)
{
    const link *a = left, *b = right;
    if (a->whose != b->whose) return a->whose < b->whose ? -1 : 1;
    return (a->neighbour > b->neighbour) - (a->neighbour < b->neighbour);
}

/* Puts the links in order, each once, and tells the candidates where theirs are. */
static void order_links(search *s, int version)
{
    link *links = s->links[version].data;
    size_t count = s->links[version].count, kept = 0;
    if (count > 1) qsort(links, count, sizeof *links, compare_links);
    for (size_t i = 0; i < count; i++) {
        if (kept && compare_links(&links[kept - 1], &links[i]) == 0) continue;
        links[kept++] = links[i];
        candidate *c = at(s, version, links[i].whose);
        if (c->count++ == 0) c->first = (uint32_t)kept - 1;
    }
    s->links[version].count = kept;
}

static gp_status note_version(search *s, int version)
{
    const cJSON *list = s->sources->documents[version]->top->child;
    for (; list; list = list->next)
        if (strcmp(list->string, "interventions") == 0 || strcmp(list->string, "capabilities") == 0)
            for (const cJSON *record = list->child; record; record = record->next)
                GP_TRY(note_record(s, version, record));
    order_links(s, version);
    return GP_OK;
}

/* ---- the best of each ---- */

static void offer(candidate *to, uint32_t number, uint32_t common, uint32_t either)
{
    uint64_t now = (uint64_t)common * to->either, before = (uint64_t)to->common * either;
    if (to->best != GP_NONE && now < before) return;
    to->is_tied = to->best != GP_NONE && now == before;
    if (to->is_tied) return;
    to->best = number;
    to->common = common;
    to->either = either;
}

/* Those that came beside each neighbour: counted, then filed. */
static gp_status file_links(search *s, uint32_t **first, uint32_t **filed)
{
    gp_job *job = s->sources->job;
    const link *links = s->links[GP_NEW].data;
    size_t count = s->links[GP_NEW].count, names = s->names.texts.count;
    *first = GP_NEW(job, uint32_t, names + 2);
    *filed = GP_NEW(job, uint32_t, count);
    if (!*first || !*filed) return gp_no_memory(job);
    for (size_t i = 0; i < count; i++) (*first)[links[i].neighbour + 2]++;
    for (size_t i = 2; i < names + 2; i++) (*first)[i] += (*first)[i - 1];
    for (size_t i = 0; i < count; i++)
        (*filed)[(*first)[links[i].neighbour + 1]++] = links[i].whose;
    return GP_OK;
}

static gp_status match_neighbours(search *s)
{
    gp_job *job = s->sources->job;
    const link *links = s->links[GP_OLD].data;
    uint32_t *first, *filed, met_count;
    uint32_t *common = GP_NEW(job, uint32_t, s->candidates[GP_NEW].count);
    uint32_t *met = GP_NEW(job, uint32_t, s->candidates[GP_NEW].count);
    if (!common || !met) return gp_no_memory(job);
    GP_TRY(file_links(s, &first, &filed));
    for (uint32_t i = 0; i < s->candidates[GP_OLD].count; i++) {
        candidate *old = at(s, GP_OLD, i);
        met_count = 0;
        for (uint32_t k = old->first; k < old->first + old->count; k++) {
            uint32_t from = first[links[k].neighbour], to = first[links[k].neighbour + 1];
            if (to - from > CROWD) continue;
            for (; from < to; from++)
                if (common[filed[from]]++ == 0) met[met_count++] = filed[from];
        }
        for (uint32_t k = 0; k < met_count; k++) {
            candidate *new = at(s, GP_NEW, met[k]);
            uint32_t both = common[met[k]], either = old->count + new->count - both;
            common[met[k]] = 0;
            bool is_alike = both >= COMMON_MIN ? 3 * both >= 2 * either : both == 2 && either == 2;
            if (!is_alike) continue;
            if (gp_pair_of(s->sources, old->symbol)->kinds[GP_OLD] !=
                gp_pair_of(s->sources, new->symbol)->kinds[GP_NEW])
                continue;
            offer(old, met[k], both, either);
            offer(new, i, both, either);
        }
    }
    return GP_OK;
}

/* A name that one record that went has, and one that came. */
static gp_status match_names(search *s)
{
    gp_job *job = s->sources->job;
    gp_names *names = gp_new_names(job);
    size_t most = s->candidates[GP_OLD].count + s->candidates[GP_NEW].count;
    uint32_t *seen[GP_VERSIONS] = {GP_NEW(job, uint32_t, most), GP_NEW(job, uint32_t, most)};
    if (!names || !seen[GP_OLD] || !seen[GP_NEW]) return gp_no_memory(job);
    for (int version = 0; version < GP_VERSIONS; version++)
        for (uint32_t i = 0; i < s->candidates[version].count; i++) {
            const gp_pair *pair = gp_pair_of(s->sources, at(s, version, i)->symbol);
            const char *name = gp_text_of(pair->records[version], "name");
            uint32_t number = name ? gp_intern(names, name, strlen(name)) : GP_NONE;
            if (name && number == GP_NONE) return gp_no_memory(job);
            if (name) seen[version][number] = seen[version][number] ? GP_NONE : i + 1;
        }
    for (uint32_t i = 0; i < names->texts.count; i++) {
        uint32_t old = seen[GP_OLD][i], new = seen[GP_NEW][i];
        if (!old || !new || old == GP_NONE || new == GP_NONE) continue;
        at(s, GP_OLD, old - 1)->best = new - 1;
        at(s, GP_NEW, new - 1)->best = old - 1;
    }
    return GP_OK;
}

/* ---- what comes of it ---- */

static gp_status rename_record(gp_edit_sources *sources, uint32_t old, uint32_t new)
{
    gp_job *job = sources->job;
    gp_pair *from = gp_pair_of(sources, old), *to = gp_pair_of(sources, new);
    const cJSON *ids[] = {cJSON_GetObjectItemCaseSensitive(from->records[GP_OLD], "id"),
                          cJSON_GetObjectItemCaseSensitive(to->records[GP_NEW], "id")};
    gp_edit_row row = {.edit = {.what = GP_EDIT_RENAMED,
                                .kind = to->kinds[GP_NEW],
                                .id = gp_name(&sources->ids, new),
                                .old_id = gp_name(&sources->ids, old),
                                .place = gp_document_place(sources->documents[GP_NEW], ids[1])},
                       .origin.symbol = new};
    GP_TRY(gp_copy_json(job, ids[0], &row.edit.old_value));
    GP_TRY(gp_copy_json(job, ids[1], &row.edit.new_value));
    to->records[GP_OLD] = from->records[GP_OLD];
    to->kinds[GP_OLD] = from->kinds[GP_OLD];
    to->position = from->position;
    from->records[GP_OLD] = NULL;
    from->renamed = new;
    return gp_push(job, &sources->rows, &row, 1) ? GP_OK : gp_no_memory(job);
}

static gp_status rename_all(search *s)
{
    for (uint32_t i = 0; i < s->candidates[GP_OLD].count; i++) {
        const candidate *old = at(s, GP_OLD, i);
        if (old->best == GP_NONE || old->is_tied || old->is_named) continue;
        const candidate *new = at(s, GP_NEW, old->best);
        if (new->best != i || new->is_tied || new->is_named) continue;
        GP_TRY(rename_record(s->sources, old->symbol, new->symbol));
    }
    return GP_OK;
}

static gp_status find(gp_edit_sources *sources, gp_status (*match)(search *))
{
    search *s = GP_NEW(sources->job, search, 1);
    if (!s) return gp_no_memory(sources->job);
    s->sources = sources;
    gp_init_names(&s->names, sources->job);
    for (int version = 0; version < GP_VERSIONS; version++) GP_TRY(list_candidates(s, version));
    if (s->candidates[GP_OLD].count == 0 || s->candidates[GP_NEW].count == 0) return GP_OK;
    for (int version = 0; version < GP_VERSIONS; version++) GP_TRY(note_version(s, version));
    GP_TRY(match(s));
    return rename_all(s);
}

/* Names first: neighbours that were renamed are then the same ones. */
gp_status gp_find_renames(gp_edit_sources *sources)
{
    GP_TRY(find(sources, match_names));
    return find(sources, match_neighbours);
}
