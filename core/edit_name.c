/* SPDX-License-Identifier: MIT
 * What an edit is about, in a few words that can be typed again. */
#include "core/job.h"
#include "groeipad/compare.h"

/* An id, in quotes where it holds what separates words of a target. */
static void add_id(gp_buffer *buffer, const char *id)
{
    bool is_plain = *id != '\0';
    for (const char *at = id; *at; at++)
        if (strchr(".=@|[]\" \t", *at) || (at[0] == '-' && at[1] == '>')) is_plain = false;
    if (is_plain) {
        gp_add_text(buffer, id);
        return;
    }
    gp_add_text(buffer, "\"");
    for (; *id; id++) {
        if (*id == '"' || *id == '\\') gp_add_text(buffer, "\\");
        gp_add_bytes(buffer, id, 1);
    }
    gp_add_text(buffer, "\"");
}

const char *gp_edit_name(gp_job *job, const gp_edit *edit)
{
    const char *name;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    if (edit->id) add_id(buffer, edit->id);
    if (edit->key && edit->id) gp_add_text(buffer, ".");
    if (edit->key) gp_add_text(buffer, edit->key);
    if (!edit->id && !edit->key) gp_add_text(buffer, "measurements");
    for (uint32_t i = 0; i < edit->require_count; i++) {
        gp_add_text(buffer, i ? "|" : "->");
        add_id(buffer, edit->requires[i]);
    }
    return gp_finish_buffer(buffer, &name, &size) == GP_OK ? name : NULL;
}
