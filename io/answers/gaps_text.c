/* SPDX-License-Identifier: MIT
 * `gaps` as text: five sections (with a catalogue six), each with its rows or "none", so that a
 * reader sees which questions were asked. A long list of who asks for something is cut, and says by
 * how many. */
#include "io/answers/called.h"
#include "io/answers/text_parts.h"
#include "groeipad/demand.h"
#include "io/answers/words.h"

#define ASKERS_SHOWN 10

static void add_title(gp_job *job, gp_buffer *buffer, const char *title, uint32_t count,
                      gp_language language)
{
    const char *values[] = {title, gp_number_text(job, count)};
    if (buffer->bytes.count && ((const char *)buffer->bytes.data)[buffer->bytes.count - 2] != '\n')
        gp_add_text(buffer, "\n");
    gp_add_line(buffer, 0, 2, "{0} ({1})", values);
    if (count == 0) gp_add_text(buffer, gp_say(language, "  none\n", "  geen\n"));
}

static const char *askers(gp_job *job, const gp_portfolio *portfolio, gp_symbols symbols,
                          gp_language language)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    for (uint32_t i = 0; i < symbols.count && i < ASKERS_SHOWN; i++) {
        if (i) gp_add_text(buffer, ", ");
        gp_add_made(buffer, gp_shortly_called(job, portfolio, symbols.symbols[i]));
    }
    if (symbols.count > ASKERS_SHOWN) {
        const char *values[] = {gp_number_text(job, symbols.count - ASKERS_SHOWN)};
        gp_add_filled(buffer, gp_say(language, " and {0} more", " en nog {0}"), values);
    }
    return gp_buffer_text(buffer);
}

static void add_absent(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                       const gp_gaps *gaps, gp_language language)
{
    add_title(job, buffer,
              gp_say(language, "Missing: required, described nowhere",
                     "Ontbrekend: vereist, nergens beschreven"),
              gaps->missing_count, language);
    for (uint32_t i = 0; i < gaps->missing_count; i++) {
        const gp_missing_gap *gap = &gaps->missing[i];
        const char *values[] = {gp_called(job, portfolio, gap->symbol),
                                askers(job, portfolio, gap->required_by, language),
                                gap->did_you_mean ? gap->did_you_mean : ""};
        gp_add_line(buffer, 2, 4,
                    gap->did_you_mean
                        ? gp_say(language, "{0}: required by {1}; did you mean '{2}'?",
                                 "{0}: vereist door {1}; bedoelt u '{2}'?")
                        : gp_say(language, "{0}: required by {1}", "{0}: vereist door {1}"),
                    values);
    }
    add_title(
        job, buffer,
        gp_say(language, "Unplanned: no lead time is known", "Ongepland: geen doorlooptijd bekend"),
        gaps->unplanned_count, language);
    for (uint32_t i = 0; i < gaps->unplanned_count; i++) {
        const gp_unplanned_gap *gap = &gaps->unplanned[i];
        const char *values[] = {gp_called(job, portfolio, gap->symbol),
                                gp_number_text(job, gap->level),
                                askers(job, portfolio, gap->required_by, language)};
        gp_add_line(buffer, 2, 4,
                    gap->required_by.count
                        ? gp_say(language, "{0} to level {1}: required by {2}",
                                 "{0} naar niveau {1}: vereist door {2}")
                        : gp_say(language, "{0} to level {1}", "{0} naar niveau {1}"),
                    values);
    }
}

static void add_unreached(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                          const gp_gaps *gaps, gp_language language)
{
    add_title(job, buffer,
              gp_say(language, "Out of reach: required above the last step that is planned",
                     "Buiten bereik: vereist boven de laatste geplande stap"),
              gaps->unreached_count, language);
    for (uint32_t i = 0; i < gaps->unreached_count; i++) {
        const gp_unreached_gap *gap = &gaps->unreached[i];
        const char *values[] = {gp_called(job, portfolio, gap->symbol),
                                gp_number_text(job, gap->required_level),
                                gp_number_text(job, gap->reachable_level),
                                askers(job, portfolio, gap->required_by, language)};
        gp_add_line(buffer, 2, 4,
                    gp_say(language, "{0}: level {1} required by {3}, the steps end at level {2}",
                           "{0}: niveau {1} vereist door {3}, de stappen gaan tot niveau {2}"),
                    values);
    }
}

static void add_unasked(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                        const gp_gaps *gaps, gp_language language)
{
    add_title(job, buffer,
              gp_say(language, "Unfounded: no intervention rests on it",
                     "Ongegrond: geen interventie steunt erop"),
              gaps->unfounded_count, language);
    for (uint32_t i = 0; i < gaps->unfounded_count; i++) {
        const char *values[] = {gp_called(job, portfolio, gaps->unfounded[i])};
        gp_add_line(buffer, 2, 4, "{0}", values);
    }
    add_title(job, buffer,
              gp_say(language, "Premature: only interventions being explored ask for it",
                     "Voorbarig: alleen interventies in verkenning vragen erom"),
              gaps->premature_count, language);
    for (uint32_t i = 0; i < gaps->premature_count; i++) {
        const gp_premature_gap *gap = &gaps->premature[i];
        const char *values[] = {gp_called(job, portfolio, gap->symbol),
                                askers(job, portfolio, gap->explored_by, language)};
        gp_add_line(buffer, 2, 4, gp_say(language, "{0}: explored by {1}", "{0}: verkend door {1}"),
                    values);
    }
}

static void add_forgotten(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                          const gp_gaps *gaps, gp_language language)
{
    if (!gaps->catalogue) return;
    add_title(job, buffer,
              gp_say(language, "Forgotten: the catalogue names it, the portfolio does not",
                     "Vergeten: de catalogus noemt het, het portfolio niet"),
              gaps->forgotten.count, language);
    for (uint32_t i = 0; i < gaps->forgotten.count; i++) {
        const gp_forgotten *row = &gaps->forgotten.rows[i];
        const char *values[] = {gp_called(job, gaps->catalogue, row->symbol),
                                gp_shortly_called(job, portfolio, row->capability)};
        gp_add_line(buffer, 2, 4, gp_say(language, "{0}: for {1}", "{0}: voor {1}"), values);
    }
}

gp_status gp_text_gaps(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps,
                       const gp_write_options *options, gp_output *out)
{
    gp_language language = options->language;
    gp_buffer *buffer = gp_text_start(job, portfolio, options);
    if (!buffer) return gp_no_memory(job);
    add_absent(job, buffer, portfolio, gaps, language);
    add_unreached(job, buffer, portfolio, gaps, language);
    add_unasked(job, buffer, portfolio, gaps, language);
    add_forgotten(job, buffer, portfolio, gaps, language);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
