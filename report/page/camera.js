// SPDX-License-Identifier: MIT
// @ts-check
// Which part of a picture is seen, and how large? The picture lies in a box that scrolls, at a scale.
// So the browser itself pans, quickly and by every device, and we only zoom: by wheel about the
// pointer, by two fingers, by keys and by buttons; a mouse may drag as well.

/** @typedef {{width: number, height: number}} Size of the picture, in its own units */
/** @typedef {{scale: number, isFitted: boolean, left: number, top: number}} Stance what is seen, and how large */

const READABLE = 0.85; /* the scale at which the smallest words can be read */
const NARROW = 600; /* pixels: in a narrower box nothing could be read of a picture that fits */
const STEP = 1.25; /* of a key or a button */
const LARGEST = 8;
const FIT_LARGEST = 2; /* a small picture is not blown up beyond this */
const DRAG_FROM = 4; /* pixels; less is a click */
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
        this.isFitted = true;
        this.wasDragged = false;
        this.stop = new AbortController();
        this.watchSize = new ResizeObserver(() => this.isFitted && this.fit());
        this.watchSize.observe(box);
        listenToWheel(this);
        listenToMouse(this);
        listenToFingers(this);
    }

    /** Ends all listening. */
    close() {
        this.stop.abort();
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

    /** As a picture begins: as wide as its box; on a phone so that its words can be read.
     * @param {Stance | null} stance where another picture was, of which this is a newer one */
    begin(stance) {
        this.fit();
        if (stance && !stance.isFitted) {
            this.setScale(stance.scale);
            this.isFitted = false;
        } else if (this.box.clientWidth < NARROW && this.scale < READABLE) {
            this.setScale(READABLE);
            this.isFitted = false;
        }
        this.box.scrollLeft = stance?.left ?? 0;
        this.box.scrollTop = stance?.top ?? 0;
    }

    /** @returns {Stance} */
    get stance() {
        const { scale, isFitted, box } = this;
        return { scale, isFitted, left: box.scrollLeft, top: box.scrollTop };
    }

    /** @param {number} scale */
    setScale(scale) {
        this.scale = scale;
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
        this.setScale(scale);
        this.isFitted = false;
        const after = this.canvas.getBoundingClientRect();
        this.box.scrollLeft += after.x + across * after.width - x;
        this.box.scrollTop += after.y + down * after.height - y;
        return true;
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
     * @param {{readable?: boolean}} [how] readable: zooms in where the picture is too small to read */
    show(part, how = {}) {
        if (how.readable && this.scale < READABLE) {
            this.setScale(READABLE);
            this.isFitted = false;
        }
        const { box, canvas, scale } = this;
        const left = canvas.offsetLeft + part.x * scale;
        const top = canvas.offsetTop + part.y * scale;
        const right = left + part.width * scale;
        const bottom = top + part.height * scale;
        const isIn = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ at, /** @type {number} */ room) =>
            from >= at && to <= at + room;
        if (!isIn(left, right, box.scrollLeft, box.clientWidth))
            box.scrollLeft = (left + Math.min(right, left + box.clientWidth) - box.clientWidth) / 2;
        if (!isIn(top, bottom, box.scrollTop, box.clientHeight))
            box.scrollTop = (top + Math.min(bottom, top + box.clientHeight) - box.clientHeight) / 2;
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

/** The wheel zooms about the pointer, once a frame; with shift it pans, as it does everywhere. A
 * picture that cannot become smaller lets the page scroll on.
 * @param {Camera} camera */
function listenToWheel(camera) {
    let factor = 1;
    const point = { x: 0, y: 0 };
    const zoomNow = () => {
        camera.zoom(factor, point);
        factor = 1;
    };
    camera.box.addEventListener(
        "wheel",
        (event) => {
            if (event.shiftKey || event.deltaY === 0) return;
            const isSmallest = camera.scale <= camera.smallest * 1.001;
            if (event.deltaY > 0 && isSmallest && !event.ctrlKey) return;
            event.preventDefault();
            const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 30;
            if (factor === 1) requestAnimationFrame(zoomNow);
            factor *= Math.exp(-Math.max(-120, Math.min(120, pixels)) * (event.ctrlKey ? 0.01 : 0.002));
            point.x = event.clientX;
            point.y = event.clientY;
        },
        { passive: false, signal: camera.stop.signal },
    );
}

/** A mouse that is held down drags the picture.
 * @param {Camera} camera */
function listenToMouse(camera) {
    const { box, stop } = camera;
    /** @type {{x: number, y: number, id: number} | null} */
    let last = null;
    const how = { signal: stop.signal };
    box.addEventListener(
        "pointerdown",
        (event) => {
            camera.wasDragged = false;
            if (event.pointerType === "mouse" && event.button === 0 && isOnPicture(camera, event))
                last = { x: event.clientX, y: event.clientY, id: event.pointerId };
        },
        how,
    );
    box.addEventListener(
        "pointermove",
        (event) => {
            if (!last || event.pointerId !== last.id) return;
            const x = event.clientX - last.x;
            const y = event.clientY - last.y;
            if (!camera.wasDragged && Math.hypot(x, y) < DRAG_FROM) return;
            if (!camera.wasDragged) box.setPointerCapture(event.pointerId);
            camera.wasDragged = true;
            box.classList.add("dragged");
            camera.pan(-x, -y);
            last = { x: event.clientX, y: event.clientY, id: last.id };
        },
        how,
    );
    const end = () => {
        last = null;
        box.classList.remove("dragged");
    };
    box.addEventListener("pointerup", end, how);
    box.addEventListener("pointercancel", end, how);
    box.addEventListener("lostpointercapture", end, how);
    /* A link or a word under the mouse is not to be picked up. */
    box.addEventListener("dragstart", (event) => event.preventDefault(), how);
}

/** Scroll bars are the browser's.
 * @param {Camera} camera
 * @param {PointerEvent} event */
function isOnPicture(camera, event) {
    return event.target instanceof Element && camera.canvas.contains(event.target);
}

/** Two fingers zoom about the point between them, and pan with it; one finger pans by the browser.
 * @param {Camera} camera */
function listenToFingers(camera) {
    /** @type {{x: number, y: number, apart: number} | null} */
    let last = null;
    const how = { passive: false, signal: camera.stop.signal };
    const place = (/** @type {TouchEvent} */ event) => {
        const [a, b] = event.touches;
        return {
            x: (a.clientX + b.clientX) / 2,
            y: (a.clientY + b.clientY) / 2,
            apart: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
        };
    };
    const begin = (/** @type {TouchEvent} */ event) => {
        last = event.touches.length === 2 ? place(event) : null;
        if (last) event.preventDefault();
    };
    camera.box.addEventListener("touchstart", begin, how);
    camera.box.addEventListener("touchend", begin, how);
    camera.box.addEventListener(
        "touchmove",
        (event) => {
            if (!last || event.touches.length !== 2) return;
            event.preventDefault();
            const now = place(event);
            camera.zoom(now.apart / last.apart, now);
            camera.pan(last.x - now.x, last.y - now.y);
            last = now;
        },
        how,
    );
}
