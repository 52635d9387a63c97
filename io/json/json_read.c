/* SPDX-License-Identifier: MIT
 * Walks the top of a JSON portfolio: its keys, and for each its value or its list of records. */
#include "io/json/json_read.h"
#include "io/door.h"
#include "io/formats.h"
#include "io/json/json_list.h"

#include <cjson/cJSON.h>
#include <string.h>

/* ---- what to do with a value ---- */

static gp_status read_record(gp_json_reader *r, const gp_key *key, const cJSON *tree)
{
    return gp_take_record(r->records, key, tree);
}

static gp_status read_setting(gp_json_reader *r, const gp_key *key, const cJSON *tree)
{
    return gp_take_value(r->records, key, tree);
}

/* The value of a key that no table has, for the document. */
static gp_status read_other(gp_json_reader *r, const gp_key *key, const cJSON *tree)
{
    (void)key;
    return gp_take_other(r->records, r->other, tree);
}

/* ---- the top ---- */

static gp_status read_member_value(gp_json_reader *r, const gp_key *key)
{
    char next;
    GP_TRY(gp_walk_blank(&r->walk, &next));
    if (!key && r->other) return gp_read_json_value(r, NULL, read_other);
    if (!key)
        return next == '[' ? gp_read_json_list(r, NULL, NULL) : gp_read_json_value(r, NULL, NULL);
    if (!key->detail || next != '[') return gp_read_json_value(r, key, read_setting);
    GP_TRY(gp_emit_empty(r->records, key->name));
    return gp_read_json_list(r, key, read_record);
}

/* The row of the key that was scanned last; NULL when nobody wants its value. */
static gp_status find_row(gp_json_reader *r, gp_place place, uint32_t *seen, const gp_key **out)
{
    const char *name = gp_decode_text(r->walk.input->window, r->walk.scan.text);
    if (!name) return gp_no_memory(r->records->job);
    GP_TRY(gp_find_top(r->records, name, place, seen, out));
    r->other = NULL;
    bool is_ours = strcmp(name, GP_OWN_KEY) == 0;
    if (*out || (!r->records->document && !is_ours)) return GP_OK;
    r->other = gp_copy_text(r->records->job, name, strlen(name)); /* the window moves on */
    return r->other ? GP_OK : gp_no_memory(r->records->job);
}

static gp_status read_member(gp_json_reader *r, uint32_t *seen)
{
    bool is_sound;
    const gp_key *key;
    gp_place place = gp_scan_place(&r->walk.scan);
    GP_TRY(gp_walk_key(&r->walk, &is_sound));
    if (!is_sound) {
        r->walk.is_stopped = r->records->is_incomplete = true;
        return GP_OK;
    }
    GP_TRY(find_row(r, place, seen, &key));
    return read_member_value(r, key);
}

static gp_status read_members(gp_json_reader *r)
{
    uint32_t seen = 0;
    char next;
    r->walk.scan.position.at++;
    GP_TRY(gp_walk_blank(&r->walk, &next));
    bool is_more = next != '}';
    if (!is_more) r->walk.scan.position.at++;
    while (is_more) {
        GP_TRY(read_member(r, &seen));
        if (!r->walk.is_stopped) GP_TRY(gp_pass_comma(r, &gp_in_object, &is_more));
        if (r->walk.is_stopped) return GP_OK;
    }
    GP_TRY(gp_walk_blank(&r->walk, &next));
    if (r->walk.scan.position.at == r->walk.scan.end) return GP_OK;
    return gp_walk_refuse(&r->walk, GP_WORDS("the end of the file", "het einde van het bestand"));
}

static gp_status read_portfolio(gp_json_reader *r)
{
    gp_json_walk *walk = &r->walk;
    char next;
    while (walk->input->size < 3 && !walk->input->is_last) GP_TRY(gp_walk_on(walk));
    if (walk->input->size >= 3 && memcmp(walk->scan.window, "\xEF\xBB\xBF", 3) == 0) {
        walk->scan.position.at += 3; /* a byte order mark */
        walk->scan.position.bias -= 3;
    }
    GP_TRY(gp_walk_blank(walk, &next));
    gp_place place = gp_scan_place(&walk->scan);
    gp_begin(r->records, walk->input, (gp_spot){(uint32_t)place.line, (uint32_t)place.column});
    if (next == '{') return read_members(r);
    r->records->is_incomplete = true;
    return gp_walk_refuse(walk, GP_TEXT("'{'"));
}

gp_status gp_read_json(gp_records *records, gp_input *input)
{
    gp_json_reader r;
    gp_start_reader(&r, records, input);
    gp_status status = read_portfolio(&r);
    if (r.walk.is_stopped) records->is_incomplete = true;
    gp_end_reader(&r);
    return status;
}

bool gp_sniff_json(const char *head, size_t size)
{
    (void)size;
    head += strspn(head, " \t\r\n");
    return *head == '{' || *head == '[';
}
