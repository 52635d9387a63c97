/* SPDX-License-Identifier: MIT
 * The command: commands and options are rows, and help, parsing and checks all read those rows.
 * A command lives in one file: its options, its arguments, its run function, its row. */
#ifndef CLI_H
#define CLI_H

#include "groeipad/io.h"
#include "groeipad/plan.h"

#include <sys/stat.h>

typedef enum cli_exit {
    CLI_OK = 0,
    CLI_FINDINGS = 1,     /* findings from --fail-on upwards */
    CLI_WRONG_USE = 2,    /* unknown option, unknown id, no file */
    CLI_NO_PORTFOLIO = 3, /* unreadable, or GP1xx errors */
    CLI_NOT_WRITTEN = 4,  /* the output could not be written */
    CLI_BUG = 70
} cli_exit;

typedef enum cli_kind {
    CLI_FLAG,   /* bool */
    CLI_TEXT,   /* const char *, NULL where not given */
    CLI_TEXTS,  /* cli_texts: may be given more than once */
    CLI_CHANGE, /* cli_changes: what is changed, in the order given */
    CLI_NUMBER, /* uint32_t */
    CLI_SEED,   /* uint64_t: all that it holds */
    CLI_DAY,    /* gp_day, GP_NO_DAY where not given */
    CLI_FACTOR, /* uint32_t: hundredths of a decimal number, 10 .. maximum */
    CLI_CHOICE  /* int: which of the words in `value`, -1 where not given */
} cli_kind;

/* The values of an option that may be given more than once. */
#define CLI_TEXTS_MAX 16
typedef struct cli_texts {
    const char *texts[CLI_TEXTS_MAX];
    uint32_t count;
} cli_texts;

/* What --set, --require and --drop say, in their order. */
#define CLI_CHANGES_MAX 64
typedef struct cli_changes {
    gp_change_text texts[CLI_CHANGES_MAX];
    uint32_t count;
} cli_changes;

/* What a shell offers for a value of which `value` does not say enough. */
typedef enum cli_offer {
    CLI_OFFER_BY_VALUE,  /* "FILE", "ID", "a|b" and so on */
    CLI_OFFER_WRITTEN,   /* formats that are written */
    CLI_OFFER_SCENARIOS, /* from here: of the files on the line */
    CLI_OFFER_MEASURES,
    CLI_OFFER_SEGMENTS,
    CLI_OFFER_SITUATIONS,
    CLI_OFFER_OWNERS,
    CLI_OFFER_TAGS,
    CLI_OFFER_PARENTS /* capabilities that others are part of */
} cli_offer;

/* What a command does with the FILE of an option. */
typedef enum cli_file_use {
    CLI_FILE_READ,
    CLI_FILE_WRITTEN,
    CLI_FILE_KEPT /* read, and written anew */
} cli_file_use;

/* One option. `field` is the offset of its value in the command's args struct. */
typedef struct cli_option {
    const char *name; /* without the dashes; NULL ends a table */
    char letter;      /* 0: none */
    cli_kind kind;
    size_t field;
    const char *value;     /* what stands for the value in help; "each|portfolio" for a choice */
    const char *also;      /* of a choice: other names of its words, "gv=dot" */
    const char *endings;   /* of --format: which ending of --output asks for what, "txt=text|csv" */
    const char *instead;   /* an old name, for values that fit: the option it is called now */
    const char *otherwise; /* the value where none is given; NULL: nothing */
    cli_offer offers;
    const char *words;      /* of a list that `value` only names: what may stand in it, "a|b|c" */
    gp_change_verb verb;    /* CLI_CHANGE */
    bool is_list;           /* with commas between: given twice the first would be lost */
    uint32_t minimum;       /* CLI_NUMBER */
    cli_file_use use;       /* of a FILE */
    bool is_of_findings;    /* what `check` says depends on it */
    uint32_t maximum;       /* CLI_NUMBER: 0 means 1,000,000,000 */
    const char *summary[2]; /* by gp_language */
} cli_option;

/* What every command has; an args struct begins with it. */
typedef struct cli_common {
    bool wants_help;
    int language;  /* gp_language, or -1 */
    int color;     /* cli_color */
    int format;    /* gp_format; for render: 0 svg, 1 dot */
    int separator; /* of CSV: which of the words, or -1 */
    int fail_on;   /* gp_severity, or GP_FAIL_NEVER */
    int float_mode;
    gp_day status_date;
    uint32_t limit;
    uint32_t width; /* of text; 0: not given */
    bool tells_all; /* commands with CLI_ALL */
    const char *output;
    const char *about;          /* commands with CLI_FOR */
    const char *columns, *sort; /* commands with CLI_COLUMNS */
    const char *scenario;
    const char *revision;  /* commands with CLI_GIT: of git, for the older version */
    const char *against;   /* commands with CLI_AGAINST: the older version, or NULL */
    const char *catalogue; /* commands with CLI_CATALOGUE */
    const char *from; /* the name of a gp_file_format; NULL: each file by its name or content */
    const char *intervention_types, *capability_types, *relation_types, *property_names,
        *column_names;
    cli_changes changes;
    cli_texts change_files, measures;
    cli_texts owners, tags, within; /* commands with CLI_FILTER */
    bool is_strict;                 /* this and the line above: as in gp_read_options */
    bool is_quiet;
    bool is_watching;
} cli_common;

typedef enum cli_color { CLI_COLOR_AUTO, CLI_COLOR_ALWAYS, CLI_COLOR_NEVER } cli_color;

/* Rows that several commands share but that differ in what is allowed or usual. */
#define CLI_FORMAT(words)                                                                          \
    {                                                                                              \
        .name = "format", .letter = 'f', .kind = CLI_CHOICE,                                       \
        .field = offsetof(cli_common, format), .value = (words), .otherwise = "text",              \
        .endings = "txt=text|json|csv|tsv=csv|md=markdown|sarif|sarif.json=sarif|xml=junit",       \
        .summary = {                                                                               \
            "how the answer is written (otherwise: as the file is called)",                        \
            "hoe het antwoord geschreven wordt (anders: naar de naam van het bestand)"             \
        }                                                                                          \
    }
#define CLI_FAIL_ON(usual)                                                                         \
    {                                                                                              \
        .name = "fail-on", .kind = CLI_CHOICE, .field = offsetof(cli_common, fail_on),             \
        .value = "info|warning|error|never", .otherwise = (usual), .summary = {                    \
            "exit with 1 when a finding is this bad, or worse",                                    \
            "eindig met 1 als een bevinding zo erg is, of erger"                                   \
        }                                                                                          \
    }

/* The rows of a command whose answer lists records; `run.c` makes a filter of them. */
#define CLI_FILTER                                                                                 \
    {.name = "owner",                                                                              \
     .kind = CLI_TEXTS,                                                                            \
     .field = offsetof(cli_common, owners),                                                        \
     .offers = CLI_OFFER_OWNERS,                                                                   \
     .value = "NAME",                                                                              \
     .summary = {"only rows of this owner (several: with commas, or again)",                       \
                 "alleen regels van deze eigenaar (meer: met komma's, of nog eens)"}},             \
        {.name = "tag",                                                                            \
         .kind = CLI_TEXTS,                                                                        \
         .field = offsetof(cli_common, tags),                                                      \
         .value = "TAG",                                                                           \
         .offers = CLI_OFFER_TAGS,                                                                 \
         .summary = {"only rows with this tag, or one of these",                                   \
                     "alleen regels met dit label, of een van deze"}},                             \
    {                                                                                              \
        .name = "within", .kind = CLI_TEXTS, .field = offsetof(cli_common, within), .value = "ID", \
        .offers = CLI_OFFER_PARENTS, .summary = {                                                  \
            "only rows within this capability (itself, all below it by parent, and "               \
            "interventions that require one of those)",                                            \
            "alleen regels binnen deze capability (zijzelf, alles eronder via parent, en "         \
            "interventies die een daarvan vereisen)"                                               \
        }                                                                                          \
    }

/* What is told in part where it would be too long, in full. */
#define CLI_ALL(english, dutch)                                                                    \
    {                                                                                              \
        .name = "all", .kind = CLI_FLAG, .field = offsetof(cli_common, tells_all), .summary = {    \
            english,                                                                               \
            dutch                                                                                  \
        }                                                                                          \
    }
#define CLI_ALL_CHAINS                                                                             \
    CLI_ALL("every chain in full, however long, and also where others share it",                   \
            "elke keten voluit, hoe lang ook, en ook waar andere die delen")

/* The older version is what git has of the same files. */
#define CLI_GIT                                                                                    \
    {                                                                                              \
        .name = "git", .kind = CLI_TEXT, .field = offsetof(cli_common, revision), .value = "REV",  \
        .summary = {                                                                               \
            "against the files as they were committed at this revision (main, HEAD~3, v1)",        \
            "tegenover de bestanden zoals ze in deze revisie staan (main, HEAD~3, v1)"             \
        }                                                                                          \
    }

/* The two rows of a command whose table can be chosen from. */
#define CLI_COLUMNS                                                                                \
    {.name = "columns",                                                                            \
     .kind = CLI_TEXT,                                                                             \
     .is_list = true,                                                                              \
     .field = offsetof(cli_common, columns),                                                       \
     .value = "LIST",                                                                              \
     .summary = {"text and CSV: these columns, by their titles in CSV, with commas between",       \
                 "tekst en CSV: deze kolommen, naar hun titels in CSV, met komma's ertussen"}},    \
    {                                                                                              \
        .name = "sort", .kind = CLI_TEXT, .is_list = true, .field = offsetof(cli_common, sort),    \
        .value = "LIST", .summary = {                                                              \
            "text and CSV: rows by these columns; -NAME: the most first",                          \
            "tekst en CSV: regels naar deze kolommen; -NAAM: de meeste eerst"                      \
        }                                                                                          \
    }

/* What to tell of: an id or a name. After the files it may stand without --for. */
#define CLI_FOR(english, dutch)                                                                    \
    {                                                                                              \
        .name = "for", .kind = CLI_TEXT, .field = offsetof(cli_common, about), .value = "ID",      \
        .summary = {                                                                               \
            english,                                                                               \
            dutch                                                                                  \
        }                                                                                          \
    }

#define CLI_CATALOGUE                                                                              \
    {                                                                                              \
        .name = "catalogue", .kind = CLI_TEXT, .field = offsetof(cli_common, catalogue),           \
        .value = "FILE", .is_of_findings = true, .summary = {                                      \
            "a portfolio that tells what needs what: what of that is lacking here (GP206)",        \
            "een portfolio dat vertelt wat wat nodig heeft: wat daarvan hier ontbreekt (GP206)"    \
        }                                                                                          \
    }

typedef struct cli_context cli_context;
typedef struct cli_manual cli_manual; /* cli/manual.h */

typedef struct cli_command {
    const char *name;
    const char *summary[2]; /* one line, by gp_language */
    const char *usage;      /* operands, as shown after the name */
    const char *example;    /* a whole command line that works from the repository's root */
    const char *shows[2];   /* what the example tells, by gp_language */
    const char *first;      /* name of an operand before the files, or NULL */
    const char *last;       /* name of an operand after the files, or NULL */
    bool reads_portfolio;   /* the rest of the operands are files, at least one */
    bool reads_itself;      /* reads_portfolio: `run` does; there may be no portfolio in them */
    bool is_operand_optional;
    bool has_about;        /* has CLI_FOR: the last operand may be what that asks for */
    bool needs_about;      /* and one of the two must be there */
    bool wants_document;   /* reads_portfolio: also keep what was written */
    bool tells_findings;   /* in its answer: no line beside it counts them */
    bool takes_older;      /* of two files, without --git, the first is an older version */
    bool takes_folders;    /* reads_portfolio: a folder is the files in it */
    bool is_picture;       /* has the options of pictures; its answer is never JSON */
    bool is_about_formats; /* its help tells the options for files of other programs too */
    bool answers_findings; /* findings are its answer, also where no portfolio could be made */
    bool is_conversion;    /* what is left out is told in full */
    bool judges_measures;  /* measures of the file that are of no use are findings */
    bool finds_later;      /* `run` finds more, and then applies what the file lets stay */
    uint16_t told_code;    /* reads_itself: findings of this code are in the answer */
    const cli_option *options;
    size_t args_size;
    gp_status (*load)(cli_context *context);  /* in place of reading the files; or NULL */
    int (*judge)(const cli_context *context); /* of operands, before a file is read; or NULL */
    int (*run)(cli_context *context, const void *args);
    /* Of answers_findings: takes out what is not wanted and puts the rest in order. */
    int (*select)(cli_context *context);
    /* Whether it writes to the file besides that of --output; NULL: it never does. */
    bool (*writes)(const cli_context *context, const struct stat *file);
    /* Whether --output may be the one file that is read; NULL: never. */
    bool (*may_rewrite)(const cli_context *context);
    /* For a command of several views: the row that runs. NULL: all has been said, exit *code. */
    const struct cli_command *(*choose)(gp_language language, int argc, char **argv, int *code);
    void (*tell_more)(const cli_manual *manual); /* in help, between summary and options */
    bool is_hidden; /* for programs: help and pages do not tell of it */
} cli_command;

#define CLI_ARGS_MAX 4096 /* bytes: room for any args struct */

/* What a command runs in. */
struct cli_context {
    const cli_command *command;
    const cli_command *const *commands; /* all of them, as in cli_commands */
    const cli_common *common;
    gp_job *job;
    gp_language language;
    const char *first, *last; /* operands, NULL where not given */
    const gp_job *again;      /* has read the same files before; or NULL */
    const char *older;        /* command->takes_older: the older of two versions, or NULL */
    const char *about;        /* the id or name that --for asks for, or the last operand */
    bool is_about_bare;       /* it was the last operand */
    const char *const *files;
    size_t file_count;
    gp_changes changes;            /* as the options say */
    const gp_portfolio *portfolio; /* from here: commands that read a portfolio */
    const gp_document *document;   /* wants_document */
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_portfolio *catalogue;   /* of --catalogue, or NULL */
    const struct gp_run_part *parts; /* risk --merge: part_count of them; or NULL */
    size_t part_count;
    gp_filter filter; /* of --owner, --tag and --within: writing.filter, where one is given */
    gp_write_options writing;
    gp_output output;          /* what the command has to say: run.c brings it to its place */
    gp_named_bytes *files_out; /* in place of `output`: several files (malloc), or NULL */
    size_t file_out_count;
    bool *selected_rules;      /* malloc, or NULL: of the table of rules those that are wanted */
    const char *folder_out;    /* the folder that they are for, made where it is not there */
    gp_named_bytes layout_out; /* a file beside the output: written when that is; path NULL: none */
    bool is_unreadable; /* the answer is there, but the files could not be read to their end */
    bool is_begun;      /* the beginning of the answer is on standard output already */
    bool is_rewriting;  /* the output is the input */
    bool is_delivered;  /* all is there already: nothing is left to bring */
};

/* The commands; NULL ends the table. */
extern const cli_command *const cli_commands[];
const cli_command *cli_find_command(const char *name);

/* Options of every command, of those that read a portfolio, of these for files of other programs,
 * and of pictures. */
extern const cli_option cli_every_option[];
extern const cli_option cli_portfolio_option[];
extern const cli_option cli_change_option[]; /* what if? */
extern const cli_option cli_import_option[];
extern const cli_option cli_picture_option[];

/* What there is to tell that is about no one command: `groeipad help NAME`. */
typedef struct cli_topic {
    const char *name;
    const char *summary[2]; /* one line, by gp_language */
    int section;            /* of its page for man */
    void (*tell)(const cli_manual *manual);
} cli_topic;

/* The topics; NULL ends the table. */
extern const cli_topic *const cli_topics[];
extern const cli_topic cli_topic_formats, cli_topic_portfolio;
const cli_topic *cli_find_topic(const char *name);

/* The options of a command: its own, and those of the tables above that it has. */
#define CLI_TABLES 6
void cli_list_tables(const cli_command *command, const cli_option *tables[CLI_TABLES]);

/* The whole program. Returns the exit code. */
int cli_main(int argc, char **argv);

/* Reads argv (after the command's name) into args, which it first fills with what holds where
 * nothing is given. Operands move to the front of argv. Says on stderr what is wrong. */
int cli_parse(const cli_command *command, gp_language language, int argc, char **argv, void *args,
              int *operand_count);

/* Says that a filter is given (CLI_FILTER) where `what` is told whole; CLI_OK: none is. */
int cli_refuse_filter(const cli_context *context, const char *what);

/* Which of the words in "each|portfolio" the text is, in any case of letters, or -1. `also` names
 * them otherwise ("gv=dot|ps=dot"), or is NULL. */
int cli_find_choice(const char *words, const char *also, const char *text);

/* The word that is nearest to a text that is none of them; false: none is near. */
#define CLI_CHOICE_SIZE 32
bool cli_nearest_choice(const char *words, const char *text, char word[static CLI_CHOICE_SIZE]);

/* Which word of --format (`option`) the name of the --output file asks for, where no --format is
 * given: of its own endings the longest. -1: the ending is of nothing that this is written as. */
#define CLI_NO_ENDING (-2) /* the name has none */
int cli_format_of(const cli_option *option, const char *output);

/* Gives what was parsed the format that the name of --output asks for, where --format (`option`,
 * or NULL) is not given; says on stderr what is wrong. */
int cli_choose_format(const cli_command *command, gp_language language, const cli_option *option,
                      cli_common *common);

/* The options of a command in the order of its help, but for old names; NULL past the last. */
const cli_option *cli_option_at(const cli_command *command, size_t index);

/* What stands between cells: as --separator asks, or the name of the file; NUL: nothing does. */
char cli_separator_of(const cli_common *common, const char *name);

/* The option of a command by its name of `size` bytes, or by its letter where that is not 0;
 * NULL: it has none. Its own comes before a general one of the same name. */
const cli_option *cli_find_option(const cli_command *command, const char *name, size_t size,
                                  char letter);

/* The language that --lang asks for, wherever it stands; English otherwise. */
gp_language cli_asked_language(int argc, char **argv);

/* The words that stand for something to fill in ("FILE...", "options"), in the language asked
 * for. out: CLI_USAGE_SIZE bytes; returns it. */
#define CLI_USAGE_SIZE 128
const char *cli_translate_usage(const char *usage, gp_language language, char *out);

/* The answer of a command without options to the portfolio that `init` writes, as CSV in English;
 * empty where it has none. Owner: the job of the context. Says on stderr why there is none. */
int cli_answer_starter(cli_context *context, const cli_command *command, gp_output *out);

/* What an exit code means; words NULL after the last. */
typedef struct cli_exit_words {
    cli_exit code;
    const char *words[2];
} cli_exit_words;
extern const cli_exit_words cli_exits[];

/* Help: of the program, of a command, of a topic. */
void cli_print_help(const cli_command *const *commands, gp_language language);
void cli_print_command_help(const cli_command *command, gp_language language);
void cli_print_topic_help(const cli_topic *topic, gp_language language);

/* The same as pages for man. */
void cli_print_man(const cli_command *const *commands, gp_language language);
void cli_print_command_man(const cli_command *const *commands, const cli_command *command,
                           gp_language language);
void cli_print_topic_man(const cli_command *const *commands, const cli_topic *topic,
                         gp_language language);

/* Parts of such a page. A heading (or NULL) and an item per option of a table but for old names
 * and what the command (or NULL) has of its own; nothing where none is left. */
void cli_tell_program(const cli_manual *manual, const cli_command *const *commands);
void cli_tell_command(const cli_manual *manual, const cli_command *command);
void cli_manual_options(const cli_manual *manual, const cli_command *command, const char *heading,
                        const cli_option *options);

/* Says on stderr what is wrong with the use, where to find help, and returns CLI_WRONG_USE. */
__attribute__((format(printf, 3, 4))) int cli_wrong_use(const cli_command *command,
                                                        gp_language language, const char *format,
                                                        ...);

/* The exit code that a status comes to; and that of GP_NO_MEMORY, after saying so on stderr. */
int cli_code_of(gp_status status);
int cli_out_of_memory(gp_language language);

/* The exit code that the status of an answer comes to; says on stderr why there is none. */
int cli_exit_of(const cli_context *context, gp_status status);

/* The names of the formats that are read, or written, as "json, yaml". out: CLI_FORMATS_SIZE
 * bytes; returns it. */
#define CLI_FORMATS_SIZE 256
const char *cli_list_formats(bool is_written, char *out);

/* Of their names and extensions the nearest; NULL: none is near. */
#define CLI_FORMAT_NAMES_MAX 64
const char *cli_nearest_format(bool is_written, const char *name);

/* How the files are read, by the options. */
gp_read_options cli_reading(cli_context *context);

/* The language of the file counts from here, where no --lang was given: also where no portfolio
 * could be made of it. */
void cli_follow_language(cli_context *context);

/* Says what was found, beside an answer that is about something else: in one line. */
int cli_tell_findings(cli_context *context);

/* "groeipad check FILE --status-date 2026-01-05": the call that tells in full what was found here,
 * as one may type it. Owner: the job; NULL when memory ran out. */
const char *cli_check_call(const cli_context *context);

/* There is no answer: says why, in the form that was asked for. Returns the exit code. */
int cli_give_up(cli_context *context, gp_status status);

/* Sees to it that the last operand, where it is no file, is what the command tells of; says on
 * stderr where nothing or two things say that. */
int cli_settle_about(cli_context *context);

/* After the files were read: an operand that was taken for a file may not be an id as well. */
int cli_check_about(const cli_context *context);

/* Finds what has that id, or that name where one thing has it; says on stderr why there is none. */
int cli_find_symbol(const cli_context *context, const char *text, uint32_t *out);

/* Finds the activity of an id or name (level 0: its last step); says on stderr why there is none.
 */
int cli_find_activity(cli_context *context, const char *id, uint8_t level, uint32_t *out);

/* Narrows the portfolio to the future of --scenario, where that is given; says on stderr why there
 * is none. */
int cli_choose_scenario(cli_context *context);

/* Finds the segment or situation that an option names (GP_NONE where id is NULL); says on stderr
 * why there is none. */
int cli_find_term(const cli_context *context, const char *option, const gp_terms *terms,
                  const char *id, uint32_t *out);

/* Whether --output names a file: not NULL, not "-". */
bool cli_names_file(const char *output);

/* Writes what the command has to say to a file; says on stderr why that cannot be. */
int cli_deliver_to_file(cli_context *context, const char *path);

/* Whether --output names a folder: one that is there, or a name with a slash at its end. */
bool cli_names_folder(const char *output);

/* Writes the portfolio of the context (document, network and schedule too) in the format that `to`
 * names (NULL: as --output is called): to context->output, or as files into a folder. Says on
 * stderr why that cannot be. */
int cli_write_portfolio(cli_context *context, const char *to);

/* Brings bytes to the file of --output, or to standard output. */
int cli_deliver(cli_context *context);

/* A gp_sink for standard output; its object is the context. */
void cli_take(void *object, const char *bytes, size_t size);

/* Says something on stderr; what in it could steer a terminal is shown as U+FFFD. */
__attribute__((format(printf, 1, 2))) void cli_say(const char *format, ...);

/* Prints text on stderr as it is. */
void cli_complain(const char *text, size_t size);

/* How many columns text on this stream may take: as asked for; or else those of the terminal that
 * it is, which COLUMNS tells where it is set; or, as a pipe and a file have none, 0: as usual. */
uint16_t cli_page_width(const cli_common *common, int descriptor);

/* Whether text on this stream gets colours. */
bool cli_has_color(cli_color color, int descriptor);

/* The starter portfolio that `init` writes. Owner: the job; NULL when memory ran out. */
const char *cli_starter(gp_job *job, gp_language language, gp_day status_date);

/* The starter as a text with a key a line, with its x-comment keys as comments that begin with
 * `sign`. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status cli_comment_starter(gp_job *job, const char *sign, gp_output *text);

#endif
