/* SPDX-License-Identifier: MIT
 * The ids of a draft, and what is not known of their records where an input holds mistakes, so that
 * the rest can still be judged. Where nothing is wrong nothing of that is kept. */
#include "core/draft.h"
#include "core/nearest.h"

#include <string.h>

uint32_t gp_draft_symbol(gp_draft *draft, const char *id, size_t size)
{
    uint32_t symbol = gp_intern(&draft->names, id, size);
    if (symbol != GP_NONE && symbol == draft->items.count &&
        !gp_push(draft->job, &draft->items, &(gp_item){GP_ITEM_MISSING, GP_NONE}, 1))
        return GP_NONE;
    return symbol;
}

void gp_draft_lacks(gp_draft *draft, unsigned parts)
{
    draft->unknown |= (uint16_t)parts;
}

gp_status gp_draft_doubt(gp_draft *draft, uint32_t symbol, unsigned parts)
{
    gp_doubt added = {symbol, (uint16_t)(parts | GP_PART_RECORD)};
    draft->unknown |= (uint16_t)(parts & GP_PART_REQUIREMENTS);
    return gp_push(draft->job, &draft->doubts, &added, 1) ? GP_OK : gp_no_memory(draft->job);
}

/* Ids cannot hold control characters, so nobody else can have this one. */
uint32_t gp_draft_nameless(gp_draft *draft, const char *shown)
{
    char id[16] = "\x01";
    size_t size = 1;
    for (size_t rest = draft->nameless.count + 1; rest; rest /= 10)
        id[size++] = (char)('0' + rest % 10);
    uint32_t symbol = gp_draft_symbol(draft, id, size);
    if (symbol == GP_NONE) return GP_NONE;
    gp_nameless added = {symbol, shown};
    return gp_push(draft->job, &draft->nameless, &added, 1) ? symbol : GP_NONE;
}

const char *gp_shown_id(const gp_draft *draft, uint32_t symbol)
{
    const char *id = gp_name(&draft->names, symbol);
    const gp_nameless *all = draft->nameless.data;
    if (*id != '\x01') return id;
    size_t number = 0, weight = 1; /* the last digit stands first */
    for (const char *digit = id + 1; *digit >= '0' && *digit <= '9'; digit++, weight *= 10)
        number += weight * (size_t)(*digit - '0');
    bool is_ours = number && number <= draft->nameless.count && all[number - 1].symbol == symbol;
    return is_ours ? all[number - 1].shown : id;
}

/* ---- the draft that failed ---- */

typedef struct failed {
    gp_draft *draft;
} failed;

static const char owner = 0;

gp_status gp_keep_failed(gp_draft *draft)
{
    failed *kept = gp_find_slot(draft->job, &owner);
    if (!kept) {
        kept = GP_NEW(draft->job, failed, 1);
        if (!kept) return gp_no_memory(draft->job);
        GP_TRY(gp_keep_slot(draft->job, &owner, kept));
    }
    kept->draft = draft;
    return GP_OK;
}

gp_draft *gp_take_failed(gp_job *job)
{
    failed *kept = gp_find_slot(job, &owner);
    gp_draft *draft = kept ? kept->draft : NULL;
    if (kept) kept->draft = NULL;
    return draft;
}

const char *gp_draft_nearest(const gp_draft *draft, const char *text)
{
    const gp_item *items = draft->items.data;
    gp_nearest search;
    int64_t work = GP_NEAREST_WORK;
    gp_start_nearest(&search, text, &work);
    search.by_text = true;
    for (uint32_t symbol = 0; symbol < draft->items.count; symbol++)
        if (items[symbol].kind != GP_ITEM_MISSING)
            gp_try_nearest(&search, gp_name(&draft->names, symbol),
                           gp_name_size(&draft->names, symbol));
    return search.best;
}
