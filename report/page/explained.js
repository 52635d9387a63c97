// SPDX-License-Identifier: MIT
// @ts-check
// What do the columns mean whose heading does not say it by itself? One sentence each, which a heading
// tells when it is pointed at or heard.

/** @typedef {readonly [string, string]} Pair English, Dutch */

/** By the name of the column; `table.column` where it means something else in one table.
 * @type {{[column: string]: Pair}} */
const explained = {
    order: ["What a row needs has a lower number", "Wat een rij nodig heeft, heeft een lager nummer"],
    layer: ["The longest chain of steps under it", "De langste keten van stappen eronder"],
    float_days: [
        "How many days its start can wait; below 0 it should have started already",
        "Hoeveel dagen het begin kan wachten; onder 0 had het al begonnen moeten zijn",
    ],
    buffer_days: [
        "How many days the work may overrun before something comes too late; below 0 it is too late",
        "Hoeveel dagen het werk mag uitlopen voordat iets te laat komt; onder 0 is het te laat",
    ],
    identify_by: [
        "The last day to identify the capability: its latest start, less the time to prepare",
        "De laatste dag om de capability te identificeren: haar uiterste begin, min de voorbereiding",
    ],
    critical: ["An intervention rests on it, and it has no buffer", "Er steunt een interventie op, en er is geen buffer"],
    not_before: [
        "It rests on something whose lead time is unknown: the date can only be later",
        "Het steunt op iets met een onbekende doorlooptijd: de datum kan alleen later zijn",
    ],
    unsure: ["A lead time on the way is unknown", "Een doorlooptijd onderweg is onbekend"],
    driver: ["What its date waits for last", "Waar de datum het laatst op wacht"],
    round_wait: ["Days in which nothing happens, until the next planning round", "Dagen waarin niets gebeurt, tot de volgende planronde"],
    cycle_wait: ["Days until the end of the intervention's cycle", "Dagen tot het einde van de cyclus van de interventie"],
    release_wait: ["Days before it may start", "Dagen voordat het mag beginnen"],
    lag: ["Days between two steps that a requirement asks", "Dagen tussen twee stappen die een eis vraagt"],
    "leverage.direct": ["Interventions that ask for it themselves", "Interventies die er zelf om vragen"],
    "leverage.all": ["Interventions that rest on it, by others too", "Interventies die erop steunen, ook via andere"],
    "leverage.must": ["Interventions that have no other way", "Interventies die geen andere weg hebben"],
    "leverage.through": ["Interventions of which every chain runs through it", "Interventies waarvan elke keten erlangs loopt"],
    match: ["Is it as far as the stage of what asks for it?", "Is het zo ver als de fase van wat erom vraagt?"],
    robustness: ["No regret: every scenario asks for it", "Altijd nodig: elk scenario vraagt erom"],
    bound: ["With less it has been shown to be impossible", "Voor minder is bewezen dat het niet kan"],
    criticality: ["How often it is on the chain that decides a live date", "Hoe vaak het op de keten zit die een livedatum bepaalt"],
    cruciality: [
        "That, times how closely the date follows how long it takes",
        "Dat maal hoe sterk de datum meebeweegt met de duur",
    ],
    ssi: ["Schedule sensitivity index: spread of the step against that of the date", "Gevoeligheidsindex: spreiding van de stap tegen die van de datum"],
    spearman: ["How closely the date follows how long it takes, from -1 to 1", "Hoe sterk de datum meebeweegt met de duur, van -1 tot 1"],
    merge_bias_days: ["Where chains join, the last one counts", "Waar ketens samenkomen, telt de laatste"],
    standard_error: ["The draws may be off by so much", "Zoveel kunnen de trekkingen ernaast zitten"],
    "compare.share": ["How much of the move is due to this change", "Hoeveel van de verschuiving door deze wijziging komt"],
    "compare.alone": ["How much it moves with this change only", "Hoeveel het verschuift met alleen deze wijziging"],
    "compare.without": ["How much less it moves without this change", "Hoeveel minder het verschuift zonder deze wijziging"],
};

/** What a column of a table means, where its heading does not say so.
 * @param {string} table
 * @param {string} column
 * @returns {Pair|null} */
export function explanationOf(table, column) {
    const own = table + "." + column;
    if (Object.hasOwn(explained, own)) return explained[own];
    return Object.hasOwn(explained, column) ? explained[column] : null;
}
