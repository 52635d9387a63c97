/* SPDX-License-Identifier: MIT
 * Writes MS Project XML (MSPDI): a task for every intervention and capability, in the order of the
 * elements that the schema asks for. A file of ours says in two text fields of each task which
 * record it was, so that it reads back the same. docs/msproject.md says what has no place there. */
#include "io/mspdi/mspdi_write.h"
#include "io/xml/xml_text.h"

#include <cjson/cJSON.h>
#include <string.h>

static const cJSON *find(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static const char *text_of(const cJSON *object, const char *key)
{
    const cJSON *node = find(object, key);
    return cJSON_IsString(node) ? node->valuestring : NULL;
}

static void write_field(gp_mspdi_writer *w, gp_mspdi_own own)
{
    const char *field = gp_mspdi_own_fields[own].field, *name = gp_mspdi_own_fields[own].name;
    const char *alias = gp_mspdi_own_fields[own].alias;
    gp_add_mspdi_line(w, "    <ExtendedAttribute>");
    gp_add_mspdi_text(w, 6, "FieldID", field);
    gp_add_mspdi_text(w, 6, "FieldName", name);
    gp_add_mspdi_text(w, 6, "Alias", alias);
    gp_add_mspdi_line(w, "    </ExtendedAttribute>");
}

/* The name is the title, as far as it goes. */
static gp_status write_title(gp_mspdi_writer *w)
{
    const char *title = w->conversion->portfolio->title;
    const char *name = gp_cut_mspdi_text(w, *title ? title : "groeipad", GP_MSPDI_PROJECT_NAME_MAX);
    const char *cut = gp_cut_mspdi_text(w, title, GP_MSPDI_NAME_MAX);
    if (!name || !cut) return gp_no_memory(w->job);
    gp_add_mspdi_text(w, 2, "Name", name);
    if (*title) gp_add_mspdi_text(w, 2, "Title", cut);
    const cJSON *node = find(w->conversion->document->top, "title");
    return cut != title ? gp_report_loss(w->conversion, node, NULL, "title") : GP_OK;
}

static gp_status write_project(gp_mspdi_writer *w)
{
    static const char *const kept[] = {"groeipad",      "title",        "status_date", "calendar",
                                       "interventions", "capabilities", NULL};
    const gp_portfolio *portfolio = w->conversion->portfolio;
    const cJSON *top = w->conversion->document->top;
    for (const cJSON *key = top->child; key; key = key->next) {
        bool is_daily = strcmp(key->string, "cycle") == 0 && cJSON_IsString(key) &&
                        strcmp(key->valuestring, "1d") == 0;
        if (!is_daily && !gp_is_mspdi_key(key->string, kept))
            GP_TRY(gp_report_loss(w->conversion, key, NULL, key->string));
        bool is_kept = strcmp(key->string, "title") != 0 || gp_is_xml_text(portfolio->title);
        if (!is_kept) GP_TRY(gp_report_loss(w->conversion, key, NULL, key->string));
    }
    gp_add_mspdi_line(w, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
    gp_add_mspdi_line(w, "<Project xmlns=\"http://schemas.microsoft.com/project\">");
    gp_add_mspdi_number(w, 2, "SaveVersion", 12);
    GP_TRY(write_title(w));
    gp_add_mspdi_number(w, 2, "ScheduleFromStart", 1);
    gp_add_mspdi_moment(w, 2, "StartDate", portfolio->status_date, GP_MSPDI_DAY_START);
    gp_add_mspdi_number(w, 2, "CriticalSlackLimit", 0);
    gp_add_mspdi_text(w, 2, "CurrencyCode", "EUR"); /* the schema wants one */
    gp_add_mspdi_number(w, 2, "CalendarUID", 1);
    gp_add_mspdi_text(w, 2, "DefaultStartTime", "08:00:00");
    gp_add_mspdi_text(w, 2, "DefaultFinishTime", "17:00:00");
    gp_add_mspdi_number(w, 2, "MinutesPerDay", 480);
    gp_add_mspdi_number(w, 2, "MinutesPerWeek", 2400);
    gp_add_mspdi_number(w, 2, "DaysPerMonth", 20);
    gp_add_mspdi_number(w, 2, "DurationFormat", GP_MSPDI_DAYS);
    gp_add_mspdi_number(w, 2, "HonorConstraints", 1);
    gp_add_mspdi_number(w, 2, "NewTasksEstimated", 0);
    gp_add_mspdi_moment(w, 2, "StatusDate", portfolio->status_date, GP_MSPDI_DAY_START);
    gp_add_mspdi_line(w, "  <ExtendedAttributes>");
    for (int own = 0; own < GP_MSPDI_OWN_FIELDS; own++)
        if (w->has_own[own]) write_field(w, (gp_mspdi_own)own);
    gp_add_mspdi_line(w, "  </ExtendedAttributes>");
    gp_write_mspdi_calendar(w);
    gp_add_mspdi_line(w, "  <Tasks>");
    for (uint32_t i = 0; i < w->count; i++) GP_TRY(gp_write_mspdi_task(w, i));
    gp_add_mspdi_line(w, "  </Tasks>\n</Project>");
    return GP_OK;
}

/* Interventions first, each list in its order. */
static gp_status number_tasks(gp_mspdi_writer *w)
{
    const gp_portfolio *portfolio = w->conversion->portfolio;
    const char *const lists[] = {"capabilities", "interventions"};
    size_t most = (size_t)portfolio->capability_count + portfolio->intervention_count;
    w->records = GP_NEW(w->job, const cJSON *, most);
    w->is_intervention = GP_NEW(w->job, uint8_t, most);
    w->uid_of = GP_NEW(w->job, uint32_t, portfolio->symbol_count);
    if (!w->records || !w->is_intervention || !w->uid_of) return gp_no_memory(w->job);
    for (int list = 1; list >= 0; list--) {
        const cJSON *records = find(w->conversion->document->top, lists[list]);
        for (const cJSON *record = records ? records->child : NULL; record && w->count < most;
             record = record->next) {
            uint32_t symbol = gp_find_symbol(portfolio, text_of(record, "id"));
            w->has_own[GP_MSPDI_OWN_OWNER] |= find(record, "owner") != NULL;
            w->has_own[GP_MSPDI_OWN_TAGS] |= find(record, "tags") != NULL;
            w->has_own[GP_MSPDI_OWN_PARENT] |= find(record, "parent") != NULL;
            w->records[w->count] = record;
            w->is_intervention[w->count] = list == 1;
            w->uid_of[symbol] = ++w->count;
        }
    }
    return GP_OK;
}

gp_status gp_write_mspdi(const gp_conversion *conversion, gp_output *out)
{
    gp_mspdi_writer w = {.has_own = {[GP_MSPDI_OWN_ID] = true, [GP_MSPDI_OWN_KIND] = true},
                         .conversion = conversion,
                         .job = conversion->job,
                         .buffer = gp_new_buffer(conversion->job)};
    if (!w.buffer) return gp_no_memory(w.job);
    GP_TRY(number_tasks(&w));
    GP_TRY(write_project(&w));
    return gp_finish_buffer(w.buffer, &out->text, &out->size);
}
