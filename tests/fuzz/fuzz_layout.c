/* SPDX-License-Identifier: MIT
 * Any bytes as a layout file: refused, or a picture that its own layout file gives again. */
#include "core/job.h"
#include "groeipad/io.h"
#include "groeipad/render.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool holds)
{
    if (!holds) abort();
}

static const char portfolio_text[] =
    "{\"groeipad\":1,\"status_date\":\"2026-01-01\",\"interventions\":[{\"id\":\"i\",\"requires\":"
    "[\"a\",\"b\",\"d\"]},{\"id\":\"j\",\"requires\":[\"b\",\"i\"]},{\"id\":\"k\"}],"
    "\"capabilities\":[{\"id\":\"a\",\"lead_time\":\"1w\",\"requires\":[\"c\"]},{\"id\":\"b\","
    "\"lead_time\":\"1w\",\"requires\":[\"c\",\"gone\"]},{\"id\":\"c\",\"lead_time\":\"2w\"},"
    "{\"id\":\"d\",\"requires\":[{\"id\":\"a\",\"level\":2}]},{\"id\":\"e\",\"requires\":[\"c\"]},"
    "{\"id\":\"f\"}]}";

/* Half of the inputs get the two lines that open a layout file, so that the rest is read. */
static const char *with_head(gp_job *job, const uint8_t *data, size_t *size)
{
    static const char head[] = "groeipad layout 1\npicture path\n";
    size_t kept = *size && data[0] % 2 ? sizeof head - 1 : 0;
    char *text = GP_NEW(job, char, kept + *size + 1);
    need(text != NULL);
    memcpy(text, head, kept);
    if (*size) memcpy(text + kept, data, *size);
    *size += kept;
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    gp_picture picture = {0}, again = {0};
    gp_job *job = gp_job_new();
    gp_path_view view = {.intervention = GP_NONE, .is_stable = true, .layout_name = "fuzz"};
    need(gp_read_text(job, "p", portfolio_text, sizeof portfolio_text - 1, NULL, &portfolio) ==
             GP_OK &&
         gp_build_network(job, portfolio, &network) == GP_OK &&
         gp_schedule_network(job, network, NULL, &schedule) == GP_OK);
    view.layout_size = size;
    view.layout_text = with_head(job, data, &view.layout_size);
    gp_status status = gp_draw_path(job, schedule, &view, &picture);
    need(status == GP_OK || status == GP_INVALID);
    if (status == GP_OK) {
        view.layout_text = picture.layout_text;
        view.layout_size = picture.layout_size;
        need(gp_draw_path(job, schedule, &view, &again) == GP_OK);
        need(again.size == picture.size && memcmp(again.text, picture.text, again.size) == 0);
        need(again.layout_size == picture.layout_size &&
             memcmp(again.layout_text, picture.layout_text, again.layout_size) == 0);
    }
    gp_job_free(job);
    return 0;
}
