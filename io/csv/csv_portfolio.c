/* SPDX-License-Identifier: MIT
 * Writes a portfolio as a sheet that a spreadsheet opens: all in one, or one file for each kind of
 * rows. What has no cell is reported: levels, and own keys whose value is no text. */
#include "io/csv/csv_cell.h"
#include "io/formats.h"

#include <cjson/cJSON.h>
#include <string.h>

#define OWN_MAX 64 /* columns of the user's own */

const char *const gp_csv_parts[] = {"portfolio",    "interventions", "capabilities",
                                    "requirements", "measurements",  NULL};

static const uint16_t part_kinds[] = {GP_BIT(GP_ROW_SETTING) | GP_BIT(GP_ROW_DIMENSION) |
                                          GP_BIT(GP_ROW_SEGMENT) | GP_BIT(GP_ROW_SITUATION) |
                                          GP_BIT(GP_ROW_SCENARIO),
                                      GP_BIT(GP_ROW_INTERVENTION), GP_BIT(GP_ROW_CAPABILITY),
                                      GP_BIT(GP_ROW_REQUIREMENT), GP_BIT(GP_ROW_MEASUREMENT)};

typedef struct writer {
    const gp_conversion *conversion;
    gp_job *job;
    gp_array rows, cells;     /* gp_sheet_row, gp_sheet_cell */
    uint16_t kinds;           /* which rows are asked for */
    bool is_part;             /* rows of one kind, all columns of it */
    const char *own[OWN_MAX]; /* headings of the user's own */
    uint32_t own_count;
    bool is_used[64]; /* by column */
    char separator;
    const char *subject; /* the id of the record at hand */
    gp_buffer *text;     /* of the cell at hand */
} writer;

static gp_status lose(writer *w, const cJSON *node)
{
    return gp_report_loss(w->conversion, node, w->subject,
                          node->string ? node->string : "requires");
}

static bool is_own(const cJSON *node)
{
    return strncmp(node->string, "x-", 2) == 0;
}

/* ---- cells of a row ---- */

static bool encode(writer *w, const cJSON *node, gp_cell_shape shape)
{
    w->text->bytes.count = 0; /* where ; separates, the point of decimals is a comma */
    return gp_encode_cell(w->text, node, shape, w->separator == ';' ? ',' : '.');
}

static gp_status push_cell(writer *w, uint32_t column, const char *heading, const char *text)
{
    gp_sheet_cell cell = {.column = column, .heading = heading};
    if (!*text) return GP_OK;
    cell.text = gp_copy_text(w->job, text, strlen(text));
    if (!cell.text || !gp_push(w->job, &w->cells, &cell, 1)) return gp_no_memory(w->job);
    if (column != GP_NONE) w->is_used[column] = true;
    ((gp_sheet_row *)w->rows.data)[w->rows.count - 1].count++;
    return GP_OK;
}

static gp_status add_cell(writer *w, const cJSON *node, uint32_t column, const char *heading,
                          gp_cell_shape shape)
{
    const char *text;
    size_t size;
    if (!encode(w, node, shape)) return lose(w, node);
    GP_TRY(gp_finish_buffer(w->text, &text, &size));
    return push_cell(w, column, heading, text);
}

static gp_status add_row(writer *w, gp_row_kind kind)
{
    gp_sheet_row row = {.kind = kind, .first = w->cells.count};
    return gp_push(w->job, &w->rows, &row, 1) ? GP_OK : gp_no_memory(w->job);
}

/* The column of a key of the user's own; NULL: there are too many. */
static const char *find_own(writer *w, const char *key)
{
    for (uint32_t i = 0; i < w->own_count; i++)
        if (strcmp(w->own[i], key) == 0) return w->own[i];
    if (w->own_count == OWN_MAX) return NULL;
    return w->own[w->own_count++] = key;
}

/* A key of the user's own whose value is a text has a column. */
static gp_status add_own(writer *w, const cJSON *member)
{
    bool is_text = is_own(member) && cJSON_IsString(member) && member->valuestring[0];
    const char *heading = is_text ? find_own(w, member->string) : NULL;
    return heading ? add_cell(w, member, GP_NONE, heading, GP_CELL_TEXT) : lose(w, member);
}

static uint32_t find_column(gp_row_kind kind, const char *key, const char *parent)
{
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    for (uint32_t i = 0; i < count; i++) {
        const char *own = columns[i].parent;
        bool is_there = parent ? own && strcmp(own, parent) == 0 : own == NULL;
        if (is_there && columns[i].kinds >> kind & 1 && strcmp(columns[i].key, key) == 0) return i;
    }
    return GP_NONE;
}

static gp_status add_members(writer *w, gp_row_kind kind, const cJSON *object, const char *parent)
{
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    for (const cJSON *member = object->child; member; member = member->next) {
        uint32_t column = find_column(kind, member->string, parent);
        bool is_parent = !parent && (strcmp(member->string, "applies") == 0 ||
                                     strcmp(member->string, "aspects") == 0);
        if (is_parent) {
            GP_TRY(add_members(w, kind, member, member->string)); /* one level: no deeper */
        } else if (column != GP_NONE) {
            GP_TRY(add_cell(w, member, column, NULL, columns[column].shape));
        } else if (strcmp(member->string, "requires") != 0) {
            GP_TRY(parent ? lose(w, member) : add_own(w, member));
        }
    }
    return GP_OK;
}

/* ---- requirements ---- */

/* The value of a key of the requirement; else of the one around it (NULL: there is none). */
static const cJSON *find_link(const cJSON *item, const cJSON *outer, const char *key)
{
    const cJSON *own = cJSON_GetObjectItemCaseSensitive(item, key);
    return own || !outer ? own : cJSON_GetObjectItemCaseSensitive(outer, key);
}

static bool is_of_links(const char *key)
{
    return strcmp(key, "by") == 0 || strcmp(key, "from") == 0 || strcmp(key, "lag") == 0;
}

/* One row. outer: the requirement around an alternative; or NULL. */
static gp_status add_requirement(writer *w, const cJSON *item, const char *group,
                                 const cJSON *outer)
{
    static const struct {
        const char *key;
        uint32_t column;
    } links[] = {{"by", GP_COLUMN_BY}, {"from", GP_COLUMN_FROM}, {"lag", GP_COLUMN_LAG}};
    const cJSON *id = cJSON_IsString(item) ? item : cJSON_GetObjectItemCaseSensitive(item, "id");
    GP_TRY(add_row(w, GP_ROW_REQUIREMENT));
    GP_TRY(push_cell(w, GP_COLUMN_ID, NULL, w->subject));
    GP_TRY(add_cell(w, id, GP_COLUMN_REQUIRES, NULL, GP_CELL_TEXT));
    GP_TRY(push_cell(w, GP_COLUMN_GROUP, NULL, group));
    for (const cJSON *member = item->child; member; member = member->next) {
        if (strcmp(member->string, "id") == 0 || is_of_links(member->string)) continue;
        if (strcmp(member->string, "level") == 0)
            GP_TRY(add_cell(w, member, GP_COLUMN_LEVEL, NULL, GP_CELL_NUMBER));
        else
            GP_TRY(add_own(w, member));
    }
    for (size_t i = 0; i < 3; i++) {
        const cJSON *link = find_link(item, outer, links[i].key);
        if (link) GP_TRY(add_cell(w, link, links[i].column, NULL, GP_CELL_TEXT));
    }
    return GP_OK;
}

static gp_status add_alternatives(writer *w, const cJSON *item, const cJSON *any, uint32_t group)
{
    const char *text;
    size_t size;
    w->text->bytes.count = 0;
    gp_add_number(w->text, group);
    GP_TRY(gp_finish_buffer(w->text, &text, &size));
    text = gp_copy_text(w->job, text, size);
    if (!text) return gp_no_memory(w->job);
    for (const cJSON *member = item->child; member; member = member->next)
        if (strcmp(member->string, "any") != 0 && !is_of_links(member->string))
            GP_TRY(lose(w, member));
    for (const cJSON *one = any->child; one; one = one->next)
        GP_TRY(add_requirement(w, one, text, item));
    return GP_OK;
}

static gp_status add_requirements(writer *w, const cJSON *record)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(record, "requires");
    uint32_t group = 0;
    for (const cJSON *item = list ? list->child : NULL; item; item = item->next) {
        const cJSON *any = cJSON_GetObjectItemCaseSensitive(item, "any");
        if (any)
            GP_TRY(add_alternatives(w, item, any, ++group));
        else
            GP_TRY(add_requirement(w, item, "", NULL));
    }
    return GP_OK;
}

/* ---- the portfolio ---- */

static bool wants(const writer *w, gp_row_kind kind)
{
    return w->kinds >> kind & 1;
}

static gp_status add_records(writer *w, gp_row_kind kind, const cJSON *list)
{
    for (const cJSON *record = list->child; record; record = record->next) {
        const cJSON *id = cJSON_GetObjectItemCaseSensitive(record, "id");
        w->subject = id ? id->valuestring : NULL;
        if (wants(w, kind)) {
            GP_TRY(add_row(w, kind));
            GP_TRY(add_members(w, kind, record, NULL));
        }
        if (wants(w, GP_ROW_REQUIREMENT)) GP_TRY(add_requirements(w, record));
    }
    w->subject = NULL;
    return GP_OK;
}

static gp_status add_setting(writer *w, const cJSON *node, gp_cell_shape shape)
{
    if (!encode(w, node, shape)) return lose(w, node);
    GP_TRY(add_row(w, GP_ROW_SETTING));
    GP_TRY(push_cell(w, GP_COLUMN_ID, NULL, node->string));
    return add_cell(w, node, GP_COLUMN_VALUE, NULL, shape);
}

static gp_status add_calendar(writer *w, const cJSON *calendar)
{
    for (const cJSON *member = calendar->child; member; member = member->next) {
        if (strcmp(member->string, "workdays") != 0 && strcmp(member->string, "holidays") != 0)
            GP_TRY(lose(w, member));
        else if (member->child)
            GP_TRY(add_setting(w, member, GP_CELL_IDS));
    }
    return GP_OK;
}

static gp_status add_top(writer *w, const cJSON *member)
{
    static const char *const texts[] = {"title", "status_date", "language", "cycle", "$schema"};
    for (gp_row_kind kind = 0; kind < GP_ROW_KINDS; kind++)
        if (gp_row_list(kind) && strcmp(gp_row_list(kind), member->string) == 0)
            return add_records(w, kind, member);
    if (!wants(w, GP_ROW_SETTING)) return GP_OK;
    if (strcmp(member->string, "calendar") == 0) return add_calendar(w, member);
    if (strcmp(member->string, "planning") == 0) return add_setting(w, member, GP_CELL_PLANNING);
    if (strcmp(member->string, "groeipad") == 0) return add_setting(w, member, GP_CELL_NUMBER);
    bool is_text = is_own(member);
    for (size_t i = 0; i < 5; i++) is_text = is_text || strcmp(texts[i], member->string) == 0;
    return is_text ? add_setting(w, member, GP_CELL_TEXT) : lose(w, member);
}

/* ---- the sheet ---- */

/* Would a spreadsheet run it, or would reading take an apostrophe away? */
static bool needs_guard(const char *text)
{
    text += strspn(text, "'");
    return *text && strchr("=+-@\t\r\n", *text);
}

static void print_cell(writer *w, gp_buffer *out, const char *text, bool is_first)
{
    bool is_quoted = text[strcspn(text, ",;\t\"\r\n")] != '\0';
    if (!is_first) gp_add_bytes(out, &w->separator, 1);
    if (is_quoted) gp_add_text(out, "\"");
    if (needs_guard(text)) gp_add_text(out, "'");
    while (*text) {
        size_t plain = strcspn(text, "\"");
        gp_add_bytes(out, text, plain);
        text += plain;
        if (*text++ != '"') break;
        gp_add_text(out, "\"\"");
    }
    if (is_quoted) gp_add_text(out, "\"");
}

/* Combined: the columns in use. A file of one kind: all that the kind may fill. */
static size_t list_columns(const writer *w, uint32_t list[64])
{
    size_t count, listed = 0;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    bool is_mixed = wants(w, GP_ROW_SETTING);
    for (uint32_t i = 0; i < count; i++) {
        bool is_wanted = is_mixed ? w->is_used[i] : (columns[i].kinds & w->kinds) != 0;
        if (i == GP_COLUMN_KIND) is_wanted = is_mixed;
        if (w->is_part && !is_mixed && i == GP_COLUMN_REQUIRES)
            is_wanted = wants(w, GP_ROW_REQUIREMENT);
        if (is_wanted) list[listed++] = i;
    }
    return listed;
}

static void print_row(writer *w, gp_buffer *out, const gp_sheet_row *row, const uint32_t *columns,
                      size_t count)
{
    const gp_sheet_cell *cells = (const gp_sheet_cell *)w->cells.data + row->first;
    gp_language language = w->conversion->options->language;
    for (size_t i = 0; i < count + w->own_count; i++) {
        const char *text = "";
        for (size_t k = 0; k < row->count; k++) {
            bool is_it = i < count ? cells[k].column == columns[i]
                                   : cells[k].heading && cells[k].heading == w->own[i - count];
            if (is_it) text = cells[k].text;
        }
        if (i < count && columns[i] == GP_COLUMN_KIND) text = gp_row_word(row->kind, language);
        print_cell(w, out, text, i == 0);
    }
    gp_add_text(out, "\r\n");
}

static gp_status print_sheet(writer *w, gp_output *out)
{
    size_t all, count;
    uint32_t list[64];
    const gp_sheet_column *columns = gp_sheet_columns(&all);
    gp_buffer *buffer = gp_new_buffer(w->job);
    if (!buffer) return gp_no_memory(w->job);
    count = list_columns(w, list);
    gp_add_text(buffer, "\xEF\xBB\xBF"); /* or Excel takes it for another encoding */
    for (size_t i = 0; i < count; i++)
        print_cell(w, buffer, columns[list[i]].words[w->conversion->options->language], i == 0);
    for (uint32_t i = 0; i < w->own_count; i++) print_cell(w, buffer, w->own[i], false);
    gp_add_text(buffer, "\r\n");
    const gp_sheet_row *rows = w->rows.data;
    for (size_t i = 0; i < w->rows.count; i++) print_row(w, buffer, &rows[i], list, count);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}

/* Which rows the options ask for. */
static void choose_kinds(writer *w, const char *part)
{
    w->kinds = (1u << GP_ROW_KINDS) - 1;
    for (size_t i = 0; part && gp_csv_parts[i]; i++)
        if (strcmp(gp_csv_parts[i], part) == 0) w->kinds = part_kinds[i];
    w->is_part = part != NULL;
}

gp_status gp_write_portfolio_csv(const gp_conversion *conversion, gp_output *out)
{
    const gp_convert_options *options = conversion->options;
    writer *w = GP_NEW(conversion->job, writer, 1); /* it holds arrays */
    if (!w) return gp_no_memory(conversion->job);
    w->conversion = conversion;
    w->job = conversion->job;
    w->rows.size = sizeof(gp_sheet_row);
    w->cells.size = sizeof(gp_sheet_cell);
    w->text = gp_new_buffer(w->job);
    w->separator = options->separator;
    if (!w->separator) w->separator = options->language == GP_DUTCH ? ';' : ',';
    if (!w->text) return gp_no_memory(w->job);
    choose_kinds(w, options->part);
    for (const cJSON *member = conversion->document->top->child; member; member = member->next)
        GP_TRY(add_top(w, member));
    return print_sheet(w, out);
}
