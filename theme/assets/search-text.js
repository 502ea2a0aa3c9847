// The second layer: the text of pages, searched with Pagefind. It reads copies in which đ is written ḏ, because it
// folds every Vietnamese mark but that one; questions are translated on the way in, titles and excerpts on the way out.
import { create } from "./dom.js";

const IN = { đ: "ḏ", Đ: "Ḏ" };
const OUT = { ḏ: "đ", Ḏ: "Đ" };
const LOOKED_AT = 18; // pages that are fetched at most, so many at a time
const BATCH = 6;
let pagefind;

/** Pages whose text holds the question: [{url, title, excerpt: nodes}], at most `most`. exact: only where the words stand side
 * by side (Pagefind's own quotes lose pages that write a word in two ways). Never throws: without Pagefind there is no second
 * layer. The last parameter: functions of the script that asks, which this one cannot import. */
export async function inText(question, { most = 6, exact = false, skip = new Set() }, { address, key }) {
  const said = question.tokens.filter((token) => token.weight >= 1);
  if (!said.length) return [];
  const first = question.tokens.indexOf(said[0]);
  const last = question.tokens.indexOf(said[said.length - 1]);
  const chosen = exact ? question.tokens.slice(first, last + 1) : said;
  const phrase = chosen.map((token) => token.word).join(" ");
  const words = phrase.replace(/[đĐ]/g, (char) => IN[char]);
  const wanted = ` ${key(phrase)} `;
  try {
    pagefind ??= await import(new URL(address("pagefind/pagefind.js"), document.baseURI).href);
    await pagefind.options({ excerptLength: 24 });
    const found = await pagefind.search(words);
    const pages = [];
    const results = (found?.results ?? []).slice(0, LOOKED_AT);
    for (let from = 0; from < results.length && pages.length < most; from += BATCH) {
      for (const data of await Promise.all(results.slice(from, from + BATCH).map((result) => result.data()))) {
        const url = data.raw_url.replace(/^\//, "").replace(/index\.html$/, "");
        if (skip.has(url) || pages.length === most || (exact && !` ${key(back(data.content))} `.includes(wanted))) continue;
        pages.push({ url, title: back(data.meta.title ?? url), excerpt: nodes(back(data.excerpt)) });
      }
    }
    return pages;
  } catch {
    return [];
  }
}

function back(text) {
  return text.replace(/[ḏḎ]/g, (char) => OUT[char]);
}

/** An excerpt's text with its <mark>s as nodes. */
function nodes(html) {
  const plain = (text) => new DOMParser().parseFromString(text, "text/html").documentElement.textContent;
  return html.split(/(<mark>.*?<\/mark>)/).map((part) => (part.startsWith("<mark>") ? create("mark", {}, plain(part)) : plain(part.replace(/ /g, "\u00a0")).replace(/\u00a0/g, " ")));
}
