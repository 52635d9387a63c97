/* SPDX-License-Identifier: MIT
 * Text files of other programs: told by how they begin. Among them are formats that groeipad only
 * writes, which people feed back. */
#include "io/foreign/foreign.h"

#include <string.h>

typedef struct beginning {
    const char *text;
    gp_argument what, way;
} beginning;

#define VIA_PROJECT                                                                                \
    GP_WORDS_ROW("export it from there as MS Project XML (*.xml), or by way of MS Project or "     \
                 "ProjectLibre",                                                                   \
                 "exporteer het daar als MS Project-XML (*.xml), of via MS Project of "            \
                 "ProjectLibre")
#define FROM_ITS_SOURCE                                                                            \
    GP_WORDS_ROW("that is written only: give the portfolio that it was made of",                   \
                 "dat wordt alleen geschreven: geef het portfolio waar het van gemaakt is")
#define AS_A_TABLE                                                                                 \
    GP_WORDS_ROW("put what is in it in a spreadsheet (docs/csv.md)",                               \
                 "zet wat erin staat in een werkblad (docs/csv.md)")
#define MERMAID GP_WORDS_ROW("a diagram of Mermaid", "een diagram van Mermaid")

static const beginning beginnings[] = {
    {"ERMHDR\t", GP_WORDS_ROW("a plan of Primavera P6 (.xer)", "een plan van Primavera P6 (.xer)"),
     VIA_PROJECT},
    {"MPX,",
     GP_WORDS_ROW("an exchange file of an older MS Project (.mpx)",
                  "een uitwisselbestand van een oudere MS Project (.mpx)"),
     VIA_PROJECT},
    {"{\\rtf", GP_WORDS_ROW("a text document (.rtf)", "een tekstdocument (.rtf)"), AS_A_TABLE},
    {"BEGIN:VCALENDAR", GP_WORDS_ROW("a calendar (.ics)", "een agenda (.ics)"), FROM_ITS_SOURCE},
    {"@startuml", GP_WORDS_ROW("a diagram of PlantUML", "een diagram van PlantUML"),
     FROM_ITS_SOURCE},
    {"@startgantt", GP_WORDS_ROW("a plan of PlantUML", "een plan van PlantUML"), FROM_ITS_SOURCE},
    {"%%{init", MERMAID, FROM_ITS_SOURCE},
    {"gantt\n", MERMAID, FROM_ITS_SOURCE},
    {"gantt\r\n", MERMAID, FROM_ITS_SOURCE},
    {"flowchart ", MERMAID, FROM_ITS_SOURCE},
    {"graph TD", MERMAID, FROM_ITS_SOURCE},
    {"graph TB", MERMAID, FROM_ITS_SOURCE},
    {"graph LR", MERMAID, FROM_ITS_SOURCE},
    {"graph RL", MERMAID, FROM_ITS_SOURCE},
    {"graph BT", MERMAID, FROM_ITS_SOURCE},
    {"@prefix ", GP_WORDS_ROW("RDF in Turtle", "RDF in Turtle"), AS_A_TABLE},
};

/* A line break after what marks a diagram's direction: in DOT a '{' would come. */
static bool goes_on(const char *text, const beginning *known)
{
    if (strncmp(known->text, "graph ", 6) != 0) return true;
    text += strlen(known->text);
    text += strspn(text, " \t;");
    return *text == '\n' || *text == '\r';
}

bool gp_is_foreign_text(const char *text, gp_foreign *out)
{
    uint32_t line = 1;
    for (; *text && strchr(" \t\r\n", *text); text++) line += *text == '\n';
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        const beginning *known = &beginnings[i];
        if (strncmp(text, known->text, strlen(known->text)) != 0 || !goes_on(text, known)) continue;
        *out = (gp_foreign){.what = known->what, .way = known->way, .spot = {line, 1}};
        return true;
    }
    return false;
}
