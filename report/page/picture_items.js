// SPDX-License-Identifier: MIT
// @ts-check
// What is in a picture: its items (activities and records, each perhaps drawn more than once) and the
// arrows between them, found by key; what is lit, and what the filters leave out. To light something up
// a veil is drawn over the picture, and what is lit once more above it: so the picture itself, which
// may be large, is not painted again.
import { h } from "./dom.js";
import { endsOf, escapedIds, subjectOf } from "./picture_ids.js";
import { matches, matchesId, isFiltered } from "./model.js";

/** @typedef {import("./model.js").World} World */
/** @typedef {import("./state.js").State} State */
/** @typedef {{element: SVGElement, id: string, level: number | null, keys: string[], isOut: boolean, tip?: Element | null}} Item */
/** @typedef {{element: SVGElement, from: string[], to: string[]}} Arrow */

const ARROWS = /^(arrow|link|port)__/;

export class Items {
    /**
     * @param {SVGSVGElement} svg
     * @param {World} world
     */
    constructor(svg, world) {
        this.svg = svg;
        this.world = world;
        /** @type {Item[]} */
        this.all = [];
        /** @type {Arrow[]} */
        this.arrows = [];
        /** @type {Map<Element, Item>} */
        this.byElement = new Map();
        /** @type {Map<string, Item[]>} */
        this.byKey = new Map();
        /** @type {SVGElement[]} */
        this.lit = [];
        this.veil = h("div", { class: "veil", "aria-hidden": "true", hidden: true });
        this.above = copyOf(svg);
        this.above.setAttribute("class", "groeipad above");
        this.above.setAttribute("aria-hidden", "true");
        this.above.setAttribute("viewBox", svg.getAttribute("viewBox") ?? "");
        this.find();
    }

    /** Finds items and arrows by the ids of their elements. */
    find() {
        const ids = escapedIds(this.world);
        for (const element of /** @type {NodeListOf<SVGElement>} */ (this.svg.querySelectorAll("[id*='__']"))) {
            if (ARROWS.test(element.id)) this.addArrow(element, endsOf(this.world, ids, element.id));
            else this.addItem(element, subjectOf(this.world, ids, element.id));
        }
    }

    /**
     * @param {SVGElement} element
     * @param {import("./picture_ids.js").Subject | null} subject
     */
    addItem(element, subject) {
        if (!subject) return;
        const item = { element, ...subject, isOut: false };
        this.all.push(item);
        this.byElement.set(element, item);
        for (const key of subject.keys) {
            const same = this.byKey.get(key);
            if (same) same.push(item);
            else this.byKey.set(key, [item]);
        }
        element.classList.add("item");
        element.dataset.id = subject.id;
        const isWhole = subject.level === null && this.world.byId.get(subject.id)?.[0]?.level !== null;
        if (!isWhole) element.dataset.level = String(subject.level ?? "");
    }

    /**
     * @param {SVGElement} element
     * @param {[import("./picture_ids.js").Subject, import("./picture_ids.js").Subject] | null} ends
     */
    addArrow(element, ends) {
        element.classList.add("between");
        element.setAttribute("aria-hidden", "true"); /* the panel tells what rests on what */
        if (ends) this.arrows.push({ element, from: ends[0].keys, to: ends[1].keys });
    }

    /** The item in which something of the picture is.
     * @param {EventTarget | null} target
     * @returns {Item | null} */
    at(target) {
        const element = target instanceof Element ? target.closest(".item") : null;
        return (element && this.byElement.get(element)) ?? null;
    }

    /** The items of an id: those of its level, or of any level where it has none such.
     * @param {string} id
     * @param {number | null} level
     * @returns {Item[]} */
    of(id, level) {
        const all = this.all.filter((item) => item.id === id);
        const exact = all.filter((item) => item.level === level);
        return exact.length > 0 ? exact : all;
    }

    /** Lights up an item with all that it needs and all that needs it; the rest fades. null: nothing.
     * @param {{id: string, keys: string[]} | null} subject */
    light(subject) {
        for (const element of this.lit) element.classList.remove("on", "here");
        this.lit = [];
        this.veil.hidden = true;
        this.above.replaceChildren();
        this.svg.classList.toggle("lit", subject !== null);
        if (!subject) return;
        const needs = union(subject.keys, this.world.needs);
        const neededBy = union(subject.keys, this.world.neededBy);
        for (const item of this.all) {
            const isHere = item.id === subject.id && (subject.keys.length === 0 || overlap(item.keys, subject.keys));
            if (isHere || item.keys.some((key) => needs.has(key) || neededBy.has(key)))
                this.turnOn(item.element, isHere);
        }
        const onWay = (/** @type {Set<string>} */ way, /** @type {Arrow} */ arrow) =>
            arrow.from.some((key) => way.has(key)) && arrow.to.some((key) => way.has(key));
        for (const arrow of this.arrows)
            if (onWay(needs, arrow) || onWay(neededBy, arrow)) this.turnOn(arrow.element, false);
        /* What is nowhere in this picture fades nothing. */
        if (this.lit.length === 0) this.svg.classList.remove("lit");
        else this.drawAbove();
    }

    /** Draws what is lit, the dates and the legend once more above the veil; to who listens there is one only. */
    drawAbove() {
        const dates = this.svg.querySelectorAll(".dates > text, .days > text, .legend, :scope > .title, :scope > .subtitle");
        for (const element of dates) this.above.append(copyOf(element));
        for (const element of this.lit) {
            if (element.classList.contains("out")) continue;
            const copy = copyOf(element);
            if (element.classList.contains("here")) copy.classList.add("glow");
            this.above.append(copy);
        }
        this.veil.hidden = false;
    }

    /**
     * @param {SVGElement} element
     * @param {boolean} isHere
     */
    turnOn(element, isHere) {
        element.classList.add("on");
        if (isHere) element.classList.add("here");
        this.lit.push(element);
    }

    /** How many items the filters leave. */
    get left() {
        return this.all.filter((item) => !item.isOut).length;
    }

    /** Leaves out what the filters leave out.
     * @param {State} state */
    filter(state) {
        const filtered = isFiltered(state);
        this.svg.classList.toggle("filtered", filtered);
        const out = new Set();
        for (const [key, activity] of filtered ? this.world.byKey : [])
            if (!matches(activity, state)) out.add(key);
        for (const item of this.all) {
            item.isOut = filtered && (item.keys.length > 0 ? item.keys.every((key) => out.has(key)) : !matchesId(item.id, state));
            item.element.classList.toggle("out", item.isOut);
        }
        for (const { element, from, to } of this.arrows)
            element.classList.toggle("out", from.every((key) => out.has(key)) || to.every((key) => out.has(key)));
    }
}

const KEPT = /^(class|x|y|d|rx|ry|width|height|points|text-anchor|transform)$/;

/** An element with only what is seen of it.
 * @param {Element} element
 * @returns {SVGElement} */
export function copyOf(element) {
    const copy = /** @type {SVGElement} */ (element.cloneNode(element.localName !== "svg"));
    for (const one of [copy, ...copy.querySelectorAll("*")]) {
        if (one.localName === "title") one.remove();
        for (const { name } of [...one.attributes]) if (!KEPT.test(name)) one.removeAttribute(name);
        one.classList.remove("item", "between", "on", "here", "out");
    }
    return copy;
}

/** The keys themselves with all that is reached from them.
 * @param {string[]} keys
 * @param {(key: string) => Set<string>} reached
 * @returns {Set<string>} */
function union(keys, reached) {
    const all = new Set(keys);
    for (const key of keys) for (const other of reached(key)) all.add(other);
    return all;
}

/** @param {string[]} a @param {string[]} b */
function overlap(a, b) {
    return a.some((key) => b.includes(key));
}
