/* SPDX-License-Identifier: MIT
 * The page: one HTML file. Its policy lets run what the build made, known by its hash, and nothing
 * else; of what users wrote nothing is ever read as HTML. The plan is there as it is, so that the
 * page has it at once; all else is packed (RFC 1951, in base64), and unpacked when it is looked at.
 */
#include "groeipad/version.h"
#include "io/pack/deflate.h"
#include "report/base64.h"
#include "report/parts.h"
#include "report/program.h"

#include <string.h>

bool gp_report_has_engine(void)
{
    return gp_page_engine_size > 0;
}

static bool has_engine(const gp_report *report)
{
    return gp_report_has_engine() && !report->is_fixed;
}

/* Text within an element. */
static void add_escaped(gp_buffer *page, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '<': gp_add_text(page, "&lt;"); break;
        case '>': gp_add_text(page, "&gt;"); break;
        case '&': gp_add_text(page, "&amp;"); break;
        default: gp_add_bytes(page, text, 1);
        }
    }
}

/* JSON within a script: what could end that, or begin a comment, stands as an escape. */
static void add_json(gp_buffer *page, const char *json, size_t size)
{
    size_t from = 0;
    for (size_t i = 0; i < size; i++) {
        if (json[i] != '<') continue;
        gp_add_bytes(page, json + from, i - from);
        gp_add_text(page, "\\u003c");
        from = i + 1;
    }
    gp_add_bytes(page, json + from, size - from);
}

/* A text of the user as JSON; null where there is none. */
static void add_json_text(gp_buffer *page, const char *text)
{
    static const char hex[] = "0123456789abcdef";
    if (!text || !text[0]) {
        gp_add_text(page, "null");
        return;
    }
    gp_add_text(page, "\"");
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        const char escape[] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15], '\0'};
        if (c < 0x20 || c == '"' || c == '\\' || c == '<')
            gp_add_text(page, escape);
        else
            gp_add_bytes(page, text, 1);
    }
    gp_add_text(page, "\"");
}

static void add_policy(gp_buffer *page)
{
    gp_add_text(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "script-src 'sha256-");
    gp_add_hex_as_base64(page, gp_page_script_hash);
    gp_add_text(page, "' 'wasm-unsafe-eval'; style-src 'sha256-");
    gp_add_hex_as_base64(page, gp_page_style_hash);
    gp_add_text(page, "'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
}

static void add_head(gp_buffer *page, const char *title, gp_language language)
{
    gp_add_text(page, "<!DOCTYPE html>\n<html lang=\"");
    gp_add_text(page, language == GP_DUTCH ? "nl" : "en");
    gp_add_text(page, "\">\n<head>\n<meta charset=\"utf-8\">\n");
    add_policy(page);
    gp_add_text(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"color-scheme\" content=\"light dark\">\n"
                      "<meta name=\"generator\" content=\"groeipad " GP_VERSION "\">\n"
                      "<link rel=\"icon\" href=\"data:,\">\n<title>");
    add_escaped(page, title && title[0] ? title : "groeipad");
    gp_add_text(page, "</title>\n<style>");
    gp_add_bytes(page, (const char *)gp_page_style, gp_page_style_size);
    gp_add_text(page, "</style>\n</head>\n<body>\n<noscript><p>This report needs JavaScript. / Dit "
                      "rapport heeft JavaScript nodig.</p></noscript>\n<div id=\"app\"></div>\n");
}

/* With what the page opens the portfolio again, as the command read it. */
static void add_settings(gp_buffer *page, const gp_report *report)
{
    static const char *const modes[] = {"each", "portfolio", "both"};
    const gp_portfolio *portfolio = report->schedule->network->portfolio;
    gp_add_text(page, ",\"settings\":{\"status_date\":");
    if (report->is_status_date_given) {
        gp_add_text(page, "\"");
        gp_add_day(page, portfolio->status_date);
        gp_add_text(page, "\"");
    } else {
        gp_add_text(page, "null");
    }
    gp_add_text(page, ",\"float\":\"");
    gp_add_text(page, modes[report->schedule->float_mode]);
    gp_add_text(page, "\",\"scenario\":");
    add_json_text(page, portfolio->scenario == GP_NONE
                            ? NULL
                            : portfolio->scenarios.terms[portfolio->scenario].id);
    gp_add_text(page, "}");
}

static void add_meta(gp_buffer *page, const gp_report *report, gp_language language)
{
    const gp_portfolio *portfolio = report->schedule->network->portfolio;
    gp_add_text(
        page,
        "<script type=\"application/json\" id=\"meta\">{\"groeipad\":1,\"version\":\"" GP_VERSION
        "\",\"title\":");
    add_json_text(page, portfolio->title);
    gp_add_text(page, ",\"status_date\":\"");
    gp_add_day(page, portfolio->status_date);
    gp_add_text(page, language == GP_DUTCH ? "\",\"language\":\"nl\"" : "\",\"language\":\"en\"");
    gp_add_text(page, has_engine(report) ? ",\"has_engine\":true" : ",\"has_engine\":false");
    gp_add_text(page, report->risk ? ",\"has_risk\":true" : ",\"has_risk\":false");
    gp_add_text(page, ",\"older\":");
    add_json_text(page, report->older ? report->older->name : NULL);
    add_settings(page, report);
    gp_add_text(page, ",\"files\":[");
    for (size_t i = 0; i < report->file_count; i++) {
        gp_add_text(page, i ? "," : "");
        add_json_text(page, report->files[i]);
    }
    gp_add_text(page, "],\"parts\":[");
    const char *name;
    for (size_t i = 0; (name = gp_report_part_at(report, i)); i++) {
        gp_add_text(page, i ? ",\"" : "\"");
        gp_add_text(page, name);
        gp_add_text(page, "\"");
    }
    gp_add_text(page, "]}</script>\n");
}

static gp_status add_packed(gp_buffer *page, const char *name, const char *bytes, size_t size)
{
    gp_job *scratch = gp_job_new();
    gp_buffer *packed = scratch ? gp_new_buffer(scratch) : NULL;
    const char *text;
    size_t length;
    gp_status status = packed ? gp_deflate(scratch, packed, bytes, size) : GP_NO_MEMORY;
    if (status == GP_OK) status = gp_finish_buffer(packed, &text, &length);
    if (status == GP_OK) {
        gp_add_text(page, "<script type=\"application/octet-stream\" data-part=\"");
        gp_add_text(page, name);
        gp_add_text(page, "\">");
        gp_add_base64(page, text, length);
        gp_add_text(page, "</script>\n");
    }
    gp_job_free(scratch);
    return status == GP_OK ? GP_OK : gp_no_memory(page->job);
}

/* Makes a part in a job of its own, so that JSON has no findings and no more than one part at a
 * time takes memory; but for those that tell the findings of the page's job. */
static gp_status add_part(gp_buffer *page, const gp_report *report, const char *name, bool is_raw)
{
    gp_job *own = gp_job_new();
    bool tells_findings = gp_find_part(report, name)->tells_findings;
    gp_output part;
    gp_status status = own ? gp_share_source_names(own, page->job) : GP_NO_MEMORY;
    if (status == GP_OK)
        status = gp_make_report_part(tells_findings ? page->job : own, report, name, &part);
    if (status == GP_OK && is_raw) {
        gp_add_text(page, "<script type=\"application/json\" id=\"plan\">");
        add_json(page, part.text, part.size);
        gp_add_text(page, "</script>\n");
    } else if (status == GP_OK) {
        status = add_packed(page, name, part.text, part.size);
    }
    gp_job_free(own);
    return status == GP_OK ? GP_OK : gp_no_memory(page->job);
}

gp_status gp_write_report(gp_job *job, const gp_report *report, gp_language language,
                          gp_output *out)
{
    static const char plan[] = "plan.json";
    const char *name;
    gp_buffer *page = gp_new_buffer(job);
    if (!page) return gp_no_memory(job);
    add_head(page, report->schedule->network->portfolio->title, language);
    add_meta(page, report, language);
    GP_TRY(add_part(page, report, plan, true));
    for (size_t i = 0; (name = gp_report_part_at(report, i)); i++)
        if (strcmp(name, plan) != 0) GP_TRY(add_part(page, report, name, false));
    if (has_engine(report))
        GP_TRY(add_packed(page, "engine.wasm", (const char *)gp_page_engine, gp_page_engine_size));
    gp_add_text(page, "<script type=\"module\">");
    gp_add_bytes(page, (const char *)gp_page_script, gp_page_script_size);
    gp_add_text(page, "</script>\n</body>\n</html>\n");
    return gp_finish_buffer(page, &out->text, &out->size);
}
