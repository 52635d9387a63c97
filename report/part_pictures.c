/* SPDX-License-Identifier: MIT
 * The pictures of a report: those of `render`, as it draws them when nothing else is asked for. */
#include "report/parts.h"

static gp_status give(gp_status status, const gp_picture *picture, gp_output *out)
{
    if (status == GP_OK) *out = (gp_output){picture->text, picture->size};
    return status;
}

static gp_status draw_model(gp_job *job, const gp_report *report, const gp_part_row *row,
                            gp_output *out)
{
    const gp_model_view view = {.language = row->language};
    gp_picture picture;
    return give(gp_draw_model(job, report->schedule, &view, &picture), &picture, out);
}

static gp_status draw_roadmap(gp_job *job, const gp_report *report, const gp_part_row *row,
                              gp_output *out)
{
    const gp_roadmap_view view = {.lanes = GP_LANES_NONE,
                                  .from = GP_NO_DAY,
                                  .to = GP_NO_DAY,
                                  .older = report->older,
                                  .risk = report->risk,
                                  .language = row->language};
    gp_picture picture;
    return give(gp_draw_roadmap(job, report->schedule, &view, &picture), &picture, out);
}

static gp_status draw_path(gp_job *job, const gp_report *report, const gp_part_row *row,
                           gp_output *out)
{
    const gp_path_view view = {
        .intervention = GP_NONE, .older = report->older, .language = row->language};
    gp_picture picture;
    return give(gp_draw_path(job, report->schedule, &view, &picture), &picture, out);
}

static gp_status draw_map(gp_job *job, const gp_report *report, const gp_part_row *row,
                          gp_output *out)
{
    const gp_map_view view = {.older = report->older, .language = row->language};
    gp_picture picture;
    return give(gp_draw_map(job, report->schedule, &view, &picture), &picture, out);
}

static gp_status draw_boards(gp_job *job, const gp_report *report, const gp_part_row *row,
                             gp_output *out)
{
    const gp_boards_view view = {.language = row->language};
    gp_picture picture;
    return give(gp_draw_boards(job, report->schedule, &view, &picture), &picture, out);
}

static gp_status draw_tension(gp_job *job, const gp_report *report, const gp_part_row *row,
                              gp_output *out)
{
    const gp_tension_view view = {.language = row->language};
    gp_picture picture;
    return give(gp_draw_tension(job, report->schedule, &view, &picture), &picture, out);
}

static gp_status draw_fit(gp_job *job, const gp_report *report, const gp_part_row *row,
                          gp_output *out)
{
    const gp_fit_view view = {.language = row->language};
    gp_picture picture;
    return give(gp_draw_fit(job, report->schedule, &view, &picture), &picture, out);
}

static gp_status draw_risk(gp_job *job, const gp_report *report, const gp_part_row *row,
                           gp_output *out)
{
    const gp_risk_view view = {.language = row->language};
    gp_picture picture;
    return give(gp_draw_risk(job, report->schedule, report->risk, &view, &picture), &picture, out);
}

#define PICTURE(name, draw, is_there) GP_IN_BOTH(name, ".svg", GP_FORMAT_TEXT, draw, is_there)

const gp_part_row gp_picture_parts[] = {
    {"model.en.svg", draw_model, NULL, GP_ENGLISH, GP_FORMAT_TEXT, true},
    {"model.nl.svg", draw_model, NULL, GP_DUTCH, GP_FORMAT_TEXT, true},
    PICTURE("roadmap", draw_roadmap, NULL),
    PICTURE("path", draw_path, NULL),
    PICTURE("map", draw_map, NULL),
    PICTURE("boards", draw_boards, NULL),
    PICTURE("tension", draw_tension, NULL),
    PICTURE("fit", draw_fit, NULL),
    PICTURE("risk", draw_risk, gp_has_risk),
    {0},
};
