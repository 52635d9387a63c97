// SPDX-License-Identifier: MIT
// Which command says the same as a part of the page, byte for byte?
import { command } from "./tools.mjs";

const csv = ["--format", "csv", "--separator", "comma", "--lang", "en"];
const views = ["model", "roadmap", "path", "map", "boards", "tension", "fit"];
const tables = ["plan", "clashes", "gaps", "boards", "map", "fit", "trace", "scenarios", "leverage"];
const languages = ["en", "nl"];

/** name of the part -> arguments after the command's own name, with FILE for the portfolio. */
function argumentsOf(name) {
    const [what, ...ends] = name.split(".");
    const [language, ending] = ends.length === 2 ? ends : ["en", ends[0]];
    if (name === "portfolio.json") return ["convert", "FILE", "--to", "json"];
    if (name === "plan.json") return null;
    if (ending === "svg" && views.includes(what)) return ["render", what, "FILE", "--lang", language];
    if (ending === "csv" && tables.includes(what)) return [what, "FILE", ...csv];
    if (what === "findings") return ["check", "FILE", "--format", "csv", "--separator", "comma", "--lang", language];
    if (what === "repair" && ending === "md") return ["repair", "FILE", "--format", "markdown", "--lang", language];
    if (what === "repair" && ending === "csv") return ["repair", "FILE", ...csv];
    return null;
}

/** What the command writes where the page has this part; null where no command does. */
export function saidByCommand(name, file) {
    const args = argumentsOf(name);
    return args && command(args.map((word) => (word === "FILE" ? file : word)), { codes: [0, 1] });
}

/** The parts that every page with interventions has. */
export const alwaysThere = [
    "portfolio.json", "links.json", ...languages.map((language) => `whys.${language}.json`), ...languages.map((language) => `findings.${language}.csv`),
    ...views.filter((view) => view !== "fit").flatMap((view) => languages.map((language) => `${view}.${language}.svg`)),
    ...tables.filter((table) => table !== "fit" && table !== "scenarios").map((table) => `${table}.csv`), "interventions.csv",
];
