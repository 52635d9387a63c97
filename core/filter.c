/* SPDX-License-Identifier: MIT
 * Which records does an answer show? One pass over the records marks those that have what is asked
 * for, so that who shows rows only looks at a mark. Owners and tags that the portfolio uses are the
 * words that one can ask for; any other is a slip of the pen. */
#include "groeipad/filter.h"
#include "core/demand.h"
#include "core/names.h"
#include "core/nearest.h"
#include "core/within.h"

#include <string.h>

#define WORDS_SHOWN 8 /* of those that there are, where none is near */
#define COMMAS_MAX 4  /* within a word, where it stands in a list */

/* One question: who owns it, or how it is tagged. */
typedef struct question {
    gp_job *job;
    const char *option; /* "owner" */
    gp_names *known;    /* the words that the portfolio uses */
    uint8_t *is_chosen; /* by word; NULL: nothing is asked for */
    gp_array asked;     /* const char *: one by one */
} question;

static const char *owner_of(const gp_portfolio *portfolio, gp_item item)
{
    if (item.kind == GP_ITEM_CAPABILITY) return portfolio->capabilities[item.index].owner;
    return portfolio->interventions[item.index].owner;
}

static const char *const *tags_of(const gp_portfolio *portfolio, gp_item item)
{
    static const char *const none[] = {NULL};
    bool is_capability = item.kind == GP_ITEM_CAPABILITY;
    const char *const *tags = is_capability ? portfolio->capabilities[item.index].tags
                                            : portfolio->interventions[item.index].tags;
    return tags ? tags : none;
}

static bool is_record(gp_item item)
{
    return item.kind == GP_ITEM_CAPABILITY || item.kind == GP_ITEM_INTERVENTION;
}

/* ---- the words that there are ---- */

static gp_status learn(question *q, const char *word)
{
    if (!word || !*word) return GP_OK;
    return gp_intern(q->known, word, strlen(word)) == GP_NONE ? gp_no_memory(q->job) : GP_OK;
}

static gp_status learn_words(question *q, const gp_portfolio *portfolio, bool is_of_tags)
{
    for (uint32_t i = 0; i < portfolio->symbol_count; i++) {
        gp_item item = portfolio->items[i];
        if (!is_record(item)) continue;
        if (!is_of_tags) GP_TRY(learn(q, owner_of(portfolio, item)));
        for (const char *const *tag = tags_of(portfolio, item); is_of_tags && *tag; tag++)
            GP_TRY(learn(q, *tag));
    }
    return GP_OK;
}

/* ---- what is asked for ---- */

static const char *nearest_word(const question *q, const char *text)
{
    int64_t work = GP_NEAREST_WORK;
    gp_nearest search;
    gp_start_nearest(&search, text, &work);
    search.by_text = true;
    for (uint32_t i = 0; i < q->known->texts.count && !search.is_over; i++)
        gp_try_nearest(&search, gp_name(q->known, i), gp_name_size(q->known, i));
    return search.best;
}

/* "no capability or intervention has this owner; there are: IT, HRM, ..."; NULL: no memory. */
static const char *problem_text(const question *q, const char *problem, const char *there_are)
{
    const char *text;
    size_t size, count = q->known->texts.count;
    gp_buffer *buffer = gp_new_buffer(q->job);
    if (!buffer) return NULL;
    gp_add_text(buffer, problem);
    for (uint32_t i = 0; i < count && i < WORDS_SHOWN; i++) {
        gp_add_text(buffer, i ? ", " : there_are);
        gp_add_text(buffer, gp_name(q->known, i));
    }
    if (count > WORDS_SHOWN) gp_add_text(buffer, ", ...");
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}

static gp_status report_unknown(question *q, const char *text)
{
    static const gp_argument nothing[][2] = {
        {GP_WORDS_ROW("no capability or intervention has an owner",
                      "geen capability of interventie heeft een eigenaar"),
         GP_WORDS_ROW("no capability or intervention has this owner",
                      "geen capability of interventie heeft deze eigenaar")},
        {GP_WORDS_ROW("no capability or intervention has tags",
                      "geen capability of interventie heeft labels"),
         GP_WORDS_ROW("no capability or intervention has this tag",
                      "geen capability of interventie heeft dit label")}};
    bool is_tag = strcmp(q->option, "tag") == 0;
    const gp_argument *problem = &nothing[is_tag][q->known->texts.count > 0];
    const char *nearest = nearest_word(q, text);
    const char *english = problem->words.in[GP_ENGLISH], *dutch = problem->words.in[GP_DUTCH];
    if (!nearest) {
        english = problem_text(q, english, "; there are: ");
        dutch = problem_text(q, dutch, "; er zijn: ");
        if (!english || !dutch) return gp_no_memory(q->job);
    }
    return gp_fail(
        q->job, GP_WRONG_OPTION,
        &(gp_finding){.code = 806,
                      .arguments = {GP_TEXT(q->option), GP_TEXT(text), GP_WORDS(english, dutch)},
                      .suggestion = nearest});
}

static gp_status choose(question *q, const char *text, size_t size)
{
    uint32_t word = gp_find_name(q->known, text, size);
    if (word == GP_NONE) {
        const char *copy = gp_copy_text(q->job, text, size);
        return copy ? report_unknown(q, copy) : gp_no_memory(q->job);
    }
    if (q->is_chosen[word]) return GP_OK;
    q->is_chosen[word] = 1;
    const char *name = gp_name(q->known, word);
    return gp_push(q->job, &q->asked, &name, 1) ? GP_OK : gp_no_memory(q->job);
}

static size_t trimmed(const char *text, size_t size)
{
    while (size && text[size - 1] == ' ') size--;
    return size;
}

/* The bytes of the next of a list: of the longest word that it begins with ("Jansen, P., IT"), else
 * up to the comma. */
static size_t next_size(const question *q, const char *text)
{
    size_t best = strcspn(text, ",");
    for (size_t commas = 0, end = best; commas < COMMAS_MAX && text[end]; commas++) {
        end += 1 + strcspn(text + end + 1, ",");
        if (gp_find_name(q->known, text, trimmed(text, end)) != GP_NONE) best = end;
    }
    return best;
}

/* The whole text where there is such a word ("Jansen, P."); else one by one. */
static gp_status choose_list(question *q, const char *text)
{
    if (gp_find_name(q->known, text, strlen(text)) != GP_NONE || !text[strspn(text, " ,")])
        return choose(q, text, strlen(text));
    while (*text) {
        text += strspn(text, " ,");
        size_t next = next_size(q, text), size = trimmed(text, next);
        if (size) GP_TRY(choose(q, text, size));
        text += next;
    }
    return GP_OK;
}

static question *new_question(gp_job *job, const char *option)
{
    question *q = GP_NEW(job, question, 1); /* it holds an array */
    if (q) *q = (question){.job = job, .option = option, .asked.size = sizeof(const char *)};
    return q;
}

static gp_status ask(question *q, const gp_portfolio *portfolio, const char *const *texts,
                     uint32_t count)
{
    if (count == 0) return GP_OK;
    q->known = gp_new_names(q->job);
    if (!q->known) return gp_no_memory(q->job);
    GP_TRY(learn_words(q, portfolio, strcmp(q->option, "tag") == 0));
    q->is_chosen = GP_NEW(q->job, uint8_t, q->known->texts.count);
    if (!q->is_chosen) return gp_no_memory(q->job);
    for (uint32_t i = 0; i < count; i++) GP_TRY(choose_list(q, texts[i]));
    return GP_OK;
}

/* ---- the marks ---- */

static bool has(const question *q, const char *word)
{
    return word && *word && q->is_chosen[gp_find_name(q->known, word, strlen(word))];
}

static bool has_all(const question *owners, const question *tags, const gp_portfolio *portfolio,
                    gp_item item)
{
    if (owners->is_chosen && !has(owners, owner_of(portfolio, item))) return false;
    if (!tags->is_chosen) return true;
    const char *const *tag = tags_of(portfolio, item);
    while (*tag && !has(tags, *tag)) tag++;
    return *tag != NULL;
}

/* What nothing describes passes with who requires it. */
static void mark_missing(const gp_portfolio *portfolio, uint32_t symbol, uint8_t *passes)
{
    gp_span span;
    for (uint32_t n = 0; gp_get_span(portfolio, symbol, n, &span); n++)
        for (uint32_t i = span.first; i < span.first + span.count; i++) {
            uint32_t target = portfolio->requirements[i].target;
            if (portfolio->items[target].kind == GP_ITEM_MISSING) passes[target] = 1;
        }
}

gp_status gp_make_filter(gp_job *job, const gp_portfolio *portfolio,
                         const gp_filter_options *options, gp_filter *out)
{
    question *owners = new_question(job, "owner"), *tags = new_question(job, "tag");
    uint8_t *passes = GP_NEW(job, uint8_t, portfolio->symbol_count);
    gp_within within = {0};
    if (!owners || !tags || !passes) return gp_no_memory(job);
    GP_TRY(ask(owners, portfolio, options->owners, options->owner_count));
    GP_TRY(ask(tags, portfolio, options->tags, options->tag_count));
    if (options->within_count)
        GP_TRY(gp_find_within(job, portfolio, options->within, options->within_count, &within));
    for (uint32_t i = 0; i < portfolio->symbol_count; i++) {
        gp_item item = portfolio->items[i];
        if (within.is_within && !within.is_within[i]) continue;
        if (!is_record(item) || !has_all(owners, tags, portfolio, item)) continue;
        passes[i] = 1;
        mark_missing(portfolio, i, passes);
    }
    *out = (gp_filter){.passes = passes,
                       .owners = owners->asked.data,
                       .tags = tags->asked.data,
                       .within = within.names,
                       .within_symbols = within.symbols,
                       .within_count = within.count,
                       .owner_count = (uint32_t)owners->asked.count,
                       .tag_count = (uint32_t)tags->asked.count};
    return GP_OK;
}

bool gp_passes(const gp_filter *filter, uint32_t symbol)
{
    return !filter || filter->passes[symbol];
}

gp_status gp_filter_interventions(gp_job *job, const gp_portfolio *portfolio,
                                  const gp_filter *filter, const bool *among, const bool **out)
{
    bool *kept = GP_NEW(job, bool, portfolio->intervention_count);
    if (!kept) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        kept[i] = gp_passes(filter, portfolio->interventions[i].symbol) && (!among || among[i]);
    *out = kept;
    return GP_OK;
}
