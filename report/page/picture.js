// SPDX-License-Identifier: MIT
// @ts-check
// A picture that can be looked at closely: what `render` drew, in a box in which one pans and zooms;
// what is hovered or focused lights up with all that it needs and all that needs it, and a click or
// Enter tells about it in the side panel.
import { Camera } from "./camera.js";
import { clear, h } from "./dom.js";
import { called, world } from "./model.js";
import { axisOf } from "./picture_axis.js";
import { Focus } from "./picture_focus.js";
import { keysOf } from "./picture_ids.js";
import { Items } from "./picture_items.js";
import { adoptStyle } from "./picture_sheet.js";
import { go, read } from "./state.js";
import { say } from "./words.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./picture_items.js").Item} Item */
/** @typedef {import("./words.js").Pair} Pair */

const words = {
    picture: /** @type {Pair} */ (["{0}, picture", "{0}, afbeelding"]),
    larger: /** @type {Pair} */ (["Zoom in", "Vergroten"]),
    smaller: /** @type {Pair} */ (["Zoom out", "Verkleinen"]),
    fit: /** @type {Pair} */ (["Fit to width", "Passend maken"]),
    buttons: /** @type {Pair} */ (["Size of the picture", "Grootte van de afbeelding"]),
    item: /** @type {Pair} */ (["item, Enter tells about it", "onderdeel, Enter vertelt erover"]),
    touch: /** @type {Pair} */ ([
        "One finger pans, two fingers zoom. Tap an item, and it tells about itself.",
        "Schuif met één vinger, zoom met twee. Tik op een onderdeel en het vertelt erover.",
    ]),
    paper: /** @type {Pair} */ (["Too small? groeipad render {0} --pages A3", "Te klein? groeipad render {0} --pages A3"]),
    help: /** @type {Pair} */ ([
        "Drag to pan, wheel or two fingers to zoom; on the keyboard + − 0 and the arrow keys. Tab goes to the items, Enter tells about one.",
        "Sleep om te schuiven, wiel of twee vingers om te zoomen; op het toetsenbord + − 0 en de pijltjes. Tab gaat naar de onderdelen, Enter vertelt erover.",
    ]),
};

const LOW = 700; /* units: such a picture is seen whole, without a scroll bar of its own */
const LARGE = 1700; /* units: on one sheet of paper the words of a wider picture are small */
const SAFE_LINK = /^(https?:|mailto:)/i;

/** What is seen, and which element of the picture has the focus ("": the box itself).
 * @typedef {{camera: import("./camera.js").Stance, focused: string | null, seesChosen: boolean}} Look */
/** @typedef {{setState: (state: State, previous: State | null) => void, look: () => Look, close: () => void}} Picture */

/** Shows a picture in a place, and follows the address from then on by setState().
 * @param {HTMLElement} place
 * @param {string} svgText
 * @param {string} name of the view: in the name of the box
 * @param {Look | null} look how the picture was looked at that this one takes the place of
 * @returns {Picture} */
export function showPicture(place, svgText, name, look) {
    const svg = svgOf(adoptStyle(svgText));
    const size = sizeOf(svg);
    const items = new Items(svg, world());
    const focus = new Focus(items, size);
    const canvas = h("div", { class: "canvas" }, svg, items.veil, items.above, axisOf(svg, size), focus.ring);
    const box = boxOf(canvas, size, name);
    document.body.classList.toggle("has-tall-picture", size.height > size.width); /* for paper */
    clear(place);
    const camera = new Camera(box, canvas, size);
    const help = h("p", { class: "picture-help", id: "picture-help", text: say(matchMedia("(pointer: coarse)").matches ? words.touch : words.help) });
    place.append(...(items.all.length > 0 ? [buttons(camera), box, help] : [box]));
    if (size.width > LARGE) place.append(h("p", { class: "paper-help", text: say(words.paper, svg.querySelector(":scope > title")?.id.replace(/-title$/, "") ?? "") }));
    camera.begin(look?.camera ?? null, leftOf(svg));
    nameAll(items);
    makeLinks(svg, items, focus, camera);
    const rest = listen(box, items, focus, camera);
    focus.setStop(items.all.find((item) => item.element.id === look?.focused) ?? null);
    if (look?.focused === "") box.focus({ preventScroll: true });
    else if (look?.focused) focus.stop?.element.focus({ preventScroll: true });
    const chosenItem = () => (read().about === "" ? undefined : items.of(read().about, read().level)[0]);
    let isToBeSeen = look?.seesChosen ?? false;
    return {
        setState: (state, previous) => {
            noteClosing(state, previous);
            if (previous?.panel && !state.panel) rest();
            follow(state, previous, items, focus, camera);
            const item = chosenItem();
            camera.kept = item ? focus.boxOf(item) : null;
            /* When all around it has found its place too. */
            if (item && (isToBeSeen || (chosen(state) && isOther(state, previous))))
                requestAnimationFrame(() => camera.show(focus.boxOf(item)));
            isToBeSeen = false;
        },
        look: () => {
            const item = chosenItem();
            const active = document.activeElement;
            return {
                camera: camera.stance,
                focused: box.contains(active) ? (items.at(active)?.element.id ?? "") : null,
                seesChosen: item !== undefined && camera.sees(focus.boxOf(item)),
            };
        },
        close: () => camera.close(),
    };
}

/** The box through which the picture is seen: as high as it is at full width, as far as the style
 * sheet lets it.
 * @param {HTMLElement} canvas
 * @param {{width: number, height: number}} size
 * @param {string} name */
function boxOf(canvas, size, name) {
    const box = h(
        "div",
        {
            class: "picture-box",
            tabindex: "0",
            role: "group",
            "aria-label": say(words.picture, name),
            "aria-describedby": "picture-help",
        },
        canvas,
    );
    box.style.aspectRatio = size.width + " / " + size.height;
    box.classList.toggle("low", size.height < LOW);
    box.style.setProperty("--height", size.height + "px");
    return box;
}

/** The picture as elements, without anything that could run.
 * @param {string} text
 * @returns {SVGSVGElement} */
function svgOf(text) {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    for (const active of parsed.querySelectorAll("script,foreignObject")) active.remove();
    return /** @type {any} */ (document.adoptNode(parsed));
}

/** Its size in its own units; from now on it is as large as its canvas.
 * @param {SVGSVGElement} svg */
function sizeOf(svg) {
    const [, , width, height] = (svg.getAttribute("viewBox") ?? "0 0 1 1").split(" ").map(Number);
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    return { width: width || 1, height: height || 1 };
}

/** Where one begins to look at a picture: at the status date, where it has one.
 * @param {SVGSVGElement} svg */
function leftOf(svg) {
    const line = /** @type {SVGGraphicsElement | null} */ (svg.querySelector("#dates > .status"));
    return line ? line.getBBox().x : 0;
}

/** @param {Camera} camera */
function buttons(camera) {
    const button = (/** @type {Pair} */ name, /** @type {string} */ sign, /** @type {() => void} */ act) =>
        h("button", { type: "button", title: say(name), onclick: act }, h("span", { "aria-hidden": "true" }, sign));
    return h(
        "div",
        { class: "zoom", role: "group", "aria-label": say(words.buttons) },
        button(words.larger, "+", () => camera.step(true)),
        button(words.smaller, "−", () => camera.step(false)),
        button(words.fit, "↔", () => camera.fit()),
    );
}

/** What can be come to has a name, and is read once: its <title>, which says the same and more, is
 * there for the mouse only.
 * @param {Items} items */
function nameAll(items) {
    for (const item of items.all) {
        const { element, id } = item;
        item.tip = element.querySelector(":scope > title");
        item.tip?.remove();
        element.setAttribute("aria-roledescription", say(words.item));
        if (!element.getAttribute("role")) element.setAttribute("role", "graphics-symbol");
        if (!element.getAttribute("aria-label")) element.setAttribute("aria-label", called(id));
    }
}

/** Links of the picture: those to a web page open beside this one, those to another item go there,
 * and no other is a link. They are no stops of Tab: the side panel has them too.
 * @param {SVGSVGElement} svg
 * @param {Items} items
 * @param {Focus} focus
 * @param {Camera} camera */
function makeLinks(svg, items, focus, camera) {
    for (const link of svg.querySelectorAll("a")) {
        const address = link.getAttribute("href") ?? "";
        link.removeAttributeNS("http://www.w3.org/1999/xlink", "href");
        link.setAttribute("tabindex", "-1");
        if (SAFE_LINK.test(address)) {
            link.setAttribute("target", "_blank");
            link.setAttribute("rel", "noopener noreferrer");
            continue;
        }
        link.removeAttribute("href");
        const target = address.startsWith("#") ? svg.querySelector("#" + CSS.escape(address.slice(1))) : null;
        const item = items.at(target);
        if (!item) continue;
        link.classList.add("jump");
        link.addEventListener("click", () => {
            if (camera.wasDragged) return;
            camera.show(focus.boxOf(item));
            tell(item);
        });
    }
}

/** Opens the side panel about an item.
 * @param {Item} item */
function tell(item) {
    go({ about: item.id, level: item.level, panel: true });
}

/* What somebody closed the panel about: the address still has it, and it is lit no longer. */
let closedAbout = "";

const choiceIn = (/** @type {State} */ state) => `${state.about} ${state.level ?? ""}`;

/** @param {State} state
 * @param {State | null | undefined} previous */
function noteClosing(state, previous) {
    if (previous?.panel && !state.panel) closedAbout = choiceIn(state);
    else if (state.panel || closedAbout !== choiceIn(state)) closedAbout = "";
}

/** What the address is about, as something to light up.
 * @param {State} state */
function chosen(state) {
    if (state.about === "" || closedAbout === choiceIn(state)) return null;
    return { id: state.about, keys: keysOf(world(), state.about, state.level) };
}

/**
 * @param {HTMLElement} box
 * @param {Items} items
 * @param {Focus} focus
 * @param {Camera} camera
 * @returns {() => void} to be called when the panel closes: nothing is hovered until the pointer moves */
function listen(box, items, focus, camera) {
    /** @type {Item | null} */
    let hovered = null;
    /* Where the pointer was at a click: what comes to lie there when all moves aside was not meant. */
    let clickedAt = "";
    let isByClick = false; /* was the panel opened by one? */
    let isBack = false; /* the panel closes, and the focus comes back from it */
    const light = (/** @type {Item | null} */ item) => items.light(item ?? chosen(read()));
    const hover = (/** @type {Item | null} */ item) => {
        if (item === hovered) return;
        hovered?.tip?.remove();
        if (item?.tip) item.element.prepend(item.tip);
        hovered = item;
        light(item);
    };
    box.addEventListener("pointerover", (event) => {
        const item = event.pointerType === "touch" ? null : items.at(event.target);
        if (!item?.isOut && clickedAt !== placeOf(event)) hover(item);
    });
    box.addEventListener("pointermove", (event) => {
        if (clickedAt === "" || clickedAt === placeOf(event)) return;
        clickedAt = "";
        const item = event.pointerType === "touch" ? null : items.at(event.target);
        if (!item?.isOut) hover(item);
    });
    box.addEventListener("pointerleave", () => hover(null));
    box.addEventListener("focusin", (event) => {
        const item = items.at(event.target);
        if (!item) return;
        focus.setStop(item);
        const isByKey = item.element.matches(":focus-visible");
        focus.showRing(isByKey ? item : null);
        if (isByKey || isBack) camera.show(focus.boxOf(item));
        if (isByKey && !(isBack && isByClick)) light(item);
    });
    box.addEventListener("focusout", () => {
        focus.showRing(null);
        light(hovered);
    });
    document.addEventListener("pointerdown", (event) => (clickedAt = placeOf(event)), { capture: true, signal: camera.stop.signal });
    box.addEventListener("click", (event) => {
        isByClick = true;
        onClick(event, items, camera);
    });
    box.addEventListener("keydown", (event) => {
        isByClick = false;
        onKey(event, box, items, focus, camera);
    });
    return () => {
        hover(null);
        isBack = true;
        setTimeout(() => (isBack = false));
    };
}

/** @param {MouseEvent} event */
function placeOf(event) {
    return event.clientX + " " + event.clientY;
}

/**
 * @param {MouseEvent} event
 * @param {Items} items
 * @param {Camera} camera */
function onClick(event, items, camera) {
    const item = items.at(event.target);
    const asksForLink = event.ctrlKey || event.metaKey || event.shiftKey;
    if (camera.wasDragged) event.preventDefault();
    else if (item && !item.isOut && !asksForLink) {
        event.preventDefault();
        tell(item);
    } else if (!item && read().about !== "" && event.target instanceof SVGElement && !event.target.closest("a")) {
        go({ about: "", level: null, panel: false });
    }
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} box
 * @param {Items} items
 * @param {Focus} focus
 * @param {Camera} camera */
function onKey(event, box, items, focus, camera) {
    const item = items.at(event.target);
    const next = item && !event.ctrlKey && !event.altKey && !event.metaKey ? focus.next(item, event.key) : null;
    if (camera.key(event, { arrows: event.target === box })) event.preventDefault();
    else if (next) {
        event.preventDefault();
        next.element.focus({ preventScroll: true });
    } else if (item && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        tell(item);
    } else if (item && event.key.startsWith("Arrow")) event.preventDefault();
    else if (event.key === "Escape" && read().about !== "") go({ about: "", level: null, panel: false });
}

/** Is something else chosen than before?
 * @param {State} state
 * @param {State | null} previous */
function isOther(state, previous) {
    return !previous || previous.about !== state.about || previous.level !== state.level || previous.panel !== state.panel;
}

/** Follows the address: what the filters leave, what is chosen, and where that is.
 * @param {State} state
 * @param {State | null} previous
 * @param {Items} items
 * @param {Focus} focus
 * @param {Camera} camera */
function follow(state, previous, items, focus, camera) {
    const before = items.left;
    items.filter(state);
    const { left } = items;
    const [first] = focus.open;
    if (left !== before) camera.showLater(first && left < items.all.length / 2 ? () => focus.boxOf(first) : null);
    focus.setStop(focus.stop);
    items.light(chosen(state));
    const isSame = previous && previous.about === state.about && previous.level === state.level;
    if (state.about === "" || isSame) return;
    const [item] = items.of(state.about, state.level);
    if (!item) return;
    focus.setStop(item);
    camera.show(focus.boxOf(item), { readable: previous === null });
}
