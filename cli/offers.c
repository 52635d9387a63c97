/* SPDX-License-Identifier: MIT
 * What could stand for a value or an operand: words of choices, formats, views, codes, and what the
 * files on the line have, such as ids. Each candidate is a line: the word, a tab, what it means. */
#include "cli/offers.h"
#include "cli/render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FILE_SIZE_MAX (16 << 20) /* bytes: of a larger one nobody waits for the ids */

/* ---- candidates ---- */

static void offer_between(const cli_question *line, const char *begin, const char *text,
                          size_t size, const char *end, const char *meaning)
{
    size_t typed = strlen(line->word), skipped = strlen(begin);
    bool is_it = typed < skipped
                     ? strncmp(begin, line->word, typed) == 0
                     : strncmp(begin, line->word, skipped) == 0 && typed - skipped <= size &&
                           strncmp(text, line->word + skipped, typed - skipped) == 0;
    if (!is_it) return;
    printf("%.*s%s%.*s%s", (int)line->before_size, line->before, begin, (int)size, text, end);
    if (meaning && *meaning) printf("\t%s", meaning);
    putchar('\n');
}

void cli_offer_text(const cli_question *line, const char *text, const char *meaning)
{
    offer_between(line, "", text, strlen(text), "", meaning);
}

void cli_offer_ask(const cli_question *line, const char *what)
{
    if (line->code == CLI_OK) printf("\t%s\n", what);
}

/* The words of a choice, "a|b|c". */
static void offer_words(const cli_question *line, const char *words)
{
    for (const char *at = words; *at; at += strcspn(at, "|"), at += *at == '|')
        offer_between(line, "", at, strcspn(at, "|"), "", NULL);
}

static void offer_formats(const cli_question *line, bool is_written)
{
    for (size_t i = 0; gp_file_format_at(i); i++) {
        const gp_file_format *format = gp_file_format_at(i);
        if (is_written ? gp_is_written(format) : gp_is_read(format))
            cli_offer_text(line, format->name, format->title);
    }
}

void cli_offer_option(const cli_question *line, const cli_option *option)
{
    char name[64];
    snprintf(name, sizeof name, "--%s", option->name);
    cli_offer_text(line, name, option->summary[line->language]);
}

void cli_offer_commands(const cli_question *line)
{
    const cli_command *const *commands = line->context->commands;
    for (size_t i = 0; commands[i]; i++)
        if (!commands[i]->is_hidden)
            cli_offer_text(line, commands[i]->name, commands[i]->summary[line->language]);
}

static void offer_views(cli_question *line)
{
    for (size_t i = 0; cli_views[i]; i++)
        cli_offer_text(line, cli_view_name(cli_views[i]),
                       cli_views[i]->command.summary[line->language]);
}

static void offer_topics(const cli_question *line)
{
    for (size_t i = 0; cli_topics[i]; i++)
        cli_offer_text(line, cli_topics[i]->name, cli_topics[i]->summary[line->language]);
}

static void offer_codes(cli_question *line)
{
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    for (size_t i = 0; i < count; i++) {
        char code[8];
        snprintf(code, sizeof code, "GP%03u", (unsigned)rules[i].code);
        cli_offer_text(line, code, rules[i].title[line->language]);
    }
}

/* ---- what the files have ---- */

static bool is_small_file(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size <= FILE_SIZE_MAX;
}

/* Reads the files among the operands; a mistake in them is nothing to tell here. */
static void read_files(cli_question *line)
{
    size_t count = 0;
    for (size_t i = 0; i < line->operand_count; i++)
        if (is_small_file(line->operands[i])) line->operands[count++] = line->operands[i];
    line->operand_count = count;
    if (!count) return;
    gp_status status =
        gp_read_files(line->context->job, line->operands, count, NULL, &line->portfolio);
    if (status != GP_OK) line->portfolio = NULL;
    if (status == GP_NO_MEMORY) line->code = cli_out_of_memory(line->language);
}

/* A candidate is a line of its own; within a query an id with blanks stands between quotes. */
static void offer_id(const cli_question *line, const char *id, const char *name)
{
    const char *quote = "";
    char begin[CLI_OFFER_BEGIN + 1];
    if (strpbrk(id, "\t\n")) return;
    if (line->is_query && strpbrk(id, " '\"")) quote = strchr(id, '"') ? "'" : "\"";
    snprintf(begin, sizeof begin, "%s%s", line->begin, quote);
    bool is_plain = name && strcmp(name, id) != 0 && !strpbrk(name, "\t\n");
    offer_between(line, begin, id, strlen(id), quote, is_plain ? name : NULL);
}

static void offer_ids(cli_question *line)
{
    read_files(line);
    const gp_portfolio *portfolio = line->portfolio;
    for (uint32_t i = 0; portfolio && i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        offer_id(line, portfolio->ids[intervention->symbol], intervention->name);
    }
    for (uint32_t i = 0; portfolio && i < portfolio->capability_count; i++) {
        const gp_capability *capability = &portfolio->capabilities[i];
        offer_id(line, portfolio->ids[capability->symbol], capability->name);
    }
}

static void offer_terms(const cli_question *line, const gp_terms *terms)
{
    for (uint32_t i = 0; i < terms->count; i++)
        offer_id(line, terms->terms[i].id, terms->terms[i].name);
}

static void offer_measures(const cli_question *line)
{
    for (uint32_t i = 0; i < line->portfolio->measure_count; i++)
        offer_id(line, line->portfolio->measures[i].id, line->portfolio->measures[i].name);
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Owners, or tags, each once. */
static void offer_texts(cli_question *line, bool is_tags)
{
    const gp_portfolio *portfolio = line->portfolio;
    uint32_t records = portfolio->intervention_count + portfolio->capability_count;
    size_t count = 0, room = 0;
    for (int pass = 0; pass < 2; pass++) {
        const char **texts = pass ? calloc(room + 1, sizeof *texts) : NULL;
        if (pass && !texts) {
            line->code = cli_out_of_memory(line->language);
            return;
        }
        for (uint32_t i = 0; i < records; i++) {
            bool is_first = i < portfolio->intervention_count;
            uint32_t k = is_first ? i : i - portfolio->intervention_count;
            const char *owner =
                is_first ? portfolio->interventions[k].owner : portfolio->capabilities[k].owner;
            const char *const *tags =
                is_first ? portfolio->interventions[k].tags : portfolio->capabilities[k].tags;
            const char *const one[] = {owner, NULL};
            for (const char *const *at = is_tags ? tags : one; at && *at; at++) {
                if (pass) texts[count++] = *at;
                room += !pass;
            }
        }
        if (!pass) continue;
        qsort(texts, count, sizeof *texts, compare_texts);
        for (size_t i = 0; i < count; i++)
            if (i == 0 || strcmp(texts[i], texts[i - 1]) != 0) offer_id(line, texts[i], NULL);
        free(texts);
    }
}

/* Capabilities that others are part of, in the order of the file. */
static void offer_parents(cli_question *line)
{
    const gp_portfolio *portfolio = line->portfolio;
    bool *is_parent = calloc(portfolio->symbol_count + 1u, sizeof *is_parent);
    if (!is_parent) {
        line->code = cli_out_of_memory(line->language);
        return;
    }
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        if (portfolio->capabilities[i].parent != GP_NONE)
            is_parent[portfolio->capabilities[i].parent] = true;
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        const gp_capability *capability = &portfolio->capabilities[i];
        if (is_parent[capability->symbol])
            offer_id(line, portfolio->ids[capability->symbol], capability->name);
    }
    free(is_parent);
}

/* ---- by what is asked for ---- */

/* Keeps what stands before the id that is being written. False: that is too much. */
static bool begin_after(cli_question *line, char separator)
{
    const char *last = strrchr(line->word, separator);
    size_t size = last ? (size_t)(last + 1 - line->word) : 0;
    if (size >= CLI_OFFER_BEGIN) return false;
    memcpy(line->begin, line->word, size);
    return true;
}

static const char *const verbs[] = {"needs", "blocks", "paths", "only-way"};
#define VERBS (sizeof verbs / sizeof *verbs)

/* 'needs X', 'paths A B': the verb, then ids. A verb that is found comes with ids at once: alone it
 * would be the only candidate, and shells close the quote after that. */
static void offer_query(cli_question *line)
{
    size_t count = 0, found = 0;
    if (*line->word == '\'' || *line->word == '"') line->word++;
    for (size_t i = 0; i < VERBS; i++)
        if (strncmp(verbs[i], line->word, strlen(line->word)) == 0) found = i, count++;
    line->is_query = true;
    if (count == 1) {
        snprintf(line->begin, sizeof line->begin, "%s ", verbs[found]);
        offer_ids(line);
    } else if (strchr(line->word, ' ')) {
        if (begin_after(line, ' ')) offer_ids(line);
    } else {
        for (size_t i = 0; i < VERBS; i++) cli_offer_text(line, verbs[i], NULL);
        cli_offer_ask(line, "nospace");
    }
}

static void offer_list_of_ids(cli_question *line)
{
    if (begin_after(line, ',')) offer_ids(line);
    cli_offer_ask(line, "nospace");
}

static void offer_list_of_words(cli_question *line)
{
    const char *words = line->option ? line->option->words : NULL;
    if (!words || !begin_after(line, ',')) return;
    for (const char *at = words; *at; at += strcspn(at, "|"), at += *at == '|')
        offer_between(line, line->begin, at, strcspn(at, "|"), "", NULL);
    cli_offer_ask(line, "nospace");
}

/* The columns of the command's answer, for a list of them: the first line of its CSV has them all.
 * A minus before one of --sort turns the order. */
static void offer_columns(cli_question *line)
{
    gp_output csv;
    char title[64];
    if (!begin_after(line, ',')) return;
    size_t size = strlen(line->begin);
    if (line->word[size] == '-' && size + 1 < CLI_OFFER_BEGIN) line->begin[size] = '-';
    line->code = cli_answer_starter(line->context, line->command, &csv);
    if (line->code != CLI_OK) return;
    for (const char *at = csv.text; *at && *at != '\n'; at += strspn(at, ",\r")) {
        size = strcspn(at, ",\r\n");
        snprintf(title, sizeof title, "%.*s", (int)size, at);
        offer_id(line, title, NULL);
        at += size;
    }
    cli_offer_ask(line, "nospace");
}

static void offer_one_id(cli_question *line)
{
    offer_ids(line);
}

static void offer_files(cli_question *line)
{
    cli_offer_ask(line, "files");
}

static void offer_read_formats(cli_question *line)
{
    offer_formats(line, false);
}

static void offer_help(cli_question *line)
{
    cli_offer_commands(line);
    offer_topics(line);
    offer_views(line);
}

/* What operands and values are called, and what could stand there. */
static const struct {
    const char *name;
    void (*offer)(cli_question *line);
} names[] = {
    {"FILE", offer_files},
    {"ID", offer_one_id},
    {"ID,...", offer_list_of_ids},
    {"LIST", offer_columns},
    {"WORD,...", offer_list_of_words},
    {"EXPR", offer_query},
    {"CODE", offer_codes},
    {"VIEW", offer_views},
    {"FORMAT", offer_read_formats},
    {"COMMAND", offer_help},
};

void cli_offer_by_name(cli_question *line, const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].name, name) == 0) {
            names[i].offer(line);
            return;
        }
    if (strchr(name, '|')) offer_words(line, name);
}

void cli_offer_value(cli_question *line)
{
    const cli_option *option = line->option;
    if (option->offers >= CLI_OFFER_SCENARIOS) read_files(line);
    if (option->offers >= CLI_OFFER_SCENARIOS && !line->portfolio) return;
    switch (option->offers) {
    case CLI_OFFER_BY_VALUE: cli_offer_by_name(line, option->value); return;
    case CLI_OFFER_WRITTEN: offer_formats(line, true); return;
    case CLI_OFFER_SCENARIOS: offer_terms(line, &line->portfolio->scenarios); return;
    case CLI_OFFER_MEASURES: offer_measures(line); return;
    case CLI_OFFER_SEGMENTS: offer_terms(line, &line->portfolio->segments); return;
    case CLI_OFFER_SITUATIONS: offer_terms(line, &line->portfolio->situations); return;
    case CLI_OFFER_OWNERS: offer_texts(line, false); return;
    case CLI_OFFER_TAGS: offer_texts(line, true); return;
    case CLI_OFFER_PARENTS: offer_parents(line); return;
    }
}
