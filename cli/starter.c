/* SPDX-License-Identifier: MIT
 * The portfolio that `init` writes: small, complete, and with one clash in it, so that the first
 * `groeipad clashes` has something to say. JSON has no comments; "x-comment" is a key of the
 * user's own. {0} is the status date, {1} and {2} are the two years after it. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static const char *const starters[2] = {
    "{\n"
    "  \"x-comment\": \"A starter portfolio. Keys that start with x- are yours: groeipad leaves "
    "them "
    "alone.\",\n"
    "  \"groeipad\": 1,\n"
    "  \"title\": \"Growth path of our service\",\n"
    "  \"language\": \"en\",\n"
    "  \"x-comment-status-date\": \"What counts as today. groeipad never looks at the clock.\",\n"
    "  \"status_date\": \"{0}\",\n"
    "  \"x-comment-planning\": \"Capabilities start once a year; a proposal is in 6 weeks "
    "before.\",\n"
    "  \"planning\": {\"round\": \"1y\", \"from\": \"{1}-01-01\", \"prepare\": \"6w\"},\n"
    "  \"cycle\": \"2w\",\n"
    "  \"interventions\": [\n"
    "    {\"id\": \"plain-letters\", \"name\": \"Letters in plain language\",\n"
    "     \"x-comment\": \"Short cycle: good to start with.\",\n"
    "     \"stage\": \"develop\", \"uncertainty\": \"low\", \"duration\": \"3mo\", \"needed_by\": "
    "\"{1}-07-01\",\n"
    "     \"requires\": [\"write-plainly\"]},\n"
    "    {\"id\": \"proactive-offer\", \"name\": \"Offer help before people ask\",\n"
    "     \"x-comment\": \"Needs a view of the citizen at level 2: see groeipad clashes.\",\n"
    "     \"stage\": \"explore\", \"uncertainty\": \"high\", \"duration\": \"4mo\", \"needed_by\": "
    "\"{2}-03-01\",\n"
    "     \"requires\": [{\"id\": \"citizen-view\", \"level\": 2}]}\n"
    "  ],\n"
    "  \"capabilities\": [\n"
    "    {\"id\": \"write-plainly\", \"name\": \"Write plainly\", \"scope\": \"bound\",\n"
    "     \"status\": \"in-development\", \"started\": \"{0}\", \"lead_time\": \"5mo\"},\n"
    "    {\"id\": \"citizen-view\", \"name\": \"One view of the citizen\", \"scope\": \"bound\",\n"
    "     \"x-comment\": \"Each level has its own lead time and may have its own requirements.\",\n"
    "     \"levels\": [{\"level\": 1, \"lead_time\": \"6mo\", \"requires\": [\"data-quality\"]},\n"
    "                {\"level\": 2, \"lead_time\": {\"min\": \"4mo\", \"likely\": \"6mo\", "
    "\"max\": "
    "\"1y\"}}]},\n"
    "    {\"id\": \"data-quality\", \"name\": \"Reliable data\", \"scope\": \"general\", "
    "\"lead_time\": \"8mo\"}\n"
    "  ]\n"
    "}\n",
    "{\n"
    "  \"x-comment\": \"Een portfolio om mee te beginnen. Sleutels met x- zijn van uzelf: groeipad "
    "laat "
    "ze met rust.\",\n"
    "  \"groeipad\": 1,\n"
    "  \"title\": \"Groeipad van onze dienstverlening\",\n"
    "  \"language\": \"nl\",\n"
    "  \"x-comment-status-date\": \"Wat als vandaag geldt. groeipad kijkt nooit op de klok.\",\n"
    "  \"status_date\": \"{0}\",\n"
    "  \"x-comment-planning\": \"Capabilities beginnen eens per jaar; een voorstel is 6 weken "
    "eerder "
    "binnen.\",\n"
    "  \"planning\": {\"round\": \"1y\", \"from\": \"{1}-01-01\", \"prepare\": \"6w\"},\n"
    "  \"cycle\": \"2w\",\n"
    "  \"interventions\": [\n"
    "    {\"id\": \"heldere-brieven\", \"name\": \"Brieven in heldere taal\",\n"
    "     \"x-comment\": \"Korte cyclus: goed om mee te beginnen.\",\n"
    "     \"stage\": \"develop\", \"uncertainty\": \"low\", \"duration\": \"3mo\", \"needed_by\": "
    "\"{1}-07-01\",\n"
    "     \"requires\": [\"helder-schrijven\"]},\n"
    "    {\"id\": \"proactief-aanbod\", \"name\": \"Hulp aanbieden voordat mensen erom vragen\",\n"
    "     \"x-comment\": \"Heeft een klantbeeld op niveau 2 nodig: zie groeipad clashes.\",\n"
    "     \"stage\": \"explore\", \"uncertainty\": \"high\", \"duration\": \"4mo\", \"needed_by\": "
    "\"{2}-03-01\",\n"
    "     \"requires\": [{\"id\": \"klantbeeld\", \"level\": 2}]}\n"
    "  ],\n"
    "  \"capabilities\": [\n"
    "    {\"id\": \"helder-schrijven\", \"name\": \"Helder schrijven\", \"scope\": \"bound\",\n"
    "     \"status\": \"in-development\", \"started\": \"{0}\", \"lead_time\": \"5mo\"},\n"
    "    {\"id\": \"klantbeeld\", \"name\": \"Klantbeeld\", \"scope\": \"bound\",\n"
    "     \"x-comment\": \"Elk niveau heeft een eigen doorlooptijd en mag eigen eisen hebben.\",\n"
    "     \"levels\": [{\"level\": 1, \"lead_time\": \"6mo\", \"requires\": "
    "[\"betrouwbare-data\"]},\n"
    "                {\"level\": 2, \"lead_time\": {\"min\": \"4mo\", \"likely\": \"6mo\", "
    "\"max\": "
    "\"1y\"}}]},\n"
    "    {\"id\": \"betrouwbare-data\", \"name\": \"Betrouwbare data\", \"scope\": \"general\", "
    "\"lead_time\": \"8mo\"}\n"
    "  ]\n"
    "}\n"};

/* Copies the pattern with {0}, {1} and {2} filled in; to NULL: only counts. */
static size_t fill_in(const char *pattern, const char *const values[3], char *out)
{
    size_t length = 0;
    while (*pattern) {
        bool is_value = pattern[0] == '{' && pattern[1] >= '0' && pattern[1] <= '2';
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
    char date[GP_DATE_SIZE], next[16], after[16], text[8192];
    int32_t year = gp_date_of(status_date).year;
    gp_format_date(status_date, date);
    snprintf(next, sizeof next, "%04d", (int)year + 1);
    snprintf(after, sizeof after, "%04d", (int)year + 2);
    const char *const values[] = {date, next, after};
    if (fill_in(starters[language], values, NULL) > sizeof text) return NULL;
    return gp_copy_text(job, text, fill_in(starters[language], values, text));
}
