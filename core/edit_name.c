/* SPDX-License-Identifier: MIT
 * What an edit is about, in a few words that can be typed again. */
#include "core/job.h"
#include "groeipad/compare.h"

/* Would a target that begins with this id, without quotes, be about a setting of the file? */
static bool is_setting(const char *id)
{
    static const char *const settings[] = {
        "$schema",       "groeipad",     "title",     "status_date", "language",
        "planning",      "calendar",     "cycle",     "cost_unit",   "dimensions",
        "segments",      "situations",   "scenarios", "measures",    "measurements",
        "interventions", "capabilities", "risks",     "correlations"};
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (strcmp(settings[i], id) == 0) return true;
    return strncmp(id, "x-", 2) == 0;
}

/* An id, in quotes where it holds what separates words of a target, or would be another. */
static void add_id(gp_buffer *buffer, const char *id)
{
    bool is_plain = *id != '\0' && !is_setting(id);
    for (const char *at = id; *at; at++)
        if (strchr(".=@|[]\" \t", *at) || (at[0] == '-' && at[1] == '>')) is_plain = false;
    if (is_plain) {
        gp_add_text(buffer, id);
        return;
    }
    gp_add_quoted(buffer, id);
}

const char *gp_edit_name(gp_job *job, const gp_edit *edit)
{
    const char *name;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    if (edit->kind == GP_EDIT_MEASURE) gp_add_text(buffer, "measures.");
    if (edit->kind == GP_EDIT_RISK) gp_add_text(buffer, "risks.");
    if (edit->kind == GP_EDIT_CORRELATION) gp_add_text(buffer, "correlations.");
    if (edit->id && edit->kind == GP_EDIT_CORRELATION)
        gp_add_text(buffer, edit->id);
    else if (edit->id)
        add_id(buffer, edit->id);
    if (edit->key && edit->id) gp_add_text(buffer, ".");
    if (edit->key) gp_add_text(buffer, edit->key);
    if (!edit->id && !edit->key) gp_add_text(buffer, "measurements");
    for (uint32_t i = 0; i < edit->require_count; i++) {
        gp_add_text(buffer, i ? "|" : "->");
        add_id(buffer, edit->requires[i]);
    }
    return gp_finish_buffer(buffer, &name, &size) == GP_OK ? name : NULL;
}
