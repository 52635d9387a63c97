/* SPDX-License-Identifier: MIT
 * Reads a part: any bytes, of which nothing is believed. Whatever does not fit is refused as a
 * whole; a text or a list is never longer than what is left of the file. */
#include "io/risk/part.h"

#include <stdio.h>

typedef struct reading {
    gp_job *job;
    const char *bytes;
    size_t size, at;
    bool is_wrong; /* from here nothing counts */
    bool is_out_of_memory;
} reading;

static uint64_t wrong(reading *in)
{
    in->is_wrong = true;
    return 0;
}

static uint64_t take(reading *in)
{
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (in->is_wrong || in->at == in->size) return wrong(in);
        const unsigned char byte = (unsigned char)in->bytes[in->at++];
        if (shift == 63 && byte > 1) return wrong(in);
        number |= (uint64_t)(byte & 127) << shift;
        if (byte < 128) return number;
    }
    return wrong(in);
}

static uint64_t take_most(reading *in, uint64_t most)
{
    uint64_t number = take(in);
    return number > most ? wrong(in) : number;
}

static bool take_bool(reading *in)
{
    return take_most(in, 1) == 1;
}

static int64_t take_signed(reading *in)
{
    uint64_t folded = take(in);
    return (int64_t)(folded >> 1 ^ (folded & 1 ? UINT64_MAX : 0));
}

/* So many things of at least a byte each. */
static size_t take_count(reading *in)
{
    uint64_t count = take(in);
    return count > in->size - in->at ? wrong(in) : (size_t)count;
}

static const char *take_bytes(reading *in, size_t *size)
{
    const char *at;
    *size = take_count(in);
    at = in->bytes + in->at;
    in->at += *size;
    return at;
}

/* Room for so many objects; the count is of what is in the file. */
static void *make_room(reading *in, size_t count, size_t size)
{
    void *room = in->is_wrong ? NULL : gp_allocate(in->job, count, size);
    in->is_out_of_memory |= !room && !in->is_wrong;
    in->is_wrong |= !room;
    return room;
}

/* With a NUL after it, and none in it. */
static const char *take_text(reading *in)
{
    size_t size;
    const char *bytes = take_bytes(in, &size);
    char *text = make_room(in, size + 1, 1);
    if (!text || size == 0) return text ? text : "";
    if (memchr(bytes, 0, size)) (void)wrong(in);
    return memcpy(text, bytes, size);
}

static const char *take_maybe(reading *in)
{
    return take_bool(in) ? take_text(in) : NULL;
}

/* ---- the origin ---- */

static const gp_changes *take_changes(reading *in)
{
    gp_changes *changes = make_room(in, 1, sizeof *changes);
    if (!changes) return NULL;
    changes->scenario = take_maybe(in);
    const size_t measure_count = take_count(in);
    const char **measures = make_room(in, measure_count, sizeof *measures);
    for (size_t i = 0; !in->is_wrong && i < measure_count; i++) measures[i] = take_text(in);
    const size_t text_count = take_count(in);
    gp_change_text *texts = make_room(in, text_count, sizeof *texts);
    for (size_t i = 0; !in->is_wrong && i < text_count; i++) {
        texts[i].verb = (gp_change_verb)take_most(in, GP_DROP);
        texts[i].text = take_text(in);
    }
    changes->measures = measures;
    changes->measure_count = (uint32_t)measure_count;
    changes->texts = texts;
    changes->text_count = (uint32_t)text_count;
    bool is_empty = !changes->scenario && measure_count + text_count == 0;
    return is_empty ? NULL : changes;
}

static void take_reading(reading *in, gp_read_options *out)
{
    int64_t day = take_signed(in);
    if (day != GP_NO_DAY && (day < GP_DAY_FIRST || day > GP_DAY_LAST)) (void)wrong(in);
    out->status_date = (gp_day)day;
    out->format = take_maybe(in);
    out->intervention_types = take_maybe(in);
    out->capability_types = take_maybe(in);
    out->relation_types = take_maybe(in);
    out->property_names = take_maybe(in);
    out->column_names = take_maybe(in);
    out->is_strict = take_bool(in);
    out->changes = take_changes(in);
    if (out->format && !gp_find_file_format(out->format)) (void)wrong(in);
}

static void take_together(reading *in, gp_together *out)
{
    const size_t count = take_count(in);
    uint32_t *interventions = make_room(in, count, sizeof *interventions);
    for (size_t i = 0; !in->is_wrong && i < count; i++)
        interventions[i] = (uint32_t)take_most(in, UINT32_MAX - 1);
    *out = (gp_together){interventions, (uint32_t)count};
}

static void take_options(reading *in, gp_risk_options *out)
{
    out->spread_less = (uint16_t)take_most(in, 100);
    out->spread_more = (uint16_t)take_most(in, UINT16_MAX);
    out->is_mitigated = take_bool(in);
    if (!take_bool(in)) return;
    const size_t count = (size_t)take_most(in, GP_TOGETHER_MAX);
    gp_together *together = make_room(in, count, sizeof *together);
    for (size_t i = 0; !in->is_wrong && i < count; i++) take_together(in, &together[i]);
    out->together = together;
    out->together_count = (uint32_t)count;
}

static void take_files(reading *in, gp_version_files *out)
{
    const size_t count = take_count(in);
    gp_version_file *files = make_room(in, count, sizeof *files);
    for (size_t i = 0; !in->is_wrong && i < count; i++) {
        files[i].name = take_text(in);
        files[i].bytes = take_bytes(in, &files[i].size);
        files[i].is_committed = true;
    }
    *out = (gp_version_files){files, count};
}

static void take_origin(reading *in, gp_run_origin *out)
{
    take_reading(in, &out->reading);
    out->scenario = take_maybe(in);
    out->float_mode = (gp_float_mode)take_most(in, GP_FLOAT_BOTH);
    take_options(in, &out->options);
    take_files(in, &out->files);
}

/* ---- the part ---- */

static void take_sums(reading *in, gp_run_part *out)
{
    out->about.seed = take(in);
    out->about.identity = take(in);
    out->about.first_draw = (uint32_t)take_most(in, GP_RISK_DRAWS_MAX);
    out->about.draws = (uint32_t)take_most(in, GP_RISK_DRAWS_MAX - out->about.first_draw);
    out->about.is_partial = take_bool(in);
    if (out->about.draws == 0) (void)wrong(in);
    const size_t count = take_count(in);
    int64_t *sums = make_room(in, count, sizeof *sums);
    for (size_t i = 0; !in->is_wrong && i < count; i++) sums[i] = take_signed(in);
    out->origin.options.seed = out->about.seed;
    out->sums = sums;
    out->sum_count = count;
}

static bool is_whole(const char *bytes, size_t size)
{
    uint64_t sum = 0;
    for (int i = 7; i >= 0; i--) sum = sum << 8 | (unsigned char)bytes[size + (size_t)i];
    return sum == gp_sum_bytes(bytes, size);
}

gp_status gp_refuse_part(gp_job *job, const char *name, gp_argument problem)
{
    const gp_finding finding = {.code = 808, .subject = name, .arguments = {problem}};
    return gp_fail(job, GP_INVALID, &finding);
}

gp_status gp_refuse_part_saying(gp_job *job, const char *name, const char *english,
                                const char *dutch)
{
    const size_t sizes[2] = {strlen(english) + 1, strlen(dutch) + 1};
    char *words[2] = {GP_NEW(job, char, sizes[0]), GP_NEW(job, char, sizes[1])};
    if (!words[0] || !words[1]) return gp_no_memory(job);
    memcpy(words[0], english, sizes[0]);
    memcpy(words[1], dutch, sizes[1]);
    return gp_refuse_part(job, name, GP_WORDS(words[0], words[1]));
}

static gp_status refuse_version(gp_job *job, const char *name, const char *version)
{
    char words[2][160];
    snprintf(words[0], sizeof words[0],
             "groeipad %.40s drew it, and this is %s; parts of a run are of one version", version,
             gp_version());
    snprintf(words[1], sizeof words[1],
             "groeipad %.40s heeft hem getrokken, en dit is %s; delen van een run zijn van één "
             "versie",
             version, gp_version());
    return gp_refuse_part_saying(job, name, words[0], words[1]);
}

gp_status gp_read_part(gp_job *job, const char *name, const char *bytes, size_t size,
                       gp_run_part *out)
{
    const size_t head = sizeof GP_PART_MAGIC - 1;
    gp_run_part part = {.name = name};
    if (size < head || memcmp(bytes, GP_PART_MAGIC, head) != 0)
        return gp_refuse_part(job, name,
                              GP_WORDS("it is no part of a run", "het is geen deel van een run"));
    if (size < head + 8 || !is_whole(bytes, size - 8))
        return gp_refuse_part(job, name,
                              GP_WORDS("it is cut off or damaged: its checksum is not that of its "
                                       "bytes",
                                       "hij is afgekapt of beschadigd: de controlesom is niet die "
                                       "van de bytes"));
    reading in = {.job = job, .bytes = bytes, .size = size - 8, .at = head};
    const char *version = take_text(&in);
    if (!in.is_wrong && strcmp(version, gp_version()) != 0)
        return refuse_version(job, name, version);
    take_origin(&in, &part.origin);
    take_sums(&in, &part);
    if (in.is_out_of_memory) return gp_no_memory(job);
    if (in.is_wrong || in.at != in.size)
        return gp_refuse_part(job, name,
                              GP_WORDS("what is in it is not what groeipad writes",
                                       "wat erin staat is niet wat groeipad schrijft"));
    *out = part;
    return GP_OK;
}
