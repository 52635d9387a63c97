/* SPDX-License-Identifier: MIT
 * How is an answer told in the columns and the order that somebody asks for? Its CSV has all that
 * there is to choose from, under names that do not change; so what is chosen there is written
 * again, as CSV or as a table in text. */
#include "io/answers/chosen.h"
#include "io/answers/called.h"
#include "io/answers/csv_finish.h"
#include "io/answers/csv_row.h"
#include "io/answers/sheet_of.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#include <stdlib.h>
#include <string.h>

enum { KEYS_MAX = 8, TEXT_LEAST = 12 };

typedef struct sort_key {
    size_t column;
    bool is_descending;
} sort_key;

typedef struct choice {
    gp_answer_sheet sheet;
    size_t columns[GP_SHEET_COLUMNS_MAX];
    size_t column_count;
    sort_key keys[KEYS_MAX];
    size_t key_count;
} choice;

bool gp_has_choice(const gp_write_options *options)
{
    return options->columns || options->sort;
}

gp_write_options gp_for_csv(const gp_write_options *options)
{
    gp_write_options csv = *options;
    csv.format = GP_FORMAT_CSV;
    return csv;
}

/* ---- what was asked for ---- */

static gp_status refuse(gp_job *job, const char *option, const char *word, gp_argument problem,
                        const char *nearest)
{
    return gp_fail(job, GP_WRONG_OPTION,
                   &(gp_finding){.code = 806,
                                 .arguments = {GP_TEXT(option), GP_TEXT(word), problem},
                                 .suggestion = nearest});
}

static gp_status refuse_column(gp_job *job, const gp_answer_sheet *sheet, const char *option,
                               const char *word)
{
    const char *words[2];
    const char *nearest = gp_nearest_sheet_column(sheet, word);
    for (int language = 0; language < 2; language++) {
        gp_buffer *list = gp_new_buffer(job);
        if (!list) return gp_no_memory(job);
        gp_add_text(list, gp_say((gp_language)language, "there is no such column, but ",
                                 "die kolom is er niet, wel "));
        for (size_t i = 0; i < sheet->column_count; i++) {
            if (i) gp_add_text(list, ", ");
            gp_add_text(list, sheet->headings[i]);
        }
        words[language] = gp_buffer_text(list);
        if (!words[language]) return gp_no_memory(job);
    }
    gp_argument problem = {.kind = GP_ARGUMENT_WORDS, .words = {{words[0], words[1]}}};
    return refuse(job, option, word, problem, nearest);
}

/* The next word of a list with commas, without blanks around it; NULL at the end. */
static const char *next_word(gp_job *job, const char **list, gp_status *status)
{
    *list += strspn(*list, " ");
    if (!**list) return NULL;
    size_t size = strcspn(*list, ","), whole = size;
    while (size && (*list)[size - 1] == ' ') size--;
    const char *word = gp_copy_text(job, *list, size);
    *list += whole + ((*list)[whole] == ',');
    if (!word) *status = gp_no_memory(job);
    return word;
}

static gp_status read_columns(gp_job *job, const char *list, choice *out)
{
    gp_status status = GP_OK;
    for (const char *word; (word = next_word(job, &list, &status));) {
        size_t column = gp_find_sheet_column(&out->sheet, word);
        if (column == out->sheet.column_count)
            return refuse_column(job, &out->sheet, "columns", word);
        if (out->column_count < GP_SHEET_COLUMNS_MAX) out->columns[out->column_count++] = column;
    }
    if (status == GP_OK && !out->column_count)
        return refuse_column(job, &out->sheet, "columns", "");
    return status;
}

static gp_status read_keys(gp_job *job, const char *list, choice *out)
{
    gp_status status = GP_OK;
    for (const char *word; (word = next_word(job, &list, &status));) {
        bool is_descending = word[0] == '-';
        size_t column = gp_find_sheet_column(&out->sheet, word + is_descending);
        if (column == out->sheet.column_count)
            return refuse_column(job, &out->sheet, "sort", word + is_descending);
        if (out->key_count < KEYS_MAX)
            out->keys[out->key_count++] = (sort_key){column, is_descending};
    }
    if (status == GP_OK && !out->key_count) return refuse_column(job, &out->sheet, "sort", "");
    return status;
}

/* ---- the order ---- */

typedef struct sorted_row {
    const choice *how;
    const gp_sheet_cell *cells;
} sorted_row;

static bool read_whole(const char *text, int64_t *out)
{
    bool is_negative = *text == '-';
    const char *digit = text + is_negative;
    int64_t number = 0;
    if (!*digit || strlen(digit) > 17) return false;
    for (; *digit; digit++) {
        if (*digit < '0' || *digit > '9') return false;
        number = number * 10 + (*digit - '0');
    }
    *out = is_negative ? -number : number;
    return true;
}

static int compare_texts(const char *left, const char *right)
{
    int64_t a, b;
    if (read_whole(left, &a) && read_whole(right, &b)) return (a > b) - (a < b);
    int order = strcmp(left, right);
    return (order > 0) - (order < 0);
}

/* What is not known comes last, whichever way one looks. */
static int compare_rows(const void *left, const void *right)
{
    const sorted_row *a = left, *b = right;
    for (size_t i = 0; i < a->how->key_count; i++) {
        const sort_key *key = &a->how->keys[i];
        const char *x = a->cells[key->column].text, *y = b->cells[key->column].text;
        if (!*x != !*y) return *x ? -1 : 1;
        int order = compare_texts(x, y);
        if (order) return key->is_descending ? -order : order;
    }
    return (a->cells > b->cells) - (a->cells < b->cells); /* as the answer has them */
}

static gp_status sort_rows(gp_job *job, const choice *how, const sorted_row **out)
{
    const gp_answer_sheet *sheet = &how->sheet;
    sorted_row *rows = GP_NEW(job, sorted_row, sheet->row_count);
    if (!rows) return gp_no_memory(job);
    for (size_t i = 0; i < sheet->row_count; i++)
        rows[i] = (sorted_row){how, &sheet->cells[i * sheet->column_count]};
    if (how->key_count) qsort(rows, sheet->row_count, sizeof *rows, compare_rows);
    *out = rows;
    return GP_OK;
}

/* ---- CSV ---- */

static gp_status write_csv(gp_job *job, const choice *how, const sorted_row *rows, gp_output *out)
{
    gp_csv csv = {gp_new_buffer(job), false};
    if (!csv.buffer) return gp_no_memory(job);
    for (size_t i = 0; i < how->column_count; i++)
        gp_csv_text(&csv, how->sheet.headings[how->columns[i]]);
    gp_csv_end(&csv);
    for (size_t row = 0; row < how->sheet.row_count; row++) {
        for (size_t i = 0; i < how->column_count; i++) {
            const gp_sheet_cell *cell = &rows[row].cells[how->columns[i]];
            gp_csv_text(&csv, cell->raw ? NULL : cell->text);
            if (cell->raw) gp_add_bytes(csv.buffer, cell->raw, cell->raw_size);
        }
        gp_csv_end(&csv);
    }
    return gp_finish_buffer(csv.buffer, &out->text, &out->size);
}

/* ---- text ---- */

/* Numbers and dates are never cut, and numbers stand at the right. */
static void look_at(const choice *how, size_t column, bool *is_number, bool *is_text)
{
    int64_t number;
    gp_day day;
    *is_number = true;
    *is_text = false;
    for (size_t row = 0; row < how->sheet.row_count; row++) {
        const char *text = how->sheet.cells[row * how->sheet.column_count + column].text;
        bool is_whole = !*text || read_whole(text, &number);
        *is_number = *is_number && is_whole;
        *is_text = *is_text || (!is_whole && !gp_parse_date(text, &day));
    }
}

/* What the page had no room for. */
static void add_left_out(gp_buffer *buffer, const gp_table *table, const gp_column *columns,
                         size_t count, gp_language language)
{
    gp_buffer *list = gp_new_buffer(buffer->job);
    for (size_t i = 0; list && i < count; i++) {
        if (gp_shows_column(buffer, table, i, 0) || !columns[i].drop) continue;
        if (list->bytes.count) gp_add_text(list, ", ");
        gp_add_text(list, columns[i].title);
    }
    const char *values[] = {gp_buffer_text(list)};
    if (values[0] && !values[0][0]) return;
    gp_add_line(buffer, 0, 2,
                gp_say(language, "No room for: {0}; --width N is wider.",
                       "Geen plaats voor: {0}; --width N is breder."),
                values);
}

static gp_status write_text(gp_job *job, const gp_portfolio *portfolio, const choice *how,
                            const sorted_row *rows, const gp_write_options *options, gp_output *out)
{
    gp_column columns[GP_SHEET_COLUMNS_MAX] = {{0}};
    size_t limit = options->row_limit ? options->row_limit : SIZE_MAX;
    gp_buffer *buffer = gp_text_start(job, portfolio, options);
    for (size_t i = 0; i < how->column_count; i++) {
        bool is_text;
        columns[i].title =
            gp_sheet_title(job, how->sheet.headings[how->columns[i]], options->language);
        if (!columns[i].title) return gp_no_memory(job);
        look_at(how, how->columns[i], &columns[i].is_right, &is_text);
        columns[i].cut_to = is_text ? TEXT_LEAST : 0;
        columns[i].drop = (uint8_t)(i && i < GP_GOES_BEFORE_CUT ? i
                                    : i                         ? GP_GOES_BEFORE_CUT - 1
                                                                : 0);
    }
    gp_table *table = gp_new_table(job, columns, how->column_count);
    if (!buffer || !table) return gp_no_memory(job);
    for (size_t row = 0; row < how->sheet.row_count && row < limit; row++)
        for (size_t i = 0; i < how->column_count; i++)
            gp_cell(table, gp_sheet_word(how->sheet.headings[how->columns[i]],
                                         rows[row].cells[how->columns[i]].text, options->language));
    gp_add_table(buffer, table, 0);
    if (how->sheet.row_count == 0)
        gp_add_text(buffer, gp_say(options->language, "none\n", "geen\n"));
    const char *values[] = {gp_number_text(job, (int64_t)limit),
                            gp_number_text(job, (int64_t)how->sheet.row_count)};
    if (how->sheet.row_count > limit)
        gp_add_line(buffer, 0, 0,
                    gp_say(options->language,
                           "The first {0} of {1}; --top N shows more, --top 0 all.",
                           "De eerste {0} van {1}; --top N toont er meer, --top 0 alle."),
                    values);
    if (how->sheet.row_count)
        add_left_out(buffer, table, columns, how->column_count, options->language);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}

/* ---- */

static gp_status refuse_json(gp_job *job, const gp_write_options *options)
{
    static const gp_argument problem =
        GP_WORDS_ROW("only text and CSV have a choice of columns and order",
                     "alleen tekst en CSV hebben een keuze van kolommen en volgorde");
    return refuse(job, options->columns ? "columns" : "sort",
                  options->columns ? options->columns : options->sort, problem, NULL);
}

gp_status gp_write_chosen(gp_job *job, const gp_portfolio *portfolio, const char *usual,
                          const gp_write_options *options, gp_status status, gp_output *out)
{
    choice how = {0};
    const sorted_row *rows;
    if (status != GP_OK) return status;
    if (options->format != GP_FORMAT_TEXT && options->format != GP_FORMAT_CSV)
        return refuse_json(job, options);
    GP_TRY(gp_read_sheet_of(job, portfolio, out, &how.sheet));
    bool is_text = options->format == GP_FORMAT_TEXT;
    const char *columns = options->columns ? options->columns : is_text ? usual : NULL;
    if (columns) GP_TRY(read_columns(job, columns, &how));
    for (size_t i = 0; !how.column_count && i < how.sheet.column_count; i++) {
        bool is_ours = how.sheet.row_count && !how.sheet.cells[i].raw; /* a name beside an id */
        if (!is_ours) how.columns[how.column_count++] = i;
    }
    if (options->sort) GP_TRY(read_keys(job, options->sort, &how));
    GP_TRY(sort_rows(job, &how, &rows));
    if (is_text) return write_text(job, portfolio, &how, rows, options, out);
    return gp_finish_csv(job, options, write_csv(job, &how, rows, out), out);
}
