/* SPDX-License-Identifier: MIT
 * The rows of the gaps that pass a filter. What a catalogue names and nobody has is shown with who
 * needs it. */
#include "core/demand.h"

#include <string.h>

/* A list of structs, each with a symbol at `at`; its rows that pass, in a copy. */
static gp_status keep(gp_job *job, const gp_filter *filter, const void *rows, size_t size,
                      size_t at, uint32_t *count, const void **out)
{
    uint32_t kept = 0, symbol;
    char *copy = GP_NEW(job, char, size **count);
    if (!copy) return gp_no_memory(job);
    for (uint32_t i = 0; i < *count; i++) {
        const char *row = (const char *)rows + i * size;
        memcpy(&symbol, row + at, sizeof symbol);
        if (gp_passes(filter, symbol)) memcpy(copy + kept++ * size, row, size);
    }
    *out = copy;
    *count = kept;
    return GP_OK;
}

#define KEEP(list, number, type, member)                                                           \
    do {                                                                                           \
        const void *kept;                                                                          \
        GP_TRY(keep(job, filter, list, sizeof(type), offsetof(type, member), &number, &kept));     \
        list = kept;                                                                               \
    } while (0)

gp_status gp_filter_gaps(gp_job *job, const gp_filter *filter, gp_gaps *gaps)
{
    const void *unfounded;
    if (!filter) return GP_OK;
    KEEP(gaps->missing, gaps->missing_count, gp_missing_gap, symbol);
    KEEP(gaps->unplanned, gaps->unplanned_count, gp_unplanned_gap, symbol);
    KEEP(gaps->unreached, gaps->unreached_count, gp_unreached_gap, symbol);
    KEEP(gaps->premature, gaps->premature_count, gp_premature_gap, symbol);
    KEEP(gaps->forgotten.rows, gaps->forgotten.count, gp_forgotten, capability);
    GP_TRY(keep(job, filter, gaps->unfounded, sizeof(uint32_t), 0, &gaps->unfounded_count,
                &unfounded));
    gaps->unfounded = unfounded;
    return GP_OK;
}
