/* SPDX-License-Identifier: MIT
 * The answers of a report: tables, and what the page reads, as the commands write them. Each is
 * asked here as its command asks it when nothing else is said. */
#include "report/parts.h"

#define COMMA ','
#define HELPED 20 /* clashes: for so many the command seeks what helps */

static gp_write_options writing_of(const gp_part_row *row)
{
    return (gp_write_options){.format = row->format,
                              .language = row->language,
                              .separator = COMMA,
                              .tells_shared_once = true};
}

/* The answers about a portfolio need nothing but its network. */
static const gp_network *network_of(const gp_report *report)
{
    return report->schedule->network;
}

static gp_status convert(gp_job *job, const gp_report *report, const gp_document *document,
                         gp_output *out)
{
    const gp_convert_options options = {.format = "json"};
    return gp_convert(job, document, network_of(report)->portfolio, report->schedule, &options,
                      out);
}

static gp_status write_portfolio(gp_job *job, const gp_report *report, const gp_part_row *row,
                                 gp_output *out)
{
    (void)row;
    return convert(job, report, report->as_written ? report->as_written : report->document, out);
}

static gp_status write_unchanged(gp_job *job, const gp_report *report, const gp_part_row *row,
                                 gp_output *out)
{
    (void)row;
    return convert(job, report, report->unchanged, out);
}

static gp_status write_plan(gp_job *job, const gp_report *report, const gp_part_row *row,
                            gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    return gp_write_plan(job, report->schedule, &writing, out);
}

static gp_status write_lives(gp_job *job, const gp_report *report, const gp_part_row *row,
                             gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    gp_lives lives;
    gp_status status = gp_find_lives(job, report->schedule, &lives);
    return status == GP_OK ? gp_write_lives(job, report->schedule, &lives, &writing, out) : status;
}

static gp_status write_links(gp_job *job, const gp_report *report, const gp_part_row *row,
                             gp_output *out)
{
    (void)row;
    return gp_write_links(job, report->schedule, out);
}

static gp_status write_stories(gp_job *job, const gp_report *report, const gp_part_row *row,
                               gp_output *out)
{
    gp_stories stories;
    gp_status status = gp_tell_stories(job, report->schedule, &stories);
    if (status != GP_OK) return status;
    return gp_write_stories(job, report->schedule, &stories, row->language, out);
}

static gp_status write_findings(gp_job *job, const gp_report *report, const gp_part_row *row,
                                gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    return gp_write_check(job, network_of(report)->portfolio, &writing, out);
}

static gp_status write_clashes(gp_job *job, const gp_report *report, const gp_part_row *row,
                               gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    const gp_clash_options seeking = {.helped = HELPED, .tells_shared_once = true};
    gp_clashes found;
    gp_status status = GP_OK;
    if (report->clashes)
        found = *report->clashes;
    else
        status = gp_find_clashes(job, report->schedule, &seeking, &found);
    return status == GP_OK ? gp_write_clashes(job, report->schedule, &found, &writing, out)
                           : status;
}

static gp_status write_gaps(gp_job *job, const gp_report *report, const gp_part_row *row,
                            gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    gp_gaps gaps;
    gp_status status = gp_find_gaps(job, network_of(report), NULL, &gaps);
    return status == GP_OK ? gp_write_gaps(job, network_of(report)->portfolio, &gaps, &writing, out)
                           : status;
}

static gp_status write_boards(gp_job *job, const gp_report *report, const gp_part_row *row,
                              gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    gp_boards boards;
    gp_load load;
    gp_status status = gp_find_boards(job, report->schedule, &boards);
    if (status == GP_OK) status = gp_find_load(job, report->schedule, &load);
    return status == GP_OK ? gp_write_boards(job, report->schedule, &boards, &load, &writing, out)
                           : status;
}

static gp_status write_map(gp_job *job, const gp_report *report, const gp_part_row *row,
                           gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    gp_map map;
    gp_status status = gp_find_map(job, report->schedule, NULL, &map);
    return status == GP_OK ? gp_write_map(job, network_of(report)->portfolio, &map, &writing, out)
                           : status;
}

static gp_status write_fit(gp_job *job, const gp_report *report, const gp_part_row *row,
                           gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    gp_fits fits;
    gp_status status = gp_find_fits(job, report->schedule, &fits);
    return status == GP_OK ? gp_write_fit(job, report->schedule, &fits, &writing, out) : status;
}

static gp_status write_trace(gp_job *job, const gp_report *report, const gp_part_row *row,
                             gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    const gp_trace_options telling = {.tells_shared_once = true};
    gp_traces traces;
    gp_status status = gp_find_traces(job, report->schedule, &telling, &traces);
    return status == GP_OK ? gp_write_trace(job, report->schedule, &traces, &writing, out) : status;
}

static gp_status write_scenarios(gp_job *job, const gp_report *report, const gp_part_row *row,
                                 gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    const gp_portfolio *portfolio = network_of(report)->portfolio;
    gp_scenarios scenarios;
    gp_status status = gp_compare_scenarios(job, portfolio, &scenarios);
    return status == GP_OK ? gp_write_scenarios(job, portfolio, &scenarios, &writing, out) : status;
}

static gp_status write_leverage(gp_job *job, const gp_report *report, const gp_part_row *row,
                                gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    gp_leverages found;
    gp_structure structure;
    gp_status status = gp_find_leverage(job, network_of(report)->portfolio, &found);
    if (status == GP_OK) status = gp_find_structure(job, network_of(report), &structure);
    return status == GP_OK
               ? gp_write_leverage(job, network_of(report), &found, &structure, &writing, out)
               : status;
}

static gp_status write_risk(gp_job *job, const gp_report *report, const gp_part_row *row,
                            gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    return gp_write_risk(job, report->schedule, report->risk, &writing, out);
}

static gp_status write_repair(gp_job *job, const gp_report *report, const gp_part_row *row,
                              gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    return gp_write_repair(job, report->document, report->repair, &writing, out);
}

static gp_status write_comparison(gp_job *job, const gp_report *report, const gp_part_row *row,
                                  gp_output *out)
{
    const gp_write_options writing = writing_of(row);
    return gp_write_comparison(job, report->comparison, &writing, out);
}

#define JSON(name, make)                                                                           \
    {                                                                                              \
        name ".json", make, NULL, GP_ENGLISH, GP_FORMAT_JSON, false                                \
    }
#define TABLE(name, make, is_there)                                                                \
    {                                                                                              \
        name ".csv", make, is_there, GP_ENGLISH, GP_FORMAT_CSV, false                              \
    }
#define PROSE(name, make, is_there) GP_IN_BOTH(name, ".md", GP_FORMAT_MARKDOWN, make, is_there)

const gp_part_row gp_answer_parts[] = {
    JSON("portfolio", write_portfolio),
    {"original.json", write_unchanged, gp_has_changes, GP_ENGLISH, GP_FORMAT_JSON, false},
    JSON("plan", write_plan),
    JSON("links", write_links),
    GP_IN_BOTH("whys", ".json", GP_FORMAT_JSON, write_stories, NULL),
    {"findings.en.csv", write_findings, NULL, GP_ENGLISH, GP_FORMAT_CSV, true},
    {"findings.nl.csv", write_findings, NULL, GP_DUTCH, GP_FORMAT_CSV, true},
    TABLE("plan", write_plan, NULL),
    TABLE("interventions", write_lives, NULL),
    TABLE("clashes", write_clashes, NULL),
    TABLE("gaps", write_gaps, NULL),
    TABLE("boards", write_boards, NULL),
    TABLE("map", write_map, NULL),
    TABLE("fit", write_fit, NULL),
    TABLE("trace", write_trace, NULL),
    TABLE("scenarios", write_scenarios, NULL),
    TABLE("leverage", write_leverage, NULL),
    TABLE("repair", write_repair, gp_has_repair),
    PROSE("repair", write_repair, gp_has_repair),
    TABLE("risk", write_risk, gp_has_risk),
    TABLE("compare", write_comparison, gp_has_comparison),
    PROSE("compare", write_comparison, gp_has_comparison),
    {0},
};
