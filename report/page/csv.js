// SPDX-License-Identifier: MIT
// @ts-check
// CSV as the commands write it, in and out: commas, quotes around what needs them, lines that end in
// CR LF or LF. What a spreadsheet would run as a formula has an apostrophe before it: that stays in
// what is copied, and does not belong to what people read.

/** Rows of cells, the heading first.
 * @param {string} text
 * @returns {string[][]} */
export function readCsv(text) {
    const rows = [];
    let row = [];
    let at = text.startsWith("\uFEFF") ? 1 : 0;
    while (at < text.length) {
        const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
        row.push(cell.text);
        at = cell.end;
        if (text[at] === ",") {
            at++;
            if (at < text.length) continue;
            row.push("");
        }
        if (text[at] === "\r") at++;
        if (text[at] === "\n") at++;
        rows.push(row);
        row = [];
    }
    return rows;
}

/** A cell up to the comma or the end of the line.
 * @param {string} text
 * @param {number} start */
function plainCell(text, start) {
    let end = start;
    while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end++;
    return { text: text.slice(start, end), end };
}

/** A cell within quotes; a quote in it stands twice.
 * @param {string} text
 * @param {number} start */
function quotedCell(text, start) {
    let end = start + 1;
    while (end < text.length && (text[end] !== '"' || text[end + 1] === '"'))
        end += text[end] === '"' ? 2 : 1;
    return { text: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
}

/** The text of rows of cells.
 * @param {string[][]} rows
 * @param {string} separator
 * @returns {string} */
export function writeCsv(rows, separator) {
    const written = (/** @type {string} */ cell) => writtenCell(cell, separator);
    return rows.map((row) => row.map(written).join(separator) + "\r\n").join("");
}

/** @param {string} cell
 * @param {string} separator */
function writtenCell(cell, separator) {
    return /["\r\n]/.test(cell) || cell.includes(separator) ? '"' + cell.replaceAll('"', '""') + '"' : cell;
}

/** What people read of a cell.
 * @param {string} cell
 * @returns {string} */
export function shownCell(cell) {
    return /^'[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell;
}
