// SPDX-License-Identifier: MIT
// @ts-check
// Which activity or record is an element of a picture? Its id tells: PREFIX__ID__LEVEL, and for an
// arrow PREFIX__FROM__LEVEL__TO__LEVEL, where other bytes than letters, digits and - are escaped, as
// render/element_id.c does it.
import { keyOf } from "./model.js";

/** @typedef {import("./model.js").World} World */
/** @typedef {{id: string, level: number | null, keys: string[]}} Subject keys: the activities of it */

const KEPT_MAX = 64; /* bytes of an id that are written out */
const DRAWN = new Set(["capability", "intervention"]); /* the records that are items of pictures */
const ENDS = new Set(["in", "out"]);

/** An id of the portfolio as it stands in the id of an element.
 * @param {string} id
 * @returns {string} */
export function escapeId(id) {
    const bytes = new TextEncoder().encode(id);
    const kept = bytes.length <= KEPT_MAX ? bytes : bytes.subarray(0, KEPT_MAX / 2);
    let text = "";
    for (const byte of kept) {
        const letter = String.fromCharCode(byte);
        text += /[A-Za-z0-9-]/.test(letter) ? letter : "_" + byte.toString(16).padStart(2, "0");
    }
    return bytes.length <= KEPT_MAX ? text : text + "_x" + hash(bytes);
}

/** FNV-1a of 64 bits, as 16 hexadecimal digits.
 * @param {Uint8Array} bytes
 * @returns {string} */
function hash(bytes) {
    let value = 14695981039346656037n;
    for (const byte of bytes) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 1099511628211n);
    return value.toString(16).padStart(16, "0");
}

/** All ids of a world by how they are escaped.
 * @param {World} world
 * @returns {Map<string, string>} */
export function escapedIds(world) {
    const ids = new Map();
    for (const id of world.byId.keys()) ids.set(escapeId(id), id);
    for (const { id, kind } of world.records.values())
        if (DRAWN.has(kind)) ids.set(escapeId(id), id);
    return ids;
}

/** The activities of an id: the one of that level, or all of them where no level is told.
 * @param {World} world
 * @param {string} id
 * @param {number | null} level
 * @returns {string[]} */
export function keysOf(world, id, level) {
    const exact = keyOf({ id, level });
    if (world.byKey.has(exact)) return [exact];
    return level === null ? (world.byId.get(id) ?? []).map(keyOf) : [];
}

/** What an element is about; null where it is about nothing that the portfolio has an id for.
 * @param {World} world
 * @param {Map<string, string>} ids
 * @param {string} elementId
 * @returns {Subject | null} */
export function subjectOf(world, ids, elementId) {
    const [prefix, escaped, level, ...more] = elementId.split("__");
    if (prefix === "" || escaped === undefined || more.length > 0) return null;
    return subjectAt(world, ids, level === undefined ? [escaped] : [escaped, level]);
}

/** From where to where an arrow goes; null where it is no arrow.
 * @param {World} world
 * @param {Map<string, string>} ids
 * @param {string} elementId
 * @returns {[Subject, Subject] | null} */
export function endsOf(world, ids, elementId) {
    const pieces = elementId.split("__").slice(1);
    if (pieces.length > 2 && ENDS.has(pieces[pieces.length - 1])) pieces.pop();
    for (const size of [1, 2]) {
        const from = subjectAt(world, ids, pieces.slice(0, size));
        const to = subjectAt(world, ids, pieces.slice(size));
        if (from && to) return [from, to];
    }
    return null;
}

/**
 * @param {World} world
 * @param {Map<string, string>} ids
 * @param {string[]} pieces an escaped id, and a level where there is one
 * @returns {Subject | null} */
function subjectAt(world, ids, pieces) {
    if (pieces.length < 1 || pieces.length > 2) return null;
    const id = ids.get(pieces[0]);
    if (id === undefined) return null;
    if (pieces.length === 2 && !/^\d+$/.test(pieces[1])) return null;
    const level = pieces.length === 2 ? Number(pieces[1]) : null;
    return { id, level, keys: keysOf(world, id, level) };
}
