/* SPDX-License-Identifier: MIT
 * Makes the rows of a portfolio for a spreadsheet: all in one table, or one for each kind of rows.
 * What has no cell is reported, such as own keys whose value is no text. */
#include "io/csv/csv_table.h"

#include <cjson/cJSON.h>
#include <string.h>

typedef struct writer {
    const gp_conversion *conversion;
    gp_job *job;
    gp_sheet_table *table;
    uint16_t kinds;      /* which rows are asked for */
    bool is_part;        /* rows of one kind, all columns of it */
    bool is_used[64];    /* by column */
    char point;          /* of decimals */
    const char *subject; /* the id of the record at hand */
    const cJSON *step;   /* the number of the level at hand; NULL: the record itself */
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
    w->text->bytes.count = 0;
    return gp_encode_cell(w->text, node, shape, w->point);
}

static gp_status push_cell(writer *w, const gp_table_cell *cell, const cJSON *node)
{
    gp_table_cell kept = *cell;
    if (!*cell->text) return GP_OK;
    kept.text = gp_copy_text(w->job, cell->text, strlen(cell->text));
    kept.node = node;
    if (!kept.text || !gp_push(w->job, &w->table->cells, &kept, 1)) return gp_no_memory(w->job);
    if (cell->column != GP_NONE) w->is_used[cell->column] = true;
    ((gp_table_row *)w->table->rows.data)[w->table->rows.count - 1].count++;
    return GP_OK;
}

/* A cell that is no value of the document's. */
static gp_status push_text(writer *w, uint32_t column, const char *text)
{
    return push_cell(w, &(gp_table_cell){.column = column, .text = text}, NULL);
}

static gp_status add_cell(writer *w, const cJSON *node, uint32_t column, const char *heading,
                          gp_cell_shape shape)
{
    const char *text;
    size_t size;
    if (!encode(w, node, shape)) return lose(w, node);
    GP_TRY(gp_finish_buffer(w->text, &text, &size));
    const gp_table_cell cell = {
        .column = column, .heading = heading, .text = text, .shape = shape, .subject = w->subject};
    return push_cell(w, &cell, node);
}

static gp_status add_row(writer *w, gp_row_kind kind)
{
    gp_table_row row = {.kind = kind, .first = w->table->cells.count};
    return gp_push(w->job, &w->table->rows, &row, 1) ? GP_OK : gp_no_memory(w->job);
}

/* The column of a key of the user's own; NULL: there are too many. */
static const char *find_own(writer *w, const char *key)
{
    for (uint32_t i = 0; i < w->table->own_count; i++)
        if (strcmp(w->table->own[i], key) == 0) return w->table->own[i];
    if (w->table->own_count == GP_TABLE_OWN_MAX) return NULL;
    return w->table->own[w->table->own_count++] = key;
}

/* In one table a level has columns of its own: "level 2 lead time". NULL: there are too many, or no
 * memory. */
static const char *find_step_heading(writer *w, const char *name)
{
    const char *text;
    size_t size;
    w->text->bytes.count = 0;
    gp_add_text(w->text, gp_say(w->conversion->options->language, "level ", "niveau "));
    gp_add_number(w->text, (int64_t)w->step->valuedouble);
    if (*name) gp_add_text(w->text, " ");
    gp_add_text(w->text, name);
    if (gp_finish_buffer(w->text, &text, &size) != GP_OK) return NULL;
    text = gp_copy_text(w->job, text, size);
    return text ? find_own(w, text) : NULL;
}

/* What a level requires is in rows of its own. */
static bool is_in_columns(const writer *w)
{
    const gp_table_row *rows = w->table->rows.data;
    size_t count = w->table->rows.count;
    return w->step && !w->is_part && count && rows[count - 1].kind == GP_ROW_CAPABILITY;
}

/* A key of the user's own whose value is a text has a column. */
static gp_status add_own(writer *w, const cJSON *member)
{
    bool is_text = is_own(member) && cJSON_IsString(member) && member->valuestring[0];
    const char *heading = NULL;
    if (is_text)
        heading =
            is_in_columns(w) ? find_step_heading(w, member->string) : find_own(w, member->string);
    if (gp_is_out_of_memory(w->job)) return GP_NO_MEMORY;
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

/* Other rows and columns say what a record requires, and its levels. */
static bool is_told_elsewhere(const writer *w, gp_row_kind kind, const char *key)
{
    if (w->step && strcmp(key, "level") == 0) return true;
    if (!w->step && kind == GP_ROW_CAPABILITY && strcmp(key, "levels") == 0) return true;
    return strcmp(key, "requires") == 0;
}

static gp_status add_member(writer *w, const cJSON *member, uint32_t column)
{
    size_t count;
    const gp_sheet_column *row = gp_sheet_columns(&count) + column;
    if (!is_in_columns(w)) return add_cell(w, member, column, NULL, row->shape);
    const char *heading = find_step_heading(w, row->words[w->conversion->options->language]);
    if (gp_is_out_of_memory(w->job)) return GP_NO_MEMORY;
    return heading ? add_cell(w, member, GP_NONE, heading, row->shape) : lose(w, member);
}

static gp_status add_members(writer *w, gp_row_kind kind, const cJSON *object, const char *parent)
{
    for (const cJSON *member = object->child; member; member = member->next) {
        uint32_t column = find_column(kind, member->string, parent);
        bool is_parent = !parent && (strcmp(member->string, "applies") == 0 ||
                                     strcmp(member->string, "aspects") == 0 ||
                                     strcmp(member->string, "mitigated") == 0);
        if (is_parent) {
            GP_TRY(add_members(w, kind, member, member->string)); /* one level: no deeper */
        } else if (column != GP_NONE) {
            GP_TRY(add_member(w, member, column));
        } else if (!is_told_elsewhere(w, kind, member->string)) {
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
    GP_TRY(push_text(w, GP_COLUMN_ID, w->subject));
    GP_TRY(add_cell(w, id, GP_COLUMN_REQUIRES, NULL, GP_CELL_TEXT));
    GP_TRY(push_text(w, GP_COLUMN_GROUP, group));
    if (w->step) GP_TRY(add_cell(w, w->step, GP_COLUMN_STEP, NULL, GP_CELL_NUMBER));
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

/* In one table the columns of the capability say all of a level, or "level 2" that it is there. */
static gp_status add_level_columns(writer *w, const cJSON *level)
{
    const gp_table_row *row = (const gp_table_row *)w->table->rows.data + w->table->rows.count - 1;
    size_t before = row->count;
    GP_TRY(add_members(w, GP_ROW_LEVEL, level, NULL));
    row = (const gp_table_row *)w->table->rows.data + w->table->rows.count - 1;
    if (row->count > before) return GP_OK;
    const char *heading = find_step_heading(w, "");
    if (gp_is_out_of_memory(w->job)) return GP_NO_MEMORY;
    if (!heading) return lose(w, w->step);
    const char *yes = gp_say(w->conversion->options->language, "yes", "ja");
    return push_cell(w, &(gp_table_cell){.column = GP_NONE, .heading = heading, .text = yes}, NULL);
}

static gp_status add_level_row(writer *w, const cJSON *level)
{
    GP_TRY(add_row(w, GP_ROW_LEVEL));
    GP_TRY(push_text(w, GP_COLUMN_ID, w->subject));
    GP_TRY(add_cell(w, w->step, GP_COLUMN_STEP, NULL, GP_CELL_NUMBER));
    return add_members(w, GP_ROW_LEVEL, level, NULL);
}

/* The levels of a capability: in the columns of its row, which is the last one; as rows of their
 * own; or only what they require. */
static gp_status add_levels(writer *w, const cJSON *record, bool is_in_row)
{
    const cJSON *levels = cJSON_GetObjectItemCaseSensitive(record, "levels");
    for (const cJSON *level = levels ? levels->child : NULL; level; level = level->next) {
        w->step = cJSON_GetObjectItemCaseSensitive(level, "level");
        if (is_in_row)
            GP_TRY(add_level_columns(w, level));
        else if (w->is_part && wants(w, GP_ROW_LEVEL))
            GP_TRY(add_level_row(w, level));
        else if (wants(w, GP_ROW_REQUIREMENT))
            GP_TRY(add_requirements(w, level));
    }
    w->step = NULL;
    return GP_OK;
}

static gp_status add_records(writer *w, gp_row_kind kind, const cJSON *list)
{
    bool has_levels = kind == GP_ROW_CAPABILITY;
    for (const cJSON *record = list->child; record; record = record->next) {
        const cJSON *id = cJSON_GetObjectItemCaseSensitive(record, "id");
        w->subject = id ? id->valuestring : NULL;
        if (wants(w, kind)) {
            GP_TRY(add_row(w, kind));
            GP_TRY(add_members(w, kind, record, NULL));
            if (has_levels && !w->is_part) GP_TRY(add_levels(w, record, true));
        }
        if (wants(w, GP_ROW_REQUIREMENT)) GP_TRY(add_requirements(w, record));
        if (has_levels) GP_TRY(add_levels(w, record, false));
    }
    w->subject = NULL;
    return GP_OK;
}

static gp_status add_setting(writer *w, const cJSON *node, gp_cell_shape shape)
{
    if (!encode(w, node, shape)) return lose(w, node);
    GP_TRY(add_row(w, GP_ROW_SETTING));
    GP_TRY(push_text(w, GP_COLUMN_ID, node->string));
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
    static const char *const texts[] = {"title", "language", "cycle", "cost_unit", "$schema"};
    for (gp_row_kind kind = 0; kind < GP_ROW_KINDS; kind++)
        if (gp_row_list(kind) && strcmp(gp_row_list(kind), member->string) == 0)
            return add_records(w, kind, member);
    if (!wants(w, GP_ROW_SETTING)) return GP_OK;
    if (strcmp(member->string, "calendar") == 0) return add_calendar(w, member);
    if (strcmp(member->string, "planning") == 0) return add_setting(w, member, GP_CELL_PLANNING);
    if (strcmp(member->string, "groeipad") == 0) return add_setting(w, member, GP_CELL_NUMBER);
    if (strcmp(member->string, "status_date") == 0) return add_setting(w, member, GP_CELL_DAY);
    bool is_text = is_own(member);
    for (size_t i = 0; i < 5; i++) is_text = is_text || strcmp(texts[i], member->string) == 0;
    return is_text ? add_setting(w, member, GP_CELL_TEXT) : lose(w, member);
}

/* ---- the table ---- */

/* Combined: the columns in use. A file of one kind: all that the kind may fill. */
static void list_columns(writer *w)
{
    size_t count;
    gp_sheet_table *table = w->table;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    bool is_mixed = wants(w, GP_ROW_SETTING);
    for (uint32_t i = 0; i < count; i++) {
        bool is_wanted = is_mixed ? w->is_used[i] : (columns[i].kinds & w->kinds) != 0;
        if (i == GP_COLUMN_KIND) is_wanted = is_mixed;
        if (w->is_part && !is_mixed && i == GP_COLUMN_REQUIRES)
            is_wanted = wants(w, GP_ROW_REQUIREMENT);
        if (is_wanted) table->columns[table->column_count++] = i;
    }
}

/* Which rows the options ask for. */
static void choose_kinds(writer *w, const char *part)
{
    w->kinds = gp_kinds_of_part(part);
    w->is_part = part != NULL;
}

gp_status gp_make_sheet_table(const gp_conversion *conversion, const char *part, char point,
                              const gp_sheet_table **out)
{
    gp_job *job = conversion->job;
    writer *w = GP_NEW(job, writer, 1);
    gp_sheet_table *table = GP_NEW(job, gp_sheet_table, 1); /* it holds arrays */
    if (!w || !table) return gp_no_memory(job);
    *w = (writer){.conversion = conversion, .job = job, .table = table, .point = point};
    table->rows.size = sizeof(gp_table_row);
    table->cells.size = sizeof(gp_table_cell);
    w->text = gp_new_buffer(job);
    if (!w->text) return gp_no_memory(job);
    choose_kinds(w, part);
    for (const cJSON *member = conversion->document->top->child; member; member = member->next)
        GP_TRY(add_top(w, member));
    list_columns(w);
    *out = table;
    return GP_OK;
}
