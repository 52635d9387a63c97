// SPDX-License-Identifier: MIT
// @ts-check
// Which part of a picture is seen, and how large? The picture lies in a box that scrolls, at a scale.
// So the browser itself pans, quickly and by every device, and we only zoom: by wheel about the
// pointer, by two fingers, by keys and by buttons; a mouse may drag as well.
import { listenToHands } from "./camera_hands.js";

/** @typedef {{width: number, height: number}} Size of the picture, in its own units */
/** @typedef {{x: number, y: number, width: number, height: number}} Part in units of the picture */
/** @typedef {{scale: number, isFitted: boolean, left: number, top: number}} Stance what is seen, and how large */

const READABLE = 0.85; /* the scale at which the smallest words can be read */
const CARPET = 0.5; /* below it a picture that fits shows its shape, and no word */
const NARROW = 600; /* pixels: in a narrower box nothing could be read of a picture that fits */
const STEP = 1.25; /* of a key or a button */
const LARGEST = 8;
const FIT_LARGEST = 2; /* a small picture is not blown up beyond this */
const BEFORE = 0.15; /* of the width of the box: left of where one begins to look */
const BELOW = 24; /* pixels that stay free below what is brought into sight */
const SETTLE = 140; /* milliseconds after a hand stopped */
const QUIET = 300; /* milliseconds after the last change of a filter */
const PAN = 60; /* pixels of an arrow key */

export class Camera {
    /**
     * @param {HTMLElement} box scrolls
     * @param {HTMLElement} canvas within the box: as large as the picture at its scale
     * @param {Size} size
     */
    constructor(box, canvas, size) {
        this.box = box;
        this.canvas = canvas;
        this.size = size;
        this.scale = 1;
        this.laid = 1;
        this.settling = 0;
        this.waiting = 0;
        this.isFitted = true;
        this.wasDragged = false;
        this.stop = new AbortController();
        /** @type {Part | null} what stays in sight when the box becomes smaller */
        this.kept = null;
        this.room = { width: 0, height: 0 };
        this.watchSize = new ResizeObserver(() => this.onSize());
        this.watchSize.observe(box);
        listenToHands(this);
    }

    /** Ends all listening. */
    close() {
        this.stop.abort();
        clearTimeout(this.settling);
        clearTimeout(this.waiting);
        this.watchSize.disconnect();
    }

    /** The scale at which the picture is as wide as its box.
     * @returns {number} */
    get fittingScale() {
        return Math.min(FIT_LARGEST, this.box.clientWidth / this.size.width);
    }

    /** The scale below which there is nothing to gain: the whole picture is seen.
     * @returns {number} */
    get smallest() {
        return Math.min(this.fittingScale, this.box.clientHeight / this.size.height, 1);
    }

    /** Shows the picture as wide as its box. */
    fit() {
        this.setScale(this.fittingScale);
        this.setScale(this.fittingScale); /* a scroll bar may have come */
        this.isFitted = true;
    }

    /** The box became wider or narrower: what is at its top stays there, and what was chosen in sight.
     * Where words could be read they still can be. */
    onSize() {
        const { box, kept, room } = this;
        const sawKept = kept !== null && this.sees(kept, room);
        if (this.isFitted && room.width !== box.clientWidth) {
            const { scrollLeft, scrollTop } = box;
            const before = this.scale;
            this.fitFrom(before);
            box.scrollLeft = (scrollLeft * this.scale) / before;
            box.scrollTop = (scrollTop * this.scale) / before;
        }
        if (kept && sawKept) this.show(kept);
        this.room = { width: box.clientWidth, height: box.clientHeight };
    }

    /** As wide as its box, but where that would be too small to read not smaller than it is.
     * @param {number} scale of now */
    fitFrom(scale) {
        this.fit();
        const least = Math.min(scale, READABLE);
        if (this.scale >= least * 0.95) return; /* a scroll bar makes no difference */
        this.setScale(least);
        this.isFitted = true;
    }

    /** As a picture begins: as wide as its box; on a phone so that its words can be read.
     * @param {Stance | null} stance where another picture was, of which this is a newer one
     * @param {number} left from where it is looked at when it is larger than its box */
    begin(stance, left) {
        this.fit();
        if (stance?.isFitted) this.fitFrom(stance.scale);
        else if (stance) {
            this.setScale(stance.scale);
            this.isFitted = false;
        } else if (this.scale < (this.box.clientWidth < NARROW ? READABLE : CARPET)) {
            this.setScale(READABLE);
            this.isFitted = false;
        }
        this.box.scrollLeft = stance?.left ?? (this.isFitted ? 0 : left * this.scale - this.box.clientWidth * BEFORE);
        this.box.scrollTop = stance?.top ?? 0;
        this.room = { width: this.box.clientWidth, height: this.box.clientHeight };
    }

    /** @returns {Stance} */
    get stance() {
        const { scale, isFitted, box } = this;
        return { scale, isFitted, left: box.scrollLeft, top: box.scrollTop };
    }

    /** Lays the picture out at a scale.
     * @param {number} scale */
    setScale(scale) {
        clearTimeout(this.settling);
        this.scale = scale;
        this.laid = scale;
        this.canvas.style.transform = "";
        this.canvas.style.width = Math.floor(this.size.width * scale) + "px";
        this.canvas.style.height = Math.floor(this.size.height * scale) + "px";
    }

    /** Zooms so that what is seen at a point of the screen stays there; without one, in the middle.
     * @param {number} factor
     * @param {{x: number, y: number}} [point]
     * @returns {boolean} false: it is as small or as large as it can be */
    zoom(factor, point) {
        const scale = Math.min(LARGEST, Math.max(this.smallest, this.scale * factor));
        if (Math.abs(scale - this.scale) < 1e-6) return false;
        const middle = this.box.getBoundingClientRect();
        const { x, y } = point ?? { x: middle.x + middle.width / 2, y: middle.y + middle.height / 2 };
        const before = this.canvas.getBoundingClientRect();
        const across = (x - before.x) / before.width;
        const down = (y - before.y) / before.height;
        const keep = () => {
            const after = this.canvas.getBoundingClientRect();
            this.box.scrollLeft += after.x + across * after.width - x;
            this.box.scrollTop += after.y + down * after.height - y;
        };
        this.stretch(scale);
        this.isFitted = false;
        keep();
        this.settling = setTimeout(() => {
            this.setScale(this.scale);
            keep();
        }, SETTLE);
        return true;
    }

    /** Shows what is painted at another scale, for as long as a hand moves: painting a large picture
     * anew for every step of a wheel would be slow.
     * @param {number} scale */
    stretch(scale) {
        clearTimeout(this.settling);
        this.scale = scale;
        this.canvas.style.transform = "scale(" + scale / this.laid + ")";
    }

    /** @param {boolean} larger */
    step(larger) {
        this.zoom(larger ? STEP : 1 / STEP);
    }

    /** @param {number} x @param {number} y */
    pan(x, y) {
        this.box.scrollLeft += x;
        this.box.scrollTop += y;
    }

    /** Brings a part of the picture into sight, in the middle where it was out of it.
     * @param {{x: number, y: number, width: number, height: number}} part in units of the picture
     * @param {{readable?: boolean, still?: boolean}} [how] readable: zooms in where the picture is too
     * small to read; still: the page itself is not scrolled */
    show(part, how = {}) {
        if (how.readable && this.scale < READABLE) {
            this.setScale(READABLE);
            this.isFitted = false;
        }
        const { box } = this;
        const { left, top, right, bottom } = this.placeOf(part);
        if (!isWithin(left, right, box.scrollLeft, box.clientWidth))
            box.scrollLeft = (left + Math.min(right, left + box.clientWidth) - box.clientWidth) / 2;
        const room = this.heightInSight;
        if (!isWithin(top, bottom, box.scrollTop, room))
            box.scrollTop = (top + Math.min(bottom, top + room) - room) / 2;
        /* The last of a picture may be below the window still. */
        const lowest = box.getBoundingClientRect().top + Math.min(bottom, top + room) - box.scrollTop + BELOW;
        if (lowest > bottomInSight() && !how.still) document.documentElement.scrollTop += lowest - bottomInSight();
    }

    /** Brings a part into sight once it is quiet: not while a filter is typed.
     * @param {(() => Part) | null} part null: none any more */
    showLater(part) {
        clearTimeout(this.waiting);
        if (part) this.waiting = setTimeout(() => this.show(part(), { still: true }), QUIET);
    }

    /** How much of the box, from its top, the window shows.
     * @returns {number} */
    get heightInSight() {
        const below = bottomInSight() - this.box.getBoundingClientRect().top;
        return Math.min(this.box.clientHeight, Math.max(below, this.box.clientHeight / 4));
    }

    /** Is some of a part in sight?
     * @param {Part} part
     * @param {Size} [room] of the box
     * @returns {boolean} */
    sees(part, room = { width: this.box.clientWidth, height: this.box.clientHeight }) {
        const { box } = this;
        const { left, top, right, bottom } = this.placeOf(part);
        const across = right > box.scrollLeft && left < box.scrollLeft + room.width;
        return across && bottom > box.scrollTop && top < box.scrollTop + room.height;
    }

    /** Where a part of the picture is in the box, in pixels.
     * @param {{x: number, y: number, width: number, height: number}} part */
    placeOf(part) {
        const { canvas, scale } = this;
        const left = canvas.offsetLeft + part.x * scale;
        const top = canvas.offsetTop + part.y * scale;
        return { left, top, right: left + part.width * scale, bottom: top + part.height * scale };
    }

    /** What a key does to what is seen.
     * @param {KeyboardEvent} event
     * @param {{arrows: boolean}} how arrows: they pan
     * @returns {boolean} the key was one of ours */
    key(event, how) {
        if (event.ctrlKey || event.metaKey || event.altKey) return false;
        if (event.key === "+" || event.key === "=") this.step(true);
        else if (event.key === "-" || event.key === "_") this.step(false);
        else if (event.key === "0") this.fit();
        else if (!how.arrows) return false;
        else if (event.key === "ArrowLeft") this.pan(-PAN, 0);
        else if (event.key === "ArrowRight") this.pan(PAN, 0);
        else if (event.key === "ArrowUp") this.pan(0, -PAN);
        else if (event.key === "ArrowDown") this.pan(0, PAN);
        else return false;
        return true;
    }
}

/** How far down the window something can be seen: on a phone the panel lies over its bottom. */
function bottomInSight() {
    const panel = document.querySelector("#panel:not([hidden])");
    return panel && getComputedStyle(panel).position === "fixed" ? panel.getBoundingClientRect().top : innerHeight;
}

/** @param {number} from @param {number} to @param {number} at @param {number} room */
function isWithin(from, to, at, room) {
    return from >= at && to <= at + room;
}
