// SPDX-License-Identifier: MIT
// @ts-check
// How is an element made, so that nothing of the data can ever become markup? By one function,
// which only sets attributes and adds text; there is no innerHTML in this page.

/** @typedef {Node | string | number | null | undefined | false} Child */

const SAFE_ADDRESS = /^(#|https?:|mailto:)/i;

/**
 * An element with its attributes and children.
 *   `on...` functions are listeners (onclick -> click); `text` is its text; true writes an empty
 *   attribute, false and null leave it out, but for aria-*, where both are words;
 *   an href that is no #, http, https or mailto is left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any> | null} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) setAttribute(element, name, value);
    add(element, ...children);
    return element;
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {any} value
 */
function setAttribute(element, name, value) {
    if (value === null || value === undefined) return;
    if (name.startsWith("on")) element.addEventListener(name.slice(2).toLowerCase(), value);
    else if (name === "text") element.textContent = String(value);
    else if (name === "style") throw new Error("style attributes are refused by the page's policy");
    else if (name.startsWith("aria-")) element.setAttribute(name, String(value));
    else if (name === "href" && !SAFE_ADDRESS.test(String(value))) return;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, String(value));
}

/**
 * Adds children at the end; arrays are taken apart, null and false are nothing.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function add(element, ...children) {
    for (const child of children.flat()) {
        if (child === null || child === undefined || child === false) continue;
        element.append(child instanceof Node ? child : String(child));
    }
}

/**
 * Takes all children away.
 * @param {Element} element
 */
export function clear(element) {
    element.replaceChildren();
}
