// The note beside a value that awaits confirmation, in elements created by scripts.
import { address } from "../../assets/search-load.js";
import { create } from "../../assets/dom.js";

/** What to ask about before going, leading to where the page at `url` says why. @param {string} words @param {string} url */
export function doubtLink(words, url) {
  return create("a", { class: "tthc-doubt-link", href: address(`${url}#hoi-lai`) }, `(?) ${words}`);
}
