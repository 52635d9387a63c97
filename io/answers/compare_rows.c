/* SPDX-License-Identifier: MIT
 * Rows of a comparison, and edits in words. */
#include "io/answers/compare_rows.h"
#include "io/answers/words.h"

#define VALUE_MAX 32 /* characters that are shown of a value */

bool gp_shows_live(const gp_comparison *comparison, const gp_moved_live *live,
                   const gp_filter *filter)
{
    const gp_portfolio *now = comparison->new_schedule->network->portfolio;
    uint32_t symbol = live->new_activity == GP_NONE ? GP_NONE : gp_find_symbol(now, live->id);
    return !filter || (symbol != GP_NONE && gp_passes(filter, symbol));
}

bool gp_shows_step(const gp_comparison *comparison, const gp_moved_step *step,
                   const gp_filter *filter)
{
    const gp_portfolio *now = comparison->new_schedule->network->portfolio;
    uint32_t symbol = step->new_activity == GP_NONE ? GP_NONE : gp_find_symbol(now, step->id);
    return !filter || (symbol != GP_NONE && gp_passes(filter, symbol));
}

/* ---- words ---- */

/* A value without the quotes of JSON; objects and long ones are cut. */
static void add_value(gp_buffer *buffer, const char *value)
{
    size_t size = strlen(value), shown = 0, at = 0;
    if (size >= 2 && value[0] == '"') value++, size -= 2;
    for (; at < size && shown < VALUE_MAX; shown++) {
        at++;
        while (at < size && ((unsigned char)value[at] & 0xC0) == 0x80) at++;
    }
    gp_add_bytes(buffer, value, at);
    if (at < size) gp_add_text(buffer, "…");
}

/* Whether a value is one word or number, and so tells more than that it is another. */
static bool is_plain(const char *value)
{
    return value && value[0] != '{' && value[0] != '[';
}

static const char *what_word(const gp_edit *edit, gp_language language)
{
    switch (edit->what) {
    case GP_EDIT_ADDED: return gp_say(language, " (new)", " (nieuw)");
    case GP_EDIT_REMOVED: return gp_say(language, " (gone)", " (weg)");
    case GP_EDIT_RENAMED: return gp_say(language, " (renamed, it seems)", " (zo te zien hernoemd)");
    default: return gp_say(language, " (changed)", " (gewijzigd)");
    }
}

const char *gp_edit_text(gp_job *job, const gp_edit *edit, gp_language language)
{
    const char *name = gp_edit_name(job, edit);
    gp_buffer *buffer = gp_new_buffer(job);
    if (!name || !buffer) return NULL;
    bool is_renamed = edit->what == GP_EDIT_RENAMED;
    if (is_renamed) {
        gp_add_text(buffer, edit->old_id);
        gp_add_text(buffer, " -> ");
    }
    gp_add_text(buffer, name);
    bool has_old = is_plain(edit->old_value), has_new = is_plain(edit->new_value);
    bool is_told = !is_renamed && edit->key && (has_old || !edit->old_value) &&
                   (has_new || !edit->new_value) && (has_old || has_new);
    if (!is_told) {
        gp_add_text(buffer, what_word(edit, language));
        return gp_buffer_text(buffer);
    }
    gp_add_text(buffer, " ");
    if (has_old)
        add_value(buffer, edit->old_value);
    else
        gp_add_text(buffer, gp_say(language, "(none)", "(geen)"));
    gp_add_text(buffer, " -> ");
    if (has_new)
        add_value(buffer, edit->new_value);
    else
        gp_add_text(buffer, gp_say(language, "(none)", "(geen)"));
    return gp_buffer_text(buffer);
}

const char *gp_moved_text(gp_job *job, int32_t days, gp_language language)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    if (days == 0) return gp_say(language, "as it was", "zoals het was");
    const char *values[] = {gp_number_text(job, days < 0 ? -days : days)};
    gp_add_filled(buffer,
                  days > 0
                      ? gp_say(language, "{0} {0|day|days} later", "{0} {0|dag|dagen} later")
                      : gp_say(language, "{0} {0|day|days} earlier", "{0} {0|dag|dagen} eerder"),
                  values);
    return gp_buffer_text(buffer);
}
