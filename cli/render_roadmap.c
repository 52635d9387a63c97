/* SPDX-License-Identifier: MIT
 * `groeipad render roadmap`: everything there is to do, in swimlanes on a time axis. */
#include "cli/against.h"
#include "cli/overwrite.h"
#include "cli/render.h"
#include "cli/repaired.h"
#include "cli/risk_find.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct roadmap_args {
    cli_picture_args picture;
    int lanes, paper;
    gp_day since, until;
    const char *id, *only, *show;
    bool wants_risk, wants_repair, wants_changed;
    cli_risk_args drawing;
    cli_repair_args repairing;
} roadmap_args;

static const cli_option options[] = {
    {.name = "lanes",
     .kind = CLI_CHOICE,
     .field = offsetof(roadmap_args, lanes),
     .value = "track|stage|owner|tag|parent|goal|none",
     .otherwise = "none",
     .summary =
         {"what the swimlanes are: tracks, stages, owners, (first) tags, what capabilities are "
          "part of, interventions each with what it alone rests on, or one for all",
          "wat de banen zijn: sporen, fasen, eigenaren, (eerste) labels, waar capabilities deel "
          "van zijn, interventies elk met waar alleen zij op steunt, of een voor alles"}},
    {.name = "since",
     .kind = CLI_DAY,
     .field = offsetof(roadmap_args, since),
     .value = "DATE",
     .summary = {"begin the time axis here", "laat de tijdas hier beginnen"}},
    {.name = "until",
     .kind = CLI_DAY,
     .field = offsetof(roadmap_args, until),
     .value = "DATE",
     .summary = {"end the time axis here", "laat de tijdas hier eindigen"}},
    {.name = "from",
     .kind = CLI_DAY,
     .field = offsetof(roadmap_args, since),
     .value = "DATE",
     .instead = "since"},
    {.name = "to",
     .kind = CLI_DAY,
     .field = offsetof(roadmap_args, until),
     .value = "DATE",
     .instead = "until"},
    {.name = "for",
     .kind = CLI_TEXT,
     .field = offsetof(roadmap_args, id),
     .value = "ID",
     .summary = {"only this intervention (or capability) and what it rests on",
                 "alleen deze interventie (of capability) en waar die op steunt"}},
    {.name = "only",
     .kind = CLI_TEXT,
     .field = offsetof(roadmap_args, only),
     .value = "ID,...",
     .summary = {"only these interventions and capabilities",
                 "alleen deze interventies en capabilities"}},
    {.name = "show",
     .kind = CLI_TEXT,
     .field = offsetof(roadmap_args, show),
     .value = "WORD,...",
     .words = "driving|arrows|critical|buffer|identify|needed|rounds|cycles|none",
     .summary =
         {"besides bars, only these: driving (the requirements that fix a date), arrows (all), "
          "critical (those of the critical path), buffer, identify, needed, rounds, cycles; "
          "none (otherwise all but arrows and critical)",
          "naast balken alleen: driving (de vereisten die een datum bepalen), arrows (alle "
          "pijlen), critical (die van het kritieke pad), buffer, identify (uiterste datum), "
          "needed (nodig op), rounds (planrondes), cycles (iteraties); none: niets (anders "
          "alles behalve arrows en critical)"}},
    {.name = "pages",
     .kind = CLI_CHOICE,
     .field = offsetof(roadmap_args, paper),
     .value = "A4|A3|A2|A1",
     .summary = {"cut it into pages of this size: -o F.pdf has them all, -o F.svg becomes F-1.svg, "
                 "F-2.svg ...",
                 "verdeel het over pagina's van dit formaat: -o F.pdf heeft ze alle, -o F.svg "
                 "wordt F-1.svg, F-2.svg ..."}},
    CLI_AGAINST,
    {.name = "risk",
     .kind = CLI_FLAG,
     .field = offsetof(roadmap_args, wants_risk),
     .summary = {"behind each intervention a tail to the day by which it is 80 % sure to be live "
                 "(see groeipad risk)",
                 "achter elke interventie een staart tot de dag waarop zij met 80 % zekerheid live "
                 "is (zie groeipad risk)"}},
    CLI_RISK(roadmap_args, drawing),
    {.name = "repair",
     .kind = CLI_FLAG,
     .field = offsetof(roadmap_args, wants_repair),
     .summary = {"the plan with the cheapest decisions that make all dates (of --for: that date), "
                 "and what they move (see groeipad repair)",
                 "het plan met de goedkoopste besluiten die alle datums halen (van --for: die "
                 "datum), en wat ze verschuiven (zie groeipad repair)"}},
    CLI_REPAIR_CHOICES(roadmap_args, repairing),
    {.name = "changed",
     .kind = CLI_FLAG,
     .field = offsetof(roadmap_args, wants_changed),
     .summary = {"with --against or --repair: only what changed",
                 "met --against of --repair: alleen wat veranderde"}},
    {0}};

/* In the order of the words of --lanes. */
static const gp_lanes lanes[] = {GP_LANES_TRACK,  GP_LANES_STAGE, GP_LANES_OWNER, GP_LANES_TAG,
                                 GP_LANES_PARENT, GP_LANES_GOAL,  GP_LANES_NONE};

/* The words of --show. */
static const struct {
    const char *word;
    uint32_t flag;
} shown[] = {
    {"driving", GP_SHOW_DRIVING}, {"arrows", GP_SHOW_ARROWS},     {"critical", GP_SHOW_CRITICAL},
    {"buffer", GP_SHOW_BUFFER},   {"identify", GP_SHOW_IDENTIFY}, {"needed", GP_SHOW_NEEDED},
    {"rounds", GP_SHOW_ROUNDS},   {"cycles", GP_SHOW_CYCLES},     {"none", GP_SHOW_NOTHING}};
#define SHOWN (sizeof shown / sizeof *shown)

static int read_show(const cli_context *context, const char *text, uint32_t *out)
{
    for (const char *at = text; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        size_t size = strcspn(at, ","), i = 0;
        while (i < SHOWN && !(strlen(shown[i].word) == size && !memcmp(shown[i].word, at, size)))
            i++;
        if (i == SHOWN)
            return cli_wrong_use(context->command, context->language,
                                 gp_say(context->language,
                                        "--show does not know '%.*s'; it knows driving, arrows, "
                                        "critical, buffer, identify, "
                                        "needed, rounds, cycles, none",
                                        "--show kent '%.*s' niet; wel driving, arrows, critical, "
                                        "buffer, identify, needed, "
                                        "rounds, cycles, none"),
                                 (int)(size < 200 ? size : 200), at);
        *out |= shown[i].flag;
    }
    return CLI_OK;
}

/* Appends all steps of an id. */
static int add_steps(cli_context *context, const char *id, gp_roadmap_view *view, uint32_t *only)
{
    uint32_t activity, symbol;
    int code = cli_find_activity(context, id, 0, &activity);
    if (code != CLI_OK) return code;
    symbol = context->network->activities[activity].symbol;
    only[view->only_count++] = activity;
    for (uint8_t level = 1; level <= GP_LEVEL_MAX; level++) {
        activity = gp_find_activity(context->network, symbol, level);
        if (activity != GP_NONE) only[view->only_count++] = activity;
    }
    return CLI_OK;
}

/* `only` has room for the steps of every id. */
static int read_only(cli_context *context, const char *text, gp_roadmap_view *view, uint32_t *only)
{
    char *ids = strdup(text), *rest = ids;
    int code = ids ? CLI_OK : cli_exit_of(context, GP_NO_MEMORY);
    while (rest && code == CLI_OK) {
        char *id = rest, *comma = strchr(rest, ',');
        rest = comma ? comma + 1 : NULL;
        if (comma) *comma = '\0';
        code = add_steps(context, id, view, only);
    }
    free(ids);
    return code;
}

static size_t count_ids(const char *text)
{
    size_t count = text != NULL;
    for (; text && *text; text++) count += *text == ',';
    return count;
}

/* What --for and --only ask for, together. The list is the caller's to free. */
static int choose(cli_context *context, const roadmap_args *args, gp_roadmap_view *view,
                  uint32_t *about, uint32_t **out)
{
    if (args->id) {
        int code = cli_find_activity(context, args->id, 0, about);
        if (code != CLI_OK) return code;
        view->rests_on = about;
    }
    if (!args->only) return CLI_OK;
    *out = calloc(count_ids(args->only) * (GP_LEVEL_MAX + 1), sizeof **out);
    if (!*out) return cli_exit_of(context, GP_NO_MEMORY);
    view->only = *out;
    return read_only(context, args->only, view, *out);
}

static int check_axis(const cli_context *context, const roadmap_args *args)
{
    bool is_empty =
        args->since != GP_NO_DAY && args->until != GP_NO_DAY && args->since >= args->until;
    if (!is_empty) return CLI_OK;
    return cli_wrong_use(context->command, context->language, "%s",
                         gp_say(context->language, "--until should lie after --since",
                                "--until moet na --since liggen"));
}

/* Draws what the context has: the plan as it is, or with what was decided. */
static int draw_plan(cli_context *context, const roadmap_args *roadmap, gp_roadmap_view *view,
                     gp_picture *out)
{
    uint32_t *only = NULL, about = GP_NONE;
    gp_risk_answer risk;
    view->filter = context->writing.filter;
    int code = check_axis(context, roadmap);
    if (code == CLI_OK && roadmap->show) code = read_show(context, roadmap->show, &view->show);
    if (code == CLI_OK) code = choose(context, roadmap, view, &about, &only);
    if (code == CLI_OK && roadmap->wants_risk) {
        view->risk = &risk;
        code = cli_find_risk(context, &roadmap->drawing, &risk);
    }
    if (code == CLI_OK)
        code = cli_exit_of(context, gp_draw_roadmap(context->job, context->schedule, view, out));
    free(only);
    return code;
}

static int draw_repaired(cli_context *context, const roadmap_args *roadmap, gp_roadmap_view *view,
                         gp_picture *out)
{
    cli_repair_args asked = roadmap->repairing;
    cli_repaired repaired = {0};
    if (roadmap->id) asked.about = (cli_texts){.texts = {roadmap->id}, .count = 1};
    int code = cli_open_repaired(context, &asked, &repaired);
    view->older = &repaired.older;
    view->repaired = &repaired.repaired;
    if (code == CLI_OK) code = draw_plan(&repaired.shown, roadmap, view, out);
    cli_close_repaired(&repaired);
    return code;
}

static int draw(cli_context *context, const void *args, cli_picture_format format, gp_picture *out)
{
    const roadmap_args *roadmap = args;
    gp_roadmap_view view = {.lanes = lanes[roadmap->lanes],
                            .from = roadmap->since,
                            .to = roadmap->until,
                            .paper = (gp_paper)(roadmap->paper + 1), /* not given: -1 */
                            .is_changed_only = roadmap->wants_changed,
                            .language = context->language,
                            .theme = (gp_theme)roadmap->picture.theme};
    cli_against against;
    (void)format;
    if (roadmap->wants_repair) return draw_repaired(context, roadmap, &view, out);
    int code = cli_open_against(context, &against, &view.older);
    if (code == CLI_OK) code = draw_plan(context, roadmap, &view, out);
    cli_close_against(&against);
    return code;
}

static int judge_risk(const cli_context *context, const roadmap_args *asked)
{
    const cli_risk_args *drawing = &asked->drawing;
    gp_risk_options unused = {0};
    bool is_drawing =
        drawing->draws || drawing->threads || drawing->spread || drawing->is_mitigated;
    if (is_drawing && !asked->wants_risk)
        return cli_wrong_use(
            context->command, context->language, "%s",
            gp_say(context->language,
                   "--draws, --threads, --spread and --mitigated belong with --risk",
                   "--draws, --threads, --spread en --mitigated horen bij --risk"));
    return cli_read_risk(context, drawing, &unused);
}

static int judge_repair(const cli_context *context, const roadmap_args *asked)
{
    const cli_repair_args *repairing = &asked->repairing;
    gp_language language = context->language;
    bool is_repairing = repairing->automatic || repairing->forbidden.count || repairing->budget ||
                        repairing->hundredths;
    bool has_older = context->common->against != NULL;
    if (is_repairing && !asked->wants_repair)
        return cli_wrong_use(context->command, language, "%s",
                             gp_say(language,
                                    "--auto, --not, --budget and --seconds belong with --repair",
                                    "--auto, --not, --budget en --seconds horen bij --repair"));
    if (asked->wants_repair && has_older)
        return cli_wrong_use(context->command, language, "%s",
                             gp_say(language,
                                    "--repair is held against the plan as it is: no --against",
                                    "--repair staat tegenover het plan zoals het is: geen "
                                    "--against"));
    if (asked->wants_changed && !asked->wants_repair && !has_older)
        return cli_wrong_use(context->command, language, "%s",
                             gp_say(language, "--changed belongs with --against or --repair",
                                    "--changed hoort bij --against of --repair"));
    return cli_judge_repair(context, repairing);
}

static int judge(const cli_context *context)
{
    const roadmap_args *asked = (const roadmap_args *)(const void *)context->common;
    int code = judge_risk(context, asked);
    return code == CLI_OK ? judge_repair(context, asked) : code;
}

static bool writes(const cli_context *context, const struct stat *file)
{
    const roadmap_args *roadmap = (const roadmap_args *)(const void *)context->common;
    const char *output = context->common->output;
    bool is_set = roadmap->paper >= 0 && context->common->format != CLI_PDF;
    return is_set && cli_names_file(output) && cli_is_page(file, output);
}

const cli_view cli_view_roadmap = {
    .command =
        {.name = "render roadmap",
         .summary = {"all activities in swimlanes on a time axis: tracks, stages or owners",
                     "alle activiteiten in banen op een tijdas: sporen, fasen of eigenaren"},
         .usage = "FILE... [-o PICTURE.svg] [options]",
         .example = "groeipad render roadmap examples/persoonlijke-dienstverlening.json "
                    "-o roadmap.svg",
         .shows = {"draws roadmap.svg: a bar per step, a lane per track, flags where dates press",
                   "tekent roadmap.svg: een balk per stap, een baan per spoor, vlaggen waar data "
                   "knellen"},
         .first = "VIEW",
         .reads_portfolio = true,
         .is_picture = true,
         .options = options,
         .args_size = sizeof(roadmap_args),
         .judge = judge,
         .writes = writes,
         .run = cli_run_view},
    .draw = draw,
};
