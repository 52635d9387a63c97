/* SPDX-License-Identifier: MIT
 * Walks over a text in DOT, token by token, with a stack of the groups that are open. The size of a
 * group is the number of times that it, or a group in it, names a node; "a, b" is a group too.
 * Edges run from each node of a group to each of the next. */
#include "io/graph/dot_scan.h"
#include "core/names.h"

#include <string.h>

/* ---- tokens ---- */

typedef enum token_kind { TOKEN_END, TOKEN_ATOM, TOKEN_WORD, TOKEN_ARROW, TOKEN_MARK } token_kind;

/* A word is an atom without quotes: it may be a keyword. A mark is one character. */
typedef struct token {
    token_kind kind;
    size_t start, end;
} token;

#define NO_NAME GP_NONE
#define ODD_NAME (GP_NONE - 1) /* in several pieces, with escapes: it may be any of the others */

typedef struct frame {
    size_t start;            /* of the statement */
    uint64_t nodes;          /* of the group so far */
    uint64_t before, latest; /* the sizes of the last two operands of the statement */
    uint64_t edges, arrows;  /* of the statement */
    uint32_t name;           /* of the group, or NO_NAME, or ODD_NAME */
    bool is_open;            /* an operand must follow, or is being listed */
} frame;

typedef struct scan {
    gp_job *job;
    const char *text;
    size_t size, at;
    gp_array frames;     /* frame: the graph, and the groups that are open in it */
    gp_names *names;     /* of groups */
    gp_array sizes;      /* uint64_t, by name */
    uint64_t named, odd; /* sizes of all groups with a name, and of those with an odd one */
    uint64_t total;      /* edges between groups */
    gp_dot_scan *out;
} scan;

static bool is_letter(char c)
{
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool starts(const scan *s, size_t at, const char *what)
{
    size_t size = strlen(what);
    return s->size - at >= size && memcmp(s->text + at, what, size) == 0;
}

static size_t end_of_line(const scan *s, size_t at)
{
    const char *end = memchr(s->text + at, '\n', s->size - at);
    return end ? (size_t)(end - s->text) : s->size;
}

/* Over blanks and comments. */
static size_t skip(const scan *s, size_t at)
{
    while (at < s->size) {
        char c = s->text[at];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            at++;
        } else if (c == '#' || starts(s, at, "//")) {
            at = end_of_line(s, at);
        } else if (starts(s, at, "/*")) {
            for (at += 2; at < s->size && !starts(s, at, "*/");) at++;
            at = at < s->size ? at + 2 : at;
        } else {
            return at;
        }
    }
    return at;
}

static size_t end_of_quoted(const scan *s, size_t at)
{
    for (at++; at < s->size && s->text[at] != '"'; at++)
        if (s->text[at] == '\\' && at + 1 < s->size) at++;
    return at < s->size ? at + 1 : at;
}

static size_t end_of_html(const scan *s, size_t at)
{
    size_t depth = 0;
    for (; at < s->size; at++) {
        if (s->text[at] == '<') depth++;
        if (s->text[at] == '>' && --depth == 0) return at + 1;
    }
    return at;
}

/* -?(d+(.d*)?|.d+); `at` itself where there is none. */
static size_t end_of_number(const scan *s, size_t at)
{
    size_t start = at, digits = 0;
    if (at < s->size && s->text[at] == '-') at++;
    for (; at < s->size && is_digit(s->text[at]); at++) digits++;
    if (at < s->size && s->text[at] == '.') {
        bool is_part = digits || (at + 1 < s->size && is_digit(s->text[at + 1]));
        if (is_part)
            for (at++; at < s->size && is_digit(s->text[at]); at++) digits++;
    }
    return digits ? at : start;
}

static token next_token(scan *s)
{
    size_t at = skip(s, s->at), end = at;
    if (at >= s->size || s->text[at] == '@') return (token){TOKEN_END, at, at};
    token_kind kind = TOKEN_MARK;
    if (is_letter(s->text[at])) {
        kind = TOKEN_WORD;
        while (end < s->size && (is_letter(s->text[end]) || is_digit(s->text[end]))) end++;
    } else if (s->text[at] == '"' || s->text[at] == '<') {
        kind = TOKEN_ATOM;
        end = s->text[at] == '"' ? end_of_quoted(s, at) : end_of_html(s, at);
    } else if (starts(s, at, "->") || starts(s, at, "--")) {
        kind = TOKEN_ARROW;
        end = at + 2;
    } else {
        end = end_of_number(s, at);
        kind = end > at ? TOKEN_ATOM : TOKEN_MARK;
        if (end == at) end = at + 1;
    }
    s->at = end;
    return (token){kind, at, end};
}

static char next_character(const scan *s)
{
    size_t at = skip(s, s->at);
    return at < s->size ? s->text[at] : '\0';
}

static bool is_keyword(const scan *s, const token *t, const char *word)
{
    if (t->kind != TOKEN_WORD || t->end - t->start != strlen(word)) return false;
    for (size_t i = t->start; i < t->end; i++)
        if ((s->text[i] | 0x20) != word[i - t->start]) return false;
    return true;
}

/* ---- the bytes of the file ---- */

static bool is_one_of(const char *value, size_t size, const char *const *all, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *c = all[i];
        size_t at = 0;
        for (; at < size; at++) {
            char lower =
                value[at] >= 'A' && value[at] <= 'Z' ? (char)(value[at] | 0x20) : value[at];
            if (lower == '-' || lower == '_') continue;
            if (lower != *c) break;
            c++;
        }
        if (at == size && !*c) return true;
    }
    return false;
}

static gp_dot_charset charset_of(const char *value, size_t size)
{
    static const char *const latin[] = {"latin1", "l1", "iso88591", "isoir100"};
    static const char *const utf[] = {"utf8"};
    if (is_one_of(value, size, latin, sizeof latin / sizeof *latin)) return GP_DOT_LATIN1;
    return is_one_of(value, size, utf, 1) ? GP_DOT_UTF8 : GP_DOT_UNKNOWN;
}

bool gp_is_known_charset(const char *name, const char *value)
{
    return strcmp(name, "charset") == 0 && charset_of(value, strlen(value)) != GP_DOT_UNKNOWN;
}

/* After "charset" and before its '='. */
static void read_charset(scan *s)
{
    next_token(s); /* the '=' */
    token value = next_token(s);
    bool is_quoted = value.kind == TOKEN_ATOM && s->text[value.start] == '"';
    size_t start = value.start + is_quoted, end = value.end - (is_quoted && value.end > start);
    s->out->charset = charset_of(s->text + start, end - start);
}

/* Over "[...]"; of the graph's own, "charset" counts. */
static void skip_list(scan *s, bool is_of_graph)
{
    for (;;) {
        token t = next_token(s);
        bool is_mark = t.kind == TOKEN_MARK;
        if (t.kind == TOKEN_END || (is_mark && s->text[t.start] == ']')) return;
        bool is_name = is_of_graph && is_keyword(s, &t, "charset");
        if (is_name && next_character(s) == '=') read_charset(s);
    }
}

/* ---- statements ---- */

static uint64_t times(uint64_t a, uint64_t b)
{
    return a && b > UINT64_MAX / a ? UINT64_MAX : a * b;
}

static uint64_t plus(uint64_t a, uint64_t b)
{
    return a > UINT64_MAX - b ? UINT64_MAX : a + b;
}

static frame *top(scan *s)
{
    return (frame *)s->frames.data + s->frames.count - 1;
}

static gp_status end_statement(scan *s, size_t end)
{
    frame *f = top(s);
    if (f->arrows) f->edges = plus(f->edges, times(f->before, f->latest));
    gp_dot_group group = {end, f->edges};
    bool has_group = f->edges > f->arrows;
    if (has_group) s->total = plus(s->total, f->edges);
    bool is_too_much =
        has_group && (f->edges > GP_DOT_STATEMENT_EDGES_MAX || s->total > GP_DOT_GROUP_EDGES_MAX);
    if (is_too_much && s->out->crowded == SIZE_MAX) s->out->crowded = f->start;
    f->before = f->latest = f->edges = f->arrows = 0;
    f->is_open = false;
    if (has_group && !gp_push(s->job, &s->out->groups, &group, 1)) return gp_no_memory(s->job);
    return GP_OK;
}

/* A node or a group of so many begins a statement, goes on with a list, or follows an arrow. */
static gp_status add_operand(scan *s, uint64_t size, size_t start)
{
    if (!top(s)->is_open) {
        GP_TRY(end_statement(s, start));
        top(s)->start = start;
    }
    top(s)->latest = plus(top(s)->latest, size);
    top(s)->is_open = false;
    return GP_OK;
}

static void add_arrow(scan *s)
{
    frame *f = top(s);
    if (f->arrows) f->edges = plus(f->edges, times(f->before, f->latest));
    f->arrows++;
    f->before = f->latest;
    f->latest = 0;
    f->is_open = true;
}

static gp_status open_group(scan *s, uint32_t name, size_t start)
{
    if (s->frames.count) { /* begins an operand */
        GP_TRY(add_operand(s, 0, start));
    }
    frame f = {.start = s->at, .name = name};
    return gp_push(s->job, &s->frames, &f, 1) ? GP_OK : gp_no_memory(s->job);
}

/* A group with the name of an earlier one goes on with that. */
static uint64_t size_of(scan *s, const frame *closed)
{
    if (closed->name == NO_NAME) return closed->nodes;
    s->named = plus(s->named, closed->nodes);
    if (closed->name == ODD_NAME) {
        s->odd = plus(s->odd, closed->nodes);
        return s->named;
    }
    uint64_t *known = (uint64_t *)s->sizes.data + closed->name;
    *known = plus(*known, closed->nodes);
    return plus(*known, s->odd);
}

static gp_status close_group(scan *s, size_t end)
{
    GP_TRY(end_statement(s, end));
    frame closed = *top(s);
    s->frames.count--;
    if (s->frames.count == 0) return GP_OK;
    top(s)->nodes = plus(top(s)->nodes, closed.nodes);
    top(s)->latest = plus(top(s)->latest, size_of(s, &closed));
    return GP_OK;
}

static gp_status read_name(scan *s, uint32_t *out)
{
    token t = next_token(s);
    bool is_quoted = t.kind == TOKEN_ATOM && s->text[t.start] == '"' && t.end > t.start + 1;
    size_t start = t.start + is_quoted, size = t.end - t.start - 2 * is_quoted;
    bool is_odd = s->text[t.start] == '<' || memchr(s->text + start, '\\', size);
    for (; next_character(s) == '+'; is_odd = true) {
        next_token(s);
        next_token(s);
    }
    *out = ODD_NAME;
    if (is_odd) return GP_OK;
    *out = gp_intern(s->names, s->text + start, size);
    if (*out == GP_NONE) return gp_no_memory(s->job);
    bool is_known = *out < s->sizes.count || gp_push(s->job, &s->sizes, NULL, 1);
    return is_known ? GP_OK : gp_no_memory(s->job);
}

/* After "subgraph": its name, where it has one, and its '{'. */
static gp_status open_subgraph(scan *s, size_t start)
{
    uint32_t name = NO_NAME;
    if (next_character(s) != '{') GP_TRY(read_name(s, &name));
    if (next_character(s) != '{') return GP_OK;
    next_token(s);
    return open_group(s, name, start);
}

/* A node with its port, an assignment, or the rest of a text in pieces. */
static gp_status take_atom(scan *s, const token *t)
{
    static const char *const kinds[] = {"node", "edge", "graph"};
    if (next_character(s) == '=') {
        bool is_charset = s->frames.count == 1 && is_keyword(s, t, "charset");
        GP_TRY(end_statement(s, t->start));
        if (is_charset) {
            read_charset(s);
        } else {
            next_token(s);
            next_token(s);
        }
        return GP_OK;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!is_keyword(s, t, kinds[i])) continue;
        GP_TRY(end_statement(s, t->start));
        if (next_character(s) != '[') return GP_OK;
        next_token(s);
        skip_list(s, i == 2 && s->frames.count == 1);
        return GP_OK;
    }
    top(s)->nodes = plus(top(s)->nodes, 1);
    return add_operand(s, 1, t->start);
}

static gp_status take_mark(scan *s, const token *t)
{
    switch (s->text[t->start]) {
    case '{': return open_group(s, NO_NAME, t->start);
    case '}': return close_group(s, t->start);
    case '[': skip_list(s, false); return GP_OK;
    case ',': top(s)->is_open = true; return GP_OK;
    case ';': return end_statement(s, t->start);
    case ':': /* a port */
    case '+': /* a text goes on */ next_token(s); return GP_OK;
    default: return GP_OK;
    }
}

static gp_status take(scan *s, const token *t)
{
    switch (t->kind) {
    case TOKEN_ARROW: add_arrow(s); return GP_OK;
    case TOKEN_MARK: return take_mark(s, t);
    default: return is_keyword(s, t, "subgraph") ? open_subgraph(s, t->start) : take_atom(s, t);
    }
}

gp_status gp_scan_dot(gp_job *job, const char *text, size_t size, gp_dot_scan *out)
{
    scan *s = GP_NEW(job, scan, 1); /* its arrays live as long as the job */
    if (!s) return gp_no_memory(job);
    *out = (gp_dot_scan){.end = size, .second = SIZE_MAX, .crowded = SIZE_MAX};
    out->groups.size = sizeof(gp_dot_group);
    *s = (scan){.job = job, .text = text, .size = size, .names = gp_new_names(job), .out = out};
    s->frames.size = sizeof(frame);
    s->sizes.size = sizeof(uint64_t);
    if (!s->names) return gp_no_memory(job);
    for (token t = next_token(s); t.kind != TOKEN_END; t = next_token(s)) {
        bool is_begin = t.kind == TOKEN_MARK && text[t.start] == '{';
        if (s->frames.count == 0 && !is_begin) continue; /* "strict digraph name" */
        GP_TRY(s->frames.count ? take(s, &t) : open_group(s, NO_NAME, t.start));
        if (s->frames.count) continue;
        size_t rest = skip(s, t.end);
        out->end = t.end;
        out->second = rest < size && text[rest] != '\0' ? rest : SIZE_MAX;
        return GP_OK;
    }
    return GP_OK;
}
