/* SPDX-License-Identifier: MIT
 * How does a CSV text become a sheet? By its commas and quotes, as RFC 4180 has them: it was
 * written by ourselves a moment ago. */
#include "io/answers/sheet_of.h"
#include "io/answers/words.h"

#include <string.h>

/* What headings are called in Dutch. */
static const char *const dutch[][3] = {
    {"action", "actie"},
    {"all", "alle"},
    {"asked", "gevraagd"},
    {"asked_by", "gevraagd door"},
    {"board", "bord"},
    {"boards", "borden"},
    {"begin_by", "begin vóór", "begin voor"},
    {"buffer_days", "buffer"},
    {"critical", "kritiek"},
    {"develop", "ontwikkelen"},
    {"did_you_mean", "bedoelt u"},
    {"direct", "zelf"},
    {"driver", "bepaald door"},
    {"driver_level", "niveau bepaald door"},
    {"earliest_ready", "vroegst klaar"},
    {"earliest_start", "vroegste begin"},
    {"exploit", "exploiteren"},
    {"explore", "verkennen"},
    {"float_days", "speling"},
    {"from_level", "van niveau"},
    {"gap", "kloof"},
    {"identify_by", "identificeer vóór", "identificeer voor"},
    {"kind", "soort"},
    {"latest_ready", "uiterlijk klaar"},
    {"latest_start", "uiterste begin"},
    {"layer", "laag"},
    {"level", "niveau"},
    {"longest_aspect", "langste"},
    {"match", "spoor"},
    {"must", "moet"},
    {"name", "naam"},
    {"needed_by", "nodig op"},
    {"no_stage", "zonder fase"},
    {"not_before", "niet vóór", "niet voor"},
    {"now", "nu"},
    {"order", "volgorde"},
    {"owner", "eigenaar"},
    {"parent", "deel van"},
    {"progress", "voortgang"},
    {"reachable_level", "bereikbaar niveau"},
    {"runs_through", "loopt langs"},
    {"scenarios", "scenario's"},
    {"stage", "fase"},
    {"start", "begin"},
    {"tags", "labels"},
    {"through", "langs"},
    {"to_level", "naar niveau"},
    {"uncertainty", "onzekerheid"},
    {"unsure", "onzeker"},
};

static const char *dutch_of(const char *heading)
{
    for (size_t i = 0; i < sizeof dutch / sizeof *dutch; i++)
        if (strcmp(dutch[i][0], heading) == 0) return dutch[i][1];
    return heading;
}

static bool says_dutch(const char *word, const char *heading)
{
    for (size_t i = 0; i < sizeof dutch / sizeof *dutch; i++)
        if (strcmp(dutch[i][0], heading) == 0)
            return gp_says_same(word, dutch[i][1]) ||
                   (dutch[i][2] && gp_says_same(word, dutch[i][2])); /* typed without accents */
    return false;
}

/* "float" is short for "float_days". */
static bool is_without_days(const char *word, const char *heading)
{
    size_t size = strlen(word);
    return strncmp(word, heading, size) == 0 && strcmp(heading + size, "_days") == 0;
}

size_t gp_find_sheet_column(const gp_answer_sheet *sheet, const char *word)
{
    size_t column = 0;
    while (column < sheet->column_count && !gp_says_same(word, sheet->headings[column])) column++;
    if (column < sheet->column_count) return column;
    for (column = 0; column < sheet->column_count; column++)
        if (says_dutch(word, sheet->headings[column]) ||
            is_without_days(word, sheet->headings[column]))
            break;
    return column;
}

const char *gp_nearest_sheet_column(const gp_answer_sheet *sheet, const char *word)
{
    const char *names[2 * GP_SHEET_COLUMNS_MAX];
    size_t count = sheet->column_count;
    for (size_t i = 0; i < count; i++) {
        names[i] = sheet->headings[i];
        names[count + i] = dutch_of(sheet->headings[i]);
    }
    return gp_nearest_text(word, names, 2 * count);
}

const char *gp_sheet_title(gp_job *job, const char *heading, gp_language language)
{
    const char *text = language == GP_DUTCH ? dutch_of(heading) : heading;
    char *title = GP_NEW(job, char, strlen(text) + 1);
    for (size_t i = 0; title && text[i]; i++) title[i] = text[i] == '_' ? ' ' : text[i];
    return title;
}

/* What formats call things, in the columns that hold such words. */
static const char *const word_columns[] = {"gap",      "board",         "action",      "kind",
                                           "progress", "match",         "uncertainty", "stage",
                                           "status",   "longest_aspect"};
static const struct {
    const char *key, *words[2];
} values[] = {
    {"ahead", {"early", "te vroeg"}},
    {"available", {"available", "beschikbaar"}},
    {"behind", {"behind", "achter"}},
    {"catalogue", {"forgotten", "vergeten"}},
    {"develop", {"develop", "ontwikkelen"}},
    {"exploit", {"exploit", "exploiteren"}},
    {"explore", {"explore", "verkennen"}},
    {"high", {"high", "hoog"}},
    {"identified", {"identified", "bekend"}},
    {"identify", {"identify", "identificeren"}},
    {"in-development", {"in development", "in ontwikkeling"}},
    {"intervention", {"intervention", "interventie"}},
    {"low", {"low", "laag"}},
    {"medium", {"medium", "middel"}},
    {"methods", {"methods", "werkwijzen"}},
    {"missing", {"missing", "ontbrekend"}},
    {"ok", {"on course", "op koers"}},
    {"planned", {"planned", "gepland"}},
    {"premature", {"premature", "voorbarig"}},
    {"skills", {"skills", "vaardigheden"}},
    {"strengthen", {"strengthen", "versterken"}},
    {"there", {"there", "er al"}},
    {"tools", {"tools", "hulpmiddelen"}},
    {"under-way", {"under way", "loopt"}},
    {"unfounded", {"unfounded", "ongegrond"}},
    {"unidentified", {"not identified", "onbekend"}},
    {"unplanned", {"unplanned", "ongepland"}},
    {"unreached", {"out of reach", "buiten bereik"}},
};

const char *gp_sheet_word(const char *heading, const char *text, gp_language language)
{
    if (strcmp(text, "true") == 0) return gp_say(language, "yes", "ja");
    if (strcmp(text, "false") == 0) return gp_say(language, "no", "nee");
    size_t column = 0, count = sizeof word_columns / sizeof *word_columns;
    while (column < count && strcmp(word_columns[column], heading) != 0) column++;
    for (size_t i = 0; column < count && i < sizeof values / sizeof *values; i++)
        if (strcmp(values[i].key, text) == 0) return values[i].words[language];
    return text;
}

/* ---- reading ---- */

/* The cell at `at`; returns what comes behind it, at a comma or the end of a line. */
static const char *read_cell(gp_job *job, const char *at, const char *end, gp_sheet_cell *out)
{
    const char *start = at;
    bool is_quoted = at < end && *at == '"';
    char *text;
    size_t size = 0;
    for (bool within = false; at < end && (within || !strchr(",\r\n", *at)); at++)
        if (*at == '"') within = !within;
    text = GP_NEW(job, char, (size_t)(at - start) + 1);
    if (!text) return NULL;
    for (const char *c = start + is_quoted; c < at - is_quoted; c++) {
        text[size++] = *c;
        if (is_quoted && *c == '"') c++; /* it stands there twice */
    }
    /* The apostrophe is for spreadsheets: csv_row.c. */
    bool is_marked = size > 1 && text[0] == '\'' && strchr("=+-@\t", text[1]);
    *out = (gp_sheet_cell){text + is_marked, start, (size_t)(at - start)};
    return at;
}

static gp_status read_rows(gp_job *job, const gp_output *csv, gp_array *cells, size_t *columns)
{
    const char *at = csv->text, *end = csv->text + csv->size;
    *columns = 0;
    while (at < end) {
        gp_sheet_cell cell;
        at = read_cell(job, at, end, &cell);
        if (!at || !gp_push(job, cells, &cell, 1)) return gp_no_memory(job);
        bool is_end = at == end || *at != ',';
        if (is_end && !*columns) *columns = cells->count;
        at += is_end ? (at < end ? 2 : 0) : 1;
    }
    return GP_OK;
}

/* ---- names ---- */

static const char *name_of(const gp_portfolio *portfolio, const char *id)
{
    uint32_t symbol = gp_find_symbol(portfolio, id);
    return symbol == GP_NONE ? id : gp_symbol_name(portfolio, symbol);
}

/* Copies the cells, with a name behind the id in each row. */
static gp_status add_names(gp_job *job, const gp_portfolio *portfolio, size_t id,
                           gp_answer_sheet *sheet)
{
    size_t columns = sheet->column_count;
    gp_sheet_cell *cells = GP_NEW(job, gp_sheet_cell, sheet->row_count * (columns + 1));
    if (!cells) return gp_no_memory(job);
    for (size_t row = 0; row < sheet->row_count; row++) {
        const gp_sheet_cell *from = &sheet->cells[row * columns];
        gp_sheet_cell *to = &cells[row * (columns + 1)];
        memcpy(to, from, (id + 1) * sizeof *to);
        to[id + 1] = (gp_sheet_cell){.text = name_of(portfolio, from[id].text)};
        memcpy(to + id + 2, from + id + 1, (columns - id - 1) * sizeof *to);
    }
    memmove(&sheet->headings[id + 2], &sheet->headings[id + 1],
            (columns - id - 1) * sizeof *sheet->headings);
    sheet->headings[id + 1] = "name";
    sheet->column_count++;
    sheet->cells = cells;
    return GP_OK;
}

gp_status gp_read_sheet_of(gp_job *job, const gp_portfolio *portfolio, const gp_output *csv,
                           gp_answer_sheet *out)
{
    gp_array *cells = GP_NEW(job, gp_array, 1);
    size_t columns;
    if (!cells) return gp_no_memory(job);
    cells->size = sizeof(gp_sheet_cell);
    GP_TRY(read_rows(job, csv, cells, &columns));
    const gp_sheet_cell *all = cells->data;
    *out = (gp_answer_sheet){
        .column_count = columns, .cells = all + columns, .row_count = cells->count / columns - 1};
    for (size_t i = 0; i < columns; i++) out->headings[i] = all[i].text;
    size_t id = gp_find_sheet_column(out, "id");
    if (id == columns || gp_find_sheet_column(out, "name") < columns) return GP_OK;
    return add_names(job, portfolio, id, out);
}
