/* SPDX-License-Identifier: MIT
 * `repair` as text: what is to be decided and what that makes, each decision with the date by which
 * to take it, the plan before and after, and why less will not do. */
#include "io/answers/answers.h"
#include "io/answers/cost.h"
#include "io/answers/repair_page.h"
#include "io/answers/repair_verdict.h"
#include "io/answers/words.h"

#define FINDINGS_FEW 10

/* ---- what the costs are ---- */

/* Of a kind the first that there is: what it costs once. GP_NONE: there is none. */
static uint32_t find_kind(const gp_repair *repair, gp_candidate_kind kind)
{
    for (uint32_t i = 0; i < repair->considered_count; i++)
        if (repair->considered[i].kind == kind) return i;
    return GP_NONE;
}

static void add_price(gp_repair_page *page, gp_buffer *list, gp_candidate_kind kind)
{
    static const char *const words[][2] = {
        [GP_DECIDE_OFF_ROUND] = {"to start outside the rounds {0}", "buiten de rondes {0}"},
        [GP_DECIDE_SHORTEN] = {"a quarter shorter {0} (half: twice that)",
                               "een kwart korter {0} (de helft: dubbel)"},
        [GP_DECIDE_LEVEL] = {"a level less {0}", "een niveau minder {0}"},
        [GP_DECIDE_DATE] = {"each cycle later {0}", "elke cyclus later {0}"}};
    uint32_t at = find_kind(page->repair, kind);
    if (at == GP_NONE) return;
    const gp_candidate *candidate = &page->repair->considered[at];
    double times = candidate->quarters == 2 ? 2 : candidate->cycles ? candidate->cycles : 1;
    gp_buffer *cost = gp_new_buffer(page->job);
    if (!cost) return;
    gp_put_cost(cost, candidate->cost / times, page->language == GP_DUTCH ? ',' : '.');
    const char *values[] = {gp_buffer_text(cost)};
    if (list->bytes.count) gp_add_text(list, ", ");
    gp_add_filled(list, words[kind][page->language], values);
}

/* Whether the costs are somebody's or made up here is what a board asks next. */
static void add_considered(gp_repair_page *page)
{
    const gp_repair *repair = page->repair;
    uint32_t own = 0;
    gp_buffer *list = gp_new_buffer(page->job);
    for (uint32_t i = 0; i < repair->considered_count; i++)
        own += repair->considered[i].kind == GP_DECIDE_MEASURE;
    for (int kind = GP_DECIDE_OFF_ROUND; list && kind < GP_CANDIDATE_KINDS; kind++)
        add_price(page, list, (gp_candidate_kind)kind);
    if (repair->considered_count == 0) return;
    const char *values[] = {gp_number_text(page->job, own),
                            gp_number_text(page->job, repair->considered_count - own),
                            gp_buffer_text(list)};
    gp_add_text(page->buffer, "\n");
    if (own)
        gp_add_line(page->buffer, 0, 0,
                    gp_say(page->language, "Considered: {0} {0|measure|measures} of the file.",
                           "Overwogen: {0} {0|maatregel|maatregelen} van het bestand."),
                    values);
    if (own < repair->considered_count)
        gp_add_line(page->buffer, 0, 0,
                    gp_say(page->language,
                           "Considered: {1} automatic {1|measure|measures}. Cost: {2}.",
                           "Overwogen: {1} automatische {1|maatregel|maatregelen}. Kosten: {2}."),
                    values);
}

/* ---- what was left out ---- */

static bool is_of_measures(const gp_finding *finding)
{
    return finding->code >= 140 && finding->code <= 142;
}

static gp_status add_finding(gp_repair_page *page, const gp_finding *finding)
{
    gp_finding named = *finding;
    char code[GP_CODE_SIZE];
    const char *message;
    if (page->options->named)
        GP_TRY(gp_name_finding(page->job, page->options->named, false, finding, &named));
    GP_TRY(gp_message_text(page->job, &named, page->language, &message));
    gp_format_code(finding->code, code);
    const char *values[] = {message, code};
    gp_add_line(page->buffer, 2, 2, "{0} ({1})", values);
    return GP_OK;
}

static gp_status add_left_out(gp_repair_page *page)
{
    uint32_t all, count = 0, shown = 0;
    const gp_finding *findings = gp_findings(page->job, &all);
    for (uint32_t i = 0; i < all; i++) count += is_of_measures(&findings[i]);
    if (count == 0) return GP_OK;
    gp_add_repair_heading(page, "About the measures of the file",
                          "Over de maatregelen van het bestand");
    uint32_t told = gp_told_in_repair(page, count, FINDINGS_FEW);
    for (uint32_t i = 0; i < all && shown < told; i++) {
        if (!is_of_measures(&findings[i])) continue;
        GP_TRY(add_finding(page, &findings[i]));
        shown++;
    }
    gp_tell_left_of_repair(page, count - shown, 2);
    return GP_OK;
}

/* ---- all ---- */

static void add_verdict(gp_repair_page *page)
{
    bool has_color = page->options->has_color;
    if (has_color) gp_add_text(page->buffer, "\033[1m");
    gp_add_wrapped(page->buffer, gp_repair_verdict(page->job, page->repair, page->language), 0, 0);
    if (has_color) gp_add_text(page->buffer, "\033[0m");
}

gp_status gp_text_repair(gp_job *job, const gp_repair *repair, const gp_write_options *options,
                         gp_output *out)
{
    const gp_network *network = repair->before->network;
    gp_repair_page page = {.job = job,
                           .buffer = gp_text_start(job, network->portfolio, options),
                           .repair = repair,
                           .network = network,
                           .portfolio = network->portfolio,
                           .options = options,
                           .language = options->language,
                           .is_chosen = gp_mark_chosen(job, repair)};
    if (!page.buffer || !page.is_chosen) return gp_no_memory(job);
    add_verdict(&page);
    gp_add_repair_choices(&page);
    GP_TRY(gp_add_repair_lives(&page));
    gp_add_repair_lost(&page);
    gp_add_repair_curve(&page);
    gp_add_repair_cuts(&page);
    GP_TRY(add_left_out(&page));
    add_considered(&page);
    return gp_finish_buffer(page.buffer, &out->text, &out->size);
}
