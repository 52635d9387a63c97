/* SPDX-License-Identifier: MIT
 * What can still be said of a portfolio that holds mistakes? It is judged twice by the ordinary
 * checks: as it is written, without what cannot be (for findings that rest on no dates), and
 * without all that rests on a mistake (for dates). Of what is found, only what rests on parts that
 * are known is kept (parts.c), so nothing is reported that is only wrong because something was left
 * out: a portfolio with less in it is never later, and who says "nothing requires it" has to know
 * all. GP113 says what was not judged. */
#include "core/rest.h"
#include "core/check.h"
#include "core/demand.h"
#include "core/narrow.h"
#include "core/network.h"

#include <string.h>

#define NAMED_MAX 8   /* ids that a message lists */
#define SILENT_MAX 16 /* codes likewise */

typedef struct judge {
    gp_job *job;
    const gp_portfolio *portfolio; /* as written */
    gp_known_parts *known;
    bool by_dates;    /* what is judged now */
    unsigned unknown; /* gp_input_part of it */
    uint8_t *is_out;  /* by symbol: not judged by its dates */
    uint32_t out_count;
    uint16_t silent[SILENT_MAX]; /* codes of which a finding was not kept */
    uint32_t silent_count;
    gp_array undefined; /* gp_finding: GP201 of ids that may be defined after all */
    bool has_failed;    /* no memory for that */
} judge;

/* ---- which findings are kept ---- */

static void note_silent(judge *j, const gp_finding *finding)
{
    if (finding->code == 201) {
        j->has_failed |= gp_push(j->job, &j->undefined, finding, 1) == NULL;
        return;
    }
    for (uint32_t i = 0; i < j->silent_count; i++)
        if (j->silent[i] == finding->code) return;
    if (j->silent_count < SILENT_MAX) j->silent[j->silent_count++] = finding->code;
}

static unsigned own_doubts(const judge *j, const gp_finding *finding)
{
    uint32_t symbol = finding->subject ? gp_find_symbol(j->portfolio, finding->subject) : GP_NONE;
    bool is_nameless = finding->subject && symbol == GP_NONE;
    if (is_nameless) return GP_PART_RECORD | GP_PART_IDS;
    return symbol == GP_NONE ? 0 : j->known->doubts[symbol];
}

/* Who requires a record without an id is not known, so neither is who rests on what that requires.
 */
static gp_status spread_unknown_requirers(judge *j)
{
    const gp_portfolio *p = j->portfolio;
    uint16_t *doubts = j->known->doubts;
    uint32_t *queue = GP_NEW(j->job, uint32_t, p->symbol_count), count = 0;
    if (!queue) return gp_no_memory(j->job);
    for (uint32_t i = 0; i < p->symbol_count; i++)
        if (doubts[i] & GP_PART_IDS) queue[count++] = i;
    for (uint32_t head = 0; head < count; head++) {
        gp_span span;
        for (uint32_t n = 0; gp_get_span(p, queue[head], n, &span); n++)
            for (uint32_t i = span.first; i < span.first + span.count; i++) {
                uint32_t target = p->requirements[i].target;
                if (doubts[target] & GP_PART_IDS) continue;
                doubts[target] |= GP_PART_IDS;
                queue[count++] = target;
            }
    }
    return GP_OK;
}

static bool is_kept(const gp_finding *finding, void *object)
{
    judge *j = object;
    unsigned parts = gp_parts_of(finding->code);
    if (parts == 0 || ((parts & GP_PART_DATES) != 0) != j->by_dates) return false;
    unsigned doubts = own_doubts(j, finding);
    if (parts & GP_PART_RECORD && doubts & GP_PART_RECORD) return false;
    if (parts & GP_PART_REQUIREMENTS && doubts & GP_PART_IDS) return false;
    if (!(parts & j->unknown)) return true;
    note_silent(j, finding);
    return false;
}

static gp_status judge_schedule(judge *j, const gp_network *network)
{
    const gp_schedule *schedule;
    uint32_t from;
    (void)gp_findings(j->job, &from);
    GP_TRY(gp_schedule_network(j->job, network, NULL, &schedule));
    GP_TRY(gp_check(j->job, schedule));
    gp_keep_findings_from(j->job, from, is_kept, j);
    return j->has_failed ? gp_no_memory(j->job) : GP_OK;
}

/* ---- as it is written ---- */

static gp_status judge_as_written(judge *j)
{
    const gp_network *network;
    const uint8_t *is_circular;
    GP_TRY(gp_build_partial_network(j->job, j->portfolio, j->known, &network, &is_circular));
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (is_circular[i]) j->known->doubts[network->activities[i].symbol] |= GP_PART_DATES;
    j->by_dates = false;
    j->unknown = j->known->unknown;
    return judge_schedule(j, network);
}

/* ---- by dates: without what rests on a mistake ---- */

/* Who requires what, the other way round: owners by target. */
typedef struct requirers {
    uint32_t *first, *owners;
} requirers;

static void visit_span(const gp_portfolio *p, gp_span span, uint32_t owner, requirers *r,
                       bool is_filing)
{
    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        uint32_t target = p->requirements[i].target;
        if (is_filing)
            r->owners[r->first[target + 1]++] = owner;
        else
            r->first[target + 2]++;
    }
}

static void visit_all(const gp_portfolio *p, requirers *r, bool is_filing)
{
    for (uint32_t i = 0; i < p->intervention_count; i++)
        visit_span(p, p->interventions[i].requires, p->interventions[i].symbol, r, is_filing);
    for (uint32_t i = 0; i < p->capability_count; i++) {
        const gp_capability *capability = &p->capabilities[i];
        visit_span(p, capability->requires, capability->symbol, r, is_filing);
        for (uint32_t k = 0; k < capability->level_count; k++)
            visit_span(p, capability->levels[k].requires, capability->symbol, r, is_filing);
    }
}

static gp_status list_requirers(judge *j, requirers *out)
{
    const gp_portfolio *p = j->portfolio;
    *out = (requirers){GP_NEW(j->job, uint32_t, (size_t)p->symbol_count + 2),
                       GP_NEW(j->job, uint32_t, p->requirement_count)};
    if (!out->first || !out->owners) return gp_no_memory(j->job);
    visit_all(p, out, false);
    for (uint32_t i = 2; i < p->symbol_count + 2; i++) out->first[i] += out->first[i - 1];
    visit_all(p, out, true);
    return GP_OK;
}

/* Is the date of this one unknown whatever it requires? An id that is not defined may be so by a
 * record that could not be read. */
static bool is_dateless(const judge *j, uint32_t symbol)
{
    bool is_missing = j->portfolio->items[symbol].kind == GP_ITEM_MISSING;
    return j->known->doubts[symbol] & GP_PART_DATES ||
           (is_missing && j->known->unknown & GP_PART_IDS);
}

static gp_status find_out(judge *j)
{
    const gp_portfolio *p = j->portfolio;
    requirers r;
    uint32_t *queue = GP_NEW(j->job, uint32_t, p->symbol_count), count = 0;
    j->is_out = GP_NEW(j->job, uint8_t, p->symbol_count);
    if (!queue || !j->is_out) return gp_no_memory(j->job);
    GP_TRY(list_requirers(j, &r));
    for (uint32_t i = 0; i < p->symbol_count; i++) {
        j->is_out[i] = is_dateless(j, i);
        if (j->is_out[i]) queue[count++] = i;
    }
    for (uint32_t head = 0; head < count; head++)
        for (uint32_t i = r.first[queue[head]]; i < r.first[queue[head] + 1]; i++) {
            uint32_t owner = r.owners[i];
            if (j->is_out[owner]) continue;
            j->is_out[owner] = 1;
            queue[count++] = owner;
        }
    return GP_OK;
}

static void count_out(judge *j)
{
    const gp_portfolio *p = j->portfolio;
    for (uint32_t i = 0; i < p->intervention_count; i++) {
        if (!j->is_out[p->interventions[i].symbol]) continue;
        j->unknown |= GP_PART_INTERVENTIONS;
        j->out_count++;
    }
    for (uint32_t i = 0; i < p->capability_count; i++)
        j->out_count += j->is_out[p->capabilities[i].symbol];
}

static gp_status judge_by_dates(judge *j)
{
    const gp_network *network;
    gp_portfolio *part;
    j->by_dates = true;
    j->unknown = j->known->unknown;
    if (j->unknown & GP_PART_SETTINGS) return GP_OK;
    GP_TRY(find_out(j));
    count_out(j);
    GP_TRY(gp_narrow(j->job, j->portfolio, &(gp_narrowing){j->is_out, NULL}, &part));
    GP_TRY(gp_build_network(j->job, part, &network));
    return judge_schedule(j, network);
}

/* ---- what was not judged ---- */

static gp_status say_not_judged(judge *j, gp_buffer *what[2], const char *const why[2])
{
    const char *texts[2];
    size_t size;
    for (int i = 0; i < 2; i++) GP_TRY(gp_finish_buffer(what[i], &texts[i], &size));
    return gp_add_finding(j->job, &(gp_finding){.code = 113,
                                                .arguments = {GP_WORDS(texts[0], texts[1]),
                                                              GP_WORDS(why[0], why[1])}});
}

static gp_status start_words(judge *j, gp_buffer *words[2], const char *english, const char *dutch)
{
    for (int i = 0; i < 2; i++) {
        words[i] = gp_new_buffer(j->job);
        if (!words[i]) return gp_no_memory(j->job);
        gp_add_text(words[i], i ? dutch : english);
    }
    return GP_OK;
}

/* "a, b, c +2" grows: the id that comes number `at` of `count`. */
static void add_id(gp_buffer *words[2], const char *id, uint32_t at, uint32_t count)
{
    for (int i = 0; i < 2; i++) {
        if (at >= NAMED_MAX) continue;
        gp_add_text(words[i], at ? ", " : " ");
        gp_add_text(words[i], id);
        if (at + 1 < NAMED_MAX || count <= NAMED_MAX) continue;
        gp_add_text(words[i], " +");
        gp_add_number(words[i], count - NAMED_MAX);
    }
}

/* Where any part may be lacking, one sentence says it all. */
static gp_status say_all(judge *j)
{
    static const char *const why[] = {"part of the input could not be read",
                                      "een deel van de invoer is niet te lezen"};
    gp_buffer *words[2];
    GP_TRY(start_words(j, words, "dates, and what needs the whole of the portfolio",
                       "datums, en waarvoor het hele portfolio nodig is"));
    return say_not_judged(j, words, why);
}

static gp_status say_dates(judge *j)
{
    static const char *const why[] = {"they hold a mistake, or rest on one",
                                      "daar zit een fout in, of ze steunen op een fout"};
    static const char *const settings[] = {"not all that they rest on is known",
                                           "niet alles waarop ze steunen is bekend"};
    const gp_portfolio *p = j->portfolio;
    gp_buffer *words[2];
    uint32_t at = 0;
    if (j->known->unknown & GP_PART_SETTINGS) {
        GP_TRY(start_words(j, words, "the dates", "de datums"));
        return say_not_judged(j, words, settings);
    }
    if (j->out_count == 0) return GP_OK;
    GP_TRY(start_words(j, words, "the dates of", "de datums van"));
    for (uint32_t i = 0; i < p->intervention_count; i++)
        if (j->is_out[p->interventions[i].symbol])
            add_id(words, p->ids[p->interventions[i].symbol], at++, j->out_count);
    for (uint32_t i = 0; i < p->capability_count; i++)
        if (j->is_out[p->capabilities[i].symbol])
            add_id(words, p->ids[p->capabilities[i].symbol], at++, j->out_count);
    return say_not_judged(j, words, why);
}

static gp_status say_undefined(judge *j)
{
    static const char *const why[] = {"a record could not be read, or has no id",
                                      "een record is niet te lezen, of heeft geen id"};
    const gp_finding *findings = j->undefined.data;
    uint32_t count = (uint32_t)j->undefined.count;
    gp_buffer *words[2];
    if (count == 0) return GP_OK;
    GP_TRY(start_words(j, words, "whether these ids are defined:", "of deze id's bestaan:"));
    for (uint32_t i = 0; i < count; i++) {
        add_id(words, findings[i].subject, i, count);
        for (int k = 0; k < 2 && i < NAMED_MAX && findings[i].suggestion; k++) {
            gp_add_text(words[k], " (");
            gp_add_text(words[k], findings[i].suggestion);
            gp_add_text(words[k], "?)");
        }
    }
    return say_not_judged(j, words, why);
}

static gp_status say_silent(judge *j)
{
    static const char *const why[] = {"that needs what the mistakes hide",
                                      "daarvoor is nodig wat de fouten verbergen"};
    gp_buffer *words[2];
    if (j->silent_count == 0) return GP_OK;
    GP_TRY(start_words(j, words, "findings", "bevindingen"));
    for (uint32_t i = 0; i < j->silent_count; i++) {
        char code[6] = "GP000";
        for (uint16_t k = 0, rest = j->silent[i]; k < 3; k++, rest /= 10)
            code[4 - k] = (char)('0' + rest % 10);
        add_id(words, gp_copy_text(j->job, code, 5), i, j->silent_count);
    }
    return say_not_judged(j, words, why);
}

gp_status gp_judge_rest(gp_job *job, const gp_portfolio *portfolio, gp_known_parts *known)
{
    judge *j = GP_NEW(job, judge, 1);
    if (!j) return gp_no_memory(job);
    *j = (judge){.job = job, .portfolio = portfolio, .known = known};
    j->undefined.size = sizeof(gp_finding);
    GP_TRY(spread_unknown_requirers(j));
    GP_TRY(judge_as_written(j));
    GP_TRY(judge_by_dates(j));
    if (portfolio->intervention_count + portfolio->capability_count == 0) return GP_OK;
    if (known->unknown == GP_PART_ALL) return say_all(j);
    GP_TRY(say_dates(j));
    GP_TRY(say_undefined(j));
    return say_silent(j);
}
