// The page for unknown addresses. Many hosts have only that of the root: it then shows that of the edition whose address was asked for.

import { find, findAll } from "../../assets/dom.js";

export const start = async () => {
  // What the address was to name is put into the search: /thu-tuc/1.001193/, /khai-sinh.html.
  const [said = ""] = decoded(location.pathname.replace(/\/404\.html$/, "/")).match(/[^/]+(?=\/?$)/) ?? [];
  find("main input[type=search]").value ||= said.replace(/\.(?:html?|php|aspx?)$/i, "").replace(/[_+\s]+|-(?!\d)|(?<!\d)-/g, " ").trim();

  const links = findAll("a[data-folder]").filter((link) => link.host === location.host);
  const folders = links.map((link) => link.pathname).filter((folder) => location.pathname.startsWith(folder));
  const [folder] = folders.sort((one, other) => other.length - one.length);
  if (!folder || folder === find("[data-unknown]").dataset.unknown) return;
  const answer = await fetch(`${folder}404.html`);
  if (!answer.ok) return;
  const text = await answer.text();
  document.open(); // the address stays, so that a slip in it can be mended
  document.write(text);
  document.close();
};

/** An address as it is read; as it is written where it cannot be decoded. @param {string} path */
function decoded(path) {
  try { return decodeURIComponent(path); } catch { return path; }
}
