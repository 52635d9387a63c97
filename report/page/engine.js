// SPDX-License-Identifier: MIT
// @ts-check
// The plan is made again by the same core that made this page, compiled to WebAssembly. This file
// loads it when the page has been painted, hands it the portfolio and the changes, and reads its
// answers; there is no second way in this page to make a date.
import { bytes, hasPart, meta, part } from "./data.js";
import { language } from "./words.js";

/** @typedef {import("./changes.js").Changes} Changes */
/** @typedef {{code: string, severity: string, message: string, id: string|null, file: string|null,
 *   line: number|null, column: number|null, hint: string|null, data?: {[key: string]: any}}} Finding */
/** @typedef {{en: Finding[], nl: Finding[]}} Problems why something cannot be, in both languages */
/** @typedef {{memory: WebAssembly.Memory, engine_room: (size: number) => number,
 *   engine_open: (size: number) => number, engine_change: (size: number) => number,
 *   engine_part: (size: number) => number, engine_size: () => number, _initialize?: () => void}} Exports */

/** A change that cannot be made. Its message is that of the first finding. */
export class Refused extends Error {
    /** @param {Problems} problems */
    constructor(problems) {
        super(problems[language()][0].message);
        this.name = "Refused";
        this.problems = problems;
    }
}

/** What the core has no words for, because it could not even read it. */
const unreadable = ["There is a value in it that cannot be read.", "Er staat een waarde in die niet te lezen is."];

const EBADF = 8; /* what the few functions of a system answer that the core never needs */
const FIRST_PAINT = 50; /* milliseconds, where a browser cannot tell that it is idle */

/** @type {WebAssembly.Module|null} */
let compiled = null;
/** @type {Exports|null} */
let core = null;
let wasOpened = false;
/** What the core is opened with.
 * @type {string} */
let opening = "";
/* Which changes the core has now, and which the page shows: a question about other changes in
 * between (see tryChanges) moves only the first. */
let held = "";
let shown = "{}";

/** @type {(isOpen: boolean) => void} */
let opened;

/** Will be true when changes can be made; false when this page cannot.
 * @type {Promise<boolean>} */
export const ready = new Promise((resolve) => (opened = resolve));

/** Can changes be made now? Also when the core broke down: it is then replaced.
 * @returns {boolean} */
export function isReady() {
    return wasOpened;
}

/** Loads the core when the browser has nothing better to do. */
export function openEngine() {
    if (!meta.has_engine) {
        opened(false);
        return;
    }
    const load = () =>
        loadEngine().then(
            () => opened(true),
            () => opened(false),
        );
    if ("requestIdleCallback" in window) requestIdleCallback(load, { timeout: 1000 });
    else setTimeout(load, FIRST_PAINT);
}

async function loadEngine() {
    const [code, portfolio] = await Promise.all([bytes("engine.wasm"), part("portfolio.json")]);
    compiled = await WebAssembly.compile(/** @type {BufferSource} */ (code));
    const original = hasPart("original.json") ? await part("original.json") : "";
    opening = JSON.stringify({ portfolio, original, settings: meta.settings });
    start();
    wasOpened = true;
}

/** A fresh core with the portfolio as it was written. */
function start() {
    if (!compiled) throw new Error("no engine");
    const instance = new WebAssembly.Instance(compiled, systemFor(compiled));
    const fresh = /** @type {any} */ (instance.exports);
    fresh._initialize?.();
    if (fresh.engine_open(write(fresh, opening)) !== 0) throw new Error("the engine cannot open the portfolio");
    core = fresh;
    held = "{}";
}

/** What a WebAssembly module may ask of a system. There is none: every question is refused, and a
 * core that gives up is an error.
 * @param {WebAssembly.Module} module
 * @returns {WebAssembly.Imports} */
function systemFor(module) {
    /** @type {{[module: string]: {[name: string]: any}}} */
    const system = {};
    for (const wanted of WebAssembly.Module.imports(module)) {
        if (wanted.kind !== "function") continue;
        system[wanted.module] ??= {};
        system[wanted.module][wanted.name] = () => EBADF;
        if (wanted.name === "proc_exit")
            system[wanted.module][wanted.name] = () => {
                throw new Error("the engine gave up");
            };
    }
    return system;
}

/** @param {Exports} to
 * @param {string} text
 * @returns {number} its size */
function write(to, text) {
    const encoded = new TextEncoder().encode(text);
    const at = to.engine_room(encoded.length);
    if (at === 0) throw new Error("the engine has no memory left");
    new Uint8Array(to.memory.buffer, at, encoded.length).set(encoded);
    return encoded.length;
}

/** Asks the core something. One that broke down is replaced by a fresh one, for whoever asks next.
 * @template T
 * @param {(core: Exports) => T} question
 * @returns {T} */
function ask(question) {
    if (!core) start();
    try {
        return question(/** @type {Exports} */ (core));
    } catch (error) {
        core = null;
        throw error;
    }
}

/** @param {Exports} from
 * @param {string} name
 * @returns {string|null} */
function readPart(from, name) {
    const at = from.engine_part(write(from, name));
    if (at === 0) return null;
    return new TextDecoder().decode(new Uint8Array(from.memory.buffer, at, from.engine_size()));
}

/** Makes the plan with these changes to what was written.
 * @param {string} changes
 * @returns {Problems|null} null: it is made */
function make(changes) {
    return ask((now) => {
        if (held === changes) return null;
        held = "";
        if (now.engine_change(write(now, changes)) !== 0)
            return {
                en: findingsIn(readPart(now, "problems.en.json"), unreadable[0]),
                nl: findingsIn(readPart(now, "problems.nl.json"), unreadable[1]),
            };
        held = changes;
        return null;
    });
}

/** The errors among findings: first those of the changes themselves, for what else is wrong follows
 * from them.
 * @param {string|null} text
 * @param {string} otherwise what is said where there are none
 * @returns {Finding[]} */
function findingsIn(text, otherwise) {
    const all = /** @type {Finding[]} */ (JSON.parse(text ?? "{}").findings ?? []);
    const errors = all.filter((finding) => finding.severity === "error");
    const own = errors.filter((finding) => finding.file?.startsWith("--"));
    if (own.length) return own;
    return errors.length ? errors : [findingOf(otherwise)];
}

/** A finding that is not the core's.
 * @param {string} message
 * @returns {Finding} */
export function findingOf(message) {
    return { code: "", severity: "error", message, id: null, file: null, line: null, column: null, hint: null };
}

/** The plan with these changes, which nothing on the page shows: for who only asks.
 * @param {Changes} changes
 * @returns {any} the document of `plan --format json` */
export function tryChanges(changes) {
    const problems = make(JSON.stringify(changes));
    if (problems) throw new Refused(problems);
    return JSON.parse(ask((now) => readPart(now, "plan.json")) ?? "{}");
}

/** The plan with these changes, from now on the one whose parts partOf() tells.
 * @param {Changes} changes
 * @returns {any} the document of `plan --format json` */
export function replan(changes) {
    const plan = tryChanges(changes);
    shown = JSON.stringify(changes);
    return plan;
}

/** A part of the plan that is shown: "roadmap.en.svg", "compare.json".
 * @param {string} name
 * @returns {string} */
export function partOf(name) {
    make(shown);
    const text = ask((now) => readPart(now, name));
    if (text === null) throw new Error("no part of this plan: " + name);
    return text;
}

/** The changes of the plan that is shown as a file for --changes.
 * @returns {string} */
export function changesFile() {
    return partOf("changes.json");
}
