/* SPDX-License-Identifier: MIT
 * The fields of `advice`: the white paper's steps as a checklist. The evidence is there twice, as
 * figures and as the sentence that people read. */
#include "io/answers/advice_words.h"
#include "io/answers/answers.h"
#include "io/answers/field.h"

/* The answer is an array by step. */
static gp_advice_step step_of(const gp_answer *answer, const void *record)
{
    return (gp_advice_step)((const gp_advice *)record - (const gp_advice *)answer->record);
}

static gp_value step_key(gp_answer *answer, const void *record)
{
    return (gp_value){.text = gp_advice_key(step_of(answer, record))};
}

static gp_value mark_key(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.text = gp_mark_key(((const gp_advice *)record)->mark)};
}

static gp_value title(gp_answer *answer, const void *record)
{
    return (gp_value){.text = gp_advice_title(step_of(answer, record), answer->language)};
}

static gp_value evidence(gp_answer *answer, const void *record)
{
    const char *text =
        gp_advice_evidence(answer->job, step_of(answer, record), record, answer->language);
    answer->has_failed = answer->has_failed || !text;
    return (gp_value){.text = text};
}

static gp_value steps(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.list = {record, GP_ADVICE_COUNT, false}};
}

static const gp_field step_fields[] = {
    {"step", "step", GP_COMPUTED(TEXT, step_key)},
    {"mark", "mark", GP_COMPUTED(TEXT, mark_key)},
    {"count", "count", GP_COUNT_AT(gp_advice, count)},
    {"total", "total", GP_COUNT_AT(gp_advice, total)},
    {"further", "further", GP_COUNT_AT(gp_advice, further)},
    {"day", "day", GP_DAY_AT(gp_advice, day)},
    {"title", "title", GP_COMPUTED(TEXT, title)},
    {"evidence", "evidence", GP_COMPUTED(TEXT, evidence)},
    {"ids", "ids", GP_TEXTS_AT(gp_advice, ids, id_count)},
    {0},
};

static const gp_field advice_fields[] = {
    {"steps", NULL, GP_COMPUTED_ROWS(steps, gp_advice, step_fields), .lines = GP_LINES_ALL},
    {0},
};

gp_status gp_fields_advice(gp_job *job, const gp_portfolio *portfolio, const gp_advice *advice,
                           const gp_write_options *options, gp_output *out)
{
    gp_answer answer = {.job = job,
                        .name = "advice",
                        .portfolio = portfolio,
                        .record = advice,
                        .language = options->language};
    return gp_write_fields(&answer, advice_fields, options->format, out);
}
