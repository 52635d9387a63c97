/* SPDX-License-Identifier: MIT
 * CSV in and out: headings in two languages, separators, sheets that belong together, places of
 * cells, what a spreadsheet would run, and that what goes there comes back. */
#include "core/job.h"
#include "groeipad/io.h"
#include "groeipad/demand.h"
#include "io/csv/csv_sheet.h"
#include "io/formats.h"
#include "tests/support_json.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEAD "kind,id,name,value,requires,level,by,lag,group,lead time,stage,on,dimension,need\n"
#define DATE "setting,status_date,,2026-01-05,,,,,,,,,,\n"

/* The findings of a text as "code@line:column", one blank between two. */
static const char *found_in(gp_job *job, const char *text, size_t size, gp_status *status,
                            const gp_document **document, const gp_portfolio **portfolio)
{
    static char found[512];
    *status = gp_read_document_text(job, "p.csv", text, size, NULL, portfolio, document);
    list_places(job, found, sizeof found);
    return found;
}

static void bad_texts_have_their_place(void **state)
{
    static const struct {
        const char *text, *found;
    } cases[] = {
        {"", "805@1:1"},
        {"hello\n", "104@1:1 101@1:1"},
        {"id,name\na,b\n", "101@1:1"},
        {"id,id\n", "105@1:4"},
        {"x-a,x-a\n", "105@1:5"},
        {"id,lead tme\na,2mo\n", "104@1:4 101@1:1"},
        {HEAD DATE "capability,a,\"open\n", "101@3:14"},
        {HEAD DATE "capability,a,\"b\" c\n", "101@3:17"},
        {HEAD DATE "capability,a,caf\xE9\n", "101@3:17"},
        {HEAD DATE "capability,a,,,,,,,,,,,,,,too far\n", "101@3:27"},
        {HEAD DATE "capabilty,a\n", "106@3:1"},
        {HEAD DATE ",a\n", "103@3:1"},
        {HEAD DATE "capability,,no id\n", "103@3:1"},
        {HEAD DATE "capability,a,\"two\nlines\",,,9\n", "106@4:10"},
        {HEAD DATE "capability,a,\xC3\xA9,,,hoog\n", "102@3:18"},
        {HEAD DATE "capability,a,,,,,,,,later\n", "106@3:21"},
        {HEAD DATE "capability,a,,,,,,,,3mo/2mo/\n", "106@3:21"},
        {HEAD DATE "capability,a,,,,,,,,,explore\n", "104@3:22"},
        {HEAD DATE "intervention,a,,,,,,,,,explored\n", "106@3:24"},
        {HEAD DATE "requirement,a,,,b\n", "106@3:13"},
        {HEAD DATE "requirement,,,,b\n", "103@3:1"},
        {HEAD DATE "capability,a\nrequirement,a,,,b,7\n", "106@4:19"},
        {HEAD DATE "capability,a\nrequirement,a,,,,2\n", "103@4:1"},
        {HEAD DATE "capability,a\ncapability,a\n", "105@4:12"},
        {HEAD DATE "measurement,,,,,,,,,,,31-02-2026,empathy,0.5\n", "106@3:23"},
        {HEAD DATE "measurement,,,,,,,,,,,2026-02-01,empathy,1.5\n", "106@3:42"},
        {"kind,id,value\nsetting,titl,x\nsetting,status_date,2026-01-05\n", "104@2:14"},
        {HEAD "capability,a\n", "103@1:1"},
        {HEAD DATE "capability,a\nrequirement,a,,,b,,,,,2mo\n", "104@4:23"},
        {HEAD "setting,status_date,,2026-01-05,,3\n", "104@2:34"},
        {"id,stage,lead time\na,explore,3mo\n", "104@2:11 103@1:1"},
        {"kind,id,value,x-a\nsetting,status_date,2026-01-05,b\n", "104@2:32"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gp_job *job = gp_job_new();
        gp_status status;
        const gp_document *document;
        const gp_portfolio *portfolio;
        const char *found =
            found_in(job, cases[i].text, strlen(cases[i].text), &status, &document, &portfolio);
        if (strcmp(found, cases[i].found) != 0) print_message("case: %s", cases[i].text);
        assert_string_equal(found, cases[i].found);
        gp_job_free(job);
    }
}

/* A message tells the cell as a spreadsheet names it, and what the sheet calls its column. */
static void findings_name_the_cell(void **state)
{
    static const char text[] = "soort;code;naam;vereist;fase;niveau\n"
                               "instelling;status_date;;;;\n"
                               "interventie;i;\"twee\nregels\";team;ontwikelen;\n"
                               "\n"
                               "capability;c;;;;twee\n"
                               "capability;c;;;;\n"
                               "meting;;;;;\n"
                               "capability;;zonder;;;\n";
    static const char *const messages[] = {
        "E3: 'fase' is 'ontwikelen', expected ", "F5: 'niveau' is a text, expected a number",
        "B6 (code): id 'c' is there already", "B8: a capability has no 'code'"};
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    gp_read_text(job, "p.csv", text, strlen(text), NULL, &portfolio);
    char message[256];
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        bool is_there = false;
        for (uint32_t k = 0; k < count; k++) {
            gp_finding_message(&findings[k], GP_ENGLISH, message, sizeof message);
            is_there = is_there || strncmp(message, messages[i], strlen(messages[i])) == 0;
        }
        if (!is_there) print_message("%s\n", messages[i]);
        assert_true(is_there);
    }
    gp_job_free(job);
}

static void check_message(const char *text, gp_language language, const char *message,
                          const char *hint)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    gp_read_text(job, "p.csv", text, strlen(text), NULL, &portfolio);
    char said[512];
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    assert_true(count > 0);
    gp_finding_message(&findings[0], language, said, sizeof said);
    assert_string_equal(said, message);
    if (!gp_finding_hint(&findings[0], language, said, sizeof said)) said[0] = '\0';
    assert_string_equal(said, hint);
    if (count != 1) print_message("%s", text);
    assert_int_equal(count, 1);
    gp_job_free(job);
}

/* Words of both languages are expected and suggested; what was written is shown as written. */
static void messages_know_both_languages(void **state)
{
#define DUTCH                                                                                      \
    "soort;id;waarde;fase;vereist;nodig op;doorlooptijd;naar niveau;behoefte\n"                    \
    "instelling;peildatum;5-1-2026;;;;;;\n"
    (void)state;
    check_message(DUTCH "interventie;i;;ontwikelen;;;;;\n", GP_DUTCH,
                  "D3: 'fase' is 'ontwikelen', verwacht: verkennen | ontwikkelen | exploiteren",
                  "bedoelt u 'ontwikkelen'?");
    check_message(DUTCH "interventie;i;;develp;;;;;\n", GP_ENGLISH,
                  "D3: 'fase' is 'develp', expected explore | develop | exploit",
                  "did you mean 'develop'?");
    check_message(DUTCH "interventie;i;;;;31-02-2026;;;\n", GP_DUTCH,
                  "F3: 'nodig op' is '31-02-2026', verwacht: een dag van 2026-02, 01 t/m 28", "");
    check_message(DUTCH "interventie;i;;;;5-1-26;;;\n", GP_ENGLISH,
                  "F3: 'nodig op' is '5-1-26', expected 2026-01-31 | 31-1-2026 | 31 January 2026",
                  "did you mean '2026-01-05'?");
    check_message(
        DUTCH "capability;i;;;;;3;;\n", GP_DUTCH,
        "G3: 'doorlooptijd' is '3', verwacht: 10 dagen | 2 weken | 6 maanden | 1,5 jaar | "
        "20 werkdagen",
        "");
    check_message(DUTCH "interventie;i;;;a, b;;;;\ncapability;a;;;;;;;\ncapability;b;;;;;;;\n",
                  GP_DUTCH, "E3: 'vereist' is 'a, b', verwacht: een lijst met | ertussen",
                  "bedoelt u 'a | b'?");
    check_message(DUTCH "interventie;i;;;\"x; y, z\";;;;\n", GP_ENGLISH,
                  "E3: 'vereist' is 'x; y, z', expected a list with | between",
                  "did you mean 'x | y | z'?");
    check_message(
        DUTCH "interventie;i;;;;;;;\neis;i;;;a | b;;;;\n", GP_DUTCH,
        "E4: 'vereist' is 'a | b', verwacht: een id; wat nog meer vereist is, is een eigen "
        "regel",
        "");
    check_message(DUTCH "interventie;i;;;;;;;\neis;i;;;a;;;9;\n", GP_DUTCH,
                  "H4: 'naar niveau' is '9', verwacht: 1 | 2 | 3 | 4 | 5", "");
    check_message(DUTCH "instelling;planning;6mo/5-1-26/6w;;;;;;\n", GP_DUTCH,
                  "C3: 'planning' is '5-1-26', verwacht: 2026-01-31 | 31-1-2026 | 31 januari 2026",
                  "bedoelt u '2026-01-05'?");
    check_message(DUTCH "instelling;werkdagen;ma, di;;;;;;\n", GP_DUTCH,
                  "C3: 'werkdagen' is 'ma, di', verwacht: een lijst met | ertussen",
                  "bedoelt u 'ma | di'?");
    check_message(DUTCH "niveau;c;;;;;;2;\n", GP_DUTCH,
                  "B3: 'id' is 'c', verwacht: de id van een capability in een werkblad", "");
#undef DUTCH
}

/* Also what is found when all is read. */
static void a_missing_capability_names_the_cell(void **state)
{
    static const char text[] = "soort,id,vereist,waarde\ninstelling,status_date,,2026-01-05\n"
                               "interventie,i,team,\n";
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    assert_int_equal(gp_read_text(job, "p.csv", text, strlen(text), NULL, &portfolio), GP_OK);
    const gp_network *network;
    const gp_schedule *schedule;
    assert_int_equal(gp_analyse(job, portfolio, NULL, &network, &schedule), GP_OK);
    uint32_t count, at = 0;
    const gp_finding *findings = gp_findings(job, &count);
    while (at < count && findings[at].code != 201) at++;
    assert_true(at < count);
    assert_int_equal(findings[at].cell.row, 3);
    assert_int_equal(findings[at].cell.column, 3);
    assert_string_equal(findings[at].cell.heading, "vereist");
    gp_job_free(job);
}

static void columns_have_letters(void **state)
{
    static const struct {
        uint32_t column;
        const char *name;
    } cases[] = {{1, "A9"}, {26, "Z9"}, {27, "AA9"}, {702, "ZZ9"}, {703, "AAA9"}, {0, "9"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char name[GP_CELL_NAME_SIZE];
        gp_format_cell(&(gp_cell_place){.row = 9, .column = cases[i].column}, name);
        assert_string_equal(name, cases[i].name);
    }
}

/* What another reader of spreadsheets does: two sheets of one input, each with a name. */
static void sheets_come_from_anywhere(void **state)
{
    static const struct {
        uint32_t sheet, row, column;
        const char *text;
    } cells[] = {{0, 3, 2, "code"},        {0, 3, 3, "fase"},      {0, 5, 2, "i"},
                 {0, 5, 3, "explored"},    {1, 1, 1, "id"},        {1, 1, 2, "doorlooptijd"},
                 {1, 2, 1, "c"},           {1, 2, 2, "3"},         {2, 1, 1, "soort"},
                 {2, 1, 2, "id"},          {2, 1, 3, "waarde"},    {2, 2, 1, "instelling"},
                 {2, 2, 2, "status_date"}, {2, 2, 3, "2026-01-05"}};
    static const char *const names[] = {"Interventies", "Capabilities", "Blad 3"};
    (void)state;
    gp_job *job = gp_job_new();
    gp_records *records;
    gp_worksheet *sheet = NULL;
    const gp_portfolio *portfolio;
    uint32_t line = 0;
    assert_int_equal(gp_start_records(job, NULL, &records), GP_OK);
    gp_begin(records, &(gp_input){.source = gp_add_source(job, "p.xlsx")}, (gp_spot){1, 1});
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        bool is_first = i == 0 || cells[i].sheet != cells[i - 1].sheet;
        if (is_first)
            assert_int_equal(gp_begin_worksheet(records, names[cells[i].sheet], &sheet), GP_OK);
        if (is_first || cells[i].row != cells[i - 1].row)
            assert_int_equal(gp_start_row(sheet, cells[i].row, (gp_spot){++line, 1}), GP_OK);
        gp_spot spot = {line, cells[i].column};
        assert_int_equal(gp_add_cell(sheet, cells[i].column, cells[i].text, spot), GP_OK);
        bool is_last = i + 1 == sizeof cells / sizeof *cells;
        if (is_last || cells[i + 1].sheet != cells[i].sheet || cells[i + 1].row != cells[i].row)
            assert_int_equal(gp_end_row(sheet), GP_OK);
        if (is_last || cells[i + 1].sheet != cells[i].sheet)
            assert_int_equal(gp_end_worksheet(sheet), GP_OK);
    }
    assert_int_equal(gp_emit_sheets(records), GP_OK);
    assert_int_equal(gp_finish_records(records, &portfolio), GP_INVALID);
    uint32_t count;
    char message[256];
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 2);
    gp_finding_message(&findings[0], GP_ENGLISH, message, sizeof message);
    assert_true(strncmp(message, "Interventies!C5: 'fase' is 'explored'", 37) == 0);
    gp_finding_message(&findings[1], GP_ENGLISH, message, sizeof message);
    assert_true(strncmp(message, "Capabilities!B2: 'doorlooptijd' is '3'", 38) == 0);
    gp_place shown = gp_shown_place(job, findings[0].place);
    assert_int_equal(shown.line, 5);
    assert_int_equal(shown.column, 3);
    gp_job_free(job);
}

/* Owners tell of capabilities, unless the sheet is called something else that has them. */
static void a_sheet_of_owners_is_what_it_is_called(void **state)
{
    static const struct {
        const char *sheet, *heading;
        uint32_t interventions, capabilities;
    } cases[] = {{"Interventies", "eigenaar", 1, 0},
                 {"Interventies", "doorlooptijd", 0, 1},
                 {"Capabilities", "nodig op", 0, 1},
                 {"Blad 1", "eigenaar", 0, 1}};
    static const gp_read_options options = {.status_date = 20458};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gp_job *job = gp_job_new();
        gp_records *records;
        gp_worksheet *sheet;
        const gp_portfolio *portfolio;
        const char *const rows[2][2] = {{"id", cases[i].heading}, {"a", "n.v.t."}};
        assert_int_equal(gp_start_records(job, &options, &records), GP_OK);
        gp_begin(records, &(gp_input){.source = gp_add_source(job, "p.xlsx")}, (gp_spot){1, 1});
        assert_int_equal(gp_begin_worksheet(records, cases[i].sheet, &sheet), GP_OK);
        for (uint32_t row = 0; row < 2; row++) {
            assert_int_equal(gp_start_row(sheet, row + 1, (gp_spot){row + 1, 1}), GP_OK);
            for (uint32_t k = 0; k < 2; k++)
                assert_int_equal(gp_add_cell(sheet, k + 1, rows[row][k], (gp_spot){row + 1, k + 1}),
                                 GP_OK);
            assert_int_equal(gp_end_row(sheet), GP_OK);
        }
        assert_int_equal(gp_end_worksheet(sheet), GP_OK);
        assert_int_equal(gp_emit_sheets(records), GP_OK);
        assert_int_equal(gp_finish_records(records, &portfolio), GP_OK);
        assert_int_equal(portfolio->intervention_count, cases[i].interventions);
        assert_int_equal(portfolio->capability_count, cases[i].capabilities);
        gp_job_free(job);
    }
}

/* A sheet and the JSON that it stands for (with ' for "). */
static void check_meaning(const char *csv, const char *json)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options options = {.format = "json"};
    gp_output out;
    gp_status status;
    char expected[1024];
    snprintf(expected, sizeof expected, "%s", json);
    for (char *at = expected; *at; at++)
        if (*at == '\'') *at = '"';
    const char *found = found_in(job, csv, strlen(csv), &status, &document, &portfolio);
    if (*found) print_message("case: %s", csv);
    assert_string_equal(found, "");
    assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &out), GP_OK);
    cJSON *before = cJSON_Parse(expected), *after = cJSON_Parse(out.text);
    if (!cJSON_Compare(before, after, true)) print_message("%s", out.text);
    assert_non_null(before);
    assert_true(cJSON_Compare(before, after, true));
    cJSON_Delete(before);
    cJSON_Delete(after);
    gp_job_free(job);
}

static void sheets_mean_what_they_say(void **state)
{
    static const struct {
        const char *csv, *json;
    } cases[] = {
        {"\xEF\xBB\xBFSoort;ID;Waarde\r\ninstelling;status_date;5-1-2026\r\n",
         "{'status_date':'2026-01-05'}"},
        {"sep=;\nkind;id;value\nsetting;status_date;2026-01-05\n\n;;\nsetting;workdays;mon|tue\n"
         "setting;planning;1y/2026-01-01\n",
         "{'status_date':'2026-01-05','planning':{'round':'1y','from':'2026-01-01'},'calendar':{"
         "'workdays':['mon','tue']}}"},
        {"soort;id;waarde;planning\ninstelling;peildatum;5-1-2026;\n"
         "instelling;planning;17-9-2026, 10-12-2026;\n"
         "capability;d;;1-3-2026 | 5 juni 2026 | 6 maanden//6w\n"
         "capability;e;;2026-03-01\ncapability;f;;1-3-2026 | 1-9-2026 | //6w\n",
         "{'status_date':'2026-01-05','planning':{'dates':['2026-09-17','2026-12-10']},"
         "'capabilities':[{'id':'d','planning':{'dates':['2026-03-01','2026-06-05'],"
         "'round':'6mo','prepare':'6w'}},{'id':'e','planning':{'dates':['2026-03-01']}},"
         "{'id':'f','planning':{'dates':['2026-03-01','2026-09-01'],'prepare':'6w'}}]}"},
        {"kind\tid\tvalue\tx-mine\nsetting\tstatus_date\t2026-01-05\nsegment\ts\t\t'=1\n",
         "{'status_date':'2026-01-05','segments':[{'id':'s','x-mine':'=1'}]}"},
        {HEAD DATE "capability,b,,,a | c\nrequirement,b,,,d,2,,2w\nrequirement,b,,,e,,start,,1\n"
                   "requirement,b,,,f,,,,1\nrequirement,b,,,g,,,,2\nrequirement,b,,,h\n",
         "{'status_date':'2026-01-05','capabilities':[{'id':'b','requires':['a','c',{'id':'d',"
         "'level':2,'lag':'2w'},{'any':['e','f'],'by':'start'},{'any':['g']},'h']}]}"},
        {HEAD DATE "capability,a,\"say \"\"hi\"\"\",,,1,,,,1mo/2mo/\n",
         "{'status_date':'2026-01-05','capabilities':[{'id':'a','name':'say \\'hi\\'','level':1,"
         "'lead_time':{'min':'1mo','likely':'2mo'}}]}"},
        {"soort;id;waarde;datum;dimensie;behoefte\ninstelling;status_date;2026-01-05;;;\n"
         "meting;;;3-2-2025;empathy;0,25\n",
         "{'status_date':'2026-01-05','measurements':[{'on':'2025-02-03','dimension':'empathy',"
         "'need':0.25}]}"},
        {"kind,id,value,dimensies,Segmenten,beslist_door,vaardigheden\n"
         "setting,status_date,2026-01-05\nsegment,s\n"
         "intervention,i,,empathy | autonomy (less),s,policy\ncapability,c,,,,,2mo\n",
         "{'status_date':'2026-01-05','segments':[{'id':'s'}],'interventions':[{'id':'i',"
         "'addresses':['empathy',{'dimension':'autonomy','direction':'less'}],'applies':{"
         "'segments':['s'],'decided_by':'policy'}}],'capabilities':[{'id':'c','aspects':{"
         "'skills':'2mo'}}]}"},
        /* tags, and owners of both */
        {"soort;id;waarde;Eigenaar;Labels\ninstelling;status_date;2026-01-05;;\n"
         "interventie;i;;Balie;proef, wet\ninterventie;j;;;\"proef; wet \"\n"
         "capability;c;;IT;betalen, en gaan | wet;\ncapability;d;;n.v.t.;n.v.t. |\n"
         "capability;e;;;n.v.t.\n",
         "{'status_date':'2026-01-05','interventions':[{'id':'i','owner':'Balie','tags':['proef',"
         "'wet']},{'id':'j','tags':['proef','wet']}],'capabilities':[{'id':'c','owner':'IT',"
         "'tags':['betalen, en gaan','wet']},{'id':'d','owner':'n.v.t.','tags':['n.v.t.']},"
         "{'id':'e'}]}"},
        /* values in Dutch, as headings are */
        {"soort;id;waarde;fase;onzekerheid;nodig op;dimensies;beslist door;duur\n"
         "instelling;Peildatum;5 januari 2026;;;;;;\ninstelling;taal;Nederlands;;;;;;\n"
         "instelling;titel;Zo is het;;;;;;\ninstelling;werkdagen;ma|di|wo;;;;;;\n"
         "instelling;vrije dagen;25-12-2026 | 26-12-2026;;;;;;\n"
         "interventie;i;;ontwikkelen;laag;n.v.t.;tijd (meer) | Vertrouwen tot handelen;beleid;"
         "12 weken\n"
         "interventie;j;;Exploiteren;hoog;-;empathie (anders);medewerker;1,5 jaar\n",
         "{'status_date':'2026-01-05','language':'nl','title':'Zo is het',"
         "'calendar':{'workdays':['mon','tue','wed'],'holidays':['2026-12-25','2026-12-26']},"
         "'interventions':[{'id':'i','stage':'develop','uncertainty':'low','addresses':["
         "{'dimension':'time','direction':'more'},'confidence-to-act'],'applies':{'decided_by':"
         "'policy'},'duration':'12w'},{'id':'j','stage':'exploit','uncertainty':'high',"
         "'addresses':[{'dimension':'empathy','direction':'otherwise'}],'applies':{'decided_by':"
         "'staff'},'duration':'1y6mo'}]}"},
        {"soort;id;naam;waarde\ninstelling;peildatum;;5-1-2026\n"
         "instelling;planning;;6mo/01-01-2026/6w\n",
         "{'status_date':'2026-01-05','planning':{'round':'6mo','from':'2026-01-01','prepare':'6w'}"
         "}"},
        {"soort;id;waarde;planning\ninstelling;peildatum;5-1-2026;\n"
         "instelling;planning;6mo/01-01-2026/6w;\ncapability;c;;geen\ncapability;d;;1 "
         "jaar/1-7-2026\n",
         "{'status_date':'2026-01-05','planning':{'round':'6mo','from':'2026-01-01','prepare':'6w'}"
         ","
         "'capabilities':[{'id':'c','planning':'none'},{'id':'d','planning':{'round':'1y','from':"
         "'2026-07-01'}}]}"},
        {"soort;id;waarde;status;bereik;doorlooptijd;vaardigheden;niveau;voortgang;gereed\n"
         "instelling;peildatum;5-1-2026;;;;;;;\n"
         "capability;a;;in ontwikkeling;gebonden;1 mnd/2 mnd/4 mnd;half jaar;1;50%;\n"
         "capability;b;;beschikbaar;algemeen;n.v.t.;;;;31-12-2025\n"
         "capability;c;;ja;;3 maanden;;\xC2\xA0"
         "2;;\ncapability;d;;nee;;/6 weken/;;;;\n",
         "{'status_date':'2026-01-05','capabilities':[{'id':'a','status':'in-development','scope':"
         "'bound','lead_time':{'min':'1mo','likely':'2mo','max':'4mo'},'aspects':{'skills':'6mo'},"
         "'level':1,'progress':50},{'id':'b','status':'available','scope':'general','ready':"
         "'2025-12-31'},{'id':'c','status':'available','lead_time':'3mo','level':2},"
         "{'id':'d','lead_time':{'likely':'6w'}}]}"},
        {"soort;id;waarde;vereist;moment;vanaf;wachttijd;dimensie;datum;oordeel;behoefte\n"
         "instelling;peildatum;5-1-2026;;;;;;;;\ninterventie;i;;geen;;;;;;;\ncapability;c;;;;;;;;;"
         "\n"
         "eis;i;;c;gereed;begin;-2 weken;;;;\nmeting;;;;;;;Tijd;1-11-2025;te weinig;50%\n",
         "{'status_date':'2026-01-05','interventions':[{'id':'i','requires':[{'id':'c','by':'ready'"
         ","
         "'from':'start','lag':'-2w'}]}],'capabilities':[{'id':'c'}],'measurements':[{'dimension':"
         "'time','on':'2025-11-01','mismatch':'too-little','need':0.5}]}"},
        /* dimensions of its own have their own names; an id with a comma is an id */
        {"soort;id;waarde;dimensies;vereist\ninstelling;peildatum;5-1-2026;;\ndimensie;tijd;;;\n"
         "interventie;i;;tijd (meer);a, b | -\ncapability;a, b;;;\ncapability;-;;;\n",
         "{'status_date':'2026-01-05','dimensions':[{'id':'tijd'}],'interventions':[{'id':'i',"
         "'addresses':[{'dimension':'tijd','direction':'more'}],'requires':['a, b','-']}],"
         "'capabilities':[{'id':'a, b'},{'id':'-'}]}"},
        /* lines of old Macs; empty rows; a title above the heading */
        {"soort;id;waarde\rinstelling;peildatum;5-1-2026\r;;\rsegment;s;\r",
         "{'status_date':'2026-01-05','segments':[{'id':'s'}]}"},
        {"\r\nPortefeuille dienstverlening;;\r\n;;\r\nSoort;Code;Waarde\r\n"
         "Instelling;peildatum;5-1-2026\r\n\r\nSegment;s;\r\n",
         "{'status_date':'2026-01-05','segments':[{'id':'s'}]}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_meaning(cases[i].csv, cases[i].json);
}

static void write_file(const char *folder, const char *name, const char *text, char path[128])
{
    snprintf(path, 128, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void sheets_belong_together(void **state)
{
    (void)state;
    char folder[] = "/tmp/groeipad-XXXXXX", paths[4][128];
    assert_non_null(mkdtemp(folder));
    write_file(folder, "a.csv", "id;requires;level;by\ni;c;2;\nc;missing;;live\n", paths[0]);
    write_file(folder, "b.csv", "id,name,needed by\ni,One,2027-01-01\n", paths[1]);
    write_file(folder, "c.csv", "id;naam;doorlooptijd\nc;Twee;2mo\n", paths[2]);
    write_file(folder, "d.csv", "dimension,on,need\nempathy,2025-01-01,0.5\n", paths[3]);
    gp_job *job = gp_job_new();
    const char *names[] = {paths[0], paths[1], paths[2], paths[3]};
    const gp_read_options options = {.status_date = 20000};
    const gp_portfolio *portfolio;
    uint32_t count;
    assert_int_equal(gp_read_files(job, names, 4, &options, &portfolio), GP_INVALID);
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 1); /* a capability has no `by: live`; it stands in the first file */
    assert_int_equal(findings[0].code, 106);
    assert_int_equal(findings[0].place.source, 0);
    assert_int_equal(findings[0].place.line, 3);
    assert_int_equal(findings[0].place.column, 12);
    gp_job_free(job);
    write_file(folder, "a.csv", "id;requires;level;by\ni;c;2;\nc;missing;;\n", paths[0]);
    job = gp_job_new();
    assert_int_equal(gp_read_files(job, names, 4, &options, &portfolio), GP_OK);
    assert_int_equal(portfolio->intervention_count, 1);
    assert_string_equal(portfolio->interventions[0].name, "One");
    assert_int_equal(portfolio->interventions[0].requires.count, 1);
    assert_int_equal(portfolio->capabilities[0].requires.count, 1);
    assert_int_equal(portfolio->missing_count, 1);
    assert_int_equal(portfolio->measurement_count, 1);
    assert_int_equal(portfolio->interventions[0].place.source, 1);
    assert_int_equal(portfolio->capabilities[0].place.source, 2);
    gp_job_free(job);
    for (int i = 0; i < 4; i++) remove(paths[i]);
    remove(folder);
}

static void portfolios_go_there_and_back(void **state)
{
    static const json_taste tastes[] = {
        {.is_tabular = true},
        {.is_tabular = true, .has_own_keys = true},
        {.is_tabular = true, .has_own_keys = true, .has_odd_texts = true}};
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        cJSON *portfolio = random_json(seed, &tastes[seed % 3]);
        check_round_trip(portfolio, "p.csv", "csv");
        cJSON_Delete(portfolio);
    }
}

/* One file for each kind of rows, levels among them. */
static void folders_go_there_and_back(void **state)
{
    static const json_taste taste = {.is_tabular = true, .has_own_keys = true};
    char folder[] = "/tmp/gp_csv_XXXXXX", paths[16][128];
    const char *names[16];
    (void)state;
    assert_non_null(mkdtemp(folder));
    for (uint64_t seed = 1; seed <= 30; seed++) {
        gp_job *job = gp_job_new();
        cJSON *portfolio = random_json(seed, &taste);
        char *json = cJSON_PrintUnformatted(portfolio);
        const gp_portfolio *made;
        const gp_document *document;
        size_t count = 0;
        assert_int_equal(
            gp_read_document_text(job, "p.json", json, strlen(json), NULL, &made, &document),
            GP_OK);
        const gp_file_format *csv = gp_find_file_format("csv");
        for (; csv->parts[count]; count++) {
            const gp_convert_options options = {
                .format = "csv", .part = csv->parts[count], .language = seed % 2};
            gp_output out;
            assert_int_equal(gp_convert(job, document, made, NULL, &options, &out), GP_OK);
            write_file(folder, csv->parts[count], out.text, paths[count]);
            names[count] = paths[count];
        }
        const gp_read_options from = {.status_date = GP_NO_DAY, .format = "csv"};
        const gp_convert_options to = {.format = "json"};
        gp_output back;
        assert_int_equal(gp_read_document(job, names, count, &from, &made, &document), GP_OK);
        assert_int_equal(gp_convert(job, document, made, NULL, &to, &back), GP_OK);
        cJSON *after = cJSON_ParseWithLength(back.text, back.size);
        if (!cJSON_Compare(portfolio, after, true)) print_message("%s\n%s\n", json, back.text);
        assert_true(cJSON_Compare(portfolio, after, true));
        cJSON_Delete(after);
        cJSON_free(json);
        cJSON_Delete(portfolio);
        gp_job_free(job);
        for (size_t i = 0; i < count; i++) remove(names[i]);
    }
    remove(folder);
}

/* The literal levels of docs/csv.md: columns, rows of the kind level, and a sheet of levels. */
static void levels_have_columns_or_rows(void **state)
{
    static const char *const cases[] = {
        "soort;id;waarde;niveau 2 doorlooptijd;level 2 requires;niveau 3;naar niveau;vereist\n"
        "instelling;peildatum;5-1-2026;;;;;\ncapability;c;;3 maanden;d;ja;;\n"
        "capability;d;;;;nee;;\neis;c;;;;;3;d\n",
        "soort;id;waarde;niveau;doorlooptijd;vereist;naar niveau\n"
        "instelling;peildatum;5-1-2026;;;;\ncapability;c;;;;;\ncapability;d;;;;;\n"
        "niveau;c;;2;3 maanden;d;\nniveau;c;;3;;d;\n"};
    (void)state;
    for (size_t i = 0; i < 2; i++)
        check_meaning(cases[i],
                      "{'status_date':'2026-01-05','capabilities':[{'id':'c','levels':[{'level':2,"
                      "'lead_time':'3mo','requires':['d']},{'level':3,'requires':['d']}]},"
                      "{'id':'d'}]}");
}

static void what_has_no_cell_is_reported(void **state)
{
    static const char text[] =
        "{\"status_date\": \"2026-01-05\", \"title\": \"\", \"x-list\": [1],\n"
        " \"interventions\": [{\"id\": \"i\", \"x-n\": 5, \"addresses\": [\"a|b\"],\n"
        "   \"requires\": [{\"id\": \"c\", \"level\": 1, \"x-why\": \"so\"}]}],\n"
        " \"dimensions\": [{\"id\": \"a|b\"}],\n"
        " \"capabilities\": [{\"id\": \"c\", \"levels\": [{\"level\": 1}],\n"
        "   \"lead_time\": {\"likely\": \"2mo\", \"x-by\": \"me\"}}]}";
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options options = {.format = "csv"};
    gp_output out;
    uint32_t count;
    char lost[256] = "";
    assert_int_equal(
        gp_read_document_text(job, "p.json", text, sizeof text - 1, NULL, &portfolio, &document),
        GP_OK);
    assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &out), GP_OK);
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(findings[i].code, 120);
        assert_true(findings[i].place.line > 0);
        strcat(lost, findings[i].arguments[0].text);
        strcat(lost, " ");
    }
    assert_string_equal(lost, "title x-list x-n addresses lead_time ");
    gp_job_free(job);
}

/* ---- ends of lines ---- */

/* The place of the finding at hand, the cell it names and the line that is shown there. */
static void check_line(gp_job *job, size_t index, gp_spot spot, const char *cell, const char *shown)
{
    uint32_t count;
    size_t column;
    const char *line;
    char name[GP_CELL_NAME_SIZE];
    const gp_finding *found = gp_findings(job, &count);
    assert_true(index < count);
    assert_int_equal(found[index].place.line, spot.line);
    assert_int_equal(found[index].place.column, spot.column);
    assert_int_equal(gp_source_excerpt(job, found[index].place, 40, &line, &column), GP_OK);
    assert_non_null(line);
    assert_string_equal(line, shown);
    gp_format_cell(&found[index].cell, name);
    assert_string_equal(name, cell);
}

/* A CR, an LF and both end a line, in one file too, and wherever the file is cut to look again. */
static void any_end_of_line_counts_once(void **state)
{
    (void)state;
    char text[70000], file[] = "/tmp/groeipad-XXXXXX";
    const char head[] = "id,lead time,level\ra,x,0\r\n\r\nb,2mo,y\rc,2mo,\"z\r\nz\"\r\"",
               tail[] = "\"\r\nd,2mo,w\r";
    for (size_t filler = 65400; filler < 65600; filler++) { /* around 64 KB: where the view ends */
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        if (filler == 65401) filler = 65536 - sizeof head - 2;
        if (filler == 65536 - sizeof head + 2) filler = 65599;
        memcpy(text, head, sizeof head - 1);
        memset(text + sizeof head - 1, 'e', filler);
        memcpy(text + sizeof head - 1 + filler, tail, sizeof tail);
        int out = mkstemp(file);
        assert_true(out >= 0 && write(out, text, strlen(text)) == (ssize_t)strlen(text));
        close(out);
        const char *names[] = {file};
        const gp_read_options options = {.format = "csv", .status_date = 20000};
        assert_int_equal(gp_read_files(job, names, 1, &options, &portfolio), GP_INVALID);
        check_line(job, 0, (gp_spot){2, 3}, "B2", "a,x,0");
        check_line(job, 1, (gp_spot){4, 7}, "C4", "b,2mo,y");
        check_line(job, 2, (gp_spot){5, 7}, "C5", "c,2mo,\"z");
        check_line(job, 4, (gp_spot){8, 7}, "C7", "d,2mo,w");
        unlink(file);
        memcpy(file, "/tmp/groeipad-XXXXXX", sizeof file);
        gp_job_free(job);
    }
}

/* Nothing in the sheet begins with what a spreadsheet runs. */
static void formulas_are_neutralised(void **state)
{
    static const char text[] = "{\"status_date\": \"2026-01-05\", \"capabilities\": [{\"id\": "
                               "\"=cmd|'/c calc'!A1\", \"name\": \"+1\", \"owner\": \"-2\", "
                               "\"x-a\": \"@SUM(A1)\", \"x-b\": \"'=kept\", \"x-c\": \"a=b\"}]}";
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options options = {.format = "csv"};
    gp_output out;
    assert_int_equal(
        gp_read_document_text(job, "p.json", text, sizeof text - 1, NULL, &portfolio, &document),
        GP_OK);
    assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &out), GP_OK);
    assert_non_null(
        strstr(out.text, "capability,'=cmd|'/c calc'!A1,'+1,,'-2,'@SUM(A1),''=kept,a=b\r"));
    gp_job_free(job);
}

static void memory_may_run_out_anywhere(void **state)
{
    static const char text[] = HEAD DATE "capability,a,x,,,,,,,1mo/2mo/\nrequirement,a,,,b,2\n"
                                         "requirement,a,,,c,,,,1\nintervention,i\n";
    (void)state;
    gp_status status = GP_NO_MEMORY;
    for (size_t left = 0; status != GP_OK; left++) {
        gp_job *job = job_with_a_finding();
        const gp_portfolio *portfolio;
        const gp_document *document;
        const gp_convert_options options = {.format = "csv"};
        gp_output out;
        gp_fail_allocations_after(job, left);
        status =
            gp_read_document_text(job, "p.csv", text, sizeof text - 1, NULL, &portfolio, &document);
        if (status == GP_OK) status = gp_convert(job, document, portfolio, NULL, &options, &out);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        assert_true(left < 10000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_texts_have_their_place),
        cmocka_unit_test(findings_name_the_cell),
        cmocka_unit_test(messages_know_both_languages),
        cmocka_unit_test(a_missing_capability_names_the_cell),
        cmocka_unit_test(columns_have_letters),
        cmocka_unit_test(sheets_come_from_anywhere),
        cmocka_unit_test(a_sheet_of_owners_is_what_it_is_called),
        cmocka_unit_test(sheets_mean_what_they_say),
        cmocka_unit_test(sheets_belong_together),
        cmocka_unit_test(portfolios_go_there_and_back),
        cmocka_unit_test(folders_go_there_and_back),
        cmocka_unit_test(levels_have_columns_or_rows),
        cmocka_unit_test(what_has_no_cell_is_reported),
        cmocka_unit_test(any_end_of_line_counts_once),
        cmocka_unit_test(formulas_are_neutralised),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
