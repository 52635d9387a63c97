/* SPDX-License-Identifier: MIT
 * XML that no reader knows: whose is it? Its root element and the namespace of that say so. */
#include "io/foreign/foreign.h"

#include <string.h>

#define BLANKS " \t\r\n"

/* A root element that is known; a NULL name or space is any. */
typedef struct root {
    const char *name;  /* without its prefix */
    const char *space; /* a part of the namespace; "": it has none */
    const char *mark;  /* also stands in the text; NULL: nothing need */
    gp_argument what, way;
} root;

#define AS_PROJECT_XML                                                                             \
    GP_WORDS_ROW("export it from there to MS Project XML (*.xml)",                                 \
                 "exporteer het daar naar MS Project-XML (*.xml)")
#define AS_CSV                                                                                     \
    GP_WORDS_ROW("save its sheets as CSV UTF-8 (docs/csv.md)",                                     \
                 "sla de werkbladen op als CSV UTF-8 (docs/csv.md)")
#define AS_GRAPHML GP_WORDS_ROW("export it as GraphML or CSV", "exporteer het als GraphML of CSV")
#define AS_EXCHANGE                                                                                \
    GP_WORDS_ROW("model it in ArchiMate and export that as an Open Exchange File, or put it in a " \
                 "spreadsheet (docs/csv.md)",                                                      \
                 "modelleer het in ArchiMate en exporteer dat als Open Exchange File, of zet het " \
                 "in een werkblad (docs/csv.md)")
#define FROM_ITS_SOURCE                                                                            \
    GP_WORDS_ROW("give the portfolio that it was made of",                                         \
                 "geef het portfolio waar het van gemaakt is")

#define GANTT_PROJECT                                                                              \
    GP_WORDS_ROW("a plan of GanttProject (.gan)", "een plan van GanttProject (.gan)")

static const root roots[] = {
    {"project", "", "mrproject-version",
     GP_WORDS_ROW("a plan of GNOME Planner", "een plan van GNOME Planner"), AS_PROJECT_XML},
    {"project", "", "view-date", GANTT_PROJECT, AS_PROJECT_XML},
    {"project", "", "<tasks", GANTT_PROJECT, AS_PROJECT_XML},
    {"APIBusinessObjects", NULL, NULL,
     GP_WORDS_ROW("a plan of Primavera P6", "een plan van Primavera P6"), AS_PROJECT_XML},
    {"Workbook", "office:spreadsheet", NULL,
     GP_WORDS_ROW("a workbook of Excel 2003", "een werkmap van Excel 2003"), AS_CSV},
    {"document", "opendocument", NULL,
     GP_WORDS_ROW("a document of LibreOffice", "een document van LibreOffice"), AS_CSV},
    {"html", NULL, NULL, GP_WORDS_ROW("a web page (HTML)", "een webpagina (HTML)"),
     GP_WORDS_ROW("download the file itself", "download het bestand zelf")},
    {"svg", NULL, NULL, GP_WORDS_ROW("a picture (SVG)", "een plaatje (SVG)"), FROM_ITS_SOURCE},
    {"mxfile", "", NULL, GP_WORDS_ROW("a drawing of draw.io", "een tekening van draw.io"),
     AS_EXCHANGE},
    {"mxGraphModel", "", NULL, GP_WORDS_ROW("a drawing of draw.io", "een tekening van draw.io"),
     AS_EXCHANGE},
    {"gexf", NULL, NULL, GP_WORDS_ROW("a graph of Gephi (.gexf)", "een graaf van Gephi (.gexf)"),
     AS_GRAPHML},
    {"XMI", NULL, NULL, GP_WORDS_ROW("a UML model (XMI)", "een UML-model (XMI)"), AS_EXCHANGE},
    {"Model", "/uml", NULL, GP_WORDS_ROW("a UML model", "een UML-model"), AS_EXCHANGE},
    {"definitions", "/BPMN/", NULL,
     GP_WORDS_ROW("a process model (BPMN)", "een procesmodel (BPMN)"), AS_EXCHANGE},
    {"RDF", NULL, NULL, GP_WORDS_ROW("RDF", "RDF"), AS_EXCHANGE},
    {"opml", "", NULL, GP_WORDS_ROW("an outline (OPML)", "een outline (OPML)"), AS_EXCHANGE},
    {"map", "", NULL, GP_WORDS_ROW("a mind map (FreeMind)", "een mindmap (FreeMind)"), AS_EXCHANGE},
};

/* ---- the root element ---- */

/* Behind what may stand before the root; NULL: no root begins in this text. */
static const char *find_root(const char *at)
{
    for (;;) {
        at += strspn(at, BLANKS);
        const char *end = NULL;
        if (*at != '<') return NULL;
        if (at[1] == '?')
            end = strstr(at, "?>");
        else if (strncmp(at, "<!--", 4) == 0)
            end = strstr(at, "-->");
        else if (at[1] == '!') {
            at += strcspn(at, "[>"); /* a DOCTYPE, with its own part between brackets */
            end = *at == '[' ? strstr(at, "]") : at;
            if (end) end = strchr(end, '>');
        } else
            return at;
        if (!end) return NULL;
        at = strchr(end, '>') + 1;
    }
}

typedef struct span {
    const char *at;
    size_t size;
} span;

/* "a:b" -> its prefix "a" and name "b". */
static void read_name(const char *at, span *prefix, span *name)
{
    size_t size = strcspn(at, BLANKS "/>=");
    const char *colon = memchr(at, ':', size);
    *prefix = (span){at, colon ? (size_t)(colon - at) : 0};
    size_t skipped = colon ? prefix->size + 1 : 0;
    *name = (span){at + skipped, size - skipped};
}

static bool is_same(span a, const char *text, size_t size)
{
    return a.size == size && memcmp(a.at, text, size) == 0;
}

/* Does this attribute declare the namespace of the prefix? xmlns="", or xmlns:a="". */
static bool declares(const char *attribute, span prefix)
{
    span first, second;
    read_name(attribute, &first, &second);
    if (prefix.size == 0) return first.size == 0 && is_same(second, "xmlns", 5);
    return is_same(first, "xmlns", 5) && is_same(second, prefix.at, prefix.size);
}

/* The value of the attribute of a start tag that declares the namespace; empty: there is none. */
static span find_space(const char *at, span prefix)
{
    for (at += strcspn(at, BLANKS "/>");;) {
        at += strspn(at, BLANKS);
        const char *attribute = at;
        at += strcspn(at, "=>");
        if (*at != '=') return (span){at, 0};
        at++;
        at += strspn(at, BLANKS);
        char quote = *at;
        const char *end = quote == '"' || quote == '\'' ? strchr(at + 1, quote) : NULL;
        if (!end) return (span){at, 0};
        if (declares(attribute, prefix)) return (span){at + 1, (size_t)(end - at) - 1};
        at = end + 1;
    }
}

/* ---- whose is it ---- */

/* Roots that readers know, if in the right namespace. */
static bool is_own_root(span name)
{
    static const char *const own[] = {"model", "graphml", "Project"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (is_same(name, own[i], strlen(own[i]))) return true;
    return false;
}

static const root *find_known(const char *text, const char *name, const char *space)
{
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        const char *wanted = roots[i].space;
        if (strcmp(roots[i].name, name) != 0) continue;
        if (roots[i].mark && !strstr(text, roots[i].mark)) continue;
        if (!wanted || (*wanted ? strstr(space, wanted) != NULL : !*space)) return &roots[i];
    }
    return NULL;
}

/* "XML with <name> in the namespace 'space'". */
static gp_status describe(gp_job *job, const char *name, const char *space, gp_foreign *out)
{
    static const char *const patterns[2][2] = {
        {"XML with <%> as its root, in no namespace", "XML met <%> als wortel, in geen namespace"},
        {"XML with <%> as its root, in the namespace '%'",
         "XML met <%> als wortel, in de namespace '%'"}};
    out->what = GP_WORDS(NULL, NULL);
    for (int language = 0; language < 2; language++) {
        gp_buffer *buffer = gp_new_buffer(job);
        const char *values[] = {name, space}, *text;
        size_t size, next = 0;
        if (!buffer) return gp_no_memory(job);
        for (const char *at = patterns[*space != '\0'][language]; *at; at++) {
            if (*at == '%')
                gp_add_text(buffer, values[next++]);
            else
                gp_add_bytes(buffer, at, 1);
        }
        GP_TRY(gp_finish_buffer(buffer, &text, &size));
        out->what.words.in[language] = text;
    }
    out->way = GP_WORDS("of XML are read: ArchiMate (an Open Exchange File), MS Project and "
                        "GraphML, each in its own namespace",
                        "van XML worden gelezen: ArchiMate (een Open Exchange File), MS Project en "
                        "GraphML, elk in de eigen namespace");
    return GP_OK;
}

/* To show it; NULL: memory ran out. */
static const char *copy(gp_job *job, span part)
{
    const char *whole = gp_copy_text(job, part.at, part.size);
    return whole ? gp_copy_cut(job, whole) : NULL;
}

static gp_spot spot_of(const char *text, const char *at)
{
    gp_spot spot = {1, 1};
    for (; text < at; text++) {
        spot.column += ((unsigned char)*text & 0xC0) != 0x80;
        if (*text == '\n') spot = (gp_spot){spot.line + 1, 1};
    }
    return spot;
}

gp_status gp_is_foreign_xml(gp_job *job, const char *text, bool is_own, bool *is_foreign,
                            gp_foreign *out)
{
    span prefix, name;
    const char *at = find_root(text);
    *is_foreign = false;
    if (!at) return GP_OK;
    read_name(at + 1, &prefix, &name);
    span space = find_space(at, prefix);
    if (name.size == 0 || (!is_own && is_own_root(name))) return GP_OK;
    const char *named = copy(job, name), *spaced = copy(job, space);
    if (!named || !spaced) return gp_no_memory(job);
    *is_foreign = true;
    *out = (gp_foreign){.spot = spot_of(text, at)};
    const root *known = find_known(text, named, spaced);
    if (!known) return describe(job, named, spaced, out);
    out->what = known->what;
    out->way = known->way;
    return GP_OK;
}
