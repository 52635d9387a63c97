/* SPDX-License-Identifier: MIT
 * The table of columns. A heading is understood in English and in Dutch. */
#include "io/csv/csv_columns.h"
#include "io/record/words.h"

#include <string.h>

#define TERMS                                                                                      \
    (GP_BIT(GP_ROW_DIMENSION) | GP_BIT(GP_ROW_SEGMENT) | GP_BIT(GP_ROW_SITUATION) |                \
     GP_BIT(GP_ROW_SCENARIO))
#define SETTING GP_BIT(GP_ROW_SETTING)
#define MEASUREMENT GP_BIT(GP_ROW_MEASUREMENT)
#define INTERVENTION GP_BIT(GP_ROW_INTERVENTION)
#define CAPABILITY GP_BIT(GP_ROW_CAPABILITY)
#define REQUIREMENT GP_BIT(GP_ROW_REQUIREMENT)
#define LEVEL GP_BIT(GP_ROW_LEVEL)
#define RISK GP_BIT(GP_ROW_RISK)
#define CORRELATION GP_BIT(GP_ROW_CORRELATION)
#define SCENARIO GP_BIT(GP_ROW_SCENARIO)
#define MEASURE GP_BIT(GP_ROW_MEASURE)
#define ALL (GP_BIT(GP_ROW_KINDS) - 1)

static const gp_sheet_column columns[] = {
    {"kind", NULL, {"kind", "soort", "type"}, GP_CELL_OWN, ALL, 0},
    {"id", NULL, {"id", "id", "code"}, GP_CELL_TEXT, ALL ^ (MEASUREMENT | CORRELATION), 0},
    {"name",
     NULL,
     {"name", "naam", NULL},
     GP_CELL_TEXT,
     TERMS | INTERVENTION | CAPABILITY | RISK | MEASURE,
     0},
    {"value", NULL, {"value", "waarde", NULL}, GP_CELL_OWN, SETTING, SETTING},
    {"requires", NULL, {"requires", "vereist", NULL}, GP_CELL_IDS, REQUIREMENT, 0},
    {"level", NULL, {"level", "niveau", NULL}, GP_CELL_NUMBER, CAPABILITY | REQUIREMENT, 0},
    {"by", NULL, {"by", "moment", NULL}, GP_CELL_TEXT, REQUIREMENT, REQUIREMENT},
    {"from", NULL, {"from", "vanaf", NULL}, GP_CELL_TEXT, REQUIREMENT, REQUIREMENT},
    {"lag", NULL, {"lag", "wachttijd", NULL}, GP_CELL_TEXT, REQUIREMENT, REQUIREMENT},
    {"group", NULL, {"group", "groep", NULL}, GP_CELL_OWN, REQUIREMENT, REQUIREMENT},
    {"levels", NULL, {"to level", "naar niveau", NULL}, GP_CELL_NUMBER, LEVEL | REQUIREMENT, LEVEL},

    {"stage", NULL, {"stage", "fase", NULL}, GP_CELL_TEXT, INTERVENTION, INTERVENTION},
    {"uncertainty",
     NULL,
     {"uncertainty", "onzekerheid", NULL},
     GP_CELL_TEXT,
     INTERVENTION,
     INTERVENTION},
    {"start", NULL, {"start", "start", "begin"}, GP_CELL_DAY, INTERVENTION, INTERVENTION},
    {"duration", NULL, {"duration", "duur", NULL}, GP_CELL_TEXT, INTERVENTION, INTERVENTION},
    {"cycle", NULL, {"cycle", "cyclus", NULL}, GP_CELL_TEXT, INTERVENTION, INTERVENTION},
    {"needed_by",
     NULL,
     {"needed by", "nodig op", NULL},
     GP_CELL_DAY,
     INTERVENTION | CAPABILITY,
     INTERVENTION},
    {"not_before",
     NULL,
     {"not before", "niet voor", "niet vóór"},
     GP_CELL_DAY,
     INTERVENTION | CAPABILITY,
     0},
    {"not_ready_before",
     NULL,
     {"not ready before", "niet gereed voor", "niet gereed vóór"},
     GP_CELL_DAY,
     INTERVENTION | CAPABILITY,
     0},
    {"start_by",
     NULL,
     {"start by", "uiterlijk begin", NULL},
     GP_CELL_DAY,
     INTERVENTION | CAPABILITY,
     0},
    {"progress",
     NULL,
     {"progress", "voortgang", NULL},
     GP_CELL_NUMBER,
     INTERVENTION | CAPABILITY,
     0},
    {"addresses",
     NULL,
     {"addresses", "dimensies", "richt zich op"},
     GP_CELL_ADDRESSES,
     INTERVENTION,
     INTERVENTION},
    {"segments",
     "applies",
     {"segments", "segmenten", NULL},
     GP_CELL_IDS,
     INTERVENTION,
     INTERVENTION},
    {"situations",
     "applies",
     {"situations", "situaties", NULL},
     GP_CELL_IDS,
     INTERVENTION,
     INTERVENTION},
    {"decided_by",
     "applies",
     {"decided by", "beslist door", NULL},
     GP_CELL_TEXT,
     INTERVENTION,
     INTERVENTION},
    {"scenarios", NULL, {"scenarios", "scenario's", NULL}, GP_CELL_IDS, INTERVENTION, INTERVENTION},

    {"scope", NULL, {"scope", "bereik", NULL}, GP_CELL_TEXT, CAPABILITY, CAPABILITY},
    {"status", NULL, {"status", "status", "beschikbaar"}, GP_CELL_TEXT, CAPABILITY, CAPABILITY},
    {"lead_time",
     NULL,
     {"lead time", "doorlooptijd", NULL},
     GP_CELL_ESTIMATE,
     CAPABILITY | LEVEL,
     CAPABILITY | LEVEL},
    {"skills",
     "aspects",
     {"skills", "vaardigheden", NULL},
     GP_CELL_ESTIMATE,
     CAPABILITY | LEVEL,
     CAPABILITY | LEVEL},
    {"methods",
     "aspects",
     {"methods", "werkwijzen", NULL},
     GP_CELL_ESTIMATE,
     CAPABILITY | LEVEL,
     CAPABILITY | LEVEL},
    {"tools",
     "aspects",
     {"tools", "hulpmiddelen", NULL},
     GP_CELL_ESTIMATE,
     CAPABILITY | LEVEL,
     CAPABILITY | LEVEL},
    {"planning",
     NULL,
     {"planning", "planning", NULL},
     GP_CELL_PLANNING,
     CAPABILITY | LEVEL,
     CAPABILITY | LEVEL},
    {"identified", NULL, {"identified", "herkend", NULL}, GP_CELL_DAY, CAPABILITY, CAPABILITY},
    {"started", NULL, {"started", "begonnen", NULL}, GP_CELL_DAY, CAPABILITY, CAPABILITY},
    {"ready", NULL, {"ready", "gereed", NULL}, GP_CELL_DAY, CAPABILITY, CAPABILITY},
    {"owner",
     NULL,
     {"owner", "eigenaar", NULL},
     GP_CELL_TEXT,
     INTERVENTION | CAPABILITY | RISK,
     CAPABILITY},
    {"tags", NULL, {"tags", "labels", "tag"}, GP_CELL_TAGS, INTERVENTION | CAPABILITY, 0},
    {"parent", NULL, {"parent", "deel van", "part of"}, GP_CELL_TEXT, CAPABILITY, CAPABILITY},

    {"dimension",
     NULL,
     {"dimension", "dimensie", NULL},
     GP_CELL_DIMENSION,
     MEASUREMENT,
     MEASUREMENT},
    {"segment", NULL, {"segment", "segment", NULL}, GP_CELL_TEXT, MEASUREMENT, MEASUREMENT},
    {"situation", NULL, {"situation", "situatie", NULL}, GP_CELL_TEXT, MEASUREMENT, MEASUREMENT},
    {"on", NULL, {"on", "datum", "date"}, GP_CELL_DAY, MEASUREMENT, MEASUREMENT},
    {"need", NULL, {"need", "behoefte", NULL}, GP_CELL_NUMBER, MEASUREMENT, MEASUREMENT},
    {"experience",
     NULL,
     {"experience", "ervaring", NULL},
     GP_CELL_NUMBER,
     MEASUREMENT,
     MEASUREMENT},
    {"mismatch", NULL, {"mismatch", "oordeel", NULL}, GP_CELL_TEXT, MEASUREMENT, MEASUREMENT},
    {"source", NULL, {"source", "bron", NULL}, GP_CELL_TEXT, MEASUREMENT, MEASUREMENT},

    {"probability", NULL, {"probability", "kans", NULL}, GP_CELL_NUMBER, RISK, RISK},
    {"delay", NULL, {"delay", "vertraging", NULL}, GP_CELL_ESTIMATE, RISK, RISK},
    {"affects", NULL, {"affects", "raakt", NULL}, GP_CELL_IDS, RISK, RISK},
    {"probability",
     "mitigated",
     {"mitigated probability", "kans na maatregel", NULL},
     GP_CELL_NUMBER,
     RISK,
     RISK},
    {"delay",
     "mitigated",
     {"mitigated delay", "vertraging na maatregel", NULL},
     GP_CELL_ESTIMATE,
     RISK,
     RISK},
    {"cost",
     "mitigated",
     {"mitigation cost", "kosten van maatregel", "kosten maatregel"},
     GP_CELL_NUMBER,
     RISK,
     RISK},
    {"ids", NULL, {"ids", "id's", NULL}, GP_CELL_IDS, CORRELATION, CORRELATION},
    {"coefficient",
     NULL,
     {"coefficient", "coëfficiënt", NULL},
     GP_CELL_NUMBER,
     CORRELATION,
     CORRELATION},

    /* Anybody's sheet may have costs: they tell nothing of what its rows are. */
    {"cost", NULL, {"cost", "kosten", NULL}, GP_CELL_NUMBER, MEASURE, 0},
    {"needs", NULL, {"needs", "heeft nodig", NULL}, GP_CELL_IDS, MEASURE, MEASURE},
    {"excludes", NULL, {"excludes", "sluit uit", NULL}, GP_CELL_IDS, MEASURE, MEASURE},
    {"changes", NULL, {"changes", "wijzigingen", NULL}, GP_CELL_JSON, MEASURE | SCENARIO, MEASURE},
};
#define COLUMN_COUNT (sizeof columns / sizeof *columns)

static const struct {
    const char *words[2];
    const char *list;
} kinds[GP_ROW_KINDS] = {
    [GP_ROW_SETTING] = {{"setting", "instelling"}, NULL},
    [GP_ROW_DIMENSION] = {{"dimension", "dimensie"}, "dimensions"},
    [GP_ROW_SEGMENT] = {{"segment", "segment"}, "segments"},
    [GP_ROW_SITUATION] = {{"situation", "situatie"}, "situations"},
    [GP_ROW_SCENARIO] = {{"scenario", "scenario"}, "scenarios"},
    [GP_ROW_MEASUREMENT] = {{"measurement", "meting"}, "measurements"},
    [GP_ROW_INTERVENTION] = {{"intervention", "interventie"}, "interventions"},
    [GP_ROW_CAPABILITY] = {{"capability", "capability"}, "capabilities"},
    [GP_ROW_REQUIREMENT] = {{"requirement", "eis"}, NULL},
    [GP_ROW_LEVEL] = {{"level", "niveau"}, NULL},
    [GP_ROW_RISK] = {{"risk", "risico"}, "risks"},
    [GP_ROW_CORRELATION] = {{"correlation", "correlatie"}, "correlations"},
    [GP_ROW_MEASURE] = {{"measure", "maatregel"}, "measures"},
};

const gp_sheet_column *gp_sheet_columns(size_t *count)
{
    *count = COLUMN_COUNT;
    return columns;
}

const char *gp_row_word(gp_row_kind kind, gp_language language)
{
    return kinds[kind].words[language];
}

const char *gp_row_list(gp_row_kind kind)
{
    return kinds[kind].list;
}

/* ---- from words ---- */

uint32_t gp_find_column(const char *heading)
{
    for (uint32_t i = 0; i < COLUMN_COUNT; i++)
        for (size_t k = 0; k < 3; k++)
            if (columns[i].words[k] && gp_is_same_name(heading, columns[i].words[k])) return i;
    return GP_NONE;
}

bool gp_tells_language(uint32_t column, const char *heading, gp_language *out)
{
    const char *const *words = columns[column].words;
    bool is_english = gp_is_same_name(heading, words[0]);
    bool is_dutch = words[1] && gp_is_same_name(heading, words[1]);
    *out = is_dutch ? GP_DUTCH : GP_ENGLISH;
    return is_english != is_dutch;
}

uint8_t gp_find_heading_step(const char *heading, const char **rest)
{
    static const char *const words[] = {"level", "niveau", "levels"};
    size_t letters = strspn(heading, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const char *at = heading + letters + strspn(heading + letters, " ._-");
    bool is_step = *at >= '1' && *at <= '5' && (at[1] == '\0' || strchr(" ._-", at[1]));
    *rest = is_step ? at + 1 + strspn(at + 1, " ._-") : heading;
    for (size_t i = 0; is_step && i < 3; i++)
        if (gp_is_same_part(words[i], heading, letters)) return (uint8_t)(*at - '0');
    return 0;
}

gp_row_kind gp_find_row_kind(const char *word)
{
    for (size_t i = 0; i < GP_ROW_KINDS; i++)
        if (gp_is_same_name(word, kinds[i].words[0]) || gp_is_same_name(word, kinds[i].words[1]))
            return (gp_row_kind)i;
    return GP_ROW_KINDS;
}

gp_row_kind gp_find_kind_of_list(const char *name)
{
    static const char *const lists[GP_ROW_KINDS][2] = {
        [GP_ROW_SETTING] = {"settings", "instellingen"},
        [GP_ROW_DIMENSION] = {"dimensions", "dimensies"},
        [GP_ROW_SEGMENT] = {"segments", "segmenten"},
        [GP_ROW_SITUATION] = {"situations", "situaties"},
        [GP_ROW_SCENARIO] = {"scenarios", "scenario's"},
        [GP_ROW_MEASUREMENT] = {"measurements", "metingen"},
        [GP_ROW_INTERVENTION] = {"interventions", "interventies"},
        [GP_ROW_CAPABILITY] = {"capabilities", "capability's"},
        [GP_ROW_REQUIREMENT] = {"requirements", "eisen"},
        [GP_ROW_LEVEL] = {"levels", "niveaus"},
        [GP_ROW_RISK] = {"risks", "risico's"},
        [GP_ROW_CORRELATION] = {"correlations", "correlaties"},
        [GP_ROW_MEASURE] = {"measures", "maatregelen"},
    };
    for (size_t i = 0; i < GP_ROW_KINDS; i++)
        for (size_t k = 0; lists[i][0] && k < 2; k++)
            if (gp_is_same_name(name, lists[i][k])) return (gp_row_kind)i;
    return gp_find_row_kind(name);
}
