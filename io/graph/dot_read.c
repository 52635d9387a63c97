/* SPDX-License-Identifier: MIT
 * Reads DOT with libcgraph. Its parser keeps its state, and its hook for messages, outside any
 * graph: there can be one reading at a time in a process, and what a host program had set is put
 * back. The parser does not tell places either. So it is fed line by line: whenever its id
 * discipline tells us that it makes a node or an edge, the line fed last is the place. */
#include "io/formats.h"
#include "io/graph/dot_graph.h"
#include "io/graph/dot_scan.h"
#include "io/graph/graph_import.h"

#include <graphviz/cgraph.h>
#include <string.h>

#define SEARCH_MAX 4096                  /* bytes in which the name of a thing is looked for */
#define NAME_MAX_SIZE 64                 /* bytes of an attribute's name that is looked up */
#define STRETCH ((size_t)16 << 10)       /* bytes of text for which memory is asked for at a time */
#define THING_SIZE_MIN ((size_t)3)       /* bytes that make a node or an edge: "a--" */
#define THING_BYTES ((size_t)700)        /* what libcgraph keeps of one, measured */
#define ALWAYS_BYTES ((size_t)256 << 10) /* its parser, and one message */
#define CELLS_MAX (16u << 20) /* nodes times attributes: libcgraph keeps a table of both */
#define COPIES_MAX                                                                                 \
    (2u << 30) /* times attributes again: it copies a node's row for each new one                  \
                */

typedef struct cursor {
    size_t offset;
    uint32_t line, column;
} cursor;

typedef struct reader {
    Agdisc_t discipline; /* first: it is all that libcgraph hands back */
    void *ids;           /* state of libcgraph's own id discipline */
    gp_dot_graph made;
    gp_dot_scan scan;
    const char *text;
    size_t size, fed, line_start, last_line_start;
    size_t asked; /* memory was asked for what comes before this byte */
    size_t group; /* the first of scan.groups that may still be to make */
    cursor at;
    uint32_t node_count, edge_count;
    bool has_failed, is_too_large;
} reader;

/* ---- messages: the callback has no user pointer ---- */

static _Thread_local char message[256];

static int keep_piece(char *piece)
{
    size_t length = strlen(message), size = strlen(piece);
    if (size > sizeof message - 1 - length) size = sizeof message - 1 - length;
    memcpy(message + length, piece, size);
    message[length + size] = '\0';
    return 0;
}

/* ---- places ---- */

static void advance(reader *r, size_t offset)
{
    for (; r->at.offset < offset; r->at.offset++) {
        char c = r->text[r->at.offset];
        r->at.column += ((unsigned char)c & 0xC0) != 0x80;
        if (c != '\n') continue;
        r->at.line++;
        r->at.column = 1;
    }
}

static bool is_word_byte(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (unsigned char)c >= 0x80;
}

/* Where a name stands as a word from `from` on, or `to`. */
static size_t find_word(const reader *r, const char *name, size_t from, size_t to)
{
    size_t size = strlen(name);
    if (to > from + SEARCH_MAX) to = from + SEARCH_MAX;
    for (size_t at = from; size && at + size <= to; at++) {
        if (r->text[at] != *name || memcmp(r->text + at, name, size) != 0) continue;
        bool begins = at == 0 || !is_word_byte(r->text[at - 1]);
        bool ends = at + size == r->size || !is_word_byte(r->text[at + size]);
        if (begins && ends) return at;
    }
    return to;
}

static gp_spot spot_of(reader *r, const char *name)
{
    size_t from = r->at.offset > r->last_line_start ? r->at.offset : r->last_line_start;
    size_t found = find_word(r, name, from, r->fed);
    bool is_found = found < r->fed && found < from + SEARCH_MAX;
    advance(r, is_found ? found : from);
    return (gp_spot){r->at.line, r->at.column};
}

/* ---- the disciplines ---- */

static uint64_t count_attributes(const reader *r)
{
    char record[] = "_AG_datadict";
    const void *kept = r->made.dot ? aggetrec(r->made.dot, record, 0) : NULL;
    const Agdatadict_t *found = kept;
    return found ? (uint64_t)dtsize(found->dict.n) + (uint64_t)dtsize(found->dict.e) : 0;
}

/* Has libcgraph an attribute of this name for nodes, edges or the graph? */
static bool is_declared(const reader *r, const char *name, size_t size)
{
    char text[NAME_MAX_SIZE];
    if (!r->made.dot || size >= sizeof text) return false;
    memcpy(text, name, size);
    text[size] = '\0';
    return agattr(r->made.dot, AGNODE, text, NULL) && agattr(r->made.dot, AGEDGE, text, NULL);
}

/* How many attributes may be new in this text: names before a '=' that are not declared, without
 * the last few that were seen already. */
static size_t count_new_attributes(const reader *r, const char *text, size_t size)
{
    enum { LAST = 16 };
    struct {
        const char *name;
        size_t size;
    } last[LAST] = {{NULL, 0}};
    size_t count = 0;
    for (size_t at = 1; at < size; at++) {
        if (text[at] != '=') continue;
        size_t end = at;
        while (end && (text[end - 1] == ' ' || text[end - 1] == '"')) end--;
        size_t start = end;
        while (start && is_word_byte(text[start - 1])) start--;
        bool is_seen = is_declared(r, text + start, end - start);
        for (size_t i = 0; i < LAST && !is_seen; i++)
            is_seen = last[i].name && last[i].size == end - start &&
                      memcmp(last[i].name, text + start, end - start) == 0;
        if (is_seen) continue;
        last[count % LAST].name = text + start;
        last[count++ % LAST].size = end - start;
    }
    return count;
}

/* Edges between groups that are made of what is fed until `to`. The parser makes them when it has
 * seen what comes after them, so those of the stretch before are counted once more. */
static size_t count_group_edges(reader *r, size_t to)
{
    const gp_dot_group *groups = r->scan.groups.data;
    size_t count = 0;
    while (r->group < r->scan.groups.count && groups[r->group].end + STRETCH < r->fed) r->group++;
    for (size_t i = r->group; i < r->scan.groups.count && groups[i].end <= to; i++)
        count += (size_t)groups[i].edges;
    return count;
}

/* libcgraph follows a NULL where memory runs out in it. So before it gets the next stretch of text,
 * what it can make of that at most is asked for: nodes and edges of few letters, each with a table
 * of all attributes, and a place more in all tables for each new attribute. */
static void ask_memory(reader *r)
{
    size_t size = r->size - r->fed < STRETCH ? r->size - r->fed : STRETCH;
    size_t things = size / THING_SIZE_MIN + 1, before = (size_t)r->node_count + r->edge_count;
    size_t added = count_new_attributes(r, r->text + r->fed, size);
    size_t attributes = (size_t)count_attributes(r) + added;
    things += count_group_edges(r, r->fed + size);
    size_t bytes = ALWAYS_BYTES + things * (THING_BYTES + 8 * attributes) + 16 * before * added;
    r->asked = r->fed + size;
    if (gp_ask_memory(r->made.import->job, bytes) != GP_OK) r->has_failed = true;
}

static int feed(void *channel, char *buffer, int room)
{
    reader *r = channel;
    if (r->fed >= r->asked && r->fed < r->size) ask_memory(r);
    if (r->has_failed) return 0;
    uint64_t attributes = count_attributes(r), cells = attributes * r->node_count;
    r->is_too_large = r->is_too_large || cells > CELLS_MAX || cells * attributes > COPIES_MAX;
    if (r->is_too_large || room <= 0) return 0;
    size_t size = r->size - r->fed;
    const char *end = size ? memchr(r->text + r->fed, '\n', size) : NULL;
    if (end) size = (size_t)(end - (r->text + r->fed)) + 1;
    if (size > (size_t)room) size = (size_t)room;
    if (size) memcpy(buffer, r->text + r->fed, size);
    if (r->fed && r->text[r->fed - 1] == '\n') {
        r->last_line_start = r->line_start;
        r->line_start = r->fed;
    }
    r->fed += size;
    return (int)size;
}

static void *open_ids(Agraph_t *graph, Agdisc_t *discipline)
{
    union { /* the discipline is the first member of the reader */
        Agdisc_t *discipline;
        reader *r;
    } self = {discipline};
    self.r->made.dot = graph;
    self.r->ids = AgIdDisc.open(graph, discipline);
    return self.r;
}

static long map_id(void *state, int kind, char *text, IDTYPE *id, int is_new)
{
    return AgIdDisc.map(((reader *)state)->ids, kind, text, id, is_new);
}

static long allocate_id(void *state, int kind, IDTYPE id)
{
    return AgIdDisc.alloc(((reader *)state)->ids, kind, id);
}

static void free_id(void *state, int kind, IDTYPE id)
{
    AgIdDisc.free(((reader *)state)->ids, kind, id);
}

static char *print_id(void *state, int kind, IDTYPE id)
{
    return AgIdDisc.print(((reader *)state)->ids, kind, id);
}

static void close_ids(void *state)
{
    AgIdDisc.close(((reader *)state)->ids);
}

static void note_spot(reader *r, gp_array *spots, uint32_t number, gp_spot spot)
{
    while (spots->count <= number && !r->has_failed)
        r->has_failed = !gp_push(r->made.import->job, spots, NULL, 1);
    if (!r->has_failed) ((gp_spot *)spots->data)[number] = spot;
}

static void register_thing(void *state, int kind, void *thing)
{
    reader *r = state;
    if (kind == AGNODE) {
        r->node_count++;
        note_spot(r, &r->made.node_spots, AGSEQ(thing), spot_of(r, agnameof(thing)));
    } else if (kind == AGINEDGE || kind == AGOUTEDGE) {
        r->edge_count++;
        note_spot(r, &r->made.edge_spots, AGSEQ(thing),
                  spot_of(r, agnameof(agtail((Agedge_t *)thing))));
    }
}

/* ---- the whole ---- */

#define DOT_TEXT GP_WORDS("a graph in DOT", "een graaf in DOT")

static gp_status refuse(reader *r, gp_argument problem, gp_argument expected)
{
    gp_records *records = r->made.import->records;
    records->is_incomplete = true;
    gp_place place = gp_place_at(records->source, r->at.line, r->at.column);
    return gp_add_finding(
        records->job, &(gp_finding){.code = 101, .place = place, .arguments = {problem, expected}});
}

/* "... near 'x'" names the word that the parser fell over. */
static gp_status refuse_parsed(reader *r)
{
    gp_job *job = r->made.import->job;
    gp_argument problem = GP_WORDS("no DOT from here on", "vanaf hier geen DOT");
    const char *near = strstr(message, " near '");
    advance(r, r->at.offset > r->line_start ? r->at.offset : r->line_start);
    if (near && near[7]) {
        size_t size = strcspn(near + 6, "\n");
        const char *word = gp_copy_text(job, near + 6, size);
        if (!word) return gp_no_memory(job);
        problem = GP_TEXT(word);
    }
    if (r->is_too_large)
        problem = GP_WORDS("too many attributes on too many nodes",
                           "te veel attributen op te veel knopen");
    return refuse(r, problem, DOT_TEXT);
}

static gp_status parse(reader *r)
{
    Agiddisc_t ids = {open_ids, map_id, allocate_id, free_id, print_id, close_ids, register_thing};
    Agiodisc_t io = AgIoDisc;
    io.afread = feed;
    r->discipline = (Agdisc_t){.mem = &AgMemDisc, .id = &ids, .io = &io};
    message[0] = '\0';
    GP_TRY(gp_ask_memory(r->made.import->job, ALWAYS_BYTES));
    agerrlevel_t level = agseterr(AGWARN);
    agusererrf report = agseterrf(keep_piece);
    agreadline(1);
    Agraph_t *dot = agread(r, &r->discipline);
    agseterrf(report);
    agseterr(level);
    gp_status status = GP_OK;
    if (r->has_failed) status = gp_no_memory(r->made.import->job);
    r->made.dot = dot;
    if (status == GP_OK)
        status = dot && !r->is_too_large ? gp_take_dot_graph(&r->made) : refuse_parsed(r);
    if (dot) agclose(dot);
    return status;
}

bool gp_sniff_dot(const char *head, size_t size)
{
    static const char *const words[] = {"digraph", "strict", "graph"};
    (void)size;
    head += strspn(head, " \t\r\n");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(head, words[i], strlen(words[i])) == 0) return true;
    return false;
}

/* ---- before it is parsed ---- */

/* Latin-1 as UTF-8: every byte is the character of that number. */
static gp_status take_latin1(reader *r)
{
    gp_buffer *utf8 = gp_new_buffer(r->made.import->job);
    if (!utf8) return gp_no_memory(r->made.import->job);
    for (size_t i = 0; i < r->size; i++) {
        unsigned char c = (unsigned char)r->text[i];
        const char bytes[] = {(char)(0xC0 | c >> 6), (char)(0x80 | (c & 0x3F))};
        gp_add_bytes(utf8, c < 0x80 ? r->text + i : bytes, c < 0x80 ? 1 : 2);
    }
    GP_TRY(gp_finish_buffer(utf8, &r->text, &r->size));
    return gp_scan_dot(r->made.import->job, r->text, r->size, &r->scan);
}

/* Where the text is no UTF-8; its size where it is. */
static size_t find_no_utf8(const reader *r)
{
    uint32_t character;
    for (size_t at = 0, size; at < r->size; at += size) {
        size = gp_decode_utf8(r->text + at, r->size - at, &character);
        if (size == 0) return at;
    }
    return r->size;
}

#define ONE_GRAPH                                                                                  \
    GP_WORDS("one graph in a file: give each a file of its own",                                   \
             "een graaf in een bestand: geef elk een eigen bestand")
#define UTF8_OR_LATIN1                                                                             \
    GP_WORDS("UTF-8, or charset=\"latin1\" in the graph",                                          \
             "UTF-8, of charset=\"latin1\" in de graaf")
#define FEWER_EDGES                                                                                \
    GP_WORDS("at most 65,536 in one statement, and 262,144 in a file",                             \
             "hooguit 65.536 in een opdracht, en 262.144 in een bestand")

/* What libcgraph would not notice, or only by taking all memory. *is_fine: it may have the text,
 * which ends with its graph: of what comes behind libcgraph would make the beginning of the next
 * one. */
static gp_status prepare(reader *r, bool *is_fine)
{
    GP_TRY(gp_scan_dot(r->made.import->job, r->text, r->size, &r->scan));
    if (r->scan.charset == GP_DOT_LATIN1) GP_TRY(take_latin1(r));
    size_t no_utf8 = find_no_utf8(r);
    *is_fine = false;
    if (no_utf8 < r->size) {
        advance(r, no_utf8);
        return refuse(r, GP_WORDS("no UTF-8", "geen UTF-8"), UTF8_OR_LATIN1);
    }
    if (r->scan.crowded != SIZE_MAX) {
        advance(r, r->scan.crowded);
        return refuse(r, GP_WORDS("too many edges between groups", "te veel lijnen tussen groepen"),
                      FEWER_EDGES);
    }
    if (r->scan.second != SIZE_MAX) {
        advance(r, r->scan.second);
        return refuse(r, GP_WORDS("text after the graph", "tekst na de graaf"), ONE_GRAPH);
    }
    r->size = r->scan.end;
    *is_fine = true;
    return GP_OK;
}

gp_status gp_read_dot(gp_records *records, gp_input *input)
{
    reader *r = GP_NEW(records->job, reader, 1);
    bool is_fine;
    if (!r) return gp_no_memory(records->job);
    GP_TRY(gp_read_rest(input));
    gp_begin(records, input, (gp_spot){1, 1});
    GP_TRY(gp_start_import(records, &r->made.import));
    bool has_mark = input->size >= 3 && memcmp(input->window, "\xEF\xBB\xBF", 3) == 0;
    r->made.import->graph->spot = (gp_spot){1, 1};
    r->text = input->window + 3 * has_mark;
    r->size = input->size - 3 * has_mark;
    r->at = (cursor){0, 1, 1};
    r->made.node_spots.size = r->made.edge_spots.size = sizeof(gp_spot);
    GP_TRY(prepare(r, &is_fine));
    return is_fine ? parse(r) : GP_OK;
}
