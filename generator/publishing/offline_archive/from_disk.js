// On file:// nothing can be fetched and a folder is no page. What scripts fetch comes from one file of data, loaded when first
// asked for; links to folders are led to their index.html before they are followed.
const root = new URL(document.body.dataset.root || "./", document.baseURI).href;
let data;
const packed = () => (data ??= new Promise((done, fail) => {
  const script = document.createElement("script");
  script.src = `${root}assets/du-lieu.js`;
  script.onload = () => done(window.TTHC_FILES);
  script.onerror = () => fail(new Error("assets/du-lieu.js"));
  document.head.append(script);
}));
const fetch = async (address) => {
  const url = new URL(address, document.baseURI);
  const name = decodeURIComponent((url.origin + url.pathname).replace(new URL(root).origin + new URL(root).pathname, ""));
  const files = await packed();
  return Object.hasOwn(files, name) ? new Response(files[name]) : new Response("", { status: 404 });
};
const lead = (event) => {
  const link = event.target.closest?.("a[href]");
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
};
for (const kind of ["pointerover", "focusin", "click"]) document.addEventListener(kind, lead, true);
