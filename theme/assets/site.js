// Small conveniences on top of pages that are complete without them. Each lives in its own module and is loaded
// only when the page has something for it to do.
const wanted = [
  ["[data-filters]", () => import("./filters.js")],
];
for (const [selector, load] of wanted) {
  if (document.querySelector(selector)) load().then((module) => module.start());
}
