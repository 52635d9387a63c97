// SPDX-License-Identifier: MIT
// @ts-check
// Which views has the page? Each is a row: its words, the picture that it shows, and the tables and
// the notes below that. A view of which the page has no part is not there.
import { meta } from "./data.js";

/** @typedef {import("./words.js").Pair} Pair */

/**
 * @typedef {object} View
 * @property {string} name in the address
 * @property {Pair} title
 * @property {Pair} about one sentence: what is seen
 * @property {string | null} picture what `render` calls it
 * @property {string[]} tables
 * @property {string | null} notes what is told in sentences
 */

/** @type {readonly View[]} */
const VIEWS = [
    {
        name: "overview",
        title: ["Overview", "Overzicht"],
        about: [
            "The growth model: needs, interventions and capabilities, with what is most urgent.",
            "Het groeimodel: behoeften, interventies en capabilities, met wat het dringendst is.",
        ],
        picture: "model",
        tables: ["interventions"],
        notes: null,
    },
    {
        name: "roadmap",
        title: ["Roadmap", "Roadmap"],
        about: [
            "Every activity on a time axis, from its earliest start until it is ready.",
            "Elke activiteit op een tijdas, van de vroegste start tot zij klaar is.",
        ],
        picture: "roadmap",
        tables: ["plan"],
        notes: null,
    },
    {
        name: "path",
        title: ["Development path", "Ontwikkelpad"],
        about: [
            "Capabilities from left to right, up to the interventions that rest on them.",
            "Capabilities van links naar rechts, tot aan de interventies die erop steunen.",
        ],
        picture: "path",
        tables: ["plan"],
        notes: null,
    },
    {
        name: "map",
        title: ["Capability map", "Capabilitykaart"],
        about: [
            "Which level of each capability is there, against what is asked by now.",
            "Welk niveau van elke capability er is, tegenover wat nu gevraagd wordt.",
        ],
        picture: "map",
        tables: ["map"],
        notes: null,
    },
    {
        name: "boards",
        title: ["Boards", "Borden"],
        about: [
            "Explore, develop and exploit, and what each board asks of the capabilities.",
            "Verkennen, ontwikkelen en exploiteren, en wat elk bord van de capabilities vraagt.",
        ],
        picture: "boards",
        tables: ["boards"],
        notes: null,
    },
    {
        name: "tension",
        title: ["Field of tension", "Spanningsveld"],
        about: [
            "The iteration of each intervention against the lead time of its capabilities.",
            "De iteratie van elke interventie tegenover de doorlooptijd van haar capabilities.",
        ],
        picture: "tension",
        tables: ["clashes"],
        notes: null,
    },
    {
        name: "fit",
        title: ["Need and experience", "Behoefte en ervaring"],
        about: [
            "Need against experience per dimension, and the interventions that answer a gap.",
            "Behoefte tegenover ervaring per dimensie, en de interventies die een kloof beantwoorden.",
        ],
        picture: "fit",
        tables: ["fit"],
        notes: null,
    },
    {
        name: "clashes",
        title: ["Clashes", "Botsingen"],
        about: [
            "Interventions that wait for capabilities, and what makes them right.",
            "Interventies die op capabilities wachten, en wat dat goed maakt.",
        ],
        picture: null,
        tables: ["clashes", "repair"],
        notes: "repair",
    },
    {
        name: "gaps",
        title: ["Gaps", "Hiaten"],
        about: [
            "Capabilities that are missing, unplanned, out of reach, unfounded or premature.",
            "Capabilities die ontbreken, ongepland, buiten bereik, ongegrond of voorbarig zijn.",
        ],
        picture: null,
        tables: ["gaps"],
        notes: null,
    },
    {
        name: "scenarios",
        title: ["Scenarios", "Scenario's"],
        about: [
            "What each scenario asks for, and until when the choice can wait.",
            "Wat elk scenario vraagt, en tot wanneer de keuze kan wachten.",
        ],
        picture: null,
        tables: ["scenarios"],
        notes: null,
    },
    {
        name: "trace",
        title: ["Trace", "Van kloof naar besluit"],
        about: [
            "From every gap to the day on which it can close, and what to decide first.",
            "Van elke kloof naar de dag waarop die dicht kan, en wat eerst te beslissen is.",
        ],
        picture: null,
        tables: ["trace"],
        notes: null,
    },
    {
        name: "risk",
        title: ["Risk", "Risico"],
        about: [
            "How sure the dates are: the plan, calculated many times with other lead times.",
            "Hoe zeker de datums zijn: het plan, vele malen berekend met andere doorlooptijden.",
        ],
        picture: "risk",
        tables: ["risk"],
        notes: null,
    },
    {
        name: "changed",
        title: ["What changed", "Wat veranderde"],
        about: [
            "What is different since the older version, and which dates that moved.",
            "Wat er anders is dan in de oudere versie, en welke datums dat verschoof.",
        ],
        picture: null,
        tables: ["compare"],
        notes: "compare",
    },
    {
        name: "findings",
        title: ["Findings", "Bevindingen"],
        about: [
            "What the check found in the portfolio, with its place and what to do.",
            "Wat de controle in het portfolio vond, met de plaats en wat eraan te doen is.",
        ],
        picture: null,
        tables: ["findings"],
        notes: null,
    },
    {
        name: "leverage",
        title: ["Leverage", "Hefboom"],
        about: [
            "How many interventions rest on each capability.",
            "Hoeveel interventies op elke capability steunen.",
        ],
        picture: null,
        tables: ["leverage"],
        notes: null,
    },
];

/* What a table holds. */
/** @type {Record<string, Pair>} */
const TABLES = {
    interventions: ["Interventions: when they are live", "Interventies: wanneer ze live zijn"],
    plan: ["Plan: every step and its dates", "Plan: elke stap en haar datums"],
    map: ["Capabilities: which level is there", "Capabilities: welk niveau er is"],
    boards: ["What the boards ask of the capabilities", "Wat de borden van de capabilities vragen"],
    clashes: ["Clashes", "Botsingen"],
    repair: ["Decisions that make the dates", "Besluiten die de datums halen"],
    fit: ["Need and experience", "Behoefte en ervaring"],
    gaps: ["Gaps", "Hiaten"],
    scenarios: ["Scenarios", "Scenario's"],
    trace: ["From gap to decision", "Van kloof naar besluit"],
    risk: ["How sure the dates are", "Hoe zeker de datums zijn"],
    compare: ["What changed, and what moved", "Wat veranderde, en wat verschoof"],
    findings: ["Findings", "Bevindingen"],
    leverage: ["Leverage: what rests on what", "Hefboom: wat waarop steunt"],
};

/** What a table is called.
 * @param {string} table
 * @returns {Pair} */
export function tableTitle(table) {
    return TABLES[table] ?? [table, table];
}

/** The name of the part in which a table is.
 * @param {string} table
 * @param {string} language
 * @returns {string} */
export function tablePart(table, language) {
    const each = table + ".csv";
    return meta.parts.includes(each) ? each : table + "." + language + ".csv";
}

/** The view as far as the page has its parts; null where it has none of them.
 * @param {View} view
 * @returns {View | null} */
function withParts(view) {
    const has = (/** @type {string} */ name) => meta.parts.includes(name);
    const picture = view.picture && has(view.picture + ".en.svg") ? view.picture : null;
    const tables = view.tables.filter((table) => has(tablePart(table, "en")));
    const notes = view.notes && has(view.notes + ".en.md") ? view.notes : null;
    const isThere = view.picture ? picture : tables.length > 0 || notes;
    return isThere ? { ...view, picture, tables, notes } : null;
}

const there = /** @type {View[]} */ (VIEWS.map(withParts).filter((view) => view !== null));

/** The views that this page has, in their order.
 * @returns {readonly View[]} */
export function views() {
    return there;
}

/** The view of a name; where there is none, the first.
 * @param {string} name
 * @returns {View} */
export function viewOf(name) {
    return there.find((view) => view.name === name) ?? there[0] ?? VIEWS[0];
}
