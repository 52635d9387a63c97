/* SPDX-License-Identifier: MIT
 * `advice` as text: a checklist, each step with its mark, what was counted, and what to look at. */
#include "io/answers/advice_words.h"
#include "io/answers/called.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#define IDS_SHOWN 10
#define MARK_WIDTH 9 /* the widest mark and two blanks, in either language */

/* What an id stands for, by its name; ids of dimensions and the like are told as they are. */
static const char *called(gp_job *job, const gp_portfolio *portfolio, const char *id)
{
    uint32_t symbol = gp_find_symbol(portfolio, id);
    return symbol == GP_NONE ? id : gp_shortly_called(job, portfolio, symbol);
}

static const char *ids_text(gp_job *job, const gp_portfolio *portfolio, const gp_advice *advice,
                            gp_language language)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    for (uint32_t i = 0; i < advice->id_count && i < IDS_SHOWN; i++) {
        if (i) gp_add_text(buffer, ", ");
        gp_add_made(buffer, called(job, portfolio, advice->ids[i]));
    }
    if (advice->id_count > IDS_SHOWN) {
        const char *values[] = {gp_number_text(job, advice->id_count - IDS_SHOWN)};
        gp_add_filled(buffer, gp_say(language, " and {0} more", " en nog {0}"), values);
    }
    return gp_buffer_text(buffer);
}

static gp_paint paint_of(gp_mark mark)
{
    static const gp_paint paints[] = {GP_PAINT_ERROR, GP_PAINT_WARNING, GP_PAINT_STRONG};
    return paints[mark];
}

static void add_step(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                     gp_advice_step step, const gp_advice *advice, const gp_write_options *options)
{
    gp_language language = options->language;
    const char *mark = gp_mark_word(advice->mark, language);
    const char *evidence[] = {gp_advice_evidence(job, step, advice, language)};
    const char *ids[] = {ids_text(job, portfolio, advice, language)};
    gp_add_painted(buffer, options, paint_of(advice->mark), mark);
    gp_add_blanks(buffer, MARK_WIDTH - gp_terminal_width(mark));
    gp_add_wrapped(buffer, gp_advice_title(step, language), MARK_WIDTH, MARK_WIDTH);
    gp_add_line(buffer, MARK_WIDTH, 0, "{0}", evidence);
    if (advice->id_count == 0) return;
    gp_add_line(buffer, MARK_WIDTH, 2,
                step == GP_ADVICE_START ? gp_say(language, "start with: {0}", "begin met: {0}")
                                        : gp_say(language, "look at: {0}", "kijk naar: {0}"),
                ids);
}

gp_status gp_text_advice(gp_job *job, const gp_portfolio *portfolio, const gp_advice *advice,
                         const gp_write_options *options, gp_output *out)
{
    uint32_t marks[GP_DONE + 1] = {0};
    gp_buffer *buffer = gp_text_start(job, portfolio, options);
    if (!buffer) return gp_no_memory(job);
    for (int step = 0; step < GP_ADVICE_COUNT; step++) {
        add_step(job, buffer, portfolio, (gp_advice_step)step, &advice[step], options);
        marks[advice[step].mark]++;
    }
    const char *values[] = {gp_number_text(job, marks[GP_DONE]),
                            gp_number_text(job, marks[GP_PARTLY]),
                            gp_number_text(job, marks[GP_TO_DO])};
    gp_add_text(buffer, "\n");
    gp_add_line(buffer, 0, 0,
                gp_say(options->language, "steps: {0} done, {1} partly, {2} to do",
                       "stappen: {0} gedaan, {1} deels, {2} te doen"),
                values);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
