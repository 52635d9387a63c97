/* SPDX-License-Identifier: MIT
 * In which order are findings told, and which of them? That memory ran out stays the last. */
#include "core/job.h"

#include <stdlib.h>
#include <string.h>

static int compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* What an argument is ordered by; NULL: it is no text. */
static const char *text_of(const gp_argument *argument)
{
    if (argument->kind == GP_ARGUMENT_WORDS) return argument->words.in[GP_ENGLISH];
    return argument->kind == GP_ARGUMENT_TEXT ? argument->text : NULL;
}

static int compare_findings(const void *left, const void *right)
{
    const gp_finding *a = left, *b = right;
    int order = compare_numbers(a->code == GP_OUT_OF_MEMORY, b->code == GP_OUT_OF_MEMORY);
    if (!order) order = compare_numbers(a->place.source, b->place.source);
    if (!order) order = compare_numbers(a->place.line, b->place.line);
    if (!order) order = compare_numbers(a->place.column, b->place.column);
    if (!order) order = compare_numbers(a->code, b->code);
    if (!order) order = strcmp(a->subject ? a->subject : "", b->subject ? b->subject : "");
    for (size_t i = 0; !order && i < GP_ARGUMENTS_MAX; i++) {
        const char *left_text = text_of(&a->arguments[i]), *right_text = text_of(&b->arguments[i]);
        if (left_text && right_text) order = strcmp(left_text, right_text);
    }
    return order;
}

void gp_sort_findings(gp_job *job)
{
    gp_order_findings(job, GP_BY_PLACE);
}

/* By two numbers of theirs; GP901 stays the last. */
static int compare_by(const gp_finding *a, uint64_t of_a, const gp_finding *b, uint64_t of_b)
{
    bool is_end = a->code == GP_OUT_OF_MEMORY || b->code == GP_OUT_OF_MEMORY;
    int order = is_end ? 0 : compare_numbers(of_a, of_b);
    return order ? order : compare_findings(a, b);
}

static int compare_severities(const void *left, const void *right)
{
    const gp_finding *a = left, *b = right;
    return compare_by(a, GP_ERROR - a->severity, b, GP_ERROR - b->severity);
}

static int compare_codes(const void *left, const void *right)
{
    const gp_finding *a = left, *b = right;
    return compare_by(a, a->code, b, b->code);
}

void gp_order_findings(gp_job *job, gp_finding_order order)
{
    int (*compare)(const void *, const void *) = order == GP_BY_SEVERITY ? compare_severities
                                                 : order == GP_BY_CODE   ? compare_codes
                                                                         : compare_findings;
    gp_array *all = gp_finding_array(job);
    if (all->count > 1) qsort(all->data, all->count, sizeof(gp_finding), compare);
}

void gp_keep_findings_from(gp_job *job, uint32_t from,
                           bool (*is_kept)(const gp_finding *finding, void *object), void *object)
{
    gp_array *findings = gp_finding_array(job);
    gp_finding *all = findings->data;
    size_t kept = from;
    for (size_t i = from; i < findings->count; i++)
        if (all[i].code == GP_OUT_OF_MEMORY || is_kept(&all[i], object)) all[kept++] = all[i];
    findings->count = kept;
}

void gp_keep_findings(gp_job *job, bool (*is_kept)(const gp_finding *finding, void *object),
                      void *object)
{
    gp_keep_findings_from(job, 0, is_kept, object);
}
