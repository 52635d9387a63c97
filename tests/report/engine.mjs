// SPDX-License-Identifier: MIT
// The module of the page, in node, against the command: the same changes give the same plan, to the
// byte, and the parts of a page are those that `report` writes.
// usage: node tests/report/engine.mjs GROEIPAD ENGINE FOLDER      FOLDER: for what is made here
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { makeChanges, makePortfolio, makeRandom } from "./portfolios.mjs";

const [groeipad, engineFile, folder] = process.argv.slice(2);
const bytes = fs.readFileSync(engineFile);
const module = new WebAssembly.Module(bytes);
let failures = 0;
let compared = 0;

function check(isRight, what) {
    compared++;
    if (isRight) return;
    if (++failures <= 20) console.log(`engine: ${what}`);
}

class Engine {
    constructor(text, settings = {}) {
        this.exports = new WebAssembly.Instance(module, {}).exports;
        this.opened = this.exports.engine_open(this.put(JSON.stringify({ portfolio: text, settings })));
    }
    put(text) {
        const encoded = new TextEncoder().encode(text);
        const place = this.exports.engine_room(encoded.length);
        new Uint8Array(this.exports.memory.buffer, place, encoded.length).set(encoded);
        return encoded.length;
    }
    change(changes) {
        return this.exports.engine_change(this.put(JSON.stringify(changes)));
    }
    part(name) {
        const place = this.exports.engine_part(this.put(name));
        if (!place) return null;
        return new TextDecoder().decode(new Uint8Array(this.exports.memory.buffer, place, this.exports.engine_size()));
    }
    get memory() {
        return this.exports.memory.buffer.byteLength;
    }
}

function optionsOf(changes) {
    const options = [];
    if (changes.scenario) options.push("--scenario", changes.scenario);
    for (const id of changes.measures ?? []) options.push("--measure", id);
    for (const [target, value] of Object.entries(changes.set ?? {}))
        options.push("--set", `${target}=${typeof value === "string" ? value : JSON.stringify(value)}`);
    for (const text of changes.require ?? []) options.push("--require", text);
    for (const text of changes.drop ?? []) options.push("--drop", text);
    return options;
}

function run(...words) {
    const ended = spawnSync(groeipad, words, { encoding: "utf8", maxBuffer: 1 << 28 });
    return { code: ended.status, text: ended.stdout, said: ended.stderr };
}

const withoutFindings = (text) => text.slice(0, text.lastIndexOf('\n"findings":'));
const errorsOf = (text) => JSON.parse(text).findings.filter((f) => f.severity === "error").map((f) => `${f.code} ${f.message}`).sort();

// Errors without which there would be a plan. The command tells what else there is to say as well, such
// as circles in what could not be read.
const standsInTheWay = (error) => error.startsWith("GP1");

// ---- plans ----

// Places are those of the file on one side, and of what the page holds on the other.
const withoutPlaces = (text) => text.replace(/"place":"[^"]*"/g, "");

function comparePlan(engine, file, changes, options = []) {
    const what = `${file} ${JSON.stringify(changes)}`;
    const before = engine.part("plan.json");
    const failed = engine.change(changes) !== 0;
    const told = run("plan", file, "--format", "json", "--lang", "en", ...options, ...optionsOf(changes));
    check(failed === (told.code !== 0), `${what}: ${failed ? "refused" : "planned"}, the command ended with ${told.code}`);
    if (failed) {
        check(engine.part("plan.json") === before, `${what}: was refused, and the plan is another`);
        const problems = errorsOf(engine.part("problems.en.json"));
        const expected = errorsOf(told.text).filter(standsInTheWay);
        const untold = expected.filter((error) => !problems.includes(error));
        check(problems.every((error) => expected.includes(error)), `${what}: problems ${problems}, not ${expected}`);
        check(untold.every((error) => error.startsWith("GP107") && problems.length), `${what}: nothing of ${untold}`);
        check(problems.length > 0, `${what}: refused without a word`);
        return false;
    }
    check(withoutFindings(engine.part("plan.json")) === withoutFindings(told.text), `${what}: another plan`);
    check(errorsOf(engine.part("problems.en.json")).length === 0, `${what}: problems of a plan that is there`);
    return true;
}

function write(name, portfolio) {
    const file = path.join(folder, name);
    fs.writeFileSync(file, JSON.stringify(portfolio));
    return file;
}

// ---- parts ----

function partsOfPage(file, options) {
    const page = path.join(folder, "page.html");
    execFileSync(groeipad, ["report", file, "--output", page, "--quiet", ...options], { stdio: "ignore" });
    const html = fs.readFileSync(page, "utf8");
    const parts = new Map();
    for (const [, name, packed] of html.matchAll(/data-part="([^"]*)">([^<]*)</g))
        if (name !== "engine.wasm") parts.set(name, zlib.inflateRawSync(Buffer.from(packed, "base64")).toString());
    return parts;
}

// Where a page has more than the module: what makes dates, and the places in the options' own words.
const isOfPageOnly = (name) => /^(clashes|repair|risk|portfolio|original|findings)\./.test(name);

function compareParts(file, changes) {
    const engine = new Engine(fs.readFileSync(file, "utf8"));
    if (engine.change(changes) !== 0) return;
    const parts = partsOfPage(file, optionsOf(changes));
    check(parts.size > 25, `${file}: a page with ${parts.size} parts`);
    for (const [name, text] of parts) {
        const made = engine.part(name);
        if (/^(repair|risk|original)\./.test(name)) check(made === null, `${name}: is made, and cannot be`);
        else check(made, `${name}: is not made`);
        if (!isOfPageOnly(name)) check(withoutPlaces(made) === withoutPlaces(text), `${file} ${JSON.stringify(changes)}: another ${name}`);
    }
    compareAnswers(engine, file, changes);
}

function compareAnswers(engine, file, changes) {
    const options = [file, "--lang", "en", ...optionsOf(changes)];
    if (!optionsOf(changes).length) return;
    check(engine.part("compare.en.md") === run("compare", ...options, "--format", "markdown").text, `${file}: another comparison`);
    check(engine.part("compare.csv") === run("compare", ...options, "--format", "csv").text, `${file}: another table of what moved`);
    check(engine.part("changes.json") === run("compare", ...options, "--to", "changes").text, `${file}: other changes`);
    const moved = engine.part("compare.json");
    check(withoutFindings(moved) === withoutFindings(run("compare", ...options, "--format", "json").text), `${file}: another comparison as JSON`);
}

// ---- what there is ----

function compareExamples() {
    const files = fs.readdirSync("examples").filter((name) => name.endsWith(".json")).map((name) => `examples/${name}`);
    for (const file of files) {
        const text = fs.readFileSync(file, "utf8");
        const portfolio = JSON.parse(text);
        if (run("plan", file).code !== 0) continue;
        const engine = new Engine(text);
        check(engine.opened === 0, `${file}: is not planned`);
        comparePlan(engine, file, {});
        for (const measure of portfolio.measures ?? []) comparePlan(engine, file, { measures: [measure.id] });
        for (const scenario of portfolio.scenarios ?? []) comparePlan(engine, file, { scenario: scenario.id });
        comparePlan(engine, file, { set: { "planning.round": "6mo" } });
        for (const capability of portfolio.capabilities.slice(0, 4))
            comparePlan(engine, file, { set: { [`${capability.id}.lead_time`]: "10mo" } });
        compareParts(file, { set: { "planning.round": "6mo" } });
    }
    const engine = new Engine(fs.readFileSync("examples/minimal.json", "utf8"), { float: "portfolio", status_date: "2024-03-01" });
    comparePlan(engine, "examples/minimal.json", {}, ["--float", "portfolio", "--status-date", "2024-03-01"]);
}

function compareRandom(count, changesEach) {
    const random = makeRandom(17);
    let planned = 0;
    let refused = 0;
    for (let i = 0; i < count; i++) {
        const portfolio = makePortfolio(random, 5 + random.below(56));
        const file = write(`random-${i}.json`, portfolio);
        const engine = new Engine(JSON.stringify(portfolio));
        check(engine.opened === 0, `${file}: is not planned`);
        for (let k = 0; k < changesEach; k++) {
            if (comparePlan(engine, file, makeChanges(random, portfolio))) planned++;
            else refused++;
        }
        for (const scenario of portfolio.scenarios ?? []) compareInScenario(file, portfolio, scenario.id);
        if (i % 25 === 0) compareParts(file, makeChanges(random, portfolio, true));
    }
    check(planned > count && refused > count / 10, `${planned} planned and ${refused} refused: too few of one`);
    return { planned, refused };
}

// A page that was made in a scenario stays in it, until another is asked for, or none.
function compareInScenario(file, portfolio, scenario) {
    const engine = new Engine(JSON.stringify(portfolio), { scenario });
    const set = { [`${portfolio.interventions[0].id}.needed_by`]: "2026-01-01" };
    comparePlan(engine, file, { set }, ["--scenario", scenario]);
    comparePlan(engine, file, { set, scenario: null });
    comparePlan(engine, file, { set, scenario: portfolio.scenarios[0].id });
}

// Nothing stays of a change when the next one comes.
function changeOften(count) {
    const random = makeRandom(4);
    const portfolio = makePortfolio(random, 20);
    const engine = new Engine(JSON.stringify(portfolio));
    const changes = Array.from({ length: 10 }, () => makeChanges(random, portfolio));
    const names = ["plan.json", "roadmap.en.svg", "problems.nl.json", "findings.en.csv", "compare.nl.md", "changes.json"];
    let before = 0;
    for (let i = 0; i < count; i++) {
        engine.change(changes[i % changes.length]);
        if (i % 10 === 0) engine.part(names[(i / 10) % names.length]);
        if (i === count / 2) before = engine.memory; /* it has found its size by then */
    }
    check(engine.memory === before, `memory grew from ${before} to ${engine.memory} bytes`);
}

function refuseWhatIsNoRequest() {
    const engine = new Engine("{}");
    check(new Engine("no JSON").opened === 1, "what is no JSON is planned");
    check(new Engine("").opened === 1, "nothing is planned");
    for (const request of ["", "[]", "{", '{"set":[]}', '{"measures":[1]}', '{"drop":[{}]}']) {
        const size = engine.put(request);
        check(engine.exports.engine_change(size) === 1, `a request of ${request} is taken`);
    }
    check(engine.part("no.such.part") === null, "there is a part that cannot be");
}

check(WebAssembly.Module.imports(module).length === 0, "the module asks something of the page");
compareExamples();
const told = compareRandom(100, 5);
changeOften(10000);
refuseWhatIsNoRequest();
console.log(`engine: ${compared} comparisons, ${told.planned} plans and ${told.refused} refusals of random changes, ${failures} failed`);
process.exit(failures ? 1 : 0);
