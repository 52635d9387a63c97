/* SPDX-License-Identifier: MIT
 * Findings name things by their ids, which is what scripts ask for. People read names: here a
 * finding gets those in place of the ids, for whoever shows it to people. */
#include "core/job.h"
#include "groeipad/portfolio.h"

#include <string.h>

typedef struct naming {
    gp_job *job;
    const gp_portfolio *portfolio;
    bool with_ids;
} naming;

static const char *term_name(const gp_terms *terms, const char *id)
{
    for (uint32_t i = 0; i < terms->count; i++)
        if (strcmp(terms->terms[i].id, id) == 0) return terms->terms[i].name;
    return NULL;
}

/* NULL: nothing has that id. */
static const char *name_of(const gp_portfolio *portfolio, const char *id)
{
    uint32_t symbol = gp_find_symbol(portfolio, id);
    if (symbol != GP_NONE) return gp_symbol_name(portfolio, symbol);
    const char *name = term_name(&portfolio->dimensions, id);
    if (!name) name = term_name(&portfolio->segments, id);
    return name ? name : term_name(&portfolio->situations, id);
}

/* "customer-view@2" in a cycle. */
static size_t id_size(const char *text, size_t size)
{
    bool has_level = size > 2 && text[size - 2] == '@';
    return has_level ? size - 2 : size;
}

static gp_status add_item(const naming *n, gp_buffer *buffer, const char *text, size_t size)
{
    size_t plain = id_size(text, size);
    const char *id = gp_copy_text(n->job, text, plain),
               *name = id ? name_of(n->portfolio, id) : NULL;
    if (!id) return gp_no_memory(n->job);
    bool is_named = name && (!n->with_ids || !gp_says_same(id, name));
    gp_add_text(buffer, is_named ? name : id);
    gp_add_bytes(buffer, text + plain, size - plain);
    if (is_named && n->with_ids) {
        gp_add_text(buffer, " [");
        gp_add_text(buffer, id);
        gp_add_text(buffer, "]");
    }
    return GP_OK;
}

/* One id, or several with arrows or commas between. */
static gp_status name_ids(const naming *n, const char **text)
{
    static const char *const between[] = {" -> ", ", "};
    gp_buffer *buffer = gp_new_buffer(n->job);
    const char *rest = *text;
    size_t size;
    if (!buffer) return gp_no_memory(n->job);
    if (name_of(n->portfolio, rest)) {
        GP_TRY(add_item(n, buffer, rest, strlen(rest)));
        return gp_finish_buffer(buffer, text, &size);
    }
    const char *separator = strstr(rest, between[0]) ? between[0] : between[1];
    for (const char *next; (next = strstr(rest, separator)); rest = next + strlen(separator)) {
        GP_TRY(add_item(n, buffer, rest, (size_t)(next - rest)));
        gp_add_text(buffer, separator);
    }
    GP_TRY(add_item(n, buffer, rest, strlen(rest)));
    return gp_finish_buffer(buffer, text, &size);
}

/* The arguments that hold ids. */
static bool holds_ids(const char *argument)
{
    static const char *const names[] = {"capability",  "cut",          "cycle", "dimension",
                                        "explored_by", "intervention", "other", "required_by"};
    size_t i = 0, count = sizeof names / sizeof *names;
    while (i < count && strcmp(names[i], argument) != 0) i++;
    return i < count;
}

/* What a reader of a file finds wrong is told in the words of the file. */
static bool is_of_the_file(uint16_t code)
{
    return code < 200 && code != 107 && code != 110;
}

/* Words that bring ids along within quotes ("'low-literacy' in 'a-letter'"): those get names. */
static gp_status name_quoted(const naming *n, const char **text)
{
    gp_buffer *buffer = gp_new_buffer(n->job);
    const char *rest = *text, *end;
    size_t size;
    if (!buffer) return gp_no_memory(n->job);
    for (const char *open; (open = strchr(rest, '\'')) && (end = strchr(open + 1, '\''));
         rest = end) {
        const char *id = gp_copy_text(n->job, open + 1, (size_t)(end - open - 1));
        const char *name = id ? name_of(n->portfolio, id) : NULL;
        if (!id) return gp_no_memory(n->job);
        gp_add_bytes(buffer, rest, (size_t)(open + 1 - rest));
        gp_add_text(buffer, name ? name : id);
        if (!name) continue; /* what closes it may open the next */
        gp_add_text(buffer, "'");
        end++;
    }
    gp_add_text(buffer, rest);
    return gp_finish_buffer(buffer, text, &size);
}

static gp_status name_argument(const naming *n, const char *name, gp_argument *argument)
{
    bool has_words = argument->kind == GP_ARGUMENT_WORDS && !n->with_ids;
    if (argument->kind == GP_ARGUMENT_TEXT && holds_ids(name)) return name_ids(n, &argument->text);
    if (!has_words || strncmp(name, "context", strlen("context")) != 0) return GP_OK;
    GP_TRY(name_quoted(n, &argument->words.in[GP_ENGLISH]));
    return name_quoted(n, &argument->words.in[GP_DUTCH]);
}

static gp_status name_related(const naming *n, gp_finding *finding)
{
    gp_related *related = GP_NEW(n->job, gp_related, finding->related_count);
    if (!related) return gp_no_memory(n->job);
    for (uint32_t i = 0; i < finding->related_count; i++) {
        related[i] = finding->related[i];
        if (related[i].from) GP_TRY(name_ids(n, &related[i].from));
        if (related[i].to) GP_TRY(name_ids(n, &related[i].to));
    }
    finding->related = related;
    return GP_OK;
}

gp_status gp_name_finding(gp_job *job, const gp_portfolio *portfolio, bool with_ids,
                          const gp_finding *finding, gp_finding *out)
{
    const naming n = {job, portfolio, with_ids};
    const gp_rule *rule = gp_find_rule(finding->code);
    *out = *finding;
    if (!rule || is_of_the_file(finding->code)) return GP_OK;
    if (out->subject) GP_TRY(name_ids(&n, &out->subject));
    for (size_t i = 0; i < GP_ARGUMENTS_MAX && rule->arguments[i]; i++)
        GP_TRY(name_argument(&n, rule->arguments[i], &out->arguments[i]));
    return out->related_count ? name_related(&n, out) : GP_OK;
}
