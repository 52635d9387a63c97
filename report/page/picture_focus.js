// SPDX-License-Identifier: MIT
// @ts-check
// How does a keyboard go through a picture? Tab comes into it once: to the item where one was last.
// Arrow keys go to the nearest item in that direction, Home and End to the first and the last. A ring
// of the page, and not of the picture, shows where one is, as thick at every scale.
import { h } from "./dom.js";

/** @typedef {import("./picture_items.js").Item} Item */
/** @typedef {import("./picture_items.js").Items} Items */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/* Which way an arrow key goes. */
/** @type {Record<string, [number, number]>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ASIDE = 2.5; /* so much farther seems what lies aside */

export class Focus {
    /**
     * @param {Items} items
     * @param {{width: number, height: number}} size of the picture
     */
    constructor(items, size) {
        this.items = items;
        this.size = size;
        /** @type {Item | null} the one that Tab comes to */
        this.stop = null;
        /** @type {Map<Item, Box>} */
        this.boxes = new Map();
        this.ring = h("div", { class: "ring", "aria-hidden": "true", hidden: true });
        for (const item of items.all) item.element.setAttribute("tabindex", "-1");
    }

    /** The items that can be come to.
     * @returns {Item[]} */
    get open() {
        return this.items.all.filter((item) => !item.isOut);
    }

    /** Makes an item the one that Tab comes to; where it is left out, the first.
     * @param {Item | null} item */
    setStop(item) {
        const next = item && !item.isOut ? item : (this.open[0] ?? null);
        if (next === this.stop) return;
        this.stop?.element.setAttribute("tabindex", "-1");
        next?.element.setAttribute("tabindex", "0");
        this.stop = next;
    }

    /** Where an item is, in units of the picture.
     * @param {Item} item
     * @returns {Box} */
    boxOf(item) {
        let box = this.boxes.get(item);
        if (!box) {
            const { x, y, width, height } = /** @type {SVGGraphicsElement} */ (item.element).getBBox();
            this.boxes.set(item, (box = { x, y, width, height }));
        }
        return box;
    }

    /** The item that a key goes to from another; null: it is no key that goes, or there is none.
     * @param {Item} item
     * @param {string} key
     * @returns {Item | null} */
    next(item, key) {
        if (key === "Home") return this.open[0] ?? null;
        if (key === "End") return this.open.at(-1) ?? null;
        const way = WAYS[key];
        return way ? this.nearest(item, way) : null;
    }

    /**
     * @param {Item} item
     * @param {[number, number]} way
     * @returns {Item | null}
     */
    nearest(item, [right, down]) {
        const here = this.boxOf(item);
        let best = null;
        let least = Infinity;
        for (const other of this.open) {
            if (other === item) continue;
            const there = this.boxOf(other);
            const across = between(here.x, here.width, there.x, there.width);
            const along = between(here.y, here.height, there.y, there.height);
            const [ahead, aside] = right ? [middles(here, there).x * right, along] : [middles(here, there).y * down, across];
            if (ahead <= 0.5) continue;
            const far = ahead + aside * ASIDE;
            if (far < least) [best, least] = [other, far];
        }
        return best;
    }

    /** Puts the ring around an item, or away.
     * @param {Item | null} item */
    showRing(item) {
        this.ring.hidden = item === null;
        if (!item) return;
        const box = this.boxOf(item);
        const { width, height } = this.size;
        const percent = (/** @type {number} */ part, /** @type {number} */ whole) => (100 * part) / whole + "%";
        this.ring.style.left = percent(box.x, width);
        this.ring.style.top = percent(box.y, height);
        this.ring.style.width = percent(box.width, width);
        this.ring.style.height = percent(box.height, height);
    }
}

/** How far two stretches are apart; 0 where they meet.
 * @param {number} a @param {number} aSize @param {number} b @param {number} bSize */
function between(a, aSize, b, bSize) {
    return Math.max(0, b - (a + aSize), a - (b + bSize));
}

/** From the middle of one to the middle of another.
 * @param {Box} a @param {Box} b */
function middles(a, b) {
    return { x: b.x + b.width / 2 - a.x - a.width / 2, y: b.y + b.height / 2 - a.y - a.height / 2 };
}
