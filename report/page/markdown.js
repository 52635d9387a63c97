// SPDX-License-Identifier: MIT
// @ts-check
// The Markdown that the commands write, as elements: headings, paragraphs, lists within lists, tables,
// what opens and closes (details), bold and code. Only those; all else stays the text that it is.
import { add, clear, h } from "./dom.js";
import { world } from "./model.js";
import { withDates } from "./text.js";
import { say } from "./words.js";

const words = {
    table: ["Table: {0}", "Tabel: {0}"],
};

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#64": "@" };
const SUMMARY = /^<details><summary>(.*)<\/summary>$/;
const HEADING = /^(#{1,6}) +(.*)$/;
const ITEM = /^( *)(?:[-*]|(\d+)\.) +(.*)$/;
const FEW = 15; /* rows that are shown whole, without a box that scrolls */
const SHORT = 12; /* letters that stay on a line: "2 points" */
const RULE = /^\|?[ :|-]*-[ :|-]*$/;

/* What is closed on the screen is open on paper, where nobody can open it. */
/** @type {Set<HTMLDetailsElement>} */
const openOnPaper = new Set();
addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details"))
        if (!details.open && details.closest(".markdown, .panel")) {
            openOnPaper.add(details);
            details.open = true;
        }
});
addEventListener("afterprint", () => {
    for (const details of openOnPaper) details.open = false;
    openOnPaper.clear();
});

/** Fills a place with a text.
 * @param {Element} place
 * @param {string} text */
export function showMarkdown(place, text) {
    clear(place);
    const root = h("div", { class: "markdown" });
    addBlocks(root, new Lines(isTitle(text) ? text.slice(text.indexOf("\n")) : text));
    place.append(root);
}

/** Does it begin with the title of the portfolio, which the page has at its top?
 * @param {string} text */
function isTitle(text) {
    const heading = HEADING.exec(text.slice(0, Math.max(text.indexOf("\n"), 0)));
    const title = world().plan.title;
    return Boolean(heading && title && h("p", null, inline(heading[2])).textContent?.startsWith(title));
}

/* The lines of a text, and how far we are. */
class Lines {
    /** @param {string} text */
    constructor(text) {
        this.lines = text.split(/\r?\n/);
        this.at = 0;
    }

    /** @returns {string|undefined} */
    get next() {
        return this.lines[this.at];
    }
}

/* ---- blocks ---- */

/** @param {Element} into
 * @param {Lines} lines */
function addBlocks(into, lines) {
    for (let line = lines.next; line !== undefined && line !== "</details>"; line = lines.next) {
        const heading = HEADING.exec(line);
        const summary = SUMMARY.exec(line);
        if (line.trim() === "") lines.at++;
        else if (heading) {
            lines.at++;
            const tag = /** @type {"h3"} */ ("h" + heading[1].length);
            into.append(withInline(h(tag), heading[2]));
        } else if (summary) into.append(readDetails(lines, summary[1]));
        else if (isTable(lines)) into.append(readTable(lines));
        else if (ITEM.test(line)) into.append(readList(lines));
        else into.append(readParagraph(lines));
    }
}

/** @param {Lines} lines
 * @param {string} summary */
function readDetails(lines, summary) {
    lines.at++;
    const details = h("details", null, withInline(h("summary"), summary));
    details.setAttribute("data-words", details.textContent ?? "");
    addBlocks(details, lines);
    lines.at++;
    return details;
}

/** @param {Lines} lines */
function readParagraph(lines) {
    const text = [lines.next ?? ""];
    lines.at++;
    for (let line = lines.next; line !== undefined && line.trim() !== ""; line = lines.next) {
        if (HEADING.test(line) || SUMMARY.test(line) || ITEM.test(line) || line === "</details>" || isTable(lines)) break;
        text.push(line);
        lines.at++;
    }
    return withInline(h("p"), text.join(" "));
}

/** A list, with the lists within it, which are further to the right.
 * @param {Lines} lines */
function readList(lines) {
    const first = /** @type {RegExpExecArray} */ (ITEM.exec(lines.next ?? ""));
    const indent = first[1].length;
    const list = h(first[2] === undefined ? "ul" : "ol");
    let item = null;
    for (let line = lines.next; line !== undefined; line = lines.next) {
        const found = ITEM.exec(line);
        if (found && found[1].length < indent) break;
        if (found && found[1].length > indent && item) {
            item.append(readList(lines));
            continue;
        }
        if (!found && (line.trim() === "" || !line.startsWith(" ".repeat(indent + 1)) || !item)) break;
        if (found) list.append((item = withInline(h("li"), found[3])));
        else if (item) withInline(item, " " + line.trim());
        lines.at++;
    }
    return list;
}

/* ---- tables ---- */

/** Does a table begin here: a row, and a rule under it?
 * @param {Lines} lines */
function isTable(lines) {
    const rule = lines.lines[lines.at + 1];
    return (lines.next ?? "").startsWith("|") && rule !== undefined && rule.startsWith("|") && RULE.test(rule);
}

/** The cells of a row; a bar behind a backslash belongs to its cell.
 * @param {string} line */
function cellsOf(line) {
    const cells = line.trim().split(/(?<!(?<!\\)(?:\\\\)*\\)\|/);
    return cells.slice(1, cells[cells.length - 1].trim() === "" ? -1 : undefined).map((cell) => cell.trim());
}

/** @param {Lines} lines */
function readTable(lines) {
    const heads = cellsOf(lines.next ?? "");
    const ways = cellsOf(lines.lines[lines.at + 1]).map((rule) => rule.endsWith(":"));
    lines.at += 2;
    const style = (/** @type {number} */ place, /** @type {string} */ text) => ({
        class: ways[place] ? "number" : /^\d{4}-\d\d-\d\d$/.test(text) ? "date" : text.length <= SHORT ? "short" : null,
    });
    const head = h("tr", null, heads.map((text, place) => withInline(h(text ? "th" : "td", { class: ways[place] ? "number" : null, scope: text ? "col" : null }), text)));
    const body = h("tbody");
    const cell = (/** @type {string} */ text, /** @type {number} */ place) =>
        withInline(place === 0 ? h("th", { ...style(place, text), scope: "row" }) : h("td", style(place, text)), text);
    for (let line = lines.next; line !== undefined && line.startsWith("|"); line = lines.next) {
        body.append(h("tr", null, cellsOf(line).map(cell)));
        lines.at++;
    }
    const name = say(words.table, [...head.children].map((one) => one.textContent).filter(Boolean).join(", "));
    const isFew = body.childElementCount <= FEW;
    const region = { class: isFew ? "table-scroll few" : "table-scroll", role: "group", tabindex: "0", "aria-label": name };
    return h("div", region, h("table", { "aria-label": name }, h("thead", null, head), body));
}

/* ---- within a line ---- */

/** @template {Element} T
 * @param {T} element
 * @param {string} text
 * @returns {T} */
function withInline(element, text) {
    add(element, inline(text));
    return element;
}

/** Bold, code, line breaks; escapes and entities are the characters that they stand for.
 * @param {string} text
 * @returns {(Node|string)[]} */
function inline(text) {
    const nodes = [];
    let plain = "";
    const flush = () => {
        if (plain) nodes.push(withDates(plain));
        plain = "";
    };
    for (let rest = text; rest; ) {
        const piece = pieceOf(rest);
        rest = rest.slice(piece.size);
        if (piece.text !== undefined) plain += piece.text;
        else if (piece.node) {
            flush();
            nodes.push(piece.node);
        }
    }
    flush();
    return nodes;
}

/** What a text begins with.
 * @param {string} text
 * @returns {{size: number, text?: string, node?: Node}} */
function pieceOf(text) {
    const escaped = /^\\([!-/:-@[-`{-~])/.exec(text);
    if (escaped) return { size: 2, text: escaped[1] };
    const entity = /^&(amp|lt|gt|quot|#64);/.exec(text);
    if (entity) return { size: entity[0].length, text: ENTITIES[/** @type {"amp"} */ (entity[1])] };
    if (text.startsWith("<br>")) return { size: 4, node: h("br") };
    const code = /^`([^`]+)`/.exec(text);
    if (code) return { size: code[0].length, node: h("code", null, code[1]) };
    const bold = /^\*\*((?:\\.|[^\\])+?)\*\*/.exec(text);
    if (bold) return { size: bold[0].length, node: h("strong", null, inline(bold[1])) };
    const plain = /^[^\\&<`*]+/.exec(text);
    return plain ? { size: plain[0].length, text: plain[0] } : { size: 1, text: text[0] };
}
