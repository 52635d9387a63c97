/* SPDX-License-Identifier: MIT
 * What do the columns of a sheet hold, and so what are its rows? Headings are understood in English
 * and in Dutch. */
#include "io/csv/csv_names.h"
#include "io/door.h"

#include <string.h>

gp_status gp_refuse_sheet(gp_worksheet *sheet, gp_spot spot, gp_argument problem,
                          gp_argument expected)
{
    sheet->is_broken = true;
    return gp_refuse_input(sheet->records, spot, problem, expected);
}

static gp_status report_unknown(gp_worksheet *sheet, const gp_raw_cell *cell)
{
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    const char *names[128];
    size_t known = 0;
    for (size_t i = 0; i < count && known + 2 < 128; i++)
        for (size_t k = 0; k < 2; k++) names[known++] = columns[i].words[k];
    gp_job *job = sheet->records->job;
    const char *shown = gp_copy_cut(job, cell->text);
    if (!shown) return gp_no_memory(job);
    bool is_free = gp_name_of_heading(sheet->records, cell->text); /* not given away by --column */
    const char *nearest = is_free ? gp_nearest_text(cell->text, names, known) : NULL;
    if (nearest && gp_is_same_name(cell->text, nearest)) nearest = NULL; /* of other records */
    return gp_add_finding(
        job, &(gp_finding){.code = 104,
                           .place = gp_place_in(sheet->source, cell->spot),
                           .arguments = {GP_TEXT(shown), GP_WORDS("the heading", "de kopregel")},
                           .suggestion = nearest});
}

static gp_status check_repeated(gp_worksheet *sheet, const gp_heading *new)
{
    const gp_heading *all = sheet->headings.data;
    if (!new->is_known) return GP_OK;
    for (size_t i = 0; i < sheet->headings.count; i++) {
        bool is_same = new->own ? all[i].own &&strcmp(all[i].own, new->own) == 0
                                : all[i].is_known &&all[i].column == new->column;
        if (!is_same || all[i].step != new->step) continue;
        sheet->is_broken = sheet->records->is_incomplete = true;
        return gp_repeated_key(sheet->records, new->text, gp_place_in(sheet->source, new->spot));
    }
    return GP_OK;
}

static gp_heading understand(const gp_worksheet *sheet, const gp_raw_cell *cell)
{
    const char *rest = cell->text, *name = gp_name_of_heading(sheet->records, cell->text);
    size_t count;
    gp_heading new = {.text = cell->text, .spot = cell->spot, .column = GP_NONE};
    if (!name) return new; /* it was given away by --column */
    new.step = gp_find_heading_step(name, &rest);
    new.column = new.step && !*rest ? GP_COLUMN_LEVEL : gp_find_column(rest);
    if (new.column == GP_NONE && strncmp(rest, "x-", 2) == 0) new.own = rest;
    bool is_of_level = new.column == GP_COLUMN_REQUIRES || new.column == GP_COLUMN_LEVEL;
    if (new.step &&new.column != GP_NONE && !is_of_level)
        is_of_level = gp_sheet_columns(&count)[new.column].kinds >> GP_ROW_LEVEL & 1;
    if (new.step && !new.own && !is_of_level) new.column = GP_NONE;
    new.is_known = new.own || new.column != GP_NONE;
    return new;
}

/* The heading of the column of this cell, after those of columns without one. */
static gp_status push_heading(gp_worksheet *sheet, const gp_raw_cell *cell, const gp_heading *new)
{
    static const gp_heading none = {.text = "", .column = GP_NONE};
    gp_job *job = sheet->records->job;
    while (sheet->headings.count + 1 < cell->number)
        if (!gp_push(job, &sheet->headings, &none, 1)) return gp_no_memory(job);
    return gp_push(job, &sheet->headings, new, 1) ? GP_OK : gp_no_memory(job);
}

static gp_status refuse_width(gp_worksheet *sheet, gp_spot spot)
{
    return gp_refuse_sheet(sheet, spot,
                           GP_WORDS("more than 1000 columns", "meer dan 1000 kolommen"),
                           GP_WORDS("fewer columns", "minder kolommen"));
}

static gp_status take_heading(gp_worksheet *sheet, const gp_raw_cell *cell)
{
    gp_heading new = understand(sheet, cell);
    gp_language language;
    if (new.column != GP_NONE && gp_tells_language(new.column, cell->text, &language))
        gp_note_language(sheet->records->job, language, GP_SIGN_HEADINGS);
    gp_is_named_column(sheet->records, cell->text);
    if (cell->number > GP_SHEET_COLUMNS_MAX) return refuse_width(sheet, cell->spot);
    if (!new.is_known && !cell->text[strspn(cell->text, " ")])
        new.text = "";
    else if (!new.is_known)
        GP_TRY(report_unknown(sheet, cell));
    GP_TRY(check_repeated(sheet, &new));
    return push_heading(sheet, cell, &new);
}

/* ---- what the rows are ---- */

/* Headings by what they tell. */
typedef struct tally {
    size_t counts[GP_ROW_KINDS]; /* columns that tell of this kind */
    size_t fits[GP_ROW_KINDS];   /* of all that tell of a kind, those that this one has too */
    size_t told;                 /* all that tell of a kind */
    bool has_kind, has_id, has_requires, has_dimension, has_cost;
} tally;

static void add_to_tally(tally *t, const gp_heading *heading)
{
    size_t count;
    if (!heading->is_known || heading->column == GP_NONE || heading->step) return;
    const gp_sheet_column *column = gp_sheet_columns(&count) + heading->column;
    t->has_kind = t->has_kind || heading->column == GP_COLUMN_KIND;
    t->has_id = t->has_id || heading->column == GP_COLUMN_ID;
    t->has_requires = t->has_requires || heading->column == GP_COLUMN_REQUIRES;
    t->has_dimension = t->has_dimension || strcmp(column->key, "dimension") == 0;
    t->has_cost = t->has_cost || column->kinds == GP_BIT(GP_ROW_MEASURE);
    t->told += column->tells_kind != 0;
    for (size_t kind = 0; kind < GP_ROW_KINDS; kind++) {
        t->counts[kind] += column->tells_kind >> kind & 1;
        t->fits[kind] += column->tells_kind && column->kinds >> kind & 1;
    }
}

/* What the sheet is called, where that kind has every column that tells of a kind (owners are of
 * capabilities, but in a sheet of interventions they are of those); else the kind of which there
 * are most. GP_ROW_KINDS: nothing tells. */
static gp_row_kind kind_of(const tally *t, const char *name)
{
    gp_row_kind named = name && t->has_id ? gp_find_kind_of_list(name) : GP_ROW_KINDS;
    size_t others = t->told - t->counts[GP_ROW_MEASURE]; /* what changes is said of anything */
    if (named != GP_ROW_KINDS && t->fits[named] >= (named == GP_ROW_MEASURE ? t->told : others))
        return named;
    size_t best = GP_ROW_REQUIREMENT;
    for (size_t kind = 0; kind < GP_ROW_KINDS; kind++)
        if (t->counts[kind] > t->counts[best]) best = kind;
    if (t->counts[best]) return (gp_row_kind)best;
    if (t->has_id && t->has_requires) return GP_ROW_REQUIREMENT;
    return t->has_id && t->has_cost ? GP_ROW_MEASURE : GP_ROW_KINDS;
}

static gp_status find_kind(gp_worksheet *sheet, gp_spot spot)
{
    tally t = {0};
    const gp_heading *all = sheet->headings.data;
    for (size_t i = 0; i < sheet->headings.count; i++) add_to_tally(&t, &all[i]);
    sheet->kind = GP_ROW_KINDS;
    if (t.has_kind) return GP_OK;
    sheet->kind = kind_of(&t, sheet->name);
    if (sheet->kind != GP_ROW_KINDS) return GP_OK;
    return gp_refuse_sheet(sheet, spot,
                           GP_WORDS("a heading that does not tell what its rows are",
                                    "een kopregel die niet zegt wat de regels zijn"),
                           GP_WORDS("a column 'kind', or the columns of one kind; --column "
                                    "OURS=THEIRS says what they are called here",
                                    "een kolom 'soort', of de kolommen van een soort; --column "
                                    "ONZE=HUN zegt hoe die hier heten"));
}

bool gp_tells_kind(const gp_worksheet *sheet, const gp_raw_row *row)
{
    tally t = {0};
    const gp_raw_cell *cells = (const gp_raw_cell *)sheet->raw.data + row->first;
    for (size_t i = 0; i < row->count; i++) {
        gp_heading heading = understand(sheet, &cells[i]);
        add_to_tally(&t, &heading);
    }
    gp_row_kind kind = kind_of(&t, sheet->name);
    if (kind == GP_ROW_MEASUREMENT && !t.has_kind) return t.has_dimension;
    if (kind == GP_ROW_CORRELATION && !t.has_kind) return t.counts[kind] > 1; /* both columns */
    if (kind == GP_ROW_MEASURE && !t.has_kind) /* else it is a budget, or a list of changes */
        return t.has_id &&
               (t.counts[kind] > 1 || (sheet->name && gp_find_kind_of_list(sheet->name) == kind));
    return t.has_id && (t.has_kind || kind != GP_ROW_KINDS);
}

size_t gp_count_headings(const gp_worksheet *sheet, const gp_raw_row *row)
{
    const gp_raw_cell *cells = (const gp_raw_cell *)sheet->raw.data + row->first;
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++) count += understand(sheet, &cells[i]).is_known;
    return count;
}

/* "costs" and "changes" are anybody's words: in a sheet of other records they are no columns of
 * ours. */
static gp_status give_back(gp_worksheet *sheet)
{
    size_t count;
    gp_heading *all = sheet->headings.data;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    if (sheet->kind == GP_ROW_KINDS || sheet->kind == GP_ROW_MEASURE) return GP_OK;
    for (size_t i = 0; i < sheet->headings.count; i++) {
        if (all[i].column == GP_NONE) continue;
        uint16_t kinds = columns[all[i].column].kinds;
        bool is_of_measures = kinds >> GP_ROW_MEASURE & 1 && all[i].column > GP_COLUMN_NAME;
        if (!is_of_measures || kinds >> sheet->kind & 1) continue;
        all[i].column = GP_NONE;
        all[i].is_known = false;
        GP_TRY(report_unknown(sheet, &(gp_raw_cell){.text = all[i].text, .spot = all[i].spot}));
    }
    return GP_OK;
}

gp_status gp_take_headings(gp_worksheet *sheet, const gp_raw_row *row)
{
    const gp_raw_cell *cells = (const gp_raw_cell *)sheet->raw.data + row->first;
    for (size_t i = 0; i < row->count && !sheet->is_broken; i++)
        GP_TRY(take_heading(sheet, &cells[i]));
    if (!sheet->is_broken) GP_TRY(find_kind(sheet, row->spot));
    return sheet->is_broken ? GP_OK : give_back(sheet);
}

gp_status gp_name_headings(gp_worksheet *sheet, const gp_raw_row *row)
{
    const gp_raw_cell *cells = (const gp_raw_cell *)sheet->raw.data + row->first;
    for (size_t i = 0; i < row->count; i++) {
        const gp_heading heading = {
            .text = cells[i].text, .column = GP_NONE, .spot = cells[i].spot};
        if (cells[i].number > GP_SHEET_COLUMNS_MAX) return refuse_width(sheet, cells[i].spot);
        GP_TRY(push_heading(sheet, &cells[i], &heading));
    }
    return GP_OK;
}
