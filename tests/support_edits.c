/* SPDX-License-Identifier: MIT
 * Writes edits as lines of text. */
#include "tests/support_edits.h"
#include "core/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>

const gp_document *read_version(gp_job *job, const char *name, const char *text,
                                const gp_portfolio **portfolio)
{
    const gp_portfolio *made;
    const gp_document *document;
    gp_status status = gp_read_document_text(job, name, text, strlen(text), NULL, &made, &document);
    if (status != GP_OK) {
        uint32_t count;
        char message[400];
        const gp_finding *findings = gp_findings(job, &count);
        for (uint32_t i = 0; i < count; i++) {
            gp_finding_message(&findings[i], GP_ENGLISH, message, sizeof message);
            print_message("GP%d %s\n", findings[i].code, message);
        }
        print_message("%s\n", text);
        assert_int_equal(status, GP_OK);
    }
    if (portfolio) *portfolio = made;
    return document;
}

const char *list_edits(gp_job *job, const gp_edits *edits)
{
    static const char *const whats[] = {"added", "removed", "changed", "renamed"};
    static const char *const kinds[] = {"setting",     "intervention", "capability", "level",
                                        "requirement", "dimension",    "segment",    "situation",
                                        "scenario",    "measurement",  "measure",    "risk",
                                        "correlation"};
    gp_buffer *buffer = gp_new_buffer(job);
    const char *text;
    size_t size;
    for (uint32_t i = 0; i < edits->count; i++) {
        const gp_edit *edit = &edits->edits[i];
        gp_add_text(buffer, whats[edit->what]);
        gp_add_text(buffer, " ");
        gp_add_text(buffer, kinds[edit->kind]);
        const char *const words[] = {edit->id, edit->key};
        for (size_t k = 0; k < 2; k++) {
            gp_add_text(buffer, words[k] ? " " : "");
            gp_add_text(buffer, words[k] ? words[k] : "");
        }
        for (uint32_t k = 0; k < edit->require_count; k++) {
            gp_add_text(buffer, k ? "|" : " on ");
            gp_add_text(buffer, edit->requires[k]);
        }
        gp_add_text(buffer, " ");
        gp_add_text(buffer, edit->old_value ? edit->old_value : "none");
        gp_add_text(buffer, " -> ");
        gp_add_text(buffer, edit->new_value ? edit->new_value : "none");
        gp_add_text(buffer, edit->matters ? "\n" : " (no date)\n");
    }
    assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
    return text;
}
