// SPDX-License-Identifier: MIT
// @ts-check
// What do a wheel, a mouse and fingers do to a picture? The wheel zooms about the pointer, a mouse that
// is held down drags, two fingers zoom; one finger and all else that pans is the browser's.

/** What hands move: a camera.
 * @typedef {object} Moved
 * @property {HTMLElement} box
 * @property {HTMLElement} canvas
 * @property {number} scale
 * @property {number} smallest
 * @property {boolean} wasDragged since the pointer went down
 * @property {AbortController} stop
 * @property {(factor: number, point: {x: number, y: number}) => boolean} zoom
 * @property {(x: number, y: number) => void} pan
 */

const DRAG_FROM = 4; /* pixels; less is a click */

/** @param {Moved} camera */
export function listenToHands(camera) {
    listenToWheel(camera);
    listenToMouse(camera);
    listenToFingers(camera);
}

/** The wheel zooms about the pointer, once a frame; with shift it pans, as it does everywhere. A
 * picture that cannot become smaller lets the page scroll on.
 * @param {Moved} camera */
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
 * @param {Moved} camera */
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
 * @param {Moved} camera
 * @param {PointerEvent} event */
function isOnPicture(camera, event) {
    return event.target instanceof Element && camera.canvas.contains(event.target);
}

/** Two fingers zoom about the point between them, and pan with it; one finger pans by the browser.
 * @param {Moved} camera */
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
