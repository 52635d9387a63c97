/* SPDX-License-Identifier: MIT
 * Which values, which of them is enough, and who is late with them. */
#include "io/answers/sweep_words.h"
#include "io/answers/words.h"

const char *gp_sweep_values(gp_job *job, const gp_sweep *sweep, uint32_t row, const char *as_it_is)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    if (row == 0) gp_add_text(buffer, as_it_is);
    for (uint32_t a = 0; row && a < sweep->axis_count; a++) {
        if (a) gp_add_text(buffer, ", ");
        gp_add_text(buffer, sweep->rows[row].values[a]);
    }
    return gp_buffer_text(buffer);
}

/* "planning.round=3mo", as one would type it; of two targets both. */
static const char *setting_text(gp_job *job, const gp_sweep *sweep, uint32_t row)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    for (uint32_t a = 0; a < sweep->axis_count; a++) {
        if (a) gp_add_text(buffer, ", ");
        gp_add_text(buffer, sweep->axes[a].target);
        gp_add_text(buffer, "=");
        gp_add_text(buffer, sweep->rows[row].values[a]);
    }
    return gp_buffer_text(buffer);
}

const char *gp_sweep_verdict(gp_job *job, const gp_sweep *sweep, gp_language language,
                             const char *values[static 2])
{
    bool is_enough = sweep->first_in_time != GP_NONE;
    uint32_t best = is_enough ? sweep->first_in_time : sweep->least_late;
    values[0] = setting_text(job, sweep, best);
    values[1] = gp_number_text(job, sweep->rows[best].late_days);
    if (is_enough)
        return gp_say(language, "The first with which everything is in time: {0}",
                      "De eerste waarmee alles op tijd is: {0}");
    if (sweep->rows[best].late_days < sweep->rows[0].late_days)
        return gp_say(language,
                      "With none of them everything is in time. The fewest days late: {0} "
                      "({1} {1|day|days})",
                      "Met geen ervan is alles op tijd. De minste dagen te laat: {0} ({1} "
                      "{1|dag|dagen})");
    return gp_say(language,
                  "With none of them everything is in time, and none is better "
                  "than the file as it is.",
                  "Met geen ervan is alles op tijd, en geen is beter dan het bestand "
                  "zoals het is.");
}

uint32_t gp_find_latest(const gp_sweep *sweep, const gp_sweep_row *row)
{
    uint32_t latest = GP_NONE;
    for (uint32_t i = 0; i < sweep->symbol_count; i++)
        if (row->lives[i].late_days > (latest == GP_NONE ? 0 : row->lives[latest].late_days))
            latest = i;
    return latest;
}

bool gp_is_ever_late(const gp_sweep *sweep, uint32_t intervention)
{
    for (uint32_t i = 0; i < sweep->row_count; i++)
        if (sweep->rows[i].lives[intervention].late_days > 0) return true;
    return false;
}

uint32_t gp_count_ever_late(const gp_sweep *sweep)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < sweep->symbol_count; i++) count += gp_is_ever_late(sweep, i);
    return count;
}
