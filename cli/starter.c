/* SPDX-License-Identifier: MIT
 * The portfolio that `init` writes: small, complete, and with one clash in it, so that the first
 * `groeipad clashes` has something to say. JSON has no comments; "x-comment" is a key of the
 * user's own, and a comment where a format has those (starter_comments.c). {0} is the status date,
 * {1} the year after it. */
#include "cli/cli.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* clang-format off */
static const char *const starters[2] = {
    "{\n"
    "  \"x-comment\": \"A portfolio to start from. Keys that start with x- are your own.\",\n"
    "  \"groeipad\": 1,\n"
    "  \"title\": \"Growth path of our service\",\n"
    "  \"language\": \"en\",\n"
    "  \"x-comment-status-date\": \"What counts as today: groeipad never looks at a clock.\",\n"
    "  \"status_date\": \"{0}\",\n"
    "  \"x-comment-planning\": \"Capabilities start twice a year; proposals 6 weeks earlier.\",\n"
    "  \"planning\": {\"round\": \"6mo\", \"from\": \"{1}-01-01\", \"prepare\": \"6w\"},\n"
    "  \"cycle\": \"2w\",\n"
    "  \"interventions\": [\n"
    "    {\"id\": \"plain-letters\", \"name\": \"Letters in plain language\",\n"
    "     \"x-comment\": \"A short cycle: good to start with.\",\n"
    "     \"stage\": \"develop\", \"uncertainty\": \"low\",\n"
    "     \"duration\": \"3mo\", \"needed_by\": \"{1}-07-01\",\n"
    "     \"requires\": [\"write-plainly\"]},\n"
    "    {\"id\": \"proactive-offer\", \"name\": \"Offer help before people ask\",\n"
    "     \"x-comment\": \"Cannot be live in time: see groeipad clashes.\",\n"
    "     \"stage\": \"develop\", \"uncertainty\": \"medium\",\n"
    "     \"duration\": \"4mo\", \"needed_by\": \"{1}-11-01\",\n"
    "     \"requires\": [{\"id\": \"citizen-view\", \"level\": 2}]}\n"
    "  ],\n"
    "  \"capabilities\": [\n"
    "    {\"id\": \"write-plainly\", \"name\": \"Write plainly\", \"scope\": \"bound\",\n"
    "     \"status\": \"in-development\", \"started\": \"{0}\", \"lead_time\": \"5mo\"},\n"
    "    {\"id\": \"citizen-view\", \"name\": \"One view of the citizen\", \"scope\": \"bound\",\n"
    "     \"x-comment\": \"Each level has its own lead time, and maybe requirements.\",\n"
    "     \"levels\": [\n"
    "       {\"level\": 1, \"lead_time\": \"6mo\", \"requires\": [\"data-quality\"]},\n"
    "       {\"level\": 2, \"lead_time\": {\"min\": \"4mo\", \"likely\": \"6mo\",\n"
    "                                 \"max\": \"1y\"}}\n"
    "     ]},\n"
    "    {\"id\": \"data-quality\", \"name\": \"Reliable data\", \"scope\": \"general\",\n"
    "     \"lead_time\": \"5mo\"}\n"
    "  ]\n"
    "}\n",

    "{\n"
    "  \"x-comment\": \"Een portfolio om mee te beginnen. Sleutels met x- zijn van uzelf.\",\n"
    "  \"groeipad\": 1,\n"
    "  \"title\": \"Groeipad van onze dienstverlening\",\n"
    "  \"language\": \"nl\",\n"
    "  \"x-comment-status-date\": \"Wat als vandaag geldt: groeipad kijkt nooit op de klok.\",\n"
    "  \"status_date\": \"{0}\",\n"
    "  \"x-comment-planning\": \"Capabilities starten elk halfjaar; voorstel 6 weken eerder.\",\n"
    "  \"planning\": {\"round\": \"6mo\", \"from\": \"{1}-01-01\", \"prepare\": \"6w\"},\n"
    "  \"cycle\": \"2w\",\n"
    "  \"interventions\": [\n"
    "    {\"id\": \"heldere-brieven\", \"name\": \"Brieven in heldere taal\",\n"
    "     \"x-comment\": \"Een korte cyclus: goed om mee te beginnen.\",\n"
    "     \"stage\": \"develop\", \"uncertainty\": \"low\",\n"
    "     \"duration\": \"3mo\", \"needed_by\": \"{1}-07-01\",\n"
    "     \"requires\": [\"helder-schrijven\"]},\n"
    "    {\"id\": \"proactief-aanbod\", \"name\": \"Hulp aanbieden voordat mensen erom vragen\",\n"
    "     \"x-comment\": \"Kan niet op tijd live zijn: zie groeipad clashes.\",\n"
    "     \"stage\": \"develop\", \"uncertainty\": \"medium\",\n"
    "     \"duration\": \"4mo\", \"needed_by\": \"{1}-11-01\",\n"
    "     \"requires\": [{\"id\": \"klantbeeld\", \"level\": 2}]}\n"
    "  ],\n"
    "  \"capabilities\": [\n"
    "    {\"id\": \"helder-schrijven\", \"name\": \"Helder schrijven\", \"scope\": \"bound\",\n"
    "     \"status\": \"in-development\", \"started\": \"{0}\", \"lead_time\": \"5mo\"},\n"
    "    {\"id\": \"klantbeeld\", \"name\": \"Klantbeeld\", \"scope\": \"bound\",\n"
    "     \"x-comment\": \"Elk niveau heeft een eigen doorlooptijd, en soms eigen eisen.\",\n"
    "     \"levels\": [\n"
    "       {\"level\": 1, \"lead_time\": \"6mo\", \"requires\": [\"betrouwbare-data\"]},\n"
    "       {\"level\": 2, \"lead_time\": {\"min\": \"4mo\", \"likely\": \"6mo\",\n"
    "                                 \"max\": \"1y\"}}\n"
    "     ]},\n"
    "    {\"id\": \"betrouwbare-data\", \"name\": \"Betrouwbare data\", \"scope\": \"general\",\n"
    "     \"lead_time\": \"5mo\"}\n"
    "  ]\n"
    "}\n"};
/* clang-format on */

/* Copies the pattern with {0} and {1} filled in; to NULL: only counts. */
static size_t fill_in(const char *pattern, const char *const values[2], char *out)
{
    size_t length = 0;
    while (*pattern) {
        bool is_value = pattern[0] == '{' && (pattern[1] == '0' || pattern[1] == '1');
        const char *piece = is_value ? values[pattern[1] - '0'] : pattern;
        size_t size = is_value ? strlen(piece) : 1;
        if (out) memcpy(out + length, piece, size);
        length += size;
        pattern += is_value ? 3 : 1;
    }
    return length;
}

const char *cli_starter(gp_job *job, gp_language language, gp_day status_date)
{
    char date[GP_DATE_SIZE], next[16], text[4096];
    gp_format_date(status_date, date);
    snprintf(next, sizeof next, "%04d", (int)gp_date_of(status_date).year + 1);
    const char *const values[] = {date, next};
    assert(fill_in(starters[language], values, NULL) <= sizeof text);
    return gp_copy_text(job, text, fill_in(starters[language], values, text));
}
