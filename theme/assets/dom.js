// Finds and creates elements. Text is always set as text, never as HTML.

/**
 * The first element that matches, null when there is none.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {any}
 */
export const find = (selector, root = document) => root.querySelector(selector);

/**
 * All elements that match.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {any[]}
 */
export const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];

/**
 * Create an element: create("p", { class: "tthc-note" }, "text", child …). An attribute that is undefined or false is omitted, a function
 * becomes an event listener: { onclick: () => … }. A child that is "", null or undefined is omitted.
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {any}
 */
export function create(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children) if (child !== "" && child !== null && child !== undefined) element.append(child);
  return element;
}

/**
 * `Xã Tân An` in the form used inside a sentence: `xã Tân An`.
 * @param {string} name
 */
export const insideSentence = (name) => name.replace(/^./, (first) => first.toLowerCase());
