/* SPDX-License-Identifier: MIT
 * `inspect` as text: what each file is, a table for each part of it, what comes of it, and the
 * commands that would make more. */
#include "groeipad/inspect.h"
#include "io/answers/answers.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#include <string.h>

static const struct {
    const char *part, *title[2];
} parts[] = {
    {"element", {"Elements", "Elementen"}},
    {"relation", {"Relationships", "Relaties"}},
    {"record", {"Records", "Records"}},
    {"setting", {"Settings", "Instellingen"}},
    {"property", {"Properties", "Eigenschappen"}},
    {"other", {"What else there is", "Wat er verder is"}},
};

/* Words for what things become; keys of records are themselves. */
static const struct {
    const char *name, *dutch;
} kinds[] = {
    {"intervention", "interventie"}, {"requirement", "eis"},
    {"dimension", "dimensie"},       {"situation", "situatie"},
    {"measurement", "meting"},       {"any", "een van meer"},
    {"all", "alle van meer"},        {"missing", "ontbrekend"},
    {"addresses", "richt zich op"},  {"measures", "meet"},
};

static const char *becomes_text(const gp_inventory_row *row, gp_language language)
{
    if (!row->becomes) return "-";
    bool is_key = strcmp(row->part, "property") == 0 || strcmp(row->part, "setting") == 0;
    for (size_t i = 0; !is_key && language == GP_DUTCH && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, row->becomes) == 0) return kinds[i].dutch;
    return row->becomes;
}

static void add_part(gp_job *job, gp_buffer *buffer, const gp_inventory *inventory, size_t part,
                     gp_language language)
{
    bool has_examples =
        strcmp(parts[part].part, "property") == 0 || strcmp(parts[part].part, "setting") == 0;
    const gp_column columns[] = {{.title = gp_say(language, "type", "type"), .cut_to = 24},
                                 {.title = gp_say(language, "count", "aantal"), .is_right = true},
                                 {.title = gp_say(language, "becomes", "wordt"), .cut_to = 18},
                                 {.title = has_examples ? gp_say(language, "values", "waarden")
                                                        : gp_say(language, "why", "waarom"),
                                  .cut_to = 27}};
    gp_table *table = gp_new_table(job, columns, 4);
    uint32_t count = 0;
    for (uint32_t i = 0; table && i < inventory->row_count; i++) {
        const gp_inventory_row *row = &inventory->rows[i];
        if (strcmp(row->part, parts[part].part) != 0) continue;
        const char *why = row->why.in[language];
        const char *last = has_examples && row->examples ? row->examples : why;
        gp_cell(table, row->type.in[language]);
        gp_number_cell(table, row->count);
        gp_cell(table, becomes_text(row, language));
        gp_cell(table, last ? last : "");
        count++;
    }
    if (!count) return;
    gp_add_text(buffer, "\n");
    gp_add_text(buffer, parts[part].title[language]);
    gp_add_text(buffer, "\n");
    gp_add_table(buffer, table, 0);
}

static void add_files(gp_buffer *buffer, const gp_inventory *inventory, gp_language language)
{
    for (uint32_t i = 0; i < inventory->file_count; i++) {
        const gp_inspected_file *file = &inventory->files[i];
        const gp_file_format *format = file->format ? gp_find_file_format(file->format) : NULL;
        const char *values[] = {
            file->name,
            format ? format->title
                   : gp_say(language, "no format that is read", "geen formaat dat gelezen wordt"),
            file->version ? file->version : ""};
        gp_add_line(buffer, 0, 2, file->version ? "{0}: {1} {2}" : "{0}: {1}", values);
    }
}

/* "5 interventions, 12 capabilities, 0 requirements" */
static void add_yield(gp_job *job, gp_buffer *buffer, const gp_inventory *inventory,
                      gp_language language)
{
    const gp_portfolio *p = inventory->portfolio;
    gp_add_text(buffer, "\n");
    if (!p) {
        gp_add_line(buffer, 0, 2,
                    gp_say(language, "No portfolio comes of it: the errors say why.",
                           "Er komt geen portfolio van: de fouten zeggen waarom."),
                    NULL);
        return;
    }
    const char *values[] = {gp_number_text(job, p->intervention_count),
                            gp_number_text(job, p->capability_count),
                            gp_number_text(job, p->requirement_count)};
    gp_add_line(buffer, 0, 2,
                gp_say(language,
                       "What comes of it: interventions {0}, capabilities {1}, requirements {2}.",
                       "Wat ervan komt: interventies {0}, capabilities {1}, eisen {2}."),
                values);
    if (!inventory->has_date)
        gp_add_line(buffer, 0, 2,
                    gp_say(language,
                           "There is no status date in it: every command needs --status-date.",
                           "Er staat geen peildatum in: elke opdracht heeft --status-date nodig."),
                    NULL);
}

/* Each option on a line of its own, as a shell goes on after a backslash. */
static void add_options(gp_buffer *buffer, const char *options)
{
    while (*options) {
        const char *next = strstr(options + 1, " --");
        size_t size = next ? (size_t)(next - options) : strlen(options);
        const char *text = gp_copy_text(buffer->job, options, size);
        gp_add_text(buffer, " \\\n      ");
        gp_add_shown(buffer, text);
        options += size + (next != NULL);
    }
    gp_add_text(buffer, "\n");
}

static void add_file(gp_buffer *buffer, const char *name)
{
    gp_buffer *word = gp_new_buffer(buffer->job);
    const char *text;
    size_t size;
    if (word) gp_add_shell_word(word, name);
    if (word && gp_finish_buffer(word, &text, &size) == GP_OK)
        gp_add_shown(buffer, text);
    else
        buffer->has_failed = true;
}

/* The files that a proposal is of: the one that it was tried with, or all together. */
static void add_names(gp_buffer *buffer, const gp_inventory *inventory, const gp_proposal *proposal)
{
    for (uint32_t i = 0; i < inventory->file_count; i++) {
        const char *name = inventory->files[i].name;
        if (proposal->file && strcmp(name, proposal->file) != 0) continue;
        gp_add_text(buffer, " ");
        add_file(buffer, name);
        if (proposal->file) return; /* a file that is given twice is named once */
    }
}

static void add_proposals(gp_job *job, gp_buffer *buffer, const gp_inventory *inventory,
                          gp_language language)
{
    if (!inventory->proposal_count) return;
    gp_add_text(buffer, gp_say(language, "\nOptions that make more of it:\n",
                               "\nOpties die er meer van maken:\n"));
    for (uint32_t i = 0; i < inventory->proposal_count; i++) {
        const gp_proposal *proposal = &inventory->proposals[i];
        const char *values[] = {gp_number_text(job, proposal->interventions),
                                gp_number_text(job, proposal->capabilities),
                                gp_number_text(job, proposal->requirements)};
        gp_add_line(buffer, 2, 2,
                    gp_say(language, "interventions {0}, capabilities {1}, requirements {2}:",
                           "interventies {0}, capabilities {1}, eisen {2}:"),
                    values);
        gp_add_text(buffer, "    groeipad check");
        add_names(buffer, inventory, proposal);
        if (!inventory->has_date || proposal->file)
            gp_add_text(buffer, gp_say(language, " --status-date DATE", " --status-date DATUM"));
        add_options(buffer, proposal->options);
    }
}

gp_status gp_text_inspect(gp_job *job, const gp_inventory *inventory,
                          const gp_write_options *options, gp_output *out)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    buffer->width = options->width;
    add_files(buffer, inventory, options->language);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        add_part(job, buffer, inventory, i, options->language);
    add_yield(job, buffer, inventory, options->language);
    add_proposals(job, buffer, inventory, options->language);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
