/* SPDX-License-Identifier: MIT
 * How is a command line read? Every option is a row with the offset of its field, so one loop
 * serves all commands, and each run gets a fresh args struct (getopt keeps state between
 * calls). Options and operands may stand in any order; "--" ends the options. */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const cli_option cli_every_option[] = {
    {.name = "lang",
     .kind = CLI_CHOICE,
     .is_of_findings = true,
     .field = offsetof(cli_common, language),
     .value = "en|nl",
     .summary = {"language of texts (otherwise: the portfolio's)",
                 "taal van de teksten (anders: die van het portfolio)"}},
    {.name = "help",
     .letter = 'h',
     .kind = CLI_FLAG,
     .field = offsetof(cli_common, wants_help),
     .summary = {"this help", "deze hulp"}},
    {0}};

const cli_option cli_portfolio_option[] = {
    {.name = "output",
     .letter = 'o',
     .kind = CLI_TEXT,
     .field = offsetof(cli_common, output),
     .value = "FILE",
     .use = CLI_FILE_WRITTEN,
     .summary = {"write to this file, whole or not at all ('-': standard output)",
                 "schrijf naar dit bestand, heel of niet ('-': standaarduitvoer)"}},
    {.name = "watch",
     .kind = CLI_FLAG,
     .field = offsetof(cli_common, is_watching),
     .summary = {"do it again each time an input changes, until Ctrl-C",
                 "doe het opnieuw zodra een invoerbestand verandert, tot Ctrl-C"}},
    {.name = "status-date",
     .kind = CLI_DAY,
     .is_of_findings = true,
     .field = offsetof(cli_common, status_date),
     .value = "DATE",
     .summary = {"\"today\", in place of the portfolio's status_date",
                 "\"vandaag\", in plaats van de status_date van het portfolio"}},
    {.name = "separator",
     .kind = CLI_CHOICE,
     .field = offsetof(cli_common, separator),
     .value = "comma|semicolon|tab",
     .summary = {"CSV: between cells (otherwise: a semicolon in Dutch, else a comma)",
                 "CSV: tussen de cellen (anders: in het Nederlands een puntkomma)"}},
    {.name = "quiet",
     .letter = 'q',
     .kind = CLI_FLAG,
     .field = offsetof(cli_common, is_quiet),
     .summary = {"do not say how many findings there are; check: only the exit status",
                 "zeg niet hoeveel bevindingen er zijn; check: alleen de afsluitcode"}},
    {.name = "limit",
     .kind = CLI_NUMBER,
     .field = offsetof(cli_common, limit),
     .value = "N",
     .otherwise = "20",
     .summary = {"show at most N findings of one code as text; 0: all",
                 "toon hoogstens N bevindingen van een code als tekst; 0: alle"}},
    {.name = "width",
     .kind = CLI_NUMBER,
     .field = offsetof(cli_common, width),
     .value = "N",
     .minimum = 20,
     .maximum = 1000,
     .summary = {"text within N columns (otherwise: the terminal's, or 80)",
                 "tekst binnen N kolommen (anders: die van de terminal, of 80)"}},
    {.name = "color",
     .kind = CLI_CHOICE,
     .field = offsetof(cli_common, color),
     .value = "auto|always|never",
     .otherwise = "auto",
     .summary = {"colours in text (auto: on a terminal, without NO_COLOR)",
                 "kleuren in tekst (auto: op een terminal, zonder NO_COLOR)"}},
    {0}};

const cli_option cli_import_option[] = {
    {.name = "from",
     .kind = CLI_TEXT,
     .is_of_findings = true,
     .field = offsetof(cli_common, from),
     .value = "FORMAT",
     .summary = {"the format of the files (otherwise: by name, or by how they begin)",
                 "het formaat van de bestanden (anders: naar hun naam of begin)"}},
    {.name = "intervention-type",
     .kind = CLI_TEXT,
     .is_of_findings = true,
     .is_list = true,
     .field = offsetof(cli_common, intervention_types),
     .value = "TYPES",
     .summary = {"ArchiMate: these elements are interventions too (A,B or all)",
                 "ArchiMate: ook deze elementen zijn interventies (A,B of all)"}},
    {.name = "capability-type",
     .kind = CLI_TEXT,
     .is_of_findings = true,
     .is_list = true,
     .field = offsetof(cli_common, capability_types),
     .value = "TYPES",
     .summary = {"ArchiMate: and these are capabilities", "ArchiMate: en deze zijn capabilities"}},
    {.name = "relation-type",
     .kind = CLI_TEXT,
     .is_of_findings = true,
     .is_list = true,
     .field = offsetof(cli_common, relation_types),
     .value = "TYPES",
     .summary = {"ArchiMate: relationships that are requirements (otherwise: Serving, Realization)",
                 "ArchiMate: relaties die eisen zijn (anders: Serving, Realization)"}},
    {.name = "property",
     .kind = CLI_TEXT,
     .is_of_findings = true,
     .is_list = true,
     .field = offsetof(cli_common, property_names),
     .value = "KEY=NAME",
     .summary = {"what properties are called in the file (several: with commas)",
                 "hoe eigenschappen in het bestand heten (meer: met komma's)"}},
    {.name = "column",
     .kind = CLI_TEXT,
     .is_of_findings = true,
     .is_list = true,
     .field = offsetof(cli_common, column_names),
     .value = "OURS=THEIRS",
     .summary = {"what columns are called in the sheet (several: with commas)",
                 "hoe kolommen in het blad heten (meer: met komma's)"}},
    {.name = "strict",
     .kind = CLI_FLAG,
     .is_of_findings = true,
     .field = offsetof(cli_common, is_strict),
     .summary = {"an error where something in a file would be left out",
                 "een fout waar iets uit een bestand zou wegvallen"}},
    {0}};

typedef struct parser {
    const cli_command *command;
    gp_language language;
    unsigned char *args;
    int argc, at;
    char **argv;
} parser;

#define OPTIONS_MAX 64

void cli_list_tables(const cli_command *command, const cli_option *tables[CLI_TABLES])
{
    static const cli_option none[] = {{0}};
    tables[0] = command->options ? command->options : none;
    tables[1] = command->is_picture ? cli_picture_option : none;
    tables[2] = command->reads_portfolio ? cli_change_option : none;
    tables[3] = command->reads_portfolio ? cli_portfolio_option : none;
    tables[4] = command->reads_portfolio ? cli_import_option : none;
    tables[5] = cli_every_option;
}

static bool is_called(const cli_option *option, const char *name, size_t size, char letter)
{
    if (letter) return option->letter == letter;
    return strlen(option->name) == size && memcmp(option->name, name, size) == 0;
}

const cli_option *cli_find_option(const cli_command *command, const char *name, size_t size,
                                  char letter)
{
    const cli_option *tables[CLI_TABLES], *old = NULL;
    cli_list_tables(command, tables);
    for (size_t i = 0; i < CLI_TABLES; i++)
        for (const cli_option *option = tables[i]; option->name; option++) {
            if (!is_called(option, name, size, letter)) continue;
            if (!option->instead) return option;
            if (!old) old = option;
        }
    return old;
}

const cli_option *cli_option_at(const cli_command *command, size_t index)
{
    const cli_option *tables[CLI_TABLES];
    cli_list_tables(command, tables);
    for (size_t i = 0; i < CLI_TABLES; i++)
        for (const cli_option *option = tables[i]; option->name; option++) {
            bool is_replaced =
                cli_find_option(command, option->name, strlen(option->name), 0) != option;
            if (!option->instead && !is_replaced && index-- == 0) return option;
        }
    return NULL;
}

/* A filter, where an answer is told whole. */
static int refuse_filter(const cli_command *command, gp_language language, const char *name,
                         const char *what)
{
    return cli_wrong_use(command, language,
                         gp_say(language, "--%s leaves rows out, and '%s' is about the whole",
                                "--%s laat regels weg, en '%s' gaat over het geheel"),
                         name, what);
}

int cli_refuse_filter(const cli_context *context, const char *what)
{
    const cli_common *common = context->common;
    const char *name = common->owners.count   ? "owner"
                       : common->tags.count   ? "tag"
                       : common->within.count ? "within"
                                              : NULL;
    if (!name) return CLI_OK;
    return refuse_filter(context->command, context->language, name, what);
}

static bool is_filter(const char *word, size_t size)
{
    static const cli_option rows[] = {CLI_FILTER};
    size_t i = 0, count = sizeof rows / sizeof *rows;
    while (i < count && !is_called(&rows[i], word, size, 0)) i++;
    return i < count;
}

static int unknown_option(const parser *in, const char *word, size_t size)
{
    const char *names[OPTIONS_MAX];
    size_t count = 0;
    const cli_option *tables[CLI_TABLES];
    char name[64];
    cli_list_tables(in->command, tables);
    for (size_t i = 0; i < CLI_TABLES; i++)
        for (const cli_option *option = tables[i]; option->name && count < OPTIONS_MAX; option++)
            names[count++] = option->name;
    snprintf(name, sizeof name, "%.*s", (int)size, word);
    if (in->command->reads_portfolio && !in->command->reads_itself && is_filter(word, size))
        return refuse_filter(in->command, in->language, name, in->command->name);
    const char *nearest = gp_nearest_text(name, names, count);
    if (nearest)
        return cli_wrong_use(in->command, in->language,
                             gp_say(in->language, "unknown option '--%s', did you mean '--%s'?",
                                    "onbekende optie '--%s', bedoelt u '--%s'?"),
                             name, nearest);
    return cli_wrong_use(in->command, in->language,
                         gp_say(in->language, "unknown option '--%s'", "onbekende optie '--%s'"),
                         name);
}

static bool read_number(const char *text, uint32_t minimum, uint32_t maximum, uint32_t *out)
{
    uint64_t number = 0;
    if (!*text || strlen(text) > 10) return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9') return false;
        number = number * 10 + (uint64_t)(*text - '0');
    }
    if (number < minimum || number > (maximum ? maximum : 1000000000)) return false;
    *out = (uint32_t)number;
    return true;
}

static bool read_seed(const char *text, uint64_t *out)
{
    uint64_t number = 0;
    if (!*text) return false;
    for (; *text; text++) {
        uint64_t digit = (uint64_t)(*text - '0');
        if (*text < '0' || *text > '9' || number > (UINT64_MAX - digit) / 10) return false;
        number = number * 10 + digit;
    }
    *out = number;
    return true;
}

/* "1.5" as 150. */
static bool read_factor(const char *text, uint32_t maximum, uint32_t *out)
{
    uint32_t whole, hundredths = 0;
    char digits[11] = "";
    size_t size = strcspn(text, ".");
    const char *decimals = text[size] ? text + size + 1 : "0";
    if (size == 0 || size >= sizeof digits) return false;
    memcpy(digits, text, size);
    if (!read_number(digits, 0, maximum / 100, &whole)) return false;
    if (strlen(decimals) > 2 || !read_number(decimals, 0, 99, &hundredths)) return false;
    if (strlen(decimals) == 1) hundredths *= 10;
    *out = whole * 100 + hundredths;
    return *out >= 10 && *out <= maximum;
}

static bool add_text(cli_texts *texts, const char *text)
{
    if (texts->count == CLI_TEXTS_MAX) return false;
    texts->texts[texts->count++] = text;
    return true;
}

static bool add_change(cli_changes *changes, gp_change_verb verb, const char *text)
{
    if (changes->count == CLI_CHANGES_MAX) return false;
    changes->texts[changes->count++] = (gp_change_text){.verb = verb, .text = text};
    return true;
}

/* Stores the value of an option; false where it is not allowed. */
static bool store(const cli_option *option, const char *text, unsigned char *args)
{
    void *field = args + option->field;
    switch (option->kind) {
    case CLI_FLAG: *(bool *)field = true; return true;
    case CLI_TEXT: *(const char **)field = text; return true;
    case CLI_TEXTS: return add_text(field, text);
    case CLI_CHANGE: return add_change(field, option->verb, text);
    case CLI_NUMBER: return read_number(text, option->minimum, option->maximum, field);
    case CLI_SEED: return read_seed(text, field);
    case CLI_DAY: return gp_parse_date(text, field);
    case CLI_FACTOR: return read_factor(text, option->maximum, field);
    case CLI_CHOICE:
        *(int *)field = cli_find_choice(option->value, option->also, text);
        return *(int *)field >= 0;
    }
    return false;
}

static int wrong_choice(const parser *in, const cli_option *option, const char *text)
{
    char word[CLI_CHOICE_SIZE];
    if (cli_nearest_choice(option->value, text, word))
        return cli_wrong_use(in->command, in->language,
                             gp_say(in->language, "--%s is '%s', did you mean '%s'? There is: %s",
                                    "--%s is '%s', bedoelt u '%s'? Er is: %s"),
                             option->name, text, word, option->value);
    return cli_wrong_use(
        in->command, in->language,
        gp_say(in->language, "--%s is '%s', expected %s", "--%s is '%s', verwacht: %s"),
        option->name, text, option->value);
}

static int wrong_value(const parser *in, const cli_option *option, const char *text)
{
    if (option->kind == CLI_CHOICE) return wrong_choice(in, option, text);
    char expected[48] = "YYYY-MM-DD";
    unsigned maximum = option->maximum ? option->maximum : 1000000000;
    if (option->kind == CLI_TEXTS)
        return cli_wrong_use(in->command, in->language,
                             gp_say(in->language,
                                    "--%s stands there more than %d times: put several into one",
                                    "--%s staat er meer dan %d keer: zet er meer bij elkaar"),
                             option->name, CLI_TEXTS_MAX);
    if (option->kind == CLI_CHANGE)
        return cli_wrong_use(
            in->command, in->language,
            gp_say(in->language, "more than %d changes: put them into a file, for --changes",
                   "meer dan %d wijzigingen: zet ze in een bestand, voor --changes"),
            CLI_CHANGES_MAX);
    if (option->kind == CLI_NUMBER)
        snprintf(expected, sizeof expected, "%u..%u", (unsigned)option->minimum, maximum);
    if (option->kind == CLI_SEED) snprintf(expected, sizeof expected, "0..%" PRIu64, UINT64_MAX);
    if (option->kind == CLI_FACTOR)
        snprintf(expected, sizeof expected, "0.1..%u", option->maximum / 100);
    return cli_wrong_use(
        in->command, in->language,
        gp_say(in->language, "--%s is '%s', expected %s", "--%s is '%s', verwacht: %s"),
        option->name, text, expected);
}

static bool is_given(const parser *in, const cli_option *option)
{
    return *(const char *const *)(const void *)(in->args + option->field) != NULL;
}

/* value: NULL where it has to be the next word. */
static int read_option(parser *in, const cli_option *option, const char *value)
{
    if (option->kind == CLI_FLAG && value)
        return cli_wrong_use(in->command, in->language,
                             gp_say(in->language, "--%s takes no value", "--%s heeft geen waarde"),
                             option->name);
    if (option->kind != CLI_FLAG && !value) {
        char expected[CLI_USAGE_SIZE];
        if (in->at + 1 >= in->argc)
            return cli_wrong_use(
                in->command, in->language,
                gp_say(in->language, "--%s needs a value: %s", "--%s heeft een waarde nodig: %s"),
                option->name, cli_translate_usage(option->value, in->language, expected));
        value = in->argv[++in->at];
    }
    if (option->is_list && is_given(in, option))
        return cli_wrong_use(in->command, in->language,
                             gp_say(in->language,
                                    "--%s stands there twice: once, with commas between the values",
                                    "--%s staat er twee keer: een keer, met komma's tussen de "
                                    "waarden"),
                             option->name);
    return store(option, value, in->args) ? CLI_OK : wrong_value(in, option, value);
}

/* An old name is taken for what it meant where its value is one of those it had: says what it is
 * called now. */
static bool read_old(parser *in, const char *word, size_t size, const char *value)
{
    const cli_option *option = in->command->options;
    while (option && option->name && !(option->instead && is_called(option, word, size, 0)))
        option++;
    if (!option || !option->name || (!value && in->at + 1 >= in->argc)) return false;
    if (!store(option, value ? value : in->argv[in->at + 1], in->args)) return false;
    in->at += !value;
    fprintf(stderr,
            gp_say(in->language, "groeipad %s: hint: --%s with a date is called --%s now\n",
                   "groeipad %s: tip: --%s met een datum heet nu --%s\n"),
            in->command->name, option->name, option->instead);
    return true;
}

static int read_long(parser *in, const char *word)
{
    size_t size = strcspn(word, "=");
    const char *value = word[size] ? word + size + 1 : NULL;
    const cli_option *option = cli_find_option(in->command, word, size, 0);
    if (!option) return unknown_option(in, word, size);
    if (read_old(in, word, size, value)) return CLI_OK;
    return read_option(in, option, value);
}

static int read_short(parser *in, const char *word)
{
    const cli_option *option = cli_find_option(in->command, NULL, 0, word[0]);
    if (!option)
        return cli_wrong_use(in->command, in->language,
                             gp_say(in->language, "unknown option '-%s'", "onbekende optie '-%s'"),
                             word);
    return read_option(in, option, word[1] ? word + 1 : NULL);
}

static void fill_in(const cli_command *command, unsigned char *args)
{
    const cli_option *tables[CLI_TABLES];
    cli_list_tables(command, tables);
    memset(args, 0, command->args_size);
    for (size_t i = 0; i < CLI_TABLES; i++)
        for (const cli_option *option = tables[i]; option->name; option++) {
            if (option->kind == CLI_DAY) *(gp_day *)(void *)(args + option->field) = GP_NO_DAY;
            if (option->kind == CLI_CHOICE) *(int *)(void *)(args + option->field) = -1;
            if (option->otherwise && !option->endings) store(option, option->otherwise, args);
        }
}

int cli_parse(const cli_command *command, gp_language language, int argc, char **argv, void *args,
              int *operand_count)
{
    parser in = {
        .command = command, .language = language, .args = args, .argc = argc, .argv = argv};
    bool has_ended = false;
    fill_in(command, args);
    *operand_count = 0;
    for (in.at = 0; in.at < argc; in.at++) {
        char *word = argv[in.at];
        int status = CLI_OK;
        if (has_ended || word[0] != '-' || word[1] == '\0')
            argv[(*operand_count)++] = word;
        else if (strcmp(word, "--") == 0)
            has_ended = true;
        else if (word[1] == '-')
            status = read_long(&in, word + 2);
        else
            status = read_short(&in, word + 1);
        if (status != CLI_OK) return status;
    }
    const cli_option *format = cli_find_option(command, "format", strlen("format"), '\0');
    return cli_choose_format(command, language, format, args);
}

gp_language cli_asked_language(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0) break;
        if (strcmp(argv[i], "--lang=nl") == 0) return GP_DUTCH;
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc && strcmp(argv[i + 1], "nl") == 0)
            return GP_DUTCH;
    }
    return GP_ENGLISH;
}
