/* SPDX-License-Identifier: MIT
 * Draws measures that change what a random portfolio has. */
#include "tests/support_repair_drawn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* What a measure changes, as it comes: a list each, but for the settings. */
typedef enum part { DROPS, CAPABILITIES, INTERVENTIONS, SETTINGS, WASTE, PARTS } part;
typedef struct changes {
    FILE *parts[PARTS];
    char *texts[PARTS];
    size_t sizes[PARTS];
    uint64_t touched[2]; /* by record: capabilities, interventions */
} changes;

static void open_changes(changes *c)
{
    *c = (changes){0};
    for (int i = 0; i < PARTS; i++) {
        c->parts[i] = open_memstream(&c->texts[i], &c->sizes[i]);
        assert_non_null(c->parts[i]);
    }
}

static void close_changes(changes *c, FILE *out)
{
    static const char *const heads[] = {"\"drop\":[", "\"capabilities\":[", "\"interventions\":[",
                                        ""};
    const char *comma = "";
    for (int i = 0; i < PARTS; i++) {
        fclose(c->parts[i]);
        if (c->sizes[i] && i != WASTE) {
            fprintf(out, "%s%s%s%s", comma, heads[i], c->texts[i], i == SETTINGS ? "" : "]");
            comma = ",";
        }
        free(c->texts[i]);
    }
}

/* Where the next entry of a list goes. */
static FILE *next(changes *c, part which)
{
    FILE *out = c->parts[which];
    if (ftell(out) > 0) fputs(",", out);
    return out;
}

/* The entry of a record begins; of each there is one, further ones are dropped. */
static FILE *next_record(changes *c, char kind, uint32_t index)
{
    uint64_t *touched = &c->touched[kind == 'i'], bit = (uint64_t)1 << index;
    bool is_new = !(*touched & bit);
    *touched |= bit;
    FILE *out = next(c, !is_new ? WASTE : kind == 'i' ? INTERVENTIONS : CAPABILITIES);
    fprintf(out, "{\"id\":\"%c%u\",", kind, index);
    return out;
}

typedef struct holder {
    char kind;
    uint32_t index;
    const drawn_requirement *requires;
    uint32_t count;
} holder;

static holder draw_holder(drawn *d)
{
    uint32_t at = draw(d, d->capability_count + 2 * d->intervention_count);
    if (at < d->capability_count)
        return (holder){'c', at, d->capabilities[at].requires, d->capabilities[at].require_count};
    at = (at - d->capability_count) % d->intervention_count;
    return (holder){'i', at, d->interventions[at].requires, d->interventions[at].require_count};
}

static FILE *next_of(changes *c, const holder *h)
{
    FILE *out = next_record(c, h->kind, h->index);
    fputs("\"requires\":[", out);
    return out;
}

/* Of no use to any date. */
static void change_owner(drawn *d, changes *c)
{
    fputs("\"owner\":\"nobody\"}", next_record(c, 'c', draw(d, d->capability_count)));
}

/* A lead time that is shorter than that of the file, of the same unit; seldom any other, where
 * that is wanted. */
static void change_lead(drawn *d, changes *c)
{
    uint32_t at = draw(d, d->capability_count);
    const drawn_capability *old = &d->capabilities[at];
    bool is_any = !d->taste->is_plain && draw(d, 6) == 0;
    FILE *out = next_record(c, 'c', at);
    if (is_any)
        write_lead(out, "wmdea"[draw(d, 5)], 1 + draw(d, 50));
    else
        write_lead(out, old->unit, old->weeks ? draw(d, old->weeks) : 3);
    fputs("}", out);
}

static void change_entry(drawn *d, changes *c)
{
    uint32_t at = draw(d, d->capability_count);
    const drawn_capability *old = &d->capabilities[at];
    uint32_t level = old->entry ? old->entry : 1 + draw(d, 3);
    FILE *out = next_record(c, 'c', at);
    fprintf(out, "\"levels\":[{\"level\":%u,", level);
    if (draw(d, 2))
        fprintf(out, "\"lead_time\":\"%uw\"}]}", 1 + draw(d, old->entry ? old->entry_weeks : 3));
    else
        fputs("\"planning\":\"none\"}]}", out);
}

static void change_planning(drawn *d, changes *c)
{
    static const char *const plannings[] = {"\"none\"", "\"none\"",
                                            "{\"round\":\"3mo\",\"from\":\"2026-01-01\"}"};
    uint32_t at = draw(d, d->capability_count + 2);
    if (at >= d->capability_count && *d->finer)
        fputs(d->finer, next(c, SETTINGS));
    else
        fprintf(next_record(c, 'c', at % d->capability_count), "\"planning\":%s}",
                plannings[draw(d, d->taste->is_plain ? 2 : 3)]);
}

/* "c1->c2|c3", as --drop has it. */
static void drop_requirement(changes *c, const holder *h, const drawn_requirement *r)
{
    FILE *out = next(c, DROPS);
    fprintf(out, "\"%c%u->", h->kind, h->index);
    for (uint32_t i = 0; i < r->count; i++) fprintf(out, "%sc%u", i ? "|" : "", r->targets[i]);
    fputs("\"", out);
}

/* One more will do. */
static void add_alternative(drawn *d, changes *c, const holder *h, const drawn_requirement *r)
{
    drawn_requirement now = *r;
    uint32_t first = h->kind == 'c' ? h->index + 1 : 0;
    uint32_t other = first + draw(d, d->capability_count - first);
    for (uint32_t i = 0; i < now.count; i++)
        if (now.count == TARGETS_MAX || now.targets[i] == other) {
            change_lead(d, c);
            return;
        }
    now.targets[now.count++] = other;
    drop_requirement(c, h, r);
    FILE *out = next_of(c, h);
    write_requirement(out, &now);
    fputs("]}", out);
}

/* A level less, or a lag. */
static void change_demand(drawn *d, changes *c, const holder *h, const drawn_requirement *r)
{
    static const char *const leads[] = {",\"lag\":null", ",\"lag\":\"-3w\"", ",\"by\":\"live\"",
                                        ",\"lag\":\"-1w\""};
    bool is_level = r->level > 1 && draw(d, 3);
    const char *more = is_level ? "" : leads[draw(d, d->taste->is_plain ? 2 : 4)];
    if (h->kind == 'c' && strstr(more, "live")) more = ",\"by\":\"start\"";
    bool is_around = r->count > 1 && strstr(more, "by");
    FILE *out = next_of(c, h);
    if (r->count > 1) fputs("{\"any\":[", out);
    for (uint32_t i = 0; i < r->count; i++)
        fprintf(out, "%s{\"id\":\"c%u\",\"level\":%u%s}", i ? "," : "", r->targets[i],
                is_level ? r->level - 1 : r->level, is_around ? "" : more);
    if (r->count > 1) fprintf(out, "]%s}", is_around ? more : "");
    fputs("]}", out);
}

static void change_requirement(drawn *d, changes *c)
{
    holder h = draw_holder(d);
    if (h.count == 0) {
        change_lead(d, c);
        return;
    }
    const drawn_requirement *r = &h.requires[draw(d, h.count)];
    switch (draw(d, 4)) {
    case 0: drop_requirement(c, &h, r); break;
    case 1: add_alternative(d, c, &h, r); break;
    default: change_demand(d, c, &h, r);
    }
}

static void change_facts(drawn *d, changes *c)
{
    static const char *const plain[] = {"\"level\":1", "\"level\":2", "\"not_before\":null",
                                        "\"identified\":null", "\"not_ready_before\":null"};
    static const char *const other[] = {"\"status\":\"available\"",      "\"ready\":\"2026-03-01\"",
                                        "\"started\":\"2025-10-01\"",    "\"progress\":60",
                                        "\"not_before\":\"2026-04-01\"", "\"ready\":null"};
    const char *now = d->taste->is_plain || draw(d, 3) ? ONE_OF(d, plain) : ONE_OF(d, other);
    fprintf(next_record(c, 'c', draw(d, d->capability_count)), "%s}", now);
}

static void change_intervention(drawn *d, changes *c)
{
    static const char *const plain[] = {"\"duration\":\"1w\"", "\"duration\":\"2w\"",
                                        "\"not_before\":null", "\"not_ready_before\":null",
                                        "\"duration\":\"3d\""};
    static const char *const other[] = {"\"cycle\":\"1w\"",   "\"cycle\":\"1d\"",
                                        "\"start\":null",     "\"start\":\"2026-01-19\"",
                                        "\"needed_by\":null", "\"cycle\":\"5w\""};
    uint32_t at = draw(d, d->intervention_count), later = 7 * (1 + draw(d, 40));
    const drawn_intervention *v = &d->interventions[at];
    char date[GP_DATE_SIZE];
    bool is_later = draw(d, 2), is_needed = d->is_ready && v->needed_by != GP_NO_DAY;
    const char *now = d->taste->is_plain || draw(d, 3) ? ONE_OF(d, plain) : ONE_OF(d, other);
    FILE *out = next_record(c, 'i', at);
    gp_format_date(is_needed ? v->needed_by + (int32_t)later : 0, date);
    if (is_later && is_needed)
        fprintf(out, "\"needed_by\":\"%s\"}", date);
    else
        fprintf(out, "%s}", is_later ? "\"owner\":\"nobody\"" : now);
}

/* A capability that is not there yet may take the place of others. */
static void change_with_new(drawn *d, changes *c, uint32_t number)
{
    holder h = draw_holder(d);
    if (h.count == 0 || h.requires[0].count == TARGETS_MAX) {
        change_lead(d, c);
        return;
    }
    const drawn_requirement *r = &h.requires[0];
    drop_requirement(c, &h, r);
    FILE *out = next_of(c, &h);
    fputs("{\"any\":[", out);
    for (uint32_t i = 0; i < r->count; i++) {
        write_target(out, r->targets[i], r, "");
        fputs(",", out);
    }
    fprintf(out, "\"n%u\"]%s}]}", number, r->more);
    fprintf(next(c, CAPABILITIES), "{\"id\":\"n%u\",\"lead_time\":\"%uw\"}", number,
            1 + draw(d, 20));
}

static void change_something(drawn *d, changes *c, uint32_t number)
{
    static void (*const makers[])(drawn *, changes *) = {
        change_lead,        change_lead,         change_lead,        change_lead,
        change_entry,       change_entry,        change_facts,       change_planning,
        change_owner,       change_planning,     change_requirement, change_requirement,
        change_requirement, change_intervention, change_intervention};
    const uint32_t all = sizeof makers / sizeof *makers;
    uint32_t which = draw(d, all + 1);
    if (which < all)
        makers[which](d, c);
    else
        change_with_new(d, c, number);
}

static void write_cost(drawn *d, FILE *out)
{
    static const char *const costs[] = {"0",    "1",   "1",    "2",   "2",   "3",  "5", "8",
                                        "0.25", "1.5", "12.5", "0.1", "0.2", "30", "4", "2.75"};
    if (draw(d, 20)) fprintf(out, ",\"cost\":%s", ONE_OF(d, costs));
}

/* needs point back, so that they make no circle. */
static void write_bonds(drawn *d, FILE *out, uint32_t number)
{
    uint32_t other = draw(d, d->measure_count), before = number ? draw(d, number) : 0;
    bool excludes = draw(d, 6) == 0 && other != number, needs = draw(d, 7) == 0 && number;
    if (needs && excludes && other == before) needs = false;
    if (excludes && !d->is_left_out[other]) fprintf(out, ",\"excludes\":[\"m%u\"]", other);
    if (needs && !d->is_left_out[before]) fprintf(out, ",\"needs\":[\"m%u\"]", before);
}

static void write_measure(drawn *d, FILE *out, uint32_t number)
{
    changes c;
    fprintf(out, "{\"id\":\"m%u\"", number);
    write_cost(d, out);
    write_bonds(d, out, number);
    fputs(",\"changes\":{", out);
    open_changes(&c);
    for (uint32_t i = draw(d, 4) ? 1 : 2 + draw(d, 2); i > 0; i--) change_something(d, &c, number);
    close_changes(&c, out);
    fputs("}}", out);
}

void write_measures(drawn *d, FILE *out)
{
    static const char head[] = ",\n\"measures\":[\n";
    const char *before = head;
    for (uint32_t i = 0; i < d->measure_count; i++) {
        char *text;
        size_t size;
        FILE *one = open_memstream(&text, &size);
        assert_non_null(one);
        write_measure(d, one, i);
        fclose(one);
        if (!d->is_left_out[i]) {
            fprintf(out, "%s%s", before, text);
            before = ",\n";
        }
        free(text);
    }
    if (before != head) fputs("]", out);
}
