/* SPDX-License-Identifier: MIT
 * `groeipad query`: needs X, blocks X, paths A B, only-way A B. */
#include "cli/commands.h"
#include "groeipad/query.h"

#include <string.h>

#define WORDS_MAX 4
#define WORD_SIZE 1024 /* an id is at most 1000 bytes */

typedef struct query_args {
    cli_common common;
    uint32_t top;
} query_args;

static const cli_option options[] = {
    {.name = "top",
     .kind = CLI_NUMBER,
     .field = offsetof(query_args, top),
     .value = "K",
     .otherwise = "10",
     .maximum = 1000,
     .summary = {"paths: show the K longest", "paths: toon de K langste"}},
    CLI_FILTER,
    CLI_FORMAT("text|json|csv"),
    CLI_FAIL_ON("never"),
    {0}};

/* ---- the expression: words, those with blanks between quotes ---- */

typedef struct expression {
    char words[WORDS_MAX][WORD_SIZE];
    size_t count; /* may be more than WORDS_MAX: then there are too many */
} expression;

/* Copies one word and returns what comes after it; NULL where it is too long, or its quote is
 * never closed. */
static const char *read_word(const char *text, char *out)
{
    char quote = *text == '"' || *text == '\'' ? *text++ : '\0';
    size_t size = 0;
    for (; *text && *text != quote && (quote || *text != ' '); text++) {
        if (size + 1 >= WORD_SIZE) return NULL;
        out[size++] = *text;
    }
    out[size] = '\0';
    if (quote && *text != quote) return NULL;
    return quote ? text + 1 : text;
}

static bool read_expression(const char *text, expression *out)
{
    char too_many[WORD_SIZE];
    out->count = 0;
    for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
        text = read_word(text, out->count < WORDS_MAX ? out->words[out->count] : too_many);
        if (!text) return false;
        out->count++;
    }
    return true;
}

/* ---- what it asks ---- */

static const char *const verbs[] = {"needs", "blocks", "paths", "only-way"};
static const size_t operands[] = {1, 1, 2, 2};
#define VERBS (sizeof verbs / sizeof *verbs)

static int wrong_verb(const cli_context *context, const char *word)
{
    gp_language language = context->language;
    const char *nearest = gp_nearest_text(word, verbs, VERBS);
    if (nearest)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "unknown query '%s', did you mean '%s'?",
                                    "onbekende vraag '%s', bedoelt u '%s'?"),
                             word, nearest);
    return cli_wrong_use(
        context->command, language,
        gp_say(language,
               "unknown query '%s'; put it between quotes: 'needs X', 'blocks X', "
               "'paths A B' or 'only-way A B'",
               "onbekende vraag '%s'; zet haar tussen aanhalingstekens: 'needs X', 'blocks X', "
               "'paths A B' of 'only-way A B'"),
        word);
}

/* Reads the words into `words` and finds the verb; says on stderr what is wrong. */
static int understand(const cli_context *context, expression *words, gp_query_kind *kind)
{
    gp_language language = context->language;
    size_t verb = 0;
    if (!read_expression(context->last, words))
        return cli_wrong_use(
            context->command, language,
            gp_say(language, "cannot read the query: %s (is a quote not closed?)",
                   "de vraag is niet te lezen: %s (sluit een aanhalingsteken niet?)"),
            context->last);
    if (words->count == 0) return wrong_verb(context, "");
    while (verb < VERBS && strcmp(words->words[0], verbs[verb]) != 0) verb++;
    if (verb == VERBS) return wrong_verb(context, words->words[0]);
    if (words->count != operands[verb] + 1)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "expected '%s %s', found %d ids",
                                    "verwacht: '%s %s', gevonden: %d ids"),
                             verbs[verb], operands[verb] == 1 ? "X" : "A B", (int)words->count - 1);
    *kind = (gp_query_kind)verb;
    return CLI_OK;
}

/* Before a file is read: a query that is none needs no portfolio. */
static int judge(const cli_context *context)
{
    expression words;
    gp_query_kind kind;
    int code = understand(context, &words, &kind);
    bool is_way = code == CLI_OK && (kind == GP_QUERY_PATHS || kind == GP_QUERY_ONLY_WAY);
    return is_way ? cli_refuse_filter(context, words.words[0]) : code;
}

static int run(cli_context *context, const void *args)
{
    expression words;
    gp_query query = {.second = GP_NONE,
                      .top = ((const query_args *)args)->top,
                      .filter = context->writing.filter};
    int code = understand(context, &words, &query.kind);
    if (code == CLI_OK) code = cli_find_activity(context, words.words[1], 0, &query.first);
    if (code == CLI_OK && words.count > 2)
        code = cli_find_activity(context, words.words[2], 0, &query.second);
    if (code != CLI_OK) return code;
    if (query.kind != GP_QUERY_NEEDS) /* what rests on any step of it, or leads from there */
        query.first =
            gp_find_first_step(context->network, context->network->activities[query.first].symbol);
    gp_query_answer answer;
    gp_status status = gp_answer_query(context->job, context->schedule, &query, &answer);
    if (status == GP_OK)
        status = gp_write_query(context->job, context->schedule, &answer, &context->writing,
                                &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_query = {
    .name = "query",
    .summary = {"one question: 'needs X', 'blocks X', 'paths A B' or 'only-way A B'",
                "een vraag: 'needs X' (wat is nodig voor X), 'blocks X' (wat steunt op X), 'paths "
                "A B' (wegen van A naar B) of 'only-way A B' (waar elke weg langs loopt)"},
    .usage = "FILE... EXPR [options]",
    .example = "groeipad query examples/persoonlijke-dienstverlening.json 'needs shadowbrowsing'",
    .shows = {"all that must be there before it, with dates",
              "alles wat er eerst moet zijn, met datums"},
    .last = "EXPR",
    .reads_portfolio = true,
    .judge = judge,
    .options = options,
    .args_size = sizeof(query_args),
    .run = run,
};
