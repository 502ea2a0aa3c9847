// Parts of the search page around the results: other bodies' matters, nothing found, the question that separates.
import { address } from "./search-load.js";
import { make } from "./search-view.js";

const NEAR = 0.75; // share of the best score from which a result takes part in the question that separates

/** A choice in an address, “co.khu-vuc-bien-gioi”, with the question it answers: {question, yes}; null for one that nobody could have made. */
export function choice(engine, value) {
  const [, answer, name] = /^(co|khong)\.(.+)$/.exec(value) ?? [];
  const question = engine.language.questions.find((one) => one.name === name);
  return question ? { question, yes: answer === "co" } : null;
}

/** Another body handles this: who, how, and what can be done here all the same. known: {answer, link, near}. */
export function elsewhereCard(entry, known) {
  return make("section", { class: "elsewhere", "aria-label": "Nơi khác giải quyết" },
    make("h2", {}, `${entry.title}: ${entry.body}`),
    known.answer ? make("p", {}, known.answer) : "",
    known.link ? make("p", {}, make("a", { href: known.link, rel: "external" }, new URL(known.link).hostname)) : "",
    known.near.length ? make("p", {}, "Ở đây có thể làm: ", ...known.near.flatMap(([code, url, name], at) => [at ? ", " : "", make("a", { href: address(url), "data-code": code }, name)]), ".") : "");
}

/** Nothing fits: say so, and offer other ways. */
export function nothing(text, chosen, clear) {
  const filtered = chosen.field || chosen.commune || chosen.answer;
  const again = make("button", { type: "button", class: "button button-quiet" }, "Bỏ bộ lọc");
  again.addEventListener("click", clear);
  const hotline = document.querySelector(".foot-links a[href^='tel:']");
  const about = `Tìm kiếm “${text}”: không thấy thủ tục nào hợp`;
  const report = address(`phan-anh/gop-y/?trang=${encodeURIComponent(about)}`);
  return make("section", { class: "nothing", "aria-label": "Không tìm thấy" },
    make("h2", {}, `Không có thủ tục nào hợp với “${text}”`),
    filtered ? make("p", {}, again) : "",
    make("ul", { class: "plain" },
      make("li", {}, "Thử gõ ít chữ hơn, chỉ gõ việc cần làm: “khai sinh”, “sổ đỏ”, “hộ kinh doanh”."),
      make("li", {}, "Chọn theo lĩnh vực hoặc theo chữ cái ở dưới, hoặc xem ", make("a", { href: address("huong-dan/") }, "các việc trong đời"), "."),
      hotline ? make("li", {}, "Gọi ", make("a", { href: hotline.href }, hotline.parentElement.textContent.trim()), ".") : "",
      make("li", {}, make("a", { href: report }, "Báo cho chúng tôi biết"), " là trang còn thiếu việc này.")));
}

/** The first question of content/search/questions.yml that splits the results near the best, and that the words typed and the
 * choice made leave open; null when there is none. */
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
    const element = make("button", { type: "button", class: "answer", "aria-pressed": String(pressed) }, label);
    element.addEventListener("click", () => choose(pressed ? "" : value));
    return element;
  };
  return make("div", { class: "separating", role: "group", "aria-label": question.ask },
    make("p", {}, question.ask),
    make("p", { class: "answers" }, button(question.no, false), button(question.yes, true)));
}

/** A group of results with its heading; the rest behind a button. */
export function section(title, items, first, last = false) {
  const list = make("ul", { class: "list" }, ...items.slice(0, items.length > first + 1 ? first : items.length));
  const whole = make("section", { class: last ? "in-text" : "found" }, make("h2", {}, title), list);
  if (items.length > first + 1) {
    const more = make("button", { type: "button", class: "button button-quiet" }, `Xem thêm ${items.length - first}`);
    more.addEventListener("click", () => {
      list.append(...items.slice(first));
      items[first].querySelector("a")?.focus();
      more.remove();
    });
    whole.append(more);
  }
  return whole;
}
