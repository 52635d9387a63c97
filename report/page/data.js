// SPDX-License-Identifier: MIT
// @ts-check
// Where does the page keep its data? In script elements of type JSON (at once) and as packed parts
// (base64 of raw deflate), which are unpacked when somebody asks for them, once.

/**
 * @typedef {object} Meta what the page is about
 * @property {number} groeipad
 * @property {string} version
 * @property {string} title
 * @property {string} status_date
 * @property {"en" | "nl"} language
 * @property {boolean} has_engine
 * @property {{status_date: string | null, float: "each" | "portfolio", scenario: string | null}} settings
 * @property {string[]} parts
 * @property {boolean} has_risk
 * @property {boolean} has_older
 * @property {string | null} older
 */

/**
 * @typedef {object} Activity a row of `plan --format json`
 * @property {string} id
 * @property {number | null} level
 * @property {"capability" | "intervention" | "prerequisite" | "missing"} kind
 * @property {string | null} name
 * @property {number} order
 * @property {number} layer
 * @property {string} earliest_start
 * @property {string} earliest_ready
 * @property {string | null} latest_start
 * @property {string | null} latest_ready
 * @property {number | null} float_days
 * @property {number | null} buffer_days
 * @property {string | null} identify_by
 * @property {boolean} critical
 * @property {boolean} not_before
 * @property {{id: string, level: number | null} | null} driver
 * @property {string | null} owner
 * @property {string | null} stage
 * @property {string | null} status
 * @property {string[]} tags
 * @property {string | null} parent
 */

/**
 * @typedef {object} Promised an intervention of `plan --format json`: when it is asked and when it is there
 * @property {string} id
 * @property {string | null} needed_by
 * @property {string} earliest_ready
 * @property {number} late_days
 * @property {number} late_cycles
 * @property {{id: string, level: number | null}[]} critical_path
 * @property {Record<string, string | number>} elapsed
 */

/**
 * @typedef {object} Plan the answer of `plan --format json`
 * @property {string | null} title
 * @property {string} status_date
 * @property {"each" | "portfolio"} float
 * @property {Activity[]} activities
 * @property {Promised[]} interventions
 */

/** @type {Meta} */
export const meta = readJson("meta");

/** @type {Plan} */
export const plan = readJson("plan");

/** @type {Map<string, Element>} */
const packed = new Map();
for (const element of document.querySelectorAll("script[data-part]"))
    packed.set(element.getAttribute("data-part") ?? "", element);

/** @type {Map<string, Promise<Uint8Array>>} */
const unpacked = new Map();

/** @type {Map<string, Promise<string>>} */
const texts = new Map();

/**
 * @param {string} id
 * @returns {any}
 */
function readJson(id) {
    return JSON.parse(document.getElementById(id)?.textContent || "{}");
}

/**
 * Is this part in the page?
 * @param {string} name
 * @returns {boolean}
 */
export function hasPart(name) {
    return packed.has(name);
}

/**
 * The text of a part as it is in the page, without a byte order mark. Of the plan of now, which may
 * have been changed, world().part() tells.
 * @param {string} name
 * @returns {Promise<string>}
 */
export function part(name) {
    let text = texts.get(name);
    if (text === undefined) {
        text = bytes(name).then((all) => new TextDecoder().decode(all));
        texts.set(name, text);
    }
    return text;
}

/**
 * The bytes of a part as it is in the page.
 * @param {string} name
 * @returns {Promise<Uint8Array>}
 */
export function bytes(name) {
    let all = unpacked.get(name);
    if (all === undefined) {
        all = unpack(name);
        unpacked.set(name, all);
    }
    return all;
}

/**
 * @param {string} name
 * @returns {Promise<Uint8Array>}
 */
async function unpack(name) {
    const element = packed.get(name);
    if (element === undefined) throw new Error("no part of this page: " + name);
    const deflated = fromBase64((element.textContent ?? "").trim());
    const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
function fromBase64(text) {
    const binary = atob(text);
    const all = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) all[i] = binary.charCodeAt(i);
    return all;
}
