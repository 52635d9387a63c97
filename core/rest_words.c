/* SPDX-License-Identifier: MIT
 * GP113: what was not judged of a portfolio that holds mistakes, in as few sentences as say it. */
#include "core/judgement.h"

#define NAMED_MAX 8 /* ids that a message lists */

static gp_status say(gp_judgement *j, gp_buffer *what[2], const char *const why[2])
{
    const char *texts[2];
    size_t size;
    for (int i = 0; i < 2; i++) GP_TRY(gp_finish_buffer(what[i], &texts[i], &size));
    return gp_add_finding(j->job, &(gp_finding){.code = 113,
                                                .arguments = {GP_WORDS(texts[0], texts[1]),
                                                              GP_WORDS(why[0], why[1])}});
}

static gp_status start_words(gp_judgement *j, gp_buffer *words[2], const char *english,
                             const char *dutch)
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
static gp_status say_all(gp_judgement *j)
{
    static const char *const why[] = {"part of the input could not be read",
                                      "een deel van de invoer is niet te lezen"};
    gp_buffer *words[2];
    GP_TRY(start_words(j, words, "dates, and what needs the whole of the portfolio",
                       "datums, en waarvoor het hele portfolio nodig is"));
    return say(j, words, why);
}

static gp_status say_dates(gp_judgement *j)
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
        return say(j, words, settings);
    }
    if (j->out_count == 0) return GP_OK;
    GP_TRY(start_words(j, words, "the dates of", "de datums van"));
    for (uint32_t i = 0; i < p->intervention_count; i++)
        if (j->is_out[p->interventions[i].symbol])
            add_id(words, p->ids[p->interventions[i].symbol], at++, j->out_count);
    for (uint32_t i = 0; i < p->capability_count; i++)
        if (j->is_out[p->capabilities[i].symbol])
            add_id(words, p->ids[p->capabilities[i].symbol], at++, j->out_count);
    return say(j, words, why);
}

static gp_status say_undefined(gp_judgement *j)
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
    return say(j, words, why);
}

static const char *code_text(gp_job *job, uint16_t code)
{
    char text[6] = "GP000";
    for (int k = 4; k > 1; k--, code /= 10) text[k] = (char)('0' + code % 10);
    return gp_copy_text(job, text, 5);
}

static gp_status say_silent(gp_judgement *j)
{
    static const char *const why[] = {"that needs what the mistakes hide",
                                      "daarvoor is nodig wat de fouten verbergen"};
    gp_buffer *words[2];
    const gp_judged *both[] = {&j->as_written, &j->by_dates};
    uint32_t at = 0, count = both[0]->silent_count + both[1]->silent_count;
    if (count == 0) return GP_OK;
    GP_TRY(start_words(j, words, "findings", "bevindingen"));
    for (int k = 0; k < 2; k++)
        for (uint32_t i = 0; i < both[k]->silent_count; i++)
            add_id(words, code_text(j->job, both[k]->silent[i]), at++, count);
    return say(j, words, why);
}

gp_status gp_say_not_judged(gp_judgement *j)
{
    if (j->known->unknown == GP_PART_ALL) return say_all(j);
    GP_TRY(say_dates(j));
    GP_TRY(say_undefined(j));
    return say_silent(j);
}
