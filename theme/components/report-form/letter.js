// Builds the message for the visitor's own mail program or form. Such programs accept addresses of about 2,000 characters (Outlook 2,083), and one
// Vietnamese letter may take nine.
const MAX_LENGTH = 1900;
const SUBJECT = 400;
const REST = "\n(Phần còn lại: xem ô “Nội dung sẽ gửi”.)";

/** A text encoded for an address, with the line breaks of mail (RFC 6068, 5) and without other signs that are no text, which mail programs refuse.
 * @param {string} text */
const code = (text) => encodeURIComponent(text.replace(/\r\n|[\n\r\v\f\x85\u2028\u2029]/g, "\n").replace(/[^\P{Cc}\t\n]/gu, "").replaceAll("\n", "\r\n").replace(/\p{Surrogate}/gu, "\ufffd"));

/** `text` encoded for an address; a long one is cut to as many whole words as fit into `limit` characters, followed by `rest`: {text, whole}. @param {string} text */
export function encoded(text, limit = MAX_LENGTH, rest = REST) {
  const all = code(text);
  if (all.length <= limit) return { text: all, whole: true };
  const end = code(rest);
  let made = "";
  /** @param {string} part */
  const add = (part) => {
    const fits = made.length + code(part).length + end.length <= limit;
    if (fits) made += code(part);
    return fits;
  };
  for (const word of text.match(/\s*\S+/g) ?? []) {
    if (add(word)) continue;
    if (word.length > 50) [...word].every(add); // no word of a language
    break;
  }
  return { text: made + end, whole: false };
}

/** A mailto address of at most MAX_LENGTH characters: {address, whole}; whole: the body is complete. The subject is one line. @param {string} to @param {string} subject @param {string} body */
export function mailto(to, subject, body) {
  const head = `mailto:${code(to).replaceAll("%40", "@")}?subject=${encoded(subject.replace(/[\s\p{Cc}]+/gu, " ").trim(), SUBJECT, "…").text}&body=`;
  const { text, whole } = encoded(body, MAX_LENGTH - head.length);
  return { address: head + text, whole };
}
