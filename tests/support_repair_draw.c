/* SPDX-License-Identifier: MIT
 * Draws a portfolio as a person would write it. It is written twice: first to see when
 * interventions would be live, then with the days by which they are needed. */
#include "tests/support_repair_drawn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

uint32_t draw(drawn *d, uint32_t below)
{
    return test_random(&d->seed, below);
}

/* ---- what there is ---- */

static void draw_requirement(drawn *d, drawn_requirement *r, uint32_t first)
{
    static const char *const more[] = {"",
                                       "",
                                       "",
                                       "",
                                       "",
                                       ",\"lag\":\"2w\"",
                                       ",\"lag\":\"-1w\"",
                                       ",\"lag\":\"5wd\"",
                                       ",\"by\":\"start\"",
                                       ",\"by\":\"ready\"",
                                       ",\"from\":\"start\"",
                                       ",\"from\":\"start\",\"lag\":\"1mo\""};
    uint32_t left = d->capability_count - first;
    r->count = draw(d, 4) == 0 && left > 1 ? 2u + (left > 2 && draw(d, 3) == 0) : 1u;
    for (uint32_t i = 0, start = draw(d, left); i < r->count; i++)
        r->targets[i] = first + (start + i) % left;
    r->level = draw(d, 3) ? 1 : 2 + draw(d, 2);
    r->more = ONE_OF(d, more);
}

static uint32_t draw_requires(drawn *d, drawn_requirement *list, uint32_t first, uint32_t most)
{
    uint32_t count = 0, wanted = first < d->capability_count ? draw(d, most + 1) : 0;
    for (uint32_t tries = 0; tries < wanted; tries++) {
        drawn_requirement *r = &list[count];
        bool is_new = true;
        draw_requirement(d, r, first);
        for (uint32_t i = 0; i < count; i++) /* one requirement between the same two */
            for (uint32_t k = 0; k < r->count * list[i].count; k++)
                is_new =
                    is_new && r->targets[k / list[i].count] != list[i].targets[k % list[i].count];
        count += is_new;
    }
    return count;
}

static void draw_capability(drawn *d, uint32_t index)
{
    static const char *const more[] = {
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        ",\"planning\":\"none\"",
        ",\"planning\":{\"round\":\"1y\",\"from\":\"2026-03-31\"}",
        ",\"planning\":{\"dates\":[\"2026-06-01\",\"2026-12-01\"],\"round\":\"6mo\"}",
        ",\"not_before\":\"2026-09-01\"",
        ",\"identified\":\"2026-05-01\"",
        ",\"started\":\"2025-12-01\"",
        ",\"ready\":\"2026-04-01\"",
        ",\"not_ready_before\":\"2026-11-15\"",
        ",\"status\":\"available\"",
        ",\"started\":\"2025-11-01\",\"progress\":40",
        ",\"needed_by\":\"2026-10-01\""};
    drawn_capability *c = &d->capabilities[index];
    c->weeks = draw(d, 25) ? 2 + draw(d, 40) : 0;
    c->unit = "wwmmmdea"[draw(d, 8)];
    c->level = draw(d, 5) == 0;
    c->entry = draw(d, 3) == 0 ? 1 + draw(d, 3) : 0;
    c->entry_weeks = 2 + draw(d, 30);
    c->more = ONE_OF(d, more);
    if (c->level && strstr(c->more, "available")) c->more = "";
    c->require_count = draw_requires(d, c->requires, index + 1, 2);
}

static void draw_intervention(drawn *d, uint32_t index)
{
    static const char *const more[] = {"",
                                       "",
                                       "",
                                       "",
                                       ",\"cycle\":\"1mo\"",
                                       ",\"cycle\":\"3w\"",
                                       ",\"start\":\"2026-03-02\"",
                                       ",\"not_before\":\"2026-08-03\"",
                                       ",\"not_ready_before\":\"2026-10-05\"",
                                       ",\"duration\":\"15wd\""};
    drawn_intervention *v = &d->interventions[index];
    v->require_count = draw_requires(d, v->requires, 0, REQUIRES_MAX);
    if (v->require_count == 0) {
        draw_requirement(d, v->requires, 0);
        v->require_count = 1;
    }
    v->on = draw(d, 5) == 0 ? index + draw(d, d->intervention_count - index) : index;
    v->weeks = draw(d, 3) ? 0 : 3 + draw(d, 12);
    v->more = ONE_OF(d, more);
    if (strstr(v->more, "duration")) v->weeks = 0;
}

static void draw_all(drawn *d)
{
    static const char *const settings[][2] = {
        {"", ""},
        {",\"planning\":{\"round\":\"1y\",\"from\":\"2026-01-01\"}",
         "\"planning\":{\"round\":\"6mo\",\"from\":\"2026-01-01\"}"},
        {",\"planning\":{\"round\":\"1y\",\"from\":\"2026-01-01\",\"prepare\":\"2mo\"}",
         "\"planning\":{\"round\":\"3mo\"}"},
        {",\"planning\":{\"round\":\"6mo\",\"from\":\"2026-01-31\"}", "\"planning\":null"},
        {",\"planning\":{\"round\":\"3mo\",\"from\":\"2026-01-01\"},\"calendar\":{\"holidays\":["
         "\"2026-04-06\",\"2026-05-14\",\"2026-12-25\"]}",
         "\"planning\":{\"round\":\"1mo\",\"from\":\"2026-02-01\"}"},
        {",\"planning\":{\"round\":\"8w\",\"from\":\"2026-01-12\"},\"cycle\":\"4w\"",
         "\"planning\":{\"round\":\"4w\"}"},
        {",\"planning\":{\"dates\":[\"2026-03-12\",\"2026-09-17\",\"2027-03-04\"],\"round\":"
         "\"1y\"}",
         "\"planning\":{\"round\":\"6mo\"}"},
        {",\"planning\":{\"dates\":[\"2026-03-12\",\"2026-09-17\",\"2027-03-04\"]}",
         "\"planning\":{\"dates\":[\"2026-03-12\",\"2026-06-12\",\"2026-09-17\",\"2027-03-04\"]}"},
        {",\"planning\":{\"round\":\"1y\",\"from\":\"2026-01-01\",\"scope\":\"chain-start\"}",
         "\"planning\":{\"round\":\"6mo\"}"},
    };
    uint32_t which = draw(d, sizeof settings / sizeof *settings);
    d->settings = settings[which][0];
    d->finer = settings[which][1];
    d->capability_count = 2 + draw(d, d->taste->capabilities - 1);
    d->intervention_count = 1 + draw(d, d->taste->interventions);
    d->measure_count = d->taste->measures ? 1 + draw(d, d->taste->measures) : 0;
    for (uint32_t i = 0; i < d->capability_count; i++) draw_capability(d, i);
    for (uint32_t i = 0; i < d->intervention_count; i++) draw_intervention(d, i);
    d->measure_seed = d->seed;
}

/* ---- as JSON ---- */

void write_target(FILE *out, uint32_t target, const drawn_requirement *r, const char *more)
{
    if (r->level == 1 && !*more) {
        fprintf(out, "\"c%u\"", target);
        return;
    }
    fprintf(out, "{\"id\":\"c%u\"", target);
    if (r->level > 1) fprintf(out, ",\"level\":%u", r->level);
    fprintf(out, "%s}", more);
}

void write_requirement(FILE *out, const drawn_requirement *r)
{
    if (r->count == 1) {
        write_target(out, r->targets[0], r, r->more);
        return;
    }
    fputs("{\"any\":[", out);
    for (uint32_t i = 0; i < r->count; i++) {
        fputs(i ? "," : "", out);
        write_target(out, r->targets[i], r, "");
    }
    fprintf(out, "]%s}", r->more);
}

static void write_requires(FILE *out, const drawn_requirement *list, uint32_t count,
                           const char *first)
{
    fprintf(out, ",\"requires\":[%s", first);
    for (uint32_t i = 0; i < count; i++) {
        fputs(i || *first ? "," : "", out);
        write_requirement(out, &list[i]);
    }
    fputs("]", out);
}

void write_lead(FILE *out, char unit, uint32_t weeks)
{
    uint32_t months = weeks / 4 + 1;
    switch (unit) {
    case 'm': fprintf(out, "\"lead_time\":\"%umo\"", months); break;
    case 'd': fprintf(out, "\"lead_time\":\"%uwd\"", weeks * 5); break;
    case 'e':
        fprintf(out, "\"lead_time\":{\"min\":\"1w\",\"likely\":\"%uw\",\"max\":\"3y\"}", weeks);
        break;
    case 'a':
        fprintf(out, "\"aspects\":{\"skills\":\"%umo\",\"tools\":\"%uw\"}", months, weeks);
        break;
    default: fprintf(out, "\"lead_time\":\"%uw\"", weeks);
    }
}

static void write_capability(FILE *out, const drawn_capability *c, uint32_t index)
{
    fprintf(out, "{\"id\":\"c%u\"", index);
    if (c->weeks) fputs(",", out), write_lead(out, c->unit, c->weeks);
    if (c->level) fprintf(out, ",\"level\":%u", c->level);
    if (c->entry)
        fprintf(out, ",\"levels\":[{\"level\":%u,\"lead_time\":\"%uw\"}]", c->entry,
                c->entry_weeks);
    write_requires(out, c->requires, c->require_count, "");
    fprintf(out, "%s}", c->more);
}

static void write_intervention(FILE *out, const drawn_intervention *v, uint32_t index,
                               bool is_ready)
{
    char date[GP_DATE_SIZE], other[24] = "";
    fprintf(out, "{\"id\":\"i%u\"", index);
    if (v->on != index) snprintf(other, sizeof other, "\"i%u\"", v->on);
    if (v->weeks) fprintf(out, ",\"duration\":\"%uw\"", v->weeks);
    gp_format_date(v->needed_by, date);
    if (is_ready && v->needed_by != GP_NO_DAY) fprintf(out, ",\"needed_by\":\"%s\"", date);
    write_requires(out, v->requires, v->require_count, other);
    fprintf(out, "%s}", v->more);
}

static char *write_all(drawn *d)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    d->seed = d->measure_seed;
    fprintf(out, "{\"status_date\":\"2026-01-05\"%s,\n\"interventions\":[", d->settings);
    for (uint32_t i = 0; i < d->intervention_count; i++) {
        fputs(i ? ",\n" : "\n", out);
        write_intervention(out, &d->interventions[i], i, d->is_ready);
    }
    fputs("],\n\"capabilities\":[", out);
    for (uint32_t i = 0; i < d->capability_count; i++) {
        fputs(i ? ",\n" : "\n", out);
        write_capability(out, &d->capabilities[i], i);
    }
    fputs("]", out);
    write_measures(d, out);
    fputs("}\n", out);
    fclose(out);
    return text;
}

/* ---- by when interventions are needed ---- */

/* Reads with some measures made, and tells when interventions are live. False: no portfolio. */
static bool plan_lives(const drawn *d, const gp_document *document, const uint32_t *measures,
                       uint32_t count, gp_day *lives)
{
    char ids[REPAIR_MEASURES_MAX][8];
    const char *names[REPAIR_MEASURES_MAX];
    for (uint32_t i = 0; i < count; i++) {
        snprintf(ids[i], sizeof ids[i], "m%u", measures[i]);
        names[i] = ids[i];
    }
    gp_job *job = gp_job_new();
    const gp_changes changes = {.measures = names, .measure_count = count};
    const gp_read_options options = {.status_date = GP_NO_DAY, .changes = &changes};
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    bool is_made = gp_read_variant(job, document, &options, &portfolio, NULL) == GP_OK &&
                   gp_build_network(job, portfolio, &network) == GP_OK &&
                   gp_schedule_network(job, network, NULL, &schedule) == GP_OK;
    for (uint32_t i = 0; is_made && i < d->intervention_count; i++)
        lives[i] = schedule->dates[network->intervention_activity[i]].earliest_ready;
    gp_job_free(job);
    return is_made;
}

/* Mostly between the best day and the day of the plan, the later the easier. */
static void settle(drawn *d, gp_day now, gp_day best, uint32_t index)
{
    int32_t span = now > best ? now - best : 0;
    uint32_t which = draw(d, 12), days = draw(d, (uint32_t)span + 2);
    gp_day needed_by = best + (which < 8 ? (span + 2 * (int32_t)days) / 3 : (int32_t)days);
    if (which == 11) needed_by = best - 10;
    d->interventions[index].needed_by = draw(d, 9) ? needed_by : GP_NO_DAY;
}

static void settle_all(drawn *d)
{
    gp_day now[REPAIR_LIVES_MAX], best[REPAIR_LIVES_MAX], tried[REPAIR_LIVES_MAX];
    uint32_t made[REPAIR_MEASURES_MAX], count = 0;
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_document *document;
    char *text = write_all(d);
    gp_status status =
        gp_read_document_text(job, "p.json", text, strlen(text), NULL, &portfolio, &document);
    if (status != GP_OK) print_message("%s", text);
    assert_int_equal(status, GP_OK);
    assert_true(plan_lives(d, document, NULL, 0, now));
    memcpy(best, now, sizeof best);
    for (uint32_t i = 0; i < d->measure_count; i++) {
        d->is_left_out[i] = !plan_lives(d, document, &i, 1, tried);
        made[count] = i;
        if (d->is_left_out[i] || !plan_lives(d, document, made, count + 1, tried)) continue;
        count++;
        for (uint32_t k = 0; k < d->intervention_count; k++)
            if (tried[k] < best[k]) best[k] = tried[k];
    }
    for (uint32_t i = 0; i < d->intervention_count; i++) {
        gp_day easy = now[i] - (gp_day)draw(d, 120);
        settle(d, now[i], best[i] < now[i] ? best[i] : easy, i);
    }
    gp_job_free(job);
    free(text);
}

char *random_repairable(uint64_t seed, const repair_taste *taste)
{
    drawn d = {.seed = seed * 2654435761u + 88172645463325252u, .taste = taste};
    for (int i = 0; i < 8; i++) draw(&d, 2);
    draw_all(&d);
    settle_all(&d);
    d.is_ready = true;
    return write_all(&d);
}
