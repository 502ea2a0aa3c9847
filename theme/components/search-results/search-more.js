// Parts of the search page that few first answers show: a fact that was asked for, matters of other bodies, the notice that nothing was found; and what
// stands below the results: the choice of field and commune, pages whose text has the words. Fetched behind the first answer, or when it needs them.
// `page` has functions of the script that asks, which this one cannot import (they are published in one that imports this).
import { GUIDES, REPORT, UNITS } from "../../assets/urls.js";
import { create, find, insideSentence } from "../../assets/dom.js";

const UNIT = new RegExp(`^${UNITS}([^/]+)/$`);
const TELLS = { fee: "Phí, lệ phí", time: "Thời hạn giải quyết", place: "Nộp ở đâu", papers: "Mang gì", hours: "Giờ nhận hồ sơ" };
const PARTS = { fee: "#phi", time: "#thoi-han", place: "#noi-nop", papers: "#ho-so", hours: "#noi-nop" }; // of the procedure's page

/** The answers of record `at` about the requested facts, shown above the results: [{fact, text, unsure}]; null if it has none. An amount is given only
 * if no other amount (a contribution, a tax, a benefit) can be meant. */
export function answerCard(data, at, found, { address, doubtLink }) {
  const { validity } = data.facts(at); // of another edition: said before any fact
  const lines = found.filter(({ fact }) => TELLS[fact]).flatMap(({ fact, text, unsure }) => {
    const page = address(data.url(at));
    if (!text) return fact === "fee" ? [create("p", { "data-fact": fact }, "Tiền phải đóng, thuế hay tiền được nhận không phải là lệ phí: ", create("a", { href: page }, "xem trên trang của thủ tục"), ".")] : [];
    return [create("p", { "data-fact": fact }, `${TELLS[fact]}: `, create("strong", {}, text), unsure ? " " : "", unsure ? doubtLink("hỏi lại trước khi đi", data.url(at)) : "", " ", create("a", { href: page + PARTS[fact] }, "xem kỹ"))];
  });
  return lines.length ? create("section", { class: "tthc-answer", "aria-label": "Trả lời", "data-facts-of": data.code(at) }, create("h2", {}, create("a", { href: address(data.url(at)) }, data.called(at) || data.title(at))), validity ? create("p", { class: "tthc-note" }, `${validity}.`) : "", ...lines) : null;
}

/** Says that another body handles this: which one, how, and what can still be done here. known: {answer, link, near}, and {since, then} if that has
 * changed since the edition's day. */
export function elsewhereCard(entry, known, { address }) {
  return create("section", { class: "tthc-elsewhere", "aria-label": "Nơi khác giải quyết" },
    create("h2", {}, `${entry.title}: ${entry.body}`),
    known.answer ? create("p", {}, known.since ? create("strong", {}, known.since) : "", known.since ? " " : "", known.answer) : "",
    known.link ? create("p", {}, create("a", { href: known.link, rel: "external" }, new URL(known.link).hostname)) : "",
    known.then ? create("p", { class: "tthc-note" }, known.then) : "",
    known.near.length ? create("p", {}, "Ở đây có thể làm: ", ...known.near.flatMap(([code, url, name], at) => [at ? ", " : "", create("a", { href: address(url), "data-code": code }, name)]), ".") : "");
}

/** Says that nothing fits, and offers other ways. near: whether similar procedures are listed below. */
export function nothing(text, chosen, clear, near, { address }) {
  const filtered = chosen.field || chosen.commune || chosen.answer;
  const again = create("button", { type: "button", class: "tthc-button tthc-button--secondary" }, "Bỏ bộ lọc");
  again.addEventListener("click", clear);
  const hotline = find(".tthc-footer__links a[href^='tel:']");
  const about = `Tìm kiếm “${text}”: không thấy thủ tục nào hợp`;
  const report = address(`${REPORT}?trang=${encodeURIComponent(about)}`);
  return create("section", { class: "tthc-no-results", "aria-label": "Không tìm thấy" },
    create("h2", {}, near ? `Không chắc ở đây có thủ tục cho “${text}”` : `Không có thủ tục nào hợp với “${text}”`),
    filtered ? create("p", {}, again) : "",
    create("ul", { class: "tthc-bullets" },
      create("li", {}, "Thử gõ ít chữ hơn, chỉ gõ việc cần làm: “khai sinh”, “sổ đỏ”, “hộ kinh doanh”."),
      create("li", {}, "Chọn theo lĩnh vực hoặc theo chữ cái ở dưới, hoặc xem ", create("a", { href: address(GUIDES) }, "các việc thường gặp trong đời"), "."),
      hotline ? create("li", {}, "Gọi ", create("a", { href: hotline.href }, hotline.parentElement.textContent.trim()), ".") : "",
      create("li", {}, create("a", { href: report }, "Báo cho chúng tôi biết"), " là trang còn thiếu việc này.")));
}

/** Says which codes of the question nothing here has. @param {string[]} codes */
export function lacking(codes) {
  return create("p", { class: "tthc-note" }, `Ở đây không có thủ tục mang mã ${codes.join(", ")}.`);
}

/** The communes that the index knows: [slug, title]. */
export function communesOf({ data }) {
  const communes = [];
  for (let at = 0; at < data.size; at++) {
    const slug = data.group(at) === "unit" && UNIT.exec(data.url(at))?.[1];
    if (slug && /^(Xã|Phường|Thị trấn|Đặc khu) /.test(data.title(at))) communes.push([slug, data.title(at)]);
  }
  return communes;
}

/** The choice of field and commune. */
export function tools(engine, chosen, write, { address }) {
  const { data } = engine;
  const { commune } = document.body.dataset;
  const communes = communesOf(engine);
  const select = (name, label, all, list, value) => {
    const element = create("select", { name }, create("option", { value: "" }, all), ...list.map(([key, text]) => create("option", { value: key, selected: key === value }, text)));
    element.addEventListener("change", () => write({ [name]: element.value }, true));
    return create("label", {}, label, " ", element);
  };
  const unit = communes.find(([slug]) => slug === chosen.commune);
  const body = create("div", { class: "tthc-search-filter__fields" },
    select("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", data.fields.map((name) => [name, name]), chosen.field),
    communes.length ? select("noi-nhan", `Nhận ở ${commune}`, "Mọi nơi", communes, chosen.commune) : "",
    unit ? create("p", { class: "tthc-note" }, `Chỉ những thủ tục nhận ở ${commune}. Nơi nộp: `, create("a", { href: address(`${UNITS}${unit[0]}/`) }, `${document.body.dataset.desk} ${insideSentence(unit[1])}`), ".") : "");
  return create("details", { class: "tthc-search-filter", open: Boolean(chosen.field || chosen.commune) }, create("summary", {}, "Lọc kết quả"), body);
}

/** What comes behind an answer: why it is what it is, if the address asks for that; that of a long text only the beginning, `text`, was asked; pages whose
 * text has the words. @param {any} engine @param {any} answer @param {HTMLElement} results @param {any} page */
export async function behind(engine, answer, results, page) {
  const values = new URLSearchParams(location.search);
  if (values.get("vi-sao") === "1") import("../../assets/search-explain.js").then(({ explain }) => explain(engine, answer, results), () => {});
  if ((values.get("q") ?? "").trim() !== page.text) results.prepend(create("p", { class: "tthc-note" }, `Câu hỏi dài: chỉ tìm theo ${page.text.length} chữ cái đầu.`));
  if (!answer.elsewhere && (answer.state !== "none" || !answer.question.offTopic)) await inPages(engine, answer, results, page);
}

/** Show the pages whose text has the words of a question below its results; where data are saved, at a button. page: `current` says whether it is
 * still the question that is asked. @param {any} engine @param {any} answer @param {HTMLElement} results @param {any} page */
async function inPages(engine, answer, results, page) {
  if (navigator.connection?.saveData) {
    const button = create("button", { type: "button", class: "tthc-button tthc-button--secondary" }, "Tìm cả trong nội dung các trang");
    results.append(button);
    await new Promise((asked) => { button.addEventListener("click", asked); });
    button.remove();
  }
  const exact = answer.state === "none"; // then only pages that hold the very words are worth showing
  const skip = new Set(answer.results.map(({ at }) => engine.data.url(at)));
  const { inText } = await import("../../assets/search-text.js");
  const found = await inText(answer.question, { skip, exact }, page);
  if (!page.current() || !found.length) return;
  const group = textGroup(engine, found, page);
  if (!exact) return void results.append(group);
  find(".tthc-no-results", results)?.replaceWith(group); // "nothing fits" was said at once: Pagefind may be slow or missing
  page.finish("done", `${found.length} trang có trong nội dung`);
}

/** Pagefind's results in the text of pages. */
function textGroup(engine, found, { address, section }) {
  const codes = new Map();
  for (let at = 0; at < engine.data.size; at++) if (engine.data.code(at)) codes.set(engine.data.url(at), engine.data.code(at));
  const items = found.map(({ url, title, excerpt }) => () => create("li", { class: "tthc-item", "data-code": codes.get(url) },
    create("a", { class: "tthc-item__name", href: address(url) }, title), create("p", { class: "tthc-item__note" }, ...excerpt)));
  return section("Có trong nội dung", items, 6, true);
}
