/* SPDX-License-Identifier: MIT
 * The core in the page: what WebAssembly exports. The page writes a request where engine_room says,
 * calls, and reads UTF-8 from where engine_part says. There is one page, so what is known of it is
 * static: the portfolio as written, the world that it is, and the one that it would be. Of the last
 * one, and of the answer given last, everything goes when the next one comes. */
#include "report/engine/engine.h"
#include "core/job.h"
#include "report/engine/answer.h"

#include <stdlib.h>
#include <string.h>

typedef struct planned {
    gp_job *job; /* holds the world, and its changes */
    engine_world world;
} planned;

static struct {
    char *room;
    gp_job *job;       /* of what was opened */
    gp_job *answering; /* of the part that was asked for last */
    gp_output answer;
    engine_ground ground;
    planned base, now, failed; /* a job of NULL: there is none */
} engine;

static void let_go(planned *p)
{
    gp_job_free(p->job);
    *p = (planned){0};
}

static void let_answer_go(void)
{
    gp_job_free(engine.answering);
    engine.answering = NULL;
    engine.answer = (gp_output){0};
}

char *engine_room(size_t size)
{
    free(engine.room);
    engine.room = calloc(1, size + ENGINE_PADDING);
    return engine.room;
}

/* What the files say, for the changes to be saved. */
static gp_status read_original(gp_job *job, const char *text, const gp_read_options *reading)
{
    const gp_portfolio *portfolio;
    return gp_read_document_text(job, "portfolio.json", text, strlen(text), reading, &portfolio,
                                 &engine.ground.original);
}

static gp_status open_base(size_t size)
{
    engine_opening opening;
    const gp_portfolio *portfolio;
    gp_job *job = engine.job;
    GP_TRY(engine_read_opening(job, engine.room, size, &opening));
    const gp_read_options reading = {.status_date = opening.settings.status_date};
    engine.ground.settings = opening.settings;
    GP_TRY(gp_read_document_text(job, "portfolio.json", opening.portfolio,
                                 strlen(opening.portfolio), &reading, &portfolio,
                                 &engine.ground.document));
    engine.ground.original = NULL;
    if (opening.original) GP_TRY(read_original(job, opening.original, &reading));
    engine.base.world.changes = (gp_changes){.scenario = opening.settings.scenario};
    return engine_make_world(engine.base.job, &engine.ground, &engine.base.world);
}

int engine_open(size_t size)
{
    let_answer_go();
    let_go(&engine.failed);
    let_go(&engine.now);
    let_go(&engine.base);
    gp_job_free(engine.job);
    engine.job = gp_job_new();
    engine.base.job = gp_job_new();
    bool is_ready = engine.job && engine.base.job && engine.room;
    if (is_ready && open_base(size) == GP_OK) return 0;
    let_go(&engine.base);
    return 1;
}

static gp_status change(size_t size, planned *made)
{
    made->job = gp_job_new();
    if (!made->job || !engine.room) return GP_NO_MEMORY;
    GP_TRY(engine_read_changes(made->job, engine.room, size, &engine.ground.settings,
                               &made->world.changes));
    return engine_make_world(made->job, &engine.ground, &made->world);
}

int engine_change(size_t size)
{
    planned made = {0};
    let_answer_go();
    let_go(&engine.failed);
    if (!engine.base.job) return 1;
    bool is_planned = change(size, &made) == GP_OK;
    planned *place = is_planned ? &engine.now : &engine.failed;
    let_go(place);
    *place = made;
    return is_planned ? 0 : 1;
}

const char *engine_part(size_t size)
{
    const engine_worlds worlds = {&engine.ground, &engine.base.world,
                                  engine.now.job ? &engine.now.world : &engine.base.world,
                                  engine.failed.job ? &engine.failed.world : NULL};
    let_answer_go();
    if (!engine.base.job || !engine.room) return NULL;
    engine.room[size] = '\0';
    engine.answering = gp_job_new();
    if (!engine.answering) return NULL;
    if (engine_answer(engine.answering, &worlds, engine.room, &engine.answer) != GP_OK)
        let_answer_go();
    return engine.answer.text;
}

size_t engine_size(void)
{
    return engine.answer.size;
}
