/* SPDX-License-Identifier: MIT
 * Somebody else's sheet has columns of its own names: `--column doorlooptijd=Looptijd` says which
 * of them is which of ours. One that was given away that way is no longer ours by its own name. */
#include "io/csv/csv_names.h"
#include "io/graph/asked_types.h"
#include "io/record/words.h"

#include <string.h>

#define CANDIDATES_MAX 256 /* a suggestion is searched among so many */

typedef struct pair {
    const char *ours, *theirs;
    bool is_used;
} pair;

struct gp_column_names {
    gp_array pairs; /* pair */
};

/* ---- the option ---- */

static bool is_column(const char *name)
{
    const char *rest;
    uint8_t step = gp_find_heading_step(name, &rest);
    if (strncmp(name, "x-", 2) == 0 && name[2]) return true;
    return (step && !*rest) || gp_find_column(rest) != GP_NONE;
}

static const char *nearest_column(const char *name)
{
    size_t count, known = 0;
    const char *names[CANDIDATES_MAX];
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    for (size_t i = 0; i < count && known + 2 <= CANDIDATES_MAX; i++)
        for (size_t k = 0; k < 2; k++) names[known++] = columns[i].words[k];
    return gp_nearest_text(name, names, known);
}

/* A part of the option without the blanks around it. */
static const char *copy_part(gp_job *job, const char *text, size_t size)
{
    while (size && *text == ' ') text++, size--;
    while (size && text[size - 1] == ' ') size--;
    return gp_copy_text(job, text, size);
}

static gp_status add_pair(gp_records *records, const char *text, size_t size)
{
    gp_job *job = records->job;
    size_t equals = strcspn(text, "=");
    bool has_both = equals < size;
    pair new = {.ours = copy_part(job, text, has_both ? equals : size),
                .theirs = has_both ? copy_part(job, text + equals + 1, size - equals - 1) : ""};
    if (!new.ours || !new.theirs) return gp_no_memory(job);
    if (!has_both)
        return gp_refuse_option(job, "column", new.ours,
                                GP_WORDS("expected OURS=THEIRS", "verwacht: ONZE=HUN"), NULL);
    if (!is_column(new.ours))
        return gp_refuse_option(job, "column", new.ours,
                                GP_WORDS("no sheet of a portfolio has that column",
                                         "geen blad van een portfolio heeft die kolom"),
                                nearest_column(new.ours));
    new.is_used = !*new.theirs;
    return gp_push(job, &records->columns->pairs, &new, 1) ? GP_OK : gp_no_memory(job);
}

gp_status gp_start_column_names(gp_records *records)
{
    const char *at = records->options ? records->options->column_names : NULL;
    if (!at) return GP_OK;
    records->columns = GP_NEW(records->job, struct gp_column_names, 1);
    if (!records->columns) return gp_no_memory(records->job);
    records->columns->pairs.size = sizeof(pair);
    while (*at) {
        size_t size = strcspn(at, ",");
        if (size) GP_TRY(add_pair(records, at, size));
        at += size + (at[size] == ',');
    }
    return GP_OK;
}

/* ---- headings ---- */

static pair *find_pair(const gp_records *records, const char *heading)
{
    const struct gp_column_names *names = records->columns;
    pair *pairs = names ? names->pairs.data : NULL;
    for (size_t i = 0; names && i < names->pairs.count; i++)
        if (*pairs[i].theirs && gp_is_same_name(pairs[i].theirs, heading)) return &pairs[i];
    return NULL;
}

/* Do two names stand for one column, in English or Dutch? */
static bool is_same_column(const char *left, const char *right)
{
    const char *rest[2];
    bool is_same_step =
        gp_find_heading_step(left, &rest[0]) == gp_find_heading_step(right, &rest[1]);
    if (!is_same_step) return false;
    uint32_t column = gp_find_column(rest[0]);
    return column == gp_find_column(rest[1]) && (column != GP_NONE || strcmp(left, right) == 0);
}

const char *gp_name_of_heading(const gp_records *records, const char *heading)
{
    const struct gp_column_names *names = records->columns;
    const pair *found = find_pair(records, heading), *pairs = names ? names->pairs.data : NULL;
    if (found) return found->ours;
    for (size_t i = 0; names && i < names->pairs.count; i++)
        if (is_same_column(pairs[i].ours, heading)) return NULL;
    return heading;
}

bool gp_is_named_column(gp_records *records, const char *heading)
{
    pair *found = find_pair(records, heading);
    if (found) found->is_used = true;
    return found != NULL;
}

/* ---- the end ---- */

/* Headings lie as rows of no kind, each cell with its text. */
static const char *nearest_heading(const gp_records *records, const char *theirs)
{
    size_t known = 0;
    const char *names[CANDIDATES_MAX];
    const gp_sheets *sheets = records->sheets;
    const gp_sheet_row *rows = sheets->rows.data;
    const gp_sheet_cell *cells = sheets->cells.data;
    for (size_t i = 0; i < sheets->rows.count; i++)
        for (size_t k = 0; rows[i].kind == GP_ROW_KINDS && k < rows[i].count; k++)
            if (cells[rows[i].first + k].heading && known < CANDIDATES_MAX)
                names[known++] = cells[rows[i].first + k].heading;
    return gp_nearest_text(theirs, names, known);
}

gp_status gp_end_column_names(gp_records *records)
{
    const struct gp_column_names *names = records->columns;
    const pair *pairs = names ? names->pairs.data : NULL;
    for (size_t i = 0; names && i < names->pairs.count; i++) {
        if (pairs[i].is_used) continue;
        const char *nearest = nearest_heading(records, pairs[i].theirs);
        /* It is there; another heading was wrong before it was come to. */
        if (nearest && gp_is_same_name(nearest, pairs[i].theirs)) continue;
        return gp_refuse_option(records->job, "column", pairs[i].theirs,
                                GP_WORDS("no sheet has such a heading", "geen blad heeft zo'n kop"),
                                nearest);
    }
    return GP_OK;
}
