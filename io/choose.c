/* SPDX-License-Identifier: MIT
 * Which format is an input in? The user says so, or its name together with how its text begins.
 * Where the name says one thing and the text is clearly another, the text is right. What is nothing
 * that is read gets one sentence, in place of a reader's riddle about its first byte. */
#include "io/foreign/foreign.h"
#include "io/formats.h"

#include <errno.h>
#include <string.h>

/* An input that is being chosen for. */
typedef struct choice {
    gp_records *records;
    gp_input *input;
    const char *name;
    const char *head; /* the first window, without a byte order mark */
    size_t size;
} choice;

static bool sniffs(const choice *c, const gp_format_row *row)
{
    return row->read && row->sniff && row->sniff(c->head, c->size);
}

/* The formats that are read and have the name's extension. *first: of them, or NULL. */
static size_t count_named(const choice *c, const gp_format_row **first)
{
    size_t count = 0;
    *first = NULL;
    for (size_t i = 0; gp_format_row_at(i); i++) {
        const gp_format_row *row = gp_format_row_at(i);
        if (!row->read || !gp_has_extension(row, c->name)) continue;
        if (count++ == 0) *first = row;
    }
    return count;
}

/* The first format that the text looks like, of those of the name before the others. */
static const gp_format_row *find_alike(const choice *c)
{
    for (int is_named = 1; is_named >= 0; is_named--)
        for (size_t i = 0; gp_format_row_at(i); i++) {
            const gp_format_row *row = gp_format_row_at(i);
            if (gp_has_extension(row, c->name) == (is_named == 1) && sniffs(c, row)) return row;
        }
    return NULL;
}

static bool is_blank(const choice *c)
{
    return c->input->is_last && c->head[strspn(c->head, " \t\r\n")] == '\0' &&
           strlen(c->head) == c->size;
}

/* Text that looks like no format that is read. *is_foreign: it is known, or its name says
 * nothing either. */
static gp_status judge_stranger(const choice *c, bool *is_foreign, gp_foreign *out)
{
    const gp_format_row *named;
    size_t count = count_named(c, &named);
    *is_foreign = true;
    if (is_blank(c)) {
        *out = (gp_foreign){.what = GP_WORDS("an empty file", "een leeg bestand"),
                            .way = GP_WORDS("'groeipad init' writes one to start from",
                                            "'groeipad init' schrijft er een om mee te beginnen"),
                            .spot = {1, 1}};
        return GP_OK;
    }
    if (gp_is_foreign_text(c->head, out)) return GP_OK;
    GP_TRY(gp_is_foreign_xml(c->records->job, c->head, count != 1, is_foreign, out));
    if (*is_foreign || count) return GP_OK;
    *is_foreign = true;
    *out = (gp_foreign){
        .what = GP_WORDS("text that looks like no format that is read",
                         "tekst die op geen formaat lijkt dat gelezen wordt"),
        .way = GP_WORDS("if it is one, say which: --from json, yaml, csv, ...",
                        "als het dat wel is, zeg dan welk: --from json, yaml, csv, ..."),
        .spot = {1, 1}};
    return GP_OK;
}

/* A text in a format that is read: is it somebody else's? */
static gp_status judge(const choice *c, gp_judge_text *judge_text, bool *is_foreign,
                       gp_foreign *out)
{
    gp_foreign_verdict verdict;
    gp_job *job = c->records->job;
    const char *head = c->head;
    GP_TRY(judge_text(job, head, &verdict, out));
    if (verdict == GP_UNDECIDED && !c->input->is_last) {
        size_t skipped = (size_t)(head - c->input->window);
        GP_TRY(gp_read_rest(c->input));
        GP_TRY(gp_view_start(c->input));
        GP_TRY(judge_text(job, c->input->window + skipped, &verdict, out));
    }
    *is_foreign = verdict == GP_FOREIGN;
    return GP_OK;
}

static gp_status choose(const choice *c, const gp_format_row **out)
{
    gp_foreign foreign;
    bool is_foreign = false;
    const gp_format_row *row = find_alike(c), *named;
    if (gp_is_foreign_text(c->head, &foreign)) row = NULL; /* such as Mermaid's "graph LR" */
    if (!row)
        GP_TRY(judge_stranger(c, &is_foreign, &foreign));
    else if (row->judge && !c->records->is_unjudged) /* changes may be of settings alone */
        GP_TRY(judge(c, row->judge, &is_foreign, &foreign));
    if (is_foreign) {
        *out = NULL;
        return gp_refuse_foreign(c->records, c->input, &foreign);
    }
    *out = row;
    if (!row && count_named(c, &named)) *out = named;
    return GP_OK;
}

/* The format that was asked for. An extension may be that of several ("xml"): then the text tells.
 */
static const gp_format_row *find_asked(const choice *c, const char *asked)
{
    for (size_t i = 0; gp_format_row_at(i); i++)
        if (gp_is_called(gp_format_row_at(i), asked) && sniffs(c, gp_format_row_at(i)))
            return gp_format_row_at(i);
    return gp_find_format_row(asked);
}

/* Bytes that are no text, whatever the user says. */
static bool is_other_binary(const choice *c, const gp_format_row *asked, gp_foreign *out)
{
    if (gp_is_foreign_binary(c->input->window, c->input->size, out)) return true;
    for (size_t i = 0; asked && gp_format_row_at(i); i++) {
        const gp_format_row *row = gp_format_row_at(i);
        if (row == asked || !row->is_binary || !sniffs(c, row)) continue;
        *out = (gp_foreign){
            .what = GP_WORDS("a workbook, or another archive", "een werkmap, of een ander archief"),
            .way = GP_WORDS("leave --from out", "laat --from weg")};
        return true;
    }
    return false;
}

gp_status gp_choose_format(gp_records *records, gp_input *input, const char *name,
                           const char *asked, const gp_format_row **out)
{
    gp_foreign foreign;
    choice c = {.records = records, .input = input, .name = name};
    *out = asked ? gp_find_format_row(asked) : NULL;
    if (asked && (!*out || !(*out)->read)) return gp_report_input(input, EPROTONOSUPPORT);
    GP_TRY(gp_view_start(input));
    bool has_mark = input->size >= 3 && memcmp(input->window, "\xEF\xBB\xBF", 3) == 0;
    c.head = input->window + 3 * has_mark;
    c.size = input->size - 3 * has_mark;
    if (is_other_binary(&c, *out, &foreign)) {
        *out = NULL;
        return gp_refuse_foreign(records, input, &foreign);
    }
    if (!asked) return choose(&c, out);
    *out = find_asked(&c, asked);
    return GP_OK;
}
