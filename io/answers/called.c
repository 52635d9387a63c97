/* SPDX-License-Identifier: MIT
 * How do people read of an item? By its name, and the id behind it, which is what one types and may
 * be opaque: "id-4f3a" of another program's. Where the id says what the name says, it stands
 * alone. */
#include "io/answers/called.h"
#include "core/names.h"
#include "io/answers/words.h"

#include <string.h>

const char *gp_called_by(gp_job *job, const char *id, const char *name)
{
    const char *values[] = {name, id};
    if (gp_says_same(id, name)) return id;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_filled(buffer, "{0} [{1}]", values);
    return gp_buffer_text(buffer);
}

const char *gp_called(gp_job *job, const gp_portfolio *portfolio, uint32_t symbol)
{
    return gp_called_by(job, portfolio->ids[symbol], gp_symbol_name(portfolio, symbol));
}

/* ---- names that several have ---- */

/* Kept with the job: it takes a look at every name, and an answer asks it of many. */
typedef struct namesakes {
    const gp_portfolio *portfolio;
    const bool *is_shared; /* by symbol */
} namesakes;

static const bool *find_shared(gp_job *job, const gp_portfolio *portfolio)
{
    gp_names *names = gp_new_names(job);
    bool *is_shared = GP_NEW(job, bool, portfolio->symbol_count);
    uint32_t *first =
        GP_NEW(job, uint32_t, portfolio->symbol_count); /* symbol, by number of name */
    if (!names || !is_shared || !first) return NULL;
    for (uint32_t i = 0; i < portfolio->symbol_count; i++) {
        const char *name = gp_symbol_name(portfolio, i);
        uint32_t known = (uint32_t)names->texts.count;
        uint32_t number = gp_intern(names, name, strlen(name));
        if (number == GP_NONE) return NULL;
        if (number == known)
            first[number] = i;
        else
            is_shared[i] = is_shared[first[number]] = true;
    }
    return is_shared;
}

static const bool *shared_names(gp_job *job, const gp_portfolio *portfolio)
{
    static const char slot;
    namesakes *kept = gp_find_slot(job, &slot);
    if (kept && kept->portfolio == portfolio) return kept->is_shared;
    if (!kept) {
        kept = GP_NEW(job, namesakes, 1);
        if (!kept || gp_keep_slot(job, &slot, kept) != GP_OK) return NULL;
    }
    *kept = (namesakes){portfolio, find_shared(job, portfolio)};
    return kept->is_shared;
}

const char *gp_shortly_called(gp_job *job, const gp_portfolio *portfolio, uint32_t symbol)
{
    const char *id = portfolio->ids[symbol], *name = gp_symbol_name(portfolio, symbol);
    if (gp_says_same(id, name)) return id;
    const bool *is_shared = shared_names(job, portfolio);
    if (!is_shared) return NULL;
    return is_shared[symbol] ? gp_called_by(job, id, name) : name;
}

const char *gp_term_called(const gp_term *term)
{
    return gp_says_same(term->id, term->name) ? term->id : term->name;
}

/* ---- in a table ---- */

/* Of those with one name the id stands first: a column that is cut ends in an ellipsis. */
const char *gp_name_cell(gp_job *job, const gp_portfolio *portfolio, uint32_t symbol)
{
    const char *values[] = {portfolio->ids[symbol], gp_symbol_name(portfolio, symbol)};
    if (gp_says_same(values[0], values[1])) return values[0];
    const bool *is_shared = shared_names(job, portfolio);
    if (!is_shared || !is_shared[symbol]) return is_shared ? values[1] : NULL;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_filled(buffer, "[{0}] {1}", values);
    return gp_buffer_text(buffer);
}

const char *gp_id_cell(gp_job *job, const gp_portfolio *portfolio, uint32_t symbol)
{
    const char *id = portfolio->ids[symbol];
    if (gp_says_same(id, gp_symbol_name(portfolio, symbol))) return "";
    const bool *is_shared = shared_names(job, portfolio);
    if (!is_shared) return NULL;
    return is_shared[symbol] ? "" : id;
}
