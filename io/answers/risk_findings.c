/* SPDX-License-Identifier: MIT
 * `risk` as text, findings: what only draws can find, such as a step that always decides and has a
 * single lead time. */
#include "io/answers/risk_page.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

static bool is_told(const gp_finding *finding)
{
    return finding->code != 129 && gp_is_chosen(finding, GP_FINDINGS_OF_RISK);
}

static gp_status add_finding(gp_risk_page *page, const gp_finding *finding)
{
    gp_finding named = *finding;
    char code[GP_CODE_SIZE];
    const char *message;
    if (page->options->named)
        GP_TRY(gp_name_finding(page->job, page->options->named, false, finding, &named));
    GP_TRY(gp_message_text(page->job, &named, page->language, &message));
    gp_format_code(finding->code, code);
    const char *values[] = {message, code};
    gp_add_line(page->buffer, 2, 2, "{0} ({1})", values);
    return GP_OK;
}

gp_status gp_add_risk_findings(gp_risk_page *page)
{
    uint32_t all, count = 0, shown = 0;
    const gp_finding *findings = gp_findings(page->job, &all);
    for (uint32_t i = 0; i < all; i++) {
        if (!is_told(&findings[i])) continue;
        if (count++ == 0)
            gp_add_risk_heading(page, gp_say(page->language, "Worth knowing", "Goed om te weten"),
                                NULL);
        if (count > page->limit) continue;
        shown++;
        GP_TRY(add_finding(page, &findings[i]));
    }
    gp_add_risk_cut(page, shown, count);
    return GP_OK;
}
