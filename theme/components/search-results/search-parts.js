// Parts of the search page around the results: groups of them, the question that narrows them.
import { create } from "../../assets/dom.js";

const NEAR = 0.75; // share of the best score from which a result takes part in the question that separates

/** A choice in an address, “co.khu-vuc-bien-gioi”, with the question it answers: {question, yes}; null for one that nobody could have made. */
export function choice(engine, value) {
  const [, answer, name] = /^(co|khong)\.(.+)$/.exec(value) ?? [];
  const question = engine.language.questions.find((one) => one.name === name);
  return question ? { question, yes: answer === "co" } : null;
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
