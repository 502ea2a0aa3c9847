// Parts of the search page around the results: matters of other bodies, the notice that nothing was found, the question that narrows the results.
import { address } from "../../assets/search-load.js";
import { GUIDES, REPORT } from "../../assets/urls.js";
import { create, find } from "../../assets/dom.js";
import { doubtLink } from "../doubt/doubt.js";

const NEAR = 0.75; // share of the best score from which a result takes part in the question that separates

/** A choice in an address, “co.khu-vuc-bien-gioi”, with the question it answers: {question, yes}; null for one that nobody could have made. */
export function choice(engine, value) {
  const [, answer, name] = /^(co|khong)\.(.+)$/.exec(value) ?? [];
  const question = engine.language.questions.find((one) => one.name === name);
  return question ? { question, yes: answer === "co" } : null;
}

const TELLS = { fee: "Phí, lệ phí", time: "Thời hạn giải quyết", place: "Nộp ở đâu", papers: "Mang gì", hours: "Giờ nhận hồ sơ" };
const PARTS = { fee: "#phi", time: "#thoi-han", place: "#noi-nop", papers: "#ho-so", hours: "#noi-nop" }; // of the procedure's page

/** The answers of record `at` about the requested facts, shown above the results: [{fact, text, unsure}]; null if it has none. An amount is given only
 * if no other amount (a contribution, a tax, a benefit) can be meant. */
export function answerCard(data, at, found) {
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
export function elsewhereCard(entry, known) {
  return create("section", { class: "tthc-elsewhere", "aria-label": "Nơi khác giải quyết" },
    create("h2", {}, `${entry.title}: ${entry.body}`),
    known.answer ? create("p", {}, known.since ? create("strong", {}, known.since) : "", known.since ? " " : "", known.answer) : "",
    known.link ? create("p", {}, create("a", { href: known.link, rel: "external" }, new URL(known.link).hostname)) : "",
    known.then ? create("p", { class: "tthc-note" }, known.then) : "",
    known.near.length ? create("p", {}, "Ở đây có thể làm: ", ...known.near.flatMap(([code, url, name], at) => [at ? ", " : "", create("a", { href: address(url), "data-code": code }, name)]), ".") : "");
}

/** Says that nothing fits, and offers other ways. near: whether similar procedures are listed below. */
export function nothing(text, chosen, clear, near) {
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

/** The first question of content/search/questions.yml that splits the results near the best, and that the typed words and the
 * previous choice leave open; null when there is none. */
export function ask(engine, answer, chosen) {
  if (chosen.answer) return chosen.answer.question;
  const best = answer.results[0];
  if (!best || answer.elsewhere) return null;
  const near = answer.results.filter(({ at, score }) => engine.data.group(at) === "procedure" && score >= best.score * NEAR).slice(0, 8);
  if (near.length < 2) return null;
  const said = ` ${answer.question.tokens.map((token) => token.plain).join(" ")} `;
  const titles = near.map(({ at }) => ` ${engine.plainTitle(at)} `);
  return engine.language.questions.find(({ words }) => {
    const texts = words.map((text) => ` ${engine.plainText(text)} `);
    const count = titles.filter((title) => texts.some((text) => title.includes(text))).length;
    return count > 0 && count < titles.length && !texts.some((text) => said.includes(text));
  }) ?? null;
}

/** The question with its two answers as buttons. */
export function separating(question, chosen, choose) {
  const button = (label, yes) => {
    const pressed = chosen.answer?.yes === yes;
    const value = `${yes ? "co" : "khong"}.${question.name}`;
    const element = create("button", { type: "button", class: "tthc-refine__answer", "aria-pressed": String(pressed) }, label);
    element.addEventListener("click", () => choose(pressed ? "" : value));
    return element;
  };
  return create("div", { class: "tthc-refine", role: "group", "aria-label": question.ask },
    create("p", {}, question.ask),
    create("p", { class: "tthc-refine__answers" }, button(question.no, false), button(question.yes, true)));
}

/** A group of results with its heading; more of them appear at a button. items: functions that make the results, so that hidden ones are never made. */
export function section(title, items, first, last = false) {
  const list = create("ul", { class: "tthc-list" }, ...items.slice(0, items.length > first + 1 ? first : items.length).map((make) => make()));
  const whole = create("section", { class: last ? "tthc-results__text" : "tthc-results__group" }, create("h2", {}, title), list);
  if (items.length > first + 1) {
    const more = create("button", { type: "button", class: "tthc-button tthc-button--secondary" }, `Xem thêm ${items.length - first}`);
    more.addEventListener("click", () => {
      const rest = items.slice(first).map((make) => make());
      list.append(...rest);
      rest[0].querySelector("a")?.focus();
      more.remove();
    });
    whole.append(more);
  }
  return whole;
}
