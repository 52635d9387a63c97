/* SPDX-License-Identifier: MIT
 * Hands an XML file to its handler, element by element. libxml2's push parser reads; it never
 * opens anything itself, since all bytes come from us and no resolver is set.
 *
 * An attacker's means are taken away one by one: a definition of an entity ends the reading, so
 * nothing can expand (billion laughs, quadratic blow-up) or point outside (XXE); the parser's own
 * limits on the length of names and texts stay on; nesting and the attributes of a tag have our
 * bounds.
 *
 * Places: libxml2 counts columns loosely, and tells where a tag ends. A start tag has no '<' but
 * its first character, so that is found by looking back from the end; a cursor over the bytes
 * that we fed turns its offset into line and column. */
#include "io/xml/xml_read.h"
#include "io/xml/xml_guard.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

/* A byte of the input and where it stands. */
typedef struct cursor {
    uint64_t offset;
    uint32_t line, column;
} cursor;

struct gp_xml {
    gp_job *job;
    gp_input *input;
    const gp_xml_handler *handler;
    xmlParserCtxtPtr parser;
    uint64_t window_offset; /* of the window's first byte in the input */
    uint64_t fed;           /* bytes that the parser has */
    gp_xml_guard guard;
    cursor at;
    uint32_t depth;
    gp_array texts;      /* char: names and values of one start tag, each with its NUL */
    gp_array attributes; /* gp_xml_attribute */
    gp_array text;       /* char: since the last tag */
    gp_status status;
    bool has_root, is_stopped, has_refused;
};

const char *gp_xml_find(const gp_xml_element *element, const char *name)
{
    for (size_t i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0) return element->attributes[i].value;
    return NULL;
}

void gp_xml_stop(gp_xml *xml)
{
    xml->is_stopped = true;
    xmlStopParser(xml->parser);
}

static void keep_status(gp_xml *xml, gp_status status)
{
    if (status != GP_OK) xml->status = status;
    if (status != GP_OK) gp_xml_stop(xml);
}

/* ---- places ---- */

static void advance(gp_xml *xml, uint64_t offset)
{
    const char *bytes = xml->input->window + (xml->at.offset - xml->window_offset);
    for (; xml->at.offset < offset; xml->at.offset++, bytes++) {
        if (*bytes == '\n') {
            xml->at.line++;
            xml->at.column = 1;
        } else { /* a byte order mark takes no column */
            bool is_mark = xml->at.offset == 0 && *bytes == '\xEF';
            xml->at.column += ((unsigned char)*bytes & 0xC0) != 0x80 && !is_mark;
        }
    }
}

/* Where in the input the parser's byte stands. */
static uint64_t offset_of(const gp_xml *xml, const xmlChar *byte)
{
    const xmlParserInput *in = xml->parser->input;
    uint64_t offset = in->consumed + (uint64_t)(byte - in->base);
    return offset < xml->fed ? offset : xml->fed;
}

static gp_spot spot_of(gp_xml *xml, const xmlChar *byte)
{
    advance(xml, offset_of(xml, byte));
    return (gp_spot){xml->at.line, xml->at.column};
}

static gp_spot spot_of_tag(gp_xml *xml)
{
    const xmlParserInput *in = xml->parser->input;
    const xmlChar *byte = in->cur;
    while (byte > in->base && *byte != '<') byte--;
    return spot_of(xml, byte);
}

/* ---- what is not well formed ---- */

/* "'&' on its own, line 2 of xl/workbook.xml": of a file within another no line can be shown. */
static gp_status tell_inner(gp_xml *xml, gp_spot spot, gp_argument *problem)
{
    const char *texts[2] = {problem->text, problem->text};
    for (int i = 0; i < 2; i++) {
        gp_buffer *buffer = gp_new_buffer(xml->job);
        size_t size;
        if (problem->kind == GP_ARGUMENT_WORDS) texts[i] = problem->words.in[i];
        if (!buffer) return gp_no_memory(xml->job);
        gp_add_text(buffer, texts[i]);
        gp_add_text(buffer, i ? ", regel " : ", line ");
        gp_add_number(buffer, spot.line);
        gp_add_text(buffer, i ? " van " : " of ");
        gp_add_text(buffer, xml->input->inner);
        GP_TRY(gp_finish_buffer(buffer, &texts[i], &size));
    }
    *problem = GP_WORDS(texts[0], texts[1]);
    return GP_OK;
}

static gp_status report(gp_xml *xml, gp_spot spot, gp_argument problem, gp_argument expected)
{
    if (xml->input->inner) {
        GP_TRY(tell_inner(xml, spot, &problem));
        spot = (gp_spot){1, 1};
    }
    return gp_add_finding(xml->job, &(gp_finding){.code = 101,
                                                  .place = gp_place_in(xml->input->source, spot),
                                                  .arguments = {problem, expected}});
}

static void refuse(gp_xml *xml, gp_spot spot, gp_argument problem, gp_argument expected)
{
    if (xml->has_refused || xml->is_stopped) return;
    xml->has_refused = true;
    keep_status(xml, report(xml, spot, problem, expected));
    gp_xml_stop(xml);
}

static void refuse_here(gp_xml *xml, gp_argument problem, gp_argument expected)
{
    const xmlParserInput *in = xml->parser->input;
    refuse(xml, in ? spot_of(xml, in->cur) : (gp_spot){1, 1}, problem, expected);
}

/* libxml2's messages are English only and change with its versions; these are its codes. */
typedef struct problem {
    int code;
    gp_argument text, expected;
} problem;
static const problem problems[] = {
    {XML_ERR_DOCUMENT_EMPTY,
     GP_WORDS_ROW("the file has no element", "het bestand heeft geen element"), GP_TEXT_ROW("'<'")},
    {XML_ERR_DOCUMENT_END,
     GP_WORDS_ROW("text after the end, or the end of the file",
                  "tekst na het einde, of het einde van het bestand"),
     GP_WORDS_ROW("one whole element", "een heel element")},
    {XML_ERR_TAG_NOT_FINISHED, GP_WORDS_ROW("the end of the file", "het einde van het bestand"),
     GP_WORDS_ROW("the end of the element", "het einde van het element")},
    {XML_ERR_UNDECLARED_ENTITY, GP_WORDS_ROW("an unknown entity", "een onbekende entiteit"),
     GP_TEXT_ROW("&amp; &lt; &gt; &quot; &apos;")},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, GP_WORDS_ROW("'&' on its own", "losse '&'"),
     GP_TEXT_ROW("&amp;")},
    {XML_ERR_INVALID_CHAR,
     GP_WORDS_ROW("a character that XML does not know", "een teken dat XML niet kent"),
     GP_WORDS_ROW("text", "tekst")},
    {XML_ERR_INVALID_ENCODING, GP_WORDS_ROW("bytes that are no UTF-8", "bytes die geen UTF-8 zijn"),
     GP_TEXT_ROW("UTF-8")},
    {XML_ERR_ATTRIBUTE_REDEFINED,
     GP_WORDS_ROW("an attribute twice", "twee keer hetzelfde attribuut"),
     GP_WORDS_ROW("each once", "elk een keer")},
    {XML_ERR_LT_IN_ATTRIBUTE, GP_WORDS_ROW("'<' in an attribute", "'<' in een attribuut"),
     GP_TEXT_ROW("&lt;")},
    {XML_ERR_NAME_REQUIRED, GP_WORDS_ROW("no name", "geen naam"),
     GP_WORDS_ROW("a name, or &amp;", "een naam, of &amp;")},
    {XML_ERR_GT_REQUIRED, GP_WORDS_ROW("a tag without its '>'", "een tag zonder '>'"),
     GP_TEXT_ROW("'>'")},
};

static void refuse_mismatch(gp_xml *xml, const char *open, const char *close)
{
    gp_buffer *buffer = gp_new_buffer(xml->job);
    const char *texts[2] = {close ? close : "", open ? open : ""}, *made[2];
    for (int i = 0; i < 2; i++) {
        size_t size;
        if (buffer) buffer->bytes.count = 0;
        if (buffer) gp_add_text(buffer, "</");
        if (buffer) gp_add_bytes(buffer, texts[i], strnlen(texts[i], 60));
        if (buffer) gp_add_text(buffer, ">");
        const char *text = NULL;
        if (buffer && gp_finish_buffer(buffer, &text, &size) == GP_OK)
            text = gp_copy_text(xml->job, text, size);
        if (!text) {
            keep_status(xml, gp_no_memory(xml->job));
            return;
        }
        made[i] = text;
    }
    refuse_here(xml, GP_TEXT(made[0]), GP_TEXT(made[1]));
}

#if LIBXML_VERSION < 21200
#define CONST_ERROR xmlError
#else
#define CONST_ERROR const xmlError
#endif
static void on_error(void *state, CONST_ERROR *error)
{
    gp_xml *xml = state;
    if (error->code == XML_ERR_NO_MEMORY) { /* deep in libxml2, which cannot be stopped there */
        xml->status = gp_no_memory(xml->job);
        xml->is_stopped = true;
        return;
    }
    if (error->level != XML_ERR_FATAL || xml->is_stopped || !xml->parser) return;
    if (error->code == XML_ERR_TAG_NAME_MISMATCH) {
        refuse_mismatch(xml, error->str1, error->str2);
        return;
    }
    bool is_empty = error->code == XML_ERR_DOCUMENT_END && !xml->has_root;
    int code = is_empty ? XML_ERR_DOCUMENT_EMPTY : error->code;
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
        if (problems[i].code == code) {
            refuse_here(xml, problems[i].text, problems[i].expected);
            return;
        }
    refuse_here(xml, GP_WORDS("this is no XML", "dit is geen XML"),
                GP_WORDS("a well-formed XML document", "een welgevormd XML-document"));
}

/* ---- entities: none ---- */

#define NO_ENTITIES GP_WORDS("no entities of the file's own", "geen eigen entiteiten")

static void on_entity(void *state, const xmlChar *name, int type, const xmlChar *public_id,
                      const xmlChar *system_id, xmlChar *content)
{
    (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
    refuse_here(state, GP_WORDS("a DOCTYPE with an ENTITY", "een DOCTYPE met een ENTITY"),
                NO_ENTITIES);
}

static void on_unparsed(void *state, const xmlChar *name, const xmlChar *public_id,
                        const xmlChar *system_id, const xmlChar *notation)
{
    (void)notation;
    on_entity(state, name, 0, public_id, system_id, NULL);
}

static void on_reference(void *state, const xmlChar *name)
{
    (void)name;
    refuse_here(state, GP_WORDS("an unknown entity", "een onbekende entiteit"), NO_ENTITIES);
}

static void refuse_encoding(gp_xml *xml)
{
    refuse(xml, (gp_spot){1, 1}, GP_WORDS("another encoding", "een andere codering"),
           GP_WORDS("UTF-8: save it so", "UTF-8: sla het zo op"));
}

/* "<" or "<?xm" in UCS-4, UTF-16 or EBCDIC: libxml2 2.9 follows a NULL when it is given them. */
static bool is_in_other_bytes(const char *bytes, size_t size)
{
    return (size > 1 && bytes[0] == '<' && bytes[1] == '\0') ||
           (size > 3 && memcmp(bytes, "\x4C\x6F\xA7\x94", 4) == 0);
}

static void on_document(void *state)
{
    gp_xml *xml = state;
    const xmlParserInput *in = xml->parser->input;
    if (in && in->buf && in->buf->encoder) refuse_encoding(xml);
}

/* ---- elements and text ---- */

/* Appends a text and a NUL; its offset in `texts` goes out. */
static bool keep_text(gp_xml *xml, const void *text, size_t size, size_t *at)
{
    *at = xml->texts.count;
    return (!size || gp_push(xml->job, &xml->texts, text, size)) &&
           gp_push(xml->job, &xml->texts, "", 1);
}

static bool keep_name(gp_xml *xml, const xmlChar *name, size_t *at)
{
    return keep_text(xml, name, name ? strlen((const char *)name) : 0, at);
}

/* Copies the tag's texts first, since they move as they grow, and points to them after that. */
static bool keep_tag(gp_xml *xml, const xmlChar *name, const xmlChar *space, int count,
                     const xmlChar **attributes, gp_xml_element *element)
{
    size_t name_at, space_at, at;
    xml->texts.count = xml->attributes.count = 0;
    if (!keep_name(xml, name, &name_at) || !keep_name(xml, space, &space_at)) return false;
    for (int i = 0; i < count; i++) {
        const xmlChar **a = attributes + 5 * i;
        if (!keep_name(xml, a[0], &at) || !keep_name(xml, a[2], &at) ||
            !keep_text(xml, a[3], (size_t)(a[4] - a[3]), &at) ||
            !gp_push(xml->job, &xml->attributes, NULL, 1))
            return false;
    }
    const char *text = xml->texts.data;
    *element = (gp_xml_element){.name = text + name_at, .space = text + space_at};
    text = element->space + strlen(element->space) + 1;
    gp_xml_attribute *kept = xml->attributes.data;
    for (int i = 0; i < count; i++) {
        kept[i].name = text;
        kept[i].space = kept[i].name + strlen(kept[i].name) + 1;
        kept[i].value = kept[i].space + strlen(kept[i].space) + 1;
        text = kept[i].value + (attributes[5 * i + 4] - attributes[5 * i + 3]) + 1;
    }
    element->attributes = kept;
    element->attribute_count = (size_t)count;
    return true;
}

static void on_start(void *state, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                     int space_count, const xmlChar **spaces, int count, int defaulted,
                     const xmlChar **attributes)
{
    (void)prefix, (void)space_count, (void)spaces, (void)defaulted;
    gp_xml *xml = state;
    gp_xml_element element;
    if (xml->is_stopped) return;
    if (xml->depth >= GP_XML_DEPTH_MAX) {
        refuse(xml, spot_of_tag(xml),
               GP_WORDS("too many elements within each other", "te veel elementen in elkaar"),
               GP_WORDS("at most 100", "hoogstens 100"));
        return;
    }
    if (!keep_tag(xml, name, space, count, attributes, &element) ||
        !gp_push(xml->job, &xml->text, "", 1)) {
        keep_status(xml, gp_no_memory(xml->job));
        return;
    }
    element.depth = xml->depth++;
    xml->has_root = true;
    element.spot = spot_of_tag(xml);
    element.before = xml->text.data;
    keep_status(xml, xml->handler->start(xml->handler->state, xml, &element));
    xml->text.count = 0;
}

static void on_text(void *state, const xmlChar *text, int size)
{
    gp_xml *xml = state;
    if (xml->is_stopped || size <= 0) return;
    if (!gp_push(xml->job, &xml->text, text, (size_t)size))
        keep_status(xml, gp_no_memory(xml->job));
}

static void on_end(void *state, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
    (void)prefix, (void)space;
    gp_xml *xml = state;
    if (xml->is_stopped) return;
    xml->depth--;
    if (!gp_push(xml->job, &xml->text, "", 1)) {
        keep_status(xml, gp_no_memory(xml->job));
        return;
    }
    keep_status(xml, xml->handler->end(xml->handler->state, (const char *)name, xml->text.data));
    xml->text.count = 0;
}

/* ---- the whole ---- */

/* Gives the parser the last bytes of the window, unless a tag in them has too many attributes. */
static void feed_fresh(gp_xml *xml, size_t fresh)
{
    const char *bytes = xml->input->window + xml->input->size - fresh;
    bool is_at_start = xml->window_offset == 0 && xml->fed < 4;
    if (is_at_start && is_in_other_bytes(xml->input->window, xml->input->size)) {
        refuse_encoding(xml);
        return;
    }
    size_t guarded = gp_guard_xml(&xml->guard, bytes, fresh);
    xml->fed += guarded;
    xmlParseChunk(xml->parser, bytes, (int)guarded, xml->input->is_last && guarded == fresh);
    if (guarded == fresh || xml->is_stopped) return;
    advance(xml, xml->fed);
    refuse(xml, (gp_spot){xml->at.line, xml->at.column},
           GP_WORDS("a tag with more than 5000 attributes", "een tag met meer dan 5000 attributen"),
           GP_WORDS("fewer attributes", "minder attributen"));
}

/* Feeds window after window; what the parser has passed is dropped from it. */
static gp_status feed(gp_xml *xml)
{
    do {
        size_t keep = (size_t)(xml->at.offset - xml->window_offset);
        GP_TRY(gp_fill_window(xml->input, keep));
        xml->window_offset = xml->at.offset;
        size_t fresh = (size_t)(xml->window_offset + xml->input->size - xml->fed);
        feed_fresh(xml, fresh);
        if (!xml->is_stopped && xml->parser->input)
            advance(xml, offset_of(xml, xml->parser->input->cur));
    } while (!xml->is_stopped && !xml->input->is_last);
    return xml->status;
}

/* Reads with a parser of its own; events and errors come back to `xml`. */
static gp_status parse(gp_xml *xml, xmlSAXHandler *events)
{
    xml->parser = xmlCreatePushParserCtxt(events, xml, NULL, 0, NULL);
    if (!xml->parser) return gp_no_memory(xml->job);
    xmlCtxtUseOptions(xml->parser, XML_PARSE_NONET);
    gp_status status = xml->status == GP_OK ? feed(xml) : xml->status;
    xmlFreeDoc(xml->parser->myDoc);
    xmlFreeParserCtxt(xml->parser);
    return status;
}

gp_status gp_read_xml(gp_job *job, gp_input *input, const gp_xml_handler *handler, bool *is_whole)
{
    xmlSAXHandler events = {.initialized = XML_SAX2_MAGIC,
                            .startDocument = on_document,
                            .startElementNs = on_start,
                            .endElementNs = on_end,
                            .characters = on_text,
                            .ignorableWhitespace = on_text,
                            .cdataBlock = on_text,
                            .entityDecl = on_entity,
                            .unparsedEntityDecl = on_unparsed,
                            .reference = on_reference,
                            .serror = on_error};
    gp_xml *xml = GP_NEW(job, gp_xml, 1); /* its arrays are freed with the job */
    if (!xml) return gp_no_memory(job);
    *xml = (gp_xml){.job = job, .input = input, .handler = handler, .at = {0, 1, 1}};
    xml->texts.size = xml->text.size = 1;
    xml->attributes.size = sizeof(gp_xml_attribute);
    /* Not all that goes wrong in a parser reaches its own handler: where memory runs out, libxml2
     * often has none at hand and prints. That goes to the handler of the thread. */
    xmlStructuredErrorFunc kept = xmlStructuredError;
    void *kept_state = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(xml, on_error);
    gp_status status = parse(xml, &events);
    xmlSetStructuredErrorFunc(kept_state, kept);
    *is_whole = status == GP_OK && !xml->is_stopped;
    return status;
}
