// What the scripts of the search are joined in. On the search page it is the first of all scripts: the answer comes before site.js, which nothing in it
// needs. At a kiosk site.js comes at once, which watches over the tab.
import { page } from "../components/search-results/search-page.js";
import { create, find } from "./dom.js";
import { Engine } from "./search-engine.js";

export { Engine }; // what is published is tested and measured, too

/** @type {string | undefined} */
const site = find("script[data-site]")?.dataset.site; // on the search page alone
if (site) Promise.resolve(window.tthc.kiosk || page()).finally(() => document.head.append(create("script", { type: "module", src: site })));
