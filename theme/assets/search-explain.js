// Why each result stands where it stands: for editors and engineers, on the search page with ?vi-sao=1 and in `tthc explain-search`.
import { create } from "./dom.js";

const SHOWN = 6; // words and pairs of a result that are shown

/** Lines for each of the first results: [{code, title, lines}]. */
export function reasons(engine, answer, most = 5) {
  const { question } = answer;
  const parts = new Map();
  engine.fields.score(question.tokens, parts);
  const read = question.tokens.map(({ word, mended, weight }) => `${word}${mended ? " (sửa)" : ""} ×${weight}`).join(", ");
  const names = question.spans.map(({ used, targets }) => `“${[...used].map((at) => question.tokens[at].word).join(" ")}” → ${[...targets].join(" / ")}`);
  const head = [`Đọc là: ${read}`, ...names.map((name) => `Cách nói: ${name}`)];
  if (question.facts.length) head.push(`Hỏi điều: ${question.facts.join(", ")}`);
  head.push(`Trạng thái: ${answer.state}; chắc ${answer.byCode ? 100 : Math.round(100 / (1 + Math.exp(-(answer.certainty ?? 0))))} % (từ 50 % mới trả lời)`);
  const results = answer.results.slice(0, most).map((item) => {
    const words = (parts.get(item.at) ?? []).sort((a, b) => b[1] - a[1]).slice(0, SHOWN).map(([name, worth]) => `${name} ${worth.toFixed(2)}`).join(", ");
    const asked = engine.because(item.at, question);
    const lines = [`điểm ${item.score.toFixed(3)} = cách nói và tên ${(item.first ?? 1).toFixed(3)}, chữ (BM25F) ${(item.second ?? 0).toFixed(3)}, thường gặp ×${(item.usual ?? 1).toFixed(2)}, hợp trường hợp ×${(item.worth ?? 1).toFixed(2)}, câu hỏi mẫu của mấy kết quả đầu ×${(item.third ?? 1).toFixed(2)}`, `có ${Math.round(100 * (item.coverage ?? 0))} % điều được hỏi; chữ nặng nhất: ${words || "không có"}`];
    if (asked) lines.push(`nhờ cách nói “${asked}”`);
    const { validity } = engine.data.facts(item.at);
    if (validity) lines.push(validity);
    return { code: engine.data.code(item.at), title: engine.data.title(item.at), lines };
  });
  return { head, results };
}

/** Write them on the page, below the results. */
export function explain(engine, answer, place) {
  const { head, results } = reasons(engine, answer, 10);
  const list = results.map(({ code, title, lines }) => create("li", {}, `${code} ${title}`, create("br"), ...lines.flatMap((line) => [line, create("br")])));
  place.append(create("section", { "data-explained": "", class: "tthc-results__text" }, create("h2", {}, "Vì sao xếp như thế"), ...head.map((line) => create("p", { class: "tthc-note" }, line)), create("ol", {}, ...list)));
}
