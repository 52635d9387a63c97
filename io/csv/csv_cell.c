/* SPDX-License-Identifier: MIT
 * What a cell says, as a value: lists, estimates, plannings, days and numbers as people write them
 * in spreadsheets, in English and Dutch. */
#include "io/csv/csv_cell.h"
#include "io/csv/csv_part.h"

#include <cjson/cJSON.h>
#include <string.h>

/* ---- lists ---- */

/* Is it an id that the portfolio has? */
static bool is_known(const gp_decoder *d, gp_cell_part p)
{
    if (gp_find_name(d->ids, p.text, p.size) != GP_NONE) return true;
    if (gp_draft_has(d->records->draft, p.text, p.size)) return true;
    for (gp_term_kind kind = 0; kind < GP_TERM_KINDS; kind++)
        if (gp_draft_has_term(d->records->draft, kind, p.text, p.size)) return true;
    return false;
}

/* "n.v.t.", "-": what stands in a cell where there is nothing to list. */
static bool is_nothing(gp_decoder *d, gp_cell_part p)
{
    char copy[GP_PART_SIZE_MAX + 1];
    const char *text = gp_written_part(d, "lead_time", p, copy);
    return text && *text == '\0' && !is_known(d, p);
}

/* "a, b" and "a; b" are lists to those who write them: it is no id that stands anywhere. */
static bool is_other_list(const gp_decoder *d, gp_cell_part p)
{
    bool has_mark = false;
    for (size_t i = 0; i + 1 < p.size; i++) has_mark = has_mark || strchr(",;\n", p.text[i]);
    return has_mark && !is_known(d, p);
}

static gp_status report_other_list(gp_decoder *d, const gp_sheet_cell *cell, const char *key,
                                   gp_cell_part whole)
{
    gp_job *job = d->records->job;
    const char *at = gp_copy_text(job, whole.text, whole.size), *shown, *text, *kept;
    gp_buffer *list = gp_new_buffer(job);
    gp_cell_part p;
    size_t size;
    if (!at || !list) return gp_no_memory(job);
    shown = gp_copy_cut(job, at);
    while (gp_next_part(&at, ",;\n", &p)) {
        if (!p.size) continue;
        if (list->bytes.count) gp_add_text(list, " | ");
        gp_add_bytes(list, p.text, p.size);
    }
    GP_TRY(gp_finish_buffer(list, &text, &size));
    kept = gp_copy_cut(job, text);
    if (!shown || !kept) return gp_no_memory(job);
    gp_finding finding = {
        .code = 106,
        .place = gp_place_in(d->tree->source, cell->spot),
        .arguments = {GP_TEXT(key), GP_TEXT(shown),
                      GP_WORDS("a list with | between", "een lijst met | ertussen")},
        .suggestion = kept};
    if (gp_find_cell(job, finding.place, NULL, &finding.cell))
        finding.cell.is_key = finding.cell.heading != NULL;
    return gp_add_finding(job, &finding);
}

bool gp_is_one_id(const gp_decoder *d, const gp_sheet_cell *cell)
{
    gp_cell_part whole = {cell->text, strlen(cell->text)};
    return !cell->text[strcspn(cell->text, ",;|\n")] || is_known(d, whole);
}

gp_status gp_report_several_ids(gp_decoder *d, const gp_sheet_cell *cell)
{
    gp_job *job = d->records->job;
    const char *shown = gp_copy_cut(job, cell->text);
    if (!shown) return gp_no_memory(job);
    gp_finding finding = {
        .code = 106,
        .place = gp_place_in(d->tree->source, cell->spot),
        .arguments = {GP_TEXT("requires"), GP_TEXT(shown),
                      GP_WORDS("one id; what else is required is a row of its own",
                               "een id; wat nog meer vereist is, is een eigen regel")}};
    if (gp_find_cell(job, finding.place, NULL, &finding.cell))
        finding.cell.is_key = finding.cell.heading != NULL;
    return gp_add_finding(job, &finding);
}

gp_status gp_decode_ids(gp_decoder *d, const gp_sheet_cell *cell, const char *key)
{
    const char *at = cell->text;
    gp_cell_part p;
    while (gp_next_part(&at, "|", &p)) {
        if (!p.size || is_nothing(d, p)) continue;
        if (!is_other_list(d, p)) {
            gp_add_part(d, key, p, cell->spot);
            continue;
        }
        GP_TRY(report_other_list(d, cell, key, p));
        const char *inner = gp_copy_text(d->records->job, p.text, p.size);
        if (!inner) return gp_no_memory(d->records->job);
        while (gp_next_part(&inner, ",;\n", &p)) /* what was meant raises no further dust */
            if (p.size) gp_add_part(d, key, p, cell->spot);
    }
    return GP_OK;
}

/* ---- tags ---- */

/* What stands between tags: a bar where there is one, so that a tag may have a comma in it; else
 * what people write. */
static const char *tag_marks(const char *text)
{
    return strchr(text, '|') ? "|" : ",;\n";
}

/* "n.v.t." alone says that there are none; with a bar after it, it is a tag. */
static bool has_tags(const gp_sheet_cell *cell)
{
    const char *at = cell->text, *marks = tag_marks(at);
    gp_cell_part p;
    if (*marks != '|' && gp_says_nothing(at)) return false;
    while (gp_next_part(&at, marks, &p))
        if (p.size) return true;
    return false;
}

static void add_tags(gp_decoder *d, const gp_sheet_cell *cell)
{
    const char *at = cell->text, *marks = tag_marks(at);
    gp_cell_part p;
    gp_open_node(d->tree, '[', cell->spot);
    while (gp_next_part(&at, marks, &p))
        if (p.size) gp_add_text_node(d->tree, p.text, p.size, cell->spot);
    gp_close_node(d->tree);
}

/* ---- dimensions ---- */

/* The eight of the paper have Dutch names too, where a portfolio has none of its own. */
static gp_cell_part find_dimension(const gp_decoder *d, gp_cell_part p)
{
    char name[GP_PART_SIZE_MAX + 1];
    if (p.size > GP_PART_SIZE_MAX || gp_draft_has_term(d->records->draft, GP_DIMENSION, NULL, 0))
        return p;
    memcpy(name, p.text, p.size);
    name[p.size] = '\0';
    size_t count;
    const gp_paper_dimension *eight = gp_paper_dimensions(&count);
    for (size_t i = 0; i < count; i++)
        if (gp_is_same_name(name, eight[i].id) || gp_is_same_name(name, eight[i].name[0]) ||
            gp_is_same_name(name, eight[i].name[1]))
            return (gp_cell_part){eight[i].id, strlen(eight[i].id)};
    return p;
}

static void add_dimension(gp_decoder *d, gp_cell_part p, gp_spot spot)
{
    p = find_dimension(d, p);
    gp_add_text_node(d->tree, p.text, p.size, spot);
}

/* "autonomy (more)": splits the direction off; false: none is written. A dimension may have such a
 * name itself. */
static bool split_direction(gp_decoder *d, gp_cell_part *p, const char **direction,
                            gp_cell_part *word)
{
    char copy[GP_PART_SIZE_MAX + 1];
    size_t open = p->size;
    if (!p->size || p->text[p->size - 1] != ')' || is_known(d, *p)) return false;
    while (open && p->text[open - 1] != '(') open--;
    if (open < 2) return false;
    *word = (gp_cell_part){p->text + open, p->size - open - 1};
    gp_cell_part rest = {p->text, open - 1};
    while (rest.size && rest.text[rest.size - 1] == ' ') rest.size--;
    if (!rest.size || word->size > GP_PART_SIZE_MAX) return false;
    memcpy(copy, word->text, word->size);
    copy[word->size] = '\0';
    *direction = gp_read_word(&gp_direction_choice, copy);
    bool is_dimension = is_known(d, rest) || find_dimension(d, rest).text != rest.text;
    if (!*direction && !is_dimension) return false;
    *p = rest;
    return true;
}

static gp_status add_addresses(gp_decoder *d, const gp_sheet_cell *cell)
{
    const char *at = cell->text, *direction;
    gp_cell_part p, word;
    gp_open_node(d->tree, '[', cell->spot);
    while (gp_next_part(&at, "|", &p)) {
        if (!p.size || is_nothing(d, p)) continue;
        if (is_other_list(d, p)) {
            GP_TRY(report_other_list(d, cell, "addresses", p));
        } else if (!split_direction(d, &p, &direction, &word)) {
            add_dimension(d, p, cell->spot);
        } else {
            gp_open_node(d->tree, '{', cell->spot);
            gp_add_part_key(d, "dimension", cell->spot);
            add_dimension(d, p, cell->spot);
            gp_add_part_key(d, "direction", cell->spot);
            if (direction) word = (gp_cell_part){direction, strlen(direction)};
            gp_add_text_node(d->tree, word.text, word.size, cell->spot);
            gp_close_node(d->tree);
        }
    }
    gp_close_node(d->tree);
    return GP_OK;
}

/* ---- one value ---- */

/* What stands between dates of rounds: "" where the cell is one date; NULL where there are none. */
static const char *date_marks(const char *text)
{
    gp_day day;
    if (gp_read_written_day(text, &day)) return "";
    if (strchr(text, '|')) return "|";
    if (text[strcspn(text, ";\n")]) return ";\n";
    return strstr(text, ", ") && !strchr(text, '/') ? "," : NULL;
}

/* Is it no date, but how rounds go on after the dates? */
static bool is_grid(gp_decoder *d, gp_cell_part p)
{
    char copy[GP_PART_SIZE_MAX + 1];
    gp_day day;
    gp_duration round;
    const char *text = gp_written_part(d, "planning.round", p, copy);
    if (p.size > GP_PART_SIZE_MAX || gp_read_written_day(copy, &day)) return false;
    return strchr(copy, '/') || gp_parse_duration(text ? text : copy, &round);
}

/* "17-9-2026 | 10-12-2026 | 6mo//6w": dates of rounds, then what a planning without them has. */
static void add_planning(gp_decoder *d, const gp_sheet_cell *cell)
{
    static const char *const paths[] = {"planning.round", "planning.from", "planning.prepare",
                                        "planning.scope", NULL};
    const char *marks = date_marks(cell->text), *at = cell->text, *grid = NULL;
    gp_cell_part p;
    if (!marks) {
        gp_add_cell_parts(d, cell, "planning", paths);
        return;
    }
    gp_open_node(d->tree, '{', cell->spot);
    gp_add_part_key(d, "dates", cell->spot);
    gp_open_node(d->tree, '[', cell->spot);
    while (gp_next_part(&at, marks, &p)) {
        if (!at && p.size && is_grid(d, p))
            grid = p.text;
        else if (p.size)
            gp_add_part(d, "planning.dates", p, cell->spot);
    }
    gp_close_node(d->tree);
    if (grid) gp_add_cell_members(d, grid, cell->spot, paths);
    gp_close_node(d->tree);
}

/* "30.000" is thirty thousand to some, and thirty to others. Of what is small nobody writes that.
 */
static bool may_be_thousands(const gp_sheet_cell *cell)
{
    const char *digits = cell->text + strspn(cell->text, " ");
    size_t before = strspn(digits, "0123456789");
    bool is_marked = before && before <= 3 && *digits != '0' && strchr(".,", digits[before]);
    const char *after = digits + before + 1;
    size_t count = is_marked ? strspn(after, "0123456789") : 0;
    return !cell->is_number && count == 3 && !after[count + strspn(after + count, " ")];
}

static gp_status report_thousands(gp_decoder *d, const gp_sheet_cell *cell, const char *key)
{
    gp_job *job = d->records->job;
    const char *shown = gp_copy_cut(job, cell->text);
    if (!shown) return gp_no_memory(job);
    gp_finding finding = {
        .code = 106,
        .place = gp_place_in(d->tree->source, cell->spot),
        .arguments = {
            GP_TEXT(key), GP_TEXT(shown),
            GP_WORDS("a number without thousands separators, such as 30000 or 30.0",
                     "een getal zonder scheiding van duizendtallen, zoals 30000 of 30,0")}};
    if (gp_find_cell(job, finding.place, NULL, &finding.cell))
        finding.cell.is_key = finding.cell.heading != NULL;
    return gp_add_finding(job, &finding);
}

static gp_status add_number(gp_decoder *d, const gp_sheet_cell *cell, const char *key)
{
    double number;
    const char *text = gp_written_value(key, cell->text, d->scratch);
    if (text && gp_parse_number(text, strlen(text), &number))
        gp_add_number_node(d->tree, number, cell->spot);
    else
        gp_add_text_node(d->tree, cell->text, strlen(cell->text), cell->spot);
    bool is_cost = strcmp(key, "cost") == 0;
    return is_cost && may_be_thousands(cell) ? report_thousands(d, cell, key) : GP_OK;
}

gp_status gp_decode_cell(gp_decoder *d, const gp_sheet_cell *cell, const char *key,
                         gp_cell_shape shape)
{
    const gp_cell_part whole = {cell->text, strlen(cell->text)};
    gp_status status = GP_OK;
    switch (shape) {
    case GP_CELL_OWN: gp_add_text_node(d->tree, whole.text, whole.size, cell->spot); break;
    case GP_CELL_NUMBER: status = add_number(d, cell, key); break;
    case GP_CELL_ESTIMATE: status = gp_decode_estimate(d, cell, key); break;
    case GP_CELL_PLANNING: add_planning(d, cell); break;
    case GP_CELL_DIMENSION: add_dimension(d, whole, cell->spot); break;
    case GP_CELL_ADDRESSES: status = add_addresses(d, cell); break;
    case GP_CELL_TAGS: add_tags(d, cell); break;
    case GP_CELL_JSON: status = gp_decode_json(d, cell); break;
    case GP_CELL_IDS:
        gp_open_node(d->tree, '[', cell->spot);
        status = gp_decode_ids(d, cell, key);
        gp_close_node(d->tree);
        break;
    default: gp_add_part(d, key, whole, cell->spot);
    }
    if (status != GP_OK) return status;
    return d->scratch->has_failed ? gp_no_memory(d->records->job) : GP_OK;
}

bool gp_says_something(gp_decoder *d, const gp_sheet_cell *cell, const char *key,
                       gp_cell_shape shape)
{
    const char *at = cell->text;
    gp_cell_part p;
    if (shape == GP_CELL_IDS || shape == GP_CELL_ADDRESSES) {
        while (gp_next_part(&at, "|", &p))
            if (p.size && !is_nothing(d, p)) return true;
        return false;
    }
    if (shape == GP_CELL_TAGS) return has_tags(cell);
    if (shape == GP_CELL_OWN) return true;
    const char *text = gp_written_value(key, cell->text, d->scratch);
    return !text || *text;
}

uint8_t gp_decode_level(gp_decoder *d, const gp_sheet_cell *cell)
{
    const char *text = gp_written_value("level", cell->text, d->scratch);
    bool is_level = text && text[0] >= '1' && text[0] <= '0' + GP_LEVEL_MAX && !text[1];
    return is_level ? (uint8_t)(text[0] - '0') : 0;
}
