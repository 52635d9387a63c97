/* SPDX-License-Identifier: MIT
 * Which needs are shown where a part is asked for? What is measured has no owner and no tags; what
 * is done about it has. So a need is shown where an intervention that passes answers it or makes it
 * worse, and then with all that does: what is missing is not larger for who looks at a part. */
#include "render/fit_picture.h"

static bool is_touched(const gp_portfolio *portfolio, const gp_filter *filter, const gp_fit *fit)
{
    for (uint32_t i = 0; i < fit->touch_count; i++) {
        const gp_touch *touch = &fit->touches[i];
        if (touch->effect != GP_EFFECT_BESIDE &&
            gp_passes(filter, portfolio->interventions[touch->intervention].symbol))
            return true;
    }
    return false;
}

gp_status gp_filter_fits(const gp_sheet *sheet, const gp_filter *filter, gp_fits *fits)
{
    if (!filter) return GP_OK;
    gp_fit *shown = GP_NEW(sheet->job, gp_fit, fits->fit_count);
    uint32_t count = 0;
    if (!shown) return gp_no_memory(sheet->job);
    for (uint32_t i = 0; i < fits->fit_count; i++)
        if (is_touched(sheet->portfolio, filter, &fits->fits[i])) shown[count++] = fits->fits[i];
    fits->fits = shown;
    fits->fit_count = count;
    return GP_OK;
}
