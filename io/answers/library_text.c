/* SPDX-License-Identifier: MIT
 * `library` as text: the interventions that apply for these people at this moment, who decides on
 * them, what they serve, and since or from when each can be used with the capabilities under
 * it. */
#include "io/answers/called.h"
#include "io/answers/fit_words.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

typedef struct page {
    gp_job *job;
    gp_buffer *buffer;
    const gp_portfolio *portfolio;
    const gp_library *library;
    const gp_write_options *options;
    gp_language language;
} page;

static const char *dimensions_text(const page *p, const gp_intervention *intervention)
{
    gp_buffer *buffer = gp_new_buffer(p->job);
    if (!buffer) return NULL;
    for (uint32_t i = 0; i < intervention->address_count; i++) {
        const gp_addressed *addressed = &intervention->addresses[i];
        const char *values[] = {
            gp_term_called(&p->portfolio->dimensions.terms[addressed->dimension]),
            gp_direction_word(addressed->direction, p->language)};
        if (i) gp_add_text(buffer, ", ");
        gp_add_filled(buffer, addressed->direction ? "{0} ({1})" : "{0}", values);
    }
    return gp_buffer_text(buffer);
}

static void add_terms(gp_buffer *buffer, const gp_terms *terms, const uint32_t *list,
                      uint32_t count, const char *all)
{
    for (uint32_t i = 0; i < count; i++) {
        if (i) gp_add_text(buffer, ", ");
        gp_add_text(buffer, gp_term_called(&terms->terms[list[i]]));
    }
    if (count == 0) gp_add_text(buffer, all);
}

static const char *contexts_text(const page *p, const gp_intervention *intervention)
{
    gp_buffer *buffer = gp_new_buffer(p->job);
    if (!buffer) return NULL;
    add_terms(buffer, &p->portfolio->segments, intervention->segments, intervention->segment_count,
              gp_say(p->language, "everyone", "iedereen"));
    gp_add_text(buffer, " / ");
    add_terms(buffer, &p->portfolio->situations, intervention->situations,
              intervention->situation_count,
              gp_say(p->language, "every situation", "elke situatie"));
    return gp_buffer_text(buffer);
}

static const char *readiness_text(const page *p, uint8_t readiness, gp_day from, bool is_live)
{
    static const char *const patterns[2][3][2] = {{{"available now", "nu beschikbaar"},
                                                   {"from {0}", "vanaf {0}"},
                                                   {"not before {0}", "niet vóór {0}"}},
                                                  {{"live since {0}", "live sinds {0}"},
                                                   {"live from {0}", "live vanaf {0}"},
                                                   {"not live before {0}", "niet live vóór {0}"}}};
    const char *values[] = {gp_day_text(p->job, from)};
    gp_buffer *buffer = gp_new_buffer(p->job);
    if (!buffer) return NULL;
    gp_add_filled(buffer, patterns[is_live][readiness][p->language], values);
    return gp_buffer_text(buffer);
}

/* "or" stands before the second and later alternatives of which one is enough. */
static const char *need_text(const page *p, const gp_library_entry *entry, uint32_t index)
{
    const gp_library_need *need = &entry->needs[index];
    bool is_other = index > 0 && need->group && entry->needs[index - 1].group == need->group;
    const char *values[] = {gp_shortly_called(p->job, p->portfolio, need->symbol),
                            gp_number_text(p->job, need->level)};
    gp_buffer *buffer = gp_new_buffer(p->job);
    if (!buffer) return NULL;
    if (is_other) gp_add_text(buffer, gp_say(p->language, "or ", "of "));
    gp_add_filled(buffer, need->level ? "{0} ({1})" : "{0}", values);
    return gp_buffer_text(buffer);
}

static void add_needs(const page *p, const gp_library_entry *entry)
{
    const gp_column columns[] = {
        {.title = gp_say(p->language, "it needs", "nodig"), .cut_to = 24},
        {.title = gp_say(p->language, "available", "beschikbaar")},
        {.title = gp_say(p->language, "on that day", "op die dag"),
         .drop = 1,
         .brief = gp_say(p->language, "then", "dan")},
    };
    gp_table *table = gp_new_table(p->job, columns, sizeof columns / sizeof *columns);
    if (!table) {
        p->buffer->has_failed = true;
        return;
    }
    for (uint32_t i = 0; i < entry->need_count; i++) {
        const gp_library_need *need = &entry->needs[i];
        bool is_live = need->level == 0;
        gp_cell(table, need_text(p, entry, i));
        gp_cell(table, readiness_text(p, need->readiness, need->from, is_live));
        gp_cell(table, need->is_ready ? gp_say(p->language, "ready", "klaar")
                                      : gp_say(p->language, "not yet", "nog niet"));
    }
    gp_add_table(p->buffer, table, 2);
    if (entry->need_count == 0)
        gp_add_text(p->buffer, gp_say(p->language, "  it needs no capability\n",
                                      "  heeft geen capability nodig\n"));
}

static void add_entry(const page *p, const gp_library_entry *entry)
{
    static const char *const deciders[][2] = {{"not said who decides", "niet gezegd wie beslist"},
                                              {"decided by policy", "beleid beslist"},
                                              {"decided by staff", "de medewerker beslist"}};
    const gp_intervention *intervention = &p->portfolio->interventions[entry->intervention];
    const char *values[] = {gp_called(p->job, p->portfolio, intervention->symbol),
                            deciders[intervention->decided_by][p->language],
                            contexts_text(p, intervention), dimensions_text(p, intervention),
                            readiness_text(p, entry->readiness, entry->from, true)};
    gp_add_text(p->buffer, "\n");
    gp_add_heading(p->buffer, p->options, values[0]);
    gp_add_line(p->buffer, 2, 2, gp_say(p->language, "{1}; for {2}", "{1}; voor {2}"), values);
    gp_add_line(p->buffer, 2, 2,
                intervention->address_count
                    ? gp_say(p->language, "serves {3}", "dient {3}")
                    : gp_say(p->language, "addresses no dimension", "richt zich op geen dimensie"),
                values);
    gp_add_line(p->buffer, 2, 2, "{4}", values);
    add_needs(p, entry);
}

static void add_question(const page *p)
{
    const gp_library_question *question = &p->library->question;
    const char *values[] = {
        gp_context_text(p->job, p->portfolio, question->segment, question->situation, p->language),
        gp_day_text(p->job, question->date)};
    bool is_any = question->segment == GP_NONE && question->situation == GP_NONE;
    gp_add_line(
        p->buffer, 0, 2,
        is_any ? gp_say(p->language, "All interventions, on {1}", "Alle interventies, op {1}")
               : gp_say(p->language, "What applies for {0}, on {1}", "Wat geldt voor {0}, op {1}"),
        values);
    if (p->library->count == 0)
        gp_add_text(p->buffer, gp_say(p->language, "  no intervention applies there\n",
                                      "  daar geldt geen enkele interventie\n"));
}

gp_status gp_text_library(gp_job *job, const gp_portfolio *portfolio, const gp_library *library,
                          const gp_write_options *options, gp_output *out)
{
    page p = {.job = job,
              .portfolio = portfolio,
              .library = library,
              .options = options,
              .language = options->language};
    p.buffer = gp_text_start(job, p.portfolio, options);
    if (!p.buffer) return gp_no_memory(job);
    add_question(&p);
    for (uint32_t i = 0; i < library->count; i++) add_entry(&p, &library->entries[i]);
    return gp_finish_buffer(p.buffer, &out->text, &out->size);
}
